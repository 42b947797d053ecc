"""New files take the place of old ones all together, whenever the process dies."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from foedus.datasets.holdings import held, held_table
from foedus.datasets.importing import imported
from foedus.datasets.placing import complete, placed_together
from foedus.errors import ImportInProgress
from foedus.ledger.engines import engine_at
from tests.datasets.made_files import capabilities, nmc_csv, written

OLD = {"a.parquet": "old", "a.json": "old", "original/a.csv": "old"}
NEW = {"a.parquet": "new", "a.json": "new", "original/a.csv": "new", "b.parquet": "new"}

# Puts the new files in place and dies, as by a power cut, before the step of a given number.
MORTAL = f"""
import os, shutil, sys, pathlib
from foedus.datasets.placing import placed_together
left = int(sys.argv[2])
def mortal(step):
    def taken(*arguments, **named):
        global left
        if left == 0:
            os._exit(9)
        left -= 1
        return step(*arguments, **named)
    return taken
for name in ("replace", "rename", "unlink", "rmdir", "mkdir", "fsync"):
    setattr(os, name, mortal(getattr(os, name)))
with placed_together(pathlib.Path(sys.argv[1])) as new:
    (new / "original").mkdir()
    for name, text in {NEW!r}.items():
        (new / name).write_text(text)
"""


def filled(folder: Path, files: dict[str, str]) -> None:
    (folder / "original").mkdir(parents=True)
    for name, text in files.items():
        (folder / name).write_text(text)


def fill_and_raise(folder: Path, error: type[BaseException]) -> None:
    with placed_together(folder) as new:
        filled(new, NEW)
        raise error


def seen(folder: Path) -> dict[str, str]:
    complete(folder)
    return {
        str(path.relative_to(folder)): path.read_text()
        for path in folder.rglob("*")
        if path.is_file() and not path.is_relative_to(folder / ".importing")
    }


def test_all_files_are_placed(tmp_path):
    filled(tmp_path, OLD)
    with placed_together(tmp_path) as new:
        filled(new, NEW)
        assert seen(tmp_path) == OLD
    assert seen(tmp_path) == NEW
    assert not list(tmp_path.glob(".*"))


def test_an_error_or_an_interruption_leaves_the_old_files(tmp_path):
    filled(tmp_path, OLD)
    for error in (ValueError, KeyboardInterrupt):
        with pytest.raises(error):
            fill_and_raise(tmp_path, error)
        assert seen(tmp_path) == OLD
        assert not list(tmp_path.glob(".*"))


def test_a_death_at_any_step_leaves_the_old_files_or_the_new(tmp_path):
    outcomes = []
    for step in range(100):
        folder = tmp_path / str(step)
        filled(folder, OLD)
        run = subprocess.run([sys.executable, "-c", MORTAL, str(folder), str(step)])
        files = seen(folder)
        outcomes.append(files == NEW)
        assert files in (OLD, NEW), f"death before step {step}"
        if run.returncode == 0:
            break
        assert run.returncode == 9
        with placed_together(folder) as new:
            filled(new, NEW | {"c.json": "newer"})
        assert seen(folder) == NEW | {"c.json": "newer"}
    # It died early enough to leave the old ones, late enough to leave the new, and then not at all.
    assert not outcomes[0]
    assert outcomes == sorted(outcomes)
    assert run.returncode == 0


def test_two_imports_into_one_folder_exclude_each_other(tmp_path):
    with (
        placed_together(tmp_path),
        pytest.raises(ImportInProgress, match="Another import"),
        placed_together(tmp_path),
    ):
        pass


def test_a_real_kill_at_a_random_moment_leaves_the_old_table_or_the_new(tmp_path, monkeypatch):
    monkeypatch.setenv("FOEDUS_DATA", str(tmp_path / "data"))
    old = written(tmp_path / "old.csv", nmc_csv(capabilities(2, 1900)))
    years = range(1816, 2023)
    new = written(
        tmp_path / "new.csv",
        nmc_csv(*(capabilities(code, year) for code in (2, 200, 220) for year in years)),
    )
    imported("nmc", old)
    command = (
        "import sys; from foedus.datasets.importing import imported\n"
        "print('ready', flush=True); imported('nmc', sys.argv[1])"
    )
    for _ in range(4):
        process = subprocess.Popen(
            [sys.executable, "-c", command, str(new)], stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(random.uniform(0, 0.4))
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        process.stdout.close()
        (record,) = held()
        with engine_at() as engine:
            rows = engine.to_pyarrow(held_table(engine, "nmc", "state_years"))
        assert rows.num_rows == record.kept
        assert record.file in ("old.csv", "new.csv")
        assert (tmp_path / "data/nmc/original" / record.file).exists()
    assert imported("nmc", new).holding.kept == 3 * len(years)
