"""The French words around the name of a person who holds an office."""

import re

from foedus.reading.person_words import PersonWords

__all__ = ["PERSON_WORDS"]

_OFFICES = (
    "ministre", "vice-ministre", "ministre délégué", "homologue", "ambassadeur", "ambassadrice",
    "général", "générale", "amiral", "porte-parole", "secrétaire d'État", "secrétaire d’État",
    "conseiller", "conseillère", "vice-président", "député", "députée", "gouverneur",
    "commandant", "chef", "cheffe", "négociateur", "émissaire", "responsable", "haut responsable",
    "diplomate", "maréchal", "colonel",
)  # fmt: skip

PERSON_WORDS = PersonWords(
    offices=_OFFICES,
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
)
