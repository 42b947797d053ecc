"""An act as the head of a page: what happens, who does it to whom, where, when."""

import datetime as dt

from foedus.evidence import Day
from foedus.treaties.acts import Act
from foedus.treaties.clause_words import capital
from foedus.treaties.sentences import said_actor, said_day
from foedus.treaties.vocabulary import act_kinds
from foedus.treaties.words import Words

__all__ = ["act_facts", "act_parts", "said_act"]

_NO_STATE = Words("an armed group, no state", "un groupe armé, non un État")
_NOBODY_NAMED = Words("nobody named", "auteur non dit")
_AGAINST = Words("against", "contre")
_LABELS = {
    "where": Words("Where", "Lieu"),
    "when": Words("Day", "Jour"),
    "provocation": Words("Provocation", "Provocation"),
}
_NO_PLACE = Words("not said", "non dit")
_PROVOKED = {
    True: Words("said to be provoked", "dite provoquée"),
    False: Words("said to be unprovoked", "dite non provoquée"),
}


def act_parts(act: Act, on: dt.date, language: str) -> dict[str, str]:
    """Return the parts of a heading: what happens, by whom, to whom, and the word between."""
    label = act_kinds()[act.kind].label.said(language)
    nobody = (_NO_STATE if act.by_no_state else _NOBODY_NAMED).said(language)
    return {
        "label": capital(label),
        "by": _names(act.initiators, on, language) or nobody,
        "against": _AGAINST.said(language),
        "to": _names(act.targets, on, language),
    }


def said_act(act: Act, on: dt.date, language: str) -> str:
    """Return the act in one line: "Armed attack: Ukraine → Russia"."""
    colon = "\u00a0:" if language == "fr" else ":"
    return "{label}{colon} {by} → {to}".format(colon=colon, **act_parts(act, on, language))


def act_facts(act: Act, on: dt.date, language: str) -> list[tuple[str, str]]:
    """Return what else is known of the act, each fact with its name."""
    where = act.place.name if act.place else _NO_PLACE
    facts = [("where", where.said(language)), ("when", said_day(Day.of(on), language))]
    if act.provoked is not None:
        facts.append(("provocation", _PROVOKED[act.provoked].said(language)))
    return [(_LABELS[name].said(language), capital(words)) for name, words in facts]


def _names(actors: tuple[str, ...], on: dt.date, language: str) -> str:
    return ", ".join(said_actor(actor, language, on) for actor in actors)
