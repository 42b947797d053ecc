"""Treaty files as bad as people can make them: every fault with line, field and choices."""

import os
import sys
import time
from pathlib import Path

import pytest

from foedus.cli import main
from foedus.errors import FaultyInput
from foedus.treaties.instruments import instruments_of
from tests.treaties.test_instrument_file import SOUND

HEAD, PARTIES = SOUND.split("[[party]]", 1)
READING = """
    [[article.obligation.reading]]
"""
EXCEPTION = """
    [[article.obligation.exception]]
"""


def told(folder: Path, content: str | bytes) -> list[str]:
    """Every fault of a file with this content, without the folder."""
    file = folder / "own.toml"
    file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    with pytest.raises(FaultyInput) as raised:
        instruments_of([file])
    return [str(fault).removeprefix(f"{folder}{os.sep}") for fault in raised.value.faults]


def of_the_file(added: str) -> str:
    """A sound file with these lines before its parties: line 9 is the first of them."""
    return f"{HEAD}{added}[[party]]{PARTIES}"


def line_of(content: str, words: str) -> int:
    return content[: content.index(words)].count("\n") + 1


def check(folder: Path, content: str, expected: dict[str, tuple[str, str]]) -> None:
    """Hold the faults against those expected: by field, where it stands and words of the fault."""
    faults = told(folder, content)
    for field, (where, words) in expected.items():
        place = f"own.toml:{line_of(content, where)}: {field}: "
        assert any(one.startswith(place) and words in one for one in faults), (place, faults)
    assert len(faults) == len(expected), faults


# Files that cannot be read at all: one fault, and nothing else


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (SOUND.encode("utf-16"), "own.toml:1: the file: is not UTF-8"),
        (SOUND.replace("help", "aidé").encode("latin-1"), "own.toml:29: the file: is not UTF-8"),
        (bytes(range(256)), "the file: is not UTF-8"),
        (SOUND.encode() + b"#" * 2_000_000, "more than a million bytes"),
        (b"a = " + b"[" * 5000 + b"]" * 5000, "own.toml:1: the file: brackets are nested"),
        (b"a = " + b"{a=" * 3000 + b"1" + b"}" * 3000, "brackets are nested too deeply"),
        (SOUND.replace("help", "he\x00lp").encode(), "own.toml:29: the file: illegal character"),
        (b'id = "a"\nid = "b"\n', "own.toml:2: the file: cannot overwrite a value"),
        (b"a treaty of friendship", "own.toml:1: the file: expected '='"),
    ],
    ids=["utf-16", "latin-1", "bytes", "2 MB", "lists", "tables", "nul", "twice", "prose"],
)
def test_what_is_no_toml_of_a_treaty_is_one_fault(
    tmp_path: Path, content: bytes, fault: str
) -> None:
    began = time.monotonic()
    (found,) = told(tmp_path, content)
    assert fault in found
    assert "Expected" in found
    assert time.monotonic() - began < 2


@pytest.mark.parametrize("content", ["", "# to be written\n"])
def test_an_empty_file_is_told_all_that_it_must_have(tmp_path: Path, content: str) -> None:
    faults = " ".join(told(tmp_path, content))
    for field in ("id", "citation", "signed", "title", "short"):
        assert f"own.toml: {field}: is missing" in faults


@pytest.mark.parametrize("written", [SOUND.replace("\n", "\r\n"), f"\ufeff{SOUND}"])
def test_a_file_of_another_editor_is_read(tmp_path: Path, written: str) -> None:
    file = tmp_path / "own.toml"
    file.write_text(written, encoding="utf-8", newline="")
    assert list(instruments_of([file])) == ["aus-nzl-2030"]


# Files with many faults: all of them, each where it stands


def test_a_malformed_suspension(tmp_path: Path) -> None:
    content = of_the_file("""[[suspension]]
obligor = "USA"
beneficiary = []
from = "yesterday"
until = 5
words = "it lapsed"
sauce = "a letter"
[[suspension]]
obligor = ["XYZ", ""]
beneficiary = ["each party"]
from = "1990-01-01"
until = "1980-01-01"
words.en = "years"
source = "a note"
""")
    faults = told(tmp_path, content)
    expected = [
        "own.toml:9: suspension[1].source: is missing",
        "own.toml:10: suspension[1].obligor: is text. Expected a list",
        "own.toml:11: suspension[1].beneficiary: has 0 entries. Expected at least 1",
        "own.toml:12: suspension[1].from: 'yesterday' is not a date in EDTF",
        "own.toml:13: suspension[1].until: is a number. Expected a date in EDTF",
        "own.toml:14: suspension[1].words: is text. Expected a table",
        "own.toml:15: suspension[1].sauce: is unknown (did you mean source?)",
        "own.toml:17: suspension[2].obligor[1]: 'XYZ' is no actor",
        "own.toml:17: suspension[2].obligor[2]: is empty",
        "own.toml:20: suspension[2].until: spell 1990-01-01/1980-01-01 ends before it begins",
    ]
    for words in expected:
        assert any(one.startswith(words) for one in faults), (words, faults)


def test_malformed_duration_and_legal_force(tmp_path: Path) -> None:
    content = of_the_file("""[duration]
is = "forever"
years = 20
words.de = "ewig"
article = 3
[legal_force]
is = "binding-ish"
words.en = ""
""")
    check(
        tmp_path,
        content,
        {
            "duration.is": ('is = "forever"', "one of fixed, renewable, unlimited, unstated"),
            "duration.years": ("years = 20", "is a number. Expected text in quotation marks"),
            "duration.words.de": ("words.de", "is unknown. Expected one of en, fr"),
            "duration.words": ("[duration]", "is missing"),
            "duration.article": ("article = 3", "is a number"),
            "duration.source": ("[duration]", "is missing"),
            "legal_force.is": ("binding-ish", "one of binding, disputed, political"),
            "legal_force.words.en": ('words.en = ""', "is empty"),
            "legal_force.words": ("[legal_force]", "is missing"),
            "legal_force.source": ("[legal_force]", "is missing"),
        },
    )


def test_tables_that_are_none(tmp_path: Path) -> None:
    added = {
        "suspension": ("5", "tables that each begin with [[suspension]]"),
        "duration": ("7", "a table: [duration]"),
        "legal_force": ('"political"', "a table: [legal_force]"),
        "differs_from_atop": ("[1, 2]", "tables that each begin with [[differs_from_atop]]"),
        "guaranteed": ('"BEL"', "a list of texts in square brackets"),
        "atop": ("1350", "text in quotation marks"),
        "secrecy": ('"hush"', "one of public, secret, secret in part"),
        "names": ("5", "a list of texts in square brackets"),
    }
    lines = "".join(f"{field} = {value}\n" for field, (value, _) in added.items())
    faults = told(tmp_path, lines + SOUND)
    for number, (field, (_, expected)) in enumerate(added.items(), 1):
        place = f"own.toml:{number}: {field}: "
        assert any(one.startswith(place) and expected in one for one in faults), (place, faults)


def test_a_nonsensical_trigger(tmp_path: Path) -> None:
    content = SOUND.replace(
        'trigger.acts = ["attack"]',
        """trigger.acts = ["atack"]
  trigger.by = "nobody"
  trigger.adversaries = ["XXX"]
  trigger.least_adversaries = 2
  trigger.territory = ["recognised"]
  trigger.provocation = "yes"
  trigger.untold = ["weather"]
  trigger.also = "request"
  trigger.excluded_areas = ["Mars"]
  trigger.war = "all"
  trigger.foo = 1""",
    )
    field = "article[1].obligation[1].trigger"
    check(
        tmp_path,
        content,
        {
            f"{field}.acts[1]": ("atack", "one of attack, invasion, strike, threat, seizure"),
            f"{field}.by": ("nobody", "one of any, obligor, state"),
            f"{field}.adversaries[1]": ("XXX", "is no actor"),
            f"{field}.least_adversaries": ("least_adv", "text in quotation marks"),
            f"{field}.territory": ("territory", "is a list"),
            f"{field}.provocation": ('"yes"', "one of counts, excluded, unstated"),
            f"{field}.untold[1]": ("weather", "one of adversary, location, conflict"),
            f"{field}.also": ("trigger.also", "is text"),
            f"{field}.excluded_areas[1]": ("Mars", "europe"),
            f"{field}.war": ('"all"', "one of against, any"),
            f"{field}.foo": ("foo", "is unknown. Expected one of acts, adversaries"),
        },
    )


def test_nonsensical_readings(tmp_path: Path) -> None:
    content = f"""{SOUND}{READING}
    id = 5
    question = "Really?"
    label.en = "A"
    sets = {{}}
    holders = []
    act = "dance"
{READING}
    id = "b"
    question = "attack"
    label = "B"
    sets.colour = "red"
    sets.acts = "attack"
    sets.adversaries = ["ZZZ"]
    sets.territory = "moon"
    holders = ["somebody"]
    source = "a letter"
"""
    field = "article[1].obligation[1].reading"
    faults = told(tmp_path, content)
    expected = [
        (f"{field}[1].id: is a number", "id = 5"),
        (f"{field}[1].question: 'Really?' is not known. Expected one of ", "Really"),
        (f"{field}[1].sets: sets nothing. Expected one of acts", "sets = {}"),
        (f"{field}[1].holders: has 0 entries", "holders = []"),
        (f"{field}[1].act: 'dance' is not known. Expected one of attack", "dance"),
        (f"{field}[2].label: is text", 'label = "B"'),
        (f"{field}[2].sets.colour: is unknown", "sets.colour"),
        (f"{field}[2].sets.acts: is text", "sets.acts"),
        (f"{field}[2].sets.adversaries[1]: 'ZZZ' is no actor", "ZZZ"),
        (f"{field}[2].sets.territory: 'moon' is not known. Expected one of administered", "moon"),
    ]
    for words, where in expected:
        fault = f"own.toml:{line_of(content, where)}: {words}"
        assert any(one.startswith(fault) for one in faults), (fault, faults)
    assert any(
        one.endswith("[1].source: is missing. Expected a line `source = …`.") for one in faults
    )


def test_nonsensical_limits(tmp_path: Path) -> None:
    content = f"""{SOUND}{EXCEPTION}
    id = "e"
    kind = "zone"
    words.en = "somewhere"
    home = "nowhere"
    administered_by = ["QQQ"]
    article = "1"
    source = "a letter"
      [[article.obligation.exception.areas]]
      name = "Atlantis"
      until = "some day"
"""
    field = "article[1].obligation[1].exception[1]"
    check(
        tmp_path,
        content,
        {
            f"{field}.kind": ("zone", "area"),
            f"{field}.home": ("nowhere", "one of inside, open, outside"),
            f"{field}.administered_by[1]": ("QQQ", "is no actor"),
            f"{field}.areas[1].name": ("Atlantis", "mediterranean_sea"),
            f"{field}.areas[1].until": ("some day", "is not a date in EDTF"),
        },
    )


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ('"2024-02-30"', "'2024-02-30' has no such year, month or day"),
        ('"2030-01-01/.."', "is open on one side"),
        ('"1 January 2030"', "is not a date in EDTF"),
        ("nan", "is a number"),
        ("07:32:00", "is a time of day"),
        ('""', "is"),
    ],
)
def test_a_day_that_is_none(tmp_path: Path, written: str, fault: str) -> None:
    (found,) = told(tmp_path, SOUND.replace('"2030-01-01"', written, 1))
    assert found.startswith("own.toml:3: signed: ")
    assert fault in found


def test_a_wrong_word_in_every_field_is_told_for_every_field(tmp_path: Path) -> None:
    codes = ("2030-01-01", "2031", "AUS", "NZL", "text held", "defence", "each party", "automatic")
    content = SOUND
    for code in (*codes, "the other parties", "immediately", "attack"):
        content = content.replace(f'"{code}"', '"?"')
    faults = told(tmp_path, content)
    assert len(faults) == content.count('"?"') == 14
    assert all(": '?' is " in one and " Expected " in one for one in faults)


# In a case, from the command line


def test_a_case_is_told_the_faults_of_all_its_treaties_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "treaties"
    folder.mkdir()
    for number in range(30):
        wrong = SOUND.replace('"defence"', '"defense"').replace("aus-nzl", f"own-{number}")
        (folder / f"own-{number}.toml").write_text(wrong, encoding="utf-8")
    (folder / "last.toml").write_bytes(b"\xff\xfe")
    question = ["casus", "CHN attacks AUS", "--on", "2035-01-01", "--case", str(tmp_path)]
    monkeypatch.setenv("FOEDUS_DATA", str(tmp_path / "none"))
    monkeypatch.setattr(sys, "argv", ["foedus", *question])
    with pytest.raises(SystemExit) as end:
        main()
    printed = capsys.readouterr()
    assert (end.value.code, printed.out) == (3, "")
    assert printed.err.count("\n") == 31
    assert printed.err.count("(did you mean defence?)") == 30
    assert "last.toml:1: the file: is not UTF-8" in printed.err
