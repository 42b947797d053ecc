"""Flows: men, arms and money that pass between actors, with amounts as the sources give them."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources

from foedus.dossier.blocks import Cell, Data, Line, Look, Paragraph, Remarked, Section, Table
from foedus.dossier.counting import counted
from foedus.dossier.exhibit import Exhibit
from foedus.dossier.finding import Estimate, Finding
from foedus.dossier.ground import Ground
from foedus.dossier.records import AssertionRecord
from foedus.dossier.sentence import Link, Name, Plain
from foedus.dossier.words.days import number_words, range_words

__all__ = ["flow_kind", "flows", "flows_of"]

# One-sided by nature; an exchange counts as a flow only where something of a known kind is counted.
TYPES = frozenset(("AID", "MOBILIZE"))
SHOWN = 30
_WORD = re.compile(r"[\w'’-]+")
COLUMNS = ("kind", "direction", "amount", "when", "standing")


@cache
def _kinds() -> dict[str, str]:
    text = resources.files(__package__).joinpath("flow_kinds.toml").read_text(encoding="utf-8")
    return {word: kind for kind, words in tomllib.loads(text).items() for word in words}


def flow_kind(each: AssertionRecord) -> str | None:
    """Return the sort of a flow: men, arms, money or goods; None if nothing says, or several do.

    What is counted decides; where nothing is, the words of the passage, when they name one sort.
    """
    if each.quantity_of is not None:
        return _kind_of_thing(each.quantity_of)
    kinds = {_kind_of_thing(word) for word in _WORD.findall(each.quote.lower())} - {None}
    return kinds.pop() if len(kinds) == 1 else None


def _kind_of_thing(thing: str) -> str | None:
    known = _kinds()
    head = thing.lower().split()[-1]
    return known.get(thing.lower()) or known.get(head) or known.get(head.removesuffix("s"))


def flows_of(ground: Ground) -> tuple[AssertionRecord, ...]:
    """Return assertions of help, exchange or forces between actors in focus, by day."""
    focus = frozenset(ground.case.focus)
    found = [
        each
        for each in ground.assertions
        if _is_flow(each) and each.initiator and len(each.actors & focus) > 1
    ]
    return tuple(sorted(found, key=_order))


def _is_flow(each: AssertionRecord) -> bool:
    exchanged = (
        each.event_type == "COOPERATE"
        and each.quantity_of is not None
        and flow_kind(each) is not None
    )
    return each.event_type in TYPES or exchanged


def _order(each: AssertionRecord) -> tuple[str, str, int]:
    day = each.day_earliest
    return day.isoformat() if day else "9999", each.document, each.start


def flows(ground: Ground) -> Section:
    """Return the flows of the case; without any, what that silence does not mean."""
    w = ground.words
    found = flows_of(ground)
    if not found:
        blocks: tuple[Remarked | Paragraph | Table, ...] = (
            Remarked(w.sentence("flows.empty"), missing=True),
        )
    else:
        blocks = (_summary(ground, found), _table(ground, found))
    return Section(
        id="flows",
        title=w.text("flows.title"),
        blocks=blocks,
        exhibits=tuple(_exhibits(ground, found)),
    )


def _exhibits(ground: Ground, found: tuple[AssertionRecord, ...]) -> Iterator[Exhibit]:
    w = ground.words
    told = [each.assertion for each in found]
    measured = [each.assertion for each in found if _is_measured(each)]
    yield counted(ground, "e-flows", w.text("flows.counted"), told, w.text("flows.caveat"))
    yield counted(
        ground,
        "e-flows-amount",
        w.text("flows.counted_amount"),
        measured,
        w.text("flows.amount_caveat"),
    )


def _is_measured(each: AssertionRecord) -> bool:
    return each.quantity_low is not None or each.quantity_high is not None


def _summary(ground: Ground, found: tuple[AssertionRecord, ...]) -> Paragraph:
    w = ground.words
    measured = [each for each in found if _is_measured(each)]
    findings = [
        Finding(
            sentence=w.counted_sentence(
                "flows.count",
                len(found),
                count=Link(number_words(w, len(found)), "e-flows"),
                counted=Link(number_words(w, len(measured)), "e-flows-amount"),
            ),
            caveat=w.text("flows.caveat"),
        )
    ]
    findings += [_amount(ground, each) for each in measured[:3]]
    return Paragraph(tuple(findings))


def _amount(ground: Ground, each: AssertionRecord) -> Finding:
    w = ground.words
    return Finding(
        sentence=w.sentence(
            "flows.amount_of",
            who=ground.named(each.initiator, each.day_earliest, first=True),
            words=Link(
                each.quantity_words or each.quote,
                each.assertion,
                ground.document[each.document].language,
            ),
            range=Link(range_words(w, each.quantity_low, each.quantity_high), each.assertion),
        ),
        estimate=Estimate(
            low=each.quantity_low,
            high=each.quantity_high,
            unit=each.quantity_unit or each.quantity_of or "count",
            method="words of the source",
        ),
        caveat=w.text("flows.amount_caveat"),
    )


def _table(ground: Ground, found: tuple[AssertionRecord, ...]) -> Table:
    w = ground.words
    return Table(
        id="flows-table",
        title=w.text("flows.table"),
        subtitle=w.text("flows.subtitle"),
        kind="flows",
        columns=tuple(Cell((Line((Plain(w.text(f"flows.{name}")),)),)) for name in COLUMNS),
        rows=tuple(_row(ground, each) for each in found[:SHOWN]),
        data=_data(found),
        caption=(
            *w.sentence("flows.caption"),
            *(w.sentence("flows.rest") if len(found) > SHOWN else ()),
        ),
    )


def _row(ground: Ground, each: AssertionRecord) -> tuple[Cell, ...]:
    w = ground.words
    kind = flow_kind(each)
    events = ground.events_with.get(each.assertion, ())
    standing = events[0].standing if events else None
    return (
        Cell(
            (
                Line((Plain(w.text(f"flows.kinds.{kind or 'unknown'}")),), Look.STRONG),
                Line((Plain(w.text(f"event.{each.event_type}")),), Look.SMALL),
            )
        ),
        Cell((Line((Name(_direction(ground, each)),)),)),
        _amount_cell(ground, each),
        Cell((Line((Link(ground.day(each.day, short=True), each.assertion),)),)),
        Cell(
            (
                Line((Plain(w.text(f"standing.{standing or 'none'}")),)),
                Line((Plain(w.text(f"modality.{each.modality}")),), Look.SMALL),
            )
        ),
    )


def _direction(ground: Ground, each: AssertionRecord) -> str:
    sides = (each.initiator, each.target) if each.target else (each.initiator,)
    return " → ".join(
        ground.words.listed(tuple(ground.actor(one, each.day_earliest) for one in side))
        for side in sides
    )


def _amount_cell(ground: Ground, each: AssertionRecord) -> Cell:
    w = ground.words
    language = ground.document[each.document].language
    quote = Line((Link(each.quote, each.assertion, language),), Look.QUOTE, language or "")
    if each.quantity_words is None:
        return Cell((quote, Line(w.sentence("flows.no_amount"), Look.NONE)))
    amount = Link(range_words(w, each.quantity_low, each.quantity_high), each.assertion)
    return Cell((quote, Line((Plain(w.text("flows.range")), amount), Look.SMALL)))


def _data(found: tuple[AssertionRecord, ...]) -> Data:
    columns = (
        "assertion",
        "event_type",
        "initiator",
        "target",
        "kind",
        "low",
        "high",
        "of",
        "unit",
        "words",
        "day",
        "modality",
        "document",
    )
    return Data(
        columns,
        tuple(
            (
                each.assertion,
                each.event_type,
                each.initiator,
                each.target,
                flow_kind(each),
                each.quantity_low,
                each.quantity_high,
                each.quantity_of,
                each.quantity_unit,
                each.quantity_words,
                each.day,
                each.modality,
                each.document,
            )
            for each in found
        ),
    )
