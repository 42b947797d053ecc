"""What may come: scenarios of a case run through duties, promises kept, capabilities and reach."""

from foedus.repercussions.scenarios.answers import (
    DRAWS,
    ScenarioAnswers,
    compared,
    scenario_answers,
)
from foedus.repercussions.scenarios.opening import Opening, openings
from foedus.repercussions.scenarios.outlook import ActorOutlook, Outlook, outlook
from foedus.repercussions.scenarios.roles import FIGHTS, HELPS, ROLES, Spread
from foedus.repercussions.scenarios.side_by_side import Difference, SideBySide, side_by_side

__all__ = [
    "DRAWS",
    "FIGHTS",
    "HELPS",
    "ROLES",
    "ActorOutlook",
    "Difference",
    "Opening",
    "Outlook",
    "ScenarioAnswers",
    "SideBySide",
    "Spread",
    "compared",
    "openings",
    "outlook",
    "scenario_answers",
    "side_by_side",
]
