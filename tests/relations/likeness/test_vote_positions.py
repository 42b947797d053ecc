"""Which votes positions rest on, and the rows that come of them."""

from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np
import pytest

from foedus.errors import OutsideLife
from foedus.relations.likeness import vote_positions as module
from foedus.relations.likeness.vote_positions import vote_positions, votes_chosen
from foedus.relations.measures.positions.item_response import IdealPoints


@pytest.fixture(scope="module")
def votes_held(holding: Callable[[Mapping[str, str]], Path]) -> Path:
    """A folder of data that holds the roll calls."""
    files = ("unga_votes_s1_s75.parquet", "unga_rollcalls_s1_s75.parquet")
    return holding({f"unga/{file}": "unga-votes" for file in files})


def test_the_votes_are_those_the_published_estimates_rest_on(
    votes_held: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOEDUS_DATA", str(votes_held))
    state, session, item, vote = votes_chosen()
    assert set(np.unique(vote)) == {1, 2, 3}
    assert 19 not in session
    assert 511 not in state
    assert not ((state == 560) & (session == 48)).any()
    usa = state == 2
    # NVotesAll of the published file, which leaves unanimous votes out.
    for number, published in ((1, 42), (2, 38), (3, 103)):
        of_usa = item[usa & (session == number)]
        divided = [one for one in of_usa if len(np.unique(vote[item == one])) > 1]
        assert len(divided) == published


def test_the_same_text_voted_on_again_is_one_item() -> None:
    first = module._first_of()
    assert first[577] == first[545] == first[512] == 470
    assert all(one < again for again, one in first.items())
    assert not set(first.values()) & set(first)


def _three_rows() -> IdealPoints:
    one = np.ones(3)
    whole = np.array([2, 365, 365])
    return IdealPoints(
        whole,
        np.array([46, 45, 47]),
        one,
        one,
        one,
        one,
        np.array([3, 3, 3]),
        np.zeros(3, dtype=np.int64),
        np.array([1]),
        np.ones(1),
        np.ones((1, 2)),
        np.zeros((0, 2), dtype=np.int64),
        True,
    )


def test_names_and_sessions_narrow_the_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    votes = np.array([2, 365, 365]), np.array([46, 46, 47]), np.zeros(3), np.ones(3)
    monkeypatch.setattr(module, "votes_chosen", lambda: votes)
    monkeypatch.setattr(module, "ideal_points", lambda *_, **__: _three_rows())
    assert vote_positions().column("ccode").to_pylist() == [2, 365, 365]
    assert vote_positions("RUS").column("session").to_pylist() == [47]
    assert vote_positions("365").column("state").to_pylist() == ["SUN", "RUS"]
    assert vote_positions(sessions=(46, 46)).column("year").to_pylist() == [1991]


def test_nothing_is_estimated_for_states_that_cast_no_vote_then(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    votes = np.array([2, 365]), np.array([46, 46]), np.zeros(2), np.ones(2)
    monkeypatch.setattr(module, "votes_chosen", lambda: votes)
    monkeypatch.setattr(module, "ideal_points", None)  # would not be callable
    assert vote_positions(sessions=(47, 75)).schema == module.SCHEMA
    assert vote_positions("CHN").num_rows == 0


def test_what_cannot_be_asked_is_said() -> None:
    with pytest.raises(ValueError, match="end before they begin"):
        vote_positions(sessions=(60, 50))
    with pytest.raises(OutsideLife):
        vote_positions("1234")
