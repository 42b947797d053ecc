"""What datasets list between two actors, what is not held, and the sources, in words."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from foedus.dossier.dyads.saying import DyadWords, Told
from foedus.relations.bonds import Part, Provenance

__all__ = ["missing", "recorded", "sources"]

Row = Mapping[str, Any]
MOST, LATEST = 6, 3
"""More than so many are not all named; the latest so many are."""


_DERIVED = ("vote_turns", "event_turns", "event_levels")
"""Parts that are estimated from others, and come with them."""


def recorded(w: DyadWords) -> Told:
    """Return what each dataset lists between them; "none listed" only where it covers something."""
    lines: list[str] = []
    in_words: tuple[tuple[str, Callable[[Row], str]], ...] = (
        ("disputes", lambda row: _dispute(w, row)),
        ("rivalries", lambda row: w.years(row["first_year"], row["last_year"])),
        ("sanctions", lambda row: _sanction(w, row)),
    )
    for name, said in in_words if w.listed else ():
        part = w.bond.parts[name]
        for source in part.held:
            rows = [
                row
                for row in _in_years(w, part)
                if row.get("dataset", source.dataset) == source.dataset
            ]
            lines.append(_recorded_line(w, name, source, [said(row) for row in rows]))
    for source in w.bond.parts["arms"].held if w.listed else ():
        lines.append(_recorded_line(w, "arms", source, list(_deliveries(w))))
    lines += _events(w)
    return Told(w.words.text("dyad.recorded.title"), tuple(lines))


def _in_years(w: DyadWords, part: Part) -> list[Row]:
    return [
        row
        for row in part.to_pylist()
        if (row["first_year"] or 0) <= w.bond.last.year
        and (row["last_year"] or w.bond.last.year) >= w.bond.first.year
    ]


def _recorded_line(w: DyadWords, name: str, source: Provenance, said: Sequence[str]) -> str:
    none = w.words.text("dyad.recorded.none")
    return w.words.text(
        f"dyad.recorded.{name}",
        dataset=source.title,
        years=w.years(*source.covers),
        said=_latest(w, said) or none,
    )


def _latest(w: DyadWords, said: Sequence[str]) -> str:
    """Return all in one line; of many the latest, with how many came before."""
    between = w.words.text("list.semicolon")
    if len(said) <= MOST:
        return between.join(said)
    latest = between.join(said[-LATEST:])
    return w.words.text("dyad.recorded.before", count=len(said) - LATEST, latest=latest)


def _dispute(w: DyadWords, row: Row) -> str:
    side = {True: "same_side", False: "opposite_sides", None: "side_unknown"}[row["same_side"]]
    hostility = row["hostility"]
    return w.words.text(
        "dyad.recorded.dispute",
        years=w.years(row["first_year"], row["last_year"]),
        hostility=w.words.text(f"dyad.hostility.n{hostility}") if hostility else "–",
        side=w.words.text(f"dyad.recorded.{side}"),
    )


def _sanction(w: DyadWords, row: Row) -> str:
    return w.words.text(
        "dyad.recorded.sanction",
        sender=w.alone(row["sender"]),
        target=w.alone(row["target"]),
        years=w.years(row["first_year"], row["last_year"]),
        kinds=", ".join(w.words.text(f"dyad.sanction.{kind}") for kind in row["kinds"]),
    )


def _deliveries(w: DyadWords) -> Iterator[str]:
    rows = w.bond.parts["arms"].to_pylist()
    for pair in dict.fromkeys((row["supplier"], row["recipient"]) for row in rows):
        mine = [
            row
            for row in rows
            if (row["supplier"], row["recipient"]) == pair and row["first_delivery"]
        ]
        inside = [
            row
            for row in mine
            if w.bond.first.year <= row["last_delivery"]
            and row["first_delivery"] <= w.bond.last.year
        ]
        if inside:
            yield w.words.counted(
                "dyad.recorded.deliveries",
                len(inside),
                count=len(inside),
                supplier=w.alone(pair[0]),
                recipient=w.alone(pair[1]),
                years=w.years(
                    min(row["first_delivery"] for row in inside),
                    max(row["last_delivery"] for row in inside),
                ),
            )


def _events(w: DyadWords) -> Iterator[str]:
    part = w.bond.parts["events"]
    rows = part.to_pylist()
    for source in part.held:
        covered = [
            row
            for row in rows
            if row["store"] == source.dataset
            and (row["coverage"] or 0) > 0
            and w.bond.first <= row["begins"] <= w.bond.last
        ]
        if not covered:
            continue
        months = len({row["begins"] for row in covered})
        events = sum(row["events"] or 0 for row in covered)
        scored = sum(row["scored_events"] or 0 for row in covered)
        total = sum(row["goldstein_sum"] or 0 for row in covered)
        if not events:
            yield w.words.text("dyad.recorded.events_none", dataset=source.dataset, months=months)
            continue
        yield w.words.text(
            "dyad.recorded.events",
            dataset=source.dataset,
            events=w.count(events),
            months=months,
            sum=w.number(total, 1),
            mean=w.number(total / scored, 1) if scored else "–",
            scored=w.count(scored),
        )
    if any(source.dataset in ("icews", "polecat") for source in part.held):
        yield w.words.text("dyad.recorded.sampled")


def missing(w: DyadWords) -> Iterator[str]:
    """Yield what is not on this machine and what to run, one line per dataset."""
    wanted: dict[str, list[str]] = {}
    sources: dict[str, Provenance] = {}
    for name, part in w.bond.parts.items():
        for source in () if name in _DERIVED else part.missing:
            wanted.setdefault(source.dataset, []).append(w.words.text(f"dyad.part.{part.name}"))
            sources[source.dataset] = source
    for dataset, parts in wanted.items():
        source = sources[dataset]
        what = w.words.listed(tuple(dict.fromkeys(parts)))
        assert source.missing is not None
        said = w.words.text(
            "dyad.missing.line",
            what=what[:1].upper() + what[1:],
            title=source.title,
            command=source.missing,
        )
        page = w.words.text("dyad.missing.page", page=source.page)
        yield f"{said} {page}" if "FILE" in source.missing else said


def sources(w: DyadWords) -> Iterator[str]:
    """Yield each source that is held: what it is, which release, how to cite it."""
    for source in w.held():
        if source.dataset == "register":
            yield w.words.text("dyad.sources.register")
        elif source.dataset == "case":
            yield w.words.text("dyad.sources.case", title=source.title)
        else:
            years = w.years(*source.covers)
            cited = source.citation[0] if source.citation else source.title
            yield w.words.text(
                "dyad.sources.line", release=w.release(source), years=years, cited=cited
            )
