"""The blocs of a day in a notebook, and their picture in every form."""

import datetime as dt
from pathlib import Path

import pytest

import foedus
from foedus.dossier.words.blocs import BlocWords
from foedus.ledger.engines import engine_at
from foedus.relations.structure.tie_sources import known_ties

DAY = dt.date(2024, 6, 20)


@pytest.fixture(scope="module")
def answer(tmp_path_factory: pytest.TempPathFactory) -> object:
    with pytest.MonkeyPatch.context() as patch, engine_at() as engine:
        patch.setenv("FOEDUS_DATA", str(tmp_path_factory.mktemp("none")))
        known = known_ties(engine)
        among = ("USA", "KOR", "JPN", "China", "North Korea")
        return foedus.blocs(DAY, among=among, draws=5, known=known)


def test_it_shows_itself(answer: "foedus.blocs") -> None:
    assert "Bloc of the United States: 3" in repr(answer)
    page = answer._repr_html_()
    assert "<svg" in page
    assert "North Korea" in page
    assert "<script" not in page


def test_it_speaks_french(answer: "foedus.blocs") -> None:
    words = BlocWords(answer.found, answer.known.instruments, "fr")
    heads = [head.replace("\u00a0", " ") for head, _members, _loose in words.blocs()]
    assert heads[1].startswith("Bloc « Chine » : 2")
    assert words.balance()[1] == (
        "Aucun lien négatif n’est connu\u00a0: rien ne pourrait manquer d’équilibre.",
    )


def test_its_tables(answer: "foedus.blocs") -> None:
    assert answer.to_arrow().num_rows == 5
    assert answer.ties().num_rows == 3
    assert set(answer.evidence()["source"].to_pylist()) == {"register"}
    assert answer.to_json()["on"] == "2024-06-20"


@pytest.mark.parametrize("ending", ["svg", "png", "html"])
def test_it_is_drawn(answer: "foedus.blocs", tmp_path: Path, ending: str) -> None:
    file, data = answer.draw(tmp_path / f"blocs.{ending}")
    begins = {"svg": b"<svg", "png": b"\x89PNG", "html": b"<!doctype html>"}[ending]
    assert file.read_bytes().startswith(begins)
    assert data.read_text(encoding="utf-8").startswith("first,second,sign,")
    with pytest.raises(ValueError, match="ends neither"):
        answer.draw(tmp_path / "blocs.pdf")


def test_nobody_tied_to_anybody() -> None:
    with engine_at() as engine:
        found = foedus.blocs(dt.date(1900, 1, 1), among=["France"], known=known_ties(engine))
    assert "no blocs to find" in repr(found)
    assert "<svg" not in found._repr_html_()
