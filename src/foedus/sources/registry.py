"""What each dataset is: who publishes it, which release, where, under which terms, how to cite it.

`registry.yaml` holds the facts. It is checked whole when first asked for: all its faults are
reported at once, each with its line.
"""

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from foedus.errors import UnknownDataset
from foedus.sources.registry_file import registered
from foedus.sources.terms import Terms

__all__ = ["Dataset", "PublishedFile", "all_datasets", "dataset"]


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """One file of a release and the table it is read into.

    `url` is None where no address is certain: the dataset's page then says where to look. `sha256`
    is that of the file itself, None where unknown. With `packed`, the address leads to a ZIP
    archive (possibly of ZIP archives) in which the file lies under `name`.
    """

    name: str
    table: str
    url: str | None
    sha256: str | None
    version: str
    packed: bool = False


@dataclass(frozen=True, slots=True)
class Dataset:
    """One dataset of the registry.

    `years` are the first and last year that this release covers, None where it has no such bound
    or none is certain; `actors` says in words whom it covers. `citations` are CSL-JSON items, the
    first the one that the publisher asks for.
    """

    name: str
    title: str
    publisher: str
    page: str
    version: str
    files: tuple[PublishedFile, ...]
    terms: Terms
    licence: str
    citations: tuple[dict[str, Any], ...]
    years: tuple[int | None, int | None]
    actors: str
    note: str


def dataset(name: str) -> Dataset:
    """Return one dataset by its name; UnknownDataset, with the nearest names, for another word."""
    known = _datasets()
    wanted = name.strip().lower().replace("_", "-")
    if wanted not in known:
        raise UnknownDataset(name, _nearest(wanted), "in the registry (`foedus data list`)")
    return known[wanted]


def all_datasets() -> tuple[Dataset, ...]:
    """Return every dataset of the registry, in the registry's order."""
    return tuple(_datasets().values())


@cache
def _datasets() -> dict[str, Dataset]:
    file = files("foedus.sources") / "registry.yaml"
    works, datasets = registered(file.read_text(encoding="utf-8"), "registry.yaml")
    return {name: _dataset(name, facts, works) for name, facts in datasets.items()}


def _dataset(name: str, facts: Mapping[str, Any], works: Mapping[str, dict[str, Any]]) -> Dataset:
    first, last = facts["years"]
    return Dataset(
        name=name,
        title=facts["title"],
        publisher=facts["publisher"],
        page=facts["page"],
        version=facts["version"],
        files=tuple(_published(one, facts["version"]) for one in facts.get("files", ())),
        terms=Terms(facts["terms"]),
        licence=facts["licence"],
        citations=tuple(works[key] for key in facts["cite"]),
        years=(first, last),
        actors=facts["actors"],
        note=facts.get("note", ""),
    )


def _published(facts: Mapping[str, Any], version: str) -> PublishedFile:
    return PublishedFile(
        name=facts["name"],
        table=facts["table"],
        url=facts.get("url"),
        sha256=facts.get("sha256"),
        version=facts.get("version", version),
        packed=facts.get("packed", False),
    )


def _nearest(words: str) -> tuple[str, ...]:
    """Names that look like the words, or whose name or title holds them."""
    known = _datasets()
    alike = difflib.get_close_matches(words, known, n=3, cutoff=0.6)
    told = [
        one.name
        for one in known.values()
        if words and (words in one.name or words in one.title.lower())
    ]
    return tuple(dict.fromkeys([*alike, *told]))[:3]
