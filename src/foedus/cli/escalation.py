"""`foedus escalation`: how tense it is between two states, and how often that led further."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from foedus.cli.arguments import AsJson, Language, Spoken, check_ending, ledger_path
from foedus.cli.output import print_json, print_lines, say
from foedus.cli.progress import patience
from foedus.cli.said import said_lines

if TYPE_CHECKING:
    from foedus.dossier.words.escalations import EscalationWords
    from foedus.repercussions.escalation import CaseRecord, Escalation

__all__ = ["escalation"]

YEARS = 10
"""How far back it is looked, unless said."""


def escalation(
    one: Annotated[str, typer.Argument(metavar="ONE", help="A state: KOR, North Korea, …")],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="Another.")],
    from_year: Annotated[
        int | None,
        typer.Option("--from", min=1816, metavar="YEAR", help="From this year; ten years back."),
    ] = None,
    to_year: Annotated[
        int | None,
        typer.Option(
            "--to", min=1816, metavar="YEAR", help="To this year; last year, or the case's last."
        ),
    ] = None,
    case: Annotated[
        Path | None, typer.Option("--case", metavar="CASE", help="Also what this built case holds.")
    ] = None,
    picture: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Also draw it: a .svg or .png, its data beside it."),
    ] = None,
    language: Language = Spoken.EN,
    as_json: AsJson = False,
) -> None:
    """Say how tense it is between two states, from what parts, and how often that led further.

    The index is a range: what no source covers is unknown, never nothing.
    """
    from foedus.actors.names import actor_named
    from foedus.dossier.words.catalogue import words_in
    from foedus.dossier.words.escalations import EscalationWords
    from foedus.repercussions.escalation.as_json import escalation_json

    check_ending(picture, ".svg", ".png")
    pair = tuple(sorted((actor_named(one).id, actor_named(other).id)))
    if pair[0] == pair[1]:
        raise typer.BadParameter(f"{pair[0]} makes no pair with itself")
    with patience("Looking at the two"):
        found = _found((pair[0], pair[1]), from_year, to_year, case)
    said = EscalationWords(found, words_in(language), str, " ".join)
    if picture:
        _draw(said, picture)
    if as_json:
        print_json(escalation_json(found))
    else:
        print_lines(said_lines(said))


def _found(
    pair: tuple[str, str], from_year: int | None, to_year: int | None, case: Path | None
) -> "Escalation":
    from foedus.evidence import Day
    from foedus.ledger.engines import engine_at
    from foedus.repercussions.escalation import escalation_of

    record = _record(case, pair) if case else None
    ends = record.case.period.latest if record else None
    last = to_year or (ends.year if ends else dt.date.today().year - 1)
    first = from_year or last - YEARS
    if last < first:
        raise typer.BadParameter(f"{last} comes before {first}")
    with engine_at() as engine:
        return escalation_of(engine, *pair, Day(f"{first:04d}/{last:04d}"), record)


def _record(case: Path, pair: tuple[str, str]) -> "CaseRecord":
    from foedus.ledger.engine import open_ledger
    from foedus.repercussions.escalation import case_record
    from foedus.sources.case_folder import case_at

    read = case_at(case)
    with open_ledger(ledger_path(case)) as ledger:
        events = ledger.table("events").to_pyarrow().to_pylist()
    return case_record(read, events, *pair)


def _draw(said: "EscalationWords", picture: Path) -> None:
    from foedus.dossier.rendering.standing_alone import written_stack
    from foedus.dossier.words.escalation_picture import escalation_rows, escalation_stack

    stack = escalation_stack(said)
    drawn, rows = written_stack(stack, escalation_rows(said), picture, said.words.language)
    say(f"Drawn: {drawn}, its data: {rows.name}")
