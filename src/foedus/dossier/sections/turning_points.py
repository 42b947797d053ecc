"""Turning points and records: when a rate between the focus changed, and how surely."""

import datetime as dt
import itertools
from collections.abc import Iterator

from foedus.dossier.blocks import Data, Figure, Margin, Paragraph, Remarked, Section
from foedus.dossier.exhibit import Exhibit, Kind
from foedus.dossier.figures import TurningSeries
from foedus.dossier.finding import Estimate, Finding
from foedus.dossier.ground import Ground, Row
from foedus.dossier.likelihood import likelihood_of
from foedus.dossier.methods import ICD203, method_source_id
from foedus.dossier.sections.monthly_ties import tie_exhibits, tie_figures
from foedus.dossier.sections.series import of_focus, series_name, slug
from foedus.dossier.sections.yearly_exchanges import (
    exchange_exhibits,
    exchange_figures,
    record_findings,
)
from foedus.dossier.sentence import Link, Part, Strong
from foedus.dossier.words.days import date_words, month_words, number_words, percent_words

__all__ = ["focus_turns", "turn_finding", "turn_id", "turning_points"]


# From what is called likely on, a change is told as found; below only where one would lie.
FOUND = 0.55


def turning_points(ground: Ground) -> Section:
    """Return the series between the actors in focus, their turning points and records."""
    w = ground.words
    turns = focus_turns(ground)
    blocks: list[Paragraph | Remarked | Figure] = []
    findings = (
        *(turn_finding(ground, turn) for turn in turns),
        *record_findings(ground),
    )
    if findings:
        blocks.append(Paragraph(findings, tuple(_margins(ground, turns))))
    else:
        blocks.append(Remarked(w.sentence("turn.empty"), missing=True))
    for series in _by_series(turns):
        if _found(series[0]) and (figure := _turn_figure(ground, series)):
            blocks.append(figure)
    blocks += exchange_figures(ground)
    ties = tie_figures(ground)
    blocks += ties if ties else [Remarked(w.sentence("turn.no_ties"), missing=True)]
    exhibits = (
        *(_turn_exhibit(ground, turn) for turn in turns),
        *exchange_exhibits(ground),
        *tie_exhibits(ground),
    )
    return Section(
        id="turning", title=w.text("turn.title"), blocks=tuple(blocks), exhibits=exhibits
    )


def focus_turns(ground: Ground) -> tuple[Row, ...]:
    """Return the turning-point rows of the dyads in focus: exchanges first, then all events."""
    return (*of_focus(ground, ground.exchange_turns), *of_focus(ground, ground.tie_turns))


def turn_id(row: Row) -> str:
    """Return the id of the exhibit of a turning point."""
    return f"e-turn-{slug(row)}" + (f"-{row['change']}" if row["changes"] > 1 else "")


def _found(row: Row) -> bool:
    return bool(row["changes"] > 0 and row["probability"] > FOUND)


def _by_series(turns: tuple[Row, ...]) -> list[tuple[Row, ...]]:
    """Return the rows of each series together, in order of time."""
    series: dict[str, list[Row]] = {}
    for turn in turns:
        series.setdefault(slug(turn), []).append(turn)
    return [tuple(rows) for rows in series.values()]


def turn_finding(ground: Ground, row: Row) -> Finding:
    """Return what a turning-point row says: whether the rate changed, when, and by how much."""
    w = ground.words
    evidence = turn_id(row)
    # One of several changes is as sure as that there is one within its own interval.
    probability = row["within"] if row["changes"] > 1 else row["probability"]
    like = likelihood_of(probability)
    estimate = Estimate(
        value=row["ratio"],
        low=row["ratio_low"],
        high=row["ratio_high"],
        level=0.9,
        unit="new rate over old",
        method="foedus.relations.measures.levels.changes",
    )
    parts: dict[str, Part] = {
        "likelihood": Strong(w.text(f"likelihood.{like.key}")),
        "band": Link(percent_words(w, probability), evidence),
        "series": series_name(ground, row),
        "dyad": ground.dyad(row["dyad"]),
        "when": Link(_when(ground, row), evidence),
        "earliest": Link(date_words(w, row["earliest"]), evidence),
        "latest": Link(date_words(w, row["latest"]), evidence),
        "ratio": Link(number_words(w, row["ratio"]), evidence),
        "low": Link(number_words(w, row["ratio_low"]), evidence),
        "high": Link(number_words(w, row["ratio_high"]), evidence),
        "number": Link(number_words(w, row["change"]), evidence),
        "changes": Link(number_words(w, row["changes"]), evidence),
    }
    key = "turn.found" if _found(row) and probability > FOUND else "turn.not_found"
    if row["changes"] > 1:
        key = f"{key}_of_several"
    return Finding(
        sentence=w.sentence(key, **parts),
        rests_on=(ICD203,),
        estimate=estimate,
        caveat=_caveat(ground, row),
    )


def _caveat(ground: Ground, row: Row) -> str:
    w = ground.words
    return w.text("turn.caveat", model=w.text(f"turn.model.{row['model'].replace(' ', '_')}"))


def _when(ground: Ground, row: Row) -> str:
    if _yearly(row):
        return str(row["day"].year)
    return month_words(ground.words, row["day"])


def _yearly(row: Row) -> bool:
    begins: list[dt.date] = row["periods_from"]
    return all((each.month, each.day) == (1, 1) for each in begins)


def _margins(ground: Ground, turns: tuple[Row, ...]) -> Iterator[Margin]:
    w = ground.words
    for turn in turns[:1]:
        counts = Link(number_words(w, turn["events"]), turn_id(turn))
        yield Margin(
            w.text("turn.denominator"),
            w.sentence(
                "turn.of",
                events=counts,
                periods=Link(number_words(w, turn["periods"]), turn_id(turn)),
            ),
        )


def _turn_exhibit(ground: Ground, row: Row) -> Exhibit:
    w = ground.words
    return Exhibit(
        id=turn_id(row),
        kind=Kind.ESTIMATE,
        title=w.text(
            "turn.exhibit",
            series=series_name(ground, row).words,
            dyad=ground.dyad(row["dyad"]).words,
        ),
        facts=(
            (w.text("turn.probability"), percent_words(w, row["probability"])),
            (w.text("turn.changes"), number_words(w, row["changes"])),
            (w.text("turn.within"), percent_words(w, row["within"])),
            (w.text("turn.likeliest"), _when(ground, row)),
            (
                w.text("turn.interval"),
                f"{date_words(w, row['earliest'])} – {date_words(w, row['latest'])}",
            ),
            (
                w.text("turn.ratio"),
                w.text(
                    "turn.ratio_words",
                    ratio=number_words(w, row["ratio"]),
                    low=number_words(w, row["ratio_low"]),
                    high=number_words(w, row["ratio_high"]),
                ),
            ),
            (
                w.text("turn.model_used"),
                w.text(
                    "turn.model_words",
                    model=w.text(f"turn.model.{row['model'].replace(' ', '_')}"),
                    chance=percent_words(w, row["overdispersed"]),
                ),
            ),
            (w.text("turn.periods"), number_words(w, row["periods"])),
            (w.text("turn.events"), number_words(w, row["events"])),
        ),
        calculation=w.text("method.change_point.calculation"),
        behind=tuple(row["assertions"] or ()),
        caveat=_caveat(ground, row),
        source=method_source_id("change_point"),
    )


def _turn_figure(ground: Ground, turns: tuple[Row, ...]) -> Figure | None:
    """Return a series with its change intervals; None when its counts are not at hand."""
    w = ground.words
    row = turns[0]
    points = _points(ground, row)
    if not points:
        return None
    return Figure(
        id=f"turn-{slug(row)}",
        title=w.text(
            "turn.figure",
            dyad=ground.dyad(row["dyad"]).words,
            series=series_name(ground, row).words,
            when=w.listed(tuple(_when(ground, turn) for turn in turns)),
        ),
        subtitle=w.text("turn.figure_subtitle", series=series_name(ground, row).words),
        drawing=TurningSeries(
            points=points,
            levels=_levels(points, [turn["day"] for turn in turns]),
            intervals=tuple(
                (turn["earliest"], turn["latest"] + dt.timedelta(days=1)) for turn in turns
            ),
            probability=w.text("turn.brace"),
            unit=row["series"],
            describes=w.text("turn.figure_subtitle", series=series_name(ground, row).words),
            evidence=turn_id(row),
        ),
        data=Data(("from", "to", "count"), points),
        evidence=tuple(turn_id(turn) for turn in turns),
    )


def _points(ground: Ground, row: Row) -> tuple[tuple[dt.date, dt.date, float | None], ...]:
    if _yearly(row):
        return tuple(
            (dt.date(each["year"], 1, 1), dt.date(each["year"] + 1, 1, 1), each["exchanges"])
            for each in ground.exchanges
            if each["dyad"] == row["dyad"] and each["series"] == row["series"]
        )
    months = [each for each in ground.ties if each["dyad"] == row["dyad"]]
    return tuple(
        (each["month"], _next(each["month"]), each["events"] if each["covered"] else None)
        for each in months
    )


def _next(month: dt.date) -> dt.date:
    return dt.date(month.year + month.month // 12, month.month % 12 + 1, 1)


def _levels(
    points: tuple[tuple[dt.date, dt.date, float | None], ...], turns: list[dt.date]
) -> tuple[tuple[dt.date, dt.date, float], ...]:
    levels = []
    ends = [dt.date.min, *turns, dt.date.max]
    for begin, end in itertools.pairwise(ends):
        side = [p for p in points if begin <= p[0] < end and p[2] is not None]
        if side:
            mean = sum(p[2] or 0 for p in side) / len(side)
            levels.append((side[0][0], side[-1][1], mean))
    return tuple(levels)
