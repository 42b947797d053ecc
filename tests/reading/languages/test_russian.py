"""Russian: who does what to whom, who says so, when, how much, and who is named."""

import datetime as dt

import pytest

from foedus.evidence import Assertion, Day, EventType, Modality
from foedus.reading.languages.russian import RUSSIAN
from foedus.reading.languages.russian.lemmas import lemma_of
from foedus.reading.languages.slavic import RUSSIAN as PREPOSITIONS
from foedus.reading.languages.slavic import marker, name_forms
from foedus.reading.reader import reading_of
from foedus.reading.reading import Reading
from tests.reading.annotating import amounts, dated, framed, named, people
from tests.reading.written_texts import snapshot_of_text


def read(text: str, published: str = "2024-11-25") -> Reading:
    return reading_of(snapshot_of_text(text, "ru", published))


def told(text: str) -> list[tuple[str | None, list[str], list[str]]]:
    """What a text says happened: type, initiators, targets."""
    return [
        (one.event_type.value if one.event_type else None, list(one.initiator), list(one.target))
        for one in read(text).assertions
    ]


def only(text: str) -> Assertion:
    found = read(text).assertions
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Турция обстреляла Сирию.", ("ASSAULT", ["TUR"], ["SYR"])),
        ("Сирия была обстреляна турецкой армией.", ("ASSAULT", ["TUR"], ["SYR"])),
        ("Договор был подписан Индией и Непалом.", ("AGREE", ["IND", "NPL"], [])),
        ("Чили угрожает Перу.", ("THREATEN", ["CHL"], ["PER"])),
        ("Помощь Молдавии поставляется Румынией.", ("AID", ["ROU"], ["MDA"])),
        ("Кения ввела войска в Сомали.", ("MOBILIZE", ["KEN"], ["SOM"])),
        ("Египет напал на Ливию.", ("ASSAULT", ["EGY"], ["LBY"])),
        ("Войну Эритрее объявила Эфиопия.", ("ASSAULT", ["ETH"], ["ERI"])),
        ("Греция, с которой Болгария разорвала отношения, промолчала.",
         ("SANCTION", ["BGR"], ["GRC"])),
        ("Канада ввела санкции против Мьянмы.", ("SANCTION", ["CAN"], ["MMR"])),
        ("Австралия сняла санкции с Фиджи.", ("RETREAT", ["AUS"], ["FJI"])),
    ],
)  # fmt: skip
def test_case_and_preposition_say_who_acts_on_whom(
    sentence: str, expected: tuple[str, list[str], list[str]]
) -> None:
    assert expected in told(sentence)


def test_what_is_denied_planned_possible_or_asked_for_is_said_so() -> None:
    assert only("Иран не нападал на Катар.").modality is Modality.DENIED
    assert only("Иран нападет на Катар.").modality is Modality.PLANNED
    assert only("Иран будет помогать Катару.").modality is Modality.PLANNED
    assert only("Иран может напасть на Катар.").modality is Modality.POSSIBLE
    assert only("Иран напал бы на Катар.").modality is Modality.POSSIBLE
    assert only("Иран должен помочь Катару.").modality is Modality.DEMANDED
    assert only("Иран намерен помочь Катару.").modality is Modality.PLANNED


def test_not_only_denies_nothing() -> None:
    found = read("Иран не только помог Катару, но и напал на Оман.").assertions
    assert {one.modality for one in found} == {Modality.ASSERTED}


def test_a_cue_after_a_quotation_speaks_for_every_sentence_in_it() -> None:
    text = (
        "«Гана помогла Того. Нигерия напала на Бенин», — заявил президент Сенегала.\n\n"
        "Кения поддержала Уганду."
    )
    sources = {
        one.event_type: one.attributed_to and one.attributed_to.represents
        for one in read(text).assertions
    }
    assert sources == {EventType.AID: "SEN", EventType.ASSAULT: "SEN", EventType.SUPPORT: None}


@pytest.mark.parametrize(
    "sentence",
    [
        "По словам президента Перу, Чили напала на Боливию.",
        "По данным МИД Перу, Чили напала на Боливию.",
        "Президент Перу сообщил, что Чили напала на Боливию.",
        "Чили напала на Боливию, сообщил президент Перу.",
        "Как заявил президент Перу, Чили напала на Боливию.",
        "В правительстве Перу заявили, что Чили напала на Боливию.",
    ],
)
def test_the_source_of_what_is_reported_is_found(sentence: str) -> None:
    attack = next(one for one in read(sentence).assertions if one.event_type is EventType.ASSAULT)
    assert attack.attributed_to is not None
    assert attack.attributed_to.represents == "PER"
    assert attack.modality is Modality.REPORTED


def test_the_sentence_before_is_what_its_source_says_in_the_next() -> None:
    found = read("Чили напала на Боливию. Об этом сообщил президент Перу.").assertions
    assert [one.attributed_to and one.attributed_to.represents for one in found] == ["PER"]


def test_an_obligation_is_planned_and_a_refusal_is_one_event() -> None:
    duty = read("Договор обязывает Индию помогать Непалу.").assertions
    assert [one.modality for one in duty if one.event_type is EventType.AID] == [Modality.PLANNED]
    assert told("Кения отказалась отправить войска на Гаити.") == [("REJECT", ["KEN"], ["HTI"])]


def test_a_pronoun_is_not_the_subject_of_its_own_clause() -> None:
    assert ("SANCTION", ["GHA"], ["TGO"]) in told("Гана осудила Того и ввела против него санкции.")


def test_both_sides_are_those_put_together_last() -> None:
    text = "Индия и Непал провели переговоры. Стороны подписали протокол о торговле."
    assert told(text)[-1] == ("AGREE", ["IND", "NPL"], [])


def test_a_capital_acts_unless_things_only_happen_there() -> None:
    assert named("Каир отверг план.", "ru") == ["Каир=EGY"]
    assert named("В Каире прошла встреча.", "ru") == []
    assert named("В Каире заявили, что план отвергнут.", "ru") == ["Каире=EGY"]
    assert named("Делегация прибыла в Каир.", "ru") == []
    assert named("Отношения с Каиром ухудшились.", "ru") == ["Каиром=EGY"]


def test_names_and_adjectives_are_known_in_every_case() -> None:
    assert named("о Египте, с Польшей, Нидерландам, от Филиппин", "ru") == [
        "Египте=EGY", "Польшей=POL", "Нидерландам=NLD", "Филиппин=PHL",
    ]  # fmt: skip
    assert named("иранскими, венгерскую, эфиопского, кубинских", "ru") == [
        "иранскими=IRN", "венгерскую=HUN", "эфиопского=ETH", "кубинских=CUB",
    ]  # fmt: skip
    assert named("грекам и афганцами", "ru") == ["грекам=GRC", "афганцами=AFG"]
    assert named("российско-китайские отношения", "ru") == ["российско=RUS", "китайские=CHN"]


def test_what_only_looks_like_a_country_is_none() -> None:
    assert named("Индийский океан и Северная Ирландия", "ru") == []
    assert named("пять миллионов долларов США", "ru") == []


def test_a_person_beside_an_office_is_known_by_surname_afterwards() -> None:
    text = "Министр обороны Ганы Кофи Менса прибыл. Позже с Менсой встретился премьер."
    assert people(text, "ru") == [
        ("Кофи Менса", "Кофи Менса", "GHA"), ("Менсой", "Кофи Менса", "GHA"),
    ]  # fmt: skip


def test_office_holders_are_known_in_every_case() -> None:
    found = people("Встреча Ангелы Меркель с Эммануэлем Макроном.", "ru", "2020-05-01")
    assert [(words, actor) for words, _, actor in found] == [
        ("Ангелы Меркель", "DEU"), ("Эммануэлем Макроном", "FRA"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("19 июня 2024 года", "2024-06-19"),
        ("В июне прошлого года", "2023-06"),
        ("19 июня прошлого года", "2023-06-19"),
        ("Осенью прошлого года", "2023-23"),
        ("Вчера", "2024-11-24"),
        ("7 марта", "2024-03-07"),
        ("С начала 2024 года", "2024"),
        ("Весной", "2024-21"),
        ("За последние три года", None),
        ("В прошлом месяце", "2024-10"),
        ("Два года назад", "2022~"),
        ("В минувшую пятницу", "2024-11-22"),
        ("В 1960-е годы", "196X"),
        ("В XIX веке", "18XX"),
        ("10.05.2024", "2024-05-10"),
    ],
)
def test_a_temporal_expression_has_no_finer_day_than_it_says(words: str, day: str | None) -> None:
    found = dated(f"{words} стороны встретились.", "ru")
    assert [value for _, value in found] == [day]


def test_days_of_a_narrative_go_on_from_one_another() -> None:
    text = "3 мая 1915 года Италия напала. Через два дня Австро-Венгрия ответила."
    assert dated(text, "ru", None) == [
        ("3 мая 1915 года", "1915-05-03"), ("Через два дня", "1915-05-05"),
    ]  # fmt: skip


def test_prepositions_say_since_until_and_from_to() -> None:
    assert framed("С 1961 по 1996 год", "ru") == [("С 1961 по 1996 год", "between", "1961/1996")]
    assert framed("до конца 2025 года", "ru")[0][1] == "until"
    assert framed("с марта 2020 года", "ru")[0][1] == "since"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("около 5 тысяч солдат", ("около 5 тысяч солдат", 4500, 5500, "soldier")),
        ("более двухсот танков", ("более двухсот танков", 200, None, "tank")),
        ("2,5 миллиарда долларов", ("2,5 миллиарда долларов", 2.5e9, 2.5e9, "dollar")),
        ("от 10 до 12 ракет", ("от 10 до 12 ракет", 10, 12, "missile")),
        ("десятки беспилотников", ("десятки беспилотников", 20, None, "drone")),
    ],
)
def test_amounts_are_as_wide_as_their_words(
    text: str, expected: tuple[str, float, float | None, str]
) -> None:
    assert amounts(f"Иран передал {text}.", "ru") == [expected]


def test_a_treaty_is_found_with_its_parties_and_day() -> None:
    text = "Договор о дружбе между Монголией и Вьетнамом подписан 5 мая 1961 года."
    treaty = read(text).treaties[0]
    assert treaty.title == "Договор о дружбе между Монголией и Вьетнамом"
    assert set(treaty.parties) == {"MNG", "VNM"}


def test_every_word_of_a_tree_stands_where_it_is_said_to() -> None:
    text = "Как сообщил МИД,\n\nстраны-участницы (их 5) договорились.Позже — нет! 🙂 \ud800 конец"
    for tree in RUSSIAN.trees(text):
        assert [text[a:b] for a, b in zip(tree.starts, tree.ends, strict=True)] == tree.words


def test_a_sentence_without_end_is_cut() -> None:
    longest = max(
        last - first for tree in RUSSIAN.trees("слово " * 3000) for first, last in tree.sentences
    )
    assert longest <= 150


def test_lemmas_follow_the_tagger() -> None:
    assert lemma_of("стали", "NOUN", "Gen", "Sing") == "сталь"
    assert lemma_of("стали", "VERB", None, "Plur") == "стать"
    assert lemma_of("подписанный", "VERB", "Nom", "Sing") == "подписать"
    assert lemma_of("пошёл", "VERB", None, "Sing") == "пойти"


def test_a_preposition_means_what_its_case_says() -> None:
    assert marker(PREPOSITIONS, "с", "Ins") == "with"
    assert marker(PREPOSITIONS, "со", "Gen") == "from"
    assert marker(PREPOSITIONS, "во", "Acc") == "to"
    assert marker(PREPOSITIONS, "по данным", None) == "according"


def test_names_of_persons_decline() -> None:
    assert "Владимиром Зеленским" in name_forms("Владимир Зеленский", "ru")
    assert "Терезы Мэй" in name_forms("Тереза Мэй", "ru")
    assert "Сурена Папикяна" in name_forms("Сурен Папикян", "ru")


def test_a_day_before_their_office_is_no_obstacle_to_a_name() -> None:
    assert RUSSIAN.persons("Прибыл Сергей Лавров.", (), dt.date(1999, 1, 1)) != ()
    assert Day("1999").precision == "year"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Оман и Катар провели переговоры. Стороны осудили удары по Сирии.",
         ("ACCUSE", ["OMN", "QAT"], ["SYR"])),
        ("Марокко и Испания подписали договор. Участники не будут вступать в союзы.",
         ("AGREE", ["ESP", "MAR"], [])),
        ("Армения и Франция подписали договор. Союзники проведут учения.",
         ("COOPERATE", ["ARM", "FRA"], [])),
        ("Оман и Катар провели переговоры. Через пять дней подписали протокол.",
         ("AGREE", ["OMN", "QAT"], [])),
        ("Мали вышла из организации. Страна также отказалась от франка.",
         ("REJECT", ["MLI"], [])),
    ],
)  # fmt: skip
def test_parties_without_a_name_are_those_told_before(
    text: str, expected: tuple[str, list[str], list[str]]
) -> None:
    assert expected in told(text)


def test_what_a_treaty_provides_for_is_planned_by_its_parties() -> None:
    text = "Договор, заключённый 2 апреля 1954 года Турцией и Пакистаном, предусматривал помощь."
    assert told(text) == [("AGREE", ["PAK", "TUR"], []), ("AID", ["PAK", "TUR"], [])]
    signed, provided = read(text).assertions
    assert (signed.day, provided.modality) == (Day("1954-04-02"), Modality.PLANNED)
    rule = only("Статья 5 договора между Грецией и Кипром гласит, что стороны помогают друг другу.")
    assert (rule.event_type, rule.modality) == (EventType.AID, Modality.PLANNED)
    assert told("Договор между Ираком и Ираном предусматривал в статье 1 консультации.") == [
        ("CONSULT", ["IRN", "IRQ"], [])
    ]


def test_a_plural_without_a_subject_has_its_speaker_or_its_object_in_the_place_of_one() -> None:
    assert ("REJECT", ["GAB"], ["CMR"]) in told("В МИД Габона назвали обвинения Камеруна ложными.")
    (said,) = read("Бенин не вернёт посла из Парижа, сообщили в МИД страны.").assertions
    assert said.attributed_to is not None
    assert said.attributed_to.represents == "BEN"
    assert told("Тегеран не пригласили.")[0][1:] == ([], ["IRN"])
    assert told("Иран осудил США.") == [("ACCUSE", ["IRN"], ["USA"])]


def test_verbs_side_by_side_share_their_object_and_their_target() -> None:
    assert told("Дания поблагодарила и пригласила Исландию.") == [
        ("SUPPORT", ["DNK"], ["ISL"]), ("CONSULT", ["DNK"], ["ISL"])
    ]  # fmt: skip
    text = "Пакистан поблагодарил Китай за кредит и попросил отсрочить выплаты."
    assert told(text)[1] == ("REQUEST", ["PAK"], ["CHN"])


def test_what_stands_after_a_colon_or_after_the_clause_is_not_what_somebody_says() -> None:
    text = "Вучич заявил, что Белград не введёт санкции против России, и пригласил Трампа."
    assert [one.attributed_to is None for one in read(text).assertions] == [False, True]
    text = "Чешский премьер обвинил Варшаву: Польша, по его словам, нарушила договор."
    assert [one.attributed_to is None for one in read(text).assertions] == [True, False]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Первого сентября 1939 года Германия напала на Польшу.", "1939-09-01"),
        ("Двадцать третьего августа 1939 года Германия и СССР подписали пакт.", "1939-08-23"),
        ("3 мая 1999 года Оман осудил Катар. Накануне Лондон осудил Оман.", "1999-05-02"),
        ("Накануне Париж осудил Тунис.", "2024-11-24"),
        ("14 августа 1920 года Чехословакия и Югославия подписали договор. В апреле следующего "
         "года Румыния поддержала Югославию.", "1921-04"),
        ("Чили в четверг осудило Перу, хотя готово к диалогу.", "2024-11-21"),
        ("Чили заявило в четверг, что готово поддержать Перу.", "2024-11-21"),
        ("Марокко и Испания подписали договор о дружбе 4 июля 1991 года.", "1991-07-04"),
    ],
)  # fmt: skip
def test_a_day_is_reckoned_from_where_the_text_has_come(text: str, day: str) -> None:
    days = [one.day for one in read(text).assertions]
    assert Day(day) in days
