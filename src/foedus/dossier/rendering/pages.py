"""A dossier's pages as text: everything that comes from a source is escaped, always."""

from collections.abc import Iterable, Mapping
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from foedus.dossier.blocks import Block, Cell
from foedus.dossier.charts.theme import HATCH, LIGHT
from foedus.dossier.dossier import Dossier, Page
from foedus.dossier.exhibit import Grade
from foedus.dossier.likelihood import Likelihood
from foedus.dossier.rendering.policy import META_POLICY
from foedus.dossier.sentence import read
from foedus.dossier.words.catalogue import Words, words_in
from foedus.dossier.words.days import percent_words

__all__ = ["Pages"]


class Pages:
    """Draws the pages of one dossier. `drawings` holds, by figure, its wide and narrow drawing."""

    def __init__(self, dossier: Dossier, drawings: Mapping[str, Any]) -> None:
        self._dossier = dossier
        self._words = words_in(dossier.language)
        self._environment = _environment(dossier, self._words)
        self._environment.globals.update(drawings=drawings)

    def index(self) -> str:
        """Return the page of the dossier itself."""
        return self._drawn("index.html", root="", heading=self._dossier.title)

    def document(self, page: Page) -> str:
        """Return the page of one document, its passages marked."""
        return self._drawn("document.html", root="../", heading=page.title, page=page)

    def missing(self) -> str:
        """Return the page served where an address leads nowhere."""
        return self._drawn("missing.html", root="/", heading=self._dossier.title)

    def _drawn(self, template: str, **values: object) -> str:
        return self._environment.get_template(template).render(**values)


def _environment(dossier: Dossier, words: Words) -> Environment:
    environment = Environment(
        loader=PackageLoader("foedus.dossier.rendering"),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    environment.globals.update(
        dossier=dossier,
        policy=META_POLICY,
        w=words.text,
        number_of=dossier.number_of,
        source_of=dossier.source_of,
        titles={exhibit.id: exhibit.title for exhibit in dossier.exhibits},
        tokens={colour: name for name, colour in LIGHT.items()} | {HATCH: "hair"},
        runs_of=lambda evidence: _runs(dossier, evidence),
        template_of=_template_of,
        head_of=_head_of,
        band_words=lambda like: _band_words(words, like),
        graded=lambda grade: _graded(words, grade),
        opening=_opening,
        closing=_closing,
    )
    return environment


def _template_of(block: Block) -> str:
    return f"blocks/{type(block).__name__.lower()}.html"


def _head_of(cell: Cell) -> str:
    return read(cell.lines[0].sentence) if cell.lines else ""


def _runs(dossier: Dossier, evidence: Iterable[str]) -> list[tuple[int, int]]:
    """Return the numbers of the sources behind evidence, ascending, as runs: 1, 3 to 7, 9."""
    runs: list[tuple[int, int]] = []
    for number in sorted({dossier.source_of[one].number for one in evidence}):
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs


def _band_words(words: Words, like: Likelihood) -> str:
    low, high = percent_words(words, like.low), percent_words(words, like.high)
    return f"{low.removesuffix(' %').removesuffix(chr(160) + '%')}–{high}"


def _graded(words: Words, grade: Grade) -> str:
    if grade.reliability is None and grade.credibility is None:
        return words.text("grade.none")
    return words.text(
        "grade.grade",
        reliability=grade.reliability or words.text("grade.ungraded"),
        credibility=grade.credibility or words.text("grade.ungraded"),
    )


def _opening(language: str | None) -> str:
    return "«\u00a0" if language == "fr" else "“"


def _closing(language: str | None) -> str:
    return "\u00a0»" if language == "fr" else "”"
