"""On which day a clause happens: its own expression of time, or that of what governs it."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from foedus.evidence import Day
from foedus.reading.clause import Clause
from foedus.reading.times import Frame

__all__ = ["Dated", "Dating"]

_A_BLANK = 1
_TIMELESS = frozenset({"subject", "object", "agent", "indirect", "attribute", "possessor"})
_DURING = frozenset({"during", "at", "on", "after", "to"})
_FINEST = {"day": 0, "month": 1, "season": 2, "interval": 3, "year": 4}


@dataclass(frozen=True, slots=True)
class Dated:
    """A day and the characters it was read from."""

    day: Day
    start: int
    end: int


@dataclass(slots=True)
class Dating:
    """The expressions of time of a text, each belonging to the innermost clause it stands in.

    `occasions` are the nouns by which "on this …" takes up the last day spoken of.
    """

    frames: Sequence[Frame]
    occasions: frozenset[str] = frozenset()
    starts: list[int] = field(init=False)
    owned: dict[int, list[Frame]] = field(default_factory=dict)
    shared: dict[int, list[Frame]] = field(default_factory=dict)
    scope: tuple[int, Frame] | None = None
    latest: Dated | None = None

    def __post_init__(self) -> None:
        self.starts = [frame.start for frame in self.frames]

    def assign(self, clauses: Sequence[Clause]) -> None:
        """Give every expression within these clauses' sentences to one clause."""
        self.owned = {}
        self.shared = {}
        reach = [(clause, _reach(clause)) for clause in clauses]
        by_sentence: dict[tuple[int, int], list[tuple[Clause, tuple[int, int]]]] = {}
        for clause, extent in reach:
            by_sentence.setdefault(clause.sentence, []).append((clause, extent))
        for sentence, members in by_sentence.items():
            for frame in self._within(*sentence):
                owner = _innermost(frame, members) or _outside(frame, members)
                if owner is not None:
                    self.owned.setdefault(owner.word, []).append(frame)
            self._share([clause for clause, _ in members])

    def _share(self, clauses: Sequence[Clause]) -> None:
        """Let what opens a clause ("On 3 May, X left and …") date the verbs coordinate with it."""
        for clause in clauses:
            above = clause.parent
            if above is None or clause.own_subject is not None:
                continue
            if clause.link == "adverbial" and clause.mood == "participle":
                # "en envahissant la Belgique": at the same time
                if clause.word not in self.owned and above.word in self.owned:
                    self.shared[clause.word] = self.owned[above.word]
                continue
            if clause.link != "coordinate":
                continue
            opening = self.owned.get(above.word, self.shared.get(above.word, []))
            before = [frame for frame in opening if frame.start < above.predicate]
            if before and clause.word not in self.owned:
                self.shared[clause.word] = before

    def _within(self, start: int, end: int) -> Sequence[Frame]:
        return self.frames[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def own(self, clause: Clause) -> Dated | None:
        """The day said in the clause itself, the finest first."""
        return self.of(clause.word) or self._same_occasion(clause)

    def of(self, word: int) -> Dated | None:
        """The day said with the clause of this word, the finest first."""
        found = [
            dated
            for frame in (*self.owned.get(word, ()), *self.shared.get(word, ()))
            if frame.relation not in ("elapsed", "before") and (dated := _dated(frame)) is not None
        ]
        return min(found, key=lambda dated: _FINEST.get(dated.day.precision, 5), default=None)

    def beside(self, end: int) -> Dated | None:
        """The day said right after a noun phrase that ends here ("la visite, le 19 juin")."""
        for frame in self._within(end, end + 4):
            return _dated(frame)
        return None

    def reckoned(self, clause: Clause) -> Dated | None:
        """The day reckoned back to an event: "nearly three years after the invasion"."""
        for frame in self._within(*clause.sentence):
            if frame.relation == "elapsed" and 0 <= clause.start - frame.end <= _A_BLANK:
                return _dated(frame)
        return None

    def _same_occasion(self, clause: Clause) -> Dated | None:
        """The last day spoken of, for "à cette occasion"."""
        for argument in clause.arguments:
            phrase = argument.phrase
            again = phrase.determiner == "demonstrative" and phrase.lemma in self.occasions
            if again and argument.marker in _DURING:
                return self.latest
        return None

    def running(self, clause: Clause, paragraph: tuple[int, int]) -> Dated | None:
        """The day since which the paragraph says things go on, for the list that follows it."""
        if self.scope is None:
            return None
        opened, frame = self.scope
        inside = paragraph[0] <= opened <= clause.head_start < paragraph[1]
        return _dated(frame) if inside else None

    def follow(self, sentence: tuple[int, int]) -> None:
        """Note whether this sentence opens with "since"; any other date in it ends that scope."""
        frames = self._within(*sentence)
        if not frames:
            return
        first = frames[0]
        opens = (
            first.relation == "since" and first.start - sentence[0] < 4 and first.day is not None
        )
        self.scope = (sentence[0], first) if opens else None


def _dated(frame: Frame) -> Dated | None:
    if frame.day is None:
        return None
    return Dated(frame.day, frame.expressions[0].start, frame.expressions[-1].end)


def _reach(clause: Clause) -> tuple[int, int]:
    if clause.nominal and clause.phrase is not None:
        return clause.phrase.start, clause.phrase.end
    inner = [argument.phrase for argument in clause.arguments if argument.marker not in _TIMELESS]
    start = min([clause.start, *(phrase.start for phrase in inner)])
    return start, max([clause.end, *(phrase.trimmed for phrase in inner)])


def _innermost(frame: Frame, members: Sequence[tuple[Clause, tuple[int, int]]]) -> Clause | None:
    expression = frame.expressions[0]
    covering = [
        (end - start, clause.word, clause)
        for clause, (start, end) in members
        if start <= expression.start
        and expression.end <= end
        # "la guerre de Corée" may itself be a date, of what it stands with.
        and not (clause.nominal and expression.start <= clause.head_start < expression.end)
    ]
    return min(covering)[2] if covering else None


def _outside(frame: Frame, members: Sequence[tuple[Clause, tuple[int, int]]]) -> Clause | None:
    """The clause of an expression outside all arguments ("Five days later, …"): by its reach."""
    expression = frame.expressions[0]
    covering = [
        (clause.reach[1] - clause.reach[0], clause.word, clause)
        for clause, _ in members
        if not clause.nominal
        and clause.reach[0] <= expression.start
        and expression.end <= clause.reach[1]
    ]
    return min(covering)[2] if covering else None
