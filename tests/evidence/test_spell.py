"""A run of days, each end as surely known as its source allows."""

import datetime as dt

import pytest

from foedus.evidence import Day, Spell


def test_a_treaty_of_unknown_first_day_only_may_bind_in_its_first_month() -> None:
    spell = Spell(Day("1961-07"), Day("1996-09-10"))
    assert spell.may_cover(dt.date(1961, 7, 6))
    assert not spell.surely_covers(dt.date(1961, 7, 6))
    assert spell.surely_covers(dt.date(1961, 7, 31))
    assert spell.surely_covers(dt.date(1996, 9, 10))
    assert not spell.may_cover(dt.date(1996, 9, 11))


def test_no_recorded_end_means_it_still_runs() -> None:
    assert Spell(Day("1949-08-24")).surely_covers(dt.date(2024, 11, 1))


def test_a_spell_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="ends before"):
        Spell(Day("1996"), Day("1961"))
