"""A panel as a table in memory, or as a file that says where its columns come from.

Files are written beside their place and moved into it when whole. A Parquet file carries provenance
and citations in its key-value metadata (key `foedus`); CSV and Stata have no room for them, so a
file `<name>.sources.json` stands beside each. A panel that holds data whose publisher does not let
them be passed on is not written, unless those datasets are named in `allow`.

Integers stay integers where some are missing: nullable in pandas, empty cells in CSV, `.` in Stata.
"""

import json
import warnings
from collections.abc import Callable, Hashable, Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
from pyarrow import csv, parquet

from foedus.errors import FoedusError, MissingExtra, UnknownFormat
from foedus.panels.passport import passport
from foedus.panels.provenance import datasets_of
from foedus.panels.stata import LARGE, LONGEST_LABEL, stata_names, with_stata_types
from foedus.sources.checksum import sha256_of
from foedus.sources.licence import require_may_pass_on
from foedus.sources.whole import whole_or_not_at_all

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

    from foedus.panels.panel import Panel

__all__ = [
    "WRITERS",
    "rows_in",
    "sources_file",
    "to_csv",
    "to_pandas",
    "to_parquet",
    "to_polars",
    "to_pyarrow",
    "to_stata",
    "writer_for",
    "written",
]

METADATA_KEY = "foedus"
ROWS_AT_A_TIME = 100_000
_ROWS_ONLY = csv.WriteOptions(include_header=False)


def to_pyarrow(panel: "Panel") -> pa.Table:
    """Return the whole panel as an Arrow table, in the order of its keys."""
    return panel.held.engine.to_pyarrow(panel.ordered)


def to_pandas(panel: "Panel") -> "pd.DataFrame":
    """Return the whole panel as a pandas data frame.

    A column of integers, some of them missing, is of a nullable type (`Int32`) and holds `<NA>`;
    without gaps it is a plain one (`int32`). Missing numbers are NaN; days are `datetime64`.
    """
    return _data_frame(to_pyarrow(panel))


def to_polars(panel: "Panel") -> "pl.DataFrame":
    """Return the whole panel as a Polars data frame; raises MissingExtra without Polars."""
    try:
        import polars as pl  # noqa: PLC0415  an extra
    except ImportError:
        raise MissingExtra(
            "Polars is not installed. Install foedus with it: pip install 'foedus[polars]'."
        ) from None
    frame = pl.from_arrow(to_pyarrow(panel))
    assert isinstance(frame, pl.DataFrame)
    return frame


def to_parquet(panel: "Panel", path: Path | str, *, allow: Iterable[str] = ()) -> Path:
    """Write the panel as Parquet, with its passport in the metadata; return the path.

    Raises NotToBePassedOn for data that may not be passed on and are not named in `allow`.
    """
    path = _place(panel, path, allow)
    panel.held.engine.write_parquet(
        panel.ordered, path, metadata={METADATA_KEY: _json(passport(panel))}
    )
    return path


def to_csv(panel: "Panel", path: Path | str, *, allow: Iterable[str] = ()) -> Path:
    """Write the panel as CSV (UTF-8, a header, empty where missing) and its passport beside it.

    Raises NotToBePassedOn for data that may not be passed on and are not named in `allow`.
    """
    path = _place(panel, path, allow)
    with whole_or_not_at_all(path) as unfinished:
        rows, number = panel.held.engine.batches(panel.ordered, ROWS_AT_A_TIME), 0
        with unfinished.open("wb") as file:
            # Names of columns need no quotation marks, and pyarrow would put them.
            file.write((",".join(rows.schema.names) + "\n").encode())
            with csv.CSVWriter(file, rows.schema, write_options=_ROWS_ONLY) as writer:
                for batch in rows:
                    writer.write_batch(batch)
                    number += batch.num_rows
        _lay_beside(panel, path, unfinished, number)
    return path


def to_stata(panel: "Panel", path: Path | str, *, allow: Iterable[str] = ()) -> Path:
    """Write the panel for Stata 14 or later and its passport beside it; return the path.

    Meanings become labels of the variables; integers take the smallest of Stata's types; names are
    cut to 32 characters, and the passport says which. Warns when the file will be large, as Stata
    holds all of it in memory. Raises NotToBePassedOn as `to_parquet` does.
    """
    path = _place(panel, path, allow)
    table = with_stata_types(to_pyarrow(panel))
    if table.nbytes > LARGE:
        warnings.warn(
            f"{path.name} will take some {table.nbytes / 2**30:.1f} GiB of memory in Stata: "
            "ask for fewer years, states or columns, or write Parquet.",
            stacklevel=2,
        )
    names = stata_names(table.column_names)
    labels: dict[Hashable, str] = {
        names[one.column]: one.meaning[:LONGEST_LABEL] for one in panel.columns.values()
    }
    frame = _data_frame(table).rename(columns=names)
    with whole_or_not_at_all(path) as unfinished:
        frame.to_stata(
            unfinished,
            write_index=False,
            version=118,
            variable_labels=labels,
            data_label=f"foedus: {panel.grain} {panel.years[0]}-{panel.years[1]}"[:LONGEST_LABEL],
        )
        renamed = {new: old for old, new in names.items() if new != old}
        _lay_beside(panel, path, unfinished, len(frame), {"renamed": renamed} if renamed else {})
    return path


WRITERS: dict[str, Callable[..., Path]] = {".parquet": to_parquet, ".csv": to_csv, ".dta": to_stata}


def written(panel: "Panel", path: Path | str, *, allow: Iterable[str] = ()) -> Path:
    """Write the panel in the format that the file's ending names: .parquet, .csv or .dta.

    Raises UnknownFormat for another ending.
    """
    return writer_for(Path(path))(panel, path, allow=allow)


def rows_in(path: Path) -> int:
    """Return how many rows a file written here holds."""
    if path.suffix.lower() == ".parquet":
        return int(parquet.read_metadata(path).num_rows)
    return int(json.loads(sources_file(path).read_text(encoding="utf-8"))["file"]["rows"])


def writer_for(path: Path) -> Callable[..., Path]:
    """Return what writes files of this ending; raises UnknownFormat with the nearest endings."""
    ending = path.suffix.lower()
    if ending not in WRITERS:
        nearest = get_close_matches(ending, WRITERS, 2, 0.4) or list(WRITERS)
        raise UnknownFormat(ending or path.name, nearest)
    return WRITERS[ending]


def sources_file(path: Path) -> Path:
    """Return where the passport of a CSV or Stata file stands."""
    return path.with_name(f"{path.name}.sources.json")


def _place(panel: "Panel", path: Path | str, allow: Iterable[str]) -> Path:
    """Refuse what may not be written, and where nothing can be, before anything is run."""
    require_may_pass_on(datasets_of(panel.columns.values()), tuple(allow))
    path = Path(path)
    if path.is_dir():
        raise FoedusError(f"{path} is a folder. Name a file in it, such as {path / 'panel.csv'}.")
    if not path.parent.is_dir():
        raise FoedusError(f"There is no folder {path.parent}. Make it first, or name another.")
    return path


def _lay_beside(
    panel: "Panel",
    path: Path,
    unfinished: Path,
    rows: int,
    more: Mapping[str, object] | None = None,
) -> None:
    """Put the passport in its place first: its checksum tells whether the data beside it are its.

    A death between the two leaves the older data with a passport that does not fit, never data
    that nothing vouches for.
    """
    beside = sources_file(path)
    of_file = {"name": path.name, "rows": rows, "sha256": sha256_of(unfinished), **(more or {})}
    text = _json({"file": of_file, **passport(panel)})
    with whole_or_not_at_all(beside) as unfinished_passport:
        unfinished_passport.write_text(f"{text}\n", encoding="utf-8")


def _data_frame(table: pa.Table) -> "pd.DataFrame":
    import pandas as pd  # noqa: PLC0415  slow to import, and a CSV needs none of it

    nullable = {
        pa.int8(): pd.Int8Dtype(),
        pa.int16(): pd.Int16Dtype(),
        pa.int32(): pd.Int32Dtype(),
        pa.int64(): pd.Int64Dtype(),
        pa.bool_(): pd.BooleanDtype(),
    }
    columns = {
        name: column.to_pandas(
            date_as_object=False, types_mapper=nullable.get if column.null_count else None
        )
        for name, column in zip(table.column_names, table.columns, strict=True)
    }
    return pd.DataFrame(columns, copy=False)


def _json(value: Mapping[str, object]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)
