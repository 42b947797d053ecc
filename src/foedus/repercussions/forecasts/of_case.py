"""The forecasts of a case: what stands on its scoreboard, read and checked, nothing computed."""

from dataclasses import dataclass

from foedus.repercussions.forecasts.scoreboard import FILE, Entry, Scoreboard, scoreboard_at
from foedus.repercussions.forecasts.standing import Standing, standings
from foedus.sources.case import Case

__all__ = ["CaseForecasts", "forecasts_of"]


@dataclass(frozen=True, slots=True)
class CaseForecasts:
    """A case's scoreboard, how it did, and its `latest` forecast of each thing and window.

    Hindcasts are no forecasts: they are not among the latest.
    """

    board: Scoreboard
    standings: tuple[Standing, ...]
    latest: tuple[Entry, ...]


def forecasts_of(case: Case) -> CaseForecasts | None:
    """Return what the scoreboard of a case holds, None where it has none.

    Raises FaultyInput, naming the line, where the scoreboard was changed after it was written.
    """
    path = case.folder / FILE
    if not path.exists():
        return None
    board = scoreboard_at(path)
    latest: dict[tuple[str, ...], Entry] = {}
    for one in board.forecasts:
        if one["standing"] != "hindcast":
            about = one["about"]
            latest[(about["target"], *about["parties"], about["to"])] = one
    return CaseForecasts(board, standings(board), tuple(latest.values()))
