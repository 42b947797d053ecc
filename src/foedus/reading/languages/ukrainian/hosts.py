"""On which noun before it a group hangs, if on any."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from foedus.reading.languages.ukrainian import government
from foedus.reading.languages.ukrainian.arguments import Arguments
from foedus.reading.languages.ukrainian.group import Group
from foedus.reading.languages.ukrainian.lists import TRANSPARENT
from foedus.reading.languages.ukrainian.readings import ALL
from foedus.reading.languages.ukrainian.words import Word

__all__ = ["Hosts"]

_OF_NOUNS = frozenset({"about", "toward", "against", "between", "among"})
_OF_EVENTS = frozenset({"with", "to", "on", "from", "by", "for", "into", "aid", "over", "behalf"})
_PEOPLE_WITHOUT_LIFE = frozenset({"агентство", "агенція", "видання", "газета", "телеканал"})


@dataclass(frozen=True, slots=True)
class Hosts:
    """Finds the noun that a group completes; `events` are the lemmas of nouns that name events."""

    words: Sequence[Word]
    events: Container[str]

    def chain(self, before: Group, group: Group, governor: dict[int, Group]) -> list[Group]:
        """The groups that a group may hang on: the one right before it, and those above that."""
        for place in range(before.end, group.start):
            word = self.words[place]
            if word.token.word not in TRANSPARENT and word.pos not in "RT":
                return []
            if word.pos in "RT" and group.marker is None:
                return []
        chain = [before]
        while chain[-1].head in governor and len(chain) < 8:
            chain.append(governor[chain[-1].head])
        return chain

    def noun_host(
        self,
        chain: Sequence[Group],
        group: Group,
        verbs: Arguments,
        governor: Mapping[int, Group],
    ) -> tuple[str, Group] | None:
        """The noun a group hangs on and how; None when it goes with the verb.

        `chain` are the groups it may hang on, `governor` says on what groups hang already.
        """
        before = chain[0]
        if group.relative:
            return None
        if group.marker is not None:
            return self._host_of_preposition(chain, group, verbs)
        if group.time:
            return None if verbs.has_verb or before.time else ("oblique", before)
        named = self._titled(chain, group)
        if named is not None:
            return "apposition", named
        if before.time or before.pronoun or (group.pronoun and not group.relative):
            return None
        if group.cases & 4 and not group.cases & 1:
            giving = next(
                (one for one in chain if self.words[one.head].lemma in government.DATIVE_NOUNS),
                None,
            )
            wanted = verbs.wants_dative(group)
            if not group.cases & 2:
                event = giving or next(
                    (one for one in chain if self.words[one.head].lemma in self.events), None
                )
                return None if wanted or event is None else ("dative", event)
            if giving is not None and giving is not before and self.words[group.head].is_actor:
                return "dative", giving
            given = before.marker is None and before.cases & 8 and not before.animate
            if given and group.proper and before.head not in governor and verbs.gives(before):
                return None
        if group.cases & 16 and not group.cases & 2:
            event = next((one for one in chain if self.words[one.head].lemma in self.events), None)
            if self.words[before.head].lemma in government.WORRY:
                return "at", before
            actor = group.animate or group.proper or group.inner
            if event is not None and actor and not verbs.wants_instrumental():
                group.cases = 16
                return "agent", event
            return None
        if self._opens_after(chain[-1], group):
            return None
        if group.cases == ALL and group.proper and self.words[before.head].is_actor:
            return "oblique", before  # "Радбез ООН"
        acting = self.words[before.head].is_actor and before.head in governor
        if group.cases & 2 and acting and before.cases in (4, 16):
            # "Введення Росією військ": the troops are what is brought in.
            group.cases = 2
            return "oblique", governor[before.head]
        if group.cases & 2 and not (before.proper and self.words[before.head].is_actor):
            group.cases = 2
            return "oblique", before
        lemma = self.words[before.head].lemma
        if group.proper and group.cases in (1, 63) and lemma in government.NAMED:
            # "Республіки Вірменія": what stands unchanged beside a noun names it.
            beside = before.end == group.start and self.words[group.head].is_actor
            unchanged = group.cases == 63 or not before.cases & 1 or beside
            return ("apposition", before) if unchanged else None
        return None

    def _opens_after(self, first: Group, group: Group) -> bool:
        """Whether an actor without cases is the subject after what opens a clause.

        "Під час саміту США запропонували …": nothing else before the verb could be.
        """
        if first.marker is None or group.cases != ALL or not self.words[group.head].is_actor:
            return False
        if first.start and not self.words[first.start - 1].is_mark:
            return False
        for word in self.words[group.end : group.end + 12]:
            if word.is_finite:
                return True
            if word.is_mark or (word.pos in "NO" and not word.is_actor):
                return False
        return False

    def _titled(self, chain: Sequence[Group], group: Group) -> Group | None:
        """The title that a person's name follows ("міністр оборони Австралії Річард Марлз")."""
        if not group.person:
            return None
        for one in reversed(chain):
            word = self.words[one.head]
            living = one.animate or word.lemma in _PEOPLE_WITHOUT_LIFE
            if living and one.cases & group.cases and not one.person:
                group.cases &= one.cases
                return one
        return None

    def _host_of_preposition(
        self, chain: Sequence[Group], group: Group, verbs: Arguments
    ) -> tuple[str, Group] | None:
        marker = group.marker or ""
        if group.time or chain[0].pronoun:
            return None
        for one in chain:
            word = self.words[one.head]
            event = word.lemma in self.events and not one.time
            placed = group.marker == "in" and word.lemma in government.PLACED_NOUNS
            if (group.marker in _OF_EVENTS or placed) and event and not verbs.prefers(marker):
                return "oblique", one
            between = group.marker == "between" and verbs.has_verb and not event
            if group.marker in _OF_NOUNS and not (word.is_actor or one.time or between):
                return "oblique", one
        if not verbs.has_verb and not chain[0].time:
            return "oblique", chain[0]
        return None
