"""What a language gives the tagger: its calendar words, its rules, and the words before a date."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Literal

from foedus.evidence import Day
from foedus.reading.numerals import Numerals, number

__all__ = [
    "Anchor",
    "Found",
    "Rule",
    "TimeLanguage",
    "Told",
    "Unit",
    "Value",
    "alternation",
    "before",
    "cores",
    "rule",
]

Unit = Literal[
    "second", "minute", "hour", "day", "week", "month", "quarter", "semester", "year", "decade",
    "century",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """The last date of the narrative from which a day, a month or a year can be reckoned.

    Each is as fine as its name says or finer; None when none was told nearby.
    """

    day: Day | None = None
    month: Day | None = None
    year: Day | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """From where an expression is reckoned.

    `published` is the document's day, None when unknown. `year` is the year the passage tells of,
    when a sentence before opened with it ("In 1950, …"). `future` says that the sentence speaks of
    what is to come. `told` is the date the narrative has reached.
    """

    published: Day | None
    year: int | None = None
    future: bool = False
    told: Told = Told()


@dataclass(frozen=True, slots=True)
class TimeLanguage:
    """The calendar of one language.

    `months`, `weekdays` (Monday is 0), `seasons` (EDTF codes 21 to 24), `units`, `turns` (last is
    -1, this 0, next 1), `deictics` (days from today), `hedges` (quarters of a unit that "almost" or
    "more than" add to a count) and `decades` map words to values. `cores` maps the
    words without which nothing is a temporal expression to a group (figures are of the group
    number), and `rules` holds the rules that may apply around each group. `age` ends in words after
    which a length of time is somebody's age. `future` recognises a sentence about what is to come.
    `before` lists, for each relation, the words that put an expression in it; `joins` the words
    between the two ends of an interval, by the word that opens it; `elapsed` the words after a
    length of time that reckon it from an event. `narrated` gives the days that words move from the
    last day told ("the next day" is 1), `steps` the direction of words that move by units from the
    last date told ("later" is 1, "that year" 0). A weekday between `reported` and
    `reported_after` dates what somebody said or did, whatever the sentence says is to come.
    """

    code: str
    months: dict[str, int]
    weekdays: dict[str, int]
    seasons: dict[str, int]
    units: dict[str, Unit]
    turns: dict[str, int]
    deictics: dict[str, int]
    hedges: dict[str, int]
    numerals: Numerals
    decades: dict[str, int]
    day_first: bool
    cores: dict[str, str]
    rules: "dict[str, tuple[Rule, ...]]"
    age: re.Pattern[str]
    future: re.Pattern[str]
    before: tuple[tuple[str, re.Pattern[str]], ...]
    joins: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]
    elapsed: re.Pattern[str]
    narrated: dict[str, int] = field(default_factory=dict)
    steps: dict[str, int] = field(default_factory=dict)
    reported: re.Pattern[str] = re.compile(r"(?!)")
    reported_after: re.Pattern[str] = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Found:
    """One match of a rule, its named groups read with the calendar of its language."""

    match: re.Match[str]
    language: TimeLanguage

    def group(self, name: str) -> str | None:
        """The words of a group, lower-case; None when the rule has no such group or it is empty."""
        words = self.match.groupdict().get(name)
        return words.lower().replace("\u00a0", " ") if words else None

    def _looked_up(self, name: str, table: dict[str, int]) -> int | None:
        words = self.group(name)
        return None if words is None else table.get(words.rstrip("."), table.get(words))

    @property
    def day(self) -> int | None:
        """The day of the month; "1er", "1^{er}", "1st" and "premier" are 1."""
        words = self.group("day")
        if words is None:
            return None
        figures = re.match(r"\d+", words)
        return int(figures[0]) if figures else self.language.numerals.ordinals.get(words)

    @property
    def month(self) -> int | None:
        """The month as a number, from its name, its abbreviation or its figures."""
        words = self.group("month") or self.group("month2")
        if words is not None and words.isdigit():
            return int(words)
        return self._looked_up("month", self.language.months) or self._looked_up(
            "month2", self.language.months
        )

    @property
    def year(self) -> int | None:
        """The year in full: beside the month, or shared with the other end of a pair."""
        words = self.group("year") or self.group("year2")
        return int(words) if words is not None else None

    @property
    def season(self) -> int | None:
        """The EDTF code of the season."""
        return self._looked_up("season", self.language.seasons)

    @property
    def weekday(self) -> int | None:
        """The day of the week, Monday being 0."""
        return self._looked_up("weekday", self.language.weekdays)

    @property
    def turn(self) -> int | None:
        """-1 for last, 0 for this, 1 for next; None when not said."""
        turn = self._looked_up("turn", self.language.turns)
        return self._looked_up("turn2", self.language.turns) if turn is None else turn

    @property
    def deictic(self) -> int | None:
        """Days from today."""
        return self._looked_up("deictic", self.language.deictics)

    @property
    def narrated(self) -> int | None:
        """Days from the last day told."""
        return self._looked_up("narrated", self.language.narrated)

    @property
    def step(self) -> int | None:
        """1 for later than the last date told, -1 for earlier, 0 for the same."""
        for name in ("step", "step2", "step3", "step4"):
            step = self._looked_up(name, self.language.steps)
            if step is not None:
                return step
        return None

    @property
    def unit(self) -> Unit | None:
        """The unit of a length of time."""
        words = self.group("unit")
        return None if words is None else self.language.units.get(words)

    @property
    def count(self) -> float | None:
        """How many units; a quarter of one is taken off for "almost" and added for "more than"."""
        words = self.group("count")
        value = None if words is None else number(words, self.language.numerals)
        hedge = self._looked_up("hedge", self.language.hedges)
        return None if value is None else value + (hedge or 0) / 4

    @property
    def ordinal(self) -> int | None:
        """The rank of a century, from Roman or Arabic figures or a word."""
        words = self.group("ordinal")
        if words is None:
            return None
        figures = re.match(r"\d+", words)
        if figures:
            return int(figures[0])
        return self.language.numerals.ordinals.get(words) or _roman(words)


Value = Callable[[Found, Anchor], Day | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, the kind of expression it finds, and how what it found becomes a day.

    `leads` says that the expression may begin before its core word ("le 5 juin"), not only with it.
    """

    kind: str
    pattern: re.Pattern[str]
    value: Value
    leads: bool = True


def alternation(words: dict[str, int] | dict[str, Unit] | tuple[str, ...]) -> str:
    """Return a pattern for any of the words, longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"


def before(words: str) -> re.Pattern[str]:
    """Return a pattern for words that end right where an expression begins, in any case."""
    return re.compile(rf"(?<!\w)(?:{words})$", re.IGNORECASE)


def rule(kind: str, pattern: str, value: Value, leads: bool = True) -> Rule:
    """Return a rule whose pattern stands between the edges of words."""
    return Rule(kind, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"), value, leads)


def cores(groups: dict[str, Iterable[str]]) -> dict[str, str]:
    """Return the group of every core word, also as written at the head of a sentence."""
    return {
        written: group
        for group, words in groups.items()
        for word in words
        for written in (word, word.capitalize())
    }


def _roman(words: str) -> int | None:
    values = {"i": 1, "v": 5, "x": 10}
    if not words or set(words) - set(values):
        return None
    total = 0
    for letter, following in zip(words, [*words[1:], ""], strict=True):
        value = values[letter]
        total += -value if following and values[following] > value else value
    return total
