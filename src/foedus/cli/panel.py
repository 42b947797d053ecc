"""`foedus panel`: the field's data joined at one grain."""

import contextlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from foedus.cli.arguments import AsJson, year_span
from foedus.cli.output import print_json, print_table, print_text, say
from foedus.cli.progress import patience

if TYPE_CHECKING:
    from foedus.panels.panel import Panel

__all__ = ["panel"]

ROWS_SHOWN = 10
MOST_COLUMNS = 14
"""With more, rows stand side by side and columns one below the other."""
MISSING = "·"


def panel(
    grain: Annotated[
        str,
        typer.Argument(help="state-year, dyad-year, dyad-month, dispute or leader-spell."),
    ],
    directed: Annotated[
        bool, typer.Option("--directed/--undirected", help="Each pair both ways round, or once.")
    ] = True,
    system: Annotated[
        str, typer.Option(metavar="LIST", help="The list of states: cow or gw.")
    ] = "cow",
    years: Annotated[
        str | None, typer.Option(metavar="YEARS", help="1816-2016, or one year; all if not said.")
    ] = None,
    add: Annotated[
        list[str] | None,
        typer.Option(metavar="NAMES", help="What to add: atop,mid,nmc,contiguity,…"),
    ] = None,
    dyad: Annotated[
        str | None, typer.Option(metavar="A,B", help="Only this pair: names, ISO3 or codes.")
    ] = None,
    state: Annotated[
        str | None, typer.Option(metavar="ACTOR", help="Only this state, or pairs that have it.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="Write to a .parquet, .csv or .dta."),
    ] = None,
    pass_on: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="A dataset that you hold permission to pass on."),
    ] = None,
    head: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="How many rows to print.")
    ] = None,
    describe: Annotated[
        bool, typer.Option("--describe", help="Draw what is known of each column.")
    ] = False,
    cite: Annotated[bool, typer.Option("--cite", help="Print what to cite, as BibTeX.")] = False,
    plan: Annotated[bool, typer.Option("--plan", help="Print the engine's plan.")] = False,
    engine: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Spark Connect: sc://host:port.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Join the field's data at one grain; outside a dataset's coverage: missing, never zero."""
    from foedus.panels.outputs import writer_for

    if output is not None:
        writer_for(output)
    names = [name for part in add or () for name in part.split(",") if name.strip()]
    with _open(grain, directed, system, year_span(years), engine) as whole:
        if whole.carried_from is not None:
            say(
                f"After {whole.carried_from}, where the list of states ends, its last day's states "
                "are carried on: none has entered or left since."
            )
        wanted = _narrowed(whole.add(*names), dyad, state)
        if output is not None:
            _write(wanted, output, tuple(pass_on or ()))
        if describe:
            _describe(wanted, as_json)
        if cite:
            print_text(wanted.cite("csl-json" if as_json else "bibtex"))
        if plan:
            print_text(wanted.explain())
        if not (output or describe or cite or plan):
            _show(wanted, head, as_json)


@contextlib.contextmanager
def _open(
    grain: str, directed: bool, system: str, years: tuple[int, int] | None, address: str | None
) -> Iterator["Panel"]:
    from foedus.ledger.engines import engine_at
    from foedus.panels import panel as panel_of

    with engine_at(address) as engine:
        yield panel_of(grain, directed=directed, system=system, years=years, engine=engine)


def _narrowed(whole: "Panel", dyad: str | None, state: str | None) -> "Panel":
    from foedus.panels.parties import held_by_others

    if dyad is not None and state is not None:
        raise typer.BadParameter("--dyad and --state exclude each other")
    if dyad is None and state is None:
        return whole
    actors = [words.strip() for words in dyad.split(",")] if dyad is not None else [state or ""]
    if dyad is not None and (len(actors) != 2 or not all(actors)):
        raise typer.BadParameter(f"'{dyad}' is not a pair such as RUS,PRK", param_hint="--dyad")
    for name in actors:
        for told in held_by_others(name, whole.system, whole.years):
            say(told)
    return whole.of(*actors)


def _write(wanted: "Panel", output: Path, allowed: tuple[str, ...]) -> None:
    from rich.filesize import decimal

    from foedus.panels.outputs import rows_in, sources_file, written

    with patience(f"Writing {output.name}"):
        path = written(wanted, output, allow=allowed)
    print_text(str(path))
    size = decimal(path.stat().st_size)
    say(f"{rows_in(path):,} rows, {len(wanted.columns)} columns, {size}.")
    beside = sources_file(path)
    if beside.exists():
        say(f"Where each column comes from and how to cite it: {beside.name}")


def _describe(wanted: "Panel", as_json: bool) -> None:
    with patience("Counting what is known"):
        described = wanted.describe()
        columns = described.as_records()
    if as_json:
        print_json({"panel": described.title, "rows": described.rows, "columns": columns})
    else:
        print_text(described.text)
        say(f"{described.rows:,} rows, {len(columns)} columns.")


def _show(wanted: "Panel", head: int | None, as_json: bool) -> None:
    asked = head or ROWS_SHOWN
    with patience("Joining"):
        rows = wanted.head(asked).to_pylist()
    if as_json:
        for row in rows:
            sys.stdout.write(json.dumps(row, ensure_ascii=False, default=str) + "\n")
        return
    if not rows:
        say("No rows: no such state or pair was in the system in these years.")
        return
    _print_rows(list(wanted.columns), [[_cell(value) for value in row.values()] for row in rows])
    told = f"The first {len(rows)} rows" if len(rows) == asked else f"All {len(rows)} rows"
    say(f"{told}; {MISSING} is missing. Into a file: -o FILE.parquet")


def _print_rows(columns: list[str], rows: list[list[str]]) -> None:
    if len(columns) <= MOST_COLUMNS:
        print_table(columns, rows)
        return
    numbers = (str(number) for number in range(1, len(rows) + 1))
    across = ([name, *cells] for name, *cells in zip(columns, *rows, strict=True))
    print_table(("row", *numbers), across)


def _cell(value: object) -> str:
    if value is None:
        return MISSING
    if isinstance(value, float):
        return f"{value:.0f}" if value.is_integer() else f"{value:.6g}"
    return str(value)
