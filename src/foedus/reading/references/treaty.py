"""A treaty as far as a text has told of it, and whether further words take it up."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from foedus.evidence import Day
from foedus.reading.reading import ArticleReference
from foedus.reading.references.phrases import TreatyPhrase

__all__ = ["Treaty"]

# Words for a treaty that may take up each other.
_ALIKE = (
    frozenset({"treaty", "agreement", "partnership", "deal"}),
    frozenset({"convention", "treaty"}),
    frozenset({"memorandum", "agreement"}),
    frozenset({"protocol", "agreement"}),
)
# How much of the shorter of two names must agree: of a name that only takes up, of one in full.
_TAKEN_UP, _SAME_NAME = 0.5, 0.75


@dataclass(slots=True)
class Treaty:
    """One treaty of a text: what names it, what it holds, and whether it is only compared with.

    `articles` are by number, None for what it is said to hold without a number; `relations` has one
    entry a mention, None where the treaty is spoken of for itself.
    """

    spans: list[tuple[int, int]] = field(default_factory=list)
    articles: dict[str | None, list[ArticleReference]] = field(default_factory=dict)
    signed: Day | None = None
    parties: tuple[str, ...] = ()
    organisation: str | None = None
    relations: list[str | None] = field(default_factory=list)
    heads: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    plural: bool = False
    identified: bool = False
    longest: TreatyPhrase | None = None
    last: int = 0

    def take_in(self, phrase: TreatyPhrase, span: tuple[int, int]) -> None:
        """Add a phrase that names it, at these characters."""
        self.add_span(span)
        self.heads.add(phrase.head)
        self.names |= _lowered(phrase.names)
        self.plural = self.plural or phrase.plural
        self.identified = self.identified or phrase.capital or phrase.definite
        self.organisation = self.organisation or phrase.organisation
        if self.longest is None or _fullness(phrase) > _fullness(self.longest):
            self.longest = phrase

    def add_span(self, span: tuple[int, int]) -> None:
        """Add a place where it is mentioned."""
        self.spans.append(span)
        self.last = max(self.last, span[1])

    def may_be(self, phrase: TreatyPhrase) -> bool:
        """Whether a phrase may take it up: nothing the phrase says contradicts what is known."""
        if not any(_alike(head, phrase.head) for head in self.heads):
            return self.organisation is not None and phrase.bare and self._founded_by(phrase)
        if phrase.plural != self.plural:
            return False
        if phrase.date and self.signed and phrase.date.edtf[:4] != self.signed.edtf[:4]:
            return False
        parties = frozenset(phrase.parties)
        if parties and self.parties and not parties <= frozenset(self.parties):
            return False
        if parties and not self.parties and not self.identified:
            return False
        return phrase.bare or self._is_described_by(phrase)

    def may_absorb(self, other: "Treaty") -> bool:
        """Whether another, named by nothing but its day, was signed on the same day as this."""
        if other.signed is None or other.signed.precision != "day" or other.signed != self.signed:
            return False
        named = other.names or other.parties or other.organisation
        return not named and bool(self.names) and any(_alike(*pair) for pair in self._pairs(other))

    def _pairs(self, other: "Treaty") -> Iterable[tuple[str, str]]:
        return ((mine, its) for mine in self.heads for its in other.heads)

    def absorb(self, other: "Treaty") -> None:
        """Take over the places and articles of another that is the same treaty."""
        self.spans.extend(other.spans)
        self.relations.extend(other.relations)
        for number, found in other.articles.items():
            self.articles.setdefault(number, []).extend(found)

    def _is_described_by(self, phrase: TreatyPhrase) -> bool:
        names = _lowered(phrase.names)
        if names and self.names:
            common = len(names & self.names) / min(len(names), len(self.names))
            taken_up = not phrase.parties and (phrase.vague or phrase.definite)
            return common >= (_TAKEN_UP if taken_up else _SAME_NAME)
        if phrase.parties and self.parties:
            return True
        if phrase.date and not self.signed:
            return False
        return not names and (phrase.fresh or (phrase.definite and not phrase.parties))

    def _founded_by(self, phrase: TreatyPhrase) -> bool:
        head = "charter" if self.organisation == "UN" else "treaty"
        return phrase.capital and phrase.head == head

    def salience(self, phrase: TreatyPhrase) -> tuple[bool, bool, int, int]:
        """What a bare noun takes up: the same noun, no mere comparison, named most and last."""
        compared = bool(self.relations) and all(self.relations)
        return phrase.head in self.heads, not compared, len(self.spans), self.last


def _fullness(phrase: TreatyPhrase) -> tuple[int, int]:
    return len(phrase.names) + len(phrase.parties), phrase.end - phrase.start


def _alike(one: str, other: str) -> bool:
    return one == other or any(one in group and other in group for group in _ALIKE)


def _lowered(names: Iterable[str]) -> frozenset[str]:
    return frozenset(name.lower() for name in names)
