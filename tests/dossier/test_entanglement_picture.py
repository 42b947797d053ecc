"""The picture of an entanglement: nothing overlaps, is lost, or comes from elsewhere."""

import datetime as dt
import itertools
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from foedus.dossier.charts.call_steps import Panel, call_steps
from foedus.dossier.rendering.entanglement import entanglement_page, entanglement_svg
from foedus.dossier.words.entanglement import EntanglementWords
from foedus.repercussions.entanglement import Entanglement, entanglement
from foedus.treaties.instruments import register
from foedus.treaties.words import Words

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module", params=["en", "fr"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def korea() -> Entanglement:
    return entanglement("KOR", dt.date(2024, 12, 10), register(), ["PRK"])


def panels(found: Entanglement, language: str) -> list[Panel]:
    words = EntanglementWords(found, language)
    return [call_steps(found.actor, web, words) for web in found.webs]


def test_boxes_of_a_column_stand_apart_and_columns_follow_the_steps(
    korea: Entanglement, language: str
) -> None:
    for panel, web in zip(panels(korea, language), korea.webs, strict=True):
        columns = sorted({box.x for box in panel.boxes})
        assert len(columns) == 1 + max(one.steps for one in web.reached)
        assert [column.x for column in panel.columns] == columns[1:]
        for x in columns:
            stack = sorted((box.y, box.y + box.height) for box in panel.boxes if box.x == x)
            for (_, ends), (begins, _) in itertools.pairwise(stack):
                assert ends < begins
            assert stack[0][0] >= 0
            assert stack[-1][1] <= panel.height


def test_everybody_reached_is_in_the_picture(korea: Entanglement, language: str) -> None:
    words = EntanglementWords(korea, language)
    for panel, web in zip(panels(korea, language), korea.webs, strict=True):
        shown = " ".join(
            line.words for box in panel.boxes for line in box.lines if line.look == "name"
        ).replace("\u00a0◆", "")
        for one in web.reached:
            assert shown.count(words.names.alone(one.actor)) >= 1


def test_every_box_but_the_actors_own_is_linked(korea: Entanglement, language: str) -> None:
    for panel in panels(korea, language):
        assert len(panel.links) >= len(panel.boxes) - 1


def test_the_picture_says_what_it_shows_and_follows_light_and_dark(
    korea: Entanglement, language: str
) -> None:
    root = ElementTree.fromstring(entanglement_svg(korea, language))
    assert root.get("role") == "img"
    title = root.find(f"{SVG}title")
    style = root.find(f"{SVG}style")
    assert title is not None
    assert title.text == EntanglementWords(korea, language).title()
    assert style is not None
    assert "prefers-color-scheme: dark" in (style.text or "")


def test_the_page_loads_nothing(korea: Entanglement, language: str) -> None:
    page = entanglement_page(korea, language)
    assert "default-src 'none'" in page
    assert "<script" not in page
    assert f'lang="{language}"' in page


def test_words_of_treaties_are_never_taken_for_markup(korea: Entanglement) -> None:
    hostile = replace(korea, limits=(Words("<script>alert(1)</script> & so on"),))
    drawn = entanglement_svg(hostile, "en")
    assert "<script" not in drawn
    ElementTree.fromstring(drawn)


def test_a_web_that_reaches_nobody_is_drawn_as_such() -> None:
    found = entanglement("CHE", dt.date(2024, 12, 10), register())
    words = EntanglementWords(found, "en")
    assert entanglement_svg(found, "en").count(words.nobody()) == 2
