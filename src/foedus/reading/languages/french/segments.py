"""What French writes at the head of a caption, a byline, a list of notes or a field."""

from foedus.reading.passages import SegmentWords

__all__ = ["SEGMENT_WORDS"]

SEGMENT_WORDS = SegmentWords(
    notes=r"notes?(?: de bas de page)?|références|sources|bibliographie",
    caption=r"vignette|légende|photo(?:graphie)?s?|image|illustration|figure \d+|carte|"
    r"crédits?(?: photo)?|graphique \d*|tableau \d+",
    byline=r"par|de notre (?:envoyée?|correspondante?)[^.]{0,40}|propos recueillis par",
    field=r"date (?:créée|de (?:création|publication|mise à jour))|publié le|mis à jour le|"
    r"auteur(?:e|s|[- ]article)?|champs de méta|mots[- ]clés?|catégories?|rubrique|source|"
    r"thème|étiquettes?|lien|référence",
    biography=r"est|était|a été|enseigne|travaille|dirige",
    months=r"janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|"
    r"décembre",
    abbreviations=r"M|MM|Mme|Mlle|Dr|Pr|St|Ste|art|al|p|pp|cf|éd|vol|no|n°|env|av|apr|J|C|etc",
)
