"""Verbs, and which of the waiting nouns are their own."""

from foedus.reading.languages.korean.helpers import Predicate
from foedus.reading.languages.korean.joining import Joining
from foedus.reading.languages.korean.predicates import predicate_at
from foedus.reading.languages.korean.waiting import Waiting
from foedus.reading.languages.korean.word_lists import (
    AT,
    CLOCK,
    INTRANSITIVE,
    MEASURING,
    PROMISING,
    SUFFERED,
    UNOWNED,
)

__all__ = ["Verbs"]


class Verbs(Joining):
    """Reads verbs with what is theirs."""

    def _verb(self, stem: int, suffix: int, last: int) -> int:
        made = predicate_at(self.text, self.found, stem, suffix, last)
        if made.kind == "ADJ" and made.link == "noun":
            word = self._add(made.start, made.end, made.lemma, "ADJ")
            waiting = self.level.nouns
            nearest = waiting[-1] if waiting and made.lemma in MEASURING else None
            loose = nearest is not None and not nearest.topic and not nearest.named
            if nearest is not None and nearest.is_subject and loose:
                self._hang(waiting.pop().word, word, "subject")
            self.level.modifiers.append((word, "adjective", None))
            return max(made.next, suffix + 1)
        if made.kind == "AUX" and made.link == "content" and self._only_calls():
            return made.next
        if made.kind == "ADJ" and made.ending == "게" and not made.helpers:
            word = self._add(made.start, made.end, made.lemma, "ADV")
            self.level.adverbs.append(word)
            return max(made.next, suffix + 1)
        progressive = suffix > stem and self.found[suffix].tag == "VCP"
        kind = "VERB" if made.kind != "AUX" or progressive else "AUX"
        if made.kind == "ADJ":
            kind = "VERB"
        if kind == "VERB" and made.kind == "VERB" and made.link == "final" and not self.levels:
            self._take_up_subject(made)
        word = self._add(made.start, made.end, made.lemma, kind, _morph(made))
        self._help(word, made)
        self.predicates[word] = made
        for adverb in self.level.adverbs:
            denies = self.made.words[adverb] in ("안", "못")
            self._hang(adverb, word, "negation" if denies else "adverb")
        self.level.adverbs = []
        for left, joined in self.level.listed:
            if joined:
                self._wait(left, "oblique", "with")
            else:
                self._wait(
                    left, "subject" if left in self.named else "oblique", "during", topic=True
                )
        self.level.listed = []
        for modifier, _relation, marker in self.level.modifiers:
            self._hang(modifier, word, "oblique" if marker else "adverb", marker)
        self.level.modifiers = []
        self._take(word, made, made.next, last)
        first, chain = self._govern(word, made)
        return self._lead_on(first, word, made, chain, last)

    def _take_up_subject(self, made: Predicate) -> None:
        """Let a sentence without a subject go on with that of the one before."""
        level = self.level
        stated = any(one.is_subject or one.relation == "either" for one in level.nouns)
        stated = stated or any(clause.subject for clause in level.clauses)
        listed = any(word in self.named for word, _ in level.listed)
        if stated or listed or _is_undergone(made) or made.lemma in UNOWNED:
            return
        word = self._add(made.start, made.start, "그", "PRON")
        self.made.words[word] = "그"
        level.nouns.insert(0, Waiting(word, "subject", topic=True))

    def _only_calls(self) -> bool:
        """Whether 이를 침해라고 … only says what the next verb calls its object."""
        waiting = self.level.nouns
        if not waiting or waiting[-1].relation != "attribute":
            return False
        for one in reversed(waiting[:-1]):
            if one.is_subject:
                return False
            if one.relation == "object":
                waiting[-1].relation, waiting[-1].marker = "oblique", "as"
                return True
        return False

    def _help(self, word: int, made: Predicate) -> None:
        for helper in made.helpers:
            aux = self._add(helper.start, helper.end, helper.lemma, "AUX", label=helper.label)
            self._hang(aux, word, helper.relation)

    def _take(self, word: int, made: Predicate, place: int, last: int) -> None:
        """Hang on a verb the nouns and clauses before it that are its own."""
        waiting = self.level.nouns
        own: list[Waiting] = []
        taken: set[str] = set()
        later = made.link != "final" and self._subject_follows(place, last)
        while waiting:
            one = waiting[-1]
            if not self._may_take(one, made, own, taken, later, waiting, place, last):
                break
            waiting.pop()
            own.append(one)
            taken.add(one.marker or one.relation)
        subject = any(one.is_subject and not one.topic for one in own)
        for one in own:
            relation = one.relation
            if relation == "last":
                relation = "object"
            if relation == "either":
                acted = "object" in taken or made.kind != "VERB" or made.lemma in INTRANSITIVE
                relation = "subject" if acted or _is_undergone(made) else "object"
            if one.is_subject and one.topic and subject:
                has_object = "object" in taken
                relation, one.marker = ("oblique", "during") if has_object else ("object", None)
            if one.marker == "to" and one.named and _is_undergone(made) and made.lemma in SUFFERED:
                relation, one.marker = "agent", "by"
            self._hang(one.word, word, relation, one.marker)
        self.own = own
        if made.lemma in PROMISING:
            for one in own:
                if one.relation == "object" and self.made.lemmas[one.word] in self.words.nouns:
                    aux = self._add(made.end - 1, made.end, "계획", "AUX")
                    self._hang(aux, word, "auxiliary")
                    break

    def _may_take(
        self,
        one: Waiting,
        made: Predicate,
        own: list[Waiting],
        taken: set[str],
        later: bool,
        waiting: list[Waiting],
        place: int,
        last: int,
    ) -> bool:
        if made.link == "final":
            return True
        has_subject = any(other.is_subject for other in own)
        if one.is_subject:
            if has_subject:
                return False
            if made.link == "noun":
                if self.levels and place < last and self.found[place].form == "것":
                    ours = self.words.words["stands_for.ourselves"]
                    return one.named or self.made.lemmas[one.word] in ours
                return not one.topic and not (one.comma and len(own) > 0)
            others = sum(1 for other in waiting if other.is_subject) > 1
            if made.link in ("content", "ask"):
                led = not one.topic and any(clause.subject for clause in self.level.clauses)
                return later or others or led or bool(self.levels)
            if made.link == "content noun":
                return not one.topic or later
            if made.link == "beside":
                return later or (not one.topic and others) or not self._within_speech(made, last)
            return later or (not one.topic and others)
        key = one.marker or one.relation
        if made.link == "noun":
            if one.comma or (has_subject and not self._dates(one, made, own)):
                return False
            if key in ("to", "indirect") and one.named and self._asked_for(place, last):
                return False
            return key not in taken or key in ("during",)
        if has_subject and any(other.is_subject for other in waiting):
            return False
        if made.link == "ask" and key in ("to", "indirect") and one.named:
            return False
        if made.link in ("content", "content noun", "nominal") and key == "object":
            return "object" not in taken
        return True

    def _dates(self, one: Waiting, made: Predicate, own: list[Waiting]) -> bool:
        """Whether a date goes with an adnominal verb before whose subject it stands.

        2019년 두 나라가 맺은 협정: so if nothing else stands between, and the verb tells of what
        has been or of a day that is to come.
        """
        if one.marker != "during" or not any(other.is_subject for other in own):
            return False
        words = self.made.words
        dated = words[one.word] in CLOCK or words[one.word] in AT
        return dated and made.past

    def _asked_for(self, place: int, last: int) -> bool:
        """Whether what comes is asked of somebody: 중단하라고 촉구하다, 할 것을 요구하다."""
        for further in range(place, min(last, place + 40)):
            one = self.found[further]
            if one.tag in ("EC", "ETM") or one.form == "것":
                after = further + 1
                while after < last and self.found[after].tag.startswith("J"):
                    after += 1
                ends = one.form in ("라고", "으라고", "도록", "것")
                verb = self.found[after].form if ends and after < last else ""
                if verb and self.words.has("cues.demand", f"{verb}하다"):
                    return True
            if one.tag == "EF":
                return False
        return False

    def _subject_follows(self, place: int, last: int) -> bool:
        """Whether the next clause that is no adnominal one has a subject."""
        depth = 0
        for further in range(place, min(last, place + 60)):
            one = self.found[further]
            if one.tag == "SSO" and further in self.pairs:
                depth += 1
            elif one.tag == "SSC" and depth:
                depth -= 1
            elif depth:
                continue
            elif one.tag == "JX" and one.form in ("은", "는"):
                if self.found[further - 1].tag.startswith("N"):
                    return True
            elif one.tag == "JKS" and not self._in_relative(further, last):
                return True
            elif one.tag in ("EC", "EF") and not self._auxiliary_at(further + 1, last):
                return False
        return False

    def _auxiliary_at(self, place: int, last: int) -> bool:
        return place >= last or self.found[place].tag.startswith("VX")

    def _in_relative(self, place: int, last: int) -> bool:
        """Whether the next verb after a subject is adnominal or is a mere 있다."""
        for further in range(place + 1, min(last, place + 30)):
            one = self.found[further]
            if one.tag == "ETM":
                return True
            if one.tag in ("EC", "EF"):
                return self.found[further - 1].form in ("있", "없", "되")
        return False


def _is_undergone(made: Predicate) -> bool:
    return any(helper.label for helper in made.helpers)


def _morph(made: Predicate) -> str:
    tense = "Past" if made.past else "Fut" if made.future else "Pres"
    plain = made.plain and made.link in ("beside", "adverbial", "nominal")
    if plain and made.kind != "AUX":
        return "VerbForm=Inf"
    if made.link == "noun":
        return "VerbForm=Part|Tense=Fut" if made.future else "VerbForm=Part"
    return f"VerbForm=Fin|Tense={tense}" if tense != "Past" else "VerbForm=Fin"
