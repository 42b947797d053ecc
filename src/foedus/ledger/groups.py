"""Things that turn out to be one thing: disjoint sets, the same whatever the order of uniting."""

from collections import defaultdict
from typing import Generic, TypeVar

__all__ = ["Groups"]

Thing = TypeVar("Thing")


class Groups(Generic[Thing]):
    """Disjoint sets of hashable, sortable things (union–find); the root is the least member."""

    def __init__(self) -> None:
        self._parent: dict[Thing, Thing] = {}

    def root(self, thing: Thing) -> Thing:
        """Return the thing its group is known by; a thing never seen is a group of its own."""
        path = []
        while (parent := self._parent.setdefault(thing, thing)) != thing:
            path.append(thing)
            thing = parent
        for passed in path:
            self._parent[passed] = thing
        return thing

    def united(self, one: Thing, other: Thing) -> Thing:
        """Make one group of two, and return its root."""
        least, most = sorted((self.root(one), self.root(other)))  # type: ignore[type-var]
        self._parent[most] = least
        return least

    def members(self) -> list[tuple[Thing, ...]]:
        """Return every group, sorted."""
        groups: dict[Thing, list[Thing]] = defaultdict(list)
        for thing in sorted(self._parent):  # type: ignore[type-var]
            groups[self.root(thing)].append(thing)
        return sorted(tuple(group) for group in groups.values())
