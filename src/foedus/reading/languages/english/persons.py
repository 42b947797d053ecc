"""The English words around the name of a person who holds an office."""

import re

from foedus.reading.person_words import PersonWords

__all__ = ["PERSON_WORDS"]

_OFFICES = (
    "minister", "vice minister", "deputy minister", "counterpart", "ambassador", "general",
    "admiral", "spokesman", "spokeswoman", "spokesperson", "secretary", "adviser", "advisor",
    "senator", "representative", "governor", "commander", "chief", "negotiator", "envoy",
    "official", "senior official", "diplomat", "marshal", "colonel", "lawmaker",
)  # fmt: skip

PERSON_WORDS = PersonWords(
    offices=_OFFICES,
    portfolio=re.compile(
        r"(?:,?(?: (?:of|for|the|and|to|on))* (?:Foreign|foreign|Affairs|affairs|"
        r"Defen[cs]e|defen[cs]e|Security|security|"
        r"Intelligence|intelligence|Strategy|Economy|Trade|Interior|State|Staff|Armed|"
        r"Forces|Finance|Energy|National|"
        r"General|Assembly|Council|Unification|Policy|Minister|Secretary|designate|elect))*"
    ),
    courtesy=re.compile(
        r"\b(?:Mr\.?|Mrs\.?|Ms\.?|Dr\.?|President|President-elect|Prime Minister|Minister|"
        r"Secretary|General|Gen\.|Chairman|Chancellor|Marshal) $"
    ),
    named_for=re.compile(r"\b(?:USS|Camp|Fort|Lake|Mount) $"),
    named_after=re.compile(
        r"^ (?:Square|Avenue|University|Airport|Prize|Street|Center|Centre|Foundation|"
        r"Institute|Tower|Doctrine|Plan|Stadium)\b"
    ),
    definite=re.compile(r"\b(?:[Tt]he|['’]s) $"),
)
