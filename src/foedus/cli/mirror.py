"""`foedus mirror`: what exporters say they sent against what importers say they received."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from foedus.cli.arguments import AsJson, Language, Spoken
from foedus.cli.output import Line, print_json, print_lines
from foedus.cli.progress import patience
from foedus.dossier.sentence import read

if TYPE_CHECKING:
    from foedus.repercussions.mirror import Mirror

__all__ = ["mirror"]


def mirror(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="Trade as both sides report it, in CSV.")
    ],
    freight: Annotated[
        str,
        typer.Option(
            "--freight", metavar="LOW-HIGH", help="Freight and insurance, in per cent of value."
        ),
    ] = "6-10",
    most: Annotated[
        int, typer.Option("--most", min=1, metavar="N", help="How many gaps to show.")
    ] = 15,
    language: Language = Spoken.EN,
    as_json: AsJson = False,
) -> None:
    """Show where what was received differs from what was sent by more than freight explains.

    FILE is a CSV of UN Comtrade, or has the columns exporter, importer, period, product,
    by_exporter, by_importer. A gap is a question: what else may explain it stands beside it.
    """
    from foedus.repercussions.mirror import mirror_of
    from foedus.sources.trade_reports import trade_reports

    margin = _margin(freight)
    with patience("Comparing both sides"):
        found = mirror_of(trade_reports(file), margin)
    if as_json:
        from foedus.repercussions.sanctions.as_json import mirror_json

        print_json(mirror_json(found))
    else:
        print_lines(_lines(found, language, most))


def _margin(words: str) -> tuple[float, float]:
    low, _, high = words.replace("–", "-").replace("%", "").partition("-")
    try:
        margin = float(low) / 100, float(high or low) / 100
    except ValueError:
        raise typer.BadParameter(
            f"'{words}' is no range such as 6-10", param_hint="--freight"
        ) from None
    if not 0 <= margin[0] <= margin[1] <= 10:
        raise typer.BadParameter(f"'{words}' is no range such as 6-10", param_hint="--freight")
    return margin


def _lines(found: "Mirror", language: str, most: int) -> Iterator[Line]:
    from foedus.dossier.words.catalogue import words_in
    from foedus.dossier.words.channels import MirrorWords

    words = words_in(language)
    said = MirrorWords(found, words, "-")
    yield Line(0, said.heading(), "bold")
    yield from (Line(1, read(one)) for one in said.counts())
    yield Line(0, "")
    shown = [one for one in found.gaps if one.direction in ("over", "short")][:most]
    yield Line(0, words.text("mirror.shown" if shown else "mirror.none"), "bold")
    for gap in shown:
        yield Line(1, said.flow(gap), "bold")
        yield Line(2, read(said.gap(gap)))
        yield from (Line(3, read(one), "dim") for one in said.about(gap))
    yield Line(0, "")
    yield Line(0, words.text("mirror.caveat"), "dim")
