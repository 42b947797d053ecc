"""The outcomes in which a case asks who moved, as `case.toml` says them."""

from pathlib import Path
from typing import Final

from foedus.actors.states import actor
from foedus.errors import UnknownActor
from foedus.evidence import Day
from foedus.sources.case import MovementsAsked
from foedus.sources.mention_counts import ENDINGS
from foedus.sources.toml_file import Table

__all__ = ["DATASET_OF_OUTCOME", "movements_asked"]

DATASET_OF_OUTCOME: Final = {
    "votes": "unga-votes",
    "ideal-points": "ideal-points",
    "trade": "trade",
    "exercises": "exercises",
}
"""The outcomes that published data tell of all pairs of states, and the dataset of each."""


def movements_asked(
    table: Table, folder: Path, datasets: tuple[str, ...]
) -> tuple[MovementsAsked, ...]:
    """Return what the `[[moved]]` blocks of a case ask; faults are noted in `table`.

    `outcome` is one of DATASET_OF_OUTCOME, whose dataset the case names, or a file in its folder.
    `on` is when, the signature of the first treaty compared where it is left out; `watch` who.
    """
    return tuple(_asked(inner, folder, datasets) for inner in table.tables("moved"))


def _asked(table: Table, folder: Path, datasets: tuple[str, ...]) -> MovementsAsked:
    outcome = table.text("outcome") or ""
    file = None
    if outcome in DATASET_OF_OUTCOME:
        dataset = DATASET_OF_OUTCOME[outcome]
        if dataset not in datasets:
            problem = f"'{outcome}' rests on {dataset}, which the case does not name"
            table.fault(problem, f'"{dataset}" among its datasets', "outcome")
    elif outcome:
        file = _file(table, folder, outcome)
    watch = table.texts("watch", required=False)
    for index, name in enumerate(watch if outcome in DATASET_OF_OUTCOME else ()):
        try:
            actor(name)
        except UnknownActor:
            table.fault(f"'{name}' is no actor's id", "ids such as KOR or JPN", "watch", index)
    on = table.text("on", required=False)
    asked = MovementsAsked(
        outcome=outcome,
        file=file,
        on=None if on is None else _day(table, on),
        watch=watch,
    )
    table.faults_of_the_rest()
    return asked


def _file(table: Table, folder: Path, name: str) -> Path | None:
    path = folder / name
    expected = f"{', '.join(DATASET_OF_OUTCOME)}, or a file in the case folder"
    if "\0" in name or not path.resolve().is_relative_to(folder.resolve()):
        table.fault(f"{name!a} leads outside the case", expected, "outcome")
    elif not path.is_file() or path.suffix.lower() not in ENDINGS:
        table.fault(f"'{name}' is no outcome", expected, "outcome")
    else:
        return path
    return None


def _day(table: Table, words: str) -> Day | None:
    expected = "a day, or days it lies between: 2024-06-19, 2024-06, 2013/2015"
    try:
        day = Day(words)
    except ValueError as error:
        table.fault(str(error), expected, "on")
        return None
    if day.earliest is None or day.latest is None:
        table.fault(f"'{words}' is open on one side", expected, "on")
        return None
    return day
