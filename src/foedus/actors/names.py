"""The actor that some words name on a day, and the name to show for an actor.

Words are a name, demonym, capital or abbreviation in any language that has forms, an id or ISO
alpha-3 code, a COW or Gleditsch–Ward number, or the letters of COW where they are nobody's id or
ISO code that day (GMY in 2024, UKG; not AUS, which is Australia). Capitals, accents, apostrophes
and a first article do not count.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher, get_close_matches
from functools import cache

from foedus.actors import cldr, tables
from foedus.actors.codes import actor_with_code, code
from foedus.actors.states import Actor, actor, all_actors
from foedus.actors.surface_forms import LANGUAGES, SurfaceForm, surface_forms, typed_forms
from foedus.errors import OutsideLife, UnknownActor
from foedus.evidence import Spell

__all__ = ["actor_named", "display_name", "names_somebody"]

# First come the languages people type in; the forms of the others are read only when needed.
_READ_FIRST = ("en", "fr")
_ARTICLE = re.compile(r"^(?:the |les? |la |l')")
# Shares of matching letters (difflib): below the first nothing is offered, and nothing is that
# falls behind the best by more than the second.
_LEAST_LIKENESS = 0.7
_NO_WORSE = 0.06


def actor_named(words: str, on: dt.date | None = None) -> Actor:
    """Return the actor that the words name on a day, today if none is given.

    A bare number is a COW code, or a Gleditsch–Ward code where COW has none that day; "gw 970" and
    "cow 970" say which. Without a day, words that name nobody today may name a former state.

    Raises UnknownActor with the nearest names when the words name nobody, or several alike, and
    OutsideLife when those they name did not exist on that day.
    """
    named = _candidates(words.strip(), on or dt.date.today())
    if not named:
        raise UnknownActor(words, _nearest(words, on), f"on {on}" if on else "")
    living = _living(named, on or dt.date.today())
    if not living and on is not None:
        raise OutsideLife(_elsewhen(words, named, on))
    chosen = tuple(dict.fromkeys(living)) or tuple(_distinct(named))
    if len(chosen) > 1:
        several = [_presented(actor(one), on) for one in chosen]
        raise UnknownActor(words, several, "alone, as several share the name")
    return actor(chosen[0])


def names_somebody(words: str, on: dt.date | None = None) -> bool:
    """Return whether the words are a name or code of some actor, of that day or another."""
    return bool(_candidates(words.strip(), on or dt.date.today()))


def display_name(actor_id: str, language: str, on: dt.date | None = None) -> str:
    """Return what the actor is called in a language on a day, or at the end of its life if none.

    English stands in for a language in which we have no name for it. Raises UnknownActor.
    """
    shown = actor(actor_id)
    rows = _display_rows(language).get(actor_id, ())
    if on is not None:
        dated = next((words for words, spell in rows if spell.may_cover(on)), None)
        return dated or _undated(shown, language, rows)
    current = next((words for words, spell in rows if spell.ends is None), None)
    return current or _undated(shown, language, rows)


def _undated(shown: Actor, language: str, rows: Sequence[tuple[str, Spell]]) -> str:
    if shown.id in cldr.names(language):
        return cldr.names(language)[shown.id]
    if rows:
        return rows[0][0]
    return shown.name if language == "en" else display_name(shown.id, "en")


@cache
def _display_rows(language: str) -> dict[str, tuple[tuple[str, Spell], ...]]:
    shown: dict[str, tuple[tuple[str, Spell], ...]] = {}
    for row in tables.rows(f"names/{language}"):
        if "display" in row["marks"]:
            named = (row["words"], tables.spell(row["begins"], row["ends"]))
            shown[row["id"]] = (*shown.get(row["id"], ()), named)
    return shown


def _candidates(words: str, day: dt.date) -> tuple[tuple[str, Spell | None], ...]:
    """The actors the words may name, each with the spell of the form, None for its whole life."""
    by_code = _with_code(words, day)
    if by_code or words in _ids():
        return ((by_code.id if by_code else words, None),)
    key = _folded(words)
    bare = _ARTICLE.sub("", key)
    for languages in (_READ_FIRST, LANGUAGES):
        indexes = [_index(language) for language in languages]
        found = [form for index in indexes for form in index.get(key) or index.get(bare, ())]
        if found:
            return tuple((form.actor, Spell(form.begins, form.ends)) for form in found)
    return ((words.upper(), None),) if words.upper() in _ids() else ()


def _with_code(words: str, day: dt.date) -> Actor | None:
    scheme, _, number = words.strip().lower().rpartition(" ")
    if not number.isdecimal():
        return _with_letters(words.strip(), day)
    schemes = (scheme,) if scheme in ("cow", "gw") else ("cow", "gw") if not scheme else ()
    return next(filter(None, (actor_with_code(one, int(number), day) for one in schemes)), None)


def _with_letters(words: str, day: dt.date) -> Actor | None:
    held = actor_with_code("iso3", words, day)
    if held or (words in _ids() and actor(words).lives_on(day)):
        return held
    return actor_with_code("cowabb", words, day) if words.isupper() else None


def _living(named: Iterable[tuple[str, Spell | None]], day: dt.date) -> tuple[str, ...]:
    return tuple(
        one
        for one, spell in named
        if actor(one).lives_on(day) and (spell is None or spell.may_cover(day))
    )


@cache
def _ids() -> frozenset[str]:
    return frozenset(found.id for found in all_actors())


@cache
def _index(language: str) -> dict[str, tuple[SurfaceForm, ...]]:
    """Forms by folded words: those of texts, and those understood only when a person types them."""
    index: dict[str, tuple[SurfaceForm, ...]] = {}
    for form in (*surface_forms(language), *typed_forms(language)):
        if form.kind != "compound_part":
            key = _folded(form.words)
            index[key] = (*index.get(key, ()), form)
    return index


def _folded(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words.strip().replace("’", "'").replace("-", " "))
    bare = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return unicodedata.normalize("NFC", " ".join(bare.casefold().split()))


def _nearest(words: str, on: dt.date | None) -> list[str]:
    day = on or dt.date.today()
    living = {
        key: one
        for language in _READ_FIRST
        for key, forms in _index(language).items()
        for one in _living([(form.actor, Spell(form.begins, form.ends)) for form in forms], day)
    }
    close = get_close_matches(_ARTICLE.sub("", _folded(words)), living, n=5, cutoff=_LEAST_LIKENESS)
    likeness = {key: SequenceMatcher(None, key, _folded(words)).ratio() for key in close}
    near = (living[key] for key in close if likeness[key] > likeness[close[0]] - _NO_WORSE)
    return [_presented(actor(one), day) for one in dict.fromkeys(near)]


def _presented(shown: Actor, on: dt.date | None) -> str:
    number = code(shown.id, "cow", on or dt.date.today())
    numbered = f"{shown.id}, {number}" if number is not None else shown.id
    return f"{display_name(shown.id, 'en', on)} ({numbered})"


def _elsewhen(words: str, named: Iterable[tuple[str, Spell | None]], on: dt.date) -> str:
    lives = "; ".join(f"{actor(one).name} ({one}), {actor(one).life}" for one in _distinct(named))
    return f"'{words}' names no state or organisation that existed on {on}. It names: {lives}."


def _distinct(named: Iterable[tuple[str, Spell | None]]) -> Iterable[str]:
    return dict.fromkeys(one for one, _ in named)
