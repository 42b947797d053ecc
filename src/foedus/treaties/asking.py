"""Questions to the treaties of foedus and to history: casus foederis, and who owes what to whom.

The instruments asked are the register's and, when the ATOP dataset is on this machine, every
alliance since 1815 that the register does not have. Names, codes and places are as people give
them, and mean what they meant on the day.
"""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import lru_cache

from ibis.expr.types import Table

from foedus.actors.names import actor_named
from foedus.ledger.engines import Engine, engine_at
from foedus.treaties.acts import Act, act_from
from foedus.treaties.answers import CasusAnswer, Reason
from foedus.treaties.atop.history import History, history
from foedus.treaties.binding import binding_obligations, obligations_table
from foedus.treaties.casus import casus_answer
from foedus.treaties.clauses import Instruments
from foedus.treaties.instrument import Instrument
from foedus.treaties.places import place_named

__all__ = ["binding", "casus", "instruments_asked", "obligations"]


def casus(
    act: Act | str,
    on: dt.date | None = None,
    where: str | None = None,
    *,
    engine: Engine | None = None,
    treaties: Mapping[str, Instrument] | None = None,
    watch: Collection[str] = (),
) -> CasusAnswer:
    """Return who must act, who may, who is barred and what is disputed, if this happens that day.

    `act` may be words ("UKR attacks RUS"), `where` the name of a place; `on` is today unless given.
    `treaties` are asked instead of register and history; `watch` lists actors, by any name, who
    are told that nothing binds them. Raises UnknownAct, UnknownActor, OutsideLife or UnknownPlace.
    """
    day = on or dt.date.today()
    asked = instruments_asked(engine) if treaties is None else History(Instruments.of(treaties), {})
    put = act_from(act, where, day) if isinstance(act, str) else act
    if isinstance(act, Act) and where:
        put = replace(act, place=place_named(where))
    watched = [actor_named(one, day).id for one in watch]
    answer = casus_answer(put, day, asked.instruments, watched)
    return replace(answer, caveat=(*answer.caveat, *_of_history(asked, day)))


def binding(
    on: dt.date | None = None,
    *,
    engine: Engine | None = None,
    treaties: Mapping[str, Instrument] | None = None,
) -> Table:
    """Return every obligation that binds that day (today), with its standing.

    One row per instrument, article, obligation, obligor and beneficiary (null: any state):
    certain, or possible where its days or a doubt leave it open.
    """
    held = instruments_asked(engine).instruments if treaties is None else Instruments.of(treaties)
    rows = _obligations(held)
    return binding_obligations(rows, on or dt.date.today())


def obligations(
    obligor: str | None = None,
    beneficiary: str | None = None,
    on: dt.date | None = None,
    *,
    engine: Engine | None = None,
    treaties: Mapping[str, Instrument] | None = None,
) -> Table:
    """Return what one actor owes another that day (today); anybody where none is named.

    Columns as in `binding`. What is owed to any state is owed to the beneficiary too, except to
    consult, which parties owe each other over anybody. Raises UnknownActor or OutsideLife.
    """
    day = on or dt.date.today()
    rows = binding(day, engine=engine, treaties=treaties)
    if obligor is not None:
        rows = rows.filter(rows.obligor == actor_named(obligor, day).id)
    if beneficiary is not None:
        owed = actor_named(beneficiary, day).id
        to_all = rows.beneficiary.isnull() & (rows.kind != "consultation")
        rows = rows.filter((rows.beneficiary == owed) | to_all)
    return rows


def instruments_asked(
    engine: Engine | None = None, own: Mapping[str, Instrument] | None = None
) -> History:
    """Return the instruments a question is put to: our own (the register), and history."""
    return history(engine or _engine(), own)


@lru_cache(maxsize=1)
def _engine() -> Engine:
    return engine_at()


@lru_cache(maxsize=2)
def _obligations(instruments: Instruments) -> Table:
    return obligations_table(instruments.values())


def _of_history(asked: History, day: dt.date) -> tuple[Reason, ...]:
    """What to know of the history that was, or was not, asked."""
    with_history = any(one.startswith("atop-") for one in asked.instruments)
    if not with_history:
        return (Reason("caveat_no_history", (("number", str(len(asked.instruments))),)),)
    if day.year > _LAST_YEAR:
        return (Reason("caveat_history_ends", (("number", str(_LAST_YEAR)),)),)
    return ()


_LAST_YEAR = 2018
"""The last year ATOP 5.1 covers."""
