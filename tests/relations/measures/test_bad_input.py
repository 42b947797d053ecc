"""Whatever is given to a measure: an answer within its range, or a ValueError that says why not.

No warning, no other error, nothing that is not finite where a number is promised.
"""

import warnings
from collections.abc import Callable
from dataclasses import fields
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from foedus import measures
from foedus.relations.measures.balance.hypergraph import group_overlap, projected
from foedus.relations.measures.balance.succession import followed
from foedus.relations.measures.levels.run_lengths import ChangeWatch
from foedus.relations.measures.speech.quiet_chart import quiet_chart

NAN, INF = float("nan"), float("inf")
ODD = (NAN, INF, -INF, -1.0, 0.5, 0.0, 1.0, 2.0, 3.0, 4.0, 1e9, 1e18, 1e300, 1e-300)
"""What a cell may hold that somebody did not look at."""
odd_numbers = st.sampled_from(ODD)
sane_numbers = st.sampled_from([0.0, 1.0, 2.0, 3.0])
any_shape = st.sampled_from([(0,), (1,), (3,), (0, 0), (0, 3), (3, 0), (1, 1), (2, 3), (3, 3)])
anything = st.tuples(any_shape, st.booleans()).flatmap(
    lambda drawn: arrays.arrays(float, drawn[0], elements=odd_numbers if drawn[1] else sane_numbers)
)
odd_series = st.one_of(st.lists(sane_numbers, max_size=6), st.lists(odd_numbers, max_size=6))
odd_exposures = st.one_of(st.none(), odd_series)
some = settings(max_examples=60, deadline=None)


def answered(ask: Callable[..., Any], *given_: Any, **more: Any) -> Any:
    """The answer, or None where the question was refused with a reason."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            return ask(*given_, **more)
        except ValueError as refusal:
            why = str(refusal)
    assert why
    return None


def all_finite(found: Any, *but: str) -> None:
    for each in fields(found):
        value = getattr(found, each.name)
        if each.name not in but and isinstance(value, float | int | np.ndarray):
            assert np.isfinite(np.asarray(value, dtype=float)).all(), each.name


# --- Portfolios -----------------------------------------------------------------------------------


@given(anything, st.one_of(st.none(), odd_series))
@some
def test_any_portfolio_with_any_weights_has_values_within_range(
    portfolio: np.ndarray, weights: list[float] | None
) -> None:
    names = ("s_squared", "kappa_absolute", "pi_nominal", "tau_b", "kappa_squared_in_use")
    weighted = () if weights is None else ("s_absolute_weighted", "alignment_weighted")
    found = answered(
        measures.similarity, portfolio, (*names, *weighted), levels=(0, 1, 2, 3), weights=weights
    )
    if found is not None:
        assert np.isin(portfolio[~np.isnan(portfolio)], (0, 1, 2, 3)).all()
        for values in found.values.values():
            known = values[~np.isnan(values)]
            assert (np.abs(known) <= 1 + 1e-9).all()


@given(st.lists(odd_numbers, max_size=4))
def test_any_scale_ascends_or_is_refused(levels: list[float]) -> None:
    found = answered(measures.similarity, [[NAN, NAN]], levels=levels)
    finite = len(levels) > 1 and bool((np.abs(levels) <= 1e100).all())
    assert (found is not None) == (finite and bool((np.diff(levels) > 0).all()))


@given(st.lists(st.floats(0, 5), min_size=3, max_size=3), st.sampled_from([1e-300, 1e-9, 1e300]))
def test_the_unit_of_weights_does_not_matter_however_odd(weights: list[float], unit: float) -> None:
    portfolio = [[0, 3, 1], [3, 3, 0]]
    rounded = np.round(weights, 3)
    ask = ("s_absolute_weighted", "alignment_weighted")
    plain = answered(measures.similarity, portfolio, ask, levels=(0, 1, 2, 3), weights=rounded)
    other = answered(
        measures.similarity, portfolio, ask, levels=(0, 1, 2, 3), weights=rounded * unit
    )
    assert (plain is None) == (other is None) == (not rounded.any())
    if plain is not None:
        for name in ask:
            assert other[name] == pytest.approx(plain[name], nan_ok=True)


# --- Series ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("family", ["poisson", "negative binomial", "normal", "counts"])
@given(counts=odd_series, exposures=odd_exposures)
@settings(max_examples=40, deadline=None)
def test_any_series_has_a_posterior_and_a_band_or_is_refused(
    family: Any, counts: list[float], exposures: list[float] | None
) -> None:
    found = answered(measures.change_points, counts, exposures, family=family, most=2)
    if found is None:
        return
    all_finite(found)
    assert found.probabilities.sum() == pytest.approx(1)
    for change in answered(found.supposing, min(1, len(found.probabilities) - 1)) or ():
        all_finite(change)
        assert change.effect_low <= change.effect <= change.effect_high
        assert 0 <= change.probability <= 1 + 1e-9
    all_finite(measures.level_band(found))


@pytest.mark.parametrize("values", [[0, 1e-300], [5, 5 + 1e-14], [1e-120, 3e-120, 2e-120]])
def test_a_series_that_hardly_differs_does_not_say_what_its_spread_is(values: list[float]) -> None:
    with pytest.raises(ValueError, match="less than floats can tell"):
        measures.change_points(values, family="normal")


@given(odd_series, odd_exposures)
@some
def test_any_series_can_be_watched_searched_and_has_a_record_or_is_refused(
    counts: list[float], exposures: list[float] | None
) -> None:
    watched = answered(measures.change_watch, counts, exposures, recent=2)
    if watched is not None:
        assert ((watched.changed >= 0) & (watched.changed <= 1 + 1e-9)).all()
        all_finite(watched.now)
    changes = answered(measures.long_change_points, counts, exposures, penalty=1.0)
    if changes is not None:
        all_finite(changes)
    for model in ("continuous", "multinomial", "poisson", "negative binomial"):
        record = answered(measures.record_probability, counts, exposures, model=model)
        if record is not None:
            for chance in (record.chance, record.chance_tied, record.exceeds, record.as_high):
                assert 0 <= chance <= 1 + 1e-9
            assert record.chance + record.chance_tied <= 1 + 1e-6


@given(odd_numbers, odd_numbers)
@some
def test_any_further_period_can_be_watched_or_is_refused(count: float, exposure: float) -> None:
    before = ChangeWatch().after(2).after(3)
    after = answered(before.after, count, exposure)
    if after is not None:
        assert after.periods == 3
        assert after.probabilities.sum() == pytest.approx(1)


@given(anything, odd_exposures, odd_numbers)
@settings(max_examples=40, deadline=None)
def test_any_series_share_a_date_with_some_chance_or_are_refused(
    counts: np.ndarray, exposures: list[float] | None, within: float
) -> None:
    found = answered(measures.shared_change, counts, exposures, within=within)
    if found is not None:
        all_finite(found)
        assert 0 <= found.probability <= 1
        assert 0 < found.p_value <= 1


@pytest.mark.parametrize("level", [0, 1, 7, 10**6, 10**11])
def test_a_constant_series_has_no_change_anywhere(level: int) -> None:
    constant = [level] * 6
    assert measures.change_points(constant, family="counts").number == 0
    assert measures.long_change_points(constant).changes == ()
    assert measures.change_watch(constant).changed.max() < 0.5
    assert measures.record_probability(constant).standing == "equalled"
    with pytest.raises(ValueError, match="spread"):
        measures.change_points(constant, family="normal")


@pytest.mark.parametrize(
    ("ask", "why"),
    [
        (lambda: measures.change_points([1, 2], family="gaussian"), "no family"),
        (lambda: measures.change_points([1, 2], most=-1), "whole number from 0"),
        (lambda: measures.change_points([1, 2, 3], most=1.5), "whole number from 0"),
        (lambda: measures.change_points([1, 2], most=NAN), "whole number from 0"),
        (lambda: measures.change_points([10**12, 1]), "too many to count"),
        (lambda: measures.change_points([1, 2], [1e-300, 1]), "another unit"),
        (lambda: measures.change_watch([1, 2], expected_run=INF), "finite"),
        (lambda: measures.change_watch([1, 2], recent=NAN), "recent"),
        (lambda: measures.change_watch([1, 2], dispersion=INF), "dispersion"),
        (lambda: measures.record_probability([1, 2], dispersion=INF), "dispersion"),
        (lambda: measures.record_probability([10**6] * 3, model="multinomial"), "too many to deal"),
        (lambda: measures.shared_change(np.ones((2, 6)), within=1.5), "within 1.5"),
        (lambda: measures.shared_change(np.ones((2, 6)), np.ones(5)), "as many as periods"),
        (lambda: measures.silence([1, 0], [9, 9], [True, False], [False, True], family="x"),
         "no family"),
        (lambda: quiet_chart(1e5, 100), "shorter periods"),
        (lambda: quiet_chart(2, 100).runs(-1), "above zero"),
        (lambda: quiet_chart(2, 100).path([1], [1, 1]), "one of each"),
        (lambda: quiet_chart(2, 100).path([NAN], [1]), "NaN"),
    ],
)  # fmt: skip
def test_a_setting_out_of_range_is_refused(ask: Callable[[], object], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        ask()


def test_large_counts_are_answered_and_soon() -> None:
    """Millions of events a period: neither time nor memory grows with them."""
    for model in ("poisson", "negative binomial"):
        found = measures.record_probability([10**9, 10**9, 10**9], model=model)
        assert found.chance == pytest.approx(1 / 3, abs=0.01)
        assert found.as_high == pytest.approx(0.5, abs=0.01)
    assert measures.change_points([10**9] * 4 + [10**10] * 4).changes[0].mode == 4


# --- Speakers -------------------------------------------------------------------------------------


@given(odd_series, odd_series, st.integers(0, 6))
@some
def test_any_speaker_is_measured_with_finite_numbers_or_refused(
    counts: list[float], documents: list[float], cut: int
) -> None:
    before = np.arange(len(counts)) < cut
    found = answered(measures.silence, counts, documents, before, ~before)
    if found is not None:
        all_finite(found)
        assert 0 <= found.so_few <= 1
        assert found.low <= found.high


# --- Networks -------------------------------------------------------------------------------------


@given(anything, st.one_of(st.none(), st.sampled_from([0, 2, 3, -1, 1.5, NAN])))
@some
def test_any_ties_make_a_network_that_is_measured_or_are_refused(
    ties: np.ndarray, states: Any
) -> None:
    network = answered(measures.signed_network, ties, states)
    if network is None:
        return
    assert ((network.weight > 0) & np.isfinite(network.weight)).all()
    frustration = answered(measures.frustration, network)
    assert frustration.proven
    assert 0 <= frustration.share <= 0.5 + 1e-9
    blocs = answered(measures.blocs, network)
    assert blocs.proven
    all_finite(answered(measures.triads, network))
    if network.states:
        assert 0 <= answered(measures.walk_balance, network).balance <= 1


@given(arrays.arrays(float, (4, 4), elements=st.sampled_from([-1.0, 0.0, 1.0, 2.0])))
@some
def test_a_tie_that_differs_by_direction_is_refused_and_a_symmetric_one_is_not(
    ties: np.ndarray,
) -> None:
    np.fill_diagonal(ties, 0)
    if (ties == ties.T).all():
        assert measures.signed_network(ties).states == 4
    else:
        with pytest.raises(ValueError, match="differs by direction"):
            measures.signed_network(ties)
    assert measures.signed_network(ties + ties.T).states == 4


@given(st.integers(1, 9), st.integers(1, 4))
@settings(max_examples=25, deadline=None)
def test_friends_only_are_one_bloc_without_frustration_also_when_apart(
    states: int, parts: int
) -> None:
    component = np.arange(states) % parts
    friends = (component[:, None] == component) & ~np.eye(states, dtype=bool)
    network = measures.signed_network(friends.astype(float))
    assert measures.frustration(network).upper == 0
    assert measures.walk_balance(network).balance == 1
    found = measures.blocs(network)
    of_two = [part for part in range(parts) if (component == part).sum() > 1]
    assert (found.cost, found.number) == (0, len(of_two))
    assert (found.bloc == -1).sum() == states - np.isin(component, of_two).sum()


@given(st.sampled_from([1e-140, 1e-12, 1e-7, 1e7, 1e14, 1e140]), st.integers(0, 10_000))
@settings(max_examples=40, deadline=None)
def test_the_unit_of_ties_changes_no_proof(unit: float, seed: int) -> None:
    upper = np.triu(np.random.default_rng(seed).choice([-2.5, -1, 0, 1, 1.5], (8, 8)), 1)
    plain, scaled = (measures.signed_network((upper + upper.T) * each) for each in (1.0, unit))
    for ask in (measures.frustration, measures.blocs):
        one, other = ask(plain), ask(scaled)
        assert other.proven
        cost, lower = (
            (other.upper, other.lower) if ask is measures.frustration
            else (other.cost, other.lower_bound)
        )  # fmt: skip
        assert lower == cost
        expected = one.upper if ask is measures.frustration else one.cost
        assert cost == pytest.approx(expected * unit, rel=1e-9, abs=0)


@given(anything, st.one_of(st.none(), anything))
@some
def test_any_groups_and_partitions_are_answered_or_refused(
    given_: np.ndarray, weights: np.ndarray | None
) -> None:
    ties = answered(projected, given_, "shared")
    overlap = answered(group_overlap, given_)
    assert (ties is None) == (overlap is None)
    if ties is not None:
        assert np.isfinite(ties).all()
    found = answered(followed, given_, weights)
    if found is not None:
        assert (given_ == np.floor(given_)).all()
        assert ((found.shared >= 0) & (found.shared <= 1 + 1e-9)).all()


@pytest.mark.parametrize(
    ("ask", "why"),
    [
        (lambda net: measures.blocs(net, 1.5), "whole number"),
        (lambda net: measures.blocs(net, NAN), "whole number"),
        (lambda net: measures.blocs(net, draws=1.5), "draws"),
        (lambda net: measures.blocs(net, seconds=NAN), "seconds"),
        (lambda _: measures.signed_network([[0, 1, 1]], 2.5), "number of states"),
        (lambda _: measures.signed_network([[0, 1, 1e-200]], 2), "another unit"),
        (lambda _: measures.signed_network([[0, 1, 1e200]], 2), "another unit"),
        (lambda _: followed([[0.5, 0]]), "whole numbers"),
    ],
)
def test_a_network_is_not_asked_nonsense(ask: Callable[[object], object], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        ask(measures.signed_network([[0, 1, 1], [1, 2, -1]], 3))


# --- Dyads ----------------------------------------------------------------------------------------

members = st.lists(st.sampled_from([0, 1, 2, 3, 4, None, NAN, "0", (1, 2)]), max_size=8)


@given(members, members, anything, anything)
@some
def test_any_dyads_have_errors_that_are_finite_or_are_refused(
    one: list[object], two: list[object], scores: np.ndarray, bread: np.ndarray
) -> None:
    found = answered(measures.dyadic_covariance, scores, one, two, bread=bread)
    if found is not None:
        all_finite(found)
        assert (found.standard_errors >= 0).all()


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=8), odd_numbers)
@some
def test_errors_of_any_scores_over_proper_and_improper_dyads(
    dyads: list[tuple[int, int]], size: float
) -> None:
    scores = np.outer(np.arange(len(dyads)) - 2.5, [1.0, size])
    one, two = [a for a, _ in dyads], [b for _, b in dyads]
    found = answered(measures.dyadic_covariance, scores, one, two, bread=np.eye(2))
    if found is not None:
        assert all(a != b for a, b in dyads)
        assert found.dyads == len({frozenset(each) for each in dyads})
        all_finite(found)


def test_no_dyad_at_all_is_refused() -> None:
    with pytest.raises(ValueError, match="no observations are independent"):
        measures.dyadic_covariance(np.zeros((0, 2)), [], [], bread=np.eye(2))
    with pytest.raises(ValueError, match="scores are"):
        measures.dyadic_covariance(np.zeros((3, 0)), [1, 2, 3], [2, 3, 4], bread=np.zeros((0, 0)))


@given(st.sampled_from(["linear", "logit", "poisson"]), anything, anything)
@some
def test_any_regression_has_an_estimate_or_is_refused(
    kind: Any, outcome: np.ndarray, regressors: np.ndarray
) -> None:
    found = answered(measures.regression, outcome, regressors, kind)
    if found is not None:
        all_finite(found)
