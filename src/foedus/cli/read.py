"""`foedus read`: the evidence in documents, and by which way each piece of it was read."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import track

from foedus.cli.arguments import AsJson, edtf_day
from foedus.cli.output import Line, print_json, print_lines, print_table, say, words
from foedus.cli.second import (
    AnswersIn,
    AtEndpoint,
    ByModel,
    RequestBudget,
    TokenBudget,
    print_second,
    require_heard,
    second_as_json,
    seconds_by,
)
from foedus.errors import FoedusError, MissingLanguage, UnreadableDocument
from foedus.evidence import Assertion, Day
from foedus.reading.reading import Reading

if TYPE_CHECKING:
    from foedus.reading.second import SecondReading

__all__ = ["read"]

COLUMNS = ("who", "does", "to whom", "when", "how sure", "says", "in the words")


def read(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE…", help=".txt, .html, .pdf or .docx documents.")
    ],
    published: Annotated[
        Day | None,
        typer.Option(parser=edtf_day, metavar="DAY", help="When published, if known better."),
    ] = None,
    language: Annotated[
        str | None,
        typer.Option(metavar="XX", help="Its language, if known better: en fr ja ko ru uk zh."),
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="For every item the rule, the entry and the words.")
    ] = False,
    model: ByModel = None,
    endpoint: AtEndpoint = None,
    budget: RequestBudget = 100,
    tokens: TokenBudget = None,
    answers: AnswersIn = None,
    as_json: AsJson = False,
) -> None:
    """Read documents: who does what to whom, who says so, when, and how surely.

    With --json one document prints one object, several a list.
    """
    readings, refused = _readings(files, published, language)
    seconds = seconds_by(readings, model, endpoint, budget, tokens, answers)
    both = list(zip_longest(readings, seconds))
    if as_json:
        found = [_as_json(reading, second, explain) for reading, second in both]
        if len(files) > 1 or found:
            print_json(found[0] if len(files) == 1 else found)
    else:
        for reading, second in both:
            _print(reading, explain)
            if second is not None:
                print_second(reading, second)
    for refusal in refused:
        say(str(refusal), style="red")
    if refused:
        raise typer.Exit(refused[0].exit_code)
    require_heard(seconds)


def _readings(
    files: Sequence[Path], published: Day | None, language: str | None
) -> tuple[list[Reading], list[FoedusError]]:
    """What could be read, and the refusals of the rest; a bar shows where several take long."""
    import foedus

    readings: list[Reading] = []
    refused: list[FoedusError] = []
    shown = words.is_terminal and len(files) > 1
    for file in track(files, "reading", console=words, transient=True, disable=not shown):
        try:
            readings.append(foedus.reading_at(file, published=published, language=language))
        except (UnreadableDocument, MissingLanguage) as refusal:
            refused.append(refusal)
    return readings, refused


def _as_json(reading: Reading, second: "SecondReading | None", explain: bool) -> dict[str, object]:
    from foedus.reading.explaining import explanations

    found = reading.as_dict()
    if explain:
        found["explanations"] = [one.as_dict() for one in explanations(reading)]
    if second is not None:
        found["second"] = second_as_json(reading, second)
    return found


def _print(reading: Reading, explain: bool) -> None:
    if explain:
        print_lines(_explained(reading))
    else:
        print_table(COLUMNS, (_row(assertion) for assertion in reading.assertions))
    for notice in reading.notices:
        say(notice, style="yellow")
    say(
        f"{len(reading.assertions)} assertions, {len(reading.mentions)} mentions of actors, "
        f"{len(reading.treaties)} treaties, {len(reading.works)} notes in {reading.name}."
    )


def _explained(reading: Reading) -> Iterator[Line]:
    from foedus.reading.explaining import explanations

    for one in explanations(reading):
        quote = " ".join(one.quote.split())
        yield Line(0, f"{one.item} {one.start}-{one.end}: {quote}", "bold")
        yield Line(1, one.value)
        for name, way in one.path:
            yield Line(2, f"{name}: {way}" if name else way, "dim")


def _row(assertion: Assertion) -> list[object]:
    speaker = assertion.attributed_to
    return [
        " ".join(assertion.initiator),
        assertion.event_type or "–",
        " ".join(assertion.target),
        assertion.day,
        assertion.modality,
        (speaker.name or speaker.represents) if speaker else None,
        " ".join(assertion.passage.quote.split()),
    ]
