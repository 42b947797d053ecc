"""Datasets onto this machine: from their publishers, or from files that somebody has.

One thing that goes wrong does not stop the rest: every file ends as a report of what was read, or
as the error that kept it out.
"""

import contextlib
import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from foedus.datasets.described import tables_named
from foedus.datasets.getting_events import from_gdelt_files, is_gdelt_file
from foedus.datasets.got import Got, Release, Watch
from foedus.datasets.importing import imported, recognised
from foedus.errors import FailedDownload, FoedusError, MissingDataset, WrongFile
from foedus.sources.archive import DATA, is_archive, packed_names, unpacked
from foedus.sources.checksum import sha256_of
from foedus.sources.data_folder import original_folder
from foedus.sources.download import unwatched
from foedus.sources.fetch import Patience, fetched
from foedus.sources.registry import Dataset, PublishedFile, all_datasets, dataset
from foedus.sources.terms import Terms

__all__ = ["from_files", "from_publisher"]


_Claim = tuple[bool, bool, bool, bool, int]


@dataclass(frozen=True, slots=True)
class _Fit:
    """A table whose columns a file has, and what speaks for it: the greatest claim stands first.

    A file with a checksum or a name of the registry is what the registry says: two tables may have
    the same columns. Then comes a dataset named in the file's name, then a form with an opener of
    its own, then the number of columns.
    """

    dataset: str
    table: str
    path: Path
    claim: _Claim


def from_publisher(name: str, *, watch: Watch, patience: Patience | None = None) -> Iterator[Got]:
    """Fetch and import the files of one dataset that have an address, one after another.

    Yields a Got for each file, also for those that have no certain address. Raises UnknownDataset,
    and MissingDataset when foedus may not fetch the dataset or knows no address of it.
    """
    known = dataset(name)
    if known.terms is Terms.BRING_YOUR_OWN:
        raise MissingDataset(f"foedus does not fetch {known.name}: {known.licence} {_own(known)}")
    if known.name == "gdelt":
        raise MissingDataset(
            "GDELT is too large to fetch whole. Name the days wanted: "
            "`foedus data get gdelt --from-day 2024-10-01 --to-day 2024-10-02`."
        )
    if not any(file.url for file in known.files):
        raise MissingDataset(f"No lasting address of {known.name} is known. {_own(known)}")
    filled: dict[str, str] = {}
    for file in known.files:
        if file.url is None:
            yield Got(known.name, file.name, left=f"no lasting address is known; see {known.page}")
        elif file.table in filled and not _in_several(known.name, file.table):
            said = f"{filled[file.table]} was taken: a table is read from one file. {_own(known)}"
            yield Got(known.name, file.name, left=said)
        else:
            one = _published(known, file, file.url, watch, patience)
            if one.error is None:
                filled[file.table] = file.name
            yield one


def from_files(
    path: Path,
    names: Sequence[str] = (),
    release: Release | None = None,
    *,
    watch: Watch = lambda _: unwatched,
) -> Iterator[Got]:
    """Import a file, an archive, or every file below a folder that is a table of a dataset.

    With `names`, only tables of those datasets; with one name, a single file must be one. Where
    several files are the same table, all are taken if it is made of several files, the likeliest
    first; else only that: the one under the publisher's name, else the one that fits closest, else
    the largest. Raises UnknownDataset, and WrongFile when there is nothing at `path`.
    """
    wanted = tuple(dataset(name).name for name in names)
    if not path.exists():
        raise WrongFile(f"There is no file or folder {path}. Check the path.")
    if wanted == ("gdelt",) or (path.is_file() and is_gdelt_file(path) and not wanted):
        files = [path] if path.is_file() else sorted(_below(path))
        yield from_gdelt_files(files, watch("events"))
        return
    if path.is_file() and not is_archive(path):
        with _shown(watch, path):
            one = _single(path, wanted, release or Release())
        yield one
        return
    with tempfile.TemporaryDirectory(prefix="foedus-") as folder:
        yield from _several(path, wanted, release or Release(), Path(folder), watch)


def _published(
    known: Dataset, file: PublishedFile, url: str, watch: Watch, patience: Patience | None
) -> Got:
    try:
        path = _original(known, file, url, watch, patience)
        report = imported(known.name, path, table=file.table, version=file.version, origin=url)
    except FoedusError as error:
        return Got(known.name, file.name, error=error)
    return Got(known.name, file.name, report)


def _original(
    known: Dataset, file: PublishedFile, url: str, watch: Watch, patience: Patience | None
) -> Path:
    """Return the file as published, from the publisher unless it is here under its checksum."""
    folder = original_folder(known.name)
    place = folder / file.name
    if file.sha256 is not None and place.is_file() and sha256_of(place) == file.sha256:
        return place
    arriving = _last_part(url) if file.packed else file.name
    arrived = fetched(
        url,
        folder / arriving,
        sha256=None if file.packed else file.sha256,
        advice=_own(known),
        patience=patience,
        progress=watch(arriving),
    )
    return _unpacked(known, file, arrived, folder) if file.packed else arrived


def _unpacked(known: Dataset, file: PublishedFile, archive: Path, folder: Path) -> Path:
    with tempfile.TemporaryDirectory(prefix=".unpacked-", dir=folder) as apart:
        path = unpacked(archive, file.name, Path(apart))
        actual = sha256_of(path)
        if file.sha256 is not None and actual != file.sha256:
            raise FailedDownload(
                f"{file.name} in {archive.name} is not the file expected: SHA-256 expected "
                f"{file.sha256}, actual {actual}. {_own(known)}"
            )
        return path.replace(folder / file.name)


def _single(path: Path, wanted: Sequence[str], release: Release) -> Got:
    name = wanted[0] if len(wanted) == 1 else None
    try:
        fits = _fits(path, wanted)
        # With one dataset named, the import itself says best what the file lacks.
        if not fits and name is None:
            raise WrongFile(
                f"{path.name} is no table of {_or(wanted) or 'any dataset that foedus reads'}. "
                "Name the dataset to hear what is missing: `foedus data get NAME --from FILE`."
            )
        _require_one(path, fits)
        name, table = (fits[0].dataset, fits[0].table) if fits else (wanted[0], None)
        report = imported(name, path, table=table, version=release.version, covers=release.covers)
    except FoedusError as error:
        return Got(name, path.name, error=error)
    return Got(name, path.name, report)


def _require_one(path: Path, fits: Sequence[_Fit]) -> None:
    best = [fit for fit in fits if fit.claim == fits[0].claim]
    if len({fit.dataset for fit in best}) > 1:
        could_be = _or([f"{fit.table} of {fit.dataset}" for fit in best])
        raise WrongFile(
            f"{path.name} may be {could_be}: they have the same columns. "
            "Name the dataset: `foedus data get NAME --from FILE`."
        )


def _fits(path: Path, wanted: Sequence[str]) -> list[_Fit]:
    found = [one for one in recognised(path) if not wanted or one[0] in wanted]
    actual = sha256_of(path) if found else ""
    fits = [
        _Fit(name, table, path, _claim(name, table, form, path.name, actual))
        for name, table, form in found
    ]
    return sorted(fits, key=lambda fit: fit.claim, reverse=True)


def _claim(name: str, table: str, form: str, file_name: str, sha256: str) -> _Claim:
    published = [file for file in dataset(name).files if file.table == table]
    forms = [one for one in tables_named(name)[table].forms if one.name == form]
    words = set(re.split(r"[^a-z0-9]+", file_name.lower()))
    return (
        any(file.sha256 == sha256 for file in published),
        any(file.name.casefold() == file_name.casefold() for file in published),
        words >= set(name.split("-")),
        any(one.opener is not None for one in forms),
        max(len(one.requires) for one in forms),
    )


@contextlib.contextmanager
def _shown(watch: Watch, path: Path) -> Iterator[None]:
    """Show that a file is being read; how far is not known, as most of the work is on its rows."""
    progress = watch(path.name)
    progress(0, None)
    try:
        yield
    finally:
        progress(1, 1)


def _several(
    path: Path, wanted: Sequence[str], release: Release, folder: Path, watch: Watch
) -> Iterator[Got]:
    rivals: dict[tuple[str, str], list[_Fit]] = {}
    events = [file for file in _below(path) if is_gdelt_file(file)] if not wanted else []
    for file in _data_files(path, folder):
        if file in events:
            continue
        try:
            fits = _fits(file, wanted)
            _require_one(file, fits)
        except FoedusError as error:
            yield Got(None, file.name, left=str(error))
            continue
        if fits:
            rivals.setdefault((fits[0].dataset, fits[0].table), []).append(fits[0])
        else:
            yield Got(None, file.name, left=f"no table of {_or(wanted) or 'a known dataset'}")
    for (name, table), found in sorted(rivals.items(), key=_in_order):
        likeliest = sorted(found, key=_likeliest, reverse=True)
        count = len(likeliest) if _in_several(name, table) else 1
        for taken in likeliest[:count]:
            with _shown(watch, taken.path):
                one = _imported(taken, release)
            yield one
        for other in likeliest[count:]:
            said = f"another file of {table} of {name}: {likeliest[0].path.name} was taken"
            yield Got(name, other.path.name, left=said)
    if events:
        yield from_gdelt_files(sorted(events), watch("events"))


def _in_several(name: str, table: str) -> bool:
    return bool(tables_named(name)[table].across_files)


def _likeliest(fit: _Fit) -> tuple[tuple[bool, bool, bool], int, int, str]:
    """The claim of a file to be the table, against other files: an opener is no merit here."""
    of_checksum, of_name, of_words, _, columns = fit.claim
    return (of_checksum, of_name, of_words), columns, fit.path.stat().st_size, fit.path.name


def _imported(taken: _Fit, release: Release) -> Got:
    try:
        report = imported(
            taken.dataset,
            taken.path,
            table=taken.table,
            version=release.version,
            covers=release.covers,
        )
    except FoedusError as error:
        return Got(taken.dataset, taken.path.name, error=error)
    return Got(taken.dataset, taken.path.name, report)


def _in_order(rivals: tuple[tuple[str, str], list[_Fit]]) -> tuple[int, str]:
    (name, table), _ = rivals
    return [one.name for one in all_datasets()].index(name), table


def _data_files(path: Path, folder: Path) -> Iterator[Path]:
    """Yield the data files below a folder, or in an archive, in the order of their paths."""
    files = [path] if path.is_file() else sorted(_below(path))
    for number, file in enumerate(files):
        if is_archive(file):
            for name in packed_names(file):
                yield unpacked(file, name, folder / str(number))
        elif file.suffix.lower() in DATA:
            yield file


def _below(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        inner = path.relative_to(folder).parts
        if path.is_file() and not any(part.startswith(".") for part in inner):
            yield path


def _last_part(url: str) -> str:
    return unquote(urlsplit(url).path).rsplit("/", 1)[-1]


def _own(known: Dataset) -> str:
    return (
        f"Get the file from {known.page} and register it: "
        f"`foedus data get {known.name} --from FILE`."
    )


def _or(names: Sequence[str]) -> str:
    return " or ".join(names)
