"""A table and its record written to a folder, and the reader that made them told apart."""

import dataclasses
import hashlib
import json
from functools import cache
from importlib.resources import files
from pathlib import Path

import pyarrow as pa

from foedus.datasets.holdings import Holding, record_file
from foedus.datasets.sifting import Sifted
from foedus.ledger.engines import write_whole

__all__ = ["reader", "write_record", "write_rows", "write_table"]


def write_table(folder: Path, holding: Holding, rows: Sifted) -> None:
    """Write the rows kept, the rows failing (a file also for none) and the record of a table."""
    write_rows(folder, holding, rows)
    write_record(folder, holding)


def write_rows(folder: Path, holding: Holding, rows: Sifted) -> None:
    """Write the rows kept and failing of a table, or of the part of one that `holding` is."""
    for place, found in ((holding.place, rows.kept), (holding.failing_place, rows.failing)):
        (folder / place).parent.mkdir(exist_ok=True)
        write_whole(folder / place, found if holding.part is None else _of_part(holding, found))


def write_record(folder: Path, holding: Holding) -> None:
    """Write the record of a table."""
    record = json.dumps(dataclasses.asdict(holding), ensure_ascii=False, indent=1)
    (folder / record_file(holding.table)).write_text(record + "\n", encoding="utf-8")


def _of_part(holding: Holding, rows: pa.Table) -> pa.Table:
    return rows.add_column(0, "part", pa.array([holding.part] * rows.num_rows, pa.string()))


@cache
def reader() -> str:
    """Return what tells this reader of datasets from another: a hash of its source.

    A table made by another reader is made anew when its file is imported again.
    """
    folders = (files("foedus.reading.datasets"), files("foedus.datasets"))
    sources = sorted(
        (one.name, one.read_bytes())
        for folder in folders
        for one in folder.iterdir()
        if one.name.endswith(".py")
    )
    return hashlib.sha256(b"".join(text for _, text in sources)).hexdigest()[:16]
