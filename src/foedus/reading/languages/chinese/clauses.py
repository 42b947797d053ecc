"""Verbs with what belongs to them within one clause of a Chinese sentence.

What stands before the verb is subject, adverb or prepositional phrase, what stands after it object.
Verbs in a row are a chain ("决定撤军"), a pivot ("要求俄罗斯撤军"), what is said
("称俄罗斯撤军"), or one deed after another ("赴平壤会见").
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from foedus.reading.languages.chinese.tokens import Token
from foedus.reading.languages.chinese.unit import Hang, Unit
from foedus.reading.languages.chinese.word_list import (
    CHAINING,
    COPULAS,
    DEMANDING,
    GOING,
    KNOWING,
    PIVOTS,
    POSTVERBAL,
    SENDING,
    SPEECH,
    TELLING,
    TEMPORAL_ENDS,
    WITHOUT_CONTENT,
)
from foedus.reading.vocabulary import vocabulary

__all__ = ["Clause", "clause_of"]


@dataclass(slots=True)
class Clause:
    """What stands between two commas: its verbs in order and what is left without one.

    `verb` is the first, `last` the one that is still open at the end, `subject` the noun phrase
    before the first. `loose` are phrases and days without a verb, `conjunction` the subordinator
    that opens it, `saying` whether its last verb has yet to be told what is said. `linked` says
    that "and" or the like opens it, `demand` is a verb of asking whose content may go on after it.
    """

    verb: int | None = None
    last: int | None = None
    subject: int | None = None
    loose: list[Unit] = field(default_factory=list)
    conjunction: int | None = None
    saying: bool = False
    linked: bool = False
    demand: int | None = None
    first: int = 0


@dataclass(slots=True)
class _State:
    clause: Clause
    subjects: list[Unit] = field(default_factory=list)
    waiting: list[Unit] = field(default_factory=list)
    open: int | None = None
    open_word: str = ""
    owner: int | None = None
    object: Unit | None = None
    joined: bool = False
    negated: bool = False
    after_time: bool = False
    bound: bool = False


def clause_of(line: Sequence[Unit], words: Sequence[Token], hang: Hang) -> Clause:
    """Hang the units of one clause on its verbs."""
    state = _State(Clause(first=line[0].first if line else 0))
    for unit in line:
        _take(state, unit, words, hang)
        state.after_time = unit.sort == "time"
    _close(state, words, hang)
    return state.clause


def _take(state: _State, unit: Unit, words: Sequence[Token], hang: Hang) -> None:
    sort, word = unit.sort, words[unit.head].word
    if sort == "linker" and state.open is None and not state.subjects:
        state.clause.linked = True
    joining = sort in ("linker", "conjunction") and word in ("并", "和", "及", "、", "与")
    state.joined = (state.joined and sort == "verb") or (joining and state.open is not None)
    if sort == "verb":
        _take_verb(state, unit, words, hang)
    elif sort == "phrase" and state.bound and state.open is not None:
        hang(unit.head, state.open, "oblique", "to")
        state.bound = False
    elif sort in ("phrase", "amount"):
        if state.open is None:
            (state.subjects if sort == "phrase" else state.waiting).append(unit)
        elif state.waiting or state.object is not None:
            state.subjects.append(unit)
        else:
            state.object = unit
    elif sort == "prepositional":
        _take_prepositional(state, unit, words, hang)
    elif sort == "preposition" and state.open is not None and word in POSTVERBAL:
        state.waiting.append(unit)
    elif sort == "localizer" and state.after_time:
        pass
    elif sort == "localizer" and word in TEMPORAL_ENDS and state.open is not None:
        _end_temporal(state, unit, word, hang)
    elif sort == "localizer" and state.object is not None and state.open is not None:
        hang(unit.head, state.object.head, "other", None)
    elif sort == "subordinator" and state.clause.conjunction is None:
        state.clause.conjunction = unit.head
    elif sort in ("aspect",) and state.open is not None:
        hang(unit.head, state.open, "part", None)
    elif sort in ("adverb", "auxiliary", "negation", "time"):
        state.waiting.append(unit)
    elif sort == "adjective":
        if state.open is not None and word in ("有关", "相关"):
            return
        state.waiting.append(unit)


def _take_prepositional(state: _State, unit: Unit, words: Sequence[Token], hang: Hang) -> None:
    opening = words[unit.first].word
    directly = (
        state.open is not None
        and state.object is None
        and not state.waiting
        and opening in POSTVERBAL
        and unit.first == state.open + 1
    )
    if directly and state.open is not None:
        hang(unit.head, state.open, "oblique", POSTVERBAL[opening])
        return
    state.waiting.append(unit)


def _end_temporal(state: _State, unit: Unit, word: str, hang: Hang) -> None:
    """Close "访问平壤后": the verb waits for the one it is before or after."""
    _settle_object(state, None, hang)
    verb = state.clause.verb
    if verb is None:
        return
    hang(unit.head, verb, "part", None)
    closed = Unit("clause", verb, state.clause.first, unit.last, TEMPORAL_ENDS[word])
    subject = state.clause.subject
    state.waiting = [closed, *state.waiting]
    if subject is not None:
        state.subjects = [Unit("phrase", subject, subject, subject, extra=[verb])]
    state.clause.verb = state.clause.last = state.clause.subject = None
    state.open = state.owner = None
    state.open_word = ""


def _take_verb(state: _State, unit: Unit, words: Sequence[Token], hang: Hang) -> None:
    verb, word = unit.head, words[unit.head].word
    word = "说" if word == ":" else word
    before, subjects = state.open, state.subjects
    clause = state.clause
    if before is None:
        if subjects:
            clause.subject = subjects[-1].head
            _topic(subjects, hang, verb)
            hang(clause.subject, verb, "subject", None)
            state.owner = verb
        clause.verb = verb
    else:
        if state.open_word in KNOWING and state.negated:
            _take_unknown(state, verb, hang)
            _attach_waiting(state, verb, words, hang)
            state.open, state.open_word, clause.last = verb, word, verb
            return
        said = state.open_word in SPEECH and state.open_word not in CHAINING
        pivot = state.open_word in PIVOTS and state.object is not None
        if pivot and state.open_word in ("有", "约有", "共有"):
            _become_subject(state, verb, hang)
            _attach_waiting(state, verb, words, hang)
            state.open, state.open_word, clause.last = verb, word, verb
            return
        if pivot and state.open_word in SENDING and word in GOING and not subjects:
            # "派军舰前往圭亚那": where they are sent.
            _settle_object(state, None, hang)
            hang(verb, before, "part", None)
            state.object, state.bound = None, True
            return
        if state.open_word in GOING and word in _VISITING and not subjects:
            _settle_object(state, None, hang)
            hang(verb, before, "part", None)
            return
        own = subjects[-1] if subjects else None
        adjacent = state.object is None and own is None and not state.waiting
        if adjacent and state.open_word in SPEECH and word in ("说", "称", "道", "表示"):
            hang(verb, before, "part", None)
            state.open_word = word
            return
        if pivot:
            _settle_object(state, None, hang)
            hang(verb, before, "complement", None)
            clause.demand = before if state.open_word in DEMANDING else None
        elif said or (state.open_word in COPULAS and (own or state.object) is not None):
            own = own or state.object
            if own is not state.object:
                _settle_object(state, None, hang)
            if own is not None:
                hang(own.head, verb, "subject", None)
            hang(verb, before, "content", None)
        elif state.open_word in CHAINING and state.object is None and own is None:
            hang(verb, before, "complement", None)
        elif _is_double(state):
            hang(verb, before, "part", None)
            state.joined = False
            return
        elif state.open_word in SPEECH | PIVOTS and (state.object or own) is not None:
            own = own or state.object
            if own is not None:
                hang(own.head, verb, "subject", None)
            hang(verb, before, "content", None)
        else:
            _settle_object(state, own, hang)
            hang(verb, state.owner if state.owner is not None else before, "coordinate", None)
    state.negated = any(unit.sort == "negation" for unit in state.waiting)
    _attach_waiting(state, verb, words, hang)
    state.open, state.open_word = verb, word
    state.object, state.subjects = None, []
    clause.last = verb


_VISITING = frozenset(["访问", "参访", "考察", "视察"])


def _take_unknown(state: _State, verb: int, hang: Hang) -> None:
    """Fold "尚未看到" into what was not seen, which is thereby denied."""
    assert state.open is not None
    own = state.subjects[-1] if state.subjects else state.object
    if own is not None:
        hang(own.head, verb, "subject", None)
    hang(verb, state.open, "complement", None)
    state.object, state.subjects, state.owner = None, [], verb


def _become_subject(state: _State, verb: int, hang: Hang) -> None:
    """Read "有1万名士兵在训练": what there is does what follows."""
    assert state.open is not None
    assert state.object is not None
    hang(state.object.head, verb, "subject", None)
    hang(state.open, verb, "part", None)
    if state.clause.verb == state.open:
        state.clause.verb = state.owner = verb
        state.clause.subject = state.object.head
    state.object, state.subjects = None, []


def _is_double(state: _State) -> bool:
    """Whether "拦截并撞击" is one predicate: two verbs with one object."""
    bare = state.object is None and not state.waiting and not state.subjects
    return state.joined and bare and state.open_word in vocabulary("zh").verbs


def _topic(subjects: Sequence[Unit], hang: Hang, verb: int) -> None:
    for topic in subjects[:-1]:
        hang(topic.head, verb, "other", None)


def _attach_waiting(state: _State, verb: int, words: Sequence[Token], hang: Hang) -> None:
    for unit in state.waiting:
        if unit.sort == "time":
            hang(unit.head, verb, "oblique", "on")
        elif unit.sort == "clause":
            hang(unit.head, verb, "adverbial", unit.marker)
        elif unit.sort == "prepositional":
            relation = unit.marker if unit.marker in ("agent", "object") else "oblique"
            hang(unit.head, verb, relation or "oblique", unit.marker)
            for passive in unit.extra:
                hang(passive, verb, "passive", None)
        elif unit.sort == "preposition":
            passive = words[unit.head].word == "被"
            hang(unit.head, verb, "passive" if passive else "part", None)
        elif unit.sort == "adjective":
            hang(unit.head, verb, "adverb", None)
        elif unit.sort == "amount":
            hang(unit.head, verb, "other", None)
        else:
            hang(unit.head, verb, unit.sort, None)
    state.waiting = []


def _settle_object(state: _State, other: Unit | None, hang: Hang) -> None:
    if state.object is None or state.open is None or state.object is other:
        return
    hang(state.object.head, state.open, "object", None)


def _close(state: _State, words: Sequence[Token], hang: Hang) -> None:
    clause = state.clause
    if state.open is None:
        clause.loose = [*state.waiting, *state.subjects]
        return
    copula = state.open_word in COPULAS
    if state.object is not None:
        direct = state.object
        if state.subjects and not copula:
            hang(direct.head, state.open, "indirect", None)
            direct = state.subjects[-1]
        hang(direct.head, state.open, "attribute" if copula else "object", None)
    elif state.subjects:
        hang(state.subjects[-1].head, state.open, "attribute" if copula else "object", None)
    bare = state.object is None and not state.subjects
    told = bare or state.open_word in TELLING
    clause.saying = state.open_word in SPEECH and told and state.open_word not in WITHOUT_CONTENT
    late = [unit for unit in state.waiting if unit.sort != "preposition"]
    state.waiting = late
    _attach_waiting(state, state.open, words, hang)
