"""How sure it is that what a clause tells has happened, from -3 (it has not) to 3 (it has).

Polarity, tense, modality and the words above a clause decide, as in the lexical tradition: FactBank
(Saurí & Pustejovsky 2009), the signatures of implicative and factive verbs (Nairn, Condoravdi &
Karttunen 2006), TruthTeller (Lotan, Stern & Dagan 2013), and the ratings that readers give (White &
Rawlins 2018; Rudinger, White & Van Durme 2018, whose scale this is: what is only planned, asked for
or possible has not happened). Values are rounded to quarters.
"""

from foedus.evidence import EventType, Modality
from foedus.reading.clause import Clause
from foedus.reading.draft import Draft
from foedus.reading.grammar import Grammar
from foedus.reading.vocabulary import Vocabulary

__all__ = ["factuality", "of_draft"]

_CERTAIN = 3.0
_DEEPEST = 8
_TOLD = {"past": 2.75, "present": 2.0, "untensed": 1.25, "bare": -0.25}
"""A clause that nothing qualifies: by its tense, a participle, an infinitive."""
_CHAIN = {
    "possible": -0.75,
    "demanded": -1.5,
    "planned": -1.75,
    "conditional": -0.75,
    "assessed": 1.25,
    "denied": -2.0,
}
_MOODS = {"future": -1.75, "conditional": -0.75}
_FINITE = {"thought": 1.25, "wished": 0.0, "doubted": -0.25}
"""At most what a verb leaves of a clause with a tense below it."""
_BELOW = {"implied": 2.0, "thought": 0.0, "wished": -1.25, "doubted": -1.75, "undone": -2.25}
"""What a verb makes of an infinitive or participle below it."""
_ASKED = {"past": 1.5, "present": 0.5}
_CLAUSAL = ("content", "complement")
_AT_MOST = {
    Modality.DENIED: -1.5,
    Modality.PLANNED: -1.5,
    Modality.DEMANDED: -1.5,
    Modality.POSSIBLE: 0.0,
    Modality.REPORTED: 2.0,
    Modality.ASSESSED: 2.0,
}
_QUESTION_MARKS = "?？؟"
_CONDITION, _BEFORE, _PERHAPS, _UNSURE = -0.75, 0.25, 0.0, 0.25
_ABLE, _TRIED, _HAD = -1.0, 0.25, 1.25
_ORDER, _PURPOSE = -1.75, 0.0


def factuality(clause: Clause, grammar: Grammar, words: Vocabulary, asked: bool = False) -> float:
    """Return how sure it is, by the text, that what the clause tells has happened.

    `asked` says that its sentence is a question.
    """
    value = _value(clause, grammar, words, 0)
    if asked and clause.link in ("main", "coordinate", "complement", "content"):
        value = min(value, _ASKED["past" if clause.past else "present"])
    return max(-_CERTAIN, min(_CERTAIN, round(value * 4) / 4))


def of_draft(draft: Draft, text: str, grammar: Grammar, words: Vocabulary) -> float:
    """Return how sure an assertion's event is: its clause's factuality within its modality."""
    end = draft.clause.sentence[1]
    asked = any(mark in text[max(0, end - 3) : end] for mark in _QUESTION_MARKS)
    value = factuality(draft.clause, grammar, words, asked)
    if draft.event_type is EventType.REQUEST and draft.modality is Modality.DEMANDED:
        return value  # the demand was made, whatever becomes of it
    return min(value, _AT_MOST.get(draft.modality, _CERTAIN))


def _value(clause: Clause, grammar: Grammar, words: Vocabulary, depth: int) -> float:
    own = _own(clause, grammar, words)
    above = clause.parent
    if above is None or depth > _DEEPEST:
        return own
    if clause.nominal:
        return min(own, _value(above, grammar, words, depth + 1))
    if clause.link in _CLAUSAL and not clause.governor:
        return _governed(clause, above, own, grammar, words, depth)
    bare = clause.own_subject is None and not clause.past
    if (clause.link == "coordinate" and bare) or clause.link == "adverbial":
        finite = clause.is_finite and clause.link == "adverbial"
        return own if finite else min(own, _value(above, grammar, words, depth + 1))
    return own


def _own(clause: Clause, grammar: Grammar, words: Vocabulary) -> float:
    """What the clause says by itself."""
    value = _told(clause, grammar, words)
    attribute = clause.argument("attribute")
    said = {*clause.adverbs, attribute.lemma if attribute is not None else ""}
    if words.words["epistemic.possible_words"] & said:
        value = min(value, _PERHAPS)
    return _denied(value) if clause.negated else value


def _denied(value: float) -> float:
    return -0.75 * value if value > 0 else value


def _told(clause: Clause, grammar: Grammar, words: Vocabulary) -> float:
    found = [_CHAIN[code] for code in map(grammar.chains.get, clause.chain) if code in _CHAIN]
    if any(words.has("embedding.had", verb) for verb in clause.chain) and clause.is_finite:
        found = [_HAD]
    if any(words.has("embedding.able", verb) for verb in clause.chain):
        found.append(_ABLE)
    if any(words.has("embedding.tried", verb) for verb in clause.chain):
        found.append(_TRIED)
    if clause.mood in _MOODS:
        found.append(_MOODS[clause.mood])
    if clause.conjunction is not None:
        if words.has("epistemic.conjunctions_possible", clause.conjunction):
            found.append(_CONDITION)
        elif words.has("embedding.before", clause.conjunction):
            found.append(_BEFORE)
    if found:
        return min(found)
    if clause.mood == "infinitive":
        return _of_infinitive(clause)
    if clause.past:
        return _TOLD["past"]
    return _TOLD["present"] if clause.is_finite else _TOLD["untensed"]


def _of_infinitive(clause: Clause) -> float:
    if clause.chain:
        return _TOLD["untensed"]
    if clause.link in ("main", "coordinate") and clause.own_subject is None:
        return _ORDER
    return _PURPOSE if clause.link in ("adverbial", "relative") else _TOLD["bare"]


def _governed(
    clause: Clause, above: Clause, own: float, grammar: Grammar, words: Vocabulary, depth: int
) -> float:
    """The value below a verb that takes the clause as its complement."""
    group = _group(above, words)
    if clause.is_finite:
        return min(own, _FINITE.get(group, own)) if not above.negated else min(own, _UNSURE)
    held = _value(above, grammar, words, depth + 1)
    if group == "factive":
        return max(own, 1.5)
    if group == "implied":
        return _BELOW["implied"] if held > 0 else held
    if group in _BELOW:
        turned = above.negated and group == "undone"
        return _TOLD["untensed"] if turned else _BELOW[group]
    return min(own, held) if clause.mood == "infinitive" else own


def _group(clause: Clause, words: Vocabulary) -> str:
    for name in ("factive", "implied", "undone", "wished", "doubted", "thought"):
        if words.has(f"embedding.{name}", clause.lemma):
            return name
    return "said" if words.has("cues.say", clause.lemma) else ""
