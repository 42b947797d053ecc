"""Charts: one theme, doubt drawn as doubt, the same picture for everybody."""

import json
import os
import re
from datetime import date
from importlib import resources
from itertools import pairwise
from pathlib import Path
from typing import Any

import altair as alt
import pytest

from foedus.dossier.charts.drawing import Drawing, drawn, javascript, png, specification
from foedus.dossier.charts.lanes import layout, panels
from foedus.dossier.charts.theme import HATCH, LIGHT
from foedus.dossier.figures import (
    Bar,
    Clock,
    Drawable,
    ExpectedCounts,
    Gap,
    MonthlyTies,
    TiePoint,
    Timeline,
    TurningSeries,
    YearCount,
    YearlyExchanges,
)


def bar(lane: str, earliest: date, latest: date, form: str = "exact", **values: str) -> Bar:
    given = {"tone": "cooperation", "label": "", "told": "told", "evidence": "a-1"} | values
    return Bar(lane=lane, earliest=earliest, latest=latest, form=form, **given)


TIMELINE = Timeline(
    ("Treaties", "Visits"),
    (
        bar("Treaties", date(1961, 7, 6), date(1996, 9, 10), "force", label="Old", evidence="i-1"),
        bar(
            "Treaties", date(2024, 6, 19), date(2024, 12, 3), "signed", label="New", evidence="i-2"
        ),
        bar("Treaties", date(2024, 12, 4), date(2025, 6, 1), "force", label="New", evidence="i-2"),
        bar("Visits", date(2000, 1, 1), date(2000, 12, 31), "uncertain"),
        bar("Visits", date(2024, 6, 18), date(2024, 6, 18), tone="contested"),
        bar("Visits", date(2024, 6, 18), date(2024, 6, 18), "possible", tone="conflict"),
    ),
    (Gap("Visits", date(1961, 7, 6), date(1999, 12, 31)),),
    date(1961, 7, 6),
    date(2025, 6, 1),
    date(2023, 1, 1),
    "A timeline of an old and a new treaty",
)
FIGURES: dict[str, Drawable] = {
    "timeline": TIMELINE,
    "monthly": MonthlyTies(
        (
            TiePoint(date(2024, 1, 1), None, None, False, None),
            TiePoint(date(2024, 2, 1), 0, 0, True, None),
            TiePoint(date(2024, 3, 1), 4.5, -2, True, "e-1"),
        ),
        "weight",
        "Cooperation and conflict",
    ),
    "exchanges": YearlyExchanges(
        (
            YearCount(2021, None, None, None, None),
            YearCount(2022, 3, 0, 5, "e-1"),
            YearCount(2023, 9, 0, 5, "e-2", whole=False),
        ),
        "visits",
        "Visits per year",
    ),
    "turning": TurningSeries(
        points=(
            (date(2022, 1, 1), date(2022, 2, 1), None),
            (date(2022, 2, 1), date(2022, 3, 1), 1),
            (date(2022, 3, 1), date(2022, 4, 1), 6),
        ),
        levels=(
            (date(2022, 2, 1), date(2022, 3, 1), 1.0),
            (date(2022, 3, 1), date(2022, 4, 1), 6.0),
        ),
        intervals=((date(2022, 2, 15), date(2022, 3, 15)),),
        probability="90 % within",
        unit="events",
        describes="When the rate changed",
        evidence="e-turn",
        expected=((date(2022, 2, 1), date(2022, 4, 1), 0.5, 4.0),),
    ),
    "expected": ExpectedCounts(
        points=(
            (date(2024, 4, 1), date(2024, 5, 1), None, None, None),
            (date(2024, 5, 1), date(2024, 6, 1), 0, 1, 5),
            (date(2024, 6, 1), date(2024, 7, 1), 2, 0, 6),
            (date(2024, 7, 1), date(2024, 8, 1), 9, 0, 6),
        ),
        asked=((date(2024, 6, 1), date(2024, 7, 1)),),
        asked_words="asked about",
        describes="Mentions against what was expected",
        evidence="e-silence",
    ),
    "clock": Clock(
        signed=date(2024, 6, 19),
        in_force=date(2024, 12, 4),
        ended=None,
        act=date(2024, 11, 1),
        words=((date(2024, 6, 19), "signed"), (date(2024, 11, 1), "the act")),
        describes="Signed, then in force",
    ),
}


def rows(spec: dict[str, Any], layer: dict[str, Any]) -> list[dict[str, Any]]:
    """The values a layer draws, wherever the specification keeps them."""
    data = layer["data"]
    found: list[dict[str, Any]] = (
        data["values"] if "values" in data else spec["datasets"][data["name"]]
    )
    return found


@pytest.fixture(scope="module", params=sorted(FIGURES))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def drawing(name: str) -> Drawing:
    return drawn(FIGURES[name], name, 848, "not covered")


def test_the_specification_is_as_kept(name: str, repository: Path) -> None:
    kept = repository / "tests" / "golden" / f"chart-{name}.json"
    spec = specification(FIGURES[name], 848, "not covered")
    text = json.dumps(spec, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    if os.environ.get("FOEDUS_GOLDEN") == "write":
        kept.write_text(text, encoding="utf-8")
    assert json.loads(text) == json.loads(kept.read_text(encoding="utf-8"))


def test_the_specification_is_what_vega_lite_understands(name: str) -> None:
    spec = specification(FIGURES[name], 848, "not covered")
    alt.Chart.from_dict(spec, validate=True)


def test_on_the_page_no_colour_is_written_in(drawing: Drawing) -> None:
    colours = re.findall(r'(?:fill|stroke)="(#[0-9a-f]{3,6}|white|black)"', drawing.page)
    assert not colours
    assert "var(--" in drawing.page


def test_to_keep_it_has_its_own_colours_and_no_links(drawing: Drawing) -> None:
    assert "var(--" not in drawing.file
    assert "<a " not in drawing.file
    assert HATCH not in drawing.file


def test_a_picture_says_what_it_shows(name: str, drawing: Drawing) -> None:
    assert f'aria-label="{FIGURES[name].describes}"' in drawing.page
    assert 'role="img"' in drawing.page


def test_no_picture_carries_style_or_script(drawing: Drawing) -> None:
    assert " style=" not in drawing.page
    assert "<script" not in drawing.page
    assert "<style" not in drawing.page


def test_drawing_again_gives_the_same_picture(name: str, drawing: Drawing) -> None:
    assert drawn(FIGURES[name], name, 848, "not covered") == drawing


def test_a_figure_has_a_drawing_of_its_own_for_a_narrow_page(name: str) -> None:
    narrow = drawn(FIGURES[name], name, 350, "not covered").page
    width = re.search(r'viewBox="0 0 (\d+)', narrow)
    assert width
    assert int(width[1]) <= 400


def test_what_nobody_covers_is_hatched_and_said_in_words() -> None:
    for one in ("monthly", "exchanges", "turning"):
        page = drawn(FIGURES[one], one, 848, "not covered").page
        assert f"url(#hatch-{one})" in page
        assert ">not covered<" in page


def test_an_uncertain_day_is_a_dashed_bar_and_never_a_point() -> None:
    spec = specification(TIMELINE, 848, "")
    layers = [layer for panel in spec["hconcat"] for layer in panel["layer"]]
    dashed = [layer for layer in layers if layer["mark"].get("strokeDash")]
    assert any(row["form"] == "uncertain" for layer in dashed for row in rows(spec, layer))
    points = [layer for layer in layers if layer["mark"]["type"] == "point"]
    assert all(row["form"] != "uncertain" for layer in points for row in rows(spec, layer))


def test_selecting_a_mark_opens_its_evidence() -> None:
    page = drawn(TIMELINE, "timeline", 848, "").page
    assert 'data-ev="i-2"' in page
    assert 'href="#x-i-2"' in page
    assert "vega.github.io" not in page


def test_a_year_outside_the_expected_range_is_filled() -> None:
    spec = specification(FIGURES["exchanges"], 848, "")
    counted = [r for layer in spec["layer"] for r in rows(spec, layer) if "outside" in r]
    assert {row["from"]: row["outside"] for row in counted} == {2022: False, 2023: True}
    assert {row["label"] for row in counted} == {"3", "≥ 9"}


def test_only_a_count_outside_the_expected_is_filled_and_no_month_unheard_has_one() -> None:
    spec = specification(FIGURES["expected"], 848, "not covered")
    marks = next(rows(spec, layer) for layer in spec["layer"] if "fill" in layer["encoding"])
    assert [(mark["count"], mark["outside"]) for mark in marks] == [
        (0, True),
        (2, False),
        (9, True),
    ]
    assert [mark["label"] for mark in marks] == ["", "2", ""]


def test_a_covered_month_with_nothing_is_a_dot_and_an_uncovered_one_is_not() -> None:
    spec = specification(FIGURES["monthly"], 848, "")
    dots = [layer for layer in spec["layer"] if layer["mark"]["type"] == "point"]
    assert [len(rows(spec, layer)) for layer in dots] == [1]


def test_marks_of_one_lane_never_cover_each_other() -> None:
    days = [date(2024, 1, 1 + n % 5) for n in range(12)]
    crowded = Timeline(
        ("Visits",),
        tuple(bar("Visits", day, day, evidence=f"a-{n}") for n, day in enumerate(days)),
        (),
        date(2024, 1, 1),
        date(2024, 12, 31),
        None,
        "",
    )
    panel = panels(crowded, 700, stacked=False)[0]
    for row in layout(crowded, panel, headed=False).rows["Visits"]:
        pixels = sorted(panel.pixel(each.earliest) for each in row)
        assert all(b - a >= 9 for a, b in pairwise(pixels))


def test_dates_do_not_move_with_the_time_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    here = specification(TIMELINE, 848, "")
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    assert specification(TIMELINE, 848, "") == here


def test_theme_and_stylesheet_have_the_same_light_colours() -> None:
    css = resources.files("foedus.dossier.rendering").joinpath("static", "dossier.css")
    light = css.read_text(encoding="utf-8").split(":root[data-theme")[0]
    assert dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", light)).items() >= LIGHT.items()
    assert len({*LIGHT.values(), HATCH}) == len(LIGHT) + 1


def test_dark_and_paper_set_every_colour_that_light_sets() -> None:
    css = resources.files("foedus.dossier.rendering").joinpath("static", "dossier.css")
    text = css.read_text(encoding="utf-8")
    blocks = re.findall(r":root[^{]*\{([^}]*)\}", text)
    named = [set(re.findall(r"--(\w+): #", block)) for block in blocks]
    assert len(named) == 4  # light, dark chosen, dark by preference, paper
    assert all(each == named[0] for each in named)


def test_png_is_a_picture() -> None:
    assert png(drawn(FIGURES["clock"], "clock", 848, "").file).startswith(b"\x89PNG")


def test_hangul_is_drawn_where_the_system_has_letters_for_it() -> None:
    fonts = [path for path in Path("/usr/share/fonts").rglob("*CJK*") if path.is_file()]
    if not fonts:
        pytest.skip("no CJK font on this system: such labels are empty boxes in PNG pictures")

    def picture(words: str) -> bytes:
        clock = FIGURES["clock"]
        assert isinstance(clock, Clock)
        labelled = Clock(
            signed=clock.signed,
            in_force=clock.in_force,
            ended=None,
            act=clock.act,
            words=((date(2024, 6, 19), words),),
            describes="",
        )
        return png(drawn(labelled, "c", 848, "").file)

    # Two different syllables would be the same empty box without letters for them.
    assert picture("한한한") != picture("국국국")


def test_the_library_is_one_plain_script() -> None:
    script = javascript()
    assert script.startswith("(function () {")
    assert "window.vegaEmbed" in script
    assert not re.search(r"^\s*(?:import|export)\s", script, re.MULTILINE)
