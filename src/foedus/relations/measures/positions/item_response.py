"""Positions of members through time from their votes: a dynamic ordinal item response model.

The model is that of Bailey, Strezhnev and Voeten, "Estimating Dynamic State Preferences from United
Nations Voting Data", *Journal of Conflict Resolution* 61 (2017): 430-456. A member at position p
in a session answers an item with turn b and cuts c1 < c2 by where b p + e falls, e standard normal:
yes (1) below c1, abstention (2) between, no (3) above c2. All positions together have mean 0 and
standard deviation 1.

What is theirs is taken from their program (UN_Ideal_Rcpp.R, in the repository that
`relations.likeness.vote_positions` names). Turns are normal (0, 1), cuts flat. A position leans on
the one of the session before, which does not lean back (`lean`). What lies behind an answer,
b p + e, is bounded by -9 and 9 (`probit`), positions by -5 and 5. Positions are standardised in
every round while the items stay, which pulls all of them together (`rounds`). Because of the lean
and the pull the rounds do not draw from the posterior of any one model: the result is the mean over
rounds once they have settled, as theirs is. No constant was chosen by looking at their results.

What is ours is how to get there. Their rounds draw what lies behind every single answer, and creep:
they need thousands. Here positions are drawn around a Newton step on the likelihood, items by a
Metropolis step (`items`), and levels and scales of whole sessions directly (`levels`), so that a
hundred-odd rounds do. The share that the pull takes off is found on the way. Draws begin from one
fixed seed: the same votes give the same figures.

One step of theirs is optional, `as_published`. Where hardly anyone abstained on an item, the way
their program moves its two cuts leaves them below where the votes put them (`narrow`). Estimates
that are to be laid beside the published ones need it; nothing else does, and votes of yes and no
only must not be given to it.

Conventions: yes, abstention and no only; leave absences out. Items on which all who voted said the
same carry nothing; a member that in a session voted on no other has no row (`unplaced`). Items with
two of the three answers have one cut. An item may be put to the vote in several sessions under one
number, and ties them. A member need not vote in every session: it leans across the gap. Sessions
that share neither members nor items, directly or through others, are on scales that cannot be
compared: each is standardised by itself and numbered in `scale`.

Standard deviations are those of positions over the rounds; those of a session's common level are in
them. Nothing but the lean, the pull and items put to the vote again fixes such levels: compare
levels far apart in time with care (`studies/ideal_points`).
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from foedus.relations.measures.positions.ballot import Ballot, as_whole_numbers, ballot, scales
from foedus.relations.measures.positions.rounds import Found, found

__all__ = ["IdealPoints", "ideal_points"]

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

HALF_OF_90 = 1.6448536269514722


@dataclass(frozen=True, slots=True)
class IdealPoints:
    """Where members stood in each session; made by `ideal_points`.

    One row per member and session, ordered by member, then session. `member` and `session` (int64)
    are the codes given; `position` (float64) has mean 0 and standard deviation 1 over all rows of
    one `scale` (int64, from 0); `sd` (float64, above 0) its standard deviation, `low` and `high`
    the 90 % interval; `votes` (int64) the answers it rests on. By item that divided those voting:
    `item` (int64), `turn` (float64; positive where a no goes with a higher position) and `cuts`
    (float64, shape (items, 2); the second is NaN where there is one only).
    `unplaced` (int64, shape (n, 2)) are members and sessions without a vote on a divided item.
    `settled` is whether the first and second half of the rounds that count agree: root mean square
    difference of positions below half a standard deviation.
    """

    member: Ints
    session: Ints
    position: Floats
    sd: Floats
    low: Floats
    high: Floats
    votes: Ints
    scale: Ints
    item: Ints
    turn: Floats
    cuts: Floats
    unplaced: Ints
    settled: bool


def ideal_points(
    member: ArrayLike,
    session: ArrayLike,
    item: ArrayLike,
    vote: ArrayLike,
    *,
    positive: int | None = None,
    as_published: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> IdealPoints:
    """Return positions from one row per vote: who, in which session, on what, and 1, 2 or 3.

    All four are whole numbers, of one length; the order of rows does not matter. `positive` is a
    member whose mean position is to be positive; on a scale without it, and where none is named,
    the longer tail is. With `as_published` cuts of items on which hardly anyone abstained are moved
    as the authors' program moves them. `progress` is told rounds done and rounds there are, on each
    scale anew.

    Raises ValueError for votes other than 1, 2 and 3 (8 and 9, absent and no member, included), for
    NaN, lists of different lengths, two votes of a member on one item in one session, a `positive`
    that never voted, and when no item divided those who voted.
    """
    given = [
        as_whole_numbers(values, what)
        for values, what in ((member, "member"), (session, "session"), (item, "item"))
    ]
    votes = as_whole_numbers(vote, "vote")
    _check(given, votes, positive)
    codes, members = np.unique(given[0], return_inverse=True)
    held = ballot(members, given[1], given[2], votes, middle=as_published)
    if held is None:
        raise ValueError("no item divided those who voted: nothing tells one position from another")
    on = scales(held)
    whole = _scale_by_scale(held, on, as_published, progress)
    signs = _signs(whole.position, on, codes[held.member] == positive)
    position = whole.position * signs[on]
    of_item = np.zeros(len(held.items), dtype=np.int64)
    of_item[held.entry] = on[held.cell]
    cuts = whole.cuts.copy()
    cuts[~held.two_cuts, 1] = np.nan
    return IdealPoints(
        codes[held.member],
        held.session,
        position,
        whole.sd,
        position - HALF_OF_90 * whole.sd,
        position + HALF_OF_90 * whole.sd,
        held.votes,
        on,
        held.items,
        whole.turn * signs[of_item],
        cuts,
        _unplaced(given[0], given[1], codes[held.member], held.session),
        whole.settled,
    )


def _check(given: list[Ints], votes: Ints, positive: int | None) -> None:
    if len({len(each) for each in (*given, votes)}) > 1:
        raise ValueError("member, session, item and vote must be of one length")
    if not len(votes):
        raise ValueError("there are no votes")
    other = votes[(votes < 1) | (votes > 3)]
    if len(other):
        raise ValueError(
            f"a vote is {int(other[0])}: give 1 (yes), 2 (abstention) and 3 (no) only, "
            "and leave absences out"
        )
    order = np.lexsort(given)
    twice = np.ones(len(votes) - 1, dtype=bool)
    for each in given:
        twice &= np.diff(each[order]) == 0
    if twice.any():
        who, when, what = (int(each[order][:-1][twice][0]) for each in given)
        raise ValueError(f"member {who} voted twice on item {what} in session {when}")
    if positive is not None and not (given[0] == positive).any():
        raise ValueError(f"member {positive}, whose position is to be positive, never voted")


def _signs(position: Floats, on: Ints, anchor: NDArray[np.bool_]) -> Floats:
    """Return 1 or -1 for each scale."""
    count = int(on.max()) + 1
    lean = np.bincount(on, np.where(anchor, position, 0), minlength=count)
    tail = np.bincount(on, position**3, minlength=count)
    return np.where(np.where(lean == 0, tail, lean) < 0, -1.0, 1.0)


def _unplaced(member: Ints, session: Ints, with_row: Ints, in_session: Ints) -> Ints:
    voted = np.unique(np.stack([member, session], axis=1), axis=0)
    rows = {(int(one), int(two)) for one, two in zip(with_row, in_session, strict=True)}
    left = [pair for pair in voted.tolist() if tuple(pair) not in rows]
    return np.array(left, dtype=np.int64).reshape(-1, 2)


def _scale_by_scale(
    held: Ballot, on: Ints, as_published: bool, progress: Callable[[int, int], None] | None
) -> Found:
    """Return positions found on each scale, put together."""
    if on.max() == 0:
        return found(held, as_published, progress)
    cells, items = held.cells, len(held.items)
    position, sd, turn, cuts = (
        np.zeros(cells),
        np.zeros(cells),
        np.zeros(items),
        np.zeros((items, 2)),
    )
    settled = True
    for scale in range(int(on.max()) + 1):
        part, of_cells, of_items = held.part(on == scale)
        one = found(part, as_published, progress)
        settled &= one.settled
        position[of_cells], sd[of_cells] = one.position, one.sd
        turn[of_items], cuts[of_items] = one.turn, one.cuts
    return Found(position, sd, turn, cuts, settled)
