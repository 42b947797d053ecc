"""Instruments chosen by party, day and kind."""

import datetime as dt

import pytest

from foedus.errors import OutsideLife, UnknownActor, UnknownKind
from foedus.treaties.instruments import register
from foedus.treaties.selection import selected, sorted_by


def ids(**wanted: object) -> set[str]:
    return {one.id for one in selected(register().values(), **wanted)}  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["PRK", "North Korea", "Corée du Nord", "731", "gw 731"])
def test_a_party_may_be_named_in_any_way(name: str) -> None:
    assert {"sun-prk-1961", "rus-prk-2000", "rus-prk-2024", "chn-prk-1961"} <= ids(party=name)
    assert "nato-1949" not in ids(party=name)


def test_on_a_day_a_name_means_what_it_meant_then() -> None:
    assert "triple-alliance-1882" in ids(party="Germany", on=dt.date(1900, 1, 1))
    assert "triple-alliance-1882" not in ids(party="Germany")
    assert "triple-alliance-1882" in ids(party="GMY")


def test_on_a_day_only_what_was_in_force_is_left() -> None:
    assert ids(party="PRK", on=dt.date(2024, 11, 1)) >= {"chn-prk-1961", "rus-prk-2000"}
    assert "rus-prk-2024" not in ids(on=dt.date(2024, 11, 1))
    assert "rus-prk-2024" in ids(on=dt.date(2024, 12, 4))
    assert "sun-prk-1961" not in ids(on=dt.date(1996, 9, 11))


def test_a_party_that_had_not_acceded_is_not_one_that_day() -> None:
    assert "nato-1949" not in ids(party="Poland", on=dt.date(1999, 3, 11))
    assert "nato-1949" in ids(party="Poland", on=dt.date(1999, 3, 12))


def test_kinds_are_named_in_either_language() -> None:
    assert ids(kind="defence") == ids(kind="Défense")
    assert "nato-1949" in ids(kind="defence")
    assert "rus-prk-2000" not in ids(kind="defence")


def test_what_is_unknown_is_told_with_the_nearest() -> None:
    with pytest.raises(UnknownKind, match="defence"):
        ids(kind="defense")
    with pytest.raises(UnknownActor, match="Prussia"):
        ids(party="Prusia", on=dt.date(1866, 1, 1))
    with pytest.raises(OutsideLife, match="1991"):
        ids(party="Soviet Union", on=dt.date(2024, 1, 1))


def test_order_is_by_the_day_asked_for_and_what_has_none_stands_last() -> None:
    by_end = sorted_by(register().values(), "ended")
    ends = [one.ended for one in by_end]
    assert ends == sorted(ends, key=lambda day: day is None)
    assert [one.id for one in sorted_by(register().values(), "id")] == sorted(register())
    signed = [one.signed.earliest for one in sorted_by(register().values(), "signed")]
    assert signed == sorted(signed)
