"""What is said of something, printed: each sentence, what is missing, every caveat once."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Protocol

from foedus.cli.output import Line

if TYPE_CHECKING:
    from foedus.dossier.sentence import Sentence
    from foedus.dossier.words.said import Said

__all__ = ["said_lines"]


class _Telling(Protocol):
    def title(self) -> str: ...

    def said(self) -> "Iterable[Said]": ...

    def missing(self) -> "Iterable[Sentence]": ...


def said_lines(telling: _Telling) -> Iterator[Line]:
    """Yield the title, every sentence with its confidence below it, what is missing, caveats."""
    from foedus.dossier.sentence import read

    yield Line(0, telling.title(), "bold")
    caveats: dict[str, None] = {}
    for each in telling.said():
        yield Line(1, read(each.sentence))
        if each.confidence:
            yield Line(2, read(each.confidence))
        caveats[each.caveat] = None
    yield Line(0, "")
    for sentence in telling.missing():
        yield Line(1, read(sentence), "yellow")
    yield Line(0, "")
    for caveat in caveats:
        yield Line(0, caveat, "dim")
