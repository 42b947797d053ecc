"""Dates written in figures alone, which every language writes with the same marks."""

from foedus.reading.times import values
from foedus.reading.times.words import rule

__all__ = ["DATES_IN_FIGURES", "YEAR"]

YEAR = r"(?:1\d|20|21)\d\d(?!\d)"
"""Four figures that are a year: 1000 to 2199."""

DATES_IN_FIGURES = (
    # 25/11/2024, 25.11.2024
    rule(
        "date",
        rf"(?P<first>\d{{1,2}})(?P<sep>[/.])(?P<second>\d{{1,2}})(?P=sep)(?P<year>{YEAR})",
        values.numeric,
        leads=False,
    ),
    # 2024-11-25
    rule(
        "date",
        rf"(?P<year>{YEAR})(?P<iso>-)(?P<first>\d\d)-(?P<second>\d\d)",
        values.numeric,
        leads=False,
    ),
)
