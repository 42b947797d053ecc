"""Sanctions: what is in force on whom, what the documents say of it, and the ways round it."""

from collections.abc import Iterator

from foedus.dossier.blocks import (
    Block,
    Cell,
    Data,
    Line,
    Look,
    Paragraph,
    Remarked,
    Section,
    Table,
)
from foedus.dossier.counting import counted
from foedus.dossier.exhibit import Exhibit
from foedus.dossier.finding import Finding
from foedus.dossier.ground import Ground
from foedus.dossier.records import EventRecord
from foedus.dossier.sections.channels import channel_blocks
from foedus.dossier.sections.sanctions_exposure import exposure_blocks
from foedus.dossier.sections.sanctions_in_force import in_force_blocks
from foedus.dossier.sentence import Link, Name, Plain
from foedus.dossier.words.days import number_words
from foedus.repercussions.sanctions.of_case import CaseSanctions

__all__ = ["sanctions"]

COLUMNS = ("by", "against", "when", "words", "standing")


def sanctions(ground: Ground) -> Section:
    """Return measures in force, exposure and channels as far as the case asks, and its events."""
    w = ground.words
    found = ground.material.repercussions.sanctions
    blocks: list[Block] = []
    exhibits = list[Exhibit]()
    if found is not None:
        for part in (in_force_blocks, exposure_blocks, channel_blocks):
            more, behind = part(ground, found)
            blocks += more
            exhibits += behind
    blocks += _told(ground)
    blocks += _missing(ground, found)
    told = (ground.speaking(event) for event in _events(ground))
    exhibits.append(
        counted(
            ground, "e-sanctions", w.text("sanctions.counted"), told, w.text("sanctions.caveat")
        )
    )
    return Section(
        id="sanctions",
        title=w.text("sanctions.title"),
        blocks=tuple(blocks),
        exhibits=tuple(exhibits),
    )


def _events(ground: Ground) -> tuple[EventRecord, ...]:
    focus = frozenset(ground.case.focus)
    return tuple(
        each for each in ground.events if each.event_type == "SANCTION" and each.actors & focus
    )


def _told(ground: Ground) -> Iterator[Block]:
    events = _events(ground)
    if events:
        yield _summary(ground, events)
        yield _table(ground, events)


def _missing(ground: Ground, found: CaseSanctions | None) -> Iterator[Remarked]:
    w = ground.words
    for source in found.missing if found else ():
        yield Remarked(
            w.sentence(
                "sanctions.missing_case",
                title=Name(source.title),
                command=Name(source.missing or ""),
            ),
            missing=True,
        )
    if found is None or found.known is None:
        yield Remarked(w.sentence("sanctions.not_named"), missing=True)
    if "trade" not in ground.case.datasets:
        yield Remarked(w.sentence("sanctions.no_trade"), missing=True)
    if found is None or found.channels is None:
        yield Remarked(w.sentence("sanctions.no_channels"), missing=True)


def _summary(ground: Ground, events: tuple[EventRecord, ...]) -> Paragraph:
    w = ground.words
    finding = Finding(
        sentence=w.counted_sentence(
            "sanctions.count",
            len(events),
            count=Link(number_words(w, len(events)), "e-sanctions"),
        ),
        caveat=w.text("sanctions.caveat"),
    )
    return Paragraph((finding,))


def _table(ground: Ground, events: tuple[EventRecord, ...]) -> Table:
    w = ground.words
    return Table(
        id="sanctions-table",
        title=w.text("sanctions.table"),
        subtitle=w.text("sanctions.subtitle"),
        kind="sanctions",
        columns=tuple(Cell((Line((Plain(w.text(f"sanctions.{name}")),)),)) for name in COLUMNS),
        rows=tuple(_row(ground, event) for event in events),
        data=Data(
            ("event", "initiator", "target", "day", "standing", "origins", "assertions"),
            tuple(
                (e.event, e.initiator, e.target, e.day, e.standing, e.origins, e.assertions)
                for e in events
            ),
        ),
    )


def _row(ground: Ground, event: EventRecord) -> tuple[Cell, ...]:
    w = ground.words
    told = ground.assertion[ground.speaking(event)]
    language = ground.document[told.document].language
    return (
        Cell((Line((_named(ground, event.initiator, event),), Look.STRONG),)),
        Cell((Line((_named(ground, event.target, event),)),)),
        Cell((Line((ground.dated(event, short=True),)),)),
        Cell((Line((Link(told.quote, told.assertion, language),), Look.QUOTE, language or ""),)),
        Cell((Line((Plain(w.text(f"standing.{event.standing}")),)),)),
    )


def _named(ground: Ground, actors: tuple[str, ...], event: EventRecord) -> Name:
    if not actors:
        return Name(ground.words.text("drawer.not_stated"))
    return ground.actors(actors, event.day_earliest)
