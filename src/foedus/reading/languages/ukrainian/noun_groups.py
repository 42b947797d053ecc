"""Adjectives with the noun they agree with, and the names of persons."""

from collections.abc import Sequence

from foedus.reading.languages.ukrainian.agreement import State, joined, merged
from foedus.reading.languages.ukrainian.group import Group
from foedus.reading.languages.ukrainian.readings import ALL
from foedus.reading.languages.ukrainian.word_set import word_set
from foedus.reading.languages.ukrainian.words import Word

__all__ = ["TIME_NOUNS", "noun_group"]

MONTHS = word_set(
    """січень лютий березень квітень травень червень липень серпень вересень жовтень листопад
    грудень"""
)
TIME_NOUNS = MONTHS | word_set(
    """рік місяць тиждень день доба година хвилина ранок вечір ніч весна літо осінь зима століття
    десятиліття понеділок вівторок середа четвер п'ятниця субота неділя квартал час момент раз
    період століття сторіччя роковини"""
)
_RELATIVES = frozenset({"який", "котрий", "чий", "що"})
_POSSESSIVES = frozenset({"його", "її", "їх", "їхній", "свій", "наш", "мій", "ваш", "твій"})
_AND = frozenset({"і", "й", "та", "або", "чи"})


def noun_group(words: Sequence[Word], place: int, last: int, cases: int) -> Group | None:
    """Adjectives and the noun they agree with; a last adjective stands for a noun."""
    states: list[State] = [(cases, "", "")]
    inner: dict[int, str] = {}
    here, describing = place, -1
    while here < last:
        word = words[here]
        if word.lower in ("його", "її", "їх") and _noun_follows(words, here + 1, last):
            inner[here] = "possessor"
            here += 1
            continue
        if word.pos == "O":
            if describing >= 0:
                break
            found = [one for one in (joined(states, word.only("O"))) if one[0]]
            if not found:
                return None
            mask, number, gender = found[0]
            return Group(place, here + 1, here, mask, number, gender, pronoun=True, inner=inner)
        if word.pos in "AD":
            found = joined(states, word.only("AD"))
            if not found:
                break
            if word.lemma in _RELATIVES and describing < 0:
                mask, number, gender = merged(found)
                return Group(place, here + 1, here, mask, number, gender, pronoun=True,
                             relative=True, inner=inner)  # fmt: skip
            states = found
            inner[here] = _described(word)
            describing = here
            here += 1
            continue
        if word.pos == "N":
            found = joined(states, word.only("N"))
            if not found:
                break
            allowed = cases if describing < 0 else merged(states)[0]
            return _named(words, place, here, last, found, inner, allowed)
        if (
            describing >= 0
            and word.lower in _AND | {","}
            and _agreeing(words, here + 1, last, states)
        ):
            inner[here] = "other"
            here += 1
            continue
        if word.pos == "R" and _adjective_follows(words, here + 1, last, states):
            inner[here] = "adverb"
            here += 1
            continue
        break
    if describing < 0:
        return None
    while here > describing + 1:
        here -= 1
        inner.pop(here, None)
    inner.pop(describing)
    mask, number, gender = merged(states)
    return Group(place, describing + 1, describing, mask, number, gender, inner=inner,
                 pronoun=words[describing].pos == "D",
                 proper=words[describing].is_proper)  # fmt: skip


def _described(word: Word) -> str:
    if word.lower in _POSSESSIVES or word.lemma in _POSSESSIVES:
        return "possessor"
    return "determiner" if word.pos == "D" else "adjective"


def _named(
    words: Sequence[Word], place: int, head: int, last: int, states: list[State],
    inner: dict[int, str], allowed: int,
) -> Group:  # fmt: skip
    """The group around a noun, with further words of the same name ("Емманюель Макрон")."""
    end = _end_of_name(words, head, last)
    inner.update(dict.fromkeys(range(head + 1, end), "compound"))
    if end > head + 1:
        states = [(_cases_of_name(words[head:end], allowed), "S", "")]
    elif words[head].best.cases == ALL and words[head].is_proper:
        # A name without cases has the gender and number of what it names, not its own.
        states = [(mask, "", "") for mask, _, _ in states]
    mask, number, gender = merged(states)
    return Group(
        place, end, head, mask, number, gender, time=words[head].lemma in TIME_NOUNS,
        proper=words[head].is_proper, animate=any(one.animate for one in words[head].only("N")),
        person=end > head + 1 or words[head].may_be_person, inner=inner,
    )  # fmt: skip


def _end_of_name(words: Sequence[Word], head: int, last: int) -> int:
    """Where a person's name ends: a row of names one of which is no word of the dictionary."""
    end = head
    while end < last and _is_of_name(words[end]):
        end += 1
    row = words[head:end]
    if len(row) < 2:
        return head + 1
    if not words[head].may_be_person and any(one.first_name for one in row[1].readings):
        return head + 1  # "Французької Республіки Стефан Сежурне"
    unknown = any(not one.known for word in row for one in word.readings)
    surname = row[-1].best.proper and not row[-1].only("A")
    return end if words[head].may_be_person or unknown or surname else head + 1


def _is_of_name(word: Word) -> bool:
    upper = word.token.word[1:2].isupper()
    return word.is_proper and not word.is_actor and not upper and word.pos in "NA"


def _cases_of_name(row: Sequence[Word], allowed: int) -> int:
    """The cases of a person's name: those in which its words agree, as far as any is known."""
    common = allowed
    for word in row:
        cases = 0
        for one in word.only("NA"):
            cases |= one.cases if one.number == "S" and one.known else 0
        common = common & cases or common
    return common


def _noun_follows(words: Sequence[Word], place: int, last: int) -> bool:
    return place < last and words[place].pos in "NADQ" and bool(words[place].only("NAD"))


def _agreeing(words: Sequence[Word], place: int, last: int, states: Sequence[State]) -> bool:
    """Whether "and" joins a second adjective before the same noun ("китайські та російські")."""
    if place + 1 >= last or words[place].pos != "A":
        return False
    found = joined(states, words[place].only("A"))
    following = words[place + 1]
    return bool(found) and following.pos in "NA" and bool(joined(found, following.only("NA")))


def _adjective_follows(
    words: Sequence[Word], place: int, last: int, states: Sequence[State]
) -> bool:
    if place >= last or words[place].pos != "A":
        return False
    return bool(joined(states, words[place].only("A")))
