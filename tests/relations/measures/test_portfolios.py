"""Similarity of portfolios: against pairs counted one by one, SciPy, and the literature."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from scipy import stats

from foedus import measures
from foedus.relations.measures.agreement.portfolios import MEASURES, UNWEIGHTED, WEIGHTED

SCALE = (0, 1, 2, 3)

GERMANY = (3, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0)
RUSSIA = (0, 3, 1, 3, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
SHARES = (25, 21, 20, 8, 8, 5, 3, 3, 2, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0)
"""Portfolios of 1914 with every European state, and its capabilities in hundredths: Signorino and
Ritter 1999, table 6."""


def between(one: object, two: object, measure: str, **settings: object) -> float:
    found = measures.similarity([one, two], (measure,), **{"levels": SCALE, **settings})  # type: ignore[arg-type]
    return float(found[measure][0, 1])


# --- The literature -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("measure", "published"),
    [
        ("s_absolute", 0.4),
        ("s_squared", 0.4444444),
        ("s_absolute_weighted", -0.46),
        ("tau_b", 0.03031695),
        ("kappa_squared", -0.07758621),
        ("pi_nominal", -0.04477612),
        ("alignment", -0.04),
    ],
)
def test_germany_and_russia_in_1914(measure: str, published: float) -> None:
    found = between(GERMANY, RUSSIA, measure, weights=SHARES)
    assert found == pytest.approx(published, abs=5e-8)


# Signorino and Ritter 1999, table 5: states in pairs of levels, and their S.
TABLE_5 = {
    "a": ([(0, 3), (1, 2), (2, 1), (3, 0)], -1 / 3),
    "b": ([(1, 3), (2, 2), (2, 2), (3, 1)], 1 / 3),
    "c": ([(2, 3), (2, 3), (3, 2), (3, 2)], 1 / 3),
    "d": ([(3, 3)] * 4, 1),
    "e": ([(0, 0)] * 10 + [(0, 3), (3, 0)], 2 / 3),
    "f": ([(1, 1)] * 10 + [(0, 3), (3, 0)], 2 / 3),
    "g": ([(2, 2)] * 10 + [(0, 3), (3, 0)], 2 / 3),
    "h": ([(3, 3)] * 10 + [(0, 3), (3, 0)], 2 / 3),
}


@pytest.mark.parametrize(("pairs", "published"), TABLE_5.values(), ids=TABLE_5)
def test_s_does_not_change_with_where_two_agree(
    pairs: list[tuple[int, int]], published: float
) -> None:
    assert between(*zip(*pairs, strict=True), "s_absolute") == pytest.approx(published)


def test_tau_b_changes_with_where_two_agree_though_s_does_not() -> None:
    found = [between(*zip(*TABLE_5[case][0], strict=True), "tau_b") for case in "efgh"]
    assert found[0] == pytest.approx(found[3]) == pytest.approx(-1 / 11)
    assert found[1] == pytest.approx(found[2])
    assert found[1] != pytest.approx(found[0])


# --- Pairs counted one by one ---------------------------------------------------------------------


def one_by_one(one: np.ndarray, two: np.ndarray, measure: str, weights: np.ndarray) -> float:
    """The measure of two portfolios straight from its definition."""
    name = measure.removesuffix("_weighted").removesuffix("_in_use")
    both = ~np.isnan(one) & ~np.isnan(two)
    if measure.endswith("_weighted"):
        both &= weights > 0
        each = weights[both]
    else:
        each = np.ones(int(both.sum()))
    one, two = one[both], two[both]
    if not each.sum():
        return np.nan
    if name == "tau_b" and len(one) < 2:
        return np.nan
    if name == "tau_b":
        return float(stats.kendalltau(one, two).statistic)
    kind, distance = (name, "absolute") if name == "alignment" else name.split("_")
    worth = dict(zip(SCALE, SCALE, strict=True))
    if measure.endswith("_in_use"):
        worth = {level: place for place, level in enumerate(sorted({*one, *two}))}

    def apart(a: float, b: float) -> float:
        gap = abs(worth[a] - worth[b])
        return {"nominal": float(a != b), "absolute": gap, "squared": gap**2}[distance]

    def chance(ours: list[float], theirs: list[float], shares: np.ndarray) -> float:
        table = [
            (apart(a, b), x * y)
            for a, x in zip(ours, shares, strict=True)
            for b, y in zip(theirs, shares, strict=True)
        ]
        return sum(gap * share for gap, share in table)

    shares = each / each.sum()
    observed = sum(share * apart(a, b) for share, a, b in zip(shares, one, two, strict=True))
    most = 3**2 if distance == "squared" else 3
    expected = chance(list(one), list(two), shares)
    if kind == "s":
        return 1 - 2 * observed / most
    if kind == "alignment":
        return 2 * (expected - observed) / most
    if kind == "pi":
        pooled = [*one, *two]
        expected = chance(pooled, pooled, np.concatenate([shares, shares]) / 2)
    return 1 - observed / expected if expected else np.nan


cells = st.sampled_from([0.0, 1.0, 2.0, 3.0, np.nan])
portfolios = arrays.arrays(float, st.tuples(st.integers(2, 3), st.integers(0, 7)), elements=cells)


@given(portfolios, st.data())
def test_every_measure_is_that_of_pairs_taken_one_by_one(
    portfolio: np.ndarray, data: st.DataObject
) -> None:
    size = portfolio.shape[1]
    weights = np.array(data.draw(st.lists(st.integers(0, 5), min_size=size, max_size=size)), float)
    names = MEASURES if weights.any() else tuple(set(MEASURES) - set(WEIGHTED))
    found = measures.similarity(portfolio, names, levels=SCALE, weights=weights)
    for one, two in combinations(range(len(portfolio)), 2):
        for name in names:
            expected = one_by_one(portfolio[one], portfolio[two], name, weights)
            assert found[name][one, two] == pytest.approx(expected, abs=1e-12, nan_ok=True), name


@given(portfolios)
def test_measures_are_symmetric_within_their_range_and_one_with_oneself(
    portfolio: np.ndarray,
) -> None:
    found = measures.similarity(portfolio, (*UNWEIGHTED, "kappa_squared_in_use"), levels=SCALE)
    for name, values in found.values.items():
        np.testing.assert_allclose(values, values.T, atol=1e-12)
        known = values[~np.isnan(values)]
        assert ((known >= -1 - 1e-12) & (known <= 1 + 1e-12)).all(), name
        itself = np.diagonal(values)
        if name != "alignment":
            assert itself[~np.isnan(itself)] == pytest.approx(1)
    present = ~np.isnan(portfolio)
    assert (found.objects == present.astype(int) @ present.astype(int).T).all()


@given(portfolios, st.integers(1, 4))
def test_the_order_of_objects_and_their_repetition_change_nothing(
    portfolio: np.ndarray, times: int
) -> None:
    once = measures.similarity(portfolio, UNWEIGHTED, levels=SCALE)
    again = measures.similarity(np.tile(portfolio[:, ::-1], times), UNWEIGHTED, levels=SCALE)
    for name in UNWEIGHTED:
        np.testing.assert_allclose(again[name], once[name], atol=1e-12)


@given(portfolios)
def test_equal_weights_weigh_nothing(portfolio: np.ndarray) -> None:
    weights = np.full(portfolio.shape[1], 0.37)
    found = measures.similarity(portfolio, MEASURES, levels=SCALE, weights=weights)
    for name in WEIGHTED:
        np.testing.assert_allclose(found[name], found[name.removesuffix("_weighted")], atol=1e-12)


def test_members_in_blocks_are_those_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    portfolio = np.random.default_rng(1).integers(0, 4, size=(7, 11))
    whole = measures.similarity(portfolio, MEASURES, levels=SCALE, weights=np.arange(11))
    monkeypatch.setattr("foedus.relations.measures.agreement.joint_levels.CELLS_AT_ONCE", 300)
    parts = measures.similarity(portfolio, MEASURES, levels=SCALE, weights=np.arange(11))
    for name in MEASURES:
        np.testing.assert_array_equal(parts[name], whole[name])


# --- The scale, missing data, weights -------------------------------------------------------------


def test_levels_in_use_bring_three_next_to_one_when_nobody_uses_two() -> None:
    one, two = (0, 1, 3, 0, 3, 3, 0), (1, 1, 3, 0, 0, 3, 0)
    squeezed = [2 if level == 3 else level for level in one], [2 if v == 3 else v for v in two]
    for measure in ("kappa_squared", "pi_absolute"):
        found = between(one, two, f"{measure}_in_use")
        assert found == pytest.approx(between(*squeezed, measure, levels=(0, 1, 2)))
        assert found != pytest.approx(between(one, two, measure))


def test_levels_in_use_are_the_scale_when_all_are_used() -> None:
    one, two = (0, 1, 2, 3, 3, 0), (0, 2, 2, 3, 1, 0)
    for measure in ("kappa_absolute", "kappa_squared", "pi_absolute", "pi_squared"):
        assert between(one, two, f"{measure}_in_use") == pytest.approx(between(one, two, measure))


def test_s_rests_on_the_ends_of_the_scale_not_on_the_levels_that_occur() -> None:
    assert between((0, 1), (1, 0), "s_absolute") == pytest.approx(1 / 3)
    assert between((0, 1), (1, 0), "s_absolute", levels=(0, 1)) == pytest.approx(-1)


def test_what_either_leaves_missing_is_dropped_from_both_sides_of_the_comparison() -> None:
    one, two = [0, 3, 1, np.nan, 2], [0, 3, np.nan, 3, 1]
    for measure in UNWEIGHTED:
        whole = between([0, 3, 2], [0, 3, 1], measure)
        assert between(one, two, measure) == pytest.approx(whole)


def test_a_masked_cell_is_missing() -> None:
    hidden = np.ma.array([[0, 3, 9], [0, 3, 1]], mask=[[0, 0, 1], [0, 0, 0]])
    assert measures.similarity(hidden, levels=SCALE).objects[0, 1] == 2


def test_an_object_without_a_known_weight_is_dropped_from_weighted_measures_alone() -> None:
    one, two, weights = (0, 3, 1), (0, 3, 3), (2.0, 1.0, np.nan)
    assert between(one, two, "s_absolute_weighted", weights=weights) == 1
    assert between(one, two, "s_absolute", weights=weights) == pytest.approx(1 - 2 * 2 / 9)


def test_where_nothing_varies_agreement_beyond_chance_and_order_are_undefined() -> None:
    found = measures.similarity([[1, 1, 1], [1, 1, 1]], UNWEIGHTED, levels=SCALE)
    undefined = {name for name in UNWEIGHTED if np.isnan(found[name][0, 1])}
    assert undefined == {name for name in UNWEIGHTED if name.startswith(("kappa", "pi", "tau"))}
    assert found["s_absolute"][0, 1] == 1
    assert found["alignment"][0, 1] == 0


def test_two_that_share_no_object_have_no_similarity() -> None:
    found = measures.similarity([[1, np.nan], [np.nan, 2]], UNWEIGHTED, levels=SCALE)
    assert found.objects[0, 1] == 0
    assert all(np.isnan(found[name][0, 1]) for name in UNWEIGHTED)


@pytest.mark.parametrize("shape", [(0, 0), (0, 3), (2, 0)])
def test_nobody_and_nothing_are_no_fault(shape: tuple[int, int]) -> None:
    found = measures.similarity(np.zeros(shape), levels=SCALE)
    assert found["tau_b"].shape == (shape[0], shape[0])
    assert np.isnan(found["s_absolute"]).all()


def test_independent_choices_have_no_alignment() -> None:
    one, two = np.repeat([0, 1, 3], 4), np.tile([0, 2, 3, 3], 3)
    for measure in ("alignment", "kappa_absolute", "tau_b"):
        assert between(one, two, measure) == pytest.approx(0, abs=1e-12)


# --- Faults ---------------------------------------------------------------------------------------

FAULTS = {
    "object 1, which is no level": {"portfolio": [[0, 8], [1, 1]]},
    "member 1 has inf": {"portfolio": [[0, 1], [np.inf, 1]]},
    "two dimensions": {"portfolio": [0, 1, 2]},
    "no measure is called 's'": {"measures": "s"},
    "needs weights": {"measures": WEIGHTED},
    "need as many weights": {"measures": WEIGHTED, "weights": [1.0]},
    "negative or infinite": {"measures": WEIGHTED, "weights": [1.0, -1.0]},
    "no object has a weight": {"measures": WEIGHTED, "weights": [np.nan, np.nan]},
    "ascend": {"levels": (0, 2, 1)},
    "two or more finite": {"levels": (0, np.nan)},
    "not \\[1\\]": {"levels": [1]},
}


@pytest.mark.parametrize(("message", "given_"), FAULTS.items(), ids=FAULTS)
def test_a_fault_is_named(message: str, given_: dict[str, object]) -> None:
    asked = {"portfolio": [[0, 1], [1, 1]], "measures": UNWEIGHTED, "levels": SCALE, **given_}
    with pytest.raises(ValueError, match=message):
        measures.similarity(asked.pop("portfolio"), asked.pop("measures"), **asked)  # type: ignore[arg-type]
