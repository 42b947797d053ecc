"""Disputes and what came after: against the published rows, another computation, and by story."""

from collections import Counter
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest
import statsmodels.api as sm

from foedus.errors import MissingDataset
from foedus.ledger.engines import engine_at
from foedus.repercussions.escalation import disputes_held, pairs_at_risk
from foedus.repercussions.escalation.disputes import Disputes
from foedus.repercussions.escalation.hazard import rung_hazard
from foedus.repercussions.escalation.ladder import ladder, rung_of_event
from foedus.repercussions.escalation.next_rung import Kind, aftermath, steps_by, whole_steps

KOREAS = (731, 732)


@pytest.fixture(scope="module")
def disputes(held: Path) -> Disputes:
    assert held.is_dir()
    with engine_at() as engine:
        return disputes_held(engine)


def test_the_ladder_counts_every_dispute_of_the_published_file(
    disputes: Disputes, shared: Path
) -> None:
    rows = pq.read_table(shared / "data/cow/mid_v5_disputes.parquet")
    levels = Counter(rows["hostlev"].to_pylist())
    assert levels == {2: 74, 3: 653, 4: 1603, 5: 106}  # MID 5.0
    steps = {row["level"]: row for row in whole_steps(disputes).to_pylist()}
    assert [steps[level]["reached"] for level in (2, 3, 4)] == [2436, 2362, 1709]
    assert [steps[level]["further"] for level in (2, 3, 4)] == [2362, 1709, 106]
    assert steps[4]["low"] < 106 / 1709 < steps[4]["high"]


def test_each_trait_parts_the_same_disputes(disputes: Disputes) -> None:
    for trait in ("rivals", "major", "period", "length"):
        by_rung: Counter[int] = Counter()
        for row in steps_by(disputes, trait).to_pylist():
            by_rung[row["level"]] += row["asked"]
            assert row["low"] <= row["rate"] <= row["high"]
            # Pairs of one dispute are not so many experiments.
            assert row["high"] - row["low"] >= row["naive_high"] - row["naive_low"] - 1e-9
        known = [row for row in disputes.dyadic.to_pylist() if row.get(trait, True) is not None]
        assert by_rung[4] == sum(row["level"] >= 4 for row in known)


def test_the_koreas_fought_one_war_and_never_got_far_from_it(disputes: Disputes) -> None:
    own = disputes.by_pair[KOREAS]
    assert [row["year"] for row in own if row["level"] == 5] == [1950]
    assert own[-1]["year"] == 2014
    assert all(row["rivals"] and row["by_land"] and not row["major"] for row in own[1:])


def test_what_came_first_after_a_display_is_that_of_going_through_the_pairs(
    disputes: Disputes,
) -> None:
    found = aftermath(disputes, 3, Kind(rivals=True, since=1946)).found
    assert found is not None
    waiting, chance = 1.0, 0.0
    told = []
    for rows in disputes.by_pair.values():
        months = sorted({row["last"] for row in rows})
        top = {m: max(r["level"] for r in rows if r["last"] == m) for m in months}
        lead = {
            m: max((r for r in rows if r["last"] == m), key=lambda r: r["level"]) for m in months
        }
        for place, month in enumerate(months):
            if top[month] != 3 or not lead[month]["rivals"] or lead[month]["year"] < 1946:
                continue
            if place + 1 < len(months):
                after = months[place + 1]
                told.append(((after - month - 1) // 6, top[after] > 3))
            else:
                told.append(((disputes.covered[1] - month) // 6, None))
    for half in range(2):
        there = [one for one in told if one[0] > half or (one[0] == half and one[1] is not None)]
        here = [one[1] for one in there if one[0] == half]
        chance += waiting * sum(one is True for one in here) / len(there)
        waiting *= 1 - len(here) / len(there)
    assert found.chance[0, 1] == pytest.approx(chance)
    assert found.incidents == len(told)


def test_the_hazard_is_that_of_a_general_library(disputes: Disputes) -> None:
    rows = pairs_at_risk(disputes, step=6, horizons=(6,))
    found = rung_hazard(rows)
    known = [
        row
        for row in rows.to_pylist()
        if None not in (row["climbs_6"], row["rivals"], row["by_land"], row["major"])
    ]
    assert found.rows == len(known)
    design = [
        (
            1,
            row["level"] == 3,
            row["level"] == 4,
            np.log1p(row["since"] / 6),
            np.log(row["incidents"]),
            row["rivals"],
            row["by_land"],
            row["major"],
        )
        for row in known
    ]
    fit = sm.Logit([row["climbs_6"] for row in known], np.array(design, float)).fit(disp=0)
    assert found.coefficients == pytest.approx(fit.params, rel=1e-5)
    # The longer the quiet the less likely, and rivals are likelier to climb.
    assert found.coefficients[3] < -2 * found.errors[3]
    assert found.coefficients[5] > 2 * found.errors[5]
    chance, low, high = found.chance(level=3, since=6, incidents=5, rivals=1, by_land=1, major=0)
    assert 0 < low < chance < high < 1


def test_a_pair_at_risk_knows_what_came_and_not_what_lies_beyond(disputes: Disputes) -> None:
    rows = pairs_at_risk(disputes, step=12, horizons=(12, 36))
    koreas = [row for row in rows.to_pylist() if (row["one"], row["other"]) == KOREAS]
    by_year = {row["year"]: row for row in koreas}
    assert by_year[1949]["climbs_12"]  # the war of 1950
    assert 1950 not in by_year  # no rung above a war
    assert by_year[2000]["level"] == 2
    assert by_year[2000]["climbs_12"]  # 2001: the use of force
    assert by_year[2014]["climbs_12"] is None
    assert (
        len(
            set(
                zip(
                    rows["one"].to_pylist(),
                    rows["other"].to_pylist(),
                    rows["year"].to_pylist(),
                    strict=True,
                )
            )
        )
        == rows.num_rows
    )


def test_what_is_not_held_or_no_rung_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOEDUS_DATA", str(tmp_path))
    with engine_at() as engine:
        with pytest.raises(MissingDataset, match="foedus data get mid"):
            disputes_held(engine)
        with pytest.raises(ValueError, match="no dataset of disputes"):
            disputes_held(engine, "acled")


def test_a_war_has_no_next_rung(disputes: Disputes) -> None:
    with pytest.raises(ValueError, match="not 5"):
        aftermath(disputes, 5)
    assert aftermath(disputes, 2, Kind(rivals=True, by_land=False, since=2014)).found is None


def test_every_rung_has_words_in_both_languages_and_only_force_stands_on_one() -> None:
    assert [rung.level for rung in ladder()] == [1, 2, 3, 4, 5]
    assert all(rung.means.en and rung.means.fr for rung in ladder())
    assert [rung_of_event(one) for one in ("THREATEN", "MOBILIZE", "ASSAULT", "SANCTION")] == [
        2,
        3,
        4,
        None,
    ]
