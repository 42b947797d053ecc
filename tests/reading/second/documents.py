"""Documents for the second reader, with mentions and times given by hand."""

import re

from foedus.evidence import Day
from foedus.reading.reading import Mention, Reading, Segment, TimeExpression
from foedus.sources.snapshot import Metadata, Stated

NAMES = {
    "Poland": "POL",
    "Polish": "POL",
    "Ukraine": "UKR",
    "Belarus": "BLR",
    "Minsk": "BLR",
    "Lithuania": "LTU",
    "Vilnius": "LTU",
}


def document(
    text: str,
    *,
    names: dict[str, str] | None = None,
    persons: dict[str, tuple[str, str]] | None = None,
    times: dict[str, str] | None = None,
    kinds: tuple[str, ...] = (),
) -> Reading:
    """Return a reading whose paragraphs are parted by blank lines; their `kinds` may be told."""
    found = {name: (actor, None) for name, actor in (NAMES if names is None else names).items()}
    known: dict[str, tuple[str, str | None]] = {**found, **(persons or {})}
    mentions = [
        Mention(match.start(), match.end(), actor, "person" if person else "name", person)
        for name, (actor, person) in known.items()
        for match in re.finditer(re.escape(name), text)
    ]
    paragraphs = [match.span() for match in re.finditer(r"\S(?:[^\n]|\n(?!\n))*", text)]
    return Reading(
        document="d-000000000001",
        name="written.txt",
        text=text,
        language="en",
        metadata=Metadata(published=Stated("2024-11-25", "beside")),
        segments=tuple(
            Segment(start, end, kinds[place] if kinds else "paragraph")
            for place, (start, end) in enumerate(paragraphs)
        ),
        mentions=tuple(sorted(mentions)),
        times=tuple(
            sorted(
                TimeExpression(match.start(), match.end(), Day(day), "date")
                for words, day in (times or {}).items()
                for match in re.finditer(re.escape(words), text)
            )
        ),
    )
