"""By which way every part of an assertion was read: the words, the marker, the cue."""

from collections.abc import Iterator

from foedus.reading.clause import Argument
from foedus.reading.draft import Draft
from foedus.reading.referents import Referents

__all__ = ["path_of"]

_LONGEST = 60
_DEEPEST = 2


def path_of(draft: Draft, text: str, referents: Referents) -> str:
    """Return the rule of a draft and the way to each of its parts, parted by semicolons.

    "aid/deliver by verb deliver; initiator: subject ‘Paris’; target: to ‘Kyiv’; day: ‘on Monday’".
    A party that no argument of the clause names was taken up from what the text told before.
    """
    return "; ".join((draft.rule, *_parts(draft, text, referents)))


def _parts(draft: Draft, text: str, referents: Referents) -> Iterator[str]:
    arguments = tuple(_arguments(draft))
    for role, actors in (("initiator", draft.initiator), ("target", draft.target)):
        if actors:
            yield f"{role}: {_under(actors, arguments, text, referents)}"
    clause = draft.clause
    said = [*clause.chain, *(("not",) if clause.negated else ())]
    if clause.mood not in ("indicative", "participle", "infinitive"):
        said.append(clause.mood)
    if said and not clause.nominal:
        yield f"said as: {' '.join(said)}"
    if draft.dated is not None:
        yield f"day: {_quoted(text, draft.dated.start, draft.dated.end)}"
    if draft.frame is not None:
        yield f"said by: {_quoted(text, *draft.frame.cue)}, {draft.frame.force}"


def _arguments(draft: Draft) -> Iterator[Argument]:
    waiting = [(argument, 0) for argument in draft.clause.arguments]
    for argument, depth in waiting:
        yield argument
        if depth < _DEEPEST:
            waiting.extend((part, depth + 1) for part in argument.phrase.parts)


def _under(
    actors: tuple[str, ...], arguments: tuple[Argument, ...], text: str, referents: Referents
) -> str:
    """The innermost argument that names one of the actors, or that none does."""
    best: Argument | None = None
    for argument in arguments:
        phrase = argument.phrase
        named = any(
            mention.actor in actors and mention.end <= phrase.end
            for mention in referents.between(phrase.start, phrase.end)
        )
        shorter = best is None or phrase.end - phrase.start < best.phrase.end - best.phrase.start
        if named and shorter:
            best = argument
    if best is None:
        return "taken up from before"
    return f"{best.marker} {_quoted(text, best.phrase.start, best.phrase.end)}"


def _quoted(text: str, start: int, end: int) -> str:
    words = " ".join(text[start:end].split())
    return f"‘{words if len(words) <= _LONGEST else words[:_LONGEST].rstrip() + '…'}’"
