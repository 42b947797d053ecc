"""Who moved, where the case asks: each third party's movement with what makes it doubtful."""

from collections.abc import Iterator

from foedus.dossier.blocks import Block, Figure, Paragraph, Remarked
from foedus.dossier.exhibit import Exhibit, Kind
from foedus.dossier.figures import Drawable
from foedus.dossier.finding import Estimate, Finding
from foedus.dossier.ground import Ground
from foedus.dossier.methods import method_source_id
from foedus.dossier.sentence import Name, Sentence, read
from foedus.dossier.words.days import number_words
from foedus.dossier.words.movement_figures import (
    cloud_of,
    effect_rows,
    effects_of,
    lead_rows,
    leads_of,
    moved_first,
)
from foedus.dossier.words.movements import MovementWords
from foedus.repercussions.movements.movement import DyadMovement, NotHeld, Verdict

__all__ = ["movement_blocks", "movement_exhibits"]

METHOD = "foedus.repercussions.movements"


def movement_blocks(ground: Ground) -> Iterator[Block]:
    """Yield who moved in each outcome the case asks about; how to ask where it asks about none."""
    if not ground.material.repercussions.movements:
        yield Remarked(ground.words.sentence("moved.asked_not"), missing=True)
    for found in ground.material.repercussions.movements:
        if isinstance(found, NotHeld):
            parts = {
                "outcome": Name(ground.words.text(f"moved.{found.outcome}")),
                "why": Name(found.why),
            }
            yield Remarked(ground.words.sentence("moved.not_held", **parts), missing=True)
    for said in _said(ground):
        yield Paragraph(tuple(_findings(said)))
        if said.found.unsaid is None:
            yield from _figures(said)


def movement_exhibits(ground: Ground) -> Iterator[Exhibit]:
    """Yield how each movement was measured, and on what."""
    for said in _said(ground):
        yield _exhibit(said, None)
        for dyad in said.found.dyads:
            yield _exhibit(said, dyad)


def _said(ground: Ground) -> Iterator[MovementWords]:
    for place, found in enumerate(ground.material.repercussions.movements):
        if not isinstance(found, NotHeld):
            yield MovementWords(found, ground.words, f"e-moved-{place + 1}")


def _findings(said: MovementWords) -> Iterator[Finding]:
    if said.found.unsaid is not None:
        yield _finding(said, said.unsaid())
        return
    yield _finding(said, said.opening())
    yield _finding(said, said.design())
    if said.reach():
        yield _finding(said, said.reach())
    for dyad in moved_first(said):
        if dyad.verdict in (Verdict.NONE, Verdict.UNKNOWN):
            continue
        yield _finding(said, said.verdict(dyad), dyad)
        yield _finding(said, said.likelihood(dyad), dyad)
        yield _finding(said, said.confidence(dyad), dyad)
    quiet = [dyad for dyad in said.found.dyads if dyad.verdict is Verdict.NONE]
    if quiet:
        count = number_words(said.words, len(quiet))
        yield _finding(said, said.nobody(count, quiet))
    unknown = [dyad for dyad in said.found.dyads if dyad.verdict is Verdict.UNKNOWN]
    if unknown:
        yield _finding(said, said.no_word(unknown))
    yield from (_finding(said, sentence) for sentence in said.pooled())
    yield from (_finding(said, sentence) for sentence in said.study())


def _finding(said: MovementWords, sentence: Sentence, dyad: DyadMovement | None = None) -> Finding:
    estimate = None
    if dyad is not None and dyad.effect is not None and dyad.interval is not None:
        low, high = dyad.interval
        estimate = Estimate(
            value=dyad.effect,
            low=min(low, dyad.effect),
            high=max(high, dyad.effect),
            level=0.9,
            unit=f"{said.unit}{' (log)' if said.found.outcome.ratio else ''}",
            method=METHOD,
        )
    return Finding(
        sentence=sentence,
        caveat=said.words.text("moved.caveat"),
        rests_on=(said.evidence_id(dyad),),
        estimate=estimate,
    )


def _figures(said: MovementWords) -> Iterator[Figure]:
    w, stem = said.words, said.evidence_id(None).removeprefix("e-")
    title = said.begun(w.text("moved.figure", outcome=said.outcome))
    subtitle = w.text("moved.figure_subtitle", unit=said.begun(said.unit))
    yield _figure(said, f"{stem}-dyads", title, subtitle, effects_of(said))
    leads = leads_of(said)
    if leads is not None:
        subtitle = w.text("moved.leads_subtitle")
        yield _figure(said, f"{stem}-leads", w.text("moved.leads"), subtitle, leads)
    for dyad in moved_first(said)[:1]:
        cloud = cloud_of(said, dyad)
        if cloud is not None:
            subtitle = w.text("moved.cloud_subtitle")
            yield _figure(said, f"{stem}-control", said.begun(cloud.describes), subtitle, cloud)


def _figure(
    said: MovementWords, identity: str, title: str, subtitle: str, drawing: Drawable
) -> Figure:
    return Figure(
        id=identity,
        title=title,
        subtitle=subtitle,
        drawing=drawing,
        data=lead_rows(said) if identity.endswith("-leads") else effect_rows(said),
        evidence=(said.evidence_id(None),),
        caption=(Name(said.words.text("moved.few")),) if identity.endswith("-leads") else (),
    )


def _exhibit(said: MovementWords, dyad: DyadMovement | None) -> Exhibit:
    w, outcome = said.words, said.found.outcome
    facts = [(w.text("moved.file"), outcome.file[0])] if outcome.file else []
    if outcome.file:
        facts.append((w.text("moved.checksum"), outcome.file[1]))
    for source in outcome.sources:
        facts.append((w.text("moved.dataset"), source.title))
        facts.append((w.text("moved.version"), source.version or w.text("day.unknown")))
    named = {"event": said.event, "outcome": said.outcome}
    if dyad is None:
        facts.append((w.text("moved.n_before"), number_words(w, len(said.found.before))))
        facts.append((w.text("moved.n_after"), number_words(w, len(said.found.after))))
        title = w.text("moved.all_exhibit", **named)
    else:
        facts.append((w.text("moved.n_before"), number_words(w, dyad.before)))
        facts.append((w.text("moved.n_after"), number_words(w, dyad.after)))
        third, focus = said.third(dyad).words, said.focus(dyad).words
        title = said.begun(w.text("moved.exhibit", third=third, focus=focus, **named))
    told: tuple[Sentence, ...] = ()
    if dyad is not None:
        sure = (said.likelihood(dyad), said.confidence(dyad)) if dyad.effect is not None else ()
        told = (said.verdict(dyad), *sure, *said.evidence(dyad))
    words = " ".join(read(sentence) for sentence in told)
    return Exhibit(
        id=said.evidence_id(dyad),
        kind=Kind.ESTIMATE,
        title=title,
        facts=tuple(facts),
        calculation=f"{w.text('method.movements.calculation')} {words}".strip(),
        caveat=f"{w.text('moved.caveat')} {w.text('moved.few')}",
        source=method_source_id("movements"),
    )
