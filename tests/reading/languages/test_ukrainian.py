"""Ukrainian sentences: who does what to whom, when, how many, and who says so."""

import pytest

from foedus.evidence import Assertion, Day
from foedus.reading.languages import language_of
from foedus.reading.reader import reading_of
from foedus.reading.reading import Reading
from tests.reading.written_texts import snapshot_of_text

pytest.importorskip("pymorphy3_dicts_uk")

PUBLISHED = Day("2024-11-25")
UKRAINIAN = language_of("uk")

WHO_DOES_WHAT = [
    ("Норвегія передала Україні гаубиці.", "AID", {"NOR"}, {"UKR"}),
    ("Україні передала гаубиці Норвегія.", "AID", {"NOR"}, {"UKR"}),
    ("Документ підписали Польща і Литва.", "AGREE", {"POL", "LTU"}, set()),
    ("Договір було підписано Польщею.", "AGREE", {"POL"}, set()),
    ("Харків обстріляли російські війська.", "ASSAULT", {"RUS"}, set()),
    ("Обстріл України російськими військами триває.", "ASSAULT", {"RUS"}, {"UKR"}),
    ("Пекін засудив дії Японії і звинуватив Вашингтон у провокаціях.", "ACCUSE", {"CHN"}, {"USA"}),
    (
        "Китайські та російські кораблі провели спільні навчання.",
        "COOPERATE",
        {"CHN", "RUS"},
        set(),
    ),
    ("Нігер розірвав угоди з Францією.", "SANCTION", {"NER"}, {"FRA"}),
    ("Росію було виключено з Ради Європи.", "SANCTION", set(), {"RUS"}),
    ("Литва вимагає від Білорусі звільнити заручників.", "RETREAT", {"BLR"}, set()),
    ("Туреччині необхідно ратифікувати протокол.", "AGREE", {"TUR"}, set()),
    ("Варшава, яка передала Києву танки, тепер мовчить.", "AID", {"POL"}, {"UKR"}),
    ("Російсько-китайські навчання почалися.", "COOPERATE", {"RUS", "CHN"}, set()),
    ("Вторгнення Іраку до Кувейту почалося.", "ASSAULT", {"IRQ"}, {"KWT"}),
    ("Катар закликав Ізраїль і ХАМАС укласти угоду.", "AGREE", {"ISR", "HAMAS"}, set()),
    ("Ердоган, який відвідав Багдад, задоволений.", "CONSULT", {"TUR"}, {"IRQ"}),
    ("Сусідня країна Румунія підтримала Молдову.", "SUPPORT", {"ROU"}, {"MDA"}),
    ("Країни-члени НАТО засудили дії Росії.", "ACCUSE", {"NATO"}, {"RUS"}),
    ("Литва назвала Росію терористом.", "ACCUSE", {"LTU"}, {"RUS"}),
    ("Між Чилі та Перу спалахнули бої.", "ASSAULT", {"CHL", "PER"}, set()),
    ("Оман вийшов з ООН.", "SANCTION", {"OMN"}, {"UN"}),
    (
        "Міністр оборони Чилі та його перуанський колега обговорили план.",
        "CONSULT",
        {"CHL", "PER"},
        set(),
    ),
    (
        "Під час зустрічі з послом Канади міністр Японії подякував Оману.",
        "CONSULT",
        {"JPN", "CAN"},
        set(),
    ),
    (
        "Міністр Чилі сказав, що Болівія закрила кордон, і звинуватив Ла-Пас у шантажі.",
        "ACCUSE",
        {"CHL"},
        {"BOL"},
    ),
    ("Президент Чилі подякував союзникам. НАТО мовчить.", "SUPPORT", {"CHL"}, set()),
    ("Угода між Оманом та Кувейтом підписана торік.", "AGREE", {"OMN", "KWT"}, set()),
]
HOW_SURELY = [
    ("Італія виділить Тунісу два мільйони євро.", "AID", "planned"),
    ("Кенія пообіцяла Сомалі допомогу.", "AID", "planned"),
    ("Стаття 7 зобов'язує Чилі не підтримувати Перу.", "SUPPORT", "planned"),
    ("Якщо Чилі, ймовірно, прийме угоду, Перу відкличе посла з Чилі.", "AGREE", "possible"),
    ("Тегеран заперечує, що постачав ракети Росії.", "AID", "denied"),
]
WHEN = [
    ("Чилі та Перу домовилися у п'ятницю створити спільний штаб.", "COOPERATE", "2024-11-22"),
    ("Два дні тому Кіпр передав Лівану катер.", "AID", "2024-11-23"),
    ("Румунія прийме саміт у травні.", "CONSULT", "2025-05"),
    ("Чилі й Перу уклали угоду 3 листопада. Того ж дня Оман передав Чаду пальне.", "AID",
     "2024-11-03"),
]  # fmt: skip
WHO_SAYS = [
    ("У заяві МЗС Китаю йдеться, що Токіо скасувало візит.", "CHN"),
    ("У Белграді переконані, що Косово порушило угоду.", "SRB"),
    ("Міністр оборони Литви Ірма Вайтене сказала, що Росія атакувала порт.", "LTU"),
]


def _read(text: str) -> Reading:
    return reading_of(snapshot_of_text(text).told(PUBLISHED, "uk"))


def _only(text: str, event: str) -> Assertion:
    (found,) = (one for one in _read(text).assertions if one.event_type == event)
    return found


@pytest.mark.parametrize(("text", "event", "initiator", "target"), WHO_DOES_WHAT)
def test_case_and_agreement_say_who_does_what_to_whom(
    text: str, event: str, initiator: set[str], target: set[str]
) -> None:
    told = [(one.event_type, set(one.initiator), set(one.target)) for one in _read(text).assertions]
    assert (event, initiator, target) in told


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Росія атакувала Грузію.", "asserted"),
        ("Росія не атакувала Грузію.", "denied"),
        ("Росія обстріляє Грузію.", "planned"),
        ("Росія може атакувати Грузію.", "possible"),
        ("Росія атакувала б Грузію.", "possible"),
        ("Росія планує атакувати Грузію.", "planned"),
        ("Росія повинна атакувати Грузію.", "demanded"),
        ("Росія відмовилася атакувати Грузію.", "denied"),
        ("Польща заявила, що Росія атакувала Грузію.", "reported"),
    ],
)
def test_how_surely_it_happens(text: str, modality: str) -> None:
    assert _only(text, "ASSAULT").modality == modality


@pytest.mark.parametrize(
    ("text", "speaker", "represents"),
    [
        ("Речник Кремля Дмитро Пєсков заявив, що НАТО розгорнуло війська.", "Дмитро Пєсков", "RUS"),
        ("«НАТО розгорнуло війська», – сказав Дмитро Пєсков.", "Дмитро Пєсков", "RUS"),
        ("«Мир далеко. НАТО розгорнуло війська», – сказав Дмитро Пєсков.", "Дмитро Пєсков", "RUS"),
        (
            "«Мир далеко, – сказав Дмитро Пєсков. – НАТО розгорнуло війська».",
            "Дмитро Пєсков",
            "RUS",
        ),
        ("Згідно із заявою Пентагону, НАТО розгорнуло війська.", "Пентагону", "USA"),
        ("Дмитро Пєсков сказав: «НАТО розгорнуло війська».", "Дмитро Пєсков", "RUS"),
        ("За словами Дмитра Пєскова, НАТО розгорнуло війська.", "Дмитро Пєсков", "RUS"),
        ("НАТО розгорнуло війська, заявили в Кремлі.", "Кремлі", "RUS"),
        ("У Києві заявили, що НАТО розгорнуло війська.", "Києві", "UKR"),
        ("НАТО розгорнуло війська, повідомляє Reuters.", "Reuters", None),
    ],
)
def test_who_says_so(text: str, speaker: str, represents: str | None) -> None:
    found = _only(text, "MOBILIZE").attributed_to
    assert found is not None
    assert (found.name, found.represents) == (speaker, represents)


def test_what_contradicts_a_speaker_is_not_said_by_him() -> None:
    text = "Вашингтон вважає, що Іран передав Росії ракети, але Іран заперечує постачання."
    assert _only(text, "REJECT").attributed_to is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Польща допомогла Україні 19 червня 2024 року.", "2024-06-19"),
        ("Польща допомогла Україні 19 червня минулого року.", "2023-06-19"),
        ("Польща допомогла Україні торік.", "2023"),
        ("Польща допомогла Україні у червні 2022 року.", "2022-06"),
        ("Польща допомогла Україні на початку березня.", "2024-03"),
        ("Польща допомогла Україні минулого місяця.", "2024-10"),
        ("Польща допомогла Україні 2014-го.", "2014"),
        ("Польща допомогла Україні вчора.", "2024-11-24"),
        ("Польща допомогла Україні навесні 2022 року.", "2022-21"),
        ("Польща допомагала Україні з 9 до 20 вересня 2023 року.", "2023-09-09/2023-09-20"),
    ],
)
def test_when(text: str, value: str) -> None:
    day = _only(text, "AID").day
    assert day is not None
    assert day.edtf == value


def test_a_length_of_time_is_no_day() -> None:
    assert _only("Польща допомагала Україні упродовж трьох років.", "AID").day is None


@pytest.mark.parametrize(
    ("text", "low", "high", "of"),
    [
        ("понад 10 тисяч військових", 10_000, None, "soldier"),
        ("близько 500 танків", 450, 550, "tank"),
        ("кілька тисяч солдатів", 2000, 10_000, "soldier"),
        ("до 300 ракет", None, 300, "missile"),
        ("20 тис. гривень", 20_000, 20_000, "hryvnia"),
        ("п'ять літаків", 5, 5, "aircraft"),
        ("7,1 млрд крон", 7.1e9, 7.1e9, "krona"),
    ],
)
def test_how_many(text: str, low: float | None, high: float | None, of: str) -> None:
    ((start, end, amount),) = UKRAINIAN.quantities(text)
    assert (text[start:end], amount.low, amount.high, amount.of) == (text, low, high, of)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Польщу, Польщею, Польщі", [("Польщу", "POL"), ("Польщею", "POL"), ("Польщі", "POL")]),
        ("з Єгиптом і Південним Суданом", [("Єгиптом", "EGY"), ("Південним Суданом", "SSD")]),
        ("у Києві зустрілися", []),
        ("Київ відповів Варшаві", [("Київ", "UKR"), ("Варшаві", "POL")]),
        ("переговори з Пхеньяном", [("Пхеньяном", "PRK")]),
        ("виїхав з Пхеньяна", []),
        ("польсько-український", [("польсько", "POL"), ("український", "UKR")]),
        ("Того дня прийшов Малий.", []),
        ("поляки й росіянами", [("поляки", "POL"), ("росіянами", "RUS")]),
        ("в Індійському океані", []),
    ],
)
def test_who_is_named(text: str, named: list[tuple[str, str]]) -> None:
    assert [(text[m.start : m.end], m.actor) for m in _read(text).mentions] == named


@pytest.mark.parametrize(
    ("text", "person", "actor"),
    [
        ("міністра оборони Вірменії Сурена Гаспаряна", "Сурен Гаспарян", "ARM"),
        ("єгипетський міністр Самір Фахмі", "Самір Фахмі", "EGY"),
        ("зустріч із Кім Чен Ином", "Кім Чен Ин", "PRK"),
        ("заява Емманюеля Макрона", "Емманюель Макрон", "FRA"),
    ],
)
def test_who_speaks_for_whom(text: str, person: str, actor: str) -> None:
    (found,) = (mention for mention in _read(text).mentions if mention.person)
    assert (found.person, found.actor) == (person, actor)


def test_an_office_without_a_name_is_no_person() -> None:
    assert [m.person for m in _read("Президент Польщі прибув до Литви.").mentions] == [None, None]


@pytest.mark.parametrize(
    "text", ["", "\ud800", "«" * 500, "що, " * 300, "Росія\u0301 і\n\n– …", "1" * 99]
)
def test_trees_stand_in_any_text(text: str) -> None:
    for tree in UKRAINIAN.trees(text):
        assert all(0 <= head < len(tree.words) for head in tree.heads)
        assert [len(word) for word in tree.words] == [
            end - start for start, end in zip(tree.starts, tree.ends, strict=True)
        ]


@pytest.mark.parametrize(("text", "event", "modality"), HOW_SURELY)
def test_tense_and_what_stands_above_say_how_surely(text: str, event: str, modality: str) -> None:
    assert _only(text, event).modality == modality


@pytest.mark.parametrize(("text", "event", "day"), WHEN)
def test_days_are_reckoned_backwards_from_a_past_verb(text: str, event: str, day: str) -> None:
    told = _only(text, event).day
    assert told is not None
    assert told.edtf == day


@pytest.mark.parametrize(("text", "speaker"), WHO_SAYS)
def test_documents_capitals_and_women_in_office_speak(text: str, speaker: str) -> None:
    (told,) = _read(text).assertions
    assert told.attributed_to is not None
    assert told.attributed_to.represents == speaker
