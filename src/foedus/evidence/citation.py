"""Where a thing is said: a passage of a document, or rows of a dataset; and works that are cited.

A passage always points into the text of a snapshot as extracted, and carries the words it points
at, so that it can be checked character by character and lit up on the page.
"""

from dataclasses import dataclass

from foedus.evidence.day import Day

__all__ = ["Citation", "Passage", "Rows", "Work"]


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Characters `start` (included) to `end` (excluded) of a document's text, and their quotation.

    Offsets count Unicode code points in the snapshot's extracted text.
    """

    document: str
    start: int
    end: int
    quote: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or len(self.quote) != self.end - self.start:
            raise ValueError(
                f"passage {self.start}-{self.end} of {self.document} does not fit its quotation "
                f"of {len(self.quote)} characters"
            )

    def stands_in(self, text: str) -> bool:
        """Whether the quotation is, character by character, what the text has there."""
        return text[self.start : self.end] == self.quote


@dataclass(frozen=True, slots=True, order=True)
class Rows:
    """Rows of a published dataset: which release, and the filter that selects them."""

    dataset: str
    version: str
    rows: str


Citation = Passage | Rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A book, article, dispatch or page that a document cites: one bibliographic record.

    `number` is that of the note; `title` is None when only a translation of it survives.
    """

    id: str
    kind: str = "article"
    title: str | None = None
    title_translated: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    issued: Day | None = None
    language: str | None = None
    url: str | None = None
    number: int | None = None
    passage: Passage | None = None
