"""One view of the events of every store, and the months of its dyads, on both engines."""

import datetime as dt
import itertools

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from foedus.datasets.event_actors import country_codes, names, places
from foedus.datasets.event_store import events_stored
from foedus.datasets.events import COLUMNS, DYAD_MONTHS, dyad_months, events
from foedus.datasets.importing import imported
from foedus.errors import MissingDataset, UnknownDataset
from foedus.evidence import EventType, quad_class
from foedus.ledger.engine import new_ledger
from tests.datasets.gdelt_made import line, text_file
from tests.ledger.papers import Papers
from tests.reading.datasets.test_acled import acled_file, acled_line
from tests.reading.datasets.test_polecat import polecat_file, polecat_line

pytestmark = pytest.mark.usefixtures("data")

PLOVER = """# CAMEO to PLOVER conversion table
042: CONSULT, visit,   # Make a visit
112: ACCUSE, disapprove,    # Accuse
057: SUPPORT,  , diplomatic # Sign formal agreement
190: ASSAULT, , military # Use conventional military force
"""
SCORES = (
    "code,name,goldstein\n04,CONSULT,1.0\n040,Consult,1.0\n042,Make a visit,1.9\n112,Accuse,-2\n"
)


@pytest.fixture
def cameo(tmp_path, data):  # noqa: ARG001  (the data folder comes first)
    (tmp_path / "plover.txt").write_text(PLOVER, encoding="utf-8")
    (tmp_path / "goldstein.csv").write_text(SCORES, encoding="utf-8")
    imported("cameo", tmp_path / "plover.txt", table="plover")
    imported("cameo", tmp_path / "goldstein.csv", table="goldstein")


def gdelt(folder, *lines):
    events_stored([text_file(folder, f"{len(list(folder.iterdir()))}.export.CSV", *lines)])


def rows(engine, *stores, **given):
    found = engine.to_pyarrow(events(engine, stores or None, **given))
    return sorted(found.to_pylist(), key=lambda row: (row["store"], row["row_id"]))


@pytest.mark.usefixtures("cameo")
def test_a_row_of_gdelt_says_who_did_what_to_whom_and_where(engine, tmp_path):
    gdelt(tmp_path, line(7))
    assert rows(engine) == [
        {
            "store": "gdelt",
            "row_id": "7",
            "day": dt.date(2024, 6, 19),
            "added": dt.datetime(2024, 6, 19, 12),
            "event_type": "CONSULT",
            "quad_class": "verbal_cooperation",
            "goldstein": 1.9,
            "cameo": "042",
            "initiator": "RUS",
            "target": "PRK",
            "initiator_name": "RUSSIA",
            "target_name": "NORTH KOREA",
            "country": "PRK",
            "latitude": 39.0194,
            "longitude": 125.755,
            "place": "Pyongyang, P'yongyang-si, North Korea",
            "mentions": 4,
            "articles": 4,
            "version": "2.0",
        }
    ]


@pytest.mark.usefixtures("cameo")
def test_codes_that_mean_no_state_on_the_day_stay_unknown(engine, tmp_path):
    gdelt(
        tmp_path,
        line(1, Actor1CountryCode="EUR", Actor2CountryCode=""),
        line(2, Actor1CountryCode="RUS", SQLDATE="19850101"),
        line(3, Actor1CountryCode="ROM", Actor2CountryCode="TMP"),
        line(4, Actor1CountryCode="SAF", Actor2CountryCode="ZAF"),
        line(5, SQLDATE="20230229"),
        line(6, ActionGeo_CountryCode="OS"),
    )
    found = [(row["initiator"], row["target"]) for row in rows(engine)]
    assert found == [
        (None, None),
        (None, "PRK"),
        ("ROU", "TLS"),
        (None, "ZAF"),
        (None, None),
        ("RUS", "PRK"),
    ]
    assert rows(engine)[5]["country"] is None


@pytest.mark.usefixtures("cameo")
def test_what_plover_does_not_code_has_neither_type_nor_class(engine, tmp_path):
    gdelt(tmp_path, line(1, EventCode="010"), line(2, EventCode="190"))
    assert [(row["event_type"], row["quad_class"]) for row in rows(engine)] == [
        (None, None),
        ("ASSAULT", "material_conflict"),
    ]


@pytest.mark.usefixtures("cameo")
def test_an_accusation_scores_below_zero_in_every_store(engine, tmp_path):
    gdelt(tmp_path, line(1, EventCode="112", GoldsteinScale="2.0"))
    polecat = polecat_line(Event_Type="ACCUSE", Quad_Code="VERBAL CONFLICT", Intensity="2.0")
    imported("polecat", polecat_file(tmp_path, polecat, polecat_line(Event_ID="e2")))
    assert [(row["store"], row["event_type"], row["goldstein"]) for row in rows(engine)] == [
        ("gdelt", "ACCUSE", -2.0),
        ("polecat", "ACCUSE", -2.0),
        ("polecat", "CONSULT", 2.5),
    ]


def test_without_the_table_of_codes_the_view_says_what_is_missing(engine, tmp_path):
    gdelt(tmp_path, line(1))
    with pytest.raises(MissingDataset, match="plover of cameo"):
        events(engine, ("gdelt",))


@pytest.mark.parametrize("store", ["gdelt", "icews", "polecat", "acled", "assertions"])
def test_a_store_that_is_not_held_is_told(engine, store):
    with pytest.raises(MissingDataset):
        events(engine, (store,))


def test_no_store_at_all_and_a_word_that_is_none_are_told(engine):
    with pytest.raises(MissingDataset, match="No store of events"):
        events(engine)
    with pytest.raises(UnknownDataset, match="gdelt"):
        events(engine, ("gdlt",))


@pytest.mark.usefixtures("cameo")
def test_names_alone_get_their_codes_from_the_words_of_the_action(engine, tmp_path):
    table = {
        "date": ["2018-08-29", "2018-08-30", "2018-08-30"],
        "source": ["Police (Singapore)", "North Korea", "Abu Sayyaf"],
        "event": ["Make a visit", "consult", "Sing"],
        "target": ["China", "Citizen (Congo)", "South Korea"],
    }
    file = tmp_path / "icews18.parquet"
    pq.write_table(pa.table(table), file)
    imported("icews", file)
    assert [
        (row["cameo"], row["event_type"], row["goldstein"], row["initiator"], row["target"])
        for row in rows(engine, "icews")
    ] == [
        ("042", "CONSULT", 1.9, "SGP", "CHN"),
        ("040", None, 1.0, "PRK", None),
        (None, None, None, None, "KOR"),
    ]


def test_several_countries_in_one_cell_of_polecat_are_nobody_for_certain(engine, tmp_path):
    imported("polecat", polecat_file(tmp_path, polecat_line(Actor_Country="RUS;BLR")))
    (row,) = rows(engine)
    assert (row["initiator"], row["target"], row["country"]) == (None, "PRK", "PRK")
    assert (row["initiator_name"], row["cameo"], row["added"]) == ("Vladimir Putin", None, None)


def test_acled_gives_no_direction(engine, tmp_path):
    clash = acled_line(event_id_cnty="AAA2", event_type="Battles", sub_event_type="Armed clash")
    other = acled_line(
        event_id_cnty="AAA3", event_type="Strategic developments", sub_event_type="Agreement"
    )
    imported("acled", acled_file(tmp_path, acled_line(), clash, other))
    found = rows(engine)
    assert [(row["event_type"], row["quad_class"]) for row in found] == [
        ("PROTEST", "material_conflict"),
        ("ASSAULT", "material_conflict"),
        (None, None),
    ]
    assert {(row["initiator"], row["target"], row["country"]) for row in found} == {
        (None, None, "NPL")
    }


def test_assertions_of_a_case_stand_beside_the_stores(engine, tmp_path):
    papers = Papers()
    papers.document("Le Monde", published="2024-10-20")
    papers.says("Le Monde", "AID", "PRK", "RUS", "2024-10-17")
    papers.says("Le Monde", "CONSULT", "RUS PRK", "", "2024-06-19", words="rencontre")
    papers.says("Le Monde", "MOBILIZE", "PRK", "UKR", "2024-10-18", modality="planned", words="a")
    papers.says("Le Monde", "ASSAULT", "PRK", "UKR", "2024-10", words="b")
    with new_ledger(tmp_path / "ledger.duckdb") as ledger:
        papers.appended_to(ledger)
        found = rows(engine, ledger=ledger)
    assert sorted(
        (row["day"], row["event_type"], row["initiator"], row["target"] or "") for row in found
    ) == [
        (dt.date(2024, 6, 19), "CONSULT", "PRK", ""),
        (dt.date(2024, 6, 19), "CONSULT", "RUS", ""),
        (dt.date(2024, 10, 17), "AID", "PRK", "RUS"),
    ]
    aid = next(row for row in found if row["event_type"] == "AID")
    assert (aid["quad_class"], aid["goldstein"]) == ("material_cooperation", None)
    assert aid["added"] == dt.datetime(2024, 10, 20)
    assert aid["row_id"] == papers.assertions[0].id


@pytest.mark.usefixtures("cameo")
def test_all_stores_share_their_columns(engine, tmp_path):
    gdelt(tmp_path, line(1))
    imported("polecat", polecat_file(tmp_path, polecat_line()))
    imported("acled", acled_file(tmp_path, acled_line()))
    view = events(engine)
    assert {name: str(dtype) for name, dtype in view.schema().items()} == {
        name: dtype if dtype != "timestamp" else str(view.schema()["added"])
        for name, dtype in COLUMNS.items()
    }
    assert {row["store"] for row in rows(engine)} == {"gdelt", "polecat", "acled"}


# Months of dyads


@pytest.mark.usefixtures("cameo")
def test_a_month_of_a_dyad_counts_by_class_and_never_a_mean_without_its_count(engine, tmp_path):
    june, july = "20240630", "20240701"
    gdelt(
        tmp_path,
        line(1, SQLDATE=june),
        line(2, SQLDATE=june, EventCode="112", GoldsteinScale="-2.0"),
        line(3, SQLDATE=june, EventCode="010", GoldsteinScale=""),
        line(4, SQLDATE=july, EventCode="190", GoldsteinScale="-10.0"),
        line(5, SQLDATE=june, Actor1CountryCode="PRK", Actor2CountryCode="RUS"),
        line(6, SQLDATE=june, Actor1CountryCode="PRK"),
        line(7, SQLDATE=june, Actor1CountryCode="EUR"),
        line(8, SQLDATE="20240631"),
    )
    found = engine.to_pyarrow(dyad_months(events(engine, ("gdelt",))))
    assert found.column_names == list(DYAD_MONTHS)
    months = sorted(found.to_pylist(), key=lambda row: (row["initiator"], row["month"]))
    told = [
        (row["initiator"], row["target"], row["year"], row["month"], row["events"])
        for row in months
    ]
    assert told == [
        ("PRK", "RUS", 2024, 6, 1),
        ("RUS", "PRK", 2024, 6, 3),
        ("RUS", "PRK", 2024, 7, 1),
    ]
    classes = [name for name in DYAD_MONTHS if name.startswith(("verbal", "material"))]
    assert [months[1][name] for name in classes] == [1, 0, 1, 0]
    assert [months[2][name] for name in classes] == [0, 0, 0, 1]
    assert months[1]["scored_events"] == 2
    assert months[1]["goldstein_sum"] == pytest.approx(-0.1)
    assert months[1]["goldstein_mean"] == pytest.approx(-0.05)


@pytest.mark.usefixtures("cameo")
def test_a_month_in_which_nothing_has_a_score_has_no_mean(engine, tmp_path):
    gdelt(tmp_path, line(1, GoldsteinScale=""))
    (row,) = engine.to_pyarrow(dyad_months(events(engine, ("gdelt",)))).to_pylist()
    assert (row["events"], row["scored_events"]) == (1, 0)
    assert (row["goldstein_sum"], row["goldstein_mean"]) == (None, None)


@pytest.mark.usefixtures("cameo")
def test_stores_are_counted_apart_as_they_tell_of_the_same_events(engine, tmp_path):
    gdelt(tmp_path, line(1))
    imported("polecat", polecat_file(tmp_path, polecat_line()))
    found = engine.to_pyarrow(dyad_months(events(engine))).to_pylist()
    assert sorted((row["store"], row["events"]) for row in found) == [("gdelt", 1), ("polecat", 1)]


def test_the_published_files_agree_with_a_count_by_hand(engine, shared):
    imported("cameo", shared / "data/plover/CAMEO2PLOVER-2021.txt")
    imported("icews", shared / "data/icews/events.2018.sample.tab")
    events_stored((shared / "data/gdelt").glob("*.export.CSV"))
    found = engine.to_pyarrow(dyad_months(events(engine, ("gdelt", "icews")))).to_pylist()
    counted = {}
    for file in (shared / "data/gdelt").glob("*.export.CSV"):
        for fields in (one.split("\t") for one in file.read_text("utf-8").splitlines()):
            if (fields[7], fields[17]) == ("USA", "RUS"):
                counted[fields[1][:6]] = counted.get(fields[1][:6], 0) + 1
    assert counted == {
        f"{row['year']}{row['month']:02d}": row["events"]
        for row in found
        if (row["store"], row["initiator"], row["target"]) == ("gdelt", "USA", "RUS")
    }
    lines = (shared / "data/icews/events.2018.sample.tab").read_text("utf-8").splitlines()
    talks = sum(
        (one.split("\t")[4], one.split("\t")[10]) == ("North Korea", "United States")
        for one in lines
    )
    (row,) = (
        row
        for row in found
        if (row["store"], row["initiator"], row["target"]) == ("icews", "PRK", "USA")
    )
    assert row["events"] == talks > 100


# Words and actors


def bearer(table, words, day):
    found = [
        row["actor"]
        for row in table.to_pylist()
        if row["words"] == words and row["begins"] <= day <= row["ends"]
    ]
    return found[0] if found else None


@pytest.mark.parametrize("table", [country_codes(), names(), places()])
def test_no_word_means_two_actors_on_one_day(table):
    runs = {}
    for row in table.to_pylist():
        runs.setdefault(row["words"], []).append((row["begins"], row["ends"]))
    for spells in runs.values():
        ordered = sorted(spells)
        assert all(one[1] < other[0] for one, other in itertools.pairwise(ordered))


@pytest.mark.parametrize(
    ("words", "year", "actor"),
    [
        ("RUS", 1992, "RUS"),
        ("RUS", 1985, None),
        ("SUN", 1985, "SUN"),
        ("COD", 1985, "COD"),
        ("DEU", 1985, "DEU"),
        ("ROM", 2019, "ROU"),
        ("MTN", 2019, "MNE"),
        ("AFR", 2019, None),
    ],
)
def test_codes_of_countries_hold_on_their_days(words, year, actor):
    assert bearer(country_codes(), words, dt.date(year, 6, 1)) == actor


@pytest.mark.parametrize(
    ("words", "actor"),
    [("KN", "PRK"), ("KS", "KOR"), ("GM", "DEU"), ("RB", "SRB"), ("CH", "CHN"), ("YI", None)],
)
def test_places_are_coded_in_fips_and_not_in_iso(words, actor):
    assert bearer(places(), words, dt.date(2019, 6, 1)) == actor


def test_a_name_that_two_bear_is_nobody():
    assert bearer(names(), "congo", dt.date(2018, 6, 1)) is None
    assert bearer(names(), "democratic republic of congo", dt.date(2018, 6, 1)) == "COD"


def test_every_type_has_a_column_in_the_months():
    assert {quad_class(each).value for each in EventType} <= set(DYAD_MONTHS)
