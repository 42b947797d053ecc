"""What ties between states can be drawn from on this machine: treaties, and quarrels held."""

import datetime as dt
from functools import cached_property, lru_cache

import pyarrow as pa
import pyarrow.compute as pc

from foedus.actors.states import all_actors
from foedus.datasets.holdings import holding
from foedus.evidence import QuadClass
from foedus.ledger.engine import Ledger
from foedus.ledger.engines import Engine, engine_at
from foedus.relations.series.case_events import case_events
from foedus.relations.structure.quarrels import Quarrels, Source, held_quarrels
from foedus.relations.structure.tie_rules import BY
from foedus.treaties.asking import instruments_asked
from foedus.treaties.atop.history import History
from foedus.treaties.binding import obligations_table

__all__ = ["Known", "case_quarrels", "known_ties", "states_on"]


class Known:
    """Everything ties can be drawn from on this machine, read once for any number of days."""

    def __init__(self, asked: History, quarrels: Quarrels, events: pa.Table | None = None) -> None:
        """Take the instruments asked, the quarrels held, and the `case_quarrels` of a case."""
        self.events = events
        self.instruments = asked.instruments
        self.quarrels = quarrels
        self.missing = asked.missing

    @cached_property
    def obligations(self) -> pa.Table:
        """Every obligation owed by one state to another of the kinds that can make a tie."""
        rows = obligations_table(self.instruments.values()).to_pyarrow()
        kinds = pa.array(BY["pacts"])
        owed_to_one = pc.and_(pc.is_in(rows["kind"], kinds), pc.is_valid(rows["beneficiary"]))
        return rows.filter(owed_to_one).combine_chunks()

    def source(self, name: str) -> Source:
        """Return the source of negative ties of that name."""
        if name != "events":
            return self.quarrels.sources[name]
        missing = None if self.events is not None else "no case was named, or it is not built"
        return Source("events", "case", "events", None, (None, None), missing)

    @cached_property
    def treaties(self) -> tuple[Source, Source]:
        """The two sources of positive ties: our own register, and ATOP."""
        ours = Source("register", "register", "", None, (None, None))
        if self.missing is not None:
            return ours, Source("atop", "atop", "members", None, (None, None), self.missing)
        record = holding("atop", "members")
        return ours, Source("atop", "atop", "members", record.release, record.covers)


def known_ties(engine: Engine | None = None) -> Known:
    """Return what ties can be drawn from: the treaties, and the datasets held."""
    if engine is None:
        return _known_here()
    return Known(instruments_asked(engine), held_quarrels(engine))


@lru_cache(maxsize=1)
def _known_here() -> Known:
    engine = engine_at()
    return Known(instruments_asked(engine), held_quarrels(engine))


def case_quarrels(ledger: Ledger, engine: Engine | None = None) -> pa.Table:
    """Return the certain events of material conflict between two actors of a built case.

    Columns: `first` and `second` (ids, in alphabetical order), `day`, `key` (the event's id).
    """
    held = engine or engine_at()
    rows = held.to_pyarrow(case_events(held, ledger, directed=False))
    hostile = pc.and_(
        pc.equal(rows["quad_class"], QuadClass.MATERIAL_CONFLICT.value),
        pc.and_(pc.is_valid(rows["goldstein"]), pc.is_valid(rows["target"])),
    )
    chosen = rows.filter(hostile).select(["initiator", "target", "day", "row_id"])
    return chosen.rename_columns(["first", "second", "day", "key"])


def states_on(on: dt.date) -> tuple[str, ...]:
    """Return the ids of the states that may have existed that day, in alphabetical order."""
    return tuple(sorted(one.id for one in all_actors() if one.kind == "state" and one.lives_on(on)))
