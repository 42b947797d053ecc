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
from foedus.treaties.instrument import PARTIES, Article, Instrument, Obligation, Party

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
        pa.field("doubted", pa.bool_(), nullable=False),  # something but its dates casts doubt
    ]
)
Bounds = tuple[dt.date | None, dt.date | None]
OBLIGATION = ("instrument", "article", "obligation", "obligor", "beneficiary")


def obligations_table(instruments: Iterable[Instrument]) -> Table:
    """Return one row per obligation, obligor, beneficiary and spell; see `OBLIGATIONS`.

    An obligation towards any state has a null beneficiary; one of the Security Council has the
    instrument's organisation as obligor. Signatories never bound, political commitments and the
    days of a suspension have no row.
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
    return (_.begins_latest <= day) & ends_later & ~_.doubted


def _may_run(day: ibis.Value) -> BooleanValue:
    return (_.begins_earliest <= day) & (_.ends_latest.isnull() | (_.ends_latest >= day))


def _rows(instrument: Instrument) -> Iterator[dict[str, object]]:
    for article, obligation in () if instrument.political else instrument.obligations():
        for obligor, owed in _owed(instrument, obligation):
            spells = [one.spell for one in (obligor, owed) if one and one.spell]
            if article.spell:
                spells.append(article.spell)
            runs = _running(instrument, obligor, owed, _overlap(spells))
            for (begins, ends), doubted in _doubted(instrument, obligation, obligor, owed, runs):
                yield {
                    **_clause(instrument, article, obligation),
                    "obligor": obligor.actor,
                    "beneficiary": owed.actor if owed else None,
                    "begins_earliest": begins[0],
                    "begins_latest": begins[1],
                    "ends_earliest": ends[0],
                    "ends_latest": ends[1],
                    "doubted": doubted,
                }


Run = tuple[Bounds, Bounds]


def _running(
    instrument: Instrument, obligor: Party, owed: Party | None, whole: Run
) -> Iterator[Run]:
    """The days of a bond without those for which it is suspended; nothing where it never runs."""
    runs = [whole]
    towards = owed.actor if owed else None
    for stay in instrument.suspensions:
        if stay.covers(obligor.actor, towards):
            runs = [part for one in runs for part in _without(one, stay.spell)]
    yield from (one for one in runs if _is_any(one))


def _doubted(
    instrument: Instrument,
    obligation: Obligation,
    obligor: Party,
    owed: Party | None,
    runs: Iterable[Run],
) -> Iterator[tuple[Run, bool]]:
    """The same days, apart where something but dates casts doubt on the bond."""
    if instrument.legal_force or "beneficiary" in obligation.trigger.untold:
        yield from ((run, True) for run in runs)
        return
    doubts = [doubt for one in (obligor, owed) if one for doubt in one.doubts]
    for run in runs:
        clear = [run]
        for doubt in doubts:
            until = doubt.until.latest if doubt.until else None
            gap = Spell(_exactly(doubt.since.earliest), _exactly(until))
            yield from ((part, True) for part in [_within(run, gap)] if _is_any(part))
            clear = [part for one in clear for part in _without(one, gap) if _is_any(part)]
        yield from ((part, False) for part in clear)


def _exactly(date: dt.date | None) -> Day | None:
    return Day.of(date) if date else None


def _is_any(run: Run) -> bool:
    (begin, _), (_, end) = run
    return not (begin and end and begin > end)


def _within(run: Run, gap: Spell) -> Run:
    (begins, ends), first, last = run, gap.begins, gap.ends
    if first and first.earliest:
        begins = _later(begins[0], first.earliest), _later(begins[1], first.earliest)
    if last and last.latest:
        ends = _earlier(ends[0], last.latest), _earlier(ends[1], last.latest)
    return begins, ends


def _without(run: Run, gap: Spell) -> Iterator[Run]:
    (begins, ends), one = run, dt.timedelta(days=1)
    if gap.begins and gap.begins.earliest and gap.begins.latest:
        before = gap.begins.earliest - one, gap.begins.latest - one
        yield begins, (_earlier(ends[0], before[0]), _earlier(ends[1], before[1]))
    if gap.ends and gap.ends.earliest and gap.ends.latest:
        after = gap.ends.earliest + one, gap.ends.latest + one
        yield (_later(begins[0], after[0]), _later(begins[1], after[1])), ends


def _earlier(end: dt.date | None, cut: dt.date) -> dt.date:
    return cut if end is None else min(end, cut)


def _later(begin: dt.date | None, cut: dt.date) -> dt.date:
    return cut if begin is None else max(begin, cut)


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
        elif name in instrument.guaranteed:
            spell = Spell(instrument.in_force, instrument.ended)
            yield Party(actor=name, signed=None, spell=spell)
        else:
            yield from (one for one in bound if name in PARTIES or one.actor == name)


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
