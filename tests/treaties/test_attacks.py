"""Every attack at once says what each says alone, on the register and on all of history."""

import datetime as dt
import random
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.evidence import Standing
from foedus.treaties.acts import Act
from foedus.treaties.answers import Verdict
from foedus.treaties.atop.history import joined
from foedus.treaties.attacks import (
    BARRED,
    CONSULT,
    DISPUTED,
    FOR_ATTACKER,
    MUST,
    POSSIBLY_MUST,
    Attacks,
    attack_years,
    attacks_on,
)
from foedus.treaties.casus import casus_answer
from foedus.treaties.clauses import Instruments
from foedus.treaties.instruments import register

BITS = {
    ("fight", Verdict.MUST): MUST,
    ("fight", Verdict.DISPUTED): DISPUTED,
    ("consultation", Verdict.MUST): CONSULT,
    ("peace", Verdict.BARRED): BARRED,
}
GROUPS = {
    "defence": "fight",
    "offence": "fight",
    "consultation": "consultation",
    "neutrality": "peace",
    "nonaggression": "peace",
}


@cache
def seen(on: dt.date) -> Attacks:
    """Every attack of a day of the register's, found once."""
    return attacks_on(register(), on)


def alone(attacker: str, attacked: str, on: dt.date, treaties: Instruments) -> dict[str, int]:
    """What everybody is told of one attack, as bits, by asking `casus` about it."""
    found: dict[str, int] = {}
    act = Act(kind="attack", initiators=(attacker,), targets=(attacked,))
    for one in casus_answer(act, on, treaties).answers:
        bit = BITS.get((GROUPS.get(one.kind, ""), one.verdict), 0)
        if bit == MUST and one.standing is Standing.POSSIBLE:
            bit = POSSIBLY_MUST
        shifted = bit << FOR_ATTACKER if one.towards == attacker else bit
        if shifted:
            found[one.actor] = found.get(one.actor, 0) | shifted
    return found


def together(attacks: Attacks, attacker: str, attacked: str) -> dict[str, int]:
    row = attacks.answers[attacks.actors.index(attacker), attacks.actors.index(attacked)]
    return {attacks.actors[place]: int(row[place]) for place in np.flatnonzero(row)}


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from([dt.date(year, 7, 1) for year in (1885, 1914, 1939, 1955, 1975, 1987, 2024)]),
    st.randoms(use_true_random=False),
)
def test_all_attacks_of_a_day_say_what_each_says_alone(on: dt.date, choice: random.Random) -> None:
    attacks = seen(on)
    attacker, attacked = choice.sample(attacks.actors, 2)
    said = {
        actor: bits
        for actor, bits in alone(attacker, attacked, on, register()).items()
        if actor in attacks.actors
    }
    assert together(attacks, attacker, attacked) == said


@pytest.mark.parametrize("year", [1866, 1914, 1939, 1990, 2010])
def test_so_it_is_on_all_of_history(year: int, atop: Instruments) -> None:
    treaties = joined(register(), atop).instruments
    on = dt.date(year, 7, 1)
    attacks = attacks_on(treaties, on)
    choice = random.Random(year)
    bound = [actor for actor in attacks.actors if told_anything(attacks, actor)]
    for _ in range(25):
        attacker, attacked = choice.sample(bound, 2)
        assert together(attacks, attacker, attacked) == alone(attacker, attacked, on, treaties)


def told_anything(attacks: Attacks, actor: str) -> bool:
    return bool(attacks.answers[:, :, attacks.actors.index(actor)].any())


def test_the_eve_of_two_wars() -> None:
    august = attacks_on(register(), dt.date(1914, 8, 1))
    assert "AUH" in august.told("RUS", "GMY", MUST)
    assert august.told("RUS", "AUH", MUST) == ("GMY",)
    assert "ITA" in august.told("RUS", "AUH", BARRED)  # benevolent neutrality
    september = attacks_on(register(), dt.date(1939, 9, 1))
    assert {"FRA", "GBR"} <= set(september.told("GMY", "POL", MUST))
    assert september.told("GMY", "POL", MUST, FOR_ATTACKER) == ("ITA",)
    assert "SUN" in september.told("GMY", "POL", BARRED)


def test_a_year_is_a_table_of_every_attacker_and_attacked() -> None:
    (batch,) = attack_years(register(), [1939], month=9, day=1)
    rows = {(row["attacker"], row["attacked"]): row for row in batch.to_pylist()}
    states = {attacker for attacker, _ in rows}
    assert len(rows) == len(states) * (len(states) - 1)
    assert rows["GMY", "POL"]["must_join"] == ["ITA"]
    assert set(rows["GMY", "POL"]["must"]) == {"FRA", "GBR"}
    assert rows["CHE", "SWE"]["must"] == []
