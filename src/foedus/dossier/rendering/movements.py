"""Who moved, as a picture of its own: every estimate, and all dyads before and after the event."""

from pathlib import Path

from foedus.dossier.charts.drawing import WIDE, drawn, png
from foedus.dossier.figures import MovementBoard
from foedus.dossier.rendering.downloads import as_csv
from foedus.dossier.rendering.standing_alone import written_with_rows
from foedus.dossier.words.movement_figures import (
    cloud_of,
    effect_rows,
    effects_of,
    leads_of,
    moved_first,
)
from foedus.dossier.words.movements import MovementWords

__all__ = ["movement_board_of", "written_movements"]


def movement_board_of(said: MovementWords) -> MovementBoard:
    """Return the estimates, all dyads together through time, and the first dyad's control."""
    w = said.words
    figure = said.begun(w.text("moved.figure", outcome=said.outcome))
    panels: list[tuple[str, str, object]] = [
        (figure, w.text("moved.figure_subtitle", unit=said.begun(said.unit)), effects_of(said))
    ]
    leads = leads_of(said)
    if leads is not None:
        panels.append((leads.describes, w.text("moved.leads_subtitle"), leads))
    first = next((one for one in moved_first(said) if one.synthetic.control is not None), None)
    cloud = first and cloud_of(said, first)
    if cloud:
        panels.append((said.begun(cloud.describes), w.text("moved.cloud_subtitle"), cloud))
    return MovementBoard(
        title=said.head(),
        panels=tuple(panels),  # type: ignore[arg-type]
        source=f"{w.text('moved.caveat')} {said.source}",
        describes=said.head(),
    )


def written_movements(said: MovementWords, file: Path) -> tuple[Path, Path]:
    """Write the picture as .svg or .png, and its rows beside it; return both files."""
    svg = drawn(movement_board_of(said), "picture", WIDE, "", said.words.language).file
    made = png(svg) if file.suffix == ".png" else svg
    return written_with_rows(file, made, as_csv(effect_rows(said)))
