"""From the labels of natasha's parser to foedus's relations and markers.

Labels are those of Universal Dependencies (SynTagRus). Cases stand for what other languages say
with prepositions: a bare genitive is "of", a dative is indirect, the instrumental of a passive its
agent.
"""

from collections.abc import Sequence

from foedus.reading.languages.russian import words as ru
from foedus.reading.languages.russian.adpositions import read_prepositions
from foedus.reading.languages.russian.features import Features, children, note_features
from foedus.reading.languages.russian.idioms import join_adverbs, read_quoted_parties
from foedus.reading.languages.russian.repairs import mend
from foedus.reading.languages.russian.speech import read_speech
from foedus.reading.tree import Tree

__all__ = ["translated"]

_RELATIONS = {
    "root": "root",
    "nsubj": "subject",
    "nsubj:pass": "subject",
    "csubj": "complement",
    "csubj:pass": "complement",
    "obj": "object",
    "iobj": "indirect",
    "obl": "oblique",
    "obl:agent": "agent",
    "nmod": "oblique",
    "amod": "adjective",
    "appos": "apposition",
    "nummod": "determiner",
    "nummod:gov": "determiner",
    "nummod:entity": "determiner",
    "det": "determiner",
    "case": "marker",
    "mark": "marker",
    "cc": "marker",
    "aux": "auxiliary",
    "aux:pass": "auxiliary",
    "cop": "copula",
    "advmod": "adverb",
    "conj": "coordinate",
    "acl:relcl": "relative",
    "acl": "participle",
    "advcl": "adverbial",
    "ccomp": "content",
    "xcomp": "complement",
    "parataxis": "aside",
    "punct": "punctuation",
    "fixed": "part",
    "flat": "part",
    "flat:name": "part",
    "flat:foreign": "part",
    "compound": "compound",
    "discourse": "part",
    "expl": "part",
}
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_ON_CLAUSE = frozenset(
    {"subject", "marker", "auxiliary", "punctuation", "adverb", "adverbial", "aside", "content"}
    | {"agent", "indirect"}
)
_NEAR = 60


def translated(tree: Tree, feats: Features) -> None:
    """Give every word its relation, marker and features, from the parser's labels and cases."""
    mend(tree, feats)
    for word, label in enumerate(tree.labels):
        if label == "root" and tree.heads[word] != word:
            tree.labels[word] = "parataxis"
        tree.relations[word] = _RELATIONS.get(tree.labels[word], "other")
    below = children(tree)
    note_features(tree, feats, below)
    read_prepositions(tree, feats, below)
    below = children(tree)
    for word in range(len(tree.words)):
        _translate(tree, feats, below, word)
    for word, relation in enumerate(tree.relations):
        if relation == "copula":
            _raise_copula(tree, word, below)
        elif relation == "oblique" and tree.markers[word] == "indirect":
            tree.relations[word], tree.markers[word] = "indirect", None
    _lift_parties(tree)
    join_adverbs(tree)
    read_quoted_parties(tree)
    read_speech(tree)


def _translate(tree: Tree, feats: Features, below: Sequence[Sequence[int]], word: int) -> None:
    relation, text = tree.relations[word], tree.words[word].lower()
    if text == "не" or text in ru.NEVER:
        tree.relations[word] = "part" if _only(tree, word) else "negation"
    elif text in ("бы", "б"):
        tree.relations[word] = "auxiliary"
    elif text in ("того", "этого") and tree.markers[word] in ru.BESIDES:
        tree.relations[word] = "part"
    elif text in ru.POSSESSIVES and tree.labels[word] in ("det", "nmod", "amod"):
        tree.relations[word], tree.markers[word] = "possessor", None
    elif relation == "oblique" and "VerbForm=Inf" in tree.morphs[word]:
        tree.relations[word] = "complement"
    elif relation == "oblique" and tree.labels[word] != "moved":
        _read_case(tree, feats, word)
    elif relation == "aside" and tree.kinds[word] in _NOMINAL and tree.markers[word]:
        tree.relations[word] = "oblique"
    elif relation in ("indirect", "object"):
        _read_argument(tree, feats, word)
    elif relation in ("complement", "participle", "adverbial", "adjective", "relative", "content"):
        _read_clause(tree, below, word)


def _only(tree: Tree, word: int) -> bool:
    """Whether "не" denies nothing: "не только", "не менее", "не просто"."""
    following = tree.words[word + 1].lower() if word + 1 < len(tree.words) else ""
    return following in ru.AFTER_NO_DENIAL


def _read_case(tree: Tree, feats: Features, word: int) -> None:
    """What a noun without a preposition is to its verb or noun, by its case."""
    if tree.markers[word] is not None:
        return
    case, head = feats[word].get("Case"), tree.heads[word]
    if tree.kinds[head] in ("VERB", "AUX"):
        if tree.lemmas[word] in ru.TIMES or tree.kinds[word] not in (*_NOMINAL, "NUM"):
            return
        if case == "Dat":
            tree.relations[word] = "indirect"
        elif case == "Ins":
            _read_instrumental(tree, word, head)
        elif case == "Gen":
            tree.relations[word] = "object"
        return
    if case == "Ins":
        tree.markers[word] = "by"
    elif case == "Dat":
        tree.markers[word] = "to"
    elif case == "Nom" and tree.kinds[word] == "PROPN":
        tree.relations[word] = "apposition"
    else:
        tree.markers[word] = "of"


def _read_instrumental(tree: Tree, word: int, head: int) -> None:
    if tree.lemmas[head] in ru.COPULAS or tree.lemmas[head] in ru.NAMING:
        tree.relations[word] = "attribute"
    elif "Voice=Pass" in tree.morphs[head]:
        tree.relations[word] = "agent"
    else:
        tree.markers[word] = "instrument"


def _read_argument(tree: Tree, feats: Features, word: int) -> None:
    case, head = feats[word].get("Case"), tree.heads[word]
    if tree.relations[word] == "object" and tree.markers[word] is not None:
        tree.relations[word] = "oblique"
        return
    if case == "Dat" and tree.kinds[head] in _NOMINAL:
        tree.relations[word] = "oblique"
        tree.markers[word] = tree.markers[word] or "to"
        return
    if tree.relations[word] == "object" and case == "Dat":
        tree.relations[word] = "indirect"
    elif tree.relations[word] == "indirect" and tree.markers[word] is not None:
        tree.relations[word] = "oblique"
    elif case == "Ins":
        if "Voice=Pass" in tree.morphs[head]:
            tree.relations[word] = "agent"
        elif tree.lemmas[head] in ru.COPULAS:
            tree.relations[word] = "attribute"
        else:
            tree.relations[word], tree.markers[word] = "oblique", "instrument"
    elif tree.relations[word] == "indirect" and case in ("Gen", "Acc"):
        tree.relations[word] = "object"


def _read_clause(tree: Tree, below: Sequence[Sequence[int]], word: int) -> None:
    relation, kind, morph = tree.relations[word], tree.kinds[word], tree.morphs[word]
    infinitive = "VerbForm=Inf" in morph
    if relation == "adjective":
        if kind == "VERB" and any(
            tree.labels[child] in ("obl", "obj", "iobj", "obl:agent", "advcl", "xcomp")
            for child in below[word]
        ):
            tree.relations[word] = "participle"
        elif kind == "VERB":
            tree.kinds[word] = "ADJ"
    elif relation == "participle":
        if infinitive:
            tree.relations[word] = "complement"
        elif "VerbForm=Fin" in morph:
            tree.relations[word] = "content" if tree.markers[word] == "что" else "relative"
            if tree.relations[word] == "relative" and not _has_relative(tree, word):
                tree.relations[word] = "adverbial"
    elif relation == "relative":
        if infinitive:
            tree.relations[word] = "complement"
        elif not _has_relative(tree, word):
            tree.relations[word] = "adverbial" if "VerbForm=Fin" in morph else "participle"
    elif relation == "complement" and kind in ("NOUN", "ADJ", "PROPN", "NUM", "PRON"):
        tree.relations[word] = "attribute"
        tree.markers[word] = None
    elif relation == "content" and infinitive and tree.markers[word] is None:
        tree.relations[word] = "complement"


def _has_relative(tree: Tree, word: int) -> bool:
    return any(
        tree.words[near].lower() in ru.RELATIVES
        for near in range(max(0, word - 25), word)
        if word in (tree.heads[near], tree.heads[tree.heads[near]])
    )


def _raise_copula(tree: Tree, copula: int, below: Sequence[Sequence[int]]) -> None:
    """Make "был" the head of "Россия была союзником"; with an adjective it only gives the tense."""
    predicate = tree.heads[copula]
    if tree.kinds[predicate] in ("VERB", "AUX") or tree.kinds[copula] not in ("VERB", "AUX"):
        tree.relations[copula] = "auxiliary"
        return
    tree.heads[copula] = tree.heads[predicate]
    tree.relations[copula] = tree.relations[predicate]
    tree.markers[copula] = tree.markers[predicate]
    if tree.heads[copula] == predicate:
        tree.heads[copula] = copula
    tree.heads[predicate], tree.relations[predicate] = copula, "attribute"
    tree.markers[predicate] = None
    tree.kinds[copula] = "AUX"
    for child in below[predicate]:
        if child != copula and tree.heads[child] == predicate and _hangs_on_clause(tree, child):
            tree.heads[child] = copula


def _hangs_on_clause(tree: Tree, word: int) -> bool:
    relation = tree.relations[word]
    if relation == "marker":
        return tree.labels[word] == "mark"
    if relation == "coordinate":
        return tree.kinds[word] in ("VERB", "AUX")
    if relation == "negation":
        return True
    return relation in _ON_CLAUSE or relation == "copula"


def _lift_parties(tree: Tree) -> None:
    """Give "между X и Y" and "с X" to the treaty or the talks, not to what these are about."""
    for word, marker_ in enumerate(tree.markers):
        if marker_ not in ("between", "with") or tree.relations[word] != "oblique":
            continue
        if tree.kinds[tree.heads[word]] == "VERB":
            _give_to_subject(tree, word)
            continue
        for _ in range(3):
            head = tree.heads[word]
            above = tree.heads[head]
            if tree.lemmas[head] in ru.TIES or above == head:
                break
            if tree.relations[head] == "attribute" and marker_ == "between":
                tree.heads[word] = above
                break
            if tree.kinds[above] not in ("NOUN", "PROPN") or tree.relations[head] != "oblique":
                break
            if marker_ == "with" and tree.lemmas[above] not in ru.TIES:
                break
            tree.heads[word] = above


def _give_to_subject(tree: Tree, word: int) -> None:
    """Hang "между X и Y" on the clashes that "произошли", not on the verb."""
    verb = tree.heads[word]
    for near in range(max(0, verb - _NEAR), min(len(tree.heads), verb + _NEAR)):
        tied = tree.lemmas[near] in ru.TIES or tree.lemmas[near] in ru.FIGHTS
        if tree.heads[near] == verb and tree.relations[near] == "subject" and tied:
            tree.heads[word] = near
            return
