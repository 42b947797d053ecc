"""Questions to the treaties: one at a time, all of history at once, and wars drawn from an act."""

import datetime as dt
import os
import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from foedus.actors.states import all_actors
from foedus.datasets.importing import imported
from foedus.repercussions.cascade import cascade
from foedus.treaties.acts import Act, act_from
from foedus.treaties.asking import instruments_asked
from foedus.treaties.attacks import attack_years
from foedus.treaties.casus import casus_answer
from foedus.treaties.clauses import Instruments, clauses_on
from foedus.treaties.duties import duties_on

__all__ = ["asking", "drawing"]

ATOP = Path(__file__).resolve().parents[2] / "shared/data/atop/atop5_1m.csv"
YEARS = range(1816, 2019)
QUESTIONS = 600


@contextmanager
def _history() -> Iterator[Instruments]:
    """Give the register and all alliances since 1815, imported into a folder of their own."""
    before = os.environ.get("FOEDUS_DATA")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FOEDUS_DATA"] = folder
        imported("atop", ATOP, table="members")
        yield instruments_asked().instruments
    if before is None:
        del os.environ["FOEDUS_DATA"]
    else:
        os.environ["FOEDUS_DATA"] = before


def asking() -> Iterator[tuple[str, str, str]]:
    """Yield what a question costs on all of history, and what all of them cost at once."""
    with _history() as treaties:
        promises = sum(1 for one in treaties.values() for _ in one.obligations())
        yield "treaties, and obligations in them", f"{len(treaties)}, {promises:,}", ""
        times = sorted(_question_times(treaties))
        yield "one casus question, warm, median", f"{statistics.median(times) * 1e3:.1f} ms", ""
        slow = times[int(len(times) * 0.99)]
        yield "one casus question, warm, 99 in 100 under", f"{slow * 1e3:.0f} ms", "at most 50 ms"
        yield "the slowest of them", f"{times[-1] * 1e3:.0f} ms", "at most 50 ms"
        for share in (8, 4, 2, 1):
            few = Instruments(dict(list(treaties.items())[::share]))
            cost = statistics.fmean(_question_times(few))
            yield f"the same, one treaty in {share}, mean", f"{cost * 1e6:,.0f} µs", ""
        begin = time.perf_counter()
        rows = sum(batch.num_rows for batch in attack_years(treaties, YEARS))
        took = time.perf_counter() - begin
        yield f"all attacks, every dyad and year: {rows:,}", f"{took:.1f} s", "at most 60 s"
        for year in (1850, 1914, 1960, 2000):
            yield from _one_day(treaties, dt.date(year, 7, 1))


def _one_day(treaties: Instruments, on: dt.date) -> Iterator[tuple[str, str, str]]:
    standing = sum(1 for _ in clauses_on(treaties, on))
    duties_on(treaties, on)
    begin = time.perf_counter()
    found = len(duties_on(treaties, on))
    cost = (time.perf_counter() - begin) / max(found, 1)
    what = f"duties of {on.year}: {found} of {standing} clauses, each"
    yield what, f"{cost * 1e6:.0f} µs", "the same for all"


def drawing() -> Iterator[tuple[str, str, str]]:
    """Yield what a hundred thousand wars cost, from a narrow act and from a wide one."""
    with _history() as treaties:
        for words, day in (("RUS attacks AUH", "1914-07-30"), ("RUS attacks EST", "2024-12-10")):
            on = dt.date.fromisoformat(day)
            act = act_from(words, on=on)
            cascade(act, on, treaties, draws=1_000)
            begin = time.perf_counter()
            found = cascade(act, on, treaties)
            took = time.perf_counter() - begin
            what = f"{found.draws:,} wars from '{words}', {len(found.involvements)} drawn in"
            yield what, f"{took:.1f} s", "at most 2 s"


def _question_times(treaties: Instruments) -> list[float]:
    """Seconds of random attacks between states of random days, the first few not counted."""
    choice = random.Random(0)
    times = []
    for number in range(QUESTIONS + 20):
        on = dt.date(choice.randint(1816, 2018), choice.randint(1, 12), choice.randint(1, 28))
        states = [one.id for one in all_actors() if one.kind == "state" and one.lives_on(on)]
        attacker, attacked = choice.sample(states, 2)
        act = Act(kind="attack", initiators=(attacker,), targets=(attacked,))
        begin = time.perf_counter()
        casus_answer(act, on, treaties)
        if number >= 20:
            times.append(time.perf_counter() - begin)
    return times
