"""A ledger is whole or it is the one that was there before."""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from foedus.errors import BuildInProgress, FoedusError, MissingBuild
from foedus.ledger.engine import new_ledger, open_ledger
from foedus.ledger.tables import TABLES
from tests.ledger.papers import Papers

# Fills half a ledger, says so, and waits to be killed.
BUILDER = """
import sys, time
from foedus.ledger.engine import new_ledger
from tests.ledger.papers import Papers
papers = Papers()
for number in range(50):
    papers.says("Le Monde", "AID", "RUS", "PRK", "2024-06-19")
with new_ledger(sys.argv[1]) as ledger:
    papers.appended_to(ledger)
    print("half", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "build" / "ledger.duckdb"


def papers_saying(count: int) -> Papers:
    papers = Papers()
    for _ in range(count):
        papers.says("Le Monde", "CONSULT", "RUS", "PRK", "2024-06-19")
    return papers


def assertions_in(path: Path) -> int:
    with open_ledger(path) as ledger:
        return ledger.table("assertions").count().to_pyarrow().as_py()


def builder(path: Path, repository: Path) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", BUILDER, str(path)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=repository,
    )


def test_a_new_ledger_has_every_table_in_its_schema(path):
    with new_ledger(path):
        pass
    with open_ledger(path) as ledger:
        assert {name: table.schema() for name, table in ledger.tables.items()} == TABLES


def test_a_ledger_that_was_never_built_asks_for_a_build(path):
    with pytest.raises(MissingBuild, match="foedus build"):
        open_ledger(path)


@pytest.mark.parametrize("content", [b"", b"Dear analyst,\n", bytes(range(256)) * 80])
def test_a_file_that_is_no_ledger_is_refused_by_name(tmp_path, content):
    path = tmp_path / "ledger.duckdb"
    path.write_bytes(content)
    with pytest.raises(FoedusError, match=r"ledger\.duckdb cannot be read as a ledger"):
        open_ledger(path)


def test_a_ledger_cut_short_is_refused(path):
    papers_saying(500).built(path)
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(FoedusError, match="foedus build"):
        open_ledger(path)


def test_another_program_s_database_is_refused(tmp_path):
    sqlite3.connect(tmp_path / "lite.db").execute("CREATE TABLE t (a)").connection.close()
    duckdb.connect(str(tmp_path / "other.duckdb")).execute("CREATE TABLE t (a INT)").close()
    for name in ("lite.db", "other.duckdb"):
        with pytest.raises(FoedusError, match="cannot be read as a ledger"):
            open_ledger(tmp_path / name)


def test_a_folder_is_no_ledger(tmp_path):
    with pytest.raises(FoedusError, match="cannot be read as a ledger"):
        open_ledger(tmp_path)


def test_a_ledger_of_another_format_says_so(path):
    papers_saying(1).built(path)
    with duckdb.connect(str(path)) as connection:
        connection.execute("UPDATE ledger_format SET format = 'older'")
    with pytest.raises(MissingBuild, match="another format"):
        open_ledger(path)


def test_a_path_with_an_apostrophe_is_only_a_path(tmp_path):
    path = tmp_path / "l'Ukraine; DROP TABLE" / "ledger.duckdb"
    papers_saying(2).built(path)
    assert assertions_in(path) == 2


def test_a_reader_cannot_write(path):
    papers_saying(1).built(path)
    with open_ledger(path) as ledger, pytest.raises(duckdb.Error, match="read-only"):
        papers_saying(2).appended_to(ledger)


def test_a_table_the_ledger_does_not_have_is_a_mistake_of_the_caller(path):
    papers_saying(1).built(path)
    with open_ledger(path) as ledger, pytest.raises(KeyError, match="no table 'claims'"):
        ledger.table("claims")


def test_a_build_that_fails_leaves_the_old_ledger_and_nothing_else(path):
    papers_saying(3).built(path)

    def failing_build():
        with new_ledger(path) as ledger:
            papers_saying(9).appended_to(ledger)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        failing_build()
    assert assertions_in(path) == 3
    assert os.listdir(path.parent) == [path.name]


def test_a_build_killed_outright_leaves_the_old_ledger(path, repository):
    papers_saying(3).built(path)
    with builder(path, repository) as build:
        assert build.stdout.readline() == "half\n"
        build.send_signal(signal.SIGKILL)
        build.wait()
    assert assertions_in(path) == 3
    papers_saying(4).built(path)
    assert assertions_in(path) == 4
    assert os.listdir(path.parent) == [path.name]


def test_while_one_builds_others_read_and_nobody_else_builds(path, repository):
    papers_saying(3).built(path)
    with builder(path, repository) as build:
        assert build.stdout.readline() == "half\n"
        assert assertions_in(path) == 3
        with pytest.raises(BuildInProgress, match="Another build"):
            papers_saying(4).built(path)
        build.kill()


def test_a_reader_keeps_what_it_reads_and_the_next_reader_sees_the_new(path):
    papers_saying(3).built(path)
    with open_ledger(path) as ledger:
        papers_saying(5).built(path)
        assert ledger.table("assertions").count().to_pyarrow().as_py() == 3
        assert assertions_in(path) == 5
        assert ledger.table("assertions").count().to_pyarrow().as_py() == 3
