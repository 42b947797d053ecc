"""An entanglement as a picture of its own: an SVG that follows light and dark, or a page of it."""

from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from foedus.dossier.charts.call_steps import WIDTH, Panel, call_steps, wrapped
from foedus.dossier.charts.theme import LIGHT, SANS
from foedus.dossier.words.entanglement import EntanglementWords, Note
from foedus.repercussions.entanglement import Entanglement

__all__ = ["entanglement_page", "entanglement_svg", "written_picture"]

MARGIN = 28
LINE, AFTER_PANEL, AFTER_NOTE = 18, 26, 12
LETTERS = 140
"""How many letters go into a line across the picture."""
_LOOKS = {True: "sure", False: "doubt", None: "small"}
_SHOWN = ("ink", "ink2", "ink3", "paper", "rule", "coop", "cont")
_DARK = {
    "paper": "#15181b",
    "ink": "#ebe6da",
    "ink2": "#c0bbae",
    "ink3": "#9d988b",
    "rule": "#434a50",
    "coop": "#56b4e9",
    "cont": "#e0a3c8",
}


@dataclass(frozen=True, slots=True)
class _Line:
    """A line across the picture; `look` is "title", "heading", "bold", "plain", "sure", "doubt"."""

    x: float
    y: float
    words: str
    look: str


@dataclass(frozen=True, slots=True)
class _Placed:
    """A panel and the height at which it begins."""

    y: float
    panel: Panel


def entanglement_svg(found: Entanglement, language: str) -> str:
    """Return the picture: a column per step, a box per group of actors reached alike."""
    words = EntanglementWords(found, language)
    lines = [_Line(0, 20, words.title(), "title"), _Line(0, 44, words.enemy(), "plain")]
    lines.append(_Line(0, 64, words.legend(), "small"))
    panels, y = [], 104.0
    for web in found.webs:
        lines.append(_Line(0, y, words.heading(web), "heading"))
        y += 16
        if web.reached:
            panels.append(_Placed(y, call_steps(found.actor, web, words)))
            y += panels[-1].panel.height + AFTER_PANEL
        else:
            lines.append(_Line(0, y + LINE, words.nobody(), "plain"))
            y += LINE + AFTER_PANEL
        for note in words.notes(web):
            added = _noted(note, y)
            lines += added
            y = added[-1].y + AFTER_NOTE + LINE
        y += AFTER_PANEL
    for limit in words.limits():
        lines += (across := _across(limit, 0, y, "small"))
        y = across[-1].y + LINE
    return _drawn(
        "entanglement.svg",
        words=words,
        width=WIDTH + 2 * MARGIN,
        height=y + MARGIN,
        margin=MARGIN,
        lines=lines,
        panels=panels,
        light={name: LIGHT[name] for name in _SHOWN},
        dark=_DARK,
        sans=SANS,
    )


def entanglement_page(found: Entanglement, language: str) -> str:
    """Return a page of HTML with the picture in it, and nothing from elsewhere."""
    return _drawn(
        "entanglement.html",
        words=EntanglementWords(found, language),
        picture=entanglement_svg(found, language),
        width=WIDTH + 2 * MARGIN,
        light=LIGHT,
        dark=_DARK,
    )


def written_picture(found: Entanglement, file: Path, language: str) -> Path:
    """Write the picture to a file, as a page if its name ends in .html, and return the file."""
    drawn = entanglement_page if file.suffix == ".html" else entanglement_svg
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(drawn(found, language), encoding="utf-8")
    return file


def _noted(note: Note, y: float) -> list[_Line]:
    lines = [_Line(0, y, note.title, "bold")]
    for entry in note.entries:
        lines += _across(entry.head, 16, lines[-1].y + LINE, "plain")
        for text, sure in entry.clauses:
            lines += _across(text, 32, lines[-1].y + LINE, _LOOKS[sure])
    return lines


def _across(words: str, x: float, y: float, look: str) -> list[_Line]:
    return [
        _Line(x, y + number * LINE, line, look)
        for number, line in enumerate(wrapped(words, LETTERS))
    ]


def _drawn(template: str, **values: object) -> str:
    environment = Environment(
        loader=PackageLoader("foedus.dossier.rendering"),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(template).render(**values)
