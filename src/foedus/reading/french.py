"""French: from Universal Dependencies labels to foedus's relations, and its grammatical words.

Labels are those of UD French Sequoia, on which the pipeline was trained.
"""

from foedus.reading.grammar import Grammar
from foedus.reading.tree import Tree

__all__ = ["FRENCH"]

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
_PREPOSITIONS = {"du": "de", "des": "de", "d'": "de", "au": "à", "aux": "à", "entrer": "entre"}
_NEGATIONS = frozenset({"pas", "jamais", "aucunement", "nullement", "guère", "ni"})
_HALF = frozenset({"ne", "n'"})
# "Ne" alone denies with these; elsewhere it needs a second word, or is "ne … que".
_DENIED_BY_HALF = frozenset({"cesser", "pouvoir", "oser", "savoir"})
_SECOND_HALVES = frozenset({"plus", "point", "aucun", "aucune", "rien", "personne", "nul", "nulle"})
_RELATIVES = frozenset(
    {"qui", "que", "qu'", "dont", "où", "lequel", "laquelle", "lesquels", "lesquelles", "auquel"}
    | {"à laquelle", "duquel", "auxquels", "auxquelles", "desquels", "desquelles", "laquelle"}
)
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
# Verbs that take "être" in the perfect tense: never a passive, whatever the parser says.
_WITH_BE = frozenset(
    {
        "aller",
        "venir",
        "devenir",
        "revenir",
        "parvenir",
        "intervenir",
        "arriver",
        "partir",
        "entrer",
    }
    | {
        "rentrer",
        "sortir",
        "rester",
        "naître",
        "mourir",
        "tomber",
        "retourner",
        "survenir",
        "passer",
    }
)
# Nouns that only make a longer preposition: "à l'encontre de X" is "contre X".
_WORDY = {
    "encontre": "contre",
    "égard": "envers",
    "destination": "vers",
    "direction": "vers",
    "profit": "pour",
    "faveur": "pour",
    "bénéfice": "pour",
    "intention": "pour",
    "part": "par",
    "côté": "avec",
    "sein": "dans",
    "frontière": "frontière",
    "regard": "envers",
    "sujet": "sur",
    "détriment": "contre",
    "compagnie": "avec",
    "présence": "avec",
    "nom": "pour",
    "aide": "moyen",
    "cours": "durant",
    "occasion": "lors",
    "issue": "après",
    "lendemain": "après",
    "lieu": "dans",
    "cadre": "cadre",
    "matière": "matière",
}
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


def _translated(tree: Tree) -> None:
    """Give every word its relation and marker; turn copular clauses and chains right side up."""
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
    _mark_obliques(tree)
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
            tree.relations[word] = "attribute"


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
        "PronType=Rel" in tree.morphs[near] or tree.words[near].lower() in _RELATIVES
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


def _mark_obliques(tree: Tree) -> None:
    for word, relation in enumerate(tree.relations):
        if relation != "marker" or tree.labels[word] == "cc":
            continue
        head, lemma = tree.heads[word], tree.words[word].lower()
        lemma = _PREPOSITIONS.get(lemma, tree.lemmas[word])
        lemma = _PREPOSITIONS.get(lemma, lemma)
        tree.markers[head] = tree.markers[head] or lemma
    for word, relation in enumerate(tree.relations):
        if relation == "agent" and tree.markers[word] not in ("par", "de", None):
            tree.relations[word] = "oblique"
        elif relation == "oblique" and tree.markers[word] == "par":
            tree.relations[word] = "agent"
        if relation == "part" and tree.labels[word] == "fixed":
            _lengthen(tree, word)
    for word, relation in enumerate(tree.relations):
        if relation == "oblique" and tree.kinds[word] == "NOUN":
            _shorten(tree, word)


def _lengthen(tree: Tree, word: int) -> None:
    """Read "au sein de", parsed as one fixed preposition, by its noun."""
    head = tree.heads[word]
    governed = tree.heads[head]
    short = _WORDY.get(tree.lemmas[word])
    if short and tree.relations[head] == "marker":
        tree.markers[governed] = short


def _shorten(tree: Tree, word: int) -> None:
    """Read "à l'encontre de X", parsed as a noun with a complement, as "contre X"."""
    short = _WORDY.get(tree.lemmas[word])
    if short is None or tree.markers[word] not in ("à", "en", "de", "dans", "au", "sur"):
        return
    for child in range(word + 1, min(word + 8, len(tree.words))):
        if tree.heads[child] == word and tree.markers[child] == "de":
            tree.heads[child] = tree.heads[word]
            tree.relations[child], tree.markers[child] = "oblique", short
            tree.heads[word], tree.relations[word] = child, "marker"
            return


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


FRENCH = Grammar(
    language="fr",
    translated=_translated,
    be=frozenset({"être"}),
    chains={
        "pouvoir": "possible",
        "risquer": "possible",
        "devoir": "demanded",
        "falloir": "demanded",
        "vouloir": "planned",
        "souhaiter": "planned",
        "compter": "planned",
        "entendre": "planned",
        "envisager": "planned",
        "prévoir": "planned",
        "projeter": "planned",
        "aller": "planned",
        "espérer": "planned",
        "promettre": "planned",
        "engager": "planned",
        "apprêter": "planned",
        "préparer": "planned",
        "décider": "planned",
        "sembler": "assessed",
        "paraître": "assessed",
        "avérer": "assessed",
        "chercher": "asserted",
        "tenter": "asserted",
        "efforcer": "asserted",
        "essayer": "asserted",
        "viser": "asserted",
        "train": "asserted",
        "prêt": "planned",
        "disposé": "planned",
        "proposer": "planned",
        "point": "planned",
        "mesure": "possible",
        "susceptible": "possible",
        "capable": "possible",
        "tenu": "demanded",
        "commencer": "asserted",
        "continuer": "asserted",
        "poursuivre": "asserted",
        "persister": "asserted",
        "venir": "asserted",
        "finir": "asserted",
        "parvenir": "asserted",
        "réussir": "asserted",
        "permettre": "asserted",
        "cesser": "ended",
        "arrêter": "ended",
        "éviter": "denied",
    },
    demanded=frozenset({"devoir", "falloir"}),
    possible=frozenset({"pouvoir", "risquer"}),
    conditional_marks=("Mood=Cnd",),
    future_marks=("Tense=Fut",),
    future_words=frozenset(),
    conditional_words=frozenset(),
    reflexives=frozenset({"se", "s'"}),
    impersonal=frozenset({"il", "ce", "c'", "cela", "ça"}),
    relatives=_RELATIVES,
    demonstratives=frozenset({"ce", "cet", "cette", "ces", "tel", "telle"}),
    indefinites=frozenset({"un", "une", "des", "plusieurs", "certains", "certaines", "quelques"}),
    counts={"deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7},
    never_passive=_WITH_BE,
    particles=False,
)
