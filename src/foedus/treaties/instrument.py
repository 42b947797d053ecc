"""What an instrument is: parties with their spells, articles, obligations, readings, exceptions.

An instrument is coded from what it says, in our own words. A rule stands under its article; what
limits it is an exception, a rule of its own with its own article and source, never an edit to the
article. Where scholars or governments read a clause differently, each reading is kept with who
holds it, and answers are given under each.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from foedus.evidence import Day, Spell
from foedus.treaties.words import Words

__all__ = [
    "PARTIES",
    "Area",
    "Article",
    "Asks",
    "Difference",
    "Doubt",
    "Duration",
    "ExceptionRule",
    "Instrument",
    "KnownHow",
    "LeftOut",
    "LegalForce",
    "Obligation",
    "Party",
    "Reading",
    "Remark",
    "Suspension",
    "Trigger",
]


PARTIES = frozenset({"each party", "the other parties"})
"""Words that mean all parties where a field names actors."""


class KnownHow(StrEnum):
    """How the wording of an article is known to the one who coded it."""

    TEXT_HELD = "text held"  # the text lies beside the coder
    PUBLISHED_TEXT = "certain from published text"  # read in an official or depositary publication
    ATOP = "ATOP"  # the codes of the Alliance Treaty Obligations and Provisions dataset
    PRESS_ACCOUNTS = "press accounts"  # an agency's full text or a summary of it
    UNCERTAIN = "uncertain"  # then the article says why


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Something that makes a party's bond doubtful from a day (to a day), with who says so."""

    since: Day
    until: Day | None = None
    words: Words
    source: str

    def may_stand_on(self, date: dt.date) -> bool:
        """Whether the bond may be in doubt that day."""
        return Spell(self.since, self.until).may_cover(date)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A fact about a party for a time that changes no duty, and who says so."""

    spell: Spell
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
    remarks: tuple[Remark, ...] = ()
    note: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """What must happen for an obligation to bite.

    `acts` are kinds of act (`acts.yaml`). `by`: "any", "state", or "obligor". An attack must come
    from one of `adversaries` (anybody if empty), from somebody else than `not_adversaries`, from
    all of `together_with`, and from `least_adversaries` of them or more. `territory`: whose ground
    counts as the victim's: "unstated", "recognised", "claimed", "administered" or "any".
    `answering_aggression`: whether an attack counts that answers the victim's own aggression, and
    `provocation`: one that the victim provoked ("counts", "excluded", "unstated"). `also`: further
    conditions the clause sets and nobody can test from the act alone; `untold`: conditions known
    to exist, without what they are. What happens in `excluded_areas` does not count. `argued_acts`:
    whether acts count of which it is argued that they are an attack ("counts", "excluded", "open").
    `statehood`: whether an attacked counts of which it is argued that it is a state, likewise.
    `war`, for neutrality: in a war "against" the one it is owed to, or in "any" war it is in.
    """

    acts: tuple[str, ...] = ()
    by: str = "any"
    adversaries: tuple[str, ...] = ()
    not_adversaries: tuple[str, ...] = ()
    together_with: tuple[str, ...] = ()
    least_adversaries: int = 1
    territory: str = "unstated"
    answering_aggression: str = "unstated"
    provocation: str = "unstated"
    also: tuple[str, ...] = ()
    untold: tuple[str, ...] = ()
    excluded_areas: tuple[str, ...] = ()
    argued_acts: str = "open"
    statehood: str = "open"
    war: str = "against"
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

    Readings of the same `question` are rivals. `holders` are actor ids or names of scholars. `act`
    is the kind of act that raises the question, None where any does; `targets` the actors attacked
    that do, none where anybody may be. Nobody is known to have read it so before `since`.
    """

    id: str
    question: str
    label: Words
    sets: tuple[tuple[str, str | tuple[str, ...]], ...]
    holders: tuple[str, ...]
    source: str
    act: str | None = None
    targets: tuple[str, ...] = ()
    since: Day | None = None


@dataclass(frozen=True, slots=True)
class Area:
    """A region in which a clause applies, possibly only to a party's own ground, or until a day."""

    name: str
    of_party: bool = False
    until: Day | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExceptionRule:
    """A limit of an obligation, as a rule of its own.

    `kind` "area": applies unless the place lies in one of `areas`; `home` says whether an attack at
    home, no place named, is "inside", "outside" or "open". "administration": applies unless
    the place is administered by one of `administered_by` ("beneficiary" for whoever is attacked).
    "self_defence": lifts a prohibition for force that meets an armed attack. "authorised": for
    force the Security Council has authorised. "other": never
    evaluated, always shown.
    """

    id: str
    kind: str
    words: Words
    article: str
    source: str
    areas: tuple[Area, ...] = ()
    administered_by: tuple[str, ...] = ()
    home: str = "inside"


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
class LegalForce:
    """Why an instrument is no plain binding treaty: `kind` is "political" or "disputed"."""

    kind: str
    words: Words
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration:
    """How long the instrument was agreed to run: "unlimited", "fixed", "renewable", "unstated".

    `years` is the length of the first term, None where there is none or it is not known.
    """

    kind: str
    years: int | None
    words: Words
    article: str | None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspension:
    """Days for which what `obligor` owes `beneficiary` does not run, the treaty staying in force.

    Both are actor ids, "each party" or "the other parties".
    """

    obligor: tuple[str, ...]
    beneficiary: tuple[str, ...]
    spell: Spell
    words: Words
    source: str

    def stands(self, obligor: str, beneficiary: str | None, date: dt.date) -> bool:
        """Whether it takes away that day what `obligor` owes `beneficiary`."""
        return self.spell.may_cover(date) and self.covers(obligor, beneficiary)

    def covers(self, obligor: str, beneficiary: str | None) -> bool:
        """Whether it is about what `obligor` owes `beneficiary`, None for any state."""
        owed = beneficiary is None or _is_among(beneficiary, self.beneficiary)
        return owed and _is_among(obligor, self.obligor)


@dataclass(frozen=True, slots=True)
class Difference:
    """A point (an ATOP variable, "begins", "ends", "members") coded otherwise in ATOP, and why."""

    on: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A treaty, charter or agreement, coded article by article.

    `ended` is the last day it was in force, None while it runs; `in_force` None means signed only.
    `ancestor` is the id of the earlier instrument of its kind between the same parties, `replaces`
    of the one it put an end to. `atop` is its id in ATOP 5.1, `names` other names texts call it by.
    `legal_force` is None for what binds in law; `secrecy` is "public", "secret in part" or
    "secret". Those in `guaranteed` are owed something without being parties.
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
    legal_force: LegalForce | None = None
    secrecy: str = "public"
    duration: Duration | None = None
    guaranteed: tuple[str, ...] = ()
    suspensions: tuple[Suspension, ...] = ()
    differs_from_atop: tuple[Difference, ...] = ()
    file: str = ""

    @property
    def actors(self) -> tuple[str, ...]:
        """Everyone who ever was, or signed to be, a party, once each, in the order of the file."""
        return tuple(dict.fromkeys(party.actor for party in self.parties))

    @property
    def political(self) -> bool:
        """Whether it is a political commitment, which binds nobody in law."""
        return self.legal_force is not None and self.legal_force.kind == "political"

    def meant(self, named: tuple[str, ...]) -> tuple[str, ...]:
        """Return the actors that a field means, once each: parties for "each party" and the like.

        Everyone who ever was, or signed to be, a party: who is bound on a day is asked elsewhere.
        """
        actors = (self.actors if one in PARTIES else (one,) for one in named)
        return tuple(dict.fromkeys(actor for some in actors for actor in some))

    def article(self, number: str) -> Article | None:
        """Return the article of that number, in its latest wording; None when it is not coded."""
        return next((one for one in reversed(self.articles) if one.number == number), None)

    def obligations(self) -> Iterator[tuple[Article, Obligation]]:
        """Yield every obligation with the article it stands under, in the order of the file."""
        for article in self.articles:
            for obligation in article.obligations:
                yield article, obligation


def _is_among(actor: str, named: tuple[str, ...]) -> bool:
    return actor in named or not PARTIES.isdisjoint(named)
