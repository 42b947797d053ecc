"""Treaties side by side: what they share with their ancestor, and what narrows the promise."""

import json

import pytest

from foedus.errors import UnknownInstrument
from foedus.treaties.as_json import comparison_json, diff_json, instrument_json, register_rows
from foedus.treaties.comparison import (
    Cell,
    Comparison,
    central_clause,
    clause_comparison,
    treaty_diff,
)
from foedus.treaties.instruments import instrument, register

FOUR = ("sun-prk-1961", "rus-prk-2024", "nato-1949", "un-charter-1945")


@pytest.fixture(scope="module")
def four() -> Comparison:
    return clause_comparison(FOUR)


def cell(comparison: Comparison, element: str, instrument_id: str) -> Cell:
    at = [column.instrument.id for column in comparison.columns].index(instrument_id)
    return next(row for row in comparison.rows if row.element == element).cells[at]


def test_the_columns_stand_in_the_order_asked_for_each_with_its_central_clause(
    four: Comparison,
) -> None:
    assert [(column.instrument.id, column.article) for column in four.columns] == [
        ("sun-prk-1961", "1"),
        ("rus-prk-2024", "4"),
        ("nato-1949", "5"),
        ("un-charter-1945", "51"),
    ]


def test_the_treaty_of_2024_asks_what_that_of_1961_asked_and_as_fast(four: Comparison) -> None:
    for element in ("asks", "timing", "trigger", "discretion"):
        assert cell(four, element, "rus-prk-2024").shared_with == "sun-prk-1961"
        assert cell(four, element, "sun-prk-1961").shared_with == "rus-prk-2024"


def test_what_is_new_in_2024_is_the_door_of_article_51_and_national_law(four: Comparison) -> None:
    new, old = (cell(four, "subject_to", one) for one in ("rus-prk-2024", "sun-prk-1961"))
    assert not old.stated
    assert new.stated
    assert new.narrows
    assert [tag.en for tag in new.tags] == ["article 51 of the UN Charter", "national law of both"]


def test_the_atlantic_treaty_leaves_the_means_to_each_and_has_an_area(four: Comparison) -> None:
    assert cell(four, "discretion", "nato-1949").narrows
    assert cell(four, "territory", "nato-1949").narrows
    assert not cell(four, "territory", "rus-prk-2024").stated


def test_the_charter_permits_and_asks_for_nothing(four: Comparison) -> None:
    assert cell(four, "kind", "un-charter-1945").codes == ("permission",)
    assert cell(four, "discretion", "un-charter-1945").codes == ("permitted",)


def test_every_cell_says_how_it_is_known(four: Comparison) -> None:
    for row in four.rows:
        for found in row.cells:
            assert found.source
            assert found.known_how
            assert found.words.en
            assert found.words.fr


def test_an_amended_clause_stands_in_its_latest_wording() -> None:
    article, obligation = central_clause(instrument("cst-1992"))
    assert (article.number, obligation.id) == ("4", "aid")


def test_from_2000_to_2024_defence_is_added_and_nothing_dropped() -> None:
    diff = treaty_diff("rus-prk-2000", "rus-prk-2024")
    assert "defence" in diff.added
    assert diff.kept == ("consultation",)
    assert diff.dropped == ()
    changes = {one.element: one.change for one in diff.elements}
    assert (changes["kind"], changes["subject_to"], changes["territory"]) == (
        *("changed", "added"),
        "unstated",
    )


def test_a_treaty_does_not_differ_from_itself() -> None:
    diff = treaty_diff("nato-1949", "nato-1949")
    assert (diff.added, diff.dropped) == ((), ())
    assert {one.change for one in diff.elements} <= {"same", "unstated"}


def test_an_unknown_treaty_is_told_with_the_nearest() -> None:
    with pytest.raises(UnknownInstrument, match="nato-1949"):
        clause_comparison(["nato-1948"])


@pytest.mark.parametrize("language", ["en", "fr"])
def test_everything_can_be_printed_as_json(four: Comparison, language: str) -> None:
    documents = [
        register_rows(register().values(), language),
        comparison_json(four, language),
        diff_json(treaty_diff("rus-prk-2000", "rus-prk-2024"), language),
        *(instrument_json(one, language) for one in register().values()),
    ]
    assert all(json.loads(json.dumps(document)) == document for document in documents)
