"""Who is made to say what: speech verbs, "selon", "as X has said", and how far it reaches."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from foedus.evidence import Speaker
from foedus.reading.clause import Argument, Clause, Phrase
from foedus.reading.reading import Quotation
from foedus.reading.referents import Referents
from foedus.reading.vocabulary import Vocabulary

__all__ = ["Frame", "frames_of", "lend_speakers", "quotations", "speech_frame", "stances_of"]

_TURN = re.compile(
    r"^[\"“]?(?P<name>[^\W\d_a-zà-öø-ÿ][^\W\d_a-zà-öø-ÿ .’'-]{1,30})(?P<colon>:)"
    r"[ \t]+(?P<said>[^\n]+)$",
    re.MULTILINE,
)
_QUOTED_BEFORE = re.compile(r"([“«\"][^“”«»\"\n]{2,500}[”»\"])\s?,?\s?$")
_QUOTED_AFTER = re.compile(
    r"[^“«\".!?\n:]{0,80}(?:,\s|:\s{1,3}|\s)([“«\"][^“”«»\"\n]{2,500}[”»\"]?)"
)
_COLON = re.compile(r"[^“«\".!?\n:]{0,80}:\s{1,3}([“«\"][^“”«»\"\n]{2,500}[”»\"]?)")
_SIGNED = re.compile(
    r"^(?P<said>[“«”\"][^\n]{10,2000}[”»\"])\s?(?P<dash>[―—–]|--)\s?(?P<name>[^\W\d_][^\n]{2,60})$",
    re.MULTILINE,
)
_HEADLINE = re.compile(
    r"^(?P<name>[^\W\d_][^\n:;.!?\"“”«»‘]{2,60})(?P<colon>:)[ \t]+(?P<said>[“«‘'\"][^\n]{3,90})$",
    re.MULTILINE,
)
_ARTICLE = 3
_OPENING = '“«"'
_ABOUT = ("for", "on", "about", "against", "as", "to", "of", "with")
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


def lend_speakers(clauses: Sequence[Clause], words: Vocabulary) -> None:
    """Give a verb of saying that leaves out its subject whoever was last told of or spoke.

    Where subjects are left out from sentence to sentence ("…とも述べた"); what is said without a
    subject is then said of the speaker. The verbs are the group `cues.resumed`.
    """
    last: Phrase | None = None
    if not words.words.get("cues.resumed"):
        return
    for clause in sorted(clauses, key=lambda one: one.head_start):
        if clause.nominal or clause.link not in ("main", "coordinate"):
            continue
        subject = clause.subject
        if subject is not None:
            last = subject if _may_speak(subject, words) else last
            continue
        said = words.has("cues.resumed", clause.lemma) and "content" in clause.opens
        if said and last is not None and not clause.passive:
            for one in (clause, *clause.contents):
                if one.subject is None and not one.passive:
                    one.arguments = (*one.arguments, Argument("subject", last, inherited=True))


def feared(clause: Clause, outer: Phrase, words: Vocabulary) -> Frame | None:
    """Return the frame of an event that somebody only fears ("craint une attaque"), or None."""
    cue = clause.parent
    if cue is None or cue.nominal or cue.lemma not in words.words.get("cues.fears", ()):
        return None
    direct = cue.argument("object")
    if direct is None or direct.word != outer.word or _speaker(cue) is None:
        return None
    return replace(_frame(cue, clause, words), content=(clause.start, clause.end), force="fear")


def speech_frame(
    cue: Clause, content: Clause, span: tuple[int, int], words: Vocabulary
) -> Frame | None:
    """Return the frame of what a clause says between two characters; None if it says nothing."""
    if not _is_cue(cue, words):
        return None
    return replace(_frame(cue, content, words, parenthetic=True), content=span)


def stances_of(
    clauses: Sequence[Clause], framed: Container[int], words: Vocabulary, text: str
) -> dict[int, list[Frame]]:
    """Return, by the word of the clause, who is shown to take a stance on what no clause tells.

    "X criticised the plan", "X wants to leave", "X called it a crime": a source, a cue and a
    content as much as "X said that", but nothing that the text takes from X. Clauses that stand in
    what somebody says, whose words are in `framed`, are left out.
    """
    found: dict[int, list[Frame]] = {}
    for clause in clauses:
        if clause.nominal or clause.word in framed:
            continue
        frames = [_quoting(clause, words, text) or _stance(clause, words)]
        frames += [_owned_stance(phrase, clause, words) for phrase in _phrases(clause)]
        if some := [frame for frame in frames if frame is not None]:
            found[clause.word] = some
    return found


def _phrases(clause: Clause) -> Iterator[Phrase]:
    """The phrases of a clause and, a step below, of their parts."""
    for argument in clause.arguments:
        if not argument.inherited:
            yield argument.phrase
            yield from (part.phrase for part in argument.phrase.parts)


def _owned_stance(phrase: Phrase, clause: Clause, words: Vocabulary) -> Frame | None:
    """The stance that a noun names with its owner: "Iran's claim that …", "his warning"."""
    if phrase.kind != "noun" or not words.has("cues.nouns", phrase.lemma):
        return None
    for part in phrase.parts:
        if part.marker == "possessor" and _may_hold(part.phrase, words):
            cue = (phrase.head_start, phrase.head_end)
            end = max(phrase.end, phrase.head_end)
            content = (phrase.head_end, end) if end > phrase.head_end else cue
            return Frame(part.phrase, cue, content, "stance", clause)
    return None


def _quoting(clause: Clause, words: Vocabulary, text: str) -> Frame | None:
    """A verb of saying with words in quotation marks right before or after its clause."""
    if clause.passive or not clause.is_finite:
        return None
    speaker = clause.argument("subject") or clause.argument("object")
    if speaker is None or not _may_speak(speaker, words, plainly=True):
        return None
    start, end = min(clause.start, speaker.start), max(clause.end, clause.reach[1])
    further = min(len(text), end + 600)
    if words.has("cues.say", clause.lemma):
        quoted = _QUOTED_BEFORE.search(text, max(0, start - 600), start)
        quoted = quoted or _QUOTED_AFTER.match(text, clause.head_end, further)
    else:
        quoted = _COLON.match(text, clause.head_end, further)
    if quoted is None:
        return None
    return Frame(speaker, (clause.head_start, clause.head_end), quoted.span(1), "stance", clause)


def _stance(clause: Clause, words: Vocabulary) -> Frame | None:
    cue = _stance_cue(clause, words)
    if cue is None:
        return None
    speaker = clause.argument("agent", "by") if clause.passive else clause.argument("subject")
    unsaid = speaker is None and clause.passive and clause.is_finite
    shown = words.has("cues.showing", clause.lemma) and speaker is not None
    if not (unsaid or shown) and (speaker is None or not _may_hold(speaker, words)):
        return None
    end = max(clause.end, clause.reach[1])
    if end <= cue[1] or cue[0] >= cue[1]:
        return None
    return Frame(speaker, cue, (cue[1], end), "stance", clause)


def _stance_cue(clause: Clause, words: Vocabulary) -> tuple[int, int] | None:
    """The words by which somebody takes a stance: those before an infinitive, or the verb."""
    if any(_takes_stance(verb, words) for verb in clause.chain):
        return (clause.predicate, clause.head_start - 1)
    if clause.mood == "infinitive":
        return None
    attribute = clause.argument("attribute")
    if attribute is not None and words.has("cues.stance_adjectives", attribute.lemma):
        return (attribute.head_start, attribute.head_end)
    if not _takes_stance(clause.lemma, words) and not words.has("cues.say", clause.lemma):
        return None
    below = ("object", "attribute", *_ABOUT)
    about = clause.passive or clause.argument(*below) is not None
    if not about and not clause.opens & {"content", "complement"}:
        return None
    return (clause.head_start, clause.head_end)


def _takes_stance(lemma: str, words: Vocabulary) -> bool:
    if words.has("cues.stance", lemma):
        return True
    return words.has("cues.stance", lemma.partition(" ")[0]) and " " in lemma


def _may_hold(phrase: Phrase, words: Vocabulary) -> bool:
    """Whether a phrase can be somebody who takes a stance."""
    return phrase.kind != "number" and _may_speak(phrase, words, plainly=True)


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
    claimed = _claimed(clause, words)
    if claimed is not None:
        yield clause, claimed
    if parent is None or parent.nominal:
        return
    if _is_cue(parent, words) and _is_content(clause, parent, words):
        yield clause, _frame(parent, clause, words)
    if not _is_cue(clause, words):
        return
    if (clause.link == "aside" and clause.lemma != parent.lemma) or (
        clause.conjunction is not None and words.has("cues.as", clause.conjunction)
    ):
        yield parent, _frame(clause, parent, words, parenthetic=True)


def _claimed(clause: Clause, words: Vocabulary) -> Frame | None:
    """The frame of what a noun says is claimed: "the allegation that it had armed rebels"."""
    if clause.link != "participle" or not clause.is_finite:
        return None
    for argument in clause.arguments:
        noun = argument.phrase
        if noun.head_end <= clause.head_start and words.has("cues.nouns", noun.lemma):
            owner = next((part.phrase for part in noun.parts if part.marker == "possessor"), None)
            if noun.kind == "noun":
                content = (min(clause.reach[0], clause.start), max(clause.end, clause.reach[1]))
                return Frame(owner, (noun.head_start, noun.head_end), content, "say", clause.parent)
    return None


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


def _may_be_cited(phrase: Phrase, words: Vocabulary) -> bool:
    """Whether "according to" goes with it: all but treaties, articles and the like."""
    return phrase.kind in ("noun", "name", "pronoun") and not words.has(
        "cues.not_speakers", phrase.lemma
    )


def _is_content(clause: Clause, cue: Clause, words: Vocabulary) -> bool:
    if clause.governor is not None:
        return False  # "announced a decision to leave"
    if clause.link == "content":
        return True
    # "soupçonnent Pékin de soutenir": an infinitive about somebody else than the speaker.
    about = cue.argument("object", "indirect", "to", "on")
    if clause.link == "complement" and cue.lemma in words.words.get("cues.own", ()):
        return True  # "nie avoir livré": an infinitive about the speaker
    return clause.link == "complement" and about is not None


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
        force="assess" if cue.argument("attribute") else _force_on(cue, content, words),
        clause=cue,
        parenthetic=parenthetic,
    )


def _force_on(cue: Clause, content: Clause, words: Vocabulary) -> str:
    """The force of a cue on one clause it governs.

    In a language where what is asked for is a complement, a clause of content is only said.
    """
    force = _force(cue.lemma, words)
    complements = words.words.get("cues.asks_by_complement")
    return "say" if force == "demand" and complements and content.link == "content" else force


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
        if words.has("cues.according", argument.marker) and _may_be_cited(argument.phrase, words):
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
        if argument.marker in ("subject", "object", "attribute"):
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
        own = Speaker(None, None, represents) if represents else None
        goes_on = latest is not None and latest.represents in (None, represents)
        return latest if goes_on or own is None else own
    persons = [
        mention
        for mention in referents.between(phrase.start, max(phrase.trimmed, phrase.head_end) + 4)
        if mention.person and not referents.words.has("cues.offices", phrase.lemma)
    ]
    words = text[phrase.start : max(phrase.trimmed, phrase.head_end)].strip(" ,;:")
    if persons:
        person = persons[0]
        role = text[phrase.start : max(person.start, phrase.start)].strip(" ,;:")
        if len(role) <= _ARTICLE:  # "Le président kényan": the title is the mention itself
            role = text[person.start : person.end]
            role = "" if person.person and person.person.split()[-1] in role else role
        return Speaker(person.person, role or None, person.actor)
    return Speaker(words or None, None, represents)


def quotations(
    speakers: Mapping[Frame, Speaker | None],
    stances: Mapping[Frame, Speaker | None],
    text: str,
) -> tuple[Quotation, ...]:
    """Return who is made to say what, in the order of the cues, each cue once.

    What is said comes before the stances that share its cue. Left out is what somebody says that he
    himself thinks ("she said she believed"), and all inside quotation marks. Speakers before a
    colon are those of a transcript, or of a headline that quotes.
    """
    seen: dict[tuple[int, int], Quotation] = {}
    pronouns = set()
    for frame, speaker in speakers.items():
        cue = frame.cue if frame.clause else _cue_before(text, frame.cue)
        seen.setdefault(cue, _quotation(frame, cue, speaker))
        if frame.speaker is not None and frame.speaker.kind == "pronoun":
            pronouns.add(cue)
    ends = {cue[1] for cue in seen}
    for frame, speaker in stances.items():
        if frame.cue[1] not in ends:
            seen.setdefault(frame.cue, _quotation(frame, frame.cue, speaker))
            if frame.speaker is not None and frame.speaker.kind == "pronoun":
                pronouns.add(frame.cue)
    for turn in _turns(text):
        if turn.cue is not None:
            seen.setdefault(turn.cue, turn)
    contents = sorted({one.content for one in seen.values() if one.content is not None})
    kept = [cue for cue in seen if not _is_within(cue, seen[cue], contents, cue in pronouns, text)]
    return tuple(seen[cue] for cue in sorted(kept))


def _is_within(
    cue: tuple[int, int],
    one: Quotation,
    contents: Sequence[tuple[int, int]],
    pronoun: bool,
    text: str,
) -> bool:
    """Whether a cue stands in words that somebody else is quoted with, or says of himself."""
    place = bisect_right(contents, cue)
    for content in contents[max(0, place - 6) : place]:
        inside = content[0] <= cue[0] and cue[1] <= content[1] and content != one.content
        quoted = any(mark in _OPENING for mark in text[max(0, content[0] - 1) : content[0] + 1])
        if inside and (pronoun or quoted):
            return True
    return False


def _turns(text: str) -> Iterator[Quotation]:
    """The turns of a transcript, signed quotations, and headlines that quote after a colon."""
    turns = list(_TURN.finditer(text))
    often = Counter(turn["name"] for turn in turns)
    for turn in turns:
        if often[turn["name"]] > 1:
            yield Quotation(turn.span("name"), turn.span("colon"), turn.span("said"))
    for line in _SIGNED.finditer(text):
        yield Quotation(line.span("name"), line.span("dash"), line.span("said"))
    for line in _HEADLINE.finditer(text):
        yield Quotation(line.span("name"), line.span("colon"), line.span("said"))


def _quotation(frame: Frame, cue: tuple[int, int], speaker: Speaker | None) -> Quotation:
    phrase = frame.speaker
    source = (phrase.start, max(phrase.trimmed, phrase.head_end)) if phrase else None
    if source is not None and source[0] == source[1]:
        source = None  # a subject that the sentence leaves out
    return Quotation(source, cue, frame.content, speaker.represents if speaker else None)


def _cue_before(text: str, cue: tuple[int, int]) -> tuple[int, int]:
    """The words "according to" or "selon" that stand before a source."""
    found = _ACCORDING.search(text, max(0, cue[1] - 20), cue[1])
    return (found.start(), found.end()) if found else cue
