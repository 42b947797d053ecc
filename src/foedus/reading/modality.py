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
_ARRANGED = (EventType.CONSULT, EventType.AGREE)
_INTENT = (EventType.THREATEN, EventType.AGREE)
_ASKED = ("object", "to", "for")
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
    if frame is not None and frame.force == "deny" and not clause.negated:
        return Modality.DENIED
    if frame is not None and _is_feared(clause, frame, words):
        return Modality.POSSIBLE
    if grammar.hearsay and _is_hearsay(clause, frame, grammar, words):
        return Modality.REPORTED
    own = _own(clause, carried, grammar, words, assessed)
    if own is Modality.POSSIBLE and frame is not None and _is_later(clause, grammar, words):
        return Modality.PLANNED
    if own is Modality.POSSIBLE and grammar.hearsay and _is_told_later(clause, frame):
        return Modality.PLANNED
    if own is not None:
        return own
    if frame is not None:
        return _framed(frame, assessed)
    return Modality.ASSESSED if assessed else Modality.ASSERTED


def _is_told_later(clause: Clause, frame: Frame | None) -> bool:
    """Whether a conditional is the future seen from when it was said ("a dit qu'il livrerait")."""
    if clause.mood != "conditional" or clause.past or clause.link != "content" or clause.chain:
        return False
    cue = None if frame is None else frame.clause
    return cue is not None and cue is clause.parent and cue.past


def _is_feared(clause: Clause, frame: Frame, words: Vocabulary) -> bool:
    """Whether somebody only fears what the clause says ("craint que X ne coupe")."""
    cue = frame.clause
    fears = words.words.get("cues.fears", ())
    return cue is not None and cue.lemma in fears and cue is clause.parent and not cue.negated


def _is_hearsay(clause: Clause, frame: Frame | None, grammar: Grammar, words: Vocabulary) -> bool:
    """Whether a conditional only says that others tell it: the perfect, or with "selon X".

    None where something may be or should be, or hangs on a condition.
    """
    if clause.mood != "conditional" or clause.negated or "adverbial" in clause.opens:
        return False
    if not {grammar.chains.get(verb) for verb in clause.chain} <= {None, "asserted"}:
        return False
    if _is_condition(clause, grammar, words):
        return False
    told = frame is not None and (frame.clause is None or frame.parenthetic)
    return told or (clause.past and clause.link != "adverbial")


def _is_later(clause: Clause, grammar: Grammar, words: Vocabulary) -> bool:
    """Whether "would" is only the future seen from when it was said ("said it would help")."""
    codes = {grammar.chains.get(verb) for verb in clause.chain}
    plain = "conditional" in codes and "possible" not in codes and not clause.negated
    return plain and not _is_condition(clause, grammar, words)


def noun_modality(
    noun: EventNoun,
    frame: Frame | None,
    governor: Clause | None,
    grammar: Grammar,
    words: Vocabulary,
) -> Modality:
    """Return the modality of an event that a noun phrase names."""
    if noun.mood:
        return _MOODS[noun.mood]
    if frame is not None and frame.force == "fear":
        return Modality.POSSIBLE
    if governor is not None and not governor.nominal and _is_object(noun, governor):
        wanted = [sense.type for sense in words.verbs.get(governor.lemma, ())]
        if wanted and all(one is EventType.REQUEST for one in wanted):
            return Modality.DEMANDED
        if words.has("cues.deny", governor.lemma) and not governor.negated:
            return Modality.DENIED
    if governor is not None and not governor.nominal and _is_asked_for(noun, governor, words):
        return Modality.DEMANDED
    if frame is not None:
        return _framed(frame, assessed=False)
    if governor is not None and not governor.nominal:
        if any(grammar.chains.get(verb) == "planned" for verb in governor.chain):
            return Modality.PLANNED
        if governor.mood == "future":
            return Modality.PLANNED
    return Modality.ASSERTED


def _is_asked_for(noun: EventNoun, governor: Clause, words: Vocabulary) -> bool:
    """Whether somebody asks that what a noun names be done ("appelle à une reprise")."""
    if not words.has("cues.demand", governor.lemma) or governor.passive or governor.negated:
        return False
    asked = (governor.argument(marker) for marker in _ASKED)
    return any(phrase is not None and phrase.word == noun.outer.word for phrase in asked)


def _is_object(noun: EventNoun, governor: Clause) -> bool:
    direct = governor.argument("object")
    return direct is not None and direct.word == noun.outer.word and not governor.passive


def _own(
    clause: Clause,
    carried: Carried | None,
    grammar: Grammar,
    words: Vocabulary,
    assessed: bool,
) -> Modality | None:
    chain = [grammar.chains.get(verb) for verb in clause.chain]
    if carried is not None and carried.path == "promise":
        chain = [does for does in chain if does != "planned"]
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
        return Modality.PLANNED if _is_scheduled(clause, carried, grammar) else Modality.DEMANDED
    if carried is not None and carried.path == "provision":
        return Modality.PLANNED
    noun = carried.noun if carried else None
    if noun is not None and noun.mood and not clause.negated:
        return _MOODS[noun.mood]
    if clause.negated and _is_obliged(clause, words):
        return Modality.PLANNED  # "the article obliges X not to support Y"
    if clause.negated != ("denied" in chain) and "ended" not in chain:
        return Modality.DENIED
    if _asks(clause, carried):
        return Modality.DEMANDED
    if clause.mood == "conditional" or _is_condition(clause, grammar, words):
        return Modality.POSSIBLE
    if clause.mood == "future" or "planned" in chain or "conditional" in chain:
        return Modality.ASSESSED if assessed and carried is None else Modality.PLANNED
    if _promises(clause, carried, grammar):
        return Modality.PLANNED  # whoever promises help has given none yet
    for mood, modality in _MOODS.items():
        if clause.governor and words.has(f"epistemic.{mood}", clause.governor.lemma):
            return modality
    depending = _depending(clause, words)
    if depending is not None:
        return depending
    allowed = clause.parent if clause.link == "complement" else None
    if allowed is not None and grammar.chains.get(allowed.lemma) == "planned":
        return Modality.PLANNED  # "the treaty obliges X to help Y"
    if allowed is not None and allowed.mood in ("future", "conditional"):
        return Modality.PLANNED if allowed.mood == "future" else Modality.POSSIBLE
    if carried is not None and _is_provided(clause, words):
        return Modality.PLANNED
    if "assessed" in chain:
        return Modality.ASSESSED
    return Modality.REPORTED if "reported" in chain else None


def _promises(clause: Clause, carried: Carried | None, grammar: Grammar) -> bool:
    """Whether the verb only promises what it or its object names."""
    if carried is None or grammar.chains.get(clause.lemma) != "planned":
        return False
    named = bool(carried.sense.needs) and carried.path == "verb"
    return carried.noun is not None or (named and carried.sense.type not in _INTENT)


def _is_provided(clause: Clause, words: Vocabulary) -> bool:
    """Whether it is what a treaty says that its parties will do."""
    above = clause.parent
    if above is None or clause.link != "content" or words.has("cues.say", above.lemma):
        return False
    return words.has("aspect.provides", above.lemma)


def _is_obliged(clause: Clause, words: Vocabulary) -> bool:
    """Whether it is what a treaty or an article obliges somebody to."""
    above = clause.parent
    return (
        clause.link == "complement"
        and above is not None
        and above.is_finite
        and words.has("aspect.provides", above.lemma)
    )


def _is_scheduled(clause: Clause, carried: Carried | None, grammar: Grammar) -> bool:
    """Whether "must" only announces what has been arranged: a visit, talks, a signature."""
    if carried is None or carried.sense.type not in _ARRANGED or clause.negated:
        return False
    return not grammar.scheduling.isdisjoint(clause.chain)


def _depending(clause: Clause, words: Vocabulary) -> Modality | None:
    """What the verb above makes of an infinitive: asked for, denied, or threatened."""
    governed = clause
    if clause.link == "coordinate" and not clause.is_finite and clause.parent is not None:
        governed = clause.parent  # "urged X to stop and to leave"
    above = governed.parent if governed.link == "complement" else None
    if above is None:
        return None
    if words.has("epistemic.excludes", above.lemma) and above.negated:
        return Modality.POSSIBLE
    if words.has("cues.demand", above.lemma):
        return Modality.DEMANDED
    if words.has("cues.deny", above.lemma):
        return Modality.DENIED
    senses = [sense for sense in words.verbs.get(above.lemma, ()) if not sense.needs]
    if any(sense.type is EventType.REJECT for sense in senses):
        return Modality.DENIED
    intends = any(sense.type in _INTENT for sense in senses)
    return Modality.PLANNED if intends else None


def _asks(clause: Clause, carried: Carried | None) -> bool:
    """Whether the clause says what it is that somebody is asked to do."""
    if carried is None or carried.noun is not None or carried.sense.type is not EventType.REQUEST:
        return False
    return bool(clause.opens & {"complement", "content"}) or carried.sense.needs_in == "object"


def _is_condition(clause: Clause, grammar: Grammar, words: Vocabulary) -> bool:
    """Whether "if" opens it: "si" with a plain tense above it concedes rather than supposes."""
    if clause.conjunction is None or not words.has(
        "epistemic.conjunctions_possible", clause.conjunction
    ):
        return False
    if grammar.plain_conditions:
        return True
    if clause.parent is not None and clause.start > clause.parent.predicate:
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
