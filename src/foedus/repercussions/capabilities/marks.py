"""What happened between an actor and the one beside it: deliveries, flows, treaties, each dated."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from foedus.datasets.holdings import held_table, holdings_of
from foedus.ledger.engines import Engine
from foedus.treaties.instrument import Instrument

__all__ = ["Mark", "case_flows", "deliveries", "signatures"]

_FLOWS = frozenset({"AID", "COOPERATE"})
_POLITICAL = frozenset({"cooperation", "neutral"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One thing that happened: `kind` is delivery, flow or treaty; it surely fell within its days.

    `giver` and `taker` are None for what both did alike. `what` says it in the words of its source
    (in English where that is a dataset), empty for a flow, of which the passage tells. `sure` is
    False where its source doubts it or sources contradict each other. `key` leads to it: a row of a
    dataset, an event of the case with the `assertions` behind it, or the id of an instrument.
    """

    kind: str
    earliest: dt.date
    latest: dt.date
    giver: str | None
    taker: str | None
    what: str
    sure: bool
    key: str
    assertions: tuple[str, ...] = ()
    until: int | None = None


def deliveries(engine: Engine, actor: str, beside: Iterable[str]) -> tuple[Mark, ...]:
    """Return the deliveries of major arms between an actor and others, by SIPRI's register.

    One mark per deal, in the year of its first delivery; `until` is that of its last. Only the year
    is known. Empty where the register is not held.
    """
    if "deals" not in holdings_of("sipri-transfers"):
        return ()
    table = held_table(engine, "sipri-transfers", "deals")
    others = list(beside)
    given = (table.supplier_id == actor) & table.recipient_id.isin(others)
    taken = (table.recipient_id == actor) & table.supplier_id.isin(others)
    rows = engine.to_pyarrow(
        table.filter((given | taken) & table.first_delivery.notnull()).select(
            *("row", "supplier_id", "recipient_id", "designation", "description"),
            *("first_delivery", "last_delivery", "delivered", "delivered_uncertain"),
        )
    ).to_pylist()
    marks = [
        Mark(
            kind="delivery",
            earliest=dt.date(row["first_delivery"], 1, 1),
            latest=dt.date(row["first_delivery"], 12, 31),
            giver=row["supplier_id"],
            taker=row["recipient_id"],
            what=_arms(row),
            sure=not row["delivered_uncertain"],
            key=f"row {row['row']}",
            until=row["last_delivery"],
        )
        for row in rows
    ]
    return tuple(sorted(marks, key=lambda one: (one.earliest, one.what)))


def _arms(row: Mapping[str, Any]) -> str:
    named = f"{row['description']} {row['designation']}".strip()
    return f"{row['delivered']} × {named}" if row["delivered"] else named


def case_flows(
    events: Sequence[Mapping[str, Any]], actor: str, beside: Iterable[str]
) -> tuple[Mark, ...]:
    """Return the aid and cooperation in deeds that a case records between an actor and others.

    `events` are rows of its ledger. An event of no known day is left out: it can stand beside
    nothing.
    """
    return tuple(
        sorted(_flows(events, actor, frozenset(beside)), key=lambda one: (one.earliest, one.key))
    )


def _flows(
    events: Iterable[Mapping[str, Any]], actor: str, others: frozenset[str]
) -> Iterator[Mark]:
    for row in events:
        first, last = row["day_earliest"], row["day_latest"]
        if row["event_type"] not in _FLOWS or first is None or last is None:
            continue
        if row["polarity"] not in _POLITICAL:
            continue
        by, to = frozenset(row["initiator"] or ()), frozenset(row["target"] or ())
        if not to and actor in by and by & others:
            giver = taker = None
        elif actor in by and to & others:
            giver, taker = actor, min(to & others)
        elif actor in to and by & others:
            giver, taker = min(by & others), actor
        else:
            continue
        yield Mark(
            kind="flow",
            earliest=first,
            latest=last,
            giver=giver,
            taker=taker,
            what="",
            sure=row["standing"] == "certain",
            key=row["event"],
            assertions=tuple(row["assertions"] or ()),
        )


def signatures(
    instruments: Mapping[str, Instrument], actor: str, beside: Iterable[str], language: str
) -> tuple[Mark, ...]:
    """Return the treaties that an actor and one of the others are both party to, by signature.

    Of instruments of no more than four parties: a charter of all states tells of no pair.
    """
    others = frozenset(beside)
    found = []
    for one in instruments.values():
        parties = frozenset(one.actors)
        first, last = one.signed.earliest, one.signed.latest
        if actor not in parties or not parties & others or len(parties) > FEW:
            continue
        if first is None or last is None:
            continue
        found.append(
            Mark(
                kind="treaty",
                earliest=first,
                latest=last,
                giver=None,
                taker=None,
                what=one.title.said(language),
                sure=True,
                key=one.id,
            )
        )
    return tuple(sorted(found, key=lambda one: (one.earliest, one.key)))


FEW = 4
