"""States written with one character each: 日米韓, 米中, 対ロ制裁, 訪米, 在日米軍, 米軍, 英政府.

One character is a state only where what stands around it says so: two or more together, before a
body of a state, or after a word such as 対 or 訪.
"""

import datetime as dt
import re
from collections.abc import Iterator

from foedus.reading.reading import Mention

__all__ = ["SIGNS", "compounds"]

SIGNS = {
    "日": "JPN", "米": "USA", "韓": "KOR", "中": "CHN", "露": "RUS", "ロ": "RUS", "英": "GBR",
    "仏": "FRA", "独": "DEU", "伊": "ITA", "豪": "AUS", "印": "IND", "比": "PHL", "朝": "PRK",
    "台": "TWN", "加": "CAN", "蘭": "NLD", "越": "VNM", "土": "TUR", "墺": "AUH", "ソ": "SUN",
    "西": "ESP", "泰": "THA", "北": "PRK", "尼": "IDN", "波": "POL", "パ": "PAK",
}  # fmt: skip
_PAIRS = [
    "日米",
    "日韓",
    "日中",
    "日露",
    "日ロ",
    "日英",
    "日仏",
    "日独",
    "日伊",
    "日豪",
    "日印",
    "日比",
    "日朝",
    "日台",
    "日加",
    "日越",
    "日ソ",
    "日蘭",
    "日土",
    "日尼",
    "日泰",
    "米日",
    "米韓",
    "米中",
    "米露",
    "米ロ",
    "米英",
    "米仏",
    "米独",
    "米豪",
    "米印",
    "米比",
    "米朝",
    "米台",
    "米加",
    "米越",
    "米ソ",
    "米伊",
    "韓米",
    "韓日",
    "韓中",
    "中韓",
    "中露",
    "中ロ",
    "中朝",
    "中印",
    "中比",
    "中台",
    "中越",
    "中ソ",
    "中仏",
    "中独",
    "中英",
    "中日",
    "中米露",
    "中豪",
    "中加",
    "露中",
    "露朝",
    "ロ朝",
    "ロ中",
    "朝露",
    "朝ロ",
    "朝中",
    "朝米",
    "露印",
    "露米",
    "ロ米",
    "露仏",
    "露独",
    "露土",
    "独ソ",
    "独露",
    "独伊",
    "独仏",
    "独墺",
    "仏独",
    "仏露",
    "仏ロ",
    "仏ソ",
    "仏英",
    "仏伊",
    "英米",
    "英仏",
    "英独",
    "英豪",
    "英露",
    "英日",
    "英伊",
    "英蘭",
    "英印",
    "伊独",
    "伊仏",
    "豪日",
    "豪米",
    "豪英",
    "豪中",
    "豪比",
    "豪印",
    "印パ",
    "印中",
    "印露",
    "印日",
    "印豪",
    "印米",
    "北韓",
    "南北朝",
    "墺独",
    "墺伊",
    "ソ朝",
    "ソ中",
    "ソ連中",
    "朝韓",
    "台米",
    "台日",
    "比米",
    "比日",
    "比中",
    "越中",
    "加米",
]
_KANJI = r"一-龥々"
_FOLLOWS = (
    r"首脳|両|外務|相互|修好|和親|講和|秘密|地位|防|軍|包括|円滑|物品|自由|関係|同盟|協|間|会談|合同|共同|条約|外相|防衛|国防|安保|安全|政府|軍|国境|戦争|戦|貿易|対|各|空|海|陸|"
    r"双|接近|交|友|不|三|二|四|[0-9０-９]|の|が|は|を|に|と|で|も|へ|や|、|・|。|」|）|\)|など|から|高官|外交|連|共|紛|軋|摩|冷|和|経|文|実|"
    r"閣|当局|側|財|通商|原子|核|中間|構|物|宣|声|覚|密|攻|枢|国交|事務|局長|次官|議|専門|参謀|合意|緊|覇|衝"
)
_BODIES = (
    r"軍|政府|大統領|首相|外相|外務|国務|国防|財務|商務|司法|議会|上院|下院|海軍|空軍|陸軍|海兵|宇宙軍|沿岸警備隊|当局|高官|"
    r"側|国民|企業|兵|艦|機(?!能|構|会|関|器|密)|本土|製|紙|中央情報局|連邦|政権|共和党|民主党|インド太平洋軍|国家安全|原子力|駆逐艦|空母|"
    r"戦略|メディア|大使|特使|代表|情報|産|韓|中|朝|露|ロ|日|英|通商|国内|社会|世論|外交|与党|野党|シンクタンク|南部|東部|西部|北部|"
    r"領|無人機|通信|テレビ|報道|同盟|系|船|案|提案|主導|労働党|保守党|統合参謀|最高裁|大使館|国連大使|副大統領|駐留|在"
)
_RUN = re.compile(
    rf"(?:(?<![{_KANJI}ァ-ヴー])|(?<=[在対反親駐訪新旧元前現各兼の]))"
    rf"(?P<run>[{''.join(SIGNS)}]{{2,5}})(?={_FOLLOWS}|$|[^\w])"
)
_BEFORE_BODY = re.compile(
    rf"(?:(?<![{_KANJI}ァ-ヴーA-Za-z])|(?<=[元前現駐旧新両各反親対]))(?P<one>[米英仏独伊豪印韓露ロ比])"
    rf"(?={_BODIES})"
)
_BEFORE_FIRM = re.compile(r"(?<=[のにをはがへで、。])米(?=[ァ-ヴA-Z])(?!ドル|ソ)")
_BEFORE_OFFICE = re.compile(
    r"(?<=[ァ-ヴー])(?P<one>[米英仏独伊豪印韓露比])(?=(?:副?大統領|首相|外相|国務長官|国防長官|国防相|財務長官|大統領補佐官|外務次官|国連大使|特使))"
)
_AFTER = re.compile(
    r"(?P<lead>対|訪|反|親|在|駐|離|渡|来|抗|従|嫌|知|排|媚|援)(?P<one>[日米韓中露ロ英仏独伊豪印比朝台ソ北])"
    r"(?![本国央心東南立東側間等以身枢])"
)
_NOT_RUNS = frozenset({"日中", "中日", "南北", "北米", "中米", "中台", "日独"})
_DAYTIME = re.compile(
    r"(?:両国|首脳|関係|外相|韓|平和|国交|間|友好|戦争|防衛|共同|経済|露|台|高級|米|中間|の|、|双方|局長|海空|当局|貿易)"
)
_LISTED = re.compile(
    r"(?<![一-龥々])(?P<signs>[日米韓中露ロ英仏独伊豪印比加](?:[、・][日米韓中露ロ英仏独伊豪印比加])+)(?=[、・のはがをにとで両三首各な0-9０-９]|首脳)"
)


def compounds(text: str, on: dt.date | None = None) -> tuple[Mention, ...]:
    """Return one mention for every state written with one character, ascending, apart."""
    found: dict[int, Mention] = {}
    for start, sign in _signs(text):
        found.setdefault(start, Mention(start, start + 1, _actor(sign, on), "demonym"))
    return tuple(found[start] for start in sorted(found))


def _actor(sign: str, on: dt.date | None) -> str:
    actor = SIGNS[sign]
    if actor == "DEU" and on is not None and on < dt.date(1945, 5, 9):
        return "GMY"
    if actor == "RUS" and on is not None and dt.date(1922, 12, 30) <= on < dt.date(1991, 12, 26):
        return "SUN"
    return actor


def _signs(text: str) -> Iterator[tuple[int, str]]:
    for match in _RUN.finditer(text):
        run = match["run"]
        if _is_run(run, text, match.end()):
            yield from ((match.start() + place, sign) for place, sign in enumerate(run))
    for match in _BEFORE_BODY.finditer(text):
        if match["one"] != "比" or text.startswith(("軍", "大統領", "政府", "外務"), match.end()):
            yield match.start("one"), match["one"]
    for match in _BEFORE_FIRM.finditer(text):
        yield match.start(), "米"
    for match in _BEFORE_OFFICE.finditer(text):
        yield match.start("one"), match["one"]
    for match in _AFTER.finditer(text):
        if _may_follow(match["lead"], match["one"], text, match):
            yield match.start("one"), match["one"]
    for match in _LISTED.finditer(text):
        for place, sign in enumerate(match["signs"]):
            if sign in SIGNS:
                yield match.start() + place, sign


def _is_run(run: str, text: str, end: int) -> bool:
    if run == "日中":
        return _DAYTIME.match(text, end) is not None
    if run in _NOT_RUNS and run != "日独":
        return run == "中台" and text.startswith(("関係", "両岸", "間"), end)
    if len(run) == 2:
        return run in _PAIRS
    return (
        len(set(run)) == len(run) and all(run[at : at + 2] in _PAIRS for at in range(len(run) - 1))
    ) or (len(run) >= 3 and len(set(run)) == len(run) and run[:2] in _PAIRS)


def _may_follow(lead: str, sign: str, text: str, match: re.Match[str]) -> bool:
    before = text[match.start() - 1 : match.start()]
    after = text[match.end() : match.end() + 1]
    if lead == "対":
        if before in ("反", "相", "絶", "敵", "応", "一"):
            return False
        return sign not in ("北", "台", "中", "比") or after in (
            "関",
            "政",
            "戦",
            "外",
            "強",
            "抑",
            "制",
            "支",
            "輸",
            "包",
            "投",
            "貿",
            "封",
            "接",
            "ミ",
        )
    if lead in ("訪", "来", "離", "渡"):
        if lead != "訪":
            return sign in "日" and after in ("し", "、", "中", "す", "の", "を", "し", "")
        return after not in ("問",)
    if lead == "駐":
        return True
    if lead == "在":
        return after in ("米", "韓", "外", "大", "の") or sign in "日韓"
    if lead in ("反", "親"):
        return sign not in ("中", "北", "台") or after in (
            "感",
            "デ",
            "姿",
            "路",
            "派",
            "政",
            "的",
            "運",
            "勢",
            "暴",
        )
    return False
