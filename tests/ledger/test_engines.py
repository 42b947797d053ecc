"""An expression gives the same rows on DuckDB and on Spark Connect; where not, the gap is named."""

import datetime as dt
import socket
import subprocess
import sys
import threading
import time

import ibis
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from ibis.common.exceptions import OperationNotDefinedError, UnsupportedOperationError

from foedus.errors import FoedusError, MissingExtra, UnknownEngine, UnreachableEngine
from foedus.ledger import engines
from foedus.ledger.engines import engine_at

DAY = dt.date
SPELLS = pa.table(
    {
        "ccode": pa.array([2, 2, 200, None], pa.int32()),
        "begins": [DAY(1816, 1, 1), DAY(1900, 2, 28), DAY(1, 1, 1), None],
        "ends": pa.array([DAY(1899, 12, 31), None, DAY(9999, 12, 31), None], pa.date32()),
        "score": [1.5, None, -2.0, 0.0],
        "name": ["Côte d’Ivoire", "", None, "조선"],
        "kinds": [["defence", "neutrality"], [], None, ["offence"]],
    }
)
CODES = pa.table({"ccode": pa.array([2, 365], pa.int32()), "major": [True, False]})


@pytest.fixture
def spells(engine):
    return engine.rows(SPELLS)


@pytest.fixture
def codes(engine):
    return engine.rows(CODES)


def rows(engine, expr):
    return engine.to_pyarrow(expr).to_pylist()


# The same on both


def test_rows_go_there_and_come_back_unchanged(engine, spells):
    back = engine.to_pyarrow(spells)
    assert sorted(map(str, back.to_pylist())) == sorted(map(str, SPELLS.to_pylist()))
    assert back.schema.field("ccode").type == pa.int32()


def test_numbers_beyond_what_a_float_holds_come_back_exact(engine):
    numbers = [2**53 + 1, -(2**62), None]
    back = engine.to_pyarrow(engine.rows(pa.table({"n": pa.array(numbers, pa.int64())})))
    assert sorted(back["n"].to_pylist(), key=str) == sorted(numbers, key=str)


def test_a_table_without_rows_keeps_its_types(engine):
    empty = engine.to_pyarrow(engine.rows(SPELLS.schema.empty_table()))
    assert empty.num_rows == 0
    assert empty.schema.field("begins").type == pa.date32()


def test_parquet_files_are_one_lazy_table(engine, tmp_path):
    for part in range(3):
        pq.write_table(pa.table({"n": [part * 10, part * 10 + 1]}), tmp_path / f"{part}.parquet")
    table = engine.parquet(*(tmp_path / f"{part}.parquet" for part in range(3)))
    assert rows(engine, table.agg(n=table.n.sum())) == [{"n": 63}]
    assert engine.parquet(*(tmp_path / f"{part}.parquet" for part in range(3))) is table


def test_a_file_that_the_engine_does_not_see_is_named(engine, tmp_path):
    with pytest.raises(FoedusError, match=r"nowhere\.parquet") as raised:
        engine.parquet(tmp_path / "nowhere.parquet")
    assert (engine.name == "spark") == (
        "storage that this machine and the server" in str(raised.value)
    )


def test_what_is_written_is_what_was_asked_for(engine, spells, tmp_path):
    path = tmp_path / "out.parquet"
    engine.write_parquet(spells.filter(spells.ccode == 2).select("ccode", "begins"), path)
    written = pq.read_table(path)
    assert sorted(written["begins"].to_pylist()) == [DAY(1816, 1, 1), DAY(1900, 2, 28)]
    assert written.schema.field("ccode").type == pa.int32()
    assert list(tmp_path.iterdir()) == [path]


def test_a_query_that_fails_writes_no_file(engine, tmp_path):
    words = engine.rows(pa.table({"word": ["x"]}))
    with pytest.raises(Exception, match=r"(?i)x"):
        engine.write_parquet(words.select(n=words.word.cast("int32")), tmp_path / "out.parquet")
    assert list(tmp_path.iterdir()) == []


def test_the_plan_shows_that_only_what_is_asked_for_is_read(engine, tmp_path):
    pq.write_table(
        pa.table({"ccode": [2, 20], "milex": [1, 2], "year": [1, 2]}), tmp_path / "t.parquet"
    )
    table = engine.parquet(tmp_path / "t.parquet")
    plan = engine.plan(table.filter(table.ccode == 2).select("year"))
    assert "ccode" in plan
    assert "milex" not in plan


SAME = {
    "a left join": (
        lambda s, c: s.left_join(c, "ccode").select("ccode", "major", "begins"),
        [
            (2, True, DAY(1816, 1, 1)),
            (2, True, DAY(1900, 2, 28)),
            (200, None, DAY(1, 1, 1)),
            (None, None, None),
        ],
    ),
    "a join on a range of days": (
        lambda s, c: s.join(c, [s.ccode == c.ccode, s.begins < ibis.date(1900, 1, 1)]).select(
            "begins"
        ),
        [(DAY(1816, 1, 1),)],
    ),
    "rows without a match": (
        lambda s, c: s.anti_join(c, "ccode").select("ccode"),
        [(200,), (None,)],
    ),
    "missing equal to missing": (
        lambda s, _: s.filter(s.ccode.identical_to(ibis.null("int32"))).select("name"),
        [("조선",)],
    ),
    "a count in a window": (
        lambda s, _: s.select("ccode", n=s.begins.count().over(ibis.window(group_by="ccode"))),
        [(2, 2), (2, 2), (200, 1), (None, 0)],
    ),
    "the row before": (
        lambda s, _: s.select(
            "begins", before=s.ends.lag().over(ibis.window(group_by="ccode", order_by="begins"))
        ),
        [
            (DAY(1816, 1, 1), None),
            (DAY(1900, 2, 28), DAY(1899, 12, 31)),
            (DAY(1, 1, 1), None),
            (None, None),
        ],
    ),
    "an aggregate": (
        lambda s, _: s.group_by("ccode").agg(first=s.begins.min(), most=s.score.max()),
        [(2, DAY(1816, 1, 1), 1.5), (200, DAY(1, 1, 1), -2.0), (None, None, 0.0)],
    ),
    "the years of a spell": (
        lambda s, _: s.filter(s.ends < ibis.date(1900, 1, 1)).select(
            "ccode", year=ibis.range(s.begins.year(), s.begins.year() + 3).unnest()
        ),
        [(2, 1816), (2, 1817), (2, 1818)],
    ),
    "a list told apart": (
        lambda s, _: s.select("ccode", kind=s.kinds.unnest()),
        [(2, "defence"), (2, "neutrality"), (None, "offence")],
    ),
    "months added to a day": (
        lambda s, _: s.filter(s.ccode == 2).select(
            d=(s.begins + ibis.interval(months=1)).cast("date")
        ),
        [(DAY(1816, 2, 1),), (DAY(1900, 3, 28),)],
    ),
    "a text that is no number": (
        lambda s, _: s.select(n=(s.name.fill_null("") + "1").try_cast("int32")),
        [(None,), (1,), (1,), (None,)],
    ),
    "columns to rows": (
        lambda _, c: c.mutate(minor=~c.major).pivot_longer(["major", "minor"], names_to="what"),
        [(2, "major", True), (2, "minor", False), (365, "major", False), (365, "minor", True)],
    ),
    "letters beyond ASCII": (
        lambda s, _: s.filter(s.name.isin(["조선", "Côte d’Ivoire"])).select("name"),
        [("조선",), ("Côte d’Ivoire",)],
    ),
}


@pytest.mark.parametrize("case", SAME)
def test_the_same_rows_on_every_engine(engine, spells, codes, case):
    expr, expected = SAME[case]
    found = [tuple(row.values()) for row in rows(engine, expr(spells, codes))]
    assert sorted(found, key=str) == sorted(expected, key=str)


# Gaps: what Spark Connect cannot do, with the exception that says so. foedus uses none of these.


@pytest.fixture
def spark(sail):
    with engine_at(sail) as opened:
        yield opened


GAPS = {
    "the nearest earlier row (asof join)": (
        UnsupportedOperationError,
        lambda s, c: s.asof_join(c, on=s.ccode >= c.ccode),
    ),
    "the first value in an order": (
        UnsupportedOperationError,
        lambda s, _: s.agg(x=s.name.first(order_by=s.begins)),
    ),
    "texts joined in an order": (
        UnsupportedOperationError,
        lambda s, _: s.agg(x=s.name.group_concat(order_by=s.begins)),
    ),
    "a sample with a seed": (UnsupportedOperationError, lambda s, _: s.sample(0.5, seed=1)),
    "the commonest value": (OperationNotDefinedError, lambda s, _: s.agg(x=s.name.mode())),
}


@pytest.mark.parametrize("gap", GAPS)
def test_a_gap_says_that_it_is_one(spark, gap):
    error, expr = GAPS[gap]
    with pytest.raises(error):
        spark.to_pyarrow(expr(spark.rows(SPELLS), spark.rows(CODES)))


def test_gap_a_place_beyond_the_end_of_a_list_is_an_error(spark):
    table = spark.rows(SPELLS)
    with pytest.raises(FoedusError, match=r"could not run the query.*out of bounds"):
        spark.to_pyarrow(table.select(x=table.kinds[5]))


def test_gap_a_list_of_nothing_is_empty_and_not_missing(spark):
    table = spark.rows(pa.table({"n": pa.array([None, None], pa.int32())}))
    assert rows(spark, table.agg(x=table.n.collect())) == [{"x": []}]
    with engine_at() as duckdb:
        table = duckdb.rows(pa.table({"n": pa.array([None, None], pa.int32())}))
        assert rows(duckdb, table.agg(x=table.n.collect())) == [{"x": None}]


# Errors of a server while it runs


def test_a_query_that_the_server_cannot_run_says_what_where_and_what_to_do(spark, tmp_path):
    words = spark.rows(pa.table({"word": ["x"]}))
    wrong = words.select(n=words.word.cast("int32"))
    for run in (
        lambda: spark.to_pyarrow(wrong),
        lambda: spark.write_parquet(wrong, tmp_path / "out.parquet"),
        lambda: spark.write_parquet(wrong, f"file://{tmp_path}/out"),
    ):
        with pytest.raises(FoedusError, match=f"{spark.address} could not .*without --engine"):
            run()


def test_a_name_that_the_server_does_not_know_is_said(spark):
    table = spark.rows(pa.table({"word": ["x"]}))
    gone = spark._backend.table(table.get_name())
    spark._session.catalog.dropTempView(table.get_name())
    with pytest.raises(FoedusError, match=str(spark.address)):
        spark.to_pyarrow(gone)


SERVER = """
import time
from pysail.spark import SparkConnectServer
server = SparkConnectServer("127.0.0.1", 0)
server.start(background=True)
print(server.listening_address[1], flush=True)
time.sleep(120)
"""


@pytest.mark.usefixtures("sail")  # which skips where there is no server to start
def test_a_server_that_is_gone_is_said_within_seconds_and_not_after_ten_minutes(
    monkeypatch, tmp_path
):
    from foedus.ledger import spark_connect

    monkeypatch.setattr(spark_connect, "TRIES", 2)
    server = subprocess.Popen([sys.executable, "-c", SERVER], stdout=subprocess.PIPE, text=True)
    try:
        address = f"sc://127.0.0.1:{server.stdout.readline().strip()}"
        engine = engine_at(address)
        table = engine.rows(pa.table({"n": [1]}))
    finally:
        server.kill()
        server.wait()
        server.stdout.close()
    said = []

    def ask():
        for run in (
            lambda: engine.to_pyarrow(table),
            lambda: engine.write_parquet(table, tmp_path / "out.parquet"),
            lambda: engine.parquet(tmp_path / "in.parquet"),
        ):
            try:
                run()
            except UnreachableEngine as error:
                said.append(str(error))
        engine.close()

    # A thread that is left behind: what hangs here must not hold up the whole run.
    asking = threading.Thread(target=ask, daemon=True)
    asking.start()
    asking.join(30)
    assert not asking.is_alive()
    assert len(said) == 3
    assert all(f"{address} no longer answers" in words for words in said)
    assert list(tmp_path.iterdir()) == []


# Addresses


@pytest.mark.parametrize(
    "address", ["", "duckdb", "spark://host", "sc://", "sc://h:port", "http://h"]
)
def test_another_address_is_refused_with_one_that_would_do(address):
    with pytest.raises(UnknownEngine, match="sc://host:port"):
        engine_at(address)


def test_nothing_at_the_address_is_said_at_once():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    started = time.monotonic()
    with pytest.raises(UnreachableEngine, match=f"sc://127.0.0.1:{port}.*refused"):
        engine_at(f"sc://127.0.0.1:{port}")
    assert time.monotonic() - started < 5


def test_something_else_at_the_address_is_said_soon():
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]

        def answer():
            for _ in range(20):
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                with connection:
                    connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

        threading.Thread(target=answer, daemon=True).start()
        started = time.monotonic()
        with pytest.raises(UnreachableEngine, match=f"127.0.0.1:{port}"):
            engine_at(f"sc://127.0.0.1:{port}")
        assert time.monotonic() - started < 30


def test_an_engine_without_sparks_client_says_what_to_install():
    code = (
        "import sys; sys.modules['pyspark'] = None\n"
        "from foedus.ledger.engines import engine_at; engine_at('sc://127.0.0.1:1')"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert MissingExtra.__name__ in run.stderr
    assert "pip install 'foedus[spark]'" in run.stderr


def test_duckdb_alone_imports_nothing_of_spark():
    code = (
        "import sys; from foedus.ledger.engines import engine_at; engine_at().close()\n"
        "print([name for name in sys.modules if name.split('.')[0] in ('pyspark', 'grpc')])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_spark_says_nothing_on_the_terminal(sail):
    code = (
        "import sys, ibis, pyarrow as pa\n"
        "from foedus.ledger.engines import engine_at\n"
        "with engine_at(sys.argv[1]) as engine:\n"
        "    table = ibis.memtable({'a': [1]}); engine.to_pyarrow(table)\n"
        "    engine.to_pyarrow(engine.rows(pa.table({'a': [1]})))"
    )
    run = subprocess.run([sys.executable, "-c", code, sail], capture_output=True, text=True)
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


def test_an_engine_can_be_closed_twice(sail):
    for address in (None, sail):
        opened = engine_at(address)
        opened.close()
        opened.close()


def test_engines_at_one_address_do_not_disturb_each_other(sail):
    with engine_at(sail) as one:
        with engine_at(sail) as other:
            assert rows(other, other.rows(pa.table({"a": [1]}))) == [{"a": 1}]
        assert rows(one, one.rows(pa.table({"a": [2]}))) == [{"a": 2}]


def test_folders_of_parquet_files_are_read_whole(engine, tmp_path):
    folder = tmp_path / "parts"
    folder.mkdir()
    for part in range(2):
        pq.write_table(pa.table({"n": [part]}), folder / f"{part}.parquet")
    table = engine.parquet(folder)
    assert sorted(row["n"] for row in rows(engine, table)) == [0, 1]


def test_duckdb_draws_no_bar_of_progress_on_standard_output():
    # Without a file of its own a process passes for a session at the prompt.
    code = (
        "import sys; from foedus.ledger.engines import engine_at\n"
        "engine = engine_at(); ask = engine._backend.con.execute\n"
        "print(ask(\"SELECT current_setting('enable_progress_bar')\").fetchall())"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[(False,)]"


def test_no_query_reaches_for_the_network():
    assert engines._SETTINGS["autoinstall_known_extensions"] is False
    assert engines._SETTINGS["autoload_known_extensions"] is False
