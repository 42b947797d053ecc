"""Print our rates, the steps from our sample to the published ones, and theirs beside them.

    python -m studies.alliance_reliability [FOLDER] [--write]

FOLDER holds the published files under the names that README.md lists, `../shared/data` unless
said. With --write the table that foedus carries is written anew.
"""

import os
import sys
import tempfile
from importlib.resources import files
from pathlib import Path

from foedus.ledger.engines import Engine, engine_at
from foedus.repercussions.fulfilment import LIMITS, published_rates
from studies.alliance_reliability.democracy import by_measure
from studies.alliance_reliability.held import hold_files
from studies.alliance_reliability.steps import Step, by_source, frame, steps
from studies.alliance_reliability.writing import rates_csv, recomputed_rates

RATES = Path(str(files("foedus.repercussions.fulfilment").joinpath("rates.csv")))


def main(*arguments: str) -> int:
    """Compute and print; return the exit code."""
    folders = [one for one in arguments if one != "--write"]
    with tempfile.TemporaryDirectory() as held:
        os.environ["FOEDUS_DATA"] = held
        hold_files(Path(folders[0] if folders else "../shared/data"))
        with engine_at() as engine:
            _report(engine)
            table = recomputed_rates(engine)
    print(f"\n{table.num_rows} rates, of {table['sources'][0]}")
    if "--write" in arguments:
        RATES.write_text(rates_csv(table), encoding="utf-8")
        print(f"written to {RATES}")
    return 0


def _report(engine: Engine) -> None:
    print("Pairs of a war and an alliance with a member in it, to 2003 (before 1945, since)")
    for name, (before, since) in frame(engine).items():
        print(f"    {name}: {before} + {since} = {before + since}")
    print("\nFrom our sample to theirs (kept of cases, wars to 2003)")
    _table(steps(engine))
    print("\nWhose conflicts (promise by promise, all fair tests)")
    _table(list(by_source(engine).values()))
    print("\nObligors that are democracies and others (kept of cases; obligors not known)")
    for found in by_measure(engine):
        named = f"{found.kind}, level {found.level}, {found.conditions}, {found.measure}"
        print(f"    {named:48}{found.democracies!s:>24}{found.others!s:>24}{found.unknown:>8}")
    print("\nPublished")
    for one in published_rates():
        counted = f"{one.acted} of {one.asked} = " if one.asked else ""
        print(f"    {one.study}: {one.kind}, {one.period}: {counted}{one.rate:.1%}")
    print(f"\n{LIMITS.en}")


def _table(rows: list[Step]) -> None:
    print(f"    {'':72}{'before 1945':>20}{'since 1945':>20}")
    for row in rows:
        print(f"    {row.name:72}{row.before!s:>20}{row.since!s:>20}")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
