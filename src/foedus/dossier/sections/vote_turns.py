"""When the two actors in focus drew together or apart in the General Assembly.

Told and drawn are changes likelier than not, of a size that can be told from none.
"""

from collections.abc import Iterator

from foedus.dossier.dyads.facts import MASS, told_apart
from foedus.dossier.exhibit import Exhibit, Kind
from foedus.dossier.figures import Turn
from foedus.dossier.finding import Estimate, Finding
from foedus.dossier.ground import Ground, Row
from foedus.dossier.methods import method_source_id
from foedus.dossier.sentence import Link, Name
from foedus.dossier.words.days import percent_words, signed_words
from foedus.relations.likeness.positions import Positions

__all__ = ["drawn_turns", "turn_exhibits", "turn_findings", "turns_explained"]

_NUMBERS = ("effect", "effect_low", "effect_high")
_CERTAIN = 0.99
"""Above it a probability is said to be over it: no change is certain."""


def turn_findings(ground: Ground, found: Positions) -> Iterator[Finding]:
    """Yield a finding for each change between the two."""
    w = ground.words
    one, other = _pair(ground, found)
    for number, row in enumerate(_rows(found)):
        evidence = _id(number)
        first, last = row["earliest"].year, row["latest"].year
        effect, low, high = (signed_words(w, row[name]) for name in _NUMBERS)
        said: dict[str, Link | Name] = {
            "one": ground.named((one,)),
            "other": ground.named((other,)),
            "first": Link(str(first), evidence),
            "last": Link(str(last), evidence),
            "chance": Link(_chance(ground, row), evidence),
            "difference": Link(effect, evidence),
            "low": Link(low, evidence),
            "high": Link(high, evidence),
            "mass": Link(percent_words(w, MASS), evidence),
        }
        yield Finding(
            sentence=w.sentence("stand.turned_in" if first == last else "stand.turned", **said),
            estimate=Estimate(
                value=row["effect"],
                low=row["effect_low"],
                high=row["effect_high"],
                level=MASS,
                unit="ideal point, scale without unit",
                method="foedus.measures.change_points, normal",
            ),
            caveat=w.text("stand.turned_caveat"),
        )


def turn_exhibits(
    ground: Ground, found: Positions, facts: tuple[tuple[str, str], ...], behind: tuple[str, ...]
) -> Iterator[Exhibit]:
    """Yield what opens behind each change: `facts` of the data, and the exhibits `behind` it."""
    w = ground.words
    one, other = (ground.actor(each) for each in _pair(ground, found))
    for number, row in enumerate(_rows(found)):
        yield Exhibit(
            id=_id(number),
            kind=Kind.ESTIMATE,
            title=w.text("stand.turned_of", one=one, other=other),
            facts=(
                *facts,
                (w.text("stand.fact_between"), f"{row['earliest'].year}–{row['latest'].year}"),
                (w.text("stand.fact_interval"), f"{_size(ground, row)}, {percent_words(w, MASS)}"),
                (w.text("stand.fact_chance"), _chance(ground, row)),
            ),
            calculation=w.text("stand.turned_calculation"),
            behind=behind,
            caveat=w.text("stand.turned_caveat"),
            source=method_source_id("ideal_points"),
        )


def drawn_turns(ground: Ground, found: Positions) -> tuple[Turn, ...]:
    """Return the changes as bands, each under how much it came to."""
    return tuple(Turn(row["earliest"], row["latest"], _size(ground, row)) for row in _rows(found))


def turns_explained(ground: Ground, found: Positions) -> str:
    """Return what the bands mean, to stand after a subtitle; nothing where there is none."""
    if not _rows(found):
        return ""
    one, other = (ground.actor(each) for each in _pair(ground, found))
    mass = percent_words(ground.words, MASS)
    return ground.words.text("stand.turned_subtitle", one=one, other=other, mass=mass)


def _rows(found: Positions) -> list[Row]:
    return told_apart(found.point_turns.to_pylist()) if found.point_turns else []


def _pair(ground: Ground, found: Positions) -> tuple[str, ...]:
    return tuple(each for each in ground.case.focus if each in found.states)[:2]


def _size(ground: Ground, row: Row) -> str:
    value, low, high = (signed_words(ground.words, row[name]) for name in _NUMBERS)
    return ground.words.text("stand.turned_words", value=value, low=low, high=high)


def _chance(ground: Ground, row: Row) -> str:
    if row["within"] <= _CERTAIN:
        return percent_words(ground.words, row["within"])
    return ground.words.text("dyad.over", share=percent_words(ground.words, _CERTAIN))


def _id(number: int) -> str:
    return f"e-turned-{number + 1}"
