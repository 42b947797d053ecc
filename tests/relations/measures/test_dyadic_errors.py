"""Errors of regressions on dyads: against the definition, against R, against the truth."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus import measures
from foedus.relations.measures.inference.dyadic_errors import DyadicCovariance, dyadic_covariance


def over_all_pairs(
    scores: np.ndarray, bread: np.ndarray, one: list[object], two: list[object]
) -> np.ndarray:
    """The definition: every two observations that share a member, each pair once."""
    members = [{first, second} for first, second in zip(one, two, strict=True)]
    meat = np.zeros_like(bread)
    for o, p in itertools.product(range(len(scores)), repeat=2):
        if members[o] & members[p]:
            meat += np.outer(scores[o], scores[p])
    return bread @ meat @ bread


def least_squares(x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Coefficients, scores and bread."""
    bread = np.linalg.inv(x.T @ x)
    coefficients = bread @ (x.T @ y)
    return coefficients, x * (y - x @ coefficients)[:, None], bread


@st.composite
def observations(draw: st.DrawFn) -> tuple[np.ndarray, np.ndarray, list[int], list[int]]:
    """Scores, bread and pairs of members: repeated, either way round, some members rare."""
    members = draw(st.integers(4, 9))
    pair = st.lists(st.integers(0, members - 1), min_size=2, max_size=2, unique=True)
    # Two dyads without a common member, so that something is independent.
    pairs = [(0, 1), (2, 3), *draw(st.lists(pair, max_size=25))]
    width = draw(st.integers(1, 3))
    chance = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    half = chance.normal(size=(width, width + 2))
    scores = chance.normal(size=(len(pairs), width))
    return scores, half @ half.T, [one for one, _ in pairs], [two for _, two in pairs]


@settings(deadline=None)
@given(observations())
def test_the_closed_form_is_the_sum_over_all_pairs_that_share_a_member(
    given_: tuple[np.ndarray, np.ndarray, list[int], list[int]],
) -> None:
    scores, bread, one, two = given_
    found = dyadic_covariance(scores, one, two, bread=bread)
    expected = over_all_pairs(scores, bread, one, two)
    scale = np.sqrt(np.outer(np.diag(bread), np.diag(bread)))
    if not found.repaired:
        assert found.covariance / scale == pytest.approx(expected / scale, abs=1e-9)
    else:
        assert np.linalg.eigvalsh(expected / scale)[0] < 0
    assert np.linalg.eigvalsh(found.covariance / scale)[0] > -1e-9
    own = ~found.errors_repaired
    assert found.standard_errors[own] ** 2 == pytest.approx(np.diag(expected)[own], abs=1e-9)
    repaired = np.diag(found.covariance)[~own]
    assert found.standard_errors[~own] ** 2 == pytest.approx(repaired, abs=1e-9)


@settings(deadline=None)
@given(observations(), st.permutations(range(9)), st.randoms(use_true_random=False))
def test_neither_names_nor_order_nor_direction_nor_units_count(
    given_: tuple[np.ndarray, np.ndarray, list[int], list[int]], names: list[int], chance: object
) -> None:
    scores, bread, one, two = given_
    plain = dyadic_covariance(scores, one, two, bread=bread)
    order = list(range(len(one)))
    chance.shuffle(order)  # type: ignore[attr-defined]
    turned = [(one[row], two[row]) if row % 2 else (two[row], one[row]) for row in order]
    unit = np.array([1e-6, 1.0, 1e4])[: scores.shape[1]]
    other = dyadic_covariance(
        scores[order] / unit,
        [f"member {names[first]}" for first, _ in turned],
        [f"member {names[second]}" for _, second in turned],
        bread=bread * np.outer(unit, unit),
    )
    scale = np.sqrt(np.diag(bread))
    assert other.standard_errors / unit / scale == pytest.approx(
        plain.standard_errors / scale, abs=1e-6
    )
    assert other.least_eigenvalue == pytest.approx(plain.least_eigenvalue, abs=1e-6)
    assert (other.members, other.dyads) == (plain.members, plain.dyads)


@settings(deadline=None)
@given(observations())
def test_halves_of_an_observation_count_as_the_whole(
    given_: tuple[np.ndarray, np.ndarray, list[int], list[int]],
) -> None:
    scores, bread, one, two = given_
    whole = dyadic_covariance(scores, one, two, bread=bread)
    halves = dyadic_covariance(np.tile(scores / 2, (2, 1)), one * 2, two * 2, bread=bread)
    assert halves.covariance == pytest.approx(whole.covariance, abs=1e-9)
    assert (halves.observations, halves.dyads) == (2 * whole.observations, whole.dyads)


# What R's dyadRobust 0.0.1.1 gives, under R 4.5.2, for these data (drawn by NumPy with seed 8), as
# kept by StatsPAI in tests/reference_parity/_fixtures/network_R.json: coefficients, then errors.
R = {
    "each pair once": (
        itertools.combinations,
        (0.79796972565205915, 0.47757911418832216),
        (0.44144560353551882, 0.13281111701239326),
    ),
    "each pair both ways": (
        itertools.permutations,
        (0.81534425256169274, 0.51990111831309682),
        (0.43729995301445851, 0.097995561635659825),
    ),
}


def test_least_squares_has_the_errors_that_dyadrobust_gives() -> None:
    chance = np.random.default_rng(8)
    effect = chance.normal(size=20)
    for pairs, coefficients, errors in R.values():
        rows = []
        for one, two in pairs(range(20), 2):
            x = chance.normal()
            rows.append((one, two, x, 1 + 0.5 * x + effect[one] + effect[two] + chance.normal()))
        one, two, x, y = np.array(rows).T
        found, scores, bread = least_squares(np.column_stack([np.ones(len(x)), x]), y)
        assert found == pytest.approx(coefficients, rel=1e-12)
        robust = dyadic_covariance(scores, one.astype(int), two.astype(int), bread=bread)
        assert robust.standard_errors == pytest.approx(errors, rel=1e-12)
        assert (robust.members, robust.dyads, robust.repaired) == (20, 190, False)


def test_four_members_by_hand() -> None:
    scores = np.array([[1.0], [2.0], [-3.0], [0.5]])
    one, two = ["A", "B", "C", "A"], ["B", "C", "D", "D"]
    # AB·BC, AB·AD, BC·CD, CD·AD and the squares; AB·CD and BC·AD share nobody.
    meat = 2 * (1 * 2 + 1 * 0.5 + 2 * -3 + -3 * 0.5) + 1 + 4 + 9 + 0.25
    found = dyadic_covariance(scores, one, two, bread=[[0.5]])
    assert found.covariance == pytest.approx(np.array([[meat / 4]]))


def test_with_a_common_effect_of_members_the_interval_holds_and_the_usual_one_does_not() -> None:
    chance = np.random.default_rng(20240619)
    one, two = np.triu_indices(80, 1)
    held, held_by_others = 0, 0
    for _ in range(100):
        effect, other = chance.normal(size=(2, 80))
        x = other[one] + other[two] + chance.normal(size=len(one))
        y = 1 + 0.5 * x + effect[one] + effect[two] + chance.normal(size=len(one))
        regressors = np.column_stack([np.ones(len(x)), x])
        coefficients, scores, bread = least_squares(regressors, y)
        miss = abs(coefficients[1] - 0.5)
        found = dyadic_covariance(scores, one, two, bread=bread)
        held += miss < 1.99 * found.standard_errors[1]
        residuals = y - regressors @ coefficients
        held_by_others += miss < 1.96 * np.sqrt(residuals @ residuals / len(x) * bread[1, 1])
    assert 87 <= held <= 99
    assert held_by_others < 55


def test_with_independent_observations_the_errors_are_the_usual_ones() -> None:
    chance = np.random.default_rng(3)
    one, two = np.triu_indices(150, 1)
    x = np.column_stack([np.ones(len(one)), chance.normal(size=len(one))])
    _, scores, bread = least_squares(x, chance.normal(size=len(one)))
    found = dyadic_covariance(scores, one, two, bread=bread)
    assert found.standard_errors[1] == pytest.approx(np.sqrt(bread[1, 1]), rel=0.25)


def test_a_negative_eigenvalue_is_set_to_zero_and_told() -> None:
    scores = np.array([[1.0], [-1.0], [1.0], [-1.0]])
    found = dyadic_covariance(scores, [1, 2, 3, 4], [2, 3, 4, 1], bread=[[1.0]])
    assert over_all_pairs(scores, np.eye(1), [1, 2, 3, 4], [2, 3, 4, 1]) == -4
    assert found.repaired
    assert found.least_eigenvalue == -1
    assert found.errors_repaired.all()
    assert found.covariance == found.standard_errors == 0


def test_the_small_sample_factor_is_that_of_one_way_clustering_by_member() -> None:
    chance = np.random.default_rng(5)
    one, two = np.triu_indices(12, 1)
    scores = chance.normal(size=(66, 3))
    plain = dyadic_covariance(scores, one, two, bread=np.eye(3))
    wider = dyadic_covariance(scores, one, two, bread=np.eye(3), small_sample=True)
    assert plain.factor == 1
    assert wider.factor == pytest.approx(12 / 11 * 65 / 63)
    assert wider.covariance == pytest.approx(wider.factor * plain.covariance)


def test_members_may_have_any_names_even_large_numbers() -> None:
    chance = np.random.default_rng(6)
    one, two = np.triu_indices(9, 1)
    scores = chance.normal(size=(36, 2))
    plain = dyadic_covariance(scores, one, two, bread=np.eye(2)).covariance
    for named in (
        one * 10**12,
        np.array([f"S{code}" for code in range(9)]),
        np.array([f"S{code}" for code in range(9)], dtype=object),
        [("COW", int(code)) for code in range(9)],
    ):
        if isinstance(named, list):
            first, second = [named[row] for row in one], [named[row] for row in two]
        elif len(named) == 9:
            first, second = named[one], named[two]
        else:
            first, second = one * 10**12, two * 10**12
        found = dyadic_covariance(scores, first, second, bread=np.eye(2))
        assert found.covariance == pytest.approx(plain)


def test_members_named_by_signed_and_unsigned_integers_are_told_apart() -> None:
    large = 2**60
    one, two = np.array([0, 1, 2, 3]) + large, np.array([1, 2, 3, 0]) + large
    found = dyadic_covariance(SCORES, one, two.astype(np.uint64), bread=np.eye(1))
    assert found.members == 4
    assert found.covariance == dyadic_covariance(SCORES, one, two, bread=np.eye(1)).covariance


def test_thousands_of_members_need_no_table_of_all_pairs() -> None:
    chance = np.random.default_rng(7)
    one = chance.integers(0, 5000, 3000)
    two = (one + chance.integers(1, 5000, 3000)) % 5000
    scores = chance.normal(size=(3000, 2))
    found = dyadic_covariance(scores, one, two, bread=np.eye(2))
    by_member = np.zeros((5000, 2))
    np.add.at(by_member, one, scores)
    np.add.at(by_member, two, scores)
    assert found.members == len(set(one.tolist()) | set(two.tolist()))
    by_dyad: dict[tuple[int, int], np.ndarray] = {}
    for low, high, score in zip(np.minimum(one, two), np.maximum(one, two), scores, strict=True):
        by_dyad[low, high] = by_dyad.get((low, high), 0) + score
    dyads = np.array(list(by_dyad.values()))
    expected = by_member.T @ by_member - dyads.T @ dyads
    assert found.covariance == pytest.approx(expected)


SCORES = np.array([[1.0], [2.0], [-3.0], [0.5]])


@pytest.mark.parametrize(
    ("one", "two", "why"),
    [
        (["A", "B", "C", "D"], ["B", "C", "D"], "3 second"),
        (["A", "B", "C"], ["B", "C", "D"], "4 scores"),
        (["A", "B", "C", None], ["B", "C", "D", "A"], "missing"),
        (np.array([1, 2, 3, np.nan]), np.array([2, 3, 4, 1]), "missing"),
        (["A", "B", "C", "D"], ["B", "C", "D", "D"], "observation 3 pairs D with itself"),
        (["A", "B", "C", 4], ["B", "C", "A", "A"], "text and some are not"),
        (["A", "A", "A", "A"], ["B", "C", "D", "E"], "member in common"),
        (["A", "B", "C", "A"], ["B", "C", "A", "C"], "member in common"),
        ([["A"], ["B"], ["C"], ["D"]], ["B", "C", "D", "A"], "cannot be told from another"),
        (np.zeros((4, 1)), np.ones((4, 1)), "one to an observation"),
    ],
)
def test_ids_that_say_no_pairs_are_refused(one: object, two: object, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        dyadic_covariance(SCORES, one, two, bread=[[1.0]])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("scores", "bread", "why"),
    [
        (SCORES, None, "give `bread`"),
        (SCORES, np.eye(2), "\\(4, 1\\) and \\(2, 2\\)"),
        (SCORES[:, 0], np.eye(1), "\\(n, k\\)"),
        (np.array([[1.0], [np.nan], [0], [0]]), np.eye(1), "NaN"),
        (SCORES, [[np.inf]], "NaN or infinite"),
        ("a fit", None, "no fit of statsmodels or pyfixest"),
    ],
)
def test_scores_that_make_no_covariance_are_refused(
    scores: object, bread: object, why: str
) -> None:
    with pytest.raises(ValueError, match=why):
        dyadic_covariance(scores, [1, 2, 3, 4], [2, 3, 4, 1], bread=bread)  # type: ignore[arg-type]


def test_as_many_coefficients_as_observations_leave_no_small_sample_factor() -> None:
    with pytest.raises(ValueError, match="no degree of freedom"):
        dyadic_covariance(np.eye(4), [1, 2, 3, 4], [2, 3, 4, 1], bread=np.eye(4), small_sample=True)


def test_scores_alone_have_no_interval() -> None:
    found = dyadic_covariance(SCORES, [1, 2, 3, 4], [2, 3, 4, 1], bread=[[1.0]])
    with pytest.raises(ValueError, match="no coefficients"):
        found.intervals()


@settings(max_examples=20, deadline=None)
@given(st.floats(0.01, 0.99), st.integers(4, 200))
def test_an_interval_is_students_and_wider_for_more_confidence(level: float, members: int) -> None:
    one = np.array([2.0])
    found = DyadicCovariance(
        np.array([[4.0]]), one, ("x",), one, members, 9, 9, 1.0, False, 1.0, one < 0
    )
    ((low, high),) = found.intervals(level)
    ((lower, higher),) = found.intervals((1 + level) / 2)
    assert lower < low < 2 < high < higher
    assert (low + high) / 2 == pytest.approx(2)
    for wrong in (0, 1, 95):
        with pytest.raises(ValueError, match="between 0 and 1"):
            found.intervals(wrong)


def test_the_door_is_measures() -> None:
    assert measures.dyadic_covariance is dyadic_covariance
