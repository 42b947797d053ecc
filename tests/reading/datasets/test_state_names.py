"""Names and numbers of tables to actors, by the year of the row."""

import datetime as dt

import ibis
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.actors.codes import code
from foedus.actors.names import actor_named
from foedus.reading.datasets.state_names import (
    actor_ids_by_code,
    actor_ids_by_name,
    known_names,
)


def by_name(name: str, year: int, **options: object) -> tuple[str | None, int | None]:
    rows = ibis.memtable({"row": [1], "who": [name], "year": [year]})
    (found,) = actor_ids_by_name(rows, "who", **options).to_pyarrow().to_pylist()
    return found["id"], found["ccode"]


def by_code(scheme: str, number: int, year: int) -> tuple[str | None, int | None]:
    rows = ibis.memtable({"row": [1], "number": [number], "year": [year]})
    (found,) = actor_ids_by_code(rows, scheme, "number").to_pyarrow().to_pylist()
    return found["id"], found["ccode"]


@pytest.mark.parametrize(
    ("name", "year", "expected"),
    [
        ("Soviet Union", 1990, ("SUN", 365)),
        ("Russia", 1990, (None, None)),
        ("Russia", 1991, ("RUS", 365)),
        ("Soviet Union", 1991, ("SUN", 365)),
        ("Soviet Union", 1992, (None, None)),
        ("germany", 1989, ("DEU", 260)),
        (" Germany ", 1991, ("DEU", 255)),
        ("Cote d'Ivoire", 2000, ("CIV", 437)),
        ("Côte d’Ivoire", 2000, ("CIV", 437)),
        ("Congo", 2000, (None, None)),
        ("NATO", 1999, ("NATO", None)),
        ("Moscow", 2000, (None, None)),
        ("Russian", 2000, (None, None)),
        ("Hamas (Palestine)*", 2010, (None, None)),
        ("", 2010, (None, None)),
    ],
)
def test_a_name_means_its_bearer_at_the_end_of_the_year_or_nobody(name, year, expected):
    assert by_name(name, year) == expected


def test_a_dataset_may_spell_a_name_its_own_way():
    spellings = {"viet nam": ("VDR", "VNM"), "congo": "COG"}
    assert by_name("Viet Nam", 1970, spellings=spellings) == ("VDR", 816)
    assert by_name("Viet Nam", 1980, spellings=spellings) == ("VNM", 816)
    assert by_name("Congo", 1980, spellings=spellings) == ("COG", 484)
    assert by_name("Congo", 1950, spellings=spellings) == (None, None)


def test_a_number_means_who_held_it():
    assert by_code("cow", 365, 1980) == ("SUN", 365)
    assert by_code("gw", 260, 1995) == ("DEU", 255)
    assert by_code("cow", 260, 1995) == (None, None)


def test_rows_are_neither_lost_nor_doubled():
    names = ["Russia", "Atlantis", "China", "Russia"]
    rows = ibis.memtable({"row": [1, 2, 3, 4], "who": names, "year": [1991] * 4})
    found = actor_ids_by_name(rows, "who", into="who_").order_by("row").to_pyarrow().to_pylist()
    assert [one["who_id"] for one in found] == ["RUS", None, "CHN", "RUS"]


# Years in which a name, a life or a number begins or ends have rules of their own, above.
LASTING = [run for run in known_names() if min(run[2], 2025) - max(run[1], 1816) > 1]


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_name_is_understood_as_it_is_everywhere_else(data):
    words, first, last, found, number = data.draw(st.sampled_from(LASTING))
    year = data.draw(st.integers(max(first, 1816) + 1, min(last, 2025) - 1))
    day = dt.date(year, 12, 31)
    assert actor_named(words, day).id == found
    assert code(found, "cow", day) == number


def test_a_state_that_lost_its_independence_in_a_year_has_its_number_in_it():
    assert code("DOM", "cow", dt.date(1916, 12, 31)) is None
    assert by_name("Dominican Republic", 1916) == ("DOM", 42)
    assert by_name("Dominican Republic", 1917) == ("DOM", None)
