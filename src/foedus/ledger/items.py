"""Assertions known to be one event before any rule is asked: judged so, or reprinted."""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from foedus.evidence import EventType, Modality
from foedus.ledger.origins import LEAST_WORDS_EQUAL
from foedus.ledger.rulings import Rulings
from foedus.ledger.same_event import Telling
from foedus.ledger.telling import deniable, telling
from foedus.ledger.words import plain_words

__all__ = ["Item", "Teller", "items"]

Row = Mapping[str, Any]
Teller = tuple[str, str | None, str | None]
"""Who speaks where: a document, and the speaker and actor it names, if any."""

_DATINGS = ("exact", "lasting", "narrow", "spoken", "undated", "none")
_TYPES = tuple(EventType)


@dataclass(frozen=True, slots=True)
class Item:
    """One or more assertions that are one event; most often just one.

    `told` is what those that do not deny the event tell, `denial` what a denial tells of what it
    denies. `tellers` have the days they pin the event to, None among them for a vaguer one.
    `deniable` are the windows in which a denial answers, `apart` the judgements that hold it apart.
    """

    members: tuple[str, ...]
    told: tuple[Telling, ...]
    denial: Telling | None
    tellers: Mapping[Teller, frozenset[tuple[int, int] | None]]
    deniable: frozenset[tuple[int, int]]
    apart: frozenset[str]
    judged: bool

    @property
    def opens_an_event(self) -> bool:
        """Whether the analyst joined what the rules might place in several events."""
        return self.judged and len(self.told) + (self.denial is not None) > 1


def items(rows: Sequence[Row], ruled: Rulings) -> list[Item]:
    """Return the items of these rows in the order of their content, from exact to vague.

    Those that open an event of their own come first, denials last.
    """
    by_id = {row["assertion"]: row for row in rows}
    judged = {one for members in ruled.together for one in members}
    reprints: dict[Hashable, list[str]] = defaultdict(list)
    for one in sorted(by_id.keys() - judged):
        reprints[_print(by_id[one], alone=one in ruled.apart)].append(one)
    found = [*ruled.together, *map(tuple, reprints.values())]
    made = [_item([by_id[one] for one in members], ruled, judged) for members in found]
    return sorted(made, key=_canonical)


def _print(row: Row, *, alone: bool) -> Hashable:
    """Return what reprints of one passage have in common: words, coding and day."""
    words = plain_words(row["quote"])
    if alone or len(words) < LEAST_WORDS_EQUAL:
        return row["assertion"]
    coding = (row["event_type"], *row["initiator"], "to", *row["target"], row["polarity"])
    return words, coding, row["day"], row["modality"], row["speaker_represents"]


def _item(rows: Sequence[Row], ruled: Rulings, judged: set[str]) -> Item:
    told = [row for row in rows if row["modality"] != Modality.DENIED]
    denials = sorted({telling(row) for row in rows if row not in told}, key=_terms)
    tellers: dict[Teller, frozenset[tuple[int, int] | None]] = defaultdict(frozenset)
    for row in told:
        tellers[row["document"], row["speaker"], row["speaker_represents"]] |= {telling(row).pin}
    return Item(
        members=tuple(row["assertion"] for row in rows),
        told=tuple(sorted({telling(row) for row in told}, key=_terms)),
        denial=denials[0] if denials else None,
        tellers=dict(tellers),
        deniable=frozenset(window for row in told for window in deniable(row)),
        apart=frozenset().union(*(ruled.apart.get(row["assertion"], ()) for row in rows)),
        judged=rows[0]["assertion"] in judged,
    )


def _canonical(item: Item) -> tuple[Any, ...]:
    first = item.told[0] if item.told else item.denial
    assert first is not None
    return not item.opens_an_event, not item.told, _terms(first), not item.apart, item.members


def _terms(told: Telling) -> tuple[Any, ...]:
    return (
        _DATINGS.index(told.dating),
        told.end - told.start,
        -len(told.parties),
        _TYPES.index(told.event_type),
        sorted(told.initiator),
        sorted(told.target),
        told.start,
        told.prospective,
        told.cooperative,
        told.day or (),
    )
