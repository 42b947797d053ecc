"""Treaties side by side: what each promises, aligned by element, and how its wording is known."""

from collections.abc import Iterator

from foedus.dossier.blocks import (
    Cell,
    Data,
    Line,
    Look,
    Margin,
    Paragraph,
    Remarked,
    Section,
    Table,
)
from foedus.dossier.coded_treaties import clause_id, instrument_id, instrument_link
from foedus.dossier.exhibit import Exhibit, Kind
from foedus.dossier.finding import Finding
from foedus.dossier.ground import Ground
from foedus.dossier.linking import numbers_linked
from foedus.dossier.methods import method_source_id
from foedus.dossier.sentence import Link, Plain
from foedus.dossier.words.days import number_words
from foedus.treaties.comparison import Cell as CodedCell
from foedus.treaties.comparison import Column, Comparison
from foedus.treaties.vocabulary import said_code
from foedus.treaties.words import Words

__all__ = ["clauses"]

# Elements whose codes are printed as tags.
TAGGED = frozenset(("kind", "subject_to", "territory"))
# Tags shown in one cell; what is more is said in words.
TAGS = 4


def clauses(ground: Ground) -> Section:
    """Return the comparison the case asks for, and what its treaties have in common."""
    w = ground.words
    comparison = ground.material.comparison
    if comparison is None:
        blocks: tuple[Paragraph | Remarked | Table, ...] = (
            Remarked(w.sentence("clauses.empty"), missing=True),
        )
        return Section(id="clauses", title=w.text("clauses.title"), blocks=blocks)
    pairs = tuple(_pairs(comparison))
    findings = (
        *(_finding(ground, comparison, *pair) for pair in pairs),
        *_alone(ground, comparison),
    )
    blocks = (
        *((Paragraph(findings, tuple(_margin(ground, comparison))),) if findings else ()),
        _table(ground, comparison),
    )
    return Section(
        id="clauses",
        title=w.text("clauses.title"),
        blocks=blocks,
        exhibits=tuple(_exhibit(ground, comparison, *pair) for pair in pairs),
    )


def _pairs(comparison: Comparison) -> Iterator[tuple[int, int]]:
    """Yield the first treaty's place with that of each other it can be compared with."""
    for place in range(1, len(comparison.columns)):
        yield 0, place


def _alike(comparison: Comparison, one: int, other: int) -> tuple[list[str], int]:
    """Return the elements two treaties state alike, and how many both of them state."""
    both = [row for row in comparison.rows if row.cells[one].stated and row.cells[other].stated]
    same = [row.element for row in both if row.cells[one].codes == row.cells[other].codes]
    return same, len(both)


def _pair_id(comparison: Comparison, one: int, other: int) -> str:
    ids = [instrument_id(comparison.columns[place].instrument.id) for place in (one, other)]
    return "e-" + ".".join(ids)


def _finding(ground: Ground, comparison: Comparison, one: int, other: int) -> Finding:
    w = ground.words
    same, both = _alike(comparison, one, other)
    evidence = _pair_id(comparison, one, other)
    return Finding(
        sentence=w.counted_sentence(
            "clauses.shared",
            len(same),
            treaty=instrument_link(ground, comparison.columns[one].instrument.id),
            other=instrument_link(ground, comparison.columns[other].instrument.id),
            count=Link(number_words(w, len(same)), evidence),
            all=Link(number_words(w, both), evidence),
        ),
        caveat=w.text("clauses.caveat"),
    )


def _alone(ground: Ground, comparison: Comparison) -> Iterator[Finding]:
    """Yield what the first treaty states and its counterpart does not, and the reverse."""
    w, language = ground.words, ground.words.language
    ids = [column.instrument.id for column in comparison.columns]
    other = comparison.columns[0].compared_with
    if other not in ids:
        return
    places = 0, ids.index(other)
    for one, against in (places, places[::-1]):
        rows = [r for r in comparison.rows if r.cells[one].stated and not r.cells[against].stated]
        if rows:
            column = comparison.columns[one]
            labels = ", ".join(
                f"{row.label.said(language)} ({row.cells[one].words.said(language)})"
                for row in rows
            )
            yield Finding(
                sentence=w.sentence(
                    "clauses.alone",
                    treaty=instrument_link(ground, column.instrument.id),
                    other=instrument_link(ground, ids[against]),
                    labels=Link(labels, clause_id(column.instrument.id, column.article)),
                ),
                caveat=w.text("clauses.caveat"),
            )


def _exhibit(ground: Ground, comparison: Comparison, one: int, other: int) -> Exhibit:
    w, language = ground.words, ground.words.language
    same, both = _alike(comparison, one, other)
    columns = comparison.columns[one], comparison.columns[other]
    return Exhibit(
        id=_pair_id(comparison, one, other),
        kind=Kind.ESTIMATE,
        title=w.text("clauses.comparison"),
        facts=tuple(
            (
                row.label.said(language),
                w.text("clauses.same" if row.element in same else "clauses.differs"),
            )
            for row in comparison.rows
            if row.cells[one].stated and row.cells[other].stated
        ),
        calculation=w.text("clauses.calculation", same=len(same), both=both),
        behind=tuple(clause_id(column.instrument.id, column.article) for column in columns),
        caveat=w.text("clauses.caveat"),
        source=method_source_id("clauses"),
    )


def _margin(ground: Ground, comparison: Comparison) -> Iterator[Margin]:
    """Yield what narrows the newest promise, element by element."""
    w, language = ground.words, ground.words.language
    column = comparison.columns[0]
    evidence = clause_id(column.instrument.id, column.article)
    narrowing = [row for row in comparison.rows if row.cells[0].narrows]
    if narrowing:
        labels = ", ".join(row.label.said(language) for row in narrowing)
        yield Margin(w.text("clauses.narrowed"), (Link(labels, evidence),))


def _table(ground: Ground, comparison: Comparison) -> Table:
    w, language = ground.words, ground.words.language
    columns = (
        Cell((Line((Plain(w.text("clauses.element")),)),)),
        *(_head(ground, column) for column in comparison.columns),
    )
    rows = tuple(
        (
            Cell((Line((Plain(row.label.said(language)),)),)),
            *(
                _cell(ground, column, row.element, cell)
                for column, cell in zip(comparison.columns, row.cells, strict=True)
            ),
        )
        for row in comparison.rows
    )
    return Table(
        id="clauses-table",
        title=w.text("clauses.table"),
        subtitle=w.text("clauses.subtitle"),
        kind="clauses",
        columns=columns,
        rows=rows,
        data=_data(ground, comparison),
        caption=w.sentence("clauses.caption"),
    )


def _head(ground: Ground, column: Column) -> Cell:
    w, treaty = ground.words, column.instrument
    signed = Link(ground.day(treaty.signed.edtf, short=True), instrument_id(treaty.id))
    article = Link(
        w.text("treaty.article", number=column.article), clause_id(treaty.id, column.article)
    )
    return Cell(
        (
            Line((instrument_link(ground, treaty.id),)),
            Line(
                (article, Plain(w.text("list.comma")), *w.sentence("clauses.signed", day=signed)),
                Look.SMALL,
            ),
        )
    )


def _cell(ground: Ground, column: Column, element: str, cell: CodedCell) -> Cell:
    w, language = ground.words, ground.words.language
    if not cell.stated:
        return Cell((Line(w.sentence("clauses.none"), Look.NONE),), shared=False)
    evidence = clause_id(column.instrument.id, cell.article or column.article)
    tags = _ordered_tags(cell) if len(cell.tags) <= TAGS or element == "kind" else ()
    lines = [
        Line(
            numbers_linked(tag.said(language), evidence),
            Look.NARROWING if cell.narrows else Look.TAG,
            "defence" if element == "kind" and tag == cell.words else "",
        )
        for tag in tags[:TAGS]
    ]
    if tags[TAGS:]:
        rest = w.listed(tuple(tag.said(language) for tag in tags[TAGS:]))
        lines.append(
            Line((*w.sentence("clauses.also"), *numbers_linked(rest, evidence)), Look.SMALL)
        )
    if not lines or element not in TAGGED:
        lines.append(Line(numbers_linked(cell.words.said(language), evidence)))
    known = said_code("known_how", cell.known_how.value, language)
    where = (
        (Link(w.text("treaty.article", number=cell.article), evidence), Plain(w.text("list.comma")))
        if cell.article
        else ()
    )
    lines.append(Line((*where, Plain(known)), Look.SMALL))
    return Cell(tuple(lines), shared=cell.shared_with is not None)


def _ordered_tags(cell: CodedCell) -> tuple[Words, ...]:
    """Return the tags, that of the clause itself first."""
    return tuple(sorted(cell.tags, key=lambda tag: tag != cell.words))


def _data(ground: Ground, comparison: Comparison) -> Data:
    language = ground.words.language
    return Data(
        (
            "element",
            "instrument",
            "article",
            "words",
            "codes",
            "stated",
            "narrows",
            "shared_with",
            "known_how",
            "source",
        ),
        tuple(
            (
                row.element,
                column.instrument.id,
                cell.article,
                cell.words.said(language),
                cell.codes,
                cell.stated,
                cell.narrows,
                cell.shared_with,
                cell.known_how.value,
                cell.source,
            )
            for row in comparison.rows
            for column, cell in zip(comparison.columns, row.cells, strict=True)
        ),
    )
