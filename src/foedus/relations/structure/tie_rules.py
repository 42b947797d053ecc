"""What makes a tie between two states positive or negative: choices, each stated.

Studies of signed networks of states take alliances for positive and militarised disputes for
negative ties, and differ in the rest: Doreian & Mrvar 2015, "Structural balance and signed
international relations", *Journal of Social Structure* 16, use windows of four years; Maoz, Terris,
Kuperman & Talmud 2007, "What is the enemy of my enemy?", *Journal of Politics* 69, single years.
Rivalries of disputes are commonly taken to last until ten to fifteen years pass without one (Klein,
Goertz & Diehl 2006, "The new rivalry dataset", *Journal of Peace Research* 43): hence ten here.
"""

from dataclasses import dataclass

__all__ = ["AGAINST", "BOTH", "BY", "TieRule"]

BY = {
    "alliances": ("defence", "offence"),
    "consultation": ("defence", "offence", "consultation"),
    "pacts": ("defence", "offence", "consultation", "neutrality", "nonaggression"),
}
"""Kinds of obligation that make a tie positive, by the name of the choice."""

AGAINST = ("disputes", "wars", "rivalries", "sanctions", "events")
"""What can make a tie negative."""

BOTH = ("negative", "positive", "dropped")
"""What becomes of a tie that has evidence for both signs."""


@dataclass(frozen=True, slots=True)
class TieRule:
    """The choices by which ties are drawn.

    `by`: obligations that make a tie positive, a key of `BY`; one of the two must owe the other.
    `against`: what makes it negative, out of `AGAINST`. Disputes count that reached `hostility`
    (MID: 4 use of force, 5 war) in the `years` before the day, so do wars between states and, of a
    case, events of material conflict; rivalries and sanctions count while they last. `both`: allies
    who quarrel are, by default, a negative tie, so that they show as ties against their bloc.
    `possible`: whether what may or may not be so that day (an alliance in force when its data end)
    counts.
    """

    by: str = "alliances"
    against: tuple[str, ...] = ("disputes", "wars", "rivalries")
    years: int = 10
    hostility: int = 4
    both: str = "negative"
    possible: bool = False

    def __post_init__(self) -> None:
        """Raise ValueError for a choice that does not exist."""
        if self.by not in BY:
            raise ValueError(f"ties are drawn by one of {', '.join(BY)}, not by '{self.by}'")
        if unknown := [one for one in self.against if one not in AGAINST]:
            raise ValueError(
                f"ties are negative for some of {', '.join(AGAINST)}, not for '{unknown[0]}'"
            )
        if self.both not in BOTH:
            raise ValueError(f"a tie with both is one of {', '.join(BOTH)}, not '{self.both}'")
        if self.years < 0 or not 1 <= self.hostility <= 5:
            raise ValueError("years from 0, hostility from 1 to 5")

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of obligation that make a tie positive."""
        return BY[self.by]
