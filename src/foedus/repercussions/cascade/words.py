"""What is written around a cascade on a page: labels, chances, sides, suppositions, in words."""

import datetime as dt
from collections.abc import Mapping

from foedus.repercussions.cascade.suppositions import Supposition
from foedus.treaties.sentences import said_actor
from foedus.treaties.words import Words

__all__ = ["LABELS", "SIDES", "said_range", "said_share", "said_supposition", "said_within"]

LABELS: Mapping[str, Words] = {
    "question": Words(
        "Who may be drawn in, how likely, and through whom?",
        "Qui peut être entraîné, avec quelle chance, et par qui ?",
    ),
    "draws": Words("Wars drawn", "Guerres tirées"),
    "alone": Words("Nobody joins", "Nul ne se joint"),
    "of_draws": Words("in {share} of them", "dans {share} d'entre elles"),
    "involved": Words("Who is drawn in", "Qui est entraîné"),
    "involved_how": Words(
        "The mark is the chance of being in the war, the band its 95 % interval.",
        "La marque est la chance d'être dans la guerre, la bande son intervalle à 95 %.",
    ),
    "nobody": Words("Nobody is drawn in, in any draw.", "Nul n'est entraîné, dans aucun tirage."),
    "actor": Words("Actor", "Acteur"),
    "chance": Words("Chance", "Chance"),
    "interval": Words("95 % interval", "intervalle à 95 %"),
    "through": Words("Through", "Par"),
    "supposed": Words("supposed", "supposé"),
    "rarely": Words(
        "Each below 1 % (intervals reach {most} at most)",
        "Chacun moins de 1 % (les intervalles vont à {most} au plus)",
    ),
    "of_both": Words(
        "{attacked} with the attacked, {attackers} with the attackers",
        "{attacked} avec l'attaqué, {attackers} avec l'attaquant",
    ),
    "chains": Words("How the war spreads", "Comment la guerre s'étend"),
    "commonest": Words(
        "The commonest chains, round after round; their share of all draws stands before them.",
        "Les enchaînements les plus fréquents, tour après tour ; devant chacun, sa part de tous "
        "les tirages.",
    ),
    "together": Words(
        "Those shown make up {share} of all draws.",
        "Ceux qui sont montrés font {share} de tous les tirages.",
    ),
    "none_common": Words(
        "No course is common: almost every war drawn goes another way.",
        "Aucun cours n'est fréquent : presque chaque guerre tirée va autrement.",
    ),
    "longer": Words(
        "The commonest that go further", "Les plus fréquents de ceux qui vont plus loin"
    ),
    "round": Words("Round", "Tour"),
    "for": Words("for {partner}", "pour {partner}"),
    "attacked_by": Words("attacked by {partner}", "attaque venue de : {partner}"),
    "share": Words("Share of draws", "Part des tirages"),
    "moves": Words("What it hangs on", "Ce dont cela dépend"),
    "moves_how": Words(
        "The chance of being in the war if an assumption is at its lowest (ring) and at its "
        "highest (disc), all else drawn alike.",
        "La chance d'être dans la guerre si une hypothèse est au plus bas (anneau) et au plus "
        "haut (disque), tout le reste tiré de même.",
    ),
    "at_low": Words("Lowest", "Au plus bas"),
    "at_high": Words("Highest", "Au plus haut"),
    "more": Words("and {number} more", "et {number} de plus"),
    "assumed": Words("What is assumed", "Ce qui est supposé"),
    "assumption": Words("Assumption", "Hypothèse"),
    "bounds": Words("Between", "Entre"),
    "source": Words("From", "D'après"),
    "not_known": Words(
        "not known: anything between never and always",
        "non connu : n'importe quoi entre jamais et toujours",
    ),
    "analyst": Words("supposed by whoever asks", "supposé par qui pose la question"),
    "limits": Words("Limits", "Limites"),
    "sources": Words("Sources", "Sources"),
}
SIDES: Mapping[str, Words] = {
    "attacked": Words("On the side of the attacked", "Du côté de l'attaqué"),
    "attackers": Words("On the side of the attackers", "Du côté de l'attaquant"),
    "either": Words("On either side", "De l'un ou de l'autre côté"),
}
_JOINS = {
    "joins": Words("{actor} joins {other}", "{actor} se joint à : {other}"),
    "attacks": Words("{actor} attacks {other}", "{actor} attaque : {other}"),
}
_IF = Words(", if {one} fights {another}", ", si combat entre : {one}, {another}")


def said_share(share: float) -> str:
    """Return a share of draws in words: "80 %", "<1 %"."""
    return f"{_figures(share)}\u00a0%"


def said_range(low: float, high: float) -> str:
    """Return an interval in words: "76–83 %"."""
    return f"{_figures(low)}–{_figures(high)}\u00a0%"


def said_within(share: float, low: float, high: float) -> str:
    """Return a share with its bounds in words: "80 % (76–83 %)"; alone where they are the same."""
    if said_share(low) == said_share(share) == said_share(high):
        return said_share(share)
    return f"{said_share(share)} ({said_range(low, high)})"


def said_supposition(one: Supposition, on: dt.date, language: str) -> str:
    """Return what is supposed in words, without its chance."""
    actors = {"actor": one.actor, "other": one.other}
    if one.if_fighting:
        actors |= dict(zip(("one", "another"), one.if_fighting, strict=True))
    names = {place: said_actor(actor, language, on) for place, actor in actors.items()}
    when = _IF.said(language) if one.if_fighting else ""
    return (_JOINS[one.does].said(language) + when).format(**names)


def _figures(share: float) -> str:
    return f"{100 * share:.0f}" if share >= 0.01 or share == 0 else "<1"
