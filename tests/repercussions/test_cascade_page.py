"""A cascade as HTML: every mark has its number, every side its shape and its place."""

import datetime as dt
import re
from dataclasses import replace

import pytest

from foedus.repercussions.cascade import Cascade, cascade, sensitivities, supposition
from foedus.treaties.acts import act_from
from foedus.treaties.instruments import instrument, register
from foedus.treaties.words import Words
from tests.dossier.markup import Page
from tests.treaties.self_contained import faults, said

JULY = dt.date(1914, 7, 28)
DECEMBER = dt.date(2024, 12, 10)
AS_IN_1914 = ("RUS joins SRB 0.8", "GMY attacks BEL 0.9 if GMY fights FRA")
HOSTILE = "<script>alert('x')</script> \"><img src=x onerror=1> {{ 7 * 7 }} {share}"


@pytest.fixture(scope="module")
def july() -> Cascade:
    supposed = [supposition(one, JULY) for one in AS_IN_1914]
    return cascade(act_from("AUH attacks SRB", on=JULY), JULY, register(), supposed, 20_000)


@pytest.fixture(scope="module")
def estonia() -> Cascade:
    act = act_from("RUS attacks EST", on=DECEMBER)
    return cascade(act, DECEMBER, register(), draws=2_000)


@pytest.fixture(scope="module")
def page(july: Cascade) -> str:
    return july.page()


def table(markup: str, name: str) -> str:
    return markup.split(f'<table class="{name}"', 1)[1].split("</table>", 1)[0]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_page_is_well_formed_and_loads_nothing(
    july: Cascade, estonia: Cascade, language: str
) -> None:
    for found in (july, estonia):
        drawn = found.page(language)
        assert drawn.lstrip().startswith("<!doctype html>")
        assert not faults(drawn, language)


def test_each_actor_has_its_chance_and_interval_beside_its_mark(july: Cascade, page: str) -> None:
    rows = {
        said(f"<tr{row}"): row
        for row in table(page, "involved").split("<tr")
        if 'class="interval' in row
    }
    for one in july.involvements:
        if one.probability < 0.01:
            continue
        figures = f"{100 * one.probability:.0f} % ("
        shown = next(row for words, row in rows.items() if figures in words)
        assert "<rect class=" in shown
    germany = next(words for words in rows if words.startswith("Germany"))
    assert re.fullmatch(r"Germany \d+ % \(\S+ %\) Dual Alliance of 1879, art\. 1", germany)


def test_a_mark_stands_where_its_chance_is(july: Cascade, page: str) -> None:
    russia = july.of("RUS")
    assert russia is not None
    row = next(row for row in table(page, "involved").split("<tr") if "Russian Empire" in row)
    elements = Page(f"<tr{row}").elements
    band = next(attributes for tag, attributes in elements if tag == "rect")
    mark = next(at["x"] for tag, at in elements if tag == "svg" and "x" in at)
    low, width, mark = (float(str(one).rstrip("%")) for one in (band["x"], band["width"], mark))
    assert mark == pytest.approx(100 * russia.probability, abs=0.01)
    assert low == pytest.approx(100 * russia.low, abs=0.01)
    assert low + width == pytest.approx(100 * russia.high, abs=0.02)


def test_sides_differ_by_place_and_shape_too(page: str) -> None:
    groups = table(page, "involved").split("<tbody")[1:]
    attacked, attackers = (
        next(one for one in groups if words in one)
        for words in ("On the side of the attacked<", "On the side of the attackers<")
    )
    assert "France" in attacked
    assert "Germany" in attackers
    assert "<circle" in attacked
    assert "<circle" not in attackers
    assert '<path class="mark attackers"' in attackers


def test_who_is_hardly_ever_in_is_named_with_the_most_it_reaches(estonia: Cascade) -> None:
    rare = [one for one in estonia.involvements if one.probability < 0.01]
    assert rare
    words = said(estonia.page())
    assert re.search(r"Each below 1 % \(intervals reach <?\d+ % at most\): ", words)
    assert "No course is common" in words


def test_chains_go_round_by_round_and_as_far_as_they_went(page: str) -> None:
    words = said(page)
    assert "Round 1 Russian Empire for Serbia" in words
    assert "Germany for Austria-Hungary Dual Alliance of 1879, art. 1" in words
    assert "Belgium attacked by Germany supposed" in words
    assert "Belgium for Germany" not in words
    assert "Round 5 United Kingdom for Belgium Treaty of London of 1839, art. 1" in words
    assert re.search(r"Those shown make up \d+ % of all draws\.", words)


def test_what_it_hangs_on_is_drawn_from_lowest_to_highest(july: Cascade, page: str) -> None:
    moves = table(page, "moves")
    row = next(
        row
        for row in moves.split("Russian Empire joins Serbia")[1].split("<tr")
        if "Russian Empire" in row
    )
    assert 'x1="0.0%" x2="100.0%"' in row
    assert "Lowest 0 % Highest 100 %" in said(f"<tr{row}")
    known = sensitivities(JULY_ACT, JULY, register(), july.suppositions)
    assert july.page(moves=known) == page


JULY_ACT = act_from("AUH attacks SRB", on=JULY)


def test_what_is_assumed_has_its_bounds_and_source_and_the_unknown_its_own_look(
    july: Cascade, page: str
) -> None:
    rows = table(page, "assumed").split("<tr")
    for one in july.assumptions:
        row = next(row for row in rows if one.label.said("en")[1:] in row)
        assert ("hatched" in row) == (not one.betas)
        assert one.source in said(f"<tr{row}")
    assert any("Russian Empire joins Serbia 80 % supposed" in said(f"<tr{row}") for row in rows)
    for limit in july.limits:
        assert limit.said("en") in said(page)


def test_every_treaty_named_is_among_the_sources(page: str) -> None:
    sources = said(page.split("<footer", 1)[1])
    for name in ("auh-gmy-1879", "fra-rus-1894", "london-1839"):
        assert instrument(name).citation in sources


def test_french_is_french(july: Cascade) -> None:
    words = said(july.page("fr"))
    for french in (
        "Du côté de l’attaquant",
        "Empire russe se joint à : Serbie",
        "attaque venue de : Allemagne",
        "Ce dont cela dépend",
        "non connu : n’importe quoi entre jamais et toujours",
    ):
        assert french in words
    for english in ("Round", "supposed", "Who is", "Nobody", "not known"):
        assert english not in words


def test_what_a_case_puts_in_its_treaties_is_never_taken_for_markup() -> None:
    words = Words(HOSTILE, HOSTILE)
    dual = replace(instrument("auh-gmy-1879"), short=words, citation=HOSTILE)
    instruments = {**register(), dual.id: dual}
    supposed = [supposition("RUS joins SRB 1", JULY)]
    found = cascade(JULY_ACT, JULY, instruments, supposed, 2_000)
    drawn = found.page("fr", moves=())
    assert not Page(drawn).faults
    assert not {tag for tag, _ in Page(drawn).elements} & {"script", "img"}
    assert not any(name.startswith("on") for _, names in Page(drawn).elements for name in names)
    assert said(drawn).count(HOSTILE) >= 2


def test_a_notebook_shows_the_picture(july: Cascade, page: str) -> None:
    shown = july._repr_html_()
    assert "<html" not in shown
    assert not faults(shown)
    assert table(shown, "moves") == table(page, "moves")


def test_nobody_is_drawn_in_where_nothing_binds() -> None:
    day = dt.date(1820, 1, 1)
    found = cascade(act_from("FRA attacks ESP", on=day), day, {}, draws=200)
    drawn = found.page()
    assert not faults(drawn)
    assert "Nobody is drawn in, in any draw." in said(drawn)
    assert "Nobody joins in 100 % of them" in said(drawn)
