"""Which release a file is: told by a sure sign, or said to be presumed."""

import pytest

from foedus.datasets.holdings import holding
from foedus.datasets.importing import imported
from foedus.datasets.versions import version_of_column
from foedus.reading.datasets.tables import tables_of
from tests.datasets.made_files import capabilities, nmc_csv, written
from tests.datasets.test_importing import DYAD_YEARS

pytestmark = pytest.mark.usefixtures("data")


def nmc(folder, name):
    record = imported("nmc", written(folder / name, nmc_csv(capabilities(2, 1900)))).holding
    return record.release, record.version_by


def test_a_file_without_a_sign_is_presumed_to_be_the_known_release(tmp_path):
    assert nmc(tmp_path, "download (3).csv") == ("7.0 (presumed)", "presumed")


@pytest.mark.parametrize(
    ("name", "release"),
    [
        ("NMC-70-abridged.csv", "7.0"),
        ("nmc_v7.0.csv", "7.0"),
        ("my_nmc_7_0.csv", "7.0"),
        ("nmc_v6.1.csv", "6.1"),
        ("nmc_v2.csv", "7.0 (presumed)"),
        ("nmc 17.0.csv", "7.0 (presumed)"),
    ],
)
def test_a_version_in_the_files_name_is_a_sign(tmp_path, name, release):
    assert nmc(tmp_path, name)[0] == release


def test_what_the_person_says_is_sure(tmp_path):
    file = written(tmp_path / "x.csv", nmc_csv(capabilities(2, 1900)))
    assert imported("nmc", file, version="6.0").holding.release == "6.0"
    assert imported("nmc", file, version="6.0").changed is False
    assert imported("nmc", file).holding.version_by == "presumed"


@pytest.mark.parametrize(
    ("told", "release"), [("3.2", "3.2"), ("3.1999998", "3.2"), ("3.1", "3.1")]
)
def test_a_column_that_names_a_version_is_believed(tmp_path, told, release):
    file = written(tmp_path / "years.csv", DYAD_YEARS.replace(",3.2", f",{told}"))
    record = imported("contiguity", file).holding
    assert (record.release, record.version_by) == (release, "column")


def test_an_older_release_ends_with_its_last_row_and_says_nothing_of_later_years(tmp_path):
    older = DYAD_YEARS.replace(",3.2", ",3.1")
    assert imported("contiguity", written(tmp_path / "a.csv", older)).holding.covers[1] == 2000
    assert imported("contiguity", written(tmp_path / "b.csv", DYAD_YEARS)).holding.covers[1] == 2016


def test_a_checksum_of_the_registry_is_a_sign_under_any_name(shared, tmp_path):
    renamed = tmp_path / "x.csv"
    renamed.write_bytes((shared / "data/atop/atop5_1m_NNA.csv").read_bytes())
    record = imported("atop", renamed, table="members_nna").holding
    assert (record.release, record.version_by) == ("5.1", "checksum")


REAL = {
    "cow/trade_v3_dyadic.parquet": ("trade", "dyad_years", "3.0", (1870, 2009)),
    "cow/war_interstate_v4_directed_dyad_years.parquet": (
        "wars",
        "interstate",
        "4.0",
        (1816, 2007),
    ),
    "cow/war_intrastate_v4.1.parquet": ("wars", "intrastate", "4.1", (1816, 2008)),
    "ucdp/ucdp_ged_v23.1_sample1000.parquet": ("ucdp-ged", "events", "23.1", (1989, 2022)),
}


@pytest.mark.parametrize("file", REAL)
def test_a_real_file_is_not_taken_for_a_release_that_it_is_not(shared, file):
    dataset, table, release, covers = REAL[file]
    record = imported(dataset, shared / "data" / file, table=table).holding
    assert (record.release, record.covers) == (release, covers)


def test_a_table_made_of_presumed_ones_is_presumed(tmp_path):
    both = "2,20,1,2010-01-01,2016-12-31\n20,2,1,2010-01-01,2016-12-31\n"
    header = "ccode1,ccode2,conttype,stdate,enddate\n"
    imported("contiguity", written(tmp_path / "a.csv", header + both))
    assert holding("contiguity", "directed_dyad_years").release == "3.2 (presumed)"


def test_a_column_called_version_that_means_something_else_is_no_sign():
    import pyarrow as pa

    table = tables_of("polecat")["events"]
    coder = pa.table({"Version": ["NGEC_1.2"]})
    assert version_of_column(table, coder, ("weekly", "unnumbered")) == ("weekly", "unnumbered")
