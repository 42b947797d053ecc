"""Arguments that several commands take, each described once."""

import datetime as dt
import re
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from foedus.evidence import Day

if TYPE_CHECKING:
    from foedus.treaties.clauses import Instruments

__all__ = [
    "AsJson",
    "CaseFolder",
    "InPlace",
    "KnownOn",
    "Language",
    "OnDay",
    "OwnTreaties",
    "PassOn",
    "RowsFile",
    "calendar_day",
    "edtf_day",
    "instruments_with",
    "ledger_path",
    "listed",
    "year_span",
]

CaseFolder = Annotated[Path, typer.Argument(metavar="CASE", help="The folder of the case.")]


class Spoken(StrEnum):
    """A language in which answers are given."""

    EN = "en"
    FR = "fr"


Language = Annotated[Spoken, typer.Option("--language", help="Answer in English or French.")]
OwnTreaties = Annotated[
    Path | None, typer.Option("--case", metavar="CASE", help="Also the treaties of this case.")
]
AsJson = Annotated[bool, typer.Option("--json", metavar="", help="Print JSON.")]
RowsFile = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="FILE", help="Write all rows to a .parquet or .csv."),
]
PassOn = Annotated[
    list[str] | None,
    typer.Option(metavar="NAME", help="A dataset that you hold permission to pass on."),
]


def edtf_day(words: str) -> Day:
    """Return the day an argument names in EDTF; the fault is the command line's otherwise."""
    try:
        return Day(words)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


def calendar_day(words: str) -> dt.date:
    """Return the calendar day an argument names, such as 2024-11-01."""
    try:
        return dt.date.fromisoformat(words)
    except ValueError:
        raise typer.BadParameter(f"'{words}' is not a day such as 2024-11-01") from None


def year_span(words: str | None) -> tuple[int, int] | None:
    """Return the first and last year that an argument names, such as 1816-2016 or 1914."""
    if words is None:
        return None
    found = re.fullmatch(r"\s*(\d{1,4})(?:\s*[-–:]\s*(\d{1,4}))?\s*", words)
    if found is None:
        raise typer.BadParameter(f"'{words}' is not years such as 1816-2016", param_hint="--years")
    first, last = int(found[1]), int(found[2] or found[1])
    if first > last:
        raise typer.BadParameter(f"{first} comes after {last}", param_hint="--years")
    return first, last


def check_ending(picture: Path | None, *endings: str) -> None:
    """Refuse a picture whose name ends in none of these; without a picture all is well."""
    if picture and picture.suffix not in endings:
        raise typer.BadParameter(f"'{picture}' ends neither in {' nor in '.join(endings)}")


def listed(parts: list[str] | None) -> list[str]:
    """Return the names an option gives, in one list with commas or given again for each."""
    return [name.strip() for part in parts or () for name in part.split(",") if name.strip()]


KnownOn = Annotated[
    dt.date | None,
    typer.Option("--known-on", parser=calendar_day, metavar="DAY", help="As known on this day."),
]


OnDay = Annotated[
    dt.date | None,
    typer.Option("--on", parser=calendar_day, metavar="DAY", help="When; today if not said."),
]
InPlace = Annotated[
    str | None, typer.Option("--in", metavar="PLACE", help="Where: Kursk, Donetsk, Taiwan, …")
]


def ledger_path(case: Path) -> Path:
    """Return where the ledger of a case stands, built or not."""
    return case / "build" / "ledger.duckdb"


def instruments_with(case: Path | None) -> "Instruments":
    """Return the instruments of the register and, if a case is named, its own."""
    from foedus.treaties.instruments import instruments_of, register, register_with

    if case is None:
        return register()
    if not case.is_dir():
        raise typer.BadParameter(f"'{case}' is no folder", param_hint="--case")
    return register_with(instruments_of(sorted((case / "treaties").glob("*.toml"))))
