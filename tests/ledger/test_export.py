"""The ledger as text: the same bytes for the same case, and back again."""

import json

import pytest

from foedus.errors import FaultyInput
from foedus.ledger.engine import open_ledger
from foedus.ledger.export import exported, from_export
from foedus.ledger.tables import KEYS, TABLES
from tests.ledger.papers import PESKOV, ZELENSKY, Papers, rows


@pytest.fixture
def papers():
    papers = Papers()
    papers.document("Le Monde", publisher="Le Monde", published="2024-06-20")
    note = papers.cited("Le Monde", 1, "연합뉴스")
    papers.says("Le Monde", "CONSULT", "RUS", "PRK", "2024-06-19", cites=note)
    papers.says("Le Monde", "AID", "PRK", "RUS", "2024", words="a\u2028b\u0085c\x0b\n\"d' 朝鲜")
    claim = papers.says("TASS", "AID", "PRK", "RUS", "2024-10-17", by=ZELENSKY)
    papers.says("TASS", "AID", "PRK", "RUS", "2024-10-18", by=PESKOV, modality="denied")
    papers.judged("wrong", claim)
    return papers


def bytes_of(files):
    return {file.name: file.read_bytes() for file in files}


def export_of(path, folder):
    with open_ledger(path) as ledger:
        return bytes_of(exported(ledger, folder))


def test_a_rebuilt_ledger_has_the_same_rows_and_the_same_export(papers, tmp_path):
    path = papers.built(tmp_path / "ledger.duckdb")
    first = export_of(path, tmp_path / "one")
    with open_ledger(path) as ledger:
        before = {name: rows(table) for name, table in ledger.tables.items()}
    path.unlink()
    papers.assertions.reverse()
    papers.built(path)
    with open_ledger(path) as ledger:
        assert {name: rows(table) for name, table in ledger.tables.items()} == before
    assert export_of(path, tmp_path / "two") == first


def test_every_table_is_a_file_of_sorted_json_lines(papers, tmp_path):
    files = export_of(papers.built(tmp_path / "ledger.duckdb"), tmp_path / "out")
    assert list(files) == [f"{name}.jsonl" for name in TABLES]
    for name, schema in TABLES.items():
        lines = [json.loads(line) for line in files[f"{name}.jsonl"].split(b"\n") if line]
        assert all(list(line) == list(schema) for line in lines)
        keys = [[str(line[key]).zfill(9) for key in KEYS[name]] for line in lines]
        assert keys == sorted(keys)


def test_days_numbers_and_scripts_are_written_as_they_are_read(papers, tmp_path):
    files = export_of(papers.built(tmp_path / "ledger.duckdb"), tmp_path / "out")
    text = files["assertions.jsonl"].decode()
    assert '"day_earliest": "2024-06-19"' in text
    assert '"quantity_low": 2000.0, "quantity_high": null' in text
    assert "연합뉴스" in files["works.jsonl"].decode()


def test_an_export_makes_the_ledger_again(papers, tmp_path):
    first = export_of(papers.built(tmp_path / "ledger.duckdb"), tmp_path / "one")
    from_export(tmp_path / "one", tmp_path / "again.duckdb")
    assert export_of(tmp_path / "again.duckdb", tmp_path / "two") == first


def test_a_spoiled_export_names_every_spoiled_line_and_makes_nothing(papers, tmp_path):
    export_of(papers.built(tmp_path / "ledger.duckdb"), tmp_path / "out")
    (tmp_path / "out" / "works.jsonl").unlink()
    with (tmp_path / "out" / "assertions.jsonl").open("a") as file:
        file.write('{"assertion": "a-1"}\nnot json\n')
    with pytest.raises(FaultyInput) as refusal:
        from_export(tmp_path / "out", tmp_path / "again.duckdb")
    assert [fault.line for fault in refusal.value.faults] == [5, 6, None]
    assert not (tmp_path / "again.duckdb").exists()


@pytest.mark.parametrize(
    ("column", "value"), [("day_earliest", "19 June"), ("start", "one"), ("initiator", "RUS")]
)
def test_a_value_of_the_wrong_kind_is_named_by_its_line(papers, tmp_path, column, value):
    export_of(papers.built(tmp_path / "ledger.duckdb"), tmp_path / "out")
    file = tmp_path / "out" / "assertions.jsonl"
    first, rest = file.read_text(encoding="utf-8").split("\n", 1)
    spoiled = json.dumps({**json.loads(first), column: value})
    file.write_text(f"{spoiled}\n{rest}", encoding="utf-8")
    with pytest.raises(FaultyInput, match=r"assertions\.jsonl:1"):
        from_export(tmp_path / "out", tmp_path / "again.duckdb")
