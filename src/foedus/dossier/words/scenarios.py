"""A scenario in words: parts played, chains clause by clause, what it hangs on, what would move it.

Likelihoods have their word and figures of ICD-203; how sure one may be stands in a sentence of its
own.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from foedus.dossier.likelihood import likelihood_of
from foedus.dossier.words.actor_names import ActorNames
from foedus.dossier.words.catalogue import words_in
from foedus.evidence import Day
from foedus.repercussions.cascade.assumptions import Assumption
from foedus.repercussions.cascade.chains import Step
from foedus.repercussions.scenarios import (
    FIGHTS,
    ROLES,
    ActorOutlook,
    Difference,
    Outlook,
    SideBySide,
    Spread,
)
from foedus.repercussions.scenarios.evidence import WOULD_CONFIRM, WOULD_REFUTE
from foedus.repercussions.scenarios.moves import Hinge
from foedus.repercussions.scenarios.side_by_side import Turns
from foedus.sources.case import AnalystAssumption
from foedus.treaties.act_words import said_act
from foedus.treaties.clause_words import capital, said_clause
from foedus.treaties.sentences import said_day

__all__ = ["Group", "ScenarioWords"]

LEAST = 0.005
"""A share below this is said to be less than one in a hundred."""
NAMED = 3
_ALIKE = 33


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Actors whose parts differ by some points at most, and their roles together.

    Of each role the mean is that of all, and the interval reaches as far as any of theirs.
    """

    actors: tuple[ActorOutlook, ...]
    roles: Mapping[str, Spread]

    @property
    def fights(self) -> tuple[str, Spread] | None:
        """The side on which they fight most often, and how often; None if they never do."""
        sides = [(role, self.roles[role]) for role in FIGHTS[2:] if role in self.roles]
        return max(sides, key=lambda side: side[1].mean, default=None)


class ScenarioWords:
    """What is said of one outlook, in one language."""

    def __init__(self, found: Outlook, language: str) -> None:
        self.found, self.w = found, words_in(language)
        self.language = self.w.language
        self.on = found.opening.on
        self.names = ActorNames(self.language, self.on)
        self.instruments = found.cascade.instruments
        camps = found.setting.arena
        self.attacked = self._side(camps.actors[at] for at in camps.attacked)
        self.attackers = self._side(camps.actors[at] for at in camps.attackers)

    def title(self) -> str:
        """The opening acts, each with its place and day."""
        return "; ".join(self.acts())

    def acts(self) -> Iterator[str]:
        """Each opening act in a line."""
        for act, on in self.found.opening.acts:
            place = f" ({act.place.name.said(self.language)})" if act.place else ""
            day = said_day(Day.of(on), self.language)
            yield f"{said_act(act, on, self.language)}{place}, {day}"

    def name(self, actor: str) -> str:
        """The name of an actor on the day, as a table has it."""
        return self.names.alone(actor)

    def group_name(self, group: Group) -> str:
        """The names of a group: "Albania, Argentina and 39 others"."""
        named = [self.name(one.actor) for one in group.actors]
        if len(named) <= NAMED:
            return self.w.listed(tuple(named))
        more = self.w.text("scenario.and_others", number=len(named) - NAMED + 1)
        return self.w.listed((*named[: NAMED - 1], more))

    def groups(self, apart: Iterable[str] = ()) -> tuple[Group, ...]:
        """Those who play a part beside the parties, together where their parts are alike.

        Whoever is in `apart` stands alone. In the order of the outlook.
        """
        alone, found = set(apart), dict[object, list[ActorOutlook]]()
        for one in self.found.actors:
            playing = any(
                spread.mean >= LEAST for role, spread in one.roles.items() if role != "stays_out"
            )
            if {"attacker", "target"} & {*one.roles} or not (playing or one.actor in alone):
                continue
            shares = tuple(
                (role, round(_ALIKE * one.roles[role].mean)) for role in sorted(one.roles)
            )
            key = one.actor if one.actor in alone else (shares, one.reach and one.reach.how)
            found.setdefault(key, []).append(one)
        return tuple(_together(actors) for actors in found.values())

    def role(self, role: str) -> str:
        """A role in words: "fights beside Russia"."""
        return self.w.text(
            f"scenario.role.{role}", attacked=self.attacked, attackers=self.attackers
        )

    def roles(self) -> tuple[str, ...]:
        """The roles that anybody ever has, in their order."""
        return tuple(role for role in ROLES if any(role in one.roles for one in self.found.actors))

    def share(self, share: float) -> str:
        """A share in words: "6 %", "<1 %"."""
        shown = 100 * share
        figures = "<1" if 0 < share < LEAST else f"{shown:.0f}"
        return f"{figures}\u00a0%"

    def range(self, low: float, high: float) -> str:
        """An interval in words: "2–19 %"."""
        first, last = self.share(low), self.share(high)
        return last if first == last else f"{first[:-2]}–{last}"  # without the space and the sign

    def spread(self, spread: Spread) -> str:
        """A share with its interval from the assumptions: "6 % (0–18 %)"."""
        share, range_ = self.share(spread.mean), self.range(spread.low, spread.high)
        return share if share == range_ else f"{share} ({range_})"

    def likelihood(self, chance: float) -> tuple[str, str]:
        """The word of a chance, and the figures of its band: "very unlikely", "5–20 %"."""
        like = likelihood_of(chance)
        # Beyond the outermost bands the scale has words, but no figures.
        band = self.range(like.low, like.high) if chance >= LEAST else self.share(LEAST / 2)
        return self.w.text(f"likelihood.{like.key}"), band

    def judgement(self, group: Group) -> str | None:
        """How likely a group is to fight, as one sentence; None where it never does."""
        if group.fights is None:
            return None
        role, spread = group.fights
        likelihood, band = self.likelihood(spread.mean)
        return self.w.text(
            "scenario.judgement",
            actor=self.group_name(group),
            does=self.role(role),
            likelihood=likelihood,
            band=band,
            share=self.spread(spread),
        )

    def confidence(self) -> str:
        """How sure one may be of all this, in sentences of their own."""
        return self.w.text("scenario.confidence")

    def way(self, steps: Sequence[Step]) -> str:
        """A chain from the opening act to the actor, each step with its clause."""
        return " → ".join(self.step(step) for step in steps)

    def step(self, step: Step) -> str:
        """One step: "Germany for Austria-Hungary (Dual Alliance of 1879, art. 1)"."""
        key = "scenario.struck" if step.struck else "scenario.step"
        return self.w.text(
            key,
            actor=self.name(step.actor),
            partner=self.names.inside(step.partner),
            clause=self.clause(step.instrument, step.article),
        )

    def clause(self, instrument: str | None, article: str | None) -> str:
        """The clause a step rests on, or that it is assumed."""
        if instrument is None:
            return self.w.text("scenario.assumed")
        return said_clause(self.instruments[instrument], article or "", self.language)

    def assumption(self, name: str) -> str:
        """What an assumption says, as a line begins."""
        return capital(self.label(name))

    def label(self, name: str) -> str:
        """What an assumption says."""
        return self._assumption(name).label.said(self.language)

    def bounds(self, name: str) -> str:
        """Between what an assumption lies."""
        one = self._assumption(name)
        return self.range(one.low, one.high)

    def ground(self, name: str) -> str:
        """Where an assumption's numbers come from: counted, not known, or somebody's judgement."""
        one, judged = self._assumption(name), self.judged(name)
        if judged is not None:
            return self.w.text("scenario.judged", source=judged.source, why=judged.why)
        if one.betas:
            return self.w.text("scenario.counted", source=one.source)
        return self.w.text("scenario.not_known")

    def judged(self, name: str) -> AnalystAssumption | None:
        """The analyst's own words on an assumption; None for one that no analyst made."""
        given = self.found.opening.assumed
        return next((one.written for one in given if one.id == name), None)

    def would_move(self, name: str) -> tuple[str, str]:
        """What would confirm an assumption, and what refute it."""
        judged = self.judged(name)
        if judged is not None:
            return judged.confirmed_by, judged.refuted_by
        return WOULD_CONFIRM[name].said(self.language), WOULD_REFUTE[name].said(self.language)

    def hinge(self, hinge: Hinge) -> str:
        """An assumption, how many others fight with it at its ends, its own share of the doubt."""
        own = "" if hinge.own is None else "_own"
        return self.w.text(
            f"scenario.hinge{own}",
            what=self.assumption(hinge.assumption),
            ends=self.ends(hinge),
            own=self.own(hinge),
        )

    def ends(self, hinge: Hinge) -> str:
        """How many others fight with an assumption at its lowest and at its highest."""
        return f"{self.count(hinge.at_low)} → {self.count(hinge.at_high)}"

    def own(self, hinge: Hinge) -> str:
        """The Sobol index of an assumption with its error, or a dash."""
        if hinge.own is None:
            return "–"
        return self.w.text(
            "scenario.index",
            value=self.share(hinge.own.value),
            error=self.share(hinge.own.error).rstrip("% \u00a0"),
        )

    def count(self, value: float) -> str:
        """A number with two decimals, as the language writes it."""
        written = f"{value:.2f}"
        return written.replace(".", ",") if self.language == "fr" else written

    def points(self, spread: Spread) -> str:
        """A difference in points with its interval: "+44 (+2 to +97)"."""
        return self.w.text(
            "scenario.points",
            value=_signed(spread.mean),
            low=_signed(spread.low),
            high=_signed(spread.high),
        )

    def apart(self, beside: SideBySide) -> tuple[tuple[str, list[Difference]], ...]:
        """The differences of two scenarios, those of actors whose parts differ alike together."""
        of: dict[str, list[Difference]] = {}
        for one in beside.differences:
            of.setdefault(one.actor, []).append(one)
        alike: dict[object, list[str]] = {}
        for actor, each in of.items():
            key = tuple((one.role, *(round(_ALIKE * s.mean) for s in (one.one, one.other)))
                        for one in sorted(each, key=lambda d: d.role))  # fmt: skip
            alike.setdefault(key, []).append(actor)
        named = []
        for actors in alike.values():
            names = tuple(self.name(one) for one in actors[:NAMED])
            if len(actors) > NAMED:
                more = self.w.text("scenario.and_others", number=len(actors) - NAMED + 1)
                names = (*names[:-1], more)
            named.append((self.w.listed(names), of[actors[0]]))
        return tuple(named)

    def clauses(self, found: Sequence[tuple[str, str | None]]) -> str:
        """Clauses by their names, in a list."""
        return "; ".join(dict.fromkeys(self.clause(*one) for one in found))

    def turns(self, turns: Turns, beside: SideBySide) -> str:
        """What a difference is with one assumption at its ends."""
        of = beside.other if turns.only_in == "other" else beside.one
        words = self if of is self.found else ScenarioWords(of, self.language)
        return self.w.text(
            "scenario.turns",
            what=words.label(turns.assumption),
            low=_signed(turns.at_low),
            high=_signed(turns.at_high),
        )

    def balance(self) -> Iterator[str]:
        """What the two camps have, as far as it is known."""
        found = self.found.balance
        if found.attacked is not None:
            yield self.w.text(
                "scenario.balance",
                attacked=self.attacked,
                share=self.spread(found.attacked),
                known=self.share(found.known),
            )
        if found.nuclear.mean > 0 or found.one_nuclear.mean > 0:
            yield self.w.text(
                "scenario.nuclear",
                both=self.spread(found.nuclear),
                one=self.spread(found.one_nuclear),
            )

    def reach(self, group: Group) -> str:
        """How the actors of a group reach the war, with the years that is known from."""
        known = [one.reach for one in group.actors if one.reach is not None]
        if not known:
            return ""
        left = [one.left for one in known if one.left is not None]
        said = self.w.text(
            f"scenario.reach.{known[0].how}", left=self.range(min(left), max(left)) if left else ""
        )
        years = ", ".join(f"{name} {year}" for name, year in known[0].years)
        return f"{said} ({years})" if years else said

    def limits(self) -> tuple[str, ...]:
        """What all this leaves out."""
        asked = self.found.setting.left is not None
        more = () if asked else (self.w.text("scenario.no_geography"),)
        return (*(words.said(self.language) for words in self.found.limits), *more)

    def _assumption(self, name: str) -> Assumption:
        return next(one for one in self.found.setting.assumptions if one.id == name)

    def _side(self, actors: Iterable[str]) -> str:
        """The names of a side; of a long one the first, and that there are others."""
        first, *others = (self.names.inside(one) for one in actors)
        if len(others) > 1:
            others = [self.w.text("scenario.others_of_side")]
        return self.w.listed((first, *others))


def _together(actors: Sequence[ActorOutlook]) -> Group:
    roles = {}
    for role in ROLES:
        of = [one.roles[role] for one in actors if role in one.roles]
        if of:
            roles[role] = Spread(
                mean=sum(one.mean for one in of) / len(actors),
                low=min(one.low for one in of) if len(of) == len(actors) else 0.0,
                high=max(one.high for one in of),
                error=max(one.error for one in of),
            )
    return Group(actors=tuple(actors), roles=roles)


def _signed(value: float) -> str:
    points = round(100 * value)
    return f"+{points}" if points > 0 else f"−{-points}" if points < 0 else "0"
