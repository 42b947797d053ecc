"""Lists of sanctions that an analyst brings: the United Nations', OpenSanctions'."""

from pathlib import Path

from foedus.errors import Fault, FaultyInput
from foedus.reading.sanctions_lists.listing import Listing, SanctionsList, with_delistings
from foedus.reading.sanctions_lists.opensanctions import (
    entities_of_opensanctions,
    targets_of_opensanctions,
)
from foedus.reading.sanctions_lists.un_list import un_list

__all__ = ["ENDINGS", "Listing", "SanctionsList", "sanctions_list", "sanctions_lists"]

_READERS = {
    ".xml": un_list,
    ".csv": targets_of_opensanctions,
    ".json": entities_of_opensanctions,
    ".jsonl": entities_of_opensanctions,
}
ENDINGS = tuple(_READERS)
"""Endings of the files that can be read."""


def sanctions_list(path: Path) -> SanctionsList:
    """Return the list a file holds, read by the ending of its name.

    `.xml` is the consolidated list of the United Nations, `.csv` OpenSanctions' targets, `.json`
    and `.jsonl` its entities a line. Raises FaultyInput as the reader does, and for other endings.
    """
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        expected = "the UN list as .xml, or OpenSanctions' targets.simple.csv or entities.ftm.json"
        raise FaultyInput([Fault(str(path), None, "the file", "is of no known form", expected)])
    return reader(path)


def sanctions_lists(paths: tuple[Path, ...]) -> tuple[SanctionsList, ...]:
    """Return the lists of several files; of two days of one list, who was taken off between them.

    Raises FaultyInput as `sanctions_list` does.
    """
    return tuple(with_delistings([sanctions_list(path) for path in paths]))
