"""Sanctions: who is said to have put whom under sanctions, or to have lifted or broken them."""

from foedus.dossier.blocks import Cell, Data, Line, Look, Paragraph, Remarked, Section, Table
from foedus.dossier.counting import counted
from foedus.dossier.finding import Finding
from foedus.dossier.ground import Ground
from foedus.dossier.records import EventRecord
from foedus.dossier.sentence import Link, Name, Plain
from foedus.dossier.words.days import number_words

__all__ = ["sanctions"]

COLUMNS = ("by", "against", "when", "words", "standing")


def sanctions(ground: Ground) -> Section:
    """Return the sanctions the documents speak of; lists of sanctions in force are not read yet."""
    w = ground.words
    focus = frozenset(ground.case.focus)
    events = tuple(
        each for each in ground.events if each.event_type == "SANCTION" and each.actors & focus
    )
    limit = Remarked(w.sentence("sanctions.limit"), missing=True)
    if not events:
        blocks: tuple[Paragraph | Table | Remarked, ...] = (limit,)
    else:
        blocks = (_summary(ground, events), _table(ground, events), limit)
    told = (ground.speaking(event) for event in events)
    exhibit = counted(
        ground, "e-sanctions", w.text("sanctions.counted"), told, w.text("sanctions.caveat")
    )
    return Section(
        id="sanctions", title=w.text("sanctions.title"), blocks=blocks, exhibits=(exhibit,)
    )


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
