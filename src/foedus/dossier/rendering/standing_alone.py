"""A picture that leaves the dossier: with its title and source in it, and its data beside it."""

from pathlib import Path

from foedus.dossier.blocks import Data
from foedus.dossier.charts.drawing import WIDE, drawn, png
from foedus.dossier.figures import Drawable, Stack
from foedus.dossier.rendering.downloads import as_csv
from foedus.errors import FoedusError
from foedus.sources.whole import whole_or_not_at_all

__all__ = ["written_drawing", "written_stack", "written_with_rows"]


def written_stack(stack: Stack, rows: Data, file: Path, language: str) -> tuple[Path, Path]:
    """Write a stack as .svg or .png, and its rows beside it; return both files."""
    return written_drawing(stack, rows, file, language)


def written_drawing(figure: Drawable, rows: Data, file: Path, language: str) -> tuple[Path, Path]:
    """Write a figure that says itself what it shows as .svg or .png, its rows beside it."""
    svg = drawn(figure, "picture", WIDE, "", language).file
    return written_with_rows(file, png(svg) if file.suffix == ".png" else svg, as_csv(rows))


def written_with_rows(file: Path, picture: str | bytes, rows: str) -> tuple[Path, Path]:
    """Write a picture or page and the rows behind it, whole or not at all; return both files.

    The rows stand in `NAME.data.csv`, never under the name of a table that somebody brought. Raises
    FoedusError where nothing can be written.
    """
    beside = file.with_suffix(".data.csv")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with whole_or_not_at_all(beside) as unfinished:
            unfinished.write_text(rows, encoding="utf-8", newline="")
        with whole_or_not_at_all(file) as unfinished:
            unfinished.write_bytes(picture if isinstance(picture, bytes) else picture.encode())
    except OSError as error:
        raise FoedusError(f"{file} could not be written: {error.strerror}.") from None
    return file, beside
