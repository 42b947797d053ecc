"""What a ledger's assertions tell of things that pass: claims, and what could not be placed.

Which assertions. Help (AID) and forces that go to somebody's side (MOBILIZE told as cooperation);
an exchange (COOPERATE) where something of a known sort other than men is counted. A side that a
passage does not name is taken from the event it settles into. What is assessed is no claim, nor
what a language model read, nor what the analyst judged wrong.

How. What is asserted or reported passed, unless the words are of making ready ("being prepared",
"mobilised"), which is no delivery; planned, possible, demanded and denied stay apart.

When. Its own days; a report without days of its own is a claim of all that had passed by the day
on which it was made, and one that counts "since" a day, of all from that day to the report.

How much. As the words leave it. In "9 of 30 million" the amount read is the whole: the part is at
most that. What several give or receive together is at most that for each.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

from ibis.expr.types import Table

from foedus.evidence import EventType, Modality, Polarity
from foedus.ledger.dispatches import dispatches
from foedus.ledger.origins import origins
from foedus.ledger.readers import not_by_a_model
from foedus.ledger.rulings import Rulings, rulings
from foedus.repercussions.flows.claim import Aside, Claim, Manner, Why
from foedus.repercussions.flows.days import Days, common_days, days_of, spoken_by
from foedus.repercussions.flows.kinds import (
    UNSPECIFIED,
    counted_as,
    kind_of,
    only_prepared,
    passes,
)

__all__ = ["Told", "told_flows"]

Row = Mapping[str, Any]

_MANNERS = {
    Modality.ASSERTED: Manner.PASSED,
    Modality.REPORTED: Manner.PASSED,
    Modality.PLANNED: Manner.PLANNED,
    Modality.POSSIBLE: Manner.POSSIBLE,
    Modality.DEMANDED: Manner.DEMANDED,
    Modality.DENIED: Manner.DENIED,
}
_MODES = {"manpower": "men"}
_PART_OF = re.compile(r"\d[\d.,\u00a0\u202f ]*\s(?:of|sur|des?|из|із|з)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of things that pass: claims that can be placed, and the rest, with reasons."""

    claims: tuple[Claim, ...] = ()
    asides: tuple[Aside, ...] = ()


def told_flows(ledger: Mapping[str, Table]) -> Told:
    """Return what the assertions of a ledger tell; `ledger` maps names to its tables.

    One claim for each assertion, giver and receiver; sorted by id. It runs the queries.
    """
    rows = _rows(not_by_a_model(ledger["assertions"]))
    judged = _rows(ledger["judgements"])
    known = {row["assertion"]: row for row in rows}
    ruled = rulings(judged, {one: row["modality"] for one, row in known.items()})
    reader = _Reader(
        known=known,
        ruled=ruled,
        against=_against(judged),
        together={one: group for group in ruled.together for one in group},
        documents={row["document"]: row for row in _rows(ledger["documents"].drop("metadata"))},
        works={(row["document"], row["work"]): row for row in _rows(ledger["works"])},
        events={one: row for row in _rows(ledger["events"]) for one in row["assertions"]},
    )
    found = [each for row in rows if row["assertion"] not in ruled.wrong for each in reader.of(row)]
    claims = [each for each in found if isinstance(each, Claim)]
    asides = [each for each in found if isinstance(each, Aside)]
    claims = reader.with_origins(claims)
    return Told(
        tuple(sorted(claims, key=lambda one: (one.id, one.giver, one.receiver))),
        tuple(sorted(asides, key=lambda one: one.id)),
    )


def _rows(table: Table) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = table.to_pyarrow().to_pylist()
    return rows


def _against(judged: Iterable[Row]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for row in judged:
        if row["verdict"] == "contradicts":
            for one in row["assertions"]:
                found[one] = found.get(one, frozenset()) | {row["judgement"]}
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    known: Mapping[str, Row]
    ruled: Rulings
    against: Mapping[str, frozenset[str]]
    together: Mapping[str, tuple[str, ...]]
    documents: Mapping[str, Row]
    works: Mapping[tuple[str | None, str], Row]
    events: Mapping[str, Row]

    def of(self, row: Row) -> Iterator[Claim | Aside]:
        """Yield what one assertion tells of things that pass; nothing for all others."""
        counted = counted_as(row["quantity_of"], row["quantity_unit"])
        given = row["event_type"] == EventType.AID
        if counted is not None and not passes(counted, given=given):
            counted = None
        language = self.documents.get(row["document"], {}).get("language")
        kind = kind_of(counted, row["quote"], language)
        if kind == UNSPECIFIED:
            kind = _MODES.get(row["mode"] or "", kind)
        if row["modality"] == Modality.ASSESSED:
            return
        if row["event_type"] is None:
            if counted and kind != UNSPECIFIED and row["initiator"] and row["target"]:
                yield self._aside(row, kind, counted, Why.NO_EVENT)
            return
        if not _may_pass(row, kind, counted):
            return
        givers, receivers = self._sides(row)
        why = _unplaced(row, givers, receivers)
        if why is not None:
            if (givers or receivers) and (counted or kind != UNSPECIFIED):
                yield self._aside(row, kind, counted, why)
            return
        yield from self._claims(row, kind, counted, language, givers, receivers)

    def _claims(
        self,
        row: Row,
        kind: str,
        counted: str | None,
        language: str | None,
        givers: tuple[str, ...],
        receivers: tuple[str, ...],
    ) -> Iterator[Claim]:
        low, high = _amount(row) if counted else (None, None)
        if len(givers) * len(receivers) > 1:
            low = None
        begins, ends = self._days(row, language)
        manner = _MANNERS[Modality(row["modality"])]
        if manner is Manner.PASSED and only_prepared(row["quote"], language):
            manner = Manner.PREPARED
        for giver, receiver in product(givers, receivers):
            if giver != receiver:
                yield Claim(
                    id=row["assertion"],
                    giver=giver,
                    receiver=receiver,
                    kind=kind,
                    manner=manner,
                    counted=counted if (low, high) != (None, None) else None,
                    low=low,
                    high=high,
                    begins=begins,
                    ends=ends,
                    by=self._by(row),
                    said=spoken_by(row),
                    same=self.together.get(row["assertion"], (row["assertion"],))[0],
                    apart=self.ruled.apart.get(row["assertion"], frozenset()),
                    against=self.against.get(row["assertion"], frozenset()),
                    place=row["place"],
                )

    def _sides(self, row: Row) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return who gives and who receives; a side not named is that of the event."""
        givers, receivers = tuple(row["initiator"]), tuple(row["target"])
        event = self.events.get(row["assertion"])
        if event is None:
            return givers, receivers
        if givers and not receivers and set(event["initiator"]) == set(givers):
            receivers = tuple(event["target"])
        elif receivers and not givers and set(event["target"]) == set(receivers):
            givers = tuple(event["initiator"])
        return givers, receivers

    def _days(self, row: Row, language: str | None) -> Days:
        days = days_of(row, language)
        for other in self.together.get(row["assertion"], ()):
            days = common_days(days, days_of(self.known[other], language))
        return days

    def _by(self, row: Row) -> str:
        if row["speaker_represents"] or row["speaker"]:
            return str(row["speaker_represents"] or row["speaker"])
        work = self.works.get((row["document"], row["cites"] or ""))
        document = self.documents.get(row["document"], {})
        if document.get("kind") == "chronicle" and work and work["publisher"]:
            return str(work["publisher"])
        author = next(iter(document.get("authors") or ()), None)
        named = (document.get("publisher"), author, document.get("title"), document.get("name"))
        return str(next((name for name in named if name), ""))

    def _aside(self, row: Row, kind: str, counted: str | None, why: Why) -> Aside:
        low, high = _amount(row) if counted else (None, None)
        return Aside(
            id=row["assertion"],
            actors=frozenset((*row["initiator"], *row["target"])),
            kind=kind,
            why=why,
            counted=counted if (low, high) != (None, None) else None,
            low=low,
            high=high,
            said=spoken_by(row),
        )

    def with_origins(self, claims: list[Claim]) -> list[Claim]:
        """Return the claims, each with the name of the source it goes back to."""
        rows = [self.known[one] for one in dict.fromkeys(each.id for each in claims)]
        spoken = dict.fromkeys(row["document"] for row in rows)
        texts = (
            (key, self.documents[key]["text"])
            for key in spoken
            if key in self.documents and self.documents[key]["kind"] == "text"
        )
        copied = dispatches(texts)
        found = origins(rows, self.works, self.documents, self.ruled.translated, copied)
        return [replace(each, origin=found[each.id]) for each in claims]


def _may_pass(row: Row, kind: str, counted: str | None) -> bool:
    match row["event_type"]:
        case EventType.AID:
            return True
        case EventType.MOBILIZE:
            cooperative = row["polarity"] == Polarity.COOPERATION
            return kind == "men" and (cooperative or row["mode"] == "troops" or counted is not None)
        case EventType.COOPERATE:
            known = kind not in (UNSPECIFIED, "men")
            return known and (counted is not None or kind == "technology")
    return False


def _unplaced(row: Row, givers: tuple[str, ...], receivers: tuple[str, ...]) -> Why | None:
    if row["event_type"] == EventType.COOPERATE and len(givers) > 1 and not receivers:
        return Why.DIRECTION
    if not givers:
        return Why.GIVER
    if not receivers:
        return Why.RECEIVER
    prospective = row["modality"] == Modality.PLANNED
    if (
        row["event_type"] == EventType.MOBILIZE
        and row["polarity"] != Polarity.COOPERATION
        and not prospective
    ):
        return Why.SIDE
    return None


def _amount(row: Row) -> tuple[float | None, float | None]:
    low, high = row["quantity_low"], row["quantity_high"]
    words, quote = row["quantity_words"], row["quote"]
    if words and _PART_OF.search(quote[: max(quote.find(words), 0)]):
        return None, high
    return low, high
