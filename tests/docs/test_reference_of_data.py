"""The pages on datasets and on columns of panels say what the code says.

They are written by the functions below. After a change:

    FOEDUS_REWRITE=1 pytest tests/docs/test_reference_of_data.py
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from foedus.panels.additions import ADDITIONS, joins_of
from foedus.panels.joins import Added, Between, Join, Pairs, States
from foedus.reading.datasets.table import DatasetTable
from foedus.reading.datasets.tables import MODULES, tables_of
from foedus.sources.registry import Dataset, all_datasets

REWRITTEN = "Written by `tests/docs/test_reference_of_data.py`, from the registry and the readers."


def span(years: tuple[int | None, int | None]) -> str:
    first, last = years
    return f"{first or '…'}–{last or '…'}" if first or last else "without years"


def row(*cells: object) -> str:
    return "| " + " | ".join(str(cell).replace("|", "\\|") for cell in cells) + " |"


def table(*heads: str) -> Iterator[str]:
    yield row(*heads)
    yield row(*("---" for _ in heads))


# --- docs/reference/datasets.md -------------------------------------------------------------------


def datasets_page() -> str:
    return "\n".join(_datasets_page()) + "\n"


def _datasets_page() -> Iterator[str]:
    yield "# Datasets"
    yield ""
    yield "What foedus can read, from whom, and on which terms. How to get them is told in"
    yield "[get data](../how-to/get-data.md); their columns in a panel in"
    yield f"[columns of panels](panel-columns.md). {REWRITTEN}"
    yield ""
    yield "Terms: *open* and *with-citation* may stand in what you write; *non-commercial* too, for"
    yield "such use; *no-redistribution* and *bring-your-own* are kept out of every file that"
    yield "foedus writes unless you name them (`--pass-on NAME`)."
    yield ""
    yield from table("name", "what", "version", "years", "terms")
    for one in all_datasets():
        name = f"[`{one.name}`](#{one.name})"
        yield row(name, one.title, one.version, span(one.years), one.terms)
    for one in all_datasets():
        yield from _dataset_section(one)


def _dataset_section(one: Dataset) -> Iterator[str]:
    yield ""
    yield f"## {one.name}"
    yield ""
    yield f"{one.title}, {one.version}, of the [{one.publisher}]({one.page})."
    yield f"Covers {one.actors}; {span(one.years)}."
    yield ""
    yield f"Terms: {one.terms}. {one.licence}"
    if one.note:
        yield ""
        yield one.note
    yield ""
    yield from table("table", "one row per", "covers", "columns")
    for described in tables_of(one.name).values():
        columns = f"{len(described.columns)}"
        grain = ", ".join(described.grain)
        yield row(f"`{described.name}`", grain, span(described.coverage), columns)
    yield from _faults(one.name)


def _faults(dataset: str) -> Iterator[str]:
    faults = dict.fromkeys(
        fault for described in tables_of(dataset).values() for fault in described.faults
    )
    if faults:
        yield ""
        yield "Known faults:"
        yield ""
        yield from (f"- {fault}" for fault in faults)


# --- docs/reference/panel-columns.md --------------------------------------------------------------


def columns_page() -> str:
    return "\n".join(_columns_page()) + "\n"


def _columns_page() -> Iterator[str]:
    yield "# Columns of panels"
    yield ""
    yield "What `panel(...).add(NAME)` and `foedus panel --add NAME` bring, by name of addition."
    yield "Outside the years covered every column is missing. Within them, *no row* says what a"
    yield "column holds where the data list nothing: 0 for an alliance or a dispute that was not"
    yield f"there, missing where nobody knows. {REWRITTEN}"
    for name, joins in ((name, joins_of(name)) for name in ADDITIONS):
        yield ""
        yield f"## {name}"
        for join in joins:
            yield from _join_section(join)


def _join_section(join: Join) -> Iterator[str]:
    source = join.states if isinstance(join, Between) else join
    described = _described(source.dataset, source.table)
    listed = source.system.name.upper()
    yield ""
    yield f"From [`{source.dataset}`](datasets.md#{source.dataset}), table `{source.table}`,"
    how = f" Joins {join.how}." if join.how else ""
    yield f"{span(described.coverage)}, by {listed} codes.{how}"
    yield ""
    if isinstance(join, States):
        yield from table("state-years", "pairs of states", "meaning", "no row")
        for column in join.columns:
            pair = f"`{column.name}1`, `{column.name}2`"
            yield row(f"`{column.name}`", pair, column.meaning, _absent(column))
    else:
        yield from table("column", "meaning", "no row")
        for column in join.columns:
            yield row(f"`{column.name}`", column.meaning, _absent(column))


def _absent(column: Added) -> str:
    return "missing" if column.absent is None else str(column.absent)


def _described(dataset: str, name: str) -> DatasetTable:
    return tables_of(dataset)[name]


# --- They agree -----------------------------------------------------------------------------------

PAGES = {"datasets.md": datasets_page, "panel-columns.md": columns_page}


@pytest.mark.parametrize("name", PAGES)
def test_the_page_says_what_the_code_says(repository: Path, name: str) -> None:
    page = repository / "docs/reference" / name
    if os.environ.get("FOEDUS_REWRITE"):
        page.write_text(PAGES[name](), encoding="utf-8")
    assert page.read_text(encoding="utf-8") == PAGES[name](), (
        f"{name} has drifted: run FOEDUS_REWRITE=1 pytest {Path(__file__).name}"
    )


def test_every_dataset_of_the_registry_has_a_reader_and_every_reader_a_dataset() -> None:
    assert {one.name for one in all_datasets()} == set(MODULES)


def test_every_column_of_a_panel_says_what_it_means_and_comes_from_a_described_table() -> None:
    for joins in map(joins_of, ADDITIONS):
        for join in joins:
            source = join.states if isinstance(join, Between) else join
            assert _described(source.dataset, source.table)
            assert all(column.meaning for column in join.columns)


def test_additions_share_no_column_so_that_none_can_overwrite_another() -> None:
    seen: dict[str, str] = {}
    for name, joins in ((name, joins_of(name)) for name in ADDITIONS):
        for column in {column.name for join in joins for column in join.columns}:
            assert seen.setdefault(column, name) == name
    assert isinstance(joins_of("atop")[0], Pairs)
