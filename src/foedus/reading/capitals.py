"""Whether a capital or a palace is who acts ("Moscou a refusé") or where things happen ("à Tokyo").

A capital after a preposition of place is a place, unless what goes before gives, says or sends
something to it ("demande à Pékin") or seats a government there ("the regime in Moscow"); after any
other word it acts, unless it only places the noun beside it ("l'aéroport de Kiev", "the Tokyo
summit").
"""

import re
from dataclasses import dataclass

__all__ = ["Placing", "acts"]


@dataclass(frozen=True, slots=True)
class Placing:
    """How one language places things in a city.

    `locative` ends in a preposition of place; `dative` in one that a word shortly before it makes
    lead to the government of the city; `located` in a noun that the city only places; `placed`
    begins with such a noun, or with the rest of a dateline.
    """

    locative: re.Pattern[str]
    dative: re.Pattern[str]
    located: re.Pattern[str]
    placed: re.Pattern[str]


_REACH = 64


def acts(placing: Placing, text: str, start: int, end: int, city: bool = True) -> bool:
    """Return whether the city, or the palace, at these characters stands for its government.

    A palace is a mere place only in the name of something else ("le traité de l'Élysée").
    """
    before, after = text[max(0, start - _REACH) : start], text[end : end + 24]
    if placing.located.search(before):
        return False
    if not city:
        return True
    if placing.placed.search(after):
        return False
    if placing.dative.search(before):
        return True
    return not placing.locative.search(before)
