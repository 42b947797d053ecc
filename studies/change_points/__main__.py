"""Find the changes of the coal and Nile series, beside what is published of them.

    python -m studies.change_points

Exit code 1 when ours and the published figure differ by more than the tolerance that README.md
explains.
"""

import sys
from collections.abc import Iterator

import numpy as np

from foedus import measures
from studies.change_points.sampled import sampled_changes
from studies.change_points.series import COAL, COAL_FIRST_YEAR, NILE, NILE_FIRST_YEAR

Row = tuple[str, str, str, bool]
"""What, ours, published, whether they agree."""


def main(_folder: str = "") -> int:
    """Compare and print; return the exit code."""
    agreed = True
    for what, ours, published, agrees in (*coal(), *nile()):
        print(f"{'  ' if agrees else '! '}{what:58} {ours:>22}  {published}")
        agreed &= agrees
    print("All agree." if agreed else "Rows with ! do not agree.")
    return 0 if agreed else 1


def coal() -> Iterator[Row]:
    """Yield what is found of the coal mines: one change, and any number."""
    found = measures.change_points(COAL, most=1)
    (change,) = found.changes
    last_old = COAL_FIRST_YEAR + change.mode - 1
    yield "coal: likeliest last year of the old rate", str(last_old), "1891", last_old == 1891
    first, last = (COAL_FIRST_YEAR + end - 1 for end in (change.first, change.last))
    span = f"{first}-{last}"
    yield "coal: 90 % of that year", span, "about 1890", first <= 1890 <= last <= 1897
    band = measures.level_band(found)
    old, new = float(band.mean[:30].mean()), float(band.mean[60:].mean())
    yield "coal: disasters a year before", f"{old:.2f}", "3.1, within 0.1", abs(old - 3.1) < 0.1
    yield "coal: disasters a year after", f"{new:.2f}", "0.9, within 0.1", abs(new - 0.9) < 0.1
    odds = f"{1 / found.no_change - 1:.1e} to 1"
    yield "coal: odds of a change", odds, "beyond doubt: above 1e6", found.no_change < 1e-6
    shares, rates = sampled_changes(COAL, 60_000, seed=1992)
    apart = float(np.abs(np.append(change.posterior[1:], 0) - shares).max())
    told = "0, within 0.02 (own run of the published sampler)"
    yield "coal: greatest difference in the chance of a year", f"{apart:.3f}", told, apart < 0.02
    close = bool(np.allclose(rates, (old, new), atol=0.06))
    told = f"{rates[0]:.2f}, {rates[1]:.2f}, within 0.06 (the same)"
    yield "coal: both rates", f"{old:.2f}, {new:.2f}", told, close
    dates = COAL.copy()
    dates[[1941 - COAL_FIRST_YEAR, 1942 - COAL_FIRST_YEAR]] = 3
    (other,) = measures.change_points(dates, most=1).changes
    same = other.mode == change.mode and (other.first, other.last) == (change.first, change.last)
    yield "coal, counted from the dates: likeliest, 90 %", "the same" if same else "other", "", same
    several = measures.change_points(COAL, family="counts")
    years = [COAL_FIRST_YEAR + each.mode - 1 for each in several.changes]
    told = "1891; a second, weaker, in the 1940s"
    yield (
        f"coal, any number: {several.number} likeliest ({several.family})",
        ", ".join(str(year) for year in years),
        told,
        years[:1] == [1891] and all(1940 <= year <= 1950 for year in years[1:]),
    )


def nile() -> Iterator[Row]:
    """Yield what is found of the Nile: any number of changes of level, one spread."""
    found = measures.change_points(NILE, family="normal")
    yield "Nile: likeliest number of changes", str(found.number), "1", found.number == 1
    (change,) = found.changes
    last_old = NILE_FIRST_YEAR + change.mode - 1
    yield "Nile: likeliest last year of the old level", str(last_old), "1898", last_old == 1898
    chance = float(change.posterior[change.mode])
    yield "Nile: its chance", f"{chance:.2f}", "above 0.5", chance > 0.5
    before, after = NILE[: change.mode].mean(), NILE[change.mode :].mean()
    apart = after - before
    holds = change.effect_low < apart < change.effect_high
    ours = f"{change.effect:.0f} ({change.effect_low:.0f} to {change.effect_high:.0f})"
    yield "Nile: new level minus old", ours, f"{apart:.0f}, difference of the means", holds


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
