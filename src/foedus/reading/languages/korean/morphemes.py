"""The morphemes of a Korean text, from kiwi (kiwipiepy), each with its characters.

Tags are those of the Sejong corpus as kiwi writes them: NNG, NNP and NNB are nouns, VV and VA
verbs and adjectives, J* particles, E* endings, XSV and XSA what makes a verb of a noun.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from foedus.actors.offices import holder_names
from foedus.actors.surface_forms import surface_forms
from foedus.reading.vocabulary import vocabulary

__all__ = ["Morpheme", "morphemes", "parts"]

_PART_LENGTH = 20_000
# Outside the first plane kiwi counts otherwise than Python, and no Korean is written there.
_FOREIGN = re.compile("[^\u0000-\ud7ff\ue000-\uffff]|[\u0000-\u0008\u000b-\u001f]")
_LONG_WORDS = re.compile(r"[^\s]{200,}")
_MARKS = re.compile(r"⁽[⁰¹²³⁴-⁹]+⁾|[¹²³⁰⁴-⁹]+|[*_]")
_SHORTEST = 2
_NOUN_SCORE = 3.0
# What an agency writes before a report: (도쿄=연합뉴스) 김영수 특파원 =
_DATELINE = re.compile(
    r"^[ \t]*[(\[][가-힣·,/ ]{1,20}=[가-힣A-Z ]{1,12}[)\]](?:[가-힣· ]{2,20}(?:기자|"
    r"특파원|통신원)\s?=)?|"
    r"^[ \t]*[\[(【]?[가-힣·]{2,10}\s(?:기자|특파원)[\])】]?\s?=",
    re.MULTILINE,
)


class Morpheme(NamedTuple):
    """One morpheme: how kiwi writes it, its tag, and where it stands in the text."""

    form: str
    tag: str
    start: int
    end: int


def parts(text: str) -> Iterator[tuple[int, str]]:
    """Yield runs of whole lines of bounded length, each with its offset and fit to be parsed."""
    start = 0
    while start < len(text):
        end = start + _PART_LENGTH
        if end < len(text):
            cut = text.rfind("\n", start + 1, end)
            cut = cut if cut > start else text.rfind(". ", start, end) + 1
            cut = cut if cut > start else text.rfind(" ", start, end)
            end = cut if cut > start else end
        yield start, _legible(text[start:end])
        start = end


def morphemes(text: str) -> list[Morpheme]:
    """Return the morphemes of a legible text in their order."""
    if not text.strip():
        return []
    found: list[Any] = _kiwi().tokenize(text)
    made = [Morpheme(one.form, one.tag, one.start, one.end) for one in found]
    return list(_joined(list(_with_names(list(_with_titles(made))))))


_TITLE_MARKS = frozenset("'‘「『《〈")
_LONGEST_TITLE = 6


def _with_titles(found: list[Morpheme]) -> Iterator[Morpheme]:
    """The morphemes with a short title in quotation marks as one noun: '필러 2' 사업."""
    place = 0
    while place < len(found):
        one = found[place]
        yield one
        place += 1
        if one.tag != "SSO" or one.form not in _TITLE_MARKS:
            continue
        closing = next(
            (n for n in range(place, min(len(found), place + _LONGEST_TITLE))
             if found[n].tag == "SSC"),
            None,
        )  # fmt: skip
        if closing is None or closing - place < _SHORTEST:
            continue
        inside = found[place:closing]
        parsed = any(part.tag.startswith(("V", "E")) for part in inside)
        if parsed and inside[-1].tag in ("SN", "NNG", "NNP", "SL"):
            form = "".join(part.form for part in inside)
            yield Morpheme(form, "NNP", inside[0].start, inside[-1].end)
            place = closing


_PARTICLE_LIKE = ("가", "로", "이", "와", "도", "한")


def _with_names(found: list[Morpheme]) -> Iterator[Morpheme]:
    """The morphemes with a name whole that ends as a particle would: 안나 코바로 폴란드 총리."""
    place = 0
    while place < len(found):
        one = found[place]
        if place and _is_cut_name(found, place):
            last = found[place + 1]
            yield Morpheme(one.form + last.form, "NNP", one.start, last.end)
            place += 2
            continue
        yield one
        place += 1


def _is_cut_name(found: list[Morpheme], place: int) -> bool:
    """Whether a noun and a particle between a name and a state with an office are one name."""
    if place + 3 >= len(found):
        return False
    before, one, particle, state, office = found[place - 1 : place + 4]
    if before.tag != "NNP" or one.tag != "NNP" or state.tag != "NNP":
        return False
    glued = one.end == particle.start and particle.tag.startswith("J")
    if not glued or particle.form not in _PARTICLE_LIKE or before.form in _states():
        return False
    people = vocabulary("ko").words["stands_for.people"]
    after = {office.form, found[place + 4].form if place + 4 < len(found) else ""}
    return state.form in _states() and not after.isdisjoint(people)


@cache
def _states() -> frozenset[str]:
    return frozenset(form.words for form in surface_forms("ko") if form.kind == "name")


# Suffixes that make no new noun of a noun.
_LOOSE = frozenset(
    [
        "들",
        "쯤",
        "여",
        "가량",
        "씩",
        "째",
        "적",
        "당",
        "측",
        "급",
        "형",
        "용",
        "식",
        "발",
        "행",
        "님",
        "꼴",
        "짜리",
        "경",
        "상",
        "간",
    ]
)


def _joined(found: list[Morpheme]) -> Iterator[Morpheme]:
    """The morphemes with a noun's prefixes and suffixes in one with it: 재확인, 가능성."""
    waiting: Morpheme | None = None
    for one in found:
        if waiting is not None:
            touches = waiting.end == one.start
            prefixed = waiting.tag == "XPN" and one.tag == "NNG"
            suffixed = waiting.tag == "NNG" and one.tag == "XSN" and one.form not in _LOOSE
            both = waiting.tag == one.tag == "NNG" and _is_word(waiting.form + one.form)
            if touches and (prefixed or suffixed or both):
                waiting = Morpheme(waiting.form + one.form, "NNG", waiting.start, one.end)
                continue
            yield waiting
        waiting = one
    if waiting is not None:
        yield waiting


def _is_word(noun: str) -> bool:
    """Whether the lexicon has a noun, or a verb of it, in one word: 선전포고."""
    words = vocabulary("ko")
    return noun in words.predicative_nouns or f"{noun}하다" in words.verbs


def _legible(text: str) -> str:
    text = _FOREIGN.sub(" ", text)
    for pattern in (_MARKS, _LONG_WORDS, _DATELINE):
        text = pattern.sub(lambda found: " " * len(found[0]), text)
    return text


@cache
def _kiwi() -> Any:
    """Kiwi with the names foedus knows, so that none is taken apart."""
    from kiwipiepy import Kiwi  # type: ignore[import-untyped] # noqa: PLC0415 (an extra)

    kiwi = Kiwi(num_workers=1)
    names = {form.words for form in surface_forms("ko")} | {
        part for name in holder_names("ko") for part in (name.words, *name.words.split())
    }
    for name in sorted(names):
        if len(name) >= _SHORTEST and name.isalpha():
            kiwi.add_user_word(name, "NNP", _NOUN_SCORE if len(name) > _SHORTEST else 0.0)
    return kiwi
