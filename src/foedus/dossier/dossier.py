"""A dossier whole: its sections, the exhibits they open, the sources, the documents read."""

import re
from dataclasses import dataclass
from functools import cached_property

from foedus.dossier.blocks import Section
from foedus.dossier.exhibit import Exhibit
from foedus.dossier.sentence import Sentence, Unsourced

__all__ = ["Dossier", "Page", "Run", "Source"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One numbered source: a document, a work it cites, a treaty, a dataset, a calculation.

    `page` is its full text within the dossier, `url` its address, http or https only. `language` is
    that of its title.
    """

    id: str
    number: int
    title: str
    language: str | None = None
    about: tuple[str, ...] = ()
    page: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a document's text; `passages` are the assertions read from it, outermost first.

    `opens` are those that begin here.
    """

    text: str
    passages: tuple[str, ...]
    opens: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A document of the case in full, its passages marked.

    Raises ValueError for an id that is no plain file name: the page is filed under it.
    """

    id: str
    title: str
    language: str | None
    facts: tuple[tuple[str, str], ...]
    runs: tuple[Run, ...]

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", self.id):
            raise ValueError(f"a document's page cannot be filed under {self.id!r}")


@dataclass(frozen=True, kw_only=True)
class Dossier:
    """What is rendered: the page, the paper and the notebook all draw this value.

    `facts` are labelled sentences under the title. Exhibits stand in the order in which the
    sections first open them, which numbers the printed register. Raises `Unsourced` when a section
    opens an exhibit that is not there, or an exhibit names a source that is not there.
    """

    name: str
    title: str
    question: str
    language: str
    known_on: str
    facts: tuple[tuple[str, Sentence], ...]
    sections: tuple[Section, ...]
    exhibits: tuple[Exhibit, ...]
    sources: tuple[Source, ...]
    pages: tuple[Page, ...]

    def __post_init__(self) -> None:
        sources = {source.id for source in self.sources}
        for exhibit in self.exhibits:
            if exhibit.source not in sources:
                raise Unsourced(f"exhibit {exhibit.id} names the unknown source {exhibit.source}")

    @cached_property
    def number_of(self) -> dict[str, int]:
        """The number of each exhibit in the printed register, by id."""
        return {exhibit.id: number for number, exhibit in enumerate(self.exhibits, 1)}

    @cached_property
    def source_of(self) -> dict[str, Source]:
        """The source of each exhibit, by the exhibit's id."""
        by_id = {source.id: source for source in self.sources}
        return {exhibit.id: by_id[exhibit.source] for exhibit in self.exhibits}
