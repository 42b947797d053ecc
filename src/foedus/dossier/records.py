"""The rows of a ledger as frozen values, which is where a dossier stops asking for tables."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any, TypeVar

from foedus.evidence import Day

__all__ = [
    "AssertionRecord",
    "DocumentRecord",
    "EventRecord",
    "FaultRecord",
    "JudgementRecord",
    "WorkRecord",
    "records",
]

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRecord:
    """One document of the case, its text included."""

    document: str
    name: str
    kind: str
    text: str
    title: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None
    reliability: str | None = None

    @property
    def day(self) -> Day | None:
        """The day of publication."""
        return Day(self.published) if self.published else None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkRecord:
    """One work a document cites: a note, or the source of a chronicle entry."""

    work: str
    document: str
    kind: str
    number: int | None = None
    title: str | None = None
    title_translated: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    issued: str | None = None
    language: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AssertionRecord:
    """One source saying one thing."""

    assertion: str
    document: str
    start: int
    end: int
    quote: str
    modality: str
    polarity: str
    read_by: str
    rule: str
    event_type: str | None = None
    mode: str | None = None
    initiator: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    day: str | None = None
    day_earliest: dt.date | None = None
    day_latest: dt.date | None = None
    day_words: str | None = None
    place: str | None = None
    quantity_words: str | None = None
    quantity_low: float | None = None
    quantity_high: float | None = None
    quantity_unit: str | None = None
    quantity_of: str | None = None
    speaker: str | None = None
    speaker_role: str | None = None
    speaker_represents: str | None = None
    said: str | None = None
    said_earliest: dt.date | None = None
    published: str | None = None
    published_earliest: dt.date | None = None
    cites: str | None = None

    @property
    def actors(self) -> frozenset[str]:
        """Everyone who takes part."""
        return frozenset((*self.initiator, *self.target))

    @property
    def uttered(self) -> Day | None:
        """When it was said: the speaker's day where the text tells, else the day of publication."""
        day = self.said or self.published
        return Day(day) if day else None

    @property
    def is_somebody_s(self) -> bool:
        """Whether the text gives it to a speaker other than its author."""
        return self.speaker is not None or self.speaker_represents is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRecord:
    """What assertions together say happened."""

    event: str
    event_type: str
    initiator: tuple[str, ...]
    target: tuple[str, ...]
    polarity: str
    standing: str
    origins: int
    assertions: tuple[str, ...]
    day: str | None = None
    day_earliest: dt.date | None = None
    day_latest: dt.date | None = None

    @property
    def actors(self) -> frozenset[str]:
        """Everyone who takes part."""
        return frozenset((*self.initiator, *self.target))


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementRecord:
    """What an analyst decided about some assertions."""

    judgement: str
    verdict: str
    assertions: tuple[str, ...]
    by: str
    on: dt.date | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FaultRecord:
    """One fault of the data: damage in extraction, or a row an audit returned."""

    audit: str
    explanation: str
    document: str | None = None
    start: int | None = None
    end: int | None = None
    subject: str | None = None
    quote: str | None = None


def records(kind: type[Record], rows: Iterable[Mapping[str, Any]]) -> tuple[Record, ...]:
    """Return rows as values of `kind`, columns it does not name left out, lists made tuples."""
    wanted = [field.name for field in fields(kind)]  # type: ignore[arg-type]
    return tuple(kind(**_kept(row, wanted)) for row in rows)


def _kept(row: Mapping[str, Any], wanted: list[str]) -> dict[str, Any]:
    kept = {name: row[name] for name in wanted if name in row}
    return {name: tuple(v) if isinstance(v, list) else v for name, v in kept.items()}
