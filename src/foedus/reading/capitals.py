"""Whether a capital or a palace is who acts ("Moscou a refusé") or where things happen ("à Tokyo").

A capital after a preposition of place is a place, unless what goes before gives, says or sends
something to it ("demande à Pékin") or seats a government there ("the regime in Moscow"); after any
other word it acts, unless it only places the noun beside it ("l'aéroport de Kiev", "the Tokyo
summit").
"""

import re
from dataclasses import dataclass

__all__ = ["acts"]


@dataclass(frozen=True, slots=True)
class _Placing:
    """How one language places things in a city.

    `locative` ends in a preposition of place; `dative` in one that a word shortly before it makes
    lead to the government of the city; `located` in a noun that the city only places; `placed`
    begins with such a noun, or with the rest of a dateline.
    """

    locative: re.Pattern[str]
    dative: re.Pattern[str]
    located: re.Pattern[str]
    placed: re.Pattern[str]


_GIVING_FR = (
    r"demand\w*|réclam\w*|livr\w*|fourni\w*|vend\w*|impos\w*|oppos\w*|promet\w*|promis\w*|offr\w*|"
    r"offert\w*|accord(?:e|er|é|ée|és|ées|ent|ait|a|ant)|reproch\w*|permet\w*|permis\w*|transm\w*|"
    r"rappel\w*|enjoi\w*|ordonn\w*|propos\w*|adress\w*|apport\w*|interdi\w*|dict\w*|attribu\w*|"
    r"imput\w*|nui\w*|profit\w*|bénéfici\w*|répond\w*|répliqu\w*|échapp\w*"
)
_GIFT_FR = (
    r"face|grâce|quant|soutien|aide|appui|assistance|réponse|hostiles?|favorables?|appels?|"
    r"ultimatum|avertissements?|gages?|concessions?|confiance|menaces?|ventes?|"
    r"livraisons?|soumis\w*|"
    r"liée?s?|allié\w*|régime|gouvernement|autorités|dirigeants|pouvoir|responsables|ministères?"
)
_TRAVEL_FR = r"retour|revenu\w*|venu\w*|arriv\w*|rentr\w*|départ|expuls\w*"
_REACHED_FR = (
    r"habit\w+|visit(?:é|er|ait|e|ent)|quitt\w+|bombard\w+|frapp\w+|pilonn\w+|attein\w+|gagn(?:é|er|ait)|"
    r"rejoin\w+|assiég\w+|encercl\w+|pris|prendre|reprendre|captur\w+|défend\w+|capitale"
)
_LOCATED_FR = (
    r"aéroport|gare|ville|capitale|métro|rues?|université|quartiers?|faubourgs?|"
    r"banlieues?|habitants|"
    r"mairie|maire|ambassade|hôpital|port|palais|parc|place|périphérie|région|oblast|environs|"
    r"alentours|stade|hôtel|bourse|festival|centre|cœur|large|sortie|nord|sud|est|ouest|nord-est|"
    r"nord-ouest|sud-est|sud-ouest|[Ss]ommets?|[Cc]onférences?|[Tt]raités?|[Aa]ccords?|"
    r"[Dd]éclarations?|[Pp]rotocoles?|[Ff]orum|[Mm]émorandums?|[Cc]ommuniqué|[Pp]rocessus|"
    r"[Pp]actes?|"
    r"[Cc]onventions?|[Rr]encontres?|[Vv]isites?|[Nn]égociations?|[Pp]ourparlers|[Rr]éunions?|"
    r"[Cc]orrespondante?s?"
)
_FRENCH = _Placing(
    locative=re.compile(
        r"(?:\b(?:[Àà]|[Dd]ans|[Pp]rès de|[Aa]utour de|[Hh]ors de|[Ss]ur|[Ss]ous|[Vv]ia|[Dd]epuis|"
        r"[Jj]usqu['’]à|[Ee]n dehors de|non loin de|à proximité de|le long de)"
        r"|\b(?:rend\w*|part\w*|envol\w*|vols?|départ|route|train) (?:\w+ )?pour"
        rf"|\b(?:{_TRAVEL_FR}) (?:\w+ )?de|\b(?:{_REACHED_FR})) $"
    ),
    dative=re.compile(
        rf"\b(?:(?:{_GIVING_FR})(?:[ ,][^.;:!?,()]{{0,40}})?|(?:{_GIFT_FR})(?: \w+){{0,2}}) à $"
    ),
    located=re.compile(
        rf"\b(?:{_LOCATED_FR})(?: [A-Z][\w-]+){{0,3}} (?:de |d['’]|de l['’]|de la |du )$"
    ),
    placed=re.compile(
        r"^(?:-Ville|-centre| \((?:AFP|Reuters|AP)\)|,? ?[–—] | - (?=[A-ZÀ-Þ])|, (?:le )?\d{1,2} )"
    ),
)

_TRAVEL_EN = (
    r"(?:travel|visit|trip|journey|flight|drive|way|return|route|train|arriv|invit|mov|relocat|"
    r"evacuat)\w*|fl(?:y|ies|ew|own|ying)|go|goes|went|going|gone|com(?:e|es|ing)|came|back"
)
_REACHED_EN = (
    r"str(?:uck|ikes?|iking)|hits?|shell(?:ed|ing)|bomb(?:ed|ing)|bombard\w*|reach(?:ed|ing)?|left|"
    r"leave|leaving|captur\w+|seiz\w+|besieg\w+|enter(?:ed|ing)?|visit(?:s|ed|ing)?|tour(?:ed|ing)|"
    r"defend(?:ed|ing)?|attack(?:ed|ing)?|capital|capital,|onto"
)
_SEATED_EN = (
    r"regime|government|authorities|leadership|leaders?|officials?|rulers|junta|ministry|"
    r"ministries|"
    r"policymakers|decision-makers|administration"
)
_LOCATED_EN = (
    r"city|capital|streets|suburbs?|outskirts|mayor|people|residents|centre|center|"
    r"university|heart|"
    r"north|south|east|west|northeast|northwest|southeast|southwest|region|battle|siege|port|"
    r"[Ss]ummit|[Cc]onference|[Tt]reaty|[Pp]act|[Dd]eclaration|[Pp]rotocol|[Mm]emorandum|"
    r"[Cc]onvention|Peace"
)
_PLACED_EN = (
    r"[Ss]ummits?|[Cc]onference|[Dd]eclaration|[Tt]reaty|[Aa]greements?|[Aa]ccords?|[Pp]rotocols?|"
    r"[Mm]emorandum|[Pp]rocess|[Pp]act|[Cc]onvention|airport|[Uu]niversity|[Ss]tock [Ee]xchange|"
    r"suburbs?|region|[Mm]etro|[Ss]ubway|streets?|office|bureau|meeting|talks|Olympics|Charter|"
    r"Principles|"
    r"Consensus|[Dd]ialogue"
)
_MONTHS_EN = (
    r"January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\."
)
_ENGLISH = _Placing(
    locative=re.compile(
        r"(?:\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Ii]nside|[Aa]round|[Oo]ver|[Aa]cross|"
        r"[Tt]hroughout|"
        rf"[Ww]ithin|[Vv]ia|not far from)|\b(?:{_TRAVEL_EN})(?: \w+){{0,3}}? (?:to|from|for)"
        rf"|\b(?:ambassadors?|envoys?|embassy|embassies) to|\b(?:{_REACHED_EN}))"
        r" (?:central |downtown |north |south |east |west )?$"
    ),
    dative=re.compile(rf"\b(?:{_SEATED_EN}) in $"),
    located=re.compile(rf"\b(?:{_LOCATED_EN}) of $"),
    placed=re.compile(
        rf"^(?:-based\b| (?:{_PLACED_EN})\b|, D\.?C\.?| ?[–—] | - (?=[A-Z])"
        r"| \((?:Reuters|AP|AFP|Yonhap|TASS|CNN|KCNA|Xinhua|Kyodo)\)"
        rf"|, (?:\d{{1,2}} )?(?:{_MONTHS_EN})(?:\W|$))"
    ),
)

_PLACING = {"fr": _FRENCH, "en": _ENGLISH}
_REACH = 64


def acts(text: str, start: int, end: int, language: str, city: bool = True) -> bool:
    """Return whether the city, or the palace, at these characters stands for its government.

    A palace is a mere place only in the name of something else ("le traité de l'Élysée"). A
    language without rules here takes every capital for its government.
    """
    placing = _PLACING.get(language)
    if placing is None:
        return True
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
