"""States called by the first character of a name that the text gives in full: 柬方, 肯军, 肯乌两国.

The character alone says nothing: it must stand before 方 or a body of state, or two such characters
before what two states have or do together.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from foedus.actors.states import actor
from foedus.reading.languages.chinese.short_names import SHORT
from foedus.reading.reading import Mention

__all__ = ["sides", "whole_side"]

_HAN = "\u4e00-\u9fff"
# Before 方 and before what an army or a government is, these are nearly always other words.
_NO_SIDE = (
    "中东西南北大多对双各一二三四五我警军官外地后前上下单己本资校院甲乙远右左正反也不平立比处有无"
)
_NO_BODY = _NO_SIDE + "新老加海空陆联盟敌友白黑圣古高几安"
_BODY = r"军队|军方|外长|防长|外交部|国防部|国会|总统|总理|首相|政府|当局|海军|空军|边防"
_SIDE = re.compile(
    rf"(?<![{_HAN}][{_HAN}]的)([{_HAN}])(?:方(?![案式法向便针言面圆程位糖才])|(?={_BODY})|军(?![{_HAN}]?费|备))"
)
_PAIR = re.compile(
    rf"([{_HAN}])([{_HAN}])(?=两国|双方|关系|边境|边界|冲突|战争|两军|领导人|外长|总统|条约|协定|协议|会谈|停火|和谈|联军)"
)
_PARTED = re.compile(rf"[{_HAN}]")


def sides(text: str, named: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the characters of a simplified text that stand for a state named in full in it."""
    meant = _meant(text, named)
    if not meant:
        return
    spans = sorted((mention.start, mention.end) for mention in named)
    starts = [start for start, _ in spans]
    for match in _SIDE.finditer(text):
        place, letter = match.start(1), match[1]
        side = text[match.end(1)] == "方"
        if letter in (_NO_SIDE if side else _NO_BODY) or _covered(place, spans, starts):
            continue
        if letter in meant and (side or _stands_free(text, place)):
            yield Mention(place, place + 1, meant[letter], "abbreviation")
    for match in _PAIR.finditer(text):
        first, second = match[1], match[2]
        known = first in meant and second in meant and meant[first] != meant[second]
        if known and not (_covered(match.start(), spans, starts) or first in _NO_SIDE):
            for place, letter in ((match.start(), first), (match.start() + 1, second)):
                yield Mention(place, place + 1, meant[letter], "abbreviation")


def whole_side(text: str, mention: Mention) -> Mention:
    """The mention with 方 after it, which is part of the name: 柬方."""
    if mention.end - mention.start == 1 and _WHOLE.match(text, mention.end):
        return replace(mention, end=mention.end + 1)
    return mention


_WHOLE = re.compile(r"方(?![案式法向便针言面圆程位糖才])")


def _meant(text: str, named: Sequence[Mention]) -> Mapping[str, str]:
    """By its first character, the one state so named; the usual meaning where the text has it."""
    found: dict[str, set[str]] = {}
    for mention in named:
        state = mention.kind == "name" and actor(mention.actor).kind == "state"
        if state and mention.end - mention.start > 1:
            found.setdefault(text[mention.start], set()).add(mention.actor)
    meant = {letter: next(iter(states)) for letter, states in found.items() if len(states) == 1}
    actors = {mention.actor for mention in named}
    return meant | {letter: state for letter, state in SHORT.items() if state in actors}


def _covered(place: int, spans: Sequence[tuple[int, int]], starts: Sequence[int]) -> bool:
    before = bisect_right(starts, place) - 1
    return before >= 0 and place < spans[before][1]


def _stands_free(text: str, place: int) -> bool:
    """Whether no other word runs into the character: punctuation or a word of grammar before it."""
    return place == 0 or text[place - 1] in _FREE or not _PARTED.match(text[place - 1])


_FREE = "与和同对向给为被把将由从在的、称说示并而但且令使让求是及以"
