"""Which actors a text names, and where."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from foedus.actors.surface_forms import SurfaceForm
from foedus.reading.dictionary import Match
from foedus.reading.forms import form_matches
from foedus.reading.languages import READ
from foedus.reading.languages import language_of as tongue
from foedus.reading.mention_words import MentionWords
from foedus.reading.notes import foreign_titles
from foedus.reading.reading import Mention, Segment
from foedus.reading.spans import Taken

__all__ = ["mentions"]


@dataclass(frozen=True, slots=True)
class _Found:
    """Characters that may name an actor, and the forms they may be: none for a name of no actor."""

    start: int
    end: int
    forms: tuple[SurfaceForm, ...]


_KINDS = {"compound_part": "demonym"}
_YEAR = re.compile(r"(?<![0-9A-Za-z_])(1[89]\d\d|20\d\d)(?![0-9A-Za-z_])")
_EDGE = re.compile(r"[,;:.!?()\n«»“”、。「」]")


# The adjective of the continent is not a name of the Union that took it.
_CONTINENTAL = frozenset({"EU", "AU", "NATO"})


def mentions(
    text: str, language: str, on: dt.date | None, segments: Sequence[Segment] = ()
) -> tuple[Mention, ...]:
    """Return who is named in `text`, ascending, without overlap.

    `on` is the day the text speaks of (its publication, if nothing better is known; today if None):
    it decides between actors that share a name, where no year beside the name does. Titles that a
    note (`segments` of kind note) cites in another language are not read. A language that has no
    names of actors yields nothing.
    """
    if language not in READ:
        return ()
    shadow = tongue(language).shadow(text)
    found = tuple(map(_found, form_matches(shadow, language)))
    day = on or dt.date.today()
    chosen = _chosen(shadow, found, language, day)
    named = tongue(language).persons(shadow, chosen, day)
    foreign = Taken(foreign_titles(text, language, segments))
    return tuple(
        mention
        for mention in sorted((*_outside(chosen, named), *named))
        if not foreign.touches(mention.start, mention.end)
    )


def _outside(found: Iterable[Mention], others: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions that no other covers in part."""
    taken = Taken((other.start, other.end) for other in others)
    return (mention for mention in found if not taken.touches(mention.start, mention.end))


def _chosen(text: str, found: Sequence[_Found], language: str, on: dt.date) -> tuple[Mention, ...]:
    certain = _certain(found)
    compounds = _compounds(text, found)
    places = _places(text, found, language)
    mentioned = []
    for item in found:
        if item.start in places:
            continue
        form = _form(text, item, language, on, certain, compounds)
        if form is not None:
            kind = _KINDS.get(form.kind, form.kind)
            start = item.start + _official_prefix(text[item.start : item.end], language)
            mentioned.append(Mention(start, item.end, form.actor, kind))
    return tuple(mentioned)


def _certain(found: Sequence[_Found]) -> frozenset[str]:
    """The actors that some name in the text means beyond doubt."""
    return frozenset(
        form.actor
        for item in found
        if len({other.actor for other in item.forms}) == 1
        for form in item.forms
        if not form.ambiguous and not form.place
    )


def _places(text: str, found: Sequence[_Found], language: str) -> frozenset[int]:
    """Where a capital is but a place; what "and" or a comma joins to a place is one too."""
    places: set[int] = set()
    previous: _Found | None = None
    for item in found:
        if not any(form.kind == "metonym" for form in item.forms):
            continue
        city = any(form.place or form.ambiguous for form in item.forms)
        joined = previous is not None and _JOINED.fullmatch(text, previous.end, item.start)
        if (city and joined and previous and previous.start in places) or not tongue(language).acts(
            text, item.start, item.end, city
        ):
            places.add(item.start)
        previous = item
    return frozenset(places)


_JOINED = re.compile(r",? (?:et|and|ou|or|puis|then)(?: à| in| to)? |, (?:à |in )?")


def _found(match: Match[SurfaceForm | None]) -> _Found:
    forms = tuple(form for form in match.meanings if form is not None)
    return _Found(match.start, match.end, forms if len(forms) == len(match.meanings) else ())


def _form(
    text: str,
    item: _Found,
    language: str,
    on: dt.date,
    certain: frozenset[str],
    compounds: frozenset[int],
) -> SurfaceForm | None:
    """The form that the characters really are here; None when they name no actor here."""
    if not item.forms or _in_address(text, item.start, item.end):
        return None
    forms = [form for form in item.forms if form.kind != "compound_part"]
    if item.start in compounds:
        forms = [form for form in item.forms if form.kind == "compound_part"] or forms
    if not forms:
        return None
    living = _living(text, item, forms, on)
    fitting = [
        form
        for form in living or _departed(forms)
        if _stands(text, item, form, language, certain, bool(living))
    ]
    actors = {form.actor for form in fitting}
    if len(actors) > 1:
        fitting = [form for form in fitting if form.actor in certain] or fitting
    if len({form.actor for form in fitting}) > 1:
        fitting = [form for form in fitting if not form.place]
    return fitting[0] if len({form.actor for form in fitting}) == 1 else None


def _living(
    text: str, item: _Found, forms: Sequence[SurfaceForm], on: dt.date
) -> list[SurfaceForm]:
    """The forms that may name their actor on the day the sentence speaks of."""
    first = forms[0]
    if len(forms) == 1 and not first.ambiguous and first.actor not in _CARRIED_ON:
        return [first]
    year = _year_beside(text, item.start, item.end)
    day = dt.date(year, 7, 1) if year else on
    return [form for form in forms if form.may_mean_on(day)]


def _departed(forms: Sequence[SurfaceForm]) -> list[SurfaceForm]:
    """Forms of actors long gone still name them, the last of them; but see _CARRIED_ON."""
    kept = [form for form in forms if form.actor not in _CARRIED_ON]
    return kept[-1:]


# One name that two living states share since: alone, on a later day, it is a place.
_CARRIED_ON = frozenset({"KOREA"})


def _stands(
    text: str,
    item: _Found,
    form: SurfaceForm,
    language: str,
    certain: frozenset[str],
    living: bool,
) -> bool:
    """Whether the form names its actor here, and not a place, a language or something else."""
    if form.place:
        return not form.ambiguous or form.actor in certain
    words = tongue(language).mention_words
    if words is None:
        return not form.ambiguous or form.actor in certain
    before, after = text[max(0, item.start - 24) : item.start], text[item.end : item.end + 24]
    if form.kind == "demonym":
        return _is_adjective_of_actor(form, before, after, words)
    if form.actor == "WEST" and re.match(r" [A-Z]", after):
        return False  # the West Indies, the West Bank
    if not form.ambiguous or form.kind == "metonym":
        return True
    if form.kind in ("organisation", "abbreviation"):
        stands_alone = bool(words.article.search(before)) or form.words.startswith("the ")
        return stands_alone and form.actor in certain and not words.council_after.match(after)
    if form.actor in certain:
        return True
    alone = not re.search(r"[a-z,] [A-Z][\w-]+ $|[A-Z][\w-]+ of $", before) and not re.match(
        r" [A-ZА-ЯІЇЄҐ]", after
    )
    return living and alone and (bool(words.article.search(before)) or not words.article_needed)


def _is_adjective_of_actor(form: SurfaceForm, before: str, after: str, words: MentionWords) -> bool:
    spoken = words.tongue_before.search(before) and words.tongue_end.match(after)
    if spoken or words.tongue_noun.match(after):
        return False
    if not form.ambiguous:
        return True
    if form.actor in _CONTINENTAL:
        return False
    return not words.geographic_before.search(before) and not words.geographic_after.match(after)


def _compounds(text: str, found: Sequence[_Found]) -> frozenset[int]:
    """Where a part of a compound stands: before a hyphen and another form ("sino-russe")."""
    starts = {item.start for item in found if item.forms}
    return frozenset(
        item.start
        for item in found
        if item.end + 1 in starts and text[item.end : item.end + 1] in "-–"
    )


def _year_beside(text: str, start: int, end: int) -> int | None:
    """The year said in the same breath ("En 1961, Moscou …", "Moscou en 1961"), if there is one."""
    opening = [m.end() for m in _EDGE.finditer(text, max(0, start - 80), start)]
    left = opening[-1] if opening else max(0, start - 80)
    closing = _EDGE.search(text, end, min(len(text), end + 60))
    right = closing.start() if closing else min(len(text), end + 60)
    beside = _YEAR.search(text, left, right)
    if beside is None and left and text[left - 1] in ",、":
        ends = (". ", "\n", "。")
        sentence = max(text.rfind(end, max(0, left - 400), left) for end in ends) + 1
        if left - sentence <= 30:
            beside = _YEAR.search(text, sentence, left)
    return int(beside[1]) if beside else None


def _in_address(text: str, start: int, end: int) -> bool:
    """Whether the word belongs to a web or mail address ("Kremlin.ru")."""
    if re.match(r"\.[a-z]{2,}|@|/[a-z]", text[end : end + 6]):
        return True
    word_start = (
        max(text.rfind(" ", 0, start), text.rfind("\n", 0, start), text.rfind("(", 0, start)) + 1
    )
    return bool(re.match(r"https?:|www\.|@", text[word_start:start]))


def _official_prefix(words: str, language: str) -> int:
    """How much of "Republic of Finland" goes before the name itself."""
    known = tongue(language).mention_words
    prefix = known.official.match(words) if known is not None else None
    return prefix.end() if prefix else 0
