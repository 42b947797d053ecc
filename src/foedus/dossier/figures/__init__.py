"""What is drawn, as values: no colour, no size, nothing of the library that draws it."""

from foedus.dossier.figures.counts import (
    ExpectedCounts,
    MonthlyTies,
    TiePoint,
    TurningSeries,
    YearCount,
    YearlyExchanges,
)
from foedus.dossier.figures.curves import Curve, Curves, Reading, Stretch, Turn
from foedus.dossier.figures.matrices import Matrix, Owed
from foedus.dossier.figures.stacks import Counts, Lanes, Panel, Stack
from foedus.dossier.figures.timelines import Bar, Clock, Gap, Timeline

__all__ = [
    "Bar",
    "Clock",
    "Counts",
    "Curve",
    "Curves",
    "Drawable",
    "ExpectedCounts",
    "Gap",
    "Lanes",
    "Matrix",
    "MonthlyTies",
    "Owed",
    "Panel",
    "Reading",
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
    | Stack
)
