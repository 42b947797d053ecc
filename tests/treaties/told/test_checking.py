"""A statement beside what is coded: it agrees, it is contested with both sources, or it is open."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from foedus.evidence import Day
from foedus.ledger.engines import engine_at
from foedus.reading.reader import reading_of
from foedus.reading.reading import Reading
from foedus.sources.documents import snapshot_of
from foedus.treaties.instruments import register
from foedus.treaties.told.checking import checked_statements, contested
from foedus.treaties.told.days import Fit, fit
from foedus.treaties.told.faults import fault_of
from foedus.treaties.told.saying import said_statement
from foedus.treaties.told.statement import Checked, Evidence, Says, Verdict

Read = Callable[..., Reading]
Check = Callable[..., tuple[Checked, ...]]

FOUNDING = "seed/article.fr.txt"
DENIAL = "The 1961 treaty between the USSR and North Korea contained no mutual defence clause."


@pytest.fixture
def check(held_atop: Path, monkeypatch: pytest.MonkeyPatch) -> Check:
    """Hold a reading against the register and the rows of ATOP."""
    monkeypatch.setenv("FOEDUS_DATA", str(held_atop))

    def checked(reading: Reading) -> tuple[Checked, ...]:
        with engine_at() as engine:
            return checked_statements(reading, engine=engine)

    return checked


def by_source(one: Checked) -> dict[str, Evidence]:
    return {each.source: each for each in one.evidence}


def verdict(reading: Reading, says: Says | None = None) -> Verdict:
    (found,) = (
        one for one in checked_statements(reading) if says is None or one.statement.says is says
    )
    return found.verdict


# --- The founding text ----------------------------------------------------------------------------


def test_the_founding_text_is_contested_with_both_sources(shared: Path, check: Check) -> None:
    reading = reading_of(snapshot_of(shared / FOUNDING))
    found = check(reading)
    (one,) = (each for each in found if each.verdict is Verdict.CONTRADICTS)
    said = one.statement
    assert (said.treaty, said.says, said.kind) == ("sun-prk-1961", Says.LACKS, "defence")
    assert said.beside == "rus-prk-2024"
    assert reading.text[said.start : said.end] == said.quote
    assert said.quote.startswith("À la différence du premier traité")
    coded = by_source(one)
    assert coded["register"].verdict is coded["ATOP"].verdict is Verdict.CONTRADICTS
    assert coded["register"].article == "1"
    assert "United Nations Treaty Series no. 6045" in coded["register"].cites
    words = coded["ATOP"].words.said("fr")
    assert "alliance 3440" in words
    assert "defense = 1" in words
    assert "Union soviétique (365), Corée du Nord (731)" in words
    assert coded["ATOP"].cites.startswith("ATOP 5.1, atop5_1m.csv (sha256 0e3c803f6527)")
    assert "International Interactions" in (coded["ATOP"].work or "")


def test_the_rest_of_the_founding_text_agrees(shared: Path, check: Check) -> None:
    found = check(reading_of(snapshot_of(shared / FOUNDING)))
    agreed = [
        (one.statement.treaty, one.statement.says, one.statement.article)
        for one in found
        if one.verdict is Verdict.AGREES
    ]
    assert agreed == [
        ("rus-prk-2024", Says.HAS, "4"),
        ("sun-prk-1961", Says.SIGNED, None),
    ]
    assert len(found) == 3


@pytest.mark.parametrize("name", ["en-finland-sweden-protocols", "fr-ue-armenie-otsc"])
def test_the_other_texts_raise_no_alarm(name: str, shared: Path, check: Check) -> None:
    found = check(reading_of(snapshot_of(shared / f"texts/{name}.txt")))
    assert [one for one in found if one.verdict is not Verdict.AGREES] == []


def test_without_the_dataset_the_number_is_shown_and_the_absence_said(
    shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOEDUS_DATA", str(tmp_path))
    reading = reading_of(snapshot_of(shared / FOUNDING))
    with engine_at() as engine:
        found = checked_statements(reading, engine=engine)
    (one,) = (each for each in found if each.verdict is Verdict.CONTRADICTS)
    atop = by_source(one)["ATOP"]
    assert atop.verdict is Verdict.OPEN
    assert "3440" in atop.words.said("en")
    assert "not on this machine" in atop.words.said("en")
    assert "defense = 1, not conditional" in atop.words.said("en")


def test_what_is_built_does_not_depend_on_the_machine(
    read: Read, held_atop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading = read(DENIAL)
    monkeypatch.setenv("FOEDUS_DATA", str(held_atop))
    with_atop = [fault_of(one, "en") for one in contested(reading)]
    monkeypatch.setenv("FOEDUS_DATA", str(tmp_path))
    assert [fault_of(one, "en") for one in contested(reading)] == with_atop
    (fault,) = with_atop
    assert fault.audit == "contradicts_a_treaty"
    assert fault.subject == "sun-prk-1961"
    assert "no. 6045" in fault.explanation
    assert "ATOP 5.1 no. 3440 (defense = 1, not conditional)" in fault.explanation


# --- Clauses --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The North Atlantic Treaty contains no mutual defence clause.", Verdict.CONTRADICTS),
        ("The ANZUS Treaty contains no consultation clause.", Verdict.CONTRADICTS),
        ("The Molotov-Ribbentrop Pact had no neutrality clause.", Verdict.CONTRADICTS),
        ("The Warsaw Pact contained a mutual defence clause.", Verdict.AGREES),
        ("The Kellogg-Briand Pact contains no mutual defence clause.", Verdict.AGREES),
    ],
)
def test_a_clause_is_judged_by_the_register(sentence: str, expected: Verdict, read: Read) -> None:
    assert verdict(read(sentence)) is expected


HAS_DEFENCE = (
    "The 2000 treaty between Russia and North Korea provides for mutual assistance in case of "
    "attack."
)


def test_a_clause_that_the_register_lacks_is_refuted_by_atop_alone(
    read: Read, check: Check
) -> None:
    assert verdict(read(HAS_DEFENCE)) is Verdict.OPEN
    (found,) = check(read(HAS_DEFENCE))
    assert found.verdict is Verdict.CONTRADICTS
    assert "defense = 0" in by_source(found)["ATOP"].words.said("en")


def test_consultation_outside_a_crisis_is_not_denied_by_a_zero(read: Read, check: Check) -> None:
    (found,) = check(
        read("The 1961 treaty between the USSR and North Korea contains a consultation clause.")
    )
    assert found.verdict is Verdict.OPEN
    assert "article 3" in by_source(found)["register"].words.said("en")
    assert "consul = 0" in by_source(found)["ATOP"].words.said("en")


def test_a_guarantee_one_way_is_no_mutual_defence(read: Read) -> None:
    one = register()["sun-prk-1961"]
    article = one.articles[0]
    duty = replace(article.obligations[0], obligor=("SUN",), beneficiary=("PRK",))
    sided = replace(one, articles=(replace(article, obligations=(duty,)), *one.articles[1:]))
    known = {**register(), one.id: sided}
    (found,) = checked_statements(read(DENIAL), known)
    assert found.verdict is Verdict.OPEN
    assert "some parties only" in (found.why.said("en") if found.why else "")


def test_a_clause_that_only_some_wordings_had_is_not_denied(read: Read) -> None:
    one = register()["sun-prk-1961"]
    article = one.articles[0]
    without = replace(article, obligations=())
    amended = replace(one, articles=(without, *one.articles))
    (found,) = checked_statements(read(DENIAL), {**register(), one.id: amended})
    assert found.verdict is Verdict.OPEN


def test_sources_that_differ_leave_it_open(
    read: Read, held_atop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOEDUS_DATA", str(held_atop))
    one = register()["rus-prk-2000"]
    borrowed = replace(
        one, articles=(*one.articles, replace(register()["sun-prk-1961"].articles[0], number="99"))
    )
    with engine_at() as engine:
        (found,) = checked_statements(
            read(HAS_DEFENCE), {**register(), one.id: borrowed}, engine=engine
        )
    assert found.verdict is Verdict.OPEN
    assert found.why
    assert "differ" in found.why.said("en")


# --- Days -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Élysée Treaty was signed on 22 January 1963.", Verdict.AGREES),
        ("The Élysée Treaty was signed on 22 February 1963.", Verdict.CONTRADICTS),
        ("The Élysée Treaty was signed in 1964.", Verdict.CONTRADICTS),
        ("The Élysée Treaty was signed on 23 January 1963.", Verdict.OPEN),
        ("The Collective Security Treaty entered into force on 20 April 1994.", Verdict.AGREES),
        ("The Collective Security Treaty entered into force in 1992.", Verdict.CONTRADICTS),
        ("The Warsaw Pact came to an end in 1991.", Verdict.AGREES),
        ("The Warsaw Pact came to an end in 1989.", Verdict.CONTRADICTS),
        ("The North Atlantic Treaty expired in 1991.", Verdict.CONTRADICTS),
        ("The Rio Treaty expired in 2020.", Verdict.OPEN),
        ("The Rio Treaty is of unlimited duration.", Verdict.AGREES),
        ("The Warsaw Pact was of unlimited duration.", Verdict.CONTRADICTS),
    ],
)
def test_days_and_duration(sentence: str, expected: Verdict, read: Read) -> None:
    assert verdict(read(sentence)) is expected


def test_a_treaty_of_the_name_signed_long_before_is_another(read: Read) -> None:
    assert checked_statements(read("The Treaty of Rio was signed in 1906.")) == ()


@pytest.mark.parametrize(
    ("told", "coded", "lies"),
    [
        ("1961", "1961-07-06", Fit.SAME),
        ("1961-07", "1961-07-06", Fit.SAME),
        ("1961-07-07", "1961-07-06", Fit.A_DAY_APART),
        ("1887-06-06", "1887-06-18", Fit.CALENDARS),
        ("1961-06-24", "1961-07-06", Fit.APART),
        ("1962", "1961-07-06", Fit.APART),
        ("1991-..", "1991-07-01", Fit.SAME),
    ],
)
def test_how_a_told_day_lies(told: str, coded: str, lies: Fit) -> None:
    assert fit(Day(told.replace("-..", "/..")), Day(coded)) is lies


# --- Parties --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "published", "expected"),
    [
        ("Finland is a party to the North Atlantic Treaty.", "2024-12-20", Verdict.AGREES),
        ("Finland is a party to the North Atlantic Treaty.", "2021-03-01", Verdict.CONTRADICTS),
        ("Finland is not a party to the North Atlantic Treaty.", "2021-03-01", Verdict.AGREES),
        ("Finland is not a party to the North Atlantic Treaty.", "2024", Verdict.CONTRADICTS),
        ("Finland is not a party to the North Atlantic Treaty.", "2023", Verdict.OPEN),
        ("Russia is a party to the North Atlantic Treaty.", "2024-12-20", Verdict.CONTRADICTS),
        ("Russia was a party to the Warsaw Pact.", "2024-12-20", Verdict.OPEN),
        ("Slovakia was a party to the Warsaw Pact.", "2024-12-20", Verdict.OPEN),
        ("Albania was a party to the Warsaw Pact.", "2024-12-20", Verdict.AGREES),
        ("Albania was not a party to the Warsaw Pact.", "2024-12-20", Verdict.OPEN),
        ("Poland was never a party to the Warsaw Pact.", "2024-12-20", Verdict.CONTRADICTS),
        ("Yugoslavia was never a party to the Warsaw Pact.", "2024-12-20", Verdict.AGREES),
    ],
)
def test_parties_are_judged_on_the_day_the_text_means(
    sentence: str, published: str, expected: Verdict, read: Read
) -> None:
    assert verdict(read(sentence, published=published)) is expected


def test_a_party_in_doubt_is_not_judged(read: Read) -> None:
    found = checked_statements(read("Armenia is not a party to the Collective Security Treaty."))
    assert [one.verdict for one in found] == [Verdict.OPEN]


# --- What stands around ---------------------------------------------------------------------------


def test_every_sentence_can_be_said_in_both_languages(read: Read, check: Check) -> None:
    text = " ".join(
        (
            DENIAL,
            "The Élysée Treaty was signed in 1964.",
            "The Warsaw Pact ended in 1991.",
            "The Rio Treaty is of unlimited duration.",
            "Poland was never a party to the Warsaw Pact.",
            "The ANZUS Treaty entered into force in 1953.",
        )
    )
    found = check(read(text))
    assert len(found) == 6
    for one in found:
        said = said_statement(one.statement, one.instrument, one.beside)
        for words in (said, *(each.words for each in one.evidence)):
            assert words.en
            assert words.fr
            assert "{" not in words.en + words.fr
        assert all(each.cites for each in one.evidence)


def test_a_speaker_is_named(read: Read) -> None:
    text = (
        "“The North Atlantic Treaty contains no mutual defence clause,” said President Vladimir "
        "Putin on 3 May 2024."
    )
    found = checked_statements(read(text))
    assert [one.verdict for one in found] == [Verdict.CONTRADICTS]
    assert "Putin" in (found[0].statement.said_by or "")


@pytest.mark.parametrize(
    "text",
    [
        "The North Atlantic Treaty " * 3000 + "has no mutual defence clause.",
        "The North Atlantic Treaty" + ", signed in Paris" * 5000 + ".",
        "The North Atlantic Treaty (" + "(" * 5000 + " contains" * 2000,
        "the " * 20000 + "North Atlantic Treaty has no mutual " + "mutual " * 5000,
    ],
    ids=["names", "asides", "brackets", "words"],
)
def test_a_hostile_sentence_is_read_to_its_end(text: str, read: Read) -> None:
    """Patterns that ran back over it again and again would not come to an end."""
    assert len(checked_statements(read(text))) <= 1
