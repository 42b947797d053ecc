"""Persons who speak for an actor in a Russian text.

Known office-holders in all cases; names that stand beside an office and its country ("министр
обороны Армении Сурен Папикян"); and both by surname alone afterwards. The office alone is no
mention: its country is.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from foedus.actors.offices import HolderName, holder_names
from foedus.reading.dictionary import Dictionary, Match
from foedus.reading.languages.russian.lemmas import nominative_name
from foedus.reading.languages.russian.offices import GAP, NAME, NOMINATIVE, TITLE
from foedus.reading.languages.slavic import name_forms
from foedus.reading.reading import Mention
from foedus.reading.spans import Taken

__all__ = ["persons"]

# Of names of these tongues only the last word declines.
_LAST_ONLY = frozenset({"CHN", "TWN", "PRK", "KOR", "VNM", "VDR", "RVN"})
_OTHER_NAME = re.compile(r"(?P<word>[А-ЯЁ][а-яё-]+) $")
# What is named for persons, and who shares their name.
_NAMED_FOR = re.compile(
    r"\b(?:имени|им\.|коктейл\w+|башн\w+|улиц\w+|площад\w+|проспект\w*|фонд\w*|аэропорт\w*|"
    r"университет\w*|институт\w*|авианос\w+|крейсер\w*|премии|доктрин\w+|план\w*|семь\w+) $",
    re.IGNORECASE,
)
_ANOTHER = re.compile(r"-(?:младш|старш|средн|\d|\w+ск)\w*|-?го\b")
_SHORTEST_SURNAME = 3
_MOST_GAPS = 7


def persons(text: str, named: Sequence[Mention], on: dt.date) -> tuple[Mention, ...]:
    """Return the persons named in a `plain` text who speak for an actor, ascending, apart."""
    known = list(_known(text, on))
    presented = list(_apart(_presented(text, named), known))
    later = _apart(_taken_up(text, presented), [*known, *presented])
    return tuple(sorted([*known, *presented, *later]))


def _apart(found: Iterable[Mention], others: Sequence[Mention]) -> Iterator[Mention]:
    """What covers no other, nor anything found before it."""
    taken = Taken((other.start, other.end) for other in others)
    for mention in found:
        if not taken.touches(mention.start, mention.end):
            taken.add(mention.start, mention.end)
            yield mention


# --- the table of office-holders ---------------------------------------------------------------


def _known(text: str, on: dt.date) -> Iterator[Mention]:
    matches = [match for match in _holders().matches(text) if _is_person(text, match)]
    full = {
        name.person: name.words
        for match in reversed(matches)
        for name in match.meanings
        if " " in name.words
    }
    for match in matches:
        name = _meant(match, full, on)
        if name is not None:
            called = full.get(name.person) or _full_name(name.person)
            yield Mention(match.start, match.end, name.actor, "person", called)


def _is_person(text: str, match: Match[HolderName]) -> bool:
    before = text[max(0, match.start - 24) : match.start]
    if _NAMED_FOR.search(before) or _ANOTHER.match(text, match.end):
        return False
    if " " in text[match.start : match.end]:
        return True
    if re.match(
        r" [А-ЯЁ][а-яё]+(?:ов|ев|ин|ич|ова|ева|ина|вна)\b", text[match.end : match.end + 24]
    ):
        return False
    other = _OTHER_NAME.search(before)
    return other is None or _is_title_or_start(before, other)


def _is_title_or_start(before: str, other: re.Match[str]) -> bool:
    if TITLE.fullmatch(other["word"]):
        return True
    opening = before[: other.start()].rstrip(' «"—–-')
    return (not opening and len(before) < 24) or opening[-1:] in (".", "!", "?", "\n", ":", "")


def _meant(match: Match[HolderName], full: Mapping[str, str], on: dt.date) -> HolderName | None:
    names = [name for name in match.meanings if not name.ambiguous or name.person in full]
    names = [name for name in names if name.person in full] or names
    names = [name for name in names if name.may_mean_on(on)] or names
    if len({name.person for name in names}) > 1:
        return None
    return max(names, key=_last_day) if names else None


def _last_day(name: HolderName) -> dt.date:
    if name.ends is None:
        return dt.date.max
    return name.ends.latest or name.ends.earliest or dt.date.max


@cache
def _holders() -> Dictionary[HolderName]:
    return Dictionary(((form, name) for name in holder_names("ru") for form in _forms(name)), "ru")


def _forms(name: HolderName) -> Iterator[str]:
    first, blank, last = name.words.rpartition(" ")
    if name.actor in _LAST_ONLY or name.words.startswith("Пан Ги"):
        yield from (first + blank + form for form in name_forms(last, "ru"))
    else:
        yield from name_forms(name.words, "ru")


@cache
def _full_name(person: str) -> str:
    """The person's usual full name in Russian: the first that the table gives."""
    own = [name.words for name in holder_names("ru") if name.person == person]
    full = [words for words in own if " " in words] or own or [person]
    return max(full, key=len)


# --- names beside an office ----------------------------------------------------------------------


def _presented(text: str, named: Sequence[Mention]) -> Iterator[Mention]:
    starts = {mention.start: mention for mention in named}
    ends = {mention.end: mention for mention in named}
    taken = Taken((mention.start, mention.end) for mention in named)
    for title in TITLE.finditer(text):
        actor, here = _office(text, title, starts, ends)
        if actor is None:
            continue
        name = NAME.match(text, here + 1) if text[here : here + 1] in (" ", ",") else None
        if name is None and text[here : here + 2] == ", ":
            name = NAME.match(text, here + 2)
        name = name or _name_before(text, title.start())
        if name is not None and not taken.touches(name.start(), name.end()):
            straight = NOMINATIVE.fullmatch(title[0]) is not None
            person = name[0] if straight else nominative_name(name[0])
            yield Mention(name.start(), name.end(), actor, "person", person)


def _office(
    text: str,
    title: re.Match[str],
    starts: dict[int, Mention],
    ends: dict[int, Mention],
) -> tuple[str | None, int]:
    """For whom an office is held, if the text says so beside it, and where its words end."""
    before = ends.get(title.start() - 1)
    actor = before.actor if before is not None and before.kind == "demonym" else None
    here = title.end()
    for _ in range(_MOST_GAPS):
        inside = starts.get(here + 1)
        if inside is not None and text[here] in " \xa0":
            actor = actor or inside.actor
            here = inside.end
            continue
        gap = GAP.match(text, here)
        if gap is None:
            further = TITLE.match(text, here + 1)
            if further is None or text[here : here + 1] != " ":
                break
            here = further.end()
            continue
        here = gap.end()
    return actor, here


def _name_before(text: str, start: int) -> re.Match[str] | None:
    """The name that the office follows in apposition: "Майя Санду, президент Молдавии"."""
    window = text[max(0, start - 48) : start]
    if not window.endswith(", "):
        return None
    left = max(0, start - 48)
    names = [name for name in NAME.finditer(text, left, start - 2) if name.end() == start - 2]
    return names[-1] if names else None


def _taken_up(text: str, presented: Sequence[Mention]) -> Iterator[Mention]:
    """Later mentions of those presented, by full name or by surname, in any case."""
    entries: dict[str, tuple[str, str]] = {}
    for mention in presented:
        full = mention.person or text[mention.start : mention.end]
        surname = full.split(" ")[-1]
        for form in name_forms(full, "ru"):
            entries.setdefault(form, (mention.actor, full))
        if len(surname) >= _SHORTEST_SURNAME:
            for form in name_forms(surname, "ru"):
                entries.setdefault(form, (mention.actor, full))
    if not entries:
        return
    for match in Dictionary(entries.items(), "ru").matches(text):
        before = text[max(0, match.start - 24) : match.start]
        other = _OTHER_NAME.search(before)
        if other is None or _is_title_or_start(before, other):
            actor, full = match.meanings[0]
            yield Mention(match.start, match.end, actor, "person", full)
