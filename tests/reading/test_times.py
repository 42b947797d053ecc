"""When a text says things happen."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.evidence import Day
from foedus.reading.times import expressions, frames
from tests.reading.annotating import dated, framed


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("le 19 juin dernier", "2024-06-19"),
        ("juillet dernier", "2024-07"),
        ("Le 17 octobre", "2024-10-17"),
        ("le 20 décembre", "2023-12-20"),
        ("le 10 novembre 93", "1993-11-10"),
        ("1^{er} novembre", "2024-11-01"),
        ("1er novembre 2023", "2023-11-01"),
        ("le mercredi 19 juin 2024", "2024-06-19"),
        ("25/11/2024", "2024-11-25"),
        ("2024-11-25", "2024-11-25"),
        ("cette année", "2024"),
        ("l'an dernier", "2023"),
        ("le mois dernier", "2024-10"),
        ("la semaine prochaine", "2024-12-02/2024-12-08"),
        ("l'été 2024", "2024-22"),
        ("l'automne dernier", "2023-23"),
        ("l'hiver 2023-2024", "2023-24"),
        ("le début de 2024", "2024"),
        ("fin octobre", "2024-10"),
        ("les années 60", "196X"),
        ("les années 1990", "199X"),
        ("XIXe siècle", "18XX"),
        ("la fin du XIXe siècle", "18XX"),
        ("hier", "2024-11-24"),
        ("mardi", "2024-11-19"),
        ("lundi", "2024-11-25"),
        ("mardi dernier", "2024-11-19"),
        ("jeudi prochain", "2024-11-28"),
        ("il y a trois ans", "2021~"),
        ("il y a près de trois ans", "2022~"),
        ("il y a deux mois", "2024-09~"),
        ("il y a dix jours", "2024-11-15"),
        ("dans deux mois", "2025-01~"),
    ],
)
def test_french_expressions_are_reckoned_from_25_november_2024(words: str, day: str) -> None:
    assert dated(f"Cela date : {words}.") == [(words, day)]


@pytest.mark.parametrize(
    ("told", "words", "day"),
    [
        ("Le 3 août 1914, la guerre fut déclarée.", "Le lendemain", "1914-08-04"),
        ("Le 3 août 1914, la guerre fut déclarée.", "La veille", "1914-08-02"),
        ("Le 3 août 1914, la guerre fut déclarée.", "Ce jour-là", "1914-08-03"),
        ("Le 3 août 1914, la guerre fut déclarée.", "Deux jours plus tard", "1914-08-05"),
        ("Le 3 août 1914, la guerre fut déclarée.", "Une semaine plus tard", "1914-08-10~"),
        ("Le 3 août 1914, la guerre fut déclarée.", "Le mois suivant", "1914-09"),
        ("Le 3 août 1914, la guerre fut déclarée.", "Cette année-là", "1914"),
        ("En mars 1938, le pays fut annexé.", "L'année suivante", "1939"),
        ("En mars 1938, le pays fut annexé.", "Mai de la même année", "1938-05"),
        ("En 1938, le pays fut annexé.", "Trois ans plus tard", "1941~"),
        ("Le 4 avril 1949, le traité remplaça celui de 1948.", "Le même jour", "1949-04-04"),
    ],
)
def test_a_narrative_goes_on_from_its_last_date(told: str, words: str, day: str) -> None:
    assert dated(f"{told} {words}, tout changea.")[-1] == (words, day)


@pytest.mark.parametrize(
    "text",
    [
        "Le lendemain, tout changea.",
        "En mars 1938, le pays fut annexé. Le lendemain, tout changea.",
        "Le 3 août 1914, on se bat. En 1961, on négocie. Le lendemain, tout changea.",
        "Le 3 août 1914, on se bat. Trois ans plus tard, on négocie. Le mois suivant, on signe.",
    ],
)
def test_a_narrative_without_a_day_gives_none(text: str) -> None:
    assert dated(text)[-1][1] is None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("The next day", "1914-08-04"),
        ("Two days later", "1914-08-05"),
        ("The same day", "1914-08-03"),
        ("The following year", "1915"),
        ("That month", "1914-08"),
    ],
)
def test_an_english_narrative_goes_on_from_its_last_date(words: str, day: str) -> None:
    told = "On 3 August 1914 war was declared."
    assert dated(f"{told} {words}, all changed.", "en")[-1] == (words, day)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("premier semestre 1999", "1999-01/1999-06"),
        ("2e trimestre 2023", "2023-04/2023-06"),
        ("mars de l'année dernière", "2023-03"),
        ("mai 68", "1968-05"),
        ("11-Septembre", "2001-09-11"),
        ("la nuit de mardi à mercredi", None),
        ("deux ans et demi", None),
        ("il y a près d'un an", "2024~"),
    ],
)
def test_french_expressions_are_no_finer_than_their_words(words: str, day: str | None) -> None:
    assert dated(f"Cela date : {words}.") == [(words, day)]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("July 5, 2022", "2022-07-05"),
        ("5 July 2022", "2022-07-05"),
        ("the 19th of June 2024", "2024-06-19"),
        ("Tuesday, June 18, 2024", "2024-06-18"),
        ("last May", "2024-05"),
        ("early November", "2024-11"),
        ("the summer of 2024", "2024-22"),
        ("last winter", "2023-24"),
        ("the 1950s", "195X"),
        ("the nineteenth century", "18XX"),
        ("the early 20th century", "19XX"),
        ("this year", "2024"),
        ("last month", "2024-10"),
        ("yesterday", "2024-11-24"),
        ("Tuesday", "2024-11-19"),
        ("three years ago", "2021~"),
        ("almost three years ago", "2022~"),
        ("a month ago", "2024-10~"),
        ("13/02/2024", "2024-02-13"),
        ("02/03/2024", "2024"),
    ],
)
def test_english_expressions_are_reckoned_from_25_november_2024(words: str, day: str) -> None:
    assert dated(f"It happened then: {words}.", "en") == [(words, day)]


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("En vingt ans, rien.", "fr", "vingt ans"),
        ("Depuis quelques années, rien.", "fr", "quelques années"),
        ("Ces dernières années, rien.", "fr", "Ces dernières années"),
        ("Il vient chaque mois.", "fr", "chaque mois"),
        ("Des exercices annuels ont lieu.", "fr", "annuels"),
        ("Une croissance de deux points par an.", "fr", "an"),
        ("Pour l'instant, rien.", "fr", "Pour l'instant"),
        ("Over the past three years, nothing.", "en", "the past three years"),
        ("An annual drill took place.", "en", "annual"),
        ("They meet every two years.", "en", "every two years"),
    ],
)
def test_durations_sets_and_vague_words_have_no_day(text: str, language: str, words: str) -> None:
    assert dated(text, language) == [(words, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Une fillette de 6 ans joue.",
        "Les enfants de 2 à 8 ans jouent.",
        "Pas moins de 2000 soldats et 1945 tentes.",
        "L'article 51 et la note 12.",
        "Il a été vu.",
    ],
)
def test_ages_amounts_and_participles_are_no_dates(text: str) -> None:
    assert dated(text) == []


@pytest.mark.parametrize(
    "text", ["They may march on the capital.", "The May family left.", "A 6-year-old girl played."]
)
def test_may_and_march_are_months_only_beside_what_dates_them(text: str) -> None:
    assert dated(text, "en") == []


def test_without_a_day_of_publication_nothing_relative_is_resolved() -> None:
    text = "Le 17 octobre, puis hier, puis cette année ; mais le 3 mai 1991."
    assert dated(text, published=None) == [
        ("Le 17 octobre", None),
        ("hier", None),
        ("cette année", None),
        ("le 3 mai 1991", "1991-05-03"),
    ]


def test_a_sentence_about_the_future_dates_forwards() -> None:
    assert dated("Le sommet aura lieu le 10 janvier.") == [("le 10 janvier", "2025-01-10")]
    assert dated("Le sommet a eu lieu le 10 janvier.") == [("le 10 janvier", "2024-01-10")]


def test_a_year_that_opens_a_sentence_tells_that_of_the_days_after_it() -> None:
    text = "En 1950, la guerre éclate. Le 25 juin, les troupes avancent."
    assert dated(text) == [("1950", "1950"), ("Le 25 juin", "1950-06-25")]


def test_the_year_told_ends_with_its_paragraph() -> None:
    text = "En 1950, la guerre éclate.\n\nLe 25 juin, les ministres se sont vus."
    assert dated(text)[1] == ("Le 25 juin", "2024-06-25")


def test_a_pair_of_days_shares_its_month_and_year() -> None:
    assert dated("Du 19 au 23 juillet 2022.") == [
        ("19", "2022-07-19"),
        ("23 juillet 2022", "2022-07-23"),
    ]
    assert dated("On May 19 and July 1, 2022.", "en") == [
        ("May 19", "2022-05-19"),
        ("July 1, 2022", "2022-07-01"),
    ]


def test_a_day_takes_the_year_of_the_same_month_in_its_sentence() -> None:
    text = "After the attack of 12 September 2022, they asked for help on 13 September."
    assert dated(text, "en")[1] == ("13 September", "2022-09-13")


def test_a_weekday_beside_a_day_tells_its_year() -> None:
    # 10 June was a Saturday in 2023, and neither in 2024 nor in 2025.
    assert dated("They met on Saturday, 10 June.", "en") == [("Saturday, 10 June", "2023-06-10")]


def test_a_part_of_a_decade_is_the_decade() -> None:
    text = "La première moitié des années 2020 fut agitée."
    assert dated(text) == [("La première moitié des années 2020", "202X")]


def test_a_century_before_christ_is_not_the_same_century_after() -> None:
    assert dated("In the 5th century BC.", "en") == [("the 5th century BC", None)]


def test_a_war_dates_what_happened_during_it_and_only_then() -> None:
    assert dated("Le soutien apporté durant la guerre de Corée.") == [
        ("la guerre de Corée", "1950/1953")
    ]
    assert dated("La guerre de Corée a marqué les esprits.") == []
    assert dated("They fought during the Korean War.", "en") == [("the Korean War", "1950/1953")]


@pytest.mark.parametrize(
    ("text", "language", "frame"),
    [
        ("Il vit là depuis l'été 2024.", "fr", ("depuis l'été 2024", "since", "2024-22")),
        ("De 1961 à 1996, rien.", "fr", ("De 1961 à 1996", "between", "1961/1996")),
        ("Entre 2011 et 2012, rien.", "fr", ("Entre 2011 et 2012", "between", "2011/2012")),
        ("La guerre (1950-1953).", "fr", ("1950-1953", "between", "1950/1953")),
        ("Jusqu'en mars 2023, rien.", "fr", ("Jusqu'en mars 2023", "until", "2023-03")),
        ("Avant le 3 mai 2023, rien.", "fr", ("Avant le 3 mai 2023", "before", "2023-05-03")),
        (
            "Prêts à partir du 1^{er} novembre.",
            "fr",
            ("à partir du 1^{er} novembre", "from", "2024-11-01"),
        ),
        (
            "Il tente depuis près de trois ans.",
            "fr",
            ("depuis près de trois ans", "since", "2022~"),
        ),
        (
            "Près de trois ans après l'invasion, rien.",
            "fr",
            ("Près de trois ans après", "elapsed", "2022~"),
        ),
        ("Il partit trois mois après sa visite.", "fr", ("trois mois après", "elapsed", None)),
        ("Since 2014, nothing.", "en", ("Since 2014", "since", "2014")),
        (
            "Between 2011 and 2012, nothing.",
            "en",
            ("Between 2011 and 2012", "between", "2011/2012"),
        ),
        (
            "From January to August 1950.",
            "en",
            ("From January to August 1950", "between", "1950-01/1950-08"),
        ),
        ("Signed on July 5, 2022.", "en", ("on July 5, 2022", "during", "2022-07-05")),
    ],
)
def test_the_words_before_say_how_a_date_bounds(
    text: str, language: str, frame: tuple[str, str, str | None]
) -> None:
    assert framed(text, language) == [frame]


def test_no_value_is_finer_than_its_words() -> None:
    for words, day in dated("En 1948, en juin 1949, les années 1950, au XXe siècle."):
        assert day is not None
        assert Day(day).precision in {"year", "month", "decade", "century"}, words


STORY = "Le 19 juin dernier, puis depuis près de trois ans, de 1961 à 1996, chaque année et hier."


@given(st.text(alphabet="aé .,\n’-1X%", max_size=60))
def test_a_paragraph_before_shifts_times_and_changes_nothing_else(words: str) -> None:
    before, day = words + ".\n\n", Day("2024-11-25")
    alone = expressions(STORY, "fr", day)
    shifted = [t for t in expressions(before + STORY, "fr", day) if t.start >= len(before)]
    assert [(t.start - len(before), t.end - len(before), t.day, t.kind) for t in shifted] == [
        (t.start, t.end, t.day, t.kind) for t in alone
    ]


@given(st.text(alphabet="le 0123456789juinmarsdeàan/-.’'\n", max_size=80))
def test_expressions_of_any_text_ascend_apart(text: str) -> None:
    found = expressions(text, "fr", Day("2024-11-25"))
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(text[one.start : one.end].strip() for one in found)
    frames(text, found, "fr", Day("2024-11-25"))


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
def test_no_day_lies_beyond_the_calendar(published: str) -> None:
    text = (
        "Le mois prochain, l'an dernier, mardi, demain, hier, le 5 janvier, en mai dernier. "
        "Le lendemain, l'année suivante, deux jours plus tôt, ce trimestre, il y a dix mille ans."
    )
    assert dated(text, "fr", published)
