"""The words of time in Chinese, as one pattern with a named group for each part of a date."""

import re

from foedus.reading.languages.chinese.numerals import NUMBER

__all__ = [
    "DEICTICS",
    "EXPRESSION",
    "KINDS",
    "MONTH_TURNS",
    "QUARTERS",
    "SEASONS",
    "STEPS",
    "UNITS",
    "YEAR_TURNS",
]

YEAR_TURNS = {"去年": -1, "上年": -1, "今年": 0, "本年": 0, "明年": 1, "前年": -2, "后年": 2,
              "来年": 1, "今": 0, "去": -1, "明": 1}  # fmt: skip
MONTH_TURNS = {
    "上月": -1,
    "上个月": -1,
    "本月": 0,
    "这个月": 0,
    "下月": 1,
    "下个月": 1,
    "本月份": 0,
}
DEICTICS = {"今天": 0, "今日": 0, "今晨": 0, "今晚": 0, "昨天": -1, "昨日": -1, "昨晚": -1,
            "昨夜": -1, "明天": 1, "明日": 1, "前天": -2, "前日": -2, "后天": 2}  # fmt: skip
QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
STEPS = {"当天": 0, "当日": 0, "同日": 0, "同一天": 0, "当晚": 0, "当夜": 0, "次日": 1, "翌日": 1,
         "第二天": 1, "隔天": 1, "隔日": 1, "前一天": -1, "前一日": -1, "前一晚": -1}  # fmt: skip
SEASONS = {"春": 21, "夏": 22, "秋": 23, "冬": 24}
UNITS = {"年": "year", "月": "month", "周": "week", "星期": "week", "天": "day", "日": "day",
         "季度": "quarter", "世纪": "century", "年代": "decade", "小时": "hour", "分钟": "hour",
         "周年": "year", "载": "year"}  # fmt: skip

_CN = "〇零○一二三四五六七八九"
_YEAR = (
    rf"(?:(?P<year>1\d{{3}}|20\d{{2}}|21\d{{2}}|[一二][{_CN}]{{3}})(?:年(?!代)|(?=[-—–~～至](?:1\d{{3}}|20\d{{2}})年))"
    r"|(?P<year_turn>去年|今年|明年|前年|后年|上年|来年|本年)"
    r"|(?P<same_year>当年|同年|次年|翌年))"
)
_MONTH = r"(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?:份)?"
_TURN = r"(?P<month_turn>上个?月|本月|这个月|下个?月)|(?P<same_month>当月|同月)"
_DAY = (
    r"(?P<day>[12]\d|3[01]|0?[1-9]|二十[一二三四五六七八九]?|三十一?|"
    r"十[一二三四五六七八九]?|[一二三四五六七八九])[日号]"
)
_HOURS = (
    r"(?:凌晨|清晨|早晨|早上|早间|上午|中午|午间|下午|傍晚|晚间|晚上|深夜|夜间|午夜|"
    r"[早晚夜](?![间上餐]))?"
    r"(?:\d{1,2}[时点](?:\d{1,2}分)?(?:许|左右)?)?"
)
_WEEKDAY = r"(?:[(（](?P<beside>周|星期)[一二三四五六日天][)）])?"
_THIRD = r"(?P<third>上旬|中旬|下旬|初(?!步|期|始|级|衷|次)|中(?=[,，、]|旬)|底|末)?"
_HALF = (
    r"(?P<half>[上下]半年|(?:第?[一二三四1-4]季度)|年初|年底|年末|年中|初(?!步|期|"
    r"始|级|衷|次)|底(?!线)|末|"
    r"[春夏秋冬][季天]?(?:末|初)?)"
)
_COUNTED = rf"(?P<count>{NUMBER}|数十?|几十?|多|半)"
_BEFORE_LENGTH = (
    r"(?P<hedge>近|约|大约|超过|逾|整整|长达|为期|过去(?:的)?|未来(?:的)?|"
    r"最近(?:的)?|今后|此后|前|头)?"
)
_LENGTH_UNIT = (
    r"(?P<unit>年|个?月|个?星期|周年|周|天|(?:(?<=[数几多])日|日(?=[内间后]|之后|以来))|"
    r"个?季度|个?世纪|个?小时|分钟|载)"
)

_PATTERNS = {
    "iso": r"(?P<year>(?:1\d|20)\d\d)[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)",
    "date": rf"(?<![\d.,])(?:{_YEAR}的?)?(?:{_MONTH}|{_TURN}){_DAY}{_WEEKDAY}{_HOURS}",
    "month": rf"(?<![\d.,])(?:{_YEAR}的?)?(?:{_MONTH}|{_TURN}){_THIRD}(?!\d)",
    "year": rf"(?<![\d.,]){_YEAR}的?(?:{_HALF})?",
    "season": r"(?P<turn>[今去明])(?P<season>[春夏秋冬])季?|(?P<bare>[春夏秋冬])季",
    "decade": r"(?:(?P<century>1\d|20|21|十[一二三四五六七八九]|二十一?|上个?|本)世纪)?"
    r"(?P<tens>[1-9]0|[二三四五六七八九]十|(?:19|20)\d0)年代(?:初期?|中期|末期?|后期)?",
    "century": r"(?<!前)(?P<century>1\d|20|21|[1-9](?!\d)|十[一二三四五六七八九]?|二十一?|"
    r"[一二三四五六七八九]|上个?|本)世纪(?:初期?|中叶|末期?)?",
    "told": rf"(?P<told>{'|'.join(STEPS)}){_HOURS}",
    "told_year": r"(?P<told_year>前一年|第二年|隔年)",
    "told_month": r"(?P<told_month>次月|翌月|前一个?月|下一个月)",
    "later": rf"{_COUNTED}(?P<more>多|余)?{_LENGTH_UNIT}(?:多|半)?(?:之|以)?后(?![果勤续来方卫])",
    "earlier": rf"(?:此|在此之|在此以)前(?=[^,，。]{{1,4}})(?:的)?{_COUNTED}(?P<more>多|余)?"
    rf"{_LENGTH_UNIT}",
    "ago": rf"(?P<hedge>约|近|大约)?{_COUNTED}(?P<more>多|余)?{_LENGTH_UNIT}(?:多|半)?(?:之|以)?前"
    r"(?!夕|线|提|进|往|后|沿|景)",
    "length": rf"(?<![\d.,第]){_BEFORE_LENGTH}{_COUNTED}(?P<more>多|余)?{_LENGTH_UNIT}"
    r"(?:多|余|半)?(?:时间)?(?!代|度|号|[上下]午|凌晨|制|大|初|底|末|均|级|美|俄|报|元|经|韩|中旬)",
    "day": rf"(?<![\d.,复有终])(?:{_DAY}){_HOURS}",
    "weekday": r"(?P<turn>上个?|本|这个?|下个?)?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])"
    rf"(?!年|边|期){_HOURS}",
    "week": r"(?P<turn>上个?|本|这个?|下个?)(?:周|星期)(?P<weekend>末)?(?!年)",
    "deictic": rf"(?P<deictic>{'|'.join(DEICTICS)}){_HOURS}",
    "half": r"(?P<half>[上下]半年|年初|年底|年末|年中)",
    "set": r"每(?:隔)?(?:[两三四五]|\d)?(?:年|个月|月|周|天|日|季度)|一年一度|两年一度|"
    r"年度|逐年|历年",
    "vague": r"日前|近日|近期|近年来?|近来|最近|目前|眼下|当前|现在|如今|当今|不久前|此前|"
    r"年内|当时|届时|"
    r"多年来?|长期以来",
}
KINDS = {name: re.compile(pattern) for name, pattern in _PATTERNS.items()}
"""The pattern of each kind of expression, its parts in named groups."""

EXPRESSION = re.compile(
    "|".join(
        f"(?P<{name}>{re.sub('[(][?]P<[a-z_]+>', '(?:', pattern)})"
        for name, pattern in _PATTERNS.items()
    )
)
"""Any expression of time in a simplified text; the kind is the group that matched."""
