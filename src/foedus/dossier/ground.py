"""The ground a dossier stands on: its material as rows, and what every section asks of them."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from ibis.expr.types import Table

from foedus.actors.names import display_name
from foedus.dossier.material import Material
from foedus.dossier.records import (
    AssertionRecord,
    DocumentRecord,
    EventRecord,
    FaultRecord,
    JudgementRecord,
    WorkRecord,
    records,
)
from foedus.dossier.sentence import Link, Name, Unsourced
from foedus.dossier.words.articles import with_article
from foedus.dossier.words.catalogue import Words, words_in
from foedus.dossier.words.days import day_words
from foedus.errors import FoedusError, UnknownActor, UnreadableDocument
from foedus.evidence import Day
from foedus.sources.case import Case
from foedus.treaties.instrument import Instrument

__all__ = ["Ground", "ground_of"]

Row = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Ground:
    """Rows in a fixed order, with the words to say them in; asks nothing of a table any more."""

    material: Material
    words: Words
    documents: tuple[DocumentRecord, ...]
    works: tuple[WorkRecord, ...]
    assertions: tuple[AssertionRecord, ...]
    events: tuple[EventRecord, ...]
    judgements: tuple[JudgementRecord, ...]
    faults: tuple[FaultRecord, ...]
    ties: tuple[Row, ...]
    undated: tuple[Row, ...]
    exchanges: tuple[Row, ...]
    exchange_records: tuple[Row, ...]
    exchange_turns: tuple[Row, ...]
    tie_turns: tuple[Row, ...]
    third_parties: tuple[Row, ...]

    @property
    def case(self) -> Case:
        """The case as its folder says it."""
        return self.material.case

    @property
    def instruments(self) -> Mapping[str, Instrument]:
        """Every treaty, by id."""
        return self.material.instruments

    @cached_property
    def document(self) -> Mapping[str, DocumentRecord]:
        """Documents by id."""
        return {each.document: each for each in self.documents}

    @cached_property
    def assertion(self) -> Mapping[str, AssertionRecord]:
        """Assertions by id."""
        return {each.assertion: each for each in self.assertions}

    @cached_property
    def work(self) -> Mapping[tuple[str, str], WorkRecord]:
        """Cited works by document and id."""
        return {(each.document, each.work): each for each in self.works}

    @cached_property
    def events_with(self) -> Mapping[str, tuple[EventRecord, ...]]:
        """The events each assertion belongs to."""
        found: dict[str, tuple[EventRecord, ...]] = {}
        for event in self.events:
            for assertion in event.assertions:
                found[assertion] = (*found.get(assertion, ()), event)
        return found

    @cached_property
    def rulings_on(self) -> Mapping[str, tuple[JudgementRecord, ...]]:
        """The analyst's judgements on each assertion."""
        found: dict[str, tuple[JudgementRecord, ...]] = {}
        for judgement in self.judgements:
            for assertion in judgement.assertions:
                found[assertion] = (*found.get(assertion, ()), judgement)
        return found

    @property
    def between_focus(self) -> tuple[EventRecord, ...]:
        """Events in which at least two actors in focus take part, by their earliest day."""
        focus = frozenset(self.case.focus)
        return tuple(event for event in self.events if len(event.actors & focus) > 1)

    @property
    def focus_dyads(self) -> tuple[str, ...]:
        """The undirected dyads among the actors in focus, ids sorted ("PRK-RUS")."""
        focus = sorted(self.case.focus)
        return tuple(f"{one}-{two}" for i, one in enumerate(focus) for two in focus[i + 1 :])

    def speaking(self, event: EventRecord) -> str:
        """Return the assertion that stands for an event: the surest, then the first published.

        Raises `Unsourced` when none of those it names is in the case.
        """
        known = [self.assertion[one] for one in event.assertions if one in self.assertion]
        if not known:
            raise Unsourced(
                f"event {event.event} rests on {', '.join(event.assertions) or 'nothing'}, "
                "which is not in the case"
            )
        return min(known, key=_surest).assertion

    def actor(self, actor: str, on: dt.date | None = None) -> str:
        """Return what an actor is called in the dossier's language, on a day where one is given.

        An id that names nobody we know is shown as it is: the audits list it as a fault.
        """
        try:
            return self.words.typeset(display_name(actor, self.words.language, on))
        except UnknownActor:
            return actor

    def actors(self, actors: Iterable[str], on: dt.date | None = None) -> Name:
        """Return several actors as one proper name: "Russia and North Korea"."""
        return Name(self.words.listed(tuple(self.actor(each, on) for each in actors)))

    def named(
        self, actors: Iterable[str], on: dt.date | None = None, *, first: bool = False
    ) -> Name:
        """Return actors as a sentence names them, with articles; `first` opens the sentence."""
        said = self.words.listed(
            tuple(with_article(self.words, each, self.actor(each, on)) for each in actors)
        )
        return Name(said[:1].upper() + said[1:] if first else said)

    def reliability(self, assertion: AssertionRecord) -> str | None:
        """Return the Admiralty letter the case gives an assertion's source, None if none.

        The source of a chronicle's entry is the publisher of the work it cites.
        """
        document = self.document[assertion.document]
        work = self.work.get((assertion.document, assertion.cites or ""))
        if document.kind == "chronicle" and work and work.publisher:
            return self.case.reliability.get(work.publisher)
        return document.reliability

    def dyad(self, dyad: str) -> Name:
        """Return the two actors of a dyad as a proper name."""
        return Name("–".join(self.actor(each) for each in dyad.split("-")))

    def day(self, edtf: str | None, *, short: bool = False) -> str:
        """Return a day in words, or the words for an unknown one."""
        if not edtf:
            return self.words.text("day.unknown")
        return day_words(self.words, Day(edtf), short=short)

    def dated(self, event: EventRecord, *, short: bool = False) -> Link:
        """Return an event's day as a link to what says so."""
        return Link(self.day(event.day, short=short), self.speaking(event))


def _surest(assertion: AssertionRecord) -> tuple[bool, bool, dt.date, str]:
    return (
        assertion.modality != "asserted",
        assertion.is_somebody_s,
        assertion.published_earliest or dt.date.max,
        assertion.assertion,
    )


def ground_of(material: Material) -> Ground:
    """Return the material as rows, in an order that depends on nothing but the rows themselves."""
    return Ground(
        material=material,
        words=words_in(material.case.language),
        documents=records(DocumentRecord, _rows(material.documents, "name", "document")),
        works=records(WorkRecord, _rows(material.works, "document", "work")),
        assertions=records(
            AssertionRecord, _rows(material.assertions, "document", "start", "end", "assertion")
        ),
        events=records(EventRecord, _rows(material.events, "day_earliest", "day_latest", "event")),
        judgements=records(JudgementRecord, _rows(material.judgements, "judgement")),
        faults=(
            *(_refusal(error) for error in material.refused),
            *records(FaultRecord, _rows(material.faults, "audit", "document", "start")),
        ),
        ties=tuple(_rows(material.monthly_ties, "dyad", "month")),
        undated=tuple(_rows(material.undated_ties, "dyad")),
        exchanges=tuple(_rows(material.yearly_exchanges, "series", "dyad", "year")),
        exchange_records=tuple(_rows(material.exchange_records, "series", "dyad")),
        exchange_turns=tuple(_rows(material.exchange_turning_points, "series", "dyad")),
        tie_turns=tuple(_rows(material.tie_turning_points, "series", "dyad")),
        third_parties=()
        if material.repercussions.third_parties is None
        else tuple(_rows(material.repercussions.third_parties, "watched", "focus", "first")),
    )


def _refusal(error: FoedusError) -> FaultRecord:
    """Return a document that could not be read as a fault, by its name and not its path."""
    if isinstance(error, UnreadableDocument):
        name = Path(error.file).name
        return FaultRecord(audit="refused", quote=name, explanation=f"{error.problem}.")
    return FaultRecord(audit="refused", explanation=str(error))


def _rows(table: Table, *order: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = table.to_pyarrow().to_pylist()
    return sorted(rows, key=lambda row: tuple((row[key] is None, row[key] or 0) for key in order))
