"""Amounts in a Korean text, each a range no narrower than its words: 병력 1만2000여 명."""

import re
import tomllib
from importlib.resources import files

from foedus.evidence import Quantity
from foedus.reading.languages.korean.numerals import FIGURES, NATIVE, number

__all__ = ["quantities"]

Ends = tuple[float | None, float | None]
_DOUBT = 0.1

_TABLE = tomllib.loads(
    (files("foedus.reading.languages.korean") / "quantities.toml").read_text(encoding="utf-8")
)
_COUNTED: dict[str, str] = _TABLE["counted"]
_COUNTERS: dict[str, str | None] = dict.fromkeys(_TABLE["counters"]) | _TABLE["telling_counters"]
_UNITS: tuple[str, ...] = tuple(_TABLE["units"])
_MONEY: dict[str, str] = _TABLE["money"]
_BARE_NOUNS: tuple[str, ...] = tuple(_TABLE["nouns"])
_NEVER_IN_WORDS = frozenset(_TABLE["never_in_words"])
_VAGUE: dict[str, Ends] = {
    word: (ends[0], ends[1] if len(ends) > 1 else None) for word, ends in _TABLE["vague"].items()
}
_SIGNS = {
    "$": "dollar",
    "€": "euro",
    "£": "pound",
    "₩": "won",
    "₽": "rouble",
    "¥": None,
    "￦": "won",
}
_SINO = (
    r"[일이삼사오육칠팔구]?(?:십|백|천)(?:[일이삼사오육칠팔구십백천]*)(?:[만억조])"
    r"?(?:여)?|[일이삼사오육칠팔구](?=만|억|조)"
)
_NUMBER = rf"(?:{FIGURES})(?:\s?[십백천만억조](?:\s?(?:{FIGURES})?[십백천만억조]?)*)?"
_ALL_COUNTERS = "|".join(
    re.escape(one)
    for one in sorted((*_COUNTERS, *_UNITS, *_MONEY, *_BARE_NOUNS), key=len, reverse=True)
)
_IN_WORDS = "|".join(
    re.escape(one)
    for one in sorted((*_COUNTERS, *_UNITS, *_MONEY, *_BARE_NOUNS), key=len, reverse=True)
    if one not in _NEVER_IN_WORDS
)
_CLOSED = (
    r"(?=$|[^가-힣]|[은는이가을를의에로도과와만씩]|으로|이나|이상|이하|쯤|가량|정도|"
    r"꼴|째|마다|까지|부터|당|뿐|밖에|들|짜리)"
)
_NOUNS = "|".join(sorted(_COUNTED, key=len, reverse=True))
_AMOUNT = re.compile(
    rf"(?:(?<![\w.,:/-])|(?<=[가-힣])(?=\d))(?:(?P<hedge>약|최소|최대|최소한|적어도|"
    rf"거의|대략|무려|불과|총|전체|모두|고작)\s?)?"
    rf"(?P<sign>(?:US)?[$€£₩¥￦]\s?)?(?P<ordinal>제\s?)?"
    rf"(?:(?P<low>{_NUMBER})\s?[∼~〜-]\s?(?P<high>{_NUMBER})"
    rf"|(?P<vague>{'|'.join(sorted(_VAGUE, key=len, reverse=True))})"
    rf"(?=\s?(?:(?:{_IN_WORDS}){_CLOSED}|여\s?(?:{_IN_WORDS})))"
    rf"|(?P<number>[+-]?(?:{_NUMBER})|(?:{_SINO})(?=\s?(?:여\s?)?(?:{_IN_WORDS}|원|"
    rf"달러|엔|톤){_CLOSED}))"
    rf"|(?P<native>(?:{NATIVE})(?:[두세네]|서너|너|대여섯)?|한두|두세|두어|서너|너댓|"
    rf"대여섯|예닐곱|일고여덟)"
    rf"(?=\s?(?:{_IN_WORDS}){_CLOSED}))"
    rf"(?P<more>\s?여)?\s?(?P<unit>{_ALL_COUNTERS})?"
    rf"(?P<unit2>(?<=[개만억조천백])\s?(?:{_ALL_COUNTERS}))?"
    rf"(?P<after>\s?(?:이상|이하|미만|초과|가량|정도|안팎|남짓|가까이|내외|넘게|쯤))?"
)
_MONTHS = re.compile(r"(?<=개)월")
_LENGTHS = re.compile(r"\s?(?:년|월|일|시간|분|초|시|주일|주|개월|달|세기|분기|년대|해|[:.]\d)")
_ORDINALS = re.compile(
    r"(?<![\w])(?:첫|두|세|네|다섯|여섯|일곱|여덟|아홉|열)\s?(?:번째|째)|(?<![\w])"
    r"첫째|(?<![\w])둘째|(?<![\w])셋째|(?<![\w])(?:하나|둘|셋|넷)"
    r"(?=[은는이가을를의로도만와과]|\W|$)"
)
_GLUED = re.compile(r"[가-힣]$")


def quantities(text: str) -> tuple[tuple[int, int, Quantity], ...]:
    """Return the amounts of a text with their offsets, ascending, without overlap.

    Lengths of time, dates and years are not amounts. `of` is None when the words do not tell what
    is counted, or we have no English word for it.
    """
    found: list[tuple[int, int, Quantity]] = []
    reached = 0
    for match in _AMOUNT.finditer(text):
        if match.start() < reached or not match[0].strip():
            continue
        amount = _amount(text, match)
        if amount is not None:
            found.append(amount)
            reached = amount[1]
    taken = {(start, end) for start, end, _ in found}
    for match in _ORDINALS.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            value = _ORDINAL_VALUES.get(match[0].replace(" ", "")[:1])
            found.append((match.start(), match.end(), Quantity(match[0], value, value, None, None)))
    return tuple(sorted(found, key=lambda one: one[:2]))


_ORDINAL_VALUES = {
    "첫": 1,
    "하": 1,
    "두": 2,
    "둘": 2,
    "세": 3,
    "셋": 3,
    "네": 4,
    "넷": 4,
    "다": 5,
    "일": 7,
    "아": 9,
}


def _amount(text: str, match: re.Match[str]) -> tuple[int, int, Quantity] | None:
    unit = match["unit2"] or match["unit"]
    unit = unit.strip() if unit else None
    low, high = _ends(match)
    if (low, high) == (None, None):
        return None
    if unit is None and _GLUED.search(text, max(0, match.start() - 1), match.start()):
        return None
    if unit is None and _LENGTHS.match(text, match.end()):
        return None
    if unit is None and not (match["number"] or match["low"]):
        return None
    if (
        unit is not None
        and unit in ("초", "분", "해", "대")
        and _LENGTHS.match(text, match.start("unit"))
    ) and unit != "대":
        return None
    if unit == "개" and _MONTHS.match(text, match.end("unit")):
        return None
    start, end = match.start(), match.end()
    while end > start and text[end - 1].isspace():
        end -= 1
    sign = (match["sign"] or "").strip()
    of, named = _counted(text, start, unit, sign)
    return start, end, Quantity(text[start:end], low, high, named, of)


def _ends(match: re.Match[str]) -> Ends:
    if match["low"]:
        low, high = number(match["low"]), number(match["high"])
        if low is None or high is None:
            return None, None
        scale = re.search(r"[십백천만억조]+$", match["high"])
        if scale and match["low"].isdigit() and low < high:
            low *= number(scale[0]) or 1
        return (low, high) if low <= high else (low, low)
    if match["vague"]:
        return _VAGUE[match["vague"]]
    words = match["number"] or match["native"]
    rough = {
        "한두": (1, 2),
        "두세": (2, 3),
        "두어": (2, 3),
        "서너": (3, 4),
        "너댓": (4, 5),
        "대여섯": (5, 6),
        "예닐곱": (6, 7),
        "일고여덟": (7, 8),
    }.get(words)
    if rough is not None:
        return rough
    value = number(words.lstrip("+-").removesuffix("여"))
    if value is None:
        return None, None
    hedge, after = match["hedge"] or "", (match["after"] or "").strip()
    if match["more"] or words.endswith("여"):
        return value, _rounded(value * (1 + _DOUBT))
    if after in ("이상", "초과", "넘게") or hedge in ("최소", "최소한", "적어도"):
        return value, None
    if after in ("이하", "미만") or hedge == "최대":
        return None, value
    if after == "가까이" or hedge == "거의":
        return _rounded(value * (1 - _DOUBT)), value
    if hedge in ("약", "대략") or after in ("가량", "정도", "안팎", "남짓", "내외", "쯤"):
        return _rounded(value * (1 - _DOUBT)), _rounded(value * (1 + _DOUBT))
    return value, value


def _rounded(value: float) -> float:
    rounded = round(value, 0 if value >= 10 else 2)
    return int(rounded) if rounded == int(rounded) else rounded


_BEFORE = re.compile(rf"(?P<noun>{_NOUNS})(?:들|을|를|이|가|은|는|도)?\s?$")


def _counted(text: str, start: int, unit: str | None, sign: str) -> tuple[str | None, str | None]:
    """What is counted, in English, and the unit as written, for money and measures."""
    if sign:
        return _SIGNS.get(sign[-1]), sign
    if unit is None:
        return None, None
    if unit in _MONEY:
        return _MONEY[unit], unit
    if unit in _UNITS:
        return None, unit
    before = _BEFORE.search(text, max(0, start - 16), start)
    if before is not None:
        return _COUNTED[before["noun"]], None
    return _COUNTERS.get(unit), None
