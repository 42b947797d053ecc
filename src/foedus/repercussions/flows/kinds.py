"""What sort of thing passes, and whether it is only made ready: by the words of `kinds.toml`.

A word that names more than one sort is in no list, so what is not sure stays unspecified.
"""

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any

__all__ = ["KINDS", "UNSPECIFIED", "counted_as", "kind_of", "only_prepared", "passes", "says_since"]

KINDS = ("men", "munitions", "technology", "money", "energy", "food")
"""The sorts of things that pass between actors, in the order in which they are told."""

UNSPECIFIED = "unspecified"

_UNSPACED = frozenset(("ko", "zh", "ja"))
_UNKNOWN = ("en", "fr")
"""The languages tried where nobody says which one a passage is in."""


def kind_of(thing: str | None, words: str, language: str | None) -> str:
    """Return the sort: by what is counted where it says so, else by the words of the passage.

    `thing` is what is counted, in English and singular. Where the words name several sorts it is
    unspecified, but for the technology of something, which is technology.
    """
    if thing is not None and thing not in _tables()["vessels"]:
        return _counted().get(thing) or _counted().get(thing.split()[-1], UNSPECIFIED)
    found = {kind for kind in KINDS if _names(words, language, "words", kind)}
    if found == {"technology", "munitions"}:
        return "technology"
    return found.pop() if len(found) == 1 else UNSPECIFIED


def counted_as(thing: str | None, unit: str | None) -> str | None:
    """Return what is counted under one name: troops and soldiers are the same heads."""
    named = (thing or unit or "").lower()
    for known in (named, named.removesuffix("s"), named.split()[-1] if named else ""):
        if known in _known():
            return str(_tables()["same_counted"].get(known, known))
    return named or None


def passes(counted: str, *, given: bool) -> bool:
    """Whether what is counted is something that passes, or holds what does: no visits, no votes.

    In a passage on help `given`, whatever is counted passes unless it is a measure of something
    else; elsewhere only what is known to.
    """
    return counted in _known() or (given and counted not in _tables()["measures"])


def only_prepared(words: str, language: str | None) -> bool:
    """Whether a passage tells that something is made ready and not that it passes."""
    return _names(words, language, "prepared") and not _names(words, language, "moved")


def says_since(words: str, language: str | None) -> bool:
    """Whether a passage counts from some day on ("since March", "depuis août")."""
    return _names(words, language, "since")


@cache
def _tables() -> dict[str, Any]:
    text = resources.files(__package__).joinpath("kinds.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _counted() -> dict[str, str]:
    return {thing: kind for kind, things in _tables()["counted"].items() for thing in things}


@cache
def _known() -> frozenset[str]:
    tables = _tables()
    return frozenset((*_counted(), *tables["vessels"], *tables["same_counted"]))


def _names(words: str, language: str | None, table: str, kind: str | None = None) -> bool:
    spoken = _UNKNOWN if language is None else (language,)
    patterns = (_pattern(one, table, kind) for one in spoken)
    return any(pattern is not None and pattern.search(words.lower()) for pattern in patterns)


@cache
def _pattern(language: str, table: str, kind: str | None) -> re.Pattern[str] | None:
    entries = _tables()[table].get(language, [])
    if kind is not None:
        entries = entries.get(kind, []) if entries else []
    if not entries:
        return None
    if language in _UNSPACED:
        return re.compile("|".join(map(re.escape, entries)))
    forms = "|".join(
        re.escape(one.removesuffix("*")) + (r"\w*" if one.endswith("*") else "") for one in entries
    )
    return re.compile(rf"(?<!\w)(?:{forms})(?!\w)")
