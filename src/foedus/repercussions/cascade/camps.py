"""The two sides that the opening acts of a war make, or why they make none.

Whoever attacks stands on the other side than the attacked; so acts that share actors sort everybody
into two camps, unless three fight each other, or two wars share nobody.
"""

from collections.abc import Sequence

from foedus.errors import UnknownAct
from foedus.treaties.acts import Act

__all__ = ["Camps", "camps"]

Camps = tuple[tuple[str, ...], tuple[str, ...]]


def camps(acts: Sequence[Act]) -> Camps:
    """Return the camp of those who began the first act, then that of those it was done to.

    Raises UnknownAct for acts that make more than two sides (three who fight each other), for acts
    that share nobody with those before them, and for an act by or on nobody that is named.
    """
    side: dict[str, int] = {}
    waiting = list(acts)
    for one in waiting:
        if not one.initiators or not one.targets:
            raise UnknownAct(one.words, (), "an act between sides that are both named")
    while waiting:
        placed = [
            one for one in waiting if not side or {*one.initiators, *one.targets} & side.keys()
        ]
        if not placed:
            raise UnknownAct(
                waiting[0].words,
                (),
                "acts that share somebody with those before them: two wars that share nobody are "
                "two scenarios",
            )
        _sort(placed[0], side)
        waiting.remove(placed[0])
    began, attacked = (tuple(one for one, where in side.items() if where == of) for of in (-1, 1))
    return began, attacked


def _sort(act: Act, side: dict[str, int]) -> None:
    known = {
        *(side[one] for one in act.initiators if one in side),
        *(-side[one] for one in act.targets if one in side),
    }
    if len(known) == 2:
        form = "acts that leave two sides: here some who stand together would fight each other"
        raise UnknownAct(act.words, (), form)
    mine = known.pop() if known else -1
    side.update(dict.fromkeys(act.initiators, mine) | dict.fromkeys(act.targets, -mine))
