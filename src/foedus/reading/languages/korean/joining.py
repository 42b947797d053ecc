"""How clauses hang together, by the ending of each."""

from foedus.reading.languages.korean.adnominal import Adnominal
from foedus.reading.languages.korean.helpers import Predicate
from foedus.reading.languages.korean.waiting import Open
from foedus.reading.languages.korean.word_lists import QUOTING, QUOTING_NOUN, TIGHT

__all__ = ["Joining"]


class Joining(Adnominal):
    """Reads how clauses go on."""

    def _within_speech(self, made: Predicate, last: int) -> bool:
        """Whether a clause in 고 or 어 is part of what somebody says: the next ends in 다고."""
        if made.ending != "고" and made.ending not in TIGHT:
            return False
        place = made.next
        if place < last and self.found[place].tag == "SP":
            return False
        for further in range(place, min(last, place + 60)):
            one = self.found[further]
            if one.tag == "ETM" and one.form in QUOTING_NOUN:
                return further + 1 < last and self.found[further + 1].form != "데"
            if one.tag in ("EC", "EF", "ETN"):
                following = self.found[further + 1] if further + 1 < last else None
                if following is not None and following.tag.startswith("VX"):
                    continue
                return one.form in QUOTING
        return False

    def _govern(self, word: int, made: Predicate) -> tuple[int, Open | None]:
        """Hang the clauses that wait on this verb, or it on the first of a row of verbs.

        Return the verb by which they all hang on the rest, and the row.
        """
        kept: list[Open] = []
        row: Open | None = None
        for clause in self.level.clauses:
            if clause.relation == "coordinate":
                if self._joins(clause, made):
                    self._hang(word, clause.tail, "coordinate")
                    self._share(clause, word, made)
                    row = clause
                else:
                    kept.append(clause)
            elif made.link == "noun" and (clause.comma or clause.quoted or clause.loose):
                kept.append(clause)
            else:
                self._hang(clause.word, word, clause.relation, self.made.markers[clause.word])
        self.level.clauses = kept
        return (word if row is None else row.word), row

    def _joins(self, clause: Open, made: Predicate) -> bool:
        """Whether a verb is the next of a row, and not inside a clause of its own."""
        if made.link == "noun":
            return not clause.comma and not clause.topic
        if clause.tight and not clause.comma and not clause.topic:
            return True
        if made.link in ("content", "ask", "content noun", "nominal"):
            return clause.inner or not clause.subject
        return not (clause.comma and made.link in ("if", "purpose", "adverbial"))

    def _share(self, row: Open, word: int, made: Predicate) -> None:
        """Give the verbs of a row, which have no tense of their own, that of the next."""
        row.tail = word
        if made.plain and made.link == "beside":
            row.plain.append(word)
            return
        for verb in row.plain:
            self.made.morphs[verb] = self.made.morphs[word]
            for helper in made.helpers:
                if helper.relation == "auxiliary" and not helper.label:
                    aux = self._add(helper.start, helper.end, helper.lemma, "AUX")
                    self._hang(aux, verb, "auxiliary")
        row.plain = []

    def _lead_on(self, word: int, tail: int, made: Predicate, row: Open | None, last: int) -> int:
        """Let a clause, or a row of them, wait for what it hangs on, by its last ending."""
        level, place = self.level, made.next
        if made.link == "final":
            quoting = place < last and self.found[place].tag == "JKQ"
            level.clauses.append(Open(word, "content" if self.levels or quoting else "final"))
            self.last_verb = word
            return place + 1 if quoting else place
        if made.link in ("content", "ask"):
            self._own_of_speaker(word)
            if made.link == "ask":
                self._infinitive(word)
            relation = "content" if made.link == "content" else "complement"
            level.clauses.append(Open(word, relation, loose=made.ending.endswith(("며", "면서"))))
        elif made.link == "content noun":
            return self._said_noun(word, place, last)
        elif made.link == "noun":
            return self._adnominal(word, made, place, last)
        elif made.link == "nominal":
            return self._nominal(word, made, place, last)
        elif made.link == "if":
            self.made.markers[word] = "면"
            level.clauses.append(Open(word, "adverbial"))
        elif made.link == "purpose":
            self.made.markers[word] = "도록"
            self.made.morphs[word] = "VerbForm=Inf|Tense=Fut"
            level.clauses.append(Open(word, "adverbial"))
        elif made.link == "beside":
            if row is None:
                subjects = [one for one in self.own if one.is_subject]
                topic = any(one.topic for one in subjects)
                plain = [word] if made.plain else []
                inner = not topic and any(one.is_subject for one in level.nouns)
                row = Open(word, "coordinate", subject=bool(subjects), topic=topic, inner=inner)
                row.tail, row.plain = tail, plain
            row.tight = made.ending in TIGHT
            row.comma = False
            level.clauses.append(row)
        else:
            level.clauses.append(Open(word, "adverbial"))
        return place

    def _own_of_speaker(self, verb: int) -> None:
        """Let 자국 in a clause with a subject, inside what somebody says, be the speaker's."""
        made = self.made
        if not any(
            made.heads[child] == verb and made.relations[child] == "subject"
            for child in range(max(0, verb - 60), verb)
        ):
            return
        for word in range(max(0, verb - 20), verb):
            if made.words[word] == "자국":
                made.words[word] = "우리"

    def _nominal(self, word: int, made: Predicate, place: int, last: int) -> int:
        forms: list[str] = []
        while place < last and self.found[place].tag.startswith("J"):
            forms.append(self.found[place].form)
            place += 1
        following = self.found[place] if place < last else None
        form = following.form if following is not None else ""
        if made.ending == "기" and form in ("위하", "전", "때문", "앞서"):
            if form == "위하":
                self.made.morphs[word] = "VerbForm=Inf|Tense=Fut"
            self.made.markers[word] = {"위하": "도록", "전": "before"}.get(form, "because")
            self.level.clauses.append(Open(word, "adverbial"))
            place += 1
            while place < last and self.found[place].tag.startswith(("J", "EC", "ETM")):
                place += 1
            return place
        if made.ending == "기" and ("로" in forms or form in ("시작",)):
            self._infinitive(word)
            self.level.clauses.append(Open(word, "complement"))
            return place
        if following is None:
            self.level.clauses.append(Open(word, "final"))
            self.last_verb = word
            return place
        self.level.clauses.append(Open(word, "content"))
        return place
