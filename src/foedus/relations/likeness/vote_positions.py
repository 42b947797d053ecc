"""Where states stood in the General Assembly, session by session, from its roll calls.

    foedus.vote_positions("RUS", "PRK", sessions=(60, 75))

What is estimated is in `measures.ideal_points`, drawn as published so that figures may be laid
beside the published ones; the votes are those held on this machine (`unga-votes`). They are chosen
as Bailey, Strezhnev and Voeten choose them for their published estimates: yes, abstention and no;
after 1989 no votes on paragraphs and amendments; not session 19, which voted once; not Zanzibar,
nor South Africa's one vote of session 48. Resolutions that came back with the same text count as
one item: `same_resolutions.csv` lists the pairs of roll calls that the authors matched, as
published with their program
(github.com/evoeten/United-Nations-General-Assembly-Votes-and-Ideal-Points, Data/Matches.csv, 2020,
MIT licence).

All votes are always used: naming states or sessions narrows the rows, never what they rest on. The
United States are on the positive side.
"""

import csv
from collections.abc import Callable
from functools import cache
from importlib.resources import files

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from foedus.datasets.holdings import held_columns
from foedus.relations.likeness.states_of_a_year import codes_meant, holder_of
from foedus.relations.measures.positions.item_response import IdealPoints, ideal_points

__all__ = ["vote_positions", "votes_chosen"]

USA, SOUTH_AFRICA, ZANZIBAR = 2, 560, 511
SESSION_0 = 1945
FIRST_WITHOUT_PARTS = 1990
SCHEMA = pa.schema(
    [
        ("state", pa.string()),
        ("ccode", pa.int32()),
        ("session", pa.int32()),
        ("year", pa.int32()),
        ("position", pa.float64()),
        ("sd", pa.float64()),
        ("low", pa.float64()),
        ("high", pa.float64()),
        ("votes", pa.int32()),
    ]
)

Votes = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]


def vote_positions(
    *actors: str,
    sessions: tuple[int, int] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> pa.Table:
    """Return these states' positions, all states' when none is named; half a minute of work.

    One row per state and session in which it voted, ordered by code and session: `state` (id; null
    where nobody is known to have held the code), `ccode`, `session`, `year` (in which the session
    began), `position` (mean 0 and standard deviation 1 over all rows there are, whoever is asked
    about), `sd`, `low` and `high` (90 %), and `votes`, the roll calls it rests on.

    A bare number is a COW code, whoever held it; a name is an actor: Russia has no rows of the
    Soviet Union's. Raises UnknownActor and OutsideLife for names, MissingDataset when `unga-votes`
    is not held, and ValueError for sessions that end before they begin.
    """
    if sessions is not None and sessions[0] > sessions[1]:
        raise ValueError(f"the sessions {sessions[0]}-{sessions[1]} end before they begin")
    wanted = frozenset(held for words in actors for held in codes_meant(words))
    votes = votes_chosen()
    if not _any_asked(votes, wanted, sessions):
        return SCHEMA.empty_table()  # at once, not after half a minute
    found = ideal_points(*votes, positive=USA, progress=progress)
    return _table(found, wanted, sessions)


def votes_chosen() -> Votes:
    """Return the votes as published estimates use them: state, session, item and vote.

    Raises MissingDataset.
    """
    calls = held_columns("unga-votes", "rollcalls", "rcid", "session", "date", "para", "amend")
    votes = held_columns("unga-votes", "votes", "rcid", "ccode", "vote")
    number = calls["rcid"].to_numpy().astype(np.int64)
    order = np.argsort(number)
    number, session = number[order], calls["session"].to_numpy()[order].astype(np.int64)
    year = calls["date"].to_numpy().astype("datetime64[Y]").astype(np.int64)[order] + 1970
    part = np.zeros(len(number), dtype=bool)
    for name in ("para", "amend"):
        part |= calls[name].to_pandas().fillna(0).to_numpy()[order] == 1
    usable = (session != 19) & ~(part & (year >= FIRST_WITHOUT_PARTS))
    item = np.array([_first_of().get(each, each) for each in number.tolist()], dtype=np.int64)
    vote = votes["vote"].fill_null(9).to_numpy().astype(np.int64)
    state = votes["ccode"].to_numpy().astype(np.int64)
    place = np.searchsorted(number, votes["rcid"].to_numpy().astype(np.int64))
    kept = (vote <= 3) & usable[place] & (state != ZANZIBAR)
    kept &= ~((state == SOUTH_AFRICA) & (session[place] == 48))
    place = place[kept]
    return state[kept], session[place], item[place], vote[kept]


@cache
def _first_of() -> dict[int, int]:
    """Return the first roll call on the same text for each later one."""
    text = (
        files("foedus.relations.likeness")
        .joinpath("same_resolutions.csv")
        .read_text(encoding="utf-8")
    )
    before = {int(row["again"]): int(row["first"]) for row in csv.DictReader(text.splitlines())}
    for again in sorted(before):
        before[again] = before.get(before[again], before[again])
    return before


def _any_asked(
    votes: Votes,
    wanted: frozenset[tuple[int, str | None]],
    sessions: tuple[int, int] | None,
) -> bool:
    """Whether any of these states may have cast a vote in these sessions."""
    state, session, _, _ = votes
    asked = np.ones(len(state), dtype=bool)
    if wanted:
        asked &= np.isin(state, [code for code, _ in wanted])
    if sessions is not None:
        asked &= (session >= sessions[0]) & (session <= sessions[1])
    return bool(asked.any())


def _table(
    found: IdealPoints,
    wanted: frozenset[tuple[int, str | None]],
    sessions: tuple[int, int] | None,
) -> pa.Table:
    year = found.session + SESSION_0
    state = [holder_of(*each) for each in zip(found.member.tolist(), year.tolist(), strict=True)]
    rows = np.ones(len(year), dtype=bool)
    if wanted:
        pairs = zip(found.member.tolist(), state, strict=True)
        rows = np.array([bool({(code, who), (code, None)} & wanted) for code, who in pairs])
    if sessions is not None:
        rows &= (found.session >= sessions[0]) & (found.session <= sessions[1])
    columns = (
        pa.array(state, pa.string()),
        *(pa.array(each) for each in (found.member, found.session, year)),
        *(pa.array(each) for each in (found.position, found.sd, found.low, found.high)),
        pa.array(found.votes),
    )
    cast = [column.cast(field.type) for column, field in zip(columns, SCHEMA, strict=True)]
    return pa.table(cast, schema=SCHEMA).filter(pa.array(rows))
