"""What was expected to be said: against closed forms, enumeration, simulation and bad input."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import special, stats

from foedus import measures
from foedus.relations.measures.speech.quiet_chart import quiet_chart
from foedus.relations.measures.speech.safe_watch import e_process
from foedus.relations.measures.speech.speech_rate import rate_posterior
from foedus.relations.measures.speech.unsaid import Silence, expected_range

Arrays = tuple[np.ndarray, np.ndarray]
FLAT = np.full(24, 100.0)
BEFORE = np.arange(24) < 20
AFTER = ~BEFORE


def speaks(rate: float, excess: float, documents: np.ndarray, seed: int) -> np.ndarray:
    """Counts of a speaker of one rate per document."""
    random = np.random.default_rng(seed)
    means = rate * documents
    if excess == 0:
        return random.poisson(means).astype(float)
    return random.negative_binomial(means / excess, 1 / (1 + excess)).astype(float)


def asked(counts: np.ndarray, documents: np.ndarray = FLAT, **more: object) -> Silence:
    return measures.silence(counts, documents, BEFORE, AFTER, **more)  # type: ignore[arg-type]


# What was expected


def test_a_poisson_prediction_is_gamma_poisson() -> None:
    counts, documents = np.array([2.0, 0, 5, 1]), np.array([30.0, 10, 50, 20])
    before = rate_posterior(counts, documents, "poisson")
    for count, volume in itertools.product((0, 1, 4, 11), (5.0, 60.0, 400.0)):
        known = stats.nbinom(8.5, 110 / (110 + volume)).cdf(count)
        assert before.at_most(count, volume) == pytest.approx(known, abs=1e-6)
        assert before.at_least(count + 1, volume) == pytest.approx(1 - known, abs=1e-6)


@pytest.mark.parametrize("counts", [[0.0, 3, 0, 0, 9, 1], [0, 0, 0, 0, 0, 0], [5, 5, 4, 5, 6, 5]])
def test_a_dispersed_prediction_is_the_double_integral(counts: list[float]) -> None:
    x, d = np.array(counts), np.array([40.0, 50, 45, 60, 50, 30])
    shares = (np.arange(400) + 0.5) / 400
    excess = (shares / (1 - shares))[:, None]
    rates = np.exp(np.linspace(-22, 1.5, 1200))
    logs = 0.5 * np.log(rates) + np.zeros((400, 1))
    for count, volume in zip(x, d, strict=True):
        logs = logs + stats.nbinom.logpmf(count, rates * volume / excess, 1 / (1 + excess))
    weights = np.exp(logs - logs.max())
    weights /= weights.sum()
    found = rate_posterior(x, d, "negative binomial")
    for count in (0, 1, 3):
        law = special.betainc(rates * 90 / excess, count + 1, 1 / (1 + excess))
        assert found.at_most(count, 90) == pytest.approx((weights * law).sum(), abs=4e-3)


def test_the_range_holds_what_it_says() -> None:
    held = below = 0
    for seed in range(1000, 1110):
        said = speaks(0.04, 1.0, FLAT, seed)
        before = rate_posterior(said[BEFORE], FLAT[BEFORE], "negative binomial")
        low, high = expected_range(before, 400)
        held += low <= said[AFTER].sum() <= high
        below += said[AFTER].sum() < low
    assert held >= 0.86 * 110
    assert below <= 0.08 * 110


def test_bursts_widen_what_is_expected() -> None:
    even = np.tile([4.0, 4, 4, 4, 4, 4], 4)
    bursts = np.tile([0.0, 24, 0, 0, 0, 0], 4)
    assert asked(bursts).high > asked(even).high
    assert asked(bursts).excess > 5 > asked(even).excess
    assert asked(bursts).low == 0 < asked(even).low


def test_a_speaker_that_publishes_less_is_not_silent() -> None:
    counts = np.concatenate([np.full(20, 10.0), np.full(4, 2.0)])
    less = np.where(BEFORE, 100.0, 20.0)
    assert asked(counts).surprising == "silent"
    assert asked(counts, less).surprising == "as before"
    assert asked(counts, less).ratio == pytest.approx(1, abs=0.1)


def test_a_silence_has_a_size_a_chance_and_evidence() -> None:
    counts = np.concatenate([np.tile([9.0, 11], 10), np.zeros(4)])
    found = asked(counts)
    assert found.surprising == "silent"
    assert found.so_few == found.none < 1e-6
    assert found.ratio_low == 0
    assert found.ratio_high is not None
    assert found.ratio_high < 0.1
    assert found.e_silent[-1] > 1e4
    assert (np.diff(found.e_silent) > 0).all()
    assert found.e_loud[-1] < 1


def test_loudness_is_the_other_direction() -> None:
    counts = np.concatenate([np.tile([1.0, 3], 10), np.full(4, 20.0)])
    found = asked(counts)
    assert found.surprising == "loud"
    assert found.so_many < 1e-6
    assert found.e_loud[-1] > 1e3
    assert found.e_silent[-1] < 1


def test_nothing_said_before_makes_a_silence_impossible() -> None:
    for last in (0.0, 3.0):
        found = asked(np.where(AFTER, last, 0.0))
        assert (found.ratio, found.ratio_high) == (None, None)
        assert found.rate_low == 0 < found.rate_high
        assert (found.e_silent <= 0.5).all()
        assert np.isfinite(found.e_loud).all()
    assert asked(np.zeros(24)).surprising == "as before"
    assert asked(np.zeros(24)).so_few == pytest.approx(asked(np.zeros(24)).none)


# Others


def test_the_chance_given_all_totals_is_that_of_the_table() -> None:
    mine, other = np.array([6.0, 1]), np.array([4.0, 9])
    volumes, others = np.array([300.0, 100]), np.array([200.0, 150])
    before, after = np.array([True, False]), np.array([False, True])
    found = measures.silence(mine, volumes, before, after, others={"other": (other, others)})
    beside = found.beside["other"]
    assert beside is not None
    # Any rates that have changed by one factor give the same law once all totals are given.
    means = np.array([0.02 * 300, 0.02 * 3 * 100, 0.05 * 200, 0.05 * 3 * 150])
    chances = {}
    for during in range(8):
        cells = np.array([7 - during, during, 13 - (10 - during), 10 - during])
        chances[during] = stats.poisson(means).pmf(cells).prod()
    expected = (chances[0] + chances[1]) / sum(chances.values())
    assert beside.so_few == pytest.approx(expected, rel=1e-9)


def test_falling_behind_others_shows_where_one_s_own_series_is_too_thin() -> None:
    mine = np.concatenate([np.tile([1.0, 2], 10), np.zeros(4)])
    alike = np.concatenate([np.tile([1.0, 2], 10), np.tile([1.0, 2], 2)])
    louder = np.concatenate([np.tile([1.0, 2], 10), np.full(4, 8.0)])
    found = asked(mine, others={"alike": (alike, FLAT), "louder": (louder, FLAT)})
    alike_found, louder_found = found.beside["alike"], found.beside["louder"]
    assert alike_found is not None
    assert louder_found is not None
    assert louder_found.spoke_more > 0.99
    assert 0.3 < alike_found.spoke_more < 0.7
    assert louder_found.relative_high is not None
    assert alike_found.relative_high is not None
    assert louder_found.relative_high < alike_found.relative_high
    assert louder_found.so_few < alike_found.so_few


def test_another_without_documents_is_no_comparison() -> None:
    silent_press = np.where(BEFORE, 100.0, 0.0)
    found = asked(np.ones(24), others={"gone": (np.zeros(24), silent_press)})
    assert found.beside == {"gone": None}


# E-values


@pytest.mark.parametrize("excess", [0.0, 0.8])
@pytest.mark.parametrize("rate", [0.4, 1.4])
@pytest.mark.parametrize("silent", [True, False])
def test_the_e_process_expects_at_most_one_at_any_stop(
    excess: float, rate: float, silent: bool
) -> None:
    """By enumeration: at the end, at the first period, and stopped when it first exceeds one."""
    volume, watched = 2.0, np.array([1.0, 1.0])
    tops = [stats.poisson(8 * (1 + excess) * rate * d + 25).ppf(0.999) for d in (volume, *watched)]

    def law(mean: float, top: float) -> np.ndarray:
        counts = np.arange(int(top))
        if excess == 0:
            return np.asarray(stats.poisson(mean).pmf(counts))
        return np.asarray(stats.nbinom(mean / excess, 1 / (1 + excess)).pmf(counts))

    baseline = law(rate * volume, tops[0])
    one, two = law(rate * watched[0], tops[1]), law(rate * watched[1], tops[2])
    first = last = stopped = 0.0
    for mentions in np.nonzero(baseline > 1e-7)[0]:
        for x in np.nonzero(one > 1e-6)[0]:
            for y in np.nonzero(two > 1e-6)[0]:
                chance = baseline[mentions] * one[x] * two[y]
                if chance < 1e-6:
                    continue
                counts = np.array([x, y], dtype=float)
                e = e_process(counts, watched, int(mentions), volume, excess, silent=silent)
                first += chance * e[0]
                last += chance * e[1]
                stopped += chance * (e[0] if e[0] > 1 else e[1])
    assert max(first, last, stopped) <= 1 + 1e-9


@pytest.mark.parametrize("excess", [0.0, 2.0])
@pytest.mark.parametrize("silent", [True, False])
def test_it_claims_no_more_than_the_least_over_all_rates(excess: float, silent: bool) -> None:
    """The infimum over rates of the baseline's doubt times the likelihood ratio, on a fine grid."""
    nodes, weights = np.polynomial.legendre.leggauss(24)
    factors = (nodes + 1) / 2 if silent else 2 / (nodes + 1)
    rates = np.geomspace(1e-5, 1.0, 4000)[:, None]
    for mentions, said in ((25, [0, 0, 1]), (25, [2, 9, 6]), (3, [0, 0, 0]), (0, [4, 4, 4])):
        counts, documents = np.array(said, float), np.array([40.0, 0.0, 60.0])
        counts = counts * (documents > 0)
        means = rates[:, 0] * 500
        if excess:
            law = stats.nbinom(means / excess, 1 / (1 + excess))
            tilt = np.log((1 + excess) / (1 + factors * excess))
            logs = counts.sum() * (np.log(factors) + tilt) + rates * 100 / excess * tilt
        else:
            law = stats.poisson(means)
            logs = counts.sum() * np.log(factors) + rates * 100 * (1 - factors)
        tail = law.sf(mentions - 1) if silent else law.cdf(mentions)
        ratio = (weights / 2 * np.exp(logs)).sum(axis=1)
        least = (ratio / (2 * np.sqrt(np.maximum(tail, 1e-300)))).min()
        found = e_process(counts, documents, mentions, 500.0, excess, silent=silent)[-1]
        assert found <= least * (1 + 1e-6)
        if mentions:
            assert found >= 0.7 * least


@pytest.mark.parametrize("excess", [0.0, 1.5])
def test_under_the_null_it_rarely_reaches_twenty(excess: float) -> None:
    random = np.random.default_rng(6)
    documents = np.full(40, 15.0)
    reached = ends = 0.0
    for _ in range(100):
        means = 0.02 * np.concatenate([[6000.0], documents])
        if excess:
            draws = random.negative_binomial(means / excess, 1 / (1 + excess))
        else:
            draws = random.poisson(means)
        e = e_process(draws[1:].astype(float), documents, int(draws[0]), 6000.0, excess)
        reached += e.max() >= 20
        ends += e[-1]
    assert reached / 100 <= 0.05
    assert ends / 100 <= 1


def test_speaking_more_than_the_null_only_lowers_the_e_process() -> None:
    few, many = np.zeros(5), np.array([0.0, 1, 0, 2, 0])
    documents = np.full(5, 40.0)
    less = e_process(many, documents, 30, 1000.0, 0.5)
    assert (less <= e_process(few, documents, 30, 1000.0, 0.5) + 1e-12).all()


def test_a_known_baseline_gives_nearly_the_full_likelihood_ratio() -> None:
    documents = np.full(10, 100.0)
    found = e_process(np.zeros(10), documents, 100_000, 1e7, 0.0)[-1]
    nodes, weights = np.polynomial.legendre.leggauss(24)
    full = (weights / 2 * np.exp(10 * (1 - (nodes + 1) / 2))).sum()
    assert full / 3 < found < full


def test_a_period_without_documents_leaves_the_evidence_where_it_was() -> None:
    counts = np.concatenate([np.full(20, 8.0), [0.0, 0, 0, 0]])
    documents = FLAT.copy()
    documents[22] = 0
    found = asked(counts, documents)
    assert found.uncovered == 1
    assert found.periods == 3
    assert found.e_silent[2] == pytest.approx(found.e_silent[1], rel=1e-12)


# The chart


@pytest.mark.parametrize(("mean", "excess"), [(2.0, 0.0), (0.4, 0.0), (3.0, 1.2)])
def test_the_run_length_is_what_simulation_gives(mean: float, excess: float) -> None:
    chart = quiet_chart(mean, 60, excess=excess)
    assert chart.run_length >= 60
    random = np.random.default_rng(3)
    for true, stated in ((mean, chart.run_length), (mean * chart.factor, chart.found_after)):
        size = true / excess if excess else 0
        level, runs, running = np.zeros(1500), np.zeros(1500), np.ones(1500, bool)
        while running.any():
            drawn = (
                random.negative_binomial(size, 1 / (1 + excess), 1500)
                if excess
                else random.poisson(true, 1500)
            )
            level = np.maximum(0, level + chart.reference - drawn)
            runs += running
            running &= level < chart.threshold - 1e-9
        error = runs.std() / np.sqrt(1500)
        assert abs(runs.mean() - stated) < 4 * error


def test_a_chart_that_one_empty_period_trips_runs_as_a_geometric_wait() -> None:
    chart = quiet_chart(1.5, 1)
    assert chart.threshold <= chart.reference <= 1
    assert chart.run_length == pytest.approx(1 / stats.poisson(1.5).pmf(0), rel=1e-9)


def test_a_chart_hears_a_silence_later_the_rarer_its_false_alarms() -> None:
    often, seldom = quiet_chart(2, 50), quiet_chart(2, 500)
    assert often.threshold < seldom.threshold
    assert often.found_after < seldom.found_after
    assert seldom.runs(1.0) < seldom.run_length < seldom.runs(3.0)


def test_the_alarm_of_the_path_comes_as_seldom_as_stated() -> None:
    chart = quiet_chart(3, 60)
    drawn = np.random.default_rng(12).poisson(3, 40_000)
    path = chart.path(drawn, np.ones(40_000))
    alarms = (path >= chart.threshold).sum()
    assert 40_000 / alarms == pytest.approx(chart.run_length, rel=0.1)


@pytest.mark.parametrize(("mean", "run"), [(2.3, 30), (0.4, 100)])
def test_rounding_lets_no_alarm_pass(mean: float, run: int) -> None:
    """C counted in whole parts, as the run length has it, sounds in the same periods."""
    chart = quiet_chart(mean, run)
    step, height = round(chart.reference * chart.parts), round(chart.threshold * chart.parts)
    drawn = np.random.default_rng(12).poisson(mean, 3_000)
    level, sounded = 0, []
    for count in drawn.tolist():
        level = max(0, level + step - chart.parts * count)
        sounded.append(level >= height)
        level = 0 if sounded[-1] else level
    path = chart.path(drawn, np.ones(3_000))
    assert (path >= chart.threshold).tolist() == sounded
    assert any(sounded)


def test_hardly_any_excess_is_none() -> None:
    for excess in (1e-12, 1e-8):
        assert quiet_chart(3, 100, excess=excess).run_length == pytest.approx(
            quiet_chart(3, 100).run_length, rel=1e-4
        )


def test_the_path_rises_with_silence_and_waits_where_nothing_is_published() -> None:
    chart = quiet_chart(2, 100)
    path = chart.path([0, 0, 0, 9], [1, 0, 1, 1])
    assert path[0] == path[1] == chart.reference
    assert path[2] == 2 * chart.reference
    assert path[3] == 0


def test_after_an_alarm_the_path_begins_again() -> None:
    chart = quiet_chart(2, 100)
    path = chart.path([0] * 12, [1] * 12)
    alarm = int((path >= chart.threshold).argmax())
    assert path[alarm] >= chart.threshold > path[alarm - 1]
    assert path[alarm + 1] == chart.reference


@pytest.mark.parametrize(
    ("mean", "run", "more"),
    [(0, 100, {}), (-1, 100, {}), (np.nan, 100, {}), (1, 0.5, {}), (1, 100, {"factor": 1.0})],
)
def test_no_chart_of_nonsense(mean: float, run: float, more: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=r"must be positive|between 0 and 1"):
        quiet_chart(mean, run, **more)


def test_a_topic_hardly_ever_named_has_no_chart() -> None:
    with pytest.raises(ValueError, match="longer periods"):
        quiet_chart(1e-5, 3650)


# Bad input and properties


@pytest.mark.parametrize(
    ("counts", "documents", "told"),
    [
        ([1.0, np.nan, 1], [9.0, 9, 9], "NaN"),
        ([1.0, 1, 1], [9.0, np.inf, 9], "NaN or infinite"),
        ([1.0, -1, 1], [9.0, 9, 9], "whole numbers from 0"),
        ([1.0, 0.5, 1], [9.0, 9, 9], "whole numbers"),
        ([1.0, 1, 1], [9.0, -9, 9], "not negative"),
        ([1.0, 10, 1], [9.0, 9, 9], "period 1 has 10 documents that mention the topic, of 9"),
        ([1.0, 1], [9.0, 9, 9], "one of each"),
        ([1.0, 1, 0], [9.0, 9, 0], "no period of the spell has a document"),
    ],
)
def test_what_cannot_be_measured_is_refused(
    counts: list[float], documents: list[float], told: str
) -> None:
    before, after = np.array([True, True, False]), np.array([False, False, True])
    with pytest.raises(ValueError, match=told):
        measures.silence(counts, documents, before, after)


def test_a_spell_is_not_measured_by_itself() -> None:
    all_of_it = np.ones(24, bool)
    with pytest.raises(ValueError, match="share a period"):
        measures.silence(np.ones(24), FLAT, all_of_it, AFTER)
    with pytest.raises(ValueError, match="true or false"):
        measures.silence(np.ones(24), FLAT, np.arange(20), AFTER)


SERIES = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 40)), min_size=3, max_size=9).map(
    lambda pairs: (
        np.array([min(count, documents) for count, documents in pairs], dtype=float),
        np.array([documents for _, documents in pairs], dtype=float),
    )
)


@given(SERIES, st.integers(0, 12), st.integers(12, 60))
@settings(max_examples=25, deadline=None)
def test_chances_ranges_and_ratios_keep_their_order(series: Arrays, said: int, volume: int) -> None:
    counts, documents = np.append(series[0], said), np.append(series[1], volume)
    spell = np.arange(len(counts)) == len(counts) - 1
    if not documents[:-1].any():
        with pytest.raises(ValueError, match="no period of the baseline"):
            measures.silence(counts, documents, ~spell, spell)
        return
    found = measures.silence(counts, documents, ~spell, spell)
    assert 0 <= found.low <= found.high
    assert found.none <= found.so_few + 1e-12
    assert found.so_few + found.so_many >= 1 - 1e-6
    assert found.ratio_low >= 0
    assert (found.ratio is None) == (counts[:-1].sum() == 0)
    if found.ratio is not None and found.ratio_high is not None:
        assert found.ratio_low <= found.ratio <= found.ratio_high
    assert np.isfinite([found.e_silent, found.e_loud]).all()
    assert (found.e_silent >= 0).all()


@given(SERIES, st.integers(0, 5))
@settings(max_examples=20, deadline=None)
def test_periods_nobody_recorded_change_nothing(series: Arrays, place: int) -> None:
    counts, documents = np.append(series[0], 1.0), np.append(series[1], 30.0)
    documents[0] = max(documents[0], 5)
    spell = np.arange(len(counts)) == len(counts) - 1
    at = min(place, len(series[0]))
    wider = np.insert(spell, at, False)
    told = measures.silence(counts, documents, ~spell, spell)
    same = measures.silence(np.insert(counts, at, 0), np.insert(documents, at, 0), ~wider, wider)
    assert (told.expected, told.low, told.so_few) == (same.expected, same.low, same.so_few)
    assert same.baseline_uncovered == told.baseline_uncovered + 1
