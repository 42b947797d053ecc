"""Where Korean sentences begin and end among morphemes, and which quotation marks hold speech."""

from collections.abc import Iterator, Sequence

from foedus.reading.languages.korean.morphemes import Morpheme

__all__ = ["closings", "sentences"]

_OPEN_AFTER = ("J", "EC", "ETM", "SP", "MM", "SSO", "XPN", "MAG", "EP")
_LONGEST_QUOTE = 400


def closings(found: Sequence[Morpheme]) -> dict[int, int]:
    """Return, by the place of every opening mark, the place of the mark that closes it."""
    pairs: dict[int, int] = {}
    waiting: list[int] = []
    for place, one in enumerate(found):
        if one.tag == "SSO":
            waiting.append(place)
        elif one.tag == "SSC" and waiting:
            while waiting:
                opening = waiting.pop()
                if _CLOSES.get(found[opening].form, found[opening].form) == one.form:
                    if place - opening <= _LONGEST_QUOTE:
                        pairs[opening] = place
                    break
    return pairs


_CLOSES = {
    "“": "”",
    "‘": "’",
    "(": ")",
    "[": "]",
    "「": "」",
    "『": "』",
    "《": "》",
    "〈": "〉",
    "<": ">",
    "{": "}",
    "«": "»",
    "【": "】",
}


def sentences(
    text: str, found: Sequence[Morpheme], pairs: dict[int, int]
) -> Iterator[tuple[int, int]]:
    """Yield the sentences, as the place of the first morpheme and of the one after the last."""
    first, closed_at = 0, -1
    for place, one in enumerate(found):
        if place in pairs:
            closed_at = max(closed_at, pairs[place])
        inside = place < closed_at
        following = found[place + 1] if place + 1 < len(found) else None
        if following is None:
            break
        gap = text[one.end : following.start]
        blank_line = gap.count("\n") > 1
        new_line = "\n" in gap and not one.tag.startswith(_OPEN_AFTER)
        ends = one.tag == "SF" and not inside and not _goes_on(found, place)
        if blank_line or (new_line and not inside) or ends:
            yield first, place + 1
            first = place + 1
            closed_at = place
    if first < len(found):
        yield first, len(found)


def _goes_on(found: Sequence[Morpheme], place: int) -> bool:
    """Whether a point ends no sentence: before a closing mark or a particle, or in a number."""
    following = found[place + 1]
    if following.tag in ("SSC", "SF") or following.tag.startswith("J"):
        return True
    return following.start == found[place].end and following.tag in ("SN", "SL")
