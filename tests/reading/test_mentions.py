"""Which actors a text names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.evidence import Day
from foedus.reading.mentions import mentions
from tests.reading.annotating import named, people

STORY = """Le président ukrainien Volodymyr Zelensky s'est rendu à Tokyo, où le Japon l'a reçu.
Moscou et Pyongyang ont protesté ; la Corée du Sud s'est félicitée du rapprochement. La coopération
russo-nord-coréenne inquiète Séoul, Washington et l'OTAN."""


def test_names_demonyms_metonyms_and_organisations_are_named() -> None:
    assert named(STORY) == [
        "ukrainien=UKR", "Volodymyr Zelensky=UKR", "Japon=JPN", "Moscou=RUS", "Pyongyang=PRK",
        "Corée du Sud=KOR", "russo=RUS", "nord-coréenne=PRK", "Séoul=KOR", "Washington=USA",
        "OTAN=NATO",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Les ministres se sont rencontrés à Tokyo.", []),
        ("Le sommet de Minsk a échoué.", []),
        ("Les frappes sur Kiev ont repris.", []),
        ("Il est arrivé à Moscou puis à Pékin.", []),
        ("Les ambassadeurs ont quitté Pyongyang.", []),
        ("Moscou a refusé.", ["Moscou=RUS"]),
        ("Tokyo demande à Pékin de renoncer.", ["Tokyo=JPN", "Pékin=CHN"]),
        ("L'envoi de ballons vers Séoul a cessé.", ["Séoul=KOR"]),
        ("Une importance cruciale pour Moscou.", ["Moscou=RUS"]),
        ("Le soutien à Kiev faiblit.", ["Kiev=UKR"]),
        ("La réponse de Pékin tarde.", ["Pékin=CHN"]),
    ],
)
def test_a_french_capital_acts_or_is_a_place(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The protocols were signed in Brussels.", []),
        ("He flew to Moscow and came back from Beijing.", []),
        ("The Tokyo summit failed.", []),
        ("Missiles struck Kyiv.", []),
        ("SEOUL, Jun. 24 (Yonhap) – Nothing happened.", []),
        ("Moscow refused.", ["Moscow=RUS"]),
        ("The regime in Moscow refused.", ["Moscow=RUS"]),
        (
            "Paris pressed Washington to send tanks to Kyiv.",
            ["Paris=FRA", "Washington=USA", "Kyiv=UKR"],
        ),
        ("Relations between Seoul and Tokyo improved.", ["Seoul=KOR", "Tokyo=JPN"]),
    ],
)
def test_an_english_capital_acts_or_is_a_place(text: str, expected: list[str]) -> None:
    assert named(text, "en") == expected


def test_what_and_joins_to_a_place_is_a_place_too() -> None:
    assert named("Des manifestations ont eu lieu à Moscou et Pékin.") == []


def test_the_ussr_is_meant_by_moscow_in_1961_and_russia_in_2024() -> None:
    assert named("En 1961, Moscou signe avec la Corée du Nord.")[0] == "Moscou=SUN"
    assert named("Moscou signe avec la Corée du Nord.")[0] == "Moscou=RUS"
    assert named("Moscou signe avec la Corée du Nord.", on="1961-07-06")[0] == "Moscou=SUN"


def test_a_year_in_another_breath_does_not_move_an_actor() -> None:
    text = "À la différence du traité signé en 1961, l'accord entre Moscou et Pyongyang surprend."
    assert "Moscou=RUS" in named(text)


def test_korea_alone_is_no_actor_since_two_states_share_the_name() -> None:
    assert named("La péninsule coréenne et les deux Corées après la guerre de Corée.") == []


def test_a_longer_name_that_holds_a_country_is_not_the_country() -> None:
    assert named("En mer de Chine méridionale, selon le New York Times, rien ne bouge.") == []
    assert named("The South China Sea, says the Washington Post, is calm.", "en") == []


def test_a_language_or_a_body_of_law_is_no_actor() -> None:
    assert named("Diplômée d'une licence de droit français, elle parle russe.") == []
    assert named("He spoke in French; Russian is widely spoken there.", "en") == []


def test_a_web_address_names_nobody() -> None:
    assert named("(copyright : Kremlin.ru)") == []


def test_us_is_a_country_and_us_a_pronoun() -> None:
    assert named("They told us that the US agreed.", "en") == ["US=USA"]


def test_the_alliance_is_nato_only_where_nato_is_named() -> None:
    assert named("The Alliance agreed.", "en") == []
    assert named("NATO met. Members of the Alliance agreed.", "en") == [
        "NATO=NATO",
        "the Alliance=NATO",
    ]


def test_the_alliance_gives_way_to_a_longer_name_that_begins_inside_it() -> None:
    assert named("They formed the Alliance of Sahel States.", "en") == [
        "Alliance of Sahel States=AES"
    ]


def test_of_an_official_name_the_country_is_marked() -> None:
    text = "The Republic of Finland and the Kingdom of Sweden; the Republic of Korea."
    assert named(text, "en") == ["Finland=FIN", "Sweden=SWE", "Republic of Korea=KOR"]


def test_a_name_broken_over_two_lines_is_one_name() -> None:
    assert named("La Corée\ndu Nord refuse.") == ["Corée\ndu Nord=PRK"]


def test_a_person_beside_an_office_speaks_for_its_actor() -> None:
    text = "Le ministre moldave de la Défense, Ion Exemplu, a parlé. Exemplu a ensuite démenti."
    assert people(text) == [
        ("Ion Exemplu", "Ion Exemplu", "MDA"),
        ("Exemplu", "Ion Exemplu", "MDA"),
    ]


def test_an_office_after_the_name_tells_as_much() -> None:
    text = "Jane Example, the Canadian foreign minister, disagreed."
    assert people(text, "en") == [("Jane Example", "Jane Example", "CAN")]


def test_a_title_alone_is_its_known_holder() -> None:
    assert people("La visite du Président russe a duré un jour.") == [
        ("Président russe", "Vladimir Poutine", "RUS")
    ]
    assert people("La visite du président russe Vladimir Poutine a duré un jour.") == [
        ("Vladimir Poutine", "Vladimir Poutine", "RUS")
    ]


def test_a_place_named_for_a_person_is_not_the_person() -> None:
    assert people("Ils se sont vus sur la place Kim Il-sung.") == []


def test_a_surname_behind_another_first_name_is_somebody_else() -> None:
    assert people("Ivana Trump has died.", "en") == []


def test_a_title_cited_in_another_language_is_not_read() -> None:
    text = (
        "Titre\n\nNotes :\n\n(1) Anne Roux, « [Russia and the DPRK: what now](#) », *Revue*, 2024."
    )
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("北朝鮮とロシアが条約に署名した。", "ja", ["PRK", "RUS"]),
        ("中国与俄罗斯签署条约。", "zh", ["CHN", "RUS"]),
        ("북한과 러시아는 조약을 체결했다.", "ko", ["PRK", "RUS"]),
    ],
)
def test_names_are_found_where_no_blank_ends_them(
    text: str, language: str, expected: list[str]
) -> None:
    assert [name.split("=")[1] for name in named(text, language)] == expected


def test_a_language_without_names_names_nobody() -> None:
    assert named("Moskva og Beograd.", "da") == []


@given(st.text(alphabet="aé .,\n’-1X", max_size=60))
def test_a_paragraph_before_shifts_mentions_and_changes_nothing_else(words: str) -> None:
    day = Day("2024-11-25").earliest
    before = words + ".\n\n"
    alone = mentions(STORY, "fr", day)
    shifted = mentions(before + STORY, "fr", day)
    assert [(m.start - len(before), m.end - len(before), m.actor, m.kind) for m in shifted] == [
        (m.start, m.end, m.actor, m.kind) for m in alone
    ]
