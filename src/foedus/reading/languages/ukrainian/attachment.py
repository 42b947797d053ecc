"""Who hangs on what in a Ukrainian sentence: groups on nouns and verbs, clauses on clauses."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field

from foedus.reading.languages.ukrainian.antecedents import Antecedents
from foedus.reading.languages.ukrainian.arguments import Arguments, Predicate
from foedus.reading.languages.ukrainian.group import Group
from foedus.reading.languages.ukrainian.groups import groups
from foedus.reading.languages.ukrainian.hosts import Hosts
from foedus.reading.languages.ukrainian.lists import lists
from foedus.reading.languages.ukrainian.stretches import Stretch
from foedus.reading.languages.ukrainian.words import Word

__all__ = ["Attachment", "attached"]


@dataclass(slots=True)
class Attachment:
    """The head and relation of each word of a sentence, markers, and what the words then are."""

    heads: list[int]
    relations: list[str]
    markers: list[str | None]
    groups: list[Group]
    predicates: dict[int, Predicate] = field(default_factory=dict)


def attached(
    words: Sequence[Word],
    found: Sequence[Stretch],
    events: Container[str],
    speech: Container[str],
    people: Container[str],
) -> Attachment:
    """Return what hangs on what.

    `events` are the lemmas of nouns that name events, `speech` those of verbs of saying,
    `people` those of nouns for people and bodies.
    """
    return _Attacher(words, found, events, speech, people).attach()


@dataclass(slots=True)
class _Attacher:
    words: Sequence[Word]
    found: Sequence[Stretch]
    events: Container[str]
    speech: Container[str]
    people: Container[str]
    hosts: Hosts = field(init=False)
    result: Attachment = field(init=False)
    above: dict[int, int] = field(default_factory=dict)
    verbs: dict[int, Arguments] = field(default_factory=dict)

    def attach(self) -> Attachment:
        self.hosts = Hosts(self.words, self.events)
        size = len(self.words)
        self.result = Attachment([-1] * size, ["other"] * size, [None] * size, [])
        for stretch in self.found:
            self.verbs[id(stretch)] = Arguments(
                self.words, stretch, self.speech, self.events, self.people
            )
        for stretch in self.found:
            self._fill(stretch)
        for stretch in self.found:
            self._hang_stretch(stretch)
        self._hang_rest()
        return self.result

    # --- inside one clause ------------------------------------------------------------------------

    def _fill(self, stretch: Stretch) -> None:
        verbs = self.verbs[id(stretch)]
        for first, last in _runs(stretch.words):
            row = groups(self.words, first, last)
            row = [group for group in row if not self._is_verb(group)]
            self._read(row, verbs)
        verbs.settle()
        for word, head, relation, marker in verbs.hung():
            self._hang(word, head, relation, marker)
        self.result.predicates.update(verbs.predicates)

    def _is_verb(self, group: Group) -> bool:
        return self.words[group.head].pos == "V"

    def _read(self, row: list[Group], verbs: Arguments) -> None:
        """Hang each group of a run on a group before it, or give it to the verbs."""
        self.result.groups.extend(row)
        listed = lists(self.words, row)
        governor: dict[int, Group] = {}
        for place, group in enumerate(row):
            for word, relation in group.inner.items():
                self._hang(word, group.head, relation)
            before = row[place - 1] if place else None
            if place in listed:
                first = self._titled_by(listed[place], governor)
                self._join(first, group, governor)
                continue
            if before is not None and self._is_equated(before, group, verbs):
                # "Іспанія — єдина країна Альянсу, яка …": the country is Spain.
                verbs.take(group)
                self._hang(before.head, group.head, "apposition")
                continue
            chain = self.hosts.chain(before, group, governor) if before is not None else []
            host = self.hosts.noun_host(chain, group, verbs, governor) if chain else None
            if host is None:
                verbs.take(group)
            else:
                relation, head = host
                governor[group.head] = head
                marker = group.marker or ("of" if relation == "oblique" else None)
                marker = {"dative": "to", "at": "at"}.get(relation, marker)
                relation = "oblique" if relation in ("dative", "at") else relation
                self._hang(group.head, head.head, relation, marker)

    def _is_equated(self, before: Group, group: Group, verbs: Arguments) -> bool:
        """Whether a dash says that one group is the other."""
        between = [word.token.word for word in self.words[before.end : group.start]]
        nominative = before.cases & group.cases & 1 and not (before.marker or group.marker)
        return bool(nominative) and not verbs.has_verb and between in (["—"], ["–"], ["-"])

    # --- lists ------------------------------------------------------------------------------------

    def _titled_by(self, first: Group, governor: Mapping[int, Group]) -> Group:
        """The title of a person in a list ("міністр … Теодоро та міністерка … Камікава")."""
        above = governor.get(first.head)
        return (
            first if above is None or self.result.relations[first.head] != "apposition" else above
        )

    def _join(self, first: Group, group: Group, governor: dict[int, Group]) -> None:
        shared = first.cases & group.cases
        first.cases = shared or first.cases
        group.cases = shared or group.cases
        first.number = "P"
        if first.head in governor:
            governor[group.head] = governor[first.head]
        self._hang(group.head, first.head, "coordinate", None)

    # --- between clauses --------------------------------------------------------------------------

    def _hang_stretch(self, stretch: Stretch) -> None:
        head = self._top(stretch)
        if head is None:
            return
        parent = self._parent_word(stretch)
        self.result.markers[head] = self.result.markers[head] or stretch.conjunction
        if parent is None or parent == head:
            return
        if stretch.kind == "relative":
            antecedent = self._antecedents().of_relative(stretch)
            parent = parent if antecedent is None else antecedent
            relation = "relative"
        elif stretch.kind == "participle":
            noun = self._antecedents().noun_before(stretch.opening)
            parent = parent if noun is None else noun
            relation = "participle"
        else:
            relation = {"gerund": "adverbial", "main": "coordinate"}.get(stretch.kind, stretch.kind)
        if self.result.heads[head] == -1:
            self._hang(head, parent, relation)

    def _antecedents(self) -> Antecedents:
        return Antecedents(self.words, self.result.groups, self.result.heads, self.events)

    def _top(self, stretch: Stretch) -> int | None:
        verbs = self.verbs[id(stretch)]
        if verbs.top is not None:
            return verbs.top
        heads = {group.head for group in self.result.groups}
        for word in stretch.words:
            if self.result.heads[word] == -1 and word in heads:
                return word
        return None

    def _parent_word(self, stretch: Stretch) -> int | None:
        above = stretch.parent
        for _ in range(20):
            if above is None:
                break
            top = self._top(above)
            if top is not None:
                verbs = self.verbs[id(above)]
                return (
                    verbs.last_before(stretch.opening)
                    if stretch.kind in ("content", "adverbial", "gerund")
                    and verbs.top is not None
                    and above.opening < stretch.opening
                    else top
                )
            above = above.parent
        if stretch is self.found[0]:
            return None
        root = self._top(self.found[0])
        return None if stretch.kind == "main" and stretch.parent is None else root

    # --- what is left -----------------------------------------------------------------------------

    def _hang(self, word: int, head: int, relation: str, marker: str | None = None) -> None:
        if word == head or self._is_under(head, word):
            return
        self.result.heads[word], self.result.relations[word] = head, relation
        if marker is not None:
            self.result.markers[word] = marker

    def _is_under(self, word: int, above: int) -> bool:
        for _ in range(300):
            if word == above:
                return True
            word = self.result.heads[word]
            if word == -1:
                return False
        return True

    def _hang_rest(self) -> None:
        """Conjunctions, adverbs, negations and marks."""
        tops = [top for stretch in self.found if (top := self._top(stretch)) is not None]
        mains = [top for top in tops if self.result.heads[top] == -1]
        root = mains[0] if mains else next(
            (word for word, head in enumerate(self.result.heads) if head == -1
             and not self.words[word].is_mark), 0,
        )  # fmt: skip
        owners: dict[int, int | None] = {}
        for stretch in self.found:
            owners.update(dict.fromkeys(stretch.words, self._top(stretch)))
        for word, head in enumerate(self.result.heads):
            if head != -1 or word == root:
                continue
            if word in tops:
                self._hang(word, root, "coordinate")
                continue
            owner = owners.get(word)
            self._hang_loose(word, root if owner is None else owner)
        self.result.heads[root] = root
        self.result.relations[root] = "root"
        for word, head in enumerate(self.result.heads):
            if head == -1:
                self.result.heads[word] = root

    def _hang_loose(self, word: int, owner: int) -> None:
        one = self.words[word]
        relation = {
            "X": "punctuation", "C": "marker", "S": "marker", "P": "marker", "R": "adverb",
            "T": "adverb",
        }.get(one.pos, "other")  # fmt: skip
        head = owner
        if one.lower in ("не", "ні", "ані"):
            relation, head = "negation", self._verb_after(word, owner)
        elif one.lower in ("б", "би"):
            relation = "auxiliary"
        elif one.pos in "RT":
            head = self._verb_after(word, owner)
        self._hang(word, head, relation)

    def _verb_after(self, word: int, owner: int) -> int:
        """The verb or noun that a particle or adverb goes before, else the clause's own."""
        for place in range(word + 1, min(len(self.words), word + 4)):
            if place in self.result.predicates:
                return place
            if self.words[place].is_mark:
                return owner
            for group in self.result.groups:
                if group.start <= place < group.end and self.words[word].lower == "не":
                    return group.head
        return owner


def _runs(places: Sequence[int]) -> list[tuple[int, int]]:
    """The rows of neighbouring words."""
    found: list[tuple[int, int]] = []
    for place in places:
        if found and found[-1][1] == place:
            found[-1] = (found[-1][0], place + 1)
        else:
            found.append((place, place + 1))
    return found
