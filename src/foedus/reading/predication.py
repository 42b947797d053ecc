"""Clauses read out of a tree: verbs, copulas, participles and event nouns with their arguments."""

from collections.abc import Container
from dataclasses import dataclass, field

from foedus.reading.clause import Argument, Clause, Phrase
from foedus.reading.grammar import Grammar
from foedus.reading.lending import share_object
from foedus.reading.phrases import PHRASAL, Phrases
from foedus.reading.tree import Tree
from foedus.reading.verb_group import VerbGroup

__all__ = ["clauses"]

_NOT_PREDICATES = frozenset(
    {"auxiliary", "marker", "part", "determiner", "compound", "adjective", "negation", "adverb"}
)
_LINKS = {
    "content": "content",
    "complement": "complement",
    "relative": "relative",
    "participle": "participle",
    "adverbial": "adverbial",
    "coordinate": "coordinate",
    "aside": "aside",
}
_DEEPEST = 24
_CONTROLLED = frozenset({"complement", "adverbial", "coordinate", "content"})


def clauses(tree: Tree, grammar: Grammar, event_nouns: Container[str]) -> list[Clause]:
    """Return the clauses of a tree in the order of their heads, governing clauses linked.

    `event_nouns` are the lemmas of nouns to be seen as predicates too.
    """
    return _Reader(tree, grammar, event_nouns, Phrases(tree, grammar)).read()


@dataclass(slots=True)
class _Reader:
    tree: Tree
    grammar: Grammar
    event_nouns: Container[str]
    phrases: Phrases
    folded_into: dict[int, int] = field(default_factory=dict)
    by_word: dict[int, Clause] = field(default_factory=dict)

    def read(self) -> list[Clause]:
        tree = self.tree
        verbs = [word for word in range(len(tree.words)) if self._is_predicate(word)]
        for word in verbs:
            self._fold(word)
        for word in verbs:
            if word not in self.folded_into:
                self.by_word[word] = self._verbal(word)
        for word, clause in self.by_word.items():
            self._link(word, clause)
        for word, clause in self._governing_first():
            self._inherit_subject(word, clause)
            if self.grammar.shares_objects:
                share_object(self.tree, clause)
        for word in range(len(tree.words)):
            if tree.kinds[word] in ("NOUN", "PROPN") and tree.lemmas[word] in self.event_nouns:
                self._add_nominal(word)
        return [self.by_word[word] for word in sorted(self.by_word)]

    def _is_predicate(self, word: int) -> bool:
        tree = self.tree
        kind, relation = tree.kinds[word], tree.relations[word]
        if kind == "VERB":
            return relation not in _NOT_PREDICATES and relation != "attribute"
        if kind != "AUX" or relation in _NOT_PREDICATES:
            return False
        return tree.lemmas[word] in self.grammar.be or relation == "root" or tree.is_finite(word)

    # --- chains: may attack, seeks to widen, is ready to help -----------------------------------

    def _fold(self, word: int) -> None:
        """Fold the verb or adjective that governs this infinitive into it, if it is a chain."""
        tree = self.tree
        if tree.relations[word] not in ("complement", "participle", "content"):
            return
        if tree.relations[word] == "content" and tree.is_finite(word):
            return
        head = tree.heads[word]
        if tree.relations[head] == "attribute" and tree.lemmas[head] in self.grammar.chains:
            self.folded_into[head] = word
            head = tree.heads[head]
            self.folded_into[head] = word
        elif (
            tree.lemmas[head] in self.grammar.chains
            and tree.kinds[head] in ("VERB", "AUX")
            and tree.child(head, "object", "indirect") is None
        ):
            self.folded_into[head] = word

    def _group(self, word: int) -> list[int]:
        """The words of the predicate: those folded into it, outermost first, then itself."""
        group = [word]
        while True:
            head = self.tree.heads[group[0]]
            if head in group or self.folded_into.get(head) not in group:
                return group
            group.insert(0, head)

    # --- verbal clauses -------------------------------------------------------------------------

    def _verbal(self, word: int) -> Clause:
        tree, group = self.tree, VerbGroup(self.tree, self.grammar, self._group(word))
        start, end = group.extent
        clause = Clause(
            lemma=self._lemma(word),
            word=word,
            start=start,
            end=end,
            head_start=tree.starts[word],
            head_end=tree.ends[word],
            passive=group.is_passive,
            reflexive=group.is_reflexive,
            impersonal=group.is_impersonal,
            negated=group.is_negated,
            mood=group.mood,
            chain=group.chain,
            adverbs=group.adverbs,
            conjunction=tree.markers[group.outer],
            sentence=self._sentence(word),
            predicate=group.predicate,
            reach=group.reach,
            past=group.is_past,
        )
        clause.arguments = self._arguments(clause, group)
        return clause

    def _lemma(self, word: int) -> str:
        tree = self.tree
        if self.grammar.particles:
            for child in tree.children[word]:
                if tree.labels[child] == "prt":
                    return f"{tree.lemmas[word]} {tree.words[child].lower()}"
        return tree.lemmas[word]

    def _sentence(self, word: int) -> tuple[int, int]:
        first, last = self.tree.sentences[self.tree.sentence[word]]
        return self.tree.starts[first], self.tree.ends[last - 1]

    # --- arguments ------------------------------------------------------------------------------

    def _arguments(self, clause: Clause, group: VerbGroup) -> tuple[Argument, ...]:
        tree, found = self.tree, []
        for child in group.dependents():
            relation, text = tree.relations[child], tree.words[child].lower()
            if relation not in PHRASAL or text in self.grammar.reflexives:
                continue
            if relation == "attribute" and child in self.folded_into:
                continue
            if relation == "subject" and text in self.grammar.impersonal:
                clause.impersonal = True
            marker = self._marker(clause, child, relation)
            found.append(Argument(marker, self.phrases.phrase(child)))
        if "participle" in (tree.relations[group.head], tree.relations[group.outer]):
            found.extend(self._antecedent(clause, group.outer))
        elif tree.relations[group.outer] == "relative":
            found = self._resolved_relatives(group, found)
        return tuple(found)

    def _marker(self, clause: Clause, child: int, relation: str) -> str:
        if relation == "subject":
            return "object" if clause.passive else "subject"
        if relation in ("oblique", "apposition"):
            return self.tree.markers[child] or "adverbial"
        return relation

    def _antecedent(self, clause: Clause, word: int) -> list[Argument]:
        head = self.tree.heads[word]
        if self.tree.kinds[head] not in ("NOUN", "PROPN", "PRON"):
            return []
        return [Argument("object" if clause.passive else "subject", self.phrases.phrase(head))]

    def _resolved_relatives(self, group: VerbGroup, found: list[Argument]) -> list[Argument]:
        """Put what a relative pronoun stands for in its place."""
        antecedent = self.phrases.phrase(self.tree.heads[group.outer])
        for place, argument in enumerate(found):
            if group.is_relative(argument.phrase.word):
                pronoun = self.tree.words[argument.phrase.word].lower()
                marker = self.grammar.marked_relatives.get(pronoun, argument.marker)
                return [*found[:place], Argument(marker, antecedent), *found[place + 1 :]]
        if any(argument.marker == "object" for argument in found):
            return found
        return [*found, Argument("object", antecedent)]

    # --- how clauses hang together --------------------------------------------------------------

    def _governing(self, word: int) -> Clause | None:
        tree = self.tree
        above = word
        for _ in range(60):
            if tree.heads[above] == above:
                return None
            above = tree.heads[above]
            found = self.by_word.get(self._innermost(above))
            if found is not None and found.word != word:
                return found
        return None

    def _innermost(self, word: int) -> int:
        for _ in range(8):
            if word not in self.folded_into:
                break
            word = self.folded_into[word]
        return word

    def _link(self, word: int, clause: Clause) -> None:
        outer = self._group(word)[0]
        head = self.tree.heads[outer]
        clause.link = _LINKS.get(self.tree.relations[outer], "main")
        clause.parent = self._governing(outer)
        if clause.parent is not None:
            clause.parent.opens |= {clause.link}
            if clause.link == "content":
                clause.parent.contents.append(clause)
        if clause.link == "coordinate" and clause.mood == "infinitive" and clause.parent:
            clause.chain, clause.mood = clause.parent.chain, clause.parent.mood
        if clause.mood == "infinitive" and self.tree.kinds[head] == "NOUN":
            clause.governor = self.phrases.phrase(head)

    def _governing_first(self) -> list[tuple[int, Clause]]:
        """The verbal clauses as they stand; where the verb comes last, what governs first."""
        found = list(self.by_word.items())
        if not self.grammar.head_final:
            return found
        return sorted(found, key=lambda item: (self._depth(item[1]), item[0]))

    def _depth(self, clause: Clause) -> int:
        depth, above = 0, clause.parent
        while above is not None and depth < _DEEPEST:
            depth, above = depth + 1, above.parent
        return depth

    def _inherit_subject(self, word: int, clause: Clause) -> None:
        """Give an infinitive, a gerund or a second verb the subject of the clause above it."""
        outer = self._group(word)[0]
        relation = self.tree.relations[outer]
        if relation == "relative" and self.grammar.head_final and self.grammar.drops_subjects:
            self._lend_to_relative(clause)
        if relation not in _CONTROLLED or clause.parent is None or clause.impersonal:
            return
        spoken = relation == "content" and clause.mood not in ("infinitive", "participle")
        if spoken and not (self.grammar.drops_subjects or self.grammar.resumes_subjects):
            return
        mine = "object" if clause.passive else "subject"
        if any(argument.marker == mine for argument in clause.arguments):
            return
        owner = clause.governor or self._controller(clause.parent, relation)
        if self.grammar.resumes_subjects and (spoken or _is_bare(clause.governor)):
            # "X does not rule out that (it) will close", "X spoke of (its) readiness to mediate"
            owner = clause.parent.subject
        if self.grammar.drops_subjects and (spoken or not self._is_owned(owner)):
            # What is said, planned or feared without a subject is about whoever says so.
            owner = clause.parent.argument("object" if clause.parent.passive else "subject")
        if relation == "complement" and clause.parent.lemma in self.grammar.asking:
            # Nobody asks of himself: without a hearer, who is to do it is not said.
            owner = clause.parent.argument("object", "indirect", "to")
        if owner is not None:
            clause.arguments = (*clause.arguments, Argument(mine, owner, inherited=True))

    def _lend_to_relative(self, clause: Clause) -> None:
        """Give a clause before the noun it is about the subject of the verb that has the noun.

        "프랑스와 계약한 전투기를 이집트가 인수했다": so where what it is about is its object.
        """
        if clause.passive or clause.parent is None or clause.parent.passive:
            return
        marks = {argument.marker for argument in clause.arguments}
        if "subject" in marks or "object" not in marks:
            return
        owner = clause.parent.subject
        if owner is not None and owner.word < clause.word:
            clause.arguments = (*clause.arguments, Argument("subject", owner, inherited=True))

    def _is_owned(self, phrase: Phrase | None) -> bool:
        """Whether something says whose a phrase is, or who it is."""
        if phrase is None or phrase.kind in ("name", "pronoun"):
            return phrase is not None
        return any(part.marker in ("possessor", "compound") for part in phrase.parts)

    def _controller(self, governor: Clause, relation: str) -> Phrase | None:
        if relation in ("complement", "content"):
            undergoing = governor.argument("object", "indirect", "on", "to", "upon")
            if undergoing is not None:
                return undergoing
        return governor.argument("object" if governor.passive else "subject")

    # --- event nouns ----------------------------------------------------------------------------

    def _add_nominal(self, word: int) -> None:
        if word in self.by_word:
            return
        tree, phrase = self.tree, self.phrases.phrase(word)
        self.by_word[word] = Clause(
            lemma=tree.lemmas[word],
            word=word,
            start=phrase.start,
            end=max(tree.single[word], tree.ends[word]),
            head_start=tree.starts[word],
            head_end=tree.ends[word],
            arguments=phrase.parts,
            link="main",
            nominal=True,
            phrase=phrase,
            parent=self._governing(word),
            sentence=self._sentence(word),
        )


def _is_bare(governor: Phrase | None) -> bool:
    """Whether a noun that governs an infinitive says nothing of whose it is."""
    return governor is not None and not governor.parts
