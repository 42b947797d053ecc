"""The analyst's own entries: what a good row becomes, and every way a bad one is told."""

import pytest

from foedus.errors import FaultyInput
from foedus.evidence import Day, EventType, Modality, Polarity
from foedus.reading.chronicle import COLUMNS, chronicle_entries
from foedus.reading.csv_cells import rows
from foedus.sources.snapshot import Snapshot
from tests.reading.written_texts import snapshot_of_text

HEADER = ",".join(COLUMNS)
VISIT = (
    "2019-04-25,CONSULT,summit,PRK,RUS,Vladivostok,,asserted,,,,,"
    '"Kim Jong Un meets Vladimir Putin in Vladivostok, their first talks.",'
    '"Talks, in full",A. Writer; B. Other,Kremlin,2019-04-25,ru,http://example.org/1'
)


def _chronicle(*lines: str, header: str = HEADER) -> Snapshot:
    return snapshot_of_text("\n".join((header, *lines)) + "\n")


def _faults(*lines: str) -> list[tuple[int | None, str, str]]:
    with pytest.raises(FaultyInput) as raised:
        chronicle_entries(_chronicle(*lines))
    return [(fault.line, fault.field, fault.problem) for fault in raised.value.faults]


def _row(**cells: str) -> str:
    base = {
        "day": "2024-06-19",
        "event_type": "AGREE",
        "initiator": "RUS PRK",
        "modality": "asserted",
        "entry": "A treaty is signed.",
        "source_publisher": "Somebody",
    } | cells
    return ",".join(base.get(column, "") for column in COLUMNS)


def test_a_row_is_an_assertion_that_cites_its_source() -> None:
    snapshot = _chronicle(VISIT)
    (entry,), (work,) = chronicle_entries(snapshot)
    assert (entry.event_type, entry.mode) == (EventType.CONSULT, "summit")
    assert (entry.initiator, entry.target) == (("PRK",), ("RUS",))
    assert (entry.day, entry.published) == (Day("2019-04-25"), Day("2019-04-25"))
    assert (entry.modality, entry.polarity) == (Modality.ASSERTED, Polarity.COOPERATION)
    assert entry.cites == work.id
    assert work.authors == ("A. Writer", "B. Other")
    assert (work.title, work.language) == ("Talks, in full", "ru")
    assert entry.read_by == "person"


def test_a_passage_is_the_cell_as_it_stands_in_the_file() -> None:
    snapshot = _chronicle(_row(entry='"He said ""never"", then left."'))
    (entry,), _ = chronicle_entries(snapshot)
    assert entry.passage.stands_in(snapshot.text)
    assert entry.passage.quote == 'He said ""never"", then left.'


def test_two_rows_from_one_source_cite_one_work() -> None:
    entries, works = chronicle_entries(_chronicle(_row(), _row(day="2024-06-20")))
    assert len(entries) == 2
    assert len(works) == 1


def test_a_line_break_inside_a_quoted_cell_does_not_shift_the_lines() -> None:
    assert _faults(_row(entry='"one\ntwo"'), _row(day="yesterday"))[0][0] == 4


@pytest.mark.parametrize(
    ("cells", "field", "problem"),
    [
        ({"day": "19/06/2024"}, "day", "not a date in EDTF"),
        ({"day": ""}, "day", "is empty"),
        ({"event_type": "VISIT"}, "event_type", "'VISIT' is no event type"),
        ({"modality": "sure"}, "modality", "'sure' is no modality"),
        ({"initiator": "RUSS"}, "initiator", "RUSS"),
        ({"initiator": "SUN"}, "initiator", "did not exist on 2024-06-19"),
        ({"entry": ""}, "entry", "is empty"),
        ({"source_publisher": ""}, "source_title", "no source is given"),
        ({"source_date": "soon"}, "source_date", "not a date in EDTF"),
        ({"entry": "A treaty, at last."}, "row", "has 20 cells instead of 19"),
        ({"entry": 'A "treaty".'}, "entry", "quotation mark inside a cell"),
    ],
)
def test_what_is_wrong_with_a_row_is_said(cells: dict[str, str], field: str, problem: str) -> None:
    line, found_field, found = _faults(_row(**cells))[0]
    assert (line, found_field) == (2, field)
    assert problem in found


def test_all_faults_of_all_rows_are_told_at_once() -> None:
    found = _faults(_row(day="x", modality="y"), _row(), _row(event_type="z"))
    assert [(line, field) for line, field, _ in found] == [
        (2, "day"),
        (2, "modality"),
        (4, "event_type"),
    ]


def test_a_header_that_lacks_a_column_names_it() -> None:
    with pytest.raises(FaultyInput, match="lacks modality"):
        chronicle_entries(_chronicle(header=HEADER.replace("modality,", "")))


def test_an_unclosed_quotation_mark_does_not_swallow_the_message() -> None:
    assert _faults(_row(entry='"never closed'))[0][2] == "its quotation mark is never closed"


def test_windows_line_ends_and_a_byte_order_mark_are_read() -> None:
    read = rows('\ufeffa,b\r\nc,"d\r\ne"\r\n')
    assert [[cell.value for cell in row.cells] for row in read] == [["a", "b"], ["c", "d\r\ne"]]
