"""Who says what stands in quotation marks, every sentence of it, and the sentence before."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from foedus.reading.attribution import Frame, speech_frame
from foedus.reading.clause import Clause
from foedus.reading.vocabulary import Vocabulary

__all__ = ["frames_in_quotations", "frames_told_back"]

_QUOTATION = re.compile(
    r"«(?:[^«»\n]|\n(?!\s*\n)|«[^«»\n]{0,200}»){20,4000}»|“(?:[^“”\n]|\n(?!\s*\n)){20,4000}”"
    r"|„(?:[^„“”\n]|\n(?!\s*\n)){20,4000}[“”]|(?<!\w)\"(?=\S)(?:[^\"\n]){20,2000}(?<=\S)\"(?!\w)"
)
_FAR = 160
# What may stand between a quotation and the clause that says whose it is.
_AFTER = re.compile(r"[\s,.!?]{0,3}(?:[—–-]{1,2}\s?)?(?:(?:and|et|и)\s)?")
# Between dashes inside the quotation: "We," said X, "are ready" in one pair of marks.
_INTO, _OUT = re.compile(r"[,.!?…]\s?[—–-]\s$"), re.compile(r"[,.]?\s?[—–-]\s")
_BEFORE = re.compile(r"\s?[:,]?\s?(?:(?:that|que|что)\s)?(?:[—–-]\s?)?")


def frames_in_quotations(
    clauses: Sequence[Clause], framed: Mapping[int, Frame], text: str, words: Vocabulary
) -> dict[int, Frame]:
    """Return the frames of clauses in quotation marks that have none yet, by the clause's word.

    A quotation is its cue's, which stands right behind it or right before it; one that holds fewer
    words than a clause is no quotation.
    """
    verbal = sorted((one for one in clauses if not one.nominal), key=lambda one: one.head_start)
    if not verbal:
        return {}
    heads = [clause.head_start for clause in verbal]
    everything = sorted(clauses, key=lambda one: one.head_start)
    places = [clause.head_start for clause in everything]
    found: dict[int, Frame] = {}
    before: tuple[int, Frame] | None = None
    for start, end in _quotations(text, verbal):
        inside = verbal[bisect_left(heads, start) : bisect_left(heads, end)]
        if not inside:
            continue
        around = verbal[max(0, bisect_left(heads, start) - 3) : bisect_left(heads, end) + 3]
        frame = _known(inside, framed, start, end) or _opened(
            inside, around, text, start, end, words
        )
        if frame is None and before is not None and _goes_on(*before, start):
            frame = before[1]
        before = None if frame is None else (end, frame)
        if frame is not None:
            for clause in everything[bisect_left(places, start) : bisect_left(places, end)]:
                if clause.word not in framed and clause is not frame.clause:
                    found[clause.word] = frame
    return found


def _goes_on(end: int, frame: Frame, start: int) -> bool:
    """Whether a quotation goes on behind its cue ("We are ready," he said. "We will win.")."""
    return end <= frame.cue[0] < start and start - end < _FAR


def _quotations(text: str, verbal: Sequence[Clause]) -> Iterator[tuple[int, int]]:
    first, last = verbal[0].sentence[0], max(clause.sentence[1] for clause in verbal)
    for match in _QUOTATION.finditer(text, max(0, first - 2), min(len(text), last + 2)):
        yield match.start(), match.end()


def _known(
    inside: Sequence[Clause], framed: Mapping[int, Frame], start: int, end: int
) -> Frame | None:
    """The frame that a clause in the quotation has already from a cue outside it."""
    for clause in reversed(inside):
        frame = framed.get(clause.word)
        if frame is not None and not start <= frame.cue[0] < end:
            return frame
    return None


def _opened(
    inside: Sequence[Clause],
    around: Sequence[Clause],
    text: str,
    start: int,
    end: int,
    words: Vocabulary,
) -> Frame | None:
    for cue in around:
        if start <= cue.head_start < end:
            said = next((one for one in inside if one.head_start > cue.head_start), None)
            if said is not None and _is_inset(text, start, cue):
                frame = speech_frame(cue, said, (start, end), words)
                if frame is not None:
                    return frame
            continue
        behind = cue.start >= end and _AFTER.fullmatch(text, end, cue.start)
        closing = cue.end if cue.end <= start else cue.head_end
        before = closing <= start and _BEFORE.fullmatch(text, closing, start)
        if behind or before:
            frame = speech_frame(cue, inside[-1], (start, end), words)
            if frame is not None:
                return frame
    return None


def _is_inset(text: str, start: int, cue: Clause) -> bool:
    """Whether a clause inside a quotation stands between dashes, as only who speaks does."""
    opens = _INTO.search(text[max(start, cue.start - 4) : cue.start])
    return bool(opens and _OUT.match(text, cue.end))


def frames_told_back(
    clauses: Sequence[Clause], framed: Mapping[int, Frame], words: Vocabulary
) -> dict[int, Frame]:
    """Return the frames of a sentence that the next one says where it is from: "X said so".

    Such a clause has no content but a pronoun of the group `cues.back`; what it says is all of the
    sentence before that has no other source.
    """
    if not words.words.get("cues.back"):
        return {}
    found: dict[int, Frame] = {}
    before: list[Clause] = []
    here: list[Clause] = []
    for clause in sorted(clauses, key=lambda one: one.head_start):
        if here and clause.sentence != here[-1].sentence:
            before, here = here, []
        here.append(clause)
        if not before or clause.nominal or clause.opens & {"content", "complement"}:
            continue
        if any(words.has("cues.back", one.phrase.lemma) for one in clause.arguments):
            content = next((one for one in before if not one.nominal), before[0])
            frame = speech_frame(clause, content, before[0].sentence, words)
            told = before if frame is not None else ()
            found.update((one.word, frame) for one in told if one.word not in framed and frame)
    return found
