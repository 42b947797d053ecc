"""What a treaty says on each element of its central clause, ready to stand beside another treaty.

The central clause of an instrument is its promise of defence; where it has none, the first of its
other promises in the order offence, permission, consultation, neutrality, non-aggression; where it
promises none of these, the first of what it promises at all. Each cell says how its wording is
known and whether it narrows the promise.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from foedus.actors.names import display_name
from foedus.treaties.cells import NOT_STATED, Cell, Item, joined, not_coded
from foedus.treaties.instrument import Article, Instrument, Obligation
from foedus.treaties.vocabulary import act_kinds, kinds, vocabulary
from foedus.treaties.words import LANGUAGES, Words

__all__ = [
    "ELEMENTS",
    "central_clause",
    "clause_cell",
    "kinds_of",
    "named",
    "standing_clauses",
    "trigger_conditions",
]

_CENTRAL = ("defence", "offence", "permission", "consultation", "neutrality", "nonaggression")
ELEMENTS: Mapping[str, Words] = {
    "kind": Words("Kind", "Nature"),
    "trigger": Words("Trigger", "Déclencheur"),
    "against": Words("Against whom", "Contre qui"),
    "by": Words("By whom", "Par qui"),
    "asks": Words("Asks", "Demande"),
    "discretion": Words("Discretion", "Latitude"),
    "timing": Words("Timing", "Délai"),
    "territory": Words("Territory", "Territoire"),
    "subject_to": Words("Subject to", "Sous réserve de"),
}
"""The elements of a clause, in the order of the rows, with their names."""


def central_clause(compared: Instrument) -> tuple[Article, Obligation]:
    """Return the clause that stands for a treaty; the latest wording where it was amended.

    Raises ValueError when nothing of the treaty is coded.
    """
    clauses = list(compared.obligations())
    if not clauses:
        raise ValueError(f"no obligation of {compared.id} is coded, so there is nothing to compare")
    ranked = dict.fromkeys((*_CENTRAL, *kinds()))
    kind = next(kind for kind in ranked if any(one.kind == kind for _, one in clauses))
    of_kind = [pair for pair in clauses if pair[1].kind == kind]
    amended = of_kind[0][0].spell is not None
    return of_kind[-1] if amended else of_kind[0]


def clause_cell(element: str, one: Instrument) -> Cell:
    """Return what the central clause of a treaty says on one of the `ELEMENTS`."""
    if not any(one.obligations()):
        return not_coded(one)
    article, obligation = central_clause(one)
    content = _CONTENTS[element](one, obligation)
    return Cell(
        words=content.words or NOT_STATED,
        codes=content.codes,
        tags=content.tags,
        items=content.items,
        stated=content.words is not None,
        narrows=content.narrows,
        known_how=article.known_how,
        source=article.source,
        article=None if element == "kind" else article.number,
    )


def standing_clauses(one: Instrument) -> tuple[tuple[Article, Obligation], ...]:
    """Return every obligation with its article, without wordings that a later one replaced."""
    return tuple(
        (article, obligation)
        for article, obligation in one.obligations()
        if one.article(article.number) is article
    )


def kinds_of(one: Instrument) -> tuple[str, ...]:
    """Return the kinds of obligation of a treaty, in the order of `obligations.yaml`."""
    present = {obligation.kind for _, obligation in one.obligations()}
    return tuple(kind for kind in kinds() if kind in present)


def named(one: Instrument, codes: Sequence[str]) -> Words:
    """Return actors as they were called when the treaty was signed, "each party" in words."""
    known, on = vocabulary("whom"), one.signed.earliest
    said = [
        known.get(code) or Words(*(display_name(code, language, on) for language in LANGUAGES))
        for code in codes
    ]
    return joined(said, ",")


@dataclass(frozen=True, slots=True)
class _Content:
    """What an element says (None: nothing), and how it is compared and shown."""

    words: Words | None
    codes: tuple[str, ...]
    tags: tuple[Words, ...] = ()
    narrows: bool = False
    items: tuple[Item, ...] = ()


def _kind(one: Instrument, obligation: Obligation) -> _Content:
    labels = tuple(kinds()[kind].label for kind in kinds_of(one))
    return _Content(kinds()[obligation.kind].label, (obligation.kind,), labels)


def _trigger(one: Instrument, obligation: Obligation) -> _Content:
    trigger = obligation.trigger
    said = trigger.words
    if said is None and trigger.acts:
        acts = joined([act_kinds()[act].label for act in trigger.acts], ",")
        said = joined([acts, *(vocabulary("also")[code] for code in trigger.also)])
    conditions = trigger_conditions(one, obligation)
    return _Content(
        said, (*trigger.acts, *conditions), tuple(conditions.values()), bool(conditions)
    )


def trigger_conditions(one: Instrument, obligation: Obligation) -> dict[str, Words]:
    """Return the further conditions of a trigger, each by the code it is compared by."""
    trigger = obligation.trigger
    found = {code: vocabulary("also")[code] for code in trigger.also}
    if trigger.provocation != "unstated":
        found[f"provocation {trigger.provocation}"] = _PROVOCATION[trigger.provocation]
    if trigger.answering_aggression != "unstated":
        code = trigger.answering_aggression
        found[f"answering aggression {code}"] = _ANSWERING_AGGRESSION[code]
    if trigger.least_adversaries > 1:
        count = trigger.least_adversaries
        found[f"adversaries {count}"] = Words(
            f"at least {count} adversaries", f"au moins {count} adversaires"
        )
    if trigger.together_with:
        beside = named(one, trigger.together_with)
        found[f"together with {' '.join(trigger.together_with)}"] = Words(
            f"if {beside.said('en')} attacks too", f"si {beside.said('fr')} attaque aussi"
        )
    if trigger.war == "any" and obligation.kind == "neutrality":
        found["any war"] = Words("in any war it is in", "dans toute guerre où il est engagé")
    for code in trigger.untold:
        said = vocabulary("untold")[code]
        found[f"untold {code}"] = Words(
            f"not known: {said.said('en')}", f"non connu : {said.said('fr')}"
        )
    return found


_PROVOCATION = {
    "excluded": Words("unprovoked attack only", "attaque non provoquée seulement"),
    "counts": Words("provoked or not", "provoquée ou non"),
}
_ANSWERING_AGGRESSION = {
    "excluded": Words(
        "not an answer to its own aggression", "non la riposte à sa propre agression"
    ),
    "counts": Words(
        "even in answer to its own aggression", "même en riposte à sa propre agression"
    ),
}


def _against(one: Instrument, obligation: Obligation) -> _Content:
    if not _has_trigger(obligation):
        return _Content(None, ())
    whom = obligation.beneficiary
    return _Content(named(one, whom), whom)


def _by(one: Instrument, obligation: Obligation) -> _Content:
    trigger = obligation.trigger
    if not _has_trigger(obligation):
        return _Content(None, ())
    if trigger.adversaries:
        return _Content(named(one, trigger.adversaries), trigger.adversaries, narrows=True)
    if trigger.not_adversaries:
        outside = set(trigger.not_adversaries) >= set(one.actors)
        spared = Words("a party", "une partie") if outside else named(one, trigger.not_adversaries)
        said = Words(f"anyone but {spared.said('en')}", f"quiconque sauf {spared.said('fr')}")
        return _Content(said, ("not", *trigger.not_adversaries), narrows=True)
    return _Content(vocabulary("by")[trigger.by], (trigger.by,), narrows=trigger.by == "state")


def _has_trigger(obligation: Obligation) -> bool:
    return kinds()[obligation.kind].triggered_by != "nothing"


def _asks(one: Instrument, obligation: Obligation) -> _Content:
    asks = obligation.asks
    said = joined([asks.action, *([asks.means] if asks.means else [])])
    codes = tuple(part.said("en") for part in (asks.action, asks.means) if part)
    if obligation.obligor == ("each party",):
        return _Content(said, codes)
    of_whom = named(one, obligation.obligor)
    said = Words(
        f"{of_whom.said('en')}: {said.said('en')}", f"{of_whom.said('fr')} : {said.said('fr')}"
    )
    return _Content(said, (*codes, *obligation.obligor))


def _discretion(_: Instrument, obligation: Obligation) -> _Content:
    code = obligation.discretion
    said = None if code == "none stated" else vocabulary("discretion")[code]
    return _Content(said, (code,), narrows=code not in ("automatic", "none stated"))


def _timing(_: Instrument, obligation: Obligation) -> _Content:
    code = obligation.timing
    said = None if code == "none stated" else vocabulary("timing")[code]
    return _Content(said, (_SPEED.get(code, code),))


_SPEED = {"immediately": "at once", "without delay": "at once", "forthwith": "at once"}
"""Words of treaties that ask for the same haste."""


def _territory(_: Instrument, obligation: Obligation) -> _Content:
    limits = [one for one in obligation.exceptions if one.kind in ("area", "administration")]
    ground, excluded = obligation.trigger.territory, obligation.trigger.excluded_areas
    parts = [one.words for one in limits]
    # "Wherever it happens", said of a clause with an area, would be read as the opposite.
    if not limits and ground != "unstated":
        parts.append(vocabulary("territory")[ground])
    if excluded:
        named = joined([vocabulary("area")[area] for area in excluded], ",")
        parts.append(Words(f"not {named.said('en')}", f"hors {named.said('fr')}"))
    if not parts:
        return _Content(None, ())
    areas = tuple(area.name for one in limits for area in one.areas)
    holders = tuple(holder for one in limits for holder in one.administered_by)
    grounds = () if limits or ground == "unstated" else (ground,)
    left_out = ("not", *excluded) if excluded else ()
    return _Content(
        joined(parts),
        (*areas, *holders, *grounds, *left_out),
        tuple(vocabulary("area")[area] for area in areas),
        bool(limits or excluded) or ground in ("recognised", "administered"),
    )


def _subject_to(_: Instrument, obligation: Obligation) -> _Content:
    limits = obligation.subject_to
    items = tuple(Item(code=code, words=vocabulary("subject_to")[code]) for code in limits)
    tags = tuple(item.words for item in items)
    return _Content(joined(tags) if limits else None, limits, tags, bool(limits), items)


_CONTENTS: Mapping[str, Callable[[Instrument, Obligation], _Content]] = {
    "kind": _kind,
    "trigger": _trigger,
    "against": _against,
    "by": _by,
    "asks": _asks,
    "discretion": _discretion,
    "timing": _timing,
    "territory": _territory,
    "subject_to": _subject_to,
}
