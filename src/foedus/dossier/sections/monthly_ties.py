"""Cooperation and conflict between the actors in focus, month by month."""

from collections.abc import Iterator

from foedus.dossier.blocks import Data, Figure
from foedus.dossier.exhibit import Exhibit, Kind
from foedus.dossier.figures import MonthlyTies, TiePoint
from foedus.dossier.ground import Ground, Row
from foedus.dossier.methods import method_source_id
from foedus.dossier.period import detail_from
from foedus.dossier.sections.series import of_focus
from foedus.dossier.words.days import month_words, number_words

__all__ = ["tie_exhibits", "tie_figures"]


def _recorded(row: Row) -> bool:
    return bool(row["assertions"])


def _month_id(row: Row) -> str:
    return f"e-ties-{row['dyad'].lower()}-{row['month']:%Y-%m}"


def tie_figures(ground: Ground) -> list[Figure]:
    """Return a figure for each dyad in focus of which some month has an event."""
    w = ground.words
    rows = of_focus(ground, ground.ties)
    figures = []
    for dyad in dict.fromkeys(row["dyad"] for row in rows):
        whole = [row for row in rows if row["dyad"] == dyad]
        days = [row["month"] for row in whole if _recorded(row)]
        if not days:
            continue
        first = detail_from(days, whole[0]["month"], whole[-1]["month"]) or whole[0]["month"]
        months = [row for row in whole if row["month"] >= first]
        told = [row for row in months if _recorded(row)]
        figures.append(
            Figure(
                id=f"ties-{dyad.lower()}",
                title=w.text("turn.ties.title", dyad=ground.dyad(dyad).words),
                subtitle=w.text("turn.ties.subtitle"),
                drawing=MonthlyTies(
                    tuple(
                        TiePoint(
                            row["month"],
                            row["cooperation"],
                            row["conflict"],
                            row["covered"],
                            _month_id(row) if _recorded(row) else None,
                        )
                        for row in months
                    ),
                    w.text("turn.ties.unit"),
                    w.text("turn.ties.subtitle"),
                ),
                data=Data(
                    (
                        "dyad",
                        "month",
                        "cooperation",
                        "conflict",
                        "events",
                        "possible",
                        "covered",
                        "assertions",
                    ),
                    tuple(
                        (
                            row["dyad"],
                            row["month"],
                            row["cooperation"],
                            row["conflict"],
                            row["events"],
                            row["possible"],
                            row["covered"],
                            tuple(row["assertions"] or ()),
                        )
                        for row in whole
                    ),
                ),
                evidence=tuple(_month_id(row) for row in told),
                caption=(
                    *w.sentence("turn.ties.caption"),
                    *(w.sentence("turn.ties.earlier") if len(months) < len(whole) else ()),
                ),
            )
        )
    return figures


def tie_exhibits(ground: Ground) -> Iterator[Exhibit]:
    """Yield how the sums of each month with an event came about."""
    w = ground.words
    for row in of_focus(ground, ground.ties):
        if not _recorded(row):
            continue
        yield Exhibit(
            id=_month_id(row),
            kind=Kind.ESTIMATE,
            title=w.text(
                "turn.ties.exhibit",
                dyad=ground.dyad(row["dyad"]).words,
                month=month_words(w, row["month"]),
            ),
            facts=(
                (w.text("turn.ties.cooperation"), number_words(w, row["cooperation"] or 0)),
                (w.text("turn.ties.conflict"), number_words(w, row["conflict"] or 0)),
                (w.text("turn.events"), number_words(w, row["events"] or 0)),
                (w.text("turn.ties.possible"), number_words(w, row["possible"] or 0)),
                (w.text("turn.ties.covered"), w.text("yes" if row["covered"] else "no")),
            ),
            calculation=w.text("method.ties.calculation"),
            behind=tuple(row["assertions"]),
            caveat=w.text("turn.ties.caveat"),
            source=method_source_id("ties"),
        )
