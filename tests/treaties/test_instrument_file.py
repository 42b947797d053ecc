"""A treaty file that is wrong says everything that is wrong with it, and where."""

from pathlib import Path

import pytest

from foedus.errors import FaultyInput
from foedus.treaties.instruments import instruments_in, instruments_of, register

SOUND = """\
id = "aus-nzl-2030"
citation = "Agreement of Auckland"
signed = "2030-01-01"
in_force = "2031"
[title]
en = "Agreement of Auckland"
[short]
en = "Auckland"
[[party]]
actor = "AUS"
signed = "2030-01-01"
from = "2031"
[[party]]
actor = "NZL"
signed = "2030-01-01"
[[article]]
number = "1"
known_how = "text held"
source = "Agreement of Auckland"
summary.en = "Each defends the other."
  [[article.obligation]]
  id = "aid"
  kind = "defence"
  obligor = ["each party"]
  beneficiary = ["the other parties"]
  discretion = "automatic"
  timing = "immediately"
  trigger.acts = ["attack"]
  asks.action.en = "help"
"""


def written(folder: Path, text: str, name: str = "a.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def faults(folder: Path, text: str) -> list[str]:
    with pytest.raises(FaultyInput) as raised:
        instruments_of([written(folder, text)])
    return [str(fault) for fault in raised.value.faults]


def test_a_sound_file_in_one_language_is_read(tmp_path: Path) -> None:
    (found,) = instruments_of([written(tmp_path, SOUND)]).values()
    assert found.title.said("fr") == "Agreement of Auckland"
    assert found.parties[1].spell is None
    assert [obligation.kind for _, obligation in found.obligations()] == ["defence"]


def test_an_unknown_actor_is_told_with_its_line_and_the_nearest(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, SOUND.replace('actor = "NZL"', 'actor = "NZX"'))
    assert ":14: party[2].actor: 'NZX' is no actor" in fault
    assert "New Zealand (NZL)" in fault


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    text = (
        SOUND.replace('kind = "defence"', 'kind = "defense"')
        .replace('timing = "immediately"', 'timing = "soon"')
        .replace('signed = "2030-01-01"\nin_force', 'signed = "1 January 2030"\nin_force')
        .replace('citation = "Agreement of Auckland"\n', "")
        .replace('number = "1"', 'number = "1"\nnombre = "1"')
    )
    told = faults(tmp_path, text)
    assert len(told) == 5
    assert any("'defense' is not known (did you mean defence?)" in fault for fault in told)
    assert any("nombre" in fault and "is unknown" in fault for fault in told)
    assert any("citation" in fault and "is missing" in fault for fault in told)
    assert any("EDTF" in fault for fault in told)


def test_an_uncertain_article_must_say_why(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, SOUND.replace('"text held"', '"uncertain"'))
    assert "why_uncertain" in fault


def test_a_party_cannot_leave_before_it_joins(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, SOUND.replace('from = "2031"', 'from = "2031"\nuntil = "2030"'))
    assert "ends before it begins" in fault


def test_what_is_not_toml_is_told_with_its_line(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, SOUND.replace("[title]", "[title"))
    assert "a.toml:5" in fault


def test_one_id_cannot_be_used_twice(tmp_path: Path) -> None:
    written(tmp_path, SOUND, "a.toml")
    written(tmp_path, SOUND, "b.toml")
    with pytest.raises(FaultyInput, match="is used by"):
        instruments_in(tmp_path)


def test_faults_of_all_files_are_told_together(tmp_path: Path) -> None:
    written(tmp_path, SOUND.replace('"defence"', '"x"'), "a.toml")
    written(tmp_path, SOUND.replace('"automatic"', '"y"'), "b.toml")
    with pytest.raises(FaultyInput) as raised:
        instruments_in(tmp_path)
    assert {Path(fault.file).name for fault in raised.value.faults} == {"a.toml", "b.toml"}


def test_a_case_can_add_to_the_register(tmp_path: Path) -> None:
    added = {**register(), **instruments_of([written(tmp_path, SOUND)])}
    assert len(added) == len(register()) + 1
