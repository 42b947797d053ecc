"""The words beside a Chinese name that only looks like an actor's."""

import re

from foedus.reading.mention_words import MentionWords

__all__ = ["MENTION_WORDS"]

_NEVER = re.compile(r"(?!)")
MENTION_WORDS = MentionWords(
    article=re.compile(r""),
    article_needed=False,
    geographic_before=_NEVER,
    geographic_after=_NEVER,
    tongue_before=_NEVER,
    tongue_end=_NEVER,
    tongue_noun=_NEVER,
    council_after=_NEVER,
    official=_NEVER,
)
