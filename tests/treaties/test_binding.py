"""Which obligations bind on a day: the table says the same as the parties' spells."""

import datetime as dt

import ibis
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.evidence import Day, Spell, Standing
from foedus.treaties.binding import binding_obligations, obligations_table
from foedus.treaties.instrument import Instrument
from foedus.treaties.instruments import instrument
from foedus.treaties.parties import bond
from tests.stories.notation import Line, instruments

SMALL = [instrument(one) for one in ("rus-prk-2024", "rus-prk-2000", "sun-prk-1961", "cst-1992")]


def bound(on: str, *of: Instrument) -> dict[tuple[str, str, str, str], str]:
    table = binding_obligations(obligations_table(of), dt.date.fromisoformat(on))
    return {
        (row["instrument"], row["obligor"], row["beneficiary"], row["obligation"]): row["standing"]
        for row in table.to_pyarrow().to_pylist()
    }


def test_a_signature_alone_does_not_bind() -> None:
    treaty = instrument("rus-prk-2024")
    assert bound("2024-11-01", treaty) == {}
    assert bound("2024-12-04", treaty)["rus-prk-2024", "PRK", "RUS", "aid"] == "certain"


def test_an_uncertain_date_leaves_the_bond_possible() -> None:
    treaty = instrument("rus-prk-2000")
    assert bound("2000-06-01", treaty) == {}
    assert set(bound("2000-10-15", treaty).values()) == {"possible"}
    assert set(bound("2001-01-01", treaty).values()) == {"certain"}


def test_a_doubted_party_is_bound_possibly_and_so_is_what_it_is_owed() -> None:
    treaty = instrument("cst-1992")
    assert bound("2024-01-01", treaty)["cst-1992", "ARM", "RUS", "aid"] == "certain"
    assert bound("2024-03-01", treaty)["cst-1992", "ARM", "RUS", "aid"] == "possible"
    assert bound("2024-03-01", treaty)["cst-1992", "RUS", "ARM", "aid"] == "possible"
    assert bound("2024-03-01", treaty)["cst-1992", "RUS", "BLR", "aid"] == "certain"


def test_an_amended_article_binds_in_its_own_time() -> None:
    treaty = instrument("cst-1992")
    before, after = bound("2012-12-18", treaty), bound("2012-12-19", treaty)
    assert ("cst-1992", "RUS", "BLR", "aid-1992") in before
    assert ("cst-1992", "RUS", "BLR", "aid") not in before
    assert ("cst-1992", "RUS", "BLR", "aid") in after
    assert ("cst-1992", "RUS", "BLR", "aid-1992") not in after


def test_the_charter_owes_peace_to_any_state() -> None:
    charter = instrument("un-charter-1945")
    assert ("un-charter-1945", "PRK", None, "no-force") in bound("2024-01-01", charter)
    assert ("un-charter-1945", "UN", None, "determine") in bound("2024-01-01", charter)


def test_the_table_is_an_expression_until_somebody_asks_for_rows() -> None:
    assert isinstance(
        binding_obligations(obligations_table(SMALL), dt.date(2024, 1, 1)), ibis.expr.types.Table
    )


@settings(max_examples=25, deadline=None)
@given(st.dates(dt.date(1960, 1, 1), dt.date(2026, 1, 1)))
def test_the_table_agrees_with_the_spells_of_the_parties(on: dt.date) -> None:
    rows = bound(on.isoformat(), *SMALL)
    for treaty in SMALL:
        for actor in treaty.actors:
            owed = {
                beneficiary
                for (one, obligor, beneficiary, _), _ in rows.items()
                if one == treaty.id and obligor == actor
            }
            standing = bond(treaty, actor, on).standing
            others = {
                one for one in treaty.actors if one != actor and bond(treaty, one, on).standing
            }
            assert owed == (others if standing else set())


@given(st.integers(1, 12), st.integers(0, 11), st.dates(dt.date(1999, 1, 1), dt.date(2002, 12, 31)))
@settings(max_examples=25, deadline=None)
def test_a_month_known_only_by_name_is_possible_and_then_certain(
    month: int, length: int, on: dt.date
) -> None:
    begins, ends = Day(f"2000-{month:02d}"), Day(f"2001-{min(12, month + length):02d}")
    spell = Spell(begins, ends)
    line = Line("made", 1, f"{begins}/{ends} AUH -> GMY defence   Made up, art. 1")
    (made,) = instruments([line]).values()
    standing = bound(on.isoformat(), made).get((made.id, "AUH", "GMY", "0"))
    assert (standing == "certain") == spell.surely_covers(on)
    assert (standing is not None) == spell.may_cover(on)


@pytest.mark.parametrize("standing", list(Standing))
def test_only_certain_and_possible_occur(standing: Standing) -> None:
    found = set(bound("2024-06-01", *SMALL).values())
    assert (standing.value in found) == (standing is not Standing.CONTESTED)
