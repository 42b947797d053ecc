"""The patterns by which a language tells of treaties, read from its file."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from foedus.treaties.told.statement import Says

__all__ = ["LANGUAGES", "Pattern", "TreatyTelling", "telling"]

LANGUAGES = ("en", "fr")
"""The languages with a file of patterns."""

_PIECE = re.compile(r"<(\w+)>(?!=)")
# The signs that `marking` puts in the place of a mention, around its number.
_SLOTS = {
    "{treaty}": r"⟦(?P<treaty>\d+)⟧",
    "{other}": r"⟦(?P<other>\d+)⟧",
    "{article}": r"⟦(?P<article>\d+)⟧",
    "{day}": r"⟨(?P<day>\d+)⟩",
    "{actor}": r"⟪(?P<actor>\d+)⟫",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """One way of telling something of a treaty: an expression over a marked sentence.

    `of_other` is what follows for the treaty it is set against. `example` is a sentence of ours and
    `reads` what must be read in it.
    """

    id: str
    says: Says
    finds: re.Pattern[str]
    of_other: Says | None
    tense: str
    example: str
    reads: tuple[Mapping[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatyTelling:
    """What one language's file gives.

    `clauses` tell the kind of a clause, `mutual` whether it is said to bind both. `not_before` and
    `not_after` are words around a statement in its sentence that keep it from being one. `also` are
    further examples with what must be read in them, `nothing` sentences with why nothing may be.
    """

    patterns: tuple[Pattern, ...]
    clauses: Mapping[str, re.Pattern[str]]
    mutual: re.Pattern[str]
    not_before: re.Pattern[str]
    not_after: re.Pattern[str]
    also: tuple[tuple[str, tuple[Mapping[str, str], ...]], ...]
    nothing: tuple[tuple[str, str], ...]


@cache
def telling(language: str) -> TreatyTelling | None:
    """Return the patterns of a language; None when nobody has written any."""
    if language not in LANGUAGES:
        return None
    text = files("foedus.treaties.told").joinpath(f"{language}.toml").read_text(encoding="utf-8")
    told = tomllib.loads(text)
    pieces, words = told["pieces"], told["words"]
    clauses = {kind: _either(ways, pieces) for kind, ways in told["clauses"].items()}
    slots = {
        **_SLOTS,
        "{clause}": "(?P<clause>" + "|".join(clauses.values()) + ")",
        "{tail}": words["tail"],
    }
    return TreatyTelling(
        patterns=tuple(_pattern(one, pieces, slots, words) for one in told["pattern"]),
        clauses={kind: _compiled(ways) for kind, ways in clauses.items()},
        mutual=_compiled(words["mutual"]),
        not_before=_compiled(words["not_before"]),
        not_after=_compiled(words["not_after"]),
        also=tuple((one["example"], tuple(one["reads"])) for one in told["also"]),
        nothing=tuple((one["sentence"], one["why"]) for one in told["not"]),
    )


def _pattern(
    told: Mapping[str, Any],
    pieces: Mapping[str, str],
    slots: Mapping[str, str],
    words: Mapping[str, str],
) -> Pattern:
    begins = "^" if told.get("opens") else "" if told.get("anywhere") else words["begins"]
    finds = begins + _with_pieces(told["finds"], pieces)
    for slot, expression in slots.items():
        finds = finds.replace(slot, expression)
    other = told.get("of_other")
    return Pattern(
        id=told["id"],
        says=Says(told["says"]),
        finds=_compiled(finds),
        of_other=Says(other) if other else None,
        tense=told.get("tense", "now"),
        example=told["example"],
        reads=tuple(told["reads"]),
    )


def _either(ways: list[str], pieces: Mapping[str, str]) -> str:
    return "(?:" + "|".join(_with_pieces(way, pieces) for way in ways) + ")"


def _with_pieces(expression: str, pieces: Mapping[str, str]) -> str:
    """Return the expression with its pieces written out, pieces inside pieces too."""
    while found := _PIECE.search(expression):
        piece = f"(?:{pieces[found[1]]})"
        expression = expression[: found.start()] + piece + expression[found.end() :]
    return expression


def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression, re.IGNORECASE)
