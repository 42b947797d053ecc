"""A document as received, and the text taken out of it, with where everything came from."""

from dataclasses import dataclass, replace
from typing import Self

from foedus.evidence import Day

__all__ = ["Damage", "Metadata", "Snapshot", "Stated"]


@dataclass(frozen=True, slots=True)
class Stated:
    """A value of a document's metadata, and where it was found.

    `found` is "beside" (the .toml next to the document), "properties" (the file's own), "markup",
    "text" (then `start` and `end` are offsets into the snapshot's text), "recognised" (language) or
    "given" (by the one who asked).
    """

    value: str
    found: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Damage:
    """One thing that extraction lost or spoiled: what, where in the text, and how it looks."""

    kind: str
    start: int
    end: int
    quote: str
    explanation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """Title, authors, publisher, date and language; None where nothing says, never a guess."""

    title: Stated | None = None
    authors: tuple[Stated, ...] = ()
    publisher: Stated | None = None
    published: Stated | None = None
    language: Stated | None = None
    url: Stated | None = None

    @property
    def day(self) -> Day | None:
        """The day of publication, in EDTF."""
        return Day(self.published.value) if self.published else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A document as received: its bytes' checksum, its text, and a map back to the original.

    `id` is "d-" and the first twelve hex digits of the SHA-256 of the bytes, so one document filed
    under two names is one document. `text` is what every passage points into. `origin_of` maps
    ascending text offsets to a place in the original ("page 3", "paragraph 12", "byte 2048"): the
    place of a character is that of the last offset not after it.
    """

    id: str
    name: str
    media_type: str
    checksum: str
    text: str
    origin_of: tuple[tuple[int, str], ...]
    metadata: Metadata
    damages: tuple[Damage, ...] = ()

    def told(self, published: Day | None = None, language: str | None = None) -> Self:
        """Return the snapshot with what its user knows better than the document itself."""
        said = self.metadata
        return replace(
            self,
            metadata=replace(
                said,
                published=Stated(published.edtf, "given") if published else said.published,
                language=Stated(language, "given") if language else said.language,
            ),
        )
