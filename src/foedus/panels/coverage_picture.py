"""The coverage of a panel drawn: SVG for a page or a notebook.

One strip per column, years across. A strip is filled from below: what the data give, then zeros
that mean "none", then what is missing although covered; years outside coverage are hatched. Each
has a texture of its own, so that the picture is read without colour. `coverage_lines` draws the
same in the characters of a terminal.

Colours are those of the dossier (`dossier/rendering/static/dossier.css`), light and dark.
"""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from foedus.panels.coverage import ColumnCoverage, Count

__all__ = ["html", "known_as", "percent", "span", "svg", "ticks", "zeros"]

WIDTH = 848
LEFT, RIGHT = 176, 204
TOP = 90
# Multiples of the textures' period, so that each strip starts its texture alike.
ROW, STRIP, HEADING = 20, 12, 32
PLOT = WIDTH - LEFT - RIGHT
COVERAGE_AT, KNOWN_AT, ZERO_AT = WIDTH - 118, WIDTH - 58, WIDTH
LONGEST_NAME = 24

BANDS = ("values", "zeros", "missing", "outside")
WORDS = {
    "values": "value",
    "zeros": "zero: covered, and none there",
    "missing": "missing within coverage",
    "outside": "outside coverage",
}
SHORT_OF_ALL = 0.9995

_LIGHT = """--paper:#fbfaf6;--ink:#1d1c1a;--ink2:#4f4c45;--ink3:#69655c;--hair:#e6e2d7;
--value:#0072b2;--zero:#bcd8e8;--zero-line:#7fb2d2;--unk:#8f8a7e"""
_DARK = """--paper:#15181b;--ink:#ebe6da;--ink2:#c0bbae;--ink3:#9d988b;--hair:#2a3035;
--value:#56b4e9;--zero:#27485c;--zero-line:#2f6c8f;--unk:#8b8678"""

# A notebook says which theme it shows; a page of its own follows the reader's system.
_STYLE = f"""
.foedus-coverage{{{_LIGHT}}}
@media (prefers-color-scheme:dark){{.foedus-coverage{{{_DARK}}}}}
[data-jp-theme-light="true"] .foedus-coverage,.vscode-light .foedus-coverage{{{_LIGHT}}}
[data-jp-theme-light="false"] .foedus-coverage,.vscode-dark .foedus-coverage{{{_DARK}}}
.foedus-coverage{{font-family:"Source Sans 3","Source Sans Pro",Seravek,"Gill Sans Nova",Carlito,
Calibri,"Segoe UI","Noto Sans",sans-serif;font-variant-numeric:lining-nums tabular-nums}}
.foedus-coverage .paper{{fill:var(--paper)}}
.foedus-coverage text{{fill:var(--ink);font-size:13px}}
.foedus-coverage .title{{font-size:17px;font-weight:600}}
.foedus-coverage .dataset{{font-weight:600}}
.foedus-coverage .quiet{{fill:var(--ink3);font-size:12.5px}}
.foedus-coverage .rule{{stroke:var(--ink);stroke-width:1}}
.foedus-coverage .hair{{stroke:var(--hair);stroke-width:1}}
.foedus-coverage .values{{fill:var(--value)}}
.foedus-coverage .zeros{{fill:url(#foedus-zero)}}
.foedus-coverage .missing{{fill:url(#foedus-dots)}}
.foedus-coverage .outside{{fill:url(#foedus-hatch)}}
.foedus-coverage .zero-ground{{fill:var(--zero)}}
.foedus-coverage .zero-line{{stroke:var(--zero-line);stroke-width:1}}
.foedus-coverage .unknown{{fill:var(--unk)}}
.foedus-coverage .hatching{{stroke:var(--unk);stroke-width:1.5}}
"""
_TEXTURES = """<defs>
<pattern id="foedus-zero" width="4" height="4" patternUnits="userSpaceOnUse">\
<rect class="zero-ground" width="4" height="4"/>\
<line class="zero-line" x1="0" y1="3.5" x2="4" y2="3.5"/></pattern>
<pattern id="foedus-dots" width="4" height="4" patternUnits="userSpaceOnUse">\
<circle class="unknown" cx="2" cy="2" r="0.75"/></pattern>
<pattern id="foedus-hatch" width="6" height="6" patternUnits="userSpaceOnUse" \
patternTransform="rotate(45)"><line class="hatching" x1="3" y1="0" x2="3" y2="6"/></pattern>
</defs>"""


def svg(title: str, columns: Sequence["ColumnCoverage"]) -> str:
    """Return the picture as an SVG document of its own: strips by column, grouped by dataset."""
    years = _years(columns)
    body, height = _strips(columns, years)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="foedus-coverage" role="img" '
        f'viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}">'
        f"<title>{escape(f'What is known of {title}')}</title><style>{_STYLE}</style>{_TEXTURES}"
        f'<rect class="paper" width="{WIDTH}" height="{height}"/>'
        f'<line class="rule" x1="0" y1="0.5" x2="{WIDTH}" y2="0.5"/>'
        f"{_text(0, 26, _capital(title), 'title')}{_key()}"
        f"{_axis(years, height)}{body}</svg>"
    )


def html(title: str, columns: Sequence["ColumnCoverage"]) -> str:
    """Return the picture for a notebook: as wide as its place, never wider than drawn."""
    picture = svg(title, columns).replace(
        f'width="{WIDTH}" height', f'style="width:100%;max-width:{WIDTH}px;height:auto" data-height'
    )
    return f'<figure style="margin:0">{picture}</figure>'


def known_as(column: "ColumnCoverage") -> str:
    """Return the dataset of a column and the version that was imported."""
    return " ".join(filter(None, (column.origin.dataset, column.origin.version)))


def percent(part: int, whole: int) -> str:
    """Return a share in words that never round something to nothing, nor nearly all to all."""
    if not whole:
        return "–"
    share = part / whole
    if part and share < 1 - SHORT_OF_ALL:
        return "<0.1 %"
    if part < whole and share > SHORT_OF_ALL:
        return ">99.9 %"
    return f"{100 * share:.1f} %" if part not in (0, whole) else f"{100 * share:.0f} %"


def zeros(column: "ColumnCoverage") -> str:
    """Return the share of zeros that mean "none"; nothing for a column that holds no such zeros."""
    whole = column.whole
    return percent(whole.zeros, whole.rows) if column.origin.zero_when_absent else ""


def span(years: tuple[int | None, int | None]) -> str:
    """Return years of coverage as they are printed, an open end left open."""
    first, last = years
    if first is None and last is None:
        return "not stated"
    return f"{first or ''}–{last or ''}"


def ticks(first: int, last: int, at_most: int = 9) -> list[int]:
    """Return the round years to mark between two years, no more than asked."""
    for step in (1, 2, 5, 10, 20, 25, 50, 100, 200):
        marks = [year for year in range(first, last + 1) if year % step == 0]
        if len(marks) <= at_most:
            return marks
    return [first, last]


def _years(columns: Sequence["ColumnCoverage"]) -> tuple[int, int]:
    known = sorted({year for column in columns for year in column.years})
    return (known[0], known[-1]) if known else (0, 0)


def _key() -> str:
    place, parts = 0, []
    for band in BANDS:
        parts.append(f'<rect class="{band}" x="{place}" y="42" width="22" height="{STRIP}"/>')
        parts.append(_text(place + 28, 52, WORDS[band], "quiet"))
        place += 28 + int(6.1 * len(WORDS[band])) + 22
    return "".join(parts)


def _axis(years: tuple[int, int], height: int) -> str:
    first, last = years
    wide = PLOT / (last - first + 1)
    parts = [
        _text(COVERAGE_AT, TOP - 10, "coverage", "quiet", "end"),
        _text(KNOWN_AT, TOP - 10, "known", "quiet", "end"),
        _text(ZERO_AT, TOP - 10, "zero", "quiet", "end"),
    ]
    for year in ticks(first, last):
        x = round(LEFT + (year - first) * wide, 1)
        parts.append(f'<line class="hair" x1="{x}" y1="{TOP - 5}" x2="{x}" y2="{height}"/>')
        parts.append(_text(x, TOP - 10, str(year), "quiet", "middle"))
    return "".join(parts)


def _strips(columns: Sequence["ColumnCoverage"], years: tuple[int, int]) -> tuple[str, int]:
    parts, y = [], TOP - 6
    for dataset, group in groupby(columns, known_as):
        y += HEADING
        parts.append(_text(0, y - 6, dataset, "dataset"))
        for column in group:
            parts.append(_strip(column, years, y))
            y += ROW
    return "".join(parts), y + 8


def _strip(column: "ColumnCoverage", years: tuple[int, int], y: int) -> str:
    name, whole = column.column, column.whole
    shown = name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "…"
    baseline = y + STRIP - 2
    return (
        f"<g><title>{escape(_sentence(column))}</title>{_text(12, baseline, shown)}"
        f"{''.join(_bands(column.years, years, y))}"
        f"{_text(COVERAGE_AT, baseline, span(column.origin.years), 'quiet', 'end')}"
        f"{_text(KNOWN_AT, baseline, percent(whole.known, whole.rows), 'quiet', 'end')}"
        f"{_text(ZERO_AT, baseline, zeros(column), 'quiet', 'end')}</g>"
    )


def _sentence(column: "ColumnCoverage") -> str:
    whole = column.whole
    shares = ", ".join(
        f"{WORDS[band]} {percent(getattr(whole, band), whole.rows)}"
        for band in BANDS
        if getattr(whole, band)
    )
    return f"{column.column}: {column.origin.meaning} ({shares})"


def _bands(counts: dict[int, "Count"], years: tuple[int, int], y: int) -> Iterator[str]:
    first, last = years
    wide = PLOT / (last - first + 1)
    heights = {year: _heights(count) for year, count in counts.items()}
    for number, band in enumerate(BANDS):
        edges = [
            (year, heights[year][number : number + 2] if year in heights else None)
            for year in range(first, last + 1)
        ]
        path = ""
        for edge, run in groupby(edges, lambda one: one[1]):
            of_run = [year for year, _ in run]
            if edge is None or edge[0] == edge[1]:
                continue
            left = LEFT + (of_run[0] - first) * wide
            right = LEFT + (of_run[-1] + 1 - first) * wide
            low, high = y + STRIP - edge[0], y + STRIP - edge[1]
            path += f"M{left:.1f} {low:g}H{right:.1f}V{high:g}H{left:.1f}Z"
        if path:
            yield f'<path class="{band}" d="{path}"/>'


def _heights(count: "Count") -> tuple[float, ...]:
    """Return how high each band ends, in pixels to the half; what is there at all is seen."""
    ends, cells = [0.0], 0
    for band in BANDS:
        part = getattr(count, band)
        cells += part
        exact = round(2 * STRIP * cells / count.rows) / 2
        ends.append(max(exact, ends[-1] + 1) if part else max(exact, ends[-1]))
    over = ends[-1] - STRIP
    return tuple(ends) if over <= 0 else tuple(max(0.0, min(end, STRIP)) for end in ends)


def _text(x: float, y: float, words: str, kind: str = "", anchor: str = "start") -> str:
    named = f' class="{kind}"' if kind else ""
    placed = f' text-anchor="{anchor}"' if anchor != "start" else ""
    return f'<text x="{x:g}" y="{y:g}"{named}{placed}>{escape(words)}</text>'


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
