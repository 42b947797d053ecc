"""Answers to an act as HTML: who is told what comes first, and nothing rests on colour alone."""

import datetime as dt
import re
from dataclasses import replace
from itertools import groupby

import pytest

from foedus.treaties.acts import act_from
from foedus.treaties.answers import CasusAnswer, Verdict
from foedus.treaties.casus import casus_answer
from foedus.treaties.entry_bar import entry_bar
from foedus.treaties.instruments import instrument, register
from foedus.treaties.sentences import said_verdict
from foedus.treaties.words import Words
from tests.dossier.markup import Page
from tests.treaties.self_contained import faults, said

HOSTILE = "<script>alert('x')</script> \"><img src=x onerror=1> {{ 7 * 7 }} {actor} &lt; \u202enhoj"


def asked(words: str, on: str, place: str | None = None) -> CasusAnswer:
    day = dt.date.fromisoformat(on)
    return casus_answer(act_from(words, place, day), day, register())


@pytest.fixture(scope="module")
def signed() -> CasusAnswer:
    """Kursk, after the treaty of Pyongyang was signed and before it was in force."""
    return asked("UKR attacks RUS", "2024-11-01", "Kursk")


@pytest.fixture(scope="module")
def donetsk() -> CasusAnswer:
    return asked("UKR attacks RUS", "2024-12-10", "Donetsk")


@pytest.fixture(scope="module")
def belgium() -> CasusAnswer:
    return asked("GMY attacks BEL", "1914-08-04")


@pytest.fixture(scope="module")
def estonia() -> CasusAnswer:
    return asked("RUS attacks EST", "2024-12-10")


def section(markup: str, words: str) -> str:
    """Return the one clause whose section has these words, with its markup."""
    clauses = re.findall(r"<article.*?</article>", markup, flags=re.DOTALL)
    found = [one for one in clauses if words in said(one)]
    assert len(found) == 1, words
    return found[0]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("case", ["signed", "donetsk", "belgium", "estonia"])
def test_a_page_is_well_formed_and_loads_nothing(
    case: str, language: str, request: pytest.FixtureRequest
) -> None:
    answer: CasusAnswer = request.getfixturevalue(case)
    page = answer.page(language, in_full=True)
    assert page.lstrip().startswith("<!doctype html>")
    assert not faults(page, language)


def test_first_stands_who_is_told_what_in_order_of_weight(donetsk: CasusAnswer) -> None:
    table = donetsk.page().split("<table", 1)[1].split("</table>")[0]
    rows = [said(f"<tr{row}") for row in table.split("<tr")[2:]]
    told = [
        said_verdict(one.verdict, "en")
        for one in donetsk.answers
        if one.verdict is not Verdict.NOT_BOUND
    ]
    firsts = [next(words for words in told if row.startswith(words)) for row in rows]
    assert [words for words, _ in groupby(firsts)] == [words for words, _ in groupby(told)]
    assert rows[1] == "disputed North Korea defence Russia–North Korea treaty of 2024, art. 4"


def test_every_verdict_has_its_sign_and_its_word(donetsk: CasusAnswer) -> None:
    page = Page(donetsk.page())
    verdicts = {one.verdict.value for one in donetsk.answers}
    signs = [attributes["class"] or "" for tag, attributes in page.elements if tag == "svg"]
    words = said(donetsk.page())
    for verdict in verdicts:
        assert any(verdict in sign.split() for sign in signs)
        assert said_verdict(verdict, "en") in words


def test_rival_readings_stand_side_by_side_with_holders_and_sources(donetsk: CasusAnswer) -> None:
    clause = section(donetsk.page(), "Russia–North Korea treaty of 2024, art. 4")
    words = said(clause)
    assert "Rival readings: Whose territory counts?" in words
    assert "Territory the party has annexed counts as its own then disputed" in words
    assert "Held by: Russia Constitution of the Russian Federation, article 65" in words
    readings = re.findall(r'class="reading (wide|narrow)"', clause)
    assert readings == ["wide", "narrow", "narrow", "wide"]  # the edge tells who asks more
    assert "What would change this" in words
    assert "the Charter prevails over other treaties (article 103)" in words
    assert "This prevails: UN Charter" in words


def test_what_is_possible_only_is_called_so_and_drawn_with_a_dashed_edge(
    donetsk: CasusAnswer,
) -> None:
    page = donetsk.page()
    row = next(
        row for row in page.split("<tr") if "Armenia" in row and "Collective Security" in row
    )
    assert "possible" in row.split(">", 1)[0]
    assert 'class="verdict-sign must possible"' in row
    assert "must act possibly Armenia" in said(f"<tr{row}")
    assert "dashed: possible, not certain" in said(page)


def test_who_is_bound_since_when_is_said_of_those_alone_whom_it_concerns(
    estonia: CasusAnswer,
) -> None:
    words = said(section(estonia.page(), "North Atlantic Treaty, art. 5"))
    assert "Bound since 1 April 2009. (only: Albania, Croatia)" in words
    assert "Bound since 7 March 2024. (only: Sweden)" in words
    whole = said(section(estonia.page(), "Treaty on European Union, art. 42(7)"))
    assert "Bound since 1 December 2009. (all but: Croatia)" in whole


def test_a_treaty_signed_and_not_in_force_is_drawn_as_such(signed: CasusAnswer) -> None:
    page = signed.page()
    clause = section(page, "Russia–North Korea treaty of 2024, art. 4")
    words = said(clause)
    assert "not bound signed, not in force North Korea" in words
    assert "signed, 19 June 2024 the act, 1 November 2024 in force, 4 December 2024" in words
    assert page.index("Signed and not in force") < page.index(clause)
    bar = entry_bar({"signed": "2024-06-19", "since": "2024-12-04"}, signed.on, "en")
    assert bar is not None
    assert bar.begins is not None
    assert bar.signed < bar.act < bar.begins == bar.surely


def test_a_bar_keeps_what_is_not_known_open() -> None:
    day = dt.date(1912, 6, 1)
    doubtful = entry_bar({"signed": "1912-03", "since": "1912-08/1912-09"}, day, "en")
    assert doubtful is not None
    assert doubtful.begins is not None
    assert doubtful.surely is not None
    assert doubtful.begins < doubtful.surely
    never = entry_bar({"signed": "1912-03-13"}, day, "fr")
    assert never is not None
    assert (never.begins, never.surely) == (None, None)
    assert entry_bar({"signed": "", "since": "1913"}, day, "en") is None


def test_limits_say_what_became_of_them(belgium: CasusAnswer, estonia: CasusAnswer) -> None:
    words = said(belgium.page())
    assert "? cannot be tested from the act alone Gladstone held in 1870" in words
    assert "– does not apply here" in said(asked("RUS attacks EST", "2024-12-10", "Narva").page())
    assert estonia.caveat
    assert "No place was given" in said(estonia.page())


def test_a_clash_is_told_once_with_every_clause_it_comes_from() -> None:
    """Greece attacks Turkey: whoever must help one would have to help the other."""
    words = said(asked("GRC attacks TUR", "2020-01-01").page())
    _, _, told = words.partition("It also owes Greece its defence")
    until_the_next = told.split("Limits tested")[0]
    assert "North Atlantic Treaty, art. 5: United Nations" in until_the_next
    assert "Treaty on European Union, art. 42(7):" in until_the_next
    assert "It also owes Greece" not in until_the_next
    assert "no rule coded says which prevails" in words


def test_the_grounds_of_all_are_given_when_asked(donetsk: CasusAnswer) -> None:
    some, everything = (
        donetsk.page(in_full=in_full).count("<article") for in_full in (False, True)
    )
    assert 0 < some < everything


def test_treaties_that_ask_nothing_and_sources_close_the_page(donetsk: CasusAnswer) -> None:
    words = said(donetsk.page())
    assert "China China–North Korea treaty of 1961, art. 2 The attacked (Russia) is no party" in (
        words
    )
    for name, one in donetsk.cited.items():
        assert one.citation in words, name


def test_french_is_french(signed: CasusAnswer) -> None:
    words = said(signed.page("fr"))
    assert "Attaque armée : Ukraine → contre Russie" in words
    for french in ("Lectures rivales", "Tenue par :", "Signés et non en vigueur", "peut-être"):
        assert french in words
    for english in ("must act", "possibly", "Held by", "What is asked", "Rival"):
        assert english not in words


@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_a_case_puts_in_its_treaties_is_never_taken_for_markup(language: str) -> None:
    pact = instrument("rus-prk-2024")
    words = Words(HOSTILE, HOSTILE)
    articles = tuple(
        replace(
            article,
            source=HOSTILE,
            obligations=tuple(
                replace(
                    one,
                    asks=replace(one.asks, action=words, means=words),
                    readings=tuple(
                        replace(reading, label=words, holders=(HOSTILE,), source=HOSTILE)
                        for reading in one.readings
                    ),
                )
                for one in article.obligations
            ),
        )
        for article in pact.articles
    )
    hostile = replace(pact, short=words, title=words, citation=HOSTILE, articles=articles)
    day = dt.date(2024, 12, 10)
    act = replace(act_from("UKR attacks RUS", "Kursk", day), words=HOSTILE)
    page = casus_answer(act, day, {**register(), pact.id: hostile}).page(language, in_full=True)
    assert not Page(page).faults
    assert not {tag for tag, _ in Page(page).elements} & {"script", "img"}
    assert not any(name.startswith("on") for _, names in Page(page).elements for name in names)
    assert said(page).count(" ".join(HOSTILE.split())) > 5
    assert "{{ 7 * 7 }}" in said(page)  # nobody's template


def test_a_notebook_shows_the_answers(donetsk: CasusAnswer, belgium: CasusAnswer) -> None:
    shown = donetsk._repr_html_()
    assert "<html" not in shown
    assert not faults(shown + belgium._repr_html_())  # both may stand in one notebook
    assert "Russia–North Korea treaty of 2024, art. 4" in said(shown)


def test_nobody_is_told_anything_where_nothing_is_in_force() -> None:
    day = dt.date(1820, 1, 1)
    page = casus_answer(act_from("FRA attacks ESP", on=day), day, {}).page()
    assert not faults(page)
    assert "No clause in force says anything to anybody here." in said(page)


def test_an_attacker_that_is_no_state_is_called_so() -> None:
    words = said(asked("an armed group attacks MLI", "2024-12-10").page())
    assert "Armed attack: an armed group, no state" in words
