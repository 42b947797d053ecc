"""How long a scenario takes, against draws and actors, on the register alone.

A scenario is everything that the command prints: parts, chains, both ends of every assumption and
its Sobol indices. No peer that could be installed draws wars from treaties.
"""

import datetime as dt
import statistics
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from foedus.evidence import Day
from foedus.repercussions.scenarios import Outlook, openings, outlook
from foedus.sources.case import Case, Scenario
from foedus.treaties.instruments import register

__all__ = ["scenarios"]

ASKED = (
    ("AUH attacks SRB", "1914-07-28"),
    ("UKR attacks RUS", "2024-12-10"),
    ("KOR attacks PRK", "2024-12-10"),
)
RUNS = 3


def scenarios() -> Iterator[tuple[str, str, str]]:
    """Yield the seconds of a scenario of few and of many actors, and of ten times the draws."""
    for words, on in ASKED:
        found, seconds = _median(words, on, 100_000)
        actors = len(found.setting.arena.actors)
        yield f"scenario, 100,000 draws, {actors} actors", f"{seconds:.2f} s", "at most 3 s"
    words, on = ASKED[-1]
    for draws in (10_000, 1_000_000):
        found, seconds = _median(words, on, draws)
        actors = len(found.setting.arena.actors)
        yield f"scenario, {draws:,} draws, {actors} actors", f"{seconds:.2f} s", ""


def _median(words: str, on: str, draws: int) -> tuple[Outlook, float]:
    day = dt.date.fromisoformat(on)
    scenario = Scenario(id="asked", act=words, days=(Day.of(day),))
    case = Case(
        folder=Path("case"),
        title="",
        question="",
        language="en",
        focus=(),
        watch=(),
        period=Day.of(day),
        scenarios=(scenario,),
        reliability={},
    )
    ((opening,),) = openings(case, register())
    drawn = partial(outlook, opening, register(), draws=draws)
    found, seconds = drawn(), []
    for _ in range(RUNS if draws <= 100_000 else 1):
        begin = time.perf_counter()
        found = drawn()
        seconds.append(time.perf_counter() - begin)
    return found, statistics.median(seconds)
