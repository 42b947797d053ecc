"""Where the actors of a case stand: who must defend whom, how they vote, how alike they are.

Who owes defence comes from the treaties of register and case alone. Votes and alliances come from
published data, and only from datasets that the case names: the same case then gives the same
dossier on every machine that holds them, and says so on one that does not.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pyarrow as pa

from foedus.actors.states import actor
from foedus.ledger.engines import engine_at
from foedus.relations.bonds.lines import line_of
from foedus.relations.bonds.parts import Part
from foedus.relations.bonds.similar import alliance_similarity, vote_similarity
from foedus.relations.bonds.turns import point_turns
from foedus.relations.bonds.votes import ideal_points_of
from foedus.sources.case import Case
from foedus.treaties.binding import binding_obligations, obligations_table
from foedus.treaties.instrument import Instrument

__all__ = ["Positions", "defence_between", "positions_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Positions:
    """Where the states in focus and watched stand on the last day of the case's period.

    `states` are those, in the order of the case; `defence` has one row per clause: `obligor`,
    `beneficiary`, `instrument`, `article`, `standing`. A part is None where the case names no
    dataset for it; one that is named and not on this machine has no rows and says what to run.
    Similarity is that of the first state in focus to each of the others. `point_turns` is when the
    first two states in focus drew together or apart in the case's period (`bonds.turns`).
    """

    on: dt.date | None
    states: tuple[str, ...]
    defence: pa.Table
    ideal_points: Part | None = None
    point_turns: Part | None = None
    vote_similarity: Part | None = None
    alliance_similarity: Part | None = None

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts that rest on datasets the case names."""
        return tuple(
            part
            for part in (self.ideal_points, self.vote_similarity, self.alliance_similarity)
            if part is not None
        )


def positions_of(case: Case, instruments: Mapping[str, Instrument]) -> Positions:
    """Return where the states of a case stand; no dataset is opened that the case does not name."""
    states = tuple(
        one for one in dict.fromkeys((*case.focus, *case.watch)) if actor(one).kind == "state"
    )
    on = case.period.latest
    found = Positions(on=on, states=states, defence=defence_between(instruments, states, on))
    if not case.datasets or not states:
        return found
    first, *others = (line_of(one) for one in states)
    with engine_at() as engine:
        named = set(case.datasets)
        points = ideal_points_of(engine, (first, *others)) if "ideal-points" in named else None
        return Positions(
            on=on,
            states=states,
            defence=found.defence,
            ideal_points=points,
            point_turns=_turns(case, points, states),
            vote_similarity=(
                vote_similarity(engine, first, others) if "unga-votes" in named else None
            ),
            alliance_similarity=(
                alliance_similarity(engine, first, others) if "atop" in named else None
            ),
        )


def _turns(case: Case, points: Part | None, states: tuple[str, ...]) -> Part | None:
    pair = [one for one in case.focus if one in states][:2]
    first, last = case.period.earliest, case.period.latest
    if points is None or len(pair) < 2 or first is None or last is None:
        return None
    one, other = map(line_of, pair)
    return point_turns(one, other, points, first, last)


def defence_between(
    instruments: Mapping[str, Instrument], states: Iterable[str], on: dt.date | None
) -> pa.Table:
    """Return who of these states must defend whom that day, one row per clause and direction."""
    chosen = tuple(states)
    concerned = [
        each
        for each in instruments.values()
        if len({*each.actors, *each.guaranteed} & {*chosen}) > 1
        and any(obligation.kind == "defence" for _, obligation in each.obligations())
    ]
    bound = binding_obligations(obligations_table(concerned), on or dt.date.max)
    owed = bound.filter(
        bound.kind == "defence", bound.obligor.isin(chosen), bound.beneficiary.isin(chosen)
    )
    rows = owed.select("obligor", "beneficiary", "instrument", "article", "standing").distinct()
    return rows.order_by("obligor", "beneficiary", "instrument", "article").to_pyarrow()
