"""`foedus dyad`: what stands between two actors, what changed and when, how they vote."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from foedus.cli.arguments import AsJson, Language, Spoken, check_ending, listed
from foedus.cli.output import Line, print_json, print_lines, print_table, say
from foedus.cli.progress import patience
from foedus.errors import FoedusError

if TYPE_CHECKING:
    from foedus.dossier.dyads.saying import DyadWords, Told
    from foedus.relations.bonds import Bond, Part

__all__ = ["dyad"]


def dyad(
    one: Annotated[
        str, typer.Argument(metavar="ONE", help="The first actor, by any name or code.")
    ],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The second.")],
    from_year: Annotated[
        int | None,
        typer.Option("--from", metavar="YEAR", help="From this year; if not said, all of it."),
    ] = None,
    to_year: Annotated[
        int | None, typer.Option("--to", metavar="YEAR", help="To this year; today if not said.")
    ] = None,
    beside: Annotated[
        list[str] | None,
        typer.Option(metavar="WHO", help="Also compare the first with these: CHN,KOR,USA"),
    ] = None,
    case: Annotated[
        Path | None,
        typer.Option("--case", metavar="CASE", help="Also what this built case knows of the two."),
    ] = None,
    picture: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Also draw it: .svg, .png or .html; its rows beside it."),
    ] = None,
    data: Annotated[
        Path | None,
        typer.Option(
            metavar="PLACE",
            help="Write every table into a folder, or what is drawn into a .csv or .parquet.",
        ),
    ] = None,
    pass_on: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="A dataset that you hold permission to pass on."),
    ] = None,
    language: Language = Spoken.EN,
    as_json: AsJson = False,
) -> None:
    """Say what stands between two actors today, what changed and when, and how they vote.

    Every number comes with its source and how far that reaches; what is not on this machine is
    named with the command that brings it.
    """
    from foedus.dossier.dyads.saying import DyadWords
    from foedus.dossier.dyads.telling import told

    check_ending(picture, ".svg", ".png", ".html")
    with patience("Looking at the two"):
        bond = _bond(one, other, from_year, to_year, tuple(listed(beside)), case)
    words = DyadWords(bond, language)
    if picture or data:
        kept_back = _held_back(bond, tuple(pass_on or ()))
        if picture:
            _draw(words, picture, kept_back)
        if data:
            _write(words, data, kept_back)
    if as_json:
        print_json(_as_json(bond, words))
    else:
        _print(words.title(), told(words))


def _bond(
    one: str,
    other: str,
    from_year: int | None,
    to_year: int | None,
    beside: tuple[str, ...],
    case: Path | None,
) -> "Bond":
    from foedus.ledger.engines import engine_at
    from foedus.relations.bonds import bond_between

    first = dt.date(from_year, 1, 1) if from_year else None
    last = min(dt.date(to_year, 12, 31), dt.date.today()) if to_year else None
    try:
        with engine_at() as engine:
            found = bond_between(engine, one, other, first=first, last=last, beside=beside)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None
    if case is None:
        return found
    from foedus.relations.bonds.from_case import with_case

    return with_case(found, case)


def _held_back(bond: "Bond", allow: tuple[str, ...]) -> tuple[str, ...]:
    """Return the parts whose rows are not written, and say so."""
    from foedus.dossier.rendering.dyads import held_back

    found = held_back(bond, allow)
    for part, dataset in found.items():
        say(
            f"Left out of what is written: {part}, as {dataset} is not to be passed on. With the "
            f"publisher's permission: --pass-on {dataset}",
            style="yellow",
        )
    return tuple(found)


def _draw(words: "DyadWords", picture: Path, kept_back: tuple[str, ...]) -> None:
    """Write the picture and say where it is; raises FoedusError."""
    from foedus.dossier.dyads.stacking import stack_of
    from foedus.dossier.dyads.telling import told
    from foedus.dossier.rendering.dyads import written_picture

    try:
        drawn, rows = written_picture(
            stack_of(words), words.title(), tuple(told(words)), words.language, picture, kept_back
        )
    except OSError as error:
        raise FoedusError(f"{picture} could not be written: {error.strerror}.") from None
    say(f"Drawn: {drawn}; what it draws: {rows}")


def _write(words: "DyadWords", place: Path, kept_back: tuple[str, ...]) -> None:
    from foedus.dossier.dyads.stacking import stack_of
    from foedus.dossier.rendering.dyads import written_data

    try:
        files = written_data(words.bond, stack_of(words), place, kept_back)
    except OSError as error:
        raise FoedusError(f"{place} could not be written: {error.strerror}.") from None
    say(f"Written: {place}" + (f", {len(files)} files" if len(files) > 1 else ""))


def _print(title: str, told: Iterable["Told"]) -> None:
    print_lines([Line(0, title, "bold")])
    for each in told:
        print_lines([Line(0, ""), Line(0, each.heading, "bold underline")])
        if each.table:
            print_table(*each.table, indent=2)
        print_lines(Line(1, line) for line in each.lines)


def _as_json(bond: "Bond", words: "DyadWords") -> dict[str, object]:
    from foedus.dossier.dyads.telling import told

    return {
        "dyad": bond.dyad,
        "one": list(bond.one.actors),
        "other": list(bond.other.actors),
        "first": bond.first.isoformat(),
        "last": bond.last.isoformat(),
        "title": words.title(),
        "told": [{"heading": each.heading, "lines": list(each.lines)} for each in told(words)],
        "parts": {name: _part(part) for name, part in bond.parts.items()},
    }


def _part(part: "Part") -> dict[str, object]:
    return {
        "sources": [
            {
                "dataset": one.dataset,
                "title": one.title,
                "version": one.version,
                "covers": list(one.covers),
                "missing": one.missing,
                "citation": list(one.citation),
            }
            for one in part.sources
        ],
        "rows": [{name: _plain(value) for name, value in row.items()} for row in part.to_pylist()],
    }


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.date) else value
