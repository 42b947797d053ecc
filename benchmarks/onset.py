"""Models of dispute onset on every dyad-year: all folds, the pool, and the forecast at the end."""

import tempfile
import time
from collections.abc import Iterator

from studies.onset.__main__ import CUT, FILES, ORIGINS, SPAN

from benchmarks.events import SHARED, data_folder_in
from foedus.datasets.importing import imported
from foedus.ledger.engines import engine_at
from foedus.panels.held_tables import HeldTables
from foedus.repercussions.forecasts.rolling import fold_forecasts, mixture_at
from foedus.repercussions.forecasts.targets import target_years

__all__ = ["onset"]


def onset() -> Iterator[tuple[str, str, str]]:
    """Yield what the rows, the folds and the pooled forecast cost; nothing without the data."""
    if not all((SHARED / file).exists() for file in FILES):
        return
    with tempfile.TemporaryDirectory() as folder, data_folder_in(folder):
        for file, dataset in FILES.items():
            imported(dataset, SHARED / file)
        begin = time.perf_counter()
        rows = target_years(HeldTables(engine_at()), "onset", "gml").rows(0)
        gathered = time.perf_counter()
    folds = fold_forecasts(rows, ORIGINS, SPAN)
    learnt = time.perf_counter()
    mixture_at(rows, CUT, rows.asked_at(CUT, SPAN), folds)
    done = time.perf_counter()
    size = f"{len(rows.outcome):,} dyad-years"
    yield f"rows for models of onset, {size}", f"{gathered - begin:.1f} s", ""
    yield f"logit and boosted trees, {len(ORIGINS)} folds", f"{learnt - gathered:.1f} s", ""
    yield "pool chosen and learnt, and the last forecast", f"{done - learnt:.1f} s", ""
    yield "onset models, all folds, from rows to forecast", f"{done - begin:.1f} s", "at most 60 s"


if __name__ == "__main__":
    for what, value, aim in onset():
        print(f"{what}: {value}" + (f" ({aim})" if aim else ""), flush=True)
