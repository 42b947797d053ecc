"""Where the data of this machine's user are kept: one folder per dataset, in one place.

<data folder>/<dataset>/original/<file>      the bytes as received
<data folder>/<dataset>/<table>.parquet      the rows kept (`foedus.datasets` writes them)
"""

import os
from pathlib import Path

import platformdirs

__all__ = ["DATA_FOLDER_VARIABLE", "data_folder", "original_folder"]

DATA_FOLDER_VARIABLE = "FOEDUS_DATA"


def data_folder() -> Path:
    """Return the folder of all data: what FOEDUS_DATA names, else the user's data folder.

    The folder need not exist yet. An empty variable counts as none; "~" is the home folder.
    """
    named = os.environ.get(DATA_FOLDER_VARIABLE, "").strip()
    if named:
        return Path(named).expanduser().absolute()
    return platformdirs.user_data_path("foedus", appauthor=False)


def original_folder(dataset: str) -> Path:
    """Return the folder that keeps the files of one dataset as received."""
    return data_folder() / dataset / "original"
