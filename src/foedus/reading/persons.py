"""Persons who speak for an actor: known to hold an office, or named beside one.

Three ways lead to a person: a name of the table of office-holders; a name that the text sets beside
an office and its country ("le ministre arménien de la Défense, Souren Papikian"); the office alone
where its holder on that day is known ("le président russe"). The first mention of a person teaches
the name for the rest of the text.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from functools import cache

from foedus.actors.offices import HolderName, Role, holder_names, holders, roles
from foedus.reading.dictionary import Dictionary, Match
from foedus.reading.person_words import PersonWords
from foedus.reading.reading import Mention
from foedus.reading.spans import Taken

__all__ = ["persons"]

_PARTICLE = r"(?:de|De|du|da|van|von|der|bin|ibn|al|el|ben|la|le|ter|zu|den)"
_PART = r"[A-ZÀ-ÖØ-Þ][\w’'-]*[\w]|[A-Z]\."
_NAME = re.compile(rf"(?:{_PART})(?:[ -](?:{_PARTICLE}[ -])*(?:{_PART})){{1,4}}")
_CAPITAL_BEFORE = re.compile(r"(?P<word>[A-ZÀ-ÖØ-Þ][\w’'-]+) $")
# Offices of which a state has one at a time, so that the title alone is a name.
_SOLE_OFFICES = ("head_of_state", "head_of_government")
_TEACHABLE = 4


def persons(
    words: PersonWords, language: str, text: str, named: Sequence[Mention], on: dt.date
) -> tuple[Mention, ...]:
    """Return the persons named in a `plain` text who speak for an actor, ascending, apart.

    `named` are the mentions of actors by name. A person whose actor neither the table nor the
    text tells is not among them.
    """
    known = list(_known(words, text, language, on))
    titles = tuple(_roles(words, language).matches(text))
    presented = list(_apart(_presented(text, titles, named, words), known))
    taught = list(_apart(_taken_up(text, presented, language), [*known, *presented]))
    people = sorted([*known, *presented, *taught])
    titled = _apart(_titled(text, titles, named, people, words, language, on), people)
    return tuple(sorted([*people, *titled]))


def _apart(found: Iterator[Mention], others: Sequence[Mention]) -> Iterator[Mention]:
    """What covers no other, nor anything found before it."""
    taken = Taken((other.start, other.end) for other in others)
    for mention in found:
        if not taken.touches(mention.start, mention.end):
            taken.add(mention.start, mention.end)
            yield mention


def _known(words: PersonWords, text: str, language: str, on: dt.date) -> Iterator[Mention]:
    """Holders of the table, by full name or by surname."""
    matches = [m for m in _holders(language).matches(text) if _is_person(words, text, m, language)]
    full = {name.person for m in matches for name in m.meanings if " " in name.words}
    for match in matches:
        name = _meant(words, match, full, text, on)
        if name is not None:
            yield Mention(
                match.start, match.end, name.actor, "person", _full_name(name.person, language)
            )


def _is_person(words: PersonWords, text: str, match: Match[HolderName], language: str) -> bool:
    before, after = text[max(0, match.start - 24) : match.start], text[match.end : match.end + 16]
    if words.named_for.search(before) or words.named_after.match(after):
        return False
    if " " in text[match.start : match.end] or words.courtesy.search(before):
        return True
    if re.match(
        r"['’-][a-zà-ÿ]{2}| (?:[A-Z][a-z]+-)?[A-Z][a-z]+\b(?<!['’]s)", after
    ) and not _ends_title(after):
        return False
    other = _CAPITAL_BEFORE.search(before)
    return other is None or other["word"].lower() in _title_words(language)


def _ends_title(after: str) -> bool:
    return bool(re.match(r" (?:Jr|Sr|III)\b", after))


def _meant(
    words: PersonWords, match: Match[HolderName], full: set[str], text: str, on: dt.date
) -> HolderName | None:
    before = text[max(0, match.start - 24) : match.start]
    courteous = bool(words.courtesy.search(before))
    names = [n for n in match.meanings if not n.ambiguous or n.person in full or courteous]
    names = [n for n in names if n.person in full] or names
    names = [n for n in names if n.may_mean_on(on)] or names
    if len({name.person for name in names}) > 1:
        return None
    return max(names, key=_last_day) if names else None


def _last_day(name: HolderName) -> dt.date:
    if name.ends is None:
        return dt.date.max
    return name.ends.latest or name.ends.earliest or dt.date.max


@cache
def _holders(language: str) -> Dictionary[HolderName]:
    return Dictionary(
        (
            (words, name)
            for name in holder_names(language)
            for words in (
                (name.words, name.words.upper()) if len(name.words) > 6 else (name.words,)
            )
        ),
        language,
    )


@cache
def _full_name(person: str, language: str) -> str:
    """The person's usual full name in a language: the first that the table gives."""
    own = [name.words for name in holder_names(language) if name.person == person]
    if person in own:
        return person
    full = [words for words in own if " " in words] or [person]
    return min(full, key=lambda words: (words.count("."), -len(words)))


@cache
def _title_words(language: str) -> frozenset[str]:
    words = (word for role in roles(language) for word in role.words.lower().split())
    return frozenset(words) | {
        "mr",
        "mrs",
        "ms",
        "dr",
        "the",
        "le",
        "la",
        "de",
        "foreign",
        "mme",
        "but",
        "and",
        "mais",
    }


@cache
def _roles(words: PersonWords, language: str) -> Dictionary[Role]:
    others = (Role(office, "official") for office in words.offices)
    entries: list[tuple[str, Role]] = []
    for role in (*roles(language), *others):
        written = {role.words, role.words[:1].upper() + role.words[1:]}
        if language == "en":
            written.add(role.words.title())
        entries.extend((office, role) for office in sorted(written))
    return Dictionary(entries, language)


def _presented(
    text: str, titles: Sequence[Match[Role]], named: Sequence[Mention], words: PersonWords
) -> Iterator[Mention]:
    """Names that stand beside an office and the actor it is held for."""
    starts = {mention.start: mention for mention in named}
    ends = {mention.end: mention for mention in named}
    taken = Taken((mention.start, mention.end) for mention in named)
    for match in titles:
        actor, before, after = _office(text, match, starts, ends, words)
        if actor is None:
            continue
        gap = _GAP.match(text, after)
        name = (_NAME.match(text, gap.end()) if gap else None) or _name_before(text, before)
        if name is not None and not taken.touches(name.start(), name.end()):
            yield Mention(name.start(), name.end(), actor, "person", name[0])


_GAP = re.compile(r",? ")


def _name_before(text: str, start: int) -> re.Match[str] | None:
    """The name that the office follows in apposition: "Péter Szijjártó, chef de la diplomatie"."""
    before = re.compile(r"[^,.;:!?()\n]{4,48}, (?:le |la |the |l['’])?$")
    window = before.search(text[max(0, start - 60) : start])
    if window is None:
        return None
    left = start - 60 + window.start() if start > 60 else window.start()
    names = [name for name in _NAME.finditer(text, left, start) if text[name.end()] == ","]
    return names[-1] if names else None


def _office(
    text: str,
    match: Match[Role],
    starts: dict[int, Mention],
    ends: dict[int, Mention],
    words: PersonWords,
) -> tuple[str | None, int, int]:
    """For whom the office is held, if the text says so beside it, and where its title stands."""
    actor = next((role.actor for role in match.meanings if role.actor), None)
    before = ends.get(match.start - 1) or ends.get(match.start - 3)
    here, opening = match.end, match.start
    if before is not None and text[before.end : match.start] in (" ", "'s ", "’s "):
        actor, opening = before.actor, before.start
    for _ in range(4):
        inside = starts.get(_to_mention(text, here))
        if inside is not None:
            actor = actor or inside.actor
            here = inside.end
            continue
        portfolio = words.portfolio.match(text, here)
        if portfolio is None or portfolio.end() == here:
            break
        here = portfolio.end()
    return actor, opening, here


def _to_mention(text: str, here: int) -> int:
    link = re.compile(r" (?:(?:de la|du|des|de|of|of the|for the|for) |(?:de )?[ld]['’])?").match(
        text, here
    )
    return link.end() if link else here


def _taken_up(text: str, presented: Sequence[Mention], language: str) -> Iterator[Mention]:
    """Later mentions of those presented, by full name or by last name."""
    entries: dict[str, tuple[str, str]] = {}
    for mention in presented:
        full = text[mention.start : mention.end]
        entries.setdefault(full, (mention.actor, full))
        last = full.split(" ")[-1]
        if len(last) >= _TEACHABLE and full.count(" ") == 1:
            entries.setdefault(last, (mention.actor, full))
    if entries:
        for match in Dictionary(entries.items(), language).matches(text):
            actor, full = match.meanings[0]
            if not _CAPITAL_BEFORE.search(text[max(0, match.start - 24) : match.start]):
                yield Mention(match.start, match.end, actor, "person", full)


def _titled(
    text: str,
    titles: Sequence[Match[Role]],
    named: Sequence[Mention],
    people: Sequence[Mention],
    words: PersonWords,
    language: str,
    on: dt.date,
) -> Iterator[Mention]:
    """Titles of heads of state and government that stand alone for a known person."""
    starts = {mention.start: mention for mention in named if mention.kind == "demonym"}
    ends = {mention.end: mention for mention in named if mention.kind == "demonym"}
    persons_at = {person.start for person in people}
    for match in titles:
        offices = [role.office for role in match.meanings if role.office in _SOLE_OFFICES]
        beside = starts.get(match.end + 1) or ends.get(match.start - 1)
        if not offices or beside is None:
            continue
        start, end = min(match.start, beside.start), max(match.end, beside.end)
        if not words.definite.search(text[max(0, start - 12) : start]) or _named_next(
            text, end, persons_at
        ):
            continue
        held = {holder.person for holder in holders(beside.actor, offices[0], on)}
        if len(held) == 1:
            yield Mention(start, end, beside.actor, "person", _full_name(held.pop(), language))


def _named_next(text: str, end: int, persons_at: set[int]) -> bool:
    """Whether the person's name follows the title, so that it does not stand alone."""
    return bool({end + 1, end + 2} & persons_at) or bool(_NAME.match(text, end + 1))
