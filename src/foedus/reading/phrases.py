"""Noun phrases read out of a tree, each once."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from foedus.reading.clause import Argument, Phrase
from foedus.reading.grammar import Grammar
from foedus.reading.tree import Tree

__all__ = ["PHRASAL", "Phrases"]

PHRASAL = frozenset(
    {"subject", "object", "indirect", "agent", "oblique", "attribute"}
    | {"possessor", "adjective", "apposition", "compound"}
)
"""Relations in which a phrase stands to a verb or a noun."""

_KINDS = {"NOUN": "noun", "PROPN": "name", "PRON": "pronoun", "ADJ": "adjective", "NUM": "number"}
_DEEPEST = 8


@dataclass(slots=True)
class Phrases:
    """The phrases of one tree, made when asked for and kept."""

    tree: Tree
    grammar: Grammar
    made: dict[int, Phrase] = field(default_factory=dict)

    def phrase(self, word: int, depth: int = 0) -> Phrase:
        """Return the phrase of which this word is the head; its parts down to a fixed depth."""
        known = self.made.get(word)
        if known is not None:
            return known
        tree = self.tree
        parts: list[Argument] = []
        conjuncts: list[Phrase] = []
        if depth < _DEEPEST:
            for child in tree.children[word]:
                relation = tree.relations[child]
                if relation in PHRASAL:
                    marker = relation
                    if relation == "oblique":
                        marker = tree.markers[child] or "adverbial"
                    parts.append(Argument(marker, self.phrase(child, depth + 1)))
                elif relation == "participle":
                    parts.extend(self._of_participle(child, depth + 1))
                elif relation == "coordinate" and tree.kinds[child] not in ("VERB", "AUX"):
                    conjuncts.append(self.phrase(child, depth + 1))
        made = self._made(word, tuple(parts), tuple(conjuncts))
        self.made[word] = made
        return made

    def _of_participle(self, word: int, depth: int) -> Iterator[Argument]:
        """What a participle governs says of its noun too: "une coopération renforcée avec X".

        Whoever leads or carries out what the noun names is its agent.
        """
        leads = self.tree.lemmas[word] in self.grammar.leading
        for child in self.tree.children[word]:
            marker = self.tree.markers[child]
            if self.tree.relations[child] == "oblique" and marker is not None:
                yield Argument(marker, self.phrase(child, depth))
            elif self.tree.relations[child] == "agent" and leads:
                yield Argument("agent", self.phrase(child, depth))

    def _made(
        self, word: int, parts: tuple[Argument, ...], conjuncts: tuple[Phrase, ...]
    ) -> Phrase:
        tree = self.tree
        kind = _KINDS.get(tree.kinds[word], "other")
        text = tree.words[word].lower()
        if tree.relations[word] == "possessor" and kind in ("other", "pronoun"):
            kind = "possessive"
        elif kind == "pronoun" and text in self.grammar.relatives:
            kind = "relative"
        count = self._count(word)
        return Phrase(
            word=word,
            lemma=text if kind in ("pronoun", "possessive", "relative") else tree.lemmas[word],
            kind=kind,
            start=self._without_preposition(word),
            end=tree.right[word],
            trimmed=tree.trimmed[word],
            head_start=tree.starts[word],
            head_end=tree.ends[word],
            plural=self._is_plural(word, kind, text),
            determiner="counted" if count else self._determiner(word),
            count=count,
            parts=parts,
            conjuncts=conjuncts,
        )

    def _is_plural(self, word: int, kind: str, text: str) -> bool:
        """Whether it stands for several; of a possessive, whether its owners are several."""
        if text in self.grammar.plural_owners:
            return True
        if kind == "possessive" and self.tree.kinds[word] == "DET" and self.grammar.plural_owners:
            return False
        return "Number=Plur" in self.tree.morphs[word]

    def _without_preposition(self, word: int) -> int:
        """Where the phrase begins after its preposition or conjunction."""
        tree = self.tree
        inner = [
            tree.left[child]
            for child in tree.children[word]
            if tree.relations[child] not in ("marker", "punctuation", "aside", "adverb")
        ]
        return min([tree.starts[word], *inner])

    def _count(self, word: int) -> int | None:
        """How many it says there are of what it names ("les trois pays"), when that is few."""
        tree = self.tree
        for one in tree.children[word]:
            if count := self.grammar.counts.get(tree.words[one].lower()):
                return count
        return None

    def _determiner(self, word: int) -> str | None:
        tree, grammar = self.tree, self.grammar
        for child in tree.children[word]:
            text = tree.words[child].lower()
            relation = tree.relations[child]
            if relation == "possessor" and tree.kinds[child] in ("DET", "PRON"):
                return "possessive"
            if relation in ("determiner", "adjective") and child < word:
                if text in grammar.demonstratives:
                    return "demonstrative"
                if text in grammar.indefinites:
                    return "indefinite"
                if relation == "determiner" and tree.kinds[child] == "DET":
                    return "definite"
        return grammar.bare_determiner
