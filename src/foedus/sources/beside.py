"""What the `.toml` beside a document says of it: the analyst's word, which outranks the file's own.

    title = "…"
    authors = ["…", "…"]
    publisher = "…"
    published = "2024-11-25"     # EDTF; a month or a year will do
    language = "fr"              # ISO 639-1
    url = "https://…"

Every line may be left out. `notice.toml` stands beside `notice.pdf`.
"""

import re
from pathlib import Path

from foedus.errors import Fault, FaultyInput
from foedus.sources.snapshot import Metadata, Stated
from foedus.sources.toml_file import Table, toml_at

__all__ = ["beside", "beside_faults"]

_LANGUAGE = re.compile(r"[a-z]{2,3}")
_ADDRESS = re.compile(r"https?://\S+")


def beside(document: Path) -> Metadata:
    """Return what the `.toml` of the same stem says; nothing when there is no such file.

    Raises FaultyInput with every fault of that file.
    """
    path = document.parent / f"{document.stem}.toml"
    if path == document or not path.is_file():
        return Metadata()
    table = toml_at(path)
    metadata = _metadata(table)
    table.raise_faults()
    return metadata


def beside_faults(document: Path) -> tuple[Fault, ...]:
    """Return what is wrong with the `.toml` beside a document."""
    try:
        beside(document)
    except FaultyInput as faulty:
        return faulty.faults
    return ()


def _metadata(table: Table) -> Metadata:
    published = table.day("published", required=False)
    metadata = Metadata(
        title=_stated(table.text("title", required=False)),
        authors=tuple(Stated(name, "beside") for name in table.texts("authors", required=False)),
        publisher=_stated(table.text("publisher", required=False)),
        published=_stated(published.edtf if published else None),
        language=_stated(_matching(table, "language", _LANGUAGE, 'a code such as "fr" or "ko"')),
        url=_stated(_matching(table, "url", _ADDRESS, "an address that begins with https://")),
    )
    table.faults_of_the_rest()
    return metadata


def _matching(table: Table, key: str, form: re.Pattern[str], expected: str) -> str | None:
    value = table.text(key, required=False)
    if value is not None and not form.fullmatch(value):
        table.fault(f"'{value}' does not fit", expected, key)
    return value


def _stated(value: str | None) -> Stated | None:
    return None if value is None else Stated(value, "beside")
