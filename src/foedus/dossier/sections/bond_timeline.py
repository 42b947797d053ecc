"""The timeline of a bond: treaties and events of the actors in focus, in lanes on one clock."""

import datetime as dt
from collections.abc import Iterator

from foedus.dossier.blocks import Data, Figure
from foedus.dossier.coded_treaties import instrument_id
from foedus.dossier.figures import Bar, Gap, Timeline
from foedus.dossier.ground import Ground
from foedus.dossier.passages import assertion_title
from foedus.dossier.period import detail_from
from foedus.dossier.records import EventRecord
from foedus.dossier.sentence import Link, Plain, Sentence
from foedus.dossier.words.days import number_words
from foedus.evidence import Day
from foedus.treaties.comparison import central_clause
from foedus.treaties.instrument import Instrument
from foedus.treaties.vocabulary import kinds

__all__ = ["bond_figure", "lane_of"]

LANES = {
    "meetings": ("AGREE", "CONSULT"),
    "help": ("AID", "COOPERATE", "CONCEDE", "RETREAT"),
    "forces": ("MOBILIZE", "ASSAULT", "COERCE"),
    "words": ("SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST"),
    "sanctions": ("SANCTION",),
}


def lane_of(event_type: str) -> str:
    """Return the lane an event of this PLOVER type is drawn in."""
    return next(lane for lane, types in LANES.items() if event_type in types)


def bond_figure(
    ground: Ground, events: tuple[EventRecord, ...], treaties: tuple[Instrument, ...]
) -> Figure | None:
    """Return treaties and dated events in lanes; None when there is neither."""
    w = ground.words
    ends = _last_day(ground, events, treaties)
    if ends is None:
        return None
    drawn = (*_treaty_bars(ground, treaties, ends), *_event_bars(ground, events, ends))
    bars = tuple(bar for bar in drawn if bar.earliest <= ends)
    if not bars:
        return None
    filled = {bar.lane for bar in bars}
    lanes = [lane for lane in ("treaties", *LANES) if w.text(f"lane.{lane}") in filled]
    begins = min(bar.earliest for bar in bars)
    days = [event.day_earliest for event in events if event.day_earliest]
    names = tuple(w.text(f"lane.{lane}") for lane in lanes)
    return Figure(
        id="timeline",
        title=_title(ground, events, treaties),
        subtitle=w.text("bond.subtitle"),
        drawing=Timeline(
            names,
            bars,
            tuple(_gaps(ground, lanes, begins, ends)),
            begins,
            ends,
            detail_from(days, begins, ends),
            w.text("bond.describes", title=ground.case.title),
        ),
        data=_data(events, treaties),
        evidence=tuple(dict.fromkeys(bar.evidence for bar in bars)),
        caption=(*w.sentence("bond.caption"), *_undrawn(ground, events, ends)),
    )


def _undrawn(ground: Ground, events: tuple[EventRecord, ...], ends: dt.date) -> Sentence:
    """Return how many events are in no lane because their day is not known; nothing if none is."""
    w = ground.words
    left = [each for each in events if each.day_earliest is None or each.day_earliest > ends]
    if not left:
        return ()
    count = Link(number_words(w, len(left)), ground.speaking(left[0]))
    return (Plain(" "), *w.counted_sentence("bond.undrawn", len(left), count=count))


def _title(
    ground: Ground, events: tuple[EventRecord, ...], treaties: tuple[Instrument, ...]
) -> str:
    w = ground.words
    marks = w.counted("bond.marks", len(events), count=len(events))
    promised = [promise for treaty in treaties if (promise := _promise(ground, treaty))]
    if not promised:
        return w.text("bond.figure_events", events=marks)
    return w.text("bond.figure", treaties=w.text("list.comma").join(promised), events=marks)


def _promise(ground: Ground, treaty: Instrument) -> str | None:
    """Return what a treaty mainly promised and when, "defence 1961–1996"; None if not coded."""
    if treaty.signed.earliest is None or not any(treaty.obligations()):
        return None
    w = ground.words
    kind = kinds()[central_clause(treaty)[1].kind].label.said(w.language)
    begins = treaty.in_force.earliest if treaty.in_force else None
    if begins is None:
        return w.text("bond.promise.signed", kind=kind, year=treaty.signed.earliest.year)
    if treaty.ended and treaty.ended.latest:
        return w.text(
            "bond.promise.ended", kind=kind, begins=begins.year, ends=treaty.ended.latest.year
        )
    return w.text("bond.promise.runs", kind=kind, year=begins.year)


def _last_day(
    ground: Ground, events: tuple[EventRecord, ...], treaties: tuple[Instrument, ...]
) -> dt.date | None:
    """Return the last day the timeline shows: of what is known, within the period of the case."""
    known = [ground.material.known_on, *(event.day_latest for event in events)]
    known += [day.earliest for each in treaties for day in (each.signed, each.in_force) if day]
    latest = max((day for day in known if day), default=None)
    period = ground.case.period.latest
    return min((day for day in (latest, period) if day), default=None)


def _treaty_bars(ground: Ground, treaties: tuple[Instrument, ...], ends: dt.date) -> Iterator[Bar]:
    w = ground.words
    for treaty in treaties:
        label = treaty.short.said(w.language)
        stop = (treaty.ended.latest if treaty.ended else None) or ends
        signed, force = (
            treaty.signed.earliest,
            treaty.in_force.earliest if treaty.in_force else None,
        )
        shared = {
            "told": f"{label}: {ground.day(treaty.signed.edtf)}",
            "lane": w.text("lane.treaties"),
            "tone": "cooperation",
            "evidence": instrument_id(treaty.id),
        }
        if signed and signed <= ends and (force is None or signed < force):
            until = min(force - dt.timedelta(days=1) if force else stop, ends)
            yield Bar(earliest=signed, latest=until, form="signed", label=label, **shared)
        if force and force <= ends:
            yield Bar(
                earliest=force,
                latest=max(min(stop, ends), force),
                form="force",
                label=label,
                **shared,
            )


def _event_bars(ground: Ground, events: tuple[EventRecord, ...], ends: dt.date) -> Iterator[Bar]:
    for event in events:
        if event.day_earliest is None:
            continue
        exact = Day(event.day).precision in ("day", "interval") if event.day else False
        tone = "contested" if event.standing == "contested" else event.polarity
        possible = event.standing == "possible"
        yield Bar(
            lane=ground.words.text(f"lane.{lane_of(event.event_type)}"),
            earliest=event.day_earliest,
            # An open end runs to the edge.
            latest=max(event.day_latest or ends, event.day_earliest),
            form="uncertain" if not exact else "possible" if possible else "exact",
            tone=tone,
            label="",
            told=assertion_title(ground, ground.assertion[ground.speaking(event)]),
            evidence=ground.speaking(event),
        )


def _gaps(ground: Ground, lanes: list[str], begins: dt.date, ends: dt.date) -> Iterator[Gap]:
    """Yield, for each lane of which the chronicle covers something, the days it does not cover.

    A lane nobody claims to cover has no gap drawn: its caption says that nothing is complete.
    """
    for lane in lanes:
        spells = [
            each.spell for each in ground.case.coverage if each.event_type in LANES.get(lane, ())
        ]
        if not spells:
            continue
        first = min((s.earliest or begins for s in spells), default=begins)
        last = max((s.latest or ends for s in spells), default=ends)
        name = ground.words.text(f"lane.{lane}")
        if first > begins:
            yield Gap(name, begins, first - dt.timedelta(days=1))
        if last < ends:
            yield Gap(name, last + dt.timedelta(days=1), ends)


def _data(events: tuple[EventRecord, ...], treaties: tuple[Instrument, ...]) -> Data:
    columns = (
        "id",
        "lane",
        "type",
        "initiator",
        "target",
        "day",
        "earliest",
        "latest",
        "polarity",
        "standing",
        "origins",
        "assertions",
    )
    rows: list[tuple[object, ...]] = [
        (
            treaty.id,
            "treaties",
            "treaty",
            treaty.actors,
            (),
            treaty.signed.edtf,
            treaty.signed.earliest,
            treaty.ended.latest if treaty.ended else None,
            "cooperation",
            None,
            None,
            (),
        )
        for treaty in treaties
    ]
    rows += [
        (
            event.event,
            lane_of(event.event_type),
            event.event_type,
            event.initiator,
            event.target,
            event.day,
            event.day_earliest,
            event.day_latest,
            event.polarity,
            event.standing,
            event.origins,
            event.assertions,
        )
        for event in events
    ]
    return Data(columns, tuple(rows))
