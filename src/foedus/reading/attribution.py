"""Who is made to say what: speech verbs, "selon", "as X has said", and how far it reaches."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from foedus.evidence import Speaker
from foedus.reading.clause import Argument, Clause, Phrase
from foedus.reading.reading import Quotation
from foedus.reading.referents import Referents
from foedus.reading.vocabulary import Vocabulary

__all__ = ["Frame", "frames_of", "quotations"]

_ACCORDING = re.compile(r"according to|selon|suivant", re.IGNORECASE)


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """A source, the words that make it one, and what it is made to say.

    `force` is say, assess, deny or demand. `speaker` is a phrase; None when the text does not say
    who speaks. `cue` is a pair of characters, as is `content`. `parenthetic` says that the source
    is slipped in ("as X has said") and does not vouch for what only hangs on the content.
    """

    speaker: Phrase | None
    cue: tuple[int, int]
    content: tuple[int, int]
    force: str
    clause: Clause | None
    parenthetic: bool = False


def frames_of(clauses: Sequence[Clause], words: Vocabulary) -> dict[int, Frame]:
    """Return the speech frame each clause stands in, by the word of its head; most have none."""
    own: dict[int, Frame] = {}
    for clause in clauses:
        for governed, frame in _frames_opened(clause, words):
            own.setdefault(governed.word, frame)
    found = ((clause.word, _inherited(clause, own)) for clause in clauses)
    return {word: frame for word, frame in found if frame is not None}


def _inherited(clause: Clause, own: dict[int, Frame]) -> Frame | None:
    """The frame of the clause or of the nearest one above that it belongs to."""
    above: Clause | None = clause
    for _ in range(12):
        if above is None:
            return None
        frame = own.get(above.word)
        if frame is not None:
            inside = frame.content[0] <= clause.head_start < frame.content[1]
            beside = frame.parenthetic and clause.link in ("relative", "adverbial", "participle")
            return frame if above is clause or (inside and not beside) else None
        if above.link == "main" and not above.nominal:
            return None
        above = above.parent
    return None


def _frames_opened(clause: Clause, words: Vocabulary) -> Iterator[tuple[Clause, Frame]]:
    if clause.nominal:
        return
    yield from _according(clause, words)
    parent = clause.parent
    if parent is None or parent.nominal:
        return
    if _is_cue(parent, words) and _is_content(clause, parent):
        yield clause, _frame(parent, clause, words)
    if not _is_cue(clause, words):
        return
    if (clause.link == "aside" and clause.lemma != parent.lemma) or (
        clause.conjunction is not None and words.has("cues.as", clause.conjunction)
    ):
        yield parent, _frame(clause, parent, words, parenthetic=True)


def _is_cue(clause: Clause, words: Vocabulary) -> bool:
    attribute = clause.argument("attribute")
    sure = attribute is not None and words.has("cues.sure", attribute.lemma)
    if not (sure or words.has("cues.say", clause.lemma)) or clause.impersonal:
        return False
    if clause.parent is not None and clause.parent.impersonal and clause.mood == "infinitive":
        return False
    speaker = _speaker(clause)
    plainly = words.has("cues.plain", clause.lemma)
    return speaker is not None and _may_speak(speaker, words, plainly)


def _may_speak(phrase: Phrase, words: Vocabulary, plainly: bool = False) -> bool:
    """Whether a phrase can be somebody: a name, a pronoun, a body, or people of some kind.

    With a verb that only people are the subject of (`plainly`), any noun is.
    """
    if words.has("stands_for.ourselves", phrase.lemma) or words.has("cues.hearers", phrase.lemma):
        return False
    if phrase.kind in ("name", "pronoun"):
        return not words.has("cues.not_speakers", phrase.lemma)
    if phrase.kind == "relative":
        return False
    if plainly and not words.has("cues.not_speakers", phrase.lemma):
        return True
    return words.has("cues.speakers", phrase.lemma) or words.has("stands_for.people", phrase.lemma)


def _is_content(clause: Clause, cue: Clause) -> bool:
    if clause.link == "content":
        return True
    # "soupçonnent Pékin de soutenir": an infinitive about somebody else than the speaker.
    return clause.link == "complement" and cue.argument("object", "indirect", "à", "on") is not None


def _speaker(clause: Clause) -> Phrase | None:
    if clause.passive:
        return clause.argument("agent", "by")
    own = [argument for argument in clause.arguments if not argument.inherited]
    found = [argument.phrase for argument in own if argument.marker == "subject"]
    if not found and (clause.conjunction is not None or clause.link == "aside"):
        # "comme l'a évoqué le ministre": the parser takes a subject after the verb for an object.
        found = [argument.phrase for argument in own if argument.marker == "object"]
    named = [phrase for phrase in found if phrase.kind in ("name", "noun")]
    inherited = [argument.phrase for argument in clause.arguments if argument.marker == "subject"]
    return next(iter(named or found or inherited), None)


def _frame(cue: Clause, content: Clause, words: Vocabulary, parenthetic: bool = False) -> Frame:
    return Frame(
        speaker=_speaker(cue),
        cue=(cue.head_start, cue.head_end),
        content=_content(cue, content, parenthetic),
        force="assess" if cue.argument("attribute") else _force(cue.lemma, words),
        clause=cue,
        parenthetic=parenthetic,
    )


def _content(cue: Clause, content: Clause, parenthetic: bool) -> tuple[int, int]:
    """What is said: all of the content clause, without the words that say who says it."""
    start, end = content.reach
    if parenthetic:
        if cue.start - start > end - cue.end:
            end = min(end, max(cue.start, content.head_end))
        else:
            start = max(start, min(cue.end, content.head_start))
    return min(start, content.start), max(end, content.end)


def _force(lemma: str, words: Vocabulary) -> str:
    for force in ("deny", "demand", "assess"):
        if words.has(f"cues.{force}", lemma):
            return force
    return "say"


def _according(clause: Clause, words: Vocabulary) -> Iterator[tuple[Clause, Frame]]:
    for argument in _with_parts(clause.arguments):
        if words.has("cues.according", argument.marker) and _may_speak(argument.phrase, words):
            start = argument.phrase.start
            yield (
                clause,
                Frame(
                    speaker=argument.phrase,
                    cue=(max(clause.sentence[0], start - 1), start),
                    content=clause.sentence,
                    force="say",
                    clause=None,
                ),
            )


def _with_parts(arguments: Sequence[Argument]) -> Iterator[Argument]:
    for argument in arguments:
        yield argument
        if argument.marker in ("subject", "object"):
            yield from argument.phrase.parts


def speaker_of(
    frame: Frame, text: str, referents: Referents, latest: Speaker | None
) -> Speaker | None:
    """Return the speaker of a frame: full name of a person, else the words; None if unknown.

    `latest` is who spoke last: a pronoun that nothing else explains goes on with it.
    """
    phrase = frame.speaker
    if phrase is None:
        return None
    actors = referents.actors(phrase)
    represents = actors[0] if len(actors) == 1 else None
    if phrase.kind in ("pronoun", "relative"):
        return latest or (Speaker(None, None, represents) if represents else None)
    persons = [
        mention
        for mention in referents.between(phrase.start, max(phrase.trimmed, phrase.head_end) + 4)
        if mention.person
    ]
    words = text[phrase.start : max(phrase.trimmed, phrase.head_end)].strip(" ,;:")
    if persons:
        person = persons[0]
        role = text[phrase.start : max(person.start, phrase.start)].strip(" ,;:")
        return Speaker(person.person, role or None, person.actor)
    return Speaker(words or None, None, represents)


def quotations(speakers: Mapping[Frame, Speaker | None], text: str) -> tuple[Quotation, ...]:
    """Return who is made to say what, in the order of the cues, each cue once."""
    seen: dict[tuple[int, int], Quotation] = {}
    for frame, speaker in speakers.items():
        phrase = frame.speaker
        cue = frame.cue if frame.clause else _cue_before(text, frame.cue)
        source = (phrase.start, max(phrase.trimmed, phrase.head_end)) if phrase else None
        represents = speaker.represents if speaker else None
        seen.setdefault(cue, Quotation(source, cue, frame.content, represents))
    return tuple(seen[cue] for cue in sorted(seen))


def _cue_before(text: str, cue: tuple[int, int]) -> tuple[int, int]:
    """The words "according to" or "selon" that stand before a source."""
    found = _ACCORDING.search(text, max(0, cue[1] - 20), cue[1])
    return (found.start(), found.end()) if found else cue
