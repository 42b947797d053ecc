"""What the dossier says and draws of what passes between the actors in focus."""

import datetime as dt
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from foedus.dossier.blocks import Figure, Paragraph, Remarked, Section, Table
from foedus.dossier.charts.drawing import drawn
from foedus.dossier.figures import FlowBar, FlowRow, FlowSides
from foedus.dossier.ground import Ground, ground_of
from foedus.dossier.sections.flows import flows
from foedus.dossier.sentence import Plain, read
from foedus.evidence import Speaker
from foedus.relations.bonds.parts import Provenance
from foedus.repercussions.flows import Exchange, Flow, Manner, Window, gives_and_gets
from tests.dossier.made_case import case, material
from tests.repercussions.flows.conftest import Said

RUIZ = Speaker("Ana Ruiz", "minister", "ESP")
BRUSSELS = Speaker(None, "spokesman", "BEL")


@cache
def bare(language: str) -> Ground:
    """The ground of a case without scenarios whose sources say nothing at all."""
    about = replace(case(language), scenarios=(), compare=(), silences=())
    names = ("documents", "works", "assertions", "events", "faults")
    nothing: dict[str, Any] = {name: [] for name in names}
    return ground_of(material(language, about=about, **nothing))


def ground_with(language: str, exchange: Exchange) -> Ground:
    ground = bare(language)
    found = replace(ground.material.repercussions, exchanges=(exchange,))
    return replace(ground, material=replace(ground.material, repercussions=found))


def told(language: str, *said: tuple[str, dict[str, Any]]) -> Ground:
    """A dossier's ground whose sources say these words of what Belgium gives Portugal."""
    papers = Said()
    for words, more in said:
        given = {"day": "2021-05-12", "published": "2021-06-01"} | more
        papers.gives("BEL > PRT", words, **given)
    year = Window(dt.date(2021, 1, 1), dt.date(2021, 12, 31), dt.date(2021, 1, 1))
    return ground_with(language, gives_and_gets(papers.told(), (), "BEL", "PRT", year))


def words_of(section: Section) -> list[str]:
    return [
        read(finding.sentence)
        for block in section.blocks
        if isinstance(block, Paragraph)
        for finding in block.findings
    ]


def block(section: Section, kind: type) -> Any:
    return next(each for each in section.blocks if isinstance(each, kind))


def test_readings_that_contradict_are_said_side_by_side() -> None:
    section = flows(
        told(
            "en",
            ("exactly 500 soldiers", {"by": RUIZ}),
            ("exactly 900 soldiers", {"by": Speaker("A. Silva", "minister", "PRT")}),
        )
    )
    said = words_of(section)
    assert said[0].startswith("Of men from Belgium to Portugal the sources cannot all be right: 2")
    assert "nothing is added across them" in said[0]
    assert {line[:17] for line in said[1:]} == {"Reading 1 of 2. B", "Reading 2 of 2. B"}
    assert any("500 soldiers on 12 May 2021: Spain" in line for line in said)
    assert not any("1,400" in line for line in said)


def test_a_total_says_what_it_leaves_out_and_who_denies_it() -> None:
    section = flows(
        told(
            "en",
            ("500 to 600 soldiers", {"by": RUIZ}),
            ("more soldiers than before", {"by": RUIZ}),
            ("no soldiers", {"by": BRUSSELS, "modality": "denied", "said": "2021-05-14"}),
        )
    )
    said = words_of(section)
    assert said == [
        "Belgium is said to have given Portugal 500 to 600 soldiers on 12 May 2021: Spain, 1 "
        "independent origin.",
        "1 more claim gives no amount and is in no total.",
        "Belgium denied on 14 May 2021 that it gave Portugal men.",
    ]
    facts = dict(section.exhibits[0].facts)
    assert facts["Left out: claims without an amount"] == "1"


def test_every_finding_has_evidence_an_estimate_within_its_range_and_a_caveat() -> None:
    section = flows(told("en", ("500 to 600 soldiers", {"by": RUIZ})))
    paragraph = block(section, Paragraph)
    (finding,) = paragraph.findings
    assert (finding.estimate.low, finding.estimate.high) == (500, 600)
    assert finding.evidence == (section.exhibits[0].id,)
    assert "shipments" in finding.caveat
    assert all(each.startswith("a-") for each in section.exhibits[0].behind)


def test_in_french_it_says_the_same() -> None:
    section = flows(
        told(
            "fr",
            ("500 to 600 soldiers", {"by": RUIZ}),
            ("soldiers are being prepared", {"by": RUIZ}),
            ("no soldiers", {"by": BRUSSELS, "modality": "denied", "said": "2021-05-14"}),
        )
    )
    assert words_of(section) == [
        "La Belgique aurait donné au Portugal 500 à 600 soldats le 12 mai 2021\u00a0: "
        "l’Espagne, 1 origine indépendante.",
        "La Belgique aurait préparé pour le Portugal des hommes, ce qui n’est pas une "
        "livraison\u00a0; personne ne dit combien (l’Espagne, 1 origine indépendante).",
        "La Belgique a démenti le 14 mai 2021 avoir donné des hommes au Portugal.",
    ]


def test_the_figure_has_the_two_sides_of_each_sort_and_the_table_every_row() -> None:
    section = flows(told("en", ("at least 500 soldiers", {"by": RUIZ}), ("20 tanks", {"by": RUIZ})))
    figure, table = block(section, Figure), block(section, Table)
    assert [row.name for row in figure.drawing.rows] == ["Men", "Munitions"]
    men = figure.drawing.rows[0]
    assert (men.left[0].low, men.left[0].high, men.right) == (1.0, None, ())
    assert len(figure.data.rows) == len(table.rows) == 2


def test_where_nothing_is_told_it_says_so_and_what_would_help() -> None:
    section = flows(told("en"))
    remarks = [read(each.body) for each in section.blocks if isinstance(each, Remarked)]
    assert remarks[0].startswith("No document of the case tells of help")
    assert "sipri-transfers" in remarks[1]
    assert section.exhibits == ()


# --- SIPRI's tables -------------------------------------------------------------------------------


def recorded(source: str, low: float, high: float, reading: int) -> Flow:
    return Flow(
        giver="BEL",
        receiver="PRT",
        kind="munitions",
        manner=Manner.PASSED,
        counted="TIV",
        low=low,
        high=high,
        earliest=dt.date(2000, 1, 1),
        latest=dt.date(2010, 12, 31),
        evidence=("sipri-transfers/deals/7", "sipri-transfers/deals/9"),
        by=("SIPRI",),
        origins=1,
        source=f"sipri-transfers/{source}",
        reading=reading,
        rivals=2,
        of_which={"estimated": 30.0} if source == "deals" else {},
    )


def provenance(last: int) -> Provenance:
    return Provenance(
        dataset="sipri-transfers",
        title="SIPRI Arms Transfers Database",
        version="2024",
        covers=(1950, last),
        citation=(),
        page="",
    )


def with_sipri(language: str) -> Section:
    (exchange,) = told(language, ("20 tanks", {"by": RUIZ})).material.repercussions.exchanges
    side, other = exchange.sides
    strand = replace(
        side.strands[0],
        flows=(
            *side.strands[0].flows,
            recorded("deals", 99.5, 100.5, 1),
            recorded("dyad_years", 40.0, 50.0, 2),
        ),
    )
    found = replace(
        exchange,
        sides=(replace(side, strands=(strand,)), other),
        sources=(provenance(2023), provenance(2021)),
    )
    return flows(ground_with(language, found))


@pytest.mark.parametrize(
    ("language", "rival", "parts"),
    [
        ("en", "cannot both be right", "Of it 30 by SIPRI’s own estimates (“?”)."),
        ("fr", "ne peuvent être justes ensemble", "Dont 30 selon les propres estimations"),
    ],
)
def test_two_countings_of_one_source_stand_apart_from_each_other_and_from_texts(
    language: str, rival: str, parts: str
) -> None:
    section = with_sipri(language)
    said = words_of(section)
    assert rival in said[1]
    assert parts in said[2]
    assert len(said) == 4
    exhibits = {each.id: each for each in section.exhibits}
    rows = [each for key, each in exhibits.items() if "sipri" in key]
    assert len(rows) == 2
    assert all(each.behind == () and each.source == "m-sipri_transfers" for each in rows)
    assert "7, 9" in dict(rows[0].facts).values()


# --- The chart ------------------------------------------------------------------------------------

SIDES = FlowSides(
    left="Belgium gives Portugal",
    right="Portugal gives Belgium",
    rows=(
        FlowRow(
            name="Men",
            left=(
                FlowBar(words="500 to 600", more="by May", evidence="e-1", low=0.5, high=0.6),
                FlowBar(words="at least 900", more="", evidence="e-2", low=0.9, rival=True),
            ),
            right=(FlowBar(words="no amount", more="", evidence="e-3", denied=True),),
        ),
        FlowRow(name="Food", left=(), right=()),
    ),
    nothing="nothing said",
    describes="What Belgium and Portugal give each other",
)


@pytest.mark.parametrize("width", [848, 350])
def test_each_bar_leads_to_its_evidence_and_an_empty_side_says_so(width: int) -> None:
    page = drawn(SIDES, "flows", width, "").page
    for evidence in ("e-1", "e-2", "e-3"):
        assert f'data-ev="{evidence}"' in page
    assert page.count("nothing said") == 2
    assert "stroke-dasharray" in page


def test_nothing_reaches_over_the_edge_of_the_picture() -> None:
    for width in (848, 350):
        spec = drawn(SIDES, "flows", width, "").spec
        boxes = [
            row
            for layer in spec["layer"]
            for row in spec["datasets"][layer["data"]["name"]]
            if "x2" in row
        ]
        assert boxes
        assert all(0 <= row["x"] <= row["x2"] <= width for row in boxes)


def test_a_picture_that_stands_alone_has_its_title_and_its_limits() -> None:
    alone = replace(SIDES, title="What passes", notes=("Only what was said.",))
    assert "What passes" in drawn(alone, "flows", 848, "").file
    assert "Only what was said." in drawn(alone, "flows", 848, "").file


def test_no_number_stands_in_plain_words() -> None:
    section = with_sipri("en")
    for each in section.blocks:
        if isinstance(each, Table):
            plain = [
                part.words
                for row in each.rows
                for cell in row
                for line in cell.lines
                for part in line.sentence
                if isinstance(part, Plain)
            ]
            assert plain
            assert not any(letter.isdecimal() for words in plain for letter in words)
