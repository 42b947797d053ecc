"""Similarity of real portfolios: alliances by ATOP, votes in the General Assembly."""

from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

import foedus
from foedus import measures
from foedus.errors import MissingDataset, OutsideLife, UnknownActor
from foedus.relations.likeness.portfolios import Portfolio, alliance_portfolios, vote_portfolios
from foedus.relations.likeness.similarities import similarities, similarities_of
from foedus.relations.likeness.states_of_a_year import holder_of, states_of
from foedus.relations.measures.agreement.portfolios import MEASURES, UNWEIGHTED, WEIGHTED

FILES = {
    "atop/atop5_1_ddyr.parquet": "atop",
    "cow/nmc_v7.0.parquet": "nmc",
    "cow/states2016.parquet": "cow-states",
    "unga/unga_votes_s1_s75.parquet": "unga-votes",
    "unga/unga_rollcalls_s1_s75.parquet": "unga-votes",
}


@pytest.fixture(scope="module")
def data(holding: Callable[[Mapping[str, str]], Path]) -> Path:
    return holding(FILES)


@pytest.fixture
def held(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOEDUS_DATA", str(data))


def row(table: pa.Table, **wanted: object) -> dict[str, object]:
    (found,) = [
        one for one in table.to_pylist() if all(one[key] == value for key, value in wanted.items())
    ]
    return dict(found)


def owed(*rows: tuple[int, int, int, dict[str, int | None]]) -> pa.Table:
    """ATOP's directed dyad-years: the flags named, the others 0."""
    names = ("defense", "offense", "neutral", "nonagg", "consul")
    return pa.Table.from_pylist(
        [
            {"ccode1": one, "ccode2": two, "year": year}
            | {f"atop_{name}": flags.get(name, 0) for name in names}
            for one, two, year, flags in rows
        ],
        schema=pa.schema(
            [(name, pa.int32()) for name in ("ccode1", "ccode2", "year")]
            + [(f"atop_{name}", pa.int32()) for name in names]
        ),
    )


def level(portfolio: Portfolio, one: int, two: int) -> float:
    codes = portfolio.members.tolist()
    return float(portfolio.levels[codes.index(one), codes.index(two)])


# --- Alliance portfolios --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("flags", "expected"),
    [
        ({"defense": 1, "nonagg": 1}, 3),
        ({"offense": 1}, 3),
        ({"neutral": 1, "nonagg": 1}, 2),
        ({"consul": 1}, 2),
        ({"nonagg": 1}, 1),
        ({}, 0),
        ({"consul": 1, "nonagg": None}, 2),
        ({"defense": None, "consul": 1}, np.nan),
        ({"nonagg": None}, np.nan),
        ({"neutral": None, "defense": 1}, 3),
        ({"offense": None, "defense": 1}, 3),
    ],
)
def test_what_is_owed_is_a_level_and_what_may_be_more_is_missing(
    flags: dict[str, int | None], expected: float
) -> None:
    (portfolio,) = alliance_portfolios(owed((2, 20, 1950, flags)), [1950])
    assert level(portfolio, 2, 20) == pytest.approx(expected, nan_ok=True)
    assert level(portfolio, 20, 2) == 0  # what is owed one way is not owed the other
    assert level(portfolio, 2, 2) == 3


def test_all_states_of_the_year_are_the_portfolio_and_nobody_else() -> None:
    (portfolio,) = alliance_portfolios(owed((2, 8152, 1874, {"defense": 1})), [1874])
    assert portfolio.members.tolist() == states_of(1874).codes.tolist()
    assert (portfolio.levels[~np.eye(len(portfolio.members), dtype=bool)] == 0).all()


def test_two_germanys_that_shared_no_day_of_1990_have_no_tie_to_lack() -> None:
    (portfolio,) = alliance_portfolios(owed(), [1990])
    assert np.isnan(level(portfolio, 255, 260))
    assert level(portfolio, 255, 200) == 0


def test_there_was_no_state_before_the_list_begins() -> None:
    assert list(alliance_portfolios(owed(), [1815])) == []


@pytest.mark.parametrize(
    ("code", "year", "who"),
    [
        (365, 1985, "SUN"),
        (365, 1991, "SUN"),
        (365, 1992, "RUS"),
        (369, 1950, "UKR"),
        (1, 1950, None),
    ],
)
def test_a_code_stands_for_who_held_it_most_of_the_year(
    code: int, year: int, who: str | None
) -> None:
    assert holder_of(code, year) == who


@given(
    st.lists(
        st.tuples(
            st.sampled_from([2, 20, 200, 255, 365, 8152]),
            st.sampled_from([2, 20, 200, 255, 365]),
            st.sampled_from(["defense", "offense", "neutral", "consul", "nonagg"]),
        ),
        unique_by=lambda row: row[:2],
    )
)
def test_rows_are_those_of_a_matrix_filled_cell_by_cell(
    promises: list[tuple[int, int, str]],
) -> None:
    worth = {"defense": 3, "offense": 3, "neutral": 2, "consul": 2, "nonagg": 1}
    codes = states_of(1913).codes.tolist()
    cells = {(one, two): worth[kind] for one, two, kind in promises}
    cells |= {(code, code): 3 for code in codes}
    levels = [[cells.get((one, two), 0) for two in codes] for one in codes]
    expected = measures.similarity(levels, UNWEIGHTED, levels=(0, 1, 2, 3))
    table = owed(*((one, two, 1913, {kind: 1}) for one, two, kind in promises))
    found = similarities_of(alliance_portfolios(table, [1913]), UNWEIGHTED)
    assert found.num_rows == len(codes) * (len(codes) - 1)
    one, two = (found[name].to_numpy() for name in ("ccode1", "ccode2"))
    at = np.searchsorted(codes, one), np.searchsorted(codes, two)
    for name in UNWEIGHTED:
        np.testing.assert_array_equal(found[name].to_numpy(), expected[name][at])


# --- Votes ----------------------------------------------------------------------------------------


def test_only_yes_abstention_and_no_are_votes() -> None:
    votes = pa.table(
        {
            "rcid": pa.array([1, 1, 1, 2, 2, 2], pa.int32()),
            "ccode": pa.array([2, 20, 70, 2, 20, 70], pa.int16()),
            "vote": pa.array([1, 3, 8, 2, None, 8], pa.int8()),
        }
    )
    calls = pa.table({"rcid": pa.array([2, 1], pa.int32()), "year": pa.array([1950, 1950])})
    (portfolio,) = vote_portfolios(votes, calls, [1950])
    assert portfolio.members.tolist() == [2, 20]
    np.testing.assert_array_equal(portfolio.levels, [[1, 2], [3, np.nan]])
    assert list(vote_portfolios(votes, calls, [1951])) == []


# --- Real data ------------------------------------------------------------------------------------


@pytest.mark.usefixtures("held")
def test_the_united_states_and_mexico_in_1946() -> None:
    """Published with the R package fpsim: 38 common votes; kappa by squares, pi nominal, tau-b."""
    found = row(foedus.similarities("USA", "MEX", of="votes", years=(1946, 1946)), state1="USA")
    assert found["objects"] == 38
    assert found["kappa_squared"] == pytest.approx(-0.01222707, abs=5e-9)
    assert found["pi_nominal"] == pytest.approx(-0.02775801, abs=5e-9)
    assert found["tau_b"] == pytest.approx(0.01431261, abs=5e-9)


@pytest.mark.usefixtures("held")
def test_rows_are_the_directed_dyads_of_the_panel(data: Path) -> None:
    keys = ["ccode1", "ccode2", "year"]
    found = similarities(years=(1988, 1991), measures=("s_absolute",)).select(keys)
    expected = foedus.panel("dyad-year", years=(1988, 1991)).to_pyarrow().select(keys)
    order = [(key, "ascending") for key in keys]
    assert found.sort_by(order).equals(expected.sort_by(order).cast(found.schema))
    assert data.is_dir()


@pytest.mark.usefixtures("held")
def test_naming_actors_narrows_rows_and_changes_no_value() -> None:
    everybody = similarities(years=(1990, 1993), measures=MEASURES)
    some = similarities("SUN", "CHN", "Russia", "731", years=(1990, 1993), measures=MEASURES)
    assert set(some["state1"].to_pylist()) == {"SUN", "CHN", "RUS", "PRK"}
    rows = {(one["ccode1"], one["ccode2"], one["year"]): one for one in everybody.to_pylist()}
    assert some.num_rows == 4 * 6
    for one in some.to_pylist():
        same = rows[one["ccode1"], one["ccode2"], one["year"]]
        exact = set(one) - set(WEIGHTED)
        assert {name: one[name] for name in exact} == {name: same[name] for name in exact}
        assert [one[name] for name in WEIGHTED] == pytest.approx([same[name] for name in WEIGHTED])


@pytest.mark.usefixtures("held")
def test_a_name_is_an_actor_and_a_number_a_code_whoever_held_it() -> None:
    years = (1989, 1994)
    assert set(similarities("RUS", "CHN", years=years)["year"].to_pylist()) == {1992, 1993, 1994}
    assert len(set(similarities("365", "CHN", years=years)["year"].to_pylist())) == 6


@pytest.mark.usefixtures("held")
def test_after_2018_alliances_are_unknown_and_have_no_rows() -> None:
    assert set(similarities("RUS", "PRK", years=(2017, 2024))["year"].to_pylist()) == {2017, 2018}
    assert similarities("RUS", "PRK", years=(2019, 2024)).num_rows == 0
    assert similarities("RUS", "PRK", of="votes", years=(2030, 2031)).num_rows == 0


@pytest.mark.usefixtures("held")
def test_sessions_take_the_place_of_years() -> None:
    found = similarities("RUS", "SUN", "CHN", of="votes", by="session", years=(46, 47))
    assert found.column_names[4] == "session"
    pairs = set(zip(found["state1"].to_pylist(), found["session"].to_pylist(), strict=True))
    assert pairs == {("SUN", 46), ("CHN", 46), ("RUS", 47), ("CHN", 47)}
    assert similarities("USA", "CUB", of="votes", by="session", years=(19, 19)).num_rows == 2


@pytest.mark.usefixtures("held")
def test_both_directions_are_there_and_the_same() -> None:
    found = similarities("RUS", "PRK", of="votes", years=(2010, 2012)).to_pylist()
    for one, two in zip(found[::2], found[1::2], strict=True):
        assert (one["state1"], one["state2"]) == (two["state2"], two["state1"])
        assert [one[name] for name in UNWEIGHTED] == [two[name] for name in UNWEIGHTED]


@pytest.mark.usefixtures("held")
def test_weights_are_capabilities_of_that_year_and_missing_where_none_is_known() -> None:
    found = similarities("GMY", "RUS", years=(1914, 1914), measures=("s_absolute", *WEIGHTED))
    one = row(found, state1="GMY")
    assert one["s_absolute_weighted"] != pytest.approx(one["s_absolute"])
    (portfolio,) = alliance_portfolios(owed(), [1914])
    nobody = pa.table({"ccode": [2], "year": [1913], "cinc": [0.2]})
    unknown = similarities_of([portfolio], WEIGHTED, weights=nobody)
    assert unknown["s_absolute_weighted"].null_count == unknown.num_rows > 0


@pytest.mark.usefixtures("held")
@pytest.mark.parametrize(
    ("asked", "error"),
    [
        (lambda: similarities("Ruritania", "RUS"), UnknownActor),
        (lambda: similarities("NATO", "RUS"), OutsideLife),
        (lambda: similarities("9999", "RUS"), OutsideLife),
        (lambda: similarities(of="trade"), ValueError),
        (lambda: similarities("RUS", "PRK", by="session"), ValueError),
        (lambda: similarities("RUS", "PRK", by="decade", of="votes"), ValueError),
        (lambda: similarities("RUS", "PRK", years=(2000, 1990)), ValueError),
        (lambda: similarities("RUS", "PRK", measures="s"), ValueError),
        (lambda: similarities("RUS", "PRK", of="votes", measures=WEIGHTED), ValueError),
    ],
)
def test_a_fault_is_told(asked: Callable[[], object], error: type[Exception]) -> None:
    with pytest.raises(error):
        asked()


def test_what_is_not_held_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOEDUS_DATA", str(tmp_path))
    with pytest.raises(MissingDataset, match="foedus data get atop"):
        similarities("RUS", "PRK")


@pytest.mark.usefixtures("held")
def test_a_panel_takes_similarity_within_coverage() -> None:
    made = foedus.panel("dyad-year", years=(2017, 2020)).add("similarity").of("RUS", "PRK")
    rows = made.to_pyarrow()
    assert made.columns["alliance_s_absolute"].dataset == "atop"
    assert made.columns["alliance_s_absolute_weighted"].dataset == "nmc"
    assert made.columns["vote_tau_b"].dataset == "unga-votes"
    first = row(rows, ccode1=365, year=2018)
    asked = row(similarities("RUS", "PRK", years=(2018, 2018), measures=MEASURES), state1="RUS")
    assert first["alliance_pi_squared"] == asked["pi_squared"]
    assert first["alliance_alignment_weighted"] == pytest.approx(asked["alignment_weighted"])
    voted = row(similarities("RUS", "PRK", of="votes", years=(2018, 2018)), state1="RUS")
    assert first["vote_tau_b"] == voted["tau_b"]
    later = row(rows, ccode1=365, year=2019)
    assert later["alliance_s_absolute"] is None
    assert later["alliance_objects"] is None
    assert later["vote_objects"] == 77
