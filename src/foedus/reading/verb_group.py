"""A verb with its auxiliaries and the verbs folded into it: how it is said, how far it reaches."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from foedus.reading.grammar import Grammar
from foedus.reading.tree import Tree

__all__ = ["VerbGroup"]

_ARGUMENTS = frozenset(
    {"subject", "object", "indirect", "agent", "oblique", "attribute", "content", "complement"}
)
_BREAKS = (",", "–", "-", ":", "(", ";")


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
        nor = any(words[child].lower() in self.grammar.nor for child in self.dependents())
        return nor or self.has("negation") or self._is_of_none()

    def _is_of_none(self) -> bool:
        """Whether its subject is none at all: "no delivery has been announced"."""
        tree = self.tree
        return any(
            tree.words[determiner].lower() in self.grammar.none
            for child in self.dependents()
            if tree.relations[child] == "subject"
            for determiner in tree.children[child]
            if tree.relations[determiner] in ("determiner", "negation")
        )

    @property
    def is_passive(self) -> bool:
        """Whether its grammatical subject undergoes it."""
        tree = self.tree
        own = (word for word in self.auxiliaries if tree.heads[word] == self.head)
        marked = any(tree.labels[word] in ("aux:pass", "auxpass") for word in own)
        marked = marked or any(
            mark in tree.morphs[self.head] for mark in self.grammar.passive_marks
        )
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
        if tree.lemmas[word] in self.grammar.never_passive:
            return False
        morph = tree.morphs[word]
        past = "Tense=Past" in morph and "VerbForm=Part" in morph
        return past and tree.child(word, "object", "auxiliary") is None

    @property
    def is_past(self) -> bool:
        """Whether its tense is a past one, simple or perfect."""
        morphs = self.tree.morphs
        words = (*self.auxiliaries, *self.words)
        if any("VerbForm=Fin" in morphs[one] and "Tense=Past" in morphs[one] for one in words):
            return True
        return "Tense=Past" in morphs[self.head] and not self.is_passive

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
            if lemmas[word] in self.grammar.chains and lemmas[word] not in self.grammar.half_chains
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
            and tree.words[child] not in self.grammar.infinitive_marks
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
        if self.grammar.head_final:
            return self._extent_before()
        tree = self.tree
        start, end = self.predicate, max(tree.ends[word] for word in self.words)
        for child in self.dependents():
            relation = tree.relations[child]
            if relation == "subject" or (relation != "marker" and self.is_relative(child)):
                start, end = min(start, tree.left[child]), max(end, tree.trimmed[child])
            elif child > tree.heads[child]:
                end = max(end, self._end_of(child))
            elif self.grammar.preverbal and relation in ("oblique", "agent", "object"):
                if tree.markers[child] not in ("on", "according"):
                    start = min(start, tree.left[child])
            elif tree.kinds[child] == "PRON" and relation in ("object", "indirect"):
                start = min(start, tree.starts[child])
        if tree.relations[self.outer] == "relative":
            start = min(start, tree.left[self.outer])
        return start, end

    def _extent_before(self) -> tuple[int, int]:
        """The minimal clause of a language whose verb comes last: from its first argument.

        Where another clause stands between its arguments, from the first argument after that one.
        """
        tree = self.tree
        opening, closing = self.predicate, max(tree.ends[word] for word in self.words)
        arguments, break_at = [], -1
        for child in self.dependents():
            relation = tree.relations[child]
            if relation in ("auxiliary", "negation") and child > self.head:
                closing = max(closing, tree.ends[child])
            elif child > self.head or tree.markers[child] in self.grammar.purposes:
                continue
            elif relation in ("adverbial", "coordinate") and tree.kinds[child] in ("VERB", "AUX"):
                break_at = max(break_at, tree.ends[child])
            elif relation in _ARGUMENTS and tree.markers[child] != "according":
                arguments.append(tree.left[child])
        inside = [left for left in arguments if left >= break_at]
        return min([opening, *inside]), closing

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
        if relation == "adverbial" and "VerbForm=Part" in tree.morphs[child]:
            return 0  # "en envahissant la Belgique" is a clause of its own
        return tree.right[child] if relation in ("complement", "content") else tree.trimmed[child]

    def _after_break(self, word: int) -> bool:
        before = bisect_left(self.tree.starts, self.tree.left[word]) - 1
        while before >= 0 and not self.tree.words[before].strip():
            before -= 1
        return before >= 0 and self.tree.words[before] in _BREAKS
