"""Japanese: what a text leaves out, what it quotes, and the years it tells of."""

import pytest

from foedus.evidence import Assertion, Day, EventType, Modality
from foedus.reading.languages.japanese import JAPANESE
from foedus.reading.mentions import mentions
from foedus.reading.reader import reading_of
from tests.reading.written_texts import snapshot_of_text

PUBLISHED = "2024-11-25"


def told(text: str) -> tuple[Assertion, ...]:
    return reading_of(snapshot_of_text(text, "ja", PUBLISHED)).assertions


def one_of(text: str, event: EventType | None) -> Assertion:
    return next(one for one in told(text) if one.event_type is event)


def test_a_sentence_without_a_subject_goes_on_with_the_one_before() -> None:
    text = "ペルーとチリの外相は5日に会談した。また、ボリビアに対し、挑発を停止するよう求めた。"
    asked = one_of(text, EventType.REQUEST)
    assert set(asked.initiator) == {"PER", "CHL"}
    assert asked.target == ("BOL",)


def test_whom_a_row_of_deeds_is_done_to_is_named_once() -> None:
    text = "エジプトはスーダンに特使を派遣し、武器を供与した。"
    assert one_of(text, EventType.AID).target == ("SDN",)


def test_a_deed_is_aimed_at_whom_the_last_one_was_aimed_at() -> None:
    text = "ニジェールはECOWASを脱退した。分担金の支払いも拒否した。"
    refused = one_of(text, EventType.REJECT)
    assert refused.initiator == ("NER",)
    assert refused.target == ("ECOWAS",)


def test_what_is_blamed_as_this_was_done_by_whoever_was_told_last() -> None:
    text = "ケニアはソマリアを攻撃した。エチオピアはこれを非難した。"
    assert one_of(text, EventType.ACCUSE).target == ("KEN",)


def test_a_thing_that_is_refused_is_not_who_refuses() -> None:
    text = "セルビアは要求に応じた。捜査だけは拒んだ。"
    assert one_of(text, EventType.REJECT).initiator == ("SRB",)


def test_every_sentence_of_a_quotation_is_the_speakers() -> None:
    text = "ケニアのルト大統領は3日、「我々は部隊を撤退させない。トーゴを支援する」と述べた。"
    kept, helped = one_of(text, EventType.RETREAT), one_of(text, EventType.AID)
    assert kept.modality is Modality.DENIED
    assert [one.initiator for one in (kept, helped)] == [("KEN",), ("KEN",)]
    speakers = [one.attributed_to for one in (kept, helped)]
    assert [one.represents for one in speakers if one] == ["KEN", "KEN"]
    assert kept.passage.quote.startswith("我々")


def test_who_says_so_after_a_quotation_is_its_source() -> None:
    text = "「スーダンは孤立している」。リビアの外相はこう分析した。"
    (one,) = told(text)
    assert one.attributed_to is not None
    assert one.attributed_to.represents == "LBY"


def test_a_state_of_affairs_is_told_with_its_speaker() -> None:
    text = "歴史家は、エジプトがこの問題で慎重な立場だったと説明した。"
    (one,) = told(text)
    assert one.event_type is None
    assert one.initiator == ("EGY",)
    assert one.attributed_to is not None


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("ロシアはベラルーシに核兵器を配備しかねない。", Modality.POSSIBLE),
        ("日本は来月、護衛艦をベトナムに派遣し、演習を実施する予定だ。", Modality.PLANNED),
        ("日本は来月、護衛艦をベトナムに派遣し、演習を実施する可能性がある。", Modality.POSSIBLE),
        ("日本は先月、護衛艦をベトナムに派遣し、来月に演習を実施する予定だ。", Modality.ASSERTED),
    ],
)
def test_a_row_of_verbs_is_meant_as_the_last_of_them(text: str, modality: Modality) -> None:
    assert one_of(text, EventType.MOBILIZE).modality is modality


def test_from_one_to_another_says_who_gives() -> None:
    given = one_of("チェコからモルドバへの砲弾の移転が続いている。", EventType.AID)
    assert (given.initiator, given.target) == (("CZE",), ("MDA",))


def test_a_capital_bombed_is_its_states() -> None:
    assert one_of("ドイツ軍はワルシャワを爆撃した。", EventType.ASSAULT).target == ("POL",)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("1915年5月23日に宣戦した。翌24日に侵攻した。", ["1915-05-23", "1915-05-24"]),
        ("1915年5月23日に宣戦した。三日後に撤退した。", ["1915-05-23", "1915-05-26"]),
        ("1915年5月23日に宣戦した。その2日前に退けた。", ["1915-05-23", "1915-05-21"]),
        ("1915年5月23日に宣戦した。\n\n6月1日に進んだ。", ["1915-05-23", "1915-06-01"]),
        ("100年前の8月4日に参戦した。", ["1924", "1924-08-04"]),
        (
            "1914年8月1日に動いた。1839年4月19日の条約を理由に、8月4日に参戦した。",
            ["1914-08-01", "1839-04-19", "1914-08-04"],
        ),
        (
            "2021年9月15日に創設した。今年も続く。20日に会見した。",
            ["2021-09-15", "2024", "2024-11-20"],
        ),
    ],
)
def test_a_day_is_of_the_year_that_is_told(text: str, days: list[str]) -> None:
    assert [one.day.edtf for one in JAPANESE.times(text, Day(PUBLISHED)) if one.day] == days


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("ロンドンに支援を要請した。", ["GBR"]),
        ("ベルリンと協議した。", ["DEU"]),
        ("ワルシャワを支援した。", ["POL"]),
        ("ロンドンに到着した。", []),
        ("ベルリンで協議した。", []),
    ],
)
def test_a_capital_acts_where_it_is_asked_helped_or_met(text: str, actors: list[str]) -> None:
    assert [one.actor for one in mentions(text, "ja", None)] == actors


def test_who_goes_on_speaking_is_not_named_again() -> None:
    text = "ガーナの外相は、合意を歓迎すると述べた。来週トーゴを訪問すると語った。"
    visit = one_of(text, EventType.CONSULT)
    assert (visit.initiator, visit.target) == (("GHA",), ("TGO",))
    assert visit.attributed_to is not None
    assert visit.attributed_to.represents == "GHA"


def test_thanks_for_help_say_who_was_helped() -> None:
    text = "モルドバは、ルーマニアによる武器の供与に謝意を表した。"
    assert one_of(text, EventType.AID).target == ("MDA",)
