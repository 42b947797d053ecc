"""What a measure of silence costs: many days, many series, and the run length of a chart."""

import time
from collections.abc import Callable, Iterator

import numpy as np

from foedus.relations.measures.speech.quiet_chart import quiet_chart
from foedus.relations.measures.speech.unsaid import silence

__all__ = ["silences"]

DAYS = (300, 1000, 3000)
SERIES = 40
OF = 10_000
RUNS = ((2.0, 120.0), (0.3, 1000.0), (0.06, 3652.0))


def silences() -> Iterator[tuple[str, str, str]]:
    """Yield the processor time of one question against days, of 10,000 series, and of charts."""
    random = np.random.default_rng(1)
    for days in DAYS:
        taken = _of_question(random, days)
        yield f"silence: 30 days asked, {days:,} of baseline", f"{taken * 1e3:.0f} ms", ""
    monthly = sum(_of_question(random, 36, spell=1) for _ in range(SERIES)) / SERIES
    yield (
        f"silence: {OF:,} series of 36 months, one asked (from {SERIES})",
        f"{monthly * OF:.0f} s",
        "",
    )
    for mean, run in RUNS:
        taken = _seconds(lambda mean=mean, run=run: quiet_chart(mean, run, excess=0.5))
        yield f"CUSUM of {mean} a period, run length {run:,.0f}", f"{taken * 1e3:.0f} ms", ""


def _of_question(random: np.random.Generator, periods: int, spell: int = 30) -> float:
    documents = random.integers(10, 20, periods + spell).astype(float)
    counts = np.minimum(random.poisson(0.02 * documents), documents)
    asked = np.arange(periods + spell) >= periods
    return _seconds(lambda: silence(counts, documents, ~asked, asked))


def _seconds(action: Callable[[], object]) -> float:
    begin = time.process_time()
    action()
    return time.process_time() - begin
