"""Judgements are read line by line, with all faults at once."""

import datetime as dt
from pathlib import Path

import pytest

from foedus.errors import FaultyInput
from foedus.sources.judgements import Judgement, judgements_in

ONE, TWO = "a-0123456789abcdef", "a-fedcba9876543210"
SAME = (
    f'{{"verdict": "same", "assertions": ["{ONE}", "{TWO}"], "by": "Jane Roe", '
    '"on": "2024-11-25", "why": "one visit"}'
)


def test_judgements_come_in_the_order_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "judgements.jsonl"
    wrong = SAME.replace("same", "wrong").replace(f', "{TWO}"', "")
    path.write_text(f"{SAME}\n\n{wrong}\n")
    first, second = judgements_in(path)
    assert first == Judgement(
        verdict="same",
        assertions=(ONE, TWO),
        by="Jane Roe",
        on=dt.date(2024, 11, 25),
        why="one visit",
    )
    assert (second.verdict, second.assertions) == ("wrong", (ONE,))
    assert first.id != second.id


def test_all_faults_of_all_lines_are_told(tmp_path: Path) -> None:
    path = tmp_path / "judgements.jsonl"
    lines = [
        SAME,
        "not json",
        '["a list"]',
        SAME.replace("same", "sane"),
        SAME.replace(f', "{TWO}"', ""),
        SAME.replace(TWO, "a-12"),
        SAME.replace("2024-11-25", "25/11/2024"),
        SAME.replace('"why": "one visit"', '"whi": "one visit"'),
        "{}",
    ]
    path.write_text("\n".join(lines))
    with pytest.raises(FaultyInput) as faulty:
        judgements_in(path)
    assert [(fault.line, fault.field) for fault in faulty.value.faults] == [
        (2, "the line"),
        (3, "the line"),
        (4, "verdict"),
        (5, "assertions"),
        (6, "assertions"),
        (7, "on"),
        (8, "whi"),
        (8, "why"),
        (9, "by"),
        (9, "why"),
        (9, "verdict"),
        (9, "assertions"),
        (9, "on"),
    ]
    assert "did you mean same?" in str(faulty.value)


def test_a_line_that_is_not_utf8_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "judgements.jsonl"
    path.write_bytes(SAME.encode() + b'\n{"by": "\xe9"}\n')
    with pytest.raises(FaultyInput, match=":2: the line: is not UTF-8"):
        judgements_in(path)
