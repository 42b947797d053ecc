"""Whether a clause is a claim of its own about actors, or only carries, introduces or names one."""

from collections.abc import Sequence

from foedus.evidence import EventType
from foedus.reading.attribution import Frame
from foedus.reading.clause import Clause
from foedus.reading.events import Carried
from foedus.reading.grammar import Grammar
from foedus.reading.roles import Pair
from foedus.reading.vocabulary import Vocabulary

__all__ = ["is_claim", "weighs"]

# To say these is to do something: the clause is an event even when it introduces what is said.
_SPEECH = frozenset(
    {EventType.ACCUSE, EventType.REQUEST, EventType.THREATEN, EventType.REJECT, EventType.SUPPORT}
)


def is_claim(
    clause: Clause,
    said: Carried | None,
    roles: Pair,
    subject: tuple[str, ...],
    frames: Sequence[Frame],
    grammar: Grammar,
    words: Vocabulary,
) -> bool:
    """Whether a verbal clause, outside a title, says something about actors by itself."""
    if not any(roles) or _only_speaks(clause, said, frames, grammar, words):
        return False
    if clause.conjunction is not None and words.has("cues.as", clause.conjunction):
        return said is not None and said.path in ("verb", "light", "aspect")
    if said is None and _is_what_question(clause, words):
        return False
    if said is not None:
        return clause.mood != "infinitive" or bool(roles[0])
    if clause.is_finite:
        something = clause.argument("attribute") is not None and clause.link != "relative"
        return bool(subject) or something or weighs(clause, grammar, words)
    return bool(subject) and clause.mood == "participle" and weighs(clause, grammar, words)


def _is_what_question(clause: Clause, words: Vocabulary) -> bool:
    """Whether it leaves open what is done ("what Moscow owes", "qui affirme quoi")."""
    return any(words.has("cues.what", argument.phrase.lemma) for argument in clause.arguments)


def weighs(clause: Clause, grammar: Grammar, words: Vocabulary) -> bool:
    """Whether a predicate evaluates or interprets rather than tells."""
    verbs = words.words["assessment.verbs"]
    if clause.lemma in verbs or (clause.reflexive and f"se {clause.lemma}" in verbs):
        return True
    attribute = clause.argument("attribute", "comme", "as")
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
        return opens and said is None and clause.lemma in grammar.be
    if said is not None and said.sense.type in _SPEECH:
        return False
    if opens or any(frame.clause is clause for frame in frames):
        return True
    return said is None and clause.argument("object") is None
