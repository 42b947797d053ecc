"""The shape of an answer: who must act, who may, who is barred, what is disputed, and why.

Reasons are kept as a key and its values, so that one reason can be said in any language
(`sentences.said`); nothing here is computed.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from foedus.evidence import Standing
from foedus.treaties.acts import Act
from foedus.treaties.instrument import Asks, Instrument
from foedus.treaties.places import Place
from foedus.treaties.words import Words

__all__ = [
    "ANYONE",
    "ActorAnswer",
    "CasusAnswer",
    "Clash",
    "ExceptionApplied",
    "ReadingAnswer",
    "Reason",
    "Verdict",
]

ANYONE = "*"
"""Stands for every state not named in another answer."""


class Verdict(StrEnum):
    """What an obligation says to one actor about one act."""

    MUST = "must"
    MAY = "may"
    BARRED = "barred"
    DISPUTED = "disputed"
    NOT_BOUND = "not_bound"


@dataclass(frozen=True, slots=True)
class Reason:
    """One step of an answer: `key` names a sentence, `values` fill it, the rest says whence it is.

    `instrument` and `article` are the clause relied on, `source` a publication; None where the
    reason is a fact of the case (a date, a place) that needs no clause.
    """

    key: str
    values: tuple[tuple[str, str], ...] = ()
    instrument: str | None = None
    article: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingAnswer:
    """The verdict if one reading is right, whatever is thought of the other questions."""

    reading_id: str
    question: str
    label: Words
    verdict: Verdict
    reasons: tuple[Reason, ...]
    holders: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExceptionApplied:
    """A limit tested: `applied` is True when it takes the duty away, None when not testable."""

    id: str
    words: Words
    applied: bool | None
    article: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """Another duty of the same actor that pulls the other way, and which prevails, if any does."""

    instrument: str
    article: str
    kind: str
    towards: str
    prevails: str | None
    reason: Reason
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorAnswer:
    """What one article of one instrument says to one actor about the act.

    `actor` is an actor id, or `ANYONE`. `standing` is certain when the instrument surely binds the
    actor that day, possible when its dates or a doubt leave it open; for one who is not bound it
    says how sure that is. `in_force` is whether the instrument is in force that day for the actor
    (None: its days leave that open). `kind` is that of the obligation.
    """

    actor: str
    towards: str | None
    verdict: Verdict
    standing: Standing
    kind: str
    asks: Asks | None
    discretion: str | None
    timing: str | None
    instrument: str
    article: str
    obligation: str
    source: str
    in_force: bool | None = True
    reasons: tuple[Reason, ...] = ()
    readings: tuple[ReadingAnswer, ...] = ()
    exceptions: tuple[ExceptionApplied, ...] = ()
    clashes: tuple[Clash, ...] = ()
    would_flip: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CasusAnswer:
    """Everyone's answer to one act on one day: one `ActorAnswer` per actor and clause.

    `cited` are the instruments that the answers name, by id.
    """

    act: Act
    on: dt.date
    place: Place | None
    answers: tuple[ActorAnswer, ...]
    caveat: tuple[Reason, ...]
    cited: Mapping[str, Instrument] = field(default_factory=dict, repr=False, compare=False)

    def of(self, actor: str) -> tuple[ActorAnswer, ...]:
        """Return the answers that concern one actor."""
        return tuple(answer for answer in self.answers if answer.actor == actor)

    def grouped(self) -> tuple[tuple[tuple[str, ...], ActorAnswer], ...]:
        """Return actors who get the same answer from the same clause together, with that answer.

        Answers that differ only in the actor, and in the day since when it is bound, are one group,
        and only the reasons they share are kept; order is that of the first of each.
        """
        groups: dict[tuple[object, ...], list[ActorAnswer]] = {}
        for answer in self.answers:
            key = (
                answer.instrument,
                answer.obligation,
                answer.verdict,
                answer.standing,
                answer.towards,
                tuple(one for one in answer.reasons if not one.key.startswith("bound_since")),
                tuple((clash.instrument, clash.article) for clash in answer.clashes),
            )
            groups.setdefault(key, []).append(answer)
        return tuple(
            (tuple(one.actor for one in group), _shared(group)) for group in groups.values()
        )

    def html(self, language: str = "en") -> str:
        """Return the answers as a piece of HTML that brings its own style, light and dark."""
        from foedus.treaties import casus_page  # noqa: PLC0415  it reads answers

        return casus_page.piece(self, language)

    def page(self, language: str = "en", *, in_full: bool = False) -> str:
        """Return the answers as a page that loads nothing; `in_full`: the grounds of all."""
        from foedus.treaties import casus_page  # noqa: PLC0415

        return casus_page.page(self, language, in_full=in_full)

    def _repr_html_(self) -> str:
        return self.html()


def _shared(group: Sequence[ActorAnswer]) -> ActorAnswer:
    first, *others = group
    reasons = tuple(one for one in first.reasons if all(one in each.reasons for each in others))
    return replace(first, reasons=reasons)
