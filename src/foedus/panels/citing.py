"""How to cite what a panel is made of: the works of every dataset in it, each once.

The list of states counts: it decided which rows there are.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches

from foedus.errors import UnknownCitationFormat
from foedus.panels.provenance import ColumnOrigin, datasets_of
from foedus.sources import citations
from foedus.sources.registry import dataset

__all__ = ["FORMATS", "citations_of"]


def citations_of(origins: Sequence[ColumnOrigin], format: str = "bibtex") -> str:  # noqa: A002
    """Return the works to cite for these columns as "bibtex", "csl-json" or "text".

    BibTeX begins with one comment per dataset: the version that was imported, and its keys. Raises
    UnknownCitationFormat for another format.
    """
    if format not in FORMATS:
        nearest = get_close_matches(format, FORMATS) or list(FORMATS)
        raise UnknownCitationFormat(format, nearest)
    return FORMATS[format](origins)


def _bibtex(origins: Sequence[ColumnOrigin]) -> str:
    comments = "".join(f"% {line}\n" for line in _imported(origins))
    return f"{comments}\n{citations.bibtex(datasets_of(origins))}"


def _imported(origins: Sequence[ColumnOrigin]) -> Iterable[str]:
    for name in datasets_of(origins):
        versions = dict.fromkeys(one.version for one in origins if one.dataset == name)
        said = ", ".join(version for version in versions if version)
        keys = ", ".join(str(work["id"]) for work in dataset(name).citations)
        yield f"{name}{said and ' ' + said}: {keys}"


def _csl_json(origins: Sequence[ColumnOrigin]) -> str:
    works = citations.csl_json(datasets_of(origins))
    return json.dumps(works, ensure_ascii=False, indent=1) + "\n"


def _text(origins: Sequence[ColumnOrigin]) -> str:
    return citations.plain_text(datasets_of(origins))


FORMATS: dict[str, Callable[[Sequence[ColumnOrigin]], str]] = {
    "bibtex": _bibtex,
    "csl-json": _csl_json,
    "text": _text,
}
