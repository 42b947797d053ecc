"""One clause's answer to one actor: the verdict under every reading, and what would change it."""

from collections.abc import Iterable, Sequence

from foedus.evidence import Standing
from foedus.treaties.answers import (
    ActorAnswer,
    ExceptionApplied,
    ReadingAnswer,
    Reason,
    Verdict,
)
from foedus.treaties.parties import Bond, bond
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
from foedus.treaties.triggers import Case, Clause, Fit, exceptions_tested, fit, read_as

__all__ = ["answer_of", "not_bound_answer"]


def answer_of(
    clause: Clause, actor: str, towards: str | None, victims: tuple[str, ...], case: Case
) -> ActorAnswer | None:
    """Return what the clause tells `actor` about what is done to `victims`, None if it is silent.

    A clause is silent to a stranger, and to one it would bar from what it does not do.
    """
    bound = bond(clause.instrument, actor, case.on)
    open_to_all = clause.obligation.obligor == ("any state",)
    fits = {chosen: _fit(clause, chosen, victims, case) for chosen in combinations(clause, case)}
    verdicts = {chosen: _verdict(clause, found, case) for chosen, found in fits.items()}
    turning = turning_questions(verdicts)
    owed = _surest(clause, victims, case)
    for side in (None if open_to_all else bound, owed):
        if side and not side.standing:
            return _unbound(clause, actor, towards, side, fits.values(), case)
    return _answer(
        clause,
        actor,
        towards,
        verdict=agreed(verdicts.values()),
        standing=_standing(clause, bound, victims, case),
        reasons=_weighed(
            *open_questions(clause, turning, case),
            *shared_reasons(settled(fits, turning)),
            *_of_bond(clause, bound),
            *_also(clause),
        ),
        readings=readings_answered(fits, verdicts, turning),
        exceptions=exceptions_tested(clause, case),
        would_flip=_flips(clause, case, settled(fits, turning)),
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
    bound = bond(clause.instrument, actor, case.on)
    return _answer(
        clause,
        actor,
        towards,
        verdict=Verdict.NOT_BOUND,
        standing=bound.standing or Standing.CERTAIN,
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
        reasons=tuple(dict.fromkeys(reasons)),
        readings=readings,
        exceptions=exceptions,
        would_flip=tuple(dict.fromkeys(would_flip)),
    )


def _fit(clause: Clause, chosen: Combination, victims: tuple[str, ...], case: Case) -> Fit:
    return fit(clause, read_as(clause.obligation.trigger, chosen), victims, case)


def _verdict(clause: Clause, found: Fit, case: Case) -> Verdict:
    if found.value is None:
        return Verdict.DISPUTED
    if found.value:
        return Verdict(clause.answers)
    if clause.answers == "barred" and case.findings:
        return Verdict.MAY  # what is not barred as an attack is allowed as self-defence
    return Verdict.NOT_BOUND


def _surest(clause: Clause, victims: Sequence[str], case: Case) -> Bond | None:
    """The bond of one who is owed, a bound one if there is; None where any state is owed."""
    if clause.obligation.beneficiary == ("any state",) or not victims:
        return None
    bonds = [bond(clause.instrument, one, case.on) for one in victims]
    return next((one for one in bonds if one.standing), bonds[0])


def _standing(clause: Clause, bound: Bond, victims: Sequence[str], case: Case) -> Standing:
    """Possible as soon as one of the two, the one who owes or the one who is owed, is."""
    bonds = [bound, *(bond(clause.instrument, one, case.on) for one in victims)]
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


def _weighed(*reasons: Reason) -> tuple[Reason, ...]:
    """What decides or divides first, then what merely holds."""
    plain = (
        "limit_does_not_apply",
        "bound_since",
        "bound_since_some_day",
        "act_fits",
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
    fits: Iterable[Fit],
    case: Case,
) -> ActorAnswer | None:
    """A signatory not yet bound is told so; strangers and former parties are told nothing."""
    would_fit = any(found.value is not False for found in fits)
    if bound.why != "signed" or not would_fit or clause.triggered_by == "hostility_by_obligor":
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
