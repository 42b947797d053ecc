"""Nouns with their particles, and verbs that serve as particles."""

from foedus.reading.languages.korean.particles import POSTPOSITIONS, RELATIONS
from foedus.reading.languages.korean.rows import Rows
from foedus.reading.languages.korean.waiting import Waiting
from foedus.reading.languages.korean.word_lists import (
    OF_BOTH,
    OF_PACT,
    PLAIN_PARTICLES,
    POSTPOSED,
    TOPICS,
    UNDERGOERS,
)

__all__ = ["Phrases"]

_SUBJECTS = ("이", "가", "께서")
_SHORT_BRACKET = 12
_NAME_MARKS = frozenset("'‘’「」『』《》〈〉<>\"“”")


class Phrases(Rows):
    """Reads nouns with their particles."""

    def _nouns(self, place: int, last: int) -> int:
        """Take in a row of nouns with its particles, or the verb that its last noun makes."""
        begin = place
        while place < last:
            one = self.found[place]
            if self._is_noun(place):
                place += 1
            elif one.tag in ("SSO", "SSC") and one.form in _NAME_MARKS and place + 1 < last:
                if not self._is_noun(place + 1):
                    place += one.tag == "SSC" and self.found[place + 1].tag[0] in "JVXE"
                    break
                if place in self.pairs and self._is_speech(place, self.pairs[place]):
                    break
                place += 1
            elif one.form == "(" and place in self.pairs and self.pairs[place] + 1 < last:
                if self.pairs[place] - place > _SHORT_BRACKET:
                    break
                beyond = self.pairs[place] + 1
                if not self._is_noun(beyond):
                    place = beyond
                    break
                place = beyond
            else:
                break
        group = [n for n in range(begin, place) if self._is_noun(n) and not self._inside(n, begin)]
        if not group:
            return place + 1
        following = self.found[place] if place < last else None
        if following is not None and place < last:
            if following.tag in ("XSV", "XSA") or (
                following.tag in ("VV-R", "VV")
                and following.form in ("받", "당하")
                and following.start == self.found[group[-1]].end
            ):
                return self._made_verb(group, place, last)
            if following.tag == "VCP" and len(group) > 1 and self._is_done(group):
                return self._made_verb(group[:-1], place, last)
        row = self._row(group)
        return self._particles(row, place, last)

    def _is_done(self, group: list[int]) -> bool:
        """Whether a noun of action goes before 중 or 예정: 검토 중이다, 방문 예정이다."""
        verb = f"{self.found[group[-2]].form}하다"
        bound = self.found[group[-1]].form in ("중", "예정", "계획", "방침")
        known = verb in self.words.verbs or verb in self.words.light
        return bound and known and self.found[group[-2]].tag == "NNG"

    def _inside(self, place: int, begin: int) -> bool:
        return any(
            opening in self.pairs
            and opening < place < self.pairs[opening]
            and self.found[opening].form == "("
            for opening in range(begin, place)
        )

    def _made_verb(self, group: list[int], suffix: int, last: int) -> int:
        stem = group[-1]
        if self.found[stem].tag == "XSN" and len(group) > 1:
            stem = group[-2]
        before = [n for n in group if n < stem]
        if before:
            row = self._row(before)
            if row is not None:
                relation = "object"
                if row in self.named:
                    relation = "oblique" if self.found[stem].form in UNDERGOERS else "subject"
                self._wait(row, relation, "to" if relation == "oblique" else None)
        return self._verb(stem, suffix, last)

    def _particles(self, row: int | None, place: int, last: int) -> int:
        """Read the particles after a row of nouns, and let it wait in its relation."""
        if row is None:
            return self._skip_particles(place, last)
        forms: list[str] = []
        joined = False
        while place < last and self.found[place].tag.startswith("J"):
            if self.found[place].tag == "JKQ":
                break
            joined = joined or self.found[place].tag == "JC"
            forms.append(self.found[place].form)
            place += 1
        following = self.found[place] if place < last else None
        if not forms:
            return self._bare(row, place, last)
        case = next((form for form in forms if form in RELATIONS), None)
        topic = any(form in TOPICS for form in forms)
        if case is not None and forms[-1] == "의" and RELATIONS[case][0] == "oblique":
            self.level.modifiers.append((row, *RELATIONS[case]))
            return place
        if case in ("와", "과", "하고", "이랑", "랑") and not topic:
            together = following is not None and following.form in ("함께", "더불", "관련", "같")
            if (
                not together
                and following is not None
                and (
                    self._is_noun(place)
                    or following.tag in ("MM", "SP", "SSO", "MAG")
                    or following.tag == "NNP"
                )
            ):
                self.level.listed.append((row, True))
                return place
        if following is not None and case is not None:
            found = self._postposition(row, case, place, last)
            if found is not None:
                return found
        if case == "에" and self.made.lemmas[row] == "이" and not topic:
            self.level.adverbs.append(row)
            return place
        if case == "의" or (topic and case is None):
            self._own_by_both(row)
        if case == "의":
            self.level.modifiers.append((row, "possessor", None))
            return place
        if case is None:
            relation, marker = ("subject", None) if topic else ("oblique", "during")
            if topic and row not in self.named and not {"은", "는", "ᆫ"} & {*forms}:
                relation = "either"
        else:
            relation, marker = RELATIONS[case]
            if (
                case in _SUBJECTS
                and following is not None
                and (
                    following.tag == "VCN"
                    or (following.form == "되" and following.tag.startswith("VV"))
                )
            ):
                relation = "attribute"
            if topic and case in ("이", "가"):
                topic = False
        self._wait(row, relation, marker, topic=topic)
        return place

    def _own_by_both(self, row: int) -> None:
        """Let a treaty named without its parties be of the two spoken of: 협정은, 조약 제2조는."""
        made = self.made
        hung = [word for word in range(max(0, row - 12), row) if made.heads[word] == row]
        lemmas = {made.lemmas[word] for word in hung}
        nouns = {word for word in hung if made.kinds[word] in ("NOUN", "PROPN")}
        pact = made.lemmas[row] in OF_BOTH
        if not pact and made.lemmas[row] in OF_PACT:
            pact = not lemmas.isdisjoint(OF_BOTH)
        owned = any(
            word in self.named or made.relations[word] == "possessor"
            for word in range(max(0, row - 12), row)
            if made.heads[word] == row or (made.heads[word] in hung and made.heads[word] in nouns)
        )
        if not pact or owned:
            return
        place = made.ends[row] - self.offset
        both = self._add(place, place, "국", "NOUN")
        two = self._add(place, place, "양", "DET")
        made.words[both], made.words[two] = "국", "양"
        self._hang(two, both, "determiner")
        self._hang(both, row, "possessor")

    def _skip_particles(self, place: int, last: int) -> int:
        """After a date the particle only belongs to it."""
        while place < last and self.found[place].tag.startswith("J"):
            if self.found[place].form == "의" and self.level.nouns:
                waiting = self.level.nouns.pop()
                self.level.modifiers.append((waiting.word, "oblique", "during"))
            place += 1
        return place

    def _bare(self, row: int, place: int, last: int) -> int:
        """A row of nouns without a particle: an item of a list, or a word with the next verb."""
        following = self.found[place] if place < last else None
        lemma = self.made.lemmas[row]
        if following is None:
            self.level.nouns.append(Waiting(row, "last", None, named=row in self.named))
        elif following.tag == "VCP" and self._describes(row, place, last):
            adjective = self.made.kinds[row] == "ADJ"
            self.level.modifiers.append((row, "adjective" if adjective else "other", None))
            return place + 2
        elif following.tag == "VCP":
            self._wait(row, "attribute")
        elif following.tag in ("SP", "SW") or following.form in ("및", "또는", "혹은", "·", "-"):
            self.level.listed.append((row, following.form in ("및", "또는", "혹은", "·", "ㆍ")))
            if following.form in ("및", "또는", "혹은"):
                return place + 1
            if following.tag == "SW":
                return place + 1
        elif following.tag == "XSV" or following.tag.startswith("V"):
            self._wait(row, "subject" if row in self.named else "object")
        elif following.tag in ("EF", "EC", "ETM", "EP"):
            return self._verb(place, place, last)
        else:
            self._wait(row, "subject" if row in self.named and lemma else "oblique", "during")
        return place

    def _describes(self, row: int, place: int, last: int) -> bool:
        """Whether a copula only hangs a noun on the next one: 일방적인 시도, 회원국인 튀르키예."""
        if place + 1 >= last or self.found[place + 1].tag != "ETM":
            return False
        if self.found[place + 1].form not in ("ᆫ", "은", "던"):
            return False
        following = self.found[place + 2] if place + 2 < last else None
        bound = following is not None and following.tag == "NNB"
        if self.made.kinds[row] == "ADJ" and not bound:
            return True
        return not bound and not any(one.is_subject for one in self.level.nouns[-1:])

    def _postposition(self, row: int, case: str, place: int, last: int) -> int | None:
        """Take in 에 대해, 를 위한 and their like; None where no such thing follows."""
        following = self.found[place]
        form, end = following.form, place + 1
        if following.tag == "NNG" and end < last and self.found[end].tag == "XSV":
            form, end = following.form + self.found[end].form, end + 1
        elif following.tag == "NNG" and form in ("상대", "대상", "중심") and end < last:
            if self.found[end].form in ("로", "으로"):
                self._wait(row, *POSTPOSITIONS["를", form])
                return end + 1
            return None
        elif following.tag == "MAG" and form == "함께":
            self._wait(row, "oblique", "with")
            return end
        known = POSTPOSITIONS.get((PLAIN_PARTICLES.get(case, case), form))
        if known is None or end >= last:
            return None
        ending = self.found[end]
        if ending.tag not in ("EC", "ETM") or ending.form not in POSTPOSED:
            return None
        if end + 1 < last and self.found[end + 1].tag == "VX":
            return None
        relation, marker = known
        if ending.tag == "ETM":
            self._pass_owner(row)
            self.level.modifiers.append((row, relation, marker))
            return end + 1
        if form in ("따르", "의하") and ending.form in ("면", "자면"):
            relation, marker = "oblique", "according"
        elif form in ("있",) or (ending.form in ("고", "지만", "며") and form not in ("두", "놓")):
            return None
        if relation == "apposition":
            relation = "oblique"
        self._wait(row, relation, marker)
        end += 1
        while end < last and self.found[end].tag == "JX":
            end += 1
        return end

    def _pass_owner(self, row: int) -> None:
        """러시아의 몰도바에 대한 간섭: whose it is belongs to what comes after."""
        if row not in self.named:
            return
        for child in range(max(0, row - 12), row):
            owner = self.made.heads[child] == row and self.made.relations[child] == "possessor"
            if owner and child in self.named:
                self.made.heads[child] = child
                self.level.modifiers.append((child, "possessor", None))
