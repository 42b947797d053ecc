"""The words of a Korean tree, put down one by one, and what waits for its verb."""

from typing import TYPE_CHECKING

from foedus.reading.dictionary import plain
from foedus.reading.languages.korean.morphemes import Morpheme
from foedus.reading.languages.korean.named import name_spans
from foedus.reading.languages.korean.sentences import closings
from foedus.reading.languages.korean.waiting import Level, Waiting
from foedus.reading.languages.korean.word_lists import NUMERALS
from foedus.reading.tree import Tree
from foedus.reading.vocabulary import vocabulary

if TYPE_CHECKING:
    from foedus.reading.languages.korean.helpers import Predicate

__all__ = ["Building"]

_NOUNS = ("NNG", "NNP", "NNB", "NR", "SN", "SL", "SH", "NP", "XPN", "XSN", "XR", "W_SERIAL", "SW")


_PHRASE = 4


class Building:
    """A tree in the making, of one part of a text, with what waits in its present sentence."""

    def __init__(self, text: str, found: list[Morpheme], offset: int) -> None:
        self.text, self.found, self.offset = text, found, offset
        self.pairs = closings(found)
        self.names = name_spans(plain(text))
        self.made = Tree([], [], [], [], [], [], [], [], [], [])
        self.words = vocabulary("ko")
        self.level = Level()
        self.levels: list[Level] = []
        self.named: set[int] = set()
        self.last_verb: int | None = None
        self.predicates: dict[int, Predicate] = {}
        self.own: list[Waiting] = []

    def _add(
        self, start: int, end: int, lemma: str, kind: str, morph: str = "", label: str = ""
    ) -> int:
        made = self.made
        place = len(made.words)
        made.words.append(self.text[start:end])
        made.lemmas.append(lemma)
        made.kinds.append(kind)
        made.labels.append(label)
        made.morphs.append(morph)
        made.heads.append(place)
        made.starts.append(self.offset + start)
        made.ends.append(self.offset + end)
        made.relations.append("other")
        made.markers.append(None)
        return place

    def _hang(self, word: int, head: int, relation: str, marker: str | None = None) -> None:
        self.made.attach(word, head, relation)
        if self.made.heads[word] == head:
            self.made.markers[word] = marker

    def _wait(
        self, word: int, relation: str, marker: str | None = None, topic: bool = False
    ) -> None:
        named = word in self.named
        self.level.nouns.append(Waiting(word, relation, marker, topic, named=named))

    def _is_noun(self, place: int) -> bool:
        one = self.found[place]
        if one.tag == "MM" and one.form in NUMERALS and place + 1 < len(self.found):
            return self.found[place + 1].tag == "NNB" and self.found[place + 1].form != "것"
        return one.tag in _NOUNS and one.form not in ("·", "-", "~", "–", "—", "…", "■", "▲", "◇")

    def _is_speech(self, opening: int, closing: int) -> bool:
        """Whether there is a whole clause in the quotation, and not just words."""
        if self.found[closing - 1].form == "것" and self.found[closing - 2].tag == "ETM":
            return closing - opening > _PHRASE
        return any(self.found[place].tag.startswith("EF") for place in range(opening, closing))

    def _is_passive(self, verb: int) -> bool:
        made = self.predicates.get(verb)
        return made is not None and any(helper.label for helper in made.helpers)

    def _infinitive(self, word: int) -> None:
        self.made.morphs[word] = "VerbForm=Inf"

    def _comma(self) -> None:
        if self.level.nouns:
            self.level.nouns[-1].comma = True
        if self.level.clauses:
            self.level.clauses[-1].comma = True

    def _verb(self, stem: int, suffix: int, last: int) -> int:
        """Read the verb of a stem, and return the place after it."""
        raise NotImplementedError
