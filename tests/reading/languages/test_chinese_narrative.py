"""Chinese narratives: their days go on from what was told, and one character names a state."""

import datetime as dt

import pytest

from foedus.evidence import Day, Modality
from foedus.reading.languages.chinese import CHINESE
from foedus.reading.mentions import mentions
from foedus.reading.reader import reading_of
from foedus.reading.reading import Reading
from tests.reading.written_texts import snapshot_of_text

PUBLISHED = "2025-06-21"


def read(text: str) -> Reading:
    return reading_of(snapshot_of_text(text, "zh", PUBLISHED))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("1935年10月3日开战。四天后停火。", ["1935-10-03", "1935-10-07"]),
        ("1935年10月3日开战。两天前已有警告。", ["1935-10-03", "1935-10-01"]),
        ("1935年10月3日开战。同年11月停火。", ["1935-10-03", "1935-11"]),
        ("1935年开战。次年5月5日停火。", ["1935", "1936-05-05"]),
        ("1971年12月3日开战。6日停火。", ["1971-12-03", "1971-12-06"]),
        ("1971年12月3日开战。没有结果。\n\n8月签约。", ["1971-12-03", "1971-08"]),
        ("10日停火。此前一天仍有炮击。", ["2025-06-10", "2025-06-09"]),
        ("3月12日会谈。14日公布。", ["2025-03-12", "2025-03-14"]),
        ("四天前停火。", ["2025-06-17"]),
        ("10日表示，8日曾有炮击。当天停火。", ["2025-06-10", "2025-06-08", "2025-06-08"]),
        ("10日表示，8日曾有炮击。\n\n当天停火。", ["2025-06-10", "2025-06-08", "2025-06-10"]),
    ],
)
def test_days_go_on_from_what_was_told(text: str, days: list[str]) -> None:
    found = CHINESE.times(text, Day(PUBLISHED))
    assert [one.day.edtf for one in found if one.day is not None] == days


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("柬埔寨与老挝会谈。柬方同意。", [("柬埔寨", "KHM"), ("老挝", "LAO"), ("柬方", "KHM")]),
        ("肯尼亚和卢旺达签约，肯卢两国换文。",
         [("肯尼亚", "KEN"), ("卢旺达", "RWA"), ("肯", "KEN"), ("卢", "RWA")]),
        ("摩洛哥称，摩军已撤。", [("摩洛哥", "MAR"), ("摩", "MAR")]),
        ("新西兰提出新方案，对方拒绝。", [("新西兰", "NZL")]),
    ],
)  # fmt: skip
def test_the_first_character_of_a_name_before_a_side(
    text: str, found: list[tuple[str, str]]
) -> None:
    named = mentions(text, "zh", dt.date(2024, 6, 1))
    assert [(text[one.start : one.end], one.actor) for one in named] == found


def test_what_is_said_by_a_source_reaches_the_next_clause() -> None:
    found = read("据知情人士透露，安卡拉可能再次出面调解，并已向边境增派三百名士兵。").assertions
    assert [one.attributed_to.name if one.attributed_to else None for one in found] == [
        "知情人士"
    ] * 2


def test_a_denial_does_not_make_the_first_speaker_its_content() -> None:
    found = read("据路透社报道，埃及已向索马里运送武器，但埃方尚未证实。").assertions
    sources = {one.attributed_to.name for one in found if one.attributed_to}
    assert sources == {"路透社"}


@pytest.mark.parametrize("word", ["无意", "不打算", "从未", "不再", "并未"])
def test_what_is_not_done_is_denied(word: str) -> None:
    found = read(f"埃及{word}攻击苏丹。").assertions
    assert [one.modality for one in found] == [Modality.DENIED]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("智利要求以军立即撤出。", "以军立即撤出"),
        ("印度扣押渔船，引起巴基斯坦政府强烈抗议。", "巴基斯坦政府强烈抗议"),
    ],
)
def test_a_claim_keeps_who_is_asked(text: str, quote: str) -> None:
    assert quote in [one.passage.quote for one in read(text).assertions]


def test_a_verb_after_a_phrase_is_found() -> None:
    (found,) = read("埃及已向索马里运送武器。").assertions
    assert (found.initiator, found.target) == (("EGY",), ("SOM",))
