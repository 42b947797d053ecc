"""One clause's answer to one actor: the verdict under every reading, and what would change it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from foedus.evidence import Standing
from foedus.treaties.answers import (
    ActorAnswer,
    ExceptionApplied,
    ReadingAnswer,
    Reason,
    Verdict,
)
from foedus.treaties.clauses import Clause
from foedus.treaties.instrument import LegalForce
from foedus.treaties.parties import Bond, suspension
from foedus.treaties.rivals import (
    Combination,
    agreed,
    combinations,
    open_questions,
    readings_answered,
    settled,
    shared_reasons,
    turning_questions,
    yields_to_self_defence,
)
from foedus.treaties.triggers import (
    Case,
    Fit,
    bars_unlawful_force,
    exceptions_tested,
    fit,
    read_as,
)

__all__ = ["Weighed", "answer_of", "not_bound_answer", "weighed_clause"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """What a clause says of what is done to some victims, whoever is asked.

    `may_fit` is False when the trigger surely does not fit, under any reading.
    """

    clause: Clause
    victims: tuple[str, ...]
    case: Case
    verdict: Verdict
    may_fit: bool
    reasons: tuple[Reason, ...]
    readings: tuple[ReadingAnswer, ...]
    exceptions: tuple[ExceptionApplied, ...]
    would_flip: tuple[Reason, ...]


def weighed_clause(clause: Clause, victims: tuple[str, ...], case: Case) -> Weighed:
    """Return the clause weighed once, for everybody it asks, on what is done to `victims`."""
    fits = {chosen: _fit(clause, chosen, victims, case) for chosen in combinations(clause, case)}
    verdicts = {chosen: _verdict(clause, found, case) for chosen, found in fits.items()}
    turning = turning_questions(verdicts)
    verdict = agreed(verdicts.values())
    force = clause.instrument.legal_force
    doubted = force is not None and verdict in (Verdict.MUST, Verdict.BARRED)
    return Weighed(
        clause=clause,
        victims=victims,
        case=case,
        verdict=Verdict.DISPUTED if doubted else verdict,
        may_fit=any(found.value is not False for found in fits.values()),
        reasons=(
            *([_legal_force(clause, force)] if force else []),
            *open_questions(clause, turning, case),
            *shared_reasons(settled(fits, turning)),
        ),
        readings=readings_answered(fits, verdicts, turning),
        exceptions=exceptions_tested(clause, case),
        would_flip=_flips(clause, case, settled(fits, turning)),
    )


def answer_of(weighed: Weighed, actor: str, towards: str | None) -> ActorAnswer | None:
    """Return what a weighed clause tells `actor`, None if it is silent.

    A clause is silent to a stranger, and to one it would bar from what it does not do.
    """
    clause, victims, case = weighed.clause, weighed.victims, weighed.case
    bound = case.bond(clause.instrument, actor)
    open_to_all = clause.obligation.obligor == ("any state",)
    owed = _surest(clause, victims, case)
    for side in (None if open_to_all else bound, owed):
        if side and not side.standing:
            return _unbound(clause, actor, towards, side, weighed, case)
    stayed = _stayed(clause, actor, victims, case)
    if stayed:
        told = weighed.verdict is not Verdict.NOT_BOUND
        return not_bound_answer(clause, actor, towards, stayed, (), case) if told else None
    return _answer(
        clause,
        actor,
        towards,
        verdict=weighed.verdict,
        standing=_standing(clause, bound, victims, case),
        in_force=bound.in_force if bound.standing else True,
        reasons=_in_order(
            *weighed.reasons, *_of_bond(clause, bound), *_of_secrecy(clause), *_also(clause)
        ),
        readings=weighed.readings,
        exceptions=weighed.exceptions,
        would_flip=weighed.would_flip,
    )


def not_bound_answer(
    clause: Clause,
    actor: str,
    towards: str | None,
    reason: Reason,
    flips: Iterable[Reason],
    case: Case,
) -> ActorAnswer:
    """Return the answer that the clause asks nothing of `actor` here, with why and until when."""
    bound = case.bond(clause.instrument, actor)
    return _answer(
        clause,
        actor,
        towards,
        verdict=Verdict.NOT_BOUND,
        standing=bound.standing or Standing.CERTAIN,
        in_force=bound.in_force,
        reasons=(reason,),
        would_flip=tuple(flips),
    )


def _answer(
    clause: Clause,
    actor: str,
    towards: str | None,
    *,
    verdict: Verdict,
    standing: Standing,
    in_force: bool | None,
    reasons: Iterable[Reason],
    readings: tuple[ReadingAnswer, ...] = (),
    exceptions: tuple[ExceptionApplied, ...] = (),
    would_flip: tuple[Reason, ...] = (),
) -> ActorAnswer:
    obligation = clause.obligation
    return ActorAnswer(
        actor=actor,
        towards=towards,
        verdict=verdict,
        standing=standing,
        kind=obligation.kind,
        asks=obligation.asks,
        discretion=obligation.discretion,
        timing=obligation.timing,
        instrument=clause.instrument.id,
        article=clause.article,
        obligation=obligation.id,
        source=clause.source,
        in_force=in_force,
        reasons=tuple(dict.fromkeys(reasons)),
        readings=readings,
        exceptions=exceptions,
        would_flip=tuple(dict.fromkeys(would_flip)),
    )


def _stayed(clause: Clause, actor: str, victims: tuple[str, ...], case: Case) -> Reason | None:
    """Why the clause binds nobody, or not this actor for now, though it stands; None if it does."""
    force, stays = (
        clause.instrument.legal_force,
        suspension(clause.instrument, actor, victims, case.on),
    )
    if clause.instrument.political and force:
        return _legal_force(clause, force)
    if stays is None:
        return None
    said = (("words_en", stays.words.said("en")), ("words_fr", stays.words.said("fr")))
    return Reason("suspended", (("actor", actor), *said), clause.instrument.id, None, stays.source)


def _legal_force(clause: Clause, force: LegalForce) -> Reason:
    values = (("words_en", force.words.said("en")), ("words_fr", force.words.said("fr")))
    key = "binds_nobody" if force.kind == "political" else "force_disputed"
    return Reason(key, values, clause.instrument.id, None, force.source)


def _fit(clause: Clause, chosen: Combination, victims: tuple[str, ...], case: Case) -> Fit:
    return fit(clause, read_as(clause.obligation.trigger, chosen), victims, case)


def _verdict(clause: Clause, found: Fit, case: Case) -> Verdict:
    if found.value is None:
        return Verdict.DISPUTED
    if found.value:
        return Verdict(clause.answers)
    allowed = case.findings or (case.authorisation and bars_unlawful_force(clause))
    if clause.triggered_by == "hostility_by_obligor" and allowed:
        return Verdict.MAY  # what is not barred as an attack is allowed as self-defence
    return Verdict.NOT_BOUND


def _surest(clause: Clause, victims: Sequence[str], case: Case) -> Bond | None:
    """The bond of one who is owed, a bound one if there is; None where any state is owed."""
    if clause.obligation.beneficiary == ("any state",) or not victims:
        return None
    bonds = [case.bond(clause.instrument, one) for one in victims]
    return next((one for one in bonds if one.standing), bonds[0])


def _standing(clause: Clause, bound: Bond, victims: Sequence[str], case: Case) -> Standing:
    """Possible as soon as one of the two, the one who owes or the one who is owed, is."""
    bonds = [bound, *(case.bond(clause.instrument, one) for one in victims)]
    possible = any(one.standing is Standing.POSSIBLE for one in bonds)
    return Standing.POSSIBLE if possible else Standing.CERTAIN


def _of_bond(clause: Clause, bound: Bond) -> tuple[Reason, ...]:
    if not bound.party:
        return ()
    where = (clause.instrument.id, None, clause.instrument.citation)
    reasons = []
    if bound.doubt:
        values = (
            ("actor", bound.party.actor),
            ("words_en", bound.doubt.words.said("en")),
            ("words_fr", bound.doubt.words.said("fr")),
        )
        reasons.append(Reason("doubtful_bond", values, where[0], None, bound.doubt.source))
    begins = bound.party.spell.begins if bound.party.spell else None
    if begins:
        key = "bound_since" if begins.is_exact else "bound_since_some_day"
        reasons.append(Reason(key, (("since", begins.edtf),), *where))
    return tuple(reasons)


def _of_secrecy(clause: Clause) -> tuple[Reason, ...]:
    secrecy = clause.instrument.secrecy
    if secrecy == "public":
        return ()
    citation = clause.instrument.citation
    values = (("secrecy", secrecy),)
    return (Reason("secret_treaty", values, clause.instrument.id, None, citation),)


def _in_order(*reasons: Reason) -> tuple[Reason, ...]:
    """What decides or divides first, then what merely holds."""
    plain = (
        "limit_does_not_apply",
        "bound_since",
        "bound_since_some_day",
        "act_fits",
        "taken_as_unprovoked",
        "secret_treaty",
        "also_asked",
    )
    return tuple(sorted(reasons, key=lambda one: plain.index(one.key) if one.key in plain else -1))


def _also(clause: Clause) -> tuple[Reason, ...]:
    return tuple(
        Reason(
            "also_asked",
            (("also", condition),),
            clause.instrument.id,
            clause.article,
            clause.source,
        )
        for condition in clause.obligation.trigger.also
    )


def _unbound(
    clause: Clause,
    actor: str,
    towards: str | None,
    bound: Bond,
    weighed: Weighed,
    case: Case,
) -> ActorAnswer | None:
    """A signatory not yet bound is told so; strangers and former parties are told nothing."""
    if (
        bound.why != "signed"
        or not weighed.may_fit
        or clause.triggered_by == "hostility_by_obligor"
    ):
        return None
    reason, flips = _not_in_force(clause, bound)
    return not_bound_answer(clause, actor, towards, reason, flips, case)


def _not_in_force(clause: Clause, bound: Bond) -> tuple[Reason, tuple[Reason, ...]]:
    party = bound.party
    signed = party.signed.edtf if party and party.signed else ""
    begins = party.spell.begins if party and party.spell else None
    where = (clause.instrument.id, None, clause.instrument.citation)
    if begins is None:
        return Reason("signed_only", (("signed", signed),), *where), ()
    values = (("signed", signed), ("since", begins.edtf))
    flip = Reason("flip_in_force", (("since", begins.edtf),), *where)
    return Reason("not_yet_in_force", values, *where), (flip,)


_FLIPS = {
    "ground_does_not_count": "flip_ground",
    "limit_applies": "flip_limit",
    "limit_not_testable": "flip_limit_broken",
    "act_does_not_fit": "flip_act",
    "answer_to_aggression_excluded": "flip_finding",
    "area_excluded": "flip_area",
    "adversary_not_named": "flip_adversary",
    "adversary_spared": "flip_adversary_spared",
    "adversaries_not_together": "flip_together",
    "adversaries_too_few": "flip_number",
    "taken_as_unprovoked": "flip_provoked",
    "provoked": "flip_unprovoked",
}


def _flips(clause: Clause, case: Case, fits: Iterable[Fit]) -> tuple[Reason, ...]:
    found = dict.fromkeys(reason for one in fits for reason in one.reasons)
    flips = [
        Reason(_FLIPS[reason.key], reason.values, reason.instrument, reason.article, reason.source)
        for reason in found
        if reason.key in _FLIPS
    ]
    if clause.answers == "barred" and not case.findings and yields_to_self_defence(clause):
        flips.append(
            Reason("flip_first_attack", (), clause.instrument.id, clause.article, clause.source)
        )
    return tuple(flips)
