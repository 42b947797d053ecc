"""An analyst's own file of counts: what is read, and what is refused."""

import datetime as dt
from pathlib import Path

import pytest

from foedus.errors import FaultyInput
from foedus.sources.count_series import count_series


def written(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    file = folder / "counts.csv"
    file.write_text(text, encoding=encoding)
    return file


def test_gaps_are_unknown_whatever_the_order_of_rows(tmp_path: Path) -> None:
    (found,) = count_series(
        written(tmp_path, "\ufeffmonth,count\n2024-04,2\n2024-01,1\n2024-02,\n")
    )
    assert found.counts == (1, None, None, 2)
    assert [day.month for day in found.begins] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("first", "later", "between"),
    [
        ("2024-06-03/2024-06-09", "2024-06-17/2024-06-23", dt.date(2024, 6, 10)),
        ("2024-01-01/2024-03-31", "2024-07-01/2024-09-30", dt.date(2024, 4, 1)),
        ("2024", "2026", dt.date(2025, 1, 1)),
    ],
)
def test_weeks_and_quarters_follow_each_other_too(
    tmp_path: Path, first: str, later: str, between: dt.date
) -> None:
    (found,) = count_series(written(tmp_path, f"period,count\n{first},1\n{later},3\n"))
    assert found.counts == (1, None, 3)
    assert found.begins[1] == between
    assert found.ends[:2] == found.begins[1:]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("2001,-1", "counts.csv:2: count: '-1'"),
        ("2001,NaN", "counts.csv:2: count: 'NaN'"),
        ("2001,1_0", "counts.csv:2: count: '1_0'"),
        ("2001,1" + "0" * 17, "at most nine digits"),
        ("2001,1,234", "counts.csv:2: row: has more cells than columns"),
        ("2001,1\n2002-01,2", "counts.csv:3: period: '2002-01' is not as long as the first"),
        ("2001-21,1", "counts.csv:2: period: '2001-21'"),
        ("2001-01-08/2001-01-01,1", "counts.csv:2: period: '2001-01-08/2001-01-01'"),
        ("2001-01-01/2001-01-07,1\n2001-01-08/2001-01-15,2", "is not as long as the first"),
        ("2001~,1", "counts.csv:2: period: '2001~'"),
        ("9999,1", "counts.csv:2: period: '9999'"),
        ("2001,1\n2001,2", "2001-01-01 is told of in line 2 too"),
    ],
)
def test_a_row_that_would_be_misread_is_refused(tmp_path: Path, rows: str, told: str) -> None:
    with pytest.raises(FaultyInput) as refused:
        count_series(written(tmp_path, f"period,count\n{rows}\n"))
    assert told in str(refused.value)


def test_a_column_that_stands_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FaultyInput, match="count: this column stands twice"):
        count_series(written(tmp_path, "period,count,count\n2001,1,2\n"))


def test_a_file_in_another_encoding_or_none_at_all_is_named(tmp_path: Path) -> None:
    latin = written(tmp_path, "period,count,series\n2001,1,Corée\n", "latin-1")
    with pytest.raises(FaultyInput, match="is not in UTF-8"):
        count_series(latin)
    with pytest.raises(FaultyInput, match="cannot be opened"):
        count_series(tmp_path / "none.csv")


def test_of_many_faults_their_number_is_told(tmp_path: Path) -> None:
    rows = "".join(f"{1000 + place},x\n" for place in range(50))
    with pytest.raises(FaultyInput, match="has 50 faults; here are the first 20"):
        count_series(written(tmp_path, f"year,count\n{rows}"))


SERIES = "store,initiator,target,begins,ends,coverage,coverage_by,events,store_events\n"


def test_a_series_of_events_is_counted_against_all_that_the_store_has(tmp_path: Path) -> None:
    rows = (
        "gdelt,RUS,PRK,2024-01-01,2024-01-31,1,files,6,3000\n"
        "gdelt,RUS,PRK,2024-02-01,2024-02-29,0,files,2,\n"
        "gdelt,RUS,PRK,2024-03-01,2024-03-31,1,files,0,6000\n"
        "case,RUS,PRK,2024-01-01,2024-01-31,,,4,9\n"
    )
    (found,) = count_series(written(tmp_path, SERIES + rows))
    assert found.name == "gdelt RUS → PRK"
    assert found.counts == (6, None, 0)
    assert (found.exposures[0], found.exposures[2]) == (3, 6)
    assert [day.month for day in found.begins] == [1, 2, 3]


@pytest.mark.parametrize(
    ("ends", "last"),
    [("2024-12-31", "2025-01-01"), ("2024-01-07", "2024-01-08"), ("2024-01-01", "2024-01-02")],
)
def test_years_weeks_and_days_of_a_series_of_events_are_told_apart(
    tmp_path: Path, ends: str, last: str
) -> None:
    row = f"icews,RUS,PRK,2024-01-01,{ends},1,days with events,6,3000\n"
    (found,) = count_series(written(tmp_path, SERIES + row))
    assert found.ends[0].isoformat() == last
