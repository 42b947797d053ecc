"""What an instrument is: parties with their spells, articles, obligations, readings, exceptions.

An instrument is coded from what it says, in our own words. A rule stands under its article; what
limits it is an exception, a rule of its own with its own article and source, never an edit to the
article. Where scholars or governments read a clause differently, each reading is kept with who
holds it, and answers are given under each.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from foedus.evidence import Day, Spell
from foedus.treaties.words import Words

__all__ = [
    "Area",
    "Article",
    "Asks",
    "Doubt",
    "ExceptionRule",
    "Instrument",
    "KnownHow",
    "LeftOut",
    "Obligation",
    "Party",
    "Reading",
    "Trigger",
]


class KnownHow(StrEnum):
    """How the wording of an article is known to the one who coded it."""

    TEXT_HELD = "text held"  # the text lies beside the coder
    PUBLISHED_TEXT = "certain from published text"  # read in an official or depositary publication
    ATOP = "ATOP"  # the codes of the Alliance Treaty Obligations and Provisions dataset
    PRESS_ACCOUNTS = "press accounts"  # an agency's full text or a summary of it
    UNCERTAIN = "uncertain"  # then the article says why


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that makes a party's bond doubtful since a day, with who says so."""

    since: Day
    words: Words
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One spell of one actor as a party: `spell.begins` is the day the treaty bound it.

    `signed` is None when unknown or when it acceded without signing. An actor that left and came
    back has two spells.
    """

    actor: str
    signed: Day | None
    spell: Spell | None  # None: signed, never (yet) bound
    doubts: tuple[Doubt, ...] = ()
    note: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """What must happen for an obligation to bite.

    `acts` are kinds of act (`acts.yaml`). `by`: "any", "state", or "obligor"; `adversaries` are the
    actors an attack must come from, empty for anybody. `territory`: whose ground counts as the
    victim's: "unstated", "recognised", "claimed", "administered" or "any". `answering_aggression`:
    whether an attack counts that answers the victim's own aggression ("counts", "excluded",
    "unstated"). `also`: further conditions the clause sets and nobody can test from the act alone.
    What happens in `excluded_areas` does not count.
    """

    acts: tuple[str, ...] = ()
    by: str = "any"
    adversaries: tuple[str, ...] = ()
    territory: str = "unstated"
    answering_aggression: str = "unstated"
    also: tuple[str, ...] = ()
    excluded_areas: tuple[str, ...] = ()
    words: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asks:
    """What an obligation asks for: the action and the means, in our own words."""

    action: Words
    means: Words | None = None
    armed_force: str = "unstated"  # required, included, unstated, excluded


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One way of reading one question of a clause: which parts of the trigger it sets, and to what.

    Readings of the same `question` are rivals. `holders` are actor ids or names of scholars.
    """

    id: str
    question: str
    label: Words
    sets: tuple[tuple[str, str | tuple[str, ...]], ...]
    holders: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Area:
    """A region in which a clause applies, possibly only to a party's own ground, or until a day."""

    name: str
    of_party: bool = False
    until: Day | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExceptionRule:
    """A limit of an obligation, as a rule of its own.

    `kind` "area": applies unless the place lies in one of `areas`. "administration": applies unless
    the place is administered by one of `administered_by` ("beneficiary" for whoever is attacked).
    "self_defence": lifts a prohibition for force that meets an armed attack. "other": never
    evaluated, always shown.
    """

    id: str
    kind: str
    words: Words
    article: str
    source: str
    areas: tuple[Area, ...] = ()
    administered_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation:
    """What somebody owes, may do or must not do, to whom, when and how.

    `obligor` and `beneficiary` are actor ids, or the words "each party", "the other parties", "any
    state", "the Security Council".
    """

    id: str
    kind: str
    obligor: tuple[str, ...]
    beneficiary: tuple[str, ...]
    trigger: Trigger
    asks: Asks
    discretion: str
    timing: str
    subject_to: tuple[str, ...] = ()
    readings: tuple[Reading, ...] = ()
    exceptions: tuple[ExceptionRule, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article as coded: a summary in our own words, how it is known, and what it obliges to.

    `spell` is set when the wording was amended: the days for which this one stood.
    """

    number: str
    summary: Words
    known_how: KnownHow
    source: str
    spell: Spell | None = None
    why_uncertain: str | None = None
    obligations: tuple[Obligation, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An article or provision not coded, and why."""

    what: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A treaty, charter or agreement, coded article by article.

    `ended` is the last day it was in force, None while it runs; `in_force` None means signed only.
    `ancestor` is the id of the earlier instrument of its kind between the same parties, `replaces`
    of the one it put an end to. `atop` is its id in ATOP 5.1, `names` other names texts call it by.
    """

    id: str
    title: Words
    short: Words
    citation: str
    signed: Day
    in_force: Day | None
    ended: Day | None
    in_force_note: str | None = None
    parties: tuple[Party, ...]
    articles: tuple[Article, ...]
    left_out: tuple[LeftOut, ...] = ()
    ancestor: str | None = None
    replaces: str | None = None
    organisation: str | None = None
    atop: int | None = None
    names: tuple[str, ...] = ()
    file: str = ""

    @property
    def actors(self) -> tuple[str, ...]:
        """Everyone who ever was, or signed to be, a party, once each, in the order of the file."""
        return tuple(dict.fromkeys(party.actor for party in self.parties))

    def article(self, number: str) -> Article | None:
        """Return the article of that number, in its latest wording; None when it is not coded."""
        return next((one for one in reversed(self.articles) if one.number == number), None)

    def obligations(self) -> Iterator[tuple[Article, Obligation]]:
        """Yield every obligation with the article it stands under, in the order of the file."""
        for article in self.articles:
            for obligation in article.obligations:
                yield article, obligation
