"""How near the trade of each actor stood to those under sanctions."""

from collections.abc import Iterator

from foedus.dossier.blocks import Block, Cell, Data, Line, Look, Paragraph, Table
from foedus.dossier.exhibit import Exhibit, Kind
from foedus.dossier.finding import Estimate, Finding
from foedus.dossier.ground import Ground
from foedus.dossier.methods import method_source_id
from foedus.dossier.sentence import Link, Name, Plain
from foedus.dossier.words.sanctions import SanctionWords, share_words
from foedus.repercussions.sanctions.exposure import Exposure
from foedus.repercussions.sanctions.of_case import CaseSanctions

__all__ = ["exposure_blocks"]

_COLUMNS = ("actor", "sender", "year", "low", "high", "low_chains", "high_chains", "missing")
_WIDE = 0.5
"""An interval wider than this tells nothing that deserves a sentence."""


def exposure_blocks(ground: Ground, found: CaseSanctions) -> tuple[list[Block], list[Exhibit]]:
    """Return a sentence on who is surely most exposed to the first sender, the table, and more."""
    if not found.exposures:
        return [], []
    blocks: list[Block] = []
    first = found.exposures[0].sender
    told = [
        one
        for one in found.exposures
        if one.sender == first and one.high[0] - one.low[0] < _WIDE and one.low[0] > 0
    ]
    if told:
        blocks.append(Paragraph((_finding(ground, max(told, key=lambda one: one.low[0])),)))
    blocks.append(_table(ground, found.exposures))
    return blocks, [_exhibit(ground, one) for one in found.exposures]


def _id(found: Exposure) -> str:
    return f"e-exposure-{found.actor.lower()}-{found.sender.lower()}"


def _finding(ground: Ground, found: Exposure) -> Finding:
    said = SanctionWords(ground.words, found.on)
    return Finding(
        sentence=said.exposure(found, _id(found)),
        estimate=Estimate(
            low=found.low[-1],
            high=found.high[-1],
            unit="share of trade, 0 to 1",
            method="foedus.repercussions.sanctions.chains",
        ),
        caveat=ground.words.text("sanctions.exposure_caveat"),
    )


def _table(ground: Ground, exposures: tuple[Exposure, ...]) -> Table:
    w = ground.words
    senders = list(dict.fromkeys(one.sender for one in exposures))
    actors = list(dict.fromkeys(one.actor for one in exposures))
    by_pair = {(one.actor, one.sender): one for one in exposures}
    heads = (
        Name(w.text("sanctions.exposure_of", sender=ground.named((one,)).words)) for one in senders
    )
    first = exposures[0]
    said = SanctionWords(w, first.on)
    old = said.old(first, _id(first), ground.case.period.latest)
    return Table(
        id="sanctions-exposure",
        title=w.text("sanctions.exposure_table"),
        subtitle=w.text("sanctions.exposure_subtitle"),
        kind="exposure",
        columns=(
            Cell((Line((Plain(w.text("sanctions.exposure_actor")),)),)),
            *(Cell((Line((head,)),)) for head in heads),
        ),
        rows=tuple(
            (
                Cell((Line((ground.actors((actor,)),), Look.STRONG),)),
                *(_cell(ground, by_pair.get((actor, sender))) for sender in senders),
            )
            for actor in actors
        ),
        data=Data(_COLUMNS, tuple(_row(one) for one in exposures)),
        caption=old,
    )


def _cell(ground: Ground, found: Exposure | None) -> Cell:
    if found is None:
        return Cell((Line((Plain("–"),), Look.NONE),))
    lines = list(_ranges(ground, found))
    return Cell((Line((lines[0],)), Line((Plain("("), lines[1], Plain(")")), Look.SMALL)))


def _ranges(ground: Ground, found: Exposure) -> Iterator[Link]:
    w = ground.words
    for step in (0, -1):
        low, high = (share_words(w, one) for one in (found.low[step], found.high[step]))
        said = low if low == high else w.text("range.both", low=low, high=high)
        yield Link(said, _id(found))


def _row(found: Exposure) -> tuple[object, ...]:
    return (
        found.actor,
        found.sender,
        found.year,
        found.low[0],
        found.high[0],
        found.low[-1],
        found.high[-1],
        found.missing,
    )


def _exhibit(ground: Ground, found: Exposure) -> Exhibit:
    w = ground.words
    said = SanctionWords(w, found.on)
    lines = [line for _, line in said.exposure_lines(found)]
    trade = [one for one in found.sources if one.dataset == "trade"][:1]
    return Exhibit(
        id=_id(found),
        kind=Kind.ESTIMATE,
        title=lines[0],
        facts=(
            *((w.text("sanctions.fact_source"), f"{one.title}, {one.version}") for one in trade),
            *((w.text("sanctions.fact_share"), line) for line in lines[1:-1]),
        ),
        calculation=w.text("method.exposure.calculation"),
        caveat=lines[-1],
        source=method_source_id("exposure"),
    )
