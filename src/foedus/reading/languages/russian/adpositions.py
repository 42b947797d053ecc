"""Prepositions, of one word or more, as the English marker that they and their case stand for."""

from collections.abc import Sequence

from foedus.reading.languages.russian import words as ru
from foedus.reading.languages.russian.features import Features
from foedus.reading.languages.slavic import RUSSIAN, marker
from foedus.reading.tree import Tree

__all__ = ["read_prepositions"]

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


def read_prepositions(tree: Tree, feats: Features, below: Sequence[Sequence[int]]) -> None:
    """Give every word its marker, and longer prepositions ("по данным") to what they govern."""
    for word, label in enumerate(tree.labels):
        if label == "case":
            head = tree.heads[word]
            if tree.words[word].lower() in ru.ABOUT and _is_counted(tree, head, below):
                tree.labels[head] = "obj" if tree.labels[head] == "obl" else tree.labels[head]
                if tree.labels[head] == "obj":
                    tree.relations[head] = "object"
                continue
            fixed = [tree.words[one] for one in below[word] if tree.labels[one] == "fixed"]
            preposition = " ".join([tree.words[word], *fixed]).lower()
            found = _marker(tree, feats, head, preposition, bool(fixed))
            tree.markers[head] = tree.markers[head] or found
        elif label in ("mark", "cc"):
            head = tree.heads[word]
            fixed = [tree.words[one] for one in below[word] if tree.labels[one] == "fixed"]
            if label == "mark":
                tree.markers[head] = (
                    tree.markers[head] or " ".join([tree.words[word], *fixed]).lower()
                )
    for word, label in enumerate(tree.labels):
        if label in ("obl", "nmod", "obj", "parataxis", "root", "advmod", "conj"):
            _shorten(tree, below, word)


def _is_counted(tree: Tree, word: int, below: Sequence[Sequence[int]]) -> bool:
    return any(tree.labels[one].startswith("nummod") for one in below[word])


def _marker(tree: Tree, feats: Features, head: int, preposition: str, fixed: bool) -> str:
    case = feats[head].get("Case")
    if fixed:
        first, *rest = preposition.split(" ")
        for words in (preposition, " ".join(rest[:1]), f"{first} {rest[0]}"):
            found = marker(RUSSIAN, words, case)
            if found != words:
                return found
        return marker(RUSSIAN, first, None)
    if preposition == "на" and case == "Acc":
        governor = tree.lemmas[tree.heads[head]]
        return "to" if governor in ru.MOVING else "on"
    if preposition == "на" and tree.kinds[head] == "PROPN":
        return "in"
    if preposition == "от" and tree.lemmas[tree.heads[head]] in ru.DEMANDING:
        return "indirect"
    if preposition == "у" and tree.kinds[tree.heads[head]] in _NOMINAL:
        return "at"
    if preposition in ("с", "со") and case == "Gen":
        above = tree.heads[head]
        if tree.lemmas[above] in ru.LIFTING or tree.lemmas[tree.heads[above]] in ru.LIFTING:
            return "against"
    return marker(RUSSIAN, preposition, case)


def _shorten(tree: Tree, below: Sequence[Sequence[int]], word: int) -> None:
    """Read "по данным X" and "со стороны X", a noun with its complement, as "according", "by"."""
    preposition = next((one for one in below[word] if tree.labels[one] == "case"), None)
    if preposition is None:
        return
    key = f"{tree.words[preposition]} {tree.words[word]}".lower()
    short = marker(RUSSIAN, key, None)
    if short == key:
        short = marker(RUSSIAN, _PREPOSITIONS.get(key, key), None)
        if short in (key, _PREPOSITIONS.get(key)):
            return
    for child in below[word]:
        if child < word and short == "according" and tree.words[child].lower() in ru.THEIRS:
            # "по его словам": who spoke last
            tree.kinds[child] = "PRON"
        elif child < word or tree.labels[child] not in ("nmod", "appos", "obl"):
            continue
        if child != preposition:
            head = tree.heads[word]
            tree.heads[child] = child if head == word else head
            tree.relations[child], tree.markers[child] = "oblique", short
            tree.labels[child] = "moved" if head != word else "root"
            tree.heads[word], tree.relations[word], tree.labels[word] = child, "marker", "moved"
            return


_PREPOSITIONS = {
    "по словами": "по словам",
    "во ходе": "в ходе",
    "на границу": "к границе",
    "на границах": "на границе",
    "по оценкам": "по оценке",
    "по мнениям": "по мнению",
}
