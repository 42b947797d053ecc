"""What has arrived of a file so far, and what is known of the file it is a part of."""

import contextlib
import json
import os
from pathlib import Path
from typing import BinaryIO

__all__ = ["Partial"]


class Partial:
    """A file that is arriving: its bytes, and beside them where they come from.

    `validator` is the server's own mark of the version it sends (a strong ETag, or the day of last
    change); `total` the length it announced. Either may be None.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._told = path.with_name(f"{path.name}.json")

    @property
    def size(self) -> int:
        """How many bytes have arrived."""
        try:
            return self.path.stat().st_size
        except FileNotFoundError:
            return 0

    def known(self, url: str) -> tuple[str | None, int | None] | None:
        """Return validator and total of what has arrived, None unless it is a part of `url`."""
        try:
            told = json.loads(self._told.read_text(encoding="utf-8"))
            found = (told["url"], told["validator"], told["total"])
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return found[1:] if found[0] == url and self.size else None

    def opened(self, url: str, validator: str | None, total: int | None, start: int) -> BinaryIO:
        """Return the file, open to write from byte `start` on; what lay behind it is cut off."""
        told = {"url": url, "validator": validator, "total": total}
        self._told.write_text(json.dumps(told), encoding="utf-8")
        file = self.path.open("r+b" if start else "wb")
        file.seek(start)
        file.truncate()
        return file

    def flushed(self) -> Path:
        """Return the path, its bytes safely on the disk."""
        with self.path.open("rb") as file:
            os.fsync(file.fileno())
        return self.path

    def forget(self) -> None:
        """Delete what has arrived."""
        for path in (self.path, self._told):
            with contextlib.suppress(FileNotFoundError):
                path.unlink()
