"""`foedus series`: cooperation and conflict of two states through time, from stores of events."""

import contextlib
import datetime as dt
import shlex
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from foedus.cli.arguments import (
    AsJson,
    Language,
    PassOn,
    RowsFile,
    Spoken,
    calendar_day,
    ledger_path,
    listed,
)
from foedus.cli.output import print_json, print_table, print_text, say
from foedus.cli.progress import patience
from foedus.cli.whence import say_counted, say_whence

if TYPE_CHECKING:
    import pyarrow as pa

    from foedus.dossier.words.catalogue import Words
    from foedus.ledger.engine import Ledger

__all__ = ["series"]

MISSING = "·"
SHOWN = (
    "begins",
    "coverage",
    "events",
    "verbal_cooperation",
    "material_cooperation",
    "verbal_conflict",
    "material_conflict",
    "scored_events",
    "goldstein_mean",
    "goldstein_sum",
    "per_thousand",
    "per_thousand_initiated",
)
"""Columns of the table that is printed; a file and JSON have all."""


class Unit(StrEnum):
    """How long a period is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


def series(
    one: Annotated[str, typer.Argument(metavar="ONE", help="A state: RUS, Russia, …")],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="Another.")],
    by: Annotated[
        Unit,
        typer.Option("--by", metavar="UNIT", help="Periods: day, week, month, quarter or year."),
    ] = Unit.MONTH,
    since: Annotated[
        dt.date | None,
        typer.Option("--from", parser=calendar_day, metavar="DAY", help="From this day on."),
    ] = None,
    until: Annotated[
        dt.date | None,
        typer.Option("--to", parser=calendar_day, metavar="DAY", help="To this day."),
    ] = None,
    store: Annotated[
        list[str] | None,
        typer.Option(metavar="NAMES", help="gdelt,icews,polecat; all that are held if not said."),
    ] = None,
    undirected: Annotated[
        bool, typer.Option("--undirected", metavar="", help="Both directions together.")
    ] = False,
    case: Annotated[
        Path | None, typer.Option("--case", metavar="CASE", help="Also the events of this case.")
    ] = None,
    output: RowsFile = None,
    pass_on: PassOn = None,
    engine: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Spark Connect: sc://host:port.")
    ] = None,
    language: Language = Spoken.EN,
    as_json: AsJson = False,
) -> None:
    """Count and weigh what two states did to each other, period by period, in each store."""
    from foedus.actors.names import actor_named
    from foedus.dossier.words.catalogue import words_in
    from foedus.panels.table_files import checked_place

    words = words_in(language)
    if output is not None:
        checked_place(output)
    if (since is None) != (until is None):
        raise typer.BadParameter("--from and --to go together")
    pair = (actor_named(one, until).id, actor_named(other, until).id)
    if pair[0] == pair[1]:
        raise typer.BadParameter(f"{pair[0]} makes no pair with itself")
    span = None if since is None or until is None else (since, until)
    if span is not None and span[1] < span[0]:
        raise typer.BadParameter(f"{span[1]} comes before {span[0]}")
    stores = listed(store) or None
    with _ledger(case) as ledger, patience("Counting events"):
        rows = _rows(pair, by, span, stores, not undirected, ledger, engine)
    if output is not None:
        command = ["foedus", "series", *pair, "--by", by]
        command += ["--from", str(since), "--to", str(until)] if span else []
        command += ["--store", ",".join(stores)] if stores else []
        command += ["--undirected"] if undirected else []
        command += ["--case", str(case)] if case else []
        _write(rows, output, shlex.join(command), pass_on or [], words)
    elif as_json:
        print_json([_plain(row) for row in rows.to_pylist()])
    else:
        _show(rows, words)
    _say_coverage(rows, words)


@contextlib.contextmanager
def _ledger(case: Path | None) -> Iterator["Ledger | None"]:
    from foedus.ledger.engine import open_ledger

    if case is None:
        yield None
        return
    with open_ledger(ledger_path(case)) as opened:
        yield opened


def _rows(
    pair: tuple[str, str],
    by: Unit,
    span: tuple[dt.date, dt.date] | None,
    stores: list[str] | None,
    directed: bool,
    ledger: "Ledger | None",
    address: str | None,
) -> "pa.Table":
    from foedus.ledger.engines import engine_at
    from foedus.relations.series.event_series import event_series

    asked = [*stores, "case"] if stores and ledger is not None else stores
    with engine_at(address) as opened:
        found = event_series(
            opened,
            asked,
            by=by.value,
            dyads=(pair, pair[::-1]),
            directed=directed,
            span=span,
            ledger=ledger,
        )
        return opened.to_pyarrow(found)


def _write(rows: "pa.Table", output: Path, command: str, allow: list[str], words: "Words") -> None:
    from foedus.panels.similarity_files import written_series

    print_text(str(written_series(rows, output, command, allow)))
    say_counted(rows, words)


def _say_coverage(rows: "pa.Table", words: "Words") -> None:
    """Tell of each store which release it is, and what its coverage cannot tell."""
    stores = dict.fromkeys(
        zip(*(rows[n].to_pylist() for n in ("store", "coverage_by")), strict=True)
    )
    for store, how in stores:
        if how is not None:
            say_whence(words, (store, "events"), years=False)
            say(words.text(f"rows.covered.{how.replace(' ', '_')}", store=store))


def _show(rows: "pa.Table", words: "Words") -> None:
    if not rows.num_rows:
        say(words.text("rows.no_store"))
        return
    keys = rows.column_names[:3]
    told = [row for row in rows.to_pylist() if row["events"] is not None]
    parts: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for row in told:
        parts.setdefault(tuple(row[key] for key in keys), []).append(row)
    joint = " → " if keys[1] == "initiator" else " – "
    for (store, one, other), found in parts.items():
        print_text(f"{store}: {one}{joint}{other}")
        heads = [words.text(f"rows.head.{name}") for name in SHOWN]
        print_table(heads, ([_cell(name, row[name]) for name in SHOWN] for row in found))
    hidden = rows.num_rows - len(told)
    if not told:
        say(words.text("rows.none_covered"))
        return
    if hidden:
        say(words.text("rows.not_covered", count=hidden))
    say(words.text("rows.series", sign=MISSING))


def _cell(name: str, value: object) -> str:
    if value is None:
        return MISSING
    if name == "coverage" and isinstance(value, float):
        return f"{value:.0%}" if value >= 0.01 or value == 0 else "<1%"
    return f"{value:.2f}" if isinstance(value, float) else str(value)


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {n: str(value) if isinstance(value, dt.date) else value for n, value in row.items()}
