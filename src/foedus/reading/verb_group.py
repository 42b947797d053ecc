"""A verb with its auxiliaries and the verbs folded into it: how it is said, how far it reaches."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from foedus.reading.grammar import Grammar
from foedus.reading.tree import Tree

__all__ = ["VerbGroup"]

_NOR = ("ni", "nor", "neither")
_NONE = frozenset({"no", "aucun", "aucune", "nul", "nulle"})
_BREAKS = (",", "–", "-", ":", "(", ";")
# Auxiliaries in themselves, and only in front of an infinitive a chain: "have to", "used to".
_HALF_CHAINS = ("have", "use", "go")


@dataclass(slots=True)
class VerbGroup:
    """`words` are the verbs folded into the predicate, outermost first, and last the predicate."""

    tree: Tree
    grammar: Grammar
    words: list[int]
    auxiliaries: list[int] = field(init=False)

    def __post_init__(self) -> None:
        relations = self.tree.relations
        self.auxiliaries = [word for word in self.dependents() if relations[word] == "auxiliary"]

    @property
    def head(self) -> int:
        """The predicate itself."""
        return self.words[-1]

    @property
    def outer(self) -> int:
        """The word by which the clause hangs on the rest of the sentence."""
        return self.words[0]

    def dependents(self) -> Iterator[int]:
        """What hangs on any of its words, those words aside."""
        for word in self.words:
            yield from (child for child in self.tree.children[word] if child not in self.words)

    def has(self, relation: str) -> bool:
        """Whether something hangs on it in this relation."""
        return any(self.tree.relations[child] == relation for child in self.dependents())

    @property
    def is_negated(self) -> bool:
        """Whether it is denied, alone, in a list ("ni approuvé ni condamné") or of nobody."""
        words = self.tree.words
        nor = any(words[child].lower() in _NOR for child in self.dependents())
        return nor or self.has("negation") or self._is_of_none()

    def _is_of_none(self) -> bool:
        """Whether its subject is none at all: "no delivery has been announced"."""
        tree = self.tree
        return any(
            tree.words[determiner].lower() in _NONE
            for child in self.dependents()
            if tree.relations[child] == "subject"
            for determiner in tree.children[child]
            if tree.relations[determiner] in ("determiner", "negation")
        )

    @property
    def is_passive(self) -> bool:
        """Whether its grammatical subject undergoes it."""
        tree = self.tree
        marked = any(tree.labels[word] in ("aux:pass", "auxpass") for word in self.auxiliaries)
        if marked and tree.lemmas[self.head] not in self.grammar.never_passive:
            return True
        return self._is_bare_participle()

    def _is_bare_participle(self) -> bool:
        """Whether "apportée par" or "signed by" hangs on the noun that undergoes it."""
        tree, word = self.tree, self.head
        relation = tree.relations[word]
        loose = relation in ("adverbial", "coordinate") and not tree.is_finite(word)
        if relation != "participle" and not loose:
            return False
        morph = tree.morphs[word]
        past = "Tense=Past" in morph and "VerbForm=Part" in morph
        return past and tree.child(word, "object", "auxiliary") is None

    @property
    def is_reflexive(self) -> bool:
        """Whether "se" or "itself" goes with it."""
        words = self.tree.words
        return any(words[child].lower() in self.grammar.reflexives for child in self.dependents())

    @property
    def is_impersonal(self) -> bool:
        """Whether its subject only fills the place ("il est avéré que")."""
        return any(self.tree.labels[child] == "expl:subj" for child in self.dependents())

    @property
    def adverbs(self) -> tuple[str, ...]:
        """The adverbs that go with it."""
        tree = self.tree
        return tuple(
            tree.words[child].lower()
            for child in self.dependents()
            if tree.relations[child] == "adverb"
        )

    @property
    def mood(self) -> str:
        """Indicative, conditional, future, infinitive or participle."""
        tree, grammar = self.tree, self.grammar
        finite = [self.outer, *(one for one in self.auxiliaries if tree.heads[one] == self.outer)]
        morphs = " ".join(tree.morphs[word] for word in finite)
        words = {tree.words[word].lower() for word in self.auxiliaries}
        if any(mark in morphs for mark in grammar.conditional_marks):
            return "conditional"
        if words & grammar.future_words:
            return "future"
        if words & grammar.conditional_words:
            return "conditional"
        if any(mark in morphs for mark in grammar.future_marks):
            return "future"
        if "VerbForm=Fin" in morphs:
            return "indicative"
        return "infinitive" if "VerbForm=Inf" in tree.morphs[self.outer] else "participle"

    @property
    def chain(self) -> tuple[str, ...]:
        """The lemmas of the verbs, modal auxiliaries and adjectives folded into it."""
        lemmas = self.tree.lemmas
        modal = [
            word
            for word in self.auxiliaries
            if lemmas[word] in self.grammar.chains and lemmas[word] not in _HALF_CHAINS
        ]
        return tuple(lemmas[word] for word in sorted({*modal, *self.words[:-1]}))

    @property
    def predicate(self) -> int:
        """The character at which the verbs themselves begin, negation and auxiliaries included."""
        tree = self.tree
        opening = [
            tree.starts[child]
            for child in self.dependents()
            if tree.relations[child] in ("auxiliary", "negation", "part")
            and child < tree.heads[child]
            and tree.words[child] != "to"
        ]
        return min([*opening, *(tree.starts[word] for word in self.words)])

    @property
    def reach(self) -> tuple[int, int]:
        """All that hangs on it, adverbials included."""
        tree = self.tree
        return min(tree.left[word] for word in self.words), max(
            tree.right[word] for word in self.words
        )

    @property
    def extent(self) -> tuple[int, int]:
        """The minimal clause: from the subject, or the verb's first word, to the last argument."""
        tree = self.tree
        start, end = self.predicate, max(tree.ends[word] for word in self.words)
        for child in self.dependents():
            relation = tree.relations[child]
            if relation == "subject" or (relation != "marker" and self.is_relative(child)):
                start, end = min(start, tree.left[child]), max(end, tree.trimmed[child])
            elif child > tree.heads[child]:
                end = max(end, self._end_of(child))
            elif tree.kinds[child] == "PRON" and relation in ("object", "indirect"):
                start = min(start, tree.starts[child])
        if tree.relations[self.outer] == "relative":
            start = min(start, tree.left[self.outer])
        return start, end

    def is_relative(self, word: int) -> bool:
        """Whether a word is a relative pronoun."""
        return self.tree.words[word].lower() in self.grammar.relatives

    def _end_of(self, child: int) -> int:
        """Where the minimal clause ends if this follows the verb; 0 if it is no part of it."""
        tree, relation = self.tree, self.tree.relations[child]
        if relation in ("punctuation", "aside", "relative", "marker", "auxiliary"):
            return 0
        if relation == "coordinate" and tree.kinds[child] in ("VERB", "AUX"):
            return 0
        if relation in ("adverbial", "participle") and self._after_break(child):
            return 0
        return tree.right[child] if relation in ("complement", "content") else tree.trimmed[child]

    def _after_break(self, word: int) -> bool:
        before = bisect_left(self.tree.starts, self.tree.left[word]) - 1
        while before >= 0 and not self.tree.words[before].strip():
            before -= 1
        return before >= 0 and self.tree.words[before] in _BREAKS
