"""What the Unicode Common Locale Data Repository calls the present states, through babel.

CLDR is keyed by ISO 3166-1 alpha-2; its own alias table leads there from alpha-3. Kosovo's XK is
CLDR's (ISO keeps it for private use). Locales are read without what they inherit: territory names
of the seven languages stand in the files themselves, and merging costs five times as long.
"""

import re
from functools import cache

from babel import Locale
from babel.core import get_global

from foedus.actors.states import all_actors

__all__ = ["names", "state_with_letters"]

# CLDR adds in brackets what nobody writes in a text: a former name, a romanisation.
_BRACKETED = re.compile(r"\s*[(（].*[)）]")
_OWN_ALIASES = {"KOS": "XK"}
# Told apart by capitals or brackets, in a form that texts do not use: we name them ourselves.
_NAMED_BY_US = frozenset({"COD", "COG"})


@cache
def names(language: str) -> dict[str, str]:
    """Return the name of every present state that CLDR knows in a language, by actor id."""
    territories = Locale.parse(language).territories
    return {
        actor_id: _BRACKETED.sub("", territories[region])
        for actor_id, region in _regions().items()
        if region in territories and actor_id not in _NAMED_BY_US
    }


def state_with_letters(letters: str) -> str | None:
    """Return the id of the present state that ISO 3166-1 gives these two letters, None for none."""
    return next((one for one, region in _regions().items() if region == letters.upper()), None)


@cache
def _regions() -> dict[str, str]:
    aliases = get_global("territory_aliases")
    states = (found.id for found in all_actors() if found.spells[-1].ends is None)
    # An alias with several regions is a former state's list of successors, never a name of it.
    regions = {state: aliases[state] for state in states if len(aliases.get(state, ())) == 1}
    return {state: region[0] for state, region in regions.items()} | _OWN_ALIASES
