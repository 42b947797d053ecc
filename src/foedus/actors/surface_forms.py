"""Every form of words that names an actor in a language: what a reader searches a text for.

Names of present states are those of CLDR (Unicode), through babel; the rest is ours: `names/`,
`demonyms/`, `capitals.csv` and `prefixes.csv`, one row per form or family of forms.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from foedus.actors import cldr, tables
from foedus.actors.inflections import case_forms
from foedus.actors.states import all_actors
from foedus.evidence import Day, Spell

__all__ = ["LANGUAGES", "SurfaceForm", "names_of_no_actor", "surface_forms", "typed_forms"]

LANGUAGES = ("en", "fr", "ja", "ko", "ru", "uk", "zh")
_APOSTROPHES = str.maketrans("'ʼ", "’’")
_PLAIN_APOSTROPHES = str.maketrans("’ʼ", "''")
_UNACCENTED = str.maketrans("ÀÂÇÉÈÊÎÏÔÛÙÜ", "AACEEEIIOUUU")


@dataclass(frozen=True, slots=True)
class SurfaceForm:
    """Words that name an actor.

    `kind` is name, demonym, metonym, abbreviation, organisation or compound_part (`sino`, which
    counts only before a hyphen and another form: `sino-russe`). `begins` and `ends` bound the days
    *spoken of* on which the words name this actor (its life, where the words have no dates of
    their own; None is open): a text of 2024 may well say "Union soviétique", so they choose
    between actors that share words ("Moscou": SUN in 1961, RUS today) and never forbid a form.
    `cased`: the words count only as they are written here (US, not us), or in a line set in
    capitals. `place`: they are also a place (a capital), where things merely happen. `ambiguous`:
    they often mean something else and want support from the rest of the text ("the Alliance",
    "Bruxelles", "Jordan").
    """

    words: str
    actor: str
    kind: str
    begins: Day | None = None
    ends: Day | None = None
    cased: bool = True
    place: bool = False
    ambiguous: bool = False

    def may_mean_on(self, date: dt.date) -> bool:
        """Whether the words may name this actor when that day is spoken of."""
        return Spell(self.begins, self.ends).may_cover(date)


@cache
def surface_forms(language: str) -> tuple[SurfaceForm, ...]:
    """Return the forms of one language (ISO 639-1), longest first, without repetition.

    Words are given with straight and typographic apostrophe, and in French with and without accents
    on capitals. Raises ValueError for a language that has no forms.
    """
    if language not in LANGUAGES:
        raise ValueError(f"no names of actors in '{language}': choose {', '.join(LANGUAGES)}")
    written = (spelling for form in _forms(language) for spelling in _spellings(form, language))
    distinct: dict[tuple[str, str, Day | None], SurfaceForm] = {}
    # The first stays: our row, with its marks, before CLDR's name, and a name before an adjective.
    for form in written:
        distinct.setdefault((form.words, form.actor, form.begins), form)
    return tuple(sorted(distinct.values(), key=lambda form: (-len(form.words), form.words)))


@cache
def typed_forms(language: str) -> tuple[SurfaceForm, ...]:
    """Return words too vague for a text that a person may still type ("Corée"), unsorted."""
    rows = tables.rows(f"names/{language}")
    found = (_from_row(row, row["kind"]) for row in rows if "typed" in row["marks"])
    return tuple(_within_life(form) for form in found)


@cache
def names_of_no_actor(language: str) -> tuple[str, ...]:
    """Return longer names that hold an actor's name and name none: seas, cities, newspapers."""
    return tuple(row["words"] for row in tables.rows("no_actor") if row["language"] == language)


def _forms(language: str) -> Iterator[SurfaceForm]:
    for form in (
        *_names(language),
        *_demonyms(language),
        *_capitals(language),
        *_compound_parts(language),
    ):
        yield _within_life(form)


def _within_life(form: SurfaceForm) -> SurfaceForm:
    if form.begins or form.ends:
        return form
    life = _lives()[form.actor]
    return replace(form, begins=life.begins, ends=life.ends)


def _names(language: str) -> Iterator[SurfaceForm]:
    for row in tables.rows(f"names/{language}"):
        if "typed" not in row["marks"]:
            yield from _declined(_from_row(row, row["kind"]), language)
    for actor_id, words in cldr.names(language).items():
        yield from _declined(SurfaceForm(words, actor_id, "name"), language)


def _declined(form: SurfaceForm, language: str) -> Iterator[SurfaceForm]:
    yield form
    for words in case_forms(form.words, language):
        yield replace(form, words=words)


def _demonyms(language: str) -> Iterator[SurfaceForm]:
    for row in tables.rows(f"demonyms/{language}"):
        form = _from_row(row | {"words": ""}, "demonym")
        endings = (text for column, text in row.items() if column not in _ATTRIBUTES)
        for words in filter(None, dict.fromkeys(endings)):
            yield replace(form, words=words, cased=language == "en")


_ATTRIBUTES = ("id", "begins", "ends", "marks")


def _capitals(language: str) -> Iterator[SurfaceForm]:
    for row in tables.rows("capitals"):
        if row["language"] == language:
            form = replace(_from_row(row, "metonym"), place=True)
            yield from _declined(form, language)


def _compound_parts(language: str) -> Iterator[SurfaceForm]:
    for row in tables.rows("prefixes"):
        if row["language"] == language:
            form = _from_row(row | {"begins": "", "ends": ""}, "compound_part")
            yield replace(form, cased=False)


def _from_row(row: dict[str, str], kind: str) -> SurfaceForm:
    spell = tables.spell(row["begins"], row["ends"])
    ambiguous = "ambiguous" in row["marks"]
    return SurfaceForm(row["words"], row["id"], kind, spell.begins, spell.ends, ambiguous=ambiguous)


def _spellings(form: SurfaceForm, language: str) -> Iterable[SurfaceForm]:
    typographic = form.words.translate(_APOSTROPHES)
    spellings = {form.words, typographic, form.words.translate(_PLAIN_APOSTROPHES)}
    if language == "fr" and form.cased:
        spellings |= {words.translate(_UNACCENTED) for words in spellings}
    if language == "en":
        spellings |= {words.replace(" & ", " and ").replace("St. ", "St ") for words in spellings}
    return (form if words == form.words else replace(form, words=words) for words in spellings)


@cache
def _lives() -> dict[str, Spell]:
    return {
        found.id: Spell(found.spells[0].begins, found.spells[-1].ends) for found in all_actors()
    }
