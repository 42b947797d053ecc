"""Persons who speak for an actor in a Japanese text, and the states written with one character.

A name before an office (岸田文雄首相) speaks for the actor that the words before it name, else for
the one that the text has told of; a name known from the table of office-holders for its own.
"""

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from foedus.actors.offices import HolderName, holder_names
from foedus.reading.dictionary import Dictionary, Match
from foedus.reading.languages.japanese.compounds import compounds
from foedus.reading.reading import Mention
from foedus.reading.spans import Taken

__all__ = ["OFFICES", "persons"]

OFFICES = [
    "大統領報道官",
    "副大統領",
    "大統領補佐官",
    "大統領府報道官",
    "大統領",
    "首相補佐官",
    "副首相",
    "首相",
    "国務長官",
    "国防長官",
    "財務長官",
    "商務長官",
    "中央情報局長官",
    "長官",
    "国防相",
    "防衛相",
    "外務次官",
    "国防次官",
    "副大臣",
    "外相",
    "内相",
    "財務相",
    "経済相",
    "情報相",
    "内務相",
    "農相",
    "国防大臣",
    "防衛大臣",
    "外務大臣",
    "国防部長",
    "外務部長",
    "外交部長",
    "外務省報道官",
    "国防省報道官",
    "副報道官",
    "報道官",
    "報道局長",
    "官房長官",
    "総書記",
    "国家主席",
    "主席",
    "書記長",
    "党首",
    "議長",
    "事務総長",
    "事務局長",
    "委員長",
    "総統",
    "総裁",
    "国王",
    "皇太子",
    "皇帝",
    "首長",
    "最高指導者",
    "将軍",
    "元帥",
    "大将",
    "中将",
    "少将",
    "大佐",
    "司令官",
    "参謀総長",
    "参謀本部議長",
    "統合参謀本部議長",
    "大使",
    "公使",
    "特使",
    "代表",
    "高等弁務官",
    "上級代表",
    "補佐官",
    "上院議員",
    "下院議員",
    "議員",
    "知事",
    "市長",
    "外交官",
    "国防委員長",
    "国務委員長",
    "氏",
]
_OFFICE = "|".join(sorted(OFFICES, key=len, reverse=True))
_KATAKANA = r"(?<![ァ-ヴー・＝])[ァ-ヴー]{2,16}(?:[・＝=][ァ-ヴーA-Z]{1,16}){0,5}(?![ァ-ヴー])"
_KANJI_NAME = r"(?:[一-龥々]{1,3}[一-龥々ぁ-ん]{0,3})"
_NAMED = re.compile(
    rf"(?P<name>{_KATAKANA})(?:暫定|次期|前|元|新)?(?P<office>{_OFFICE})(?![一-龥]*府)"
)
_KANJI_NAMED = re.compile(
    rf"(?:(?<=[のは、・）」。\s）をに])|^)(?P<name>[一-龥々]{{2,5}}?)(?P<office>{_OFFICE})(?=[はがのをに、もと（\(らへ]|。|$)"
)
_BEFORE_STATE = re.compile(rf"(?P<name>{_KATAKANA})(?=・?[一-龥])")
# Offices that a Japanese text gives without a country to Japan's own.
_JAPANESE_OFFICES = frozenset(
    {"首相", "外相", "防衛相", "防衛大臣", "外務大臣", "官房長官", "財務相"}
)
_TAIL = re.compile(r"(?:新|前|元|次期|暫定)$")
_OWNING = re.compile(
    r"(?:(?:の|[）)]の?|軍|政府|政権|海軍|空軍|陸軍|側|共産党|労働党|首脳|外務省|国防省|国防総省|国務省|大統領府|外交|合同|国家安全保障会議|国家|最高|NSC|暫定|軍事|"
    r"沿岸警備隊|統合参謀本部|省|党|連邦|議会|上院|下院|外交部|国防部|外務|国連|首相府|府|当局)*)"
)
_NOT_NAMES = frozenset(
    [
        "ロシア",
        "アメリカ",
        "フランス",
        "ドイツ",
        "イギリス",
        "ウクライナ",
        "スポークス",
        "リーダー",
        "グループ",
        "メンバー",
        "パートナー",
        "トップ",
        "オブザーバー",
        "ナンバー",
    ]
)
_NOT_KANJI = re.compile(
    r"(?:米|英|仏|独|中国|韓国|日本|国連|政府|両国|同国|各国|軍|党|省|庁|委員|国家|外務|国防|防衛|国務|最高|大統領|首相|安全|参謀|統合|"
    r"副|元|前|次期|双方|両|同|大|北|南|東|西|駐|在|報道|官房|事務|政治|常任|外交|議会|特別|一部|国際|共同|合同|本部|軍事|経済|全権|中央|司令|暫定)"
)
_LONGEST_GAP = 16
_YEAR = re.compile(r"(?<![0-9])(1[89]\d\d|20\d\d)年")
# States that a name of today meant in other years: the state, its first and its last year.
_THEN = {"DEU": ("GMY", 1871, 1945), "AUT": ("AUH", 1867, 1918)}
_LONGEST_PARAGRAPH = 2000
_LONG_AGO = 10


def persons(text: str, named: Sequence[Mention], on: dt.date) -> tuple[Mention, ...]:
    """Return the persons who speak for an actor, and states of one character, ascending, apart."""
    found: list[Mention] = []
    taken = Taken(())
    signs = compounds(text, on)
    for mention in sorted(signs):
        covered = any(
            one.start <= mention.start and mention.end <= one.end
            for one in _beside(named, mention.start)
        )
        if not covered:
            found.append(mention)
            taken.add(mention.start, mention.end)
    actors = sorted((*named, *found))
    for mention in (*_known(text, on), *_presented(text, actors)):
        if not taken.touches(mention.start, mention.end):
            taken.add(mention.start, mention.end)
            found.append(mention)
    for mention in _taken_up(text, [one for one in found if one.person]):
        if not taken.touches(mention.start, mention.end):
            taken.add(mention.start, mention.end)
            found.append(mention)
    then = {one.start: one for one in _of_the_time(text, sorted((*named, *found)), on)}
    kept = (one for one in found if one.start not in then)
    return tuple(sorted((*kept, *_apart(then.values(), found))))


def _apart(then: Iterable[Mention], found: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions of then that no other mention than the same covers."""
    taken = Taken((one.start, one.end) for one in found)
    starts = {one.start for one in found}
    return (one for one in then if one.start in starts or not taken.touches(one.start, one.end))


def _of_the_time(text: str, named: Sequence[Mention], on: dt.date) -> Iterator[Mention]:
    """Germany and Austria as the states they were in the year that the paragraph told last."""
    years = [(year.start(), int(year[1])) for year in _YEAR.finditer(text)]
    for mention in named:
        then = _THEN.get(mention.actor)
        if then is None or mention.person:
            continue
        last = bisect_left(years, mention.start, key=lambda year: year[0]) - 1
        if last < 0 or not then[1] <= years[last][1] <= then[2]:
            continue
        beside = "\n" not in text[years[last][0] : mention.start][:_LONGEST_PARAGRAPH]
        if beside or on.year - years[last][1] > _LONG_AGO:
            yield replace(mention, actor=then[0])


def _beside(named: Sequence[Mention], position: int) -> Sequence[Mention]:
    place = bisect_left(named, position, key=lambda mention: mention.start)
    return named[max(0, place - 1) : place + 1]


def _known(text: str, on: dt.date) -> Iterator[Mention]:
    matches: list[Match[HolderName]] = list(_holders().matches(text))
    full = {name.person for match in matches for name in match.meanings if not name.ambiguous}
    for match in matches:
        titled = text.startswith(tuple(OFFICES), match.end)
        names = [
            name for name in match.meanings if not name.ambiguous or titled or name.person in full
        ]
        names = [name for name in names if name.may_mean_on(on)] or names
        whole = _is_apart(text, match.start, match.end)
        whole = whole and not _goes_on_before(text, match.start, match.end)
        if len({name.person for name in names}) == 1 and whole:
            name = names[-1]
            yield Mention(match.start, match.end, name.actor, "person", _full(name.person))


def _is_apart(text: str, start: int, end: int) -> bool:
    """Whether the characters are no part of a longer name."""
    return not (_same_script(text, start - 1, start) or _same_script(text, end - 1, end))


def _same_script(text: str, left: int, right: int) -> bool:
    if left < 0 or right >= len(text):
        return False
    return bool(re.fullmatch(r"[ァ-ヴー]{2}|・[ァ-ヴ]|[ァ-ヴー]・", text[left] + text[right]))


def _goes_on_before(text: str, start: int, end: int) -> bool:
    """Whether a short name in kanji is the end of a longer word ("林" in "小林外相")."""
    if end - start > 2 or start == 0:
        return False
    return bool(re.match(r"[一-龥々]{2}", text[start - 1 : start + 1]))


@cache
def _holders() -> Dictionary[HolderName]:
    return Dictionary(((name.words, name) for name in holder_names("ja")), "ja")


@cache
def _full(person: str) -> str:
    own = [name.words for name in holder_names("ja") if name.person == person]
    return max(own, key=len) if own else person


def _presented(text: str, actors: Sequence[Mention]) -> Iterator[Mention]:
    """Names that stand before an office, after the actor it is held for."""
    ends = {mention.end: mention for mention in actors}
    starts = {mention.start: mention for mention in actors}
    for match in _BEFORE_STATE.finditer(text):
        owner = starts.get(match.end("name") + (text[match.end("name")] == "・"))
        if owner is not None and text.startswith(tuple(OFFICES), owner.end):
            yield Mention(
                match.start("name"), match.end("name"), owner.actor, "person", match["name"]
            )
    for pattern in (_NAMED, _KANJI_NAMED):
        for match in pattern.finditer(text):
            name, start = match["name"], match.start("name")
            if name in _NOT_NAMES or (pattern is _KANJI_NAMED and _NOT_KANJI.match(name)):
                continue
            owner = _owner(text, start, ends)
            if owner is not None:
                yield Mention(start, match.end("name"), owner.actor, "person", name)
            elif pattern is _KANJI_NAMED and match["office"] in _JAPANESE_OFFICES and len(name) > 2:
                yield Mention(start, match.end("name"), "JPN", "person", name)


def _owner(text: str, start: int, ends: dict[int, Mention]) -> Mention | None:
    """The actor whose name, with or without の and a body, ends right before a person's name."""
    for gap in range(_LONGEST_GAP + 1):
        mention = ends.get(start - gap)
        if mention is not None:
            return mention if _OWNING.fullmatch(text, mention.end, start) else None
    return None


def _taken_up(text: str, presented: Sequence[Mention]) -> Iterator[Mention]:
    entries: dict[str, tuple[str, str]] = {}
    for mention in presented:
        words = text[mention.start : mention.end]
        entries.setdefault(words, (mention.actor, mention.person or words))
        last = re.split(r"[・＝=]", words)[-1]
        if len(last) >= 3:
            entries.setdefault(last, (mention.actor, mention.person or words))
    if entries:
        for match in Dictionary(entries.items(), "ja").matches(text):
            if _is_apart(text, match.start, match.end) and (
                match.end - match.start > 2 or text.startswith(tuple(OFFICES), match.end)
            ):
                actor, full = match.meanings[0]
                yield Mention(match.start, match.end, actor, "person", full)
