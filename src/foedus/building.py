"""A case folder is built whole or not at all.

Everything is laid beside the old ledger and dossier, and takes their place only when the last stage
has ended well. Nothing is done when nothing has changed.
"""

import contextlib
import hashlib
import json
import shutil
import signal
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from importlib.metadata import distributions
from pathlib import Path

import foedus
from foedus import pipeline
from foedus.datasets.holdings import holdings_of
from foedus.errors import FoedusError
from foedus.ledger.engine import new_ledger
from foedus.pipeline import Build
from foedus.sources.case import Case
from foedus.sources.case_folder import case_at

__all__ = ["Built", "build"]

Progress = Callable[[str, float], object]
"""Told the name of the stage under way and the share of the build that is done, 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build left: where ledger and dossier are, how much they hold, what was refused.

    `missing` are the datasets that the case names and this machine does not hold: the dossier says
    so in their place.
    """

    ledger: Path
    dossier: Path
    unchanged: bool
    counts: Mapping[str, int]
    refused: tuple[FoedusError, ...] = ()
    missing: tuple[str, ...] = ()

    def as_json(self) -> dict[str, object]:
        """Return it as plain values for a program that called the command."""
        return {
            "ledger": str(self.ledger),
            "dossier": str(self.dossier / "index.html"),
            "unchanged": self.unchanged,
            "counts": dict(self.counts),
            "refused": [str(refusal) for refusal in self.refused],
            "missing": list(self.missing),
        }


def build(folder: Path | str, progress: Progress | None = None) -> Built:
    """Build the ledger and the dossier of the case in `folder`; nothing when nothing has changed.

    Documents that cannot be read are refused and named in the result; everything else is built.
    Raises FaultyInput with all faults of the case's own files, and BuildInProgress. What was built
    before stays as it was until the new build is whole.
    """
    case = case_at(Path(folder))
    target = case.folder / "build"
    mark = target / "fingerprint.json"
    fingerprint = _fingerprint(case)
    if (left := _left_by(mark, fingerprint)) is not None:
        return replace(_built(target, left, unchanged=True), missing=_missing(case))
    pages = target / "dossier.unfinished"
    with _interruptible() as heed, new_ledger(target / "ledger.duckdb") as ledger:
        shutil.rmtree(pages, ignore_errors=True)
        under_way = Build(case=case, ledger=ledger, pages=pages)
        for number, stage in enumerate(pipeline.STAGES):
            if progress:
                progress(stage.__name__, number / len(pipeline.STAGES))
            under_way = stage(under_way)
            heed()
        counts = {name: table.count().to_pyarrow().as_py() for name, table in ledger.tables.items()}
        mark.unlink(missing_ok=True)
    _replace_folder(target / "dossier", pages)
    if not under_way.refused:
        mark.write_text(json.dumps({"of": fingerprint, "counts": counts}), encoding="utf-8")
    built = _built(target, counts, unchanged=False)
    return replace(built, refused=under_way.refused, missing=_missing(case))


@contextlib.contextmanager
def _interruptible() -> Iterator[Callable[[], None]]:
    """Make Ctrl-C end the block, whatever a library makes of it; give a check to call in between.

    A database answers an interruption with an error of its own, and code called back from C may
    drop it.
    """
    if threading.current_thread() is not threading.main_thread():
        yield lambda: None
        return
    asked = threading.Event()

    def interrupted(*_: object) -> None:
        asked.set()
        raise KeyboardInterrupt

    def heed() -> None:
        if asked.is_set():
            raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, interrupted)
    try:
        yield heed
    except Exception:
        heed()
        raise
    finally:
        signal.signal(signal.SIGINT, before)


def _built(target: Path, counts: Mapping[str, int], *, unchanged: bool) -> Built:
    return Built(
        ledger=target / "ledger.duckdb",
        dossier=target / "dossier",
        unchanged=unchanged,
        counts=counts,
    )


def _missing(case: Case) -> tuple[str, ...]:
    return tuple(name for name in case.datasets if not holdings_of(name))


def _left_by(mark: Path, fingerprint: str) -> dict[str, int] | None:
    """Return the counts of the last whole build when it was of the very same things."""
    whole = (mark.parent / "ledger.duckdb", mark.parent / "dossier" / "index.html")
    try:
        left = json.loads(mark.read_text(encoding="utf-8"))
        same = left["of"] == fingerprint and all(file.is_file() for file in whole)
        return dict(left["counts"]) if same else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _fingerprint(case: Case) -> str:
    """Return a hash of all that a build depends on: the case, its datasets, this program."""
    digest = hashlib.sha256()
    for name in case.datasets:
        for held in holdings_of(name).values():
            digest.update(f"{name}\0{held.table}\0{held.sha256}\0{held.reader}\0".encode())
    for root in (case.folder, Path(foedus.__file__).parent):
        for file in sorted(root.rglob("*")):
            inside = file.relative_to(root)
            if file.is_file() and inside.parts[0] != "build" and file.suffix != ".pyc":
                digest.update(f"{inside}\0{file.stat().st_size}\0".encode())
                digest.update(hashlib.sha256(file.read_bytes()).digest())
    installed = sorted(f"{one.name}=={one.version}" for one in distributions())
    digest.update("\0".join(installed).encode())
    return digest.hexdigest()


def _replace_folder(old: Path, new: Path) -> None:
    aside = old.with_name(f"{old.name}.old")
    shutil.rmtree(aside, ignore_errors=True)
    if old.exists():
        old.rename(aside)
    new.rename(old)
    shutil.rmtree(aside, ignore_errors=True)
