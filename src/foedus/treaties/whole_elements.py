"""What a treaty says as a whole: all its duties and cooperation, duration, secrecy, legal force."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from foedus.treaties.cells import NOT_STATED, Cell, Item, joined, least_known, not_coded
from foedus.treaties.elements import standing_clauses
from foedus.treaties.instrument import Article, Instrument, KnownHow, Obligation
from foedus.treaties.vocabulary import kinds, vocabulary
from foedus.treaties.words import Words

__all__ = ["WHOLE_ELEMENTS", "is_cooperation", "whole_cell", "whole_elements"]

WHOLE_ELEMENTS: Mapping[str, Words] = {
    "duties": Words("All duties", "Tous les devoirs"),
    "cooperation": Words("Other cooperation", "Autre coopération"),
    "duration": Words("Duration", "Durée"),
    "secrecy": Words("Secrecy", "Secret"),
    "legal_force": Words("Legal force", "Force juridique"),
}
"""The elements of a whole treaty, in the order of the rows, with their names."""
_DUTIES = (
    *("defence", "offence", "neutrality", "nonaggression", "consultation", "exclusivity"),
    *("permission", "authority", "precedence"),
)
_NONE_CODED = Words("none coded", "aucun codé")
_NONE_CODED_OF_COOPERATION = Words("none coded", "aucune codée")


def is_cooperation(kind: str) -> bool:
    """Whether a kind of obligation is cooperation in peace: arms, trade, bases and such."""
    return kind not in _DUTIES


def whole_elements(compared: Iterable[Instrument]) -> Iterator[str]:
    """Yield the elements on which these treaties have something to say.

    Secrecy is one where any was kept secret, legal force where any does not plainly bind.
    """
    treaties = tuple(compared)
    yield from ("duties", "cooperation", "duration")
    if any(one.secrecy != "public" for one in treaties):
        yield "secrecy"
    if any(one.legal_force for one in treaties):
        yield "legal_force"


def whole_cell(element: str, one: Instrument) -> Cell:
    """Return what a treaty says on one of the `WHOLE_ELEMENTS`."""
    return _CELLS[element](one)


def _duties(one: Instrument) -> Cell:
    clauses = [pair for pair in standing_clauses(one) if not is_cooperation(pair[1].kind)]
    return _listing(one, clauses, _NONE_CODED)


def _cooperation(one: Instrument) -> Cell:
    clauses = [pair for pair in standing_clauses(one) if is_cooperation(pair[1].kind)]
    return _listing(one, clauses, _NONE_CODED_OF_COOPERATION)


def _listing(
    one: Instrument, clauses: Sequence[tuple[Article, Obligation]], nothing: Words
) -> Cell:
    items = tuple(
        _item(kind, [article for article, obligation in clauses if obligation.kind == kind])
        for kind in kinds()
        if any(obligation.kind == kind for _, obligation in clauses)
    )
    return Cell(
        words=joined([item.words for item in items]) if items else nothing,
        codes=tuple(item.code for item in items),
        items=items,
        stated=bool(items),
        coded=any(one.obligations()),
        known_how=least_known(one),
        source="; ".join(dict.fromkeys(article.source for article, _ in clauses)) or one.citation,
        article=None,
    )


def _item(kind: str, articles: Sequence[Article]) -> Item:
    sureness = list(KnownHow)
    return Item(
        code=kind,
        words=kinds()[kind].label,
        articles=tuple(dict.fromkeys(article.number for article in articles)),
        known_how=max((article.known_how for article in articles), key=sureness.index),
    )


def _duration(one: Instrument) -> Cell:
    agreed = one.duration
    if agreed is None:
        return not_coded(one)
    article = one.article(agreed.article) if agreed.article else None
    stated = agreed.kind != "unstated"
    return Cell(
        words=agreed.words if stated else NOT_STATED,
        codes=(agreed.kind, *([str(agreed.years)] if agreed.years else [])),
        tags=(vocabulary("duration")[agreed.kind],) if stated else (),
        stated=stated,
        known_how=article.known_how if article else least_known(one),
        source=agreed.source,
        article=agreed.article,
    )


def _secrecy(one: Instrument) -> Cell:
    return Cell(
        words=vocabulary("secrecy")[one.secrecy],
        codes=(one.secrecy,),
        stated=True,
        known_how=least_known(one),
        source=one.citation,
        article=None,
    )


def _legal_force(one: Instrument) -> Cell:
    force = one.legal_force
    kind = force.kind if force else "binding"
    label = vocabulary("legal_force")[kind]
    return Cell(
        words=force.words if force else label,
        codes=(kind,),
        tags=(label,) if force else (),
        stated=True,
        narrows=force is not None,
        known_how=least_known(one),
        source=force.source if force else one.citation,
        article=None,
    )


_CELLS: Mapping[str, Callable[[Instrument], Cell]] = {
    "duties": _duties,
    "cooperation": _cooperation,
    "duration": _duration,
    "secrecy": _secrecy,
    "legal_force": _legal_force,
}
