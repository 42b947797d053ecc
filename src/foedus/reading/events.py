"""Which sense of the lexicon a clause carries, and through which words.

A verb may carry its own sense, be light ("exercer des pressions"), go on with or end what its
object names ("renforcer la coopération", "lever les sanctions"), or say something of an event
that its subject names ("la coopération apparaît…"). A noun may name an event through others
("l'hypothèse d'un envoi de troupes").
"""

from dataclasses import dataclass, replace

from foedus.evidence import EventType, QuadClass, quad_class
from foedus.reading.clause import Argument, Clause, Phrase
from foedus.reading.vocabulary import Sense, Vocabulary

__all__ = ["Carried", "EventNoun", "carried", "ended", "event_noun", "provided"]

_COOPERATION = (QuadClass.VERBAL_COOPERATION, QuadClass.MATERIAL_COOPERATION)
_OF = ("compound", "of", "to", "on", "for")
_DEEPEST = 4
_PROVIDED = ("object", "for", "to")


@dataclass(frozen=True, slots=True)
class EventNoun:
    """An event named by a noun phrase: its sense, its arguments, and how it was reached.

    `outer` is the whole phrase, `inner` the one whose head names the event; `mood` is possible,
    planned, denied or demanded when an outer noun says so, and `ended` whether one ends it.
    """

    sense: Sense
    outer: Phrase
    inner: Phrase
    arguments: tuple[Argument, ...]
    mood: str | None = None
    ended: bool = False


@dataclass(frozen=True, slots=True)
class Carried:
    """The sense a clause carries: by its `verb`, or by a noun under `path`.

    `path` is verb, adjective, light, aspect or subject. `arguments` are those of verb and noun
    together when a noun carries it.
    """

    sense: Sense
    path: str
    arguments: tuple[Argument, ...]
    noun: EventNoun | None = None
    undergone: bool = False

    @property
    def event_type(self) -> EventType:
        """The type of the event, turned round where a word ends it."""
        turned = self.noun is not None and self.noun.ended
        return ended(self.sense.type) if turned else self.sense.type


def ended(event_type: EventType) -> EventType:
    """Return what it is to end an event of this type: ties cut are SANCTION, conflict RETREAT."""
    friendly = quad_class(event_type) in _COOPERATION
    return EventType.SANCTION if friendly else EventType.RETREAT


def event_noun(phrase: Phrase, words: Vocabulary, depth: int = 0) -> EventNoun | None:
    """Return the event that a noun phrase names, itself or through "hypothesis of", or None."""
    sense = _noun_sense(phrase, words)
    if sense is not None:
        return EventNoun(sense, phrase, phrase, phrase.parts)
    if depth >= _DEEPEST or not words.has("through", phrase.lemma):
        return None
    below = (further for part in phrase.parts for further in part.phrase.parts)
    for part in (*phrase.parts, *below):
        if part.marker not in _OF or part.phrase.kind not in ("noun", "name"):
            continue
        inner = event_noun(part.phrase, words, depth + 1)
        if inner is not None:
            return EventNoun(
                inner.sense,
                phrase,
                inner.inner,
                (*inner.arguments, *(other for other in phrase.parts if other is not part)),
                _mood(phrase.lemma, words) or inner.mood,
                inner.ended or words.has("aspect.end_nouns", phrase.lemma),
            )
    return None


def _mood(lemma: str, words: Vocabulary) -> str | None:
    for mood in ("possible", "planned", "denied", "demanded"):
        if words.has(f"epistemic.{mood}", lemma):
            return mood
    return None


def _noun_sense(phrase: Phrase, words: Vocabulary) -> Sense | None:
    for sense in words.nouns.get(phrase.lemma, ()):
        # The needs of a sense that also has verbs are those verbs' own.
        if not sense.needs or (sense.verbs and sense.needs_in == "object"):
            return sense
        if sense.needs_in == "self":
            if any(
                part.phrase.lemma in sense.needs or part.marker in sense.needs
                for part in phrase.parts
            ):
                return sense
        elif _holds(phrase, sense, 2):
            return sense
    return None


def _holds(phrase: Phrase, sense: Sense, depth: int) -> bool:
    """Whether what the sense needs stands under its marker here or a step or two below."""
    return any(
        (part.marker == sense.needs_in and _names(part.phrase, sense))
        or (depth and _holds(part.phrase, sense, depth - 1))
        for part in phrase.parts
    )


def _names(phrase: Phrase, sense: Sense, depth: int = 0) -> bool:
    """Whether a phrase is of what the sense needs: "des milliers de soldats" are soldiers."""
    if phrase.lemma in sense.needs:
        return True
    if any(conjunct.lemma in sense.needs for conjunct in phrase.conjuncts):
        return True
    return depth < 2 and any(
        part.marker in ("of", "compound", "adjective") and _names(part.phrase, sense, depth + 1)
        for part in phrase.parts
    )


def carried(clause: Clause, words: Vocabulary) -> Carried | None:
    """Return the sense that a verbal clause carries and by which path, or None."""
    ending = _ending(clause, words)
    sense = _verb_sense(clause, words)
    if clause.negated and not clause.passive and words.has("epistemic.excludes", clause.lemma):
        return _not_excluded(clause, words)
    if clause.passive and clause.lemma in words.adjectives:
        sense = None
    if sense is not None and (sense.needs or not _is_wide(clause, words)):
        return Carried(sense, "verb", clause.arguments)
    by_noun = _by_object(clause, words, ending)
    if by_noun is not None:
        return by_noun
    if sense is not None:
        return Carried(sense, "verb", clause.arguments)
    return _by_attribute(clause, words) or _by_promise(clause, words)


def _by_promise(clause: Clause, words: Vocabulary) -> Carried | None:
    """The agreement by which two sides will do what itself is no event ("agreed to open …")."""
    for verb in clause.chain:
        for sense in words.verbs.get(verb, ()):
            if sense.type is EventType.AGREE and not sense.needs and sense.frame == "with":
                return Carried(sense, "promise", clause.arguments)
    return None


def _not_excluded(clause: Clause, words: Vocabulary) -> Carried | None:
    """The event that somebody does not rule out, which is no refusal but a possibility."""
    direct = clause.argument("object")
    noun = event_noun(direct, words) if direct is not None else None
    if direct is None or noun is None:
        return None
    others = tuple(one for one in clause.arguments if one.phrase is not direct)
    below = tuple(one for one in others if one.marker not in ("subject", "object"))
    noun = replace(noun, arguments=(*noun.arguments, *below))
    return Carried(noun.sense, "object", (*others, *noun.arguments), noun)


def _as_subject(argument: Argument) -> Argument:
    """The subject of "est opposé à", which the parser takes for a passive."""
    return Argument("subject", argument.phrase) if argument.marker == "object" else argument


def _is_wide(clause: Clause, words: Vocabulary) -> bool:
    """Whether the verb gives way to an event its object names ("apporter un soutien")."""
    return clause.lemma in words.light or words.has("aspect.verbs", clause.lemma)


def _verb_sense(clause: Clause, words: Vocabulary) -> Sense | None:
    keys = [f"se {clause.lemma}", f"s'{clause.lemma}"] if clause.reflexive else []
    named = clause.argument("attribute") is not None
    for key in (*keys, clause.lemma):
        for sense in words.verbs.get(key, ()):
            if sense.type is EventType.REQUEST and named:
                # "called the attack a crime" says what it is called, and asks for nothing.
                continue
            if not sense.needs or _met(clause, sense):
                return sense
    return None


def _met(clause: Clause, sense: Sense) -> bool:
    if sense.needs_in == "infinitive":
        return "complement" in clause.opens
    if sense.needs_in == "self":
        return any(argument.marker in sense.needs for argument in clause.arguments)
    wanted = (sense.needs_in, "of", "to") if sense.needs_in == "object" else (sense.needs_in,)
    if any(one.marker in wanted and _names(one.phrase, sense) for one in clause.arguments):
        return True
    # The parser hangs many a complement on the object: "a mis son armée en alerte".
    below = [one.phrase for one in clause.arguments if one.marker == "object"]
    return sense.needs_in != "object" and any(_holds(phrase, sense, 2) for phrase in below)


def _ending(clause: Clause, words: Vocabulary) -> bool:
    if words.has("aspect.ends", clause.lemma):
        return True
    head = clause.argument("object")
    return head is not None and words.has("aspect.ends", f"{clause.lemma} {head.lemma}")


def _by_object(clause: Clause, words: Vocabulary, ending: bool) -> Carried | None:
    light = clause.lemma in words.light
    aspect = words.has("aspect.verbs", clause.lemma)
    if not (light or aspect or ending):
        return None
    direct = clause.argument("object")
    only_object = direct is not None and not words.has("aspect.places", direct.lemma)
    for marker in words.light_markers:
        for argument in clause.arguments:
            if argument.marker != marker or (only_object and marker != "object"):
                continue
            noun = event_noun(argument.phrase, words)
            if noun is None:
                continue
            if ending:
                noun = EventNoun(
                    noun.sense, noun.outer, noun.inner, noun.arguments, noun.mood, not noun.ended
                )
            others = tuple(other for other in clause.arguments if other is not argument)
            return Carried(
                noun.sense,
                "light" if light else "aspect",
                (*others, *noun.arguments),
                noun,
                clause.lemma in words.undergone,
            )
    return None


def provided(clause: Clause, words: Vocabulary) -> Carried | None:
    """Return what a treaty provides for ("le traité appelle à une coopération"), or None."""
    if not words.has("aspect.provides", clause.lemma):
        return None
    for argument in clause.arguments:
        noun = event_noun(argument.phrase, words) if argument.marker in _PROVIDED else None
        if noun is not None:
            return Carried(noun.sense, "provision", noun.arguments, noun)
    return None


def _by_attribute(clause: Clause, words: Vocabulary) -> Carried | None:
    if clause.passive and clause.argument("agent") is None:
        for sense in words.adjectives.get(clause.lemma, ()):
            return Carried(sense, "adjective", tuple(map(_as_subject, clause.arguments)))
    attribute = clause.argument("attribute")
    if attribute is None:
        return None
    for sense in words.adjectives.get(attribute.lemma, ()):
        return Carried(sense, "adjective", (*clause.arguments, *attribute.parts))
    return None
