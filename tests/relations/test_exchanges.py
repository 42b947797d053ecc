"""Exchanges a year, where the chronicle claims to list them all, and whether a year is a record."""

import ibis

from foedus.evidence import Day
from foedus.relations.exchanges import exchange_records, yearly_exchanges
from foedus.relations.ties import monthly_ties
from foedus.relations.turning_points import exchange_turning_points, tie_turning_points
from foedus.sources.case import Coverage
from tests.relations.conftest import chronicle_of, event, events

RESOLUTIONS = Coverage(
    what="resolutions",
    event_type="SANCTION",
    mode="resolution",
    actors=("UN", "PRK"),
    spell=Day("2006/2024-09-30"),
    how="by hand",
)
YEARS = [2006, 2009, 2013, 2013, 2016, 2016, 2017, 2017, 2017, 2017]
ADOPTED = [f"{year}-{month:02}-01 UN > PRK SANCTION" for month, year in enumerate(YEARS, 1)]
PERIOD = Day("2000/2024-12-31")


def exchanges(rows, coverage=RESOLUTIONS, mode="resolution"):
    return yearly_exchanges(events(rows), chronicle_of(rows, mode), [coverage], PERIOD)


def by_year(run, table):
    return {row["year"]: row for row in run(table)}


def test_every_year_of_the_period_has_a_row_and_years_outside_the_claim_no_count(run) -> None:
    found = by_year(run, exchanges(ADOPTED))
    assert list(found) == list(range(2000, 2025))
    assert (found[2005]["exchanges"], found[2005]["covered"]) == (None, False)
    assert (found[2007]["exchanges"], found[2007]["covered"]) == (0, True)
    assert found[2017]["exchanges"] == 4
    assert len(found[2017]["assertions"]) == 4


def test_a_year_that_is_partly_covered_says_how_much_of_it(run) -> None:
    found = by_year(run, exchanges(ADOPTED))
    assert found[2023]["exposure"] == 1
    assert found[2024]["exposure"] == (31 + 29 + 31 + 30 + 31 + 30 + 31 + 31 + 30) / 366


def test_only_the_mode_that_is_claimed_is_counted(run) -> None:
    found = by_year(run, exchanges(ADOPTED, mode="listing"))
    assert found[2017]["exchanges"] == 0


def test_what_only_other_documents_say_is_not_counted(run) -> None:
    table = yearly_exchanges(
        events([*ADOPTED, "2010-01-01 UN > PRK SANCTION"]),
        chronicle_of(ADOPTED, "resolution"),
        [RESOLUTIONS],
        PERIOD,
    )
    assert by_year(run, table)[2010]["exchanges"] == 0


def test_an_exchange_that_other_documents_call_something_else_is_still_counted(run) -> None:
    entry = event("2010-01-01 UN > PRK SANCTION")
    table = yearly_exchanges(
        events([entry | {"event_type": "ACCUSE"}]),
        chronicle_of([entry], "resolution"),
        [RESOLUTIONS],
        PERIOD,
    )
    assert by_year(run, table)[2010]["exchanges"] == 1


def test_an_exchange_that_may_belong_to_two_years_is_counted_in_neither(run) -> None:
    found = by_year(run, exchanges(["2010-12/2011-01 UN > PRK SANCTION"]))
    assert [(found[year]["exchanges"], found[year]["possible"]) for year in (2010, 2011)] == [
        (0, 1),
        (0, 1),
    ]


def test_a_contested_exchange_is_only_possible(run) -> None:
    doubtful = event("2010-05-01 UN > PRK SANCTION", standing="contested")
    found = by_year(run, exchanges([doubtful]))
    assert (found[2010]["exchanges"], found[2010]["possible"]) == (0, 1)


def test_2017_was_a_record_of_resolutions(run) -> None:
    until_2017 = Coverage(
        what="resolutions",
        event_type="SANCTION",
        mode="resolution",
        actors=("UN", "PRK"),
        spell=Day("2006/2017"),
        how="by hand",
    )
    (record,) = run(exchange_records(exchanges(ADOPTED, until_2017)))
    assert (record["year"], record["exchanges"], record["highest_before"]) == (2017, 4, 2)
    assert (record["standing"], record["years"], record["exposure"]) == ("record", 12, 12.0)
    assert 0 < record["as_high"] < 0.05
    assert len(record["assertions"]) == 10


def test_one_summit_a_year_is_no_record(run) -> None:
    meetings = [f"{year}-06-01 RUS > PRK CONSULT" for year in (2000, 2001, 2011, 2023, 2024)]
    summits = Coverage(
        what="summits",
        event_type="CONSULT",
        mode="summit",
        actors=("RUS", "PRK"),
        spell=PERIOD,
        how="by hand",
    )
    (record,) = run(exchange_records(exchanges(meetings, summits, "summit")))
    assert (record["standing"], record["dyad"], record["years"]) == ("equalled", "PRK-RUS", 25)


def test_no_coverage_no_series(run) -> None:
    table = yearly_exchanges(events(ADOPTED), chronicle_of(ADOPTED), [], PERIOD)
    assert run(table) == []
    assert run(exchange_records(table)) == []
    assert run(exchange_turning_points(table)) == []


def test_the_resolutions_stopped_after_2017(run) -> None:
    (turn,) = run(exchange_turning_points(exchanges(ADOPTED)))
    assert turn["day"].isoformat() == "2018-01-01"
    assert turn["earliest"] <= turn["day"] <= turn["latest"]
    assert turn["ratio"] < 1
    assert (turn["periods"], turn["events"]) == (19, 10)
    assert (turn["changes"], turn["change"]) == (1, 1)
    assert (turn["model"] == "negative binomial") == (turn["overdispersed"] > 0.5)
    assert 0 < turn["within"] <= turn["probability"]
    assert len(turn["posterior"]) == len(turn["periods_from"]) == 19
    assert len(turn["assertions"]) == 10


def test_months_show_the_same_turn(run) -> None:
    whole = Coverage(
        what="sanctions",
        event_type="SANCTION",
        actors=("UN", "PRK"),
        spell=Day("2006/2024"),
        how="by hand",
    )
    *_, turn = run(tie_turning_points(monthly_ties(events(ADOPTED), [whole], PERIOD)))
    assert turn["dyad"] == "PRK-UN"
    assert turn["change"] == turn["changes"] >= 1
    assert turn["day"].year in (2017, 2018)
    assert turn["ratio"] < 1
    assert turn["periods"] == 19 * 12


def test_a_series_without_any_event_has_no_turning_point(run) -> None:
    assert run(exchange_turning_points(exchanges([]))) == []


def test_everything_stays_an_expression_until_somebody_asks() -> None:
    table = exchange_turning_points(exchanges(ADOPTED))
    assert isinstance(table, ibis.Table)
