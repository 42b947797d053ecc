"""Entries of lists as measures: those of European regulations that are held, and an analyst's own.

**Whom a listing is on.** The programme of the regulation or list names a state (EU-PRK: North
Korea); beside it counts the nationality, the state of registration and the address that the entry
gives. Regulation (EU) No 269/2014 names no state: it lists who undermines the territorial integrity
of Ukraine, and is counted for Russia, with `Why.REGIME` as the reason, whoever is listed.

**Until when.** A consolidated text has who is listed on its day and no longer who was taken off, so
the measures of an earlier day are a lower bound. The file does not tell its day: it is taken to
reach the newest listing in any of the files held, which supposes that they were fetched together.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

import pyarrow.compute as pc

from foedus.actors.cldr import state_with_letters
from foedus.actors.names import actor_named, names_somebody
from foedus.datasets.holdings import held_columns
from foedus.errors import FoedusError
from foedus.evidence import Day, Spell
from foedus.reading.sanctions_lists import Listing, SanctionsList
from foedus.repercussions.sanctions.measures import Measure, Why

__all__ = ["measures_of_eu", "measures_of_lists"]

_PROGRAMMES = {
    "EU-PRK": ("PRK", Why.PROGRAMME),
    "EU-RUS": ("RUS", Why.PROGRAMME),
    "EU-UKR": ("RUS", Why.REGIME),
}
_KINDS = {
    "Asset freeze": ("financial",),
    "Financial restrictions": ("financial",),
    "Investment ban": ("financial",),
    "Export control": ("trade",),
    "Transportation restrictions": ("other",),
    "Services ban": ("other",),
}
_UN_PROGRAMMES = {
    "DPRK": "PRK",
    "DRC": "COD",
    "CAR": "CAF",
    "GB": "GNB",
    "Al-Qaida": "ALQAEDA",
    "Taliban": "TALIBAN",
}
"""Parts of the United Nations' list whose short names are no names of the actors elsewhere."""

_COLUMNS = (
    "celex",
    "recordId",
    "programKey",
    "annex",
    "measure",
    "schema",
    "name",
    "listed",
    "country",
    "nationality",
    "jurisdiction",
    "address",
    "reason",
)
_ORGANISATIONS = ("EU", "UN")
_BETWEEN = re.compile(r"[,;/()]| and ")
_MARKS = " .\"'"


def measures_of_eu() -> tuple[Measure, ...]:
    """Return one measure per listing of the European regulations held; raises MissingDataset."""
    rows = held_columns("eu-sanctions", "listings", *_COLUMNS)
    newest: dt.date | None = pc.max(rows["listed"]).as_py()
    return tuple(_of_eu(row, newest) for row in rows.to_pylist())


def _of_eu(row: dict[str, object], newest: dt.date | None) -> Measure:
    told = {name: str(value) for name, value in row.items() if value is not None}
    on: dict[str, Why] = {}
    programme = _PROGRAMMES.get(told.get("programKey", ""))
    if programme:
        on[programme[0]] = programme[1]
    for column in ("nationality", "country", "jurisdiction"):
        for state in _states(_BETWEEN.split(told.get(column, ""))):
            on.setdefault(state, Why.NATIONALITY)
    for state in _states(one.split(",")[-1] for one in told.get("address", "").split(";")):
        on.setdefault(state, Why.ADDRESS)
    listed = row["listed"]
    number = told.get("recordId") or told["name"]
    return Measure(
        key=f"eu:{told['celex']}:{told.get('annex', '')}:{number}",
        dataset="eu-sanctions",
        sender="EU",
        on=tuple(on.items()),
        kinds=_KINDS.get(told.get("measure", ""), ()),
        spell=Spell(Day.of(listed) if isinstance(listed, dt.date) else None),
        programme=told["celex"],
        known_until=newest,
        name=told["name"],
        sort=told.get("schema"),
        reason=told.get("reason"),
    )


def measures_of_lists(lists: Iterable[SanctionsList]) -> tuple[Measure, ...]:
    """Return one measure per entry of an analyst's own lists.

    A sender that the file does not name is None. Of the kinds of measures the lists say nothing.
    """
    return tuple(_of_list(one, held) for held in lists for one in held.listings)


def _of_list(listing: Listing, held: SanctionsList) -> Measure:
    on: dict[str, Why] = {}
    for state in _states([_UN_PROGRAMMES.get(listing.programme or "", listing.programme or "")]):
        on[state] = Why.PROGRAMME
    for state in _states(listing.states):
        on.setdefault(state, Why.NATIONALITY)
    sender = next(_states([listing.sender or ""]), None)
    return Measure(
        key=f"{held.file}:{listing.key}",
        dataset=held.file,
        sender=sender,
        on=tuple(on.items()),
        kinds=(),
        spell=listing.spell,
        programme=listing.programme or held.form,
        known_until=held.as_of,
        name=listing.name,
        sort=listing.kind or None,
        reason=listing.reason,
    )


def _states(words: Iterable[str]) -> Iterator[str]:
    for one in words:
        state = _state(one.strip(_MARKS))
        if state:
            yield state


@lru_cache(maxsize=8192)
def _state(words: str) -> str | None:
    """Return the actor that words or a code of two letters mean; a bare number means nobody."""
    if not any(letter.isalpha() for letter in words):
        return None
    if len(words) == 2 and words.upper() not in _ORGANISATIONS:
        return state_with_letters(words)
    if not names_somebody(words):
        return None
    try:
        return actor_named(words).id
    except FoedusError:  # several share the name
        return None
