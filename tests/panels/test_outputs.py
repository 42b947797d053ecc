"""A panel in memory and in files: integers stay integers, files are whole and say their sources."""

import hashlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.errors import FoedusError, NotToBePassedOn, UnknownFormat
from foedus.panels import Panel, outputs, panel
from foedus.panels.outputs import sources_file, written
from foedus.panels.provenance import ColumnOrigin
from foedus.panels.stata import stata_names, with_stata_types
from tests.panels.holdings import hold

ENDINGS = (".parquet", ".csv", ".dta")


@pytest.fixture(scope="module")
def dyads(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Panel]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FOEDUS_DATA", str(tmp_path_factory.mktemp("data")))
        hold(shared, "atop", "mid", "nmc")
        made = panel("dyad-year", years=(2013, 2015)).add("atop", "mid", "nmc")
        yield made
        made.held.engine.close()


@pytest.fixture(scope="module")
def pair(dyads: Panel) -> Panel:
    return dyads.of("USA", "RUS")


def without_permission(dyads: Panel) -> Panel:
    """The same panel with a column of a set that its authors send on request only."""
    bound = Panel(dyads.grain, dyads.system, dyads.directed, dyads.held, dyads.narrowing)
    sanctions = ColumnOrigin("sanctioned", "gsdb", "cases", "R4", (1949, 2023), "sanctioned")
    vars(bound)["columns"] = {**bound.columns, "sanctioned": sanctions}
    return bound


def metadata(file: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(pq.read_metadata(file).metadata[b"foedus"])
    return found


# --- In memory ------------------------------------------------------------------------------------


def test_whole_numbers_with_gaps_stay_whole_in_pandas(dyads: Panel) -> None:
    frame = dyads.to_pandas()
    assert str(frame["dispnum"].dtype).startswith("Int")
    assert frame["dispnum"].isna().any()
    assert frame["year"].dtype.kind == "i"
    assert frame["cinc1"].dtype == "float64"
    assert frame["cowmidonset"].isna().sum() == (frame["year"] == 2015).sum()


def test_pandas_polars_and_arrow_hold_the_same_rows_in_the_order_of_the_keys(dyads: Panel) -> None:
    arrow, pandas, polars = dyads.to_pyarrow(), dyads.to_pandas(), dyads.to_polars()
    assert arrow.num_rows == len(pandas) == polars.height
    assert arrow.column_names == list(pandas.columns) == polars.columns == list(dyads.columns)
    keys = list(dyads.keys)
    assert pandas[keys].equals(pandas[keys].sort_values(keys, ignore_index=True))
    assert polars["year"].to_list() == pandas["year"].to_list()


# --- In files -------------------------------------------------------------------------------------


def test_parquet_says_within_itself_where_each_column_comes_from(
    dyads: Panel, tmp_path: Path
) -> None:
    file = dyads.to_parquet(tmp_path / "panel.parquet")
    passport = metadata(file)
    assert [one["column"] for one in passport["columns"]] == pq.read_schema(file).names
    named = {one["name"]: one for one in passport["datasets"]}
    assert list(named) == ["cow-states", "atop", "mid", "nmc"]
    assert named["atop"]["citations"][0]["id"] == "leeds2002atop"


def test_the_checksum_of_an_input_is_that_of_the_file_that_was_imported(
    dyads: Panel, shared: Path, tmp_path: Path
) -> None:
    passport = metadata(dyads.to_parquet(tmp_path / "panel.parquet"))
    (nmc,) = next(one["files"] for one in passport["datasets"] if one["name"] == "nmc")
    received = shared / "data/cow" / nmc["file"]
    assert nmc["sha256"] == hashlib.sha256(received.read_bytes()).hexdigest()
    assert str(shared) not in json.dumps(passport)


def test_csv_leaves_the_missing_empty_and_whole_numbers_whole(pair: Panel, tmp_path: Path) -> None:
    file = pair.to_csv(tmp_path / "panel.csv")
    header, *rows = (line.split(",") for line in file.read_text(encoding="utf-8").splitlines())
    assert header == list(pair.columns)
    by_year = {row[header.index("year")]: dict(zip(header, row, strict=True)) for row in rows}
    assert by_year["2014"]["cowmidonset"] in ("0", "1")
    assert by_year["2015"]["cowmidonset"] == ""
    assert by_year["2015"]["atop_defense"] == "0"


@pytest.mark.parametrize("ending", [".csv", ".dta"])
def test_a_side_file_vouches_for_the_file_beside_it(
    pair: Panel, tmp_path: Path, ending: str
) -> None:
    file = written(pair, tmp_path / f"panel{ending}")
    beside = json.loads(sources_file(file).read_text(encoding="utf-8"))
    assert beside["file"]["sha256"] == hashlib.sha256(file.read_bytes()).hexdigest()
    assert beside["file"]["rows"] == outputs.rows_in(file) == 6
    assert {one["name"] for one in beside["datasets"]} == {"cow-states", "atop", "mid", "nmc"}


def test_stata_reads_labels_small_integers_and_its_own_missing(pair: Panel, tmp_path: Path) -> None:
    file = pair.to_stata(tmp_path / "panel.dta")
    with pd.read_stata(file, iterator=True) as reader:
        labels, frame = reader.variable_labels(), reader.read(convert_missing=True)
    assert labels["cinc1"].startswith(pair.columns["cinc1"].meaning[:40])
    assert frame["ccode1"].dtype == "int16"
    assert frame["atop_defense"].dtype == "int8"
    of_2015 = frame[frame["year"] == 2015]
    assert {str(value) for value in of_2015["cowmidonset"]} == {"."}


def test_a_large_file_for_stata_is_warned_of(
    pair: Panel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outputs, "LARGE", 1)
    with pytest.warns(UserWarning, match="memory in Stata"):
        pair.to_stata(tmp_path / "panel.dta")


@pytest.mark.parametrize("ending", [".parquet", ".csv"])
def test_the_same_panel_gives_the_same_bytes(dyads: Panel, tmp_path: Path, ending: str) -> None:
    files = [written(dyads, tmp_path / name / f"panel{ending}") for name in _folders(tmp_path)]
    first, second = (file.read_bytes() for file in files)
    assert first == second


def _folders(tmp_path: Path) -> Iterator[str]:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        yield name


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_write_that_fails_leaves_what_was_there_and_nothing_else(
    pair: Panel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    file = tmp_path / f"panel{ending}"
    file.write_text("older")

    def broken(*_: object, **__: object) -> None:
        raise OSError("no space left on device")

    for name in ("passport", "sha256_of"):
        monkeypatch.setattr(outputs, name, broken)
    with pytest.raises((OSError, AttributeError)):
        written(pair, file)
    assert [path.name for path in tmp_path.iterdir()] == [file.name]
    assert file.read_text() == "older"


def test_a_stream_of_rows_that_breaks_off_leaves_what_was_there(
    pair: Panel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "panel.csv"
    file.write_text("older")
    schema = pair.expression.schema().to_pyarrow()

    def one_batch_and_no_more(*_: object) -> pa.RecordBatchReader:
        def batches() -> Iterator[pa.RecordBatch]:
            yield from pair.to_pyarrow().to_batches()
            raise OSError("connection lost")

        return pa.RecordBatchReader.from_batches(schema, batches())

    monkeypatch.setattr(pair.held.engine, "batches", one_batch_and_no_more)
    with pytest.raises(OSError, match="connection lost"):
        pair.to_csv(file)
    assert [path.name for path in tmp_path.iterdir()] == ["panel.csv"]
    assert file.read_text() == "older"


@pytest.mark.parametrize("ending", ENDINGS)
def test_what_may_not_be_passed_on_is_not_written(
    dyads: Panel, tmp_path: Path, ending: str
) -> None:
    with pytest.raises(NotToBePassedOn, match="gsdb") as refusal:
        written(without_permission(dyads), tmp_path / f"panel{ending}")
    assert refusal.value.exit_code == 8
    assert not list(tmp_path.iterdir())


def test_who_holds_permission_says_so_by_name(dyads: Panel, tmp_path: Path) -> None:
    file = without_permission(dyads).to_csv(tmp_path / "panel.csv", allow=("gsdb",))
    assert file.exists()


def test_what_may_not_be_passed_on_may_still_be_computed_with(dyads: Panel) -> None:
    assert without_permission(dyads).to_pyarrow().num_rows > 0


@pytest.mark.parametrize(("name", "nearest"), [("p.parqet", ".parquet"), ("p.dt", ".dta")])
def test_an_unknown_ending_names_the_nearest(
    pair: Panel, tmp_path: Path, name: str, nearest: str
) -> None:
    with pytest.raises(UnknownFormat) as unknown:
        written(pair, tmp_path / name)
    assert nearest in unknown.value.nearest


@pytest.mark.parametrize("place", ["", "nowhere/panel.csv"])
def test_a_place_where_no_file_can_stand_is_refused_before_anything_is_run(
    pair: Panel, tmp_path: Path, place: str
) -> None:
    with pytest.raises(FoedusError, match="folder"):
        pair.to_csv(tmp_path / place)


# --- What Stata takes -----------------------------------------------------------------------------


@given(st.lists(st.text(min_size=1, max_size=60), unique=True, max_size=30))
def test_every_column_gets_a_name_that_stata_takes(names: list[str]) -> None:
    given_names = stata_names(names)
    assert set(given_names) == set(names)
    assert len(set(given_names.values())) == len(names)
    for name in given_names.values():
        assert len(name) <= 32
        assert name.isascii()
        assert name.isidentifier()


@pytest.mark.parametrize(
    ("largest", "kind"),
    [
        (100, pa.int8()),
        (101, pa.int16()),
        (-32_741, pa.int32()),
        (2_147_483_621, pa.float64()),
        (None, pa.int8()),
    ],
)
def test_an_integer_never_lands_on_a_code_for_missing(
    largest: int | None, kind: pa.DataType
) -> None:
    table = with_stata_types(pa.table({"x": pa.array([largest, None], pa.int64())}))
    assert table.schema.field("x").type == kind
    assert table["x"].to_pylist() == [largest, None]


def test_each_format_has_its_writer() -> None:
    writers: list[Callable[..., Path]] = [outputs.to_parquet, outputs.to_csv, outputs.to_stata]
    assert list(outputs.WRITERS) == list(ENDINGS)
    assert list(outputs.WRITERS.values()) == writers
