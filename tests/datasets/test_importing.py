"""A file becomes a table that is held: good rows kept, bad ones apart, wrong files refused."""

import re
import threading

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from foedus.datasets.holdings import failing_rows, held, held_columns, held_table, holding
from foedus.datasets.importing import imported, recognised
from foedus.datasets.placing import placed_together
from foedus.datasets.sifting import BROKEN
from foedus.errors import (
    ImportInProgress,
    MissingDataset,
    NewerVersion,
    UnknownDataset,
    UnknownTable,
    WrongFile,
)
from foedus.ledger.engines import engine_at
from foedus.reading.datasets.tables import tables_of
from foedus.sources import registry
from tests.datasets.made_files import NMC, capabilities, nmc_csv, workbook, written, zipped

pytestmark = pytest.mark.usefixtures("data")

SPELLS = "ccode1,ccode2,conttype,stdate,enddate\n"
DYAD_YEARS = """dyad,state1no,state1ab,state2no,state2ab,year,conttype,version
2020,2,USA,20,CAN,2000,1,3.2
20002,20,CAN,2,USA,2000,1,3.2
"""


def rows_held(dataset, table):
    with engine_at() as engine:
        return engine.to_pyarrow(held_table(engine, dataset, table)).to_pylist()


def checks(dataset, table):
    return [(row["row"], row["check"]) for row in failing_rows(dataset, table)]


# What is kept


@pytest.mark.parametrize("left", [0, 100])
def test_rows_that_were_spoilt_after_the_import_are_named_with_what_to_run(tmp_path, left):
    imported("nmc", written(tmp_path / "nmc.csv", nmc_csv(capabilities(2, 1900))))
    path = holding("nmc", "state_years").path
    path.write_bytes(path.read_bytes()[:left])
    for read in (
        lambda: rows_held("nmc", "state_years"),
        lambda: held_columns("nmc", "state_years", "ccode"),
    ):
        with pytest.raises(WrongFile, match="Run `foedus data get nmc` again"):
            read()


def test_the_same_rows_come_of_every_kind_of_file(tmp_path):
    text = nmc_csv(capabilities(2, 1900), "200,1901,-9,-9,0,1,2,3,0.5")
    cells = [line.split(",") for line in text.split()]
    numbers = [[float(cell) for cell in row] for row in cells[1:]]
    typed = pa.table(dict(zip(cells[0], map(list, zip(*numbers, strict=True)), strict=True)))
    pq.write_table(typed, tmp_path / "nmc.parquet")
    typed.to_pandas().to_stata(tmp_path / "nmc.dta", write_index=False)
    files = [
        written(tmp_path / "nmc.csv", text),
        written(tmp_path / "crlf.csv", text, "utf-8-sig", "\r\n"),
        written(tmp_path / "mac.csv", text, line_end="\r"),
        written(tmp_path / "nmc.tsv", text.replace(",", "\t")),
        written(tmp_path / "europe.csv", text.replace(",", ";")),
        tmp_path / "nmc.parquet",
        tmp_path / "nmc.dta",
        workbook(tmp_path / "nmc.xlsx", [cells[0], *numbers]),
        zipped(tmp_path / "nmc.zip", **{"nmc.csv": text.encode()}),
    ]
    seen = []
    for file in files:
        assert imported("nmc", file).holding.kept == 2, file.name
        seen.append(rows_held("nmc", "state_years"))
    assert all(rows == seen[0] for rows in seen)
    assert seen[0][1]["milex"] is None
    assert seen[0][1]["irst"] == 0


def test_the_header_may_differ_in_case_spaces_and_order(tmp_path):
    text = nmc_csv(capabilities(2, 1900)).replace(
        NMC, " CCODE ,Year,MILEX,milper,irst,pec,tpop,upop,CINC"
    )
    assert imported("nmc", written(tmp_path / "nmc.csv", text)).holding.kept == 1


def test_unknown_columns_are_said_and_do_no_harm(tmp_path):
    text = f"{NMC},stateabb,remark\n{capabilities(2, 1900)},USA,x\n"
    report = imported("nmc", written(tmp_path / "nmc.csv", text))
    assert report.holding.kept == 1
    assert "remark" in report.holding.unknown_columns


def test_of_columns_that_differ_in_case_alone_none_is_lost_or_taken_for_another(tmp_path):
    text = f"YEAR,Milex,MILEX,{NMC}\n1,2,3,{capabilities(2, 1900)}\n".replace("ccode", "CCode")
    report = imported("nmc", written(tmp_path / "nmc.csv", text))
    (row,) = rows_held("nmc", "state_years")
    assert (row["ccode"], row["year"], row["milex"]) == (2, 1900, 10)
    assert report.holding.unknown_columns == ("YEAR_1", "Milex_2", "MILEX_3")


def test_the_first_of_columns_in_other_spellings_is_the_one_that_is_meant(tmp_path):
    text = nmc_csv(capabilities(2, 1900)).replace("year,milex", "YEAR,Year")
    text = text.replace("milper", "MILEX").replace("irst", "milper").replace("pec", "irst", 1)
    with pytest.raises(WrongFile, match=r"lacks pec\."):
        imported("nmc", written(tmp_path / "nmc.csv", text))
    text = f"{NMC},MilEx\n{capabilities(2, 1900)},7\n".replace("milex", "MILEX")
    imported("nmc", written(tmp_path / "nmc.csv", text))
    assert rows_held("nmc", "state_years")[0]["milex"] == 10


def test_rows_that_the_file_repeats_are_counted_as_they_stand_in_it(shared):
    report = imported("ucdp-acd", shared / "data/ucdp/ucdp_acd_v25.1.parquet")
    assert (report.of_file.rows_in_file, report.of_file.read) == (5652, 2752)


def test_rows_are_held_in_the_order_of_their_grain(tmp_path):
    file = written(tmp_path / "nmc.csv", nmc_csv(*(capabilities(c, 1900) for c in (220, 2, 200))))
    imported("nmc", file)
    assert [row["ccode"] for row in rows_held("nmc", "state_years")] == [2, 200, 220]
    assert [row["row"] for row in rows_held("nmc", "state_years")] == [2, 3, 1]


def test_the_original_is_kept_byte_for_byte(tmp_path, data):
    file = written(tmp_path / "nmc.csv", nmc_csv(capabilities(2, 1900)), line_end="\r\n")
    imported("nmc", file)
    assert (data / "nmc/original/nmc.csv").read_bytes() == file.read_bytes()


def test_a_file_already_among_the_originals_is_imported_where_it_lies(data):
    place = data / "nmc/original"
    place.mkdir(parents=True)
    file = written(place / "nmc.csv", nmc_csv(capabilities(2, 1900)))
    assert imported("nmc", file).changed
    assert file.exists()


def test_files_of_two_tables_with_one_name_are_both_kept(tmp_path, data):
    (tmp_path / "b").mkdir()
    spells = SPELLS + "2,20,1,1920-01-01,2016-12-31\n20,2,1,1920-01-01,2016-12-31\n"
    imported("contiguity", written(tmp_path / "data.csv", spells))
    imported("contiguity", written(tmp_path / "b/data.csv", DYAD_YEARS))
    assert len(list((data / "contiguity/original").iterdir())) == 2
    names = {one.table: one.file for one in held()}
    assert len(set(names.values())) == 2


# What fails


def test_failing_rows_are_kept_apart_with_the_check_and_their_text(tmp_path):
    file = written(
        tmp_path / "nmc.csv",
        nmc_csv(
            capabilities(2, 1900),
            "2,1901,lots,20,30,40,50,60,0.01",
            "2,1902,-1,20,30,40,50,60,0.01",
            "9999,1900,10,20,30,40,50,60,0.01",
            capabilities(20, 1815),
            "2,1903,10",
            capabilities(200, 1900),
            capabilities(200, 1900),
        ),
    )
    record = imported("nmc", file).holding
    assert (record.read, record.kept, record.failing_rows) == (8, 1, 7)
    found = checks("nmc", "state_years")
    assert (2, "not a number: milex") in found
    assert (3, "negative amount") in found
    assert (4, "unknown code") in found
    assert (5, "year outside coverage") in found
    assert (6, BROKEN) in found
    assert [row for row, check in found if check == "duplicated key"] == [7, 8]
    assert failing_rows("nmc", "state_years")[0]["milex"] == "lots"
    assert record.failing["duplicated key"] == 2


def test_an_undirected_dyad_that_is_not_symmetric_fails(tmp_path):
    text = SPELLS + "2,20,1,1920-01-01,2016-12-31\n20,2,2,1920-01-01,2016-12-31\n"
    record = imported("contiguity", written(tmp_path / "c.csv", text)).holding
    assert record.failing == {"asymmetric": 2}


def test_overlapping_spells_fail(tmp_path):
    header = "stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday\n"
    text = header + "USA,2,US,1816,1,1,1900,12,31\nUSA,2,US,1900,1,1,2016,12,31\n"
    record = imported("cow-states", written(tmp_path / "states.csv", text)).holding
    assert record.failing == {"overlapping spells": 2}
    assert record.kept == 0


def test_a_row_that_fails_two_checks_is_counted_once_among_the_failing(tmp_path):
    file = written(tmp_path / "nmc.csv", nmc_csv("9999,1800,-1,20,30,40,50,60,0.01"))
    record = imported("nmc", file).holding
    assert (record.read, record.kept, record.failing_rows) == (1, 0, 1)
    assert len(record.failing) == 3


CELLS = st.sampled_from(["", "-9", "NA", "5", "-1", "abc", "1e400", "0.5"])
CODES = st.sampled_from(["2", "200", "9999", "", "x"])
YEARS = st.sampled_from(["1900", "1901", "1815", "2022", "", "1900.5"])


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(CODES, YEARS, CELLS) | st.just(("2",)), max_size=15))
def test_every_row_read_is_kept_or_fails_and_none_does_both(tmp_path, rows):
    lines = [f"{','.join(row)}{',1,1,1,1,1,0.1' if len(row) > 1 else ''}" for row in rows]
    record = imported("nmc", written(tmp_path / "nmc.csv", nmc_csv(*lines))).holding
    assert record.read == len(lines)
    kept = [row["row"] for row in rows_held("nmc", "state_years")]
    apart = {row for row, _ in checks("nmc", "state_years")}
    assert len(kept) == record.kept
    assert len(apart) == record.failing_rows
    assert sorted([*kept, *apart]) == list(range(1, len(lines) + 1))


# Importing again


def test_importing_the_same_file_twice_changes_nothing(tmp_path, data):
    file = written(tmp_path / "nmc.csv", nmc_csv(capabilities(2, 1900)))
    first = imported("nmc", file)
    before = {path: path.stat().st_mtime_ns for path in data.rglob("*")}
    again = imported("nmc", file)
    assert (first.changed, again.changed) == (True, False)
    assert again.holding == first.holding
    assert {path: path.stat().st_mtime_ns for path in data.rglob("*")} == before


def test_another_file_takes_the_place_of_the_one_before(tmp_path):
    imported("nmc", written(tmp_path / "a.csv", nmc_csv(capabilities(2, 1900), "x")))
    imported("nmc", written(tmp_path / "b.csv", nmc_csv(capabilities(2, 1901))))
    assert [row["year"] for row in rows_held("nmc", "state_years")] == [1901]
    assert failing_rows("nmc", "state_years") == []


def test_a_table_is_derived_when_its_needs_are_held_and_again_when_they_change(tmp_path):
    both = "2,20,1,{0}-01-01,2016-12-31\n20,2,1,{0}-01-01,2016-12-31\n"
    report = imported("contiguity", written(tmp_path / "a.csv", SPELLS + both.format(2010)))
    assert "directed_dyad_years" in report.derived
    record = holding("contiguity", "directed_dyad_years")
    assert (record.file, record.derived_from) == (None, ("spells",))
    assert record.kept == 14
    imported("contiguity", written(tmp_path / "b.csv", SPELLS + both.format(2012)))
    assert holding("contiguity", "directed_dyad_years").kept == 10


def test_a_table_with_a_file_of_its_own_is_not_derived(tmp_path):
    imported("contiguity", written(tmp_path / "years.csv", DYAD_YEARS))
    spells = SPELLS + "2,20,1,1920-01-01,2016-12-31\n20,2,1,1920-01-01,2016-12-31\n"
    report = imported("contiguity", written(tmp_path / "spells.csv", spells))
    assert report.derived == ()
    assert holding("contiguity", "directed_dyad_years").kept == 2


def test_two_imports_of_one_dataset_exclude_each_other(tmp_path, data):
    file = written(tmp_path / "nmc.csv", nmc_csv(capabilities(2, 1900)))
    with placed_together(data / "nmc"), pytest.raises(ImportInProgress, match="Another import"):
        imported("nmc", file)
    assert imported("nmc", file).changed


def test_of_imports_at_once_each_succeeds_or_says_that_another_runs(tmp_path):
    files = [
        written(tmp_path / f"{year}.csv", nmc_csv(capabilities(2, year)))
        for year in range(1900, 1906)
    ]
    said = []

    def run(file):
        try:
            said.append(imported("nmc", file).holding.kept)
        except ImportInProgress:
            said.append("busy")

    threads = [threading.Thread(target=run, args=(file,)) for file in files]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert len(said) == 6
    assert set(said) <= {1, "busy"}
    assert len(rows_held("nmc", "state_years")) == 1


# What is refused


def test_a_wrong_file_is_named_with_what_it_lacks_and_what_it_looks_like(tmp_path):
    file = written(tmp_path / "mystery.csv", SPELLS + "2,20,1,1920-01-01,2016-12-31\n")
    with pytest.raises(WrongFile) as raised:
        imported("nmc", file)
    message = str(raised.value)
    assert "mystery.csv is not state_years of nmc" in message
    assert "lacks ccode, cinc, irst" in message
    assert "It looks like spells of contiguity" in message
    assert "https://" in message


def test_what_is_never_read_from_a_file_as_it_is_says_what_to_do(tmp_path):
    file = written(tmp_path / "20241001.export.CSV", "1\t2\n")
    with pytest.raises(WrongFile, match=r"`foedus data get gdelt --from 2024\S+`"):
        imported("gdelt", file)
    with pytest.raises(WrongFile, match="foedus makes it of conflict_years"):
        imported("ucdp-acd", file, table="parties")


def test_a_missing_column_is_named(tmp_path):
    text = nmc_csv(capabilities(2, 1900)).replace("milex", "spending")
    with pytest.raises(WrongFile, match=r"lacks milex\."):
        imported("nmc", written(tmp_path / "nmc.csv", text))


def test_a_wrong_file_leaves_what_is_held(tmp_path):
    imported("nmc", written(tmp_path / "nmc.csv", nmc_csv(capabilities(2, 1900))))
    with pytest.raises(WrongFile):
        imported("nmc", written(tmp_path / "other.csv", "a,b\n1,2\n"))
    assert [one.file for one in held()] == ["nmc.csv"]


def test_a_release_with_later_years_is_not_read_until_somebody_says_what_it_is(tmp_path):
    years = (capabilities(2, year) for year in range(2018, 2025))
    file = written(tmp_path / "nmc.csv", nmc_csv(*years))
    with pytest.raises(NewerVersion) as raised:
        imported("nmc", file)
    message = str(raised.value)
    assert "nmc.csv seems to be a later release of nmc" in message
    assert "2 of its 7 rows lie after 2022, up to 2024 (column year)" in message
    assert "--as-version VERSION --covers 1816-2024" in message
    assert held() == ()
    record = imported("nmc", file, version="8.0", covers=(1816, 2024)).holding
    assert (record.kept, record.version, record.covers) == (7, "8.0", (1816, 2024))


def test_a_few_years_that_cannot_be_are_failing_rows_not_a_new_release(tmp_path):
    years = [capabilities(2, year) for year in range(1816, 2023)]
    file = written(tmp_path / "nmc.csv", nmc_csv(*years, capabilities(200, 9999)))
    assert imported("nmc", file).holding.failing["year outside coverage"] == 1


def test_a_later_release_told_by_its_name_is_not_read_as_the_known_one(tmp_path):
    known = next(one for one in registry.dataset("atop").files if "5_1" in one.name)
    forms = tables_of("atop")[known.table].forms
    header = ",".join(max((form.requires for form in forms), key=len))
    file = written(tmp_path / known.name.replace("5_1", "5_2"), header + "\n")
    said = f"its name is that of a later release than {known.name}"
    with pytest.raises(NewerVersion, match=re.escape(said)):
        imported("atop", file, table=known.table)


@pytest.mark.parametrize(("told", "newer"), [("3.2", False), ("3.1999998", False), ("3.3", True)])
def test_a_column_that_names_a_later_version_is_believed(tmp_path, told, newer):
    file = written(tmp_path / "years.csv", DYAD_YEARS.replace(",3.2", f",{told}"))
    if not newer:
        assert imported("contiguity", file).holding.kept == 2
        return
    with pytest.raises(NewerVersion, match=r"its column version says 3\.3, not 3\.2"):
        imported("contiguity", file)
    assert imported("contiguity", file, version="3.3").holding.version == "3.3"


def test_unknown_datasets_and_tables_give_the_nearest_names(tmp_path):
    file = written(tmp_path / "nmc.csv", nmc_csv())
    with pytest.raises(UnknownDataset, match="contiguity"):
        imported("contigity", file)
    with pytest.raises(UnknownTable, match="directed_dyad_years"):
        imported("contiguity", file, table="dyad_years")


def test_what_is_not_held_says_what_to_run():
    with pytest.raises(MissingDataset) as raised:
        holding("nmc", "state_years")
    assert "foedus data get nmc" in str(raised.value)
    assert "--from FILE" in str(raised.value)
    assert "https://" in str(raised.value)
    with pytest.raises(UnknownTable):
        holding("nmc", "dyads")


def test_an_empty_table_is_held_as_one_of_no_rows(tmp_path):
    assert imported("nmc", written(tmp_path / "nmc.csv", nmc_csv())).holding.read == 0
    assert rows_held("nmc", "state_years") == []


def test_a_file_is_recognised_by_its_columns_alone(tmp_path):
    file = written(tmp_path / "x.csv", nmc_csv(capabilities(2, 1900)))
    assert recognised(file)[0][:2] == ("nmc", "state_years")
    assert recognised(written(tmp_path / "y.csv", "a,b\n1,2\n")) == []


def test_of_two_datasets_with_the_same_columns_the_files_name_decides(tmp_path):
    (form,) = tables_of("gml")["disputes"].forms[:1]
    header = ",".join(sorted(form.requires)) + "\n"
    for dataset in ("gml", "mid"):
        fits = recognised(written(tmp_path / f"{dataset}_disputes.csv", header))
        assert fits[0][:2] == (dataset, "disputes")
        assert len(fits) > 1


REAL = {
    "atop/atop5_1m.csv": ("atop", "members"),
    "atop/atop5_1aph.csv": ("atop", "phases"),
    "atop/atop5_1sy.parquet": ("atop", "state_years"),
    "cow/states2016.parquet": ("cow-states", "spells"),
    "cow/majors2016.parquet": ("majors", "spells"),
    "cow/contdird_v3.2_directed_dyad_year.parquet": ("contiguity", "directed_dyad_years"),
    "cow/nmc_v7.0.parquet": ("nmc", "state_years"),
    "cow/mid_v5_disputes.parquet": ("mid", "disputes"),
    "cow/gml_v2.2.1_disputes.parquet": ("gml", "disputes"),
    "cow/gml_v2.2.1_directed_dispute_years.parquet": ("gml", "directed_dispute_years"),
    "cow/igo_v3_state_year_membership.parquet": ("igo", "memberships"),
    "cow/trade_v3_dyadic.parquet": ("trade", "dyad_years"),
    "dcad/DCAD-v1.0-main.csv": ("dcad", "agreements"),
    "dprk/nk_missile_tests.json": ("missile-tests", "tests"),
    "sipri/trade-register.csv": ("sipri-transfers", "deals"),
    "sipri/SIPRI-Milex-data-1948-2023.xlsx": ("sipri-milex", "country_years"),
    "sanctions/GSDB_V4.csv": ("gsdb", "cases"),
    "panel/cw_democracy.parquet": ("democracy", "state_years"),
}


@pytest.mark.parametrize("file", REAL)
def test_a_real_file_is_recognised_as_what_it_is(shared, file):
    assert recognised(shared / "data" / file)[0][:2] == REAL[file]


def test_a_real_file_given_for_another_dataset_is_named_for_what_it_is(shared):
    with pytest.raises(WrongFile, match="It looks like members of atop"):
        imported("nmc", shared / "data/atop/atop5_1m.csv")


def test_a_real_file_with_crlf_and_another_encoding_gives_the_same_rows(shared, tmp_path):
    real = shared / "data/dcad/DCAD-v1.0-main.csv"
    imported("dcad", real)
    rows = rows_held("dcad", "agreements")
    text = real.read_bytes().decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
    imported("dcad", written(tmp_path / "dcad.csv", text, "utf-16", "\r\n"))
    assert len(rows) == holding("dcad", "agreements").kept
    assert [row["row"] for row in rows] == [row["row"] for row in rows_held("dcad", "agreements")]
