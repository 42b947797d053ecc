"""Treaties side by side: what they share with their ancestor, and what narrows the promise."""

import json
from dataclasses import replace

import pytest

from foedus.errors import UnknownInstrument
from foedus.treaties.as_json import comparison_json, instrument_json, register_rows
from foedus.treaties.comparison import (
    Cell,
    Comparison,
    Row,
    central_clause,
    clause_comparison,
    treaty_diff,
)
from foedus.treaties.instrument import Duration, Instrument, LegalForce, Obligation
from foedus.treaties.instruments import instrument, register
from foedus.treaties.words import Words

FOUR = ("sun-prk-1961", "rus-prk-2024", "nato-1949", "un-charter-1945")


@pytest.fixture(scope="module")
def four() -> Comparison:
    return clause_comparison(FOUR)


def cell(comparison: Comparison, element: str, instrument_id: str) -> Cell:
    at = [column.instrument.id for column in comparison.columns].index(instrument_id)
    return row_of(comparison, element).cells[at]


def row_of(comparison: Comparison, element: str) -> Row:
    rows = (*comparison.rows, *comparison.whole)
    return next(row for row in rows if row.element == element)


def compared(*treaties: Instrument) -> Comparison:
    return clause_comparison([one.id for one in treaties], {one.id: one for one in treaties})


def with_clause(one: Instrument, **changes: object) -> Instrument:
    """The treaty with its central clause changed in these fields."""
    article, clause = central_clause(one)
    changed: Obligation = replace(clause, **changes)  # type: ignore[arg-type]
    obligations = tuple(changed if each is clause else each for each in article.obligations)
    articles = tuple(
        replace(each, obligations=obligations) if each is article else each for each in one.articles
    )
    return replace(one, articles=articles)


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
    for row in (*four.rows, *four.whole):
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
    assert {one.change for one in diff.elements} <= {"same", "unstated", "unknown"}


def test_an_unknown_treaty_is_told_with_the_nearest() -> None:
    with pytest.raises(UnknownInstrument, match="nato-1949"):
        clause_comparison(["nato-1948"])


def test_what_changes_is_counted_from_the_first_treaty_named(four: Comparison) -> None:
    assert row_of(four, "kind").changes == (None, "same", "same", "changed")
    assert row_of(four, "subject_to").changes[:3] == (None, "added", "added")
    back = clause_comparison(["rus-prk-2024", "sun-prk-1961"])
    assert row_of(back, "subject_to").changes == (None, "dropped")


def test_cooperation_is_listed_kind_by_kind_with_the_articles_it_stands_in(
    four: Comparison,
) -> None:
    new = cell(four, "cooperation", "rus-prk-2024")
    assert {item.code: item.articles for item in new.items} == {
        "arms": ("8",),
        "technology": ("10",),
        "trade": ("10",),
        "finance": ("16",),
        "intelligence": ("18",),
    }
    old = cell(four, "cooperation", "sun-prk-1961")
    since = {item.code: change for item, change in new.items_since(old, "changed")}
    assert (since["trade"], since["arms"]) == ("same", "added")
    back = {item.code: change for item, change in old.items_since(new, "changed")}
    assert (back["trade"], back["finance"]) == ("same", "dropped")


def test_all_duties_stand_in_one_row_whatever_the_central_clause() -> None:
    diff = treaty_diff("sun-prk-1961", "rus-prk-2000")  # of defence, and of consultation only
    duties = next(one for one in diff.elements if one.element == "duties")
    since = duties.after.items_since(duties.before, "changed")
    changes = {item.code: change for item, change in since}
    assert changes["consultation"] == "added"
    assert changes["defence"] == "dropped"


def test_a_duration_that_nobody_coded_is_not_called_unlimited_nor_added() -> None:
    agreed = Duration(
        kind="fixed", years=20, words=Words("twenty years"), article="13", source="the treaty"
    )
    nato = replace(instrument("nato-1949"), id="coded", duration=agreed)
    found = compared(replace(nato, id="not-coded", duration=None), nato)
    row = row_of(found, "duration")
    assert row.changes == (None, "unknown")
    assert (row.cells[0].stated, row.cells[0].coded) == (False, False)
    assert (row.cells[1].words.en, row.cells[1].article) == ("twenty years", "13")
    silent = replace(agreed, kind="unstated", years=None)
    says_none = compared(replace(nato, id="silent", duration=silent), nato)
    assert row_of(says_none, "duration").changes == (None, "added")


def test_secrecy_and_legal_force_are_rows_only_where_one_of_them_has_any(
    four: Comparison,
) -> None:
    elements = {row.element for row in four.whole}
    assert elements == {"duties", "cooperation", "duration"}
    nato = instrument("nato-1949")
    force = LegalForce(kind="political", words=Words("it says so"), source="its last line")
    odd = replace(nato, id="odd", secrecy="secret", legal_force=force)
    found = compared(nato, odd)
    assert row_of(found, "secrecy").changes == (None, "changed")
    assert row_of(found, "legal_force").cells[1].source == "its last line"


def test_provocation_and_the_number_of_adversaries_change_a_trigger() -> None:
    nato = instrument("nato-1949")
    trigger = central_clause(nato)[1].trigger
    two = replace(trigger, provocation="excluded", least_adversaries=2)
    narrow = replace(with_clause(nato, trigger=two), id="narrow")
    row = row_of(compared(nato, narrow), "trigger")
    assert row.changes == (None, "changed")
    assert {tag.en for tag in row.cells[1].shown_tags("trigger")} == {
        "unprovoked attack only",
        "at least 2 adversaries",
    }
    assert row.cells[1].narrows


def test_states_are_called_what_they_were_called_when_it_was_signed() -> None:
    found = clause_comparison(["triple-alliance-1882", "nato-1949"])
    assert cell(found, "by", "triple-alliance-1882").words.en == "France"
    assert "Austria-Hungary" in str(cell(found, "asks", "triple-alliance-1882").words.en)


def test_a_treaty_of_cooperation_only_is_compared_and_says_that_it_is() -> None:
    found = clause_comparison(["nato-1949", "aukus-nuclear-2024"])
    remark = found.columns[1].remark
    assert remark is not None
    assert "cooperation" in str(remark.en)
    assert found.columns[0].remark is None
    assert not cell(found, "by", "aukus-nuclear-2024").stated
    coop = cell(found, "cooperation", "aukus-nuclear-2024")
    kept = {
        item.code: change
        for item, change in coop.items_since(cell(found, "cooperation", "nato-1949"), "changed")
    }
    assert kept["arms"] == "same"  # though arms stand there for the whole treaty


def test_a_treaty_of_which_no_obligation_is_coded_is_compared_all_the_same() -> None:
    nato = instrument("nato-1949")
    bare = replace(nato, id="bare", articles=(), duration=None)
    found = compared(nato, bare)
    assert set(row_of(found, "kind").changes) == {None, "unknown"}
    assert found.columns[1].remark == Words(
        "no obligation is coded", "aucune obligation n'est codée"
    )
    with pytest.raises(ValueError, match="bare"):
        central_clause(bare)
    assert comparison_json(found, "en")
    assert "no obligation is coded" in found.html()


def test_every_treaty_of_the_register_can_stand_beside_any_other() -> None:
    found = clause_comparison(list(register()))
    for row in (*found.rows, *found.whole):
        assert len(row.cells) == len(register())
        assert all(one.words.fr and one.words.en for one in row.cells)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_everything_can_be_printed_as_json(four: Comparison, language: str) -> None:
    documents = [
        register_rows(register().values(), language),
        comparison_json(four, language),
        *(instrument_json(one, language) for one in register().values()),
    ]
    assert all(json.loads(json.dumps(document)) == document for document in documents)


def test_json_gives_each_cell_its_change_and_each_treaty_its_kinds(four: Comparison) -> None:
    document = json.loads(json.dumps(comparison_json(four, "en")))
    kinds = document["columns"][1]["kinds"]
    assert "consultation" in kinds["added"]
    assert "defence" in kinds["kept"]
    rows = {row["element"]: row for row in document["rows"]}
    assert [one["change"] for one in rows["subject_to"]["cells"]][:2] == [None, "added"]
    listed = rows["cooperation"]["cells"][1]["items"]
    assert {"code": "arms", "change": "added", "articles": ["8"]}.items() <= listed[0].items()
