"""The treaties and agreements that a Korean text names, with their articles and parties."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from foedus.evidence import Day
from foedus.reading.reading import (
    ArticleReference,
    Mention,
    Segment,
    TimeExpression,
    TreatyReference,
)

__all__ = ["treaties"]

_HEADS = (
    "조약|협정|협약|의정서|양해각서|공동선언|헌장|선언|불가침조약|동맹조약|군사합의|"
    "핵합의|평화합의|동반자 관계|각서|합의서|비망록"
)
_HEAD = re.compile(
    rf"(?:(?<![가-힣·])[가-힣·]{{0,16}}?)?(?:{_HEADS})(?![가-힣](?<![은는이가을를의에로과와도상]))"
)
# A word before the noun belongs to the title if it bears no particle and ends no clause.
_LINKING = re.compile(r"(?:관한|관련|위한|대한|및|간|적)$")
_NO_PART = re.compile(
    r"(?:[은는을를에]|[가-힣](?:이|가|의|도|와|과)|으로|에서|에게|부터|까지|다|고|며|"
    r"면서|해|한|인|된|할|하는|던|[년월일]|명|개|척|새|신규|이번|양국|"
    r"양측|3국|최근|지난해|올해|작년|정부|대통령|총리|장관|국방부|외교부|외무부|의회)$"
)
_KEPT = frozenset(
    {
        "국가",
        "상호",
        "우호",
        "평가",
        "불가",
        "동의",
        "합의",
        "회의",
        "정의",
        "협의",
        "성과",
        "국교",
        "외교",
    }
)
_POINTING = frozenset(
    [
        "이",
        "그",
        "본",
        "동",
        "해당",
        "두",
        "세",
        "각",
        "모든",
        "한",
        "그런",
        "이런",
        "또",
        "및",
        "등",
        "제",
        "첫",
        "현",
        "구",
    ]
)
_MOST_WORDS = 5
_ARTICLE = re.compile(
    r"제?\s?(?P<number>\d{1,3})\s?조(?:\s?(?:제\s?)?\d{1,2}\s?항)?(?![가-힣]"
    r"(?<![는은이가를을의에와과로도]))"
)
_DECLARATION = re.compile(r"(?:공동|정상|평화|우호|중립|협력)\s?선언$|[가-힣]{2,}선언$")
_BARE = re.compile(r"(?:이|이번|해당|동|그|새|신|같은)\s$")
_SIGNED = re.compile(r"(?:체결|서명|조인|타결|맺)")
_SENTENCE = re.compile(r"[.!?][\"”’']?\s+|\n")
_KINDS = (
    ("mutual_defence", re.compile(r"공격|침략|방위|군사적 원조|원조를 제공|지체 없이|무력")),
    ("consultation", re.compile(r"협의|논의|접촉")),
    ("non_aggression", re.compile(r"불가침|중립|적대")),
    ("technology", re.compile(r"기술|과학|우주|원자력")),
    ("cooperation", re.compile(r"협력|교류|훈련")),
    ("final_clause", re.compile(r"발효|유효|종료|폐기|기한")),
)
_MOST_SIGNERS = 4


@dataclass(slots=True)
class _Treaty:
    title: str
    head: str
    parties: tuple[str, ...] = ()
    signed: Day | None = None
    spans: list[tuple[int, int]] = field(default_factory=list)
    articles: dict[str | None, ArticleReference] = field(default_factory=dict)


def treaties(
    text: str,
    mentions: Sequence[Mention],
    times: Sequence[TimeExpression],
    segments: Sequence[Segment],
) -> tuple[TreatyReference, ...]:
    """Return the treaties named in a text, in the order of their first mention."""
    del segments  # a sentence ends at every line
    found: list[_Treaty] = []
    edges = [0, *(one.end() for one in _SENTENCE.finditer(text)), len(text)]
    events = sorted(
        [(one.start(), one, "head") for one in _HEAD.finditer(text)]
        + [(one.start(), one, "article") for one in _ARTICLE.finditer(text)],
        key=lambda one: one[0],
    )
    sentence = 0
    for place, match, kind in events:
        while sentence + 1 < len(edges) and edges[sentence + 1] <= place:
            sentence += 1
        span = edges[sentence], edges[min(sentence + 1, len(edges) - 1)]
        if kind == "article":
            _take_article(text, match, found, span)
        else:
            _take(text, match, found, span, mentions, times)
    return tuple(
        TreatyReference(
            title=one.title,
            parties=one.parties,
            signed=one.signed,
            articles=tuple(one.articles.values()),
            mentions=tuple(sorted(set(one.spans))),
        )
        for one in found
    )


def _take(
    text: str,
    match: re.Match[str],
    found: list[_Treaty],
    sentence: tuple[int, int],
    mentions: Sequence[Mention],
    times: Sequence[TimeExpression],
) -> None:
    word = match[0]
    head = next(
        one for one in sorted(_HEADS.split("|"), key=len, reverse=True) if word.endswith(one)
    )
    before = text[max(sentence[0], match.start() - 40) : match.start()]
    start = match.start() - _title_before(before)
    bare = word == head and start == match.start()
    if bare:
        known = next((one for one in reversed(found) if one.head.endswith(head)), None)
        taken_up = _BARE.search(before)
        if known is not None:
            opening = match.start() - (len(taken_up[0]) if taken_up else 0)
            known.spans.append((opening, match.end()))
            return
        if head in ("선언", "각서", "협약", "헌장") or not _SIGNED.match(
            text[match.end() :].lstrip("을를이가에 ")
        ):
            return
    if head == "선언" and not _DECLARATION.search(text[start : match.end()]):
        return
    title = text[start : match.end()].strip()
    same = next(
        (one for one in found if one.title.replace(" ", "") == title.replace(" ", "")), None
    )
    same = same or next((one for one in found if title in one.title or one.title in title), None)
    alias = re.match(r"\s?\([A-Z][A-Za-z-]{1,11}\)", text[match.end() :])
    end = match.end() + (len(alias[0]) if alias else 0)
    if same is not None:
        same.spans.append((start, end))
        if len(title) > len(same.title):
            same.title = title
        treaty = same
    else:
        treaty = _Treaty(title, head, spans=[(start, end)])
        found.append(treaty)
    after = text[match.end() : match.end() + 40]
    if not treaty.parties:
        treaty.parties = _parties(text, start, end, sentence, mentions, bool(_SIGNED.search(after)))
    if treaty.signed is None and _SIGNED.search(after.split(".")[0]):
        dates = [
            one
            for one in times
            if sentence[0] <= one.start < sentence[1] and one.kind == "date" and one.day
        ]
        if len(dates) == 1 and dates[0].day is not None:
            treaty.signed = dates[0].day


def _title_before(before: str) -> int:
    """How many characters right before a treaty's noun belong to its title."""
    length, linked = 0, False
    for count, word in enumerate(reversed(re.split(r"(?<=\s)", before))):
        if count == 0 and not word:
            continue
        bare = word.strip()
        quoted = bare.lstrip("‘'「『《“\"")
        if not quoted or count > _MOST_WORDS or re.search(r"[,.()\d]", quoted):
            break
        led = linked and re.search(r"(?:에|의|과|와|을|를)$", quoted)
        if quoted in _POINTING or (
            not led
            and not _LINKING.search(quoted)
            and quoted not in _KEPT
            and _NO_PART.search(quoted)
        ):
            break
        linked = linked or quoted in ("관한", "위한", "대한")
        length += len(word)
        if quoted != bare:
            return length - word.index(quoted[0])
    return length


def _parties(
    text: str,
    start: int,
    end: int,
    sentence: tuple[int, int],
    mentions: Sequence[Mention],
    signed: bool,
) -> tuple[str, ...]:
    """The actors right before the treaty's name, else those of the sentence that sign it."""
    beside: list[str] = []
    reach = start
    for mention in reversed(mentions):
        if mention.end > end or mention.start < sentence[0]:
            continue
        gap = text[mention.end : reach] if mention.end <= reach else ""
        if gap.strip(" ·-") in ("", "과", "와", "간", "간의", "의"):
            beside.insert(0, mention.actor)
            reach = mention.start
        elif mention.end <= reach:
            break
    parties = tuple(dict.fromkeys(beside))
    if len(parties) > 1:
        return parties
    if not signed:
        return ()
    inside = [one for one in mentions if sentence[0] <= one.start < end and one.kind != "metonym"]
    parties = tuple(dict.fromkeys(one.actor for one in inside))
    return parties if 2 <= len(parties) <= _MOST_SIGNERS else ()


def _take_article(
    text: str, match: re.Match[str], found: list[_Treaty], sentence: tuple[int, int]
) -> None:
    if not found:
        return
    before = text[max(0, match.start() - 24) : match.start()]
    if re.search(r"(?:헌법|법|법률|규정)\s?$", before):
        return
    treaty = max(found, key=lambda one: max(span[1] for span in one.spans))
    after = text[match.end() : sentence[1]]
    content = after.lstrip("은는이가을를의에로도과와 ,").split(".")[0].strip() or None
    kind = next((name for name, pattern in _KINDS if content and pattern.search(content)), None)
    treaty.articles.setdefault(match["number"], ArticleReference(match["number"], content, kind))
    treaty.spans.append((match.start(), match.end()))
