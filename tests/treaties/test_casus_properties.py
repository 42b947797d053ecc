"""What must hold of every answer, whatever the treaty: limits narrow, doubts never oblige."""

import datetime as dt
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.evidence import Day, Spell, Standing
from foedus.treaties.acts import Act
from foedus.treaties.answers import ActorAnswer, Verdict
from foedus.treaties.casus import casus_answer
from foedus.treaties.clauses import Instruments
from foedus.treaties.instrument import (
    Area,
    Doubt,
    ExceptionRule,
    Instrument,
    Obligation,
    Trigger,
)
from foedus.treaties.instruments import register
from foedus.treaties.places import places
from foedus.treaties.vocabulary import act_kinds, vocabulary
from foedus.treaties.words import Words

WEIGHT = {Verdict.NOT_BOUND: 0, Verdict.MAY: 0, Verdict.DISPUTED: 1}
WEIGHT |= {Verdict.BARRED: 2, Verdict.MUST: 2}
DUTIES = ("defence", "offence", "consultation", "neutrality")
Key = tuple[str, str, str, str]

treaties = st.sampled_from([one for one in register().values() if one.articles])
days = st.dates(dt.date(1840, 1, 1), dt.date(2026, 1, 1))


@st.composite
def cases(draw: st.DrawFn) -> tuple[Instrument, Act, dt.date]:
    """A treaty, a day of its life, and an act among its parties and strangers."""
    treaty = draw(treaties)
    begins = treaty.signed.earliest or dt.date(1900, 1, 1)
    ends = min((treaty.ended.latest if treaty.ended else None) or dt.date(2026, 1, 1), dt.date.max)
    on = draw(st.dates(begins, max(ends, begins)))
    actors = [*treaty.actors, *treaty.guaranteed, "CHE", "BRA", "IRN"]
    attacker, attacked = draw(
        st.lists(st.sampled_from(actors), min_size=2, max_size=2, unique=True)
    )
    return (
        treaty,
        Act(
            kind=draw(st.sampled_from(list(act_kinds()))),
            initiators=draw(st.sampled_from([(attacker,), ()])),
            targets=(attacked,),
            place=draw(st.sampled_from([None, *places().values()])),
            provoked=draw(st.sampled_from([None, True, False])),
        ),
        on,
    )


def answers(treaty: Instrument, act: Act, on: dt.date) -> dict[Key, ActorAnswer]:
    found = casus_answer(act, on, Instruments({treaty.id: treaty})).answers
    return {(one.actor, one.article, one.obligation, one.kind): one for one in found}


def changed(treaty: Instrument, change: "dict[str, object]") -> Instrument:
    """The treaty with every obligation of it changed alike."""
    return replace(
        treaty,
        articles=tuple(
            replace(
                article,
                obligations=tuple(with_change(one, change) for one in article.obligations),
            )
            for article in treaty.articles
        ),
    )


def with_change(one: Obligation, change: dict[str, object]) -> Obligation:
    trigger = {name: value for name, value in change.items() if name in Trigger.__slots__}
    rules = change.get("exceptions", ())
    assert isinstance(rules, tuple)
    return replace(
        one,
        trigger=replace(one.trigger, **trigger),  # type: ignore[arg-type]
        exceptions=(*one.exceptions, *rules),
    )


def no_weightier(before: dict[Key, ActorAnswer], after: dict[Key, ActorAnswer]) -> None:
    for key, one in after.items():
        if one.kind in DUTIES:
            old = before[key].verdict if key in before else Verdict.NOT_BOUND
            assert WEIGHT[one.verdict] <= WEIGHT[old], f"{key}: {old} became {one.verdict}"


@settings(max_examples=150, deadline=None)
@given(cases(), st.sampled_from(list(vocabulary("area"))), st.sampled_from(["inside", "outside"]))
def test_another_limit_never_widens_a_duty(
    case: tuple[Instrument, Act, dt.date], area: str, home: str
) -> None:
    treaty, act, on = case
    rule = ExceptionRule(
        id="narrower",
        kind="area",
        words=Words("only there", "là seulement"),
        article="1",
        source="a test",
        areas=(Area(area),),
        home=home,
    )
    narrower = changed(treaty, {"exceptions": (rule,)})
    no_weightier(answers(treaty, act, on), answers(narrower, act, on))


@settings(max_examples=100, deadline=None)
@given(cases(), st.sampled_from([one for one in vocabulary("untold") if one != "adversary"]))
def test_a_condition_nobody_knows_never_makes_a_duty(
    case: tuple[Instrument, Act, dt.date], condition: str
) -> None:
    treaty, act, on = case
    vaguer = changed(treaty, {"untold": (condition,)})
    found = answers(vaguer, act, on)
    no_weightier(answers(treaty, act, on), found)


@settings(max_examples=100, deadline=None)
@given(cases())
def test_a_doubt_never_makes_a_duty_nor_a_certainty(
    case: tuple[Instrument, Act, dt.date],
) -> None:
    treaty, act, on = case
    doubt = Doubt(since=Day("1815"), words=Words("doubtful", "douteux"), source="a test")
    doubtful = replace(
        treaty, parties=tuple(replace(one, doubts=(doubt,)) for one in treaty.parties)
    )
    before, after = answers(treaty, act, on), answers(doubtful, act, on)
    no_weightier(before, after)
    for one in after.values():
        bound = one.verdict in (Verdict.MUST, Verdict.BARRED) and one.actor in treaty.actors
        assert not bound or one.standing is Standing.POSSIBLE


@settings(max_examples=100, deadline=None)
@given(cases(), days)
def test_a_treaty_that_is_not_in_force_never_speaks(
    case: tuple[Instrument, Act, dt.date], on: dt.date
) -> None:
    treaty, act, _ = case
    first = Day("2100-01-01")
    unborn = replace(
        treaty,
        signed=Day("1815-06-09"),
        in_force=first,
        ended=None,
        parties=tuple(
            replace(one, signed=Day("1815-06-09"), spell=Spell(first)) for one in treaty.parties
        ),
    )
    for one in answers(unborn, act, on).values():
        open_to_all = one.kind in ("permission", "authority")
        assert open_to_all or one.verdict is Verdict.NOT_BOUND
        assert open_to_all or one.in_force is False


@settings(max_examples=40, deadline=None)
@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_treaties_never_matters(
    case: tuple[Instrument, Act, dt.date], choice: "object"
) -> None:
    _, act, on = case
    ids = list(register())
    choice.shuffle(ids)  # type: ignore[attr-defined]
    shuffled = Instruments({one: register()[one] for one in ids})
    assert set(casus_answer(act, on).answers) == set(casus_answer(act, on, shuffled).answers)


@settings(max_examples=60, deadline=None)
@given(cases())
def test_a_political_commitment_binds_nobody(case: tuple[Instrument, Act, dt.date]) -> None:
    treaty, act, on = case
    found = answers(treaty, act, on)
    if treaty.political:
        assert all(one.verdict is Verdict.NOT_BOUND for one in found.values())
