"""An aftermath as plain data, ready for JSON: every table as rows, names in one language."""

from foedus.actors.names import display_name
from foedus.repercussions.aftermath.aftermath import Aftermath

__all__ = ["aftermath_json"]


def aftermath_json(found: Aftermath, language: str) -> dict[str, object]:
    """Return everything an aftermath holds; actors stand by id, with their `names` at the end."""
    pact = found.pact
    tables = {
        name: getattr(found, name).to_pylist()
        for name in ("outcomes", "analogues", "followed", "beside", "balance")
    }
    actors = {row[side] for row in tables["analogues"] + tables["beside"] for side in _SIDES}
    named = sorted({*actors, *pact.actors})
    return {
        "pact": {
            "title": pact.title.said(language),
            "instrument": pact.instrument,
            "atop": pact.atop,
            "actors": list(pact.actors),
            "on": pact.on.isoformat(),
            "kinds": list(pact.kinds),
            "parties": pact.parties,
        },
        "kind": {
            "level": found.kind.level,
            "bilateral": found.kind.bilateral,
            "major_powers": found.kind.majors,
            "since_1945": found.kind.since_1945,
        },
        "years": list(found.horizons),
        **tables,
        "sources": {
            name: {"release": release, "first_year": first, "last_year": last}
            for name, (release, first, last) in found.sources.items()
        },
        "names": {actor: display_name(actor, language) for actor in named if not actor.isdigit()},
        "limits": [limit.said(language) for limit in found.limits],
    }


_SIDES = ("one", "two")
