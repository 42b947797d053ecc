"""Ask the question, by several baselines, and of everything else; compare with what was recorded.

    python -m studies.silence [FOLDER]

FOLDER holds `attention/daily_mentions.parquet`, `../shared/data` unless said. Exit code 1 when the
figures recorded in RECORDED are not come by again.
"""

import datetime as dt
import sys
from pathlib import Path

import pyarrow as pa

from foedus import measures
from foedus.dossier.sentence import read
from foedus.dossier.words.catalogue import words_in
from foedus.dossier.words.silences import SilenceWords
from foedus.relations.statements.speech import speech_series
from foedus.sources.mention_counts import mention_counts
from studies.silence.placebo import alarms
from studies.silence.questions import BASELINES, SPEAKERS, SPELLS, TOPIC, rhythm, told
from studies.silence.recorded import RECORDED, within

COUNTS = "attention/daily_mentions.parquet"
SHA256 = "3720e0b55a4c59892a37743ed3de625785721701f5c706b80f49bee8032fa70a"

COVERED = dt.date(2019, 1, 1), dt.date(2026, 2, 28)
"""The whole months that the file holds of Channel One."""
VOLUME = 450
"""Documents of Channel One in a usual month: the unit of exposure."""


def main(folder: str = "../shared/data") -> int:
    """Measure, print, compare; return the exit code."""
    file = mention_counts(Path(folder) / COUNTS)
    if file.sha256 != SHA256:
        print("The file is another release than the one whose figures were recorded.")
    english = words_in("en")
    found: dict[str, float] = {}
    for speaker in SPEAKERS:
        measured = told(file.rows, speaker, BASELINES[0])
        print(f"\n{speaker}, by {BASELINES[0]}")
        for spell, one in zip(SPELLS, measured, strict=True):
            said = SilenceWords(one, english, "counts")
            print(f"  {read(said.found())}")
            for sentence in said.more():
                print(f"    {read(sentence)}")
            key = f"{speaker} {spell}"
            found[f"{key} expected"] = one.found.expected
            found[f"{key} so few"] = one.found.so_few
            found[f"{key} e silent"] = float(one.found.e_silent.max())
        rhythmic = rhythm(file.rows, speaker, measured[0])
        print(
            f"  variance of a month over its mean {1 + rhythmic.excess:.1f}; documents a month "
            f"{rhythmic.before:.0f} before, {rhythmic.during:.0f} from June to November 2024; "
            f"all days of the week alike: p = {rhythmic.weekday:.2g}"
        )
    found |= _by_baseline(file.rows)
    found |= _placebo(file.rows)
    found |= _turn_of_channel_one(file.rows)
    return _compared(found)


def _by_baseline(rows: pa.Table) -> dict[str, float]:
    print("\nChinese television by other baselines: expected (range) → found, chance of so few")
    found = {}
    for baseline in BASELINES:
        parts = []
        for spell, one in zip(SPELLS, told(rows, SPEAKERS[0], baseline), strict=True):
            is_ = one.found
            parts.append(
                f"{spell}: {is_.expected:.1f} ({is_.low}–{is_.high}) → {is_.observed}, "
                f"{is_.so_few:.0%}"
            )
            found[f"{baseline} {spell}"] = is_.so_few
        print(f"  {baseline:17} {'; '.join(parts)}")
    return found


def _placebo(rows: pa.Table) -> dict[str, float]:
    print(
        "\nEvery topic, each month judged by the 20 before it: silent, loud, e-value of 20 or more"
    )
    found: dict[str, float] = {}
    for speaker in SPEAKERS:
        by_topic = alarms(rows, speaker)
        for term, one in by_topic.items():
            print(
                f"  {speaker:19} {term:17} {one.silent:3} {one.loud:3} {one.strong:3} "
                f"of {one.asked}"
            )
        sums = [
            sum(getattr(one, name) for one in by_topic.values())
            for name in ("asked", "silent", "loud", "strong")
        ]
        print(
            f"  {speaker:19} {'all':17} {sums[1] / sums[0]:.1%} silent, "
            f"{sums[2] / sums[0]:.1%} loud, {sums[3] / sums[0]:.1%} strong (5 %, 5 %, 5 % allowed)"
        )
        for name, value in zip(("asked", "silent", "loud", "strong"), sums, strict=True):
            found[f"placebo {speaker} {name}"] = value
    return found


def _turn_of_channel_one(rows: pa.Table) -> dict[str, float]:
    months = speech_series(rows, "1tv", TOPIC, "month", COVERED)
    changes = measures.change_points(
        months.mentions, months.documents / VOLUME, family="negative binomial"
    )
    print("\nWhen did Channel One's attention to North Korea change?")
    shown = [f"{chance:.0%} {number}" for number, chance in enumerate(changes.probabilities[:5])]
    print(f"  number of changes: {', '.join(shown)}")
    for change in changes.supposing(max(changes.number, 1)):
        first, last, mode = (
            months.periods[p].first for p in (change.first, change.last, change.mode)
        )
        print(
            f"  between {first:%Y-%m} and {last:%Y-%m} (90 %), likeliest {mode:%Y-%m}; rate times "
            f"{change.effect:.1f} ({change.effect_low:.1f}–{change.effect_high:.1f}); "
            f"a change there at all: {change.probability:.0%}"
        )
    one = changes.supposing(1)[0]
    return {
        "channel one: no change": changes.no_change,
        "channel one: first month": one.first,
        "channel one: last month": one.last,
    }


def _compared(found: dict[str, float]) -> int:
    missed = [
        f"{name}: recorded {value:.4g}, now {found.get(name, float('nan')):.4g}"
        for name, value in RECORDED.items()
        if name not in found or not within(name, value, found[name])
    ]
    print(f"\n{len(RECORDED) - len(missed)} of {len(RECORDED)} recorded figures come by again")
    print("\n".join(missed), end="\n" if missed else "")
    return 1 if missed or not RECORDED else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
