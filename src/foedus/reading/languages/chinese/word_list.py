"""The words of Chinese grammar, as `words.toml` groups them."""

import tomllib
from importlib.resources import files

__all__ = [
    "ADVERBS",
    "ASPECT",
    "ATTITUDES",
    "AUXILIARIES",
    "BEGINNING",
    "CHAINING",
    "CLASSIFIERS",
    "COMPOUND_HEADS",
    "CONJUNCTIONS",
    "COPULAS",
    "DECIDING",
    "DEMANDING",
    "DENIALS",
    "DETERMINERS",
    "DOING",
    "FUNCTION_SIGNS",
    "GOING",
    "GOVERNING",
    "KNOWING",
    "LINKERS",
    "LOCALIZERS",
    "MEETINGS",
    "NEGATIONS",
    "NO_WORDS",
    "NUMBER_WORDS",
    "OWN_WORDS",
    "PIVOTS",
    "POSTVERBAL",
    "PREPOSITIONS",
    "PRONOUNS",
    "RELATION_NOUNS",
    "SENDING",
    "SORTS",
    "SPEECH",
    "SUBORDINATORS",
    "TELLING",
    "TEMPORAL_ENDS",
    "TITLES",
    "TOLD_BY_CLAUSE",
    "WITHOUT_CONTENT",
]

_TABLE = tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))


def _group(name: str) -> frozenset[str]:
    return frozenset(_TABLE["words"][name].split())


def _markers(name: str) -> dict[str, str]:
    table = _TABLE["markers"][name]
    return {word: marker for marker, words in table.items() for word in words.split()}


PREPOSITIONS = _markers("prepositions")
POSTVERBAL = _markers("postverbal")
TEMPORAL_ENDS = _markers("temporal_ends")
SUBORDINATORS = _markers("subordinators")
LOCALIZERS = _group("localizers")
CONJUNCTIONS = _group("conjunctions")
LINKERS = _group("linkers")
NEGATIONS = _group("negations")
AUXILIARIES = _group("auxiliaries")
DENIALS = _group("denials")
ASPECT = _group("aspect")
ADVERBS = _group("adverbs")
DOING = _group("doing")
DETERMINERS = _group("determiners")
PRONOUNS = _group("pronouns")
NUMBER_WORDS = _group("number_words")
CLASSIFIERS = _group("classifiers")
COPULAS = _group("copulas")
SPEECH = _group("speech")
KNOWING = _group("knowing")
TELLING = _group("telling")
DEMANDING = _group("demanding")
WITHOUT_CONTENT = _group("without_content")
PIVOTS = _group("pivots")
CHAINING = _group("chaining")
BEGINNING = _group("beginning")
ATTITUDES = _group("attitudes")
SENDING = _group("sending")
GOING = _group("going")
TITLES = _group("titles")
MEETINGS = _group("meetings")
DECIDING = SPEECH | CHAINING
COMPOUND_HEADS = _group("compound_heads")
RELATION_NOUNS = _group("relation_nouns")
TOLD_BY_CLAUSE = _group("told_by_clause")
GOVERNING = _group("governing")
FUNCTION_SIGNS = _group("function_signs")
NO_WORDS = tuple(
    first + last for first in "时中后并也还又则已将会曾正方军国者" for last in "说称同对向与在为"
)
"""Pairs of such characters that jieba's dictionary takes for words."""
SORTS = {word: sort for sort, words in _TABLE["sorts"].items() for word in words.split()}
OWN_WORDS: dict[str, str] = {
    **dict.fromkeys(ADVERBS, "d"),
    **dict.fromkeys(PREPOSITIONS, "p"),
    **dict.fromkeys(TITLES, "n"),
    **{word: tag for tag, words in _TABLE["tags"].items() for word in words.split()},
}
"""Words with the tag they have whatever jieba's dictionary says."""
