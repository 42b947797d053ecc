"""Ideal points: recovered from votes made by the model, the same whatever the order and names."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.special import ndtr, ndtri

from foedus import measures
from foedus.relations.measures.positions.ballot import ballot
from foedus.relations.measures.positions.item_response import IdealPoints
from foedus.relations.measures.positions.lean import lean
from foedus.relations.measures.positions.levels import sessions
from foedus.relations.measures.positions.narrow import narrow
from foedus.relations.measures.positions.probit import beyond, slopes
from foedus.relations.measures.positions.state import State
from foedus.relations.measures.positions.sums import item_sums

Votes = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]


def made(members: int, sessions: int, items: int, seed: int) -> tuple[Votes, NDArray[np.float64]]:
    """Votes drawn from the model, and the positions (sessions, members) behind them."""
    draws = np.random.default_rng(seed)
    steps = draws.normal(0, 0.15, (sessions, members))
    steps[0] = np.linspace(-1.5, 2, members)
    position = steps.cumsum(axis=0)
    turn = draws.normal(0, 1.2, (sessions, items))
    cuts = np.sort(draws.normal(0, 1, (sessions, items, 2)), axis=2)
    place = turn[:, :, None] * position[:, None, :]
    place = place + draws.normal(size=(sessions, items, members))
    vote = 1 + (place[..., None] > cuts[:, :, None, :]).sum(axis=3)
    session, item, member = (each.ravel() for each in np.indices(vote.shape))
    return (member, session, session * items + item, vote.ravel()), position


def shuffled(votes: Votes, seed: int) -> Votes:
    order = np.random.default_rng(seed).permutation(len(votes[0]))
    one, two, three, four = (each[order] for each in votes)
    return one, two, three, four


def anchored(votes: Votes) -> IdealPoints:
    return measures.ideal_points(*votes, positive=int(votes[0].max()))


@pytest.fixture(scope="module")
def long_run() -> tuple[IdealPoints, NDArray[np.float64]]:
    votes, position = made(30, 8, 40, 1)
    return anchored(votes), position.T.ravel()


def test_positions_behind_the_votes_are_found(
    long_run: tuple[IdealPoints, NDArray[np.float64]],
) -> None:
    found, truth = long_run
    assert np.corrcoef(found.position, truth)[0, 1] > 0.97
    assert found.position.mean() == pytest.approx(0, abs=1e-9)
    assert found.position.std() == pytest.approx(1)


def test_intervals_hold_what_they_should(
    long_run: tuple[IdealPoints, NDArray[np.float64]],
) -> None:
    found, truth = long_run
    scaled = (truth - truth.mean()) / truth.std()
    inside = (scaled >= found.low) & (scaled <= found.high)
    assert 0.75 < inside.mean() <= 1


@settings(max_examples=4, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_nothing_hangs_on_the_order_of_votes_or_on_numbers(seed: int) -> None:
    votes, _ = made(7, 3, 10, seed)
    if len(np.unique(votes[3])) < 2:
        return
    first = anchored(votes)
    other = shuffled(votes, seed)
    again = anchored((other[0] * 3 + 5, other[1] + 40, other[2] * 7 + 100, other[3]))
    assert np.allclose(first.position, again.position, atol=1e-4)
    assert np.array_equal(first.member * 3 + 5, again.member)
    assert np.array_equal(first.votes, again.votes)


@settings(max_examples=4, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_every_figure_is_finite_and_in_its_range(seed: int) -> None:
    votes, _ = made(6, 4, 6, seed)
    found = anchored(votes)
    assert np.isfinite(found.position).all()
    assert (found.sd > 0).all()
    assert np.isfinite(found.sd).all()
    assert (found.low < found.position).all()
    assert (found.position < found.high).all()
    assert np.isfinite(found.turn).all()
    assert np.isfinite(found.cuts[:, 0]).all()
    both = ~np.isnan(found.cuts[:, 1])
    assert (found.cuts[both, 1] > found.cuts[both, 0]).all()


def test_the_named_member_is_on_the_positive_side() -> None:
    votes, _ = made(12, 3, 20, 4)
    up = measures.ideal_points(*votes, positive=11)
    down = measures.ideal_points(*votes, positive=0)
    assert up.position[up.member == 11].mean() > 0
    assert down.position[down.member == 0].mean() > 0
    assert np.allclose(up.position, -down.position)
    assert np.allclose(up.turn, -down.turn)


def test_positions_keep_their_side_from_session_to_session() -> None:
    votes, position = made(25, 10, 25, 9)
    found = anchored(votes)
    for session in range(10):
        rows = found.session == session
        assert np.corrcoef(found.position[rows], position[session])[0, 1] > 0.8


def test_an_item_on_which_all_agreed_is_left_out_and_members_with_no_other_are_named() -> None:
    votes, _ = made(8, 2, 12, 3)
    member, session, item, vote = (
        np.concatenate([one, two])
        for one, two in zip(votes, ([0, 1, 99], [0, 0, 1], [500, 500, 501], [1, 1, 3]), strict=True)
    )
    found = measures.ideal_points(member, session, item, vote)
    assert not np.isin([500, 501], found.item).any()
    assert found.unplaced.tolist() == [[99, 1]]
    assert 99 not in found.member


def test_a_member_may_enter_leave_and_come_back() -> None:
    votes, _ = made(10, 6, 20, 5)
    away = (votes[0] == 3) & np.isin(votes[1], [2, 3])
    one, two, three, four = (each[~away] for each in votes)
    found = anchored((one, two, three, four))
    assert found.session[found.member == 3].tolist() == [0, 1, 4, 5]


def test_one_session_is_enough() -> None:
    votes, position = made(15, 1, 60, 2)
    found = anchored(votes)
    assert np.corrcoef(found.position, position[0])[0, 1] > 0.9


def test_sessions_that_share_nothing_are_on_scales_of_their_own() -> None:
    votes, _ = made(10, 2, 25, 6)
    member = votes[0] + 100 * votes[1]
    found = measures.ideal_points(member, *votes[1:], positive=9)
    assert np.array_equal(found.scale == found.scale[0], found.member < 100)
    for scale in (0, 1):
        rows = found.scale == scale
        assert found.position[rows].mean() == pytest.approx(0, abs=1e-9)
        assert found.position[rows].std() == pytest.approx(1)


def test_an_item_voted_on_twice_joins_sessions_of_different_members() -> None:
    votes, _ = made(10, 2, 25, 6)
    member = votes[0] + 100 * votes[1]
    item = np.where(votes[2] == 25, 0, votes[2])
    assert measures.ideal_points(member, votes[1], item, votes[3]).scale.max() == 0


@pytest.mark.parametrize(
    ("votes", "told"),
    [
        (([1, 2], [1, 1], [1, 1], [1, 8]), "a vote is 8"),
        (([1, 2], [1, 1], [1, 1], [0, 3]), "a vote is 0"),
        (([1, 2], [1, 1], [1, 1], [1, float("nan")]), "NaN"),
        (([1, 2], [1, 1], [1, 1], [1, 1.5]), "whole numbers"),
        (([1, 2], [1, 1], [1, 1], [1]), "one length"),
        (([], [], [], []), "no votes"),
        (([1, 1], [1, 1], [1, 1], [1, 3]), "voted twice"),
        (([1, 2], [1, 1], [1, 1], [1, 1]), "no item divided"),
        (([[1, 2]], [1, 1], [1, 1], [1, 1]), "one list"),
    ],
)
def test_what_cannot_be_is_refused(votes: tuple[list[float], ...], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        measures.ideal_points(*votes)


def test_an_anchor_that_never_voted_is_refused() -> None:
    with pytest.raises(ValueError, match="member 7"):
        measures.ideal_points([1, 2], [1, 1], [1, 1], [1, 3], positive=7)


def test_the_same_votes_give_the_same_figures() -> None:
    votes, _ = made(12, 3, 20, 7)
    first, again = anchored(votes), anchored(votes)
    assert np.array_equal(first.position, again.position)
    assert np.array_equal(first.sd, again.sd)


def test_progress_is_told_to_the_end() -> None:
    votes, _ = made(8, 2, 12, 3)
    told: list[tuple[int, int]] = []
    measures.ideal_points(*votes, progress=lambda done, of: told.append((done, of)))
    assert told[-1][0] == told[-1][1] == len(told)


def test_an_item_without_abstentions_has_one_cut_unless_drawn_as_published() -> None:
    votes, _ = made(20, 3, 30, 11)
    kept = ~((votes[2] == 4) & (votes[3] == 2))
    votes = tuple(each[kept] for each in votes)
    place = int(np.nonzero(np.unique(votes[2]) == 4)[0][0])
    found = anchored(votes)
    assert np.isnan(found.cuts[place, 1])
    theirs = measures.ideal_points(*votes, positive=19, as_published=True)
    assert theirs.cuts[place, 0] < theirs.cuts[place, 1]


def test_cuts_that_all_but_touch_sink_when_drawn_as_published() -> None:
    # 80 of 100 members at one place say yes: the cut belongs where 0.8 of the normal lies below.
    member, zero = np.arange(100), np.zeros(100, dtype=np.int64)
    votes = ballot(member, zero, zero, np.where(member < 80, 1, 3), middle=True)
    assert votes is not None
    state = State(np.zeros(100), np.zeros(1), np.array([[0.81, 0.87]]))
    caught = narrow(votes, state)
    draws, cuts = np.random.default_rng(1), np.zeros(2)
    for done in range(200):
        state = caught.moved(state, draws)
        cuts += state.cuts[0] * (done >= 100) / 100
    assert -0.5 < cuts[0] < cuts[1] < 0.7


def test_votes_that_must_not_be_drawn_as_published_still_end_in_numbers() -> None:
    votes, _ = made(25, 6, 20, 13)
    kept = votes[3] != 2
    one, two, three, four = (each[kept] for each in votes)
    found = measures.ideal_points(one, two, three, four, positive=24, as_published=True)
    assert np.isfinite(found.position).all()
    assert (found.sd > 0).all()
    assert (found.cuts[:, 0] < found.cuts[:, 1]).all()


def test_a_position_leans_on_the_one_before_and_the_first_on_the_second() -> None:
    member = np.array([1, 1, 1, 1, 1, 1, 2, 3])
    session = np.array([0, 0, 0, 5, 7, 7, 5, 5])
    votes = ballot(member, session, np.array([0, 1, 2, 3, 4, 5, 3, 3]), np.r_[[1] * 6, 3, 1])
    assert votes is not None
    assert len(votes.items) == 1
    everyone = ballot(
        np.r_[member, [8] * 6],
        np.r_[session, 0, 0, 0, 5, 7, 7],
        np.r_[[0, 1, 2, 3, 4, 5, 3, 3], np.arange(6)],
        np.r_[[1] * 6, 3, 1, [3] * 6],
    )
    assert everyone is not None
    leaning = lean(everyone)
    assert leaning.on[:5].tolist() == [1, 0, 1, -1, -1]
    # Votes 3, 1, 2: variance 0.5 n / (n + m).
    assert np.allclose(1 / leaning.precision[:3], [0.375, 0.125, 1 / 3])
    assert np.allclose(leaning.aim(np.arange(8.0))[:4], [1, 0, 1, 0])


def test_a_session_the_wrong_way_round_is_turned() -> None:
    votes = ballot(*made(12, 4, 10, 5)[0])
    assert votes is not None
    draws = np.random.default_rng(2)
    place = np.linspace(-1.5, 2, 12)[votes.member] + draws.normal(0, 0.1, votes.cells)
    wrong = votes.session == 1
    cuts = np.tile([0.0, 0.5], (len(votes.items), 1))
    turn = np.ones(len(votes.items))
    state = State(np.where(wrong, -place, place), turn, cuts)
    turned, means, sides = sessions(votes, lean(votes)).mirrored(state, state.position)
    assert sides.tolist() == [1, -1, 1, 1]
    assert np.array_equal(turned.position, place)
    assert np.array_equal(means, place)
    moved = np.unique(votes.entry[wrong[votes.cell]])
    assert np.array_equal(np.nonzero(turned.turn < 0)[0], moved)


def test_sums_by_item_are_those_of_a_loop() -> None:
    votes = ballot(*made(9, 3, 8, 5)[0])
    assert votes is not None
    values = np.random.default_rng(0).normal(size=votes.ends[2])
    by_hand = [values[votes.entry == item].sum() for item in range(len(votes.items))]
    assert np.allclose(item_sums(votes).by_item(values), by_hand)


@settings(max_examples=50)
@given(
    low=st.floats(-6, 6),
    width=st.floats(0.05, 4),
    kind=st.sampled_from([0, 1, 2]),
)
def test_slopes_and_curvatures_are_those_of_the_likelihood(
    low: float, width: float, kind: int
) -> None:
    ends = ((1, 1, 1), (0, 1, 1), (0, 0, 1))[kind]

    def told(down: float, up: float) -> float:
        return float(slopes(np.array([down]), np.array([up]), ends).likelihood[0])

    high = low + width
    found = slopes(np.array([low]), np.array([high]), ends)
    small = 1e-5
    by_low = (told(low + small, high) - told(low - small, high)) / (2 * small)
    by_high = (told(low, high + small) - told(low, high - small)) / (2 * small)
    assert found.low[0] == pytest.approx(by_low, rel=1e-3, abs=1e-4)
    assert found.high[0] == pytest.approx(by_high, rel=1e-3, abs=1e-4)
    above = slopes(np.array([low + small]), np.array([high + small]), ends)
    bent = -(above.shift[0] - found.shift[0]) / small
    assert -found.shift2[0] == pytest.approx(bent, rel=1e-2, abs=1e-3)
    exact = (ndtr(high), ndtr(high) - ndtr(low), ndtr(-low))[kind]
    assert told(low, high) == pytest.approx(np.log(exact), rel=1e-6)


@given(x=st.floats(-14, 14))
def test_the_bound_on_what_lies_behind_an_answer_takes_off_what_draws_lose(x: float) -> None:
    for ends, side in (((1, 1, 1), -1), ((0, 0, 1), 1)):
        found = beyond(np.array([x]), ends)
        noise = ndtr_nodes()
        lost = np.maximum(side * x + noise - 9, 0).mean()
        assert -side * found.shift.sum() == pytest.approx(lost, abs=2e-3)
        ahead = beyond(np.array([x + 1e-5]), ends)
        if len(found.at) and len(ahead.at):
            slope = (ahead.likelihood[0] - found.likelihood[0]) / 1e-5
            assert slope == pytest.approx(found.shift[0], abs=1e-3)


def ndtr_nodes() -> NDArray[np.float64]:
    """Standard normal values at evenly spread probabilities."""
    values: NDArray[np.float64] = ndtri((np.arange(20_000) + 0.5) / 20_000)
    return values
