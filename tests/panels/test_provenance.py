"""Where each column of a panel comes from, and what to cite for it."""

import json
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from pybtex.database import parse_string

from foedus.errors import UnknownCitationFormat
from foedus.panels import Panel, panel
from foedus.panels.citing import FORMATS, citations_of
from foedus.panels.passport import command, passport
from foedus.panels.provenance import ColumnOrigin, datasets_of
from tests.panels.holdings import hold


@pytest.fixture(scope="module")
def dyads(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Panel]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FOEDUS_DATA", str(tmp_path_factory.mktemp("data")))
        hold(shared, "atop", "mid")
        made = panel("dyad-year", years=(1990, 2014)).add("atop", "mid")
        yield made
        made.held.engine.close()


def test_every_column_knows_its_dataset_table_version_years_and_meaning(dyads: Panel) -> None:
    assert list(dyads.columns) == list(dyads.expression.columns)
    owed = dyads.columns["atop_defense"]
    assert (owed.dataset, owed.table, owed.version) == ("atop", "directed_dyad_years", "5.1")
    assert owed.years == (1815, 2018)
    assert "defence" in owed.meaning
    assert all(origin.meaning for origin in dyads.columns.values())


def test_absence_is_zero_for_an_alliance_and_a_dispute_and_not_for_its_fatalities(
    dyads: Panel,
) -> None:
    zero = {name for name, origin in dyads.columns.items() if origin.zero_when_absent}
    assert {"atop_defense", "cowmidonset", "cowmidongoing"} <= zero
    assert not {"dispnum", "fatality1", "hostlev1", "ccode1", "year"} & zero


def test_the_list_of_states_is_cited_because_it_decided_the_rows(dyads: Panel) -> None:
    assert "State System Membership" in dyads.cite("text")
    assert datasets_of(dyads.columns.values()) == ("cow-states", "atop", "mid")


def test_bibtex_holds_every_work_once_under_the_keys_of_the_registry(dyads: Panel) -> None:
    entries = parse_string(dyads.cite(), "bibtex").entries
    keys = {work["id"] for work in json.loads(dyads.cite("csl-json"))}
    assert set(entries) == keys
    assert {"leeds2002atop", "cow2017states"} <= keys


def test_bibtex_begins_with_the_versions_that_were_imported(dyads: Panel) -> None:
    comments = [line for line in dyads.cite().splitlines() if line.startswith("%")]
    assert comments[1].startswith("% atop 5.1: leeds2002atop")
    assert len(comments) == 3


def test_two_columns_of_one_dataset_cite_it_once() -> None:
    origins = [ColumnOrigin(name, "nmc", "t", "7.0", (1816, 2022), "") for name in ("a", "b")]
    works = json.loads(citations_of(origins, "csl-json"))
    assert len({work["id"] for work in works}) == len(works)


def test_an_unknown_format_of_citations_names_the_nearest(dyads: Panel) -> None:
    with pytest.raises(UnknownCitationFormat) as unknown:
        dyads.cite("bibtx")
    assert unknown.value.nearest == ("bibtex",)
    assert set(FORMATS) == {"bibtex", "csl-json", "text"}


def test_the_command_names_all_that_makes_the_panel(dyads: Panel) -> None:
    words = shlex.split(command(dyads))
    assert words[:3] == ["foedus", "panel", "dyad-year"]
    assert "--directed" in words
    assert words[words.index("--years") + 1] == "1990-2014"
    assert words[words.index("--add") + 1] == "atop,mid"


def test_the_command_of_one_pair_or_one_state_names_its_actors(dyads: Panel) -> None:
    assert command(dyads.of("RUS", "PRK")).endswith("--dyad RUS,PRK --add atop,mid")
    assert "--state PRK" in command(dyads.of("North Korea"))


def test_a_passport_is_the_same_each_time(dyads: Panel) -> None:
    assert json.dumps(passport(dyads)) == json.dumps(passport(dyads))
