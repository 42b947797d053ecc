"""Small histories in French and English, and what the reader makes of them."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.errors import MissingLanguage
from foedus.evidence import Assertion, Day, EventType, Modality, Polarity
from foedus.reading.export import export
from foedus.reading.reader import reading_of
from foedus.reading.reading import Reading
from tests.reading.written_texts import snapshot_of_text

PUBLISHED = Day("2024-11-25")


def _read(text: str, language: str = "fr") -> Reading:
    return reading_of(snapshot_of_text(text).told(PUBLISHED, language))


def _told(text: str, event_type: EventType | None, language: str = "fr") -> Assertion:
    found = [one for one in _read(text, language).assertions if one.event_type is event_type]
    assert found, f"no {event_type} in {text}"
    return found[0]


# --- events -------------------------------------------------------------------------------------


def test_a_noun_is_an_event_as_much_as_a_verb() -> None:
    visit = _told(
        "La visite de Vladimir Poutine en Chine a surpris le 16 mai 2024.", EventType.CONSULT
    )
    assert (visit.initiator, visit.target) == (("RUS",), ("CHN",))
    join = _told("The accession of Sweden to NATO changes the Baltic.", EventType.AGREE, "en")
    assert (join.initiator, join.target) == (("SWE",), ("NATO",))


def test_a_passive_turns_the_roles_round() -> None:
    told = _told("L'Ukraine a été envahie par la Russie en 2022.", EventType.ASSAULT)
    assert (told.initiator, told.target, told.day) == (("RUS",), ("UKR",), Day("2022"))


def test_what_is_sent_decides_what_the_sending_is() -> None:
    assert _told("La Pologne a envoyé des chars à l'Ukraine.", EventType.AID)
    assert _told("La Pologne a envoyé des soldats en Lettonie.", EventType.MOBILIZE)
    assert _told("La Corée du Nord a envoyé des ballons vers la Corée du Sud.", EventType.COERCE)


def test_a_light_verb_lends_its_subject_to_the_noun() -> None:
    told = _told("Tokyo a exercé des pressions sur la Chine.", EventType.REQUEST)
    assert (told.initiator, told.target) == (("JPN",), ("CHN",))
    told = _told("France has provided military assistance to Armenia.", EventType.AID, "en")
    assert (told.initiator, told.target) == (("FRA",), ("ARM",))


def test_ties_cut_are_a_sanction_and_sanctions_lifted_a_retreat() -> None:
    assert _told("L'Arménie a suspendu sa participation à l'OTSC.", EventType.SANCTION)
    assert _told("Washington a levé ses sanctions contre la Syrie.", EventType.RETREAT)
    assert _told("Germany stopped supplying weapons to Israel.", EventType.SANCTION, "en")


def test_all_who_sign_are_initiators() -> None:
    told = _told("La France, l'Allemagne et la Pologne ont signé un traité.", EventType.AGREE)
    assert set(told.initiator) == {"DEU", "FRA", "POL"}
    assert told.target == ()


def test_forces_sent_to_a_host_are_cooperation_with_it_unless_it_is_attacked() -> None:
    host = "North Korea sent soldiers to Russia."
    assert _told(host, EventType.MOBILIZE, "en").polarity is Polarity.COOPERATION
    attacked = "Russia attacked Ukraine. Russia sent soldiers to Ukraine."
    assert _told(attacked, EventType.MOBILIZE, "en").polarity is Polarity.CONFLICT


def test_claims_nest() -> None:
    reading = _read("Les membres de l'OTAN soupçonnent Pékin d'aider la Russie.")
    types = {one.event_type: one for one in reading.assertions}
    assert types[EventType.ACCUSE].modality is Modality.ASSERTED
    aid = types[EventType.AID]
    assert (aid.initiator, aid.target, aid.modality) == (("CHN",), ("RUS",), Modality.REPORTED)
    assert aid.attributed_to is not None
    assert aid.attributed_to.represents == "NATO"


# --- how surely ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "language", "modality"),
    [
        ("La Russie attaque l'Ukraine.", "fr", Modality.ASSERTED),
        ("La Russie pourrait attaquer la Moldavie.", "fr", Modality.POSSIBLE),
        ("La Russie attaquera la Moldavie.", "fr", Modality.PLANNED),
        ("La Russie n'a pas attaqué la Moldavie.", "fr", Modality.DENIED),
        ("La Russie n'a cessé d'attaquer l'Ukraine.", "fr", Modality.ASSERTED),
        ("La Chine doit aider la Russie.", "fr", Modality.DEMANDED),
        ("Selon Kiev, la Russie a attaqué l'Ukraine.", "fr", Modality.REPORTED),
        ("Russia attacked Ukraine.", "en", Modality.ASSERTED),
        ("Russia may attack Moldova.", "en", Modality.POSSIBLE),
        ("Russia will attack Moldova.", "en", Modality.PLANNED),
        ("Russia did not attack Moldova.", "en", Modality.DENIED),
        ("Kyiv said that Russia had attacked Ukraine.", "en", Modality.REPORTED),
        ("Russia has attacked Ukraine, Kyiv said.", "en", Modality.REPORTED),
    ],
)
def test_mood_negation_and_source_decide_the_modality(
    text: str, language: str, modality: Modality
) -> None:
    told = [
        one
        for one in _read(text, language).assertions
        if one.event_type in (EventType.ASSAULT, EventType.AID)
    ]
    assert [one.modality for one in told] == [modality]


def test_the_hypothesis_of_an_event_is_only_possible() -> None:
    told = _told("L'hypothèse d'un envoi de troupes nord-coréennes inquiète.", EventType.MOBILIZE)
    assert told.modality is Modality.POSSIBLE


# --- who, when, where ---------------------------------------------------------------------------


def test_the_two_countries_are_the_last_pair_spoken_of() -> None:
    text = "La coopération entre Séoul et Tokyo progresse. Les deux pays ont signé un accord."
    assert set(_told(text, EventType.AGREE).initiator) == {"JPN", "KOR"}


def test_a_possessive_is_who_the_sentence_is_about() -> None:
    told = _told("La Russie poursuit sa guerre contre l'Ukraine.", EventType.ASSAULT)
    assert (told.initiator, told.target) == (("RUS",), ("UKR",))


def test_a_report_without_its_own_day_has_the_day_it_was_made() -> None:
    text = "Le 17 octobre 2024, Volodymyr Zelensky a affirmé que la Russie mobilisait des soldats."
    told = _told(text, EventType.MOBILIZE)
    assert (told.day, told.said) == (Day("2024-10-17"), Day("2024-10-17"))
    assert told.attributed_to is not None
    assert told.attributed_to.represents == "UKR"


def test_since_holds_for_the_list_that_follows_it() -> None:
    text = (
        "Depuis 2023, les tensions montent entre Pyongyang et Séoul. "
        "L'envoi par Pyongyang de ballons vers Séoul inquiète."
    )
    assert _told(text, EventType.COERCE).day == Day("2023")


def test_what_stands_in_notes_and_fields_is_not_asserted() -> None:
    text = (
        "La France aide l'Arménie⁽¹⁾.\n\nNotes :\n\n"
        "(1) A. Auteur, « La Russie attaque la Géorgie », *Revue*, 3 mai 2024.\n"
    )
    reading = _read(text)
    assert [one.event_type for one in reading.assertions] == [EventType.AID]
    assert reading.assertions[0].cites == reading.works[0].id


# --- the reading as a whole ---------------------------------------------------------------------


def test_every_passage_stands_in_the_text_and_reading_twice_gives_the_same() -> None:
    text = "La Chine, qui soutient Moscou, a condamné « l'ingérence » de l'OTAN le 3 mai 2024."
    first, second = _read(text), _read(text)
    assert first == second
    assert all(one.passage.stands_in(text) for one in first.assertions)


def _spans(value: object) -> list[dict[str, object]]:
    if isinstance(value, dict):
        inner = [span for part in value.values() for span in _spans(part)]
        return [value, *inner] if "start" in value else inner
    if isinstance(value, list):
        return [span for part in value for span in _spans(part)]
    return []


def test_the_export_is_json_whose_every_quote_is_exact() -> None:
    text = (
        "Le 17 octobre 2024, le président Volodymyr Zelensky a affirmé que plusieurs milliers de "
        "soldats nord-coréens étaient déployés en Russie, en vertu du traité du 19 juin 2024."
    )
    value = json.loads(json.dumps(export(_read(text)), ensure_ascii=False))
    spans = _spans(value)
    assert spans
    assert all(text[span["start"] : span["end"]] == span["quote"] for span in spans)  # type: ignore[misc]
    assert value["assertions"][0]["date"]["precision"] == "day"


def test_a_text_in_another_language_is_refused_by_name() -> None:
    with pytest.raises(MissingLanguage, match=r"written\.txt: no reader for the language 'la'"):
        reading_of(snapshot_of_text("Foedus aequum est.", "la"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "\n",
        "mot " * 3_000,
        "a" * 1_000_000,
        "la Russie attaque l'Ukraine " * 600,
        "(" * 2_000,
        "« " * 1_500,
        "\u0000\u202e",
        "Selon " * 1_500,
        "de " * 3_000,
    ],
    ids=lambda text: repr(text[:12]),
)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_hostile_text_is_read_like_any_other(text: str, language: str) -> None:
    reading = _read(text, language)
    assert all(one.passage.stands_in(text) for one in reading.assertions)


WORDS = st.sampled_from(
    [
        "La",
        "Russie",
        "Moscou",
        "et",
        ",",
        "que",
        "qui",
        "a",
        "attaqué",
        "l'Ukraine",
        ".",
        "«",
        "»",
        "(",
        ")",
        "signé",
        "un",
        "traité",
        "avec",
        "Pékin",
        "le",
        "3",
        "mai",
        "n'a",
        "pas",
        "leur",
        "coopération",
        "\n\n",
        "selon",
        "lui",
        "pourrait",
    ]
)


@given(st.lists(WORDS, max_size=60).map(" ".join))
@settings(deadline=None, max_examples=60)
def test_no_jumble_of_words_breaks_the_reader(text: str) -> None:
    reading = _read(text)
    assert all(one.passage.stands_in(text) for one in reading.assertions)
    assert all(
        not set(one.initiator) & set(one.target) or one.event_type is EventType.REQUEST
        for one in reading.assertions
    )
