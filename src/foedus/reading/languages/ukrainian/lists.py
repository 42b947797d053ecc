"""Lists of groups: "Литва, Латвія та Естонія"."""

from collections.abc import Sequence

from foedus.reading.languages.ukrainian.group import Group
from foedus.reading.languages.ukrainian.words import Word

__all__ = ["TRANSPARENT", "lists"]

_AND = frozenset({"і", "й", "та", "або", "чи", "також", "ні", "ані"})
TRANSPARENT = frozenset({"«", "»", "„", "“", "”", '"'})


def lists(words: Sequence[Word], row: Sequence[Group]) -> dict[int, Group]:
    """The further items of lists of groups, by place, each with the first item."""
    found: dict[int, Group] = {}
    heads: dict[int, Group] = {}
    for place in range(1, len(row)):
        link = _link(words, row[place - 1], row[place])
        if not link:
            continue
        if link == "," and not _closes(words, row, place):
            continue
        first = _listed_with(row, place, heads)
        if first is not None:
            found[place] = first
            heads[place] = first
    return found


def _link(words: Sequence[Word], before: Group, group: Group) -> str:
    between = [
        word.lower for word in words[before.end : group.start] if word.token.word not in TRANSPARENT
    ]
    if between == [","]:
        return ","
    rest = [word for word in between if word != "," and word not in ("а", "зокрема")]
    return "and" if between and rest and all(word in _AND for word in rest) else ""


def _closes(words: Sequence[Word], row: Sequence[Group], place: int) -> bool:
    """Whether a list joined by commas ends in "and" further on."""
    for later in range(place + 1, min(len(row), place + 12)):
        link = _link(words, row[later - 1], row[later])
        if link == "and":
            return True
        adjacent = row[later - 1].end == row[later].start
        if link != "," and not adjacent:
            return False
    return False


def _listed_with(row: Sequence[Group], place: int, heads: dict[int, Group]) -> Group | None:
    group = row[place]
    for back in range(place - 1, max(-1, place - 6), -1):
        other = row[back]
        if other.time != group.time or other.relative or group.relative:
            continue
        if group.marker is not None and group.preposition != other.preposition:
            continue
        shared = other.cases & group.cases
        if not shared or (other.pronoun and not group.pronoun and other.marker is not None):
            continue
        first = heads.get(back, other)
        if other.marker is None and shared & 2 and shared & 9 and back == place - 1:
            pass
        if group.animate and not first.animate and group.inner:
            return _person_before(row, first, group) or first
        return first
    return None


def _person_before(row: Sequence[Group], name: Group, group: Group) -> Group | None:
    """Whoever a name only belongs to ("міністр оборони Чилі та його перуанський колега")."""
    place = next((here for here, one in enumerate(row) if one is name), 0)
    for back in range(place - 1, max(-1, place - 4), -1):
        other = row[back]
        if other.marker != group.marker or other.time:
            return None
        if other.animate and other.cases & group.cases:
            return other
    return None
