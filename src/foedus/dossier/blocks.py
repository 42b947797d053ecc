"""What a section is made of: frozen values that the page, the paper and the notebook all draw."""

from dataclasses import dataclass, field
from enum import StrEnum

from foedus.dossier.exhibit import Exhibit
from foedus.dossier.figures import Drawable
from foedus.dossier.finding import Finding
from foedus.dossier.likelihood import Confidence, Likelihood
from foedus.dossier.sentence import Sentence

__all__ = [
    "Block",
    "Cell",
    "Data",
    "Figure",
    "Judgement",
    "Key",
    "Line",
    "Look",
    "Margin",
    "Notes",
    "Paragraph",
    "Remarked",
    "Section",
    "Table",
    "WhatIf",
    "WhatIfDay",
]


@dataclass(frozen=True, slots=True)
class Margin:
    """A note in the margin; `contested` when sources disagree about what stands beside it."""

    head: str
    body: Sentence
    contested: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Findings that are read one after the other, with notes in the margin."""

    findings: tuple[Finding, ...]
    margin: tuple[Margin, ...] = ()


@dataclass(frozen=True, slots=True)
class Remarked:
    """Words about the dossier itself (a limit, a missing measurement), which claim no fact.

    They are plain: a number in them is refused.
    """

    body: Sentence
    missing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One line of the bottom line.

    `likelihood` is None for what is read or coded and not estimated. `confidence_why` is a sentence
    of its own: likelihood and confidence never share one.
    """

    finding: Finding
    confidence: Confidence
    confidence_why: Sentence
    would_change: Sentence
    likelihood: Likelihood | None = None


@dataclass(frozen=True, slots=True)
class Data:
    """What a figure or table shows, as plain values to download: one tuple per row."""

    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"row {row!r} does not fit the columns {self.columns}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A drawing under a title that says what it shows; the subtitle says measure and unit."""

    id: str
    title: str
    subtitle: str
    drawing: Drawable
    data: Data
    evidence: tuple[str, ...]
    caption: Sentence = ()

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError(f"figure {self.id} names no evidence")


class Look(StrEnum):
    """How a line of a cell is set."""

    MAIN = "main"
    STRONG = "strong"
    SMALL = "small"
    QUOTE = "quote"
    TAG = "tag"
    NARROWING = "narrowing"
    READING = "reading"
    RIVAL = "rival"
    VERDICT = "verdict"
    ORIGINS = "origins"
    GRADE = "grade"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a cell; `of` is what its look needs (a verdict, "1/2" origins, a language)."""

    sentence: Sentence
    look: Look = Look.MAIN
    of: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; `shared` marks what it has in common with the column before it."""

    lines: tuple[Line, ...]
    shared: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table under a title that says what it shows. The first cell of a row heads it."""

    id: str
    title: str
    subtitle: str
    kind: str
    columns: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    data: Data
    caption: Sentence = ()

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"a row of table {self.id} does not fit its columns")


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIfDay:
    """The answers of everyone concerned if the act falls on one day.

    `chances` say how likely others are drawn in, if it came to fighting.
    """

    id: str
    words: str
    clock: Drawable | None
    answers: Table
    chances: tuple[Paragraph | Table | Remarked, ...] = ()

    @property
    def tables(self) -> tuple[Table, ...]:
        """Its tables, in the order of the page."""
        return (self.answers, *(block for block in self.chances if isinstance(block, Table)))


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """A scenario as a sentence with slots: who, does what, to whom, where, on which of the days."""

    id: str
    sentence: Sentence
    days: tuple[WhatIfDay, ...]


@dataclass(frozen=True, slots=True)
class Key:
    """The small key of marks, which serves the whole page."""


@dataclass(frozen=True, slots=True)
class Notes:
    """The numbered sources of the dossier."""


Block = Paragraph | Remarked | Judgement | Figure | Table | WhatIf | Key | Notes


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the dossier, and the exhibits that only it brings (estimates, clauses, rows)."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    exhibits: tuple[Exhibit, ...] = field(default=())
