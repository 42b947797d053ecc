"""A parsed text as one language-neutral tree: words, heads and relations in foedus's own terms.

Each language module translates its parser's labels into the relations below; everything after works
on them. Relations: root; subject, object, indirect, agent, oblique, attribute (arguments);
possessor, adjective, apposition, compound (on nouns); coordinate; content, complement, relative,
participle, adverbial, aside (clauses); auxiliary, negation, marker, determiner, adverb, part,
punctuation, other. An oblique has its preposition in `marker`, and a clause its conjunction.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

__all__ = ["CLAUSAL", "Tree", "join_names"]

CLAUSAL = frozenset({"relative", "participle", "adverbial", "aside", "content", "complement"})
"""Relations of clauses that hang on another word."""

_CUT = frozenset({"relative", "adverbial", "aside", "punctuation", "marker"})
_GOVERNED = ("object", "oblique", "agent", "indirect", "attribute", "apposition")
_PHRASAL = ("subject", "object", "oblique", "agent", "indirect", "attribute", "possessor")


@dataclass(slots=True)
class Tree:
    """Parallel lists, one place per word of a parsed part; positions are characters of the text.

    A subtree runs from `left` to `right`; it is `trimmed` of the clauses that hang on its end, and
    `single` also of further items of a list.
    """

    words: list[str]
    lemmas: list[str]
    kinds: list[str]
    labels: list[str]
    morphs: list[str]
    heads: list[int]
    starts: list[int]
    ends: list[int]
    sentence: list[int]
    sentences: list[tuple[int, int]]
    relations: list[str] = field(default_factory=list)
    markers: list[str | None] = field(default_factory=list)
    children: list[list[int]] = field(default_factory=list)
    left: list[int] = field(default_factory=list)
    right: list[int] = field(default_factory=list)
    trimmed: list[int] = field(default_factory=list)
    single: list[int] = field(default_factory=list)

    def attach(self, word: int, head: int, relation: str) -> None:
        """Hang `word` on `head`, unless that would close a circle."""
        above = head
        for _ in range(400):
            if above == word:
                return
            if self.heads[above] == above:
                break
            above = self.heads[above]
        else:
            return
        self.heads[word], self.relations[word] = head, relation

    def grow(self) -> None:
        """Fill in children and the extent of every subtree, after the last change of heads."""
        size = len(self.words)
        self.children = [[] for _ in range(size)]
        for word, head in enumerate(self.heads):
            if head != word:
                self.children[head].append(word)
        self._measure(self._from_the_top(size))

    def _from_the_top(self, size: int) -> list[int]:
        order = [word for word in range(size) if self.heads[word] == word]
        for word in order:
            order.extend(self.children[word])
        return order

    def _measure(self, order: list[int]) -> None:
        self.left, self.right = list(self.starts), list(self.ends)
        self.trimmed, self.single = list(self.ends), list(self.ends)
        for word in reversed(order):
            head = self.heads[word]
            if head == word:
                continue
            relation = self.relations[word]
            if relation != "punctuation":
                self.left[head] = min(self.left[head], self.left[word])
                self.right[head] = max(self.right[head], self.right[word])
            if relation not in _CUT and not self._is_clause_beside(word, relation):
                self.trimmed[head] = max(self.trimmed[head], self.trimmed[word])
                if not self._is_next_item(word, relation):
                    self.single[head] = max(self.single[head], self.single[word])

    def _is_next_item(self, word: int, relation: str) -> bool:
        """Whether a conjunct has an article of its own: the next thing, not part of this one."""
        return (
            relation == "coordinate"
            and self.kinds[word] == "NOUN"
            and any(self.kinds[child] == "DET" for child in self.children[word])
        )

    def _is_clause_beside(self, word: int, relation: str) -> bool:
        if relation == "coordinate":
            if self.kinds[word] == "NOUN" and self._follows_comma(word):
                return any(self.kinds[child] == "DET" for child in self.children[word])
            return self.kinds[word] in ("VERB", "AUX")
        return relation in ("participle", "adjective") and self._follows_comma(word)

    def _follows_comma(self, word: int) -> bool:
        first = word
        while first > 0 and self.heads[first - 1] == word:
            first -= 1
            if self.words[first] == ",":
                return True
        return first > 0 and self.words[first - 1] == ","

    def is_finite(self, word: int) -> bool:
        """Whether this verb, or an auxiliary on it, has a tense."""
        if "VerbForm=Fin" in self.morphs[word]:
            return True
        return any(
            self.relations[child] == "auxiliary" and "VerbForm=Fin" in self.morphs[child]
            for child in self.children[word]
        )

    def child(self, word: int, *relations: str) -> int | None:
        """Return the first child in one of these relations."""
        for child in self.children[word]:
            if self.relations[child] in relations:
                return child
        return None


def join_names(tree: Tree, runs: Sequence[Sequence[tuple[int, int]]]) -> None:
    """Make lists of names ("Washington, Tokyo et Séoul") coordinate where the parser lost them.

    `runs` holds the lists of names found in the text, each name as first and last word.
    """
    for run in runs:
        leads = [_lead(tree, first, last) for first, last in run]
        inside = range(run[0][0], run[-1][1] + 1)
        if len({tree.sentence[lead] for lead in leads}) == 1 and _belong(tree, leads, inside):
            _coordinate(tree, leads, inside)


def _lead(tree: Tree, first: int, last: int) -> int:
    for word in range(first, last + 1):
        if not first <= tree.heads[word] <= last or tree.heads[word] == word:
            return word
    return first


def _belong(tree: Tree, leads: Sequence[int], inside: range) -> bool:
    """Whether the last name is not the subject of a clause that begins after "and"."""
    last, first = leads[-1], leads[0]
    verb = tree.heads[last]
    if tree.relations[last] != "subject" or verb in inside or verb < last:
        return True
    if tree.markers[first] == "between" or tree.relations[first] in ("subject", "root"):
        return True
    if tree.heads[first] > inside[-1] or tree.heads[first] == first:
        return True
    if tree.relations[first] not in _GOVERNED:
        return True
    if tree.relations[first] == "oblique" and tree.markers[first] is None:
        return True
    return any(
        tree.relations[word] == "subject" and tree.heads[word] == verb and word < inside[0]
        for word in range(max(0, inside[0] - 40), inside[0])
    )


def _coordinate(tree: Tree, leads: Sequence[int], inside: range) -> None:
    first = leads[0]
    outer = [lead for lead in leads if tree.heads[lead] not in inside]
    best = next((lead for lead in outer if tree.relations[lead] in _PHRASAL), None)
    if best is not None and best != first:
        head, relation, marker = tree.heads[best], tree.relations[best], tree.markers[best]
        tree.heads[best], tree.relations[best] = first, "coordinate"
        _put_above(tree, head, first)
        tree.attach(first, head, relation)
        tree.markers[first] = tree.markers[first] or marker
    for lead in leads[1:]:
        tree.attach(lead, first, "coordinate")


def _put_above(tree: Tree, word: int, below: int) -> None:
    """If `word` hangs somewhere under `below`, let its branch take the place of `below`."""
    top = word
    for _ in range(400):
        above = tree.heads[top]
        if above == below:
            outer = tree.heads[below]
            tree.heads[top] = top if outer == below else outer
            tree.relations[top] = tree.relations[below]
            return
        if above == top:
            return
        top = above
