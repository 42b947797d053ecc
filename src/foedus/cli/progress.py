"""Bars of what arrives or is being read, and word of what takes long, on standard error."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.progress import (
    BarColumn,
    DownloadColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
    TransferSpeedColumn,
)

from foedus.cli.output import say, words

__all__ = ["bars", "patience"]

PATIENCE = 2.0
"""Seconds after which somebody who waits is told what for."""


@contextmanager
def bars() -> Iterator[Callable[[str], Callable[[int, int | None], None]]]:
    """Give what makes a bar for a file; it is told bytes arrived and, if known, of how many.

    Bars show only where somebody looks at a terminal.
    """
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


@contextmanager
def patience(doing: str) -> Iterator[Callable[[str], None]]:
    """After two seconds, say what is being done and for how long; one line where nobody looks on.

    Gives what changes the words. An engine gives no share of what is done: there is none to show.
    """
    shown = Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        TimeElapsedColumn(),
        console=words,
        transient=True,
    )
    task = shown.add_task(doing)
    start = shown.start if words.is_terminal else lambda: say(f"{doing} …")
    timer = threading.Timer(PATIENCE, start)
    timer.daemon = True
    timer.start()
    try:
        yield lambda words_now: shown.update(task, description=words_now)
    finally:
        timer.cancel()
        timer.join()
        if shown.live.is_started:
            shown.stop()
