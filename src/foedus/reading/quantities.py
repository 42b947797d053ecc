"""Amounts in a text, each a range no narrower than its words: "several thousand soldiers"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from foedus.evidence import Quantity
from foedus.reading.dictionary import words_of
from foedus.reading.languages import language_of
from foedus.reading.numerals import Numerals, number
from foedus.reading.quantity_words import Amounts

__all__ = ["amounts", "quantities"]

Ends = tuple[float | None, float | None]

_SIGNS = {"$": "dollar", "€": "euro", "£": "pound", "¥": None, "₩": "won", "₽": "rouble"}
_SIGN = r"(?:(?:US|A|C|NZ|HK)?\$|[€£¥₩₽])"
# Short forms of a scale, beside a sign only: €16bn, 50 M€.
_SUFFIXES = {
    "k": 1000,
    "m": 10**6,
    "mn": 10**6,
    "md": 10**9,
    "mds": 10**9,
    "bn": 10**9,
    "tn": 10**12,
}
# "About" a round number is taken as a tenth either way: half a unit of its first figure or more.
_DOUBT = 0.1


def quantities(text: str, language: str) -> tuple[tuple[int, int, Quantity], ...]:
    """Return the amounts of `text` with their offsets, ascending, without overlap.

    An amount needs a noun, a unit or a currency to count. Lengths of time, dates, years, and the
    numbers of articles and notes are not amounts. `of` is None when we have no English word for
    the noun. Raises MissingLanguage for a language that foedus does not read.
    """
    return language_of(language).quantities(text)


def amounts(words: Amounts, table: Numerals, text: str) -> tuple[tuple[int, int, Quantity], ...]:
    """Return the amounts of `text` by the words and the numbers of a language, as `quantities`."""
    return tuple(_amounts(text, words, table))


def _amounts(text: str, words: Amounts, table: Numerals) -> Iterator[tuple[int, int, Quantity]]:
    cores, (amount, counted) = _cores(words, table), _patterns(words, table)
    reached = 0
    for start, word in words_of(text):
        if not word[0].isdecimal() and word not in cores:
            continue
        match = _around(text, start, start + len(word), amount, reached)
        if match is None:
            continue
        if match["numbering"]:
            reached = match.end()
            continue
        low, high = _ends(match, words, table)
        end, unit, of = _counted(text, match, counted, words)
        counts = (low, high) != (None, None) and not _counts_nothing(text, match, unit, of, words)
        if end is not None and counts:
            reached = end
            quote = text[match.start() : end]
            yield match.start(), end, Quantity(quote, low, high, unit, of)


_BEGINNING = re.compile(r"(?<!\w)[\w$€£¥₩₽]")
_REACH = 36


def _around(
    text: str, start: int, end: int, amount: re.Pattern[str], reached: int
) -> re.Match[str] | None:
    """The longest amount that takes in a number: its hedge may begin a few words before."""
    if start < reached:
        return None
    for beginning in _BEGINNING.finditer(text, max(reached, start - _REACH), end):
        match = amount.match(text, beginning.start())
        if match is not None and match.end() >= end:
            return match
    return None


def _counts_nothing(
    text: str, match: re.Match[str], unit: str | None, of: str | None, words: Amounts
) -> bool:
    """Whether a number names ("Mate 9 phones"), is an article, or takes up ("les deux pays")."""
    if match["number"] is None or match["hedge"] or unit is not None:
        return False
    if match["number"][0].isdigit():
        named = re.search(
            r"[^\s.!?] [A-Z][\w-]+ $", text[max(0, match.start() - 24) : match.start()]
        )
        return of is None and named is not None
    one = match["number"].lower() in words.articles
    taken_up = words.taking_up.search(text[max(0, match.start() - 12) : match.start()])
    return one or of is None or taken_up is not None


def _ends(match: re.Match[str], words: Amounts, table: Numerals) -> Ends:
    hedge = (match["hedge"] or "").lower().strip()
    if match["low"]:
        return _ends_of_range(match, table)
    if match["number"]:
        value = number(match["number"], table)
        scale = _SUFFIXES[match["suffix"].lower()] if match["suffix"] else 1
        return (None, None) if value is None else _hedged(value * scale, hedge, words)
    if match["collective"]:
        return _hedged(
            words.collective[match["collective"].lower()], hedge or words.about[0], words
        )
    low, high = words.vague[match["vague"].lower()] if match["vague"] else (2.0, None)
    scale = words.scales[match["scale"].lower()] if match["scale"] else 1
    return _rounded(low * scale), None if high is None else _rounded(high * scale)


def _ends_of_range(match: re.Match[str], table: Numerals) -> Ends:
    low, high = number(match["low"], table), number(match["high"], table)
    if low is None or high is None:
        return None, None
    scale = re.search(r"[^\W\d]+$", match["high"])
    if scale and low < high and match["low"].strip().isdigit():
        low *= table.multiplies.get(scale[0].lower(), 1)
    return (low, high) if low <= high else (None, None)


def _hedged(value: float, hedge: str, words: Amounts) -> Ends:
    if hedge in words.above or hedge in words.at_least:
        return value, None
    if hedge in words.under:
        return None, value
    if hedge in words.below:
        return _rounded(value * (1 - _DOUBT)), value
    if hedge in words.about:
        return _rounded(value * (1 - _DOUBT)), _rounded(value * (1 + _DOUBT))
    return value, value


def _rounded(value: float) -> float:
    rounded = round(value, 0 if value >= 10 else 2)
    return int(rounded) if rounded == int(rounded) else rounded


def _counted(
    text: str, match: re.Match[str], counted: re.Pattern[str], words: Amounts
) -> tuple[int | None, str | None, str | None]:
    """Where the amount ends with what it counts, its unit as written, and what is counted."""
    sign = match["sign"] or match["sign_between"] or match["sign_after"]
    if sign:
        return match.end(), sign, _SIGNS.get(sign[-1])
    if match["suffix"]:
        return None, None, None
    after = counted.match(text, match.end())
    if after is None:
        return None, None, None
    if after["noun"] is None:
        plain_number = match["number"] or match["low"]
        if plain_number is None or _YEAR.fullmatch(plain_number):
            return None, None, None
        return after.end("other"), None, None
    unit, of = _named(after["noun"], words)
    return after.end(), unit, of


# Four figures before a noun we do not know are too often a year.
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")


def _named(noun: str, words: Amounts) -> tuple[str | None, str | None]:
    """The unit as written, for money and measures, and the English word for what is counted."""
    forms = (noun, noun.lower(), *(noun.lower().removesuffix(end) for end in ("s", "x", "es")))
    for form in forms:
        if form in words.currencies:
            return noun, words.currencies[form]
        if form in words.units:
            return noun, None
        if form in words.nouns:
            return None, words.nouns[form]
    return None, None


@lru_cache(maxsize=8)
def _cores(words: Amounts, table: Numerals) -> frozenset[str]:
    """The words one of which every amount without figures has."""
    spelled = (word for word in table.adds if word not in words.articles)
    cores = (*spelled, *table.multiplies, *words.scales, *words.collective)
    last = {re.split("[- '’ʼ]", core)[-1] for core in cores}
    return frozenset(last | {word.capitalize() for word in last})


@lru_cache(maxsize=8)
def _patterns(words: Amounts, table: Numerals) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """An amount up to its number, and what it counts."""
    count = table.pattern
    hedges = (*words.below, *words.above, *words.under, *words.at_least, *words.about)
    amount = (
        rf"(?:(?P<numbering>\b{words.numbering}[ \xa0-]?)|(?<![\w^]))"
        rf"(?:(?P<hedge>{_any(hedges)})[ \xa0]?)?(?:(?P<sign>{_SIGN})[ \xa0]?)?"
        rf"(?:(?P<opening>{words.range_opening}[ \xa0](?P<sign_between>{_SIGN})?)?(?P<low>{count})"
        rf"[ \xa0]?(?(opening){words.range_joining}|{words.range_joining_alone})[ \xa0]?"
        rf"{_SIGN}?(?P<high>{count})"
        rf"|(?:une?|an?)[ \xa0](?P<collective>{_any(words.collective)})\b"
        rf"|(?P<number>{count})(?:[ \xa0]?(?P<suffix>bn|tn|mn|mds?|m|k)(?=\b|{_SIGN}))?"
        rf"(?:[ \xa0]?(?P<sign_after>{_SIGN}))?"
        rf"|(?:(?P<vague>{_any(words.vague)})[ \xa0])?(?P<scale>{_any(words.scales)})\b)"
    )
    noun = rf"(?:{_any((*words.currencies, *words.units, *words.nouns))})(?:s|es|x)?(?!\w)"
    counted = (
        rf"[ \xa0-]?(?!(?:{words.lengths})\b){words.linking}"
        rf"(?:{words.adjectives}(?P<noun>{noun}){words.linked.format(noun=noun)}"
        r"|(?P<other>[^\W\d_][\w-]{2,}(?:s|x))(?!\w))"
    )
    return re.compile(amount, re.IGNORECASE), re.compile(counted)


def _any(words: tuple[str, ...] | dict[str, int] | dict[str, tuple[float, float | None]]) -> str:
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"
