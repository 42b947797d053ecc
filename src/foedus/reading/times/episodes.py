"""Wars and crises whose name is a date: only those whose years nobody disputes.

Years are those in which the fighting between states began and ended: Sarkees and Wayman, *Resort to
War 1816–2007*, CQ Press 2010 (COW inter-state wars, version 4.0), by name of war; the Second World
War from the invasion of Poland to the surrender of Japan. Wars whose beginning or end is disputed
(Viet Nam, the Cold War) are left out.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from foedus.evidence import Day
from foedus.reading.reading import TimeExpression
from foedus.reading.spans import Taken

__all__ = ["episodes"]

_EPISODES: dict[str, dict[str, str]] = {
    "1853/1856": {"fr": r"la guerre de Crimée", "en": r"the Crimean War"},
    "1870/1871": {
        "fr": r"la guerre franco-(?:prussienne|allemande)",
        "en": r"the Franco-Prussian War",
    },
    "1904/1905": {"fr": r"la guerre russo-japonaise", "en": r"the Russo-Japanese War"},
    "1914/1918": {
        "fr": r"la (?:Première|première) [Gg]uerre mondiale|la Grande Guerre",
        "en": r"the First World War|World War (?:I\b|One)|the Great War",
    },
    "1939/1940": {"fr": r"la guerre d['’]Hiver", "en": r"the Winter War"},
    "1939/1945": {
        "fr": r"la (?:Seconde|seconde|Deuxième|deuxième) [Gg]uerre mondiale",
        "en": r"the Second World War|World War (?:II\b|Two)",
    },
    "1950/1953": {"fr": r"la [Gg]uerre de Corée", "en": r"the Korean War"},
    "1967": {"fr": r"la [Gg]uerre des [Ss]ix[ -][Jj]ours", "en": r"the Six[- ]Day War"},
    "1973": {"fr": r"la [Gg]uerre du (?:Kippour|Kipour)", "en": r"the Yom Kippur War"},
    "1980/1988": {"fr": r"la guerre Iran-Irak", "en": r"the Iran[-–]Iraq War"},
    "1982": {"fr": r"la guerre des Malouines", "en": r"the Falklands War"},
}
# What all the names of a language have in common.
_WAR = {"fr": "uerre", "en": "War"}
# The name is a date only where the sentence uses it as one.
_PREPOSITIONS = {
    "fr": r"(?:[Dd]urant|[Pp]endant|[Ll]ors de|[Dd]epuis|[Aa]vant|[Aa]près|[Aa]u cours de|"
    r"[Aa]u (?:début|lendemain|sortir|moment) de|[Àà] la (?:fin|veille|suite) de|[Dd]ès)\s+",
    "en": r"(?:[Dd]uring|[Ss]ince|[Bb]efore|[Aa]fter|[Uu]ntil|[Tt]hroughout|"
    r"(?:start|end|outbreak|aftermath|eve) of)\s+",
}


def episodes(
    text: str, language: str, taken: tuple[TimeExpression, ...]
) -> Iterator[TimeExpression]:
    """Yield the named wars that a preposition makes a date, where no expression stands yet."""
    if language not in _PREPOSITIONS or _WAR[language] not in text:
        return
    pattern, days = _pattern(language)
    found = Taken((other.start, other.end) for other in taken)
    for match in pattern.finditer(text):
        start, end = match.span(match.lastgroup or 0)
        if not found.touches(start, end):
            yield TimeExpression(start, end, days[match.lastgroup or ""], "date", "date of a war")


@lru_cache(maxsize=8)
def _pattern(language: str) -> tuple[re.Pattern[str], dict[str, Day]]:
    days = {f"e{number}": Day(edtf) for number, edtf in enumerate(_EPISODES)}
    names = "|".join(
        f"(?P<e{number}>{names[language]})" for number, names in enumerate(_EPISODES.values())
    )
    return re.compile(rf"\b{_PREPOSITIONS[language]}(?:{names})"), days
