"""Which release of its dataset a file is, and by what sign that is known.

A sign is certain or none: without one the file is presumed to be the release that the registry
knows, and is called so wherever its version is told.
"""

import re
from collections.abc import Iterator
from pathlib import PurePath

import pyarrow as pa

from foedus.datasets.holdings import PRESUMED
from foedus.datasets.recognising import Fit
from foedus.datasets.releases import numbers_in, release_in, release_of_column, same_kind, years_in
from foedus.reading.datasets.table import DatasetTable
from foedus.sources import registry

__all__ = ["Version", "covered", "known_version", "version_of", "version_of_column"]

Version = tuple[str, str]
"""The version and how it is known: see `Holding.version_by`."""

_MARKED = re.compile(r"(?<![a-z0-9])v[._ -]?(\d+(?:[._]\d+)*)(?!\d)", re.IGNORECASE)
_NUMBERS = re.compile(r"\d+")


def known_version(table: DatasetTable) -> str:
    """Return the version of the release that the registry knows."""
    known = registry.dataset(table.dataset)
    published = (file.version for file in known.files if file.table == table.name)
    return next(published, known.version)


def version_of(fit: Fit, file: str, sha256: str, said: str | None) -> Version:
    """Return the version of a file as far as it can be told before its rows are read.

    What the person said comes first, then a checksum of the registry, the form, and the name.
    """
    known = known_version(fit.table)
    published = registry.dataset(fit.table.dataset).files
    by_checksum = (one.version for one in published if one.sha256 == sha256)
    signs = (
        ("said", said),
        ("checksum", next(by_checksum, None)),
        ("form", fit.form.version),
        ("name", _in_name(fit.table, file, known)),
        ("unnumbered", None if numbers_in(known) else known),
    )
    return next(((version, by) for by, version in signs if version), (known, PRESUMED))


def version_of_column(table: DatasetTable, rows: pa.Table, before: Version) -> Version:
    """Return the version that a column `version` of the file names, if nothing surer is known."""
    known = known_version(table)
    told, expected = release_of_column(rows), release_in(known)
    if before[1] in ("said", "checksum") or not same_kind(told, expected):
        return before
    return (known if told == expected else ".".join(map(str, told))), "column"


def covered(table: DatasetTable, version: Version, rows: pa.Table) -> tuple[int | None, int | None]:
    """Return the years that a release covers: an older one than is known ends with its last row."""
    first, last = table.coverage
    older, known = release_in(version[0]), release_in(known_version(table))
    names = [name for name in table.years if name in rows.column_names]
    if last is None or not names or not same_kind(older, known) or older >= known:
        return first, last
    years = years_in(rows, names)
    seen = years[years <= last]
    return first, int(seen.max()) if seen.size else last


def _in_name(table: DatasetTable, file: str, known: str) -> str | None:
    return next(_named(table, file, known), None)


def _named(table: DatasetTable, file: str, known: str) -> Iterator[str]:
    """Yield the versions that a file's name tells, the surest first."""
    expected, stem = release_in(known), PurePath(file).stem.lower()
    for published in registry.dataset(table.dataset).files:
        other = PurePath(published.name).stem.lower()
        same_words = _NUMBERS.split(stem) == _NUMBERS.split(other)
        if same_words and published.table == table.name and numbers_in(other):
            if numbers_in(stem) == numbers_in(other):
                yield published.version
            elif numbers_in(other) == expected:
                yield ".".join(map(str, numbers_in(stem)))
    for words in _MARKED.findall(stem):
        told = release_in(words.replace("_", "."))
        if told == expected:
            yield known
        # A lone number may as well count the person's own copies: "votes_v2".
        elif len(told) > 1:
            yield ".".join(map(str, told))
    written = _NUMBERS.findall(known)
    if len(written) > 1 and re.search(rf"(?<![\d.]){'[._]'.join(written)}(?![\d])", stem):
        yield known
