"""Fields that tables of a treaty file share: words, numbers, actors, spells, codes, inner tables.

Each is checked as it is read; what is wrong is noted on the table, and nothing raises here.
"""

from collections.abc import Callable, Collection
from typing import Final, TypeVar

from foedus.actors.states import actor
from foedus.errors import UnknownActor
from foedus.evidence import Spell
from foedus.sources.toml_file import Table
from foedus.treaties.vocabulary import vocabulary
from foedus.treaties.words import LANGUAGES, Words

__all__ = [
    "UNREAD",
    "actors",
    "chosen_ones",
    "each",
    "known_actor",
    "number",
    "spell",
    "whom",
    "words_of",
]

Read = TypeVar("Read")
UNREAD: Final = Words("unread")
"""Stands for words that were at fault; nobody sees it: the faults are raised first."""


def each(table: Table, key: str, read: Callable[[Table], Read]) -> tuple[Read, ...]:
    """Return what `read` makes of every table `[[key]]`, unknown fields noted."""
    read_ones = []
    for inner in table.tables(key):
        read_ones.append(read(inner))
        inner.faults_of_the_rest()
    return tuple(read_ones)


def words_of(table: Table, key: str, *, required: bool = True) -> Words | None:
    """Return the words of a field in the languages it has; None when they are missing."""
    inner = table.table(key)
    said = {language: inner.text(language, required=False) for language in LANGUAGES}
    inner.faults_of_the_rest()
    if any(said.values()):
        return Words(**said)
    if required:
        table.fault("is missing", f"{key}.en and {key}.fr, or one of them", key)
    return None


def number(table: Table, key: str) -> int | None:
    """Return a whole number written as text; None when it is missing."""
    written = table.text(key, required=False)
    if written and not (written.isascii() and written.isdecimal() and len(written) <= 6):
        table.fault(
            f"'{written[:80]}' is no number", 'digits in quotation marks, such as "20"', key
        )
        return None
    return int(written) if written else None


def known_actor(table: Table, written: str, key: str, index: int | None = None) -> str:
    """Return the id written, having noted a fault if it is no actor."""
    if written:
        try:
            actor(written)
        except UnknownActor as unknown:
            near = " or ".join(unknown.nearest) or "an actor id such as RUS or PRK"
            table.fault(f"'{written}' is no actor", near, key, index)
    return written


def actors(table: Table, key: str) -> tuple[str, ...]:
    """Return the actor ids of a list."""
    written = table.texts(key, required=False)
    for index, one in enumerate(written):
        known_actor(table, one, key, index)
    return written


def spell(table: Table) -> Spell | None:
    """Return the days of `from` and `until`; None when there is neither."""
    begins, ends = table.day("from", required=False), table.day("until", required=False)
    if begins is None and ends is None:
        return None
    try:
        return Spell(begins, ends)
    except ValueError as wrong:
        table.fault(str(wrong), "until on or after from", "until")
        return None


def chosen_ones(table: Table, key: str, choices: Collection[str]) -> tuple[str, ...]:
    """Return a list of codes, each one of `choices`."""
    written = table.texts(key, required=False)
    for index, one in enumerate(written):
        if one not in choices:
            table.fault(f"'{one}' is not known", "one of " + ", ".join(choices), key, index)
    return written


def whom(table: Table, key: str) -> tuple[str, ...]:
    """Return whom a field means, at least one: actor ids, "each party" and the like."""
    whom = table.texts(key, least=1)
    for index, one in enumerate(whom):
        if one not in vocabulary("whom"):
            known_actor(table, one, key, index)
    return whom
