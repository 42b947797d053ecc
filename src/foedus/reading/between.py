"""What one actor does to another in a sentence, given where both stand."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from foedus.evidence import EventType
from foedus.reading.attribution import frames_of
from foedus.reading.clause import Clause
from foedus.reading.coding import Coder
from foedus.reading.dating import Dating
from foedus.reading.draft import Draft
from foedus.reading.events import Carried, EventNoun, ended, event_noun
from foedus.reading.languages import language_of as tongue_of
from foedus.reading.pacts import Pacts
from foedus.reading.parsing import whole
from foedus.reading.predication import clauses
from foedus.reading.reading import Mention
from foedus.reading.referents import Referents
from foedus.reading.vocabulary import vocabulary

__all__ = ["event_between"]

_SOURCE, _TARGET = "SOURCE", "TARGET"
_PENALTY = "penalty"
_GOVERNING = frozenset(
    {
        EventType.AGREE,
        EventType.REQUEST,
        EventType.REJECT,
        EventType.THREATEN,
        EventType.ACCUSE,
        EventType.CONCEDE,
        EventType.SUPPORT,
    }
)
"""Types of verbs that say more about an event than the infinitive below them."""
_HARM = frozenset(
    {EventType.SANCTION, EventType.COERCE, EventType.ASSAULT, EventType.MOBILIZE}
    | {EventType.PROTEST, EventType.REJECT}
)
_GOOD = frozenset(
    {EventType.AID, EventType.COOPERATE, EventType.RETREAT, EventType.CONCEDE}
    | {EventType.CONSULT, EventType.SUPPORT}
)
_BLAMED = frozenset({EventType.COERCE, EventType.ASSAULT, EventType.SANCTION, EventType.REJECT})


@dataclass(frozen=True, slots=True)
class _Trigger:
    """A word that carries an event, the clause it stands in, and how well it links the pair."""

    type: EventType
    clause: Clause
    fit: float
    noun: str | None = None
    mode: str | None = None


def event_between(
    text: str, source: tuple[int, int], target: tuple[int, int], language: str
) -> EventType | None:
    """Return the type of the event from `source` to `target`, two stretches of `text`; or None.

    It is that of the assertion that has both as initiator and target, else that of the best trigger
    of the sentence: one whose subject is the source, which has the target below it, which stands
    between the two. Only where the two stand matters, never who they are.

    Types are those of the PLOVER codebook (Open Event Data Alliance, 2018), which differ from a
    reading's own in what is only promised (AGREE), threatened (THREATEN) or refused (REJECT), and
    in that concluding a treaty is SUPPORT. Penalties are COERCE, as administrative sanctions are in
    CAMEO (172), and a call for them ACCUSE.
    """
    text = whole(text)
    coder = _coder(text, source, target, language)
    found: dict[int, _Trigger] = {}
    tongue = tongue_of(language)
    for number, tree in enumerate(tongue.trees(text)):
        tree.grow()
        read = clauses(tree, tongue.grammar, coder.words.predicative_nouns)
        before = len(coder.drafts)
        coder.code(read)
        drafts = {draft.clause.word: draft for draft in coder.drafts[before:]}
        base = number * 1_000_000
        for trigger in _triggers(read, coder, drafts, source, target):
            found[base + trigger.clause.word] = trigger
        for trigger in _said_of_target(read, coder):
            known = found.get(base + trigger.clause.word)
            if known is None or known.fit < trigger.fit:
                found[base + trigger.clause.word] = trigger
    if not found:
        return None
    best = max(found.values(), key=lambda trigger: trigger.fit)
    return _as_coded(best, found.values(), coder)


def _coder(text: str, source: tuple[int, int], target: tuple[int, int], language: str) -> Coder:
    """A coder to which the pair are the only actors of the text."""
    words = vocabulary(language)
    named = sorted((Mention(*source, _SOURCE, "name"), Mention(*target, _TARGET, "name")))
    return Coder(
        text=text,
        grammar=tongue_of(language).grammar,
        words=words,
        referents=Referents(text, named, words, (), Pacts((), words)),
        dating=Dating(()),
        paragraphs=[(0, len(text))],
        titles=[],
    )


def _triggers(
    read: Sequence[Clause],
    coder: Coder,
    drafts: Mapping[int, Draft],
    source: tuple[int, int],
    target: tuple[int, int],
) -> Iterator[_Trigger]:
    for order, clause in enumerate(read):
        draft = drafts.get(clause.word)
        said: Carried | EventNoun | None = (
            coder.carriers.nouns.get(clause.word)
            if clause.nominal
            else coder.carriers.said.get(clause.word)
        )
        if said is None:
            continue
        noun = said if isinstance(said, EventNoun) else said.noun
        event_type = draft.event_type if draft is not None else None
        if event_type is None:
            event_type = _type(said)
        fit = _linked(draft) + _placed(clause, coder, source, target) - 0.01 * order
        lemma = noun.inner.lemma if noun else None
        yield _Trigger(event_type, clause, fit, lemma, said.sense.mode)


def _type(said: Carried | EventNoun) -> EventType:
    if isinstance(said, Carried):
        return said.event_type
    return ended(said.sense.type) if said.ended else said.sense.type


def _linked(draft: Draft | None) -> float:
    """How far the reader itself makes the pair initiator and target."""
    if draft is None:
        return 0.0
    if _SOURCE in draft.initiator:
        if _TARGET in draft.target:
            return 8.0
        return 7.0 if _TARGET in draft.initiator else 3.0
    if _TARGET in draft.target:
        return 2.5
    return 1.0 if _TARGET in draft.initiator and _SOURCE in draft.target else 0.0


def _placed(
    clause: Clause, coder: Coder, source: tuple[int, int], target: tuple[int, int]
) -> float:
    """How well a trigger stands to the pair, whatever the roles."""
    fit = 0.0 if clause.nominal else 0.5
    subject = clause.subject
    if subject is not None and _SOURCE in coder.referents.actors(subject):
        fit += 2.0
    start, end = clause.start, clause.end
    if clause.reach[1] > clause.reach[0]:
        start, end = min(start, clause.reach[0]), max(end, clause.reach[1])
    fit += 1.0 * (start <= target[0] < end) + 0.5 * (start <= source[0] < end)
    first, last = sorted((source, target))
    fit += 1.0 * (first[1] <= clause.head_start < last[0])
    return fit + 0.25 * (clause.link == "main")


def _said_of_target(read: Sequence[Clause], coder: Coder) -> Iterator[_Trigger]:
    """What the source says the target must do, or has done: a demand, or a reproach."""
    framed = frames_of(read, coder.words)
    for clause in read:
        frame = framed.get(clause.word)
        subject = clause.subject
        if frame is None or frame.speaker is None or subject is None or clause.nominal:
            continue
        speakers = coder.referents.actors(frame.speaker)
        doers = {*coder.referents.actors(subject)}
        agent = clause.argument("agent", "by")
        doers.update(coder.referents.actors(agent) if agent is not None else ())
        if _SOURCE not in speakers or _TARGET not in doers:
            continue
        chain = {coder.grammar.chains.get(verb) for verb in clause.chain}
        said = coder.carriers.said.get(clause.word)
        if "demanded" in chain:
            yield _Trigger(EventType.REQUEST, clause, 7.5)
        elif _is_blamed(clause, said, coder) and not clause.negated:
            yield _Trigger(EventType.ACCUSE, clause, 7.5)


def _is_blamed(clause: Clause, said: Carried | None, coder: Coder) -> bool:
    """Whether a clause tells of a wrong, or that its subject is responsible for one."""
    attribute = clause.argument("attribute")
    if attribute is not None and coder.words.has("cues.guilty", attribute.lemma):
        return True
    return said is not None and said.event_type in _BLAMED


def _as_coded(best: _Trigger, found: Iterable[_Trigger], coder: Coder) -> EventType:
    """The type that the codebook gives to what is only promised, threatened, refused or asked."""
    by_word = {trigger.clause.word: trigger for trigger in found}
    clause = best.clause
    for _ in range(4):
        above = clause.parent
        if above is None or clause.link not in ("complement", "coordinate", "adverbial"):
            break
        governing = by_word.get(above.word)
        opens = clause.link == "complement"
        if opens and governing is not None and governing.type in _GOVERNING:
            best, clause = governing, above
        elif clause.link == "coordinate" and above.link == "complement":
            clause = above
        else:
            break
    return _turned(best, coder)


def _turned(best: _Trigger, coder: Coder) -> EventType:
    verb = best.clause.parent if best.clause.nominal else best.clause
    chain = {coder.grammar.chains.get(word) for word in verb.chain} if verb is not None else set()
    negated = verb is not None and verb.negated and not best.clause.nominal
    friendly = best.type in _GOOD or best.type is EventType.AGREE
    if friendly and (negated or "denied" in chain):
        return EventType.REJECT
    if "demanded" in chain:
        return EventType.REQUEST
    planned = "planned" in chain or (verb is not None and verb.mood in ("future", "conditional"))
    if planned and not negated:
        return EventType.AGREE if friendly else _threatened(best.type)
    if best.type is EventType.AGREE and _is_treaty(best, coder):
        return EventType.SUPPORT
    if best.type is EventType.REQUEST and _asks_for_penalty(best, coder):
        return EventType.ACCUSE
    if best.type is EventType.SANCTION and best.mode == _PENALTY:
        return EventType.COERCE
    return best.type


def _asks_for_penalty(best: _Trigger, coder: Coder) -> bool:
    """Whether what is asked for is that somebody be punished or tried."""
    wanted = best.clause.argument("for", "object")
    noun = event_noun(wanted, coder.words) if wanted is not None else None
    return noun is not None and noun.sense.type in (EventType.SANCTION, EventType.ACCUSE)


def _threatened(event_type: EventType) -> EventType:
    return EventType.THREATEN if event_type in _HARM else event_type


def _is_treaty(best: _Trigger, coder: Coder) -> bool:
    """Whether what is agreed is a treaty, concluded."""
    direct = best.clause.argument("object")
    named = {best.noun, direct.lemma if direct is not None else None}
    return any(one is not None and coder.words.has("stands_for.treaties", one) for one in named)
