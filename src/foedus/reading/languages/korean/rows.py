"""Rows of nouns: each hangs on the last, as what owns it, describes it or undergoes it."""

from collections.abc import Sequence
from itertools import pairwise

from foedus.reading.languages.korean.building import Building
from foedus.reading.languages.korean.morphemes import Morpheme
from foedus.reading.languages.korean.waiting import Waiting
from foedus.reading.languages.korean.word_lists import (
    AT,
    BODIES,
    CLOCK,
    COUNTED,
    COUNTRY,
    HEADS,
    OWN,
    REACHED,
    THAT,
    THINGS,
    UNDERGOERS,
)

__all__ = ["Rows"]

_POINTING = ("이", "그", "해당", "동")


_RECKONED = {"이후": "after", "당시": "during"}


class Rows(Building):
    """Reads rows of nouns."""

    def _row(self, group: list[int]) -> int | None:
        """Make words of a row of nouns, hang each on the last, and return that."""
        heads: list[int] = []
        number: list[int] = []
        for place in group:
            one = self.found[place]
            if one.tag == "XSN":
                if heads and one.form in (
                    "들",
                    "쯤",
                    "여",
                    "가량",
                    "씩",
                    "급",
                    "형",
                    "용",
                    "째",
                    "식",
                ):
                    self.made.ends[heads[-1]] = self.offset + one.end
                    if one.form == "들":
                        self.made.morphs[heads[-1]] = "Number=Plur"
                elif heads and one.form in ("적", "상", "화", "권", "당", "별", "발", "행", "론"):
                    self.made.ends[heads[-1]] = self.offset + one.end
                    self.made.lemmas[heads[-1]] += one.form
                    if one.form == "적":
                        self.made.kinds[heads[-1]] = "ADJ"
                elif heads:
                    heads.append(self._noun(one))
                continue
            if one.tag in ("SN", "NR", "XPN", "MM") or (one.tag == "NNB" and number):
                number.append(self._add(one.start, one.end, one.form, "NUM"))
                if one.tag == "NNB":
                    self._counter(number, heads, one)
                    number = []
                continue
            if one.form in AT and one.tag != "NNP":
                if heads and one.form in _RECKONED:
                    before = self._headed(heads)
                    if before is not None:
                        self._wait(before, "oblique", _RECKONED[one.form])
                    heads = []
                word = self._add(one.start, one.end, one.form, "NOUN")
                self._date([word])
                continue
            heads.extend(self._pieces(one, number))
            number = []
        if number:
            if heads:
                for word in number:
                    self._hang(word, heads[-1], "determiner")
            else:
                heads = [number[-1]]
                for word in number[:-1]:
                    self._hang(word, heads[0], "determiner")
        return self._headed(heads)

    def _counter(self, number: list[int], heads: list[int], one: Morpheme) -> None:
        """A counted unit: a date of its own, or how many there are of the noun before it."""
        unit = number[-1]
        if one.form in CLOCK:
            self._date(number)
            return
        self.made.kinds[unit] = "NOUN"
        if one.form == "국":
            self.made.lemmas[unit] = "국"
        for word in number[:-1]:
            self._hang(word, unit, "determiner")
        if heads and one.form != "국" and self.made.kinds[heads[-1]] != "ADJ":
            self._hang(unit, heads[-1], "determiner")
        else:
            heads.append(unit)

    def _date(self, words: Sequence[int]) -> None:
        for word in words[:-1]:
            self._hang(word, words[-1], "compound")
        self.made.kinds[words[-1]] = "NOUN"
        self.level.nouns.append(Waiting(words[-1], "oblique", "during"))

    def _noun(self, one: Morpheme) -> int:
        kind = "PROPN" if one.tag in ("NNP", "SL", "SH") else "PRON" if one.tag == "NP" else "NOUN"
        if one.form in OWN:
            kind = "PRON"
        return self._add(one.start, one.end, one.form, kind)

    def _pieces(self, one: Morpheme, number: list[int]) -> list[int]:
        """The words of one noun: cut at the names in it, at what it counts, at its event."""
        cuts = self._cuts(one)
        made: list[int] = []
        for start, end, named in cuts:
            lemma = self.text[start:end]
            kind = "PROPN" if named or one.tag in ("NNP", "SL", "SH") else "NOUN"
            if one.tag == "NP" or lemma in OWN:
                kind = "PRON"
            word = self._add(start, end, lemma, kind)
            if named:
                self.named.add(word)
            made.append(word)
        if number and made:
            for word in number:
                self._hang(word, made[-1], "determiner")
        return made

    def _cuts(self, one: Morpheme) -> list[tuple[int, int, bool]]:
        start, end = one.start, one.end
        inside = self.names.within(start, end)
        pieces: list[tuple[int, int, bool]] = []
        for left, right in inside:
            if left > start:
                pieces.append((start, left, False))
            pieces.append((max(left, start), min(right, end), True))
            start = min(right, end)
        if start < end:
            rest = self.text[start:end]
            counted = COUNTED.get(rest)
            if counted and not inside:
                pieces.append((start, start + counted, False))
                pieces.append((start + counted, end, False))
            elif len(rest) >= 4 and rest not in self.words.predicative_nouns:
                half = end - 2
                if rest[-2:] in self.words.predicative_nouns or rest[-2:] in HEADS:
                    pieces.extend(((start, half, False), (half, end, False)))
                else:
                    pieces.append((start, end, False))
            else:
                pieces.append((start, end, False))
        return pieces

    def _headed(self, heads: list[int]) -> int | None:
        """Hang the nouns of a row on its last, and on that what waited for it."""
        if not heads:
            return None
        made, head = self.made, heads[-1]
        run = self._name_run(heads)
        hosts = self._hosts(heads, run)
        for word in heads[:-1]:
            if word in hosts:
                self._hang(word, hosts[word], "oblique", "in")
            elif word in hosts.values():
                self._hang(word, head, "other")
            elif made.kinds[word] == "ADJ":
                self._hang(word, head, "adjective")
            elif made.words[word] in ("양", "두", "세", "3", "삼"):
                self._hang(word, head, "determiner")
            elif made.lemmas[word] in OWN:
                self._hang(word, head, "possessor")
            elif word in run and head in run:
                self._hang(word, head, "coordinate")
            elif word in run and self._undergoes(word, head, heads):
                self._hang(word, head, "oblique", "to")
            else:
                owner = self._owned_by(word, heads)
                if owner != head and word in run and made.lemmas[owner] in REACHED:
                    self._hang(word, owner, "oblique", "to")
                else:
                    self._hang(word, owner, "compound")
        people = self.words.words["stands_for.people"]
        if head in run or (made.lemmas[head] in people and made.lemmas[head] not in THINGS):
            self.named.add(head)
        if made.lemmas[head] in COUNTRY or (run and made.lemmas[head].endswith(BODIES)):
            self.named.add(head)
        if made.kinds[head] != "ADJ":
            self._modify(head)
        self._settle_list(head, heads)
        return head

    def _hosts(self, heads: list[int], run: set[int]) -> dict[int, int]:
        """The names before 주둔 where whose troops they are follows: 세네갈 주둔 프랑스군."""
        lemmas = self.made.lemmas
        return {
            word: stationed
            for word, stationed in pairwise(heads)
            if lemmas[stationed] == "주둔"
            and word in run
            and any(other in run for other in heads if other > stationed)
        }

    def _owned_by(self, word: int, heads: list[int]) -> int:
        """The noun that a noun before it is of: 미국 국무부 대변인 is 대변인 of 국무부 of 미국."""
        if word in self.named:
            people = self.words.words["stands_for.people"]
            for other in heads[heads.index(word) + 1 : -1]:
                lemma = self.made.lemmas[other]
                owning = lemma in people and other not in self.named and lemma not in THINGS
                if lemma in REACHED or (owning and not lemma.endswith("군")):
                    return other
        return heads[-1]

    def _undergoes(self, word: int, head: int, heads: list[int]) -> bool:
        """Whether a bare name before an event noun is reached by it, and does not do it."""
        lemma = self.made.lemmas[head]
        names = [one for one in heads[:-1] if one in self.named]
        if word != names[-1]:
            return False
        owned = any(
            relation == "possessor" and owner in self.named
            for owner, relation, _ in self.level.modifiers
        )
        if lemma in UNDERGOERS and (owned or len(names) > 1 or word == heads[-2]):
            return True
        if lemma in REACHED and not any(self.made.lemmas[one] == "군" for one in heads):
            return True
        senses = self.words.nouns.get(lemma, ())
        return owned and bool(senses) and senses[0].frame not in ("with", "alone")

    def _name_run(self, heads: list[int]) -> set[int]:
        return {word for word in heads if word in self.named}

    def _modify(self, head: int) -> None:
        for word, relation, marker in self.level.modifiers:
            pointing = relation == "determiner" and self.made.words[word] in _POINTING
            if pointing and self.made.lemmas[head] in THAT:
                self.made.lemmas[head] = "이나라"
            self._hang(word, head, relation, marker)
        self.level.modifiers = []

    def _settle_list(self, head: int, heads: list[int]) -> None:
        """Hang the nouns of a list on its last one, or let each stand on its own."""
        listed, self.level.listed = self.level.listed, []
        first_name = next((word for word in heads if word in self.named and word != head), None)
        for word, joined in listed:
            same = (word in self.named) == (head in self.named)
            if same:
                self._hang(word, head, "coordinate")
            elif (
                word in self.named
                and first_name is not None
                and joined
                and (
                    self.made.lemmas[head] in self.words.words["stands_for.ties"]
                    or self.made.lemmas[head] in self.words.nouns
                )
            ):
                self._hang(word, first_name, "coordinate")
            elif joined:
                self._wait(word, "oblique", "with")
            else:
                self._wait(
                    word, "subject" if word in self.named else "oblique", "during", topic=True
                )
