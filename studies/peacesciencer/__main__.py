"""Make the panel both ways of the same files, compare every cell, and say what differs.

    python -m studies.peacesciencer [FOLDER] [FIRST-LAST]

FOLDER holds the published files under the names that README.md lists, `../shared/data` unless
said. Exit code 1 when a cell differs for a reason that is not listed.
"""

import os
import sys
import tempfile
from pathlib import Path

from studies.peacesciencer.comparison import MEANT, compared
from studies.peacesciencer.panel import foedus_panel
from studies.peacesciencer.reference import reference_panel

ROWS = {(1816, 2016): 1_912_290}


def main(folder: str = "../shared/data", years: str = "1816-2016") -> int:
    """Compare and print; return the exit code."""
    data = Path(folder)
    first, last = (int(year) for year in years.split("-"))
    with tempfile.TemporaryDirectory() as held:
        os.environ["FOEDUS_DATA"] = held
        ours = foedus_panel(data, first, last)
    expected = ROWS.get((first, last), ours.num_rows)
    print(f"{ours.num_rows:,} rows, {ours.num_columns} columns")
    unexplained = 0 if ours.num_rows == expected else 1
    for column in compared(ours, reference_panel(data, first, last)):
        unexplained += column.unexplained
        if column.differing:
            why = MEANT[column.name][0] if column.meant else ""
            print(f"{column.name}: {column.differing:,} cells differ, {column.meant:,} as meant")
            print(f"    {why}")
            for (here, there), count in column.kinds.items():
                print(f"    {count:>9,}  ours {here}, theirs {there}")
    print(f"{unexplained:,} cells differ for no reason known")
    return 1 if unexplained else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
