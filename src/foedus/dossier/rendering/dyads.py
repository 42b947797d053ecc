"""A dyad as files: a picture in SVG or PNG, or a page that opens anywhere; its rows beside it."""

import html
import re
from collections.abc import Iterable, Sequence
from importlib import resources
from pathlib import Path

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq
from jinja2 import Environment, PackageLoader, StrictUndefined

from foedus.dossier.charts.drawing import NARROW, WIDE, Drawing, drawn, png
from foedus.dossier.dyads.saying import Told
from foedus.dossier.dyads.stacking import drawn_rows
from foedus.dossier.figures import Stack
from foedus.dossier.rendering.downloads import as_csv, as_parquet
from foedus.dossier.rendering.standing_alone import written_with_rows
from foedus.relations.bonds import Bond, Part
from foedus.sources.licence import refusals

__all__ = ["ENDINGS", "dyad_page", "held_back", "notebook_html", "written_data", "written_picture"]

ENDINGS = (".svg", ".png", ".html")


def written_picture(
    figure: Stack,
    title: str,
    told: Sequence[Told],
    language: str,
    file: Path,
    without: Iterable[str] = (),
) -> tuple[Path, Path]:
    """Write the picture and, beside it, the rows it draws; return both files.

    The rows of parts in `without`, which may not be passed on (`held_back`), are left out of them.
    Raises ValueError for a file that ends in none of `ENDINGS`, FoedusError where nothing can be
    written.
    """
    if file.suffix not in ENDINGS:
        raise ValueError(f"'{file}' ends in none of {', '.join(ENDINGS)}")
    made: str | bytes
    match file.suffix:
        case ".html":
            made = dyad_page(figure, title, told, language)
        case ".png":
            made = png(_drawing(figure, language).file)
        case _:
            made = _drawing(figure, language).file
    return written_with_rows(file, made, as_csv(drawn_rows(figure, without)))


def written_data(bond: Bond, figure: Stack, place: Path, without: Iterable[str] = ()) -> list[Path]:
    """Write the tables: into a folder each part as CSV and Parquet; into a file what is drawn.

    Parts in `without`, which may not be passed on (`held_back`), are left out.
    """
    left_out = frozenset(without)
    if place.suffix in (".csv", ".parquet"):
        place.parent.mkdir(parents=True, exist_ok=True)
        rows = drawn_rows(figure, left_out)
        if place.suffix == ".csv":
            place.write_text(as_csv(rows), encoding="utf-8", newline="\n")
        else:
            place.write_bytes(as_parquet(rows))
        return [place]
    place.mkdir(parents=True, exist_ok=True)
    kept = (part for name, part in bond.parts.items() if name not in left_out)
    return [path for part in kept for path in _part_files(part, place)]


def held_back(bond: Bond, allow: Iterable[str] = ()) -> dict[str, str]:
    """Return the parts that rest on data not to be passed on, and the dataset each rests on.

    `allow` names datasets that somebody holds permission for. Raises UnknownDataset for a name that
    is none.
    """
    allowed = tuple(allow)
    found = {}
    for name, part in bond.parts.items():
        held = [each.dataset for each in part.held if each.dataset not in ("register", "case")]
        for refusal in refusals(held, allowed):
            found[name] = refusal.dataset
    return found


def _part_files(part: Part, folder: Path) -> Iterable[Path]:
    parquet, text = folder / f"{part.name}.parquet", folder / f"{part.name}.csv"
    pq.write_table(part.rows, parquet)
    pa.csv.write_csv(_flat(part.rows), text)
    return parquet, text


def _flat(rows: pa.Table) -> pa.Table:
    """Return the rows with lists as text, which CSV has no place for."""
    columns = [
        pa.array([None if v is None else "; ".join(map(str, v)) for v in rows[name].to_pylist()])
        if pa.types.is_list(rows.schema.field(name).type)
        else rows[name]
        for name in rows.column_names
    ]
    return pa.table(columns, names=rows.column_names)


def dyad_page(figure: Stack, title: str, told: Sequence[Told], language: str) -> str:
    """Return a page of HTML: the picture and the words; it loads nothing."""
    return (
        _environment()
        .get_template("dyad.html")
        .render(
            title=title,
            told=told,
            language=language,
            wide=_drawing(figure, language).page,
            narrow=drawn(figure, "dyad-n", NARROW, "", language).page,
            tokens=_tokens(),
        )
    )


def notebook_html(figure: Stack, title: str, told: Sequence[Told], language: str = "en") -> str:
    """Return the picture and the words for a cell of a notebook, without a page around them."""
    values = {"title": title, "told": told, "picture": _drawing(figure, language).file}
    return _environment().get_template("dyad_cell.html").render(values)


def _drawing(figure: Stack, language: str) -> Drawing:
    return drawn(figure, "dyad", WIDE, "", language)


def _tokens() -> str:
    """Return the colours and faces of the dossier's pages, light and dark."""
    text = resources.files(__package__).joinpath("static", "dossier.css").read_text("utf-8")
    return text[: text.index("\n* {")]


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("foedus.dossier.rendering"),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["marked"] = _marked
    return environment


def _marked(line: str) -> str:
    """Return a line as HTML: its addresses are links, what stands between backticks is code."""
    said = re.sub(r"`([^`]*)`", r"<code>\1</code>", html.escape(line, quote=False))
    return re.sub(r"https://[^\s<]*[^\s<.,;)]", r'<a href="\g<0>">\g<0></a>', said)
