"""`foedus forecast`: what may come next, how likely, and how what was said before turned out."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from foedus.cli.arguments import AsJson, Language, Spoken, check_ending, listed
from foedus.cli.forecast_words import (
    draw,
    listed_row,
    made_lines,
    scores_words,
    standing_lines,
)
from foedus.cli.output import print_data, print_json, print_lines, print_table, say
from foedus.cli.progress import patience

if TYPE_CHECKING:
    from foedus.repercussions.forecasts.made import Made
    from foedus.repercussions.forecasts.outcomes import Open
    from foedus.repercussions.forecasts.scoreboard import Entry, Scoreboard

__all__ = ["app"]

app = typer.Typer(
    help="Forecasts kept on a scoreboard: make, list, resolve, score.", no_args_is_help=True
)

SHIFT = "ideal-point"
TARGETS = ("onset", "escalation", "alliance", "defection", SHIFT)
LISTED = ("id", "made_on", "standing", "target", "who", "window", "forecast", "base", "outcome")
_PAIR = 2

Board = Annotated[
    Path | None,
    typer.Option("--file", metavar="FILE", help="The scoreboard; ./forecasts.jsonl if not said."),
]
OfCase = Annotated[
    Path | None,
    typer.Option("--case", metavar="CASE", help="The scoreboard of this case, and its actors."),
]


@app.command("make")
def make(
    target: Annotated[str, typer.Argument(metavar="TARGET", help=", ".join(TARGETS) + ".")],
    between: Annotated[
        list[str] | None,
        typer.Option(metavar="A,B", help="A pair of states; may be given again."),
    ] = None,
    of: Annotated[
        list[str] | None,
        typer.Option("--of", metavar="ACTORS", help=f"For {SHIFT}: states, RUS,PRK."),
    ] = None,
    year: Annotated[
        int | None, typer.Option(metavar="YEAR", help="Of which year; the next if not said.")
    ] = None,
    dataset: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="Whose outcome: mid or gml; the one that reaches further."
        ),
    ] = None,
    file: Board = None,
    case: OfCase = None,
    as_json: AsJson = False,
) -> None:
    """Forecast a year and write it to the scoreboard, with what it rests on.

    The day is the clock's. A year that the data cover already is marked a hindcast, one that had
    begun is marked late: neither is ever scored with true forecasts.
    """
    from foedus.repercussions.forecasts.scoreboard import added

    if target not in TARGETS:
        raise typer.BadParameter(f"'{target}' is none of {', '.join(TARGETS)}")
    path = _path(file, case)
    when = year or dt.date.today().year + 1
    with patience("Forecasting") as told:
        made = (
            _shifts(listed(of), case, when, told)
            if target == SHIFT
            else _dyads(target, _pairs(between or [], case), when, dataset, told)
        )
    for refusal in made.refused:
        say(f"foedus: {refusal}", style="yellow")
    if not made.entries:
        if made.refused:
            raise made.refused[0]
        raise typer.BadParameter("name whom: --between A,B, --of A,B or --case CASE")
    written = added(path, made.entries)
    if as_json:
        print_json({"file": str(path), "entries": list(made.entries), "written": len(written)})
        return
    print_lines(made_lines(made))
    there = len(made.entries) - len(written)
    say(f"Written to {path}: {len(written)}" + (f"; {there} stood there already" * bool(there)))


@app.command("list")
def show(
    file: Board = None,
    case: OfCase = None,
    only_open: Annotated[
        bool, typer.Option("--open", metavar="", help="Only those not yet resolved.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """List the forecasts of a scoreboard, after checking that nothing in it was changed."""
    board = _board(file, case)
    judged = board.resolutions
    shown = board.open if only_open else board.forecasts
    if as_json:
        print_json(
            {
                "file": str(board.path),
                "head": board.head,
                "torn": board.torn,
                "forecasts": [{**one, "resolution": judged.get(one["id"])} for one in shown],
            }
        )
        return
    print_data(LISTED, [listed_row(one, judged.get(one["id"])) for one in shown])
    say(f"{len(board.lines)} lines, none changed; the hash of the last is {board.head or '-'}")


@app.command("resolve")
def resolve(
    identity: Annotated[
        str | None,
        typer.Argument(metavar="ID", help="One forecast; all that are open if not said."),
    ] = None,
    outcome: Annotated[
        float | None,
        typer.Option(metavar="VALUE", help="What came of it: 1 yes, 0 no, or the shift."),
    ] = None,
    citation: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Where that is said; goes with --outcome.")
    ] = None,
    file: Board = None,
    case: OfCase = None,
    as_json: AsJson = False,
) -> None:
    """Score forecasts whose outcome has come: by the data now held, or by what you found.

    A forecast whose window is not over stays open, as does one that the data do not cover.
    """
    from foedus.repercussions.forecasts.outcomes import resolution, resolutions_from_data
    from foedus.repercussions.forecasts.scoreboard import added

    if (outcome is None) != (not (citation or "").strip()):
        raise typer.BadParameter("--outcome and --citation go together: what came, and who says so")
    board = _board(file, case)
    if outcome is not None:
        if identity is None:
            raise typer.BadParameter("--outcome is of one forecast: give its ID")
        entries = [resolution(_still_open(board, identity), outcome, {"citation": citation})]
        still: list[Open] = []
    else:
        with patience("Looking for outcomes"):
            entries, still = resolutions_from_data(board)
        if identity is not None:
            wanted = board.forecast(identity)["id"]
            entries = [one for one in entries if one["forecast"] == wanted]
            still = [one for one in still if one.forecast["id"] == wanted]
    written = added(board.path, entries)
    if as_json:
        print_json(
            {
                "resolved": list(written),
                "open": [{"id": one.forecast["id"], "why": one.why} for one in still],
            }
        )
        return
    print_table(
        ("forecast", "outcome", "scores"),
        ((one["forecast"], f"{one['outcome']:g}", scores_words(one["scores"])) for one in written),
    )
    for one in still:
        say(f"{one.forecast['id']} stays open: {one.why}")


@app.command("score")
def score(
    file: Board = None,
    case: OfCase = None,
    picture: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Draw what came against what was said: a .svg or .png."),
    ] = None,
    language: Language = Spoken.EN,
    as_json: AsJson = False,
) -> None:
    """Say how the forecasts of a scoreboard did: true ones, late ones and hindcasts apart."""
    from foedus.repercussions.forecasts.standing import standings

    check_ending(picture, ".svg", ".png")
    found = standings(_board(file, case))
    if picture:
        draw(found, picture, language)
    if as_json:
        print_json([one.as_json() for one in found])
    else:
        print_lines(standing_lines(found))


# --- Whom, and where it is kept -------------------------------------------------------------------


def _path(file: Path | None, case: Path | None) -> Path:
    from foedus.repercussions.forecasts.scoreboard import FILE

    if file and case:
        raise typer.BadParameter("--file and --case name two scoreboards: one is enough")
    if case and not case.is_dir():
        raise typer.BadParameter(f"'{case}' is no folder", param_hint="--case")
    return file or (case or Path()) / FILE


def _board(file: Path | None, case: Path | None) -> "Scoreboard":
    from foedus.repercussions.forecasts.scoreboard import scoreboard_at

    board = scoreboard_at(_path(file, case))
    if board.torn is not None:
        say(
            f"{board.path.name} ends with a line that a crash cut short ({len(board.torn)} "
            "characters); it counts as not written, and the next to write sets it apart.",
            style="yellow",
        )
    return board


def _still_open(board: "Scoreboard", identity: str) -> "Entry":
    from foedus.errors import FoedusError

    one = board.forecast(identity)
    if one["id"] in board.resolutions:
        raise FoedusError(f"{one['id']} is resolved already: nothing is resolved twice.")
    return one


def _pairs(between: list[str], case: Path | None) -> list[tuple[str, str]]:
    """Return the pairs named, or those of a case: in focus, with all others."""
    pairs = []
    for named in between:
        names = [name.strip() for name in named.split(",") if name.strip()]
        if len(names) != _PAIR:
            raise typer.BadParameter(f"'{named}' is no pair: RUS,UKR", param_hint="--between")
        pairs.append((names[0], names[1]))
    if pairs or case is None:
        return pairs
    from foedus.sources.case_folder import case_at

    of = case_at(case)
    focus, everyone = of.focus, dict.fromkeys((*of.focus, *of.watch))
    met = {frozenset((one, two)): (one, two) for one in focus for two in everyone if one != two}
    return list(met.values())


def _dyads(
    target: str, pairs: list[tuple[str, str]], year: int, dataset: str | None, told: Any
) -> "Made":
    from foedus.repercussions.forecasts.made import Made
    from foedus.repercussions.forecasts.making import dyad_forecasts

    return dyad_forecasts(target, pairs, year, dataset=dataset, told=told) if pairs else Made(())


def _shifts(actors: list[str], case: Path | None, year: int, told: Any) -> "Made":
    from foedus.repercussions.forecasts.made import Made
    from foedus.repercussions.forecasts.shift_making import shift_forecasts

    if not actors and case is not None:
        from foedus.sources.case_folder import case_at

        of = case_at(case)
        actors = list(dict.fromkeys((*of.focus, *of.watch)))
    return shift_forecasts(actors, year, told=told) if actors else Made(())
