"""Portfolios: what each state of a year promised every other, and how each voted on every motion.

Arrow tables in, one matrix per year out; `relations.likeness.similarities` measures them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from foedus.relations.likeness.states_of_a_year import states_of

__all__ = [
    "ALLIANCE_LEVELS",
    "SESSION_0",
    "VOTE_LEVELS",
    "Portfolio",
    "alliance_portfolios",
    "vote_portfolios",
]

ALLIANCE_LEVELS = (0, 1, 2, 3)
"""None, non-aggression, neutrality or consultation, defence or offence."""
VOTE_LEVELS = (1, 2, 3)
"""Yes, abstention, no; everything else is absence."""
SESSION_0 = 1945
"""Session 1 of the General Assembly was in 1946, session 2 in 1947."""


@dataclass(frozen=True, slots=True)
class Portfolio:
    """The portfolios of all members in one year, or session.

    `when` is the year or session, `year` the calendar year (of a session that in which it begins).
    `members` (int32, ascending) are COW codes of the rows of `levels`; `levels` (float64, shape
    (members, objects)) holds values of `scale`, NaN where missing. `objects` are the codes of the
    columns: states, or roll calls. `never_met` marks pairs of members that were never there on one
    day, None where all were.
    """

    when: int
    year: int
    scale: tuple[int, ...]
    members: NDArray[np.int32]
    objects: NDArray[np.int32]
    levels: NDArray[np.float64]
    never_met: NDArray[np.bool_] | None = None


def alliance_portfolios(owed: pa.Table, years: Iterable[int]) -> Iterator[Portfolio]:
    """Yield each year's portfolios: what every state of the system owed every state of it.

    `owed` are ATOP's directed dyad-years: `ccode1`, `ccode2`, `year` and the five flags of what the
    first owes the second. The level is 3 where it owes defence or offence, else 2 where neutrality
    or consultation, else 1 where non-aggression, else 0; to itself 3. A flag that is missing leaves
    the level missing unless a higher one is certain. Directed obligations stay as they are: where
    one side alone is bound, its level is the higher. A pair of states that shared no day of the
    year has no level. Rows of actors outside the system in that year are left out.
    """
    year = owed["year"].to_numpy()
    order = np.argsort(year, kind="stable")
    year = year[order]
    first, second = (owed[name].to_numpy()[order] for name in ("ccode1", "ccode2"))
    level = _owed_levels(owed)[order]
    for wanted in years:
        there = states_of(wanted)
        if not len(there.codes):
            continue
        rows = slice(*np.searchsorted(year, (wanted, wanted + 1)))
        levels = np.zeros((len(there.codes), len(there.codes)))
        one, known_one = _places(first[rows], there.codes)
        two, known_two = _places(second[rows], there.codes)
        inside = known_one & known_two
        levels[one[inside], two[inside]] = level[rows][inside]
        np.fill_diagonal(levels, 3)
        never_met = there.never_met
        levels[never_met] = np.nan
        codes = there.codes
        yield Portfolio(wanted, wanted, ALLIANCE_LEVELS, codes, codes, levels, never_met)


def vote_portfolios(
    votes: pa.Table, rollcalls: pa.Table, years: Iterable[int], by: str = "year"
) -> Iterator[Portfolio]:
    """Yield each year's (or session's) portfolios: how every state voted on every roll call.

    `votes` has `rcid`, `ccode` and `vote`, of which 1, 2 and 3 count; `rollcalls` has `rcid` and
    the column `by`: "year" (of the day of the vote) or "session", counted from 1 in 1946. Members
    are states that cast a vote in that year; a year without votes has no portfolio.
    """
    calls, when = rollcalls["rcid"].to_numpy(), rollcalls[by].to_numpy()
    wanted = np.isin(when, np.fromiter(years, dtype=np.int64))
    order = np.argsort(calls[wanted], kind="stable")
    calls, when = calls[wanted][order], when[wanted][order]
    said = votes["vote"].fill_null(0).to_numpy()
    call, known = _places(votes["rcid"].to_numpy(), calls)
    kept = known & (said >= VOTE_LEVELS[0]) & (said <= VOTE_LEVELS[-1])
    call, said, state = call[kept], said[kept], votes["ccode"].to_numpy()[kept]
    order = np.argsort(when[call], kind="stable")
    call, said, state = call[order], said[order], state[order]
    sorted_when = when[call]
    for one_time in np.unique(sorted_when).tolist():
        rows = slice(*np.searchsorted(sorted_when, (one_time, one_time + 1)))
        members, one = np.unique(state[rows], return_inverse=True)
        objects, two = np.unique(call[rows], return_inverse=True)
        levels = np.full((len(members), len(objects)), np.nan)
        levels[one, two] = said[rows]
        year = one_time + (SESSION_0 if by == "session" else 0)
        states = members.astype(np.int32)
        yield Portfolio(one_time, year, VOTE_LEVELS, states, calls[objects], levels)


def _owed_levels(owed: pa.Table) -> NDArray[np.float64]:
    """Return the level of every row, NaN where a missing flag leaves it open."""
    flag = {
        name: np.asarray(owed[f"atop_{name}"].cast(pa.float64()).to_numpy())
        for name in ("defense", "offense", "neutral", "consul", "nonagg")
    }
    level = np.zeros(owed.num_rows)
    for worth, names in ((1, ("nonagg",)), (2, ("neutral", "consul")), (3, ("defense", "offense"))):
        for name in names:
            level[np.isnan(flag[name])] = np.nan
        for name in names:
            level[flag[name] == 1] = worth
    return level


def _places(
    wanted: NDArray[np.int32], ascending: NDArray[np.int32]
) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
    """Return where each value stands among the ascending ones, and whether it is among them."""
    if not len(ascending):
        return np.zeros(len(wanted), dtype=np.intp), np.zeros(len(wanted), dtype=bool)
    place = np.searchsorted(ascending, wanted).clip(max=len(ascending) - 1)
    return place, ascending[place] == wanted
