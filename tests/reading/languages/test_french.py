"""French sentences: who does what to whom, when, how surely, and on whose word."""

import pytest

from foedus.evidence import Assertion
from foedus.reading.reader import reading_of
from tests.reading.written_texts import snapshot_of_text

WRITTEN_ON = "2024-11-06"
Told = tuple[str | None, str, str]


def _read(text: str) -> tuple[Assertion, ...]:
    return reading_of(snapshot_of_text(text, "fr", WRITTEN_ON)).assertions


def _type(one: Assertion) -> str | None:
    return one.event_type.value if one.event_type else None


def _told(text: str) -> list[Told]:
    """The events of a text: type, initiators, targets."""
    return [(_type(one), " ".join(one.initiator), " ".join(one.target)) for one in _read(text)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # a subject that the parser gives to the participle between commas
        (
            "La Serbie, réunie avec ses voisins, a menacé le Kosovo.",
            ("THREATEN", "SRB", "KOS"),
        ),
        # an active second verb under the auxiliary of the first
        ("Le Chili a quitté la salle et accusé le Pérou.", ("ACCUSE", "CHL", "PER")),
        # the simple past
        ("L'Allemagne menaça la Suède et bombarda la Norvège.", ("ASSAULT", "DEU", "NOR")),
        ("La France protesta auprès de l'Italie.", ("PROTEST", "FRA", "ITA")),
        # a verb that looks like a noun
        ("Le Pérou masse des troupes à la frontière du Chili.", ("MOBILIZE", "PER", "CHL")),
        # an object that looks like what somebody is called
        ("La Suisse a appelé Pékin à libérer ses otages.", ("REQUEST", "CHE", "CHN")),
        # a day in the place of the object
        (
            "Le Kenya et l'Ouganda ont signé mardi un traité de défense.",
            ("AGREE", "KEN UGA", ""),
        ),
        # participles that are prepositions
        ("L'ONU a prolongé l'embargo visant la Libye.", ("SANCTION", "UN", "LBY")),
        # a relative clause without a comma of its own kind
        (
            "Le Chili a rompu ses relations avec le Pérou, qu'il accuse d'armer des rebelles.",
            ("ACCUSE", "CHL", "PER"),
        ),
        # whose capital is visited
        ("Le président kényan s'est rendu à Bamako.", ("CONSULT", "KEN", "MLI")),
        ("La Norvège a reçu Volodymyr Zelensky.", ("CONSULT", "NOR", "UKR")),
        # hostilities between two, begun by neither
        ("Les combats entre le Tchad et le Soudan se poursuivent.", ("ASSAULT", "SDN TCD", "")),
        # exercises alone make forces ready
        ("L'Inde a mené des manœuvres navales.", ("MOBILIZE", "IND", "")),
    ],
)
def test_who_does_what_to_whom(text: str, told: Told) -> None:
    assert told in _told(text)


def test_what_the_text_takes_up_again() -> None:
    pact = "Le Kenya a conclu avec l'Ouganda un pacte de défense. "
    assert ("AID", "KEN UGA", "") in _told(pact + "Il prévoit une assistance mutuelle.")
    assert ("THREATEN", "UGA", "TZA") in _told(pact + "Ce dernier a menacé la Tanzanie.")
    assert ("AID", "KEN", "UGA") in _told(pact + "Le Kenya livrera des armes à son allié.")
    assert ("ACCUSE", "TZA", "KEN UGA") in _told(pact + "La Tanzanie a dénoncé cette décision.")


def test_an_alliance_that_was_named_is_meant_by_its_noun() -> None:
    text = "La Suède est entrée dans l'OTAN. Le Japon veut coopérer avec l'alliance."
    assert ("COOPERATE", "JPN NATO", "") in _told(text)


def test_a_denial_answers_whoever_accused() -> None:
    text = "Le Soudan a accusé le Tchad de trahison. N'Djamena a démenti."
    assert ("REJECT", "TCD", "SDN") in _told(text)


def test_what_is_refused_is_not_told_again() -> None:
    assert _told("Le Chili refuse de participer aux négociations.") == [("REJECT", "CHL", "")]


def test_a_threat_is_aimed_at_whom_it_would_harm() -> None:
    text = "Le Tchad a menacé d'attaquer le Soudan."
    assert ("THREATEN", "TCD", "SDN") in _told(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # what is refused is refused to somebody
        ("La Syrie a refusé de recevoir la délégation russe.", ("REJECT", "SYR", "RUS")),
        # a courtesy before the name
        (
            "Olaf Scholz parla. M. Scholz s'est félicité de la décision de la Pologne.",
            ("SUPPORT", "DEU", "POL"),
        ),
        # participles that open a sentence or go on after a name
        ("Sorti de la Cédéao en janvier, le Mali se tut.", ("SANCTION", "MLI", "ECOWAS")),
        (
            "Réunis à Oslo, les ministres norvégien et suédois ont condamné la Russie.",
            ("CONSULT", "NOR SWE", ""),
        ),
        ("L'Inde a réagi en expulsant deux diplomates danois.", ("SANCTION", "IND", "DNK")),
        # groups by what they are
        (
            "Le Mali et le Niger ont quitté la Cédéao. Les deux juntes ont accusé la France.",
            ("ACCUSE", "MLI NER", "FRA"),
        ),
        # whose treaty an article is of
        (
            "Le Japon et l'Inde ont signé un pacte. L'article 3 engage les parties à se consulter.",
            ("CONSULT", "IND JPN", ""),
        ),
        # a subject taken for a conjunct, and a part of what is denied
        (
            "Le Mali a demandé une aide et la Russie lui a livré des hélicoptères.",
            ("AID", "RUS", "MLI"),
        ),
        ("La Turquie n'a pas livré d'armes à la Libye.", ("AID", "TUR", "LBY")),
        # the deed told last
        ("La Serbie a bombardé Pristina. Tirana a dénoncé un crime.", ("ACCUSE", "ALB", "SRB")),
    ],
)
def test_whom_a_clause_means_without_naming_them(text: str, told: Told) -> None:
    assert told in _told(text)


def _voices(text: str) -> list[tuple[str | None, str, str | None]]:
    return [
        (
            _type(one),
            one.modality.value,
            one.attributed_to.name if one.attributed_to else None,
        )
        for one in _read(text)
    ]


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        (
            "Le Kenya a déployé mille policiers en Haïti, a annoncé l'agence Xinhua.",
            ("MOBILIZE", "reported", "l'agence Xinhua"),
        ),
        (
            "Le Rwanda soutient l'Ouganda, affirment des diplomates.",
            ("SUPPORT", "reported", "des diplomates"),
        ),
        (
            "D'après un diplomate, la Turquie livre des drones à l'Égypte.",
            ("AID", "reported", "un diplomate"),
        ),
        (
            "Le Rwanda nie avoir envoyé des soldats en Ouganda.",
            ("MOBILIZE", "denied", "Le Rwanda"),
        ),
        (
            "Le Japon craint une invasion de Taïwan par la Chine.",
            ("ASSAULT", "possible", "Le Japon"),
        ),
        (
            "La Suède a affirmé que la Russie devait quitter la Géorgie.",
            ("REQUEST", "demanded", "La Suède"),
        ),
        # what is demanded is told by whoever tells the demand
        ("La Suède a appelé la Russie à libérer la Géorgie.", ("RETREAT", "demanded", None)),
        ("Le ministre suédois doit se rendre à Oslo.", ("CONSULT", "planned", None)),
        # the conditional of the press, and the future seen from when it was said
        (
            "La Chine aurait livré des drones à la Russie, selon un rapport américain.",
            ("AID", "reported", "un rapport américain"),
        ),
        (
            "Le Kenya a répondu qu'il enverrait des soldats en Haïti.",
            ("MOBILIZE", "planned", "Le Kenya"),
        ),
        (
            "La Turquie dit ne pas vouloir la guerre avec la Grèce.",
            ("ASSAULT", "denied", "La Turquie"),
        ),
        (
            "La Bulgarie craint que la Russie ne coupe le gaz.",
            ("COERCE", "possible", "La Bulgarie"),
        ),
        (
            "Le ministre a ajouté : « L'Italie enverra des troupes en Libye. »",
            ("MOBILIZE", "planned", "Le ministre"),
        ),
        (
            "Le Japon ne doit pas céder à la Chine, a affirmé Mme Meloni.",
            ("CONCEDE", "demanded", "Giorgia Meloni"),
        ),
        (
            "De son côté, Khartoum affirme que le Tchad arme les rebelles.",
            ("AID", "reported", "Khartoum"),
        ),
        ("Pour Ankara, Athènes viole le traité.", ("REJECT", "reported", "Ankara")),
        (
            "L'Inde appelle à une reprise des négociations entre le Soudan et le Tchad.",
            ("CONSULT", "demanded", None),
        ),
        ("Le Danemark n'exclut pas d'accueillir des troupes turques.", ("AID", "possible", None)),
    ],
)
def test_on_whose_word_and_how_surely(text: str, voice: tuple[str | None, str, str | None]) -> None:
    assert voice in _voices(text)


def test_a_date_that_opens_the_sentence_dates_its_second_verb_too() -> None:
    text = "Le 3 mai 2024, le Chili a accusé le Pérou et expulsé son ambassadeur."
    assert [one.day and one.day.edtf for one in _read(text)] == ["2024-05-03", "2024-05-03"]


def test_dates_without_a_year_go_on_in_a_text_about_the_past() -> None:
    text = (
        "Le 23 juillet 1914, Vienne menaça la Serbie. La Russie, alliée de Paris depuis 1892, "
        "mobilisa le 30 juillet."
    )
    days = {_type(one): one.day for one in _read(text)}
    assert str(days["MOBILIZE"]) == "1914-07-30"


def test_a_season_without_a_year_is_the_nearest() -> None:
    text = "Le Togo déploiera des troupes au Bénin au printemps."
    assert [str(one.day) for one in _read(text)] == ["2025-21"]
