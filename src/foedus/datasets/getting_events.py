"""GDELT's files onto this machine: those of some days from the publisher, or files at hand.

They go into the event store (`foedus.datasets.event_store`), each once. A file that the publisher
never made is told, as the gap it is; it stops nothing.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from foedus.datasets.event_store import events_stored, inputs
from foedus.datasets.gdelt_files import slot_of
from foedus.datasets.got import Got, Watch
from foedus.errors import AbsentFile, FoedusError
from foedus.sources.data_folder import original_folder
from foedus.sources.download import unwatched
from foedus.sources.fetch import Patience, Progress, fetched
from foedus.sources.gdelt_addresses import gdelt_addresses

__all__ = ["from_days", "from_gdelt_files", "is_gdelt_file"]

AT_ONCE = 4
"""Files fetched at the same time: enough to hide the waits, few enough for the server."""
NAME = re.compile(r"(\d{4}|\d{6}|(\d{8}|\d{14})\.export)(\.csv)?(\.zip)?", re.IGNORECASE)


def from_days(
    first: dt.date,
    last: dt.date,
    *,
    watch: Watch,
    daily: bool = False,
    patience: Patience | None = None,
) -> Iterator[Got]:
    """Fetch GDELT's files of these days, both included, and load what the store does not hold.

    Files that are here or in the store are not fetched again. Yields a Got for each file that could
    not be had, then one for all that was loaded. Raises ValueError for days that GDELT has no files
    of (`foedus.sources.gdelt_addresses`).
    """
    held = {slot_of(one.name) for one in inputs()}
    wanted = [
        url for url in gdelt_addresses(first, last, daily=daily) if slot_of(_name(url)) not in held
    ]
    arrived: list[Path] = []
    with ThreadPoolExecutor(AT_ONCE) as threads:
        fetch = _fetching(watch, patience)
        try:
            for one in threads.map(fetch, wanted):
                if isinstance(one, Path):
                    arrived.append(one)
                else:
                    yield one
        except BaseException:
            threads.shutdown(wait=False, cancel_futures=True)
            raise
    yield from_gdelt_files(arrived, watch("events"))


def from_gdelt_files(files: Sequence[Path], progress: Progress = unwatched) -> Got:
    """Load GDELT's files, packed or not, into the event store; `progress` is told their bytes."""
    told = files[0].name if len(files) == 1 else f"{len(files)} files"
    try:
        return Got("gdelt", told, stored=events_stored(files, progress=progress))
    except FoedusError as error:
        return Got("gdelt", told, error=error)


def is_gdelt_file(path: Path) -> bool:
    """Whether the file has a name that GDELT gives its event files: it has no header to tell it."""
    return NAME.fullmatch(path.name) is not None and (
        ".export" in path.name.lower() or path.suffix.lower() == ".zip"
    )


def _fetching(watch: Watch, patience: Patience | None) -> Callable[[str], Path | Got]:
    def fetch(url: str) -> Path | Got:
        place = original_folder("gdelt") / _name(url)
        # The publisher does not change a file once it is out.
        if place.is_file():
            return place
        try:
            return fetched(url, place, patience=patience, progress=watch(place.name))
        except AbsentFile:
            return Got("gdelt", place.name, left=f"the publisher has no file {url}")
        except FoedusError as error:
            return Got("gdelt", place.name, error=error)

    return fetch


def _name(url: str) -> str:
    return url.rsplit("/", 1)[-1]
