"""A case: the folder an analyst keeps, read and checked, before anything in it has a meaning."""

from dataclasses import dataclass
from pathlib import Path

from foedus.evidence import Day

__all__ = [
    "AnalystAssumption",
    "Case",
    "Coverage",
    "MovementsAsked",
    "OpeningAct",
    "Scenario",
    "SilenceAsked",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningAct:
    """One of several acts with which a scenario opens: in words, where, and its day."""

    act: str
    place: str | None
    on: Day


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalystAssumption:
    """What an analyst takes to hold with a chance between `low` and `high`: a judgement.

    `that` says what ("PRK joins RUS", "whoever_began"), `why` on what grounds, `source` whose
    judgement it is and what it rests on. `confirmed_by` and `refuted_by` are the evidence that
    would move it.
    """

    that: str
    low: float
    high: float
    why: str
    source: str
    confirmed_by: str
    refuted_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A what-if of the case: an act, where, and the days it is asked for; or several `acts`.

    With several, each has its own place and day, and `act`, `place` and `days` are empty. `assumed`
    is what the analyst adds to what treaties say. `beside` is the id of another scenario of the
    case that this one is compared with.
    """

    id: str
    act: str = ""
    place: str | None = None
    days: tuple[Day, ...] = ()
    acts: tuple[OpeningAct, ...] = ()
    assumed: tuple[AnalystAssumption, ...] = ()
    beside: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What the chronicle claims to list completely: outside it a count is missing, never zero.

    Events of `event_type`, and of `mode` where one is given, between the `actors` during `spell`;
    `what` and `how` say it in words.
    """

    what: str
    event_type: str
    actors: tuple[str, ...]
    spell: Day
    how: str
    mode: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SilenceAsked:
    """A silence the case asks about: whether `source` said less of `about` in spells of `during`.

    `counts` is a table of mentions in the case folder (`foedus.sources.mention_counts`), whose
    names of sources and topics `source`, `about` and `beside` (other sources) are. `baseline` is
    the spell that says how often the source speaks of it otherwise.
    """

    counts: Path
    source: str
    about: str
    during: tuple[Day, ...]
    baseline: Day
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MovementsAsked:
    """An outcome in which the case asks who moved, after `on` (None: when its treaty was signed).

    `file` is a table in the case folder, None where `outcome` is told by a dataset. `watch` are
    actors, or sources of a table of mentions; empty for those that the case watches.
    """

    outcome: str
    file: Path | None = None
    on: Day | None = None
    watch: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What `case.toml` says, and which files stand beside it.

    `focus` and `watch` are actor ids. `compare` lists the instruments set side by side, the new one
    first. `datasets` are the published ones it rests on beside its own documents: no other is
    opened, whatever this machine holds. `reliability` maps a publisher or file name to an Admiralty
    letter, A to F. `model` names a language model whose kept answers are read beside the rules,
    None where there is none. `escalation` are pairs of states, ids in alphabetical order, whose
    escalation it asks about. `sanctions_lists`
    are lists of sanctions of the analyst's own, `channels` the table of what can pass round them,
    `mirror` one of trade as both sides report it.
    """

    folder: Path
    title: str
    question: str
    language: str
    focus: tuple[str, ...]
    watch: tuple[str, ...]
    period: Day
    compare: tuple[str, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    silences: tuple[SilenceAsked, ...] = ()
    movements: tuple[MovementsAsked, ...] = ()
    escalation: tuple[tuple[str, str], ...] = ()
    datasets: tuple[str, ...] = ()
    reliability: dict[str, str]
    documents: tuple[Path, ...] = ()
    chronicle: Path | None = None
    treaties: tuple[Path, ...] = ()
    judgements: Path | None = None
    model: str | None = None
    sanctions_lists: tuple[Path, ...] = ()
    channels: Path | None = None
    mirror: Path | None = None

    @property
    def answers(self) -> Path:
        """The folder that keeps what the case's model has answered."""
        return self.folder / "answers"

    @property
    def name(self) -> str:
        """The name of the folder, by which the case is called."""
        return self.folder.name
