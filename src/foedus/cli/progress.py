"""Bars of what arrives or is being read, on standard error and only if a terminal is looked at."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.progress import (
    BarColumn,
    DownloadColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
    TransferSpeedColumn,
)

from foedus.cli.output import words

__all__ = ["bars"]


@contextmanager
def bars() -> Iterator[Callable[[str], Callable[[int, int | None], None]]]:
    """Give what makes a bar for a file; it is told bytes arrived and, if known, of how many."""
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(),
        TransferSpeedColumn(),
        TimeRemainingColumn(),
        console=words,
        transient=True,
        disable=not words.is_terminal,
    ) as progress:

        def bar(name: str) -> Callable[[int, int | None], None]:
            task = progress.add_task(name, total=None)

            def move(done: int, total: int | None) -> None:
                progress.update(task, completed=done, total=total, visible=done != total)

            return move

        yield bar
