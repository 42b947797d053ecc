"""What became of one file that was to be had."""

from collections.abc import Callable
from dataclasses import dataclass

from foedus.datasets.event_store import StoreReport
from foedus.datasets.importing import ImportReport
from foedus.errors import FoedusError
from foedus.sources.fetch import Progress

__all__ = ["Got", "Release", "Watch"]

Watch = Callable[[str], Progress]
"""Asked for a progress to tell, given the name of what is about to come or be read."""


@dataclass(frozen=True, slots=True)
class Release:
    """What a file is that is later than foedus knows: its version, its first and last year."""

    version: str | None = None
    covers: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Got:
    """What became of one file: a report of its import, an error, or why it was left alone.

    `stored` is the report of event files, which go into the event store together.
    """

    dataset: str | None
    file: str
    report: ImportReport | None = None
    stored: StoreReport | None = None
    error: FoedusError | None = None
    left: str | None = None
