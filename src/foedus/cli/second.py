"""A language model as a second reader: its options, and its reading beside that of the rules."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn

from foedus.cli.output import print_table, say, words

if TYPE_CHECKING:
    from foedus.evidence import Assertion
    from foedus.reading.reading import Reading
    from foedus.reading.second import Comparison, SecondReading

__all__ = [
    "AnswersIn",
    "AtEndpoint",
    "ByModel",
    "RequestBudget",
    "TokenBudget",
    "print_second",
    "require_heard",
    "second_as_json",
    "seconds_by",
]

COLUMNS = ("differ in", "the rules read", "the model reads", "in the words")
SERVER_FAILED = 9

ByModel = Annotated[
    str | None,
    typer.Option("--model", metavar="NAME", help="Let a language model read it a second time."),
]
AtEndpoint = Annotated[
    str | None,
    typer.Option(
        "--endpoint",
        metavar="URL",
        help="Where the model answers, such as http://127.0.0.1:8080/v1. The text is sent there.",
    ),
]
RequestBudget = Annotated[
    int, typer.Option("--budget", min=0, metavar="N", help="The most requests to send.")
]
TokenBudget = Annotated[
    int | None,
    typer.Option("--tokens", min=0, metavar="N", help="The most tokens to use; no limit if unset."),
]
AnswersIn = Annotated[
    Path | None,
    typer.Option(
        "--answers", metavar="FOLDER", help="Where its answers are kept; your data folder if unset."
    ),
]


def seconds_by(
    readings: "Sequence[Reading]",
    model: str | None,
    endpoint: str | None,
    budget: int,
    tokens: int | None = None,
    answers: Path | None = None,
) -> "tuple[SecondReading, ...]":
    """Return what the model named reads in each document; nothing when none is named.

    The budget is for all of them together. Without an endpoint only answers kept from earlier
    count. Raises UnreachableModel for an address or key that cannot be used; what the server does
    is told in the readings.
    """
    if model is None:
        if endpoint is not None:
            raise typer.BadParameter("say which model answers there", param_hint="--model")
        return ()
    from foedus.reading.second import Budget, endpoint_at, second_reading
    from foedus.sources.data_folder import data_folder

    asked, left = endpoint_at(endpoint, model), Budget(budget, tokens)
    folder = answers or data_folder() / "models" / "answers"
    found: list[SecondReading] = []
    with _bar() as bar:
        for reading in readings:
            task = bar.add_task(reading.name, total=None)
            second = second_reading(
                reading,
                asked,
                budget=left,
                answers=folder,
                progress=partial(_moved, bar, task),
            )
            left = left.less(second.requests, second.tokens_at_most)
            found.append(second)
    return tuple(found)


def require_heard(seconds: "Sequence[SecondReading]") -> None:
    """Raise typer.Exit with code 9 when a server was the reason that something is unread."""
    if any(second.failed for second in seconds):
        raise typer.Exit(SERVER_FAILED)


def second_as_json(reading: "Reading", second: "SecondReading") -> dict[str, Any]:
    """Return the second reading as plain values: what it read, dropped and cost, and both compared.

    Assertions have the form of `foedus read --json`; the comparison names them by their ids.
    """
    from foedus.reading.export import export
    from foedus.reading.second import disagreements

    compared = disagreements(reading.assertions, second.assertions)
    return {
        "read_by": second.read_by,
        "assertions": export(replace(reading, assertions=second.assertions))["assertions"],
        "dropped": dict(second.dropped),
        "stretches": second.stretches,
        "kept": second.kept,
        "unread": [{"start": start, "end": end} for start, end in second.unread],
        "requests": second.requests,
        "tokens": second.tokens,
        "stopped_because": second.stopped_because,
        "comparison": {
            "agreed": [{"rules": p.rules.id, "model": p.model.id} for p in compared.agreed],
            "differing": [
                {"rules": p.rules.id, "model": p.model.id, "differs": list(p.differs)}
                for p in compared.differing
            ],
            "only_rules": [one.id for one in compared.only_rules],
            "only_model": [one.id for one in compared.only_model],
        },
    }


def print_second(reading: "Reading", second: "SecondReading") -> None:
    """Print where rules and model differ, and say what was asked, dropped and left out."""
    from foedus.reading.second import disagreements

    compared = disagreements(reading.assertions, second.assertions)
    print_table(COLUMNS, _rows(compared))
    for line in _told(second, compared):
        say(line)


def _bar() -> Progress:
    """A bar of the stretches read, only while a terminal is looked at, erased when done."""
    return Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        console=words,
        transient=True,
        disable=not words.is_terminal,
    )


def _moved(bar: Progress, task: TaskID, done: int, of: int | None) -> None:
    bar.update(task, completed=done, total=of, visible=done != of)


def _rows(compared: "Comparison") -> Iterator[Sequence[object]]:
    for pair in compared.differing:
        yield [", ".join(pair.differs), _coded(pair.rules), _coded(pair.model), _words(pair.rules)]
    for one in compared.only_rules:
        yield ["only the rules", _coded(one), None, _words(one)]
    for one in compared.only_model:
        yield ["only the model", None, _coded(one), _words(one)]


def _told(second: "SecondReading", compared: "Comparison") -> Iterator[str]:
    read = second.stretches - len(second.unread)
    tokens = "tokens not told" if second.tokens is None else f"{second.tokens:,} tokens"
    yield (
        f"{second.read_by}: {len(second.assertions)} assertions from {read} of {second.stretches} "
        f"stretches, {second.kept} of them answered earlier; {second.requests} requests, {tokens}."
    )
    yield (
        f"Beside the rules: {len(compared.agreed)} agreed, {len(compared.differing)} differ, "
        f"{len(compared.only_rules)} only the rules, {len(compared.only_model)} only the model."
    )
    if second.dropped:
        counts = "; ".join(f"{reason}: {count}" for reason, count in second.dropped.items())
        yield f"Dropped: {counts}."
    if second.unread:
        why = second.stopped_because or "no usable answer came"
        yield f"{len(second.unread)} stretches are unread: {why}."


def _coded(one: "Assertion") -> str:
    from foedus.reading.second.remarks import coding

    return _plain(coding(one))


def _words(one: "Assertion") -> str:
    return _plain(one.passage.quote)


def _plain(words: str) -> str:
    """The words on one line, without what would steer the terminal."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in words).split())
