"""`foedus changes`: when an analyst's own series changed, how surely, and if it is a record."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from foedus.cli.arguments import AsJson, Language, Spoken, check_ending
from foedus.cli.output import Line, print_json, print_lines, say
from foedus.cli.progress import patience
from foedus.errors import Fault, FaultyInput

if TYPE_CHECKING:
    from foedus.dossier.words.catalogue import Words
    from foedus.relations.measures.levels.changes import Change
    from foedus.relations.measures.levels.common_change import SharedChange
    from foedus.relations.series.own_series import MeasuredSeries

__all__ = ["changes"]

_CHANGE = ("probability", "effect", "effect_low", "effect_high")


def changes(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="A .csv: period, count; also exposure, series. Or what `foedus series -o` wrote.",
        ),
    ],
    online: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help="As a daily watch: a change in the last N periods?"),
    ] = None,
    picture: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Also draw it: a .svg or .png, its data beside it."),
    ] = None,
    language: Language = Spoken.EN,
    as_json: AsJson = False,
) -> None:
    """Say when the rate of your own counts changed, how surely, and if the last is a record."""
    from foedus.dossier.words.catalogue import words_in
    from foedus.relations.series.own_series import measured_series, measured_together
    from foedus.sources.checksum import sha256_of
    from foedus.sources.count_series import count_series

    check_ending(picture, ".svg", ".png")
    series = count_series(file)
    for one in series:
        if all(count is None for count in one.counts):
            raise FaultyInput([Fault(str(file), None, one.name or "count", "no count is known")])
    words = words_in(language)
    with patience("Weighing the changes"):
        found = tuple(measured_series(one, recent=online) for one in series)
        shared = measured_together(series)
    if picture:
        for measured in found:
            _draw(measured, words, file, picture, alone=len(found) == 1)
    if as_json:
        print_json(_as_json(found, shared))
    else:
        print_lines(_lines(found, shared, words))
        say(f"{file.name}, SHA-256 {sha256_of(file)[:12]}")


def _lines(
    found: tuple["MeasuredSeries", ...], shared: "SharedChange | None", words: "Words"
) -> Iterator[Line]:
    from foedus.dossier.words.changes import SeriesWords, shared_words

    for one in found:
        said = SeriesWords(one, words)
        yield Line(0, said.title(), "bold")
        yield Line(1, said.number())
        yield from (Line(2, text) for text in said.changes())
        yield from (Line(1, text) for text in (said.record(), said.watched()) if text)
        yield Line(1, said.model(), "dim")
        yield Line(0, "")
    if shared is not None:
        yield Line(0, words.text("changes.together"), "bold")
        yield from (Line(1, text) for text in shared_words(shared, found, words))
        yield Line(0, "")
    yield Line(0, words.text("changes.caveat"), "dim")


def _draw(
    one: "MeasuredSeries", words: "Words", source: Path, picture: Path, *, alone: bool
) -> None:
    from foedus.dossier.rendering.standing_alone import written_stack
    from foedus.dossier.words.changes_picture import changes_rows, changes_stack
    from foedus.sources.checksum import sha256_of

    name = re.sub(r"\W+", "-", one.series.name).strip("-")
    file = picture if alone else picture.with_stem(f"{picture.stem}-{name}")
    stack = changes_stack(one, words, source.name, sha256_of(source))
    drawn, rows = written_stack(stack, changes_rows(one), file, words.language)
    say(f"Drawn: {drawn}, its data: {rows.name}")


def _as_json(
    found: tuple["MeasuredSeries", ...], shared: "SharedChange | None"
) -> dict[str, object]:
    return {
        "series": [_series(one) for one in found],
        "shared": None
        if shared is None
        else {
            "probability": shared.probability,
            "first": shared.first,
            "last": shared.last,
            "mode": shared.mode,
            "share": shared.share,
            "p_value": shared.p_value,
            "series": [
                {
                    "name": one.series.name,
                    "probability": float(shared.shares[row]),
                    "ratio": float(shared.ratio[row]),
                    "ratio_low": float(shared.ratio_low[row]),
                    "ratio_high": float(shared.ratio_high[row]),
                    "false_discovery": float(shared.false_discovery[row]),
                }
                for row, one in enumerate(found)
            ],
        },
    }


def _series(one: "MeasuredSeries") -> dict[str, object]:
    exact, searched, record, watched = one.exact, one.searched, one.record, one.watched
    return {
        "name": one.series.name,
        "periods": len(one.series.counts),
        "changes": [_change(one, change) for change in one.changes],
        "supposing_one": None if one.supposed is None else _change(one, one.supposed),
        "numbers": None if exact is None else exact.probabilities.tolist(),
        "marginal": None if exact is None else exact.marginal.tolist(),
        "model": "poisson by PELT" if exact is None else exact.family,
        "overdispersed": None if exact is None else exact.overdispersed,
        "penalty": None if searched is None else searched.penalty,
        "record": None
        if record is None
        else {name: getattr(record, name) for name in type(record).__slots__},
        "online": None
        if watched is None
        else {
            "recent": watched.recent,
            "changed": watched.changed.tolist(),
            "last_change": watched.now.last_change(),
            "effect": watched.now.effect(),
        },
    }


def _change(one: "MeasuredSeries", change: "Change") -> dict[str, object]:
    return {
        "earliest": one.series.begins[change.first].isoformat(),
        "latest": (one.series.ends[change.last] - dt.timedelta(days=1)).isoformat(),
        "likeliest": one.series.begins[change.mode].isoformat(),
        **{name: getattr(change, name) for name in _CHANGE},
    }
