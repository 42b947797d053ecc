"""`foedus scenario`: the list, one scenario, two side by side, a picture, what is refused."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from foedus.cli.app import app

CASE = """title = "July 1914"
question = "Who will fight?"
language = "en"
focus = ["AUH", "SRB"]
watch = ["ITA"]
period = "1914"
[[scenario]]
id = "alone"
act = "AUH attacks SRB"
on = ["1914-07-28"]
[[scenario]]
id = "with-russia"
act = "AUH attacks SRB"
on = ["1914-07-28"]
beside = "alone"
[[scenario.assume]]
that = "RUS joins SRB"
low = 0.6
high = 0.9
why = "Russia had given way in 1909 and would not again"
source = "A. Historian, 1999"
confirmed_by = "general mobilisation"
refuted_by = "acceptance of a halt in Belgrade"
[[scenario]]
id = "threat"
act = "AUH threatens SRB"
on = ["1914-07-23"]
"""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    (tmp_path / "case.toml").write_text(CASE, encoding="utf-8")
    return tmp_path


def run(*words: str | Path) -> str:
    ran = CliRunner().invoke(app, ["scenario", *map(str, words)], catch_exceptions=False)
    assert ran.exit_code == 0, ran.output
    return ran.stdout


def test_without_an_id_the_scenarios_are_listed(case: Path) -> None:
    listed = json.loads(run(case, "--json"))
    assert [one["id"] for one in listed] == ["alone", "with-russia", "threat"]
    assert listed[1]["assumed"] == ["RUS joins SRB"]
    assert "with-russia" in run(case)


def test_a_scenario_says_parts_chains_judgements_and_confidence_apart(case: Path) -> None:
    said = " ".join(run(case, "with-russia", "--draws", "4000").split())
    assert "Russian Empire: fights beside Serbia – likely (55–80 %)" in said
    assert "Confidence is low." in said
    assert "France for the Russian Empire (Franco-Russian Alliance, art. 1)" in said
    assert "judgement of A. Historian, 1999: Russia had given way" in said
    assert "would confirm: general mobilisation" in said
    assert "counted: foedus" in said
    assert "A duty is not a decision" in said
    assert "Who can reach whom is not asked" in said
    # Likelihood and confidence never share a sentence.
    for sentence in said.split(". "):
        assert not ("likely" in sentence and "Confidence" in sentence)


def test_in_french_it_says_the_same(case: Path) -> None:
    said = " ".join(run(case, "with-russia", "--draws", "2000", "--language", "fr").split(" "))
    assert "combat aux côtés de la Serbie" in said
    assert "La confiance est faible." in said


def test_json_has_roles_that_add_up_and_the_comparison(case: Path) -> None:
    found = json.loads(run(case, "with-russia", "--draws", "2000", "--json"))
    (outlook,) = found["outlooks"]
    for one in outlook["actors"]:
        assert sum(role["mean"] for role in one["roles"].values()) == pytest.approx(1)
    judged = [one for one in outlook["assumptions"] if one["judged"]]
    assert [(one["id"], one["refuted_by"]) for one in judged] == [
        ("RUS joins SRB", "acceptance of a halt in Belgrade")
    ]
    (russia,) = [
        one
        for one in found["beside"]["differences"]
        if (one["actor"], one["role"]) == ("RUS", "fights_attacked")
    ]
    assert russia["difference"]["mean"] < -0.5  # the other scenario is the one without it


def test_a_picture_has_its_data_beside_it(case: Path) -> None:
    run(case, "with-russia", "--draws", "2000", "--picture", case / "parts.svg")
    assert "fights beside Serbia" in (case / "parts.svg").read_text(encoding="utf-8")
    rows = (case / "parts.data.csv").read_text(encoding="utf-8").splitlines()
    assert rows[0] == "actor,role,share,low,high,error_of_the_drawing"
    assert any(row.startswith("RUS,fights_attacked,0.7") for row in rows)


def test_a_threat_makes_no_war(case: Path) -> None:
    assert "No war is drawn" in run(case, "threat")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("nowhere",), "it has: alone, with-russia, threat"),
        (("alone", "--beside", "alone"), "another one"),
        (("--beside", "alone"), "go with the ID"),
        (("alone", "--picture", "parts.txt"), "ends neither"),
    ],
)
def test_wrong_usage_is_told(case: Path, words: tuple[str, ...], told: str) -> None:
    ran = CliRunner().invoke(app, ["scenario", str(case), *words])
    assert ran.exit_code == 2
    assert told in " ".join(ran.output.replace("│", " ").split())
