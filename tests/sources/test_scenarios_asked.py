"""Scenarios of `case.toml`: old files stay valid, and all faults come at once with their lines."""

from pathlib import Path

import pytest

from foedus.errors import FaultyInput
from foedus.sources.case_folder import case_at

HEAD = """title = "t"
question = "q"
language = "en"
focus = ["RUS"]
period = "2000/2024"
"""
ASSUMED = """[[scenario.assume]]
that = "PRK joins RUS"
low = 0.2
high = 0.8
why = "w"
source = "s"
confirmed_by = "c"
refuted_by = "r"
"""


def case_of(folder: Path, body: str):
    (folder / "case.toml").write_text(HEAD + body, encoding="utf-8")
    return case_at(folder)


def faults_of(folder: Path, body: str) -> list[tuple[str, int | None]]:
    with pytest.raises(FaultyInput) as error:
        case_of(folder, body)
    return [(fault.field, fault.line) for fault in error.value.faults]


def test_a_scenario_has_one_act_or_several(tmp_path: Path) -> None:
    case = case_of(
        tmp_path,
        """[[scenario]]
id = "one"
act = "UKR attacks RUS"
in = "Kursk"
on = ["2024-11"]
beside = "two"
"""
        + ASSUMED
        + """[[scenario]]
id = "two"
acts = [
  { act = "UKR attacks RUS", in = "Kursk", on = "2024-08-06" },
  { act = "PRK attacks UKR", on = "2024-10" },
]
""",
    )
    one, two = case.scenarios
    assert (one.act, one.place, one.beside, two.acts[0].place) == (
        "UKR attacks RUS",
        "Kursk",
        "two",
        "Kursk",
    )
    assert [each.that for each in one.assumed] == ["PRK joins RUS"]
    assert [str(each.on) for each in two.acts] == ["2024-08-06", "2024-10"]
    assert (two.act, two.days, one.acts) == ("", (), ())


def test_all_faults_of_scenarios_come_at_once(tmp_path: Path) -> None:
    body = """[[scenario]]
id = "one"
act = "UKR attacks RUS"
on = ["2024-11"]
beside = "tow"
acts = [{ act = "UKR attacks RUS", on = "2024" }]
[[scenario]]
id = "two"
acts = [
  { act = "A attacks B", on = "2024-02-01" },
  { act = "A attacks C", on = "2024-01-01" },
]
[[scenario.assume]]
that = "PRK joins RUS"
low = 0.9
high = 0.2
why = " "
source = 3
"""
    found = faults_of(tmp_path, body)
    assert [field for field, _ in found] == [
        "scenario[1].beside",
        "scenario[1].acts",
        "scenario[2].acts[2].on",
        "scenario[2].assume[1].confirmed_by",
        "scenario[2].assume[1].refuted_by",
        "scenario[2].assume[1].low",
        "scenario[2].assume[1].why",
        "scenario[2].assume[1].source",
    ]
    assert all(line is not None for _, line in found)


@pytest.mark.parametrize("value", ["1.2", "-0.1", "true", '"0.5"', "nan"])
def test_a_bound_lies_between_none_and_all(tmp_path: Path, value: str) -> None:
    body = '[[scenario]]\nid = "a"\nact = "x"\non = ["2024"]\n' + ASSUMED.replace("0.8", value)
    assert ("scenario[1].assume[1].high", 13) in faults_of(tmp_path, body)


def test_a_scenario_stands_beside_another_one(tmp_path: Path) -> None:
    body = '[[scenario]]\nid = "a"\nact = "x"\non = ["2024"]\nbeside = "a"\n'
    assert faults_of(tmp_path, body) == [("scenario[1].beside", 10)]
