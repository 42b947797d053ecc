"""The table of what ATOP becomes: it is whole, it is true of the data, and the page says the same.

The page is written by the functions below. After a change:

    FOEDUS_REWRITE=1 pytest tests/treaties/atop/test_mapping.py
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from foedus.reading.datasets.tables import tables_of
from foedus.treaties.atop.mapping import Entry, conditions_of, entries, promises, provisions
from foedus.treaties.vocabulary import act_kinds, kinds, vocabulary

MEANINGS = {column.name: column for column in tables_of("atop")["members"].columns}
BECOME = ("fact", "promise", "condition", "provision", "left out")
HEADINGS = {
    "fact": "Facts of the instrument and its parties",
    "promise": "Promises",
    "condition": "Conditions of the promises",
    "provision": "Other provisions",
    "left out": "Left out",
}


# --- docs/reference/atop-mapping.md ---------------------------------------------------------------


def mapping_page() -> str:
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# What ATOP becomes"
    yield ""
    yield "foedus asks the alliances of [ATOP 5.1](datasets.md#atop) the same questions as the"
    yield "treaties of its own register. This page says what each variable of ATOP's member file"
    yield "becomes in the model of a treaty, and why. A treaty of the register takes the place of"
    yield "ATOP's coding of the same alliance. Written by `tests/treaties/atop/test_mapping.py`,"
    yield "from `src/foedus/treaties/atop/mapping.yaml`, which the code applies."
    yield ""
    yield "A condition that ATOP signals without saying what it is becomes *untold*: the answer"
    yield "stays open. A blank cell is no promise, and is counted among what an instrument leaves"
    yield "out. An alliance in force at the end of 2018 is in doubt from 1 January 2019."
    for becomes in BECOME:
        yield ""
        yield f"## {HEADINGS[becomes]}"
        yield ""
        yield from _row("variable", "in ATOP", "in foedus", "why")
        yield from _row("---", "---", "---", "---")
        for (said, why), alike in _alike(becomes).items():
            variables = " ".join(f"`{entry.variable}`" for entry in alike)
            yield from _row(variables, " · ".join(map(_meaning, alike)), said, why)


def _alike(becomes: str) -> dict[tuple[str, str], list[Entry]]:
    """The variables that become the same for the same reason, together."""
    found: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries().values():
        if entry.becomes == becomes:
            found.setdefault((_said(entry), entry.why.said("en")), []).append(entry)
    return found


def _meaning(entry: Entry) -> str:
    return MEANINGS[entry.variable].meaning.removeprefix("1: ").removesuffix("; 0: not")


def _row(*cells: str) -> Iterator[str]:
    yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _said(entry: Entry) -> str:
    told = entry.told
    if entry.becomes == "promise":
        return f"`{told['kind']}`, set off by {', '.join(told['acts'])}"
    if entry.becomes == "condition":
        of = "any promise" if len(told["of"]) == 5 else ", ".join(told["of"])
        part, value = next(iter(told["sets"].items()))
        named = "; or `adversaries`" if told.get("threat_is") == "the adversary" else ""
        return f"of {of}: `{part}` {value}{named}"
    if entry.becomes == "provision":
        return "; ".join(_level(number, level) for number, level in told["levels"].items())
    return str(told["into"]) if entry.becomes == "fact" else "—"


def _level(number: int, level: dict[str, dict[str, str]]) -> str:
    kind = f" (`{level['kind']}`)" if "kind" in level else ""
    return f"{number}: {level['summary']['en'].rstrip('.').lower()}{kind}"


def test_the_page_says_what_the_table_says(repository: Path) -> None:
    page = repository / "docs/reference/atop-mapping.md"
    if os.environ.get("FOEDUS_REWRITE"):
        page.write_text(mapping_page(), encoding="utf-8")
    assert page.read_text(encoding="utf-8") == mapping_page(), (
        f"{page.name} has drifted: run FOEDUS_REWRITE=1 pytest {Path(__file__).name}"
    )


# --- The table ------------------------------------------------------------------------------------


def test_every_variable_of_the_member_file_has_its_entry_and_no_other() -> None:
    assert set(entries()) == set(MEANINGS)


@pytest.mark.parametrize("entry", entries().values(), ids=lambda entry: entry.variable)
def test_every_entry_says_what_it_becomes_and_why_in_both_languages(entry: Entry) -> None:
    assert entry.becomes in BECOME
    assert entry.why.en
    assert entry.why.fr
    if entry.becomes == "fact":
        assert entry.told["into"]


def test_levels_are_levels_of_the_variable() -> None:
    for provision in provisions():
        column = MEANINGS[provision.variable]
        assert set(provision.levels) <= set(column.levels) - {0}, provision.variable
    for variable in ("pubsecr", "speclgth"):
        assert set(entries()[variable].told["levels"]) == set(MEANINGS[variable].levels)


def test_kinds_acts_and_conditions_are_those_of_the_register() -> None:
    counted = {dict(kind.counted_as).get("atop"): kind.id for kind in kinds().values()}
    for promise in promises():
        assert counted[promise.variable] == promise.kind
        assert set(promise.acts) <= set(act_kinds())
        for condition in conditions_of(promise.variable):
            if condition.part in ("untold", "also"):
                assert condition.value in vocabulary(condition.part)
    assert {level.kind for one in provisions() for level in one.levels.values()} - {None} <= set(
        kinds()
    )


def test_every_condition_column_of_atop_limits_the_promise_it_is_named_for() -> None:
    stems = {"defense": "def", "offense": "off", "neutral": "neu", "consul": "con"}
    for promise, stem in stems.items():
        named = {one for one in MEANINGS if one.startswith(f"{stem}co") and len(one) == 8}
        found = {one.variable for one in conditions_of(promise)}
        assert found == named | {"olimob", "obvary"}


# --- What it says of the data is true -------------------------------------------------------------


def test_the_flags_left_out_as_summaries_follow_from_the_rest(
    published_members: list[dict[str, str]],
) -> None:
    stems = {"def": "defense", "off": "offense", "neu": "neutral", "con": "consul"}
    for row in published_members:
        conditional = {
            stem: any(
                row[one.variable] == "1"
                for one in conditions_of(promise)
                if one.variable not in ("olimob", "obvary")
            )
            for stem, promise in stems.items()
        }
        assert all((row[f"{stem}con"] == "1") == found for stem, found in conditional.items())
        assert (row["conditio"] == "1") == (any(conditional.values()) or row["olimob"] == "1")


def test_a_phase_is_active_when_some_member_promises_help(
    published_members: list[dict[str, str]],
) -> None:
    helping = {
        (row["atopid"], row["phase"])
        for row in published_members
        if row["defense"] == "1" or row["offense"] == "1"
    }
    for row in published_members:
        assert (row["active"] == "1") == ((row["atopid"], row["phase"]) in helping)


def test_a_term_in_months_is_what_the_first_level_of_speclgth_is(
    published_members: list[dict[str, str]],
) -> None:
    for row in published_members:
        if row["speclgth"]:
            assert (float(row["speclgth"]) == 1) == (float(row["length"]) > 0)
