"""How states stand to one another in the UN General Assembly, one row per state and session.

Bailey, Strezhnev and Voeten, "Estimating Dynamic State Preferences from United Nations Voting
Data", *Journal of Conflict Resolution* 61(2), 2017; estimates of all votes, from "United Nations
General Assembly Voting Data" (Harvard Dataverse, doi:10.7910/DVN/LEJUQZ).

Published names hold signs that no language takes in a name: `Q5%All` is kept as `q5_all`, the
lowest draw `QO%All` (a letter for the nought) as `q0_all`.
"""

from itertools import pairwise

import ibis
from ibis.expr.types import Table

from foedus.reading.datasets.checks import unique_grain
from foedus.reading.datasets.table import Check, Column, DatasetTable, Form

__all__ = ["TABLES"]

_QUANTILES = (0, 5, 10, 50, 90, 95, 100)
# Whose votes a state's are compared with: our ending, the published column, and who that is.
_REFERENCES = {
    "usa": ("USAgree", "the United States"),
    "rus": ("RUSSAgree", "Russia, before it the Soviet Union"),
    "bra": ("BrazilAgree", "Brazil"),
    "chn": ("ChinaAgree", "China"),
    "ind": ("IndiaAgree", "India"),
    "isr": ("IsraelAgree", "Israel"),
}
_LOWEST = ("QO%All", "Q0%All")


def _session_years(rows: Table) -> Table:
    lowest = next(name for name in _LOWEST if name in rows.columns)
    published = {
        "ccode": "ccode",
        "session": "session",
        "iso3c": "iso3c",
        "country": "Countryname",
        "votes": "NVotesAll",
        "ideal_point": "IdealPointAll",
        **{_quantile(share): f"Q{share}%All" for share in _QUANTILES if share},
        _quantile(0): lowest,
        **{f"agree_{state}": published for state, (published, _) in _REFERENCES.items()},
    }
    return rows.select(
        "row",
        # A session is named for the autumn it opens in; the 1st opened in January 1946.
        year=rows.session.cast("int32") + 1945,
        **{ours: rows[theirs] for ours, theirs in published.items()},
    )


def _quantile(share: int) -> str:
    return f"q{share}_all"


def _disordered(rows: Table) -> Table:
    names = [_quantile(share) for share in _QUANTILES]
    wrong = rows[names[0]] > rows[names[1]]
    for lower, higher in pairwise(names[1:]):
        wrong = wrong | (rows[lower] > rows[higher])
    return rows.filter(wrong)


def _not_a_share(rows: Table) -> Table:
    sound = ibis.literal(True)
    for state in _REFERENCES:
        sound = sound & rows[f"agree_{state}"].between(0, 1).fill_null(True)
    return rows.filter(~sound)


TABLES = (
    DatasetTable(
        dataset="ideal-points",
        name="session_years",
        grain=("ccode", "session"),
        columns=(
            Column("ccode", "int16", "Correlates of War number of the state"),
            Column("session", "int16", "regular session of the Assembly"),
            Column("year", "int16", "year in which the session opened: session + 1945"),
            Column("iso3c", "string", "ISO 3166-1 alpha-3 code, as published"),
            Column("country", "string", "name, as published"),
            Column("votes", "int32", "votes of the state in the session that count"),
            Column("ideal_point", "float64", "posterior mean of the ideal point; no unit"),
            *[
                Column(_quantile(share), "float64", f"{share} % quantile of the posterior")
                for share in _QUANTILES
            ],
            *[
                Column(
                    f"agree_{state}",
                    "float64",
                    f"share of common votes that agree with those of {whose}, 0 to 1",
                )
                for state, (_, whose) in _REFERENCES.items()
            ],
        ),
        forms=(
            Form(
                "estimates of all votes, by state and session",
                frozenset({"ccode", "session", "NVotesAll", "IdealPointAll", "Q50%All", "USAgree"}),
                _session_years,
            ),
        ),
        coverage=(1946, 2023),
        checks=(
            unique_grain("ccode", "session"),
            Check("disordered quantiles", "quantiles rise with their share", _disordered),
            Check("no share", "agreement from 0 to 1", _not_a_share),
        ),
        faults=(
            "Session 19, which opened in 1964, has no estimates.",
            "Ideal points of one session can be compared; across sessions only as far as the "
            "estimation's bridging resolutions carry.",
        ),
    ),
)
