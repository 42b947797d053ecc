"""One source saying one thing: the same reading has the same id, a different one another."""

import dataclasses

import pytest

from foedus.evidence import Assertion, Day, EventType, Modality, Passage, Quantity, quad_class
from foedus.evidence.event_type import QuadClass


@pytest.fixture
def claim() -> Assertion:
    return Assertion(
        passage=Passage("d-1", 0, 26, "several thousand soldiers."),
        event_type=EventType.MOBILIZE,
        initiator=("PRK",),
        day=Day("2024-10-17"),
        quantity=Quantity("several thousand", low=2000, of="soldier"),
        modality=Modality.REPORTED,
    )


def test_the_same_claim_read_twice_has_one_id(claim: Assertion) -> None:
    assert claim.id == dataclasses.replace(claim).id
    assert claim.id.startswith("a-")


@pytest.mark.parametrize(
    "change",
    [
        {"modality": Modality.DENIED},
        {"day": Day("2024-10-18")},
        {"initiator": ("RUS",)},
        {"read_by": "somebody else"},
        {"quantity": Quantity("several thousand", low=3000, of="soldier")},
    ],
)
def test_a_claim_that_differs_in_anything_is_another(
    claim: Assertion, change: dict[str, object]
) -> None:
    assert dataclasses.replace(claim, **change).id != claim.id  # type: ignore[arg-type]


def test_a_quotation_must_fit_its_place() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        Passage("d-1", 0, 4, "Moscow")
    assert Passage("d-1", 3, 9, "Moscow").stands_in("In Moscow.")
    assert not Passage("d-1", 3, 9, "Moscow").stands_in("In moscow.")


def test_a_range_cannot_run_backwards() -> None:
    with pytest.raises(ValueError, match="above"):
        Quantity("8 to 5", low=8, high=5)


def test_the_sixteen_types_fall_into_four_classes() -> None:
    classes = [quad_class(event_type) for event_type in EventType]
    sizes = [classes.count(quad) for quad in QuadClass]
    assert sizes == [4, 3, 4, 5]
