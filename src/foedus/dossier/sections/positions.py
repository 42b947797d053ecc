"""Where everyone stands: who must defend whom, who votes where, whose policy is like whose."""

from collections.abc import Iterator

from foedus.dossier.blocks import Block, Data, Figure, Paragraph, Remarked, Section
from foedus.dossier.coded_treaties import clause_id
from foedus.dossier.exhibit import Exhibit
from foedus.dossier.figures import Matrix, Owed
from foedus.dossier.finding import Finding
from foedus.dossier.ground import Ground, Row
from foedus.dossier.sections.similarity import similarity_blocks
from foedus.dossier.sections.votes import vote_blocks
from foedus.dossier.sentence import Link, Name
from foedus.dossier.words.days import date_words
from foedus.relations.likeness.positions import Positions

__all__ = ["positions"]


def positions(ground: Ground) -> Section:
    """Return where the states in focus and watched stand, from treaties and the datasets named."""
    found = ground.material.positions
    blocks = list[Block]()
    exhibits = list[Exhibit]()
    if found is not None and len(found.states) > 1:
        blocks += _defence(ground, found)
        for more, behind in (vote_blocks(ground, found), similarity_blocks(ground, found)):
            blocks += more
            exhibits += behind
        blocks += _missing(ground, found)
    if not ground.case.datasets:
        blocks.append(Remarked(ground.words.sentence("stand.not_named"), missing=True))
    return Section(
        id="stand",
        title=ground.words.text("stand.title"),
        blocks=tuple(blocks),
        exhibits=tuple(exhibits),
    )


def _missing(ground: Ground, found: Positions) -> Iterator[Remarked]:
    told: set[str] = set()
    for part in found.parts:
        for source in part.missing:
            if source.dataset not in told:
                told.add(source.dataset)
                yield Remarked(
                    ground.words.sentence(
                        "stand.missing",
                        title=Name(source.title),
                        command=Name(source.missing or ""),
                    ),
                    missing=True,
                )


# --- Who must defend whom -------------------------------------------------------------------------


def _defence(ground: Ground, found: Positions) -> Iterator[Block]:
    w = ground.words
    rows: list[Row] = found.defence.to_pylist()
    if not rows:
        yield Remarked(w.sentence("stand.none"))
        return
    groups = _bound_together(found.states, rows)
    findings = tuple(_group_findings(ground, found, groups, rows))
    if findings:
        yield Paragraph(findings)
    yield _matrix(ground, found, groups, rows)


def _bound_together(states: tuple[str, ...], rows: list[Row]) -> list[tuple[str, ...]]:
    """Return the states in groups bound by duties of defence, directly or through others.

    The largest first, then in the order of the case; a state that nothing binds is alone.
    """
    group = {one: {one} for one in states}
    for row in rows:
        joined = group[row["obligor"]] | group[row["beneficiary"]]
        for one in joined:
            group[one] = joined
    found = dict.fromkeys(tuple(s for s in states if s in group[one]) for one in states)
    return sorted(found, key=lambda each: (-len(each), states.index(each[0])))


def _group_findings(
    ground: Ground, found: Positions, groups: list[tuple[str, ...]], rows: list[Row]
) -> Iterator[Finding]:
    w = ground.words
    day = date_words(w, found.on) if found.on else w.text("day.unknown")
    caveat = w.text("stand.defence_caveat")
    certain = [row for row in rows if row["standing"] == "certain"]
    surely = {frozenset(members) for members in _bound_together(found.states, certain)}
    for members in groups:
        clauses = [
            clause_id(row["instrument"], row["article"])
            for row in rows
            if row["obligor"] in members
        ]
        if clauses:
            yield Finding(
                sentence=w.sentence(
                    "stand.groups" if frozenset(members) in surely else "stand.groups_possible",
                    day=Link(day, clauses[0]),
                    members=ground.named(members, found.on),
                ),
                caveat=caveat,
                rests_on=tuple(dict.fromkeys(clauses)),
            )


def _matrix(
    ground: Ground, found: Positions, groups: list[tuple[str, ...]], rows: list[Row]
) -> Figure:
    w = ground.words
    order = [one for members in groups for one in members]
    day = date_words(w, found.on) if found.on else w.text("day.unknown")
    ends, at = [], 0
    for members in groups:
        ends.append((at, at + len(members) - 1))
        at += len(members)
    surest: dict[tuple[str, str], Row] = {}
    for row in sorted(rows, key=lambda row: row["standing"] != "certain"):
        surest.setdefault((row["obligor"], row["beneficiary"]), row)
    owed = tuple(
        Owed(
            order.index(obligor),
            order.index(beneficiary),
            row["standing"] == "certain",
            w.text(
                "stand.told" if row["standing"] == "certain" else "stand.told_possible",
                obligor=ground.actor(obligor, found.on),
                beneficiary=ground.actor(beneficiary, found.on),
            ),
            clause_id(row["instrument"], row["article"]),
        )
        for (obligor, beneficiary), row in surest.items()
    )
    columns = ("obligor", "beneficiary", "instrument", "article", "standing")
    title = w.text("stand.matrix", day=day)
    return Figure(
        id="stand-matrix",
        title=title,
        subtitle=w.text("stand.matrix_subtitle"),
        drawing=Matrix(
            names=tuple(ground.actor(one, found.on) for one in order),
            codes=tuple(order),
            owed=owed,
            groups=tuple(ends),
            down=w.text("stand.owes"),
            along=w.text("stand.owed"),
            describes=title,
        ),
        data=Data(columns, tuple(tuple(row[name] for name in columns) for row in rows)),
        evidence=tuple(dict.fromkeys(each.evidence for each in owed)),
        caption=w.sentence("stand.matrix_caption"),
    )
