"""The reliability of a scoreboard as a picture that stands alone, its data beside it."""

from pathlib import Path

from foedus.dossier.blocks import Data
from foedus.dossier.charts.drawing import WIDE, drawn, png
from foedus.dossier.rendering.downloads import as_csv
from foedus.dossier.rendering.standing_alone import written_with_rows
from foedus.dossier.sections.forecasts import reliability_figure
from foedus.dossier.words.catalogue import words_in
from foedus.repercussions.forecasts.reliability import Group
from foedus.repercussions.forecasts.standing import Standing

__all__ = ["written_reliability"]


def written_reliability(of: Standing, file: Path, language: str) -> tuple[Path, Path]:
    """Write what came against what was said as .svg or .png; return picture and rows.

    Raises FoedusError where nothing can be written.
    """
    groups = [
        [one.forecasts, one.events, one.said, one.came, one.low, one.high] for one in of.groups
    ]
    figure = reliability_figure(groups, words_in(language), "")
    svg = drawn(figure, "reliability", WIDE, "", language).file
    rows = Data(
        tuple(Group.__slots__),
        tuple(tuple(getattr(one, name) for name in Group.__slots__) for one in of.groups),
    )
    return written_with_rows(file, png(svg) if file.suffix == ".png" else svg, as_csv(rows))
