"""The features that later steps look at, written as the trees of other languages have them."""

from collections.abc import Mapping, Sequence

from foedus.reading.languages.russian import words as ru
from foedus.reading.tree import Tree

__all__ = ["Features", "children", "note_features"]

Features = list[dict[str, str]]
"""The tagger's features of every word."""


def children(tree: Tree) -> list[list[int]]:
    """Return, for every word, the words that hang on it now."""
    below: list[list[int]] = [[] for _ in tree.words]
    for word, head in enumerate(tree.heads):
        if head != word:
            below[head].append(word)
    return below


def note_features(tree: Tree, feats: Features, below: Sequence[Sequence[int]]) -> None:
    """Write what later steps look at: tense and form of verbs, voice as fr and en show it."""
    for word, features in enumerate(feats):
        kept = dict(features)
        kind = tree.kinds[word]
        labels = {tree.labels[child] for child in below[word]}
        if kind in ("VERB", "AUX"):
            _note_voice(kept, labels)
            if features.get("Variant") == "Short" and tree.lemmas[word] in ru.BOUND:
                tree.lemmas[word] = ru.BOUND[tree.lemmas[word]]
                kept.pop("Voice", None)
            if "nsubj:pass" in labels and kept.get("VerbForm") != "Part":
                tree.lemmas[word] = _without_reflexive(tree.lemmas[word])
        elif kind in ("ADJ", "ADV", "NOUN") and _is_predicate(tree, word, features, labels):
            tree.kinds[word] = "VERB"
            kept["VerbForm"] = "Fin"
            if kind == "NOUN":
                kept.pop("Number", None)
        if tree.words[word].lower() in ru.POSSESSIVES and tree.labels[word] in ("det", "nmod"):
            kept = {"Number": "Plur"} if tree.words[word].lower() == "их" else {}
        tree.morphs[word] = "|".join(f"{name}={kept[name]}" for name in sorted(kept))


def _note_voice(kept: dict[str, str], labels: set[str]) -> None:
    """Say of participles what "signed" and "signing" say; only a true passive keeps its voice."""
    passive = kept.get("Voice") == "Pass"
    if kept.get("VerbForm") == "Part":
        if kept.get("Variant") == "Short":
            kept["VerbForm"] = "Fin"
        kept["Tense"] = "Past" if passive else "Pres"
    elif passive and "nsubj:pass" not in labels:
        kept["Voice"] = "Mid"
    elif "nsubj:pass" in labels:
        kept["Voice"] = "Pass"


def _is_predicate(tree: Tree, word: int, features: Mapping[str, str], labels: set[str]) -> bool:
    """Whether an adjective or adverb is what a clause says ("готовы", "необходимо")."""
    if tree.labels[word] in ("amod", "det", "obl", "nmod", "obj", "appos", "flat", "nummod"):
        return False
    if tree.kinds[word] == "NOUN":
        return tree.lemmas[word] in ru.PREDICATIVES and bool(labels & {"csubj", "xcomp", "ccomp"})
    if tree.labels[word] == "xcomp" and tree.lemmas[tree.heads[word]] in ru.COPULAS:
        return False
    if features.get("Variant") == "Short" and tree.kinds[word] == "ADJ":
        return True
    said = labels & {"nsubj", "nsubj:pass", "csubj", "xcomp", "ccomp"}
    if tree.kinds[word] == "ADV":
        return tree.lemmas[word] in ru.PREDICATIVES and bool(said)
    return bool(said) and tree.labels[word] in ("root", "conj", "ccomp", "parataxis", "advcl")


def _without_reflexive(lemma: str) -> str:
    return lemma[:-2] if lemma.endswith(("ся", "сь")) else lemma
