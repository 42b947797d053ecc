"""The words of one sentence, the part of speech of each settled by its neighbours."""

from collections.abc import Sequence
from dataclasses import replace

from foedus.reading.languages.ukrainian.government import READY
from foedus.reading.languages.ukrainian.morphology import readings, verb_of
from foedus.reading.languages.ukrainian.noun_groups import MONTHS
from foedus.reading.languages.ukrainian.readings import ALL, Reading
from foedus.reading.languages.ukrainian.tokens import Token
from foedus.reading.languages.ukrainian.word_set import word_set
from foedus.reading.languages.ukrainian.words import Word

__all__ = ["tagged"]

_SHORTEST_NAME, _FURTHEST_SUBJECT = 5, 9
_READY_FOR = frozenset({"готовий"})
_BEFORE_NOUNS = frozenset("PADQB")
_FEELINGS = frozenset(
    ["вдячний", "лояльний", "прихильний", "ворожий", "стурбований", "занепокоєний", "обурений"]
)
_PRONOMINAL = word_set("який котрий цей той такий весь увесь інший свій кожний жодний")
_CONVINCED = frozenset({"переконаний", "впевнений", "упевнений"})


def tagged(tokens: Sequence[Token]) -> list[Word]:
    """Return the words of a sentence."""
    words: list[Word] = []
    begins = True
    for token in tokens:
        found = readings(token.word)
        words.append(Word(token, found, begins))
        if found[0].pos != "X":
            begins = False
        elif token.word in ("«", "“", "„", ":", '"'):
            begins = True
    for place, word in enumerate(words):
        if len(word.readings) > 1:
            _settle(words, place)
        if word.capital and not word.initial and _is_foreign_name(words, place):
            word.readings = (Reading("N", word.lower, ALL, "S", proper=True, known=False),)
        if word.capital and word.is_actor and not word.only("N" + "DOC" * word.initial):
            word.readings = (Reading("N", word.lower, ALL, "S", proper=True),)
    for place, word in enumerate(words):
        if word.lemma == "один" and _is_each_other(words, place):
            word.readings = (Reading("R", "один"),)
        if (
            word.lemma == "мати"
            and place + 1 < len(words)
            and words[place + 1].lower in ("намір", "наміру", "наміри")
        ):
            word.readings = (replace(word.best, lemma="мати намір"),)
            words[place + 1].readings = (Reading("T", "намір"),)
        elif word.lemma in _CONVINCED:
            _convinced(words, place)
        elif word.pos == "A" and (
            word.best.passive or word.lemma in READY or word.lemma in _FEELINGS
        ):
            _predicate(words, place)
    return words


def _is_foreign_name(words: Sequence[Word], place: int) -> bool:
    """Whether a foreign name only looks like a word with cases ("Шакалене" like an adjective)."""
    word = words[place]
    if word.only("N") and not any(one.cases for one in word.readings) and not word.is_actor:
        return True  # "Метте", for the dictionary only what a Метт is called by
    if not word.lower.endswith("е") or word.is_actor or len(word.lower) < _SHORTEST_NAME:
        return False
    if any(one.pos != "A" or one.gender != "n" for one in word.readings):
        return False
    following = words[place + 1] if place + 1 < len(words) else None
    return following is None or not any(one.gender == "n" for one in following.only("NA"))


def _is_each_other(words: Sequence[Word], place: int) -> bool:
    """Whether it is half of "одне одного" or "одна для одної"."""
    near = [
        words[other]
        for other in (place - 1, place + 1, place + 2)
        if 0 <= other < len(words) and other != place
    ]
    return any(one.lower.startswith("одн") or one.lower == "один" for one in near)


def _convinced(words: Sequence[Word], place: int) -> None:
    """Read "X переконаний, що" and ", переконаний X" as verbs."""
    word = words[place]
    before = words[place - 1].token.word if place else ""
    after = words[place + 1].token.word if place + 1 < len(words) else ""
    if word.pos == "A" and word.best.cases & 1 and (before in (",", "–", "—") or after == ","):
        best = word.best
        word.readings = (Reading("V", best.lemma, 0, best.number, best.gender, "pres", 3),)


def _settle(words: Sequence[Word], place: int) -> None:
    """Choose between a noun, a verb and an adverb that are written alike."""
    word = words[place]
    before = words[place - 1] if place else None
    pronominal = tuple(one for one in word.readings if one.lemma in _PRONOMINAL)
    if pronominal or word.only("Q"):
        word.readings = pronominal or word.only("Q")
        return
    months = tuple(one for one in word.readings if one.pos == "N" and one.lemma in MONTHS)
    if months and (word.lower[:3] != "лют" or (before is not None and before.pos in "PBA")):
        word.readings = months
        return
    if word.capital and not word.initial and (word.only("N") or word.only("A")):
        word.readings = word.only("NADQ") or word.readings
    verbs, nouns = word.only("V"), word.only("NA")
    if verbs and nouns:
        governed = before is not None and before.pos in _BEFORE_NOUNS
        noun = governed or word.capital or verbs[0].person in (1, 2) or _has_verb(words, place)
        word.readings = nouns if noun else (*verbs, *nouns)
    elif word.only("R") and word.only("N"):
        word.readings = (*nouns, *word.only("R"))
    elif word.only("R") and nouns:
        following = words[place + 1] if place + 1 < len(words) else None
        agreeing = following is not None and any(one.gender == "n" for one in following.only("N"))
        word.prefer("NAD" if agreeing else "R")
    if word.pos in "NA" and word.only("N") and word.only("A"):
        _noun_or_adjective(words, place)
    if word.capital and not word.initial:
        _name_of_man(words, place)


def _name_of_man(words: Sequence[Word], place: int) -> None:
    """Read a surname alone ("Макрон") as a man's: in the nominative, not without cases."""
    word = words[place]
    named = place and words[place - 1].capital and words[place - 1].pos == "N"
    if named and any(one.proper for one in words[place - 1].readings):
        return
    men = tuple(one for one in word.only("N") if one.gender == "m" and one.cases == 1)
    others = tuple(one for one in word.only("N") if one not in men)
    if men and not word.is_actor and all(one.cases == ALL and one.gender == "f" for one in others):
        word.readings = men


def _has_verb(words: Sequence[Word], place: int) -> bool:
    """Whether the words up to the next marks hold another verb that is surely one."""
    for step in (-1, 1):
        here = place + step
        while 0 <= here < len(words) and not words[here].is_mark and abs(here - place) < 15:
            other = words[here]
            sure = other.is_finite or (other.is_infinitive and step < 0)
            if sure and not other.only("NA") and other.lemma != "бути":
                return True
            if other.pos == "S" or (other.pos == "C" and other.lower != "та"):
                break
            here += step
    return False


def _noun_or_adjective(words: Sequence[Word], place: int) -> None:
    """An adjective where an agreeing noun follows, else a noun ("двоє військових")."""
    word = words[place]
    if word.lower.endswith(("ів", "їв")):
        word.prefer("N")  # "президентів": of presidents, hardly the president's
        return
    adjectives = word.only("A")
    for following in words[place + 1 : place + 3]:
        if following.pos in "AD":
            continue
        agrees = any(
            one.number == adjective.number
            and one.cases & adjective.cases
            and (not one.gender or not adjective.gender or one.gender == adjective.gender)
            for one in following.only("N")
            for adjective in adjectives
        )
        word.prefer("A" if agrees else "N")
        return
    word.prefer("N")


def _predicate(words: Sequence[Word], place: int) -> None:
    """Read "були виведені" and "повинен вийти" as verbs."""
    word = words[place]
    if not word.best.cases & 1:
        return
    if word.lemma in _FEELINGS:
        if not _agrees_next(words, place) and not _has_verb(words, place):
            best = word.best
            word.readings = (
                Reading("V", best.lemma, 0, best.number, best.gender, "pres", 3, True),
            )
        return
    if word.lemma in READY:
        following = words[place + 1 : place + 5]
        ready = following and following[0].lower == "до" and word.lemma in _READY_FOR
        ready = ready and not _has_verb(words, place)
        if ready or any(one.is_infinitive for one in following):
            best = word.best
            word.readings = (
                Reading("V", best.lemma, 0, best.number, best.gender, "pres", 3),
                *word.readings,
            )
        return
    if _is_predicate(words, place):
        best = word.best
        word.readings = (
            Reading("V", verb_of(best.lemma), 0, best.number, best.gender, "past", 3, True),
        )
        return
    for back in range(place - 1, max(-1, place - 7), -1):
        other = words[back]
        if other.pos == "V":
            if other.lemma == "бути" and not _agrees_next(words, place):
                best = word.best
                form = "infn" if other.best.form == "infn" else "past"
                word.readings = (
                    Reading("V", verb_of(best.lemma), 0, best.number, best.gender, form, 3, True),
                )
            return
        if other.is_mark and other.token.word not in "«»":
            return


def _is_predicate(words: Sequence[Word], place: int) -> bool:
    """Whether a participle is the only predicate: "Саміт запланований на травень"."""
    own = words[place].best
    if not own.passive or _agrees_next(words, place) or _has_verb(words, place):
        return False
    for back in range(place - 1, max(-1, place - _FURTHEST_SUBJECT), -1):
        other = words[back]
        if other.is_mark or other.pos in "VGS" or (other.pos == "P" and back == place - 1):
            return False
        if any(
            one.cases & 1 and one.number == own.number and one.gender in ("", own.gender)
            for one in other.only("N")
        ):
            return verb_of(own.lemma) != own.lemma
    return False


def _agrees_next(words: Sequence[Word], place: int) -> bool:
    """Whether a noun in the nominative follows that the participle may describe."""
    word = words[place]
    for following in words[place + 1 : place + 3]:
        if following.pos in "AD":
            continue
        return (
            any(
                one.cases & word.best.cases & 1
                and one.number == word.best.number
                and (not word.best.gender or one.gender in ("", word.best.gender))
                for one in following.only("N")
            )
            and following.pos == "N"
        )
    return False
