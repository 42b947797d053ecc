"""How French places things in a city."""

import re

from foedus.reading.capitals import Placing

__all__ = ["PLACING"]

_GIVING = (
    r"demand\w*|réclam\w*|livr\w*|fourni\w*|vend\w*|impos\w*|oppos\w*|promet\w*|promis\w*|offr\w*|"
    r"offert\w*|accord(?:e|er|é|ée|és|ées|ent|ait|a|ant)|reproch\w*|permet\w*|permis\w*|transm\w*|"
    r"rappel\w*|enjoi\w*|ordonn\w*|propos\w*|adress\w*|apport\w*|interdi\w*|dict\w*|attribu\w*|"
    r"imput\w*|nui\w*|profit\w*|bénéfici\w*|répond\w*|répliqu\w*|échapp\w*"
)
_GIFT = (
    r"face|grâce|quant|soutien|aide|appui|assistance|réponse|hostiles?|favorables?|appels?|"
    r"ultimatum|avertissements?|gages?|concessions?|confiance|menaces?|ventes?|"
    r"livraisons?|soumis\w*|"
    r"liée?s?|allié\w*|régime|gouvernement|autorités|dirigeants|pouvoir|responsables|ministères?"
)
_TRAVEL = r"retour|revenu\w*|venu\w*|arriv\w*|rentr\w*|départ|expuls\w*"
_REACHED = (
    r"habit\w+|visit(?:é|er|ait|e|ent)|quitt\w+|bombard\w+|frapp\w+|pilonn\w+|attein\w+|gagn(?:é|er|ait)|"
    r"rejoin\w+|assiég\w+|encercl\w+|pris|prendre|reprendre|captur\w+|défend\w+|capitale"
)
_LOCATED = (
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
PLACING = Placing(
    locative=re.compile(
        r"(?:\b(?:[Àà]|[Aa]u|[Dd]ans|[Pp]rès de|[Aa]utour de|[Hh]ors de|[Ss]ur|[Ss]ous|[Vv]ia|"
        r"[Dd]epuis|"
        r"[Jj]usqu['’]à|[Ee]n dehors de|non loin de|à proximité de|le long de)"
        r"|\b(?:rend\w*|part\w*|envol\w*|vols?|départ|route|train) (?:\w+ )?pour"
        rf"|\b(?:{_TRAVEL}) (?:\w+ )?de|\b(?:{_REACHED})) $"
    ),
    dative=re.compile(
        rf"\b(?:(?:{_GIVING})(?:[ ,][^.;:!?,()]{{0,40}})?|(?:{_GIFT})(?: \w+){{0,2}}) à $"
    ),
    located=re.compile(
        rf"\b(?:{_LOCATED})(?: [A-Z][\w-]+){{0,3}} (?:de |d['’]|de l['’]|de la |du )$"
    ),
    placed=re.compile(
        r"^(?:-Ville|-centre| \((?:[A-Z]{2,6}|Reuters|Xinhua)\) ?[.,–—-]|"
        r",? ?[–—] | - (?=[A-ZÀ-Þ])|, (?:le )?\d{1,2} )"
    ),
)
