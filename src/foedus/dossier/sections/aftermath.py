"""What usually follows such a pact: base rates of its like, and the pacts they rest on."""

from collections.abc import Iterator

from foedus.dossier.blocks import (
    Block,
    Cell,
    Data,
    Figure,
    Line,
    Look,
    Paragraph,
    Remarked,
    Section,
    Table,
)
from foedus.dossier.exhibit import Exhibit, Kind
from foedus.dossier.finding import Estimate, Finding
from foedus.dossier.ground import Ground
from foedus.dossier.methods import method_source_id
from foedus.dossier.sentence import Link, Name, Plain, Sentence
from foedus.dossier.words.aftermath_picture import aftermath_rows, dot_rows
from foedus.dossier.words.aftermaths import AftermathWords, Row
from foedus.dossier.words.days import decimal_words, number_words
from foedus.repercussions.aftermath import Aftermath

__all__ = ["aftermath"]

EVIDENCE = "e-aftermath"
TOLD = ("challenged", "challenging", "rivals_ally", "protectors_leave")
"""Said in sentences for the longest time asked, beside what differs clearly; the table has all."""
SHOWN = 40
"""So many pacts are listed, the most alike; the data that go with the table hold them all."""
COLUMNS = ("pact", "likeness", "parts", "next")


def aftermath(ground: Ground) -> Section:
    """Return what followed pacts like the first that the case compares, or what is missing."""
    w, case = ground.words, ground.material.repercussions.aftermath
    found = case.found if case else None
    blocks: tuple[Block, ...] = ()
    exhibits: tuple[Exhibit, ...] = ()
    if found is not None:
        said = AftermathWords(found, w, EVIDENCE)
        blocks = tuple(_blocks(ground, found, said))
        exhibits = (_exhibit(ground, found, said), *_of_pacts(ground, said))
    elif case and case.refused:
        why = w.sentence("aftermath.refused", why=Name(case.refused))
        blocks = (Remarked(why, missing=True),)
    else:
        lacking = case.lacking if case and case.lacking else ("atop", "mid")
        names = Name(", ".join(lacking))
        blocks = (Remarked(w.sentence("aftermath.unmeasured", datasets=names), missing=True),)
    return Section(
        id="aftermath", title=w.text("aftermath.title"), blocks=blocks, exhibits=exhibits
    )


def _blocks(ground: Ground, found: Aftermath, said: AftermathWords) -> Iterator[Block]:
    w = ground.words
    yield Paragraph((_plain(ground, said.kind()),))
    yield from (Paragraph(findings) for findings in _told(ground, found, said))
    balance = said.balance()
    yield Paragraph(
        tuple(
            _plain(ground, sentence)
            for sentence in (*said.confidence(), *((balance,) if balance else ()))
        )
    )
    drawing = dot_rows(found, w, EVIDENCE)
    yield Figure(
        id="aftermath-shares",
        title=drawing.describes,
        subtitle=w.text("aftermath.picture_subtitle"),
        drawing=drawing,
        data=aftermath_rows(found),
        evidence=(EVIDENCE,),
    )
    yield _outcomes(ground, found, said)
    yield _analogues(ground, found, said)


def _told(ground: Ground, found: Aftermath, said: AftermathWords) -> Iterator[tuple[Finding, ...]]:
    for row in said.rows:
        if row["years"] != found.horizons[-1] or not (row["outcome"] in TOLD or _differs(row)):
            continue
        usual, *beside = said.said(row)
        ends = ("difference_low", "difference_high")
        yield (
            _finding(ground, usual, row, "usual", ("low", "high")),
            *(_finding(ground, sentence, row, "difference", ends) for sentence in beside),
        )


def _differs(row: Row) -> bool:
    """Return whether the interval of the difference leaves out that there is none."""
    low, high = row["difference_low"], row["difference_high"]
    none = 1.0 if row["unit"] == "ratio" else 0.0
    return low is not None and not low <= none <= high


def _finding(
    ground: Ground, sentence: Sentence, row: Row, value: str, ends: tuple[str, str]
) -> Finding:
    low, high = (row[end] for end in ends)
    return Finding(
        sentence=sentence,
        rests_on=(EVIDENCE,),
        estimate=None
        if row[value] is None or low is None
        else Estimate(
            value=row[value],
            low=low,
            high=high,
            level=0.95,
            unit=row["unit"],
            method="foedus.repercussions.aftermath",
        ),
        caveat=ground.words.text("aftermath.caveat"),
    )


def _plain(ground: Ground, sentence: Sentence) -> Finding:
    return Finding(
        sentence=sentence, rests_on=(EVIDENCE,), caveat=ground.words.text("aftermath.caveat")
    )


def _outcomes(ground: Ground, found: Aftermath, said: AftermathWords) -> Table:
    w = ground.words
    columns = ("what", "years", "usual", "paired", "beside", "difference")
    return Table(
        id="aftermath-outcomes",
        title=w.text("aftermath.table"),
        subtitle=w.text("aftermath.table_subtitle"),
        kind="aftermath",
        columns=tuple(_words(w.text(f"aftermath.column_{name}")) for name in columns),
        rows=tuple(
            (
                Cell((Line((Plain(said.what(row)),)),)),
                *(
                    _number(words)
                    for words in (
                        number_words(w, row["years"]),
                        said.usual_cell(row),
                        said.paired_cell(row),
                        said.beside_cell(row),
                        said.difference_cell(row),
                    )
                ),
            )
            for row in said.rows
        ),
        data=aftermath_rows(found),
    )


def _analogues(ground: Ground, found: Aftermath, said: AftermathWords) -> Table:
    w = ground.words
    table = found.analogues
    return Table(
        id="aftermath-pacts",
        title=w.text("aftermath.analogues"),
        subtitle=w.text("aftermath.analogues_subtitle"),
        kind="aftermath",
        columns=tuple(_words(w.text(f"aftermath.column_{name}")) for name in COLUMNS),
        rows=tuple(_pact(ground, said, row) for row in said.analogues[:SHOWN]),
        data=Data(
            tuple(table.column_names),
            tuple(
                tuple(tuple(cell) if isinstance(cell, list) else cell for cell in row.values())
                for row in table.to_pylist()
            ),
        ),
    )


def _pact(ground: Ground, said: AftermathWords, row: Row) -> tuple[Cell, ...]:
    w, evidence = ground.words, _id(row)
    return (
        Cell(
            (
                Line((Link(said.pact(row), evidence),), Look.STRONG),
                Line((Name(said.alliance(row)),), Look.SMALL),
            )
        ),
        Cell((Line((Link(decimal_words(w, row["similarity"]), evidence),)),)),
        Cell((Line((Link(said.parts(row), evidence),), Look.SMALL),)),
        Cell((Line((Plain(said.next(row)),), Look.SMALL),)),
    )


def _words(words: str) -> Cell:
    return Cell((Line((Plain(words),)),))


def _number(words: str) -> Cell:
    return Cell((Line((Link(words, EVIDENCE),)),))


def _id(row: Row) -> str:
    return f"e-aftermath-{row['alliance']}-{row['cow_one']}-{row['cow_two']}-{row['year']}"


def _exhibit(ground: Ground, found: Aftermath, said: AftermathWords) -> Exhibit:
    w = ground.words
    kind = " ".join(part.words for part in said.kind())
    facts = {
        "datasets": said.datasets(),
        "kind": " ".join(kind.split()),
        "beside": w.text(
            "aftermath.fact_beside_words",
            pairs=number_words(w, found.beside.num_rows),
            matched=number_words(w, said.matched),
            number=number_words(w, len(said.analogues)),
        ),
    }
    return Exhibit(
        id=EVIDENCE,
        kind=Kind.ESTIMATE,
        title=w.text("aftermath.exhibit"),
        facts=tuple((w.text(f"aftermath.fact_{key}"), words) for key, words in facts.items()),
        calculation=w.text("method.aftermath.calculation"),
        caveat=" ".join(said.limits()),
        source=method_source_id("aftermath"),
        behind=tuple(_id(row) for row in said.analogues[:SHOWN]),
    )


def _of_pacts(ground: Ground, said: AftermathWords) -> Iterator[Exhibit]:
    """Yield one exhibit per analogue: its alliance, its likeness, what stands beside it."""
    w = ground.words
    for row in said.analogues[:SHOWN]:
        beside = said.beside(row)
        facts = [
            (w.text("aftermath.column_pact"), said.alliance(row)),
            (w.text("aftermath.column_likeness"), decimal_words(w, row["similarity"])),
            (w.text("aftermath.column_parts"), said.parts(row)),
            (w.text("aftermath.column_next"), said.next(row)),
        ]
        if beside:
            facts.append((w.text("aftermath.fact_beside"), beside))
        yield Exhibit(
            id=_id(row),
            kind=Kind.ROWS,
            title=said.pact(row),
            facts=tuple(facts),
            caveat=w.text("aftermath.caveat"),
            source=method_source_id("aftermath"),
        )
