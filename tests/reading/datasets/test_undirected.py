"""Dyads written once become two directed rows."""

from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.reading.datasets.undirected import in_both_directions
from tests.reading.datasets.sifting import table_of

DYADS = st.lists(
    st.tuples(st.integers(1, 9), st.integers(1, 9), st.integers(), st.integers()).filter(
        lambda dyad: dyad[0] < dyad[1]
    ),
    min_size=1,
    max_size=20,
).map(
    lambda dyads: [
        {"one": one, "two": two, "flow1": first % 99, "flow2": second % 99}
        for one, two, first, second in dyads
    ]
)


@settings(deadline=None, max_examples=30)
@given(DYADS)
def test_every_dyad_has_its_mirror_with_the_values_exchanged(dyads):
    both = in_both_directions(table_of(dyads), [("one", "two"), ("flow1", "flow2")])
    rows = both.to_pyarrow().to_pylist()
    assert len(rows) == 2 * len(dyads)
    directed = sorted((r["one"], r["two"], r["flow1"], r["flow2"]) for r in rows)
    mirrored = sorted((r["two"], r["one"], r["flow2"], r["flow1"]) for r in rows)
    assert directed == mirrored
