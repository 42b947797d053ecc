"""Ask when attention changed and against what; print; compare with what was recorded.

    python -m studies.attention [FOLDER]

FOLDER holds `attention/…`, `../shared/data` unless said. Takes about a minute. Exit code 1 when the
figures of RECORDED are not come by again.
"""

import sys
from pathlib import Path

import numpy as np

from foedus import measures
from foedus.dossier.sentence import read
from foedus.dossier.words.catalogue import words_in
from foedus.dossier.words.movements import MovementWords
from foedus.evidence import Day
from foedus.relations.measures.levels.changes import Family
from foedus.repercussions.movements.asking import movements_of
from studies.attention.estimators import judged, peers
from studies.attention.recorded import RECORDED, TOLERANCE
from studies.attention.series import MENTIONS, Months, counted, headlines, mentions, shares
from studies.attention.synthetic import held_against

LAST = "2026-02"
"""The last whole month of Channel One in the table of mentions."""
VOLUME = 450
"""Documents of Channel One in a usual month: the unit of exposure."""
QUARTERS = (("2023q3", "2023q3"), ("2024q2", "2024q2"), ("2024q2", "2024q4"))
EVENTS = ("2024-06-19", "2024-06-19/2024-12-04", "2023-07")
SPEAKERS = ("1tv", "cctv_xinwen_lianbo", "white_house")


def main(folder: str = "../shared/data") -> int:
    """Measure, print, compare; return the exit code."""
    home = Path(folder)
    rows = mentions(home).rows
    korea = counted(rows, "1tv", "north_korea", LAST)
    found = _changes("table of mentions", korea, ("poisson", "negative binomial"))
    listed = headlines(home, korea.months)
    late = np.array([month >= "2022-10" for month in korea.months])
    short = Months(tuple(np.array(korea.months)[late]), listed[late], korea.documents[late])
    found |= _changes("list of headlines, from October 2022", short, ("negative binomial",))
    found |= _against_countries(home, counted(rows, "1tv", "north_korea", "2025-12"))
    found |= _against_topics(home)
    found |= _estimators()
    return _compared(found)


def _changes(what: str, months: Months, families: tuple[Family, ...]) -> dict[str, float]:
    print(f"\nWhen did Channel One's attention to North Korea change? By the {what}.")
    found = {}
    for family in families:
        told = measures.change_points(months.mentions, months.documents / VOLUME, family=family)
        chances = ", ".join(f"{each:.0%} {n}" for n, each in enumerate(told.probabilities[:5]))
        print(f"  {family}: number of changes {chances}")
        for change in told.supposing(max(told.number, 1)):
            first, last, mode = (
                months.months[place] for place in (change.first, change.last, change.mode)
            )
            print(
                f"    between {first} and {last} (90 %), likeliest {mode}; rate times "
                f"{change.effect:.2g} ({change.effect_low:.2g}–{change.effect_high:.2g}), "
                f"a change there at all {change.probability:.0%}"
            )
        at = [months.months.index(month) for month in ("2024-06", "2024-07")]
        june = float(told.marginal[at].sum())
        print(f"    changes expected to begin in June or July 2024: {june:.2f}")
        found[f"{what}, {family}: no change"] = float(told.no_change)
        found[f"{what}, {family}: June or July 2024"] = june
    return found


def _against_countries(home: Path, korea: Months) -> dict[str, float]:
    names, theirs = shares(home, korea.months)
    print(f"\nChannel One on North Korea against {len(names)} countries it names, by quarters")
    found = {}
    for begins, ends in QUARTERS:
        held = held_against(korea, names, theirs, begins, ends)
        weights = ", ".join(f"{name} {weight:.0%}" for name, weight in held.weights[:4])
        event = begins if begins == ends else f"{begins}–{ends}"
        low, high = held.interval or (np.nan, np.nan)
        print(
            f"  {event}: difference × {np.exp(held.effect):.1f} "
            f"({np.exp(low):.1f}–{np.exp(high):.0f}), p {held.p:.2f} among countries, "
            f"{held.p_in_time:.2f} in time, drift p {held.drift_p:.2f}; synthetic control × "
            f"{np.exp(held.control.effect):.1f}, p {held.p_control:.2f}, error before "
            f"{held.control.fit:.0%} of its own spread, made of {weights}"
        )
        found[f"countries {event}: difference"] = held.effect
        found[f"countries {event}: p"] = held.p
        found[f"countries {event}: control"] = held.control.effect
        found[f"countries {event}: control p"] = held.p_control or float("nan")
    return found


def _against_topics(home: Path) -> dict[str, float]:
    found = {}
    for event in EVENTS:
        told = movements_of(home / MENTIONS, Day(event), ["PRK"], SPEAKERS)
        said = MovementWords(told, words_in("en"), "counts")
        print(f"\n{said.head()}")
        for dyad in told.dyads:
            print(f"  {read(said.verdict(dyad))}")
            for sentence in said.evidence(dyad):
                print(f"    {read(sentence)}")
            key = f"topics {event} {dyad.third}"
            found[f"{key}: effect"] = dyad.effect if dyad.effect is not None else float("nan")
            found[f"{key}: p"] = dyad.p if dyad.p is not None else float("nan")
            found[f"{key}: visible"] = dyad.visible if dyad.visible is not None else float("nan")
    return found


def _estimators() -> dict[str, float]:
    print("\nA world in which cohorts differ: worst mean error one to three periods after")
    found = {}
    for name, (error, held) in judged().items():
        print(f"  {name:40} {error:.2f}   90 % intervals that hold the truth: {held:.0%}")
        found[f"{name}: error"] = error
        found[f"{name}: held"] = held
    for name, error in peers().items():
        print(f"  {name:40} {error:.2f}")
        found[f"{name}: error"] = error
    return found


def _compared(found: dict[str, float]) -> int:
    missed = [
        f"{name}: recorded {value:.4g}, now {found.get(name, float('nan')):.4g}"
        for name, value in RECORDED.items()
        if not _same(value, found.get(name))
    ]
    print(f"\n{len(RECORDED) - len(missed)} of {len(RECORDED)} recorded figures come by again")
    print("\n".join(missed), end="\n" if missed else "")
    return 1 if missed or not RECORDED else 0


def _same(recorded: float, now: float | None) -> bool:
    if now is None:
        return False
    return abs(recorded - now) <= TOLERANCE or (np.isnan(recorded) and bool(np.isnan(now)))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
