"""Whether an obligation's trigger fits an act: yes, no, or open, with the reasons.

Each part of a trigger is tested by itself; one no decides, else one open part leaves it open.
`None` stands for open throughout: the facts known here, or the clause, do not settle it.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from foedus.actors.states import actor
from foedus.treaties.acts import Act
from foedus.treaties.answers import ExceptionApplied, Reason
from foedus.treaties.authorisations import Authorisation, authorised_against
from foedus.treaties.clauses import Clause
from foedus.treaties.determinations import Determination, found_aggressors
from foedus.treaties.instrument import ExceptionRule, Instrument, Reading, Trigger
from foedus.treaties.parties import Bond, bond
from foedus.treaties.places import Place
from foedus.treaties.vocabulary import act_kinds

__all__ = [
    "Case",
    "Fit",
    "bars_unlawful_force",
    "case_of",
    "exceptions_tested",
    "fit",
    "read_as",
]


@dataclass(frozen=True, slots=True)
class Case:
    """An act on a day, with the findings that its targets are aggressors, and who allowed it."""

    act: Act
    on: dt.date
    findings: tuple[Determination, ...]
    authorisation: Authorisation | None = None
    _bonds: dict[tuple[str, str], Bond] = field(default_factory=dict, compare=False, repr=False)

    def bond(self, instrument: Instrument, actor: str) -> Bond:
        """Return how `actor` stands to the instrument that day, worked out once."""
        key = (instrument.id, actor)
        if key not in self._bonds:
            self._bonds[key] = bond(instrument, actor, self.on)
        return self._bonds[key]

    def bound(self, instrument: Instrument) -> tuple[str, ...]:
        """Return every actor the instrument surely or possibly binds that day."""
        return tuple(one for one in instrument.actors if self.bond(instrument, one).standing)


@dataclass(frozen=True, slots=True)
class Fit:
    """Whether a trigger fits (None: open), and why, the decisive reasons first."""

    value: bool | None
    reasons: tuple[Reason, ...]


def case_of(act: Act, on: dt.date) -> Case:
    """Return the act on its day, with what is found about who began."""
    findings = found_aggressors(act.targets, act.initiators, on)
    return Case(act, on, findings, authorised_against(act.targets, on))


def read_as(trigger: Trigger, readings: Sequence[Reading]) -> Trigger:
    """Return the trigger as these readings take it."""
    for reading in readings:
        trigger = replace(trigger, **dict(reading.sets))  # type: ignore[arg-type]
    return trigger


def fit(clause: Clause, trigger: Trigger, victims: tuple[str, ...], case: Case) -> Fit:
    """Return whether what happens to `victims` is what the clause, so read, is about."""
    tests = [test for test in _tests(clause, trigger, victims, case) if test is not None]
    values = [value for value, _ in tests]
    value = False if False in values else None if None in values else True
    decisive = [reason for tested, reason in tests if tested is value or tested == value]
    others = [reason for _, reason in tests if reason not in decisive]
    return Fit(value, (*decisive, *others))


Test = tuple[bool | None, Reason]


def _tests(
    clause: Clause, trigger: Trigger, victims: tuple[str, ...], case: Case
) -> Iterator[Test | None]:
    yield _by_act(clause, trigger, case)
    yield _by_author(clause, trigger, case)
    yield from _by_adversary(clause, trigger, victims, case)
    yield _by_territory(clause, trigger, victims, case)
    yield _by_excluded_area(trigger, case.act.place)
    yield from _by_exceptions(clause, case)
    yield _by_who_began(clause, trigger, case)
    yield _by_authorisation(clause, case)
    yield _by_statehood(clause, trigger, victims)
    yield _by_provocation(clause, trigger, case)
    yield from _by_untold_conditions(clause, trigger)


def _by_act(clause: Clause, trigger: Trigger, case: Case) -> Test:
    act = act_kinds()[case.act.kind]
    if act.id in trigger.acts or any(kind in trigger.acts for kind in act.counts_as):
        return True, _reason(clause, "act_fits", act=act.id)
    if not any(kind in trigger.acts for kind in act.argued_as):
        return False, _reason(clause, "act_does_not_fit", act=act.id)
    value = {"counts": True, "excluded": False, "open": None}[trigger.argued_acts]
    key = {True: "act_counts", False: "act_does_not_count", None: "act_is_argued"}[value]
    return value, _reason(clause, key, act=act.id)


def _by_author(clause: Clause, trigger: Trigger, case: Case) -> Test | None:
    if trigger.by != "state":
        return None
    if case.act.by_no_state:
        return False, _reason(clause, "author_is_no_state")
    if not case.act.initiators:
        return None, _reason(clause, "author_unknown")
    states = any(actor(one).kind == "state" for one in case.act.initiators)
    return None if states else (False, _reason(clause, "author_is_no_state"))


def _by_adversary(
    clause: Clause, trigger: Trigger, victims: tuple[str, ...], case: Case
) -> Iterator[Test]:
    """Whether those at war with the victims are the ones, or as many, as the clause asks."""
    named, spared, joined = trigger.adversaries, trigger.not_adversaries, trigger.together_with
    least = trigger.least_adversaries
    if not (named or spared or joined or least > 1):
        return
    act = case.act
    opposite = act.initiators if set(victims) <= set(act.targets) else act.targets
    if not opposite and not act.by_no_state:
        yield None, _reason(clause, "author_unknown")
        return
    if named:
        fits = any(one in named for one in opposite)
        key = "adversary_named" if fits else "adversary_not_named"
        others_too = None if "adversary" in trigger.untold else False
        yield fits or others_too, _reason(clause, key, adversary=named)
    if spared:
        fits = any(one not in spared for one in opposite)
        key = "adversary_not_spared" if fits else "adversary_spared"
        yield fits, _reason(clause, key, adversary=spared)
    if joined:
        fits = all(one in opposite for one in joined)
        key = "adversaries_together" if fits else "adversaries_not_together"
        yield fits, _reason(clause, key, adversary=joined)
    if least > 1:
        count = sum(1 for one in opposite if not named or one in named)
        key = "adversaries_enough" if count >= least else "adversaries_too_few"
        yield count >= least, _reason(clause, key, number=str(least))


def _by_territory(
    clause: Clause, trigger: Trigger, victims: tuple[str, ...], case: Case
) -> Test | None:
    place = case.act.place
    wanted = trigger.territory
    if wanted == "unstated":
        # Danger and hostility have no ground of their own; an attack on a state is one on its soil.
        if clause.triggered_by not in ("attack_on_beneficiary", "any_war_of_beneficiary"):
            return None
        wanted = "recognised"
    if wanted == "any" or not victims:
        return None
    if place is None:
        return True, _reason(clause, "place_taken_as_home", target=victims)
    value = _on_ground_of(wanted, place, victims, case.on)
    key = {True: "ground_counts", False: "ground_does_not_count", None: "ground_is_open"}[value]
    return value, _reason(
        clause,
        key,
        place=place.id,
        target=victims,
        territory=wanted,
        sovereign=place.recognised_on(case.on) or "",
        source=place.citation,
    )


def _on_ground_of(wanted: str, place: Place, victims: tuple[str, ...], on: dt.date) -> bool | None:
    if place.kind == "sea":
        return None
    if wanted == "claimed":
        return any(one in place.claimed_on(on) for one in victims)
    if wanted == "administered":
        return _held_by(place, victims, on)
    sovereign = place.recognised_on(on)
    if sovereign is None:
        ties = {*place.claimed_on(on), *place.held_on(on)}
        return None if ties & set(victims) else False
    return sovereign in victims


def _held_by(place: Place, holders: Sequence[str], on: dt.date) -> bool | None:
    """Whether one of them holds the place; open when a part only, or when nothing is recorded."""
    held = [one for one in place.control if one.may_cover(on)]
    if not held:
        return None
    mine = [one for one in held if one.actor in holders]
    surely = any(one.spell.surely_covers(on) and not one.partly for one in mine)
    return True if surely else None if mine else False


def _by_excluded_area(trigger: Trigger, place: Place | None) -> Test | None:
    inside = [area for area in trigger.excluded_areas if place and area in place.areas]
    return (False, Reason("area_excluded", (("area", inside[0]),))) if inside else None


def exceptions_tested(clause: Clause, case: Case) -> tuple[ExceptionApplied, ...]:
    """Return every exception of the clause with whether it takes the duty away."""
    return tuple(
        ExceptionApplied(
            id=rule.id,
            words=rule.words,
            applied=_applies(rule, clause, case),
            article=rule.article,
            source=rule.source,
        )
        for rule in clause.obligation.exceptions
    )


def _by_exceptions(clause: Clause, case: Case) -> Iterator[Test]:
    for rule in clause.obligation.exceptions:
        if rule.kind not in ("area", "administration"):
            continue
        applied = _applies(rule, clause, case)
        if case.act.place is None:
            yield _at_home(rule, clause), _limit("limit_not_testable", rule, clause)
        elif applied is None:
            yield None, _limit("limit_is_open", rule, clause, place=case.act.place.id)
        else:
            key = "limit_applies" if applied else "limit_does_not_apply"
            yield not applied, _limit(key, rule, clause, place=case.act.place.id)


def _at_home(rule: ExceptionRule, clause: Clause) -> bool | None:
    """Whether an attack of which no place is told lies within the limit."""
    if clause.obligation.beneficiary == ("any state",):
        return False  # a party attacked nowhere in particular is attacked at home; others are not
    return {"inside": True, "outside": False, "open": None}[rule.home]


def _applies(rule: ExceptionRule, clause: Clause, case: Case) -> bool | None:
    if rule.kind == "self_defence":
        return bool(case.findings)
    if rule.kind == "authorised":
        return True if case.authorisation else None
    place = case.act.place
    if place is None or rule.kind == "other":
        return None
    if rule.kind == "area":
        return not _within(rule, clause, place, case)
    beneficiary = case.act.targets
    holders = [
        one
        for named in rule.administered_by
        for one in (beneficiary if named == "beneficiary" else (named,))
    ]
    held = _held_by(place, holders, case.on)
    return None if held is None else not held


def _within(rule: ExceptionRule, clause: Clause, place: Place, case: Case) -> bool:
    sovereign = place.recognised_on(case.on)
    ours = sovereign in case.bound(clause.instrument)
    return any(
        area.name in place.areas
        and (ours or not area.of_party)
        and (area.until is None or area.until.latest is None or case.on <= area.until.latest)
        for area in rule.areas
    )


def _by_who_began(clause: Clause, trigger: Trigger, case: Case) -> Test | None:
    if not case.findings or trigger.answering_aggression == "unstated":
        return None
    finding = case.findings[0]
    counts = trigger.answering_aggression == "counts"
    key = "answer_to_aggression_counts" if counts else "answer_to_aggression_excluded"
    values = _reason(clause, key, finding=finding.id, source=finding.citation)
    return counts, values


def _by_authorisation(clause: Clause, case: Case) -> Test | None:
    """Force the Council has authorised is not what a clause bars that lets lawful force pass."""
    allowed = case.authorisation
    if allowed is None or not bars_unlawful_force(clause):
        return None
    values = (("authorisation", allowed.id),)
    return False, Reason("authorised", values, clause.instrument.id, None, allowed.citation)


def bars_unlawful_force(clause: Clause) -> bool:
    """Whether the clause bars its obligor from force, but not from force that meets an attack."""
    yields = any(rule.kind == "self_defence" for rule in clause.obligation.exceptions)
    return yields and clause.triggered_by == "hostility_by_obligor"


def _by_statehood(clause: Clause, trigger: Trigger, victims: tuple[str, ...]) -> Test | None:
    if trigger.statehood == "open":
        return None
    counts = trigger.statehood == "counts"
    key = "target_counts_as_state" if counts else "target_is_no_state"
    return counts, _reason(clause, key, target=victims)


def _by_provocation(clause: Clause, trigger: Trigger, case: Case) -> Test | None:
    """Whether the attack was provoked, where the clause asks; an act is taken as it is told."""
    if trigger.provocation != "excluded":
        return None
    if case.act.provoked is not None:
        key = "provoked" if case.act.provoked else "unprovoked"
        return not case.act.provoked, _reason(clause, key)
    if case.findings:
        finding = case.findings[0]
        values = {"finding": finding.id, "source": finding.citation}
        return None, _reason(clause, "provocation_argued", **values)
    return True, _reason(clause, "taken_as_unprovoked")


def _by_untold_conditions(clause: Clause, trigger: Trigger) -> Iterator[Test]:
    for condition in trigger.untold:
        if condition != "adversary" or not trigger.adversaries:  # else tested by those named
            yield None, _reason(clause, "condition_untold", untold=condition)


def _limit(key: str, rule: ExceptionRule, clause: Clause, **values: str) -> Reason:
    return Reason(
        key,
        (
            *values.items(),
            ("words_en", rule.words.said("en")),
            ("words_fr", rule.words.said("fr")),
        ),
        clause.instrument.id,
        rule.article,
        rule.source,
    )


def _reason(
    clause: Clause, key: str, source: str | None = None, **values: str | tuple[str, ...]
) -> Reason:
    written = tuple(
        (name, value if isinstance(value, str) else " ".join(value))
        for name, value in values.items()
    )
    return Reason(key, written, clause.instrument.id, clause.article, source or clause.source)
