"""Cooperation and conflict, month by month; and what stays unknown."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.evidence import Day
from foedus.relations.ties import monthly_ties, undated_ties
from foedus.sources.case import Coverage
from tests.relations.conftest import event, events, month

YEAR = Day("2024")
MEASURES = ("cooperation", "conflict", "events", "unweighed", "possible")
ALL_SANCTIONS = Coverage(
    what="sanctions", event_type="SANCTION", actors=("UN", "PRK"), spell=YEAR, how="by hand"
)


def ties(run, rows, coverage=(), period=YEAR):
    found = run(monthly_ties(events(rows), coverage, period))
    return {(row["dyad"], row["month"]): row for row in found}


def test_a_month_adds_up_the_weights_of_its_events(run) -> None:
    found = ties(run, ["2024-06-19 RUS > PRK CONSULT", "2024-06-19 RUS PRK AGREE"])
    june = found["PRK-RUS", month("2024-06")]
    assert (june["cooperation"], june["conflict"], june["events"]) == (1.0 + 4.0, 0.0, 2)
    assert len(june["assertions"]) == 2


def test_a_month_without_events_is_unknown_where_nobody_claims_to_list_them_all(run) -> None:
    found = ties(run, ["2024-06-19 RUS > PRK CONSULT"])
    july = found["PRK-RUS", month("2024-07")]
    assert not july["covered"]
    assert [july[name] for name in MEASURES] == [None] * 5
    assert len(found) == 12


def test_a_month_without_events_is_zero_where_the_chronicle_lists_them_all(run) -> None:
    found = ties(run, ["2024-02-01 UN > PRK SANCTION"], [ALL_SANCTIONS])
    march = found["PRK-UN", month("2024-03")]
    assert march["covered"]
    assert [march[name] for name in MEASURES] == [0.0, 0.0, 0, 0, 0]


def test_listing_all_sanctions_does_not_list_all_accusations(run) -> None:
    rows = ["2024-02-01 UN > PRK SANCTION", "2024-05-01 UN > PRK ACCUSE"]
    found = ties(run, rows, [ALL_SANCTIONS])
    assert not found["PRK-UN", month("2024-03")]["covered"]


def test_listing_all_summits_does_not_list_all_meetings(run) -> None:
    summits = Coverage(
        what="summits",
        event_type="CONSULT",
        mode="summit",
        actors=("RUS", "PRK"),
        spell=YEAR,
        how="by hand",
    )
    found = ties(run, ["2024-06-19 RUS > PRK CONSULT"], [summits])
    assert not any(row["covered"] for row in found.values())


def test_half_a_month_is_not_covered(run) -> None:
    half = Coverage(
        what="sanctions",
        event_type="SANCTION",
        actors=("UN", "PRK"),
        spell=Day("2024-01-01/2024-03-15"),
        how="by hand",
    )
    found = ties(run, ["2024-02-01 UN > PRK SANCTION"], [half])
    covered = [when for (_, when), row in found.items() if row["covered"]]
    assert sorted(covered) == [month("2024-01"), month("2024-02")]


def test_troops_mobilised_for_an_ally_are_counted_and_not_weighed_as_conflict(run) -> None:
    lent = event("2024-10-17 PRK > RUS MOBILIZE", polarity="cooperation")
    october = ties(run, [lent])["PRK-RUS", month("2024-10")]
    assert (october["events"], october["unweighed"]) == (1, 1)
    assert (october["cooperation"], october["conflict"]) == (0.0, 0.0)


def test_what_is_only_possible_is_counted_apart(run) -> None:
    rows = [
        event("2024-10-17 PRK > RUS AID", standing="possible"),
        event("2024-10-21 PRK > RUS AID", standing="contested"),
    ]
    october = ties(run, rows)["PRK-RUS", month("2024-10")]
    assert (october["events"], october["possible"], october["cooperation"]) == (0, 2, 0.0)


def test_an_event_of_an_uncertain_month_is_forced_into_none(run) -> None:
    rows = ["2024 PRK > RUS AID", "? PRK > RUS AID", "2024-06-19 RUS > PRK CONSULT"]
    found = ties(run, rows)
    assert sum(row["events"] or 0 for row in found.values()) == 1
    (undated,) = run(undated_ties(events(rows)))
    assert (undated["dyad"], undated["events"]) == ("PRK-RUS", 2)
    assert len(undated["assertions"]) == 2


def test_an_event_known_to_the_month_has_its_month(run) -> None:
    found = ties(run, ["2024-08 RUS > PRK SUPPORT"])
    assert found["PRK-RUS", month("2024-08")]["events"] == 1


def test_events_outside_the_period_have_no_row(run) -> None:
    found = ties(run, ["1961-07-06 PRK > CHN CONSULT"])
    assert {when.year for _, when in found} == {2024}
    assert all(row["events"] is None for row in found.values())


def test_a_series_needs_a_beginning_and_an_end() -> None:
    with pytest.raises(ValueError, match="open"):
        monthly_ties(events([]), (), Day("2000/.."))


def test_no_events_make_no_rows(run) -> None:
    assert run(monthly_ties(events([]), (), YEAR)) == []


@given(
    rows=st.lists(
        st.tuples(
            st.sampled_from(["2024-01-05", "2024-02", "2024", "2023-12-31", "?"]),
            st.sampled_from(["RUS > PRK", "PRK > RUS", "RUS PRK", "USA KOR > PRK"]),
            st.sampled_from(["CONSULT", "AID", "SANCTION", "ACCUSE"]),
        ),
        max_size=8,
        unique=True,
    )
)
@settings(max_examples=15, deadline=None)
def test_no_event_is_lost_between_the_months_and_the_undated(run, rows) -> None:
    table = events(" ".join(row) for row in rows)
    dated = run(monthly_ties(table, (), Day("2023/2024")))
    undated = run(undated_ties(table))
    for dyad in {row["dyad"] for row in dated}:
        counted = sum(row["events"] or 0 for row in dated if row["dyad"] == dyad)
        counted += sum(row["events"] for row in undated if row["dyad"] == dyad)
        pairs = {"PRK-RUS": ("RUS > PRK", "PRK > RUS", "RUS PRK")}.get(dyad, ("USA KOR > PRK",))
        assert counted == sum(row[1] in pairs for row in rows)
