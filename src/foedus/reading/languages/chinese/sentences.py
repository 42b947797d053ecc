"""Where Chinese sentences end, and at which marks their clauses part."""

from collections.abc import Iterator, Sequence

from foedus.reading.languages.chinese.tokens import Token
from foedus.reading.languages.chinese.word_list import SPEECH

__all__ = ["sentences", "stretches"]

_LONGEST = 220
_ENDS = frozenset("。!?\n")
_CLOSERS = frozenset('”"』」)’》')
_BREAKS = frozenset(",;:—…")


def sentences(words: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Sentences; a full stop inside a quotation ends one only where the quotation ends."""
    first, depth, place = 0, 0, 0
    while place < len(words):
        word = words[place].word
        depth += word in "“「『" and len(word) == 1
        depth -= depth > 0 and word in "”」』" and len(word) == 1
        ends = word in _ENDS and (depth == 0 or word == "\n")
        closes = depth == 0 and word in "”」』" and place and words[place - 1].word in _ENDS
        long = place - first >= _LONGEST and (word in _ENDS or word in _BREAKS)
        if ends or closes or long or place - first >= 2 * _LONGEST:
            while place + 1 < len(words) and words[place + 1].word in _CLOSERS and word != "\n":
                place += 1
            if not closes or not _goes_on(words, place):
                yield first, place + 1
                first, depth = place + 1, 0
        place += 1
    if first < len(words):
        yield first, len(words)


def _goes_on(words: Sequence[Token], place: int) -> bool:
    """Whether who said it comes after the quotation, as in “…。”X说."""
    following = [token.word for token in words[place + 1 : place + 14]]
    for here, word in enumerate(following):
        if word in _ENDS or word in _BREAKS:
            return here > 0 and following[here - 1] in SPEECH
    return False


def stretches(words: Sequence[Token], found: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a sentence between the marks at which its clauses part."""
    first = 0
    speeches = _speech_marks(words)
    for place, token in enumerate(words):
        quoting = place in speeches
        if token.word == "因" and _leads_to(words, place) and place > first:
            yield first, place
            first = place
        elif token.word == "而" and place > first and words[first].word == "因":
            yield first, place
            first = place + 1
        if found[place] in ("mark", "quote") and (
            token.word in _BREAKS or token.word in _ENDS or quoting
        ):
            if place > first:
                yield first, place
            first = place + 1
        elif found[place] == "verb" and token.word == ":":
            yield first, place + 1
            first = place + 1
    if first < len(words):
        yield first, len(words)


def _leads_to(words: Sequence[Token], place: int) -> bool:
    """Whether "因" opens a reason that "而" closes: "因镇压示威者而中止援助"."""
    for token in words[place + 1 : place + 30]:
        if token.word in _BREAKS or token.word in _ENDS:
            return False
        if token.word == "而":
            return True
    return False


def _speech_marks(words: Sequence[Token]) -> set[int]:
    """The marks around what somebody says, and not around a mere name."""
    found: set[int] = set()
    opened: int | None = None
    for place, token in enumerate(words):
        word = token.word
        if word in _OPENERS or (word == '"' and opened is None):
            opened = place
        elif opened is not None and (word in _CLOSING or word == '"'):
            if _is_speech(words, opened, place):
                found |= {opened, place}
            opened = None
    if opened is not None:
        found.add(opened)
    return found


_OPENERS = frozenset("“「『")
_CLOSING = frozenset("”」』")


def _is_speech(words: Sequence[Token], opened: int, closed: int) -> bool:
    before = words[opened - 1].word if opened else ":"
    inside = any(words[place].word in _ENDS | _BREAKS for place in range(opened + 1, closed))
    return inside or before in (":", ",") or before in _ENDS or before in SPEECH
