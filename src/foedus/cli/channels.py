"""`foedus channels`: what can pass from one to another, what bounds it, which links to close."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from foedus.cli.arguments import AsJson, Language, Spoken, calendar_day, check_ending
from foedus.cli.output import Line, print_json, print_lines, say
from foedus.cli.progress import patience
from foedus.dossier.sentence import read
from foedus.errors import FoedusError

if TYPE_CHECKING:
    from foedus.repercussions.channels import WaysRound
    from foedus.sources.channel_file import Channel, ChannelFile

__all__ = ["channels"]


def channels(
    file: Annotated[
        Path | None,
        typer.Argument(metavar="[FILE]", help="A table of channels, in CSV.", show_default=False),
    ] = None,
    giver: Annotated[str, typer.Option("--from", metavar="WHO", help="Where it comes from.")] = "",
    taker: Annotated[str, typer.Option("--to", metavar="WHO", help="Where it goes.")] = "",
    cut: Annotated[
        int, typer.Option("--cut", min=0, max=20, metavar="K", help="How many links may be closed.")
    ] = 1,
    what: Annotated[
        str | None,
        typer.Option("--what", metavar="WHAT", help="What passes, where the table has several."),
    ] = None,
    on: Annotated[
        dt.date | None,
        typer.Option(
            "--on", parser=calendar_day, metavar="DAY", help="Only channels open that day."
        ),
    ] = None,
    case: Annotated[
        Path | None,
        typer.Option("--case", metavar="CASE", help="The channels.csv of this case."),
    ] = None,
    picture: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Also draw it: a file that ends in .svg or .png."),
    ] = None,
    language: Language = Spoken.EN,
    as_json: AsJson = False,
) -> None:
    """Say how much can pass from one to another, which links bound it, and which to close.

    Capacities are ranges: each answer is given for the least and for the greatest. The choice of
    links is exact, with its proof, or with the bound that was reached.
    """
    from foedus.repercussions.channels import ways_round
    from foedus.sources.channel_file import channel_file, node_named

    check_ending(picture, ".svg", ".png")
    path = _path(file, case)
    if not giver or not taker:
        raise typer.BadParameter("say --from whom and --to whom")
    ends = (node_named(giver), node_named(taker))
    if ends[0] == ends[1]:
        raise typer.BadParameter(f"--from and --to are both {ends[0]}")
    held = channel_file(path)
    kept = _alike(held, what)
    with patience("Seeking the links to close"):
        found = ways_round(kept, *ends, closing=cut, on=on)
    if picture:
        _draw(found, held, picture, language)
    if as_json:
        from foedus.repercussions.sanctions.as_json import ways_json

        print_json({"file": held.name, "sha256": held.sha256, **ways_json(found)})
    else:
        print_lines(_lines(found, held, language))


def _path(file: Path | None, case: Path | None) -> Path:
    if (file is None) == (case is None):
        raise typer.BadParameter("name one table of channels, or a --case that has one")
    if file is not None:
        return file
    assert case is not None
    path = case / "channels.csv"
    if not path.is_file():
        raise FoedusError(
            f"{case} has no channels.csv. Make one with the columns from, to, what, unit, low, "
            "high, since, until, source."
        )
    return path


def _alike(held: "ChannelFile", what: str | None) -> "list[Channel]":
    """Return the channels of one kind and unit; a table of several needs to be told which."""
    from foedus.repercussions.channels import kinds_of

    kinds = kinds_of(held.channels)
    named = [kind for kind in kinds if what is None or what in (kind[0], _said(kind))]
    if len(named) == 1:
        return [one for one in held.channels if (one.what, one.unit) == named[0]]
    there = "; ".join(_said(kind) for kind in kinds)
    problem = f"'{what}' is none" if not named else "several things pass in these channels"
    raise typer.BadParameter(f"{problem}: {there}", param_hint="--what")


def _said(kind: tuple[str, str]) -> str:
    return f"{kind[0]} ({kind[1]})" if kind[1] else kind[0]


def _draw(found: "WaysRound", held: "ChannelFile", picture: Path, language: str) -> None:
    """Write the picture and say where it is; raises FoedusError."""
    from foedus.dossier.rendering.channels import written_picture

    try:
        for path in written_picture(found, held, picture, language):
            say(f"Drawn: {path}")
    except OSError as error:
        raise FoedusError(f"{picture} could not be written: {error.strerror}.") from None


def _lines(found: "WaysRound", held: "ChannelFile", language: str) -> Iterator[Line]:
    from foedus.dossier.words.catalogue import words_in
    from foedus.dossier.words.channels import ChannelWords

    words = words_in(language)
    said = ChannelWords(found, words, "-")
    yield Line(0, said.heading(), "bold")
    yield Line(1, read(said.flow()))
    yield from (Line(1, read(one)) for one in said.counts())
    yield Line(0, "")
    yield from (Line(1, read(one)) for one in said.cuts())
    if found.closing:
        yield Line(0, "")
        yield from (Line(1, read(one), "bold") for one in said.choices())
    yield Line(0, "")
    yield Line(0, words.text("channels.sources"), "bold")
    for one in found.channels:
        told = words.text("channels.source", link=said.link(one), source=one.source)
        yield Line(1, told, "dim")
    yield Line(0, "")
    yield Line(0, words.text("channels.caveat"), "dim")
    yield Line(0, words.text("channels.file", file=held.name, sum=held.sha256), "dim")
