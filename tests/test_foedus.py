"""The public surface: about a dozen names, and quick to import."""

import subprocess
import sys
from inspect import getdoc

import pytest

import foedus


def test_the_public_names_are_those_that_are_listed() -> None:
    assert dir(foedus) == sorted(foedus.__all__)
    assert set(foedus.__all__) == set(foedus._HOMES)


@pytest.mark.parametrize("name", foedus.__all__)
def test_every_public_name_exists_and_says_what_it_is(name: str) -> None:
    assert getdoc(getattr(foedus, name))


def test_a_name_that_is_not_there_is_missed_in_the_usual_way() -> None:
    with pytest.raises(AttributeError, match="no attribute 'utils'"):
        foedus.utils  # noqa: B018


def test_importing_foedus_imports_nothing_else_of_weight() -> None:
    code = "import sys, foedus; print(*(m.split('.')[0] for m in sys.modules))"
    modules = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    heavy = {"spacy", "ibis", "duckdb", "altair", "pydantic", "numpy", "pandas", "babel", "typer"}
    assert not heavy & set(modules.stdout.split())
