"""Korean: who does what to whom, when, how much and who says so; sentences are ours."""

import datetime as dt

import pytest

from foedus.evidence import Day, EventType, Modality
from foedus.reading.languages.korean.numerals import number
from foedus.reading.languages.korean.quantities import quantities
from foedus.reading.languages.korean.times import frames, times
from foedus.reading.languages.korean.trees import trees
from foedus.reading.mentions import mentions
from foedus.reading.reader import reading_of
from foedus.reading.reading import Reading
from tests.reading.written_texts import snapshot_of_text

PUBLISHED = Day("2024-11-25")


def read(text: str) -> Reading:
    return reading_of(snapshot_of_text(text).told(PUBLISHED, "ko"))


def told(text: str) -> list[tuple[str | None, str, str]]:
    return [
        (one.event_type, "+".join(one.initiator), "+".join(one.target))
        for one in read(text).assertions
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("이라크는 1990년 쿠웨이트를 침공했다.", ("ASSAULT", "IRQ", "KWT")),
        ("쿠웨이트는 이라크군에 의해 점령됐다.", ("COERCE", "IRQ", "KWT")),
        ("우크라이나에 독일이 전차를 제공했다.", ("AID", "DEU", "UKR")),
        ("중국은 필리핀에 대한 압박을 강화했다.", ("REQUEST", "CHN", "PHL")),
        ("인도와 파키스탄 간 정상회담이 열렸다.", ("CONSULT", "IND+PAK", "")),
        ("영국의 시리아에 대한 제재가 계속되고 있다.", ("SANCTION", "GBR", "SYR")),
        ("폴란드가 벨라루스 국경에 병력을 배치했다.", ("MOBILIZE", "POL", "BLR")),
        ("사우디아라비아의 예멘 공습이 중단됐다.", ("RETREAT", "SAU", "YEM")),
        ("에스토니아는 러시아 외교관 2명을 추방했다.", ("SANCTION", "EST", "RUS")),
        ("브라질 대통령이 지난달 아르헨티나를 방문했다.", ("CONSULT", "BRA", "ARG")),
    ],
)
def test_particles_say_who_does_what_to_whom(text: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in told(text)


def test_a_topic_is_the_subject_of_the_verb_that_says_what_another_does() -> None:
    found = told("폴란드는 벨라루스가 국경을 침범했다고 비난했다.")
    assert ("ACCUSE", "POL", "BLR") in found
    assert ("COERCE", "BLR", "") in found


def test_verbs_of_a_row_share_the_subject_of_the_first() -> None:
    found = told("독일은 병력을 철수하고 우크라이나에 전차를 제공했다.")
    assert ("RETREAT", "DEU", "") in found
    assert ("AID", "DEU", "UKR") in found


def test_what_is_said_without_a_subject_is_about_the_speaker() -> None:
    reading = read("캐나다는 우크라이나를 지원하겠다고 밝혔다.")
    aid = next(one for one in reading.assertions if one.event_type is EventType.AID)
    assert aid.initiator == ("CAN",)
    assert aid.modality is Modality.PLANNED
    assert aid.attributed_to is not None
    assert aid.attributed_to.represents == "CAN"


def test_a_sentence_without_a_subject_goes_on_with_that_of_the_one_before() -> None:
    text = "캐나다는 이란을 비난했다. 또 이란 외교관을 추방했다. 제재도 하겠다고 덧붙였다."
    assert ("SANCTION", "CAN", "IRN") in told(text)
    said = [one.attributed_to for one in read(text).assertions if one.attributed_to]
    assert [one.represents for one in said] == ["CAN"]


def test_a_statement_makes_its_signatories_condemn() -> None:
    found = told("체코와 폴란드는 러시아를 규탄하는 성명을 발표했다.")
    assert ("ACCUSE", "CZE+POL", "RUS") in found


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("칠레는 페루를 공격할 수 있다.", Modality.POSSIBLE),
        ("칠레는 페루를 공격하지 않았다.", Modality.DENIED),
        ("칠레는 페루를 공격할 예정이다.", Modality.PLANNED),
        ("칠레는 페루를 공격할 것이다.", Modality.PLANNED),
        ("칠레는 페루를 공격하기로 했다.", Modality.PLANNED),
        ("칠레는 페루를 공격해야 한다.", Modality.DEMANDED),
        ("칠레가 페루를 공격하면 전쟁이 시작된다.", Modality.POSSIBLE),
        ("칠레는 페루를 공격한 것으로 보인다.", Modality.ASSESSED),
        ("칠레는 페루를 공격했다.", Modality.ASSERTED),
    ],
)
def test_endings_say_how_surely(text: str, modality: Modality) -> None:
    attack = next(one for one in read(text).assertions if one.event_type is EventType.ASSAULT)
    assert attack.modality is modality


@pytest.mark.parametrize(
    "text",
    [
        "이스라엘은 이란과 대화할 의도가 없다.",
        "이스라엘은 이란과 대화할 생각이 없다고 밝혔다.",
        "이스라엘은 이란과 대화할 계획은 없다.",
    ],
)
def test_who_does_not_mean_to_do_it_denies_it(text: str) -> None:
    (one,) = read(text).assertions
    assert (one.event_type, set(one.initiator)) == (EventType.CONSULT, {"IRN", "ISR"})
    assert one.modality is Modality.DENIED


def test_a_treaty_is_of_the_parties_spoken_of_and_an_adnominal_clause_has_its_date() -> None:
    signing, force = read(
        "2019년 4월 케냐와 우간다가 체결한 협정은 내년 3월 발효될 예정이다."
    ).assertions
    assert set(signing.initiator) == set(force.initiator) == {"KEN", "UGA"}
    assert (signing.day, force.day) == (Day("2019-04"), Day("2025-03"))
    assert force.modality is Modality.PLANNED


def test_an_article_of_a_treaty_says_what_its_parties_shall_do() -> None:
    text = "케냐와 우간다는 조약에 서명했다. 조약 제4조는 한쪽이 공격받을 경우 돕도록 규정했다."
    _, duty = read(text).assertions
    assert (duty.event_type, set(duty.initiator)) == (EventType.AID, {"KEN", "UGA"})
    assert duty.modality is Modality.PLANNED
    assert duty.passage.quote.startswith("조약 제4조는")


def test_who_is_to_do_what_is_asked_is_who_is_asked() -> None:
    assert ("REQUEST", "JPN", "PRK") in told("일본은 북한이 협상에 복귀할 것을 촉구했다.")
    text = "이란은 미국에 긴장을 고조시키는 행위를 중단하라고 촉구했다."
    assert told(text) == [("REQUEST", "IRN", "USA")]


def test_a_purpose_does_not_cut_the_clause_it_stands_in() -> None:
    text = "프랑스는 러시아의 공격을 막기 위해 루마니아에 병력을 파견했다."
    sent = next(one for one in read(text).assertions if one.event_type is EventType.MOBILIZE)
    assert sent.passage.quote == text[:-1]


def test_a_state_is_told_if_it_has_a_day_or_a_speaker() -> None:
    assert (None, "QAT", "TUR") in told("카타르는 2017년 이후 튀르키예의 가까운 동맹국이다.")
    (said,) = read("알바니아 총리는 세르비아와의 대화가 필요하다고 말했다.").assertions
    assert (said.initiator, said.target) == (("ALB",), ("SRB",))
    assert said.modality is Modality.DEMANDED


def test_where_troops_are_stationed_is_not_whose_they_are() -> None:
    assert told("세네갈 주둔 프랑스군은 철수를 완료했다.") == [("RETREAT", "FRA", "")]


def test_what_is_left_open_is_possible() -> None:
    (one,) = read("카자흐스탄 대통령은 러시아의 제안을 받아들일지 결정하지 않았다.").assertions
    assert one.modality is Modality.POSSIBLE


def test_a_quotation_of_two_sentences_is_the_speakers() -> None:
    reading = read('핀란드 대통령은 "러시아가 공격했다. 우리는 항복하지 않는다"고 말했다.')
    attack = next(one for one in reading.assertions if one.event_type is EventType.ASSAULT)
    assert attack.attributed_to is not None
    assert attack.attributed_to.represents == "FIN"
    assert attack.modality is Modality.REPORTED


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("한미일 3국은 회담했다.", ["KOR", "USA", "JPN"]),
        ("북·중·러 협력", ["PRK", "CHN", "RUS"]),
        ("미 국무부는 밝혔다.", ["USA"]),
        ("대북 제재와 방미 일정", ["PRK", "USA"]),
        ("北, 탄도미사일 발사", ["PRK"]),
        ("전쟁을 우려하는이탈리아 정부", ["ITA"]),
        ("인도적 지원을 위한 수단", []),
        ("베이징에서 회담이 열렸다.", []),
        ("베이징은 거부했다.", ["CHN"]),
        ("EU와 나토는", ["EU", "NATO"]),
        ("덴마크어를 배우는 사람", []),
    ],
)
def test_names_of_actors(text: str, wanted: list[str]) -> None:
    assert [mention.actor for mention in read(text).mentions] == wanted


def test_a_person_stands_before_the_country_and_the_office() -> None:
    text = "알베르토 로페스 페루 외무장관은 말했다. 로페스 장관은 떠났다."
    people = [one for one in read(text).mentions if one.kind == "person"]
    assert [(text[one.start : one.end], one.actor) for one in people] == [
        ("알베르토 로페스", "PER"),
        ("로페스", "PER"),
    ]


@pytest.mark.parametrize(
    ("text", "name", "actor"),
    [
        ("레오 바르가 헝가리 총리는 세르비아를 비난했다.", "레오 바르가", "HUN"),
        ("안나 코바로 라트비아 외무장관은 회담했다.", "안나 코바로", "LVA"),
        ("페루의 마리아 로페스 국방장관은 훈련을 연기했다.", "마리아 로페스", "PER"),
    ],
)
def test_a_name_may_end_as_a_particle_does(text: str, name: str, actor: str) -> None:
    found = [one for one in mentions(text, "ko", dt.date(2024, 11, 25)) if one.person]
    assert [(text[one.start : one.end], one.actor) for one in found] == [(name, actor)]


def test_a_common_noun_before_a_country_is_no_name() -> None:
    text = "고위급 회담으로 독일 총리가 왔다. 국제 사회가 러시아 대통령을 규탄했다."
    assert not [one for one in mentions(text, "ko", dt.date(2024, 11, 25)) if one.person]


def test_a_surname_is_not_the_beginning_of_a_longer_word() -> None:
    assert not read("브라질의 카니발과 왕이었던 사람").mentions[1:]


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("지난 6월 19일 체결했다", "지난 6월 19일", "2024-06-19"),
        ("2024년 6월 체결했다", "2024년 6월", "2024-06"),
        ("지난해 7월 침공했다", "지난해 7월", "2023-07"),
        ("지난달 17일 만났다", "지난달 17일", "2024-10-17"),
        ("내달 만난다", "내달", "2024-12"),
        ("지난달 말 만났다", "지난달 말", "2024-10"),
        ("작년에 만났다", "작년", "2023"),
        ("19일 만났다", "19일", "2024-11-19"),
        ("오는 28일 만난다", "오는 28일", "2024-11-28"),
        ("어제 만났다", "어제", "2024-11-24"),
        ("올해 상반기에 만났다", "올해 상반기", "2024-01-01/2024-06-30"),
        ("사흘간 만났다", "사흘간", None),
        ("3년 만에 만났다", "3년 만", None),
        ("1990년대 초 만났다", "1990년대 초", "199X"),
        ("매년 만난다", "매년", None),
    ],
)
def test_times(text: str, words: str, day: str | None) -> None:
    found = times(text, PUBLISHED)
    assert [(text[one.start : one.end], one.day and one.day.edtf) for one in found] == [
        (words, day)
    ]


def test_this_day_is_the_last_one_told() -> None:
    found = times("회담은 2023년 5월 2일 열렸다. 이날 양국은 합의했다. 이튿날 떠났다.", PUBLISHED)
    assert [one.day and one.day.edtf for one in found] == ["2023-05-02", "2023-05-02", "2023-05-03"]


def test_without_publication_a_relative_date_stays_unknown() -> None:
    assert times("지난 6월 19일 체결했다", None)[0].day is None


def test_two_days_of_a_month_are_an_interval() -> None:
    (one,) = times("독일과 프랑스는 지난 7~8일 회담했다.", PUBLISHED)
    assert one.day == Day("2024-11-07/2024-11-08")
    (one,) = times("2023년 4월 5∼6일 회담했다.", PUBLISHED)
    assert one.day == Day("2023-04-05/2023-04-06")


def test_from_and_until_join_an_interval() -> None:
    text = "2024년 6월 3일부터 2024년 6월 7일까지 훈련했다."
    found = frames(text, times(text, PUBLISHED), PUBLISHED)
    assert [(one.relation, one.day and one.day.edtf) for one in found] == [
        ("between", "2024-06-03/2024-06-07")
    ]


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "of"),
    [
        ("병력 1만2000여 명을 보냈다", "1만2000여 명", 12000, 13200, "soldier"),
        ("미사일 180발을 쐈다", "180발", 180, 180, "missile"),
        ("잠수함 3척을 판매했다", "3척", 3, 3, "submarine"),
        ("수천 명이 숨졌다", "수천 명", 2000, None, "person"),
        ("20억 달러를 제공했다", "20억 달러", 2 * 10**9, 2 * 10**9, None),
        ("최소 500명이 참여했다", "최소 500명", 500, None, "person"),
        ("두 나라가 합의했다", "두 나라", 2, 2, "country"),
        ("8∼9발을 쐈다", "8∼9발", 8, 9, None),
    ],
)
def test_quantities(text: str, words: str, low: float, high: float | None, of: str | None) -> None:
    ((start, end, amount),) = quantities(text)
    assert (text[start:end], amount.low, amount.high) == (words, low, high)
    assert of is None or amount.of == of


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("1만2000", 12000),
        ("3억 5천만", 350_000_000),
        ("2,000", 2000),
        ("스물다섯", 25),
        ("십만", 10**5),
    ],
)
def test_numbers(words: str, value: int) -> None:
    assert number(words) == value


def test_no_amount_in_words_that_only_begin_like_one() -> None:
    assert quantities("한국의 수도와 백승주 장관, 열심히") == ()


def test_a_treaty_has_its_parties_its_day_and_its_articles() -> None:
    reading = read(
        "칠레와 페루는 2023년 5월 2일 우호 협정을 체결했다. 협정 제4조는 상호 원조를 규정한다."
    )
    (treaty,) = reading.treaties
    assert set(treaty.parties) == {"CHL", "PER"}
    assert treaty.signed == Day("2023-05-02")
    assert [article.number for article in treaty.articles] == ["4"]


@pytest.mark.parametrize(
    "text", ["", "\ud800", "가" * 3000, "“" * 50, "다고 수 것", "( (", "😀북한"]
)
def test_no_text_raises_and_every_place_is_in_the_text(text: str) -> None:
    for tree in trees(text):
        assert all(
            0 <= start <= end <= len(text)
            for start, end in zip(tree.starts, tree.ends, strict=True)
        )
        assert tree.starts == sorted(tree.starts)
    for mention in mentions(text, "ko", dt.date(2024, 11, 25)):
        assert 0 <= mention.start < mention.end <= len(text)
