"""Whether a capital or a palace in a Chinese text is who acts: 莫斯科宣布, but 在莫斯科会谈.

A capital is a place after a preposition or verb of place, before what it only places (机场, 峰会)
and in the name of a treaty; it acts before what governments say and do, after what is done to them,
and beside 方面 or 当局.
"""

import re
from functools import cache

from foedus.reading.languages.chinese.characters import simplified
from foedus.reading.languages.chinese.word_list import CHAINING
from foedus.reading.vocabulary import vocabulary

__all__ = ["acts"]

_LOCATIVE = re.compile(
    r"(?:在|于|到|赴|抵达?|前往|访问|来到|返回|回到|离开|途经|位于|飞往|飞抵|飞赴|"
    r"驶往|开往|从|自|至|"
    r"到访|造访|抵达|进入|攻入|攻占|占领|夺取|轰炸|炮击|袭击|空袭|包围|围困|首都|首府|市|城市|经)了?$"
)
_PLACED = re.compile(
    r"(?:机场|国际机场|市区?|城|郊|附近|周边|东部|西部|南部|北部|市中心|街|大学|车站|火车|地铁|港|"
    r"峰会|会议|举行|举办|会谈|会晤|会见|召开|条约|协定|协议|议定书|宣言|声明|公报|"
    r"备忘录|论坛|公约|进程|"
    r"奥运|电影|国家|出发|签署|签订|签字|[(（]|地区|州|居民|市民|市长|大使馆|使馆|"
    r"\d{1,2}月\d{1,2}日(?:电|讯)|\d{1,2}日(?:电|讯)|"
    r"时间|共识|出席|参加|新闻|日报|晚报|时报|电|特区|上空|一带|街头|进行|发表|抵|到|乘|访问|附近)"
)
_ACTING = re.compile(
    r"(?:方面|当局|政府|宣布|表示|称|说|指责|指控|谴责|警告|要求|拒绝|认为|否认|"
    r"呼吁|强调|威胁|支持|反对|希望|"
    r"敦促|承诺|同意|试图|计划|决定|正|已|将|不|未|没|也|必须|应|可能|和|与|、|对|向|的|同)"
)
_SAID_TO = re.compile(
    r"(?:对|向|与|同|和|给|被|引起|招致|引发|激怒|惹恼|指责|谴责|指控|支持|警告|要求|敦促|反对|制裁|、|呼吁|亲|由)$"
)


def acts(text: str, start: int, end: int, city: bool = True) -> bool:
    """Return whether the city, or the palace, at these characters stands for its government."""
    before = simplified(text[max(0, start - 6) : start])
    after = simplified(text[end : end + 10])
    if not city:
        return True
    if _ACTING.match(after) and re.match(r"方面|当局|政府", after):
        return True
    if _LOCATIVE.search(before):
        return False
    if _PLACED.match(after):
        return False
    if _ACTING.match(after) or _SAID_TO.search(before):
        return True
    if before.endswith(_LEADS) and not _PLACED.match(after):
        return True
    if not before.strip() or before[-1] in "，。；：、“”「」（！？,;:\n":
        return True
    return any(after[:length] in _doings() for length in (2, 3))


@cache
def _doings() -> frozenset[str]:
    """The verbs of the lexicon, and those of saying and meaning: what a government does."""
    words = vocabulary("zh")
    return frozenset({*words.verbs, *words.light, *words.words["cues.say"], *CHAINING, *_BESIDES})


_LEADS = ("但", "而", "并", "且", "则", "因此", "随后", "此外", "同时")
_BESIDES = frozenset(
    [
        "已经",
        "正在",
        "仍然",
        "仍在",
        "再次",
        "一直",
        "始终",
        "同时",
        "当天",
        "方才",
        "尚未",
        "从未",
        "并未",
        "没有",
        "不会",
        "不愿",
        "无意",
        "被迫",
        "有意",
        "随后",
        "随即",
        "仍",
        "曾",
        "此前",
    ]
)
