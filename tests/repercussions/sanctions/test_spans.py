"""When measures were in force: sure days, and years that are not."""

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.evidence import Day, Spell
from foedus.repercussions.sanctions import InForce, Measure, Why
from foedus.repercussions.sanctions.groups import grouped
from foedus.repercussions.sanctions.in_force import Standing
from foedus.repercussions.sanctions.spans import spans_of

BEGINS, ENDS = dt.date(2000, 1, 1), dt.date(2024, 12, 31)


def measure(begins: str, ends: str | None, name: str | None = None) -> Measure:
    return Measure(
        key=f"{begins}/{ends}",
        dataset="gsdb",
        sender="USA",
        on=(("PRK", Why.NAMED),),
        kinds=("arms",),
        spell=Spell(Day(begins), Day(ends) if ends else None),
        programme="made",
        known_until=dt.date(2023, 12, 31),
        name=name,
        sort="Person",
    )


def test_soft_years_stand_at_both_ends_and_nothing_after_the_source() -> None:
    found = spans_of([measure("2006", "2023/..")], BEGINS, ENDS)
    assert [(one.first.isoformat(), one.last.isoformat(), one.surely) for one in found] == [
        ("2006-01-01", "2006-12-30", False),
        ("2006-12-31", "2023-01-01", True),
        ("2023-01-02", "2023-12-31", False),
    ]


def test_the_turn_of_a_year_is_not_told_as_sure() -> None:
    (one,) = spans_of([measure("2022", "2023/..")], BEGINS, ENDS)
    assert (one.surely, one.first.year, one.last.year) == (False, 2022, 2023)


@settings(max_examples=50, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(1995, 2022), st.integers(0, 9)).map(
            lambda pair: measure(str(pair[0]), str(min(pair[0] + pair[1], 2023)))
        ),
        max_size=4,
    ),
    st.dates(BEGINS, ENDS),
)
def test_a_day_is_drawn_as_it_is_answered(measures: list[Measure], day: dt.date) -> None:
    spans = spans_of(measures, BEGINS, ENDS)
    drawn = [one for one in spans if one.first <= day <= one.last]
    assert len(drawn) <= 1
    answers = {one.in_force(day) for one in measures} & {InForce.CERTAIN, InForce.POSSIBLE}
    assert bool(drawn) == bool(answers)
    if drawn and drawn[0].surely:
        assert InForce.CERTAIN in answers


def test_measures_told_together_are_counted_by_what_is_listed() -> None:
    listed = [measure("2020-05-01", None, name) for name in ("A", "B")]
    cases = [measure("2001", "2005")]
    groups = grouped(
        Standing(measure=one, standing=InForce.CERTAIN, why=Why.NAMED, through=None)
        for one in (*cases, *listed)
    )
    assert [one.programme for one in groups] == ["made", None]
    assert groups[0].sorts(InForce.CERTAIN) == {"persons": 2}
    assert [one.name for one in groups[0].newest(1)] == ["B"]
    assert groups[1].first_year == 2001
