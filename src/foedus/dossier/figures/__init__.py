"""What is drawn, as values: no colour, no size, nothing of the library that draws it."""

from foedus.dossier.figures.aftermaths import Dot, DotRow, DotRows
from foedus.dossier.figures.counts import (
    ExpectedCounts,
    MonthlyTies,
    TiePoint,
    TurningSeries,
    YearCount,
    YearlyExchanges,
)
from foedus.dossier.figures.curves import Curve, Curves, Reading, Stretch, Turn
from foedus.dossier.figures.flows import FlowBar, FlowRow, FlowSides
from foedus.dossier.figures.matrices import Matrix, Owed
from foedus.dossier.figures.movements import Effect, Effects, GapPaths, GapPoint, MovementBoard
from foedus.dossier.figures.reliability import LikeForecasts, Reliability
from foedus.dossier.figures.roles import HingeBar, HingeBars, RoleBars, RoleRow
from foedus.dossier.figures.stacks import Counts, Lanes, Panel, Stack
from foedus.dossier.figures.timelines import Bar, Clock, Gap, Timeline

__all__ = [
    "Bar",
    "Clock",
    "Counts",
    "Curve",
    "Curves",
    "Dot",
    "DotRow",
    "DotRows",
    "Drawable",
    "Effect",
    "Effects",
    "ExpectedCounts",
    "FlowBar",
    "FlowRow",
    "FlowSides",
    "Gap",
    "GapPaths",
    "GapPoint",
    "HingeBar",
    "HingeBars",
    "Lanes",
    "LikeForecasts",
    "Matrix",
    "MonthlyTies",
    "MovementBoard",
    "Owed",
    "Panel",
    "Reading",
    "Reliability",
    "RoleBars",
    "RoleRow",
    "Stack",
    "Stretch",
    "TiePoint",
    "Timeline",
    "Turn",
    "TurningSeries",
    "YearCount",
    "YearlyExchanges",
]

Drawable = (
    Timeline
    | MonthlyTies
    | YearlyExchanges
    | TurningSeries
    | ExpectedCounts
    | Clock
    | Curves
    | Matrix
    | RoleBars
    | HingeBars
    | Stack
    | Effects
    | GapPaths
    | MovementBoard
    | DotRows
    | FlowSides
    | Reliability
)
