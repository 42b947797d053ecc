"""`foedus treaty check`: what a document says of treaties, held against register and ATOP."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from foedus.cli.arguments import AsJson, Language, OwnTreaties, Spoken, edtf_day, instruments_with
from foedus.cli.output import Line, print_json, print_lines, say
from foedus.evidence import Day

if TYPE_CHECKING:
    from foedus.treaties.told.statement import Checked

__all__ = ["check"]

_COLOURS = {"agrees": "green", "contradicts": "red", "cannot be judged": "yellow"}


def check(
    file: Annotated[Path, typer.Argument(help="A .txt, .html, .pdf or .docx document.")],
    published: Annotated[
        Day | None,
        typer.Option(parser=edtf_day, metavar="DAY", help="When published, if known better."),
    ] = None,
    case: OwnTreaties = None,
    language: Language = Spoken.EN,
    as_json: AsJson = False,
) -> None:
    """Hold what a document says of treaties against what is coded: agrees, contested, or open."""
    import foedus
    from foedus.ledger.engines import engine_at
    from foedus.treaties.told.as_json import checked_json
    from foedus.treaties.told.checking import checked_statements

    reading = foedus.reading_at(file, published=published)
    with engine_at() as engine:
        found = checked_statements(reading, instruments_with(case), engine)
    if as_json:
        print_json([checked_json(one, language) for one in found])
        return
    print_lines(_lines(found, language))
    counts = Counter(one.verdict.value for one in found)
    say(
        f"{len(found)} statements about treaties in {file.name}: {counts['agrees']} agree, "
        f"{counts['contradicts']} contested, {counts['cannot be judged']} cannot be judged."
    )


def _lines(found: "Sequence[Checked]", language: str) -> Iterator[Line]:
    """The sentences of the text, under each what it says and what the sources say to it."""
    from foedus.treaties.told.saying import said_source, said_statement, said_verdict

    before, works = None, dict.fromkeys(each.work for one in found for each in one.evidence)
    for one in found:
        said = one.statement
        if said.start != before:
            yield from [Line(0, "")] if before is not None else []
            yield Line(0, f"« {' '.join(said.quote.split())} »", "bold")
            before = said.start
        words = said_statement(said, one.instrument, one.beside).said(language)
        verdict = said_verdict(one.verdict, language)
        yield Line(1, f"{verdict.upper()}  {words}", _COLOURS[one.verdict.value])
        for each in one.evidence:
            mark = {"agrees": "=", "contradicts": "≠"}.get(each.verdict.value, "?")
            yield Line(2, f"{mark} {said_source(each, language)}{each.words.said(language)}")
            yield Line(3, each.cites, "dim")
        if one.why and len({each.verdict for each in one.evidence}) > 1:
            yield Line(2, one.why.said(language), "yellow")
    for work in filter(None, works):
        yield Line(0, "")
        yield Line(0, work, "dim")
