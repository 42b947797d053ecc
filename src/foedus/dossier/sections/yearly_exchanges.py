"""Exchanges per year, and whether the last covered year is a record."""

from collections.abc import Iterator

from foedus.dossier.blocks import Data, Figure
from foedus.dossier.exhibit import Exhibit, Kind
from foedus.dossier.figures import YearCount, YearlyExchanges
from foedus.dossier.finding import Estimate, Finding
from foedus.dossier.ground import Ground, Row
from foedus.dossier.methods import method_source_id
from foedus.dossier.sections.series import of_focus, series_name, slug
from foedus.dossier.sentence import Link, Name
from foedus.dossier.words.days import number_words, percent_words

__all__ = ["exchange_exhibits", "exchange_figures", "record_findings"]


def _record_id(row: Row) -> str:
    return f"e-record-{slug(row)}"


def record_findings(ground: Ground) -> Iterator[Finding]:
    """Yield, per series in focus, whether its last covered year is a record, and how easily."""
    for row in of_focus(ground, ground.exchange_records):
        yield _record_finding(ground, row)


def exchange_exhibits(ground: Ground) -> Iterator[Exhibit]:
    """Yield how each record and each yearly count came about."""
    for row in of_focus(ground, ground.exchange_records):
        yield _record_exhibit(ground, row)
    yield from _year_exhibits(ground)


def _record_finding(ground: Ground, row: Row) -> Finding:
    w = ground.words
    evidence = _record_id(row)
    return Finding(
        sentence=w.sentence(
            f"turn.record.{row['standing']}",
            year=Link(str(row["year"]), evidence),
            count=Link(number_words(w, row["exchanges"]), evidence),
            series=_opening(series_name(ground, row)),
            dyad=ground.dyad(row["dyad"]),
            highest=Link(number_words(w, row["highest_before"]), evidence),
            years=Link(number_words(w, row["years"]), evidence),
            chance=Link(percent_words(w, row["as_high"]), evidence),
            beforehand=Link(percent_words(w, row["record_by_chance"]), evidence),
            tied=Link(percent_words(w, row["tie_by_chance"]), evidence),
        ),
        estimate=Estimate(
            value=row["exchanges"],
            unit="exchanges in a year",
            method="foedus.relations.measures.levels.record",
        ),
        caveat=f"{_record_caveat(ground, row)} {_coverage_words(ground, row)}",
    )


def _record_caveat(ground: Ground, row: Row) -> str:
    """Return the model, and what years that nobody covers leave open."""
    w = ground.words
    model = w.text(f"turn.model.{row['model'].replace(' ', '_')}")
    told = w.text("turn.record.model", model=model)
    if row["stands_over_gaps"] is None:
        return told
    chance = percent_words(w, row["stands_over_gaps"])
    return f"{told} {w.text('turn.record.gaps', chance=chance)}"


def _coverage_words(ground: Ground, row: Row) -> str:
    how = [each.how for each in ground.case.coverage if each.what == row["series"]]
    return ground.words.text("turn.record.caveat", how=" ".join(how) or "–")


def _opening(name: Name) -> Name:
    return Name(name.words[:1].upper() + name.words[1:])


def _record_exhibit(ground: Ground, row: Row) -> Exhibit:
    w = ground.words
    return Exhibit(
        id=_record_id(row),
        kind=Kind.ESTIMATE,
        title=w.text(
            "turn.record.exhibit",
            series=series_name(ground, row).words,
            dyad=ground.dyad(row["dyad"]).words,
        ),
        facts=(
            (w.text("turn.record.count"), number_words(w, row["exchanges"])),
            (w.text("turn.record.highest"), number_words(w, row["highest_before"])),
            (w.text("turn.record.years"), number_words(w, row["years"])),
            (w.text("turn.record.as_high"), percent_words(w, row["as_high"])),
            (w.text("turn.record.by_chance"), percent_words(w, row["record_by_chance"])),
            (w.text("turn.record.tie_by_chance"), percent_words(w, row["tie_by_chance"])),
        ),
        calculation=w.text("method.record.calculation"),
        behind=tuple(row["assertions"] or ()),
        caveat=f"{_record_caveat(ground, row)} {_coverage_words(ground, row)}",
        source=method_source_id("record"),
    )


def exchange_figures(ground: Ground) -> Iterator[Figure]:
    """Yield a figure for each series in focus with a covered year."""
    w = ground.words
    rows = of_focus(ground, ground.exchanges)
    for series, dyad in dict.fromkeys((row["series"], row["dyad"]) for row in rows):
        years = [row for row in rows if (row["series"], row["dyad"]) == (series, dyad)]
        counted = [row for row in years if row["covered"]]
        if not counted:
            continue
        name = _opening(series_name(ground, years[0])).words
        yield Figure(
            id=f"exchanges-{slug(years[0])}",
            title=w.text(
                "turn.exchanges.title",
                series=name,
                dyad=ground.dyad(dyad).words,
                first=counted[0]["year"],
                last=counted[-1]["year"],
            ),
            subtitle=w.text("turn.exchanges.subtitle"),
            drawing=YearlyExchanges(
                tuple(_year_count(row) for row in years), name, w.text("turn.exchanges.subtitle")
            ),
            data=Data(
                (
                    "series",
                    "dyad",
                    "year",
                    "exchanges",
                    "possible",
                    "exposure",
                    "covered",
                    "assertions",
                ),
                tuple(
                    (
                        row["series"],
                        row["dyad"],
                        row["year"],
                        row["exchanges"],
                        row["possible"],
                        row["exposure"],
                        row["covered"],
                        tuple(row["assertions"] or ()),
                    )
                    for row in years
                ),
            ),
            evidence=tuple(_year_id(row) for row in counted),
        )


def _year_count(row: Row) -> YearCount:
    return YearCount(
        row["year"],
        row["exchanges"],
        None,
        None,
        _year_id(row) if row["covered"] else None,
        whole=row["exposure"] >= 1,
    )


def _year_id(row: Row) -> str:
    return f"e-year-{slug(row)}-{row['year']}"


def _year_exhibits(ground: Ground) -> Iterator[Exhibit]:
    w = ground.words
    for row in of_focus(ground, ground.exchanges):
        if row["covered"]:
            yield Exhibit(
                id=_year_id(row),
                kind=Kind.ESTIMATE,
                title=w.text(
                    "turn.exchanges.exhibit",
                    series=series_name(ground, row).words,
                    year=row["year"],
                ),
                facts=(
                    (w.text("turn.record.count"), number_words(w, row["exchanges"])),
                    (w.text("turn.exchanges.possible"), number_words(w, row["possible"])),
                    (w.text("turn.exchanges.exposure"), percent_words(w, row["exposure"])),
                ),
                calculation=w.text("method.count.calculation", count=row["exchanges"]),
                behind=tuple(row["assertions"] or ()),
                caveat=_coverage_words(ground, row),
                source=method_source_id("count"),
            )
