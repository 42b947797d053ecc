"""What an event is worth."""

import re

import pytest

from foedus.evidence import EventType, QuadClass, quad_class
from foedus.relations.weights import event_weights

CONFLICT = {QuadClass.VERBAL_CONFLICT, QuadClass.MATERIAL_CONFLICT}


def test_every_type_has_a_weight() -> None:
    assert [each.event_type for each in event_weights()] == list(EventType)


@pytest.mark.parametrize("each", event_weights(), ids=lambda each: each.event_type.value)
def test_conflict_weighs_below_zero_and_cooperation_above(each) -> None:
    assert (each.weight < 0) == (quad_class(each.event_type) in CONFLICT)
    assert each.lowest <= each.weight <= each.highest


def test_an_accusation_kept_its_minus_sign() -> None:
    (accuse,) = [each for each in event_weights() if each.event_type is EventType.ACCUSE]
    assert accuse.weight == -2.0


def test_the_weights_are_those_of_the_published_scale(shared) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    scores = {
        row["code"]: row["goldstein"]
        for row in parquet.read_table(shared / "data/plover/cameo_goldstein.parquet").to_pylist()
    }
    table = (shared / "data/plover/CAMEO2PLOVER-2021.txt").read_text(encoding="utf-8")
    filed = re.findall(r"^(\d{3,4}): (\w+),", table, flags=re.MULTILINE)
    for each in event_weights():
        known = [scores[code] for code, name in filed if name == each.event_type and code in scores]
        assert scores[each.cameo] == each.weight
        assert (each.cameo, each.event_type.value) in filed
        assert (min(known), max(known)) == (each.lowest, each.highest)
