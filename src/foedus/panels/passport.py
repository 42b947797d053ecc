"""What travels with a panel that is written to a file: where every column comes from."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from foedus.actors.codes import actor_with_code
from foedus.datasets.holdings import holding
from foedus.errors import MissingDataset
from foedus.panels.provenance import ColumnOrigin, datasets_of
from foedus.sources.registry import dataset

if TYPE_CHECKING:
    from foedus.panels.narrowing import CodeYears
    from foedus.panels.panel import Panel

__all__ = ["command", "dataset_sources", "passport"]


def passport(panel: "Panel") -> dict[str, object]:
    """Return the provenance of a panel as JSON takes it, the same for the same panel and data.

    `made_by` and `command` say how to make it again; `columns` where each comes from; `datasets`
    the terms, the citations (CSL-JSON) and the files that were imported, with their checksums.
    """
    origins = tuple(panel.columns.values())
    return {
        "made_by": f"foedus {version('foedus')}",
        "command": command(panel),
        "columns": [asdict(origin) for origin in origins],
        "datasets": [dataset_sources(name, origins) for name in datasets_of(origins)],
    }


def command(panel: "Panel") -> str:
    """Return the command that makes this panel: `foedus panel …`, without its output."""
    return " ".join(("foedus panel", *_words(panel)))


def dataset_sources(name: str, origins: Sequence[ColumnOrigin]) -> dict[str, Any]:
    """Return what is to be said of a dataset: its terms, what to cite, the files imported."""
    known = dataset(name)
    tables = dict.fromkeys(origin.table for origin in origins if origin.dataset == name)
    return {
        "name": name,
        "title": known.title,
        "publisher": known.publisher,
        "page": known.page,
        "terms": str(known.terms),
        "licence": known.licence,
        "citations": list(known.citations),
        "files": _each_once(file for table in tables for file in _files(name, table)),
    }


def _words(panel: "Panel") -> Iterator[str]:
    yield str(panel.grain)
    if panel.grain in ("dyad-year", "dyad-month"):
        yield "--directed" if panel.directed else "--undirected"
    yield f"--system {panel.system.name}"
    yield "--years {}-{}".format(*panel.years)
    for option, names in (("--dyad", 2), ("--state", 1)):
        if len(panel.narrowing.parties) == names:
            yield f"{option} {','.join(_party(panel, one) for one in panel.narrowing.parties)}"
    if panel.additions:
        yield f"--add {','.join(panel.additions)}"


def _party(panel: "Panel", codes: Sequence["CodeYears"]) -> str:
    held = codes[-1]
    in_its_life = dt.date((held.first + held.last) // 2, 7, 1)
    actor = actor_with_code(panel.system.name, held.code, in_its_life)
    return actor.id if actor else str(held.code)


def _each_once(files: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    return list({(file["table"], file["file"]): file for file in files}.values())


def _files(name: str, table: str) -> Iterator[dict[str, Any]]:
    """The files that a table was imported from; none for a table that no import has laid down.

    Where a file came from stays out: its path is nobody else's business.
    """
    try:
        record = holding(name, table)
    except MissingDataset:
        return
    for source in record.derived_from:
        yield from _files(name, source)
    for one in record.files:
        yield {
            "table": table,
            "file": one.file,
            "sha256": one.sha256,
            "version": one.release,
            "imported": one.imported,
        }
