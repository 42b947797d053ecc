"""The frame of every page about treaties: a piece for a notebook, or a page that loads nothing.

A kind of piece is a template that fills `piece.html` and a style sheet of the same name beside it,
in the folder `templates` of its package. Colours, letters, light and dark, print and what is
escaped (everything) are the same for all.
"""

from collections.abc import Mapping
from functools import cache

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

__all__ = ["drawn_page", "drawn_piece"]

_HOME = "foedus.treaties"
_COLONS = {"en": ":", "fr": "\u00a0:"}


def drawn_piece(
    kind: str, language: str, values: Mapping[str, object], package: str = _HOME
) -> str:
    """Return a piece of this kind: an element with its style, to stand in somebody else's page."""
    return _drawn("piece", kind, language, values, package)


def drawn_page(
    kind: str,
    language: str,
    values: Mapping[str, object],
    width: int,
    package: str = _HOME,
) -> str:
    """Return a piece of this kind as a document, at most so many pixels wide.

    Its name is the title among the values.
    """
    return _drawn("page", kind, language, {**values, "width": width}, package)


def _drawn(frame: str, kind: str, language: str, values: Mapping[str, object], package: str) -> str:
    # A page begins with its heading; a piece stands below headings of somebody else's.
    first = 1 if frame == "page" else 2
    template = "page.html" if frame == "page" else f"{kind}.html"
    return (
        _environment(package)
        .get_template(template)
        .render(
            kind=kind,
            language=language,
            colon=_COLONS["fr" if language == "fr" else "en"],
            heading=[f"h{first + depth}" for depth in range(3)],
            **values,
        )
    )


@cache
def _environment(package: str) -> Environment:
    return Environment(
        loader=ChoiceLoader([PackageLoader(one) for one in dict.fromkeys((package, _HOME))]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
    )
