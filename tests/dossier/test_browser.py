"""The dossier in a real browser, opened from its folder as a reader would."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.dossier.browser import Watched, chromium

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as started:
        yield started


@pytest.fixture
def watched(browser: Any) -> Iterator[Watched]:
    view = Watched(browser)
    yield view
    assert not view.faults
    assert all(url.startswith("file:") for url in view.requests), view.requests
    view.context.close()


def test_a_click_on_a_number_opens_its_evidence(watched: Watched, pages: Path) -> None:
    page = watched.open(pages / "index.html")
    assert not page.locator("#drawer").is_visible()
    page.locator("#claims [data-ev='a-03']").first.click()
    drawer = page.locator("#drawer")
    assert drawer.is_visible()
    assert drawer.locator("mark").inner_text() == (
        "several thousand Belgian soldiers had arrived in Portugal"
    )
    assert drawer.locator(".passage").get_attribute("lang") == "en"
    for words in ("Ana Ruiz, minister, Spain", "checked", "Disagrees", "Caveat", "reported"):
        assert words in drawer.inner_text()
    assert page.url.endswith("#ev=a-03")
    assert page.locator("#claims [data-ev='a-03'].on").count() > 0


def test_escape_closes_the_drawer_and_returns_to_the_link(watched: Watched, pages: Path) -> None:
    page = watched.open(pages / "index.html")
    link = page.locator("#claims [data-ev='a-04']").first
    link.focus()
    page.keyboard.press("Enter")
    assert page.locator("#drawer").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("#drawer").is_visible()
    assert page.evaluate("document.activeElement.dataset.ev") == "a-04"
    assert "#ev=" not in page.url


def test_j_and_k_walk_the_evidence(watched: Watched, pages: Path) -> None:
    page = watched.open(pages / "index.html")
    page.keyboard.press("j")
    first = page.evaluate("document.activeElement.dataset.ev")
    page.keyboard.press("j")
    second = page.evaluate("document.activeElement.dataset.ev")
    page.keyboard.press("k")
    assert first
    assert second
    assert page.evaluate("document.activeElement.dataset.ev") == first
    assert page.locator("#drawer").is_visible()


def test_a_digit_leads_to_its_section(watched: Watched, pages: Path) -> None:
    page = watched.open(pages / "index.html")
    page.keyboard.press("4")
    page.wait_for_timeout(900)
    assert abs(page.locator("#clauses").bounding_box()["y"]) < 120


def test_the_evidence_of_evidence_opens_in_the_drawer(watched: Watched, pages: Path) -> None:
    page = watched.open(pages / "index.html", "#ev=a-03")
    page.locator("#drawer [data-ev='a-04']").click()
    assert "Brussels denied" in page.locator("#drawer mark").inner_text()
    assert page.url.endswith("#ev=a-04")


def test_an_address_restores_evidence_theme_and_day(watched: Watched, pages: Path) -> None:
    page = watched.open(pages / "index.html", "?theme=dark#ev=a-02&on=if-1-2")
    assert page.locator("#drawer .passage").get_attribute("lang") == "ko"
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert page.locator("#if-1-2").is_visible()
    assert not page.locator("#if-1-1").is_visible()


def test_dark_is_a_theme_of_its_own(watched: Watched, pages: Path) -> None:
    page = watched.open(pages / "index.html")
    colour = "getComputedStyle(document.body).backgroundColor"
    bar = "getComputedStyle(document.querySelector('#timeline [data-ev] path')).fill"
    light, light_bar = page.evaluate(colour), page.evaluate(bar)
    page.keyboard.press("t")
    assert page.evaluate(colour) == "rgb(21, 24, 27)" != light
    assert page.evaluate(bar) != light_bar
    assert "theme=dark" in page.url


def test_a_reader_who_prefers_dark_gets_it(browser: Any, pages: Path) -> None:
    view = Watched(browser, color_scheme="dark")
    page = view.open(pages / "index.html")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(21, 24, 27)"
    assert not view.faults
    view.context.close()


def test_the_day_of_the_act_is_switched(watched: Watched, pages: Path) -> None:
    page = watched.open(pages / "index.html")
    answers = page.locator("#if-1 .day:visible figcaption").first
    assert "Nobody is bound" in answers.inner_text()
    page.get_by_role("button", name="1 August 2021").click()
    assert "Bound to help: Belgium" in answers.inner_text()
    assert page.locator("#if-1 table.chances:visible").count() == 1


def test_a_mark_of_the_timeline_opens_its_evidence(watched: Watched, pages: Path) -> None:
    page = watched.open(pages / "index.html")
    page.locator("#timeline .wide [data-ev='a-03']").first.click()
    assert "Ana Ruiz" in page.locator("#drawer").inner_text()


def test_a_figure_comes_alive_under_the_policy(watched: Watched, pages: Path) -> None:
    page = watched.open(pages / "index.html")
    page.locator("[data-live='timeline']").click()
    page.locator("#timeline .live svg").wait_for(timeout=15_000)
    assert not page.locator("#timeline .drawn").is_visible()
    mark = page.locator("#timeline .live .mark-symbol path").first
    mark.hover(force=True)
    page.locator("#vg-tooltip-element.visible").wait_for()
    assert "Visit or talks" in page.locator("#vg-tooltip-element").inner_text()
    mark.click(force=True)
    page.locator("#drawer").wait_for()
    page.locator("[data-live='timeline']").click()
    assert page.locator("#timeline .drawn").is_visible()


def test_the_whole_text_opens_at_the_passage(watched: Watched, pages: Path) -> None:
    page = watched.open(pages / "index.html", "#ev=a-05")
    page.locator("#drawer").get_by_role("link", name="The whole text").click()
    page.wait_for_url("**/documents/d-brief.html#a-05")
    lit = page.locator(".said.on")
    assert "".join(lit.all_inner_texts()) == "Belgium sent 40 to 60 trucks"


@pytest.mark.parametrize("width", [320, 390, 640, 768, 1000, 1259, 1300, 1440, 1900])
def test_no_width_needs_a_horizontal_scroll(browser: Any, pages: Path, width: int) -> None:
    view = Watched(browser, width=width)
    page = view.open(pages / "index.html")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.evaluate("document.querySelector('#claims [data-ev]').click()")
    assert page.locator("#drawer").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert not view.faults
    view.context.close()


def test_without_script_the_evidence_is_at_the_foot_of_the_page(browser: Any, pages: Path) -> None:
    view = Watched(browser, java_script_enabled=False)
    page = view.open(pages / "index.html")
    assert page.locator("#register").is_visible()
    assert page.locator("#if-1-1").is_visible()
    assert page.locator("#if-1-2").is_visible()
    view.context.close()


def test_paper_has_the_evidence_as_a_numbered_register(watched: Watched, pages: Path) -> None:
    page = watched.open(pages / "index.html", "#ev=a-03")
    page.emulate_media(media="print")
    assert page.locator("#register").is_visible()
    assert not page.locator("#drawer").is_visible()
    assert not page.locator(".rail").is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.pdf().startswith(b"%PDF")


def test_the_french_dossier_works_alike(watched: Watched, french_pages: Path) -> None:
    page = watched.open(french_pages / "index.html")
    page.locator("#claims [data-ev='a-03']").first.click()
    assert "En désaccord" in page.locator("#drawer").inner_text()


def test_nothing_of_a_hostile_document_runs(browser: Any, hostile_pages: Path) -> None:
    index = hostile_pages / "index.html"
    view = Watched(browser)
    page = view.open(index)
    page.locator("#claims [data-ev]").first.click()
    page.mouse.move(300, 300)
    page.locator("[data-live='timeline']").click()
    page.locator("#timeline .live svg").wait_for(timeout=15_000)
    page.locator("#timeline .live .mark-symbol path").first.hover(force=True)
    page.wait_for_timeout(200)
    assert page.evaluate("window.pwned") is None
    document = view.open(index.parent / "documents" / "d-brief.html", "#a-03")
    assert document.evaluate("window.pwned") is None
    assert not view.faults
    assert all(url.startswith("file:") for url in view.requests)
    view.context.close()


def test_a_script_slipped_into_a_page_is_stopped_by_the_policy(
    browser: Any, pages: Path, tmp_path: Path
) -> None:
    markup = (pages / "index.html").read_text(encoding="utf-8")
    slipped = markup.replace("</main>", "<script>window.pwned = 1</script></main>")
    assert slipped != markup
    for name in ("assets", "data", "documents"):
        (tmp_path / name).symlink_to(pages / name)
    (tmp_path / "index.html").write_text(slipped, encoding="utf-8")
    view = Watched(browser)
    page = view.open(tmp_path / "index.html")
    assert page.evaluate("window.pwned") is None
    assert any("Content Security Policy" in fault for fault in view.faults)
    view.context.close()
