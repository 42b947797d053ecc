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
from foedus.dossier.sentence import Link, Part, Plain, Sentence
from foedus.dossier.words.days import number_words
from foedus.treaties.comparison import Cell as CodedCell
from foedus.treaties.comparison import Column, Comparison, Row
from foedus.treaties.comparison_words import articles_named
from foedus.treaties.instrument import KnownHow
from foedus.treaties.vocabulary import said_code

__all__ = ["clauses"]

# Elements whose codes are printed as tags.
TAGGED = frozenset(("kind", "subject_to", "territory"))
# Elements whose words say what their tags would.
UNTAGGED = frozenset(("duration",))
# With more tags than this a cell says them in words.
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
    """Yield the first treaty's place with that of each other that states something it states."""
    for place in range(1, len(comparison.columns)):
        if _alike(comparison, 0, place)[1]:
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
        rows = [row for row in comparison.rows if _only_first(row.cells[one], row.cells[against])]
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
                    labels=Link(labels, _evidence(column, column.article)),
                ),
                caveat=w.text("clauses.caveat"),
            )


def _only_first(one: CodedCell, other: CodedCell) -> bool:
    """Whether the first states what the other, which is coded, does not."""
    return one.stated and other.coded and not other.stated


def _evidence(column: Column, article: str | None) -> str:
    """Return the id of an article as coded, or of its treaty where that article is not coded."""
    treaty = column.instrument
    if article and treaty.article(article):
        return clause_id(treaty.id, article)
    return instrument_id(treaty.id)


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
        behind=tuple(_evidence(column, column.article) for column in columns),
        caveat=w.text("clauses.caveat"),
        source=method_source_id("clauses"),
    )


def _margin(ground: Ground, comparison: Comparison) -> Iterator[Margin]:
    """Yield what narrows the newest promise, element by element."""
    w, language = ground.words, ground.words.language
    column = comparison.columns[0]
    narrowing = [row for row in _all_rows(comparison) if row.cells[0].narrows]
    if narrowing:
        labels = ", ".join(row.label.said(language) for row in narrowing)
        evidence = _evidence(column, column.article)
        yield Margin(w.text("clauses.narrowed"), (Link(labels, evidence),))


def _all_rows(comparison: Comparison) -> tuple[Row, ...]:
    """Return the rows of the central clauses, then those of the treaties as a whole."""
    return (*comparison.rows, *comparison.whole)


def _table(ground: Ground, comparison: Comparison) -> Table:
    w = ground.words
    columns = (
        Cell((Line((Plain(w.text("clauses.element")),)),)),
        *(_head(ground, column) for column in comparison.columns),
    )
    rows = tuple(
        (
            _label(ground, row, whole=row in comparison.whole),
            *(
                _cell(ground, column, row.element, cell)
                for column, cell in zip(comparison.columns, row.cells, strict=True)
            ),
        )
        for row in _all_rows(comparison)
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


def _label(ground: Ground, row: Row, *, whole: bool) -> Cell:
    lines = [Line((Plain(row.label.said(ground.words.language)),))]
    if whole:
        lines.append(Line(ground.words.sentence("clauses.whole"), Look.SMALL))
    return Cell(tuple(lines))


def _head(ground: Ground, column: Column) -> Cell:
    w, treaty = ground.words, column.instrument
    day = Link(ground.day(treaty.signed.edtf, short=True), instrument_id(treaty.id))
    signed = w.sentence("clauses.signed", day=day)
    number = w.text("treaty.article", number=column.article)
    article: Sentence = (
        (Link(number, _evidence(column, column.article)), Plain(w.text("list.comma")))
        if column.article
        else ()
    )
    remark = (
        (Line(numbers_linked(column.remark.said(w.language), day.evidence), Look.SMALL),)
        if column.remark
        else ()
    )
    return Cell(
        (
            Line((instrument_link(ground, treaty.id),)),
            Line((*article, *signed), Look.SMALL),
            *remark,
        )
    )


def _cell(ground: Ground, column: Column, element: str, cell: CodedCell) -> Cell:
    w, language = ground.words, ground.words.language
    evidence = _evidence(column, cell.article or column.article)
    if not cell.stated:
        return Cell((Line(numbers_linked(cell.words.said(language), evidence), Look.NONE),))
    lines = (
        [Line(_listed(ground, column, cell))]
        if any(item.articles for item in cell.items)
        else list(_said(ground, element, cell, evidence))
    )
    known = said_code("known_how", _usual(cell).value, language)
    where = (
        (Link(w.text("treaty.article", number=cell.article), evidence), Plain(w.text("list.comma")))
        if cell.article
        else ()
    )
    lines.append(Line((*where, Plain(known)), Look.SMALL))
    return Cell(tuple(lines), shared=cell.shared_with is not None)


def _said(ground: Ground, element: str, cell: CodedCell, evidence: str) -> Iterator[Line]:
    """Yield what a cell says of one element: its tags, and the words these leave unsaid.

    Of kinds only that of the clause itself: the others stand among all duties.
    """
    language = ground.words.language
    tags = (cell.words,) if element == "kind" else cell.tags
    if len(tags) > TAGS or element in UNTAGGED:
        tags = ()
    for tag in tags:
        yield Line(
            numbers_linked(tag.said(language), evidence),
            Look.NARROWING if cell.narrows else Look.TAG,
            cell.codes[0] if element == "kind" else "",
        )
    if not tags or element not in TAGGED:
        yield Line(numbers_linked(cell.words.said(language), evidence))


def _listed(ground: Ground, column: Column, cell: CodedCell) -> Sentence:
    """Return what a cell lists, each with the articles it stands in, linked to their clauses.

    What is known otherwise than most of it says so itself.
    """
    w, language = ground.words, ground.words.language
    parts: list[Part] = []
    for place, item in enumerate(cell.items):
        parts += [Plain(w.text("list.semicolon"))] if place else []
        parts.append(Plain(item.words.said(language)))
        for number, (before, article) in enumerate(articles_named(item.articles)):
            parts.append(Plain(w.text("list.comma") if number else " "))
            parts.append(Link(before.replace(" ", "\u00a0") + article, _evidence(column, article)))
        if item.known_how not in (None, _usual(cell)):
            parts.append(Plain(f" ({said_code('known_how', item.known_how, language)})"))
    return tuple(parts)


def _articles(cell: CodedCell) -> tuple[str, ...]:
    """Return the articles of all that a cell lists, each once."""
    return tuple(dict.fromkeys(article for item in cell.items for article in item.articles))


def _usual(cell: CodedCell) -> KnownHow:
    """Return how most of what a cell lists is known."""
    known = [item.known_how for item in cell.items if item.known_how]
    return max(known, key=known.count) if known else cell.known_how


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
                cell.article or ", ".join(_articles(cell)) or None,
                cell.words.said(language),
                cell.codes,
                cell.stated,
                cell.narrows,
                cell.shared_with,
                cell.known_how.value,
                cell.source,
            )
            for row in _all_rows(comparison)
            for column, cell in zip(comparison.columns, row.cells, strict=True)
        ),
    )
