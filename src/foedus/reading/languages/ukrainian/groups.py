"""Noun groups without their complements: [preposition] [number] [adjectives] noun, by agreement.

A group says in which cases it may stand, and which of its words is what to its head. Groups of time
("26 вересня 2024 року") and of number ("понад 5 тисяч військових") are one each.
"""

from collections.abc import Sequence

from foedus.reading.languages.slavic.prepositions import UKRAINIAN, marker
from foedus.reading.languages.ukrainian.group import Group
from foedus.reading.languages.ukrainian.nominals import SCALES, nominal
from foedus.reading.languages.ukrainian.noun_groups import TIME_NOUNS
from foedus.reading.languages.ukrainian.prepositions import CASES_OF, LONG, MARKERS, TWO_CASES
from foedus.reading.languages.ukrainian.readings import ALL
from foedus.reading.languages.ukrainian.word_set import word_set
from foedus.reading.languages.ukrainian.words import Word

__all__ = ["groups"]

_CASE_NAMES = {2: "Gen", 4: "Dat", 8: "Acc", 16: "Ins", 32: "Loc"}
_WHOSE = frozenset({"його", "її", "їх", "їхніми", "їхньою"})
_AIMED = word_set(
    """напад атака удар наступ наліт рейд тиск вплив замах заборона вимога відповідь реакція
    напасти нападати тиснути вплинути впливати відповісти відреагувати"""
)
"""Words after which "на" is "on", not a place, where the form leaves it open."""
_OUT_OF = frozenset({"з", "із", "зі"})
_LEAVING = (
    "вийти", "виходити", "вихід", "вив", "виключ", "вислати", "вислан", "видвор", "відклик",
    "вигнат", "вигнан", "евак", "витіс", "прибу", "приїх", "прилет", "усун", "депорт", "імпорт",
    "вилуч",
)  # fmt: skip
_SAID = word_set(
    """словами даними інформацією думку думкою оцінкою оцінками твердженням повідомленням
    версією"""
)


def groups(words: Sequence[Word], first: int, last: int) -> list[Group]:
    """Return the groups between two words, ascending."""
    found: list[Group] = []
    place = first
    while place < last:
        group = _prepositional(words, place, last) or nominal(words, place, last, ALL)
        if group is None:
            place += 1
        else:
            found.append(group)
            place = group.end
    return found


def _by_their_words(words: Sequence[Word], place: int, last: int) -> Group | None:
    """A source named by a pronoun ("за його словами")."""
    if place + 2 >= last or words[place].lower not in ("за", "на"):
        return None
    if words[place + 1].lower not in _WHOSE or words[place + 2].lower not in _SAID:
        return None
    return Group(
        place, place + 3, place + 1, 2, marker="according", preposition="за словами", pronoun=True,
        inner={place: "marker", place + 2: "marker"},
    )  # fmt: skip


def _prepositional(words: Sequence[Word], place: int, last: int) -> Group | None:
    spoken = _by_their_words(words, place, last)
    if spoken is not None:
        return spoken
    taken, name = _preposition(words, place, last)
    if not taken:
        return None
    cases = CASES_OF.get(name, 0) or TWO_CASES.get(name, 0) or ALL
    group = nominal(words, place + taken, last, cases)
    if group is None or not group.cases:
        return None
    group.start = place
    for word in range(place, place + taken):
        group.inner[word] = "marker"
    group.preposition = name
    if name in TWO_CASES and not group.time:
        aimed = name == "на" and place > 0 and words[place - 1].lemma in _AIMED
        group.cases = 8 if aimed and group.cases & 8 else _likelier(name, group.cases)
    if name in _OUT_OF and group.cases == 16 and _may_be_left(words, place, group):
        group.cases = 2
    group.marker = _marker(name, group.cases)
    return group


def _preposition(words: Sequence[Word], place: int, last: int) -> tuple[int, str]:
    """How many words the preposition here has, and which it is; 0 when there is none."""
    row = [word.lower for word in words[place : min(last, place + 4)]]
    for size in (4, 3, 2):
        name = " ".join(row[:size])
        if len(row) >= size and name in LONG:
            return size, name
    if row and words[place].pos == "P":
        if row[0] == "до" and _counts_up(words, place, last):
            return 0, ""
        return 1, row[0]
    return 0, ""


def _may_be_left(words: Sequence[Word], place: int, group: Group) -> bool:
    """Whether a name without cases is what somebody leaves ("вийшла з МКС"), not who is with it."""
    if not any(one.cases & 2 for one in words[group.head].only("N")):
        return False
    for before in reversed(words[max(0, place - 4) : place]):
        if before.is_mark:
            return False
        if before.pos in "VN" and before.lemma.startswith(_LEAVING):
            return True
    return False


def _counts_up(words: Sequence[Word], place: int, last: int) -> bool:
    """Whether "до" is "up to" ("до 10 тисяч військових"), not a goal or an end in time."""
    following = words[place + 1 : min(last, place + 3)]
    if len(following) < 2 or following[0].pos != "B" or not following[0].lower[0].isdigit():
        return False
    noun = following[1]
    return noun.lemma in SCALES or (noun.pos == "N" and noun.lemma not in TIME_NOUNS)


def _likelier(name: str, cases: int) -> int:
    """The likelier of two cases that the form leaves open."""
    for case in (2, 8, 16, 32, 4):
        if name in ("з", "із", "зі"):
            break
        if cases & case and not cases & ~case:
            return case
    if name in ("з", "із", "зі"):
        return 16 if cases & 16 else cases & 2
    if name in ("в", "у", "на", "по"):
        return 32 if cases & 32 else (8 if cases & 8 else cases & 2 or cases)
    return 16 if cases & 16 else (8 if cases & 8 else cases)


def _marker(name: str, cases: int) -> str:
    if name in MARKERS:
        return MARKERS[name]
    case = next((named for bit, named in _CASE_NAMES.items() if cases == bit), None)
    return marker(UKRAINIAN, name, case)
