"""Noun phrases and prepositional phrases of a clause, put together from the sorts of its words.

A unit is a noun phrase with its head, or one word of another sort.
"""

from collections.abc import Sequence
from itertools import pairwise

from foedus.reading.languages.chinese.folding import folded
from foedus.reading.languages.chinese.tokens import Token
from foedus.reading.languages.chinese.unit import Hang, Unit
from foedus.reading.languages.chinese.word_list import (
    ATTITUDES,
    PREPOSITIONS,
)
from foedus.reading.vocabulary import vocabulary

__all__ = ["units"]

_NOMINAL = frozenset(
    {"name", "noun", "pronoun", "number", "classifier", "determiner", "adjective", "etc"}
)
_HEADS = frozenset({"name", "noun", "pronoun"})


def units(
    words: Sequence[Token], sorts: Sequence[str], first: int, last: int, hang: Hang
) -> list[Unit]:
    """Return the units of the words from `first` up to `last`, hanging what lies inside them."""
    line = _runs(words, sorts, first, last, hang)
    line = _coordinated(line, words, sorts, hang, tight=True)
    line = folded(line, words, sorts, hang)
    line = _coordinated(line, words, sorts, hang, tight=False)
    return _prepositional(line, words, sorts, hang)


# --- runs of words without 的 -------------------------------------------------------------------


def _runs(
    words: Sequence[Token], sorts: Sequence[str], first: int, last: int, hang: Hang
) -> list[Unit]:
    found: list[Unit] = []
    here = first
    while here < last:
        if words[here].word == "(":
            here = _closing(words, here, last)
            continue
        if sorts[here] in ("mark", "quote"):
            here += 1
            continue
        if sorts[here] not in _NOMINAL:
            found.append(Unit(sorts[here], here, here, here))
            here += 1
            continue
        end = here
        while end < last and not _breaks(here, end, words, sorts):
            if sorts[end] not in _NOMINAL and sorts[end] != "quote":
                break
            end += 1
        while sorts[end - 1] == "quote":
            end -= 1
        found.extend(_nominal(words, sorts, here, end, hang))
        here = end
    return found


def _closing(words: Sequence[Token], first: int, last: int) -> int:
    """The place after a parenthesis, or after its mark where none closes it."""
    for place in range(first + 1, last):
        if words[place].word == ")":
            return place + 1
    return first + 1


def _breaks(first: int, place: int, words: Sequence[Token], sorts: Sequence[str]) -> bool:
    """Whether a new phrase begins here: a pronoun or determiner after a head."""
    if place == first:
        return False
    before = sorts[place - 1]
    if sorts[place - 1] == "etc":
        return sorts[place] in ("pronoun", "determiner")
    if before in ("noun", "pronoun") and sorts[place] == "pronoun":
        return words[place].word not in ("两国", "三国", "双方", "各方")
    return before in ("noun", "pronoun") and sorts[place] == "determiner"


def _nominal(
    words: Sequence[Token], sorts: Sequence[str], first: int, end: int, hang: Hang
) -> list[Unit]:
    heads = [place for place in range(first, end) if sorts[place] in _HEADS]
    if not heads:
        sort = "adjective" if sorts[end - 1] == "adjective" else "amount"
        for place in range(first, end - 1):
            hang(place, end - 1, "determiner", None)
        return [Unit(sort, end - 1, first, end - 1)]
    head = heads[-1]
    for place in range(first, end):
        if place == head or sorts[place] == "quote":
            continue
        hang(place, head, _inside(sorts[place], place, head), None)
    _join_names(heads, sorts, words, hang)
    return [Unit("phrase", head, first, end - 1)]


def _inside(sort: str, place: int, head: int) -> str:
    if place > head:
        return "other"
    if sort == "pronoun":
        return "possessor"
    if sort in ("noun", "name"):
        return "compound"
    if sort == "adjective":
        return "adjective"
    return "determiner"


def _join_names(
    heads: Sequence[int], sorts: Sequence[str], words: Sequence[Token], hang: Hang
) -> None:
    """Names that touch are one list: 中俄, 美日韩."""
    lead: int | None = None
    for before, place in pairwise(heads):
        touching = (
            sorts[before] == sorts[place] == "name"
            and before + 1 == place
            and words[before].end == words[place].start
            and len(words[before].word) == 1
            and len(words[place].word) == 1
        )
        if not touching:
            lead = None
            continue
        lead = before if lead is None else lead
        if place == heads[-1]:
            # The list itself is the head: its first name, the others beside it.
            for other in range(lead, place):
                hang(other, place, "coordinate", None)
        else:
            hang(place, lead, "coordinate", None)


# --- lists ----------------------------------------------------------------------------------------


def _coordinated(
    line: list[Unit], words: Sequence[Token], sorts: Sequence[str], hang: Hang, tight: bool
) -> list[Unit]:
    found: list[Unit] = []
    here = 0
    while here < len(line):
        unit = line[here]
        joins = (
            unit.sort == "conjunction"
            and found
            and found[-1].sort == "phrase"
            and here + 1 < len(line)
            and line[here + 1].sort == "phrase"
        )
        if joins and _alike(found[-1], line, here, words, sorts, tight):
            before, after = found[-1], line[here + 1]
            hang(unit.head, after.head, "marker", None)
            hang(after.head, before.head, "coordinate", None)
            before.last, before.listed = after.last, True
            here += 2
            continue
        found.append(unit)
        here += 1
    return found


def _alike(
    before: Unit,
    line: Sequence[Unit],
    here: int,
    words: Sequence[Token],
    sorts: Sequence[str],
    tight: bool,
) -> bool:
    after = line[here + 1]
    word = words[line[here].head].word
    if not tight:
        return True
    followed = line[here + 2].sort if here + 2 < len(line) else "mark"
    names = sorts[before.head] == "name" and sorts[after.head] == "name"
    if names or word == "、":
        return True
    if followed == "de":
        # "中国的军队和俄罗斯的军队": the second owner begins another phrase.
        return here < 2 or line[here - 2].sort != "de"
    return True


# --- prepositions ---------------------------------------------------------------------------------


def _prepositional(
    line: list[Unit], words: Sequence[Token], sorts: Sequence[str], hang: Hang
) -> list[Unit]:
    found: list[Unit] = []
    here = 0
    while here < len(line):
        unit = line[here]
        following = line[here + 1] if here + 1 < len(line) else None
        if unit.sort == "preposition" and following is not None and following.sort == "time":
            hang(unit.head, following.head, "marker", None)
            found.append(following)
            here += 2
            continue
        if unit.sort == "report":
            source = next((one for one in found[-2:] if one.sort == "prepositional"), None)
            if source is not None:
                source.marker = "according"
            hang(unit.head, source.head if source else unit.head, "marker", None)
            here += 1
            continue
        if unit.sort != "preposition" or following is None or following.sort != "phrase":
            found.append(unit)
            here += 1
            continue
        marker = PREPOSITIONS.get(words[unit.head].word, "than")
        here += 2
        parted = _parted(unit, following, line[here:], words, sorts, hang)
        if parted is not None:
            if found and found[-1].sort == "phrase":
                owner = found.pop()
                hang(owner.head, parted.head, "possessor", None)
                parted.first = owner.first
            found.append(parted)
            continue
        hang(unit.head, following.head, "marker", None)
        last = following.last
        if here < len(line) and line[here].sort == "localizer":
            closing = line[here]
            word = words[closing.head].word
            marker = _LOCAL.get(word, marker)
            hang(closing.head, following.head, "marker", None)
            last = closing.last
            here += 1
        found.append(Unit("prepositional", following.head, unit.first, last, marker))
        if words[unit.head].word == "被":
            found[-1].extra = [unit.head]
    return found


_LOCAL = {"之间": "between", "间": "between", "期间": "during", "后": "after", "之后": "after",
          "以后": "after", "前": "before", "之前": "before", "以来": "since", "附近": "near",
          "时": "during", "前夕": "before"}  # fmt: skip


def _parted(
    preposition: Unit,
    phrase: Unit,
    rest: Sequence[Unit],
    words: Sequence[Token],
    sorts: Sequence[str],
    hang: Hang,
) -> Unit | None:
    """The event of "对俄制裁": a bare name and an event under a preposition are not one phrase."""
    lemma = words[phrase.head].word
    first = phrase.first
    stationed = words[preposition.head].word == "驻"
    if words[preposition.head].word not in ("对", "针对", "与", "同", "驻"):
        return None
    if stationed and sorts[first] == "name" and first != phrase.head:
        hang(preposition.head, first, "marker", None)
        hang(first, phrase.head, "oblique", "in")
        return Unit("phrase", phrase.head, preposition.first, phrase.last)
    if sorts[first] != "name" or first == phrase.head or lemma not in vocabulary("zh").nouns:
        return None
    verb = next((unit for unit in rest if unit.sort in ("verb", "mark")), None)
    if verb is not None and verb.sort == "verb" and words[verb.head].word in ATTITUDES:
        return None
    hang(preposition.head, first, "marker", None)
    hang(first, phrase.head, "oblique", PREPOSITIONS.get(words[preposition.head].word, "than"))
    return Unit("phrase", phrase.head, preposition.first, phrase.last)
