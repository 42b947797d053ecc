"""What is known of a panel, counted and drawn: a gap never looks like a zero."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.panels import Panel, panel
from foedus.panels.coverage import ColumnCoverage, Count, Description
from foedus.panels.coverage_lines import axis, text
from foedus.panels.coverage_picture import percent, svg, ticks
from foedus.panels.provenance import ColumnOrigin
from tests.panels.holdings import hold


@pytest.fixture(scope="module")
def dyads(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Panel]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FOEDUS_DATA", str(tmp_path_factory.mktemp("data")))
        hold(shared, "atop", "mid", "nmc")
        made = panel("dyad-year", years=(2009, 2016)).add("atop", "mid", "nmc")
        yield made
        made.held.engine.close()


@pytest.fixture(scope="module")
def description(dyads: Panel) -> Description:
    return dyads.describe()


def column(description: Description, name: str) -> ColumnCoverage:
    return next(one for one in description.columns if one.column == name)


def test_a_description_names_the_panel_without_running_it(dyads: Panel) -> None:
    fresh = dyads.describe()
    assert fresh.title == "directed dyad-years, 2009–2016, states of the Correlates of War list"
    assert fresh.years == (2009, 2016)
    assert not {"rows", "columns"} & set(vars(fresh))


def test_the_cells_of_every_column_add_up_to_the_rows(description: Description) -> None:
    for one in description.columns:
        whole = one.whole
        assert whole.rows == description.rows
        assert whole.values + whole.zeros + whole.missing + whole.outside == whole.rows


def test_every_column_of_the_panel_is_described_in_its_order(
    dyads: Panel, description: Description
) -> None:
    assert [one.column for one in description.columns] == list(dyads.expression.columns)


def test_disputes_are_zero_to_2014_and_unknown_after(description: Description) -> None:
    onset = column(description, "cowmidonset")
    assert onset.share_known(2009, 2014) == 1
    assert onset.share_known(2015, 2016) == 0
    assert onset.years[2014].zeros > 0.9 * onset.years[2014].rows
    assert onset.years[2014].outside == 0
    assert onset.years[2015].outside == onset.years[2015].rows
    assert onset.years[2015].zeros == 0


def test_what_is_said_only_of_disputes_is_missing_not_zero_for_pairs_at_peace(
    description: Description,
) -> None:
    level = column(description, "hostlev1")
    assert level.whole.zeros == 0
    assert level.years[2010].missing > 0.9 * level.years[2010].rows


def test_a_zero_that_the_data_state_is_a_value(description: Description) -> None:
    """Most states make no iron or steel; the data say so themselves."""
    steel = column(description, "irst1")
    assert steel.whole.zeros == 0
    assert steel.share_known() == 1


def test_decades_hold_their_years(description: Description) -> None:
    onset = column(description, "cowmidonset")
    assert list(onset.decades) == [2000, 2010]
    assert onset.decades[2000] == onset.years[2009]
    assert sum(count.rows for count in onset.decades.values()) == onset.whole.rows


def test_records_give_the_same_counts_with_origin(description: Description) -> None:
    record = next(one for one in description.as_records() if one["column"] == "cowmidonset")
    whole = column(description, "cowmidonset").whole
    assert record["dataset"] == "mid"
    assert record["coverage"] == [1816, 2014]
    assert record["outside_coverage"] == whole.outside


def test_the_drawing_in_text_is_what_a_terminal_and_a_prompt_show(description: Description) -> None:
    assert str(description) == repr(description) == description.text
    assert all(len(line) <= 100 for line in description.text.splitlines())


def test_a_notebook_gets_a_picture_and_a_page_the_same_as_a_document(
    description: Description,
) -> None:
    picture = ElementTree.fromstring(description.svg)
    assert picture.tag == "{http://www.w3.org/2000/svg}svg"
    names = {element.text for element in picture.iter("{http://www.w3.org/2000/svg}text")}
    assert {one.column for one in description.columns} <= names
    assert description._repr_svg_() == description.svg
    assert "<svg" in description._repr_html_()


# --- Drawn from counts alone ----------------------------------------------------------------------


def coverage(name: str, years: dict[int, Count], *, zeros: bool = False) -> ColumnCoverage:
    origin = ColumnOrigin(name, "mid", "t", "5.0", (1816, 2014), "meaning", zeros)
    return ColumnCoverage(origin, "int32", years)


ALL = {
    "values": Count(10, values=10),
    "zeros": Count(10, zeros=10),
    "missing": Count(10, missing=10),
    "outside": Count(10, outside=10),
}


def cells(count: Count) -> str:
    return text("t", [coverage("column", {2000: count})]).splitlines()[-1][10:12]


def test_value_zero_missing_and_outside_are_told_apart_without_colour() -> None:
    assert {kind: cells(count) for kind, count in ALL.items()} == {
        "values": "██",
        "zeros": "00",
        "missing": "··",
        "outside": "╱╱",
    }


def test_one_dispute_among_a_million_quiet_pairs_is_still_drawn() -> None:
    one = Count(1_000_000, values=1, zeros=999_999)
    assert cells(one) == "▁0"
    assert 'class="values"' in svg("t", [coverage("column", {2000: one}, zeros=True)])


def test_a_decade_in_which_coverage_ends_shows_it() -> None:
    assert cells(Count(10, values=1, zeros=7, outside=2)) == "▁╱"


def test_columns_that_look_alike_share_a_line_when_there_are_three() -> None:
    alike = [coverage(name, {2000: ALL["missing"]}) for name in ("sidea1", "sidea2", "recip")]
    assert "sidea1 … recip (3)" in text("t", alike)
    assert "sidea1 …" not in text("t", alike[:2])


@given(st.lists(st.integers(0, 10**6), min_size=4, max_size=4).filter(any))
def test_no_band_leaves_its_strip(parts: list[int]) -> None:
    count = Count(sum(parts), *parts)
    picture = svg("t", [coverage("column", {2000: count, 2001: count})])
    path = re.findall(r'd="M[\d.]+ ([\d.]+)H[\d.]+V([\d.]+)', picture)
    heights = [float(low) - float(high) for low, high in path]
    assert all(height > 0 for height in heights)
    assert sum(heights) <= 12


@given(st.integers(1, 10**9), st.integers(0, 10**9))
def test_a_share_is_only_all_or_nothing_when_it_is(whole: int, part: int) -> None:
    part = min(part, whole)
    said = percent(part, whole)
    assert (said == "100 %") == (part == whole)
    assert (said == "0 %") == (part == 0)


@given(st.integers(1400, 2100), st.integers(0, 700))
def test_years_marked_are_round_and_few(first: int, length: int) -> None:
    marks = ticks(first, first + length)
    assert len(marks) <= 9
    assert all(first <= mark <= first + length for mark in marks)


def test_names_and_meanings_are_never_taken_for_markup() -> None:
    hostile = ColumnCoverage(
        ColumnOrigin("<script>", "m&m", "t", None, (None, None), "<b>"),
        "int32",
        {2000: Count(1, 1)},
    )
    assert ElementTree.fromstring(svg("<i>", [hostile])) is not None


def test_the_years_over_a_short_drawing_do_not_run_together() -> None:
    assert axis([1990, 2000, 2010, 2020]).split() == ["1990", "2020"]
    assert axis(range(1810, 2020, 10)).split() == ["1850", "1900", "1950", "2000"]
