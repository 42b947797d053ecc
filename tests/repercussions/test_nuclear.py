"""Who had exploded a nuclear device by a day: by actor with a source, and by COW code."""

import datetime as dt

from foedus.repercussions.nuclear import exploded_by, first_explosions, nuclear_codes


def test_the_five_of_the_treaty_had_exploded_theirs_before_1967() -> None:
    five = exploded_by(dt.date(1966, 12, 31))
    assert set(five) == {"USA", "SUN", "GBR", "FRA", "CHN"}
    assert all("art. IX (3)" in source for source in five.values())


def test_the_soviet_union_and_russia_are_one_state_to_the_correlates_of_war() -> None:
    assert nuclear_codes(1949) == {2, 365}
    assert nuclear_codes(2000) == {2, 200, 220, 365, 710, 750, 770}
    assert 731 in nuclear_codes(2006)
    assert not nuclear_codes(1944)


def test_every_entry_names_its_source() -> None:
    assert all(one.source.strip() for one in first_explosions())
