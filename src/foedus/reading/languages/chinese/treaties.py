"""Treaties in a Chinese text: titles in 《…》, and nouns for treaties with parties and year."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from foedus.evidence import Day
from foedus.reading.languages.chinese.characters import simplified
from foedus.reading.languages.chinese.numerals import number
from foedus.reading.reading import (
    ArticleReference,
    Mention,
    Segment,
    TimeExpression,
    TreatyReference,
)

__all__ = ["treaties"]

_NOUN = (
    r"条约|公约|协定|协议书|协议|议定书|宪章|盟约|备忘录|联合声明|联合宣言|联合公报|"
    r"宣言|公报|合约|和约(?!旦|翰)|密约|"
    r"停战协定|谅解备忘录|伙伴关系协定|章程"
)
_TITLED = re.compile(r"《(?P<title>[^《》\n]{2,60}?)》")
_TREATY = re.compile(rf"(?:{_NOUN})(?:[（(]草案[）)])?$")
_NAMED = re.compile(
    rf"(?P<words>(?:共同防御|互不侵犯|友好合作互助|友好互助|友好合作|友好|同盟|和平|"
    rf"防务|安全|军事合作|军事|"
    rf"全面战略伙伴关系|战略伙伴关系|战略伙伴|停火|停战|投降|中立|互助|安全保障|安保|"
    rf"军事援助|防务合作|"
    rf"睦邻友好合作|睦邻友好|不扩散核武器|核不扩散|裁军|边界|边境|贸易|自由贸易|和解|"
    rf"核|伊核|军事情报保护|"
    rf"新|双边|合作|互助|集体安全|北大西洋|华沙|全面|及|和|与|、)*(?:{_NOUN}))"
)
# "罗加诺公约", "凡尔赛条约": a place, or what it is about, right before the noun.
_PLACED = re.compile(
    r"(?<![\u4e00-\u9fff])[^\W\d的了和与在对向被将是并及签署订缔结过一份项该此这那新双各多其本条约公也不打算退违废遵履依据按照入从]{2,6}(?:条约|"
    r"公约|议定书|宪章)"
    r"|"
    r"(?<=[签署订结了定反守])[^\W\d的了和与在对向被将是并及签署订缔结过一份项该此这那新双各多其本条约公也不打算退违废遵履依据按照入从]{2,6}(?:条约|"
    r"公约|议定书|宪章)"
)
_BARE = re.compile(
    r"(?P<this>该|此|这一|这项|上述|本)(?:份|项)?(?P<noun>条约|协定|协议|公约|议定书|宪章|备忘录)"
)
_ARTICLE = re.compile(
    r"第(?P<number>[一二三四五六七八九十百零〇\d]{1,6})条(?:第(?P<part>[一二三四五六七八九十\d]{1,3})款)?"
)
_SIGNED = re.compile(r"签署|签订|缔结|订立|达成|签字|通过|签了|草签")
_KINDS = (
    ("mutual_defence", re.compile(r"军事援助|共同防御|集体防御|武装攻击|武装进攻|"
            r"遭到.{0,12}(?:攻击|侵略|入侵)|"
        r"互相援助|军事支援|战争状态")),
    ("consultation", re.compile(r"磋商|协商|咨询")),
    ("non_aggression", re.compile(r"互不侵犯|不使用武力|中立")),
    ("technology", re.compile(r"技术|科技")),
    ("cooperation", re.compile(r"合作|交流")),
    ("accession", re.compile(r"加入|邀请")),
    ("institution", re.compile(r"理事会|委员会|设立")),
    ("final_clause", re.compile(r"生效|有效期|批准书|退出|终止")),
)  # fmt: skip
_FOUNDING = {"NATO": re.compile(r"北大西洋公约"), "UN": re.compile(r"联合国宪章"),
             "CSTO": re.compile(r"集体安全条约$"),
             "WTO_PACT": re.compile(r"华沙条约$")}  # fmt: skip
_ORGANISATION = re.compile(r"^组织")
_STOP = re.compile(r"[。!?！？\n]")
_MOST_SIGNERS = 4


@dataclass(slots=True)
class _Treaty:
    title: str
    parties: tuple[str, ...] = ()
    signed: Day | None = None
    spans: list[tuple[int, int]] = field(default_factory=list)
    articles: dict[str | None, ArticleReference] = field(default_factory=dict)


def treaties(
    text: str,
    mentions: Sequence[Mention],
    times: Sequence[TimeExpression],
    _: Sequence[Segment],
) -> tuple[TreatyReference, ...]:
    """Return the treaties named in a text, in the order of their first mention."""
    shadow = simplified(text)
    found: list[_Treaty] = []
    for start, end, title in _phrases(shadow, mentions):
        known = _same(found, title, shadow[start:end])
        if known is None:
            if title is None:
                continue
            known = _Treaty(text[start:end].strip("《》"))
            found.append(known)
        known.spans.append((start, end))
        known.parties = known.parties or _parties(shadow, start, end, mentions)
        known.signed = known.signed or _signed(shadow, start, end, times)
    _take_articles(shadow, found)
    return tuple(
        TreatyReference(
            title=one.title,
            parties=one.parties,
            signed=one.signed,
            articles=tuple(one.articles.values()),
            mentions=tuple(one.spans),
        )
        for one in found
    )


def _phrases(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[int, int, str | None]]:
    """Where a treaty is named, with its title, None where it is only taken up again."""
    found: list[tuple[int, int, str | None]] = []
    for match in _TITLED.finditer(text):
        if _TREATY.search(match["title"]) or any(
            p.search(match["title"]) for p in _FOUNDING.values()
        ):
            found.append((match.start(), match.end(), match["title"]))
    taken = [(start, end) for start, end, _ in found]
    titled = sorted(span for span in ((m.start(), m.end()) for m in _TITLED.finditer(text)))
    for match in _BARE.finditer(text):
        found.append((match.start(), match.end(), None))
        taken.append(match.span())
    for match in _PLACED.finditer(text):
        if not any(a <= match.start() < b or a < match.end() <= b for a, b in taken[-64:]):
            found.append((match.start(), match.end(), match[0]))
            taken.append(match.span())
    starts = [mention.start for mention in mentions]
    for match in _NAMED.finditer(text):
        start, end = match.span()
        inside = bisect_left(titled, (start + 1, 0)) - 1
        if (inside >= 0 and titled[inside][1] > start) or any(
            a <= start < b for a, b in taken[-64:]
        ):
            continue
        if _ORGANISATION.match(text[end : end + 2]):
            continue
        left = _leftwards(text, start, mentions, starts)
        described = len(match["words"]) > 4 or match["words"] in (
            "停火协议",
            "和平协议",
            "安保条约",
        )
        if left < start or (described and match["words"][:1] not in "及和与、新"):
            found.append((left, end, text[left:end]))
    return iter(sorted(found, key=lambda one: one[:2]))


def _leftwards(text: str, start: int, mentions: Sequence[Mention], starts: Sequence[int]) -> int:
    """Where a name begins that opens with its parties or its year: "1961年中朝友好条约"."""
    left = start
    place = bisect_left(starts, start) - 1
    while place >= 0 and mentions[place].end <= left:
        gap = text[mentions[place].end : left]
        if gap not in ("", "的", "之间的", "两国", "两国的", "和", "与", "、", "同", "双边"):
            break
        left = mentions[place].start
        place -= 1
    if left == start:
        return start
    year = re.search(r"(?:1[89]|20)\d\d年的?$", text[max(0, left - 6) : left])
    return left - len(year[0]) if year else left


def _core(title: str) -> str:
    return re.sub(r"^(?:1[89]|20)\d\d年的?", "", title)


def _same(found: Sequence[_Treaty], title: str | None, words: str) -> _Treaty | None:
    """The treaty told of before that a phrase names again."""
    if title is None:
        noun = words[-2:]
        fitting = [one for one in found if simplified(one.title).endswith(noun)]
        return fitting[-1] if fitting else (found[-1] if found else None)
    core = _core(title)
    for one in reversed(found):
        other = _core(simplified(one.title))
        if core == other or (len(core) > 4 and (core in other or other in core)):
            return one
    return None


def _parties(text: str, start: int, end: int, mentions: Sequence[Mention]) -> tuple[str, ...]:
    title = text[start:end]
    for actor, named in _FOUNDING.items():
        if named.search(title.strip("《》")):
            return (actor,)
    inside = _actors(mentions, start, end)
    if len(inside) >= 2:
        return inside
    opening = max(
        (match.end() for match in _STOP.finditer(text, max(0, start - 200), start)),
        default=max(0, start - 200),
    )
    before = _actors(mentions, opening, start)
    if _SIGNED.search(text, opening, start) and 2 <= len(before) <= _MOST_SIGNERS:
        return before
    return inside if len(inside) > 1 else ()


def _actors(mentions: Sequence[Mention], start: int, end: int) -> tuple[str, ...]:
    first = bisect_left(mentions, start, key=lambda one: one.start)
    found: dict[str, None] = {}
    for mention in mentions[first : first + 40]:
        if mention.start >= end:
            break
        found.setdefault(mention.actor)
    return tuple(found)


def _signed(text: str, start: int, end: int, times: Sequence[TimeExpression]) -> Day | None:
    """The day of signature: the year in the name, or the day of the sentence that signs it."""
    place = bisect_left(times, start, key=lambda one: one.start)
    for time in times[place : place + 2]:
        if time.end <= end and time.day is not None:
            return time.day
    opening = max(
        (match.end() for match in _STOP.finditer(text, max(0, start - 120), start)),
        default=max(0, start - 120),
    )
    if not _SIGNED.search(text, opening, start):
        return None
    before = [
        time for time in times[max(0, place - 3) : place] if time.start >= opening and time.day
    ]
    return before[-1].day if len(before) == 1 else None


def _take_articles(text: str, found: Sequence[_Treaty]) -> None:
    for match in _ARTICLE.finditer(text):
        value = number(match["number"])
        owner = _owner(match, found)
        if value is None or owner is None:
            continue
        stop = _STOP.search(text, match.end())
        content = text[match.end() : stop.start() if stop else len(text)][:160]
        kind = next((name for name, pattern in _KINDS if pattern.search(content)), None)
        numeral = str(int(value))
        owner.articles.setdefault(
            numeral, ArticleReference(numeral, content.strip("，,：: ") or None, kind)
        )
        if not any(a <= match.start() < b for a, b in owner.spans):
            near = [span for span in owner.spans if span[1] == match.start()]
            if near:
                owner.spans[owner.spans.index(near[0])] = (near[0][0], match.end())
            else:
                owner.spans.append(match.span())


def _owner(match: re.Match[str], found: Sequence[_Treaty]) -> _Treaty | None:
    before = [one for one in found if min(one.spans)[0] < match.start()]
    if not before:
        return None
    return max(before, key=lambda one: max(s for s in one.spans if s[0] < match.start()))
