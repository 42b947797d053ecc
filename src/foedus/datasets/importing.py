"""A file as received to a table that is held: rows that pass every check, and rows that do not.

Nothing of an older import is lost until the new one is whole, and the same file imported twice
changes nothing.
"""

import dataclasses
import datetime as dt
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from foedus.datasets.deriving import derived_anew, newest
from foedus.datasets.described import table_named, tables_named
from foedus.datasets.holdings import Holding, holdings_of
from foedus.datasets.parts import (
    ALREADY_HELD,
    as_part,
    held_in,
    not_held_before,
    others_of,
    whole,
)
from foedus.datasets.placing import placed_together
from foedus.datasets.received import Received, received
from foedus.datasets.recognising import Fit, fitting, recognised, require_a_form, wrong_file
from foedus.datasets.recording import reader, write_record, write_rows
from foedus.datasets.releases import refuse_newer_column, refuse_newer_name, refuse_newer_rows
from foedus.datasets.sifting import sifted, typed
from foedus.datasets.versions import covered, known_version, version_of, version_of_column
from foedus.ledger.engines import Engine, engine_at
from foedus.reading.datasets.table import DatasetTable
from foedus.sources.checksum import sha256_of
from foedus.sources.data_folder import data_folder, original_folder

__all__ = ["ImportReport", "imported", "recognised"]


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did: the record of the table, and what else came of it.

    `of_file` is the record of the file alone: that of the table, or of its part in a table made of
    several files. `changed` is False when the same file had been imported in the same way before.
    `derived` names the tables that were made of this one, `anew` the other files of the table that
    were read again, as this one took the place of a file that had rows of theirs.
    """

    holding: Holding
    of_file: Holding
    changed: bool
    derived: tuple[str, ...] = ()
    anew: tuple[str, ...] = ()


def imported(
    dataset: str,
    file: Path,
    *,
    table: str | None = None,
    version: str | None = None,
    covers: tuple[int, int] | None = None,
    origin: str | None = None,
) -> ImportReport:
    """Read a file as a table of the dataset, or as one of the files of a table, and hold it.

    The table is `table`, or the one whose columns the file has. `version` and `covers` (first and
    last year) say what a release is that foedus does not know yet; `origin` is where the file came
    from (its address; else its path). In a table made of several files a file takes the place of
    one of the same name, and a row that another file of it holds already fails. Raises WrongFile
    for a file that is not of this dataset or cannot be read, NewerVersion for a release later than
    the one known, UnknownDataset and UnknownTable for names that lead nowhere, and
    ImportInProgress.
    """
    file = Path(file)
    tables = [table_named(dataset, table)] if table else list(tables_named(dataset).values())
    require_a_form(file.name, dataset, tables)
    with received(file) as opened:
        fits = fitting(opened, tables)
        if not fits:
            raise wrong_file(opened, tables)
        if version is None:
            refuse_newer_name(opened.file, fits[0].table)
        promised = _promised(fits[0], opened, file, version, covers, origin)
        before = holdings_of(promised.dataset).get(promised.table)
        if fits[0].table.across_files:
            promised = as_part(promised, before)
        same = held_in(before, promised)
        if before is not None and same is not None and _is_same(same, promised):
            return ImportReport(before, same, changed=False)
        return _imported(opened, fits[0], promised, file)


def _imported(opened: Received, fit: Fit, promised: Holding, file: Path) -> ImportReport:
    folder = data_folder() / promised.dataset
    with placed_together(folder) as new, engine_at() as engine:
        # Asked for again under the lock: another process may have added a file meanwhile.
        held = holdings_of(promised.dataset)
        before = held.get(promised.table)
        others = others_of(before, promised)
        stored = dataclasses.replace(promised, file=_stored_name(promised, held))
        replaced = held_in(before, promised) is not None
        anew = _read_again(engine, fit.table, others, new) if replaced else {}
        others = tuple(anew.get(str(one.part), one) for one in others)
        record = _laid_down(engine, opened, fit, stored, others, new)
        table = whole((*others, record)) if record.part is not None else record
        write_record(new, table)
        _store_original(file, folder, new, record)
        derived = derived_anew(engine, tables_named(table.dataset), held, table, new)
    names = tuple(str(one.file) for one in anew.values())
    return ImportReport(table, record, changed=True, derived=derived, anew=names)


def _laid_down(
    engine: Engine,
    opened: Received,
    fit: Fit,
    promised: Holding,
    others: Sequence[Holding],
    new: Path,
) -> Holding:
    """Write the rows of one file, held against the other parts of its table; return its record."""
    received_rows, broken = fit.rows()
    spelled = _spelled(received_rows, fit)
    told = promised.version_by == "said"
    known = promised.version if told else known_version(fit.table)
    refuse_newer_column(opened.file, fit.table, spelled, known)
    given = typed(engine, fit.table, fit.form.tidy(engine.rows(spelled)))
    version = version_of_column(fit.table, spelled, (promised.version, promised.version_by))
    covers = promised.covers
    if not promised.covers_told:
        refuse_newer_rows(opened.file, fit.table, given.rows)
        covers = covered(fit.table, version, given.rows)
    paths = [path for one in others for path in newest(one, new)]
    more = not_held_before(engine, fit.table, paths)
    rows = sifted(engine, fit.table, given, covers, broken, more)
    record = dataclasses.replace(
        promised,
        version=version[0],
        version_by=version[1],
        covers=covers,
        rows_in_file=received_rows.num_rows + len(broken),
        read=rows.read,
        kept=rows.kept.num_rows,
        failing_rows=rows.failing_rows,
        failing=rows.failing_by_check,
        unknown_columns=_unknown(spelled, fit),
    )
    write_rows(new, record, rows)
    return record


def _read_again(
    engine: Engine, table: DatasetTable, parts: Sequence[Holding], new: Path
) -> dict[str, Holding]:
    """Read the originals again whose rows failed because the file now replaced held them."""
    anew = {str(one.part): one for one in parts}
    again = [one for one in parts if ALREADY_HELD in one.failing]
    for part in again:
        original = original_folder(part.dataset) / str(part.file)
        if original.is_file() and sha256_of(original) == part.sha256:
            with received(original) as opened:
                fit = next(one for one in fitting(opened, [table]) if one.form.name == part.form)
                others = [one for name, one in anew.items() if name != part.part]
                anew[str(part.part)] = _laid_down(engine, opened, fit, part, others, new)
    return {str(one.part): anew[str(one.part)] for one in again}


def _spelled(rows: pa.Table, fit: Fit) -> pa.Table:
    """Return the rows with the columns that the form knows in the form's own spelling.

    Of columns that differ in case alone one is the form's: that of its own spelling, or else the
    first. The others get the number of their place, as no engine would tell them apart.
    """
    exact = set(rows.column_names)
    wanted = {name.casefold(): name for name in _known_names(fit) if name not in exact}
    wanted |= {name.casefold(): name for name in _known_names(fit) if name in exact}
    places: dict[str, int] = {}
    for place, name in enumerate(rows.column_names):
        key = name.casefold()
        if key not in places or name == wanted.get(key):
            places[key] = place
    names = []
    for place, name in enumerate(rows.column_names):
        key = name.casefold()
        names.append(wanted.get(key, name) if places[key] == place else f"{name}_{place + 1}")
    return rows.rename_columns(names)


def _known_names(fit: Fit) -> list[str]:
    return [*(column.name for column in fit.table.columns), *sorted(fit.form.requires)]


def _unknown(rows: pa.Table, fit: Fit) -> tuple[str, ...]:
    known = {name.casefold() for name in (*_known_names(fit), "row")}
    return tuple(name for name in rows.column_names if name.casefold() not in known)


def _promised(
    fit: Fit,
    opened: Received,
    file: Path,
    version: str | None,
    covers: tuple[int, int] | None,
    origin: str | None,
) -> Holding:
    """Return the record as far as it can be told before a row is read."""
    sha256 = sha256_of(file)
    release, version_by = version_of(fit, opened.file, sha256, version)
    return Holding(
        dataset=fit.table.dataset,
        table=fit.table.name,
        form=fit.form.name,
        file=file.name,
        sha256=sha256,
        size=file.stat().st_size,
        origin=origin or str(file.absolute()),
        imported=dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
        version=release,
        version_by=version_by,
        covers=covers or fit.table.coverage,
        covers_told=covers is not None,
        read=0,
        kept=0,
        failing_rows=0,
        failing={},
        reader=reader(),
        encoding=opened.encoding,
    )


def _is_same(before: Holding, promised: Holding) -> bool:
    names = ["sha256", "form", "covers_told", "reader"]
    # Without a word of a person, version and years follow from the bytes and the reader.
    names += ["version"] if "said" in (before.version_by, promised.version_by) else []
    names += ["covers"] if promised.covers_told else []
    return all(getattr(before, name) == getattr(promised, name) for name in names)


def _stored_name(promised: Holding, held: Mapping[str, Holding]) -> str:
    """Return the name to keep the original under: its own, unless another table's file has it."""
    tables = (table for table in held.values() if table.table != promised.table)
    others = (one for table in tables for one in table.files)
    taken = any(one.file == promised.file and one.sha256 != promised.sha256 for one in others)
    return f"{promised.table}-{promised.file}" if taken else str(promised.file)


def _store_original(file: Path, folder: Path, new: Path, record: Holding) -> None:
    place = folder / "original" / str(record.file)
    if place.exists() and place.samefile(file):
        return
    (new / "original").mkdir()
    shutil.copyfile(file, new / "original" / str(record.file))
