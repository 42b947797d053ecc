"""The English words beside a name that only looks like an actor's."""

import re

from foedus.reading.mention_words import MentionWords

__all__ = ["MENTION_WORDS"]

_NEVER = re.compile(r"(?!)")
MENTION_WORDS = MentionWords(
    article=re.compile(r"\b(?:[Tt]he|[Oo]f|[Ii]n|[Bb]y|[Tt]o|[Ff]rom|and|[Ww]ith)\s$|^$"),
    article_needed=False,
    geographic_before=_NEVER,
    geographic_after=re.compile(
        r"^\s(?:[Cc]oast|[Bb]ank|border|front|[Pp]art|shore|edge|flank|Hemisphere|Australia|"
        r"Ukraine|Siberia|Asia|Africa|Pacific|Mediterranean|[Rr]egions?|[Pp]rovinces?|oblasts?|"
        r"Balkans|half|side|[Ff]ront|Sahara|city|town)\b"
    ),
    tongue_before=re.compile(r"\b(?:[Ii]n|[Ss]peaks?|speaking|spoke|learn\w*|into|from)\s$"),
    tongue_end=re.compile(r"\s?[.,;:)]|\s(?:and|or|on|at|to|with)\b|$"),
    tongue_noun=re.compile(
        r"\s(?:is (?:\w+ )?spoken|language|literature|cuisine|translation|word|"
        r"proverb|edition)\b"
        r"|-(?:language|speaking)"
    ),
    council_after=re.compile(r"^\s(?:Secretary|of (?:the )?[A-Z])"),
    official=re.compile(
        r"(?:Republic|Kingdom|State|Grand Duchy|Principality|Sultanate) of (?!Korea\b|"
        r"China\b|the\b)"
    ),
)
