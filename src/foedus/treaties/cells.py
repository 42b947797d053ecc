"""A cell where treaties stand side by side: what one says on one element, and how it is known."""

from collections.abc import Sequence
from dataclasses import dataclass

from foedus.treaties.instrument import Instrument, KnownHow
from foedus.treaties.vocabulary import vocabulary
from foedus.treaties.words import LANGUAGES, Words

__all__ = ["NOT_CODED", "NOT_STATED", "Cell", "Item", "joined", "least_known", "not_coded"]

NOT_STATED = Words("none stated", "non précisé")
NOT_CODED = Words("not coded", "non codé")
_TAGGED = ("trigger", "legal_force")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One of several things that a cell lists, with the articles it stands in, if in any."""

    code: str
    words: Words
    articles: tuple[str, ...] = ()
    known_how: KnownHow | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one treaty says on one element.

    `codes` are what is compared; `tags` the kinds, conditions or limits to print as chips; `items`
    what it lists one by one. `stated` is False when the treaty says nothing of it, `coded` is False
    when nobody has coded what it says. `shared_with` is the id of the treaty it is compared with
    that says the same, `narrows` whether it takes something off the promise. `known_how` and
    `source` are those of the article, or of the whole treaty where `article` is None.
    """

    words: Words
    codes: tuple[str, ...]
    tags: tuple[Words, ...] = ()
    items: tuple[Item, ...] = ()
    stated: bool
    coded: bool = True
    narrows: bool = False
    known_how: KnownHow
    source: str
    article: str | None
    shared_with: str | None = None

    def shown_tags(self, element: str) -> tuple[Words, ...]:
        """Return the tags that add something to the words of an element."""
        conditions = vocabulary("also").values()  # the words of a trigger say these themselves
        return tuple(tag for tag in self.tags if element in _TAGGED and tag not in conditions)

    def items_since(self, first: "Cell", change: str | None) -> tuple[tuple[Item, str | None], ...]:
        """Return what it lists, each with its own change from the first treaty's cell.

        What the first lists and this one does not comes last, "dropped". No change is named where
        the cell as a whole has none to name.
        """
        if change in (None, "unknown", "unstated"):
            return tuple((item, None) for item in self.items)
        listed, still = ({item.code for item in cell.items} for cell in (first, self))
        return (
            *((item, "same" if item.code in listed else "added") for item in self.items),
            *((item, "dropped") for item in first.items if item.code not in still),
        )


def not_coded(one: Instrument) -> Cell:
    """Return the cell of a treaty of which nobody has coded what it says on an element."""
    return Cell(
        words=NOT_CODED,
        codes=(),
        stated=False,
        coded=False,
        known_how=least_known(one),
        source=one.citation,
        article=None,
    )


def joined(parts: Sequence[Words], between: str = ";") -> Words:
    """Return several words as one, in every language; French puts a space before a semicolon."""
    signs = (
        f" {between} " if language == "fr" and between == ";" else f"{between} "
        for language in LANGUAGES
    )
    return Words(
        *(
            sign.join(part.said(language) for part in parts)
            for sign, language in zip(signs, LANGUAGES, strict=True)
        )
    )


def least_known(one: Instrument) -> KnownHow:
    """Return how the least surely known of a treaty's articles is known."""
    sureness = list(KnownHow)
    known = [article.known_how for article in one.articles]
    return max(known, key=sureness.index, default=KnownHow.UNCERTAIN)
