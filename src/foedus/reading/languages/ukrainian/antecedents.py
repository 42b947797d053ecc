"""Which noun a relative pronoun or a participle after a comma takes up."""

from collections.abc import Container, Sequence
from dataclasses import dataclass

from foedus.reading.languages.ukrainian.group import Group
from foedus.reading.languages.ukrainian.stretches import Stretch
from foedus.reading.languages.ukrainian.words import Word

__all__ = ["Antecedents"]


@dataclass(frozen=True, slots=True)
class Antecedents:
    """Finds antecedents among the groups of a sentence, hung so far as `heads` says."""

    words: Sequence[Word]
    groups: Sequence[Group]
    heads: Sequence[int]
    events: Container[str]

    def of_relative(self, stretch: Stretch) -> int | None:
        """The nearest noun before that agrees with the relative pronoun."""
        pronoun = next(
            (self.words[word].best for word in stretch.words[:6]
             if self.words[word].lemma in ("який", "котрий")),
            None,
        )  # fmt: skip
        nearest = None
        for group in reversed(self.groups):
            if group.start >= stretch.opening or group.time or group.relative:
                continue
            if stretch.opening - group.end > 14:
                break
            nearest = nearest or group
            if pronoun is None or self._agrees(group, stretch):
                return self._of_what(group, stretch).head
        return nearest.head if nearest else None

    def _of_what(self, group: Group, stretch: Stretch) -> Group:
        """The event that a group only completes ("угоду про співробітництво у сфері …, яка")."""
        heads = {one.head: one for one in self.groups}
        found, above = group, group
        if self.words[group.head].is_actor:
            return group
        for _ in range(6):
            higher = heads.get(self.heads[above.head])
            if higher is None or higher is above:
                break
            above = higher
            if self._agrees(above, stretch) and self.words[above.head].lemma in self.events:
                found = above
        return found

    def _agrees(self, group: Group, stretch: Stretch) -> bool:
        for word in stretch.words[:6]:
            if self.words[word].lemma in ("який", "котрий"):
                return any(
                    one.number == (group.number or one.number)
                    and (not one.gender or not group.gender or one.gender == group.gender)
                    for one in self.words[word].only("D")
                )
        return True

    def noun_before(self, place: int) -> int | None:
        """The head of the last group before a word."""
        before = [group for group in self.groups if group.end <= place and not group.time]
        return max(before, key=lambda group: group.end).head if before else None
