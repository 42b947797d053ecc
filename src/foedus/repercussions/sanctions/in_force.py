"""Which measures are in force on a day, by whom, on whom, and through which organisation.

A measure of an organisation is one of the organisation: "the EU as EU". It binds its members of
that day through it (`members.members_on`), and who asks for a state's measures is given the
organisation's beside its own, each under its own sender. Nothing is in force twice.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from foedus.errors import MissingDataset
from foedus.reading.sanctions_lists import SanctionsList
from foedus.relations.bonds.parts import Provenance, provenance
from foedus.repercussions.sanctions.held_cases import measures_of_gsdb
from foedus.repercussions.sanctions.listed import measures_of_eu, measures_of_lists
from foedus.repercussions.sanctions.measures import InForce, Measure, Why
from foedus.repercussions.sanctions.members import organisations_of

__all__ = ["DATASETS", "Known", "Standing", "known_measures", "measures_in_force", "targets_of"]

DATASETS = {"gsdb": "sender_target_years", "eu-sanctions": "listings"}
"""The published data that measures are drawn from, each with the table asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """All measures that can be drawn on: of the datasets named, and of an analyst's own lists.

    `sources` says of each dataset whether it is held, and `lists` which files were read.
    """

    measures: tuple[Measure, ...]
    sources: tuple[Provenance, ...]
    lists: tuple[SanctionsList, ...] = ()

    @property
    def missing(self) -> tuple[Provenance, ...]:
        """The datasets that are not on this machine."""
        return tuple(one for one in self.sources if one.missing)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A measure with its standing on a day.

    `why` says why it is on the target asked about, None where none was asked. `through` is the
    organisation whose measure it is, where a member's measures were asked for.
    """

    measure: Measure
    standing: InForce
    why: Why | None
    through: str | None


def known_measures(
    datasets: Iterable[str] = tuple(DATASETS), lists: Iterable[SanctionsList] = ()
) -> Known:
    """Return what can be drawn on: the datasets named as far as they are held, and these lists."""
    sources, measures = [], list[Measure]()
    for name in datasets:
        sources.append(provenance(name, DATASETS[name]))
        try:
            measures += measures_of_gsdb() if name == "gsdb" else measures_of_eu()
        except MissingDataset:  # its provenance says what to run
            continue
    own = tuple(lists)
    return Known(measures=(*measures, *measures_of_lists(own)), sources=tuple(sources), lists=own)


def measures_in_force(
    day: dt.date,
    known: Known,
    *,
    sender: str | None = None,
    target: str | None = None,
    kinds: Iterable[str] = (),
) -> tuple[Standing, ...]:
    """Return the measures in force that day, possibly in force, and those of which it is unknown.

    Only those of `sender`, with those of the organisations it is a member of that day, only those
    on `target`, and only those of one of these `kinds`, where they are given; an entry of a list
    that does not say what it imposes is then left out. What is not in the sources is not known to
    be in force: nothing returned is no proof of nothing.
    """
    organisations = organisations_of(sender, day) if sender else ()
    wanted = frozenset(kinds)
    asked = (one for one in known.measures if not wanted or wanted & {*one.kinds})
    return tuple(_standings(day, asked, sender, organisations, target))


def _standings(
    day: dt.date,
    measures: Iterable[Measure],
    sender: str | None,
    organisations: tuple[str, ...],
    target: str | None,
) -> Iterator[Standing]:
    for measure in measures:
        through = measure.sender if measure.sender in organisations else None
        if sender is not None and measure.sender != sender and through is None:
            continue
        why = measure.why(target) if target is not None else None
        if target is not None and why is None:
            continue
        standing = measure.in_force(day)
        if standing is not None:
            yield Standing(measure=measure, standing=standing, why=why, through=through)


def targets_of(
    sender: str, day: dt.date, known: Known, kinds: Iterable[str] = ()
) -> dict[str, InForce]:
    """Return who is under measures of a sender that day, each with its surest standing.

    Counted are measures on a state as such, not those on persons because of their nationality or
    address; with `kinds`, only measures of one of these families. Measures of which it is unknown
    whether they still run are told as that.
    """
    order = list(InForce)
    found: dict[str, InForce] = {}
    for one in measures_in_force(day, known, sender=sender, kinds=kinds):
        for target, why in one.measure.on:
            if why in (Why.NAMED, Why.PROGRAMME, Why.REGIME):
                before = found.get(target)
                if before is None or order.index(one.standing) < order.index(before):
                    found[target] = one.standing
    return dict(sorted(found.items()))
