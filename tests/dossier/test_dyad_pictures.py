"""A dyad drawn: gaps are gaps, doubt is a band, and everything stands on one clock."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from foedus.dossier.charts.drawing import NARROW, WIDE, drawn, png, specification
from foedus.dossier.charts.theme import HATCH, LIGHT
from foedus.dossier.dyads.stacking import drawn_rows
from foedus.dossier.figures import (
    Bar,
    Counts,
    Curve,
    Curves,
    Drawable,
    Gap,
    Lanes,
    Matrix,
    Owed,
    Panel,
    Reading,
    Stack,
    Stretch,
    Turn,
)

FIRST, LAST = dt.date(1990, 1, 1), dt.date(2024, 12, 31)


def year(number: int, value: float | None, spread: float | None = None) -> Reading:
    low = None if spread is None or value is None else value - spread
    high = None if spread is None or value is None else value + spread
    return Reading(dt.date(number, 1, 1), dt.date(number + 1, 1, 1), value, low, high)


POINTS = Curves(
    curves=(
        Curve("Russia", 0, tuple(year(n, 0.1 * (n % 3), 0.2) for n in range(1992, 2024))),
        Curve("North Korea", 1, (year(1995, -1.0, 0.3), year(1996, -1.1, 0.3), year(2003, -0.9))),
    ),
    low=-2.0,
    high=2.0,
    begins=FIRST,
    ends=LAST,
    stretches=(Stretch(dt.date(2024, 1, 1), LAST, "not covered"),),
    above="↑ nearer",
    describes="Points",
)
VISITS = Counts(
    up=tuple(year(n, float(n == 2019)) for n in range(2000, 2024)),
    begins=FIRST,
    ends=LAST,
    stretches=(Stretch(FIRST, dt.date(1999, 12, 31), "not covered"),),
    turns=(Turn(dt.date(2002, 1, 1), dt.date(2010, 12, 31), "change, 90 %"),),
    describes="Visits",
)
DUTIES = Lanes(
    lanes=("defence",),
    bars=(
        Bar(
            lane="defence",
            earliest=dt.date(2024, 12, 4),
            latest=LAST,
            form="force",
            tone="cooperation",
            label="Treaty",
            told="Treaty",
            evidence="rus-prk-2024",
        ),
    ),
    gaps=((Gap("defence", FIRST, dt.date(1999, 12, 31)), "not covered"),),
    begins=FIRST,
    ends=LAST,
    describes="Duties",
)
STACK = Stack(
    title="Two states",
    panels=(Panel("Owed", "how", DUTIES), Panel("Stood", "how", POINTS), Panel("Met", "", VISITS)),
    begins=FIRST,
    ends=LAST,
    seams=((dt.date(1991, 12, 26), "before → after"),),
    source="Sources",
    describes="All",
)
MATRIX = Matrix(
    names=("Russia", "North Korea", "Ukraine"),
    codes=("RUS", "PRK", "UKR"),
    owed=(Owed(0, 1, True, "owes", "c-1"), Owed(1, 0, False, "may owe", "c-2")),
    groups=((0, 1), (2, 2)),
    down="owes",
    along="owed",
    describes="Who must defend whom",
)


def marks(figure: Drawable) -> list[dict[str, Any]]:
    """Every mark of a specification, with its inline rows."""
    spec = specification(figure, WIDE, "")
    found: list[dict[str, Any]] = []

    def walk(part: dict[str, Any]) -> None:
        for inner in (*part.get("layer", ()), *part.get("vconcat", ())):
            walk(inner)
        if "mark" in part:
            rows = part.get("data", {}).get("values")
            name = part.get("data", {}).get("name")
            found.append(part | {"rows": rows or spec.get("datasets", {}).get(name, [])})

    walk(spec)
    return found


@pytest.mark.parametrize("figure", [POINTS, STACK, MATRIX])
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_it_draws_at_both_widths_the_same_each_time(figure: Drawable, width: int) -> None:
    one, two = (drawn(figure, "x", width, "") for _ in range(2))
    assert one.page == two.page
    assert figure.describes in one.page


def test_what_nobody_covers_is_hatched_with_the_words() -> None:
    hatched = [mark for mark in marks(POINTS) if mark["mark"].get("fill") == HATCH]
    assert len(hatched) == 1
    picture = drawn(STACK, "x", WIDE, "").file
    assert "url(#hatch-x)" in picture
    assert "not covered" in picture


def test_a_gap_is_no_zero_and_no_line_goes_across_it() -> None:
    lines = [mark for mark in marks(POINTS) if mark["mark"]["type"] == "line"]
    (north,) = [mark for mark in lines if mark["mark"]["color"] == LIGHT["conf"]]
    assert {row["run"] for row in north["rows"]} == {0, 1}
    assert all(row["value"] != 0 for row in north["rows"])


def test_the_last_year_of_a_span_is_drawn() -> None:
    span = replace(POINTS, ends=dt.date(2003, 12, 31), stretches=())
    lines = [mark for mark in marks(span) if mark["mark"]["type"] == "line"]
    assert {row["told"] for mark in lines for row in mark["rows"]} >= {
        "Russia, 2003: 0.20",
        "North Korea, 2003: -0.90",
    }
    counts = replace(VISITS, ends=dt.date(2019, 12, 31), turns=())
    bars = marks(replace(STACK, panels=(Panel("", "", counts),), ends=counts.ends, seams=()))
    assert any(row.get("value") == 1 for mark in bars for row in mark["rows"])


def test_a_value_without_an_interval_has_no_band() -> None:
    bands = [mark for mark in marks(POINTS) if mark["mark"]["type"] == "area"]
    (north,) = [mark for mark in bands if mark["mark"]["color"] == LIGHT["conf"]]
    assert len(north["rows"]) == 2


def test_lines_differ_by_dash_as_well_as_by_colour() -> None:
    looks = {
        (mark["mark"]["color"], str(mark["mark"].get("strokeDash")))
        for mark in marks(POINTS)
        if mark["mark"]["type"] == "line"
    }
    assert len({colour for colour, _ in looks}) == len({dash for _, dash in looks}) == 2


def test_a_change_is_a_band_with_its_words_not_a_date() -> None:
    band = [mark for mark in marks(STACK) if mark["mark"].get("fill") == LIGHT["band"]]
    ((row,),) = [mark["rows"] for mark in band]
    assert row["to"] > row["from"]
    assert said(marks(STACK), LIGHT["cont"]) == ["change, 90 %"]


def said(found: list[dict[str, Any]], colour: str) -> list[str]:
    """The words that stand in one colour."""
    return [
        str(row.get("words", row.get("label")))
        for mark in found
        if mark["mark"]["type"] == "text" and mark["mark"].get("color") == colour
        for row in mark["rows"]
    ]


def with_turns(*spans: tuple[int, int]) -> Curves:
    turns = tuple(
        Turn(dt.date(first, 1, 1), dt.date(last, 12, 31), f"+0.{first} (+0.01 to +0.99)")
        for first, last in spans
    )
    return replace(POINTS, turns=turns)


def words_over(figure: Curves) -> list[tuple[str, int]]:
    """Where words over changes stand: how they are aligned, and in which line."""
    return [
        (mark["mark"]["align"], mark["encoding"]["y"]["value"])
        for mark in marks(figure)
        if mark["mark"].get("color") == LIGHT["cont"] and mark["mark"]["type"] == "text"
    ]


def test_words_over_changes_close_together_do_not_lie_over_each_other() -> None:
    two = words_over(with_turns((2003, 2004), (2005, 2006)))
    assert two == [("right", -8), ("left", -8)]
    three = words_over(with_turns((2003, 2004), (2005, 2006), (2007, 2008)))
    assert len(set(three)) == 3
    assert len({line for _, line in three}) == 2


def test_words_that_would_leave_the_drawing_end_where_their_change_does() -> None:
    assert words_over(with_turns((2022, 2023))) == [("right", -8)]


def lanes_of(*bars: tuple[str, int, int, str]) -> Stack:
    drawn_bars = tuple(
        replace(
            DUTIES.bars[0],
            label=label,
            form=form,
            earliest=dt.date(first, 1, 1),
            latest=dt.date(last, 12, 31),
        )
        for label, first, last, form in bars
    )
    panel = Panel("", "", replace(DUTIES, bars=drawn_bars, gaps=()))
    return replace(STACK, panels=(panel,), seams=())


def test_a_treaty_in_force_keeps_its_name_where_an_ended_one_would_lie_over_it() -> None:
    found = marks(lanes_of(("An old treaty with a long name", 1991, 1993, "force"),
                           ("A new one", 1995, 2024, "force")))  # fmt: skip
    assert said(found, LIGHT["ink2"]) == ["A new one"]


def test_a_name_stands_once_and_within_the_drawing() -> None:
    twice = (("The treaty", 1995, 1999, "force"), ("The treaty", 2001, 2024, "force"))
    assert said(marks(lanes_of(*twice)), LIGHT["ink2"]).count("The treaty") == 1
    outside = lanes_of(("A treaty whose name is longer than all the years drawn " * 3, 1990, 1991,
                        "force"))  # fmt: skip
    assert said(marks(outside), LIGHT["ink2"]) == []


def test_where_one_treaty_is_in_doubt_and_another_in_force_the_promise_is_certain() -> None:
    found = marks(lanes_of(("", 1995, 2024, "force"), ("", 2000, 2010, "possible")))
    forms = [mark["rows"][0]["form"] for mark in found if mark["mark"]["type"] == "rect"]
    assert forms == ["possible", "force"]


def test_a_covered_year_with_none_is_a_dot_and_others_are_nothing() -> None:
    dots = [mark for mark in marks(STACK) if mark["mark"].get("size") == 9]
    assert sum(len(mark["rows"]) for mark in dots) == 23


def test_all_panels_run_over_the_same_days() -> None:
    domains = {
        str(mark["encoding"]["x"]["scale"]["domain"])
        for mark in marks(STACK)
        if "scale" in mark["encoding"].get("x", {})
    }
    assert len(domains) == 1


def test_doubt_about_a_duty_is_an_outline() -> None:
    fills = {
        mark["mark"]["fill"]: mark["mark"].get("strokeDash")
        for mark in marks(MATRIX)
        if mark["mark"].get("stroke") == LIGHT["coop"]
    }
    assert fills[LIGHT["coop"]] is None
    assert fills[LIGHT["paper"]]


def test_a_stack_is_a_png_too() -> None:
    assert png(drawn(STACK, "x", WIDE, "").file).startswith(b"\x89PNG")


def test_the_rows_beside_a_picture_have_what_it_draws_and_its_gaps() -> None:
    rows = drawn_rows(STACK)
    said = [dict(zip(rows.columns, row, strict=True)) for row in rows.rows]
    assert {row["panel"] for row in said} == {"Owed", "Stood", "Met"}
    gaps = [row for row in said if row["said"] == "not covered"]
    assert len(gaps) == 3
    assert all(row["value"] is None for row in gaps)
    without = drawn_rows(STACK, ["rus-prk-2024"])
    assert len(without.rows) == len(rows.rows) - 1
