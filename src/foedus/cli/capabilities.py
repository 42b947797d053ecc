"""`foedus capabilities`: what a state can put into the field, beside what passed between states."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from foedus.cli.arguments import (
    AsJson,
    Language,
    Spoken,
    check_ending,
    instruments_with,
    ledger_path,
    listed,
)
from foedus.cli.output import print_json, print_lines, say
from foedus.cli.progress import patience
from foedus.cli.said import said_lines

if TYPE_CHECKING:
    from foedus.dossier.words.capability_words import CapabilityWords
    from foedus.repercussions.capabilities.capabilities import Capabilities

__all__ = ["capabilities"]

YEARS = 20
"""How far back it is looked, unless said."""


def capabilities(
    actor: Annotated[str, typer.Argument(metavar="ACTOR", help="A state: PRK, Russia, …")],
    beside: Annotated[
        list[str] | None,
        typer.Option(metavar="WHO", help="Also what passed between it and these: RUS,CHN"),
    ] = None,
    from_year: Annotated[
        int | None,
        typer.Option("--from", min=1816, metavar="YEAR", help="From this year; twenty back."),
    ] = None,
    to_year: Annotated[
        int | None,
        typer.Option("--to", min=1816, metavar="YEAR", help="To this year; last year if not said."),
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
    """Show missile tests, spending and material capabilities, and what changed after a transfer.

    No difference between before and after is called an effect: what else happened is listed.
    """
    from foedus.actors.names import actor_named
    from foedus.dossier.words.capability_words import CapabilityWords
    from foedus.dossier.words.catalogue import words_in
    from foedus.repercussions.capabilities.as_json import capabilities_json

    check_ending(picture, ".svg", ".png")
    who, others = actor_named(actor).id, [actor_named(one).id for one in listed(beside)]
    if who in others:
        raise typer.BadParameter(f"{who} stands beside itself")
    last = to_year or dt.date.today().year - 1
    first = from_year or last - YEARS
    if last < first:
        raise typer.BadParameter(f"{last} comes before {first}")
    with patience("Looking at what is held"):
        found = _found(who, others, first, last, case, language)
    said = CapabilityWords(found, words_in(language), str, lambda mark: mark.key)
    if picture:
        _draw(said, picture)
    if as_json:
        print_json(capabilities_json(found))
    else:
        print_lines(said_lines(said))


def _found(
    actor: str, beside: list[str], first: int, last: int, case: Path | None, language: str
) -> "Capabilities":
    from foedus.ledger.engine import open_ledger
    from foedus.ledger.engines import engine_at
    from foedus.repercussions.capabilities.capabilities import capabilities_of

    events: list[dict[str, Any]] = []
    if case is not None:
        with open_ledger(ledger_path(case)) as ledger:
            events = ledger.table("events").to_pyarrow().to_pylist()
    with engine_at() as engine:
        return capabilities_of(
            engine,
            actor,
            first,
            last,
            beside=beside,
            instruments=instruments_with(case),
            events=events,
            language=language,
        )


def _draw(said: "CapabilityWords", picture: Path) -> None:
    from foedus.dossier.rendering.standing_alone import written_stack
    from foedus.dossier.words.capability_picture import capability_rows, capability_stack

    stack = capability_stack(said)
    drawn, rows = written_stack(stack, capability_rows(said), picture, said.words.language)
    say(f"Drawn: {drawn}, its data: {rows.name}")
