"""Words that say together what neither says alone, and meetings named after their parties."""

from foedus.reading.languages.russian import words as ru
from foedus.reading.tree import Tree

__all__ = ["join_adverbs", "read_quoted_parties"]


def join_adverbs(tree: Tree) -> None:
    """Give a verb the lemma it has with its adverb: "высоко оценить" is to praise."""
    for word, lemma in enumerate(tree.lemmas):
        head = tree.heads[word]
        if tree.relations[word] == "adverb" and tree.lemmas[head] in ru.JUDGING:
            joined = ru.JUDGED.get(lemma)
            if joined is not None:
                tree.lemmas[head] = f"{joined} {ru.JUDGING[tree.lemmas[head]]}"


def read_quoted_parties(tree: Tree) -> None:
    """Let a name in quotation marks say between whom a meeting is: «Африка — Япония»."""
    for word, relation in enumerate(tree.relations):
        meeting = tree.heads[word]
        if relation != "apposition" or tree.lemmas[meeting] not in ru.MEETINGS:
            continue
        if word == 0 or tree.words[word - 1] not in ("«", '"', "“"):
            continue
        tree.relations[word], tree.markers[word] = "oblique", "between"
        for other in range(word + 1, min(word + 6, len(tree.words))):
            if tree.words[other] in ("»", '"', "”"):
                break
            if tree.kinds[other] == "PROPN" and tree.words[other - 1] in ("-", "–", "—"):
                tree.heads[other], tree.relations[other] = word, "coordinate"
                tree.markers[other] = None
