"""Ukrainian sentences as trees, without a parser: morphology, agreement and the order of words.

Words are read with pymorphy3 and its Ukrainian dictionary; groups of nouns are put together by
agreement, and hung on nouns and verbs by what these govern.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from foedus.reading.languages.ukrainian.attachment import Attachment, attached
from foedus.reading.languages.ukrainian.group import Group
from foedus.reading.languages.ukrainian.readings import Reading
from foedus.reading.languages.ukrainian.stretches import stretches
from foedus.reading.languages.ukrainian.tagging import tagged
from foedus.reading.languages.ukrainian.tokens import parts, sentences
from foedus.reading.languages.ukrainian.word_set import word_set
from foedus.reading.languages.ukrainian.words import Word
from foedus.reading.tree import Tree
from foedus.reading.vocabulary import vocabulary

__all__ = ["trees"]

_KINDS = {
    "N": "NOUN", "A": "ADJ", "D": "DET", "O": "PRON", "Q": "NUM", "B": "NUM", "V": "VERB",
    "G": "VERB", "R": "ADV", "P": "ADP", "C": "CCONJ", "S": "SCONJ", "T": "PART", "X": "PUNCT",
}  # fmt: skip
# With nothing beside them, the plurals of these are those who were put together last.
_PARTIES = word_set("сторона міністр лідер президент країна держава очільник співрозмовник прем'єр")
# Who defends these need not be defending anybody else.
_ONES_OWN = word_set("інтерес суверенітет кордон територія цінність право себе незалежність земля")
_FORMS = {
    "infn": "VerbForm=Inf",
    "past": "Tense=Past|VerbForm=Fin",
    "pres": "Tense=Pres|VerbForm=Fin",
    "futr": "Tense=Fut|VerbForm=Fin",
    "impr": "Mood=Imp|VerbForm=Fin",
    "impe": "Tense=Past|VerbForm=Fin|Voice=Pass",
}


def trees(text: str) -> Iterator[Tree]:
    """Yield the trees of a text in order, each of a run of whole paragraphs.

    Raises MissingLanguage when the dictionary is not installed.
    """
    for start, end in parts(text):
        tree = Tree([], [], [], [], [], [], [], [], [], [])
        for tokens in sentences(text, start, end):
            _add(tree, tagged(tokens))
        if tree.words:
            yield tree


def _add(tree: Tree, words: Sequence[Word]) -> None:
    """Append the tree of one sentence."""
    lexicon = vocabulary("uk")
    found = stretches(words, lexicon.words["cues.say"])
    people = lexicon.words["stands_for.people"]
    result = attached(words, found, lexicon.predicative_nouns, lexicon.words["cues.say"], people)
    offset = len(tree.words)
    heads = {group.head: group for group in result.groups}
    for place, word in enumerate(words):
        group = heads.get(place)
        reading = _reading(word, group)
        tree.words.append(word.token.word)
        tree.lemmas.append(_lemma(words, place, reading, group, result))
        tree.kinds.append(_kind(word, reading, group, place, result))
        tree.labels.append(result.relations[place])
        tree.morphs.append(_morph(reading, group, place, result))
        tree.heads.append(offset + result.heads[place])
        tree.starts.append(word.token.start)
        tree.ends.append(word.token.end)
        tree.sentence.append(len(tree.sentences))
        tree.relations.append(result.relations[place])
        tree.markers.append(result.markers[place])
    tree.sentences.append((offset, len(tree.words)))


def _lemma(
    words: Sequence[Word], place: int, reading: Reading, group: Group | None, result: Attachment
) -> str:
    """The lemma, with what makes another verb or noun of it.

    "Виступати проти" is to oppose; "сторони" with nothing beside it are the two that met.
    """
    if reading.lemma in ("виступати", "виступити"):
        following = words[place + 1].lower if place + 1 < len(words) else ""
        against = following == "проти" or any(
            result.heads[one.head] == place and one.preposition == "проти" for one in result.groups
        )
        return f"{reading.lemma} проти" if against else reading.lemma
    if reading.lemma in ("захищати", "захистити"):
        own = any(
            result.heads[one.head] == place and words[one.head].lemma in _ONES_OWN
            for one in result.groups
        )
        return f"{reading.lemma} своє" if own else reading.lemma
    if group is not None and reading.lemma in _PARTIES and reading.number == "P":
        described = [one for one, relation in group.inner.items() if relation != "marker"]
        owned = any(result.heads[one.head] == place for one in result.groups)
        return reading.lemma if described or owned or group.marker else "сторони"
    return reading.lemma


def _reading(word: Word, group: Group | None) -> Reading:
    """The reading that the group's cases and number leave."""
    if group is None or word.pos == "V":
        return word.best
    same = [one for one in word.readings if one.pos in "NADQO"]
    fitting = [one for one in same if one.cases & group.cases] or same
    if group.number:
        fitting = [one for one in fitting if one.number == group.number] or fitting
    kept = fitting or [word.best]
    listed = [one for one in kept if one.lemma in _listed()] or kept
    return next((one for one in listed if one.pos == word.pos), listed[0])


@cache
def _listed() -> frozenset[str]:
    """The lemmas the lexicon knows, which a form of two lemmas is likelier to be of."""
    lexicon = vocabulary("uk")
    found = set(lexicon.predicative_nouns)
    for sense in lexicon.senses:
        found |= sense.needs
    for group in lexicon.words.values():
        found |= group
    return frozenset(found)


def _kind(word: Word, reading: Reading, group: Group | None, place: int, result: Attachment) -> str:
    if reading.pos in "VG":
        auxiliary = result.relations[place] == "auxiliary" or word.lemma == "бути"
        return "AUX" if auxiliary else "VERB"
    if group is not None:
        if reading.pos in "DO":
            return "PRON"
        proper = word.is_proper and (word.is_actor or not _is_common(word))
        return "PROPN" if proper else "NOUN"
    if result.relations[place] == "possessor":
        return "PRON"
    if word.is_proper and reading.pos == "N":
        return "PROPN"
    return _KINDS.get(reading.pos, "X")


def _is_common(word: Word) -> bool:
    """Whether a capital word is a common noun all the same ("Президент")."""
    people = vocabulary("uk").words["stands_for.people"]
    return word.lemma in people


def _morph(reading: Reading, group: Group | None, place: int, result: Attachment) -> str:
    predicate = result.predicates.get(place)
    if predicate is not None:
        if predicate.form == "gerund":
            return "VerbForm=Conv"
        if predicate.form == "participle":
            return "Tense=Past|VerbForm=Part|Voice=Pass"
        form = _FORMS.get(reading.form, "VerbForm=Fin")
        if predicate.form == "infinitive":
            form = "VerbForm=Inf"
        elif predicate.auxiliaries and reading.form == "infn":
            form = "Tense=Fut|VerbForm=Fin"
        passive = predicate.passive and "Voice=Pass" not in form
        return form + ("|Voice=Pass" if passive else "")
    if reading.pos in "VG":
        return _FORMS.get(reading.form, "VerbForm=Conv")
    plural = reading.number == "P"
    if group is not None:
        plural = plural or group.counted
    return "Number=Plur" if plural else ""
