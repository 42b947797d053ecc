"""`foedus entangle`: who is one, two, three steps from war with an actor, and through whom."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from foedus.cli.arguments import (
    AsJson,
    Language,
    OnDay,
    OwnTreaties,
    Spoken,
    check_ending,
    instruments_with,
)
from foedus.cli.output import Line, print_json, print_lines, say
from foedus.cli.output import words as notices
from foedus.errors import FoedusError

if TYPE_CHECKING:
    from foedus.dossier.words.entanglement import EntanglementWords
    from foedus.repercussions.entanglement import Entanglement, Web

__all__ = ["entangle"]

LOOKS = {True: "blue", False: "magenta", None: "dim"}
"""By whether a clause surely calls; None where it calls to words only."""


def entangle(
    actor: Annotated[str, typer.Argument(help="Who is attacked, or called: KOR, Poland, …")],
    on: OnDay = None,
    against: Annotated[
        list[str] | None,
        typer.Option(metavar="WHO", help="The enemy; given again, one of several together."),
    ] = None,
    picture: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Also draw it: a file that ends in .svg or .html."),
    ] = None,
    case: OwnTreaties = None,
    language: Language = Spoken.EN,
    as_json: AsJson = False,
) -> None:
    """Say who is one, two, three steps from war through whom, and without whom others stay out.

    The register is asked, and every alliance since 1815 once `foedus data get atop` has been run.
    """
    from foedus.actors.names import actor_named
    from foedus.repercussions.entanglement import entanglement
    from foedus.repercussions.entanglement.as_json import entanglement_json
    from foedus.treaties.asking import instruments_asked

    check_ending(picture, ".svg", ".html")
    day = on or dt.date.today()
    asked = actor_named(actor, day).id
    enemies = [actor_named(one, day).id for one in against or ()]
    if asked in enemies:
        raise typer.BadParameter(f"{asked} is not its own enemy")
    instruments = instruments_asked(own=instruments_with(case) if case else None).instruments
    with notices.status("Following the duties", spinner="line"):
        found = entanglement(asked, day, instruments, enemies)
    if picture:
        _draw(found, picture, language)
    if as_json:
        print_json(entanglement_json(found, language))
    else:
        print_lines(_lines(found, language))


def _draw(found: "Entanglement", picture: Path, language: str) -> None:
    """Write the picture and say where it is; raises FoedusError."""
    from foedus.dossier.rendering.entanglement import written_picture

    try:
        say(f"Drawn: {written_picture(found, picture, language)}")
    except OSError as error:
        raise FoedusError(f"{picture} could not be written: {error.strerror}.") from None


def _lines(found: "Entanglement", language: str) -> Iterator[Line]:
    from foedus.dossier.words.entanglement import EntanglementWords

    words = EntanglementWords(found, language)
    yield Line(0, words.title(), "bold")
    yield Line(0, words.enemy())
    for web in found.webs:
        yield Line(0, "")
        yield Line(0, words.heading(web), "bold underline")
        yield from _reached(web, words)
        for note in words.notes(web):
            yield Line(1, note.title, "bold")
            for entry in note.entries:
                yield Line(2, entry.head)
                yield from (Line(3, text, LOOKS[sure]) for text, sure in entry.clauses)
    yield Line(0, "")
    for limit in words.limits():
        yield Line(0, limit, "dim")


def _reached(web: "Web", words: "EntanglementWords") -> Iterator[Line]:
    from foedus.repercussions.entanglement.groups import alike

    if not web.reached:
        yield Line(1, words.nobody())
    for steps in sorted({one.steps for one in web.reached}):
        groups = alike(web.at(steps), web.toward)
        yield Line(1, words.count(groups), "bold")
        for group in groups:
            sureness = words.sureness(group)
            names = words.names.listed(group.actors)
            yield Line(2, f"{names} ({sureness})" if sureness else names)
            for way in group.ways:
                yield Line(3, words.way(way, steps), LOOKS[way.sure])
