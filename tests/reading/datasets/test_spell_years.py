"""Spells as calendar years."""

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.reading.datasets.spell_years import years_of_spells
from tests.reading.datasets.sifting import table_of

DAYS = st.dates(dt.date(1494, 1, 1), dt.date(2030, 12, 31))


def years(begins, ends):
    spell = table_of([{"begins": begins, "ends": ends}])
    return sorted(years_of_spells(spell).year.to_pyarrow().to_pylist())


@settings(deadline=None, max_examples=30)
@given(DAYS, DAYS)
def test_a_spell_has_each_year_from_its_first_day_to_its_last(one, other):
    begins, ends = sorted((one, other))
    assert years(begins, ends) == list(range(begins.year, ends.year + 1))


def test_a_day_on_new_years_eve_counts_for_its_year_alone():
    assert years(dt.date(1990, 12, 31), dt.date(1990, 12, 31)) == [1990]
