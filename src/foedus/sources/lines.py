"""The lines of a text, each with its offsets and without the marks of its markup."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

__all__ = ["Line", "lines_in"]

_LINE: Final = re.compile(r"[^\r\n\f\v\x85\u2028\u2029]+")
_MARKS: Final = " \t\u00a0\u3000\ufeff#>*_|~="


@dataclass(frozen=True, slots=True)
class Line:
    """Characters `start` to `end` of a text: `words`, which are not blank, without marks around."""

    start: int
    words: str

    @property
    def end(self) -> int:
        """The offset after the last character."""
        return self.start + len(self.words)


def lines_in(text: str, begin: int = 0, end: int | None = None) -> Iterator[Line]:
    """Yield the lines of a text, or of a part of it, that are not blank."""
    for match in _LINE.finditer(text, begin, len(text) if end is None else end):
        words = match[0].strip(_MARKS)
        if words:
            start = match.start() + match[0].index(words)
            yield Line(start, words)
