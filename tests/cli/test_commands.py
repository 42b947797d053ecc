"""The command line as people meet it: real processes, real exit codes."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

FOEDUS = Path(sys.executable).parent / "foedus"

BRIEF = """The pact of Pyongyang

Paris, 25 November 2024

On 19 June 2024 Russia and North Korea signed a treaty in Pyongyang. Ukraine accused North Korea
of sending soldiers to Russia. China did not condemn the deployment.
"""
CASE = """title = "A pact"
question = "What changed?"
language = "en"
focus = ["RUS", "PRK"]
watch = ["CHN"]
period = "2024"
compare = ["rus-prk-2024", "sun-prk-1961"]
"""


def foedus(*words: object, **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(FOEDUS), *map(str, words)],
        capture_output=True,
        text=True,
        timeout=120,
        env=os.environ | settings,
    )


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    file = tmp_path / "brief.txt"
    file.write_text(BRIEF, encoding="utf-8")
    return file


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = tmp_path / "pact"
    (folder / "sources").mkdir(parents=True)
    (folder / "case.toml").write_text(CASE, encoding="utf-8")
    (folder / "sources/brief.txt").write_text(BRIEF, encoding="utf-8")
    return folder


def test_help_names_every_command_and_needs_nothing_heavy() -> None:
    answer = foedus("--help")
    assert answer.returncode == 0
    for command in ("init", "read", "build", "events", "casus", "treaty", "serve"):
        assert command in answer.stdout
    light = "import sys; import foedus.cli; print(*sys.modules)"
    modules = subprocess.run([sys.executable, "-c", light], capture_output=True, text=True)
    assert not {"spacy", "ibis", "duckdb", "altair", "pydantic"} & set(modules.stdout.split())


def test_reading_prints_the_export_with_quotations_that_stand_in_the_text(brief: Path) -> None:
    answer = foedus("read", brief, "--json")
    assert answer.returncode == 0, answer.stderr
    export = json.loads(answer.stdout)
    assert export["metadata"]["publication_date"] == "2024-11-25"
    assert export["assertions"]
    for assertion in export["assertions"]:
        assert BRIEF[assertion["start"] : assertion["end"]] == assertion["quote"]


def test_a_day_given_by_hand_replaces_the_one_in_the_text(brief: Path) -> None:
    export = json.loads(foedus("read", brief, "--json", "--published", "2025-01-02").stdout)
    assert export["metadata"]["publication_date"] == "2025-01-02"


def test_a_word_that_is_no_day_is_a_fault_of_the_command_line(brief: Path) -> None:
    answer = foedus("read", brief, "--published", "yesterday")
    assert answer.returncode == 2
    assert "yesterday" in answer.stderr


def test_an_unreadable_document_is_one_line_and_code_4(tmp_path: Path) -> None:
    file = tmp_path / "empty.txt"
    file.touch()
    answer = foedus("read", file)
    assert answer.returncode == 4
    assert answer.stderr.count("\n") == 1
    assert "empty.txt" in answer.stderr


def test_an_unknown_actor_is_code_5_with_the_nearest_name() -> None:
    answer = foedus("casus", "Prusia attacks FRN", "--on", "1866-06-14")
    assert answer.returncode == 5
    assert "Prussia" in answer.stderr


def test_a_state_outside_its_life_is_code_5_and_told_when_it_lived() -> None:
    answer = foedus("casus", "SUN attacks USA", "--on", "2024-06-19")
    assert answer.returncode == 5
    assert "1991" in answer.stderr


def test_before_any_build_there_are_no_events_and_the_message_says_what_to_do(case: Path) -> None:
    answer = foedus("events", case)
    assert answer.returncode == 7
    assert "foedus build" in answer.stderr


def test_a_case_is_built_and_its_path_printed_alone(case: Path) -> None:
    answer = foedus("build", case)
    assert answer.returncode == 0, answer.stderr
    assert Path(answer.stdout.strip()).is_file()
    again = foedus("build", case)
    assert again.stdout == answer.stdout
    assert "Nothing has changed" in again.stderr
    events = json.loads(foedus("events", case, "--json").stdout)
    assert any(event["event_type"] == "AGREE" for event in events)


def test_all_faults_of_a_case_are_told_at_once(case: Path) -> None:
    broken = CASE.replace('"CHN"', '"XQZ"').replace('period = "2024"', 'period = "last year"')
    (case / "case.toml").write_text(broken, encoding="utf-8")
    answer = foedus("build", case)
    assert answer.returncode == 3
    assert "XQZ" in answer.stderr
    assert "last year" in answer.stderr
    assert "case.toml:5" in answer.stderr


def test_a_bad_document_does_not_stop_the_others(case: Path) -> None:
    (case / "sources/scan.pdf").write_bytes(b"%PDF-1.7\n garbage")
    answer = foedus("build", case)
    assert answer.returncode == 4
    assert "scan.pdf" in answer.stderr
    assert Path(answer.stdout.strip()).is_file()


def test_an_interrupted_build_leaves_the_old_one_whole(case: Path) -> None:
    assert foedus("build", case).returncode == 0
    before = foedus("events", case, "--json").stdout
    (case / "sources/more.txt").write_text(BRIEF * 200, encoding="utf-8")
    build = subprocess.Popen(
        [str(FOEDUS), "build", str(case)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    unfinished = case / "build/ledger.duckdb.unfinished"
    deadline = time.monotonic() + 60
    while not unfinished.exists() and build.poll() is None and time.monotonic() < deadline:
        time.sleep(0.02)
    build.send_signal(signal.SIGINT)
    build.communicate(timeout=60)
    assert build.returncode == 130
    assert foedus("events", case, "--json").stdout == before
    assert (case / "build/dossier/index.html").is_file()


def test_no_colour_is_printed_into_a_pipe() -> None:
    answer = foedus("treaty", "list", TERM="xterm-256color")
    assert "\x1b[" not in answer.stdout


@pytest.mark.parametrize("words", [["treaty", "list"], ["treaty", "show", "nato-1949"]])
def test_treaties_print_as_json_too(words: list[str]) -> None:
    assert json.loads(foedus(*words, "--json").stdout)


def test_two_treaties_are_compared_clause_by_clause() -> None:
    answer = foedus("treaty", "diff", "sun-prk-1961", "rus-prk-2024")
    assert answer.returncode == 0, answer.stderr
    assert "trigger" in answer.stdout.lower()


def test_an_unknown_treaty_is_code_5_with_the_nearest_id() -> None:
    answer = foedus("treaty", "show", "nato-1948")
    assert answer.returncode == 5
    assert "nato-1949" in answer.stderr


def test_kursk_before_and_after_the_treaty_entered_into_force() -> None:
    def north_korea(day: str) -> set[str]:
        words = ("casus", "UKR attacks RUS", "--in", "Kursk", "--on", day, "--json")
        answers = json.loads(foedus(*words).stdout)["answers"]
        return {one["verdict"] for one in answers if one["actor"] == "PRK"}

    assert "disputed" not in north_korea("2024-11-01")
    assert "disputed" in north_korea("2024-12-10")
