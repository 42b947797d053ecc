"""`foedus silence`: whether a source kept silent on a topic, against what was expected of it."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from foedus.cli.arguments import AsJson, Language, Spoken, check_ending, edtf_day, listed
from foedus.cli.output import Line, print_json, print_lines, say
from foedus.cli.progress import patience
from foedus.evidence import Day

if TYPE_CHECKING:
    from foedus.dossier.words.catalogue import Words
    from foedus.relations.statements.silences import MeasuredSilence
    from foedus.sources.mention_counts import MentionCounts

__all__ = ["silence"]

_BESIDE = ("observed", "expected", "change", "change_low", "change_high", "spoke_more")
_RELATIVE = ("relative", "relative_low", "relative_high", "so_few")


def silence(
    counts: Annotated[
        Path,
        typer.Argument(
            metavar="COUNTS",
            help="A .parquet or .csv: source, date, term, documents, documents_mentioning.",
        ),
    ],
    source: Annotated[str, typer.Option(metavar="NAME", help="Whose silence: a source of it.")],
    about: Annotated[str, typer.Option(metavar="TOPIC", help="On what: PRK, a name, a term.")],
    spells: Annotated[
        list[Day],
        typer.Option(
            "--in",
            parser=edtf_day,
            metavar="SPELL",
            help="When: 2024-06, or 2024-10/2024-11; may be given again.",
        ),
    ],
    baseline: Annotated[
        Day | None,
        typer.Option(
            parser=edtf_day, metavar="SPELL", help="What to compare with; all before if not said."
        ),
    ] = None,
    beside: Annotated[
        list[str] | None,
        typer.Option(metavar="NAMES", help="Other sources to set it beside."),
    ] = None,
    picture: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Also draw it: a .svg or .png, its data beside it."),
    ] = None,
    language: Language = Spoken.EN,
    as_json: AsJson = False,
) -> None:
    """Say whether a source spoke less of a topic than expected, how surely, and beside whom."""
    from foedus.dossier.words.catalogue import words_in
    from foedus.relations.statements.silences import measured_silences
    from foedus.sources.mention_counts import mention_counts

    check_ending(picture, ".svg", ".png")
    words = words_in(language)
    with patience("Measuring"):
        file = mention_counts(counts)
        found = measured_silences(file.rows, source, about, spells, baseline, listed(beside))
    if picture:
        _draw(found, file, words, picture)
    if as_json:
        print_json(_as_json(file, found))
    else:
        print_lines(_lines(file, found, words))


def _lines(
    file: "MentionCounts", found: tuple["MeasuredSilence", ...], words: "Words"
) -> Iterator[Line]:
    from foedus.dossier.sentence import read
    from foedus.dossier.words.days import number_words, span_words
    from foedus.dossier.words.silences import SilenceWords

    for one in found:
        said = SilenceWords(one, words, "counts")
        yield Line(0, read(said.found()), "bold")
        yield from (Line(1, read(sentence)) for sentence in said.more())
        yield Line(0, "")
    one = found[0]
    for sentence in SilenceWords(one, words, "counts").limits():
        yield Line(0, read(sentence))
    told = words.text(
        "silence.of.baseline_words",
        spell=span_words(words, one.baseline),
        mentions=number_words(words, one.found.baseline_mentions),
        documents=number_words(words, one.found.baseline_documents),
    )
    colon = "\u00a0:" if words.language == "fr" else ":"
    yield Line(0, f"{words.text('silence.of.baseline')}{colon} {told}.", "dim")
    named = f"{file.name}, SHA-256 {file.sha256[:12]}"
    yield Line(0, f"{words.text('silence.of.file')}{colon} {named}", "dim")
    yield Line(0, words.text("silence.of.caveat"), "dim")
    if len(found) > 1:
        yield Line(0, words.text("silence.of.several"), "dim")


def _draw(
    found: tuple["MeasuredSilence", ...], file: "MentionCounts", words: "Words", picture: Path
) -> None:
    from foedus.dossier.rendering.standing_alone import written_stack
    from foedus.dossier.words.silence_picture import silence_rows, silence_stack

    stack = silence_stack(found, file, words)
    drawn, rows = written_stack(stack, silence_rows(found), picture, words.language)
    say(f"Drawn: {drawn}, its data: {rows.name}")


def _as_json(file: "MentionCounts", found: tuple["MeasuredSilence", ...]) -> dict[str, object]:
    return {
        "file": {"name": file.name, "sha256": file.sha256},
        "source": found[0].source,
        "about": found[0].term,
        "baseline": [day.isoformat() for day in found[0].baseline],
        "spells": [_measured(one) for one in found],
        "months": [
            {
                "from": each.first.isoformat(),
                "to": each.last.isoformat(),
                "mentions": each.mentions if each.documents else None,
                "documents": each.documents,
                "low": each.low,
                "high": each.high,
            }
            for each in found[0].series.periods
        ],
    }


def _measured(one: "MeasuredSilence") -> dict[str, object]:
    found = one.found
    plain = {
        name: getattr(found, name)
        for name in type(found).__slots__
        if name not in ("e_silent", "e_loud", "beside")
    }
    return {
        "in": [day.isoformat() for day in one.spell],
        "by": one.grain,
        "verdict": found.surprising,
        "days": one.days,
        "days_recorded": one.days_recorded,
        **plain,
        "e_silent": found.e_silent.tolist(),
        "e_loud": found.e_loud.tolist(),
        "beside": {
            name: None
            if other is None
            else {key: getattr(other, key) for key in (*_BESIDE, *_RELATIVE)}
            for name, other in found.beside.items()
        },
        "calibration": {
            "months": one.judged,
            "below": one.misjudged_low,
            "above": one.misjudged_high,
        },
        "chart": None
        if one.chart is None
        else {
            "reference": one.chart.reference,
            "threshold": one.chart.threshold,
            "run_length": one.chart.run_length,
            "found_after": one.chart.found_after,
            "watched": [
                {"from": span[0].isoformat(), "to": span[1].isoformat(), "stands": level}
                for span, level in one.watched_within
            ],
            "alarms": [span[1].isoformat() for span in one.alarms],
        },
    }
