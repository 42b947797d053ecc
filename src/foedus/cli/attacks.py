"""`foedus attacks`: every attack of many years put to the treaties at once, into one file."""

import datetime as dt
import re
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import track

from foedus.cli.arguments import OwnTreaties, instruments_with
from foedus.cli.output import print_text, say, words

__all__ = ["attacks"]

_YEARS = re.compile(r"(\d{4})(?:-(\d{4}))?")


def attacks(
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE", help="The Parquet file.")],
    years: Annotated[
        str, typer.Option(metavar="FIRST-LAST", help="Which years: 1816-2018, or one.")
    ] = "1816-2018",
    day: Annotated[str, typer.Option(metavar="MM-DD", help="As on this day of each.")] = "07-01",
    case: OwnTreaties = None,
) -> None:
    """Write who must act, who may not, if any state attacked any other: a row per pair and year.

    Columns: year, attacker, attacked, and lists of actor ids: must, possibly_must, disputed,
    consult, barred, must_join and disputed_join (called to the attacker's side).
    """
    import pyarrow.parquet as pq

    from foedus.sources.whole import whole_or_not_at_all
    from foedus.treaties.asking import instruments_asked
    from foedus.treaties.attacks import attack_years

    span, (month, of_month) = _span(years), _day(day)
    asked = instruments_asked(own=instruments_with(case) if case else None)
    if asked.missing:
        say(f"Only the register is asked. {asked.missing}", style="yellow")
    batches = attack_years(asked.instruments, span, month, of_month)
    watched = track(batches, "years", len(span), console=words, transient=True)
    rows = 0
    with whole_or_not_at_all(out) as unfinished, ExitStack() as closing:
        writer: pq.ParquetWriter | None = None
        for batch in watched:
            if writer is None:
                made = pq.ParquetWriter(unfinished, batch.schema, compression="zstd")
                writer = closing.enter_context(made)
            writer.write_batch(batch)
            rows += batch.num_rows
        closing.close()
    say(f"{rows:,} attacks of {span[0]} to {span[-1]}, each as on {day}.")
    print_text(str(out))


def _span(written: str) -> range:
    found = _YEARS.fullmatch(written.strip())
    first = int(found[1]) if found else 0
    last = int(found[2] or first) if found else 0
    if not 1816 <= first <= last <= dt.date.today().year:
        expected = f"years such as 1816-2018, none before 1816 or after {dt.date.today().year}"
        raise typer.BadParameter(f"'{written}' is not {expected}", param_hint="--years")
    return range(first, last + 1)


def _day(written: str) -> tuple[int, int]:
    """The month and the day, one that every year has."""
    try:
        day = dt.date.fromisoformat(f"2023-{written.strip()}")
    except ValueError:
        raise typer.BadParameter(
            f"'{written}' is not a day of every year such as 07-01", param_hint="--day"
        ) from None
    return day.month, day.day
