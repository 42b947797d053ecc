"""Words that the French parser hangs where they cannot belong, hung where they do."""

from functools import cache

from foedus.reading.languages.french.grammar import RELATIVES
from foedus.reading.languages.french.repairs import FINITE
from foedus.reading.tree import Tree
from foedus.reading.vocabulary import vocabulary

__all__ = ["repair_relations"]

_NEARBY = 40
# Verbs that say what their object does or is to do.
_MOVING = frozenset(
    {"accuser", "soupçonner", "suspecter", "appeler", "exhorter", "inviter", "presser", "sommer"}
    | {"convaincre", "persuader", "autoriser", "obliger", "contraindre", "forcer", "empêcher"}
    | {"encourager", "inciter", "pousser", "demander", "enjoindre", "ordonner", "prier"}
    | {"dissuader", "charger", "menacer", "blâmer", "critiquer", "permettre", "interdire"}
)
_TELLING = _MOVING | {"reprocher", "proposer", "conseiller", "recommander", "imposer"}
_OF = ("de", "d'", "d’")
_TIMES = frozenset(
    {"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "jour", "semaine"}
    | {"mois", "an", "année", "lendemain", "veille", "matin", "soir"}
)
_MODAL = frozenset({"pouvoir", "vouloir", "devoir", "falloir", "compter", "souhaiter", "aller"})
# Participles that only say what a noun bears on or who is in it: "l'embargo visant X".
_PREPOSITIONAL = {
    "visant": "contre", "ciblant": "contre", "frappant": "contre", "associant": "entre",
    "réunissant": "entre", "regroupant": "entre", "impliquant": "entre", "opposant": "entre",
    "liant": "entre", "unissant": "entre",
}  # fmt: skip


def repair_relations(tree: Tree) -> None:
    """Hang subjects, objects and verbs where they belong, relations being foedus's own."""
    for word, kind in enumerate(tree.kinds):
        if kind == "VERB":
            _put_opening_under(tree, word)
            _put_participle_under(tree, word)
            _enthrone(tree, word)
            _raise_infinitive(tree, word)
            _set_aside(tree, word)
            _make_relative(tree, word)
            _make_content(tree, word)
        if kind == "VERB" and tree.words[word].lower() in _PREPOSITIONAL:
            _read_as_preposition(tree, word)
    for word, kind in enumerate(tree.kinds):
        if kind == "VERB" and _has_tense(tree, word):
            _find_subject(tree, word)
    for word, relation in enumerate(tree.relations):
        if relation == "object" and tree.lemmas[word] in _TIMES:
            _free_object(tree, word)
    for word, kind in enumerate(tree.kinds):
        if kind == "VERB" and tree.relations[word] == "complement":
            _lower_object(tree, word)
        if kind == "VERB" and tree.relations[word] in ("adverbial", "participle"):
            _give_back_subject(tree, word)
        elif kind == "VERB" and tree.relations[word] == "coordinate":
            _rise_to_verb(tree, word)
            _share_auxiliary(tree, word)
            _take_object(tree, word)


def _children(tree: Tree, word: int) -> list[int]:
    first, last = max(0, word - _NEARBY), min(len(tree.heads), word + _NEARBY)
    return [child for child in range(first, last) if tree.heads[child] == word and child != word]


def _is_finite(tree: Tree, word: int) -> bool:
    return "VerbForm=Fin" in tree.morphs[word]


def _has_tense(tree: Tree, verb: int) -> bool:
    """Whether a verb, or the auxiliary before it, has a tense."""
    return _is_finite(tree, verb) or any(
        tree.labels[child].startswith("aux") and _is_finite(tree, child)
        for child in _children(tree, verb)
    )


def _enthrone(tree: Tree, verb: int) -> None:
    """Let a tensed verb that hangs on the noun before it, without a pronoun, rule the clause."""
    noun = tree.heads[verb]
    if noun >= verb or tree.relations[verb] not in _ON_NOUN:
        return
    if tree.kinds[noun] not in ("NOUN", "PROPN") or not _is_finite(tree, verb):
        return
    children = _children(tree, verb)
    if any(_opens_clause(tree, child) for child in children):
        return
    if tree.relations[verb] == "relative" and tree.heads[noun] != noun:
        return
    if any(tree.labels[child] == "case" and child < noun for child in _children(tree, noun)):
        return
    tree.heads[verb] = verb if tree.heads[noun] == noun else tree.heads[noun]
    tree.relations[verb] = tree.relations[noun]
    tree.heads[noun], tree.relations[noun] = verb, "subject"
    for child in _children(tree, noun):
        if child > verb:
            tree.heads[child] = verb
            if tree.relations[child] in ("apposition", "attribute", "subject"):
                tree.relations[child] = "object"


_ON_NOUN = frozenset({"participle", "adjective", "apposition", "relative"})


def _opens_clause(tree: Tree, word: int) -> bool:
    """Whether a word makes what it hangs on a clause of its own: a subject, a pronoun, "que"."""
    if "PronType=Rel" in tree.morphs[word] or tree.words[word].lower() in RELATIVES:
        return True
    return tree.relations[word] == "subject" or tree.labels[word] == "mark"


def _put_opening_under(tree: Tree, verb: int) -> None:
    """Let the verb rule its sentence, and not the phrase it opens with ("D'après X, Y part")."""
    noun = tree.heads[verb]
    if noun >= verb or tree.heads[noun] != noun or not _has_tense(tree, verb):
        return
    if tree.kinds[noun] not in ("NOUN", "PROPN") or tree.relations[verb] == "relative":
        return
    children = _children(tree, noun)
    opened = any(tree.labels[child] == "case" and child < noun for child in children)
    comma = next((one for one in range(noun + 1, verb) if tree.words[one] == ","), None)
    if not opened or comma is None:
        return
    tree.heads[verb], tree.relations[verb] = verb, "root"
    tree.heads[noun], tree.relations[noun] = verb, "oblique"
    for child in children:
        if child > comma and child != verb:
            tree.heads[child] = verb
            bare = not any(tree.labels[one] == "case" for one in _children(tree, child))
            if child < verb and tree.kinds[child] in ("NOUN", "PROPN") and bare:
                tree.relations[child] = "subject"


def _put_participle_under(tree: Tree, verb: int) -> None:
    """Let the tensed verb rule "Réunis à X, les ministres ont …", and not the participle."""
    first = tree.heads[verb]
    if first >= verb or tree.heads[first] != first or not _has_tense(tree, verb):
        return
    if "VerbForm=Part" not in tree.morphs[first] or _has_tense(tree, first):
        return
    if tree.kinds[first] != "VERB" or tree.relations[verb] in ("relative", "content"):
        return
    tree.heads[verb], tree.relations[verb] = verb, "root"
    tree.heads[first], tree.relations[first] = verb, "adverbial"
    for child in _children(tree, first):
        if child == first - 2 and tree.words[first - 1] == ",":
            tree.heads[child], tree.heads[first] = verb, child
            tree.relations[first] = "participle"
        elif child < first or child > verb:
            tree.heads[child] = verb


def _give_back_subject(tree: Tree, participle: int) -> None:
    """Give the subject of "X, réunie à Y, a décidé" to the verb it belongs to."""
    if _is_finite(tree, participle) or "VerbForm=Part" not in tree.morphs[participle]:
        return
    verb, children = tree.heads[participle], _children(tree, participle)
    if any(tree.relations[child] in ("auxiliary", "copula", "marker") for child in children):
        return
    subject = next((one for one in children if tree.relations[one] == "subject"), None)
    if subject is None or not subject < participle < verb or tree.kinds[verb] != "VERB":
        return
    if any(tree.relations[child] == "subject" for child in _children(tree, verb)):
        return
    tree.heads[subject] = verb
    tree.heads[participle], tree.relations[participle] = subject, "participle"
    for child in children:
        if child < subject:
            tree.heads[child] = verb


def _rise_to_verb(tree: Tree, verb: int) -> None:
    """Coordinate a tensed verb or an infinitive with the verb before it, not with its object."""
    noun = tree.heads[verb]
    infinitive = "VerbForm=Inf" in tree.morphs[verb]
    if tree.kinds[noun] not in ("NOUN", "PROPN") or noun > verb:
        return
    if not (infinitive or _is_finite(tree, verb)):
        return
    above = tree.heads[noun]
    for _ in range(4):
        if tree.kinds[above] in ("VERB", "AUX") or tree.heads[above] == above:
            break
        above = tree.heads[above]
    if tree.kinds[above] != "VERB" or above > verb:
        return
    if infinitive and "VerbForm=Inf" not in tree.morphs[above]:
        return
    tree.heads[verb] = above
    for child in _children(tree, noun):
        if child > verb and tree.relations[child] in ("apposition", "attribute", "object"):
            tree.heads[child], tree.relations[child] = verb, "object"


def _raise_infinitive(tree: Tree, infinitive: int) -> None:
    """Hang "d'armer" on "accuse" in "accuse les partenaires d'armer", and not on the accused."""
    noun = tree.heads[infinitive]
    if "VerbForm=Inf" in tree.morphs[infinitive] and tree.lemmas[noun] in _TELLING:
        hung = tree.relations[infinitive] == "adverbial" and noun < infinitive
        if hung and any(tree.words[one] in _OF for one in _children(tree, infinitive)):
            tree.relations[infinitive], tree.labels[infinitive] = "complement", "xcomp"
    if "VerbForm=Inf" not in tree.morphs[infinitive] or tree.labels[infinitive] != "acl":
        return
    verb = tree.heads[noun]
    if tree.relations[noun] in ("object", "oblique", "indirect") and tree.lemmas[verb] in _MOVING:
        tree.heads[infinitive], tree.relations[infinitive] = verb, "complement"
        tree.labels[infinitive] = "xcomp"


def _take_object(tree: Tree, second: int) -> None:
    """Give the second of two objects to the verb coordinate with theirs that it follows."""
    first = tree.heads[second]
    objects = [one for one in _children(tree, first) if tree.relations[one] == "object"]
    if not any(first < one < second for one in objects) or tree.kinds[first] != "VERB":
        return
    for one in objects:
        if one > second:
            tree.heads[one] = second


def _share_auxiliary(tree: Tree, participle: int) -> None:
    """Let the second participle of "a signé et menacé" be as active as the first."""
    verb = tree.heads[participle]
    if tree.kinds[verb] != "VERB" or "VerbForm=Part" not in tree.morphs[participle]:
        return
    own = {tree.labels[child] for child in _children(tree, participle)}
    above = {tree.labels[child] for child in _children(tree, verb)}
    if "aux:tense" in above and not {"aux:pass", "aux:tense"} & (own | (above - {"aux:tense"})):
        tree.morphs[participle] = FINITE


_LOOSE = frozenset({"apposition", "oblique", "coordinate", "other", "object"})


_UNLIKELY = frozenset({"adverb", "indirect", "oblique", "other", "apposition"})


def _find_subject(tree: Tree, verb: int) -> None:
    """Give a tensed verb without subject the bare name that stands before it."""
    children = _children(tree, verb)
    if any(tree.relations[child] == "subject" for child in children):
        return
    if _take_conjunct(tree, verb, children):
        return
    for child in children:
        if child > verb:
            return
        bare = not any(tree.labels[one] == "case" for one in _children(tree, child))
        if tree.kinds[child] == "PROPN" and bare and tree.relations[child] in _UNLIKELY:
            tree.relations[child] = "subject"
            return


def _take_conjunct(tree: Tree, verb: int, children: list[int]) -> bool:
    """Give "X a demandé un départ et Y lui a livré" its second subject, taken for a conjunct."""
    opening = verb
    while opening - 1 in children and tree.kinds[opening - 1] in ("AUX", "PRON", "ADV"):
        opening -= 1
    name = opening - 1
    if name < 1 or tree.kinds[name] != "PROPN" or tree.relations[name] not in _LOOSE:
        return False
    before = name - 1 - (tree.kinds[name - 1] == "DET")
    if before < 0 or tree.words[before].lower() not in (",", "et", "mais"):
        return False
    if not name < verb or tree.kinds[opening] not in ("PRON", "AUX", "VERB"):
        return False
    tree.heads[name], tree.relations[name] = verb, "subject"
    return True


def _free_object(tree: Tree, time: int) -> None:
    """Make room for the object of "ont signé mardi un traité", taken for a part of "mardi"."""
    verb = tree.heads[time]
    if tree.kinds[verb] != "VERB" or time < verb:
        return
    tree.relations[time] = "oblique"
    below = [one for child in _children(tree, time) for one in _children(tree, child)]
    for child in (*_children(tree, time), *below, *_children(tree, verb)):
        if child > time and tree.kinds[child] in ("NOUN", "PROPN"):
            hangs = tree.relations[child] in _LOOSE
            bare = not any(tree.labels[one] == "case" for one in _children(tree, child))
            if hangs and bare:
                tree.heads[child], tree.relations[child] = verb, "object"
                return


def _lower_object(tree: Tree, infinitive: int) -> None:
    """Give the object of "veut annexer X" to the infinitive it follows."""
    chain = tree.heads[infinitive]
    if "VerbForm=Inf" not in tree.morphs[infinitive] or tree.lemmas[chain] not in _MODAL:
        return
    if any(tree.relations[child] == "object" for child in _children(tree, infinitive)):
        return
    for child in _children(tree, chain):
        if child > infinitive and tree.relations[child] == "object":
            tree.heads[child] = infinitive


def _set_aside(tree: Tree, verb: int) -> None:
    """Read ", affirment des experts" as words that only say who speaks."""
    hung = tree.relations[verb] in _HUNG
    if tree.lemmas[verb] not in _saying() or not (hung or tree.relations[verb] == "root"):
        return
    children = _children(tree, verb)
    if any(tree.relations[child] in ("content", "marker") for child in children):
        return
    ruling = [one for one in children if tree.relations[one] == "subject"]
    if ruling:
        _set_inverted_aside(tree, verb, ruling[0], hung)
        return
    auxiliaries = [one for one in children if tree.labels[one] == "aux:tense"]
    if not auxiliaries and not _is_finite(tree, verb):
        return
    opening = min([verb, *auxiliaries])
    spoken = next((one for one in children if one > verb and tree.labels[one] == "obj"), None)
    if spoken is None or opening == 0 or tree.words[opening - 1] not in (",", "»", '"', "”"):
        return
    if not hung:
        said = [one for one in children if one < opening and tree.relations[one] in _SAID_BEFORE]
        if not said or tree.kinds[said[0]] not in ("VERB", "AUX"):
            return
        tree.heads[said[0]], tree.relations[said[0]] = said[0], "root"
        tree.heads[verb] = said[0]
        for child in children:
            if child < opening - 1 and child != said[0]:
                tree.heads[child] = said[0]
    tree.relations[verb], tree.relations[spoken] = "aside", "subject"


def _set_inverted_aside(tree: Tree, verb: int, subject: int, hung: bool) -> None:
    """Read ", a affirmé X" as words that only say who speaks, its subject being found."""
    if not hung or subject < verb or tree.heads[verb] >= verb:
        return
    own = [one for one in _children(tree, verb) if tree.labels[one] == "aux:tense"]
    opening = min([verb, *own])
    if opening and tree.words[opening - 1] in (",", "»", '"', "”"):
        tree.relations[verb] = "aside"


_SAID_BEFORE = ("adverbial", "content", "aside")
_HUNG = frozenset({"adverbial", "coordinate", "content", "participle", "other"})


def _make_content(tree: Tree, verb: int) -> None:
    """Read "affirme que X arme Y" as what is said, however the parser hangs it."""
    cue = tree.heads[verb]
    loose = tree.relations[verb] in ("adverbial", "relative", "participle")
    if not loose or cue >= verb or tree.lemmas[cue] not in _saying() or tree.kinds[cue] != "VERB":
        return
    children = _children(tree, verb)
    ruled = any(tree.relations[one] == "subject" for one in children)
    if not ruled or any(tree.relations[one] == "content" for one in _children(tree, cue)):
        return
    that = [one for one in children if tree.words[one].lower() in ("que", "qu'", "qu’")]
    if that and cue < that[0] < verb and tree.words[that[0] - 1].lower() not in _OTHER_THAN_SAID:
        tree.relations[verb] = "content"


# Before "que" these open a clause of time, of purpose or of contrast.
_OTHER_THAN_SAID = frozenset(
    {"alors", "tandis", "afin", "pour", "bien", "dès", "avant", "après", "depuis", "lors", "sans"}
)


def _make_relative(tree: Tree, verb: int) -> None:
    """Read "X, qu'il accuse" as a relative clause on X, and not as what somebody says."""
    if tree.labels[verb] != "ccomp" or tree.lemmas[tree.heads[verb]] in _saying():
        return
    children = _children(tree, verb)
    pronoun = next((one for one in children if tree.words[one].lower() in ("que", "qu'")), None)
    if pronoun is None or pronoun < 2 or tree.words[pronoun - 1] != ",":
        return
    if any(tree.relations[child] == "object" for child in children):
        return
    noun = pronoun - 2
    for _ in range(6):
        if tree.kinds[noun] in ("NOUN", "PROPN") or tree.heads[noun] == noun:
            break
        noun = tree.heads[noun]
    if tree.kinds[noun] in ("NOUN", "PROPN") and noun < pronoun:
        tree.heads[verb], tree.relations[verb] = noun, "relative"
        tree.kinds[pronoun], tree.labels[pronoun] = "PRON", "obj"
        tree.morphs[pronoun], tree.relations[pronoun] = "PronType=Rel", "object"


def _read_as_preposition(tree: Tree, participle: int) -> None:
    """Read "visant X" on a noun as "contre X"."""
    noun = tree.heads[participle]
    if tree.kinds[noun] not in ("NOUN", "PROPN") or tree.relations[participle] != "participle":
        return
    for child in _children(tree, participle):
        if tree.relations[child] == "object":
            tree.heads[child], tree.relations[child] = noun, "oblique"
            tree.markers[child] = _PREPOSITIONAL[tree.words[participle].lower()]
            tree.heads[participle], tree.relations[participle] = child, "part"
            tree.kinds[participle] = "ADP"
            return


@cache
def _saying() -> frozenset[str]:
    return vocabulary("fr").words["cues.say"]
