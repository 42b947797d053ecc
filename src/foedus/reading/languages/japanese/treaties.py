"""Treaties, pacts and joint declarations that a Japanese text names."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from foedus.evidence import Day
from foedus.reading.languages.japanese.numerals import number
from foedus.reading.reading import (
    ArticleReference,
    Mention,
    Segment,
    TimeExpression,
    TreatyReference,
)

__all__ = ["treaties"]

_HEADS = (
    r"(?:条約|協定|憲章|議定書|覚書|盟約|宣言|規約|取り決め|密約|合意書|最終文書|"
    r"パートナーシップ(?=[はのがをに、。協]|$))"
)
_BODY = (
    r"(?:[一-龥々ァ-ヴーA-Za-zＡ-Ｚａ-ｚ0-9０-９・＝（）]|"
    r"(?:及び|および|並びに|に関する|に対する|"
    r"の(?=[一-龥ァ-ヴ]{2,12}(?:条約|協定|議定書|に関する))|"
    r"と(?=[一-龥ァ-ヴー]{2,14}の(?:相互|友好|安全|平和|防衛)))){2,40}?"
)
_SIGNS = "日米韓中露ロ英仏独伊豪印比朝ソ墺"
_ALLIANCE = (
    rf"(?:[{_SIGNS}]{{2,5}}(?:三国|3カ?国|四カ?国)?|三国|神聖|四国|五国)(?:同盟|協商)(?:条約)?"
)
_ACCORD = r"(?<![ァ-ヴー])[ァ-ヴー]{2,10}合意"
_TREATY = re.compile(rf"(?P<title>{_ALLIANCE}|{_ACCORD}|{_BODY}{_HEADS})(?![機案国文])")
_DATE = re.compile(
    r"(?:(?:[0-9０-９]{4}|[一二][〇一二三四五六七八九]{3})年)?(?:[0-9０-９]{1,2}月)?(?:[0-9０-９]{1,2}日)?の"
)
_PLAIN = re.compile(
    r"(?:同|本|この|両|新|旧|その)?(?:条約|協定|宣言|憲章|議定書|覚書|規約|共同宣言|密約)"
)
_GENERIC = re.compile(
    r"(?:国際|二国間|多国間|軍事|安全保障|防衛|貿易|停戦|和平|休戦|投資|地位|秘密|新た|各種|関連|"
    r"既存|相互防衛|不可侵|安全保障協力|軍事協力)?(?:条約|協定|取り決め|覚書)|.{0,3}宣言|独立宣言|戦争宣言"
)
_ARTICLE = re.compile(r"第?(?P<number>[0-9０-９一二三四五六七八九十]{1,3})条(?![約件])")
# Right after a title: that it was concluded.
_CONCLUDED = re.compile(
    r"(?:（[^）]{0,20}）)?[」』]?[をに](?:正式に)?(?:署名|調印|締結|結|仮調印|批准)"
)
_BODIES = r"(?:両国|両政府|政府|軍|の\w{0,12}?(?:首相|大統領|外相|国防相|防衛相|首脳|皇太子))?"
_MARKED = re.compile(rf"{_BODIES}(?:と|、|や|・|および|及び|は|が|両)")
_TOPIC = re.compile(rf"{_BODIES}(?:は|が|両)")
_FAR = 160
_SIGNING = (
    "の", "に署名された", "に締結された", "に結ばれた", "に調印された",
    "に署名した", "に締結した", "に結んだ", "に調印した",
)  # fmt: skip


def treaties(
    text: str,
    mentions: Sequence[Mention],
    times: Sequence[TimeExpression],
    _segments: Sequence[Segment],
) -> tuple[TreatyReference, ...]:
    """Return the treaties named in `text`, each with all its mentions and cited articles."""
    dated = {time.end: time.day for time in times if time.day is not None}
    starts = [mention.start for mention in mentions]
    ends = [time.end for time in times]
    told: dict[str, _Told] = {}
    for start, end in _phrases(text, mentions, starts):
        title = text[start:end]
        one = told.setdefault(_key(title), _Told(title))
        one.spans.append((start, end))
        one.parties = one.parties or _parties(mentions[_within(starts, start, end)])
        one.signed = one.signed or _signed(text, start, dated)
        if _CONCLUDED.match(text, end):
            opening = max(text.rfind("。", 0, start), text.rfind("\n", 0, start)) + 1
            before = mentions[_within(starts, max(opening, start - _FAR), start)]
            one.parties = one.parties or _signers(text, before)
            days = times[_within(ends, max(opening, start - _FAR), start)]
            one.signed = one.signed or next((time.day for time in reversed(days)), None)
    joined = _joined(told)
    _cite_articles(text, joined)
    return tuple(
        TreatyReference(
            title=one.title,
            parties=one.parties,
            signed=one.signed,
            articles=tuple(one.articles),
            mentions=tuple(sorted(one.spans)),
        )
        for one in joined
    )


@dataclass(slots=True)
class _Told:
    """What a text tells of one treaty."""

    title: str
    spans: list[tuple[int, int]] = field(default_factory=list)
    parties: tuple[str, ...] = ()
    signed: Day | None = None
    articles: list[ArticleReference] = field(default_factory=list)


def _key(title: str) -> str:
    return re.sub(r"[「」『』（）・\s]", "", title)


def _joined(told: dict[str, _Told]) -> list[_Told]:
    """The treaties, a shorter name being the longer one that ends in it, where only one does."""
    kept: dict[str, _Told] = {}
    for key in sorted(told, key=len, reverse=True):
        longer = [other for other in kept if other.endswith(key)]
        if len(longer) != 1:
            kept[key] = told[key]
            continue
        one = kept[longer[0]]
        one.spans.extend(told[key].spans)
        one.parties = one.parties or told[key].parties
        one.signed = one.signed or told[key].signed
    return sorted(kept.values(), key=lambda one: min(one.spans))


def _phrases(
    text: str, mentions: Sequence[Mention], starts: Sequence[int]
) -> Iterator[tuple[int, int]]:
    for match in _TREATY.finditer(text):
        start, end = match.span("title")
        dated = _DATE.match(text, start, end)
        start = dated.end() if dated else start
        title = text[start:end]
        vague = _GENERIC.fullmatch(title) or _PLAIN.fullmatch(title)
        if not vague or mentions[_within(starts, start, end)]:
            yield start, end


def _within(starts: Sequence[int], start: int, end: int) -> slice:
    return slice(bisect_left(starts, start), bisect_left(starts, end))


def _parties(named: Sequence[Mention]) -> tuple[str, ...]:
    inside = tuple(dict.fromkeys(one.actor for one in named))
    return inside if len(inside) > 1 else ()


def _signers(text: str, named: Sequence[Mention]) -> tuple[str, ...]:
    """Those of the actors of a sentence that a list or a topic marks, when they are several."""
    marked = [one for one in named if _MARKED.match(text, one.end)]
    actors = tuple(dict.fromkeys(one.actor for one in marked))
    topic = any(_TOPIC.match(text, one.end) for one in marked)
    return actors if len(actors) > 1 and topic else ()


def _signed(text: str, start: int, dated: Mapping[int, Day]) -> Day | None:
    """The day right before a title ("1960年の日米安全保障条約")."""
    for signing in _SIGNING:
        if text.endswith(signing, 0, start) and start - len(signing) in dated:
            return dated[start - len(signing)]
    return None


def _cite_articles(text: str, treaties: Sequence[_Told]) -> None:
    """Give each treaty the articles that the text names after it."""
    spans = sorted((end, place) for place, one in enumerate(treaties) for _, end in one.spans)
    ends = [end for end, _ in spans]
    for match in _ARTICLE.finditer(text):
        before = bisect_right(ends, match.start())
        if not before:
            continue
        value = number(match["number"])
        one = treaties[spans[before - 1][1]]
        reference = ArticleReference(None if value is None else str(int(value)))
        if reference not in one.articles:
            one.articles.append(reference)
