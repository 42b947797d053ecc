"""Which events the assertions together tell of, how each stands, and on how many origins it rests.

Which assertions. Those with an event type that are asserted, reported, possible, planned or denied.
What is demanded or assessed makes no event, nor does what a language model read: it stands beside
the reading of the rules, and would tell the same things twice. A denial alone makes none either:
nobody said it happened.

Which are one event. `same_event.py` says when two may be; `gathering.py` gathers them. The most
exact are taken first and vaguer ones join them: an assertion joins an event when nothing told in it
forbids it and it is taken to tell of the same as one of its members. Where more than one event
would do, it joins the one that a member tells in the very same terms; failing that it stands alone,
as nobody can tell which is meant. A denial joins the event claimed last before it, of equals the
one most alike. What one teller says twice in one document is two events unless it names the same
exact day; the same words with the same coding and day are one, wherever they are reprinted. The
order is that of the content, so the order of reading never changes anything. The analyst's
judgements (`rulings.py`) come before all rules.

Standing. `contested`: one member denies it and another does not, or the analyst judged members
contradictory. Otherwise `certain`: some document's author asserts it. Otherwise `possible`: it is
only reported (asserted with a speaker is a report), planned or thought possible.

Origins: `origins.py`, counted over those who assert or report it; where there are none, over those
who plan it or think it possible.

Type and polarity are those most origins give, of equals the one first in the enumeration; parties
are all that members name, those of events in which all take part alike (`same_event.RECIPROCAL`)
as initiators when sources differ on direction.

Day: what all members that tell it leave open, in the words of the one that tells it most exactly,
an author's before a report's. Where the analyst joined days that exclude each other, that of the
authors, or else the whole span. When nobody tells the day but a report is made on one, the first
such day, as the export's schema has it.
"""

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

import ibis
import pyarrow as pa
from ibis import _
from ibis.expr.types import Table

from foedus.evidence import Day, EventType, Modality, Polarity, Standing
from foedus.ledger.dispatches import dispatches
from foedus.ledger.gathering import gathered
from foedus.ledger.origins import Origin, origins
from foedus.ledger.readers import not_by_a_model
from foedus.ledger.rulings import Rulings, rulings
from foedus.ledger.same_event import OPEN, RECIPROCAL
from foedus.ledger.tables import TABLES
from foedus.ledger.telling import dated_by_speaking

__all__ = ["settled_events"]

Row = dict[str, Any]
Kind = TypeVar("Kind", EventType, Polarity)

_TELLING = ("asserted", "reported", "possible", "planned", "denied")
_COLUMNS = (
    "assertion", "document", "quote", "event_type", "initiator", "target", "day", "day_earliest",
    "day_latest", "modality", "polarity", "speaker", "speaker_role", "speaker_represents", "said",
    "said_earliest", "said_latest", "published_earliest", "published_latest", "cites",
)  # fmt: skip


def settled_events(assertions: Table, works: Table, documents: Table, judgements: Table) -> Table:
    """Return one row per event, in the columns of the ledger's table `events`, sorted by id.

    The id hashes the sorted ids of the members, denials included. Give it the assertions
    `as_known_on` a date and it returns the events as they stood then. It runs the query.
    """
    rows = _rows(
        not_by_a_model(assertions)
        .filter(_.event_type.notnull() & _.modality.isin(_TELLING))
        .select(*_COLUMNS)
    )
    ruled = rulings(_rows(judgements), {row["assertion"]: row["modality"] for row in rows})
    kept = {row["assertion"]: row for row in rows if row["assertion"] not in ruled.wrong}
    cited = {(row["document"], row["work"]): row for row in _rows(works)}
    written = {row["document"]: row for row in _rows(documents.drop("text", "metadata"))}
    copied = dispatches(_texts(documents))
    events = [
        _event([kept[one] for one in members], cited, written, copied, ruled)
        for members in gathered(list(kept.values()), ruled)
        if any(kept[one]["modality"] != Modality.DENIED for one in members)
    ]
    events.sort(key=lambda event: event["event"])
    schema = TABLES["events"]
    return ibis.memtable(pa.Table.from_pylist(events, schema=schema.to_pyarrow()), schema=schema)


def _texts(documents: Table) -> Iterator[tuple[str, str]]:
    """The ids and texts of the documents, but for the chronicle, which is no text of anybody's."""
    texts = documents.filter(_.kind == "text").select("document", "text")
    return ((row["document"], row["text"]) for row in _rows(texts))


def _rows(table: Table) -> list[Row]:
    return table.to_pyarrow().to_pylist()


def _event(
    members: Sequence[Row],
    works: Mapping[tuple[str | None, str], Row],
    documents: Mapping[str, Row],
    copied: Mapping[str, str],
    ruled: Rulings,
) -> Row:
    ids = sorted(row["assertion"] for row in members)
    told = [row for row in members if row["modality"] != Modality.DENIED]
    origin = origins(told, works, documents, ruled.translated, copied)
    event_type = _most(EventType, "event_type", told, origin)
    alike = [row for row in told if row["event_type"] == event_type]
    initiator, target = _parties(event_type, told)
    return {
        "event": "e-" + hashlib.sha256(" ".join(ids).encode()).hexdigest()[:16],
        "event_type": event_type.value,
        "initiator": initiator,
        "target": target,
        **_day(told),
        "polarity": _most(Polarity, "polarity", alike, origin).value,
        "standing": _standing(members, ruled.contradicted).value,
        "origins": len({origin[row["assertion"]] for row in _affirming(told)}),
        "assertions": ids,
    }


def _standing(members: Sequence[Row], contradicted: frozenset[str]) -> Standing:
    denied = any(row["modality"] == Modality.DENIED for row in members)
    if denied or any(row["assertion"] in contradicted for row in members):
        return Standing.CONTESTED
    return Standing.CERTAIN if any(_is_authors(row) for row in members) else Standing.POSSIBLE


def _affirming(told: Sequence[Row]) -> Sequence[Row]:
    said = [row for row in told if row["modality"] in (Modality.ASSERTED, Modality.REPORTED)]
    return said or told


def _is_authors(row: Row) -> bool:
    attributed = any(row[name] for name in ("speaker", "speaker_role", "speaker_represents"))
    return row["modality"] == Modality.ASSERTED and not attributed


def _most(
    kinds: type[Kind], column: str, rows: Sequence[Row], origin: Mapping[str, Origin]
) -> Kind:
    by_kind: dict[str, set[Origin]] = defaultdict(set)
    for row in rows:
        by_kind[row[column]].add(origin[row["assertion"]])
    return max(kinds, key=lambda kind: len(by_kind[kind.value]))


def _parties(event_type: EventType, told: Sequence[Row]) -> tuple[list[str], list[str]]:
    initiators = frozenset().union(*(row["initiator"] for row in told))
    targets = frozenset().union(*(row["target"] for row in told))
    if event_type in RECIPROCAL and len({_direction(row) for row in told if row["target"]}) > 1:
        return sorted(initiators | targets), []
    if event_type in RECIPROCAL:
        targets -= initiators
    return sorted(initiators), sorted(targets)


def _direction(row: Row) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(row["initiator"]), frozenset(row["target"])


def _day(told: Sequence[Row]) -> Row:
    dated = [row for row in told if row["day"] and not dated_by_speaking(row)]
    if dated:
        return _common_day(dated)
    spoken = [row for row in told if row["day"]]
    return (
        _told_day(min(spoken, key=lambda row: (_bounds(row), row["day"]))) if spoken else _no_day()
    )


def _common_day(dated: Sequence[Row]) -> Row:
    authors = [row for row in dated if _is_authors(row)]
    for rows in (dated, authors):
        if rows:
            start = max(_bounds(row)[0] for row in rows)
            end = min(_bounds(row)[1] for row in rows)
            if start <= end:
                return _in_the_words_of([*authors, *dated], start, end)
    start = min(_bounds(row)[0] for row in dated)
    end = max(_bounds(row)[1] for row in dated)
    return _in_the_words_of(dated, start, end)


def _in_the_words_of(rows: Iterable[Row], start: int, end: int) -> Row:
    exact = [row for row in rows if _bounds(row) == (start, end)]
    if exact:
        return _told_day(
            min(exact, key=lambda row: (not _is_authors(row), len(row["day"]), row["day"]))
        )
    if (start, end) == OPEN:
        return _no_day()
    first, last = (
        None if side == open_side else dt.date.fromordinal(side)
        for side, open_side in zip((start, end), OPEN, strict=True)
    )
    written = Day.of(first).edtf if first and first == last else Day.between(first, last).edtf
    return {"day": written, "day_earliest": first, "day_latest": last}


def _told_day(row: Row) -> Row:
    return {name: row[name] for name in ("day", "day_earliest", "day_latest")}


def _no_day() -> Row:
    return {"day": None, "day_earliest": None, "day_latest": None}


def _bounds(row: Row) -> tuple[int, int]:
    earliest, latest = row["day_earliest"], row["day_latest"]
    return (
        earliest.toordinal() if earliest else OPEN[0],
        latest.toordinal() if latest else OPEN[1],
    )
