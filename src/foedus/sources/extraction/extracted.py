"""What comes out of a document of any format, and what is said when nothing can."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from foedus.sources.snapshot import Damage, Metadata

__all__ = ["LONGEST_TEXT", "Extracted", "Unextractable", "joined"]

LONGEST_TEXT: Final = 50_000_000
"""Characters of text kept of one document; a longer one is refused."""


class Unextractable(Exception):
    """These bytes give no text: what is wrong, and what to do; the file's name is added outside."""

    def __init__(self, problem: str, remedy: str) -> None:
        self.problem, self.remedy = problem, remedy
        super().__init__(f"{problem}. {remedy}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """Text, ascending `(offset, place)` pairs of the original from offset 0, and what is stated.

    `damages` are those that only the format shows; the others are found in the text.
    """

    text: str
    origin_of: tuple[tuple[int, str], ...]
    metadata: Metadata = field(default_factory=Metadata)
    damages: tuple[Damage, ...] = ()


def joined(blocks: Iterable[tuple[str, str]], gap: str = "\n\n") -> Extracted:
    """Return the text of `(text, place)` blocks set apart by `gap`; blank blocks are left out.

    Raises Unextractable when the text grows longer than a document may be.
    """
    texts: list[str] = []
    origin: list[tuple[int, str]] = []
    length = 0
    for text, place in blocks:
        if not text.strip():
            continue
        if not origin or origin[-1][1] != place:
            origin.append((length, place))
        texts.append(text)
        length += len(text) + len(gap)
        if length > LONGEST_TEXT:
            raise Unextractable(
                f"its text is longer than {LONGEST_TEXT:,} characters",
                "Split it into several documents",
            )
    return Extracted(text=gap.join(texts), origin_of=tuple(origin))
