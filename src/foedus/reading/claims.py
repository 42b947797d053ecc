"""Whether a clause is a claim of its own about actors, or only carries, introduces or names one."""

from collections.abc import Sequence

from foedus.evidence import EventType
from foedus.reading.attribution import Frame
from foedus.reading.clause import Clause
from foedus.reading.events import Carried, event_noun
from foedus.reading.grammar import Grammar
from foedus.reading.roles import Pair
from foedus.reading.vocabulary import Vocabulary

__all__ = ["is_claim", "weighs"]

# To say these is to do something: the clause is an event even when it introduces what is said.
_SPEECH = frozenset(
    {
        EventType.ACCUSE,
        EventType.REQUEST,
        EventType.THREATEN,
        EventType.REJECT,
        EventType.SUPPORT,
        EventType.PROTEST,
    }
)
_SEVERAL = 2
_JOINT = frozenset({EventType.AGREE, EventType.CONSULT, EventType.COOPERATE})


def is_claim(
    clause: Clause,
    said: Carried | None,
    roles: Pair,
    subject: tuple[str, ...],
    frames: Sequence[Frame],
    grammar: Grammar,
    words: Vocabulary,
    pinned: bool = False,
) -> bool:
    """Whether a verbal clause, outside a title, says something about actors by itself.

    One that is `pinned` to a day or a speaker says it although it is no event.
    """
    if not any(roles) or _only_speaks(clause, said, frames, grammar, words):
        return False
    if clause.conjunction is not None and words.has("cues.as", clause.conjunction):
        return said is not None and said.path in ("verb", "light", "aspect")
    if _is_refused(clause, words) or _only_leaves_open(clause, said, words):
        return False
    if said is None and _is_what_question(clause, words):
        return False
    joint = said is not None and said.sense.type in _JOINT
    if clause.mood == "infinitive" and clause.link == "adverbial" and not (roles[1] or joint):
        return False  # what something is done for, to nobody in particular
    if said is not None:
        loose = clause.link == "relative" or (clause.link == "participle" and clause.passive)
        if grammar.spare_states and loose and not roles[0]:
            return False
        return clause.mood != "infinitive" or bool(roles[0])
    if grammar.spare_states and not pinned and _is_spared(clause, roles, words):
        return bool(subject) and weighs(clause, grammar, words)
    if clause.is_finite:
        something = clause.argument("attribute") is not None and clause.link != "relative"
        return bool(subject) or something or weighs(clause, grammar, words)
    return bool(subject) and clause.mood == "participle" and weighs(clause, grammar, words)


def _is_spared(clause: Clause, roles: Pair, words: Vocabulary) -> bool:
    """Whether a clause without an event is told only if it weighs something."""
    if not (roles[0] and roles[1]) and len(roles[0]) < _SEVERAL:
        return True
    subject = clause.own_subject
    if subject is None or subject.kind in ("pronoun", "relative"):
        return True
    return event_noun(subject, words) is not None


def _only_leaves_open(clause: Clause, said: Carried | None, words: Vocabulary) -> bool:
    """Whether it only says that somebody fears or does not rule out what is told beside it."""
    if clause.lemma in words.words.get("cues.fears", ()):
        return said is None and clause.argument("object") is not None
    leaves = clause.negated and words.has("epistemic.excludes", clause.lemma)
    return leaves and "complement" in clause.opens


def _is_refused(clause: Clause, words: Vocabulary) -> bool:
    """Whether it only says what a verb of refusal refuses ("refuses to take part")."""
    above = clause.parent
    if above is None or above.nominal or clause.link not in ("complement", "content"):
        return False
    if words.has("cues.deny", above.lemma) or above.negated:
        return False
    if clause.link == "content" and words.has("cues.plain", above.lemma):
        return False  # "反驳说…": what is said in reply
    senses = words.verbs.get(above.lemma, ())
    return bool(senses) and all(sense.type is EventType.REJECT for sense in senses)


def _is_what_question(clause: Clause, words: Vocabulary) -> bool:
    """Whether it leaves open what is done ("what Moscow owes", "qui affirme quoi")."""
    return any(words.has("cues.what", argument.phrase.lemma) for argument in clause.arguments)


def weighs(clause: Clause, grammar: Grammar, words: Vocabulary) -> bool:
    """Whether a predicate evaluates or interprets rather than tells."""
    verbs = words.words["assessment.verbs"]
    if clause.lemma in verbs or (clause.reflexive and f"se {clause.lemma}" in verbs):
        return True
    attribute = clause.argument("attribute", "as")
    if clause.lemma not in grammar.be or attribute is None:
        return False
    noun = attribute.kind in ("noun", "name")
    return not noun or words.has("assessment.weighing", attribute.lemma)


def _only_speaks(
    clause: Clause,
    said: Carried | None,
    frames: Sequence[Frame],
    grammar: Grammar,
    words: Vocabulary,
) -> bool:
    """Whether the clause does no more than introduce what somebody says."""
    opens = "content" in clause.opens
    if clause.impersonal and (opens or "complement" in clause.opens):
        return said is None
    if not words.has("cues.say", clause.lemma):
        provides = words.has("aspect.provides", clause.lemma)
        return opens and said is None and (provides or clause.lemma in grammar.be)
    if said is not None and said.sense.type in _SPEECH:
        # "a réaffirmé que", "stressed that": to say so, not to support what is said.
        return opens and said.path == "verb" and said.sense.type is EventType.SUPPORT
    if opens or any(frame.clause is clause for frame in frames):
        return True
    return said is None and clause.argument("object") is None
