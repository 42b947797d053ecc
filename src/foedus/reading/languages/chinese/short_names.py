"""States named by one character: 中俄, 美日韩, 对华, 驻韩美军, 俄外长.

A character names a state only in company: beside others of its kind before a word for what states
share, after a verb or preposition that takes such a character, or before a word for a body or an
office.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

__all__ = ["SHORT", "short_names"]

SHORT = {
    "中": "CHN", "华": "CHN", "美": "USA", "俄": "RUS", "苏": "SUN", "朝": "PRK", "韩": "KOR",
    "日": "JPN", "英": "GBR", "法": "FRA", "德": "DEU", "意": "ITA", "乌": "UKR", "印": "IND",
    "巴": "PAK", "伊": "IRN", "以": "ISR", "土": "TUR", "澳": "AUS", "加": "CAN", "菲": "PHL",
    "越": "VNM", "泰": "THA", "缅": "MMR", "蒙": "MNG", "埃": "EGY", "沙": "SAU", "叙": "SYR",
    "阿": "AFG", "柬": "KHM", "老": "LAO", "马": "MYS", "新": "SGP", "欧": "EU", "塞": "SRB",
    "波": "POL", "芬": "FIN", "瑞": "SWE", "台": "TWN", "奥": "AUT", "亚": "ARM", "哈": "KAZ",
    "白": "BLR", "格": "GEO", "古": "CUB", "委": "VEN", "墨": "MEX", "匈": "HUN", "希": "GRC",
    "西": "ESP", "荷": "NLD", "挪": "NOR", "丹": "DNK",
}  # fmt: skip
# Of these, the ones a text may use alone in a set phrase.
_SURE = "美俄韩朝日英法德乌印巴伊以土澳加菲越苏"
_ANY = "".join(SHORT)
_COMMON = "中美俄苏朝韩日英法德意乌印巴伊以土澳加菲越泰缅蒙埃沙叙欧台"
# After these, two characters are two states even if one is a rare sign for its own.
_STRONG = re.compile(r"两国|双方|关系|边境|边界|战争|冲突|领导人|首脑|协议|和平|合作")
# What two or three states have or do together.
_SHARED = (
    r"两国|三国|四国|双方|三方|四方|双边|三边|关系|之间|联合|首脑|领导人|元首|同盟|"
    r"联盟|条约|协定|协议|"
    r"战争|冲突|边境|边界|贸易|合作|军事|防长|外长|防务|安保|安全|军演|会谈|峰会|"
    r"谈判|会晤|对话|友好|战略|"
    r"伙伴|友谊|停战|停火|和谈|争端|军队|海军|空军|军舰|总统|经贸|外交|科技|问题|共同|互不|高层|"
    r"建交|断交|开战|交战|局势|接近|走近|矛盾|对抗|竞争|代表团|代表|军备|部队|结盟|"
    r"签署|签订|缔结|签|恢复|宣布|举行|达成|同意|海上|能源|双双|正式|首次|"
    r"经济|文化|核|战|将|也|都|均|已|在|间|于|就|围绕|[、，,。]|[一二三四五]国|等国"
)
_GROUP = re.compile(rf"([{_ANY}]{{2,5}})(?={_SHARED})")
_BODY = (
    r"军方|军舰|军机|军官|军|方|媒|外长|防长|总统|总理|首相|国防部|外交部|国务院|"
    r"政府|当局|官员|海军|空军|"
    r"陆军|国会|议会|议员|企业|大使|战机|潜艇|航母|部队|士兵|无人机|海警|导弹|特使|"
    r"财长|外交官|高官|两党|"
    r"国务卿|副总统|代表团|驻[\u4e00-\u9fff]{1,4}?(?:大使|使馆|军)"
)
# Before these signs, some of which write foreign names, no name may run on.
_RUNS_ON = "美尼里萨塞拉阿契博伯卡哈科克罗洛马穆纳诺帕佩普齐斯塔特瓦维温西希亚雅伊扎"
_BEFORE_BODY = re.compile(rf"((?:[美俄韩朝乌苏])|(?<![{_RUNS_ON}])[{_SURE}])(?={_BODY})")
_COLONIES = re.compile(
    r"(?<![\u4e00-\u9fff])([英法美荷葡西德])(?=属[\u4e00-\u9fff])|(?<=前)([英法美荷葡西德])(?=属)"
)
_WHOLE = re.compile(r"(?<=全)(美)(?=[的各国民最军企媒])")
_TAKING = "对驻援访赴抵涉亲挺侵犯离来旅反制联抗仇向助售输在与同和、，,\u201c以"
_AFTER_VERB = re.compile(
    rf"(?:(?<=[驻援访赴抵涉亲挺侵联抗扰犯])|(?<=对)|(?<=反)|(?<=制))([{_SURE}华台])"
    r"(?=制裁|政策|战略|关系|军售|军援|贸易|出口|出|进|输|军|立场|态度|投资|作战|"
    r"侵略|宣战|攻击|施压|"
    r"强硬|友好|参战|谈判|外交|合作|援助|支持|施加|实施|采取|发动|进行|大使|使馆|"
    r"部队|士兵|基地|期间|"
    r"司令|代表|记者|领事|总领|物资|武器|计划|公报|邦交|问题|势力|情绪|后|前|时|的|并|，|,|。|$|、|[美俄韩朝日英法德乌]军)"
)
_STATION = re.compile(rf"(?<=驻)([{_SURE}华])(?=[{_SURE}]军)")
# Words in which such a character means something else.
_NEVER = re.compile(
    r"以及|以来|以上|以下|以后|以前|以外|以内|以便|以为|以色列|中方面|其中|之中|"
    r"当中|日前|近日|今日|昨日|明日|"
    r"\d日|[一二三四五六七八九十]日|每日|同日|次日|当日|节日|假日|日本|日报|生日|"
    r"工作日|日益|日常|日内瓦|"
    r"方法|办法|司法|宪法|立法|执法|非法|合法|违法|依法|做法|说法|想法|看法|国际法|"
    r"法国|法律|法院|法案|法令|"
    r"法新|道德|美元|欧元|美好|完美|中国|中央|中心|中东|中亚|中部|中间|中将|中止|"
    r"中断|中立|中校|英勇|英雄|"
    r"领土|本土|土地|国土|土耳其|国土|疆土|增加|参加|更加|加强|加入|加快|加剧|加大|"
    r"加拿大|加沙|加速|加以|"
    r"超越|穿越|越过|越来越|越境|越南|飞越|跨越|朝鲜|朝着|朝野|王朝|今朝|朝向|"
    r"意大利|意见|意义|意味|同意|愿意|"
    r"注意|满意|故意|阿富汗|阿拉伯|阿塞|古巴|巴西|巴黎|巴基斯坦|巴勒斯坦|巴拿马|"
    r"印度|印尼|伊朗|伊拉克|伊斯兰|"
    r"澳大利亚|澳洲|菲律宾|乌克兰|乌兹别克|乌干达|苏联|苏丹|苏格兰|江苏|复苏|德国|"
    r"英国|美国|俄罗斯|韩国|"
    r"美洲|拉美|北美|南美|中美洲|欧洲|泰国|缅甸|蒙古|埃及|埃塞|沙特|叙利亚|台湾|"
    r"台风|舞台|平台|出台|中华|华盛顿|"
    r"华沙|华为|老挝|马来|马里|马斯克|新加坡|新闻|最新|重新|更新|创新|塞尔维亚|波兰|"
    r"芬兰|瑞典|瑞士|奥地利|"
    r"亚洲|亚美尼亚|哈萨克|白俄罗斯|白宫|白皮|格鲁吉亚|古特雷斯|委内瑞拉|委员|"
    r"墨西哥|匈牙利|希腊|希望|西班牙|"
    r"西方|西部|东西|荷兰|挪威|丹麦|反以为|加以|新华|得以|难以|可以|予以|足以|用以|所以|何以|借以|"
    r"以军事|以法|以方式|以武|以英|以俄|以美元|以土地|以中"
)


@lru_cache(maxsize=2)
def short_names(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return where one character names a state in a simplified text, and which, ascending."""
    barred = _barred(text)
    found: dict[int, str] = {}
    for start, actor in _candidates(text):
        if start not in barred:
            found.setdefault(start, actor)
    return tuple((start, start + 1, found[start]) for start in sorted(found))


def _barred(text: str) -> set[int]:
    return {place for match in _NEVER.finditer(text) for place in range(*match.span())}


def _candidates(text: str) -> Iterator[tuple[int, str]]:
    for match in _GROUP.finditer(text):
        letters = match[1]
        start = match.start(1)
        # A group holds no letter twice, and one of the common ones first or second.
        common = sum(one in _COMMON for one in letters)
        strong = len(letters) == 2 and common and _STRONG.match(text, match.end(1))
        if len(set(letters)) == len(letters) and (common == len(letters) or strong):
            for place, letter in enumerate(letters):
                yield start + place, _in_group(letter, letters)
    for pattern in (_BEFORE_BODY, _AFTER_VERB, _STATION, _COLONIES, _WHOLE):
        for match in pattern.finditer(text):
            letter = match[match.lastindex or 1]
            yield match.start(match.lastindex or 1), SHORT[letter]


def _in_group(letter: str, letters: str) -> str:
    """巴 beside 以 is Palestine, beside 印 Pakistan; 加 and 澳 are what they always are."""
    if letter == "巴" and "以" in letters:
        return "PSE"
    return SHORT[letter]
