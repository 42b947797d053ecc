"""`foedus scenario`: what part everybody would play, by which chains, hanging on what."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from foedus.cli.arguments import AsJson, CaseFolder, Language, Spoken, check_ending
from foedus.cli.output import Line, print_data, print_json, print_lines, print_table, say
from foedus.cli.progress import patience
from foedus.errors import FoedusError

if TYPE_CHECKING:
    from foedus.dossier.words.scenarios import Group, ScenarioWords
    from foedus.repercussions.scenarios import ScenarioAnswers, SideBySide
    from foedus.sources.case import Case

__all__ = ["scenario"]

MOST_ROWS, MOST_JUDGED, MOST_HINGES, MOST_DIFFERENCES, MOST_WAYS = 20, 8, 6, 8, 12
MOST_OF_GROUP = 2
MOST_DRAWS = 2_000_000
OFTEN = 0.005
"""Roles below this share everywhere have no column, actors below it no row."""


def scenario(
    case: CaseFolder,
    id: Annotated[  # noqa: A002
        str | None, typer.Argument(metavar="[ID]", help="Which scenario; without, they are listed.")
    ] = None,
    beside: Annotated[
        str | None,
        typer.Option(metavar="ID", help="Another scenario of the case, to compare it with."),
    ] = None,
    draws: Annotated[
        int, typer.Option(min=200, max=MOST_DRAWS, help="How many wars to draw.")
    ] = 100_000,
    seed: Annotated[int, typer.Option(min=0, help="The same seed draws the same wars.")] = 0,
    picture: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Also draw the parts: a .svg, .png or .html, the data beside it."
        ),
    ] = None,
    language: Language = Spoken.EN,
    as_json: AsJson = False,
) -> None:
    """Say what part each actor would play in a scenario of the case, by which chains, how likely.

    A scenario is a `[[scenario]]` of case.toml: its opening acts and what the analyst assumes.
    """
    from foedus.sources.case_folder import case_at

    check_ending(picture, ".svg", ".png", ".html")
    found = case_at(case)
    if id is None:
        if beside or picture:
            raise typer.BadParameter("--beside and --picture go with the ID of a scenario")
        _list(found, as_json=as_json)
        return
    for name in filter(None, (id, beside)):
        if name not in [one.id for one in found.scenarios]:
            known = ", ".join(one.id for one in found.scenarios) or "none"
            raise typer.BadParameter(f"'{name}' is no scenario of the case; it has: {known}")
    if beside == id:
        raise typer.BadParameter("a scenario is compared with another one")
    answers, compared = _drawn(found, id, beside, draws, seed)
    for message in answers.missing:
        say(message)
    if as_json:
        _print_json(answers, compared, language)
        return
    from foedus.dossier.words.scenarios import ScenarioWords

    outlooks = [one for _, one in answers.outlooks if one is not None]
    if not outlooks:
        from foedus.dossier.words.catalogue import words_in

        print_lines([Line(0, words_in(language).text("scenario.no_war"))])
        return
    for one in outlooks:
        _print(ScenarioWords(one, language), (*found.focus, *found.watch))
    if compared is not None:
        print_lines(_beside(ScenarioWords(compared.one, language), compared))
    if picture:
        _draw(ScenarioWords(outlooks[-1], language), picture)


def _drawn(
    case: "Case", name: str, beside: str | None, draws: int, seed: int
) -> "tuple[ScenarioAnswers, SideBySide | None]":
    from foedus.repercussions.scenarios import scenario_answers, side_by_side
    from foedus.treaties.instruments import instruments_of, register_with

    asked = next(one for one in case.scenarios if one.id == name)
    other = beside or asked.beside
    with patience(f"Drawing {draws:,} wars"):
        answers = scenario_answers(
            case,
            register_with(instruments_of(case.treaties)),
            {name, *([other] if other else [])},
            draws,
            seed,
        )
        by_id = {one.scenario.id: one for one in answers}
        one, two = by_id[name], by_id.get(other or "")
        compared = None
        if two is not None and one.last is not None and two.last is not None:
            compared = side_by_side(one.last, two.last)
    return one, compared


def _list(case: "Case", *, as_json: bool) -> None:
    rows: list[dict[str, object]] = [
        {
            "id": one.id,
            "acts": [act.act for act in one.acts] or [one.act],
            "places": [act.place for act in one.acts if act.place]
            or ([one.place] if one.place else []),
            "on": [day.edtf for day in (*one.days, *(act.on for act in one.acts))],
            "assumed": [each.that for each in one.assumed],
            "beside": one.beside,
        }
        for one in case.scenarios
    ]
    if not rows and not as_json:
        say("The case has no [[scenario]]: docs/how-to/run-a-scenario.md says how to write one.")
        return
    print_data(("id", "acts", "places", "on", "assumed", "beside"), rows, as_json=as_json)


def _print_json(answers: "ScenarioAnswers", compared: "SideBySide | None", language: str) -> None:
    from foedus.repercussions.scenarios.as_json import outlook_json, side_by_side_json

    print_json(
        {
            "outlooks": [
                outlook_json(one, language) for _, one in answers.outlooks if one is not None
            ],
            "beside": None if compared is None else side_by_side_json(compared),
            "missing": list(answers.missing),
        }
    )


def _print(words: "ScenarioWords", near: Sequence[str]) -> None:
    w, found = words.w, words.found
    groups = words.groups(near)
    shown = groups[:MOST_ROWS]
    print_lines([*(Line(0, act, "bold") for act in words.acts()), Line(0, "")])
    roles = [
        role
        for role in words.roles()
        if any(role in one.roles and one.roles[role].mean >= OFTEN for one in shown)
    ]
    asked = [w.text("scenario.reach_head")] if found.setting.left is not None else []
    rows = [
        (
            words.group_name(one),
            *(words.spread(one.roles[role]) if role in one.roles else "" for role in roles),
            *(words.reach(one) for _ in asked),
        )
        for one in shown
    ]
    if rows:
        heads = (w.text("scenario.actor"), *(words.role(role) for role in roles), *asked)
        print_table(heads, rows)
    if len(groups) > len(shown):
        print_lines([Line(0, w.text("scenario.others_more", number=len(groups) - len(shown)))])
    print_lines(_lines(words, shown))


def _lines(words: "ScenarioWords", shown: "Sequence[Group]") -> Iterator[Line]:
    w, found = words.w, words.found
    error = max(spread.error for one in found.actors for spread in one.roles.values())
    thousands = f"{found.cascade.draws:,}".replace(",", "\u202f" if words.language == "fr" else ",")
    points = f"{100 * error:.0f}"
    yield Line(0, w.text("scenario.draws", draws=thousands, seed=found.seed, error=points), "dim")
    yield Line(0, "")
    for one in shown[:MOST_JUDGED]:
        if said := words.judgement(one):
            yield Line(0, said)
    yield Line(0, words.confidence())
    ways = [
        (way.share, words.way(way.steps))
        for group in shown
        for one in group.actors[:MOST_OF_GROUP]
        for way in one.ways[:2]
        if way.share >= OFTEN
    ]
    if ways:
        yield Line(0, "")
        yield Line(0, w.text("scenario.ways"), "bold underline")
    for share, said in ways[:MOST_WAYS]:
        yield Line(1, w.text("scenario.way", share=words.share(share), way=said))
    yield from _hinges(words)
    if balance := list(words.balance()):
        yield Line(0, "")
        yield Line(0, w.text("scenario.capabilities"), "bold underline")
        yield from (Line(1, text) for text in balance)
    yield Line(0, "")
    yield Line(0, w.text("scenario.limits"), "bold underline")
    yield from (Line(1, text, "dim") for text in words.limits())


def _hinges(words: "ScenarioWords") -> Iterator[Line]:
    w, found = words.w, words.found
    judged = {one.id for one in found.opening.assumed}
    moving = [
        hinge
        for place, hinge in enumerate(found.hinges)
        if hinge.assumption in judged
        or (place < MOST_HINGES and abs(hinge.at_high - hinge.at_low) >= OFTEN)
    ]
    if not moving:
        return
    yield Line(0, "")
    yield Line(0, w.text("scenario.hangs"), "bold underline")
    for hinge in moving:
        yield Line(1, words.hinge(hinge))
        yield Line(2, f"{words.bounds(hinge.assumption)}, {words.ground(hinge.assumption)}", "dim")
        confirm, refute = words.would_move(hinge.assumption)
        yield Line(2, w.text("scenario.confirms", words=confirm), "dim")
        yield Line(2, w.text("scenario.refutes", words=refute), "dim")


def _beside(words: "ScenarioWords", beside: "SideBySide") -> Iterator[Line]:
    w = words.w
    yield Line(0, "")
    yield Line(0, w.text("scenario.beside", other=beside.other.opening.scenario.id), "bold")
    if not beside.differences:
        yield Line(1, w.text("scenario.same"))
    for names, differences in words.apart(beside)[:MOST_DIFFERENCES]:
        yield Line(1, names, "bold")
        for one in differences:
            yield Line(
                2,
                w.text(
                    "scenario.difference",
                    role=words.role(one.role),
                    one=words.share(one.one.mean),
                    other=words.share(one.other.mean),
                    points=words.points(one.difference),
                ),
            )
        if turns := differences[0].turns:
            said = words.turns(turns[0], beside)
            yield Line(3, w.text("scenario.makes", turns=said), "dim")
    there = type(words)(beside.other, words.language)
    if beside.only_one:
        yield Line(1, w.text("scenario.only_here", clauses=words.clauses(beside.only_one)))
    if beside.only_other:
        yield Line(1, w.text("scenario.only_there", clauses=there.clauses(beside.only_other)))


def _draw(words: "ScenarioWords", picture: Path) -> None:
    """Write the picture and its data, and say where they are; raises FoedusError."""
    from foedus.dossier.rendering.scenarios import written_picture

    try:
        for file in written_picture(words, picture):
            say(f"Drawn: {file}")
    except OSError as error:
        raise FoedusError(f"{picture} could not be written: {error.strerror}.") from None
