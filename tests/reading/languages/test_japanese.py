"""Japanese: who does what to whom, when, how surely, and who says so."""

import pytest

from foedus.evidence import Day, EventType, Modality
from foedus.reading.languages.japanese import JAPANESE
from foedus.reading.languages.japanese.numerals import number
from foedus.reading.languages.japanese.pipeline import legible, parts
from foedus.reading.mentions import mentions
from foedus.reading.reader import reading_of
from foedus.reading.reading import Reading
from tests.reading.written_texts import snapshot_of_text

PUBLISHED = "2024-11-25"


def read(text: str) -> Reading:
    return reading_of(snapshot_of_text(text, "ja", PUBLISHED))


def told(text: str) -> list[tuple[str | None, set[str], set[str]]]:
    return [
        (one.event_type.value if one.event_type else None, set(one.initiator), set(one.target))
        for one in read(text).assertions
    ]


@pytest.mark.parametrize(
    ("text", "event", "initiator", "target"),
    [
        ("インドネシアはオーストラリアに抗議した。", "PROTEST", {"IDN"}, {"AUS"}),
        ("ケニア軍はソマリアに侵攻した。", "ASSAULT", {"KEN"}, {"SOM"}),
        ("ソマリアはケニア軍に攻撃された。", "ASSAULT", {"KEN"}, {"SOM"}),
        ("チュニジアによるリビアへの支援が続いている。", "AID", {"TUN"}, {"LBY"}),
        ("ペルーはチリに部隊の撤退を求めた。", "REQUEST", {"PER"}, {"CHL"}),
        ("ベトナムとカンボジアは協定に署名した。", "AGREE", {"VNM", "KHM"}, set()),
        ("日米韓3カ国は共同訓練を実施した。", "COOPERATE", {"JPN", "USA", "KOR"}, set()),
        ("米国は対イラン制裁を解除した。", "RETREAT", {"USA"}, {"IRN"}),
        ("カタールはエジプトの大使を追放した。", "SANCTION", {"QAT"}, {"EGY"}),
        ("タイ外務省は、カンボジアを非難する声明を発表した。", "ACCUSE", {"THA"}, {"KHM"}),
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
        ("マリはニジェールを支援した。", Modality.ASSERTED),
        ("マリはニジェールを支援していない。", Modality.DENIED),
        ("マリはニジェールを支援する方針を示した。", Modality.PLANNED),
        ("マリはニジェールを支援する可能性がある。", Modality.POSSIBLE),
        ("マリはニジェールを支援するかもしれない。", Modality.POSSIBLE),
        ("マリはニジェールを支援すべきだ。", Modality.DEMANDED),
        ("マリはニジェールを支援したとみられる。", Modality.ASSESSED),
        ("マリはニジェールを支援する予定だ。", Modality.PLANNED),
        ("マリがニジェールを支援する可能性は排除できない。", Modality.POSSIBLE),
        ("チャド政府は、マリがニジェールを支援したと述べた。", Modality.REPORTED),
    ],
)
def test_how_surely_it_is_said(text: str, modality: Modality) -> None:
    found = [one for one in read(text).assertions if one.event_type is EventType.AID]
    assert [one.modality for one in found] == [modality]


def test_the_speaker_is_the_source_of_what_is_quoted() -> None:
    reading = read("ヨルダン外務省は、イラクがシリアに部隊を派遣したと発表した。")
    (one,) = [one for one in reading.assertions if one.event_type is EventType.MOBILIZE]
    assert one.attributed_to is not None
    assert one.attributed_to.represents == "JOR"
    assert one.initiator == ("IRQ",)


def test_according_to_names_a_source() -> None:
    reading = read("ヨルダン外務省によると、イラク軍はシリアの村を砲撃した。")
    (one,) = [one for one in reading.assertions if one.event_type is EventType.ASSAULT]
    assert one.attributed_to is not None
    assert one.attributed_to.represents == "JOR"


def test_the_two_countries_are_those_just_spoken_of() -> None:
    found = told("ガーナとトーゴは10日、協定に署名した。両国は安全保障で協力する。")
    assert ("COOPERATE", {"GHA", "TGO"}, set()) in found


def test_asking_holds_what_is_asked_for() -> None:
    reading = read("ブラジルはベネズエラに部隊を撤退させるよう求めた。")
    kinds = {one.event_type: one for one in reading.assertions}
    assert kinds[EventType.REQUEST].target == ("VEN",)
    assert kinds[EventType.RETREAT].initiator == ("VEN",)
    assert kinds[EventType.RETREAT].modality is Modality.DEMANDED


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("2024年6月19日", "2024-06-19"),
        ("令和6年6月19日", "2024-06-19"),
        ("昨年6月19日", "2023-06-19"),
        ("今月8日", "2024-11-08"),
        ("8日", "2024-11-08"),
        ("先月", "2024-10"),
        ("来春", "2025-21"),
        ("年内", "2024"),
        ("2024年度", "2024-04-01/2025-03-31"),
        ("2024年上半期", "2024-01-01/2024-06-30"),
        ("3カ月前", "2024-08"),
        ("1960年代", "196X"),
        ("二〇二四年十月一日", "2024-10-01"),
        ("昭和20年8月15日", "1945-08-15"),
    ],
)
def test_a_day_is_read(words: str, value: str) -> None:
    text = f"政府は{words}、声明を出した。"
    (found,) = JAPANESE.times(text, Day(PUBLISHED))
    assert text[found.start : found.end] == words
    assert found.day is not None
    assert found.day.edtf == value


def test_days_are_reckoned_from_the_day_told_before() -> None:
    text = "1914年8月1日に動員した。同月4日に参戦し、翌日に進軍した。"
    days = [one.day.edtf for one in JAPANESE.times(text, Day(PUBLISHED)) if one.day]
    assert days == ["1914-08-01", "1914-08-04", "1914-08-05"]


def test_from_and_to_are_one_interval() -> None:
    text = "演習は6月1日から5日まで行われた。"
    times = JAPANESE.times(text, Day(PUBLISHED))
    (frame,) = JAPANESE.frames(text, times, Day(PUBLISHED))
    assert frame.day is not None
    assert frame.day.edtf == "2024-06-01/2024-06-05"


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "of"),
    [
        ("兵士約1万人を派遣した", 9000, 11000, None, "person"),
        ("砲弾100発余りを撃った", 100, None, None, "round of ammunition"),
        ("10億ドルを拠出した", 10**9, 10**9, "ドル", "dollar"),
        ("数千人が避難した", 2000, 9999, None, "person"),
        ("5〜6万人が参加した", 50_000, 60_000, None, "person"),
        ("三千人以上が集まった", 3000, None, None, "person"),
        ("最大50機を配備した", None, 50, None, "aircraft"),
    ],
)
def test_an_amount_is_a_range(
    text: str, low: float | None, high: float | None, unit: str | None, of: str
) -> None:
    ((start, end, amount),) = JAPANESE.quantities(text)
    assert text[start:end] == amount.words
    assert (amount.low, amount.high, amount.unit, amount.of) == (low, high, unit, of)


@pytest.mark.parametrize(
    ("words", "value"),
    [("1万2000", 12_000), ("三千", 3000), ("２５", 25), ("二〇二四", 2024), ("十九", 19)],
)
def test_a_number_is_read(words: str, value: int) -> None:
    assert number(words) == value


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("日米韓の首脳", ["JPN", "USA", "KOR"]),
        ("対ロ制裁と訪米", ["RUS", "USA"]),
        ("在日米軍", ["JPN", "USA"]),
        ("日中は気温が上がる", []),
        ("日中両国", ["JPN", "CHN"]),
        ("中東の米原油市場", []),
        ("インド太平洋とタイミング", []),
        ("東京で会談した", []),
        ("岸田文雄首相とマルコス大統領", ["JPN", "PHL"]),
        ("エストニアのツァフクナ外相", ["EST", "EST"]),
        ("トランプ米大統領", ["USA", "USA"]),
    ],
)
def test_actors_are_named(text: str, actors: list[str]) -> None:
    assert [one.actor for one in mentions(text, "ja", None)] == actors


def test_a_part_fits_the_tokenizer_whatever_its_signs() -> None:
    text = "𠮟" * 30_000
    for start, end in parts(text):
        seen, places = legible(text, start, end)
        assert len(seen.encode()) < 49_149
        assert len(seen) == len(places)


@pytest.mark.parametrize(
    "text",
    ["", "（（（", "「" * 50, "\u202e中国\u0301が攻撃", "1" * 500, "\n　\n", "と言った。"],
)
def test_no_text_breaks_it_and_quotations_stay_exact(text: str) -> None:
    reading = read(text)
    for one in reading.assertions:
        assert text[one.passage.start : one.passage.end] == one.passage.quote


def test_half_a_sign_breaks_no_tree() -> None:
    (tree,) = JAPANESE.trees("\ud800米国は日本を支援した。")
    assert tree.words[0] == "米国"
    assert tree.starts[0] == 1


def test_a_treaty_is_named_with_its_parties_and_article() -> None:
    (found,) = read("日米安全保障条約は重要だ。第5条は共同防衛を定める。").treaties
    assert found.title == "日米安全保障条約"
    assert set(found.parties) == {"JPN", "USA"}
    assert [article.number for article in found.articles] == ["5"]
