"""The words beside a name that only looks like an actor's."""

import re
from dataclasses import dataclass

__all__ = ["MentionWords"]


@dataclass(frozen=True, slots=True)
class MentionWords:
    """What a language says beside a word that only looks like an actor.

    `article` ends in an article or preposition that countries and bodies take; where
    `article_needed`, a country's name that means other things too has none of its own without it.
    `geographic_before` and `geographic_after` are nouns beside which an adjective of direction is
    geography. An adjective is a language, or a body of law, between `tongue_before` and
    `tongue_end`, or before a `tongue_noun`. `council_after` says whose council it is.
    `official` matches what an official name has before the short one ("Republic of ").
    """

    article: re.Pattern[str]
    article_needed: bool
    geographic_before: re.Pattern[str]
    geographic_after: re.Pattern[str]
    tongue_before: re.Pattern[str]
    tongue_end: re.Pattern[str]
    tongue_noun: re.Pattern[str]
    council_after: re.Pattern[str]
    official: re.Pattern[str]
