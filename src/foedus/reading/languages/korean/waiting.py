"""What waits in a Korean sentence for the verb, which comes last."""

from dataclasses import dataclass, field

__all__ = ["Level", "Open", "Waiting"]


@dataclass(slots=True)
class Waiting:
    """A noun that waits for its verb.

    `topic` says that it may belong to a verb further on, `comma` that a comma follows, `named`
    that it names an actor or stands for one.
    """

    word: int
    relation: str
    marker: str | None = None
    topic: bool = False
    comma: bool = False
    named: bool = False

    @property
    def is_subject(self) -> bool:
        """Whether it is the subject of the verb to come."""
        return self.relation == "subject"


@dataclass(slots=True)
class Open:
    """A clause that waits for the verb it hangs on, or a row of verbs that waits for the next.

    `subject` and `topic` are of its own subject; `inner` says that an outer subject waits before
    it. A `loose` clause (다며) hangs on no adnominal verb, a `tight` one (어) on the very next. The
    last verb of a row is its `tail`; those of it without a tense are `plain`.
    """

    word: int
    relation: str
    comma: bool = False
    quoted: bool = False
    subject: bool = False
    topic: bool = False
    inner: bool = False
    loose: bool = False
    tight: bool = False
    tail: int = -1
    plain: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Level:
    """What waits inside one pair of quotation marks, or outside any."""

    nouns: list[Waiting] = field(default_factory=list)
    clauses: list[Open] = field(default_factory=list)
    modifiers: list[tuple[int, str, str | None]] = field(default_factory=list)
    listed: list[tuple[int, bool]] = field(default_factory=list)
    adverbs: list[int] = field(default_factory=list)
