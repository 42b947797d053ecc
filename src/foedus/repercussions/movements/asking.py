"""The door for questions as people put them: an outcome by its name or file, actors by theirs."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pyarrow.csv as pc_csv

from foedus.actors.names import actor_named
from foedus.actors.states import actor
from foedus.errors import FoedusError, MissingDataset
from foedus.evidence import Day
from foedus.repercussions.movements.from_datasets import OUTCOMES, outcome_from_datasets
from foedus.repercussions.movements.from_mentions import outcome_from_mentions
from foedus.repercussions.movements.from_values import outcome_from_values
from foedus.repercussions.movements.movement import Movements, NotHeld
from foedus.repercussions.movements.movements import movements
from foedus.sources.case import Case
from foedus.sources.dyad_values import dyad_values
from foedus.sources.mention_counts import COLUMNS, mention_counts
from foedus.sources.mention_names import source_named
from foedus.treaties.instrument import Instrument

__all__ = ["case_movements", "movements_of"]


def movements_of(
    outcome: str | Path, event: Day, focus: Sequence[str], watched: Sequence[str]
) -> Movements:
    """Return who of `watched` moved towards `focus` after the event.

    `outcome` is one of OUTCOMES, or a file: a table of mentions (`sources.mention_counts`), of
    which `watched` are sources, all where none is named, or one of numbers for pairs
    (`dyad_values`). Raises FoedusError for another name, an event open on one side and a question
    without third parties; MissingDataset and FaultyInput for what is not held or not sound.
    """
    if event.earliest is None or event.latest is None:
        raise FoedusError(f"'{event}' is open on one side: an event has a first and a last day.")
    actors = tuple(dict.fromkeys(actor_named(one).id for one in focus))
    if not isinstance(outcome, Path):
        if outcome not in OUTCOMES:
            raise FoedusError(
                f"'{outcome}' is no outcome: {', '.join(OUTCOMES)}, or a file .csv or .parquet."
            )
        third = _third(watched, actors)
        return movements(outcome_from_datasets(outcome, event), event, actors, third)
    if _of_mentions(outcome):
        file = mention_counts(outcome)
        sources = tuple(dict.fromkeys(source_named(file.rows, one) for one in watched))
        found = outcome_from_mentions(file, event)
        return movements(found, event, actors, sources or tuple(dict.fromkeys(found.one)))
    third = _third(watched, actors)
    return movements(outcome_from_values(dyad_values(outcome), event), event, actors, third)


def _third(watched: Sequence[str], focus: Sequence[str]) -> tuple[str, ...]:
    third = dict.fromkeys(actor_named(one).id for one in watched)
    found = tuple(one for one in third if one not in focus)
    if not found:
        raise FoedusError("Nobody is watched besides the actors in focus: name third parties.")
    return found


def _of_mentions(file: Path) -> bool:
    """Whether a file is a table of mentions; what cannot be opened is left to its reader."""
    if file.suffix.lower() != ".csv":
        return True
    try:
        with pc_csv.open_csv(file) as rows:
            return set(COLUMNS) <= set(rows.schema.names)
    except (OSError, ValueError):
        return False


def case_movements(
    case: Case, instruments: Mapping[str, Instrument]
) -> tuple[Movements | NotHeld, ...]:
    """Return who moved in each outcome that a case asks about, in the order of `case.toml`.

    Where a question names no day it is the signature of the first treaty the case compares. Raises
    FoedusError where there is none, and what `movements_of` does.
    """
    signed = instruments[case.compare[0]].signed if case.compare else None
    states = [one for one in case.watch if actor(one).kind == "state"]
    found: list[Movements | NotHeld] = []
    for asked in case.movements:
        event = asked.on or signed
        if event is None:
            raise FoedusError(
                f"{case.folder / 'case.toml'}: [[moved]] says no day, and the case compares no "
                'treaty whose signature it could be. Add on = "2024-06-19".'
            )
        file = asked.file
        watched = asked.watch or (() if file is not None and _of_mentions(file) else states)
        try:
            found.append(movements_of(file or asked.outcome, event, case.focus, watched))
        except MissingDataset as missing:
            found.append(NotHeld(asked.outcome, str(missing)))
    return tuple(found)
