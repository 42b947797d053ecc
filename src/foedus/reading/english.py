"""English: from CLEAR labels to foedus's relations, and the words of English grammar.

Labels are those of the ClearNLP style in which OntoNotes 5 was converted for spaCy's pipelines.
"""

from foedus.reading.grammar import Grammar
from foedus.reading.tree import Tree

__all__ = ["ENGLISH"]

_RELATIONS = {
    "ROOT": "root",
    "nsubj": "subject",
    "nsubjpass": "subject",
    "csubj": "subject",
    "csubjpass": "subject",
    "dobj": "object",
    "dative": "indirect",
    "attr": "attribute",
    "acomp": "attribute",
    "oprd": "attribute",
    "poss": "possessor",
    "compound": "compound",
    "nmod": "compound",
    "amod": "adjective",
    "appos": "apposition",
    "relcl": "relative",
    "acl": "participle",
    "advcl": "adverbial",
    "ccomp": "content",
    "xcomp": "complement",
    "pcomp": "adverbial",
    "conj": "coordinate",
    "parataxis": "aside",
    "cc": "marker",
    "preconj": "marker",
    "mark": "marker",
    "neg": "negation",
    "aux": "auxiliary",
    "auxpass": "auxiliary",
    "prt": "part",
    "case": "part",
    "det": "determiner",
    "predet": "determiner",
    "nummod": "determiner",
    "quantmod": "determiner",
    "advmod": "adverb",
    "npadvmod": "adverb",
    "punct": "punctuation",
}
# "accused of doing", "kept from doing": the object of the verb above is who does it.
_OBJECT_CONTROL = frozenset({"of", "from", "for"})
_TWO_WORDS = {
    "accord to": "according",
    "because of": "because",
    "due to": "because",
    "ahead of": "before",
    "prior to": "before",
    "out of": "from",
    "as to": "on",
    "along with": "with",
    "together with": "with",
    "next to": "near",
    "close to": "near",
}
# Nouns that only make a longer preposition: "in support of X" is "for X".
_WORDY = {
    "behalf": "behalf",
    "support": "for",
    "favor": "for",
    "favour": "for",
    "part": "by",
    "side": "with",
    "direction": "toward",
    "regard": "regarding",
    "respect": "regarding",
    "opposition": "against",
    "response": "after",
    "retaliation": "against",
    "front": "near",
    "border": "border",
    "course": "during",
    "wake": "after",
    "cooperation": "with",
    "coordination": "with",
    "conjunction": "with",
    "partnership": "with",
    "presence": "with",
    "hand": "by",
}


def _translated(tree: Tree) -> None:
    """Give every word its relation and marker, and put prepositions on what they govern."""
    for word, label in enumerate(tree.labels):
        tree.relations[word] = _RELATIONS.get(label, "other")
        if tree.kinds[word] == "SPACE":
            tree.relations[word] = "punctuation"
    for word in range(len(tree.labels) - 1, -1, -1):
        label = tree.labels[word]
        if label in ("prep", "agent") or (label == "dative" and tree.kinds[word] == "ADP"):
            _lower_preposition(tree, word, label)
    for word, label in enumerate(tree.labels):
        if label == "mark":
            head = tree.heads[word]
            tree.markers[head] = tree.markers[head] or tree.lemmas[word]
        elif tree.relations[word] == "oblique" and tree.kinds[word] == "NOUN":
            _shorten(tree, word)
        elif tree.relations[word] == "participle" and _is_infinitive(tree, word):
            tree.relations[word] = "complement"
        elif label == "poss" and tree.kinds[word] == "PRON":
            tree.relations[word] = "possessor"


def _lower_preposition(tree: Tree, word: int, label: str) -> None:
    """Hang what "against" governs on what "against Russia" hangs on, with "against" as marker."""
    relation = {"agent": "agent", "dative": "indirect"}.get(label, "oblique")
    head = tree.heads[word]
    lowered = None
    for child in range(word + 1, min(word + 40, len(tree.words))):
        if tree.heads[child] != word:
            continue
        if tree.labels[child] == "pobj" or tree.relations[child] == "oblique":
            marker = tree.lemmas[word]
            if tree.relations[child] == "oblique" and tree.markers[child]:
                two = f"{marker} {tree.markers[child]}"
                marker = _TWO_WORDS.get(two, tree.markers[child] or marker)
            tree.relations[child], tree.markers[child] = relation, marker
            lowered = lowered if lowered is not None else child
            tree.heads[child] = head
        elif tree.labels[child] == "pcomp" and lowered is None:
            lowered = child
            tree.markers[child] = tree.lemmas[word]
            tree.heads[child] = head
            if tree.lemmas[word] in _OBJECT_CONTROL:
                tree.relations[child] = "complement"
    if lowered is not None:
        tree.heads[word], tree.relations[word] = lowered, "marker"


def _shorten(tree: Tree, word: int) -> None:
    """Read "in support of X", parsed as a noun with a complement, as "for X"."""
    short = _WORDY.get(tree.lemmas[word])
    if short is None or tree.markers[word] not in ("in", "on", "at", "with"):
        return
    for child in range(word + 1, min(word + 12, len(tree.words))):
        governed = tree.heads[child] == word and tree.relations[child] == "oblique"
        if governed and tree.markers[child] in ("of", "to", "with", "for"):
            tree.heads[child] = tree.heads[word]
            tree.markers[child] = short
            tree.heads[word], tree.relations[word] = child, "marker"
            return


def _is_infinitive(tree: Tree, word: int) -> bool:
    return "VerbForm=Inf" in tree.morphs[word]


ENGLISH = Grammar(
    language="en",
    translated=_translated,
    be=frozenset({"be"}),
    chains={
        "may": "possible",
        "might": "possible",
        "can": "asserted",
        "could": "possible",
        "must": "demanded",
        "should": "demanded",
        "ought": "demanded",
        "shall": "planned",
        "will": "planned",
        "would": "conditional",
        "need": "demanded",
        "have": "demanded",
        "intend": "planned",
        "plan": "planned",
        "want": "planned",
        "wish": "planned",
        "hope": "planned",
        "aim": "planned",
        "expect": "planned",
        "prepare": "planned",
        "pledge": "planned",
        "vow": "planned",
        "promise": "planned",
        "commit": "planned",
        "decide": "planned",
        "seem": "assessed",
        "appear": "assessed",
        "ready": "planned",
        "willing": "planned",
        "prepared": "planned",
        "offer": "planned",
        "set": "planned",
        "due": "planned",
        "likely": "possible",
        "able": "asserted",
        "capable": "possible",
        "oblige": "demanded",
        "require": "demanded",
        "seek": "asserted",
        "try": "asserted",
        "attempt": "asserted",
        "strive": "asserted",
        "begin": "asserted",
        "start": "asserted",
        "continue": "asserted",
        "keep": "asserted",
        "manage": "asserted",
        "use": "asserted",
        "go": "planned",
        "tend": "asserted",
        "help": "asserted",
        "stop": "ended",
        "cease": "ended",
        "fail": "denied",
        "avoid": "denied",
        "stand": "planned",
    },
    demanded=frozenset({"must", "should", "ought", "need", "have"}),
    possible=frozenset({"may", "might", "could"}),
    conditional_marks=(),
    future_marks=(),
    future_words=frozenset({"will", "shall", "'ll"}),
    conditional_words=frozenset({"would", "could", "might"}),
    reflexives=frozenset({"itself", "themselves", "himself", "herself"}),
    impersonal=frozenset({"it", "there", "this", "that"}),
    relatives=frozenset({"who", "whom", "which", "that", "whose", "where", "when"}),
    demonstratives=frozenset({"this", "that", "these", "those", "such"}),
    indefinites=frozenset({"a", "an", "some", "several", "any", "many"}),
    counts={"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7},
    never_passive=frozenset(),
    particles=True,
)
