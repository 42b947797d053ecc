"""What の between two Japanese nouns says: whose it is, or whom it befalls."""

from foedus.reading.languages.japanese.known import known_ending, stands_for_somebody, things_given
from foedus.reading.languages.japanese.words import Words

__all__ = ["owns"]

_UNDERGONE = (
    "封鎖",
    "併合",
    "占領",
    "解放",
    "打倒",
    "暗殺",
    "包囲",
    "拘束",
    "逮捕",
    "分割",
    "非核化",
)


def owns(words: Words, word: int) -> bool:
    """Whether what stands before の can own or do what stands after it."""
    tree = words.tree
    lemma = known_ending(tree.words[word])
    if "サ変" in words.tags[word] and lemma not in stands_for_somebody():
        return False
    if "サ変" in words.tags[tree.heads[word]] and lemma in things_given():
        return any(
            tree.kinds[child] == "PROPN" and tree.relations[child] == "compound"
            for child in words.children(word)
        )
    if _is_undergone(words, word, tree.heads[word]):
        return False
    if tree.kinds[word] in ("PROPN", "PRON") or lemma in stands_for_somebody():
        return True
    return any(
        "地名-国" in words.tags[child] and tree.relations[child] == "compound"
        for child in words.children(word)
    )


def _is_undergone(words: Words, word: int, head: int) -> bool:
    """Whether what a noun names befalls what stands before の ("台湾の封鎖")."""
    tree = words.tree
    if not tree.words[head].endswith(_UNDERGONE):
        return False
    return not any(
        tree.kinds[child] == "PROPN" and child != word and child < head
        for child in words.children(head)
    )
