"""The study of June 2024: its figures are come by again, and its files are read as they are."""

from pathlib import Path

import pytest
from studies.june_2024 import __main__ as study
from studies.june_2024.__main__ import Answer, answers, bound_anew, main
from studies.june_2024.series import MONTHS, listings, speech

SOME = ("RUS → UKR", "RUS → PRK", "CHN → PRK", "USA → PRK", "EU → PRK")


@pytest.fixture(scope="module")
def data(shared: Path) -> Path:
    return shared / "data"


@pytest.fixture(scope="module")
def answered(data: Path) -> tuple[Answer, ...]:
    """What every series says: seconds of work, once."""
    return tuple(answers((*speech(data), *listings(data))))


def test_russian_television_turned_from_ukraine_not_to_korea(answered: tuple[Answer, ...]) -> None:
    found = {each.name: each for each in answered}
    assert found["RUS → UKR, documents naming it"].here > 0.5
    assert found["RUS → PRK, documents naming it"].here < 0.2
    assert "June 8, expected 0–7" in found["RUS → PRK, documents naming it"].month
    assert all(each.here < 0.5 for name, each in found.items() if not name.startswith("RUS → UKR"))


def test_every_recorded_figure_is_come_by_again(
    data: Path,
    answered: tuple[Answer, ...],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(study, "answers", lambda _: answered)
    assert main(str(data)) == 0
    assert "not as recorded" not in capsys.readouterr().out


def test_a_list_counts_days_not_names(data: Path) -> None:
    over_ukraine = listings(data)[0]
    june = over_ukraine.counts[[str(each)[:7] for each in MONTHS].index("2024-06")]
    assert 1 <= june <= 5, "the fourteenth package listed 122 names in a few days"


def test_in_law_defence_is_new_both_ways() -> None:
    new = list(bound_anew())
    assert any(each.startswith("PRK → RUS: + defence") for each in new)
    assert any(each.startswith("RUS → PRK: + defence") for each in new)
    assert any("- consultation (rus-prk-2000" in each for each in new)
