"""`foedus similarity`: how alike the foreign policies of states are, year by year."""

import shlex
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from foedus.cli.arguments import (
    AsJson,
    Language,
    PassOn,
    RowsFile,
    Spoken,
    listed,
    year_span,
)
from foedus.cli.output import print_json, print_table, print_text, say
from foedus.cli.progress import patience
from foedus.cli.whence import say_counted, say_whence

if TYPE_CHECKING:
    import pyarrow as pa

    from foedus.dossier.words.catalogue import Words

__all__ = ["similarity"]

MISSING = "·"
SHOWN = {
    "s_absolute": "S",
    "s_squared": "S²",
    "kappa_nominal": "κ",
    "kappa_absolute": "κ abs",
    "kappa_squared": "κ²",
    "pi_nominal": "π",
    "pi_absolute": "π abs",
    "pi_squared": "π²",
    "tau_b": "τ-b",
    "alignment": "A",
}
"""What stands above the column of a measure; others by their name."""


class Of(StrEnum):
    """What states' policies are compared by."""

    ALLIANCES = "alliances"
    VOTES = "votes"


class By(StrEnum):
    """What votes are gathered by."""

    YEAR = "year"
    SESSION = "session"


def similarity(
    actors: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ACTOR", help="Two or more: CHN RUS PRK, names, or COW codes; none: all."
        ),
    ] = None,
    of: Annotated[Of, typer.Option("--from", help="Alliances (ATOP) or votes (UN).")] = (
        Of.ALLIANCES
    ),
    years: Annotated[
        str | None, typer.Option(metavar="YEARS", help="1990-2018, or one year; all if not said.")
    ] = None,
    measure: Annotated[
        list[str] | None,
        typer.Option(metavar="NAMES", help="s_absolute,kappa_squared,…; ten if not said."),
    ] = None,
    by: Annotated[By, typer.Option(help="Votes by calendar year or by session.")] = By.YEAR,
    output: RowsFile = None,
    pass_on: PassOn = None,
    language: Language = Spoken.EN,
    as_json: AsJson = False,
) -> None:
    """Say how similar the alliances or the votes of states are; missing outside coverage."""
    from foedus.dossier.words.catalogue import words_in
    from foedus.panels.similarity_files import written_similarities
    from foedus.panels.table_files import checked_place
    from foedus.relations.likeness.similarities import similarities
    from foedus.relations.measures.agreement.portfolios import UNWEIGHTED

    names = list(dict.fromkeys(actors or []))
    if len(names) == 1:
        raise typer.BadParameter("a similarity needs two states; name another, or none for all")
    if not names and output is None:
        raise typer.BadParameter("of everybody the rows go into a file: -o FILE.parquet")
    if output is not None:
        checked_place(output)
    asked, words = year_span(years), words_in(language)
    measures = listed(measure)
    with patience("Comparing"):
        try:
            rows = similarities(*names, of=of, years=asked, measures=measures or UNWEIGHTED, by=by)
        except ValueError as error:
            raise typer.BadParameter(str(error)) from None
    _say_what_is_left_out(names, rows, asked, of, by, words)
    if output is not None:
        command = shlex.join(
            ["foedus", "similarity", *names, "--from", of, "--by", by]
            + (["--years", years] if years else [])
            + (["--measure", ",".join(measures)] if measures else [])
        )
        print_text(str(written_similarities(rows, output, of, command, pass_on or ())))
        say_counted(rows, words)
    elif as_json:
        print_json(rows.to_pylist())
    elif rows.num_rows:
        _show(rows, by, words)
    say_whence(words, *_tables(of, measures))


def _tables(of: str, measures: list[str]) -> list[tuple[str, str]]:
    """The tables that the answer rests on."""
    if of == Of.VOTES:
        return [("unga-votes", "votes")]
    weighted = any(name.endswith("_weighted") for name in measures)
    return [("atop", "directed_dyad_years"), *([("nmc", "state_years")] if weighted else [])]


def _say_what_is_left_out(
    names: list[str],
    rows: "pa.Table",
    asked: tuple[int, int] | None,
    of: str,
    by: str,
    words: "Words",
) -> None:
    import pyarrow.compute as pc

    from foedus.panels.parties import held_by_others
    from foedus.panels.systems import COW

    if by == By.YEAR:
        for name in names:
            for told in held_by_others(name, COW, asked or (1816, 2016)):
                say(told)
    if rows.num_rows == 0:
        say(words.text("rows.unlike_none"))
        return
    last = pc.max(rows[by]).as_py()
    if asked is not None and asked[1] > last:
        say(words.text(f"rows.{of}_end", last=last))


def _show(rows: "pa.Table", by: str, words: "Words") -> None:
    """Print each pair once."""
    found = [row for row in rows.to_pylist() if row["ccode1"] < row["ccode2"]]
    measures = rows.column_names[6:]
    named = [words.text(f"rows.head.{name}") for name in (by, "objects")]
    heads = [named[0], "", "", named[1], *(SHOWN.get(name, name) for name in measures)]
    print_table(
        heads,
        [
            [
                row[by],
                row["state1"] or row["ccode1"],
                row["state2"] or row["ccode2"],
                row["objects"],
                *(_number(row[name]) for name in measures),
            ]
            for row in found
        ],
    )
    if found:
        say(words.text("rows.measures"))
        say(words.text("rows.undefined", sign=MISSING))


def _number(value: float | None) -> str:
    return MISSING if value is None else f"{value:.3f}"
