"""`foedus moved`: which third parties moved after an event, by how much, and how sure that is."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from foedus.cli.arguments import AsJson, Language, Spoken, check_ending, edtf_day, listed
from foedus.cli.output import Line, print_json, print_lines, print_table, say
from foedus.cli.progress import patience
from foedus.evidence import Day

if TYPE_CHECKING:
    from foedus.dossier.words.catalogue import Words
    from foedus.dossier.words.movements import MovementWords
    from foedus.repercussions.movements.movement import Movements

__all__ = ["moved"]


def moved(
    focus: Annotated[
        str | None,
        typer.Argument(
            metavar="ACTORS", help="Between whom it happened: RUS-PRK; not with --case."
        ),
    ] = None,
    on: Annotated[
        Day | None,
        typer.Option(
            "--on",
            parser=edtf_day,
            metavar="DAY",
            help="When: 2024-06-19, or days it lies between: 2024-06, 2013/2015.",
        ),
    ] = None,
    outcome: Annotated[
        str | None,
        typer.Option(
            metavar="WHAT",
            help="votes, ideal-points, trade, exercises; or a .csv or .parquet of yours.",
        ),
    ] = None,
    watch: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ACTORS", help="Third parties: KOR,JPN; of mentions, sources: all if not said."
        ),
    ] = None,
    case: Annotated[
        Path | None,
        typer.Option("--case", metavar="CASE", help="What the [[moved]] blocks of this case ask."),
    ] = None,
    picture: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Also draw it: a .svg or .png, its data beside it."),
    ] = None,
    language: Language = Spoken.EN,
    as_json: AsJson = False,
) -> None:
    """Say which third parties moved after an event, against dyads that it left out.

    Each with its interval, placebos in space and time, pre-trend, synthetic control and rate of
    false discovery; where no movement is seen, how large a one would have been seen.
    """
    check_ending(picture, ".svg", ".png")
    with patience("Comparing before and after"):
        found = _found(focus, on, outcome, listed(watch), case)
    from foedus.dossier.words.catalogue import words_in

    words = words_in(language)
    if picture:
        _draw(found, words, picture)
    if as_json:
        from foedus.repercussions.movements.as_json import movements_json

        print_json([movements_json(one) for one in found])
        return
    for one in found:
        _print(one, words)


def _found(
    focus: str | None, on: Day | None, outcome: str | None, watch: list[str], case: Path | None
) -> tuple["Movements", ...]:
    from foedus.repercussions.movements.asking import case_movements, movements_of

    if case is not None:
        if focus or on or outcome or watch:
            raise typer.BadParameter("--case asks what its case.toml says: give it alone")
        from foedus.cli.arguments import instruments_with
        from foedus.errors import FoedusError
        from foedus.repercussions.movements.movement import NotHeld
        from foedus.sources.case_folder import case_at

        asked = case_at(case)
        if not asked.movements:
            raise FoedusError(
                f"{case / 'case.toml'} does not ask who moved. Add a block, such as: [[moved]] "
                'outcome = "votes"'
            )
        found = case_movements(asked, instruments_with(case))
        for one in found:
            if isinstance(one, NotHeld):
                say(one.why)
        return tuple(one for one in found if not isinstance(one, NotHeld))
    if not focus or on is None or outcome is None:
        raise typer.BadParameter(
            "give ACTORS, --on DAY and --outcome WHAT, or --case CASE (see --help)"
        )
    actors = [name.strip() for name in re.split(r"[-–,]", focus) if name.strip()]
    file = Path(outcome)
    known = file if file.suffix.lower() in (".csv", ".parquet") else outcome
    return (movements_of(known, on, actors, watch),)


def _print(one: "Movements", words: "Words") -> None:
    from foedus.dossier.words.movements import MovementWords

    said = MovementWords(one, words, "all")
    print_lines(_lines(said))
    if one.pooled is not None:
        print_lines([Line(0, words.text("moved.table"), "bold")])
        print_table(*_leads(said), indent=1)
    print_lines(_ending(said))


def _lines(said: "MovementWords") -> Iterator[Line]:
    from foedus.dossier.sentence import read

    yield Line(0, said.head(), "bold")
    yield Line(0, said.unit, "dim")
    if said.found.unsaid is not None:
        yield Line(0, read(said.unsaid()))
        return
    yield Line(0, f"{read(said.design())} {read(said.reach())}".rstrip())
    for dyad in said.found.dyads:
        yield Line(0, "")
        yield Line(0, read(said.verdict(dyad)), "bold")
        if dyad.effect is None:
            continue
        yield Line(1, read(said.likelihood(dyad)))
        yield Line(1, read(said.confidence(dyad)))
        yield from (Line(1, read(sentence), "dim") for sentence in said.evidence(dyad))
    yield Line(0, "")
    yield from (Line(0, read(sentence)) for sentence in said.pooled())
    yield from (Line(0, read(sentence), "dim") for sentence in said.study())
    yield Line(0, "")


def _leads(said: "MovementWords") -> tuple[list[str], list[list[str]]]:
    """Return every lead and lag: mean gap, placebos, and each method of the event study."""
    found, words = said.found, said.words
    pooled, study = found.pooled, found.study
    if pooled is None:
        return [], []
    from foedus.dossier.words.movement_figures import since_event

    methods = {} if study is None else {one.method: one for one in study.results}
    heads = ["", words.text("moved.since"), words.text("moved.effect_name")]
    heads += [words.text("moved.placebo_band")] if pooled.low is not None else []
    heads += [words.text(f"moved.{name}") for name in methods]
    rows = []
    for row, place in enumerate(pooled.periods):
        since = since_event(said, place)
        cells = [
            said.period(found.outcome.periods[place]),
            f"{since:+d}",
            said.amount(float(pooled.leads_and_lags[row])),
        ]
        if pooled.low is not None and pooled.high is not None:
            cells.append(
                f"{said.amount(float(pooled.low[row]))} … {said.amount(float(pooled.high[row]))}"
            )
        for one in methods.values():
            told = dict(zip(one.relative, one.effects, strict=True)).get(since)
            cells.append("" if told is None else said.amount(float(told)))
        rows.append(cells)
    return heads, rows


def _ending(said: "MovementWords") -> Iterator[Line]:
    words, outcome = said.words, said.found.outcome
    yield Line(0, "")
    yield Line(0, words.text("moved.caveat"), "dim")
    if said.found.study is not None:
        yield Line(0, words.text("moved.few"), "dim")
    if outcome.file:
        yield Line(0, f"{outcome.file[0]}, SHA-256 {outcome.file[1][:12]}", "dim")
    for source in outcome.sources:
        yield from (Line(0, work, "dim") for work in source.citation)
    yield Line(0, "")


def _draw(found: tuple["Movements", ...], words: "Words", picture: Path) -> None:
    from foedus.dossier.rendering.movements import written_movements
    from foedus.dossier.words.movements import MovementWords

    for one in found:
        if one.pooled is None:
            say(f"Nothing to draw of {one.outcome.name}: nothing can be said.")
            continue
        file = (
            picture if len(found) == 1 else picture.with_stem(f"{picture.stem}-{one.outcome.name}")
        )
        drawn, rows = written_movements(MovementWords(one, words, "all"), file)
        say(f"Drawn: {drawn}, its data: {rows.name}")
