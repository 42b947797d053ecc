"""Where names of actors and of their office-holders stand in a Korean text."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from foedus.actors.offices import HolderName, holder_names
from foedus.actors.surface_forms import SurfaceForm, surface_forms
from foedus.reading.dictionary import Dictionary
from foedus.reading.forms import form_matches
from foedus.reading.languages.korean.compounds import compound_parts

__all__ = ["NameSpans", "glued", "holders", "is_whole", "name_spans"]

# Before a name without a blank: 대이란 제재, 친중국, and an adnominal ending (전진하던독일군).
_PREFIX = r"(?<![가-힣])(?:대|친|반|주|재|탈|비|범)"
_ADNOMINAL = r"(?<=[가-힣][는된던은한할될인의데서고며여해])"
_SHORTEST_GLUED = 3
_SURE_SHORT = ("미국", "영국", "중국", "일본", "독일", "북한", "러시아", "프랑스", "인도네시아")
_WHOLE = re.compile(
    r"(?:들|측|씨|님|당)?(?:은|는|이|가|을|를|의|와|과|에게서|에게|에서|에|도|만|"
    r"으로부터|로부터|으로|로|부터|까지|처럼|보다|이나|나|"
    r"께서|께|랑|이며|이라는|라는|이라고|라고|이다|다|였다|이었다|조차|마저|밖에|뿐|"
    r"식|표|발|계|파|행정부|정부|정권|주의)?"
    r"(?![가-힣])|\s"
)


class NameSpans:
    """Spans of names, ascending, without overlap."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self.spans = spans
        self._starts = [start for start, _ in spans]

    def within(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the spans that touch the characters between two places."""
        place = max(0, bisect_left(self._starts, start) - 1)
        found = []
        while place < len(self.spans) and self.spans[place][0] < end:
            if self.spans[place][1] > start:
                found.append(self.spans[place])
            place += 1
        return found


def name_spans(text: str) -> NameSpans:
    """Return where a `plain` text names an actor, by itself or in a compound."""
    spans = {(part.start, part.end) for part in compound_parts(text)}
    spans |= {
        (match.start, match.end)
        for match in form_matches(text, "ko")
        if all(form is not None and form.kind != "compound_part" for form in match.meanings)
    }
    spans |= {
        (match.start, match.end) for match in holders().matches(text) if is_whole(text, match.end)
    }
    spans |= {(start, end) for start, end, _ in glued(text)}
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return NameSpans(kept)


@cache
def holders() -> Dictionary[HolderName]:
    """Return the names of office-holders as Korean writes them."""
    return Dictionary(((name.words, name) for name in holder_names("ko")), "ko")


def is_whole(text: str, end: int) -> bool:
    """Whether a name that ends here is no beginning of a longer word: 카니, not 카니발."""
    return _WHOLE.match(text, end) is not None


def glued(text: str) -> Iterator[tuple[int, int, SurfaceForm]]:
    """Yield names of actors that something is written before without a blank."""
    forms, pattern = _glued_forms()
    for match in pattern.finditer(text):
        yield match.start("name"), match.end("name"), forms[match["name"]]


@cache
def _glued_forms() -> tuple[dict[str, SurfaceForm], re.Pattern[str]]:
    forms: dict[str, SurfaceForm] = {}
    for form in surface_forms("ko"):
        sure = form.kind in ("name", "organisation") and not form.ambiguous
        hangul = form.words.isalpha() and "가" <= form.words[0] <= "힣"
        if sure and hangul and (form.ends is None or form.words not in forms):
            forms[form.words] = form
    long = [one for one in forms if len(one) >= _SHORTEST_GLUED or one in _SURE_SHORT]
    any_name = "|".join(sorted(forms, key=len, reverse=True))
    long_name = "|".join(sorted(long, key=len, reverse=True))
    return forms, re.compile(
        rf"(?:{_PREFIX}(?=(?:{any_name})(?!어))|{_ADNOMINAL}(?=(?:{long_name})(?!어)))"
        rf"(?P<name>{any_name})"
    )
