"""What the analyst's judgements bind the settling of events to.

`same` and `translated` hold assertions together, `different` holds them apart, `wrong` takes them
out, `contradicts` makes their events contested (and puts a denial into the event of what it
denies). Where two judgements clash the later one holds; on one day, the one that holds apart.
Judgements of the same content and day have the same effect in whatever order they are read.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from foedus.evidence import Modality
from foedus.ledger.groups import Groups

__all__ = ["Rulings", "rulings"]


@dataclass(frozen=True, slots=True)
class Rulings:
    """What judgements say of the assertions at hand.

    `together` lists the sets of two or more assertions that are one event, `apart` the judgements
    that hold an assertion apart from all others named in them.
    """

    wrong: frozenset[str]
    contradicted: frozenset[str]
    translated: tuple[tuple[str, ...], ...]
    together: tuple[tuple[str, ...], ...]
    apart: Mapping[str, frozenset[str]]


def rulings(judgements: Iterable[Mapping[str, Any]], modality: Mapping[str, str]) -> Rulings:
    """Return what the rows of `judgements` say of the assertions that have a `modality`.

    Assertions that are not at hand, or that were judged wrong, are passed over.
    """
    rows = sorted(judgements, key=lambda row: (row["verdict"], row["judgement"]))
    wrong = frozenset(one for row in rows if row["verdict"] == "wrong" for one in row["assertions"])
    known = [
        {**row, "assertions": sorted(set(row["assertions"]) & modality.keys() - wrong)}
        for row in rows
    ]
    return Rulings(
        wrong=wrong,
        contradicted=frozenset(
            one for row in known if row["verdict"] == "contradicts" for one in row["assertions"]
        ),
        translated=tuple(
            tuple(row["assertions"]) for row in known if row["verdict"] == "translated"
        ),
        together=_together(known, modality),
        apart=_apart(known),
    )


def _apart(rows: list[dict[str, Any]]) -> dict[str, frozenset[str]]:
    apart: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row["verdict"] == "different":
            for assertion in row["assertions"]:
                apart[assertion].add(row["judgement"])
    return {assertion: frozenset(ids) for assertion, ids in apart.items()}


def _together(
    rows: list[dict[str, Any]], modality: Mapping[str, str]
) -> tuple[tuple[str, ...], ...]:
    groups: Groups[str] = Groups()
    parted: dict[str, set[str]] = defaultdict(set)
    for row in sorted(rows, key=_latest_first):
        if row["verdict"] == "different":
            for assertion in row["assertions"]:
                parted[groups.root(assertion)].add(row["judgement"])
        elif _binds(row, modality):
            _unite(row["assertions"], groups, parted)
    return tuple(members for members in groups.members() if len(members) > 1)


def _unite(assertions: list[str], groups: Groups[str], parted: dict[str, set[str]]) -> None:
    for one, other in pairwise(assertions):
        left, right = groups.root(one), groups.root(other)
        if left != right and not parted[left] & parted[right]:
            parted[groups.united(left, right)] |= parted[left] | parted[right]


def _binds(row: Mapping[str, Any], modality: Mapping[str, str]) -> bool:
    if row["verdict"] == "contradicts":
        return any(modality[one] == Modality.DENIED for one in row["assertions"])
    return row["verdict"] in ("same", "translated")


def _latest_first(row: Mapping[str, Any]) -> tuple[int, bool, str]:
    on = row["on"]
    return -on.toordinal() if on else 0, row["verdict"] != "different", row["judgement"]
