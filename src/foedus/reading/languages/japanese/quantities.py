"""Amounts in Japanese texts, each a range no narrower than its words."""

import re
from collections.abc import Iterator

from foedus.evidence import Quantity
from foedus.reading.languages.japanese.numerals import COUNT, number

__all__ = ["quantities"]

_COUNTED = {
    "soldier": "人の兵士 人の兵 人の部隊 人の将兵",
    "person": "人 名",
    "shell": "発の砲弾",
    "round of ammunition": "発",
    "ship": "隻",
    "aircraft": "機",
    "vehicle": "両 台",
    "country": "カ国 か国 ヶ国 ヵ国 ケ国 箇国",
    "company": "社",
    "case": "件",
    "time": "回",
    "party": "者",
    "group": "団体",
    "article": "点",
    "household": "世帯",
    "battalion": "個大隊",
    "brigade": "個旅団",
    "division": "個師団",
    "base": "カ所 か所 ヶ所 ヵ所 箇所",
    "launcher": "基",
    "vote": "票",
}
_CURRENCIES = {
    "米ドル": "dollar", "ドル": "dollar", "円": "yen", "ユーロ": "euro", "ポンド": "pound",
    "元": "yuan",
    "人民元": "yuan", "ウォン": "won", "ルーブル": "rouble", "フラン": "franc", "ルピー": "rupee",
    "リヤル": "riyal", "リラ": "lira", "フリブナ": "hryvnia", "台湾ドル": "Taiwan dollar",
}  # fmt: skip
_UNITS = [
    "キロメートル",
    "キロ平方メートル",
    "平方キロメートル",
    "平方キロ",
    "キロ",
    "メートル",
    "海里",
    "トン",
    "キロトン",
    "メガトン",
    "キログラム",
    "バレル",
    "万バレル",
    "%",
    "％",
    "パーセント",
    "ヘクタール",
    "メガワット",
    "キロワット",
    "ワット",
    "リットル",
    "度",
    "マイル",
]
_OF = {noun: english for english, nouns in _COUNTED.items() for noun in nouns.split()}
_NOUNS = {
    "兵士": "soldier", "兵": "soldier", "兵員": "soldier", "部隊": "soldier", "隊員": "soldier",
    "ミサイル": "missile", "弾道ミサイル": "missile", "砲弾": "shell", "戦車": "tank",
    "艦艇": "ship",
    "無人機": "drone", "ドローン": "drone", "戦闘機": "aircraft", "軍用機": "aircraft",
    "死者": "dead",
    "負傷者": "wounded", "難民": "refugee", "民間人": "civilian", "潜水艦": "submarine",
    "捕虜": "prisoner",
    "人質": "hostage", "核弾頭": "nuclear warhead", "発射機": "launcher", "船舶": "ship",
}  # fmt: skip
_ABOVE, _BELOW = ("超", "余り", "余", "強"), ("弱", "近く")
_AT_LEAST, _AT_MOST = ("以上",), ("以下", "未満")
_DOUBT = 0.1
_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "億": 10**8, "兆": 10**12}


def _any(words: "list[str] | dict[str, str] | tuple[str, ...]") -> str:
    return "(?:" + "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True)) + ")"


_PATTERN = re.compile(
    r"(?P<hedge>約|およそ|少なくとも|最低|最大|最大で|最高|ほぼ|総額|計|延べ)?(?:で)?"
    rf"(?:(?<![0-9０-９])(?P<low>{COUNT})(?:[〜～~−–—-]|から)(?P<high>{COUNT})|(?P<vague>数|何)(?P<scale>[十百千万億兆]+)|(?P<few>数)|"
    rf"(?<![0-9０-９第年月.,．，])(?P<number>{COUNT}))"
    r"(?P<mid>余り|余|以上|超|強|弱|近く)?の?"
    rf"(?P<unit>{_any({**_CURRENCIES, **_OF})}|{_any(tuple(_UNITS))})"
    r"(?![日月年])(?P<after>以上|以下|未満|超|余り|余|強|弱|近く|前後|程度|ほど)?(?:の(?P<noun>\w{1,6}))?"
)
_NOT_COUNTS = re.compile(r"[第同両]$")


def quantities(text: str) -> tuple[tuple[int, int, Quantity], ...]:
    """Return the amounts of `text` with their offsets, ascending, without overlap."""
    return tuple(_quantities(text))


def _quantities(text: str) -> Iterator[tuple[int, int, Quantity]]:
    for match in _PATTERN.finditer(text):
        if _NOT_COUNTS.search(text[max(0, match.start() - 1) : match.start()]):
            continue
        low, high = _ends(match)
        if low is None and high is None:
            continue
        end = match.end("after") if match["after"] else match.end("unit")
        unit, of = _unit(match)
        yield match.start(), end, Quantity(text[match.start() : end], low, high, unit, of)


def _unit(match: re.Match[str]) -> tuple[str | None, str | None]:
    unit = match["unit"]
    if unit in _CURRENCIES:
        return unit, _CURRENCIES[unit]
    if unit in _OF:
        noun = match["noun"] or ""
        named = next(
            (
                _NOUNS[word]
                for word in sorted(_NOUNS, key=len, reverse=True)
                if noun.startswith(word)
            ),
            None,
        )
        return None, named or _OF[unit]
    return unit, None


def _ends(match: re.Match[str]) -> tuple[float | None, float | None]:
    if match["few"]:
        return 2, 9
    if match["vague"]:
        scale = 1
        for sign in match["scale"]:
            scale *= _SCALES[sign]
        return 2 * scale, 9 * scale + scale - 1
    if match["low"]:
        low, high = number(match["low"]), number(match["high"])
        if low is None or high is None:
            return None, None
        scale = next((v for s, v in _SCALES.items() if match["high"].endswith(s) and v >= 10**4), 1)
        low = low * scale if low < high and match["low"].isdigit() and low * scale <= high else low
        return (low, high) if low <= high else (None, None)
    value = number(match["number"])
    if value is None:
        return None, None
    words = {match["hedge"] or "", match["mid"] or "", match["after"] or ""}
    if words & {*_ABOVE, *_AT_LEAST, "少なくとも", "最低"}:
        return value, None
    if words & {*_AT_MOST, "最大", "最大で", "最高"}:
        return None, value
    if words & set(_BELOW):
        return _rounded(value * (1 - _DOUBT)), value
    if words & {"約", "およそ", "ほぼ", "前後", "程度", "ほど"}:
        return _rounded(value * (1 - _DOUBT)), _rounded(value * (1 + _DOUBT))
    return value, value


def _rounded(value: float) -> float:
    rounded = round(value, 0 if value >= 10 else 2)
    return int(rounded) if rounded == int(rounded) else rounded
