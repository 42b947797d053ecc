"""GDELT's fields, against the list of them and the published files."""

from foedus.reading.datasets.gdelt import DTYPES, EVENTS, FIELDS, WIDTHS


def test_the_fields_are_those_of_the_codebook_in_their_order(shared):
    told = (shared / "data/gdelt/columns_v2_events.txt").read_text(encoding="utf-8").split()
    assert list(FIELDS) == told


def test_published_lines_have_the_fields_of_version_2(shared):
    for file in (shared / "data/gdelt").glob("*.export.CSV"):
        lines = file.read_text(encoding="utf-8").splitlines()
        assert {line.count("\t") + 1 for line in lines} == {len(FIELDS)}


def test_version_1_lacks_the_second_divisions_and_the_back_file_the_address():
    assert {width: len(names) for width, names in WIDTHS.items()} == {61: 61, 58: 58, 57: 57}
    assert set(FIELDS) - set(WIDTHS[58]) == {
        f"{whose}Geo_ADM2Code" for whose in ("Actor1", "Actor2", "Action")
    }
    assert set(WIDTHS[58]) - set(WIDTHS[57]) == {"SOURCEURL"}


def test_codes_are_text():
    assert {DTYPES[name] for name in FIELDS if name.endswith("Code")} == {"string"}


def test_the_table_has_both_clocks():
    kinds = {column.name: column.dtype for column in EVENTS.columns}
    assert (kinds["day"], kinds["added"]) == ("date", "timestamp")
