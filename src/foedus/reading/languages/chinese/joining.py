"""How the clauses of a Chinese sentence hang together.

A clause without a subject goes on with the last one; after a verb of saying all clauses up to the
end of the sentence are said; after a verb of asking they are asked for too.
"""

from collections.abc import Sequence

from foedus.reading.languages.chinese.clauses import Clause
from foedus.reading.languages.chinese.tokens import Token
from foedus.reading.languages.chinese.unit import Hang, Unit
from foedus.reading.languages.chinese.word_list import PREPOSITIONS, SUBORDINATORS

__all__ = ["join"]


def join(clauses: Sequence[Clause], words: Sequence[Token], hang: Hang) -> None:
    """Hang the clauses of a sentence on each other, the first verb on top."""
    top: int | None = None
    owner: int | None = None
    said: int | None = None
    pending: list[Unit] = []
    subordinate: list[tuple[int, str]] = []
    speaker: int | None = None
    demand: int | None = None
    for clause in clauses:
        if clause.verb is None:
            pending.extend(clause.loose)
            continue
        verb = clause.verb
        pending = _attach_loose(pending, clause, words, hang)
        opened = _opening(clause, words)
        goes_on = demand is not None and clause.subject is None and not clause.linked
        if top is None:
            top = verb
        elif goes_on and demand is not None:
            hang(verb, demand, "complement", None)
        elif speaker is not None:
            if said is None:
                hang(verb, speaker, "content", None)
                said = owner = verb
            else:
                hang(
                    verb, said if clause.subject is not None else owner or said, "coordinate", None
                )
        elif clause.saying and clause.subject is not None and _stands_alone(clause):
            # "…，X说": what was told before is what X says.
            hang(top, verb, "content", None)
            top, owner = verb, None
        else:
            hang(verb, top if clause.subject is not None else owner or top, "coordinate", None)
        if clause.subject is not None or (owner is None and not goes_on):
            owner = verb
        demand = clause.demand if not goes_on else demand
        for word, marker in subordinate:
            if word != verb and speaker is None:
                pass
            hang(word, verb, "adverbial", marker)
        subordinate = []
        if clause.saying and speaker is None:
            speaker, said = clause.last, None
            owner = None
        if opened is not None and verb == top and speaker is None:
            subordinate = [(verb, opened)]
            top, owner = None, None
    for word, _ in subordinate:
        if top is None:
            top = word
        elif word != top:
            hang(word, top, "adverbial", None)
    if top is not None and pending:
        for unit in pending:
            hang(unit.head, top, "other", None)


def _stands_alone(clause: Clause) -> bool:
    return clause.verb == clause.last


def _opening(clause: Clause, words: Sequence[Token]) -> str | None:
    return (
        SUBORDINATORS.get(words[clause.conjunction].word)
        if clause.conjunction is not None
        else None
    )


def _attach_loose(
    pending: Sequence[Unit], clause: Clause, words: Sequence[Token], hang: Hang
) -> list[Unit]:
    """Give days, prepositional phrases and subjects set off by commas to the verb after them.

    Returns what waits for a later verb: the subject before "因……而……".
    """
    assert clause.verb is not None
    kept: list[Unit] = []
    for unit in reversed(pending):
        if unit.sort == "time":
            hang(unit.head, clause.verb, "oblique", "on")
        elif unit.sort == "prepositional":
            relation = unit.marker if unit.marker in ("agent", "object") else "oblique"
            hang(unit.head, clause.verb, relation or "oblique", unit.marker)
        elif unit.sort == "clause":
            hang(unit.head, clause.verb, "adverbial", unit.marker)
        elif unit.sort == "phrase" and clause.conjunction is not None:
            kept.append(unit)
        elif unit.sort == "phrase" and clause.subject is not None and unit.extra:
            continue
        elif unit.sort == "phrase" and clause.subject is None:
            clause.subject = unit.head
            hang(unit.head, clause.verb, "subject", None)
        elif unit.sort == "preposition" and words[unit.head].word in PREPOSITIONS:
            hang(unit.head, clause.verb, "part", None)
        else:
            hang(unit.head, clause.verb, "other", None)
    return kept
