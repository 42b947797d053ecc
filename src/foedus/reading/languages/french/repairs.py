"""Words that the French parser takes for what they cannot be, put right."""

from functools import cache

from foedus.reading.languages.french.verbs import past_participles, simple_past, simple_present
from foedus.reading.tree import Tree
from foedus.reading.vocabulary import vocabulary

__all__ = ["FINITE", "repair_words"]

FINITE = "Mood=Ind|Tense=Past|VerbForm=Fin"
# Futures that do not begin with the infinitive.
_STEMS = (
    "aur", "ser", "fer", "ir", "pourr", "devr", "voudr", "viendr", "deviendr", "interviendr",
    "tiendr", "soutiendr", "maintiendr", "obtiendr", "enverr", "renverr", "verr", "recevr",
    "courr", "mourr", "acquerr", "saur", "faudr", "vaudr",
)  # fmt: skip


# After these stands a verb.
_ONLY_VERBS = frozenset({"ne", "n'", "n’", "se", "s'", "s’"})
_REMAINING = frozenset({"rester", "demeurer"})
# Participles that are also nouns of another meaning.
_NOUNS_TOO = frozenset(
    {"parti", "partie", "partis", "parties", "fait", "faits", "vue", "vues", "mise", "mises"}
    | {"prise", "prises", "entrée", "entrées", "visée", "visées", "armée", "armées", "suite"}
)
_COURTESY = frozenset({"M.", "MM.", "Mme", "Mr", "Mr."})


def repair_words(tree: Tree) -> None:
    """Give words their lemma and kind where the lexicon knows better than the parser."""
    for word, label in enumerate(tree.labels):
        tense = label == "aux:tense" or (label == "cop" and tree.lemmas[word] == "avoir")
        if tense and tree.kinds[tree.heads[word]] in ("ADV", "ADJ", "NOUN", "X"):
            _make_participle(tree, tree.heads[word], word)
    _lead_by_names(tree)
    for first, last in tree.sentences:
        _open_by_participle(tree, first)
        for word in range(first + 2, last - 1):
            _go_on_by_participle(tree, word)
    for word, kind in enumerate(tree.kinds):
        text = tree.words[word]
        if kind == "VERB" and tree.labels[word] == "advmod":
            _make_clause(tree, word)
        if kind in ("VERB", "AUX"):
            _make_finite(tree, word)
            _make_future(tree, word)
            _join_to_verb(tree, word)
        elif kind == "NOUN" and tree.lemmas[word] not in _nouns():
            tree.lemmas[word] = _singular(text.lower(), tree.lemmas[word])
        if kind in ("NOUN", "ADJ", "ADV", "X") and text in _past():
            _make_verb(tree, word, _past()[text])
        elif kind in ("NOUN", "PROPN") and text in _present() and _follows_name(tree, word):
            _make_present(tree, word, _present()[text])
        elif kind == "NOUN" and text in _present() and tree.words[word - 1].lower() in _ONLY_VERBS:
            tree.kinds[word], tree.lemmas[word] = "VERB", _present()[text]
            tree.morphs[word] = "Mood=Ind|Tense=Pres|VerbForm=Fin"


def _lead_by_names(tree: Tree) -> None:
    """Let the name and not "M." before it be who acts."""
    for word in range(len(tree.words) - 1):
        name = word + 1
        if tree.words[word] not in _COURTESY or tree.heads[name] != word:
            continue
        if tree.kinds[name] not in ("PROPN", "NOUN", "X"):
            continue
        tree.heads[name] = name if tree.heads[word] == word else tree.heads[word]
        tree.labels[name], tree.kinds[name] = tree.labels[word], "PROPN"
        for child, head in enumerate(tree.heads):
            if head == word and child != word:
                tree.heads[child] = name
        tree.heads[word], tree.labels[word] = name, "flat:name"


def _open_by_participle(tree: Tree, first: int) -> None:
    """Make a participle of what opens a sentence before "à" or the like ("Réunis à …, les …")."""
    if first + 1 >= len(tree.words) or tree.kinds[first] not in ("PROPN", "NOUN", "ADJ", "X"):
        return
    text = tree.words[first].lower()
    if tree.kinds[first + 1] == "ADP" and text in _participles() and text.endswith("s"):
        tree.kinds[first], tree.lemmas[first] = "VERB", _participles()[text]
        tree.morphs[first] = "Tense=Past|VerbForm=Part"
        if tree.heads[first] != first:
            tree.labels[first] = "advcl"


def _go_on_by_participle(tree: Tree, word: int) -> None:
    """Make a participle of what goes on after a noun and a comma ("les pays, sortis de …")."""
    text = tree.words[word].lower()
    if tree.kinds[word] not in ("NOUN", "ADJ") or text in _NOUNS_TOO or text not in _participles():
        return
    noun = word - 2
    if tree.words[word - 1] != "," or tree.kinds[noun] not in ("NOUN", "PROPN", "ADJ"):
        return
    if tree.kinds[word + 1] == "ADP" and tree.heads[word] <= noun:
        tree.kinds[word], tree.lemmas[word] = "VERB", _participles()[text]
        tree.morphs[word], tree.labels[word] = "Tense=Past|VerbForm=Part", "acl"


def _join_to_verb(tree: Tree, word: int) -> None:
    """Put right "a fait savoir", "en expulsant X" and "reste opposée", by the verb they go with."""
    head, before = tree.heads[word], word - 1
    if tree.lemmas[word] == "savoir" and word and tree.lemmas[before] == "faire":
        if tree.heads[before] == word:
            tree.kinds[before], tree.labels[before] = "AUX", "aux:tense"
            tree.lemmas[word] = "annoncer"
    elif tree.words[word].endswith("ant") and word and tree.words[before].lower() == "en":
        if tree.heads[before] == word and tree.labels[word].startswith(("obl", "nmod")):
            tree.labels[word] = "advcl"
            for thing in range(word + 1, min(word + 5, len(tree.words))):
                hung = tree.heads[thing] == word and tree.kinds[thing] == "NOUN"
                if hung and tree.labels[thing].startswith(("obl", "nmod")):
                    inside = range(word + 1, thing)
                    if not any(tree.kinds[one] == "ADP" for one in inside):
                        tree.labels[thing] = "obj"
    elif tree.lemmas[head] in _REMAINING and "Part" in tree.morphs[word]:
        complement = head < word and tree.labels[word] in ("xcomp", "ccomp")
        tree.kinds[word] = "ADJ" if complement else "VERB"


def _make_finite(tree: Tree, word: int) -> None:
    """Give its tense to a verb called an infinitive that is none ("déclara", "négocie")."""
    text = tree.words[word].lower()
    if "VerbForm=Inf" not in tree.morphs[word] or text.endswith(("r", "re")):
        return
    if text in _past():
        tree.morphs[word], tree.lemmas[word] = FINITE, _past()[text]
    elif not text.endswith(("é", "ée", "és", "ées", "ant")):
        tree.morphs[word] = "Mood=Ind|Tense=Pres|VerbForm=Fin"


def _make_future(tree: Tree, word: int) -> None:
    """Give a verb the tense that its ending shows ("organiseront", "organiseraient")."""
    text, lemma = tree.words[word].lower(), tree.lemmas[word]
    if "VerbForm=Fin" not in tree.morphs[word]:
        return
    stem = text.startswith(lemma.removesuffix("e")) or text.startswith(_STEMS)
    if text.endswith("ront") or (stem and text.endswith("ra")):
        tree.morphs[word] = "Mood=Ind|Tense=Fut|VerbForm=Fin"
    elif stem and text.endswith(("rait", "raient")):
        tree.morphs[word] = "Mood=Cnd|Tense=Pres|VerbForm=Fin"


def _make_participle(tree: Tree, word: int, auxiliary: int) -> None:
    """Make a participle of what "a" or "avait" goes with, whatever it was taken for."""
    text = tree.words[word].lower()
    if text not in _participles() and not text.endswith(("é", "ée", "és", "ées")):
        return
    tree.labels[auxiliary] = "aux:tense"
    tree.kinds[word], tree.morphs[word] = "VERB", "Tense=Past|VerbForm=Part"
    regular = text.rstrip("es").removesuffix("é") + "er"
    tree.lemmas[word] = _participles().get(text, regular)
    _rule_clause(tree, word, auxiliary)
    for thing in range(word + 1, min(word + 6, len(tree.words))):
        if tree.heads[thing] == word and tree.labels[thing] == "dep":
            tree.labels[thing] = "obj"


def _make_clause(tree: Tree, word: int) -> None:
    """Let a verb called an adverb make a clause, with what hangs loose on it for object."""
    auxiliary = next(
        (one for one in range(max(0, word - 4), word) if tree.labels[one] == "aux:tense"), None
    )
    if auxiliary is None or tree.heads[auxiliary] != word:
        return
    _rule_clause(tree, word, auxiliary)
    for thing in range(word + 1, min(word + 6, len(tree.words))):
        if tree.heads[thing] == word and tree.labels[thing] in ("dep", "appos"):
            tree.labels[thing] = "obj"


def _rule_clause(tree: Tree, word: int, auxiliary: int) -> None:
    """Let a verb that was taken for another word rule what hung on its auxiliary or above it."""
    for child in range(max(0, word - 20), word):
        if tree.heads[child] == auxiliary and child != auxiliary:
            tree.heads[child] = word
    name = tree.heads[word]
    if tree.labels[word] == "advmod":
        tree.labels[word] = "advcl"
    if name >= word or tree.heads[name] != name or tree.kinds[name] not in ("PROPN", "NOUN"):
        return
    tree.heads[word], tree.labels[word] = word, "ROOT"
    tree.heads[name], tree.labels[name] = word, "nsubj"
    for child in range(name + 1, min(name + 40, len(tree.words))):
        if tree.heads[child] == name and child > auxiliary:
            tree.heads[child] = word


def _make_verb(tree: Tree, word: int, lemma: str) -> None:
    """Make a verb of what was taken for another kind of word, with what stands around it."""
    tree.kinds[word], tree.lemmas[word], tree.morphs[word] = "VERB", lemma, FINITE
    for child in range(max(0, word - 3), word):
        if tree.heads[child] == word and tree.labels[child] == "det":
            tree.kinds[child], tree.labels[child] = "PRON", "obj"


_ARTICLES = frozenset({"le", "la", "l'", "l’", "les", "un", "une", "des", "du", "ses", "son", "sa"})


def _follows_name(tree: Tree, word: int) -> bool:
    """Whether it stands between a name and an article, where only a verb can ("X arme les")."""
    if word == 0 or word + 1 >= len(tree.words) or tree.kinds[word - 1] != "PROPN":
        return False
    return tree.words[word + 1].lower() in _ARTICLES


def _make_present(tree: Tree, word: int, lemma: str) -> None:
    """Make a tensed verb of a noun, with the name before it for subject and "des X" for object."""
    tree.kinds[word], tree.lemmas[word] = "VERB", lemma
    tree.morphs[word] = "Mood=Ind|Tense=Pres|VerbForm=Fin"
    before = word - 1
    if tree.heads[word] == before:
        tree.labels[word] = "acl"
    else:
        tree.heads[before], tree.labels[before] = word, "nsubj"
        if tree.labels[word] != "ROOT":
            tree.labels[word] = "acl"
    for child in range(word + 1, min(word + 8, len(tree.words))):
        if tree.heads[child] == word and tree.labels[child] in ("nmod", "obl:mod", "obl:arg"):
            for article in range(word + 1, child):
                if tree.heads[article] == child and tree.words[article].lower() in ("des", "du"):
                    tree.labels[article], tree.labels[child] = "det", "obj"


def _singular(text: str, lemma: str) -> str:
    """The noun of the lexicon that a word is the plural of, or the lemma as it was."""
    tries = [text, text.removesuffix("s"), text.removesuffix("x")]
    if text.endswith("aux"):
        tries.append(text[:-3] + "al")
    return next((one for one in tries if one in _nouns()), lemma)


@cache
def _nouns() -> frozenset[str]:
    words = vocabulary("fr")
    groups = (words.words[name] for name in words.words if name.startswith(("stands_for", "cues")))
    return frozenset(words.nouns).union(*groups)


@cache
def _participles() -> dict[str, str]:
    return past_participles(verb.split()[-1] for verb in vocabulary("fr").verbs)


@cache
def _present() -> dict[str, str]:
    return simple_present(verb.split()[-1] for verb in vocabulary("fr").verbs)


@cache
def _past() -> dict[str, str]:
    words = vocabulary("fr")
    return simple_past({*(verb.split()[-1] for verb in words.verbs), *words.words["cues.say"]})
