"""A dossier is composed from tables: nothing is said that they do not hold."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.dossier.blocks import Cell, Figure, Judgement, Paragraph, Remarked, Table, WhatIf
from foedus.dossier.coded_treaties import clause_id, instrument_id
from foedus.dossier.compose import SECTIONS, composed_dossier
from foedus.dossier.documents import runs_of
from foedus.dossier.dossier import Dossier
from foedus.dossier.exhibit import Exhibit, Kind
from foedus.dossier.figures import Timeline
from foedus.dossier.period import detail_from
from foedus.dossier.records import AssertionRecord
from foedus.dossier.sentence import Link, Unsourced, read
from foedus.dossier.sources import safe_address
from foedus.errors import UnreadableDocument
from foedus.repercussions.cascade.cascade import LIMITS
from foedus.treaties.instrument import Duration
from foedus.treaties.words import Words
from tests.dossier.made_case import (
    DOCUMENTS,
    INSTRUMENTS,
    NEW,
    OLD,
    assertion,
    assertions,
    case,
    event,
    events,
    material,
)


def exhibit(dossier: Dossier, identity: str) -> Exhibit:
    return next(each for each in dossier.exhibits if each.id == identity)


def section_text(dossier: Dossier, name: str) -> str:
    said = []
    for block in next(each for each in dossier.sections if each.id == name).blocks:
        match block:
            case Paragraph(findings, _):
                said += [read(finding.sentence) for finding in findings]
            case Remarked(body):
                said.append(read(body))
            case Judgement():
                said.append(read(block.finding.sentence))
            case Table():
                said += [
                    " | ".join(" ".join(read(line.sentence) for line in cell.lines) for cell in row)
                    for row in block.rows
                ]
    return "\n".join(said)


def test_a_dossier_has_every_section_the_founding_text_asks_for(made: Dossier) -> None:
    assert [each.id for each in made.sections] == [
        "bottom",
        "bond",
        "turning",
        "clauses",
        "whatif",
        "claims",
        "flows",
        "sanctions",
        "capabilities",
        "third",
        "aftermath",
        "escalation",
        "next",
        "silence",
        "stand",
        "quality",
        "notes",
    ]
    assert len(SECTIONS) == len(made.sections)


def test_the_same_tables_give_the_same_dossier(made: Dossier) -> None:
    again = composed_dossier(material("en"))
    assert again.sections == made.sections
    assert again.exhibits == made.exhibits
    assert again.sources == made.sources


def test_what_it_rests_on_does_not_depend_on_the_order_of_rows(made: Dossier) -> None:
    turned = composed_dossier(material("en", assertions=assertions()[::-1], events=events()[::-1]))
    assert turned.sections == made.sections


def test_every_exhibit_names_a_source_that_is_numbered(made: Dossier) -> None:
    numbers = [source.number for source in made.sources]
    assert numbers == list(range(1, len(numbers) + 1))
    assert {each.source for each in made.exhibits} <= {source.id for source in made.sources}


def test_evidence_that_is_not_in_the_case_is_refused() -> None:
    strange = [event("v-9", "AGREE", "2021-03-03", ["a-nowhere"])]
    with pytest.raises(Unsourced, match="a-nowhere"):
        composed_dossier(material("en", events=strange))


def test_the_bottom_line_says_what_the_treaty_adds(made: Dossier) -> None:
    assert section_text(made, "bottom").splitlines()[0] == (
        "The Belgian–Portuguese pact of 2021, signed on 3 March 2021, adds defence to what Belgium "
        "and Portugal owed each other by treaty the day before."
    )


def test_a_treaty_signed_and_not_in_force_binds_nobody_to_help(made: Dossier) -> None:
    said = section_text(made, "bottom")
    assert "If Spain attacks Portugal on 1 April 2021, nothing binds Belgium to help" in said
    assert "If Spain attacks Portugal on 1 August 2021, Belgium must help" in said


def test_a_likelihood_is_given_only_where_a_probability_was_estimated(made: Dossier) -> None:
    judgements = [each for each in made.sections[0].blocks if isinstance(each, Judgement)]
    assert [bool(each.likelihood) for each in judgements] == [False, False, False, True, False]


def test_a_passage_is_shown_in_its_own_language_with_who_says_it(made: Dossier) -> None:
    claim = exhibit(made, "a-03")
    assert claim.kind is Kind.PASSAGE
    assert claim.excerpt is not None
    assert claim.excerpt.mark == "several thousand Belgian soldiers had arrived in Portugal"
    facts = dict(claim.facts)
    assert facts["Speaker"] == "Ana Ruiz, minister, Spain"
    assert facts["Said on"] == "12 May 2021"
    assert facts["Place in text"].endswith("checked")
    korean = exhibit(made, "a-02")
    assert korean.excerpt is not None
    assert korean.excerpt.language == "ko"


def test_a_quotation_that_does_not_stand_there_is_called_out() -> None:
    moved = assertions()
    moved[0] |= {"start": 0, "end": len(moved[0]["quote"])}
    facts = dict(exhibit(composed_dossier(material("en", assertions=moved)), "a-01").facts)
    assert "THE TEXT THERE DIFFERS" in facts["Place in text"]


def test_the_denial_stands_under_disagrees(made: Dossier) -> None:
    claim = exhibit(made, "a-03")
    assert [each.evidence for each in claim.disagrees] == ["a-04"]
    assert "contradict" in claim.caveat
    assert [each.evidence for each in exhibit(made, "a-05").agrees] == ["a-06"]


def test_a_text_published_soon_after_and_saying_nothing_is_silent(made: Dossier) -> None:
    first_visit = exhibit(made, "a-10")
    assert not first_visit.silent  # nothing appeared within weeks of it
    assert any("Une note inventée" in each.words for each in exhibit(made, "a-03").silent) is False


def test_a_source_nobody_graded_is_not_given_a_grade(made: Dossier) -> None:
    ungraded = exhibit(made, "a-06").grade
    assert ungraded is not None
    assert ungraded.reliability is None
    graded = exhibit(made, "a-05").grade
    assert graded is not None
    assert (graded.reliability, graded.credibility) == ("C", 1)


def test_an_amount_stays_a_range(made: Dossier) -> None:
    assert "“several thousand” → at least 2,000" in (exhibit(made, "a-03").calculation or "")
    assert "at least 2,000 soldiers" in section_text(made, "flows")


def test_silence_and_sanctions_say_that_they_are_not_measured(made: Dossier) -> None:
    assert "Not measured: a silence is what was expected" in section_text(made, "silence")
    assert "[[silence]] block to case.toml" in section_text(made, "silence")
    assert "Not asked: what was in force on a given day" in section_text(made, "sanctions")
    assert "A table channels.csv" in section_text(made, "sanctions").replace("`", "")


def test_a_record_comes_with_its_denominator(made: Dossier) -> None:
    assert (
        "Visits (Belgium–Portugal): 2 in 2021, a record, the highest of 3 covered years"
        in section_text(made, "turning")
    )


def test_an_event_of_an_unknown_day_is_counted_and_not_drawn() -> None:
    undated = events()
    undated[-1] |= {"day": None, "day_earliest": None, "day_latest": None}
    dossier = composed_dossier(material("en", events=undated))
    figure = next(b for s in dossier.sections for b in s.blocks if isinstance(b, Figure))
    assert "1 event whose day is not known stands in no lane." in read(figure.caption)


def test_an_event_that_began_and_has_no_end_runs_to_the_edge() -> None:
    running = events()
    running[-1] |= {
        "day": "2020-01-01/..",
        "day_earliest": date(2020, 1, 1),
        "day_latest": None,
    }
    dossier = composed_dossier(material("en", events=running))
    figure = next(b for s in dossier.sections for b in s.blocks if isinstance(b, Figure))
    assert isinstance(figure.drawing, Timeline)
    bar = next(each for each in figure.drawing.bars if each.evidence == "a-13")
    assert (bar.earliest, bar.latest) == (date(2020, 1, 1), figure.drawing.ends)


def test_a_chronicle_entry_is_cited_to_the_work_it_cites(made: Dossier) -> None:
    source = made.source_of["a-10"]
    assert source.title == "Visits, a list"
    assert source.url == "https://gazette.example/visits"


def test_faults_of_the_data_are_shown_in_their_place(made: Dossier) -> None:
    fault = exhibit(made, "f-1")
    assert fault.excerpt is not None
    assert fault.excerpt.mark == "1^{er}"


def test_a_document_that_could_not_be_read_is_named_without_its_path() -> None:
    refusal = UnreadableDocument(
        "/home/analyst/case/sources/locked.pdf", "it is locked", "Unlock it"
    )
    dossier = composed_dossier(material("en", refused=(refusal,)))
    assert "locked.pdf" in section_text(dossier, "quality")
    assert "analyst" not in section_text(dossier, "quality")


def test_a_case_with_nothing_in_it_still_makes_an_honest_dossier() -> None:
    empty: list[dict[str, object]] = []
    bare = composed_dossier(
        material("en", documents=empty, works=empty, assertions=empty, events=empty, faults=empty)
    )
    assert "no event between the actors" not in section_text(bare, "bottom")
    assert "No document of the case" in section_text(bare, "claims")
    assert "nothing" not in section_text(bare, "flows")


def test_the_french_dossier_says_the_same_in_french(made_in_french: Dossier) -> None:
    assert section_text(made_in_french, "bottom").startswith(
        "Pacte belgo-portugais de 2021 (signé le 3 mars 2021)\u00a0: ajoute défense à ce que la "
        "Belgique et le Portugal se devaient par traité la veille."
    )


def test_figures_and_tables_carry_their_data(made: Dossier) -> None:
    for section in made.sections:
        for block in section.blocks:
            if isinstance(block, (Figure, Table)):
                assert block.data.rows
            if isinstance(block, WhatIf):
                assert all(day.answers.data.rows for day in block.days)


def test_no_section_prints_a_number_outside_a_link(made: Dossier) -> None:
    # Plain words refuse digits when they are made; this is the same rule seen from outside.
    for section in made.sections:
        for block in section.blocks:
            if isinstance(block, Paragraph):
                for finding in block.findings:
                    plain = [
                        part.words for part in finding.sentence if not hasattr(part, "evidence")
                    ]
                    names = [words for words in plain if re.search(r"\d", words)]
                    assert not names


@given(
    st.lists(
        st.tuples(st.integers(0, 40), st.integers(1, 12)).map(lambda pair: (pair[0], sum(pair))),
        max_size=8,
    )
)
def test_runs_put_together_are_the_text_and_every_passage_is_whole(
    spans: list[tuple[int, int]],
) -> None:
    text = "".join(chr(97 + place % 26) for place in range(52))
    made = [
        AssertionRecord(
            assertion=f"a-{number}",
            document="d",
            start=start,
            end=end,
            quote=text[start:end],
            modality="asserted",
            polarity="neutral",
            read_by="test",
            rule="",
        )
        for number, (start, end) in enumerate(spans)
    ]
    runs = runs_of(text, made)
    assert "".join(run.text for run in runs) == text
    for one in made:
        inside = "".join(run.text for run in runs if one.assertion in run.passages)
        assert inside == one.quote
        assert sum(one.assertion in run.opens for run in runs) == 1


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://example.org/a?b=c", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        ("data:text/html,<script>", False),
        ("//example.org", False),
        ("file:///etc/passwd", False),
        ("https://", False),
        ("http://[", False),
        (None, False),
    ],
)
def test_only_web_addresses_become_links(address: str | None, kept: bool) -> None:
    assert safe_address(address) == (address if kept else None)


def test_a_clock_is_enlarged_where_most_happened() -> None:
    days = [date(1961, 7, 6), date(2000, 2, 9), *[date(2024, month, 1) for month in range(1, 10)]]
    assert detail_from(days, date(1961, 1, 1), date(2024, 12, 31)) == date(2023, 1, 1)
    even = [date(year, 1, 1) for year in range(1990, 2020)]
    assert detail_from(even, date(1990, 1, 1), date(2020, 1, 1)) is None
    assert detail_from([], date(1990, 1, 1), date(2020, 1, 1)) is None


def test_documents_of_the_case_are_whole(made: Dossier) -> None:
    texts = {page.id: "".join(run.text for run in page.runs) for page in made.pages}
    assert texts == {identity: row[-1] for identity, row in DOCUMENTS.items()}
    assert assertion("a-x", "d-note", "Lisbonne")["quote"] == "Lisbonne"


def table_of(dossier: Dossier, name: str) -> Table:
    """The table of that id, in a section or under the day of a scenario."""
    blocks = [block for section in dossier.sections for block in section.blocks]
    days = [day for block in blocks if isinstance(block, WhatIf) for day in block.days]
    tables = [block for block in blocks if isinstance(block, Table)]
    return next(
        one for one in (*tables, *(t for day in days for t in day.tables)) if one.id == name
    )


def words_of(cell: Cell) -> str:
    return " | ".join(read(line.sentence) for line in cell.lines)


def row_of(table: Table, head: str) -> tuple[Cell, ...]:
    return next(row for row in table.rows if words_of(row[0]).startswith(head))


def links_of(cell: Cell) -> list[tuple[str, str]]:
    return [
        (part.words, part.evidence)
        for line in cell.lines
        for part in line.sentence
        if isinstance(part, Link)
    ]


def test_the_whole_of_each_treaty_stands_under_its_clause(made: Dossier) -> None:
    table = table_of(made, "clauses-table")
    assert [words_of(row[0]) for row in table.rows[-3:]] == [
        "All duties | of the whole treaty",
        "Other cooperation | of the whole treaty",
        "Duration | of the whole treaty",
    ]
    _, new, old = row_of(table, "All duties")
    assert links_of(new) == [("art.\u00a04", clause_id("bel-prt-2021", "4"))]
    assert links_of(old) == [("art.\u00a02", clause_id("bel-prt-1990", "2"))]
    assert words_of(row_of(table, "Duration")[1]) == "not coded"


def test_a_duration_whose_article_is_not_coded_leads_to_its_treaty() -> None:
    agreed = Duration(
        kind="unlimited", years=None, words=Words("no end"), article="9", source="made up"
    )
    kept = {**INSTRUMENTS, NEW.id: replace(NEW, duration=agreed)}
    dossier = composed_dossier(material(instruments=kept))
    cell = row_of(table_of(dossier, "clauses-table"), "Duration")[1]
    assert links_of(cell) == [("article 9", instrument_id(NEW.id))]


def test_a_treaty_of_which_no_obligation_is_coded_is_compared_as_unknown() -> None:
    bare = replace(OLD, articles=(replace(OLD.articles[0], obligations=()),))
    dossier = composed_dossier(material(instruments={**INSTRUMENTS, OLD.id: bare}))
    said = section_text(dossier, "clauses")
    assert "does not" not in said
    assert "say the same" not in said
    table = table_of(dossier, "clauses-table")
    assert "no obligation is coded" in words_of(table.columns[2])
    assert words_of(row_of(table, "Trigger")[2]) == "not coded"


def test_who_is_drawn_in_is_said_with_its_interval_its_word_and_its_duty(made: Dossier) -> None:
    (belgium,) = table_of(made, "if-1-2-chances").rows
    who, chance, side, through, _ = (words_of(cell) for cell in belgium)
    assert who == "Belgium"
    assert re.fullmatch(r"\d+.% \| 95.%: \d+–\d+.% \| very unlikely, 5–20.%", chance)
    assert side == "with Portugal"
    assert through == "article 4 of the Belgian–Portuguese pact of 2021"
    assert links_of(belgium[3])[0][1] == clause_id("bel-prt-2021", "4")
    drawn = exhibit(made, "e-if-1-2-chances")
    assert drawn.source == "m-cascade"
    assert all(words.en in drawn.caveat for words in LIMITS)
    assert drawn.behind == (clause_id("bel-prt-2021", "4"),)


def test_where_nobody_is_drawn_in_that_is_said(made: Dossier) -> None:
    block = next(each for each in made.sections[4].blocks if isinstance(each, WhatIf))
    (nobody,) = block.days[0].chances
    assert isinstance(nobody, Paragraph)
    assert "treaties draw nobody else in" in read(nobody.findings[0].sentence)


def test_of_an_act_without_force_no_chance_is_given() -> None:
    threat = replace(case().scenarios[0], act="ESP threatens PRT")
    dossier = composed_dossier(material(about=replace(case(), scenarios=(threat,))))
    block = next(each for each in dossier.sections[4].blocks if isinstance(each, WhatIf))
    (missing,) = block.days[0].chances
    assert isinstance(missing, Remarked)
    assert missing.missing
