"""Groups of nouns: of time ("26 вересня 2024 року"), of number ("понад 5 тисяч"), and plain."""

from collections.abc import Sequence

from foedus.reading.languages.ukrainian.group import Group
from foedus.reading.languages.ukrainian.noun_groups import MONTHS, noun_group
from foedus.reading.languages.ukrainian.readings import ALL
from foedus.reading.languages.ukrainian.word_set import word_set
from foedus.reading.languages.ukrainian.words import Word

__all__ = ["SCALES", "nominal"]

SCALES = word_set(
    """тисяча мільйон мільярд трильйон млн млрд трлн тис. млн. млрд. трлн. десяток сотня млн
    млрд"""
)
_VAGUE = word_set("кілька декілька багато чимало стільки скільки")
_HEDGES = word_set(
    """понад близько майже приблизно орієнтовно щонайменше принаймні до не менше більше менш більш
    ніж як десь"""
)


def nominal(words: Sequence[Word], place: int, last: int, cases: int) -> Group | None:
    """Return the group that begins at a word, in some of these cases; None if none does."""
    if place >= last:
        return None
    return (
        _time(words, place, last, cases)
        or _counted(words, place, last, cases)
        or noun_group(words, place, last, cases)
    )


def _time(words: Sequence[Word], place: int, last: int, cases: int) -> Group | None:
    """A group of time: "26 вересня 2024 року", "вересні 2024 року", "2021 та 2022 роках"."""
    here = place
    inner: dict[int, str] = {}
    if _figure(words, here, last, 1, 31) and here + 1 < last and words[here + 1].lemma in MONTHS:
        inner[here] = "determiner"
        here += 1
    elif not (_is_month(words, here) or _figure(words, here, last, 1000, 2100)):
        return None
    if words[here].lemma in MONTHS:
        head = here
        here += 1
        if _figure(words, here, last, 1000, 2100):
            inner[here] = "determiner"
            here += 1
            if here < last and words[here].lemma in ("рік", "р.", "рр."):
                inner[here] = "other"
                here += 1
        elif here == place + 1 and words[place].capital:
            return None
    else:
        while here < last and (
            _figure(words, here, last, 1000, 2100)
            or (
                words[here].lower in ("та", "і", "й", "–", "-")
                and here + 1 < last
                and _figure(words, here + 1, last, 1000, 2100)
            )
        ):
            inner[here] = "determiner"
            here += 1
        if here >= last or words[here].lemma not in ("рік", "р.", "рр."):
            return None
        head = here
        here += 1
    return Group(place, here, head, cases, time=True, inner=inner)


def _is_month(words: Sequence[Word], place: int) -> bool:
    word = words[place]
    return word.lemma in MONTHS and word.pos == "N" and not word.is_proper


def _figure(words: Sequence[Word], place: int, last: int, low: int, high: int) -> bool:
    if place >= last:
        return False
    figures = words[place].lower
    return figures.isdecimal() and len(figures) <= 4 and low <= int(figures) <= high


def _counted(words: Sequence[Word], place: int, last: int, cases: int) -> Group | None:
    """A group of number: "понад 5 тисяч військових", "кілька тижнів", "двоє літаків"."""
    here = place
    inner: dict[int, str] = {}
    while here < last and words[here].lower in _HEDGES and here < place + 3:
        inner[here] = "adverb"
        here += 1
    numbers, own = 0, ALL
    hedged = here > place
    while here < last and _is_number(words, here, last, numbers):
        word = words[here]
        if word.pos in "QD" and not numbers:
            own = 0
            for one in word.only("QD"):
                own |= one.cases
        inner[here] = "determiner"
        numbers += 1
        here += 1
    if not numbers:
        return None
    if hedged and cases == ALL:
        own = 9  # "близько п'яти тисяч": the genitive is the hedge's
    own = own & cases
    counted = noun_group(words, here, last, ALL) if here < last else None
    if counted is None or counted.pronoun or counted.relative or counted.marker:
        if words[here - 1].pos == "B" and words[here - 1].lemma.isdecimal():
            return None
        inner.pop(here - 1)
        return Group(place, here, here - 1, own or cases, "P", counted=True, inner=inner)
    if counted.cases & 2 or counted.number == "P":
        counted.cases = own & (11 if own == ALL and cases == ALL else ALL) if own else cases
    else:
        counted.cases &= cases
    inner.update(counted.inner)
    return Group(
        place, counted.end, counted.head, counted.cases, "", "", time=counted.time,
        counted=True, animate=counted.animate, inner=inner,
    )  # fmt: skip


def _is_number(words: Sequence[Word], place: int, last: int, before: int) -> bool:
    word = words[place]
    if word.pos in "BQ" and not word.is_proper:
        return True
    if word.lemma in _VAGUE:
        return True
    if word.lemma not in SCALES:
        return False
    following = words[place + 1] if place + 1 < last else None
    return before > 0 or (
        following is not None
        and any(one.cases & 2 and one.number == "P" for one in following.only("NAD"))
    )
