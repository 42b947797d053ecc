"""The words of a parsed part with what Japanese needs to know of each, and how to move them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from foedus.reading.tree import Tree

__all__ = ["Ending", "Words"]

_FUNCTION = frozenset({"ADP", "AUX", "SCONJ", "PART"})
_FUNCTION_LABELS = frozenset({"fixed", "case", "aux", "mark", "cop"})
_NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "PRON", "SYM"})
_QUOTED = frozenset({("、", "と"), ("」", "と"), ("』", "と"), ("」", "との"), ("」", "として")})
_LONGEST_ENDING = 14


@dataclass(slots=True)
class Ending:
    """What follows a verb: its words joined, how it links, and whether it is denied.

    `link` is final (nothing follows), stem (連用形 or て), condition, quote, reason, while,
    attribute (before a noun) or request (よう before a verb of asking).
    """

    words: list[int]
    text: str
    link: str


@dataclass(slots=True)
class Words:
    """A tree under translation, with the tags of its words and the endings of its verbs.

    `quoted` are the first and the last word of what somebody is quoted with.
    """

    tree: Tree
    tags: list[str]
    endings: dict[int, Ending] = field(default_factory=dict)
    quoted: list[tuple[int, int]] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.tree.words)

    def is_function(self, word: int) -> bool:
        """Whether it is a particle, an auxiliary or part of one."""
        tree = self.tree
        if tree.kinds[word] == "PUNCT" or tree.words[word].isspace():
            return False
        label = tree.labels[word].removesuffix("_bunsetu")
        return tree.kinds[word] in _FUNCTION or label in _FUNCTION_LABELS

    def is_nominal(self, word: int) -> bool:
        """Whether it is a noun, a name, a number or a pronoun."""
        return self.tree.kinds[word] in _NOMINAL

    def after(self, word: int) -> list[int]:
        """The particles and auxiliaries right after a word."""
        found = []
        last = min(word + 1 + _LONGEST_ENDING, len(self))
        for other in range(word + 1, last):
            pair = tuple(self.tree.words[other : other + 2])
            quoted = other + 1 < last and pair in _QUOTED
            if quoted and self.tree.kinds[word] in ("VERB", "AUX"):
                continue
            if not self.is_function(other):
                break
            found.append(other)
        return found

    def following(self, word: int) -> int | None:
        """The first word after this one and its particles that is none, nor a mark."""
        for other in range(word + 1, min(word + 24, len(self))):
            if self.tree.kinds[other] != "PUNCT" and not self.is_function(other):
                return other
        return None

    def sentence(self, word: int) -> tuple[int, int]:
        """The first word of the sentence around a word, and the one after its last."""
        return self.tree.sentences[self.tree.sentence[word]]

    def children(self, word: int) -> Iterator[int]:
        """The words of its sentence that hang on it."""
        first, last = self.sentence(word)
        return (child for child in range(first, last) if self.tree.heads[child] == word != child)

    def quotation(self, word: int) -> tuple[int, int] | None:
        """What somebody is quoted with around a word; None where nobody is."""
        return next((one for one in self.quoted if one[0] <= word <= one[1]), None)

    def replace(self, old: int, new: int) -> None:
        """Let `new` take the place that `old` has in the sentence; `old` is left to hang on it."""
        tree = self.tree
        head = tree.heads[old]
        tree.relations[new], tree.markers[new] = tree.relations[old], tree.markers[old]
        tree.heads[new] = new if head == old else head
        tree.heads[old] = new

    def hang(self, word: int, head: int, relation: str) -> None:
        """Hang a word on another, unless that would close a circle."""
        self.tree.attach(word, head, relation)
