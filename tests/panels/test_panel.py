"""Panels of the real data: their rows, what is zero in them and what is missing."""

from collections import Counter
from collections.abc import Callable

import ibis
import pytest

from foedus.errors import (
    FoedusError,
    MissingDataset,
    OutsideLife,
    UnknownActor,
    UnknownDataset,
    UnknownGrain,
    UnknownSystem,
)
from foedus.panels import Panel
from foedus.panels.additions import ADDITIONS, joins_of
from foedus.panels.parties import held_by_others
from foedus.panels.systems import COW

PanelOf = Callable[..., Panel]


def rows(made: Panel) -> list[dict[str, object]]:
    return made.to_pyarrow().to_pylist()


def test_two_centuries_of_directed_pairs_are_1912290_rows(panel_of: PanelOf) -> None:
    counted = panel_of("dyad-year").expression.count()
    assert counted.as_table() is not None
    made = panel_of("dyad-year")
    assert (
        made.held.engine.to_pyarrow(made.expression.count().as_table())[0][0].as_py() == 1_912_290
    )


def test_a_panel_stands_in_the_order_of_its_keys_and_has_each_once(panel_of: PanelOf) -> None:
    table = panel_of("dyad-year", years=(1988, 1991), add=["atop", "mid", "nmc"]).to_pyarrow()
    keys = list(zip(*(table[key].to_pylist() for key in ("ccode1", "ccode2", "year")), strict=True))
    assert keys == sorted(set(keys))


def test_states_that_never_shared_a_day_are_no_pair(panel_of: PanelOf) -> None:
    in_1990 = panel_of("dyad-year", years=(1990, 1990))
    pairs = set(
        zip(*(in_1990.to_pyarrow()[key].to_pylist() for key in ("ccode1", "ccode2")), strict=True)
    )
    assert (2, 255) in pairs
    assert (2, 260) in pairs
    assert (255, 260) not in pairs


def test_undirected_pairs_stand_once_with_the_lower_code_first(panel_of: PanelOf) -> None:
    one_way = rows(panel_of("dyad-year", directed=False, years=(2000, 2000)))
    both_ways = rows(panel_of("dyad-year", years=(2000, 2000)))
    assert all(row["ccode1"] < row["ccode2"] for row in one_way)  # type: ignore[operator]
    assert 2 * len(one_way) == len(both_ways)


def test_what_atop_does_not_list_is_no_alliance_within_its_years(panel_of: PanelOf) -> None:
    made = panel_of("dyad-year", years=(2000, 2000), add=["atop"]).of("2", "731")
    assert [row["atop_defense"] for row in rows(made)] == [0, 0]


def test_after_the_last_year_of_the_disputes_they_are_missing_and_not_zero(
    panel_of: PanelOf,
) -> None:
    made = panel_of("dyad-year", years=(2013, 2016), add=["mid"]).of("2", "20")
    flags = {(row["year"], row["cowmidonset"]) for row in rows(made)}
    assert flags == {(2013, 0), (2014, 0), (2015, None), (2016, None)}


def test_what_says_nothing_of_a_dispute_is_missing_where_there_is_none(panel_of: PanelOf) -> None:
    made = panel_of("dyad-year", years=(2000, 2000), add=["mid"]).of("2", "20")
    assert {row["dispnum"] for row in rows(made)} == {None}


def test_soviet_union_owes_north_korea_defence_from_1961_to_1996(panel_of: PanelOf) -> None:
    made = panel_of("dyad-year", years=(1955, 2010), add=["atop"]).of("365", "731")
    defended = {row["year"] for row in rows(made) if row["ccode1"] == 365 and row["atop_defense"]}
    assert defended == set(range(1961, 1997))


def test_flags_of_atop_stay_directed_and_undirected_pairs_take_the_larger(
    panel_of: PanelOf,
) -> None:
    both = panel_of("dyad-year", years=(1816, 2016), add=["atop"])
    once = panel_of("dyad-year", years=(1816, 2016), directed=False, add=["atop"])
    flags = [name for name in both.columns if name.startswith("atop_")]
    larger: Counter[str] = Counter()
    table = both.expression
    lower = ibis.least(table.ccode1, table.ccode2)
    upper = ibis.greatest(table.ccode1, table.ccode2)
    grouped = table.group_by(lower=lower, upper=upper, year=table.year).agg(
        **{flag: table[flag].max() for flag in flags},
        **{f"least_{flag}": table[flag].min() for flag in flags},
    )
    sums = both.held.engine.to_pyarrow(
        grouped.aggregate(
            **{flag: grouped[flag].sum() for flag in flags},
            uneven=ibis.or_(*(grouped[f] != grouped[f"least_{f}"] for f in flags)).sum(),
        )
    ).to_pylist()[0]
    assert sums.pop("uneven") > 600
    larger.update(sums)
    undirected = once.expression
    counted = once.held.engine.to_pyarrow(
        undirected.aggregate(**{flag: undirected[flag].sum() for flag in flags})
    ).to_pylist()[0]
    assert counted == dict(larger)


def test_adding_gml_after_mid_loses_no_onset(panel_of: PanelOf) -> None:
    alone = panel_of("dyad-year", add=["gml"])
    after = panel_of("dyad-year", add=["mid", "gml"])
    onsets = [
        made.held.engine.to_pyarrow(made.expression.gmlmidonset.sum().as_table())[0][0].as_py()
        for made in (alone, after)
    ]
    assert onsets[0] == onsets[1] > 4000
    assert "gml_dispnum" in after.columns


def test_contiguity_is_the_closest_of_the_year(panel_of: PanelOf) -> None:
    made = panel_of("dyad-year", years=(1958, 1959), add=["contiguity"]).of("2", "365")
    assert {(row["year"], row["conttype"]) for row in rows(made)} == {(1958, 0), (1959, 2)}


def test_contiguity_of_a_month_changes_within_the_year(panel_of: PanelOf) -> None:
    made = panel_of("dyad-month", years=(1902, 1902), add=["contiguity"]).of("2", "40")
    of_months = {row["month"]: row["conttype"] for row in rows(made)}
    assert of_months == dict.fromkeys(range(5, 13), 4)


def test_a_dispute_of_one_day_is_under_way_in_one_month(panel_of: PanelOf) -> None:
    disputes = panel_of("dyad-month", years=(1979, 1979), add=["mid"]).of("651", "666")
    flags = {row["month"]: row["cowmidongoing"] for row in rows(disputes) if row["ccode1"] == 651}
    assert flags == {**dict.fromkeys(range(1, 13), 0), 7: 1}


def test_where_a_year_has_an_onset_some_month_has_it_or_may_have_it(panel_of: PanelOf) -> None:
    by_month = panel_of("dyad-month", add=["mid"]).expression
    months = by_month.group_by("ccode1", "ccode2", "year").agg(
        surely=by_month.cowmidonset.max(), perhaps=by_month.cowmidonset.isnull().any()
    )
    by_year = panel_of("dyad-year", add=["mid"])
    both = by_year.expression.inner_join(months, ["ccode1", "ccode2", "year"])
    onset = both.cowmidonset == 1
    certain = (both.surely == 1).fill_null(False)
    counted = by_year.held.engine.to_pyarrow(
        both.aggregate(
            onsets=onset.sum(),
            in_a_month=(onset & certain).sum(),
            unaccounted=(onset & ~certain & ~both.perhaps).sum(),
            invented=((both.cowmidonset == 0) & certain).sum(),
        )
    ).to_pylist()[0]
    assert counted["in_a_month"] > 0.7 * counted["onsets"]
    # Eight disputes began in the months before one of the two entered the system.
    assert counted["unaccounted"] == 16
    assert counted["invented"] == 0


def test_each_row_of_a_dispute_panel_is_one_dispute_pair_and_year(panel_of: PanelOf) -> None:
    table = panel_of("dispute", add=["atop", "nmc"]).to_pyarrow()
    keys = ("dispnum", "ccode1", "ccode2", "year")
    assert table.num_rows == 11_390
    assert len(set(zip(*(table[key].to_pylist() for key in keys), strict=True))) == 11_390


def test_a_leader_stands_once_with_what_is_known_of_the_year_of_entry(panel_of: PanelOf) -> None:
    made = panel_of("leader-spell", system="gw", add=["nmc"]).of("USA")
    roosevelt = [row for row in rows(made) if row["leader"] == "Roosevelt, F."]
    assert [row["year"] for row in roosevelt] == [1933]
    assert roosevelt[0]["milper"] is not None


def test_a_state_year_panel_counts_borders(panel_of: PanelOf) -> None:
    made = panel_of("state-year", years=(2016, 2016), add=["contiguity"]).of("PRK")
    assert [(row["land"], row["sea"]) for row in rows(made)] == [(3, 1)]


def test_the_distance_of_two_capitals_is_that_of_a_great_circle(panel_of: PanelOf) -> None:
    made = panel_of("dyad-year", years=(2016, 2016), add=["capital-distance"]).of("220", "255")
    assert made.head(1)["capdist"][0].as_py() == pytest.approx(879, abs=3)


# --- The other list of states ---------------------------------------------------------------------


def test_a_gw_panel_finds_germany_under_its_other_code(panel_of: PanelOf) -> None:
    made = panel_of("state-year", system="gw", years=(2010, 2010), add=["nmc"]).of("gw 260")
    (germany,) = rows(made)
    assert (germany["gwcode"], germany["ccode"]) == (260, 255)
    assert germany["milper"] is not None


def test_a_state_that_cow_does_not_know_has_gaps_and_no_zeros(panel_of: PanelOf) -> None:
    made = panel_of("dyad-year", system="gw", years=(1880, 1880), add=["atop", "majors"])
    tibet = [row for row in rows(made) if row["ccode1"] is None]
    assert tibet
    assert {(row["atop_defense"], row["cowmaj1"]) for row in tibet} == {(None, None)}


def test_data_in_the_other_codes_join_a_cow_panel_too(panel_of: PanelOf) -> None:
    made = panel_of("dyad-year", years=(2010, 2010), add=["ucdp-acd"]).of("255", "700")
    assert {row["gwcode1"] for row in rows(made)} == {260, 700}
    assert {row["ucdpongoing1"] for row in rows(made)} == {0, 1}


# --- What is asked wrongly ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "raised", "words"),
    [
        ({"grain": "dyad-yaer"}, UnknownGrain, "Did you mean dyad-year"),
        ({"system": "cown"}, UnknownSystem, "cow"),
        ({"add": ["atopp"]}, UnknownDataset, "Did you mean atop"),
        ({"years": (2010, 2999)}, FoedusError, "Ask for years within 1816-"),
        ({"years": (1800, 1820)}, FoedusError, "Ask for years within 1816-"),
        ({"years": (2000, 1990)}, FoedusError, "end before they begin"),
        ({"grain": "state-year", "add": ["gsdb"]}, FoedusError, "pairs of states by year only"),
        ({"grain": "dispute", "add": ["mid"]}, FoedusError, "has already"),
        ({"add": ["trade"]}, MissingDataset, "foedus data get trade"),
    ],
)
def test_a_wrong_question_is_told_what_is_right(
    panel_of: PanelOf, asked: dict[str, object], raised: type[Exception], words: str
) -> None:
    with pytest.raises(raised, match=words):
        _ = panel_of(**asked).expression


def test_an_unknown_actor_is_told_the_nearest(panel_of: PanelOf) -> None:
    with pytest.raises(UnknownActor, match="Mauritania"):
        panel_of("dyad-year").of("Ruritania")


def test_an_organisation_is_no_state_of_a_panel(panel_of: PanelOf) -> None:
    with pytest.raises(OutsideLife, match="never a member"):
        panel_of("dyad-year").of("NATO")


def test_every_addition_is_described() -> None:
    for name in ADDITIONS:
        assert joins_of(name)


def test_every_column_has_an_origin(panel_of: PanelOf) -> None:
    for grain in ("state-year", "dyad-year", "dyad-month", "dispute", "leader-spell"):
        for system in ("cow", "gw"):
            made = panel_of(grain, system=system, add=["nmc", "ucdp-acd"])
            assert list(made.columns) == made.expression.columns or tuple(made.columns) == tuple(
                made.expression.columns
            )
            assert all(origin.meaning for origin in made.columns.values())


def test_how_each_addition_joins_is_told(panel_of: PanelOf) -> None:
    made = panel_of("dyad-month", add=["nmc", "contiguity"])
    assert made.how["nmc"].endswith("each month has that of its year")
    assert "month" in made.how["contiguity"]


def test_a_name_says_which_years_of_its_code_were_another_states() -> None:
    (told,) = held_by_others("RUS", COW, (1950, 2000))
    assert told.startswith("COW code 365 from 1922 to 1991: Soviet Union (SUN), not RUS")
    assert told.endswith("Ask for 365 to have every year of the code.")


def test_a_bare_code_and_a_name_alone_with_its_code_have_nothing_to_be_told() -> None:
    assert held_by_others("365", COW, (1816, 2016)) == ()
    assert held_by_others("RUS", COW, (1995, 2016)) == ()
    assert held_by_others("USA", COW, (1816, 2016)) == ()


def test_after_the_lists_end_its_last_states_are_carried_on_and_it_is_said(
    panel_of: PanelOf,
) -> None:
    made = panel_of("state-year", years=(2016, 2018), add=["nmc", "majors"])
    by_year = Counter(row["year"] for row in rows(made))
    assert by_year[2016] == by_year[2017] == by_year[2018] == 195
    assert made.carried_from == 2016
    assert "after 2016" in made.columns["ccode"].meaning
    assert {row["cowmaj"] for row in rows(made) if row["year"] == 2018} == {None}
    assert panel_of("state-year", years=(2010, 2016)).carried_from is None


def test_democracy_is_known_of_both_states_of_a_pair_and_missing_where_nobody_scored(
    panel_of: PanelOf,
) -> None:
    made = panel_of("dyad-year", years=(1985, 1985), add=["democracy"]).of("USA", "SUN")
    (row,) = [one for one in rows(made) if one["ccode1"] == 2]
    assert (row["polity21"], row["polity22"]) == (10, None)
    assert row["aeuds2"] < 0 < row["aeuds1"]
    assert row["v2x_polyarchy2"] < 0.5 < row["v2x_polyarchy1"]


def test_a_name_is_what_it_meant_in_the_years_of_the_panel(panel_of: PanelOf) -> None:
    made = panel_of("state-year", years=(1870, 1872)).of("Allemagne")
    assert [row["ccode"] for row in rows(made)] == [255, 255, 255]


def test_a_panel_tells_what_it_is(panel_of: PanelOf) -> None:
    made = panel_of("dyad-year", directed=False, years=(1990, 2010), add=["atop"])
    assert repr(made) == "<undirected dyad-year panel, COW states, 1990-2010: atop>"


def test_north_korea_has_troops_in_russias_war_from_2024_and_is_no_primary_party(
    panel_of: PanelOf,
) -> None:
    made = panel_of("state-year", years=(2022, 2024), add=["ucdp-acd"])
    found = rows(made.of("PRK"))
    assert [row["ucdp_supporting"] for row in found] == [0, 0, 1]
    assert [row["ucdpongoing"] for row in found] == [0, 0, 0]
    assert [row["ucdpongoing"] for row in rows(made.of("UKR"))] == [1, 1, 1]
