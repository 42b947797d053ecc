"""The reader mapped over Arrow batches, here and on a Spark Connect endpoint."""

import pyarrow as pa
import pytest

from foedus.batches import ASSERTION_COLUMNS, read_batches
from foedus.ledger.tables import TABLES
from foedus.reading.many import read

TALE = "France delivered twelve howitzers to Armenia on 3 October, the defence ministry said."
ROWS = [
    {"text": TALE, "language": "en", "published": "2023-10-05", "name": "one"},
    {"text": None, "language": "en", "published": None, "name": None},
    {"text": "?", "language": None, "published": None, "name": None},
]


def test_each_assertion_of_each_text_is_a_row_of_the_ledgers_table() -> None:
    (found,) = read_batches([pa.RecordBatch.from_pylist(ROWS)])
    assert found.schema.names == list(TABLES["assertions"].names)
    (row,) = found.to_pylist()
    (told,) = read(TALE, "en", "2023-10-05", "one").assertions
    assert (row["assertion"], row["initiator"], row["quote"]) == (
        told.id,
        ["FRA"],
        told.passage.quote,
    )


def test_a_batch_of_nothing_gives_a_batch_without_rows() -> None:
    (found,) = read_batches([pa.RecordBatch.from_pylist(ROWS[1:])])
    assert found.num_rows == 0


def test_spark_maps_the_reader_over_its_batches(sail: str) -> None:
    sql = pytest.importorskip("pyspark.sql", reason="Spark's client (foedus[spark]) is missing")
    spark = sql.SparkSession.builder.remote(sail).getOrCreate()
    texts = spark.createDataFrame(
        [(TALE, "en", "2023-10-05")] * 3, ["text", "language", "published"]
    )
    told = texts.mapInArrow(read_batches, ASSERTION_COLUMNS)
    rows = told.select("event_type", "initiator", "target").collect()
    assert [tuple(row) for row in rows] == [("AID", ["FRA"], ["ARM"])] * 3
