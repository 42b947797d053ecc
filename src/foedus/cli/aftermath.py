"""`foedus aftermath`: what usually follows such a pact between such states, and on what grounds."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from foedus.cli.arguments import (
    AsJson,
    Language,
    OwnTreaties,
    Spoken,
    calendar_day,
    check_ending,
    instruments_with,
    listed,
)
from foedus.cli.output import Line, print_json, print_lines, print_table, say
from foedus.cli.progress import patience

if TYPE_CHECKING:
    from foedus.dossier.words.aftermaths import AftermathWords
    from foedus.dossier.words.catalogue import Words
    from foedus.repercussions.aftermath import Aftermath, Pact

__all__ = ["aftermath"]

SHOWN = 10


def aftermath(
    instrument: Annotated[
        str | None,
        typer.Argument(metavar="[INSTRUMENT]", help="A treaty of the register: rus-prk-2024."),
    ] = None,
    between: Annotated[
        list[str] | None,
        typer.Option(metavar="ACTORS", help="Which two states: USA,KOR; of two parties, nothing."),
    ] = None,
    on: Annotated[
        dt.date | None,
        typer.Option(parser=calendar_day, metavar="DAY", help="When, where no treaty is named."),
    ] = None,
    holds: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KINDS", help="What it holds, where no treaty is named: defence,consultation."
        ),
    ] = None,
    years: Annotated[str, typer.Option(metavar="YEARS", help="How many years after.")] = "1,3,5",
    picture: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Also draw it: a .svg or .png, its data beside it."),
    ] = None,
    case: OwnTreaties = None,
    language: Language = Spoken.EN,
    as_json: AsJson = False,
) -> None:
    """Say what followed earlier pacts like it, beside pairs of states like theirs without one.

    Disputes, alliances, votes, trade, neighbours and other allies; base rates and no forecast. It
    rests on alliances, disputes, rivalries, capabilities and borders since 1816, once held.
    """
    from foedus.dossier.words.aftermaths import AftermathWords
    from foedus.dossier.words.catalogue import words_in
    from foedus.repercussions.aftermath import aftermath as what_followed
    from foedus.repercussions.aftermath.as_json import aftermath_json

    check_ending(picture, ".svg", ".png")
    pact = _pact(instrument, listed(between), on, listed(holds), case)
    spans = _spans(years)
    with patience("Putting the pacts beside their like"):
        found = what_followed(pact, spans)
    words = words_in(language)
    if picture:
        _draw(found, words, picture)
    if as_json:
        print_json(aftermath_json(found, language))
        return
    said = AftermathWords(found, words, "aftermath")
    print_lines(_before(said))
    own = ("own",) if said.own_known else ()
    columns = ("what", "years", *own, "usual", "paired", "beside", "difference")
    print_table(
        [words.text(f"aftermath.column_{name}") for name in columns],
        (
            (
                said.what(row) if row["years"] == found.horizons[0] else "",
                row["years"],
                *((said.own_cell(row),) if own else ()),
                *(said.usual_cell(row), said.paired_cell(row)),
                *(said.beside_cell(row), said.difference_cell(row)),
            )
            for row in said.rows
        ),
    )
    print_lines(_after(said, words))


def _pact(
    instrument: str | None,
    between: list[str],
    on: dt.date | None,
    holds: list[str],
    case: Path | None,
) -> "Pact":
    from foedus.actors.names import actor_named
    from foedus.repercussions.aftermath import pact_described, pact_of
    from foedus.treaties.instruments import instrument as instrument_named

    if instrument is not None:
        if on is not None or holds:
            raise typer.BadParameter("a treaty says itself when it was signed and what it holds")
        named = instrument_named(instrument, instruments_with(case))
        signed = named.signed.earliest
        own = named.actors
        return pact_of(
            named, [one if one in own else actor_named(one, signed).id for one in between]
        )
    if on is None or not between or not holds:
        raise typer.BadParameter(
            "name a treaty of the register, or two states with --between, a day with --on and what "
            "it holds with --holds"
        )
    return pact_described([actor_named(one, on).id for one in between], on, holds)


def _spans(words: str) -> tuple[int, ...]:
    try:
        return tuple(int(one) for one in words.split(","))
    except ValueError:
        raise typer.BadParameter(
            f"'{words}' are no numbers of years such as 1,3,5", param_hint="--years"
        ) from None


def _before(said: "AftermathWords") -> Iterator[Line]:
    from foedus.dossier.sentence import read

    yield Line(0, said.title, "bold")
    yield Line(0, read(said.kind()))
    yield Line(0, "")


def _after(said: "AftermathWords", words: "Words") -> Iterator[Line]:
    from foedus.dossier.sentence import read
    from foedus.dossier.words.days import decimal_words

    yield Line(0, "")
    yield Line(0, words.text("aftermath.analogues"), "bold")
    for row in said.analogues[:SHOWN]:
        likeness = decimal_words(words, row["similarity"])
        yield Line(1, f"{likeness}  {said.pact(row)} ({said.alliance(row)})")
        yield Line(2, said.parts(row), "dim")
    if len(said.analogues) > SHOWN:
        yield Line(1, f"… {len(said.analogues) - SHOWN} (--json)")
    yield Line(0, "")
    balance = said.balance()
    if balance:
        yield Line(0, read(balance))
    yield Line(0, " ".join(read(sentence) for sentence in said.confidence()))
    for limit in said.limits():
        yield Line(0, limit, "dim")
    yield Line(0, said.datasets(), "dim")


def _draw(found: "Aftermath", words: "Words", picture: Path) -> None:
    from foedus.dossier.rendering.standing_alone import written_drawing
    from foedus.dossier.words.aftermath_picture import aftermath_rows, alone

    drawn, rows = written_drawing(
        alone(found, words), aftermath_rows(found), picture, words.language
    )
    say(f"Drawn: {drawn}, its data: {rows.name}")
