"""A case: the folder an analyst keeps, read and checked, before anything in it has a meaning."""

from dataclasses import dataclass
from pathlib import Path

from foedus.evidence import Day

__all__ = ["Case", "Coverage", "Scenario", "SilenceAsked"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A what-if of the case: an act, where, and the days it is asked for."""

    id: str
    act: str
    place: str | None
    days: tuple[Day, ...]


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
class Case:
    """What `case.toml` says, and which files stand beside it.

    `focus` and `watch` are actor ids. `compare` lists the instruments set side by side, the new one
    first. `datasets` are the published ones it rests on beside its own documents: no other is
    opened, whatever this machine holds. `reliability` maps a publisher or file name to an Admiralty
    letter, A to F. `model` names a language model whose kept answers are read beside the rules,
    None where there is none.
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
    datasets: tuple[str, ...] = ()
    reliability: dict[str, str]
    documents: tuple[Path, ...] = ()
    chronicle: Path | None = None
    treaties: tuple[Path, ...] = ()
    judgements: Path | None = None
    model: str | None = None

    @property
    def answers(self) -> Path:
        """The folder that keeps what the case's model has answered."""
        return self.folder / "answers"

    @property
    def name(self) -> str:
        """The name of the folder, by which the case is called."""
        return self.folder.name
