"""Channels round the sanctions: what can pass, which links to close; gaps of mirror trade."""

from foedus.dossier.blocks import Block, Cell, Data, Line, Look, Paragraph, Table
from foedus.dossier.exhibit import Exhibit, Kind
from foedus.dossier.finding import Estimate, Finding
from foedus.dossier.ground import Ground
from foedus.dossier.methods import method_source_id
from foedus.dossier.sentence import Name, Plain
from foedus.dossier.words.channels import ChannelWords, MirrorWords
from foedus.repercussions.channels import At, WaysRound
from foedus.repercussions.mirror import Mirror
from foedus.repercussions.sanctions.of_case import CaseSanctions
from foedus.sources.channel_file import ChannelFile

__all__ = ["channel_blocks"]

_MIRROR = "e-mirror"
_GAPS = 3
_COLUMNS = ("what", "unit", "from", "to", "at", "flow", "cut", "closed", "left", "bound", "proven")
_INFINITE = float("inf")


def channel_blocks(ground: Ground, found: CaseSanctions) -> tuple[list[Block], list[Exhibit]]:
    """Return what is said of channels and mirrors, and what it opens."""
    blocks: list[Block] = []
    exhibits: list[Exhibit] = []
    for ways in found.ways:
        assert found.channels is not None
        blocks.append(Paragraph(_findings(ground, ways)))
        exhibits.append(_exhibit(ground, ways, found.channels))
    if found.ways:
        blocks.append(_table(ground, found.ways))
    if found.mirror is not None:
        blocks.append(Paragraph(_gaps(ground, found.mirror)))
        exhibits.append(_mirror_exhibit(ground, found.mirror))
    return blocks, exhibits


def _id(ways: WaysRound) -> str:
    parts = (ways.giver, ways.taker, ways.what, ways.unit)
    plain = ("".join(c if c.isalnum() else "-" for c in one.lower()) for one in parts if one)
    return "e-channels-" + "-".join(plain)


def _findings(ground: Ground, ways: WaysRound) -> tuple[Finding, ...]:
    said = ChannelWords(ways, ground.words, _id(ways))
    caveat = ground.words.text("channels.caveat")
    flow = Finding(
        sentence=said.flow(),
        estimate=Estimate(
            low=ways.low.flow,
            high=None if ways.high.flow == _INFINITE else ways.high.flow,
            unit=ways.unit or ways.what,
            method="foedus.repercussions.channels.max_flow",
        ),
        caveat=caveat,
    )
    more = (*said.counts(), *said.choices())
    return (
        flow,
        *(Finding(sentence=one, caveat=caveat, rests_on=(_id(ways),)) for one in more),
    )


def _table(ground: Ground, found: tuple[WaysRound, ...]) -> Table:
    w = ground.words
    heads = ("what", "low", "high")
    return Table(
        id="channels-table",
        title=w.text("channels.table"),
        subtitle=w.text("channels.table_subtitle"),
        kind="channels",
        columns=tuple(Cell((Line((Plain(w.text(f"channels.column_{one}")),)),)) for one in heads),
        rows=tuple(
            (
                Cell((Line((Name(ChannelWords(one, w, _id(one)).heading()),), Look.STRONG),)),
                _cell(ground, one, one.low),
                _cell(ground, one, one.high),
            )
            for one in found
        ),
        data=Data(
            _COLUMNS,
            tuple(
                _row(one, name, at)
                for one in found
                for name, at in (("low", one.low), ("high", one.high))
            ),
        ),
    )


def _cell(ground: Ground, ways: WaysRound, at: At) -> Cell:
    w = ground.words
    said = ChannelWords(ways, w, _id(ways))
    lines = [Line((Plain(f"{w.text('channels.passes')} "), said.amount(at.flow)))]
    if at.cut:
        cut = (Plain(f"{w.text('channels.cut_links')} "), *said.links(at.cut))
        lines.append(Line(cut, Look.SMALL))
    if at.closed:
        close = (Plain(f"{w.text('channels.close')} "), *said.links(at.closed))
        lines.append(Line(close, Look.SMALL))
        lines.append(Line((Plain(f"{w.text('channels.then')} "), said.amount(at.left))))
    return Cell(tuple(lines))


def _row(ways: WaysRound, name: str, at: At) -> tuple[object, ...]:
    cut, closed = (
        tuple(f"{one.giver} → {one.taker}" for one in links) for links in (at.cut, at.closed)
    )
    return (
        ways.what,
        ways.unit,
        ways.giver,
        ways.taker,
        name,
        _known(at.flow),
        cut,
        closed,
        _known(at.left),
        _known(at.bound),
        at.proven,
    )


def _known(amount: float) -> float | None:
    return None if amount == _INFINITE else amount


def _exhibit(ground: Ground, ways: WaysRound, file: ChannelFile) -> Exhibit:
    w = ground.words
    said = ChannelWords(ways, w, _id(ways))
    return Exhibit(
        id=_id(ways),
        kind=Kind.ESTIMATE,
        title=said.heading(),
        facts=(
            (
                w.text("channels.fact_file"),
                w.text("channels.file", file=file.name, sum=file.sha256),
            ),
            *(
                (
                    w.text("channels.fact_channels"),
                    w.text("channels.source", link=said.link(one), source=one.source),
                )
                for one in ways.channels
            ),
        ),
        calculation=w.text("method.channels.calculation"),
        caveat=w.text("channels.caveat"),
        source=method_source_id("channels"),
    )


# --- Mirror trade ---------------------------------------------------------------------------------


def _gaps(ground: Ground, found: Mirror) -> tuple[Finding, ...]:
    w = ground.words
    said = MirrorWords(found, w, _MIRROR)
    caveat = w.text("mirror.caveat")
    told = [Finding(sentence=one, caveat=caveat) for one in said.counts()]
    shown = [one for one in found.gaps if one.direction in ("over", "short")][:_GAPS]
    for gap in shown:
        assert gap.low is not None
        assert gap.high is not None
        told.append(
            Finding(
                sentence=(Name(f"{said.flow(gap)}: "), *said.gap(gap), Plain(".")),
                estimate=Estimate(
                    low=gap.low,
                    high=gap.high,
                    unit="value of the table, received less sent",
                    method="foedus.repercussions.mirror.gap_arrays",
                ),
                caveat=caveat,
            )
        )
    return tuple(told)


def _mirror_exhibit(ground: Ground, found: Mirror) -> Exhibit:
    w = ground.words
    said = MirrorWords(found, w, _MIRROR)
    reports = found.reports
    shown = [one for one in found.gaps if one.direction in ("over", "short")][: 4 * _GAPS]
    return Exhibit(
        id=_MIRROR,
        kind=Kind.ESTIMATE,
        title=said.heading(),
        facts=(
            (
                w.text("channels.fact_file"),
                w.text("channels.file", file=reports.name, sum=reports.sha256),
            ),
            *((said.flow(gap), "".join(part.words for part in said.gap(gap))) for gap in shown),
        ),
        calculation=w.text("method.mirror.calculation"),
        caveat=w.text("mirror.caveat"),
        source=method_source_id("mirror"),
    )
