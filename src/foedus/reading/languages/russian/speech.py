"""Who says what: where the cue hangs, and who speaks where no noun is the subject."""

from foedus.reading.languages.russian import words as ru
from foedus.reading.tree import Tree

__all__ = ["read_speech"]

_NEAR = 60


def read_speech(tree: Tree) -> None:
    """Hang cues and what is said on one another, and find the subject of "в Кремле сообщили"."""
    _read_cues(tree)
    _read_explanations(tree)
    _lift_replies(tree)
    _read_speaking_bodies(tree)


def _read_cues(tree: Tree) -> None:
    """Hang what is said on who says it, or who says it on what is said, as its place shows."""
    for word, relation in enumerate(tree.relations):
        if relation == "aside" and tree.lemmas[tree.heads[word]] in ru.SAYING:
            head = tree.heads[word]
            if tree.lemmas[word] in ru.SAYING or tree.kinds[word] not in ("VERB", "AUX"):
                continue
            between = tree.words[min(word, head) : max(word, head)]
            marks = '«"“:—–,' if word < head else ":"
            if any(one in marks for one in between):
                tree.relations[word] = "content"


def _read_explanations(tree: Tree) -> None:
    """Set what stands after a colon beside what it explains, unless it is what somebody says."""
    for word, relation in enumerate(tree.relations):
        head = tree.heads[word]
        if relation != "aside" or word < head or tree.kinds[word] not in ("VERB", "AUX"):
            continue
        explains = ":" in tree.words[head + 1 : word] and tree.lemmas[head] not in ru.SAYING
        if explains and "VerbForm=Fin" in tree.morphs[word]:
            tree.relations[word] = "coordinate"


def _read_speaking_bodies(tree: Tree) -> None:
    """Make "в Кремле" the subject of "сообщили", which has no other."""
    for word, lemma in enumerate(tree.lemmas):
        if lemma in ru.SPOKEN_OF:
            tree.lemmas[word] = ru.SPOKEN_OF[lemma]
            _read_document(tree, word)
    speaking = {
        word
        for word, lemma in enumerate(tree.lemmas)
        if lemma in ru.SPOKEN and "Number=Plur" in tree.morphs[word]
        and "VerbForm=Fin" in tree.morphs[word]
    }  # fmt: skip
    if not speaking:
        return
    with_subject = {
        tree.heads[word] for word, relation in enumerate(tree.relations) if relation == "subject"
    }
    for word, relation in enumerate(tree.relations):
        head = tree.heads[word]
        if relation != "oblique" or tree.markers[word] != "in":
            continue
        if head in speaking and head not in with_subject and _is_body(tree, word):
            tree.relations[word], tree.markers[word] = "subject", None
            with_subject.add(head)


def _lift_replies(tree: Tree) -> None:
    """Set "однако Y это отрицает" beside "X считает, что …", not inside what X thinks."""
    for word, relation in enumerate(tree.relations):
        content = tree.heads[word]
        saying = tree.heads[content]
        if relation != "coordinate" or tree.relations[content] != "content":
            continue
        if _is_second_deed(tree, word, saying):
            tree.heads[word] = saying
            continue
        replies = tree.lemmas[word] in ru.SPOKEN and tree.lemmas[saying] in ru.SPOKEN
        if replies and any(
            tree.heads[near] == word and tree.relations[near] == "subject"
            for near in range(max(0, word - _NEAR), min(len(tree.heads), word + _NEAR))
        ):
            tree.heads[word] = saying


def _is_second_deed(tree: Tree, word: int, saying: int) -> bool:
    """Whether "…, и пообещал" after "заявил, что …" is what the speaker does too.

    A comma before "и" closes what is said; the verbs then agree.
    """
    marks = [
        one for one in range(max(saying, word - 8), word) if tree.words[one] in ("и", "а", "но")
    ]
    closed = any(tree.words[one - 1] == "," for one in marks[-1:])
    alike = ("Tense=Past", "Gender=Masc", "Gender=Fem", "Number=Plur", "Number=Sing")
    agree = all((one in tree.morphs[word]) == (one in tree.morphs[saying]) for one in alike)
    own = any(
        tree.heads[near] == word and tree.relations[near] == "subject"
        for near in range(max(0, word - _NEAR), min(len(tree.heads), word + _NEAR))
    )
    return closed and agree and not own and "Tense=Past" in tree.morphs[word]


def _read_document(tree: Tree, verb: int) -> None:
    """Make "в сообщении" the subject of "говорится"."""
    for word in range(max(0, verb - _NEAR), min(len(tree.heads), verb + _NEAR)):
        if tree.heads[word] == verb and tree.markers[word] == "in":
            tree.relations[word], tree.markers[word] = "subject", None
            tree.morphs[verb] = "Mood=Ind|Number=Sing|Tense=Pres|VerbForm=Fin"
            return


def _is_body(tree: Tree, word: int) -> bool:
    return tree.kinds[word] == "PROPN" or tree.lemmas[word] in ru.BODIES
