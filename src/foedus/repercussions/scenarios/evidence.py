"""What evidence would move each assumption: what would confirm it, and what refute it."""

from collections.abc import Mapping

from foedus.treaties.words import Words

__all__ = ["WOULD_CONFIRM", "WOULD_REFUTE"]

_KEPT = Words(
    "plans, stocks and troops put in place for the call before it comes; the same promise kept "
    "when it was called before",
    "des plans, des stocks et des troupes mis en place avant l'appel ; la même promesse tenue "
    "lors d'un appel passé",
)
_NOT_KEPT = Words(
    "reservations voiced in public or in parliament; a call let pass before",
    "des réserves dites en public ou au parlement ; un appel resté sans suite",
)
WOULD_CONFIRM: Mapping[str, Words] = {
    "defence": _KEPT,
    "offence": _KEPT,
    "neutrality": Words(
        "a declaration of neutrality; no passage, bases or supplies for the other side",
        "une déclaration de neutralité ; ni passage, ni bases, ni fournitures pour l'autre camp",
    ),
    "nonaggression": Words(
        "troops withdrawn from the common border; the promise renewed on the eve",
        "des troupes retirées de la frontière commune ; la promesse renouvelée à la veille",
    ),
    "whoever_began": Words(
        "an obligor's statement that the cause does not matter; a text without 'unprovoked' or "
        "'aggression'; records of its drafting",
        "une déclaration d'un obligé que la cause n'importe pas ; un texte sans « non provoquée » "
        "ni « agression » ; les travaux préparatoires",
    ),
    "struck_back": Words(
        "strikes on the ground or forces of those who help; such threats carried out before",
        "des frappes sur le sol ou les forces de qui aide ; de telles menaces suivies d'effet",
    ),
    "open": Words(
        "a party's official reading, practice in a like case, or a ruling, that it covers this",
        "une lecture officielle d'une partie, une pratique ou une décision qui l'étend à ce cas",
    ),
    "doubtful": Words(
        "the text, its ratification or its registration published",
        "la publication du texte, de sa ratification ou de son enregistrement",
    ),
    "aid": Words(
        "deliveries, credits or the use of bases reported by independent sources",
        "des livraisons, des crédits ou l'usage de bases rapportés par des sources indépendantes",
    ),
    "reach": Words(
        "lift, tankers and overflight arranged; forces of such a state seen as far from home",
        "transports, ravitailleurs et survols assurés ; des forces vues aussi loin de chez elles",
    ),
    "reach_unknown": Words(
        "its distance and capabilities become known, and are enough",
        "sa distance et ses capacités deviennent connues, et suffisent",
    ),
}
WOULD_REFUTE: Mapping[str, Words] = {
    "defence": _NOT_KEPT,
    "offence": _NOT_KEPT,
    "neutrality": Words(
        "mobilisation against the partner; talks with its enemy",
        "une mobilisation contre le partenaire ; des pourparlers avec son ennemi",
    ),
    "nonaggression": Words(
        "troops massed on the common border; the treaty denounced",
        "des troupes massées à la frontière commune ; le traité dénoncé",
    ),
    "whoever_began": Words(
        "a refusal on the ground that the partner began; 'unprovoked' or 'aggression' in the text",
        "un refus au motif que le partenaire a commencé ; « non provoquée » ou « agression » au "
        "texte",
    ),
    "struck_back": Words(
        "those who helped left alone by the other side",
        "ceux qui ont aidé, laissés en paix par l'autre camp",
    ),
    "open": Words(
        "a party's official reading, practice in a like case, or a ruling, that it does not",
        "une lecture officielle d'une partie, une pratique ou une décision qui l'exclut",
    ),
    "doubtful": Words(
        "proof that it was never ratified, had lapsed or was denounced",
        "la preuve qu'il ne fut jamais ratifié, s'était éteint ou fut dénoncé",
    ),
    "aid": Words(
        "an embargo, bases refused, no delivery found by those who look for them",
        "un embargo, des bases refusées, nulle livraison trouvée par ceux qui en cherchent",
    ),
    "reach": Words(
        "no lift, no bases on the way, overflight refused",
        "ni transports, ni bases en chemin, survol refusé",
    ),
    "reach_unknown": Words(
        "its distance and capabilities become known, and are not enough",
        "sa distance et ses capacités deviennent connues, et ne suffisent pas",
    ),
}
