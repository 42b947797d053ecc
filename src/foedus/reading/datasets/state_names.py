"""Which actor the name of a country or organisation in a table means, in the year of the row.

The names are the English ones of `foedus.actors` with the days on which they named somebody, so
"Russia" is nobody in 1990 and the Russian Federation in 1991. Where a name changed hands within
a year, its bearer at the end of the year is meant, as in a count of state-years; where two bear it
at once, nobody. A dataset's own spelling is given by its module. A name that means nobody stays
null: it is never guessed.
"""

import datetime as dt
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TypeAlias

import ibis
from ibis.expr.types import Table

from foedus.actors.codes import code_spells
from foedus.actors.states import actor, all_actors
from foedus.actors.surface_forms import surface_forms, typed_forms
from foedus.evidence import Spell

__all__ = ["Named", "actor_ids_by_code", "actor_ids_by_name", "known_names"]

# First day, last day, and the actor that bore the name (or the code) on those days.
Bearing: TypeAlias = tuple[dt.date, dt.date, str]
# Words, first and last year, actor, COW number.
Named: TypeAlias = tuple[str, int, int, str, int | None]

_NAMES = ("name", "abbreviation", "organisation")
_SCHEMA = {"words": "string", "first": "int32", "last": "int32", "id": "string", "ccode": "int32"}


def actor_ids_by_name(
    rows: Table,
    name: str,
    *,
    into: str = "",
    spellings: Mapping[str, str | tuple[str, ...]] | None = None,
) -> Table:
    """Return the rows with the columns `<into>id` and `<into>ccode` for the names in a column.

    `id` is an id of `foedus.actors`, `ccode` its Correlates of War number in that `year`; null
    where the name means nobody, or nobody certain, then. `spellings` are what this dataset writes
    otherwise than `foedus.actors`, in small letters, with the id meant or the ids in turn.
    """
    known = ibis.memtable(_named(tuple(sorted((spellings or {}).items()))), schema=_SCHEMA)
    return _with_ids(rows, rows[name].strip().lower(), known, into)


def actor_ids_by_code(rows: Table, scheme: str, code: str, *, into: str = "") -> Table:
    """Return the rows with `<into>id` and `<into>ccode` for the state numbers of a column.

    The scheme is "cow" or "gw"; a number that nobody held in the row's `year` gives null.
    """
    known = ibis.memtable(_numbered(scheme), schema=_SCHEMA)
    return _with_ids(rows, rows[code].cast("int64").cast("string"), known, into)


def known_names() -> tuple[Named, ...]:
    """Return every name in small letters, with the runs of years in which it means one actor.

    Each is words, first and last year, the actor's id, and its Correlates of War number or None.
    """
    return _named(())


def _with_ids(rows: Table, words: ibis.Value, known: Table, into: str) -> Table:
    keyed = rows.mutate(sought_words=words, sought_year=rows.year.cast("int32"))
    found = keyed.left_join(
        known,
        [
            keyed.sought_words == known.words,
            keyed.sought_year >= known.first,
            keyed.sought_year <= known.last,
        ],
    )
    return found.select(
        *[found[column] for column in rows.columns],
        **{f"{into}id": found.id, f"{into}ccode": found.ccode},
    )


@cache
def _named(spellings: tuple[tuple[str, str | tuple[str, ...]], ...]) -> tuple[Named, ...]:
    own = {
        words: [life for one in _each(found) for life in _lives(one, Spell(None, None))]
        for words, found in spellings
    }
    return tuple(_runs({**_names(), **own}))


def _each(found: str | tuple[str, ...]) -> tuple[str, ...]:
    return (found,) if isinstance(found, str) else found


@cache
def _numbered(scheme: str) -> tuple[Named, ...]:
    held: dict[str, list[Bearing]] = {}
    for row in code_spells():
        if row.scheme == scheme:
            held.setdefault(str(row.code), []).append((*_days(row.spell), row.actor))
    return tuple(_runs(held))


@cache
def _names() -> dict[str, list[Bearing]]:
    borne: dict[str, list[Bearing]] = {}
    for form in (*surface_forms("en"), *typed_forms("en")):
        if form.kind in _NAMES:
            lives = _lives(form.actor, Spell(form.begins, form.ends))
            for words in {form.words.lower(), _plain(form.words)}:
                borne.setdefault(words, []).extend(lives)
    for shown in all_actors():
        borne.setdefault(shown.id.lower(), _lives(shown.id, Spell(None, None)))
    return borne


def _plain(words: str) -> str:
    """The words without accents and hyphens, as many tables write them."""
    signs = unicodedata.normalize("NFKD", words.replace("’", "'").replace("-", " ").lower())
    return "".join(sign for sign in signs if not unicodedata.combining(sign))


def _lives(actor_id: str, spell: Spell) -> list[Bearing]:
    begins, ends = _days(spell)
    lived = (_days(life) for life in actor(actor_id).spells)
    within = ((max(begins, first), min(ends, last)) for first, last in lived)
    return [(first, last, actor_id) for first, last in within if first <= last]


def _days(spell: Spell) -> tuple[dt.date, dt.date]:
    begins = spell.begins.earliest if spell.begins else None
    ends = spell.ends.latest if spell.ends else None
    return begins or dt.date.min, ends or dt.date.max


def _runs(borne: Mapping[str, Iterable[Bearing]]) -> Iterator[Named]:
    """The names with the runs of years in which each means one and the same actor and number."""
    for words, bearings in borne.items():
        held = tuple(bearings)
        numbers = [spell for _, _, found in held for spell in _cow().get(found, ())]
        edges = sorted(
            {edge for first, last, _ in (*held, *numbers) for edge in _edges(first, last)}
        )
        for first, following in zip(edges, [*edges[1:], dt.MAXYEAR], strict=True):
            found = _last_bearer(held, first)
            if found and first < following:
                number = _last_bearer(_cow().get(found, ()), first)
                yield words, first, following - 1, found, int(number) if number else None


def _edges(first: dt.date, last: dt.date) -> Iterator[int]:
    """The years in which what holds at the end of a year may begin to differ."""
    for day in (first, last):
        yield day.year
        if day.year < dt.MAXYEAR:
            yield day.year + 1


def _last_bearer(bearings: Iterable[Bearing], year: int) -> str | None:
    """Who holds it at the end of the year, or last in it; None for nobody and for several."""
    in_year = [one for one in bearings if one[0].year <= year <= one[1].year]
    end = dt.date(year, 12, 31)
    until = max((min(one[1], end) for one in in_year), default=None)
    holders = {one[2] for one in in_year if min(one[1], end) == until}
    return holders.pop() if len(holders) == 1 else None


@cache
def _cow() -> dict[str, tuple[Bearing, ...]]:
    held: dict[str, list[Bearing]] = {}
    for row in code_spells():
        if row.scheme == "cow":
            held.setdefault(row.actor, []).append((*_days(row.spell), str(row.code)))
    return {found: tuple(spells) for found, spells in held.items()}
