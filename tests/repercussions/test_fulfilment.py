"""What the packaged rates say, and how a rate is made of occasions."""

import datetime as dt

import numpy as np
import pyarrow as pa
import pytest

from foedus.repercussions.fulfilment import (
    LIMITS,
    fulfilment_rates,
    published_rates,
    rate_for,
)
from foedus.repercussions.fulfilment.rates import rates


def _occasions(*conflicts: tuple[int, int], kind: str = "defence") -> pa.Table:
    """Occasions of conflicts in each of which so many were asked and so many acted."""
    rows = [
        {"conflict": number, "kind": kind, "acted": place < acted}
        for number, (asked, acted) in enumerate(conflicts)
        for place in range(asked)
    ]
    schema = pa.schema({"conflict": pa.int32(), "kind": pa.string(), "acted": pa.bool_()})
    return pa.Table.from_pylist(rows, schema)


def _only(table: pa.Table) -> dict[str, float]:
    (row,) = table.to_pylist()
    return row


# --- A rate of occasions --------------------------------------------------------------------------


def test_a_rate_is_those_who_acted_of_those_asked() -> None:
    row = _only(rates(_occasions((3, 1), (1, 1), (4, 0))))
    assert (row["asked"], row["acted"], row["conflicts"]) == (8, 2, 3)
    assert row["rate"] == 0.25
    assert row["low"] < 0.25 < row["high"]


def test_occasions_that_stand_alone_give_jeffreys_interval() -> None:
    alone = rates(_occasions(*[(1, 1)] * 5, *[(1, 0)] * 15))
    row = _only(alone)
    # Jeffreys' interval of 5 of 20: the quantiles of Beta(5.5, 15.5).
    assert row["naive_low"] == pytest.approx(0.1024, abs=5e-4)
    assert row["naive_high"] == pytest.approx(0.4642, abs=5e-4)
    assert row["low"] == pytest.approx(row["naive_low"], abs=0.01)
    assert row["high"] == pytest.approx(row["naive_high"], abs=0.01)


def test_allies_who_decide_alike_make_the_rate_less_sure() -> None:
    together = _only(rates(_occasions((20, 20), (20, 0), (20, 0), (20, 0))))
    apart = _only(rates(_occasions(*[(20, 5)] * 4)))
    assert together["rate"] == apart["rate"] == 0.25
    assert together["high"] - together["low"] > 2 * (apart["high"] - apart["low"])
    assert together["low"] < together["naive_low"]
    assert together["high"] > together["naive_high"]


@pytest.mark.parametrize("acted", [0, 18])
def test_where_all_do_the_same_a_conflict_counts_once(acted: int) -> None:
    row = _only(rates(_occasions(*[(18, acted)] * 3)))
    width = row["high"] - row["low"]
    assert width > 0.4
    assert row["naive_high"] - row["naive_low"] < 0.1


def test_the_interval_agrees_with_conflicts_drawn_anew() -> None:
    draw = np.random.default_rng(1816)
    asked = draw.integers(1, 12, 80)
    acted = draw.binomial(asked, draw.beta(2, 4, 80))
    row = _only(rates(_occasions(*zip(asked.tolist(), acted.tolist(), strict=True))))
    drawn = draw.multinomial(80, np.full(80, 1 / 80), 4000)
    low, high = np.quantile(drawn @ acted / (drawn @ asked), [0.025, 0.975])
    assert row["low"] == pytest.approx(low, abs=0.02)
    assert row["high"] == pytest.approx(high, abs=0.02)


def test_groups_stand_in_order_and_apart() -> None:
    both = pa.concat_tables([_occasions((2, 2), kind="offence"), _occasions((4, 1), (2, 0))])
    table = rates(both, ["kind"])
    assert table["kind"].to_pylist() == ["defence", "offence"]
    assert table["asked"].to_pylist() == [6, 2]
    assert table["conflicts"].to_pylist() == [2, 1]


def test_what_is_not_known_is_no_occasion() -> None:
    rows = pa.table({"conflict": [1, 1, 2], "acted": pa.array([True, None, False])})
    assert _only(rates(rows))["asked"] == 2
    assert rates(rows.slice(1, 1)).num_rows == 0


# --- The packaged table ---------------------------------------------------------------------------


def test_every_rate_is_its_numbers() -> None:
    assert len(fulfilment_rates()) == 352
    for one in fulfilment_rates():
        assert one.rate == pytest.approx(one.acted / one.asked, abs=6e-5)
        assert 0 <= one.low <= one.rate <= one.high <= 1
        assert 0 < one.conflicts <= one.asked
        assert "gml 2.2.1" in one.sources
        assert "atop 5.1" in one.sources


def test_a_rate_is_found_by_kind_and_day() -> None:
    then, now = rate_for("defence", dt.date(1914, 7, 28)), rate_for("defence", dt.date(2024, 6, 19))
    assert then is not None
    assert now is not None
    assert (then.period, now.period) == ("1816-1944", "1945-2010")
    assert then.covers(dt.date(1914, 7, 28))
    assert not now.covers(dt.date(2024, 6, 19))
    assert (then.acted, then.asked) == (6, 7)
    assert (now.acted, now.asked) == (4, 137)
    assert now.most_from_one == 129


def test_a_kind_nobody_can_observe_has_no_rate() -> None:
    assert rate_for("consultation") is None
    assert rate_for("bases") is None


def test_a_group_nobody_was_asked_in_has_no_rate() -> None:
    assert rate_for("offence", dt.date(1990, 1, 1)) is None


def test_parts_by_strength_are_all_that_was_plainly_asked() -> None:
    for kind in ("defence", "nonaggression"):
        whole, *parts = (
            rate_for(kind, group=group)
            for group in ("plain", "stronger than the partner", "weaker than the partner")
        )
        assert whole is not None
        assert whole.asked == sum(part.asked for part in parts if part is not None)


def test_who_owes_to_stay_out_is_not_compared_with_the_enemy() -> None:
    assert rate_for("nonaggression", group="stronger than the enemy") is None
    assert rate_for("defence", group="stronger than the enemy") is not None


def test_no_promise_of_a_democracy_to_defend_was_plainly_tested_before_1945() -> None:
    assert rate_for("defence", dt.date(1914, 7, 28), group="democracy") is None
    since = rate_for("defence", dt.date(1990, 1, 1), group="democracy")
    assert since is not None
    assert (since.acted, since.asked, since.conflicts) == (0, 9, 3)


def test_staying_out_of_a_war_is_kept_more_often_than_joining_it() -> None:
    joining, staying_out = rate_for("defence", group="all"), rate_for("neutrality", group="all")
    assert joining is not None
    assert staying_out is not None
    assert joining.high < staying_out.low


def test_the_limits_are_said_in_both_languages() -> None:
    for language in ("en", "fr"):
        assert "Fearon" in LIMITS.said(language)
        assert "Smith" in LIMITS.said(language)


def test_published_rates_are_their_counts() -> None:
    counted = [one for one in published_rates() if one.asked and one.acted]
    assert len(counted) == 9
    for one in counted:
        assert one.rate == pytest.approx(one.acted / one.asked, abs=5e-4)
    by_period = {one.period: one for one in counted if one.kind == "all"}
    assert by_period["1816-1944"].asked + by_period["1945-2003"].asked == 146
