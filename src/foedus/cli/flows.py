"""`foedus flows`: what two actors give each other, how much, when, and who says so."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from foedus.cli.arguments import AsJson, Language, Spoken, check_ending, edtf_day, ledger_path
from foedus.cli.output import Line, print_json, print_lines, print_table, say
from foedus.cli.progress import patience
from foedus.errors import MissingBuild, MissingDataset
from foedus.evidence import Day

if TYPE_CHECKING:
    import datetime as dt

    from foedus.dossier.words.catalogue import Words
    from foedus.dossier.words.flows import FlowWords
    from foedus.repercussions.flows import Exchange, Side, Strand, Told, Window

__all__ = ["flows"]


def flows(
    one: Annotated[
        str, typer.Argument(metavar="ONE", help="The first actor, by any name or code.")
    ],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The second.")],
    case: Annotated[
        Path | None,
        typer.Option("--case", metavar="CASE", help="Also what the sources of this case say."),
    ] = None,
    begins: Annotated[
        Day | None,
        typer.Option(
            "--from",
            parser=edtf_day,
            metavar="DAY",
            help="From this day, month or year; all of the case or of SIPRI if not said.",
        ),
    ] = None,
    ends: Annotated[
        Day | None,
        typer.Option("--to", parser=edtf_day, metavar="DAY", help="To this day, month or year."),
    ] = None,
    picture: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Also draw it: a .svg or .png, its data beside it."),
    ] = None,
    language: Language = Spoken.EN,
    as_json: AsJson = False,
) -> None:
    """Say what two actors give each other: men, munitions, technology, money, energy, food.

    Claims that cannot all be true are shown side by side and never added. SIPRI's transfers of
    major arms are asked where they are held; men and money stand in a case only.
    """
    from foedus.actors.names import actor_named
    from foedus.dossier.words.catalogue import words_in
    from foedus.repercussions.flows.as_json import exchange_json

    check_ending(picture, ".svg", ".png")
    asked = tuple(actor_named(name).id for name in (one, other))
    if asked[0] == asked[1]:
        raise typer.BadParameter(f"{asked[0]} is given twice: an actor gives itself nothing")
    with patience("Adding up"):
        found = _exchange(asked[0], asked[1], case, begins, ends)
    words = words_in(language)
    if picture:
        _draw(found, words, picture)
    if as_json:
        print_json(exchange_json(found))
    else:
        _print(found, words)


def _exchange(
    one: str, other: str, case: Path | None, begins: Day | None, ends: Day | None
) -> "Exchange":
    from foedus.repercussions.flows import gives_and_gets
    from foedus.repercussions.flows.of_case import recorded_between

    told, window = _told(case, begins, ends)
    recorded = recorded_between(one, other, window)
    if told is None and all(source.missing for source in recorded[0].sources):
        get = recorded[0].sources[0].missing
        raise MissingDataset(
            f"SIPRI's transfers of arms are not on this machine: run `{get}`, or name a case with "
            "--case, whose sources may say what passed."
        )
    return gives_and_gets(told, recorded, one, other, window)


def _told(
    case: Path | None, begins: Day | None, ends: Day | None
) -> tuple["Told | None", "Window"]:
    from foedus.ledger.engine import open_ledger
    from foedus.repercussions.flows import told_flows
    from foedus.repercussions.flows.of_case import window_of
    from foedus.repercussions.flows.recorded import whole_window
    from foedus.sources.case_folder import case_at

    if case is None:
        return None, _narrowed(whole_window(), begins, ends)
    whole = window_of(case_at(case)) or whole_window()
    if not ledger_path(case).is_file():
        raise MissingBuild(f"{case} has no ledger yet: run `foedus build {case}` first.")
    with open_ledger(ledger_path(case)) as ledger:
        return told_flows(ledger.tables), _narrowed(whole, begins, ends)


def _narrowed(whole: "Window", begins: Day | None, ends: Day | None) -> "Window":
    from foedus.repercussions.flows import Window

    first: dt.date = (begins.earliest if begins else None) or whole.first
    last: dt.date = (ends.latest if ends else None) or max(whole.last, first)
    if last < first:
        raise typer.BadParameter(f"{last} comes before {first}", param_hint="--to")
    return Window(first, last, min(first, whole.since))


def _draw(found: "Exchange", words: "Words", picture: Path) -> None:
    """Write the picture and its data, and say where they are; raises FoedusError."""
    from foedus.dossier.rendering.flows import written_flows

    drawn = written_flows(found, words, picture)
    if drawn is None:
        say("Nothing is said to pass: there is nothing to draw.")
        return
    say(f"Drawn: {drawn[0]}, its data: {drawn[1].name}")


def _print(found: "Exchange", words: "Words") -> None:
    from foedus.dossier.sentence import read
    from foedus.dossier.words.flows import FlowWords

    told = FlowWords(found, words)
    print_lines([Line(0, read(told.title()), "bold")])
    for side in found.sides:
        print_lines([Line(0, ""), Line(0, read(told.heading(side)), "bold underline")])
        for strand in side.strands:
            print_lines(_lines(told, side, strand))
            items = told.items(strand)
            if items:
                print_table(told.item_heads(), items, indent=2)
        silent = told.silent(side)
        if silent is not None:
            print_lines([Line(1, read(silent), "dim")])
    print_lines(_ended(told))


def _lines(told: "FlowWords", side: "Side", strand: "Strand") -> Iterator[Line]:
    from foedus.dossier.sentence import read

    yield Line(1, told.kind(strand.kind), "bold")
    yield from (Line(2, read(sentence)) for sentence in told.strand(side, strand))


def _ended(told: "FlowWords") -> Iterator[Line]:
    from foedus.dossier.sentence import read

    yield Line(0, "")
    if told.exchange.asides:
        yield Line(0, read(told.asides(told.exchange.asides, "asides")))
    yield from (Line(0, line, "dim") for line in told.limits())
