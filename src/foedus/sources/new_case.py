"""A new case folder, with the questions its case.toml must answer."""

import datetime as dt
from pathlib import Path
from typing import Final

from foedus.errors import FoedusError

__all__ = ["CHRONICLE_COLUMNS", "new_case"]

CHRONICLE_COLUMNS: Final = (
    "day",
    "event_type",
    "mode",
    "initiator",
    "target",
    "place",
    "quantity",
    "modality",
    "speaker",
    "speaker_role",
    "speaker_represents",
    "said",
    "entry",
    "source_title",
    "source_authors",
    "source_publisher",
    "source_date",
    "source_language",
    "source_url",
)
"""The columns of chronicle.csv: one row per dated entry, each with its source."""

_CASE: Final = """\
# What this case is about. Lines that begin with # are remarks; take the # away to use them.
title = {title}
question = "What changed, who is now bound to do what, and who else is affected?"
language = "en"             # of the dossier: "en" or "fr"

# Actors by their ids: ISO 3166-1 alpha-3 for states (RUS, PRK), SUN for the Soviet Union, NATO, UN…
focus = []                  # whose bond it is, for example ["RUS", "PRK"]
watch = []                  # who may be affected, for example ["CHN", "KOR", "USA"]
period = "{period}"  # the days the dossier looks at, in EDTF

# Instruments set side by side, the new one first: `foedus treaty list` names them.
# compare = ["rus-prk-2024", "sun-prk-1961"]

# Published data the dossier rests on beside your documents: atop, ideal-points, sipri-transfers,
# unga-votes and others. None that is not named is opened, whatever this machine holds.
# datasets = ["ideal-points"]

# How tense is it between two states, and how often did such acts lead to the next rung? Name the
# pair, and of the datasets missile-tests, provocations, mid, rivalries, contiguity, majors,
# exercises, icb or a store of events what it may rest on. With missile-tests, sipri-milex or nmc
# the dossier also shows what the states in focus could field.
# escalation = ["KOR-PRK"]

# A what-if: who must act, who may, who is barred? Write one block for each.
# [[scenario]]
# id = "kursk"
# act = "UKR attacks RUS"
# in = "Kursk"
# on = ["2024-11-01", "2024-12-10"]

# What chronicle.csv lists completely: only then is a year without an entry a zero, not a gap.
# [[coverage]]
# what = "visits and meetings of heads of state, foreign and defence ministers"
# event_type = "CONSULT"
# actors = ["RUS", "PRK"]
# spell = "2000/2024"
# how = "compiled from …"

# Did a source keep silent? A table in this folder (.parquet or .csv) with the columns source, date,
# term, documents, documents_mentioning says how often it speaks of the matter otherwise.
# [[silence]]
# counts = "mentions.csv"
# source = "CCTV"
# about = "PRK"
# in = ["2024-06", "2024-10/2024-11"]
# baseline = "2022-10/2024-05"
# beside = ["1tv"]

# Who moved after the treaty was signed (or `on` another day)? votes, ideal-points, trade, exercises
# (name unga-votes, ideal-points, trade, exercises among the datasets), or a table in this folder.
# [[moved]]
# outcome = "mentions.csv"
# on = "2024-06-19"
# watch = ["1tv"]

# Sanctions: name gsdb, eu-sanctions and trade among the datasets; lists of your own (the UN's .xml,
# OpenSanctions' targets.simple.csv) go into a folder sanctions/. Beside this file may stand
# channels.csv (from, to, what, unit, low, high, since, until, source: what can pass round them) and
# mirror.csv (exporter, importer, period, product, by_exporter, by_importer).

# How reliable a publisher, or a file of sources/, has proved: A (always) to E (never), F unknown.
# [reliability]
# "38 North" = "B"

# A language model whose kept answers (in answers/) stand beside the reading of the rules.
# [reader]
# model = "qwen2.5-7b-instruct"
"""


def new_case(folder: Path) -> Path:
    """Return the `case.toml` of a case folder just made, with sources/, treaties/ and a chronicle.

    `focus` is left for the analyst: until it names somebody, reading the case says so. No file is
    overwritten. Raises FoedusError when a case is there already or nothing can be written there.
    """
    case_file = folder / "case.toml"
    if case_file.exists():
        raise FoedusError(f"{case_file} is there already. Choose another folder for a new case.")
    try:
        for part in ("sources", "treaties"):
            (folder / part).mkdir(parents=True, exist_ok=True)
        _write_new(folder / "chronicle.csv", ",".join(CHRONICLE_COLUMNS) + "\n")
        # Last: a folder is a case only once it has this file.
        _write_new(case_file, _case_text(folder, dt.date.today()))
    except OSError as error:
        raise FoedusError(
            f"{folder}: no case can be made there ({error.strerror}). Choose another folder."
        ) from error
    return case_file


def _case_text(folder: Path, today: dt.date) -> str:
    name = folder.resolve().name.encode("utf-8", "replace").decode()
    kept = (letter if letter.isprintable() and letter not in '"\\' else " " for letter in name)
    title = "".join(kept).strip() or "A new case"
    return _CASE.format(title=f'"{title}"', period=f"2000/{today.year}-12-31")


def _write_new(path: Path, text: str) -> None:
    if not path.exists():
        with path.open("x", encoding="utf-8", newline="") as file:
            file.write(text)
