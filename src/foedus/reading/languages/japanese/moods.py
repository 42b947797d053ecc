"""Verbs joined by their stem or て are meant as the last of them is: planned, or only possible."""

from itertools import pairwise

from foedus.reading.languages.japanese.folding import MODAL_NOUNS
from foedus.reading.languages.japanese.words import Words

__all__ = ["share_mood"]

_PLANNED = frozenset(one for one, does in MODAL_NOUNS.items() if does == "planned") | {"たい"}
_POSSIBLE = frozenset(one for one, does in MODAL_NOUNS.items() if does == "possible") | {
    "かもしれない"
}
_TIMES = frozenset({"when", "since", "until"})


def share_mood(words: Words) -> None:
    """Mark the earlier verbs of a row with the future or the possibility that its last one has.

    Not where a later verb has a day or a subject of its own.
    """
    tree = words.tree
    rows: dict[int, list[int]] = {}
    for verb in words.endings:
        if tree.relations[verb] == "coordinate" and tree.heads[verb] in words.endings:
            rows.setdefault(tree.heads[verb], []).append(verb)
    for first, others in rows.items():
        row = sorted([first, *others])
        mark = _mark(words, row[-1])
        for earlier, later in reversed(list(pairwise(row))):
            if mark is None or words.endings[earlier].link != "stem" or _is_apart(words, later):
                break
            if "た" not in words.endings[earlier].text:
                tree.morphs[earlier] += mark


def _mark(words: Words, verb: int) -> str | None:
    tree = words.tree
    said = {tree.lemmas[one] for one in words.children(verb) if tree.relations[one] == "auxiliary"}
    if said & _POSSIBLE:
        return "|Mood=Pot"
    return "|Tense=Fut" if said & _PLANNED or "Tense=Fut" in tree.morphs[verb] else None


def _is_apart(words: Words, verb: int) -> bool:
    """Whether a verb says when it is to be, or who does it, by itself."""
    tree = words.tree
    return any(
        tree.relations[one] in ("subject", "topic") or tree.markers[one] in _TIMES
        for one in words.children(verb)
    )
