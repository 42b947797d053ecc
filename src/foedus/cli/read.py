"""`foedus read`: the evidence in one document."""

from pathlib import Path
from typing import Annotated

import typer

from foedus.cli.arguments import AsJson, edtf_day
from foedus.cli.output import print_json, print_table, say
from foedus.evidence import Assertion, Day

__all__ = ["read"]

COLUMNS = ("who", "does", "to whom", "when", "how sure", "says", "in the words")


def read(
    file: Annotated[Path, typer.Argument(help="A .txt, .html, .pdf or .docx document.")],
    published: Annotated[
        Day | None,
        typer.Option(parser=edtf_day, metavar="DAY", help="When published, if known better."),
    ] = None,
    language: Annotated[
        str | None, typer.Option(metavar="XX", help="Its language: fr or en, if known better.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Read one document: who does what to whom, who says so, when, and how surely."""
    import foedus

    reading = foedus.reading_at(file, published=published, language=language)
    if as_json:
        print_json(foedus.export(reading))
        return
    print_table(COLUMNS, (_row(assertion) for assertion in reading.assertions))
    say(
        f"{len(reading.assertions)} assertions, {len(reading.mentions)} mentions of actors, "
        f"{len(reading.treaties)} treaties, {len(reading.works)} notes in {file.name}."
    )


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
