"""`foedus ideal-points`: where states stood in the General Assembly, session by session."""

import re
import shlex
from typing import TYPE_CHECKING, Annotated

import typer

from foedus.cli.arguments import AsJson, Language, PassOn, RowsFile, Spoken
from foedus.cli.output import print_json, print_table, print_text, say
from foedus.cli.progress import patience
from foedus.cli.whence import say_counted, say_whence

if TYPE_CHECKING:
    import pyarrow as pa

    from foedus.dossier.words.catalogue import Words

__all__ = ["positions"]


def positions(
    actors: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ACTOR", help="RUS, North Korea, COW codes; none: all, into a file."
        ),
    ] = None,
    sessions: Annotated[
        str | None,
        typer.Option(metavar="SESSIONS", help="60-75, or one session; all if not said."),
    ] = None,
    output: RowsFile = None,
    pass_on: PassOn = None,
    language: Language = Spoken.EN,
    as_json: AsJson = False,
) -> None:
    """Say where states stood in the General Assembly, with intervals; half a minute of work."""
    from foedus.dossier.words.catalogue import words_in
    from foedus.panels.similarity_files import written_positions
    from foedus.panels.table_files import checked_place
    from foedus.relations.likeness.vote_positions import vote_positions
    from foedus.sources.licence import require_may_pass_on

    asked, words = _span(sessions), words_in(language)
    names = list(dict.fromkeys(actors or []))
    if not names and output is None:
        raise typer.BadParameter("of everybody the rows go into a file: -o FILE.parquet")
    if output is not None:
        checked_place(output)
        require_may_pass_on(("unga-votes",), tuple(pass_on or ()))
    doing = "Estimating positions from all votes (half a minute)"
    with patience(doing) as told:
        rows = vote_positions(
            *names,
            sessions=asked,
            progress=lambda done, rounds: told(f"{doing}: round {done} of {rounds}"),
        )
    if rows.num_rows == 0:
        say(words.text("rows.no_votes"))
    if output is not None:
        command = shlex.join(
            ["foedus", "ideal-points", *names] + (["--sessions", sessions] if sessions else [])
        )
        print_text(str(written_positions(rows, output, command, pass_on or ())))
        say_counted(rows, words)
    elif as_json:
        print_json(rows.to_pylist())
    elif rows.num_rows:
        _show(rows, words)
    say_whence(words, ("unga-votes", "votes"))


def _span(words: str | None) -> tuple[int, int] | None:
    if words is None:
        return None
    found = re.fullmatch(r"\s*(\d{1,3})(?:\s*[-–:]\s*(\d{1,3}))?\s*", words)
    if found is None:
        raise typer.BadParameter(f"'{words}' is not sessions such as 60-75")
    first, last = int(found[1]), int(found[2] or found[1])
    if first > last:
        raise typer.BadParameter(f"session {first} comes after {last}")
    return first, last


def _show(rows: "pa.Table", words: "Words") -> None:
    heads = [
        words.text(f"rows.head.{name}")
        for name in ("state", "session", "year", "position", "votes")
    ]
    columns = (*heads[:4], "90 %", heads[4])
    print_table(
        columns,
        (
            (
                row["state"] or row["ccode"],
                row["session"],
                row["year"],
                f"{row['position']:.2f}",
                words.text("rows.interval", low=f"{row['low']:.2f}", high=f"{row['high']:.2f}"),
                row["votes"],
            )
            for row in rows.to_pylist()
        ),
    )
    say(words.text("rows.positions"))
