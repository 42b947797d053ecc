"""A figure drawn: its Vega-Lite specification, and a picture that follows the page's theme.

Pictures come out of vl-convert with the light colours written in. For the page, each colour becomes
the CSS variable that owns it, hatching becomes a pattern, ids are made unique to the figure and
links lead to the evidence drawer. For downloading, the picture keeps its colours and loses its
links.
"""

import json
import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from functools import cache
from typing import Any

import altair as alt
import vl_convert
from altair.utils.schemapi import debug_mode

from foedus.dossier.charts.clock import clock_chart
from foedus.dossier.charts.curves import curves_chart
from foedus.dossier.charts.dot_rows import dot_rows_chart
from foedus.dossier.charts.effects import effects_chart
from foedus.dossier.charts.exchanges import exchanges_chart
from foedus.dossier.charts.expected import expected_chart
from foedus.dossier.charts.flows import flows_chart
from foedus.dossier.charts.gap_paths import gap_chart
from foedus.dossier.charts.matrix import matrix_chart
from foedus.dossier.charts.monthly import monthly_chart
from foedus.dossier.charts.movement_board import movement_board
from foedus.dossier.charts.reliability import reliability_chart
from foedus.dossier.charts.role_bars import hinge_bars_chart, role_bars_chart
from foedus.dossier.charts.stack import stack_chart
from foedus.dossier.charts.theme import CONFIG, HATCH, LIGHT
from foedus.dossier.charts.timeline import timeline_chart
from foedus.dossier.charts.turning import turning_chart
from foedus.dossier.figures import (
    Clock,
    Curves,
    DotRows,
    Drawable,
    Effects,
    ExpectedCounts,
    FlowSides,
    GapPaths,
    HingeBars,
    Matrix,
    MonthlyTies,
    MovementBoard,
    Reliability,
    RoleBars,
    Stack,
    Timeline,
    TurningSeries,
    YearlyExchanges,
)

__all__ = ["Drawing", "drawn", "javascript", "png", "specification"]

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
WIDE, NARROW = 848, 350
NUMBERS = {
    "fr": {"decimal": ",", "thousands": "\u202f", "grouping": [3], "currency": ["", "\u00a0€"]}
}
"""How a language writes numbers, where that is not Vega's own way."""
ET.register_namespace("", SVG)
ET.register_namespace("xlink", XLINK)


@dataclass(frozen=True, slots=True)
class Drawing:
    """One figure at one width: its specification, the picture for the page, the one to keep."""

    spec: dict[str, Any]
    page: str
    file: str


def drawn(
    figure: Drawable, name: str, width: int, not_covered: str, language: str = "en"
) -> Drawing:
    """Return `figure` drawn `width` pixels wide; `name` makes its ids unique on the page.

    `not_covered` is what is written over months or years that nobody covers. Numbers on an axis are
    written as in `language`.
    """
    spec = specification(figure, width, not_covered, language)
    svg = _numbered_from_one(vl_convert.vegalite_to_svg(spec))
    return Drawing(spec, _for_page(svg, name, figure.describes), _for_file(svg, name))


def specification(
    figure: Drawable, width: int, not_covered: str, language: str = "en"
) -> dict[str, Any]:
    """Return the Vega-Lite specification of a figure, in the theme."""
    # Altair would check each of some hundred parts against its schema; the tests check the whole.
    with debug_mode(False):
        chart = _chart(figure, width, not_covered)
        # Rows are tuples (`marks.chart_of`), which are no arrays to those who read the dictionary.
        spec: dict[str, Any] = json.loads(json.dumps(chart.to_dict(validate=False)))
    spec["config"] = CONFIG
    if language in NUMBERS:
        spec["config"] = {**CONFIG, "locale": {"number": NUMBERS[language]}}
    return spec


def png(svg: str, scale: float = 2.0) -> bytes:
    """Return a downloadable picture as PNG, at `scale` pixels for each of the drawing's."""
    return bytes(vl_convert.svg_to_png(svg, scale=scale))


@cache
def javascript() -> str:
    """Return Vega, Vega-Lite and Vega-Embed in one script, to be kept beside the page."""
    # A module would not load from a file; wrapped, its names stay its own.
    bundle = vl_convert.javascript_bundle("window.vegaEmbed = vegaEmbed;")
    return f"(function () {{\n{bundle}\n}})();\n"


def _chart(figure: Drawable, width: int, not_covered: str) -> alt.TopLevelMixin:
    match figure:
        case Timeline():
            return timeline_chart(figure, width)
        case MonthlyTies():
            return monthly_chart(figure, width, not_covered)
        case YearlyExchanges():
            return exchanges_chart(figure, width, not_covered)
        case TurningSeries():
            return turning_chart(figure, width, not_covered)
        case ExpectedCounts():
            return expected_chart(figure, width, not_covered)
        case Clock():
            return clock_chart(figure, width)
        case Curves():
            return curves_chart(figure, width)
        case Matrix():
            return matrix_chart(figure, width)
        case RoleBars():
            return role_bars_chart(figure, width)
        case HingeBars():
            return hinge_bars_chart(figure, width)
        case DotRows():
            return dot_rows_chart(figure, width)
        case Stack():
            return stack_chart(figure, width)
        case Effects():
            return effects_chart(figure, width)
        case GapPaths():
            return gap_chart(figure, width)
        case MovementBoard():
            return movement_board(figure, width)
        case Reliability():
            return reliability_chart(figure, width)
        case FlowSides():
            return flows_chart(figure, width)


def _numbered_from_one(svg: str) -> str:
    # Vega counts its clips through the whole life of the process: the same chart, other bytes.
    names = dict.fromkeys(re.findall(r'id="((?:clip|gradient_)\d+)"', svg))
    numbers = {name: str(number) for number, name in enumerate(names, start=1)}
    return re.sub(
        r"\b(clip|gradient_)(\d+)\b",
        lambda found: found[1] + numbers.get(found[0], found[2]),
        svg,
    )


def _for_page(svg: str, name: str, describes: str) -> str:
    root = ET.fromstring(svg)
    variables = {colour: f"var(--{token})" for token, colour in LIGHT.items()}
    for element in root.iter():
        _make_unique(element, name)
        for attribute in ("fill", "stroke"):
            colour = element.get(attribute)
            if colour in variables:
                element.set(attribute, variables[colour])
            elif colour == HATCH:
                element.set(attribute, f"url(#hatch-{name})")
        _lead_to_evidence(element)
        _say_nothing_of_machinery(element)
    _add_hatching(root, name, variables[LIGHT["rule"]])
    _drop_background(root)
    _describe(root, describes)
    return ET.tostring(root, encoding="unicode")


def _for_file(svg: str, name: str) -> str:
    root = ET.fromstring(svg)
    for element in root.iter():
        for attribute in ("fill", "stroke"):
            if element.get(attribute) == HATCH:
                element.set(attribute, f"url(#hatch-{name})")
        if element.tag == f"{{{SVG}}}a":
            element.tag = f"{{{SVG}}}g"
            element.attrib.pop(f"{{{XLINK}}}href", None)
    _add_hatching(root, name, LIGHT["rule"])
    return ET.tostring(root, encoding="unicode")


def _make_unique(element: ET.Element, name: str) -> None:
    if identity := element.get("id"):
        element.set("id", f"{name}-{identity}")
    for attribute, value in element.attrib.items():
        if "url(#" in value:
            element.set(attribute, re.sub(r"url\(#(?!hatch)", f"url(#{name}-", value))


def _lead_to_evidence(element: ET.Element) -> None:
    address = element.attrib.pop(f"{{{XLINK}}}href", None)
    if address is None:
        return
    # vl-convert resolves addresses against a public site; only the fragment is ours.
    evidence = address.partition("#ev=")[2]
    element.set("href", f"#x-{evidence}")
    element.set("class", "ev")
    element.set("data-ev", evidence)
    told = next((child.get("aria-label") for child in element if child.get("aria-label")), None)
    if told:
        element.set("aria-label", told)
        ET.SubElement(element, f"{{{SVG}}}title").text = told


def _say_nothing_of_machinery(element: ET.Element) -> None:
    """Leave to a screen reader the description and the links, not each axis and tick of Vega's."""
    for attribute in ("aria-roledescription", "aria-hidden", "role"):
        element.attrib.pop(attribute, None)
    if element.tag != f"{{{SVG}}}a":
        element.attrib.pop("aria-label", None)


def _add_hatching(root: ET.Element, name: str, colour: str) -> None:
    definitions = ET.Element(f"{{{SVG}}}defs")
    pattern = ET.SubElement(
        definitions,
        f"{{{SVG}}}pattern",
        {
            "id": f"hatch-{name}",
            "width": "6",
            "height": "6",
            "patternUnits": "userSpaceOnUse",
            "patternTransform": "rotate(45)",
        },
    )
    ET.SubElement(
        pattern,
        f"{{{SVG}}}line",
        {"x1": "0", "y1": "0", "x2": "0", "y2": "6", "stroke": colour, "stroke-width": "1.6"},
    )
    root.insert(0, definitions)


def _drop_background(root: ET.Element) -> None:
    for child in list(root):
        if child.tag == f"{{{SVG}}}rect":
            root.remove(child)


def _describe(root: ET.Element, describes: str) -> None:
    root.set("role", "img")
    root.set("aria-label", describes)
    for attribute in ("width", "height", "version"):
        root.attrib.pop(attribute, None)
