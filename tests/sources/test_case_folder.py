"""A case folder is read whole, and all its faults are told at once with their lines."""

from pathlib import Path

import pytest

from foedus.errors import FaultyInput, FoedusError
from foedus.evidence import Day
from foedus.sources.case_folder import case_at
from foedus.sources.new_case import CHRONICLE_COLUMNS, new_case

MENTIONS = """source,date,term,documents,documents_mentioning
cctv,2023-01-05,north_korea,10,1
cctv,2024-06-05,north_korea,10,0
cctv,2024-10-05,north_korea,10,0
cctv,2024-10-05,japan,10,2
1tv,2024-06-05,japan,20,3
"""
GOOD = """\
title = "The pact"
question = "What changed?"
language = "en"
focus = ["RUS", "PRK"]
watch = ["CHN"]
period = "2000/2024-12-31"
compare = ["rus-prk-2024", "sun-prk-1961"]

[[scenario]]
id = "kursk"
act = "UKR attacks RUS"
in = "Kursk"
on = ["2024-11-01", 2024-12-10]

[[coverage]]
what = "visits"
event_type = "CONSULT"
actors = ["RUS", "PRK"]
spell = "2000/2024"
how = "by hand"

[reliability]
"38 North" = "B"
"""


def _case(folder: Path, text: str) -> Path:
    (folder / "sources").mkdir(exist_ok=True)
    (folder / "case.toml").write_text(text, encoding="utf-8")
    return folder


def _faults(folder: Path, text: str) -> list[tuple[int | None, str]]:
    with pytest.raises(FaultyInput) as faulty:
        case_at(_case(folder, text))
    return [(fault.line, fault.field) for fault in faulty.value.faults]


def test_a_case_is_what_its_file_says_and_what_lies_beside_it(tmp_path: Path) -> None:
    _case(tmp_path, GOOD)
    for name in ("b.txt", "a.pdf", ".hidden", "a.toml"):
        (tmp_path / "sources" / name).write_text("")
    (tmp_path / "treaties").mkdir()
    (tmp_path / "treaties" / "own.toml").write_text("")
    (tmp_path / "chronicle.csv").write_text("")
    case = case_at(tmp_path)
    assert case.name == tmp_path.name
    assert (case.title, case.focus, case.watch) == ("The pact", ("RUS", "PRK"), ("CHN",))
    assert case.period == Day("2000/2024-12-31")
    assert case.scenarios[0].days == (Day("2024-11-01"), Day("2024-12-10"))
    assert case.coverage[0].spell == Day("2000/2024")
    assert case.reliability == {"38 North": "B"}
    assert [document.name for document in case.documents] == ["a.pdf", "b.txt"]
    assert [treaty.name for treaty in case.treaties] == ["own.toml"]
    assert case.chronicle == tmp_path / "chronicle.csv"
    assert case.judgements is None


def test_all_faults_are_told_at_once_each_with_its_line(tmp_path: Path) -> None:
    text = """\
title = 3
questoin = "?"
language = "de"
focus = [
  "RUS",
  "PRUS",
]
period = "2000/.."
[[scenario]]
id = "kursk"
act = "UKR attacks RUS"
on = ["tomorrow"]
[[scenario]]
id = "kursk"
act = "x"
on = []
[[coverage]]
what = "visits"
event_type = "CONSULTS"
actors = ["RUS"]
spell = "2000"
how = "by hand"
[reliability]
"38 North" = "G"
"""
    assert _faults(tmp_path, text) == [
        (None, "question"),
        (1, "title"),
        (2, "questoin"),
        (3, "language"),
        (6, "focus[2]"),
        (8, "period"),
        (12, "scenario[1].on[1]"),
        (14, "scenario[2].id"),
        (16, "scenario[2].on"),
        (19, "coverage[1].event_type"),
        (24, "reliability.38 North"),
    ]


def test_the_nearest_name_is_offered(tmp_path: Path) -> None:
    with pytest.raises(FaultyInput) as faulty:
        case_at(_case(tmp_path, GOOD.replace("CONSULT", "CONSLT").replace("watch", "wach")))
    assert "did you mean CONSULT?" in str(faulty.value)
    assert "did you mean watch?" in str(faulty.value)


def test_a_fault_of_syntax_names_line_and_column(tmp_path: Path) -> None:
    with pytest.raises(FaultyInput, match=r"case\.toml:2: the file: .* at column \d+"):
        case_at(_case(tmp_path, 'title = "x"\nfocus = [RUS]\n'))


@pytest.mark.parametrize(
    "text", ["title = ", "a = [" + "[" * 3000, "= 3", '"a', "a = 1\na = 2", "\x00", "[a\n"]
)
def test_any_broken_toml_is_a_fault_of_the_file(tmp_path: Path, text: str) -> None:
    assert [field for _, field in _faults(tmp_path, text)] == ["the file"]


def test_a_file_that_is_not_utf8_is_a_fault_with_its_line(tmp_path: Path) -> None:
    _case(tmp_path, "")
    (tmp_path / "case.toml").write_bytes(b'title = "x"\nquestion = "\xe9"\n')
    with pytest.raises(FaultyInput, match=r"case\.toml:2: the file: is not UTF-8"):
        case_at(tmp_path)


def test_faults_of_the_files_beside_documents_are_told_with_those_of_the_case(
    tmp_path: Path,
) -> None:
    _case(tmp_path, GOOD.replace('title = "The pact"', 'title = ""'))
    (tmp_path / "sources" / "a.txt").write_text("words")
    (tmp_path / "sources" / "a.toml").write_text('published = "soon"')
    (tmp_path / "sources" / "b.toml").write_text('title = "Of nothing"')
    with pytest.raises(FaultyInput) as faulty:
        case_at(tmp_path)
    assert [Path(fault.file).name for fault in faulty.value.faults] == [
        "case.toml",
        "a.toml",
        "b.toml",
    ]


def test_a_folder_that_is_no_case_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(FaultyInput, match=r"no case\.toml in it.*foedus init"):
        case_at(tmp_path)
    with pytest.raises(FaultyInput, match=r"no such folder.*foedus init"):
        case_at(tmp_path / "nothing")


def test_parts_of_a_case_may_not_be_links_out_of_it(tmp_path: Path) -> None:
    case, other = tmp_path / "case", tmp_path / "other"
    case.mkdir()
    other.mkdir()
    (case / "case.toml").write_text(GOOD)
    (case / "sources").symlink_to(other)
    with pytest.raises(FaultyInput, match="leads outside the case"):
        case_at(case)


def test_a_new_case_asks_only_for_its_actors(tmp_path: Path) -> None:
    folder = tmp_path / 'A "new" case'
    case_file = new_case(folder)
    with pytest.raises(FaultyInput) as faulty:
        case_at(folder)
    assert [fault.field for fault in faulty.value.faults] == ["focus"]
    text = case_file.read_text(encoding="utf-8").replace("focus = [] ", 'focus = ["RUS"] ')
    case_file.write_text(text, encoding="utf-8")
    case = case_at(folder)
    assert case.focus == ("RUS",)
    assert case.chronicle is not None
    assert case.chronicle.read_text() == ",".join(CHRONICLE_COLUMNS) + "\n"


def test_every_remark_of_a_new_case_is_right_when_it_is_uncommented(tmp_path: Path) -> None:
    case_file = new_case(tmp_path)
    (tmp_path / "mentions.csv").write_text(MENTIONS + "1tv,2024-06-05,north_korea,20,1\n")
    lines = case_file.read_text(encoding="utf-8").split("\n")
    fields = [
        line.removeprefix("# ") if line.startswith(("# [", '# "')) or " = " in line else line
        for line in lines
    ]
    text = "\n".join(fields).replace("focus = []", 'focus = ["RUS", "PRK"]')
    case_file.write_text(text, encoding="utf-8")
    case = case_at(tmp_path)
    assert case.scenarios
    assert case.coverage
    assert case.reliability


def test_a_new_case_overwrites_nothing(tmp_path: Path) -> None:
    (tmp_path / "chronicle.csv").write_text("mine")
    new_case(tmp_path)
    assert (tmp_path / "chronicle.csv").read_text() == "mine"
    with pytest.raises(FoedusError, match="is there already"):
        new_case(tmp_path)
    (tmp_path / "file").write_text("")
    with pytest.raises(FoedusError, match="no case can be made there"):
        new_case(tmp_path / "file" / "case")


def test_a_silence_is_asked_of_a_table_in_the_case(tmp_path: Path) -> None:
    (tmp_path / "mentions.csv").write_text(MENTIONS)
    asked = """
[[silence]]
counts = "mentions.csv"
source = "CCTV"
about = "PRK"
in = ["2024-06", "2024-10/2024-11"]
baseline = "2022-10/2024-05"
"""
    (silence,) = case_at(_case(tmp_path, GOOD + asked)).silences
    assert silence.counts == tmp_path / "mentions.csv"
    assert (silence.source, silence.about, silence.beside) == ("CCTV", "PRK", ())
    assert silence.during == (Day("2024-06"), Day("2024-10/2024-11"))


def test_every_fault_of_a_silence_is_told_at_once(tmp_path: Path) -> None:
    wrong = """
[[silence]]
counts = "../secret.csv"
about = 3
in = ["2023-01", "2024-06/.."]
baseline = "2022-10/2024-05"
besides = ["1tv"]
[[silence]]
counts = "none.csv"
source = "1tv"
about = "PRK"
in = []
baseline = "2022/.."
beside = ["1tv"]
"""
    fields = [field for _, field in _faults(tmp_path, GOOD + wrong)]
    assert fields == [
        "silence[1].source",
        "silence[1].counts",
        "silence[1].about",
        "silence[1].in[1]",
        "silence[1].in[2]",
        "silence[1].besides",
        "silence[2].counts",
        "silence[2].in",
        "silence[2].baseline",
        "silence[2].beside",
    ]


def test_what_a_table_of_mentions_does_not_have_is_told_before_anything_is_built(
    tmp_path: Path,
) -> None:
    (tmp_path / "mentions.csv").write_text(MENTIONS)
    block = '[[silence]]\ncounts = "mentions.csv"\n'
    wrong = (
        GOOD
        + block
        + 'source = "CCTW"\nabout = "PRK"\nin = ["2024-06"]\nbaseline = "2023"\nbeside = ["2tv"]\n'
        + block
        + 'source = "CCTV"\nabout = "North Karea"\nin = ["2024-06"]\nbaseline = "2023"\n'
        + block
        + 'source = "CCTV"\nabout = "PRK"\nin = ["2024-06", "2025"]\nbaseline = "2019"\n'
        + 'beside = ["1tv", "bbc"]\n'
    )
    with pytest.raises(FaultyInput) as faulty:
        case_at(_case(tmp_path, wrong))
    assert [(one.field, one.expected) for one in faulty.value.faults] == [
        ("silence[1].source", "cctv"),
        ("silence[1].beside[1]", "1tv or cctv"),
        ("silence[2].about", "north_korea"),
        ("silence[3].in[2]", "days from 2023-01-05 to 2024-10-05"),
        ("silence[3].baseline", "days from 2023-01-05 to 2024-10-05"),
        ("silence[3].beside[1]", "japan"),
        ("silence[3].beside[2]", "1tv or cctv"),
    ]
    first = faulty.value.faults[0]
    assert first.line == GOOD.count("\n") + 3
    assert "No source called 'CCTW' in the table of mentions" in first.problem


def test_the_faults_of_a_table_of_mentions_are_told_once_with_those_of_the_case(
    tmp_path: Path,
) -> None:
    (tmp_path / "mentions.csv").write_text(MENTIONS.replace("10,1", "10,11"))
    block = '[[silence]]\ncounts = "mentions.csv"\nsource = "a"\nabout = "b"\nin = ["2024"]\n'
    fields = [field for _, field in _faults(tmp_path, GOOD + 2 * (block + 'baseline = "2023"\n'))]
    assert fields == ["documents_mentioning"]


@pytest.mark.parametrize("counts", ["/etc/passwd", "../../x.csv", "x\\u0000.csv", "~/x.csv", "."])
def test_a_silence_is_never_counted_from_outside_the_case(tmp_path: Path, counts: str) -> None:
    asked = f'[[silence]]\ncounts = "{counts}"\nsource = "a"\nabout = "b"\nin = ["2024"]\n'
    assert [field for _, field in _faults(tmp_path, GOOD + asked + 'baseline = "2023"\n')] == [
        "silence[1].counts"
    ]
