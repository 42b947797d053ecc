"""The words beside a name that only looks like an actor's, in French and English."""

import re
from dataclasses import dataclass

__all__ = ["MENTION_WORDS", "MentionWords"]


@dataclass(frozen=True, slots=True)
class MentionWords:
    """What a language says beside a word that only looks like an actor.

    `article` ends in an article or preposition that countries and bodies take; where
    `article_needed`, a country's name that means other things too has none of its own without it.
    `geographic_before` and `geographic_after` are nouns beside which an adjective of direction is
    geography. An adjective is a language, or a body of law, between `tongue_before` and
    `tongue_end`, or before a `tongue_noun`. `council_after` says whose council it is.
    """

    article: re.Pattern[str]
    article_needed: bool
    geographic_before: re.Pattern[str]
    geographic_after: re.Pattern[str]
    tongue_before: re.Pattern[str]
    tongue_end: re.Pattern[str]
    tongue_noun: re.Pattern[str]
    council_after: re.Pattern[str]


_NEVER = re.compile(r"(?!)")
MENTION_WORDS = {
    "fr": MentionWords(
        article=re.compile(
            r"(?:\b(?:[Ee]n|[Aa]u|[Aa]ux|[Dd]u|[Ll]a|[Ll]e|[Ll]es|[Dd]es|et|avec)\s|\b[LlDd]['’])$"
        ),
        article_needed=True,
        geographic_before=re.compile(
            r"\b(?:côtes?|rives?|parties?|frontières?|fronts?|Afrique|Europe|Asie|Méditerranée|"
            r"régions?|Sahara|Ukraine|Sibérie|Russie|façade|secteur|flanc|zone|Arménie|rivage|"
            r"extrémité|banlieue|mer|oblasts?|moitié|Balkans)\s(?:\w+\s)?$"
        ),
        geographic_after=_NEVER,
        tongue_before=re.compile(
            r"\b(?:[Ee]n|langues?|droit|littérature|cuisine|parle|parlent|parler|apprendre|"
            r"traduit du|linguistique|grammaire|traduction|civilisation|le mot|en version)\s$"
        ),
        tongue_end=re.compile(""),
        tongue_noun=_NEVER,
        council_after=re.compile(
            r"^\s(?:nationale?|russe|ukrainien|iranien|turc|américain|de (?:la |l['’])?\w+ie\b)"
        ),
    ),
    "en": MentionWords(
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
    ),
}
