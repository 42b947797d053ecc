"""The series of dyads in focus: which rows they are, and what they are called."""

import hashlib
import re

from foedus.dossier.ground import Ground, Row
from foedus.dossier.sentence import Name

__all__ = ["of_focus", "series_name", "slug"]


def of_focus(ground: Ground, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Return the rows whose dyad is one of actors in focus."""
    return tuple(row for row in rows if row["dyad"] in ground.focus_dyads)


def slug(row: Row) -> str:
    """Return a name for the files and ids of a series and dyad, other for every other series."""
    series, dyad = row["series"], row["dyad"]
    # What is not ASCII is lost from the name, and two series must not come to share one.
    mark = "" if series.isascii() else hashlib.sha256(series.encode()).hexdigest()[:6]
    return re.sub(r"[^A-Za-z0-9]+", "-", f"{series}-{dyad}-{mark}").strip("-").lower()


def series_name(ground: Ground, row: Row) -> Name:
    """Return what a series is called: our word where it is ours, else the analyst's."""
    known = f"turn.series.{row['series'].replace(' ', '_')}"
    return Name(ground.words.text(known) if known in ground.words else row["series"])
