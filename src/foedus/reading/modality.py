"""How surely a clause says what it says, and on which side its event lies."""

from foedus.evidence import EventType, Modality, Polarity, QuadClass, quad_class
from foedus.reading.attribution import Frame
from foedus.reading.clause import Clause
from foedus.reading.events import Carried, EventNoun
from foedus.reading.grammar import Grammar
from foedus.reading.vocabulary import Vocabulary

__all__ = ["clause_modality", "noun_modality", "polarity"]

_MOODS = {
    "possible": Modality.POSSIBLE,
    "planned": Modality.PLANNED,
    "denied": Modality.DENIED,
    "demanded": Modality.DEMANDED,
}
_INTENT = (EventType.THREATEN, EventType.AGREE)
_COOPERATION = (QuadClass.VERBAL_COOPERATION, QuadClass.MATERIAL_COOPERATION)


def clause_modality(
    clause: Clause,
    carried: Carried | None,
    frame: Frame | None,
    grammar: Grammar,
    words: Vocabulary,
    assessed: bool,
) -> Modality:
    """Return the modality of a verbal clause.

    A word of possibility weighs more than a tense, a tense more than a speaker. `assessed` says
    that the predicate weighs rather than tells.
    """
    own = _own(clause, carried, grammar, words, assessed)
    if own is not None:
        return own
    if frame is not None:
        return _framed(frame, assessed)
    return Modality.ASSESSED if assessed else Modality.ASSERTED


def noun_modality(
    noun: EventNoun, frame: Frame | None, governor: Clause | None, grammar: Grammar
) -> Modality:
    """Return the modality of an event that a noun phrase names."""
    if noun.mood:
        return _MOODS[noun.mood]
    if frame is not None:
        return _framed(frame, assessed=False)
    if governor is not None and not governor.nominal:
        if any(grammar.chains.get(verb) == "planned" for verb in governor.chain):
            return Modality.PLANNED
        if governor.mood == "future":
            return Modality.PLANNED
    return Modality.ASSERTED


def _own(
    clause: Clause,
    carried: Carried | None,
    grammar: Grammar,
    words: Vocabulary,
    assessed: bool,
) -> Modality | None:
    chain = [grammar.chains.get(verb) for verb in clause.chain]
    attribute = clause.argument("attribute")
    said = {*clause.adverbs, attribute.lemma if attribute else ""}
    barred = clause.negated and not words.has("epistemic.excludes", clause.lemma)
    if clause.negated and not barred:
        return Modality.POSSIBLE
    if "possible" in chain and barred:
        return Modality.DENIED
    if "possible" in chain or words.words["epistemic.possible_words"] & said:
        return Modality.POSSIBLE
    if "demanded" in chain:
        return Modality.DEMANDED
    if carried is not None and carried.path == "provision":
        return Modality.PLANNED
    noun = carried.noun if carried else None
    if noun is not None and noun.mood and not clause.negated:
        return _MOODS[noun.mood]
    if clause.negated != ("denied" in chain) and "ended" not in chain:
        return Modality.DENIED
    if _asks(clause, carried):
        return Modality.DEMANDED
    if clause.mood == "conditional" or _is_condition(clause, words):
        return Modality.POSSIBLE
    if clause.mood == "future" or "planned" in chain or "conditional" in chain:
        return Modality.ASSESSED if assessed and carried is None else Modality.PLANNED
    for mood, modality in _MOODS.items():
        if clause.governor and words.has(f"epistemic.{mood}", clause.governor.lemma):
            return modality
    depending = _depending(clause, words)
    if depending is not None:
        return depending
    allowed = clause.parent if clause.link == "complement" else None
    if allowed is not None and allowed.mood in ("future", "conditional"):
        return Modality.PLANNED if allowed.mood == "future" else Modality.POSSIBLE
    if "assessed" in chain:
        return Modality.ASSESSED
    return None


def _depending(clause: Clause, words: Vocabulary) -> Modality | None:
    """What the verb above makes of an infinitive: asked for, denied, or threatened."""
    above = clause.parent if clause.link == "complement" else None
    if above is None:
        return None
    if words.has("cues.demand", above.lemma):
        return Modality.DEMANDED
    if words.has("cues.deny", above.lemma):
        return Modality.DENIED
    if any(sense.type is EventType.REJECT for sense in words.verbs.get(above.lemma, ())):
        return Modality.DENIED
    intends = any(sense.type in _INTENT for sense in words.verbs.get(above.lemma, ()))
    return Modality.PLANNED if intends else None


def _asks(clause: Clause, carried: Carried | None) -> bool:
    """Whether the clause says what it is that somebody is asked to do."""
    if carried is None or carried.noun is not None or carried.sense.type is not EventType.REQUEST:
        return False
    return bool(clause.opens & {"complement", "content"}) or carried.sense.needs_in == "object"


def _is_condition(clause: Clause, words: Vocabulary) -> bool:
    """Whether "if" opens it: "si" with a plain tense above it concedes rather than supposes."""
    if clause.conjunction is None or not words.has(
        "epistemic.conjunctions_possible", clause.conjunction
    ):
        return False
    if words.language == "en":
        return True
    return clause.parent is not None and clause.parent.mood in ("conditional", "future")


def _framed(frame: Frame, assessed: bool) -> Modality:
    if frame.force == "deny":
        return Modality.DENIED
    if frame.force == "demand":
        return Modality.DEMANDED
    if frame.force == "assess" and assessed:
        return Modality.ASSESSED
    return Modality.REPORTED


def polarity(
    event_type: EventType | None,
    target: tuple[str, ...],
    lemmas: frozenset[str],
    words: Vocabulary,
    attacked: frozenset[str],
    host: bool,
) -> Polarity:
    """Return the side an event lies on; a state of affairs by the words that tell it.

    Forces sent to a host are cooperation with it, unless the text says that the host is `attacked`.
    """
    if event_type is EventType.MOBILIZE and host and target:
        hostile = not attacked.isdisjoint(target)
        return Polarity.CONFLICT if hostile else Polarity.COOPERATION
    if event_type is not None:
        friendly = quad_class(event_type) in _COOPERATION
        return Polarity.COOPERATION if friendly else Polarity.CONFLICT
    hostile_words = len(lemmas & words.words["valence.conflict"])
    friendly_words = len(lemmas & words.words["valence.cooperation"])
    if hostile_words > friendly_words:
        return Polarity.CONFLICT
    if friendly_words > hostile_words:
        return Polarity.COOPERATION
    return Polarity.NEUTRAL
