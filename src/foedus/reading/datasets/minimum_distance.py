"""How far apart the territories of two states are: minimum distances from CShapes 2.0.

Source: Guy Schvitz, Luc Girardin, Seraina Rüegger, Nils B. Weidmann, Lars-Erik Cederman and
Kristian S. Gleditsch, "Mapping the International System, 1886-2019: The CShapes 2.0 Dataset",
*Journal of Conflict Resolution* 66, 2022, 144-161. The distance is zero where territories touch.
"""

from foedus.reading.datasets.checks import known_codes, not_negative
from foedus.reading.datasets.table import Column, DatasetTable, Form
from foedus.reading.datasets.tidying import kept
from foedus.reading.datasets.undirected import lower_code_first

__all__ = ["TABLES"]

_COVERAGE = (1886, 2019)


def _dyad_years(scheme: str, code: str) -> DatasetTable:
    one, other = f"{code}1", f"{code}2"
    named = scheme.upper()
    return DatasetTable(
        dataset="minimum-distance",
        name=f"{scheme}_dyad_years",
        grain=(one, other, "year"),
        columns=(
            Column(one, "int32", f"{named} number of the state with the lower number"),
            Column(other, "int32", f"{named} number of the state with the higher number"),
            Column("year", "int32", "calendar year"),
            Column("mindist", "float64", "minimum distance between the territories, kilometres"),
        ),
        forms=(
            Form(
                f"{named} dyad-years",
                frozenset({one, other, "year", "mindist"}),
                kept(one, other, "year", "mindist"),
            ),
        ),
        coverage=_COVERAGE,
        checks=(
            lower_code_first(one, other),
            known_codes(one, scheme),
            known_codes(other, scheme),
            not_negative("mindist"),
        ),
    )


TABLES = (_dyad_years("cow", "ccode"), _dyad_years("gw", "gwcode"))
