"""If it came to fighting: who else is drawn in, how likely, through which duty, hanging on what."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from foedus.dossier.blocks import Cell, Data, Line, Look, Paragraph, Remarked, Table
from foedus.dossier.coded_treaties import clause_id, instrument_id, instrument_link
from foedus.dossier.exhibit import Exhibit, Kind
from foedus.dossier.finding import Estimate, Finding
from foedus.dossier.ground import Ground
from foedus.dossier.likelihood import likelihood_of
from foedus.dossier.methods import ICD203, method_source_id
from foedus.dossier.sentence import Link, Name, Plain, Sentence, Strong
from foedus.dossier.words.days import number_words, percent_words
from foedus.repercussions.cascade import Cascade
from foedus.repercussions.cascade.assumptions import Assumption
from foedus.repercussions.cascade.chains import Involvement
from foedus.repercussions.scenarios import Outlook
from foedus.treaties.comparison_words import articles_named

__all__ = ["chance_exhibit", "chances"]

COLUMNS = ("actor", "chance", "side", "through", "hangs")
# Rows shown, besides those of actors in focus or watched; the file to download holds everybody.
ROWS = 5
# Actors named in one row; whoever is more is counted.
NAMED = 6
# Duties, or a side, that bring an actor in so seldom are left to the data.
SELDOM = 0.1
# Of what a chance hangs on, so many assumptions are shown.
MOVES = 2
# A share below this is said to be less than one in a hundred.
LEAST = 0.005
METHOD = "foedus.repercussions.cascade"

Clause = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Group:
    """Actors drawn in on the same side through the same duties, their chances of the same word."""

    actors: tuple[Involvement, ...]
    sides: tuple[str, ...]
    clauses: tuple[Clause, ...]


def chances(
    ground: Ground, identity: str, fighting: Outlook | None
) -> tuple[Paragraph | Table | Remarked, ...]:
    """Return how often nobody else is drawn in and who is, or why no chance is given."""
    w = ground.words
    if fighting is None:
        return (Remarked(w.sentence("chances.no_force"), missing=True),)
    alone = Paragraph((_alone(ground, identity, fighting.cascade),))
    if not fighting.cascade.involvements:
        return (alone,)
    return (alone, _table(ground, identity, fighting))


def chance_exhibit(ground: Ground, identity: str, fighting: Outlook) -> Exhibit:
    """Return what the chances of one act and day were drawn from, and what they leave out."""
    w, drawn = ground.words, fighting.cascade
    clauses = dict.fromkeys(
        clause for one in drawn.involvements for clause in _clauses(ground, one)
    )
    return Exhibit(
        id=_id(identity),
        kind=Kind.ESTIMATE,
        title=w.text("chances.exhibit"),
        facts=(
            (w.text("chances.drawn"), number_words(w, drawn.draws)),
            (w.text("chances.nobody_else"), _alone_words(ground, drawn)),
            *(
                (
                    _capitalised(one.label.said(w.language)),
                    _assumed(ground, one),
                )
                for one in drawn.assumptions
            ),
        ),
        calculation=w.text("method.cascade.calculation"),
        behind=tuple(_evidence(ground, clause) for clause in clauses),
        caveat=_limits(ground, drawn),
        source=method_source_id("cascade"),
    )


def _assumed(ground: Ground, one: Assumption) -> str:
    """Between what an assumption lies, and whether that was counted, is not known or judged."""
    bounds = _range(ground, one.low, one.high)
    if one.judged:
        return ground.words.text("chances.judged", range=bounds, source=one.source)
    return bounds if one.betas else ground.words.text("chances.unknown", range=bounds)


def _alone(ground: Ground, identity: str, drawn: Cascade) -> Finding:
    w = ground.words
    key = "chances.alone" if drawn.involvements else "chances.nobody"
    return Finding(
        sentence=w.sentence(
            key,
            share=Link(_alone_words(ground, drawn), _id(identity)),
            draws=Link(number_words(w, drawn.draws), _id(identity)),
        ),
        estimate=Estimate(
            value=drawn.alone,
            low=drawn.alone_low,
            high=drawn.alone_high,
            level=0.95,
            unit="share of the wars drawn",
            method=METHOD,
        ),
        caveat=_limits(ground, drawn),
    )


def _table(ground: Ground, identity: str, fighting: Outlook) -> Table:
    w = ground.words
    groups = _groups(ground, fighting.cascade)
    near = frozenset((*ground.case.focus, *ground.case.watch))
    shown = [
        group
        for place, group in enumerate(groups)
        if place < ROWS or near & {one.actor for one in group.actors}
    ]
    more = w.sentence("chances.more") if len(shown) < len(groups) else ()
    return Table(
        id=f"{identity}-chances",
        title=w.text("chances.table"),
        subtitle=w.text("chances.subtitle"),
        kind="chances",
        columns=tuple(Cell((Line((Plain(w.text(f"chances.{name}")),)),)) for name in COLUMNS),
        rows=tuple(_row(ground, identity, fighting, group) for group in shown),
        data=_data(fighting),
        caption=(*w.sentence("chances.confidence"), *more),
    )


def _groups(ground: Ground, drawn: Cascade) -> list[_Group]:
    """Return those drawn in, the likeliest first, together where nothing but noise parts them."""
    found: dict[object, _Group] = {}
    for one in drawn.involvements:
        sides, clauses = _sides(one), _clauses(ground, one)
        key = sides, frozenset(clauses), likelihood_of(one.probability).key, one.probability < LEAST
        group = found.get(key, _Group((), sides, clauses))
        found[key] = _Group((*group.actors, one), sides, clauses)
    return list(found.values())


def _sides(one: Involvement) -> tuple[str, ...]:
    shares = (("attacked", one.with_attacked), ("attackers", one.with_attackers))
    return tuple(side for side, share in shares if share >= SELDOM * one.probability)


def _clauses(ground: Ground, one: Involvement) -> tuple[Clause, ...]:
    return tuple(
        (instrument, article or "")
        for instrument, article, share in one.through
        if instrument and instrument in ground.instruments and share >= SELDOM
    )


def _row(ground: Ground, identity: str, fighting: Outlook, group: _Group) -> tuple[Cell, ...]:
    w, act = ground.words, fighting.cascade.act
    sides = {"attacked": act.targets, "attackers": act.initiators}
    return (
        Cell(tuple(_who(ground, identity, group))),
        Cell(tuple(_chance(ground, identity, group))),
        Cell(
            tuple(
                Line(w.sentence("chances.with", actors=ground.named(sides[side])))
                for side in group.sides
            )
        ),
        Cell(
            tuple(Line(_clause(ground, clause)) for clause in group.clauses)
            or (Line(w.sentence("scenario.assumed")),)
        ),
        Cell(tuple(_hangs_on(ground, identity, fighting, group))),
    )


def _who(ground: Ground, identity: str, group: _Group) -> Iterator[Line]:
    """Yield the actors of a row, those in focus or watched first, and how many they are."""
    w = ground.words
    near = (*ground.case.focus, *ground.case.watch)
    names = {one.actor: ground.actor(one.actor) for one in group.actors}
    actors = sorted(names, key=lambda actor: (actor not in near, names[actor]))
    named = tuple(names[actor] for actor in actors)
    many = len(named) > NAMED
    shown = (*named[: NAMED - 1], w.text("whatif.others")) if many else named
    yield Line((Name(_capitalised(w.listed(shown))),), Look.STRONG)
    if many:
        count = Link(number_words(w, len(named)), _id(identity))
        yield Line(w.sentence("chances.count", count=count), Look.SMALL)


def _chance(ground: Ground, identity: str, group: _Group) -> Iterator[Line]:
    """Yield a chance, its interval, and the word it has; of several actors, the widest ends."""
    w = ground.words
    each = [one.probability for one in group.actors]
    low, high = min(one.low for one in group.actors), max(one.high for one in group.actors)
    yield Line((Link(_range(ground, min(each), max(each)), _id(identity)),), Look.STRONG)
    yield Line(
        (Link(w.text("chances.interval", range=_range(ground, low, high)), _id(identity)),),
        Look.SMALL,
    )
    like = likelihood_of(max(each))
    word: Sentence = (Strong(w.text(f"likelihood.{like.key}")),)
    if max(each) >= LEAST:  # beyond the outermost bands the scale has words, but no figures
        band = Link(_range(ground, like.low, like.high), ICD203)
        word = (*word, Plain(w.text("list.comma")), band)
    yield Line(word, Look.SMALL)


def _hangs_on(ground: Ground, identity: str, fighting: Outlook, group: _Group) -> Iterator[Line]:
    """Yield the assumptions that move a chance most; of several actors, the mean of their moves."""
    w = ground.words
    actors = {one.actor for one in group.actors}
    moves = []
    for number, one in enumerate(fighting.cascade.assumptions):
        ends = [
            (move.at_low, move.at_high)
            for move in fighting.moves
            if move.actor in actors and move.assumption == one.id
        ]
        if 2 * len(ends) > len(actors):
            low, high = (sum(end) / len(ends) for end in zip(*ends, strict=True))
            moves.append((-round(100 * abs(high - low)), number, low, high))
    for _, number, low, high in sorted(moves)[:MOVES]:
        label = _capitalised(fighting.cascade.assumptions[number].label.said(w.language))
        ends_words = Link(f"{_share(ground, low)} → {_share(ground, high)}", _id(identity))
        yield Line(w.sentence("chances.moved", what=label, ends=ends_words))
    if not moves:
        yield Line((Plain("–"),), Look.NONE)


def _clause(ground: Ground, clause: Clause) -> Sentence:
    """Return "article 4 of the North Atlantic Treaty"; the treaty alone for a part without number.

    Such a part is named in the words of whoever coded it, which have one language.
    """
    instrument, article = clause
    evidence = _evidence(ground, clause)
    treaty = instrument_link(ground, instrument)
    if not any(before for before, _ in articles_named((article,))):
        return (Link(treaty.words, evidence),)
    where = Link(ground.words.text("treaty.article", number=article), evidence)
    return ground.words.sentence("whatif.clause", article=where, treaty=treaty)


def _evidence(ground: Ground, clause: Clause) -> str:
    instrument, article = clause
    if ground.instruments[instrument].article(article):
        return clause_id(instrument, article)
    return instrument_id(instrument)


def _data(fighting: Outlook) -> Data:
    drawn = fighting.cascade
    columns = (
        *("on", "actor", "probability", "low", "high", "with_attacked", "with_attackers"),
        *("through", "hangs_on"),
    )
    return Data(
        columns,
        tuple(
            (
                drawn.on,
                one.actor,
                *_rounded(
                    (one.probability, one.low, one.high, one.with_attacked, one.with_attackers)
                ),
                tuple(
                    f"{instrument} {article}: {share:.2f}"
                    for instrument, article, share in one.through
                ),
                tuple(
                    f"{move.assumption}: {move.at_low:.3f} to {move.at_high:.3f}"
                    for move in fighting.moves
                    if move.actor == one.actor
                ),
            )
            for one in drawn.involvements
        ),
    )


def _rounded(shares: Sequence[float]) -> Iterator[float]:
    yield from (round(share, 4) for share in shares)


def _limits(ground: Ground, drawn: Cascade) -> str:
    return " ".join(words.said(ground.words.language) for words in drawn.limits)


def _share(ground: Ground, share: float) -> str:
    small = 0 < share < LEAST
    return ("<" if small else "") + percent_words(ground.words, 0.01 if small else share)


def _range(ground: Ground, low: float, high: float) -> str:
    """Return "0–19 %", or one figure where both ends round to it."""
    first, last = _share(ground, low), _share(ground, high)
    sign = percent_words(ground.words, 0)[1:]
    return last if first == last else f"{first.removesuffix(sign)}–{last}"


def _alone_words(ground: Ground, drawn: Cascade) -> str:
    """The share in which nobody else is drawn in, with its bounds where they are not the same."""
    share = _share(ground, drawn.alone)
    bounds = _range(ground, drawn.alone_low, drawn.alone_high)
    same = bounds == share
    return share if same else ground.words.text("chances.within", share=share, range=bounds)


def _capitalised(words: str) -> str:
    return words[:1].upper() + words[1:]


def _id(identity: str) -> str:
    return f"e-{identity}-chances"
