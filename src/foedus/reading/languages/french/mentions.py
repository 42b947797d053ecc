"""The French words beside a name that only looks like an actor's."""

import re

from foedus.reading.mention_words import MentionWords

__all__ = ["MENTION_WORDS"]

_NEVER = re.compile(r"(?!)")
MENTION_WORDS = MentionWords(
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
    official=re.compile(
        r"(?:République|Royaume|État|Etat|Grand-Duché|Principauté|Sultanat) "
        r"(?:du |de la |de |d['’])(?!Corée\b|Chine\b|Congo\b)"
    ),
)
