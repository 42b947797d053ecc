"""Obligations where they stand, and which of them can matter to an act on a day.

A clause is one obligation with its instrument, article and source. Among the thousands that history
has left, only those can answer an act that concern one of its actors: a collection of instruments
keeps the index that finds them.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from foedus.evidence import Spell
from foedus.treaties.instrument import Instrument, Obligation
from foedus.treaties.vocabulary import kinds

__all__ = ["Clause", "Instruments", "clauses_on"]


@dataclass(frozen=True, slots=True)
class Clause:
    """An obligation where it stands: instrument, article number, source, days of its wording."""

    instrument: Instrument
    article: str
    source: str
    obligation: Obligation
    spell: Spell | None = None

    @property
    def answers(self) -> str:
        """What an obligor who is asked is told: must, may or barred."""
        return kinds()[self.obligation.kind].answers

    @property
    def triggered_by(self) -> str:
        """What sets the clause off; see `obligations.yaml`."""
        return kinds()[self.obligation.kind].triggered_by

    def may_stand_on(self, date: dt.date) -> bool:
        """Whether the instrument was signed by that day and the article was so worded."""
        return self.instrument.signed.possibly_on_or_before(date) and (
            self.spell is None or self.spell.may_cover(date)
        )


class Instruments(Mapping[str, Instrument]):
    """Instruments by id, in the order given, that know which clauses concern whom.

    It never changes; what is asked of it often is found once. Each is its own key in a cache.
    """

    def __init__(self, instruments: Mapping[str, Instrument]) -> None:
        self._instruments = dict(instruments)

    @classmethod
    def of(cls, instruments: Mapping[str, Instrument]) -> Self:
        """Return these instruments, the same collection if they are one already."""
        return instruments if isinstance(instruments, cls) else cls(instruments)

    def __getitem__(self, instrument_id: str) -> Instrument:
        return self._instruments[instrument_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._instruments)

    def __len__(self) -> int:
        return len(self._instruments)

    def __hash__(self) -> int:
        return id(self)

    def __eq__(self, other: object) -> bool:
        return self is other

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """Every obligation where it stands, in the order of the instruments."""
        return tuple(
            Clause(instrument, article.number, article.source, obligation, article.spell)
            for instrument in self._instruments.values()
            for article, obligation in instrument.obligations()
        )

    def clauses_concerning(self, actors: Collection[str], on: dt.date) -> tuple[Clause, ...]:
        """Return the clauses that may stand that day and that one of the actors owes or is owed."""
        chosen = set(self._concerning.get("any state", ()))
        for actor in actors:
            chosen.update(self._concerning.get(actor, ()))
        found = (self.clauses[place] for place in sorted(chosen))
        return tuple(clause for clause in found if clause.may_stand_on(on))

    @cached_property
    def _concerning(self) -> Mapping[str, tuple[int, ...]]:
        places: defaultdict[str, list[int]] = defaultdict(list)
        for place, clause in enumerate(self.clauses):
            for actor in dict.fromkeys(_concerned(clause)):
                places[actor].append(place)
        return {actor: tuple(found) for actor, found in places.items()}


def clauses_on(instruments: Mapping[str, Instrument], on: dt.date) -> Iterator[Clause]:
    """Yield every obligation as worded that day, of instruments signed by then."""
    held = Instruments.of(instruments)
    yield from (clause for clause in held.clauses if clause.may_stand_on(on))


def _concerned(clause: Clause) -> Iterator[str]:
    """Everybody who owes or is owed; the parties, for what is the Security Council's."""
    named = (*clause.obligation.obligor, *clause.obligation.beneficiary)
    yield from clause.instrument.meant(named)
    if "the Security Council" in named:
        yield from clause.instrument.actors
