"""Treaties asked by people who misspell, mistake the day, pipe, interrupt, and mean no harm."""

import contextlib
import json
import os
import pty
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from foedus.cli import main
from tests.cli.test_commands import FOEDUS

LONG = "x" * 10_000


@dataclass(frozen=True)
class Answer:
    """What a command printed, what it said beside it, and how it ended."""

    code: int
    out: str
    told: str

    @property
    def data(self) -> Any:
        """The one JSON document that was printed."""
        return json.loads(self.out.encode("utf-8"))


Ask = Callable[..., Answer]


@pytest.fixture
def ask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Ask:
    """Run a command in this process, with no history held and nobody at a terminal."""
    monkeypatch.setenv("FOEDUS_DATA", str(tmp_path / "none"))
    monkeypatch.setenv("NO_COLOR", "")
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.delenv("COLUMNS", raising=False)

    def asked(*words: str, **settings: str) -> Answer:
        for name, value in settings.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(sys, "argv", ["foedus", *words])
        capsys.readouterr()
        try:
            main()
            code = 0
        except SystemExit as end:
            code = int(end.code or 0)
        printed = capsys.readouterr()
        return Answer(code, printed.out, printed.err)

    return asked


def act(ask: Ask, words: str, on: str, *more: str) -> tuple[list[str], list[str]]:
    """Who does it to whom, as `casus` understood the words."""
    found = ask("casus", words, "--on", on, "--json", *more)
    assert found.code == 0, found.told
    return found.data["initiators"], found.data["targets"]


# What is printed as JSON


@pytest.mark.parametrize(
    ("words", "on", "place"),
    [
        ("CHN attacks PHL", "2025-06-01", "Second Thomas Shoal"),
        ("UKR attacks RUS", "2024-12-10", "Kursk"),
        ("AUH attacks SRB", "1914-07-28", None),
        ("an armed group attacks MLI", "2024-03-01", None),
        ("Russia launches a cyber attack on Estonia", "2024-01-01", None),
        ("GBR attacks FRA", "1820-01-01", None),
    ],
)
def test_answers_are_one_document_a_row_per_actor_clause_and_reading(
    ask: Ask, words: str, on: str, place: str | None
) -> None:
    question = ("casus", words, "--on", on, *(("--in", place) if place else ()), "--json")
    found = ask(*question)
    assert found.code == 0
    assert found.told == ""
    assert ask(*question, COLUMNS="40").out == found.out
    document = found.data
    assert document["act"] == words
    assert document["on"] == on
    rows = document["answers"] + document["not_bound"]
    for row in rows:
        assert row["actor"]
        assert row["answer"] in ("must", "may", "barred", "disputed")
        assert row["verdict"] in (row["answer"], "not_bound")
        assert row["standing"] in ("certain", "possible")
        assert row["in_force"] in (True, False, None)
        assert row["instrument"]
        assert row["article"]
        assert row["source"]
        assert all(reason["text"] for reason in row["reasons"])
        assert (row["reading"] is None) == ("holders" not in row)
    parts = ("actor", "instrument", "article", "obligation", "towards", "reading")
    assert set(Counter(tuple(map(row.get, parts)) for row in rows).values()) <= {1}


def test_north_korea_in_kursk_is_answered_as_the_guide_says(ask: Ask) -> None:
    def rows(day: str) -> dict[str | None, dict[str, Any]]:
        found = ask("casus", "UKR attacks RUS", "--in", "Kursk", "--on", day, "--json").data
        return {
            row["reading"]: row
            for row in found["answers"]
            if (row["actor"], row["instrument"], row["article"]) == ("PRK", "rus-prk-2024", "4")
        }

    (before,) = rows("2024-11-01").values()
    assert (before["answer"], before["verdict"]) == ("may", "not_bound")
    assert before["in_force"] is False
    after = rows("2024-12-10")
    assert after[None]["answer"] == "disputed"
    assert after[None]["in_force"] is True
    assert after["any-attack"]["answer"] == "must"
    assert after["aggressor-excluded"]["verdict"] == "not_bound"


def test_what_is_owed_prints_as_rows_or_as_none(ask: Ask) -> None:
    rows = ask("obligations", "FRA", "RUS", "--on", "1914-07-28", "--json").data
    assert {"obligor", "beneficiary", "kind", "instrument", "article", "standing"} <= set(rows[0])
    nothing = ask("obligations", "BRA", "--on", "1830-01-01", "--json")
    assert nothing.code == 0
    assert nothing.data == []
    assert "No treaty" in nothing.told


def test_the_same_seed_prints_the_same_war(ask: Ask) -> None:
    war = ("cascade", "GMY attacks POL", "--on", "1939-09-01", "--draws", "2000", "--json")
    assert ask(*war).out == ask(*war).out
    assert ask(*war).data != ask(*war, "--seed", "1").data


# Names, codes and days


@pytest.mark.parametrize(
    "name",
    [
        *("Russia", "Russie", "Россия", "Росія", "俄罗斯", "ロシア", "러시아"),
        *("RUS", "rus", "365", "gw 365", "COW 365", "the Russian Federation", "Moscow"),
    ],
)
def test_an_actor_answers_to_its_name_in_seven_languages_and_to_its_codes(
    ask: Ask, name: str
) -> None:
    assert act(ask, f"{name} attacks UKR", "2024-06-01") == (["RUS"], ["UKR"])


@pytest.mark.parametrize(
    ("name", "on", "meant"),
    [
        ("255", "1914-08-01", "GMY"),
        ("GMY", "1914-08-01", "GMY"),
        ("Allemagne", "1914-08-01", "GMY"),
        ("GMY", "2024-06-01", "DEU"),
        ("gw 260", "1960-01-01", "DEU"),
        ("DEU", "1960-01-01", "DEU"),
        ("DDR", "1990-10-02", "DDR"),
        ("USSR", "1991-12-25", "SUN"),
        ("RUS", "1991-12-26", "RUS"),
    ],
)
def test_a_name_means_what_it_meant_on_the_day(ask: Ask, name: str, on: str, meant: str) -> None:
    assert act(ask, f"{name} attacks USA", on) == ([meant], ["USA"])


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (("casus", "DDR attacks USA", "--on", "1990-10-03"), "1990-10-02"),
        (("casus", "SRB attacks USA", "--on", "1950-01-01"), "1918-11-30"),
        (("casus", "RUS attacks UKR", "--on", "1700-01-01"), "1991-12-01"),
        (("cascade", "SUN attacks USA", "--on", "1991-12-26"), "1991-12-25"),
        (("obligations", "DEU", "--on", "1914-07-28"), "1949-05-23"),
        (("entangle", "SUN", "--on", "1991-12-26"), "1991-12-25"),
        (("casus", "Korea attacks USA", "--on", "2024-01-01"), "South Korea (KOR"),
        (("casus", "Rusia attacks UKR", "--on", "2024-01-01"), "Russia (RUS"),
        (("entangle", "KOR", "--against", "Nort Korea", "--on", "2024-01-01"), "North Korea"),
        (("obligations", "", "--on", "2024-01-01"), "''"),
        (("casus", "RUS attacks UKR", "--in", "Sevastopl", "--on", "2024-01-01"), "Sevastopol"),
        (("casus", "RUS attacks UKR", "--in", "Atlantis", "--on", "2024-01-01"), "Atlantis"),
    ],
)
def test_who_or_what_is_not_there_is_told_in_a_line(
    ask: Ask, command: tuple[str, ...], told: str
) -> None:
    found = ask(*command)
    assert (found.code, found.out) == (5, "")
    assert found.told.count("\n") == 1
    assert told in found.told


@pytest.mark.parametrize("place", ["Kursk", "  KURSK ", "koursk", "Курск", "Kursk Oblast"])
def test_a_place_has_many_spellings(ask: Ask, place: str) -> None:
    found = ask("casus", "UKR attacks RUS", "--in", place, "--on", "2024-06-01", "--json")
    assert found.data["place"] == "kursk"


# Acts


@pytest.mark.parametrize(
    ("words", "nearest"),
    [
        ("RUS attaks UKR", "RUS attacks UKR"),
        ("RUS attacks", ""),
        ("RUS", ""),
        ("", ""),
        ("   ", ""),
        ("😀", ""),
        ("RUS vs UKR", ""),
        pytest.param(LONG, "", id="10,000 letters"),
    ],
)
@pytest.mark.parametrize("command", ["casus", "cascade"])
def test_what_is_no_act_is_told_with_the_form(
    ask: Ask, command: str, words: str, nearest: str
) -> None:
    found = ask(command, words, "--on", "2024-06-01")
    assert (found.code, found.out) == (5, "")
    assert "Write: WHO attacks|invades" in found.told
    assert nearest in found.told


@pytest.mark.parametrize(
    "words",
    [
        "RUS ATTACKS UKR",
        "RUS\tattacks\nUKR",
        "l’Ukraine est attaquée par la Russie",
        "Russia invades Ukraine, unprovoked",
        pytest.param("RUS attacks " + " and ".join(["UKR"] * 1000), id="1,000 names"),
    ],
)
def test_an_act_may_be_put_in_many_ways(ask: Ask, words: str) -> None:
    assert act(ask, words, "2024-06-01") == (["RUS"], ["UKR"])


@pytest.mark.parametrize(
    "command",
    [
        ("casus", "\u202eRUS attacks UKR"),
        ("casus", "روسيا attacks أوكرانيا"),
        ("casus", "RUS\x01 attacks UKR"),
        ("casus", f"RUS attacks {LONG}"),
        ("casus", "RUS attacks UKR", "--in", LONG),
        ("obligations", "😀"),
        ("entangle", LONG),
        ("treaty", "show", LONG),
        ("treaty", "list", "--kind", "😀"),
    ],
)
def test_odd_input_is_refused_like_any_other(ask: Ask, command: tuple[str, ...]) -> None:
    found = ask(*command)
    assert (found.code, found.out) == (5, "")
    assert found.told.startswith("foedus: No ")


@pytest.mark.parametrize("day", ["2024-02-30", "", "2024", "yesterday", "1 May 2024"])
@pytest.mark.parametrize(
    "command",
    [
        ("casus", "RUS attacks UKR"),
        ("cascade", "RUS attacks UKR"),
        ("obligations", "RUS"),
        ("entangle", "RUS"),
        ("treaty", "list"),
    ],
)
def test_a_day_that_is_none_is_a_fault_of_the_command_line(
    ask: Ask, command: tuple[str, ...], day: str
) -> None:
    found = ask(*command, "--on", day, COLUMNS="120")
    assert (found.code, found.out) == (2, "")
    assert f"'{day}' is not a day such as 2024-11-01" in found.told


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (("casus",), "act"),
        (("casus", "RUS attacks UKR", "--language", "de"), "'fr'"),
        (("cascade", "RUS attacks UKR", "--draws", "100"), "200"),
        (("cascade", "RUS attacks UKR", "--draws", "1000000000"), "5000000"),
        (("cascade", "RUS attacks UKR", "--seed", "-1"), "--seed"),
        (("entangle", "KOR", "--against", "KOR"), "own enemy"),
        (("treaty", "diff", "nato-1949"), "ID"),
        (("treaty", "list", "--sort", "beauty"), "in-force"),
    ],
)
def test_a_command_not_understood_says_what_it_lacks(
    ask: Ask, command: tuple[str, ...], told: str
) -> None:
    found = ask(*command, COLUMNS="120")
    assert (found.code, found.out) == (2, "")
    assert told in found.told


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(LONG, id="10,000 letters"),
        "",
        *(f"USA joins POL{end}" for end in ("", " 1.5", " -0.5", " nan", " 101 %", " 0.5 if")),
    ],
)
def test_what_supposes_nothing_is_told_with_the_form(ask: Ask, words: str) -> None:
    found = ask("cascade", "GMY attacks POL", "--on", "1939-09-01", "--suppose", words)
    assert (found.code, found.out) == (5, "")
    assert "WHO joins|attacks WHOM CHANCE" in found.told


# What is read on a screen

COMMANDS = [
    ("casus", "CHN attacks PHL", "--on", "2025-06-01", "--full"),
    ("casus", "AUH attacks SRB", "--on", "1914-07-28"),
    ("obligations", "FRA", "--on", "1914-07-28"),
    ("cascade", "GMY attacks POL", "--on", "1939-09-01", "--draws", "2000"),
    ("entangle", "KOR", "--on", "2024-12-10", "--against", "PRK"),
]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_answers_fit_any_width_without_colour(
    ask: Ask, command: tuple[str, ...], language: str
) -> None:
    for width in (60, 80, 120, 200):
        found = ask(*command, "--language", language, COLUMNS=str(width))
        assert (found.code, found.told) == (0, "")
        assert max(map(cell_len, found.out.splitlines())) <= width
        assert "\x1b" not in found.out


def test_colour_is_left_out_where_it_is_not_wanted(ask: Ask) -> None:
    question = ("casus", "CHE attacks LIE", "--on", "2020-01-01")
    coloured = "\x1b[1;31mbarred"
    assert coloured in ask(*question, FORCE_COLOR="1").out
    assert coloured not in ask(*question, NO_COLOR="1").out
    assert coloured not in ask("--no-color", *question, NO_COLOR="").out


def test_french_answers_speak_french(ask: Ask) -> None:
    question = ("casus", "AUH attacks SRB", "--on", "1914-07-28", "--language", "fr")
    said = ask(*question, COLUMNS="200").out.replace("\u00a0", " ")
    assert "disputé    Grèce : défense" in said
    assert "Engagement en vigueur depuis le 1er juin 1913." in said
    for english in ("disputed", "otherwise:", "how:", "Bound since", "The clause", "may act"):
        assert english not in said
    war = ("cascade", "CHE attacks LIE", "--on", "2025-06-01", "--language", "fr")
    drawn = ask(*war, "--draws", "2000", COLUMNS="200").out
    assert "2\u202f000 tirages" in drawn
    assert "un devoir de défense est tenu\u00a0: " in drawn


@pytest.mark.parametrize(
    ("language", "said"), [("en", "No clause in force says"), ("fr", "Aucune clause en vigueur")]
)
def test_that_nothing_binds_anybody_is_said(ask: Ask, language: str, said: str) -> None:
    found = ask("casus", "GBR attacks FRA", "--on", "1820-01-01", "--language", language)
    assert (found.code, found.told) == (0, "")
    assert found.out.startswith(said)


def test_a_war_that_nobody_joins_has_no_empty_table(ask: Ask) -> None:
    war = ask("cascade", "CHE attacks LIE", "--on", "2025-06-01", "--draws", "2000")
    assert war.code == 0
    assert war.out.lstrip().startswith("Nobody joins in 100 %")


def test_a_picture_that_cannot_be_written_is_told(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    found = ask("entangle", "CHE", "--on", "2024-01-01", "--picture", f"{tmp_path}/file/x.svg")
    assert (found.code, found.out) == (1, "")
    assert "could not be written" in found.told


# Pipes and the keyboard


def test_a_reader_who_has_seen_enough_meets_no_traceback(tmp_path: Path) -> None:
    command = [str(FOEDUS), "obligations", "--on", "2024-06-01", "--json"]
    settings = os.environ | {"FOEDUS_DATA": str(tmp_path)}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=settings
    ) as asking:
        assert asking.stdout is not None
        assert asking.stderr is not None
        assert asking.stdout.readline() == b"[\n"
        asking.stdout.close()
        assert asking.stderr.read() == b""
    assert asking.returncode == 1


def test_a_long_cascade_says_that_it_draws_and_can_be_interrupted(tmp_path: Path) -> None:
    command = [
        str(FOEDUS),
        "cascade",
        "GMY attacks POL",
        "--on",
        "1939-09-01",
        "--draws",
        "2000000",
    ]
    settings = os.environ | {"FOEDUS_DATA": str(tmp_path), "TERM": "xterm"}
    ours, theirs = pty.openpty()
    drawing = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=theirs, env=settings)
    os.close(theirs)
    told = b""
    while b"Drawing 2,000,000 wars" not in told:
        told += os.read(ours, 4096)
    drawing.send_signal(signal.SIGINT)
    with contextlib.suppress(OSError):  # how a terminal ends whose other side is closed
        while more := os.read(ours, 4096):
            told += more
    printed, _ = drawing.communicate(timeout=60)
    os.close(ours)
    assert drawing.returncode == 130
    assert printed == b""
    assert b"Traceback" not in told
