"""The words around the name of a person who holds an office, in French and English."""

import re
from dataclasses import dataclass

__all__ = ["PERSON_WORDS", "PersonWords"]


@dataclass(frozen=True, slots=True)
class PersonWords:
    """What a language writes between an office and a name, or before a name.

    `offices` are nouns for offices that the table of offices does not list. `portfolio` matches
    words that continue an office ("de la Défense"); `courtesy` ends in a title of courtesy;
    `named_for` ends in a thing that is named for persons, `named_after` begins with one;
    `definite` ends in a definite article.
    """

    offices: tuple[str, ...]
    portfolio: re.Pattern[str]
    courtesy: re.Pattern[str]
    named_for: re.Pattern[str]
    named_after: re.Pattern[str]
    definite: re.Pattern[str]


_OFFICES_FR = (
    "ministre", "vice-ministre", "ministre délégué", "homologue", "ambassadeur", "ambassadrice",
    "général", "générale", "amiral", "porte-parole", "secrétaire d'État", "secrétaire d’État",
    "conseiller", "conseillère", "vice-président", "député", "députée", "gouverneur",
    "commandant", "chef", "cheffe", "négociateur", "émissaire", "responsable", "haut responsable",
    "diplomate", "maréchal", "colonel",
)  # fmt: skip
_OFFICES_EN = (
    "minister", "vice minister", "deputy minister", "counterpart", "ambassador", "general",
    "admiral", "spokesman", "spokeswoman", "spokesperson", "secretary", "adviser", "advisor",
    "senator", "representative", "governor", "commander", "chief", "negotiator", "envoy",
    "official", "senior official", "diplomat", "marshal", "colonel", "lawmaker",
)  # fmt: skip

PERSON_WORDS = {
    "fr": PersonWords(
        offices=_OFFICES_FR,
        portfolio=re.compile(
            r"(?:(?:,? (?:de la|de l['’]|du|des|de|à la|au|aux|et|pour|la|le|les|en|"
            r"chargée? (?:de la|de l['’]|des|du))"
            r"| ?[dl]['’])? ?(?:Affaires|affaires|étrangères|extérieures|européennes|"
            r"Défense|défense|nationale?|Armées|armées|"
            r"Intérieur|Économie|Finances|Justice|Commerce|Énergie|Transports|Unification|"
            r"Renseignement|Europe|diplomatie|"
            r"sécurité|Sécurité|gouvernement|État|Parlement|République|Relations|Conseil|"
            r"armée|état-major|opposition|"
            r"général|junte|armée|adjointe?|sortante?|par intérim|régime|pays))*"
        ),
        courtesy=re.compile(
            r"\b(?:M\.|MM\.|Mme|Mr|monsieur|madame|président|présidente|Président|général|"
            r"Premier ministre|ministre) $"
        ),
        named_for=re.compile(
            r"\b(?:place|avenue|rue|boulevard|square|université|aéroport|prix|fondation|"
            r"institut|stade|porte-avions|école|doctrine|plan|administration) $",
            re.I,
        ),
        named_after=re.compile(r"^$"),
        definite=re.compile(
            r"\b(?:[Ll]e|[Ll]a|[Dd]u|[Aa]u|de la|à la|[Ll]['’]|[Ll]['’]ex-|[Ll]['’]ancien|"
            r"[Nn]otre) ?$"
        ),
    ),
    "en": PersonWords(
        offices=_OFFICES_EN,
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
    ),
}
