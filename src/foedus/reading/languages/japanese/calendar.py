"""The words of the Japanese calendar, and the pattern that finds an expression of time."""

import re
from collections.abc import Iterable

from foedus.reading.languages.japanese.numerals import COUNT, DIGITS

__all__ = [
    "ERAS",
    "FUTURE",
    "PATTERN",
    "SEASONS",
    "TURNS_DAY",
    "TURNS_MONTH",
    "TURNS_SEASON",
    "TURNS_WEEK",
    "TURNS_YEAR",
    "WEEKDAYS",
]

ERAS = {"明治": 1868, "大正": 1912, "昭和": 1926, "平成": 1989, "令和": 2019}
"""The Gregorian year that is the first of each era (the era may begin in its course)."""

SEASONS = {"春": 21, "夏": 22, "秋": 23, "冬": 24}
WEEKDAYS = {sign: place for place, sign in enumerate("月火水木金土日")}
TURNS_YEAR = {
    "昨年": -1, "去年": -1, "今年": 0, "本年": 0, "来年": 1, "一昨年": -2, "おととし": -2,
    "再来年": 2, "明年": 1,
}  # fmt: skip
TURNS_MONTH = {"先月": -1, "今月": 0, "来月": 1, "先々月": -2, "再来月": 2}
TURNS_DAY = {
    "昨日": -1, "きのう": -1, "今日": 0, "きょう": 0, "本日": 0, "明日": 1, "あす": 1,
    "一昨日": -2, "おととい": -2, "明後日": 2, "あさって": 2,
}  # fmt: skip
TURNS_WEEK = {"先週": -1, "今週": 0, "来週": 1, "先々週": -2}
TURNS_SEASON = {
    prefix + season: (turn, code)
    for prefix, turn in (("昨", -1), ("今", 0), ("来", 1))
    for season, code in SEASONS.items()
}
_NEAR = ("年内", "年末", "年度内", "月内", "今月末")
_AGAIN = ("同日", "当日", "翌日", "前日", "翌々日", "同月", "翌月")

FUTURE = re.compile(
    r"予定|方針|見通し|見込み|計画|開く|実施する|訪問する|会談する|行う。|始める|計画|までに"
)
"""Words of a sentence about what is to come."""


def _any(words: Iterable[str]) -> str:
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


_YEAR = (
    rf"(?:(?P<era>{_any(ERAS)})(?P<year>元|{DIGITS}{{1,3}})|"
    r"(?P<year2>(?<![0-9０-９.,])[12１２][0-9０-９]{3}|[一二][〇一二三四五六七八九]{3}))年"
)
_MONTH = r"(?P<month>1[0-2]|１[０-２]|0?[1-9]|[１-９]|十[一二]?|[一二三四五六七八九])月"
_DAY = (
    r"(?:3[01]|[12][0-9]|0?[1-9]|３[０１]|[１２][０-９]|[１-９]|"
    r"[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
)
_BARE_DAY = (
    r"(?:3[01]|[12][0-9]|[1-9]|３[０１]|[１２][０-９]|[１-９]|[二三]?十[一二三四五六七八九]?)"
)
_AFTER_DAY = r"日(?!当たり|あたり|平均|[本米韓中朝露ロ英豪印独仏伊比系間前後程数常刊曜経銀産])"
_TENTH = r"(?P<tenth>上旬|中旬|下旬|初め|末)"
_PLAIN_UNITS = r"(?:年|か月|カ月|ヶ月|ヵ月|箇月|ケ月|週間|日|時間|分|世紀|四半世紀)"

PATTERN = re.compile(
    r"(?P<every>毎(?:年|月|週|日|朝|晩)|年次)"
    rf"|(?P<decade>(?<![0-9０-９])[12１２][0-9０-９]{{3}})年代(?:初頭|初め|半ば|後半|前半|末)?"
    rf"|(?P<century>(?<![0-9０-９])[0-9０-９]{{1,2}})世紀"
    rf"|(?P<later>(?<![0-9０-９第数]){COUNT})(?P<later_unit>年|か月|カ月|ヶ月|ヵ月|箇月|週間|日)後(?!半)"
    rf"|(?P<from>その|この)?(?P<about>約|およそ|数)?(?<![0-9０-９])(?P<ago>{COUNT})(?P<ago_unit>年|か月|カ月|ヶ月|ヵ月|箇月|週間|日|世紀)(?:ほど|余り)?前"
    rf"|(?:(?:約|およそ|過去|今後|向こう)?(?P<length>(?:数|(?<![0-9０-９]){COUNT})(?:年間|日間|か月間|カ月間|ヶ月間|週間|時間|年半|"
    rf"年ぶり|か月ぶり|カ月ぶり|ヶ月ぶり|日ぶり|年以上|年余り|か月|カ月|ヶ月|ヵ月|年後|日後|週間後|か月後|カ月後|ヶ月後|年連続)))"
    rf"|翌(?P<day6>{_BARE_DAY})日(?!本)"
    rf"|(?P<again>{_any(_AGAIN)})(?:(?<=月)(?P<day5>{_DAY})日)?"
    rf"|(?P<near>{_any((*TURNS_DAY, *TURNS_WEEK, *TURNS_SEASON, *_NEAR))})"
    r"(?:の?(?P<weekday>[月火水木金土日])曜日?)?"
    rf"|(?:(?P<turn_year>{_any((*TURNS_YEAR, '同年', '翌年', '前年'))})の?|{_YEAR})"
    rf"(?:(?P<fiscal>度)|(?P<season>[春夏秋冬])|(?P<half>上半期|下半期|前半|後半)|"
    rf"{_MONTH}(?:(?P<day>{_DAY})日(?!本)|{_TENTH})?)?"
    rf"|(?P<turn_month>{_any(TURNS_MONTH)})の?(?:(?P<day2>{_DAY}){_AFTER_DAY}|(?P<tenth2>上旬|中旬|下旬|初め|末))?"
    rf"|{_MONTH.replace('month', 'month2')}(?:(?P<day3>{_DAY})日(?!本)|"
    r"(?P<tenth3>上旬|中旬|下旬|初め|末))"
    rf"|(?<![0-9０-９一二三四五六七八九十数第.,．，ヶカか])"
    rf"{_MONTH.replace('month', 'month3')}(?![面曜額刊])"
    rf"|(?<![0-9０-９一二三四五六七八九十数第月.,．，])(?P<day4>{_BARE_DAY}){_AFTER_DAY}"
    r"|(?P<clock>(?:午前|午後)[0-9０-９一二三四五六七八九十]{1,3}時(?:[0-9０-９]{1,2}分|半)?)"
)
