"""Chinese: who does what to whom, when, how many, how surely, and who says so."""

import datetime as dt

import pytest

from foedus.evidence import Day, EventType, Modality
from foedus.reading.languages.chinese import CHINESE
from foedus.reading.languages.chinese.characters import simplified
from foedus.reading.languages.chinese.numerals import number
from foedus.reading.languages.chinese.short_names import short_names
from foedus.reading.mentions import mentions
from foedus.reading.reader import reading_of
from foedus.reading.reading import Reading
from tests.reading.written_texts import snapshot_of_text

PUBLISHED = "2024-11-25"


def read(text: str) -> Reading:
    return reading_of(snapshot_of_text(text, "zh", PUBLISHED))


def told(text: str) -> list[tuple[str | None, set[str], set[str]]]:
    return [
        (one.event_type.value if one.event_type else None, set(one.initiator), set(one.target))
        for one in read(text).assertions
    ]


@pytest.mark.parametrize(
    ("text", "event", "initiator", "target"),
    [
        ("肯尼亚军队入侵了索马里。", "ASSAULT", {"KEN"}, {"SOM"}),
        ("索马里遭到肯尼亚军队攻击。", "ASSAULT", {"KEN"}, {"SOM"}),
        ("索马里被肯尼亚军队攻击。", "ASSAULT", {"KEN"}, {"SOM"}),
        ("突尼斯对利比亚的援助仍在继续。", "AID", {"TUN"}, {"LBY"}),
        ("秘鲁要求智利撤出部队。", "REQUEST", {"PER"}, {"CHL"}),
        ("越南和柬埔寨签署了协定。", "AGREE", {"VNM", "KHM"}, set()),
        ("美日韩三国举行联合演习。", "COOPERATE", {"JPN", "USA", "KOR"}, set()),
        ("加纳取消了对多哥的制裁。", "RETREAT", {"GHA"}, {"TGO"}),
        ("卡塔尔驱逐了埃及外交官。", "SANCTION", {"QAT"}, {"EGY"}),
        ("泰国外交部发表声明，谴责柬埔寨的袭击。", "ACCUSE", {"THA"}, {"KHM"}),
        ("巴西总统对阿根廷进行国事访问。", "CONSULT", {"BRA"}, {"ARG"}),
        ("荷兰将坦克运往立陶宛。", "AID", {"NLD"}, {"LTU"}),
        ("波兰向乌克兰捐赠的坦克已经到达。", "AID", {"POL"}, {"UKR"}),
        ("约旦拒绝与叙利亚会谈。", "REJECT", {"JOR"}, {"SYR"}),
        ("東德與波蘭簽訂友好條約。", "AGREE", {"DDR", "POL"}, set()),
        ("韓國國防部譴責北韓發射飛彈。", "ACCUSE", {"KOR"}, {"PRK"}),
    ],
)
def test_who_does_what_to_whom(
    text: str, event: str, initiator: set[str], target: set[str]
) -> None:
    found = told(text)
    assert any(one[0] == event and one[1] == initiator and target <= one[2] for one in found), found


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("马里援助尼日尔。", Modality.ASSERTED),
        ("马里没有援助尼日尔。", Modality.DENIED),
        ("马里将援助尼日尔。", Modality.PLANNED),
        ("马里可能援助尼日尔。", Modality.POSSIBLE),
        ("马里应援助尼日尔。", Modality.DEMANDED),
        ("没有证据表明马里援助尼日尔。", Modality.DENIED),
        ("乍得外交部称，马里援助尼日尔。", Modality.REPORTED),
    ],
)
def test_how_surely(text: str, modality: Modality) -> None:
    aids = [one for one in read(text).assertions if one.event_type is EventType.AID]
    assert [one.modality for one in aids] == [modality]


@pytest.mark.parametrize(
    ("text", "name", "actor"),
    [
        ("乍得外交部称，马里援助尼日尔。", "乍得外交部", "TCD"),
        ("据路透社报道，马里援助尼日尔。", "路透社", None),
        ("“马里援助尼日尔。”乍得外长说。", "乍得外长", "TCD"),
        ("乍得外长：马里援助尼日尔。", "乍得外长", "TCD"),
        ("乍得外长告诉记者，马里援助尼日尔。", "乍得外长", "TCD"),
        ("马里援助尼日尔。", None, None),
    ],
)
def test_who_says_so(text: str, name: str | None, actor: str | None) -> None:
    aid = next(one for one in read(text).assertions if one.event_type is EventType.AID)
    said = aid.attributed_to
    assert (said.name if said else None, said.represents if said else None) == (name, actor)


def test_what_follows_in_the_sentence_is_said_too() -> None:
    text = "乍得外长表示，马里援助尼日尔，并谴责利比亚；突尼斯支持多哥。"
    assert all(one.attributed_to for one in read(text).assertions)


def test_a_verb_goes_on_with_subject_and_day_of_the_one_before() -> None:
    text = "2021年5月3日，巴西访问智利，并与秘鲁签署协定。"
    found = {one.event_type: one for one in read(text).assertions}
    assert set(found[EventType.AGREE].initiator) == {"BRA", "PER"}
    assert found[EventType.AGREE].day == Day("2021-05-03")


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("2024年6月19日签署", "2024年6月19日", "2024-06-19"),
        ("去年6月19日签署", "去年6月19日", "2023-06-19"),
        ("6月19日签署", "6月19日", "2024-06-19"),
        ("12月1日签署", "12月1日", "2023-12-01"),
        ("将于12月1日签署", "12月1日", "2024-12-01"),
        ("19日签署", "19日", "2024-11-19"),
        ("28日签署", "28日", "2024-10-28"),
        ("上月签署", "上月", "2024-10"),
        ("本月初签署", "本月初", "2024-11"),
        ("2024年上半年签署", "2024年上半年", "2024-01/2024-06"),
        ("今年夏天签署", "今年夏天", "2024-22"),
        ("二〇一九年签署", "二〇一九年", "2019"),
        ("20世纪50年代签署", "20世纪50年代", "195X"),
        ("上周三签署", "上周三", "2024-11-20"),
        ("昨天签署", "昨天", "2024-11-24"),
        ("三年前签署", "三年前", "2021~"),
        ("日前签署", "日前", None),
        ("近三年签署", "近三年", None),
    ],
)
def test_when(text: str, words: str, day: str | None) -> None:
    found = CHINESE.times(text, Day(PUBLISHED))
    assert [(text[one.start : one.end], one.day and one.day.edtf) for one in found] == [
        (words, day)
    ]


@pytest.mark.parametrize(
    ("text", "relation", "day"),
    [
        ("自2022年2月以来", "since", "2022-02"),
        ("三年来，", "since", "2021~"),
        ("从2020年到2022年", "between", "2020/2022"),
        ("2月24日后", "after", "2024-02-24"),
        ("三年后，", "elapsed", None),
    ],
)
def test_what_the_words_around_a_date_make_of_it(text: str, relation: str, day: str | None) -> None:
    found = CHINESE.times(text, Day(PUBLISHED))
    (frame,) = CHINESE.frames(text, found, Day(PUBLISHED))
    assert (frame.relation, frame.day and frame.day.edtf) == (relation, day)


def test_a_story_of_the_past_goes_on_in_its_year() -> None:
    text = "1939年8月23日签约。9月1日德国入侵波兰。今年6月1日纪念。"
    found = [one.day.edtf for one in CHINESE.times(text, Day(PUBLISHED)) if one.day]
    assert found == ["1939-08-23", "1939-09-01", "2024-06-01"]


@pytest.mark.parametrize(
    ("text", "quote", "low", "high", "of"),
    [
        ("约1.2万名士兵", "约1.2万名士兵", 10800, 13200, "soldier"),
        ("至少三人死亡", "至少三人", 3, None, "person"),
        ("数百万枚炮弹", "数百万枚炮弹", 2_000_000, 9_999_999, "shell"),
        ("近200辆坦克", "近200辆坦克", 180, 200, "tank"),
        ("5至7架战机", "5至7架战机", 5, 7, "aircraft"),
        ("65亿美元合同", "65亿美元", 6_500_000_000, 6_500_000_000, "dollar"),
        ("两架F-16战机", "两架F-16战机", 2, 2, "aircraft"),
        ("超过三千名朝鲜士兵", "超过三千名朝鲜士兵", 3000, None, "soldier"),
    ],
)
def test_how_many(text: str, quote: str, low: float, high: float | None, of: str) -> None:
    ((start, end, amount),) = CHINESE.quantities(text)
    assert (text[start:end], amount.low, amount.high, amount.of) == (quote, low, high, of)


@pytest.mark.parametrize("text", ["2024年", "第二次会谈", "两国关系", "19日", "第5条"])
def test_what_is_no_amount(text: str) -> None:
    assert CHINESE.quantities(text) == ()


@pytest.mark.parametrize(
    ("words", "value"),
    [("三百二十", 320), ("两万", 20_000), ("1.5亿", 150_000_000), ("二〇二四", 2024), ("十", 10)],
)
def test_numbers(words: str, value: int) -> None:
    assert number(words) == value


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("中俄两国", ["CHN", "RUS"]),
        ("驻韩美军", ["KOR", "USA"]),
        ("对俄制裁", ["RUS"]),
        ("以巴冲突", ["ISR", "PSE"]),
        ("印巴边境", ["IND", "PAK"]),
        ("以及中央的方法", []),
        ("19日方才", []),
        ("阿契美尼德军队", []),
    ],
)
def test_states_named_by_one_character(text: str, actors: list[str]) -> None:
    assert [actor for _, _, actor in short_names(text)] == actors


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("莫斯科方面予以否认", [("莫斯科", "RUS")]),
        ("在莫斯科举行会谈", []),
        ("莫斯科机场关闭", []),
        ("平壤指责首尔", [("平壤", "PRK"), ("首尔", "KOR")]),
        ("印度洋与日本海", []),
        ("俄羅斯總統普京", [("俄羅斯", "RUS"), ("普京", "RUS")]),
        ("立陶宛国防部长卡斯丘纳斯说", [("立陶宛", "LTU"), ("卡斯丘纳斯", "LTU")]),
        ("刚果（金）总统", [("刚果（金）", "COD")]),
    ],
)
def test_who_is_named(text: str, found: list[tuple[str, str]]) -> None:
    named = mentions(text, "zh", dt.date(2024, 6, 1))
    assert [(text[one.start : one.end], one.actor) for one in named] == found


def test_treaties_in_title_marks_have_parties_day_and_articles() -> None:
    text = "1961年7月11日，中国和朝鲜签署《中朝友好合作互助条约》。该条约第二条规定共同防御。"
    (treaty,) = read(text).treaties
    assert treaty.title == "中朝友好合作互助条约"
    assert set(treaty.parties) == {"CHN", "PRK"}
    assert treaty.signed == Day("1961-07-11")
    assert [(one.number, one.kind) for one in treaty.articles] == [("2", "mutual_defence")]


def test_simplified_text_keeps_every_character_at_its_place() -> None:
    text = "烏克蘭總統譴責侵略，並要求制裁。"
    assert simplified(text) == "乌克兰总统谴责侵略，并要求制裁。"
    assert all(
        len(simplified(chr(code))) == 1 for code in (*range(0x3000, 0xA000), *range(0xFF00, 0xFFF0))
    )


@pytest.mark.parametrize("text", ["", "\n", "的" * 500, "“" * 500, "对" * 500, "\ud800对\udfff的"])
def test_no_text_raises(text: str) -> None:
    for tree in CHINESE.trees(text):
        tree.grow()
        assert all(0 <= head < len(tree.words) for head in tree.heads)
    CHINESE.times(text, None)
    CHINESE.quantities(text)
