"""A small case made up from end to end: an invented treaty between Belgium and Portugal.

Nothing in it happened. Documents in English, French and Korean, a chronicle, three events (one
contested), an amount with an open end, a spoiled superscript, a scenario on two days.
"""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import ibis
import pyarrow as pa

from foedus.dossier.material import Material
from foedus.errors import FoedusError
from foedus.evidence import Day, Spell
from foedus.ledger.tables import TABLES
from foedus.relations.likeness.positions import positions_of
from foedus.relations.relations import relations_of
from foedus.repercussions.repercussions import repercussions_of
from foedus.sources.case import Case, Coverage, Scenario
from foedus.treaties.comparison import clause_comparison
from foedus.treaties.instrument import (
    Article,
    Asks,
    Instrument,
    KnownHow,
    Obligation,
    Party,
    Reading,
    Trigger,
)
from foedus.treaties.words import Words

BRIEF = (
    "An invented brief\n\n"
    "On 3 March 2021 Belgium and Portugal signed a pact of mutual help in Lisbon. "
    "The Spanish minister, Ana Ruiz, said on 12 May that several thousand Belgian soldiers had "
    "arrived in Portugal. Brussels denied that any soldier had left.\n"
    "Belgium sent 40 to 60 trucks in the summer of 2021. See the 1^{er} note."
)
NOTE = "Le pacte est entré en vigueur le 1er juillet 2021.\nLisbonne a reçu des camions belges."
DISPATCH = "벨기에와 포르투갈이 조약에 서명했다."
CHRONICLE = "2019-05-02 visit\n2020-05-03 visit\n2021-03-03 visit\n2021-06-01 visit\n"

DOCUMENTS = {
    "d-brief": (
        "brief.txt",
        "text",
        "An invented brief",
        "en",
        "2021-11-20",
        "Test Gazette",
        BRIEF,
    ),
    "d-note": ("note.txt", "text", "Une note inventée", "fr", "2021-09-01", None, NOTE),
    "d-dispatch": ("dispatch.txt", "text", None, "ko", "2021-03-04", "시험통신", DISPATCH),
    "d-chron": ("chronicle.csv", "chronicle", None, "en", None, None, CHRONICLE),
}


def assertion(identity: str, document: str, quote: str, **values: Any) -> dict[str, Any]:
    text = DOCUMENTS[document][-1]
    start = text.index(quote)
    row: dict[str, Any] = dict.fromkeys(TABLES["assertions"])
    row |= {
        "assertion": identity,
        "document": document,
        "start": start,
        "end": start + len(quote),
        "quote": quote,
        "initiator": [],
        "target": [],
        "modality": "asserted",
        "polarity": "neutral",
        "read_by": "made by hand",
        "rule": "none",
        "published": DOCUMENTS[document][4],
    } | values
    for name in ("day", "said", "published"):
        bounds = Day(row[name]) if row[name] else None
        row[f"{name}_earliest"] = bounds.earliest if bounds else None
        row[f"{name}_latest"] = bounds.latest if bounds else None
    return row


def assertions() -> list[dict[str, Any]]:
    pair = {"initiator": ["BEL", "PRT"], "polarity": "cooperation"}
    return [
        assertion(
            "a-01",
            "d-brief",
            "Belgium and Portugal signed a pact of mutual help",
            event_type="AGREE",
            day="2021-03-03",
            day_words="On 3 March 2021",
            place="Lisbon",
            **pair,
        ),
        assertion(
            "a-02",
            "d-dispatch",
            "벨기에와 포르투갈이 조약에 서명했다",
            event_type="AGREE",
            day="2021-03-03",
            **pair,
        ),
        assertion(
            "a-03",
            "d-brief",
            "several thousand Belgian soldiers had arrived in Portugal",
            event_type="MOBILIZE",
            initiator=["BEL"],
            target=["PRT"],
            day="2021-05",
            polarity="cooperation",
            modality="reported",
            speaker="Ana Ruiz",
            speaker_role="minister",
            speaker_represents="ESP",
            said="2021-05-12",
            quantity_words="several thousand",
            quantity_low=2000.0,
            quantity_of="soldier",
        ),
        assertion(
            "a-04",
            "d-brief",
            "Brussels denied that any soldier had left",
            event_type="MOBILIZE",
            initiator=["BEL"],
            target=["PRT"],
            day="2021-05",
            polarity="cooperation",
            modality="denied",
            speaker_represents="BEL",
        ),
        assertion(
            "a-05",
            "d-brief",
            "Belgium sent 40 to 60 trucks",
            event_type="AID",
            initiator=["BEL"],
            target=["PRT"],
            day="2021-22",
            day_words="in the summer of 2021",
            polarity="cooperation",
            quantity_words="40 to 60 trucks",
            quantity_low=40.0,
            quantity_high=60.0,
            quantity_of="vehicle",
        ),
        assertion(
            "a-06",
            "d-note",
            "Lisbonne a reçu des camions belges",
            event_type="AID",
            initiator=["BEL"],
            target=["PRT"],
            day="2021",
            polarity="cooperation",
        ),
        *(
            assertion(
                f"a-1{n}",
                "d-chron",
                f"{day} visit",
                event_type="CONSULT",
                mode="visit",
                day=day,
                cites="w-gazette",
                **pair,
            )
            for n, day in enumerate(("2019-05-02", "2020-05-03", "2021-03-03", "2021-06-01"))
        ),
    ]


def event(identity: str, kind: str, day: str, members: list[str], **values: Any) -> dict[str, Any]:
    bounds = Day(day)
    return {
        "event": identity,
        "event_type": kind,
        "initiator": ["BEL", "PRT"],
        "target": [],
        "day": day,
        "day_earliest": bounds.earliest,
        "day_latest": bounds.latest,
        "polarity": "cooperation",
        "standing": "certain",
        "origins": 1,
        "assertions": members,
    } | values


def events() -> list[dict[str, Any]]:
    one_way = {"initiator": ["BEL"], "target": ["PRT"]}
    return [
        event("v-1", "AGREE", "2021-03-03", ["a-01", "a-02"], origins=2),
        event("v-2", "MOBILIZE", "2021-05", ["a-03", "a-04"], standing="contested", **one_way),
        event("v-3", "AID", "2021-22", ["a-05", "a-06"], origins=2, **one_way),
        *(
            event(f"v-1{n}", "CONSULT", day, [f"a-1{n}"])
            for n, day in enumerate(("2019-05-02", "2020-05-03", "2021-03-03", "2021-06-01"))
        ),
    ]


def documents() -> list[dict[str, Any]]:
    rows = []
    for identity, (name, kind, title, language, published, publisher, text) in DOCUMENTS.items():
        day = Day(published) if published else None
        rows.append(
            {
                "document": identity,
                "name": name,
                "kind": kind,
                "title": title,
                "authors": [],
                "publisher": publisher,
                "published": published,
                "published_earliest": day.earliest if day else None,
                "published_latest": day.latest if day else None,
                "language": language,
                "url": None,
                "media_type": "text/plain",
                "checksum": "0",
                "reliability": "C" if identity == "d-brief" else None,
                "metadata": "{}",
                "text": text,
            }
        )
    return rows


WORKS = [
    dict.fromkeys(TABLES["works"])
    | {
        "work": "w-gazette",
        "document": "d-chron",
        "kind": "article",
        "title": "Visits, a list",
        "authors": ["T. Ester"],
        "publisher": "Test Gazette",
        "issued": "2021-07-01",
        "language": "en",
        "url": "https://gazette.example/visits",
    }
]
FAULTS = [
    {
        "audit": "superscript",
        "document": "d-brief",
        "start": BRIEF.index("1^{er}"),
        "end": BRIEF.index("1^{er}") + 6,
        "subject": None,
        "quote": "1^{er}",
        "explanation": "A superscript came out as code.",
    }
]


def obligation(words: str, **values: Any) -> Obligation:
    return Obligation(
        id="help",
        kind="defence",
        obligor=("each party",),
        beneficiary=("the other parties",),
        trigger=Trigger(acts=("attack", "invasion"), words=Words(words)),
        asks=Asks(action=Words("help by all means")),
        timing="without delay",
        **values,
    )


def treaty(
    identity: str, year: int, signed: str, force: str | None, *articles: Article
) -> Instrument:
    began = Day(force) if force else None
    return Instrument(
        id=identity,
        title=Words(f"Invented pact between Belgium and Portugal of {year}"),
        short=Words(f"Belgian–Portuguese pact of {year}", f"pacte belgo-portugais de {year}"),
        citation="made up for the tests",
        signed=Day(signed),
        in_force=began,
        ended=None,
        parties=tuple(
            Party(actor=actor, signed=Day(signed), spell=Spell(began) if began else None)
            for actor in ("BEL", "PRT")
        ),
        articles=articles,
        ancestor="bel-prt-1990" if year != 1990 else None,
    )


OLD = treaty(
    "bel-prt-1990",
    1990,
    "1990-02-01",
    "1990-06-01",
    Article(
        number="2",
        summary=Words("They consult."),
        known_how=KnownHow.PUBLISHED_TEXT,
        source="made up",
        obligations=(
            Obligation(
                id="consult",
                kind="consultation",
                obligor=("each party",),
                beneficiary=("the other parties",),
                trigger=Trigger(acts=("threat",), words=Words("a threat")),
                asks=Asks(action=Words("consult")),
                discretion="automatic",
                timing="immediately",
            ),
        ),
    ),
)
NEW = treaty(
    "bel-prt-2021",
    2021,
    "2021-03-03",
    "2021-07-01",
    Article(
        number="4",
        summary=Words("If one is attacked, the other helps."),
        known_how=KnownHow.PRESS_ACCOUNTS,
        source="made up",
        obligations=(
            obligation(
                "an armed attack",
                discretion="automatic",
                subject_to=("national law",),
                readings=(
                    Reading(
                        id="wide",
                        question="attack",
                        label=Words("any attack counts"),
                        sets=(("answering_aggression", "counts"),),
                        holders=("BEL",),
                        source="made up",
                    ),
                    Reading(
                        id="narrow",
                        question="attack",
                        label=Words("an answer to aggression does not count"),
                        sets=(("answering_aggression", "excluded"),),
                        holders=("scholars",),
                        source="made up",
                    ),
                ),
            ),
        ),
    ),
)
INSTRUMENTS = {OLD.id: OLD, NEW.id: NEW}


def case(language: str = "en") -> Case:
    return Case(
        folder=Path("made-case"),
        title="Belgium–Portugal, an invented pact",
        question="What did the invented pact change?",
        language=language,
        focus=("BEL", "PRT"),
        watch=("ESP", "FRA"),
        period=Day("2018-01-01/2021-12-31"),
        compare=(NEW.id, OLD.id),
        scenarios=(
            Scenario(
                id="s1",
                act="ESP attacks PRT",
                place=None,
                days=(Day("2021-04-01"), Day("2021-08-01")),
            ),
        ),
        coverage=(
            Coverage(
                what="visits",
                event_type="CONSULT",
                mode=None,
                actors=("BEL", "PRT"),
                spell=Day("2019-01-01/2021-12-31"),
                how="every issue of the invented gazette was read",
            ),
        ),
        reliability={"brief.txt": "C"},
    )


def table(name: str, rows: list[dict[str, Any]]) -> Any:
    schema = TABLES[name]
    return ibis.memtable(pa.Table.from_pylist(rows, schema=schema.to_pyarrow()), schema=schema)


def material(
    language: str = "en",
    refused: tuple[FoedusError, ...] = (),
    about: Case | None = None,
    instruments: Mapping[str, Instrument] = INSTRUMENTS,
    **changes: list[dict[str, Any]],
) -> Material:
    """The made-up case, or one `about` something else; `changes` replaces rows of tables."""
    given = {
        "documents": documents(),
        "works": WORKS,
        "assertions": assertions(),
        "judgements": [],
        "events": events(),
        "faults": FAULTS,
    } | changes
    tables = {name: table(name, rows) for name, rows in given.items()}
    about = about or case(language)
    relations = relations_of(about, tables["events"], tables["assertions"], tables["documents"])
    return Material(
        case=about,
        known_on=dt.date(2021, 11, 20),
        **tables,
        instruments=instruments,
        comparison=clause_comparison(about.compare, instruments),
        **{name: getattr(relations, name) for name in relations.__slots__},
        positions=positions_of(about, instruments),
        refused=refused,
        repercussions=repercussions_of(about, instruments, tables),
    )
