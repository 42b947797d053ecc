"""French prepositions, long and short, and the English markers that say the same."""

from foedus.reading.tree import Tree

__all__ = ["mark_obliques", "write_in_english"]

_PREPOSITIONS = {"du": "de", "des": "de", "d'": "de", "au": "à", "aux": "à", "entrer": "entre"}
_MARKERS = {
    "de": "of",
    "à": "to",
    "en": "in",
    "dans": "in",
    "sur": "on",
    "contre": "against",
    "avec": "with",
    "entre": "between",
    "par": "by",
    "pour": "for",
    "vers": "toward",
    "envers": "toward",
    "vis-à-vis": "toward",
    "face": "against",
    "chez": "to",
    "auprès": "to",
    "parmi": "among",
    "frontière": "border",
    "près": "near",
    "autour": "around",
    "depuis": "since",
    "dès": "from",
    "hors": "from",
    "jusque": "until",
    "jusqu'": "until",
    "avant": "before",
    "après": "after",
    "pendant": "during",
    "durant": "during",
    "lors": "during",
    "malgré": "despite",
    "selon": "according",
    "suivant": "according",
    "sous": "under",
    "cadre": "under",
    "matière": "regarding",
    "concernant": "regarding",
    "moyen": "through",
    "via": "through",
    "sans": "without",
    "comme": "as",
}
_MARKED = frozenset(
    {"oblique", "agent", "indirect", "apposition", "attribute", "subject", "object"}
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
    "large": "près",
    "abord": "près",
    "abords": "près",
    "proximité": "près",
    "porte": "frontière",
    "avis": "selon",
    "aveu": "selon",
    "dire": "selon",
    "dires": "selon",
    "œil": "selon",
    "yeux": "selon",
}


_BEFORE_OF = frozenset({"auprès", "près", "autour", "hors"})
_OF = frozenset({"de", "du", "des", "d'", "d’"})


def mark_obliques(tree: Tree) -> None:
    """Put every preposition on what it governs, long ones by their noun, in French still."""
    for word, relation in enumerate(tree.relations):
        if relation != "marker" or tree.labels[word] == "cc":
            continue
        head, lemma = tree.heads[word], tree.words[word].lower()
        lemma = _PREPOSITIONS.get(lemma, tree.lemmas[word])
        lemma = _PREPOSITIONS.get(lemma, lemma)
        tree.markers[head] = tree.markers[head] or lemma
    for word, text in enumerate(tree.words):
        if text == "après" and tree.words[word - 1].lower() in ("d'", "d’"):
            governed = tree.heads[word] if tree.labels[word] == "case" else tree.heads[word - 1]
            tree.markers[governed] = "selon"
        if text.lower() in _BEFORE_OF:
            _join_of(tree, word)
        after = tree.words[word - 1].lower() if word else ""
        if tree.labels[word] == "dep" and text.lower() in _OF and after in ("près", "autour"):
            tree.markers[tree.heads[word]] = after
        if text == "Pour" and tree.kinds[tree.heads[word]] == "PROPN":
            governed = tree.heads[word]
            if governed - word < 3 and tree.words[governed + 1 : governed + 2] == [","]:
                tree.markers[governed] = "selon"  # "Pour Pékin, …": in its view
        if text.lower() in ("source", "sources") and tree.markers[word] == "de":
            # "de source diplomatique": somebody says so
            tree.markers[word] = "selon"
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


def _join_of(tree: Tree, word: int) -> None:
    """Hang what "auprès de" governs on what it belongs to, where an adverb stands between."""
    for child in range(word + 1, min(word + 8, len(tree.words))):
        if tree.heads[child] == word and tree.markers[child] == "de":
            tree.heads[child], tree.relations[child] = tree.heads[word], "oblique"
            tree.markers[child] = tree.words[word].lower()
            tree.heads[word], tree.relations[word] = child, "marker"
            return


def _lengthen(tree: Tree, word: int) -> None:
    """Read "au sein de", parsed as one fixed preposition, by its noun."""
    head = tree.heads[word]
    governed = tree.heads[head]
    short = _WORDY.get(tree.lemmas[word])
    if tree.lemmas[word] == "après" and tree.words[head].lower() in ("d'", "d’"):
        short = "selon"
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


def write_in_english(tree: Tree) -> None:
    """Give every argument the English marker of its preposition."""
    for word, relation in enumerate(tree.relations):
        marker = tree.markers[word]
        if marker is not None and relation in _MARKED:
            tree.markers[word] = _MARKERS.get(marker, marker)
