"""Which obligations bind their obligors on a given day, and how surely.

An obligation binds from the day its instrument came into force for both the one who owes and the
one who is owed, as long as the wording of its article stands. Dates carry doubt, so each answer is
certain or possible; a signature alone binds nobody. Tables in, tables out: nothing here runs a
query.
"""

import datetime as dt
from collections.abc import Iterable, Iterator

import ibis
import pyarrow as pa
from ibis import _
from ibis.expr.types import BooleanValue, Table

from foedus.evidence import Day, Spell
from foedus.treaties.instrument import Article, Instrument, Obligation, Party

__all__ = ["OBLIGATIONS", "binding_obligations", "obligations_table"]

OBLIGATIONS = pa.schema(
    [
        # one row per obligation, obligor, beneficiary and pair of their spells in the instrument
        pa.field("instrument", pa.string(), nullable=False),
        pa.field("article", pa.string(), nullable=False),
        pa.field("obligation", pa.string(), nullable=False),
        pa.field("kind", pa.string(), nullable=False),
        pa.field("obligor", pa.string(), nullable=False),
        pa.field("beneficiary", pa.string()),  # null: owed to any state
        pa.field("begins_earliest", pa.date32()),
        pa.field("begins_latest", pa.date32()),
        pa.field("ends_earliest", pa.date32()),  # null: still runs
        pa.field("ends_latest", pa.date32()),
        pa.field(
            "doubted_since", pa.date32()
        ),  # null: nothing casts doubt on the bond but its dates
    ]
)
EVERYONE = ("each party", "the other parties")
OBLIGATION = ("instrument", "article", "obligation", "obligor", "beneficiary")


def obligations_table(instruments: Iterable[Instrument]) -> Table:
    """Return one row per obligation, obligor, beneficiary and spell; see `OBLIGATIONS`.

    An obligation towards any state has a null beneficiary; one of the Security Council has the
    instrument's organisation as obligor. Signatories never bound have no row.
    """
    rows = [row for one in instruments for row in _rows(one)]
    return ibis.memtable(pa.Table.from_pylist(rows, schema=OBLIGATIONS))


def binding_obligations(obligations: Table, on: dt.date) -> Table:
    """Return the obligations that bind on that day, each once, with its `standing`.

    One row per obligation, obligor and beneficiary: certain when every doubtful date falls right
    and nothing else casts doubt on the bond, possible otherwise.
    """
    day = ibis.literal(on)
    certain = obligations.filter(_surely_runs(day)).select(*OBLIGATION, "kind").distinct()
    possible = obligations.filter(_may_run(day)).select(*OBLIGATION, "kind").distinct()
    return ibis.union(
        certain.mutate(standing=ibis.literal("certain")),
        ibis.difference(possible, certain).mutate(standing=ibis.literal("possible")),
    ).order_by(*OBLIGATION)


def _surely_runs(day: ibis.Value) -> BooleanValue:
    # No recorded end means the obligation still runs, not that we lost the date.
    ends_later = _.ends_earliest.isnull() | (_.ends_earliest >= day)
    undoubted = _.doubted_since.isnull() | (_.doubted_since > day)
    return (_.begins_latest <= day) & ends_later & undoubted


def _may_run(day: ibis.Value) -> BooleanValue:
    return (_.begins_earliest <= day) & (_.ends_latest.isnull() | (_.ends_latest >= day))


def _rows(instrument: Instrument) -> Iterator[dict[str, object]]:
    for article, obligation in instrument.obligations():
        for obligor, owed in _owed(instrument, obligation):
            spells = [one.spell for one in (obligor, owed) if one and one.spell]
            if article.spell:
                spells.append(article.spell)
            begins, ends = _overlap(spells)
            doubts = [
                doubt.since.earliest for one in (obligor, owed) if one for doubt in one.doubts
            ]
            if begins[0] and ends[1] and begins[0] > ends[1]:
                continue
            yield {
                **_clause(instrument, article, obligation),
                "obligor": obligor.actor,
                "beneficiary": owed.actor if owed else None,
                "begins_earliest": begins[0],
                "begins_latest": begins[1],
                "ends_earliest": ends[0],
                "ends_latest": ends[1],
                "doubted_since": min(filter(None, doubts), default=None),
            }


def _clause(instrument: Instrument, article: Article, obligation: Obligation) -> dict[str, object]:
    return {
        "instrument": instrument.id,
        "article": article.number,
        "obligation": obligation.id,
        "kind": obligation.kind,
    }


def _owed(instrument: Instrument, obligation: Obligation) -> Iterator[tuple[Party, Party | None]]:
    """Every pair of who owes and who is owed, by spell; None where any state is owed."""
    for obligor in _meant(instrument, obligation.obligor):
        if obligation.beneficiary == ("any state",):
            yield obligor, None
            continue
        for owed in _meant(instrument, obligation.beneficiary):
            if owed.actor != obligor.actor:
                yield obligor, owed


def _meant(instrument: Instrument, named: tuple[str, ...]) -> Iterator[Party]:
    bound = [party for party in instrument.parties if party.spell is not None]
    for name in named:
        if name == "the Security Council" and instrument.organisation:
            spell = Spell(instrument.in_force, instrument.ended)
            yield Party(actor=instrument.organisation, signed=None, spell=spell)
        else:
            yield from (one for one in bound if name in EVERYONE or one.actor == name)


Bounds = tuple[dt.date | None, dt.date | None]


def _overlap(spells: Iterable[Spell]) -> tuple[Bounds, Bounds]:
    """The earliest and latest day on which all spells have begun, then on which one has ended."""
    spells = list(spells)
    begins = [spell.begins for spell in spells if spell.begins]
    ends = [spell.ends for spell in spells if spell.ends]
    return (
        (
            max(_dates(begins, "earliest"), default=None),
            max(_dates(begins, "latest"), default=None),
        ),
        (min(_dates(ends, "earliest"), default=None), min(_dates(ends, "latest"), default=None)),
    )


def _dates(days: Iterable[Day], side: str) -> list[dt.date]:
    return [date for day in days if (date := getattr(day, side)) is not None]
