"""Silence: what was not said and should have been, which nothing here can measure yet."""

from collections.abc import Iterator

from foedus.dossier.blocks import Paragraph, Remarked, Section
from foedus.dossier.counting import counted
from foedus.dossier.exhibit import Exhibit
from foedus.dossier.finding import Finding
from foedus.dossier.ground import Ground
from foedus.dossier.records import AssertionRecord
from foedus.dossier.sentence import Link
from foedus.dossier.words.days import number_words

__all__ = ["silence"]


def silence(ground: Ground) -> Section:
    """Return how often each watched actor is made to speak, which is no measure of silence."""
    w = ground.words
    findings = tuple(
        finding for actor in ground.case.watch if (finding := _spoken(ground, actor)) is not None
    )
    unmeasured = Remarked(w.sentence("silence.unmeasured"), missing=True)
    blocks = (Paragraph(findings), unmeasured) if findings else (unmeasured,)
    return Section(
        id="silence",
        title=w.text("silence.title"),
        blocks=blocks,
        exhibits=tuple(_exhibits(ground)),
    )


def _said_by(ground: Ground, actor: str) -> list[AssertionRecord]:
    return [each for each in ground.assertions if each.speaker_represents == actor]


def _id(actor: str) -> str:
    return f"e-spoken-{actor.lower()}"


def _exhibits(ground: Ground) -> Iterator[Exhibit]:
    w = ground.words
    for actor in ground.case.watch:
        said = [each.assertion for each in _said_by(ground, actor)]
        title = w.text("silence.counted", actor=ground.actor(actor))
        yield counted(ground, _id(actor), title, said, w.text("silence.caveat"))


def _spoken(ground: Ground, actor: str) -> Finding | None:
    w = ground.words
    said = _said_by(ground, actor)
    if not said:
        return None
    return Finding(
        sentence=w.counted_sentence(
            "silence.spoken",
            len(said),
            actor=ground.named((actor,)),
            count=Link(number_words(w, len(said)), _id(actor)),
        ),
        caveat=w.text("silence.caveat"),
    )
