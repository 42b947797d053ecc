"""What a language module must say about its language for clauses to be read out of a tree."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from foedus.reading.tree import Tree

__all__ = ["Grammar"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """The grammatical words of a language, and how its parser's labels become relations.

    `chains` maps a verb that folds an infinitive into itself ("may", "seek to", "cease to") to what
    it does to the modality: possible, demanded, planned, assessed, denied, ended or asserted.
    `particles` says whether a verb takes part of its lemma from a particle ("call off").
    """

    language: str
    translated: Callable[[Tree], None]
    be: frozenset[str]
    chains: Mapping[str, str]
    demanded: frozenset[str]
    possible: frozenset[str]
    conditional_marks: tuple[str, ...]
    future_marks: tuple[str, ...]
    future_words: frozenset[str]
    conditional_words: frozenset[str]
    reflexives: frozenset[str]
    impersonal: frozenset[str]
    relatives: frozenset[str]
    demonstratives: frozenset[str]
    indefinites: frozenset[str]
    counts: Mapping[str, int]
    never_passive: frozenset[str]
    particles: bool
