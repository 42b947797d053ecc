"""Every exception foedus raises, and the exit code each one ends a command with.

    FoedusError                      1
    ├── FaultyInput                  3   a case, chronicle, treaty or judgement file is malformed
    ├── UnreadableDocument           4   one document cannot be read; the rest of the case goes on
    ├── Unknown                      5   a name that leads nowhere
    │   ├── UnknownActor
    │   ├── UnknownPlace
    │   ├── UnknownInstrument
    │   ├── UnknownAct
    │   ├── UnknownDataset
    │   ├── UnknownTable
    │   ├── UnknownGrain
    │   ├── UnknownSystem
    │   ├── UnknownKind
    │   ├── UnknownFormat
    │   ├── UnknownCitationFormat
    │   ├── UnknownEngine
    │   ├── UnknownSource
    │   ├── UnknownTopic
    │   └── UnknownChannelEnd
    ├── BrokenReader                 1   a process that reads texts was ended from outside
    ├── OutsideLife                  5   an actor, on a day before it began or after it ended
    ├── MissingLanguage              6   no reader for this language is installed
    ├── MissingExtra                 6   an optional part of foedus is not installed
    ├── MissingBuild                 7   a command needs a ledger that was never built
    ├── MissingDataset               7   a dataset is wanted that this machine does not hold
    ├── BuildInProgress              7   another build holds the case
    ├── ImportInProgress             7   another import holds the dataset
    ├── WrongFile                    3   a file that is not what the dataset needs
    │   └── NewerVersion                 a later release than the one whose codebook foedus knows
    ├── NotToBePassedOn              8   a dataset's terms forbid what was asked
    ├── FailedDownload               9   the publisher's file did not arrive whole
    │   └── AbsentFile                   the publisher has no file at this address
    ├── UnreachableEngine            9   no engine answers at the address given
    └── UnreachableModel             9   no language model can be asked as told

Exit code 2 is the command line's own (wrong usage); 130 is an interruption from the keyboard.
A message says what is wrong, where, and what to do next.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

__all__ = [
    "AbsentFile",
    "BrokenReader",
    "BuildInProgress",
    "FailedDownload",
    "Fault",
    "FaultyInput",
    "FoedusError",
    "ImportInProgress",
    "MissingBuild",
    "MissingDataset",
    "MissingExtra",
    "MissingLanguage",
    "NewerVersion",
    "NotToBePassedOn",
    "OutsideLife",
    "Unknown",
    "UnknownAct",
    "UnknownActor",
    "UnknownChannelEnd",
    "UnknownCitationFormat",
    "UnknownDataset",
    "UnknownEngine",
    "UnknownFormat",
    "UnknownGrain",
    "UnknownInstrument",
    "UnknownKind",
    "UnknownPlace",
    "UnknownSource",
    "UnknownSystem",
    "UnknownTable",
    "UnknownTopic",
    "UnreachableEngine",
    "UnreachableModel",
    "UnreadableDocument",
    "WrongFile",
]


class FoedusError(Exception):
    """Something the person at the keyboard can understand and mend."""

    exit_code: ClassVar[int] = 1


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing wrong in one file: where it stands and what was expected there."""

    file: str
    line: int | None
    field: str
    problem: str
    expected: str = ""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line is not None else self.file
        expected = f" Expected {self.expected}." if self.expected else ""
        return f"{place}: {self.field}: {self.problem}.{expected}"


class FaultyInput(FoedusError):
    """All faults of the files given, never only the first."""

    exit_code: ClassVar[int] = 3

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(sorted(faults, key=lambda fault: (fault.file, fault.line or 0)))
        super().__init__("\n".join(str(fault) for fault in self.faults))


class UnreadableDocument(FoedusError):
    """A document that cannot become a snapshot: which one, why, and what to do."""

    exit_code: ClassVar[int] = 4

    def __init__(self, file: str, problem: str, remedy: str) -> None:
        self.file, self.problem, self.remedy = file, problem, remedy
        super().__init__(f"{file}: {problem}. {remedy}")


_LONGEST = 80
"""Characters of what somebody wrote that a message repeats."""


class Unknown(FoedusError):
    """A name that leads nowhere, with the nearest names that lead somewhere."""

    exit_code: ClassVar[int] = 5
    thing: ClassVar[str] = "thing"

    def __init__(self, words: str, nearest: Sequence[str] = (), where: str = "") -> None:
        self.words, self.nearest = words, tuple(nearest)
        words = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
        hint = f" Did you mean {' or '.join(self.nearest)}?" if self.nearest else ""
        super().__init__(f"No {self.thing} called '{words}'{where and ' ' + where}.{hint}")


class UnknownActor(Unknown):
    """No state or organisation answers to this name or code."""

    thing = "state or organisation"


class UnknownPlace(Unknown):
    """No place of the gazetteer answers to this name."""

    thing = "place"


class UnknownInstrument(Unknown):
    """No treaty of the register or of the case has this id."""

    thing = "treaty"


class UnknownAct(Unknown):
    """The words do not describe an act that a treaty can be asked about; the form they need."""

    thing = "act"

    def __init__(self, words: str, nearest: Sequence[str] = (), form: str = "") -> None:
        self.words, self.nearest = words, tuple(nearest)
        words = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
        written = f" Write: {form}." if form else ""
        near = f" Nearest: {' or '.join(self.nearest)}." if self.nearest else ""
        FoedusError.__init__(
            self, f"'{words}' is no act a treaty can be asked about.{written}{near}"
        )


class UnknownDataset(Unknown):
    """No dataset of the registry has this name."""

    thing = "dataset"


class UnknownTable(Unknown):
    """The dataset has no table of this name."""

    thing = "table"


class UnknownGrain(Unknown):
    """A panel cannot be made at a grain of this name."""

    thing = "grain"


class UnknownSystem(Unknown):
    """No list of states has this name."""

    thing = "system of states"


class UnknownKind(Unknown):
    """No kind of obligation has this name."""

    thing = "kind of obligation"


class UnknownFormat(Unknown):
    """No format of file has this ending."""

    thing = "format of file"


class UnknownCitationFormat(Unknown):
    """Citations cannot be printed in a format of this name."""

    thing = "format of citations"


class UnknownEngine(Unknown):
    """The address of an engine is none that foedus can reach."""

    thing = "engine"


class UnknownSource(Unknown):
    """A table of mentions has no source of this name."""

    thing = "source"


class UnknownTopic(Unknown):
    """A table of mentions counts no topic of this name."""

    thing = "topic"


class UnknownChannelEnd(Unknown):
    """No channel of a file begins or ends at anything of this name."""

    thing = "end of a channel"


class OutsideLife(FoedusError):
    """An actor asked about on a day when it did not exist."""

    exit_code: ClassVar[int] = 5


class MissingLanguage(FoedusError):
    """No reader for the language of a text is installed."""

    exit_code: ClassVar[int] = 6


class MissingExtra(FoedusError):
    """An optional part of foedus is not installed: the message says how to install it."""

    exit_code: ClassVar[int] = 6


class MissingBuild(FoedusError):
    """The case has no ledger yet."""

    exit_code: ClassVar[int] = 7


class BuildInProgress(FoedusError):
    """Another build holds the case folder."""

    exit_code: ClassVar[int] = 7


class MissingDataset(FoedusError):
    """A dataset, or one table of it, is wanted that this machine does not hold."""

    exit_code: ClassVar[int] = 7


class ImportInProgress(FoedusError):
    """Another import is writing the same dataset."""

    exit_code: ClassVar[int] = 7


class WrongFile(FoedusError):
    """A file that cannot be read as the dataset it was given for: what it lacks, what it is."""

    exit_code: ClassVar[int] = 3


class NewerVersion(WrongFile):
    """A later release than the one whose codebook foedus knows: how to import it all the same."""


class NotToBePassedOn(FoedusError):
    """A dataset's terms forbid passing its rows on, and nobody said that it may be done."""

    exit_code: ClassVar[int] = 8


class FailedDownload(FoedusError):
    """The publisher's file did not arrive, or not whole, or not the one expected."""

    exit_code: ClassVar[int] = 9


class AbsentFile(FailedDownload):
    """The publisher has no file at the address, or no longer."""


class UnreachableEngine(FoedusError):
    """No engine answers at the address given."""

    exit_code: ClassVar[int] = 9


class BrokenReader(FoedusError):
    """A process that reads texts was ended from outside."""


class UnreachableModel(FoedusError):
    """A language model cannot be asked with the name, address or key given."""

    exit_code: ClassVar[int] = 9
