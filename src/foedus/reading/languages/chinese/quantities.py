"""Amounts in a Chinese text: number, hedge, measure word and what is counted."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from importlib.resources import files

from foedus.evidence import Quantity
from foedus.reading.languages.chinese.characters import simplified
from foedus.reading.languages.chinese.numerals import NUMBER, number
from foedus.reading.languages.chinese.times import time_spans
from foedus.reading.spans import Taken

__all__ = ["quantities"]

_DOUBT = 0.1
_TABLE = tomllib.loads(
    files("foedus.reading.languages.chinese").joinpath("quantities.toml").read_text("utf-8")
)


def _group(name: str) -> tuple[str, ...]:
    return tuple(_TABLE["words"][name].split())


def _meanings(name: str) -> dict[str, str]:
    return {word: of for of, words in _TABLE[name].items() for word in words.split()}


_AT_LEAST, _ABOVE = _group("at_least"), _group("above")
_UNDER, _BELOW, _ABOUT = _group("under"), _group("below"), _group("about")
_UNITS, _MEASURES = _group("units"), "|".join(_group("measures"))
_CURRENCIES, _NOUNS = _meanings("currencies"), _meanings("nouns")
_VAGUE: dict[str, tuple[float, float | None]] = {
    word: (ends[0], ends[1] if len(ends) > 1 else None) for word, ends in _TABLE["vague"].items()
}


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_HEDGES = (*_AT_LEAST, *_ABOVE, *_UNDER, *_BELOW, *_ABOUT)
_NOUN = _any(_NOUNS)
_AMOUNT = re.compile(
    rf"(?P<hedge>{_any(_HEDGES)})?"
    rf"(?:(?P<percent>百分之)(?P<share>{NUMBER})|"
    rf"(?:(?P<low>{NUMBER})\s?(?:至|到|—|-|–|~|～)\s?(?P<high>{NUMBER})|"
    rf"(?P<vague>{_any(_VAGUE)})|(?P<number>{NUMBER}))"
    r"(?P<more>多|余|来)?(?P<scale>[万亿])?"
    rf"(?:(?P<money>{_any(_CURRENCIES)})|(?P<unit>{_any(_UNITS)})"
    rf"|"
    rf"(?P<measure>{_MEASURES})?(?P<between>[\u4e00-\u9fffA-Za-z0-9-]{{0,8}}?)(?P<noun>{_NOUN})(?![员长队坞厂士质民口道类权选物力们])"
    rf"|(?P<bare>{_MEASURES})))(?P<about>左右|上下|以上|以内|以下)?"
)
_BEFORE = re.compile(r"(?:第|前|[A-Za-z\d.\-—–号]|条约|公约)$")
_LINKS = re.compile(
    r"^(?:[^的了和与在对向被将是并及或令比更,，。、也为从有]{0,8}|朝鲜|[^，。]{0,4}的)$"
)


def quantities(text: str) -> tuple[tuple[int, int, Quantity], ...]:
    """Return the amounts of a text with their offsets, ascending, without overlap."""
    return tuple(_found(text, simplified(text)))


def _found(text: str, shadow: str) -> Iterator[tuple[int, int, Quantity]]:
    dates = Taken((start, end) for start, end, _ in time_spans(shadow))
    here = 0
    while True:
        match = _AMOUNT.search(shadow, here)
        if match is None:
            return
        here = match.end()
        start, end = match.span()
        figures = match.start("number") if match["number"] else start
        if dates.touches(figures, figures + 1) or _BEFORE.search(shadow[max(0, start - 2) : start]):
            here = max(start + 1, match.end("number") if match["number"] else start + 1)
            continue
        between = match["between"] or ""
        if between and not _LINKS.match(between):
            nearer = _AMOUNT.match(shadow, start, match.start("noun"))
            if nearer is None or (nearer["between"] and not _LINKS.match(nearer["between"])):
                here = start + 1
                continue
            match, here, end = nearer, nearer.end(), nearer.end()
        amount = _quantity(match, text[start:end])
        if amount is None:
            here = start + 1
            continue
        yield start, end, amount


def _quantity(match: re.Match[str], quote: str) -> Quantity | None:
    low, high = _ends(match)
    if low is None and high is None:
        return None
    noun = match["noun"]
    unit = match["money"] or match["unit"] or ("%" if match["percent"] else None)
    of = _CURRENCIES.get(match["money"] or "") or _NOUNS.get(noun or "")
    if match["vague"] in ("多", "数", "几") and not match["measure"] and not match["bare"]:
        return None
    if match["number"] == "一" and not match["hedge"] and not match["money"]:
        return None
    bare = match["number"] and not match["measure"] and noun and match["number"][-1] in "一两二"
    if bare and not match["hedge"]:
        return None
    single = match["number"] in ("一", "两", "二") and not match["hedge"]
    if single and (match["bare"] or of in (None, "country")):
        return None
    if match["bare"] and match["bare"] not in (
        "名",
        "人次",
        "枚",
        "架",
        "艘",
        "门",
        "辆",
        "发",
        "票",
        "国",
        "颗",
    ):
        return None
    if match["bare"] == "国" and not match["number"]:
        return None
    return Quantity(quote, low, high, unit, of)


def _ends(match: re.Match[str]) -> tuple[float | None, float | None]:
    scale = {"万": 10**4, "亿": 10**8}.get(match["scale"] or "", 1)
    hedge, about = match["hedge"] or "", match["about"] or ""
    if match["low"]:
        low, high = number(match["low"]), number(match["high"])
        if low is None or high is None:
            return None, None
        ending = re.search(r"[百千]?[万亿]$", match["high"])
        if ending and match["low"].isdigit() and low < high:
            low *= number("1" + ending[0]) or 1
        low, high = low * scale, high * scale
        return (low, high) if low <= high else (None, None)
    if match["vague"]:
        least, most = _VAGUE[match["vague"]]
        return least * scale, None if most is None else most * scale
    words = match["share"] or match["number"]
    value = number(words) if words else None
    if value is None:
        return None, None
    value *= scale
    if hedge in _AT_LEAST or hedge in _ABOVE or match["more"] or about == "以上":
        return value, None
    if hedge in _UNDER or about in ("以下", "以内"):
        return None, value
    if hedge in _BELOW:
        return _rounded(value * (1 - _DOUBT)), value
    if hedge in _ABOUT or about in ("左右", "上下"):
        return _rounded(value * (1 - _DOUBT)), _rounded(value * (1 + _DOUBT))
    return value, value


def _rounded(value: float) -> float:
    rounded = round(value, 0 if value >= 10 else 2)
    return int(rounded) if rounded == int(rounded) else rounded
