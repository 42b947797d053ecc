"""The made-up case composed and rendered, once for all tests of the dossier."""

from pathlib import Path

import pytest

from foedus.dossier.compose import composed_dossier
from foedus.dossier.dossier import Dossier
from foedus.dossier.rendering.folder import rendered
from tests.dossier.hostile_case import hostile_material
from tests.dossier.made_case import material


@pytest.fixture(scope="session")
def made() -> Dossier:
    return composed_dossier(material("en"))


@pytest.fixture(scope="session")
def made_in_french() -> Dossier:
    return composed_dossier(material("fr"))


@pytest.fixture(scope="session")
def pages(made: Dossier, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the English dossier."""
    return rendered(made, tmp_path_factory.mktemp("pages") / "dossier").parent


@pytest.fixture(scope="session")
def french_pages(made_in_french: Dossier, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the French dossier."""
    return rendered(made_in_french, tmp_path_factory.mktemp("pages") / "dossier").parent


@pytest.fixture(scope="session")
def hostile_pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a dossier whose every word came from an enemy."""
    folder = tmp_path_factory.mktemp("hostile") / "dossier"
    return rendered(composed_dossier(hostile_material()), folder).parent
