"""Who moved, as `case.toml` asks it: all faults at once, with their lines."""

from pathlib import Path

import pytest

from foedus.errors import FaultyInput
from foedus.evidence import Day
from foedus.sources.case_folder import case_at

HEAD = """title = "t"
question = "q"
language = "en"
focus = ["RUS"]
watch = ["JPN"]
period = "2000/2024"
datasets = ["unga-votes"]
"""


def case_of(folder: Path, body: str):
    (folder / "case.toml").write_text(HEAD + body, encoding="utf-8")
    return case_at(folder)


def test_an_outcome_is_a_dataset_or_a_table_of_the_case(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text("one,two,period,value\n")
    votes, own = case_of(
        tmp_path,
        '[[moved]]\noutcome = "votes"\non = "2014"\n[[moved]]\noutcome = "own.csv"\n'
        'watch = ["KOR"]\n',
    ).movements
    assert (votes.outcome, votes.file, votes.on, votes.watch) == ("votes", None, Day("2014"), ())
    assert (own.file, own.on, own.watch) == (tmp_path / "own.csv", None, ("KOR",))


def test_every_fault_is_told_with_its_place(tmp_path: Path) -> None:
    body = (
        '[[moved]]\noutcome = "trade"\n'
        '[[moved]]\noutcome = "../own.csv"\n'
        '[[moved]]\noutcome = "weather"\non = "2014/.."\n'
        '[[moved]]\noutcome = "votes"\non = "soon"\nwatch = ["Prusia"]\nwatched = []\n'
        "[[moved]]\n"
    )
    with pytest.raises(FaultyInput) as faulty:
        case_of(tmp_path, body)
    assert [fault.field for fault in faulty.value.faults] == [
        "moved[1].outcome",
        "moved[2].outcome",
        "moved[3].outcome",
        "moved[3].on",
        "moved[4].on",
        "moved[4].watch[1]",
        "moved[4].watched",
        "moved[5].outcome",
    ]
