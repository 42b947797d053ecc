"""Persons in a Chinese text who speak for an actor: known holders, and names beside an office.

A name stands after a country and an office ("乌克兰国防部长乌梅罗夫"); a foreign one is a run of
the characters used to write foreign names, a Chinese, Korean or Japanese one a family name with one
to three more. Names of states by one character (俄, 美日韩) are found here too.
"""

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from foedus.actors.offices import HolderName, holder_names
from foedus.reading.dictionary import Dictionary, Match
from foedus.reading.languages.chinese.characters import simplified
from foedus.reading.languages.chinese.short_names import short_names
from foedus.reading.languages.chinese.sides import sides, whole_side
from foedus.reading.languages.chinese.word_list import TITLES
from foedus.reading.reading import Mention
from foedus.reading.spans import Taken

__all__ = ["persons"]

_FOREIGN = (
    "阿埃艾爱安奥澳巴白拜班邦保鲍贝本比彼别宾波伯勃博布查茨达大戴丹当道德登邓狄迪蒂丁东杜多恩尔凡法范菲"
    "费芬佛弗夫福富盖甘冈高戈哥格葛根古瓜圭哈海罕汉豪赫黑亨洪侯胡华霍基吉季加贾杰金津久居卡凯坎康考柯"
    "科克肯孔库夸奎昆拉来莱赖兰朗劳勒雷里丽利莉立丽连列林琳留柳龙隆卢鲁路伦罗洛马玛迈麦曼芒茂毛梅门蒙孟米"
    "密莫默姆木穆纳娜奈南内尼涅宁纽农努诺欧帕潘庞佩彭皮平珀普奇齐契钱乔切钦琼丘曲让热仁日荣瑞萨塞桑森沙"
    "山尚绍舍申圣施什史士斯司苏索塔泰坦汤唐陶特滕提廷通图托瓦万旺威韦维魏温文翁沃乌武西希锡夏香肖谢欣辛休"
    "许雅亚延扬耶叶伊因英尤约宰赞泽扎詹兹佐祖朱卓茹娅妮娃妲琪洁蕾薇伽佳迦贡扈奇济察彻楚茵岑乃素颂巧"
)
_PART = rf"[{_FOREIGN}]"
_LONG_NAME = re.compile(rf"{_PART}{{1,6}}(?:[·•・‧]{_PART}{{1,8}}){{1,3}}")
_SHORT_NAME = re.compile(rf"{_PART}{{2,7}}")
_FAMILY = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜谢邹章苏潘葛范彭郎鲁韦马方任袁柳史唐"
    "薛雷贺倪汤罗毕郝安常于傅齐康伍余顾孟黄穆萧尹姚邵汪毛米戴宋庞熊纪舒屈项祝董梁杜阮席季贾江郭梅林钟徐邱"
    "骆高夏蔡田胡凌霍万柯卢莫房解应宗丁邓洪左石崔龚程裴陆翁曲侯宓全班秋仲宫宁仇甘厉祖武符刘景詹束龙叶司韶"
    "朴权赖卓池乔文翟耿岸菅"
)
_NATIVE_NAME = re.compile(rf"[{_FAMILY}][\u4e00-\u9fff]{{1,3}}")
_DOUBLE = ("阿卜杜拉",)
_OFFICE_LENGTH = 8
_COMPATRIOTS = frozenset({"CHN", "TWN", "KOR", "PRK", "JPN", "VNM", "SGP"})
_STOPS = re.compile(
    r"在|对|与|和|说|称|表|指|认|强|宣|将|已|也|就|同|于|于|是|的|了|会|向|及|访|抵|"
    r"签|出|发|当|近|今|昨|日|周|重|并|不|未|应|从|为|被|以|通|呼|警|谴|批|要|曾|举|"
    r"进|接|率|前|后|此|她|他|一|二|两|三"
)
_TITLE = "|".join(sorted((re.escape(title) for title in TITLES), key=len, reverse=True))
_OFFICE = re.compile(
    r"(?:(?:国防部|外交部|总统府|国务院|政府|国会|国家|最高|联邦|武装力量|总参谋部|"
    r"议会|军方|内阁|首席|"
    r"代理|前|时任|现任|候任|常驻联合国|常务|第一|国家安全|安全|事务|和安全|政策|"
    r"外交|安全委员会|参谋长联席会议|"
    rf"海军|空军|陆军|国防军|联合参谋本部|新闻|财政|国防|司法|能源|商务|内政|经济|"
    rf"法务){{0,3}})(?P<title>{_TITLE})"
)
_SOLE = {"总统": "head_of_state", "国家主席": "head_of_state", "国王": "head_of_state",
         "总理": "head_of_government", "首相": "head_of_government"}  # fmt: skip


def persons(text: str, named: Sequence[Mention], on: dt.date) -> tuple[Mention, ...]:
    """Return the persons named in a text who speak for an actor, ascending, apart.

    With them come the states that one character names.
    """
    shadow = simplified(text)
    short = [
        Mention(start, end, actor, "abbreviation") for start, end, actor in short_names(shadow)
    ]
    called = list(sides(shadow, named))
    begun = {mention.start for mention in called}
    short = [one for one in _of_their_time(short, named) if one.start not in begun] + called
    short = [whole_side(shadow, one) for one in short]
    taken = Taken((mention.start, mention.end) for mention in named)
    short = [mention for mention in short if not taken.touches(mention.start, mention.end)]
    everybody = sorted((*named, *short))
    known = list(_known(shadow, on, everybody))
    presented = list(_apart(_presented(shadow, everybody), known))
    taught = list(_apart(_taken_up(shadow, presented), (*known, *presented)))
    people = sorted((*known, *presented, *taught))
    covered = Taken((mention.start, mention.end) for mention in people)
    states = [one for one in short if not covered.touches(one.start, one.end)]
    return tuple(sorted((*people, *states)))


def _of_their_time(short: list[Mention], named: Sequence[Mention]) -> list[Mention]:
    """The same, 德 being the Germany that the text names in full."""
    actors = {mention.actor for mention in named}
    if "GMY" not in actors or "DEU" in actors:
        return short
    return [replace(one, actor="GMY") if one.actor == "DEU" else one for one in short]


def _apart(found: Iterator[Mention], others: Sequence[Mention]) -> Iterator[Mention]:
    taken = Taken((other.start, other.end) for other in others)
    for mention in found:
        if not taken.touches(mention.start, mention.end):
            taken.add(mention.start, mention.end)
            yield mention


def _known(text: str, on: dt.date, named: Sequence[Mention]) -> Iterator[Mention]:
    matches = list(_dictionary().matches(text))
    certain = {name.person for match in matches for name in match.meanings if not name.ambiguous}
    for match in matches:
        name = _meant(match, certain, on, text, _beside(match.start, named))
        if name is None:
            continue
        start = match.start
        given = re.compile(rf"(?:{_PART}{{1,8}}[·•・‧])+$").search(text, max(0, start - 20), start)
        start = given.start() if given else start
        yield Mention(start, match.end, name.actor, "person", _full(name.person))


def _beside(start: int, named: Sequence[Mention]) -> str | None:
    """The actor named right before a person, with room for the office: 北约秘书长吕特."""
    place = bisect_left(named, start, key=lambda one: one.start) - 1
    near = place >= 0 and 0 <= start - named[place].end <= _OFFICE_LENGTH
    return named[place].actor if near else None


def _meant(
    match: Match[HolderName], certain: set[str], on: dt.date, text: str, beside: str | None
) -> HolderName | None:
    titled = re.search(rf"(?:{_TITLE})$", text[max(0, match.start - 6) : match.start])
    names = [one for one in match.meanings if not one.ambiguous or one.person in certain or titled]
    if text[match.end : match.end + 1] in "·•・‧" and text[match.end : match.end + 1]:
        return None
    if re.match(r"(?:大桥|广场|机场|大学|号|法案|主义|街|奖)", text[match.end : match.end + 3]):
        return None
    names = [one for one in names if one.actor == beside] or names
    names = [one for one in names if one.may_mean_on(on)] or names
    if len({one.person for one in names}) > 1:
        return None
    return names[0] if names else None


@cache
def _dictionary() -> Dictionary[HolderName]:
    return Dictionary(((name.words, name) for name in holder_names("zh")), "zh")


@cache
def _full(person: str) -> str:
    own = [name.words for name in holder_names("zh") if name.person == person]
    return max(own, key=len) if own else person


def _presented(text: str, named: Sequence[Mention]) -> Iterator[Mention]:
    """Names after a country and an office, or set off after them by nothing at all."""
    starts = {mention.start for mention in named}
    for mention in named:
        here = mention.end
        here += len(text[here : here + 1]) if text[here : here + 1] == "的" else 0
        office = _OFFICE.match(text, here)
        if office is None or mention.kind == "person":
            continue
        found = _name_at(text, office.end(), mention.actor)
        if found is not None and found[0] not in starts:
            yield Mention(*found, mention.actor, "person", text[slice(*found)])


def _name_at(text: str, start: int, actor: str) -> tuple[int, int] | None:
    long = _LONG_NAME.match(text, start)
    if long is not None:
        return start, _cut(text, start, long.end())
    native = _NATIVE_NAME.match(text, start) if actor in _COMPATRIOTS else None
    if native is not None:
        end = start + 1
        while end < native.end() and not _STOPS.match(text, end):
            end += 1
        limit = 4 if actor in ("JPN",) else 3
        end = min(end, start + limit)
        return (start, end) if end - start >= 2 else None
    foreign = _SHORT_NAME.match(text, start)
    if foreign is None:
        return None
    end = _cut(text, start, foreign.end())
    return (start, end) if end - start >= 2 else None


def _cut(text: str, start: int, end: int) -> int:
    """Where a foreign name ends: before a word that begins with one of its characters."""
    for place in range(start + 2, end):
        if _FOLLOWING.match(text, place):
            return place
    return end


_FOLLOWING = re.compile(
    r"当天|当日|当地|通过|通话|同意|同日|日前|日在|达成|提出|提到|提议|来访|抵达|与|"
    r"因此|因|对|同|在|在此|许诺|"
    r"本周|本月|大使|上周|西方|重申|列举|连续|立即|立刻|特别|特使|内阁|加强|加入|"
    r"多次|平壤|高度|内部|里的|基本|"
    r"希望|文章|来到|来自|夫妇|内阁|大概|古巴|金正|奉劝|因为|坦言|坦承|通报|通知|"
    r"拒绝|率|万|日|利用|提供|提醒|提名|"
    r"威胁|维护|保证|保持|森林|史无|欣然|尚未|南|谢绝|达到|托"
)


def _taken_up(text: str, presented: Sequence[Mention]) -> Iterator[Mention]:
    """Later mentions of those presented, by the name or by what follows its last point."""
    entries: dict[str, tuple[str, str]] = {}
    for mention in presented:
        full = text[mention.start : mention.end]
        entries.setdefault(full, (mention.actor, full))
        last = re.split(r"[·•・‧]", full)[-1]
        if len(last) >= 2:
            entries.setdefault(last, (mention.actor, full))
    if entries:
        for match in Dictionary(entries.items(), "zh").matches(text):
            actor, full = match.meanings[0]
            yield Mention(match.start, match.end, actor, "person", full)
