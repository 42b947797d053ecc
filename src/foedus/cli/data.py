"""`foedus data`: the datasets foedus knows, getting them, checking them, citing them."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from foedus.cli.arguments import AsJson, calendar_day
from foedus.cli.output import print_data, print_json, print_text, say

if TYPE_CHECKING:
    from foedus.datasets.checking import Checked
    from foedus.datasets.got import Got
    from foedus.datasets.importing import ImportReport

__all__ = ["app"]

app = typer.Typer(help="Published datasets: list, get, check, cite.", no_args_is_help=True)

LISTED = ("name", "title", "years", "terms", "version", "held")
GOT = ("dataset", "table", "version", "read", "kept", "failing")
CHECKED = ("dataset", "table", "version", "file", "kept", "failing", "sound")
SHOWN = 5
WRONG = 3
Names = Annotated[list[str] | None, typer.Argument(metavar="NAME", help="See `data list`.")]


class Style(StrEnum):
    """A form in which works are cited."""

    TEXT = "text"
    BIBTEX = "bibtex"
    CSL_JSON = "csl-json"


@app.command("list")
def list_datasets(as_json: AsJson = False) -> None:
    """List the datasets: years, terms, the release foedus knows and the one held here."""
    from foedus.datasets.listing import listed

    print_data(LISTED, listed(), as_json=as_json)


@app.command("get")
def get(
    names: Names = None,
    from_path: Annotated[
        Path | None,
        typer.Option("--from", metavar="PATH", help="Register a file, an archive or a folder."),
    ] = None,
    version: Annotated[
        str | None,
        typer.Option("--as-version", metavar="VERSION", help="The release that the file is."),
    ] = None,
    covers: Annotated[
        str | None,
        typer.Option(metavar="YEARS", help="Its years, such as 1815-2022."),
    ] = None,
    from_day: Annotated[
        str | None, typer.Option(metavar="DAY", help="GDELT: the first day wanted.")
    ] = None,
    to_day: Annotated[
        str | None, typer.Option(metavar="DAY", help="GDELT: the last day wanted.")
    ] = None,
    daily: Annotated[
        bool, typer.Option("--daily", help="GDELT: the daily files of version 1.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Fetch datasets from their publishers, or register files that you have."""
    if (version or covers) and from_path is None:
        raise typer.BadParameter("--as-version and --covers describe a file: add --from PATH")
    if from_path is not None:
        found = _from_files(from_path, names or (), version, covers)
    elif from_day or to_day:
        found = _of_days(names or (), from_day, to_day, daily=daily)
    elif names:
        found = _from_publishers(names)
    else:
        raise typer.BadParameter("name a dataset (`foedus data list`), or give --from PATH")
    _tell(found, as_json=as_json)


@app.command("check")
def check(names: Names = None, as_json: AsJson = False) -> None:
    """Check what is held: files as received still the same, their rows read again, faults shown."""
    from foedus.datasets.checking import checked

    found = list(checked(names or ()))
    if as_json:
        print_json([_checked(one) | {"failing_rows": one.failing_rows} for one in found])
    else:
        print_data(CHECKED, [_checked(one) for one in found])
        for one in found:
            _show_failing(one)
    for one in found:
        for wrong in one.wrong:
            say(f"foedus: {wrong}", style="red")
    if any(one.wrong for one in found):
        raise typer.Exit(WRONG)


@app.command("cite")
def cite(
    names: Names = None,
    style: Annotated[Style, typer.Option("--format", help="How to print them.")] = Style.TEXT,
) -> None:
    """Print the works to cite for these datasets, or for all that are held."""
    from foedus.datasets.holdings import held
    from foedus.sources import citations

    cited = names or sorted({one.dataset for one in held()})
    if not cited:
        raise typer.BadParameter("no dataset is held: name those to cite (`data list`)")
    if style is Style.CSL_JSON:
        print_json(citations.csl_json(cited))
    else:
        print_text(
            citations.bibtex(cited) if style is Style.BIBTEX else citations.plain_text(cited)
        )


def _from_publishers(names: Sequence[str]) -> list["Got"]:
    from foedus.cli.progress import bars
    from foedus.datasets.getting import from_publisher

    with bars() as watch:
        return [one for name in names for one in from_publisher(name, watch=watch)]


def _of_days(
    names: Sequence[str], from_day: str | None, to_day: str | None, *, daily: bool
) -> list["Got"]:
    from foedus.cli.progress import bars
    from foedus.datasets.getting_events import from_days

    if list(names) != ["gdelt"] or from_day is None:
        raise typer.BadParameter("days are for `data get gdelt --from-day DAY [--to-day DAY]`")
    first, last = calendar_day(from_day), calendar_day(to_day or from_day)
    try:
        with bars() as watch:
            return list(from_days(first, last, watch=watch, daily=daily))
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


def _from_files(
    path: Path, names: Sequence[str], version: str | None, covers: str | None
) -> list["Got"]:
    from foedus.cli.progress import bars
    from foedus.datasets.getting import from_files
    from foedus.datasets.got import Release

    with bars() as watch:
        return list(from_files(path, names, Release(version, _years(covers)), watch=watch))


def _years(covers: str | None) -> tuple[int, int] | None:
    if covers is None:
        return None
    found = re.fullmatch(r"(\d{1,4})\s*[-–]\s*(\d{1,4})", covers.strip())
    if found is None or int(found[1]) > int(found[2]):
        raise typer.BadParameter(f"'{covers}' is no span of years such as 1815-2022")
    return int(found[1]), int(found[2])


def _tell(found: Sequence["Got"], *, as_json: bool) -> None:
    records = [_record(one) for one in found]
    read = [record for record in records if "read" in record]
    if as_json:
        print_json(records)
    elif read:
        print_data(GOT, read)
    for one in found:
        _say_how(one)
    errors = [one.error for one in found if one.error is not None]
    if errors:
        raise typer.Exit(max(error.exit_code for error in errors))
    if not read:
        say("Nothing was registered.")
        raise typer.Exit(WRONG)


def _say_how(one: "Got") -> None:
    if one.left is not None:
        say(f"{one.file}: left alone: {one.left}", style="dim")
    if one.error is not None:
        say(f"foedus: {one.error}", style="red")
    if one.report is not None:
        for words in _said(one.file, one.report):
            say(words, style="dim")
    if one.stored is not None:
        for line in one.stored.dropped:
            say(f"{line.file}, line {line.line}: dropped: {line.why}", style="yellow")
        if one.stored.known:
            say(f"{one.dataset}: {one.stored.known} files were in the store already.", style="dim")


def _said(file: str, report: "ImportReport") -> Iterator[str]:
    held = report.of_file
    if not report.changed:
        under = "" if held.file == file else f" as {held.file}"
        yield f"{file}: held already{under}, nothing changed."
    if held.rows_in_file not in (None, held.read):
        yield f"{file}: {held.rows_in_file:,} rows in the file make {held.read:,} of {held.table}."
    if report.anew:
        yield f"{file}: took the place of an older copy; read again: {', '.join(report.anew)}."
    if report.derived:
        yield f"{held.dataset}: also made of it: {', '.join(report.derived)}."


def _record(one: "Got") -> dict[str, Any]:
    if one.stored is not None:
        dropped = len(one.stored.dropped)
        return {
            "dataset": one.dataset,
            "table": "events",
            "file": one.file,
            "read": one.stored.rows + dropped,
            "kept": one.stored.rows,
            "failing": dropped,
        }
    if one.report is None:
        return {"dataset": one.dataset, "file": one.file, "left": one.left or str(one.error)}
    held = one.report.of_file
    return {
        "dataset": held.dataset,
        "table": held.table,
        "version": held.release,
        "file": one.file,
        "rows_in_file": held.rows_in_file,
        "read": held.read,
        "kept": held.kept,
        "failing": _by_check(held.failing_rows, held.failing),
    }


def _by_check(rows: int, checks: Any) -> Any:
    return f"{rows}: " + "; ".join(f"{name} {n}" for name, n in checks.items()) if rows else 0


def _checked(one: "Checked") -> dict[str, Any]:
    held = one.holding
    return {
        "dataset": held.dataset,
        "table": held.table,
        "version": held.release,
        "file": held.file or held.origin,
        "files": [part.file for part in held.parts],
        "kept": held.kept,
        "failing": _by_check(held.failing_rows, held.failing),
        "sound": "yes" if not one.wrong else "no",
        "wrong": list(one.wrong),
    }


def _show_failing(one: "Checked") -> None:
    by_check: dict[str, list[dict[str, Any]]] = {}
    for row in one.failing_rows:
        by_check.setdefault(row["check"], []).append(row)
    for name, rows in by_check.items():
        more = f", {SHOWN} of {len(rows)} shown" if len(rows) > SHOWN else ""
        say(f"{one.holding.dataset} {one.holding.table}: {name}{more}", style="bold")
        for row in rows[:SHOWN]:
            known = ("part", "row", "check")
            cells = (f"{k}={v}" for k, v in row.items() if k not in known and v)
            file = f"{row['part']}, " if "part" in row else ""
            say(f"  {file}row {row['row']}: {' '.join(cells)}"[:200])
