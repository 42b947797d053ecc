"""The rival readings of a clause: every way to combine them, and what turns on which question.

Readings answer questions; one reading of each question makes a combination. Where a clause brings
no reading of its own on a question that the act raises (who began, whether a cyber attack is an
armed attack), the common ones of `readings.toml` stand in.
"""

import datetime as dt
import itertools
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import as_file, files

from foedus.treaties.answers import ReadingAnswer, Reason, Verdict
from foedus.treaties.clauses import Clause
from foedus.treaties.instrument import Reading
from foedus.treaties.instrument_file import readings_at
from foedus.treaties.triggers import Case, Fit
from foedus.treaties.vocabulary import act_kinds

__all__ = [
    "Combination",
    "agreed",
    "combinations",
    "named_targets",
    "open_questions",
    "readings_answered",
    "settled",
    "shared_reasons",
    "turning_questions",
    "yields_to_self_defence",
]

Combination = tuple[Reading, ...]


def combinations(clause: Clause, case: Case) -> tuple[Combination, ...]:
    """Return one reading per question the clause raises, in every way; one empty way if none."""
    act = case.act.kind
    readings = tuple(one for one in clause.obligation.readings if one.act in (None, act))
    asked = {reading.question for reading in readings}
    common = [
        one
        for one in _common_readings()
        if one.question not in asked and _raised(one, clause, case) and _held_by(one, case.on)
    ]
    rivals_of = Counter(one.question for one in common)
    readings += tuple(one for one in common if rivals_of[one.question] > 1)
    questions = dict.fromkeys(reading.question for reading in readings)
    rivals = ([one for one in readings if one.question == question] for question in questions)
    return tuple(itertools.product(*rivals))


def _raised(reading: Reading, clause: Clause, case: Case) -> bool:
    """Whether the act raises the question of a common reading for this clause."""
    if reading.targets:
        peace = clause.triggered_by == "hostility_by_obligor"
        peace_to_all = peace and clause.obligation.beneficiary == ("any state",)
        return peace_to_all and bool(set(reading.targets) & set(case.act.targets))
    if reading.act:
        return reading.act == case.act.kind and _argued(clause, reading.act)
    return bool(case.findings) and _silent_on_who_began(clause)


def _held_by(reading: Reading, on: dt.date) -> bool:
    """Whether anybody can have read it so by that day."""
    return reading.since is None or reading.since.possibly_on_or_before(on)


def named_targets() -> frozenset[str]:
    """Return every actor of whom a common reading asks something when it is attacked."""
    return frozenset(actor for one in _common_readings() for actor in one.targets)


def _silent_on_who_began(clause: Clause) -> bool:
    unstated = clause.obligation.trigger.answering_aggression == "unstated"
    if clause.triggered_by == "hostility_by_obligor":
        return unstated and yields_to_self_defence(clause)
    return unstated and clause.triggered_by == "attack_on_beneficiary"


def _argued(clause: Clause, act: str) -> bool:
    """Whether it is argued that an act of this kind is one the clause speaks of."""
    acts = clause.obligation.trigger.acts
    return act not in acts and any(kind in acts for kind in act_kinds()[act].argued_as)


def yields_to_self_defence(clause: Clause) -> bool:
    """Whether the clause lets force pass that meets an armed attack."""
    return any(rule.kind == "self_defence" for rule in clause.obligation.exceptions)


@cache
def _common_readings() -> tuple[Reading, ...]:
    with as_file(files("foedus.treaties").joinpath("readings.toml")) as path:
        return readings_at(path)


def turning_questions(verdicts: Mapping[Combination, Verdict]) -> tuple[str, ...]:
    """Return the questions on which the verdict turns: rival readings lead to different ones."""
    under: dict[str, dict[Reading, list[Verdict]]] = {}
    for chosen, verdict in verdicts.items():
        for reading in chosen:
            under.setdefault(reading.question, {}).setdefault(reading, []).append(verdict)
    return tuple(
        question
        for question, rivals in under.items()
        if len({tuple(sorted(found)) for found in rivals.values()}) > 1
    )


def settled(fits: Mapping[Combination, Fit], turning: Collection[str]) -> tuple[Fit, ...]:
    """Return the fits that differ: where a question does not matter, one reading stands for all."""
    first: dict[str, Reading] = {}
    for chosen in fits:
        for reading in chosen:
            first.setdefault(reading.question, reading)
    return tuple(
        found
        for chosen, found in fits.items()
        if all(one.question in turning or one is first[one.question] for one in chosen)
    )


def readings_answered(
    fits: Mapping[Combination, Fit],
    verdicts: Mapping[Combination, Verdict],
    turning: Collection[str],
) -> tuple[ReadingAnswer, ...]:
    """Return the readings of the turning questions, each with the verdict if it is right."""
    readings = dict.fromkeys(reading for chosen in fits for reading in chosen)
    return tuple(
        ReadingAnswer(
            reading_id=reading.id,
            question=reading.question,
            label=reading.label,
            verdict=agreed(verdict for chosen, verdict in verdicts.items() if reading in chosen),
            reasons=_apart(fits, reading),
            holders=reading.holders,
            source=reading.source,
        )
        for reading in readings
        if reading.question in turning
    )


def _apart(fits: Mapping[Combination, Fit], reading: Reading) -> tuple[Reason, ...]:
    """The reasons that hold under this reading and not under a rival."""
    held = shared_reasons([found for chosen, found in fits.items() if reading in chosen])
    elsewhere = shared_reasons([found for chosen, found in fits.items() if reading not in chosen])
    return tuple(reason for reason in held if reason not in elsewhere)


def open_questions(clause: Clause, turning: Iterable[str], case: Case) -> Iterator[Reason]:
    """Yield, for every question that decides, the question, and the finding it is about."""
    where = (clause.instrument.id, clause.article)
    for question in turning:
        yield Reason("turns_on", (("question", question),), *where, clause.source)
        if question == "attack" and case.findings:
            finding = case.findings[0]
            own = finding.victim in case.act.initiators
            key = "answers_aggression" if own else "may_answer_aggression"
            yield Reason(key, (("finding", finding.id),), source=finding.citation)


def shared_reasons(fits: Sequence[Fit]) -> tuple[Reason, ...]:
    """Return the reasons that hold under all readings."""
    first, *others = fits
    return tuple(reason for reason in first.reasons if all(reason in one.reasons for one in others))


def agreed(verdicts: Iterable[Verdict]) -> Verdict:
    """Return the verdict all share, or disputed."""
    different = set(verdicts)
    return different.pop() if len(different) == 1 else Verdict.DISPUTED
