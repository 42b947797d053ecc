"""Ask every dyad at hand whether it changed in June 2024, and when else.

    python -m studies.june_2024 [FOLDER] [--record]

FOLDER holds the reference files, `../shared/data` unless said. Exit code 1 when a figure differs
from the one in `recorded.csv` by more than 0.02; `--record` writes that file anew.
"""

import csv
import datetime as dt
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from foedus import measures, obligations
from studies.june_2024.series import MONTHS, Series, listings, speech

__all__ = ["Answer", "answers", "bound_anew", "main", "together"]

ASKED = (MONTHS.index(dt.date(2024, 6, 1)), MONTHS.index(dt.date(2024, 7, 1)))
BEFORE, AFTER = dt.date(2024, 5, 31), dt.date(2024, 12, 31)
RECORDED = Path(__file__).with_name("recorded.csv")
TOLERANCE = 0.02
MOST = 6


@dataclass(frozen=True, slots=True)
class Answer:
    """What one series says: the chance that its rate changed with June or July 2024, or ever.

    `told` is each change of the likeliest number of them: interval of months, probability, new rate
    over old with its 90 % interval. `month` is June 2024 itself against the months before: what was
    expected (90 %) and found, with the chance of as few or as many, whichever is less.
    """

    name: str
    here: float
    ever: float
    told: str
    month: str


def answers(series: tuple[Series, ...]) -> Iterator[Answer]:
    """Yield the answer of each series, in their order."""
    for each in series:
        found = measures.change_points(each.counts, each.exposures, family="counts", most=MOST)
        here = float(found.marginal[ASKED[0] : ASKED[1] + 1].sum())
        told = "; ".join(
            f"{MONTHS[one.first]:%Y-%m} to {MONTHS[one.last]:%Y-%m} ({one.probability:.0%}), "
            f"rate × {one.effect:.2f} ({one.effect_low:.2f}–{one.effect_high:.2f})"
            for one in found.changes
        )
        yield Answer(each.name, here, 1 - found.no_change, told or "no change", _month(each))


def _month(series: Series) -> str:
    place = np.arange(len(MONTHS))
    june = measures.silence(series.counts, series.exposures, place < ASKED[0], place == ASKED[0])
    chance = min(june.so_few, june.so_many)
    return f"June {june.observed}, expected {june.low}–{june.high} (chance {chance:.3f})"


def together(series: tuple[Series, ...]) -> str:
    """Return whether the series of speech changed at one date, the month or the one after."""
    counts = [each.counts for each in series]
    exposures = [each.exposures for each in series]
    found = measures.shared_change(counts, exposures, within=1)
    sharing = ", ".join(
        each.name
        for each, rate in zip(series, found.false_discovery, strict=True)
        if rate <= 0.1  # at most one in ten of those named is expected to be wrong
    )
    return (
        f"one common date: {found.probability:.2f}, p {found.p_value:.3f}; "
        f"if there is one, {MONTHS[found.first]:%Y-%m} to {MONTHS[found.last]:%Y-%m}; "
        f"sharing it: {sharing or 'none that can be named'}"
    )


def bound_anew() -> Iterator[str]:
    """Yield the duties between Russia and North Korea on the last day of 2024 and not in May."""
    for one, two in (("RUS", "PRK"), ("PRK", "RUS")):
        before, after = _duties(one, two, BEFORE), _duties(one, two, AFTER)
        for duty in sorted(after - before):
            yield f"{one} → {two}: + {duty}"
        for duty in sorted(before - after):
            yield f"{one} → {two}: - {duty}"


def _duties(one: str, two: str, day: dt.date) -> set[str]:
    rows = obligations(one, two, day).to_pyarrow().to_pylist()
    return {f"{row['kind']} ({row['instrument']}, art. {row['article']})" for row in rows}


def main(*arguments: str) -> int:
    """Print every answer beside the recorded one; return the exit code."""
    folder = next((one for one in arguments if not one.startswith("--")), "../shared/data")
    spoken, listed = speech(Path(folder)), listings(Path(folder))
    found = tuple(answers((*spoken, *listed)))
    for each in sorted(found, key=lambda one: -one.here):
        print(f"{each.here:5.2f}  {each.ever:5.2f}  {each.name}: {each.told}")
        print(f"              {each.month}")
    print(together(spoken))
    for line in bound_anew():
        print(line)
    if "--record" in arguments:
        with RECORDED.open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file, lineterminator="\n")
            rows.writerow(("series", "june_or_july_2024", "ever"))
            rows.writerows((one.name, f"{one.here:.3f}", f"{one.ever:.3f}") for one in found)
    return 1 if list(_differing(found)) else 0


def _differing(found: tuple[Answer, ...]) -> Iterator[str]:
    with RECORDED.open(encoding="utf-8", newline="") as file:
        recorded = {row["series"]: row for row in csv.DictReader(file)}
    for one in found:
        row = recorded.get(one.name, {"june_or_july_2024": "nan", "ever": "nan"})
        there = float(row["june_or_july_2024"]), float(row["ever"])
        if not all(
            abs(a - b) <= TOLERANCE for a, b in zip((one.here, one.ever), there, strict=True)
        ):
            yield one.name
            print(f"not as recorded: {one.name}: {there}")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
