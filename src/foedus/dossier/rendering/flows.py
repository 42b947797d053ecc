"""What two actors give each other as a picture that leaves the command line, its rows beside it."""

import textwrap
from dataclasses import replace
from pathlib import Path

from foedus.dossier.charts.drawing import WIDE, drawn, png
from foedus.dossier.rendering.downloads import as_csv
from foedus.dossier.rendering.standing_alone import written_with_rows
from foedus.dossier.sentence import read
from foedus.dossier.words.catalogue import Words
from foedus.dossier.words.flows import FlowWords
from foedus.dossier.words.flows_picture import flow_rows, flow_sides
from foedus.repercussions.flows import Exchange

__all__ = ["written_flows"]

_LETTERS = 130


def written_flows(exchange: Exchange, words: Words, file: Path) -> tuple[Path, Path] | None:
    """Write the bars of an exchange as .svg or .png, and its rows beside it; return both files.

    None where nothing is said to pass, in either direction. Raises FoedusError where nothing can be
    written.
    """
    sides = flow_sides(exchange, words)
    if sides is None:
        return None
    told = FlowWords(exchange, words)
    says = (words.text("flows.figure_subtitle"), *told.limits())
    notes = tuple(line for each in says for line in textwrap.wrap(each, _LETTERS))
    alone = replace(sides, title=read(told.title()), notes=notes)
    svg = drawn(alone, "picture", WIDE, "", words.language).file
    picture = png(svg) if file.suffix == ".png" else svg
    return written_with_rows(file, picture, as_csv(flow_rows(exchange)))
