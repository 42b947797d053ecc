"""A dossier as a folder that opens anywhere: no network, no server, nothing but its own files."""

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from foedus.dossier.blocks import Data, Figure, Table, WhatIf
from foedus.dossier.charts.drawing import NARROW, WIDE, Drawing, drawn, javascript, png
from foedus.dossier.dossier import Dossier
from foedus.dossier.figures import Drawable
from foedus.dossier.rendering.downloads import as_csv, as_parquet
from foedus.dossier.rendering.pages import Pages
from foedus.dossier.words.catalogue import words_in

__all__ = ["rendered"]


@dataclass(frozen=True, slots=True)
class _Drawings:
    wide: Drawing
    narrow: Drawing


def rendered(dossier: Dossier, folder: Path) -> Path:
    """Write a dossier into `folder` and return the path of its first page, `index.html`.

    Beside it: `documents/` (each text in full, its passages marked), `assets/` (stylesheet, script,
    the charts' library), `data/` (every figure and table as CSV and Parquet, every figure as SVG
    and PNG). The folder is replaced when the new one is whole, never before.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}-") as name:
        fresh = Path(name) / folder.name
        _write(dossier, fresh)
        if folder.exists():
            shutil.rmtree(folder)
        fresh.rename(folder)
    return folder / "index.html"


def _write(dossier: Dossier, folder: Path) -> None:
    drawings = {name: _drawings(dossier, name, what) for name, what in _drawables(dossier)}
    pages = Pages(dossier, drawings)
    for part in ("documents", "assets", "data"):
        (folder / part).mkdir(parents=True)
    _text(folder / "index.html", pages.index())
    _text(folder / "404.html", pages.missing())
    for page in dossier.pages:
        _text(folder / "documents" / f"{page.id}.html", pages.document(page))
    for name in ("dossier.css", "dossier.js"):
        source = resources.files(__package__).joinpath("static", name)
        _text(folder / "assets" / name, source.read_text(encoding="utf-8"))
    _text(folder / "assets" / "vega.js", javascript())
    for name, data in _tables(dossier):
        _text(folder / "data" / f"{name}.csv", as_csv(data))
        (folder / "data" / f"{name}.parquet").write_bytes(as_parquet(data))
    for name, drawing in drawings.items():
        _text(folder / "data" / f"{name}.svg", drawing.wide.file)
        (folder / "data" / f"{name}.png").write_bytes(png(drawing.wide.file))


def _drawings(dossier: Dossier, name: str, what: Drawable) -> _Drawings:
    uncovered = words_in(dossier.language).text("figure.not_covered")
    return _Drawings(
        wide=drawn(what, f"{name}-w", WIDE, uncovered, dossier.language),
        narrow=drawn(what, f"{name}-n", NARROW, uncovered, dossier.language),
    )


def _drawables(dossier: Dossier) -> Iterator[tuple[str, Drawable]]:
    for section in dossier.sections:
        for block in section.blocks:
            if isinstance(block, Figure):
                yield block.id, block.drawing
            elif isinstance(block, WhatIf):
                yield from ((day.id, day.clock) for day in block.days if day.clock)


def _tables(dossier: Dossier) -> Iterator[tuple[str, Data]]:
    for section in dossier.sections:
        for block in section.blocks:
            if isinstance(block, (Figure, Table)):
                yield block.id, block.data
            elif isinstance(block, WhatIf):
                yield from ((each.id, each.data) for day in block.days for each in day.tables)


def _text(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
