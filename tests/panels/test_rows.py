"""What two directions of one pair say together."""

import pyarrow as pa

from foedus.ledger.engines import Engine
from foedus.panels.additions.rows import either_way, owed_either_way


def test_a_pair_owes_surely_not_only_when_neither_direction_may(engine: Engine) -> None:
    flags = {(2, 20): (1, None), (2, 31): (0, 0), (2, 40): (0, None), (2, 41): (None, None)}
    rows = [
        {"state1": one, "state2": other, "year": 1950, "atop_defense": value}
        for (first, second), (there, back) in flags.items()
        for one, other, value in ((first, second, there), (second, first, back))
    ]
    types = [("state1", pa.int32()), ("state2", pa.int32()), ("year", pa.int32())]
    schema = pa.schema([*types, ("atop_defense", pa.int32())])
    table = engine.rows(pa.Table.from_pylist(rows, schema=schema))
    found = engine.to_pyarrow(
        either_way(table, atop_defense=owed_either_way(table.atop_defense))
    ).to_pylist()
    assert {(row["state1"], row["state2"]): row["atop_defense"] for row in found} == {
        (2, 20): 1,
        (2, 31): 0,
        (2, 40): None,
        (2, 41): None,
    }
