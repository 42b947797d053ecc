"""What the tagger and the parser got wrong, put right: names, cases, subjects, heads.

Russian says with endings what the parser sometimes reads off the order of words.
"""

from collections.abc import Sequence

from foedus.reading.languages.russian import words as ru
from foedus.reading.languages.russian.features import Features, children
from foedus.reading.languages.russian.lemmas import cases_of, lemma_of, may_be_adjective
from foedus.reading.tree import Tree

__all__ = ["mend"]

_NEAR = 60


def mend(tree: Tree, feats: Features) -> None:
    """Put right names taken for adjectives, cases a form cannot have, and heads that follow.

    A complement stands after its noun: one before it belongs to the verb.
    """
    below = children(tree)
    for word, kind in enumerate(tree.kinds):
        text = tree.words[word]
        if kind == "X" and text.isalpha() and text[0].isupper():
            tree.kinds[word] = "PROPN"
        named = kind == "ADJ" and tree.labels[word] == "amod" and text.istitle()
        if named and not may_be_adjective(text):
            tree.kinds[word], tree.labels[word] = "PROPN", "nmod"
            feats[word] = {"Case": "Nom", "Number": "Sing"}
            tree.lemmas[word] = lemma_of(text, "PROPN", None, "Sing")
        if tree.kinds[word] in ("NOUN", "PROPN"):
            _mend_case(tree, feats, below, word)
        if tree.labels[word] == "nmod" and word < tree.heads[word]:
            _mend_head(tree, below, word)
        if tree.labels[word] in ("obl", "nmod", "nummod:gov") and tree.heads[word] < word:
            _mend_amount(tree, word)
        if kind == "PROPN" and tree.lemmas[word] in ru.BODY_HEADS and _is_named(tree, word):
            tree.lemmas[word] = "организация"
        if tree.labels[word].startswith("nsubj") and feats[word].get("Case") == "Ins":
            tree.labels[word] = "obl"
        named = kind == "PROPN" and tree.labels[word] in ("advmod", "obl")
        if (tree.labels[word] == "obj" or named) and feats[word].get("Case") == "Nom":
            _mend_subject(tree, below, word)
        if tree.labels[word] == "nsubj" and feats[word].get("Case") == "Gen":
            _mend_number(tree, feats, below, word)
        if tree.labels[word] == "nsubj" and word > tree.heads[word]:
            _mend_second_subject(tree, feats, below, word)
        if tree.labels[word] == "nsubj" and kind == "PROPN":
            _mend_object(tree, feats, below, word)
        if tree.labels[word] == "nmod" and tree.lemmas[tree.heads[word]] in ru.ARTICLES:
            _mend_provision(tree, below, word)
        if tree.labels[word] == "nmod" and tree.labels[tree.heads[word]] == "iobj":
            _mend_gift(tree, below, word)
        if tree.labels[word] == "conj":
            _mend_list(tree, feats, word)
        if tree.words[word].lower() in ru.PARTICLES and tree.kinds[tree.heads[word]] != "VERB":
            _lift(tree, word)


def _mend_subject(tree: Tree, below: Sequence[Sequence[int]], word: int) -> None:
    """Make a nominative before a verb that has no other subject its subject."""
    verb = tree.heads[word]
    if word < verb and not any(tree.labels[one].startswith("nsubj") for one in below[verb]):
        tree.labels[word] = "nsubj"


def _mend_number(tree: Tree, feats: Features, below: Sequence[Sequence[int]], word: int) -> None:
    """Make the subject of a plural verb a plural: "страны-участницы осудили"."""
    several = feats[tree.heads[word]].get("Number") == "Plur"
    counted = any(tree.labels[one].startswith(("nummod", "conj")) for one in below[word])
    if several and not counted and "Nom" in cases_of(tree.words[word]):
        feats[word].update(Case="Nom", Number="Plur")


def _mend_second_subject(
    tree: Tree, feats: Features, below: Sequence[Sequence[int]], word: int
) -> None:
    """Make "США" the object of "Иран осудил США", whose verb has its subject before it."""
    verb = tree.heads[word]
    if tree.kinds[verb] != "VERB" or feats[verb].get("Voice") != "Act":
        return
    before = any(tree.labels[one] == "nsubj" and one < verb for one in below[verb])
    objects = any(tree.labels[one] == "obj" for one in below[verb])
    if before and not objects and "Acc" in (cases_of(tree.words[word]) or ("Acc",)):
        tree.labels[word], feats[word]["Case"] = "obj", "Acc"


def _mend_provision(tree: Tree, below: Sequence[Sequence[int]], word: int) -> None:
    """Make "консультации" the object of "предусматривал в статье 1 консультации"."""
    article = tree.heads[word]
    verb = tree.heads[article]
    numbered = word > 0 and tree.heads[word - 1] == article and tree.words[word - 1].isdigit()
    taken = any(tree.labels[one] == "obj" for one in below[verb])
    if numbered and not taken and tree.labels[article] == "obl" and tree.kinds[verb] == "VERB":
        tree.heads[word], tree.labels[word] = verb, "obj"


def _mend_gift(tree: Tree, below: Sequence[Sequence[int]], word: int) -> None:
    """Make "300 млн евро" the object of "предоставит странам 300 млн евро"."""
    given = tree.heads[word]
    verb = tree.heads[given]
    counted = any(tree.labels[one].startswith("nummod") for one in below[word])
    taken = any(tree.labels[one] == "obj" for one in below[verb])
    if counted and given < word and tree.kinds[verb] == "VERB" and not taken:
        tree.heads[word], tree.labels[word] = verb, "obj"


def _mend_object(tree: Tree, feats: Features, below: Sequence[Sequence[int]], word: int) -> None:
    """Make "Тегеран" the object of "Тегеран не предупредили", a plural that nobody is named for."""
    verb = tree.heads[word]
    several = feats[verb].get("Number") == "Plur" and feats[verb].get("VerbForm") == "Fin"
    single = feats[word].get("Number") == "Sing" and feats[word].get("Animacy") != "Anim"
    if (
        not (several and single)
        or tree.kinds[verb] != "VERB"
        or "Acc" not in cases_of(tree.words[word])
    ):
        return
    alone = not any(tree.labels[one] in ("conj", "nummod", "nummod:gov") for one in below[word])
    objects = any(tree.labels[one] in ("obj", "nsubj") and one != word for one in below[verb])
    together = any(
        tree.labels[one] == "case" and tree.lemmas[one] in ("с", "со")
        for part in below[word]
        for one in below[part]
    )
    if alone and not objects and not together and feats[verb].get("Voice") == "Act":
        tree.labels[word], feats[word]["Case"] = "obj", "Acc"


def _mend_amount(tree: Tree, word: int) -> None:
    """Make "снарядов" the object of "передал более пяти миллионов снарядов"."""
    more = tree.heads[word]
    verb = tree.heads[more]
    if tree.lemmas[more] in ru.MORE and verb not in (more, word) and tree.kinds[verb] == "VERB":
        taken = any(tree.heads[one] == verb and tree.labels[one] == "obj" for one in range(
            max(0, verb - _NEAR), min(len(tree.heads), verb + _NEAR)))  # fmt: skip
        tree.heads[word], tree.labels[word] = verb, "obl" if taken else "obj"
        tree.heads[more] = word


def _is_named(tree: Tree, word: int) -> bool:
    """Whether a noun is the head of a proper name: "Советский Союз", "Альянс государств Сахеля"."""
    if not tree.words[word][:1].isupper():
        return False
    before = tree.words[word - 1] if word else ""
    return before[:1].isupper() or before[:1].islower()


def _mend_list(tree: Tree, feats: Features, word: int) -> None:
    """Join "Францией" to "Республикой" in "между Республикой Молдова и Францией"."""
    head = tree.heads[word]
    above = tree.heads[head]
    case = feats[word].get("Case")
    named = tree.labels[head] in ("appos", "nmod", "flat") and feats[head].get("Case") == "Nom"
    if named and case != "Nom" and feats[above].get("Case") == case:
        tree.heads[word] = above


def _lift(tree: Tree, word: int) -> None:
    """Hang a particle on the verb, not on the noun before it ("Минобороны же")."""
    head = tree.heads[word]
    if word < head or tree.labels[word] not in ("advmod", "discourse"):
        return
    for _ in range(4):
        above = tree.heads[head]
        if above in (head, word):
            return
        head = above
        if tree.kinds[head] == "VERB":
            tree.heads[word] = head
            return


def _mend_case(tree: Tree, feats: Features, below: Sequence[Sequence[int]], word: int) -> None:
    possible = cases_of(tree.words[word])
    if not possible or feats[word].get("Case") in possible or "Case" not in feats[word]:
        return
    governed = any(tree.labels[child] == "case" for child in below[word])
    wanted = ("Loc", "Ins", "Gen", "Acc", "Dat") if governed else ("Dat", "Gen", "Ins", "Acc")
    feats[word]["Case"] = next((case for case in wanted if case in possible), "Nom")


def _mend_head(tree: Tree, below: Sequence[Sequence[int]], word: int) -> None:
    noun = tree.heads[word]
    verb = tree.heads[noun]
    free = not any(tree.labels[child] == "case" for child in below[word])
    own = tree.words[word].lower() in ru.POSSESSIVES or tree.kinds[word] not in ("NOUN", "PROPN")
    if free and not own and verb != noun and verb < word and tree.kinds[verb] == "VERB":
        tree.heads[word], tree.labels[word] = verb, "obl"
