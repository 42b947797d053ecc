"""Where the parts of a text begin and end."""

from hypothesis import given
from hypothesis import strategies as st

from foedus.reading.passages import segments, sentences
from tests.reading.annotating import kinds

BRIEF = """Une alliance inattendue

Par Anna Leroy

12 mars 2024

Un tournant

Les deux pays ont signé un accord de défense. Il engage chacune des parties.

Notes :

(1) Anna Leroy, « Un accord », *La Revue*, 3 mars 2024.
(2) Paul Roy, « Un autre », *La Revue*, 4 mars 2024.

Photo : la cérémonie de signature.

* Anna Leroy est chercheuse à l'institut.

date créée

12/03/2024"""


def test_a_brief_has_a_title_a_byline_headings_notes_a_caption_and_fields() -> None:
    assert [kind for kind, _ in kinds(BRIEF)] == [
        "title", "byline", "field", "heading", "paragraph", "heading", "note", "note", "caption",
        "biography", "field", "field",
    ]  # fmt: skip


def test_notes_in_one_block_are_one_note_each() -> None:
    notes = [words for kind, words in kinds(BRIEF) if kind == "note"]
    assert [words[:3] for words in notes] == ["(1)", "(2)"]


def test_a_paragraph_cut_by_a_page_break_is_one_paragraph() -> None:
    text = (
        "Titre du texte\n\n"
        "Le déploiement des troupes, dans un premier temps limité à l'arrière, pourrait, "
        "selon plusieurs responsables, s'étendre à des zones\n\noù l'armée recule. Rien n'est sûr."
    )
    paragraphs = [words for kind, words in kinds(text) if kind == "paragraph"]
    assert len(paragraphs) == 1
    assert "zones\n\noù" in paragraphs[0]


def test_a_finished_sentence_is_never_joined_to_the_next_block() -> None:
    text = "Titre\n\n" + "Les négociations ont duré deux jours. " * 5 + "\n\nensuite, rien."
    assert [kind for kind, _ in kinds(text)][1:] == ["paragraph", "paragraph"]


def test_a_question_may_be_a_heading_and_a_short_sentence_is_not() -> None:
    text = (
        "Titre\n\nQuid de la stabilité ?\n\nLe silence dure.\n\nUne phrase assez longue suit ici."
    )
    assert [kind for kind, _ in kinds(text)] == ["title", "heading", "paragraph", "paragraph"]


def test_lines_wrapped_by_hand_are_one_paragraph() -> None:
    text = (
        "A title\n\n"
        "The ministers met in the spring and agreed to meet again, while their\n"
        "officials worked on the text of the agreement that was to be signed later\n"
        "in the year."
    )
    assert [kind for kind, _ in kinds(text, "en")] == ["title", "paragraph"]


def test_a_signature_in_capitals_is_a_byline_and_a_dateline_a_field() -> None:
    text = (
        "A message\n\nI transmit herewith the treaty.\n\n"
        "JANE Q. PUBLIC.\n\nTHE WHITE HOUSE, July 11, 2022."
    )
    assert [kind for kind, _ in kinds(text, "en")] == ["title", "paragraph", "byline", "field"]


def test_an_abbreviation_or_an_initial_ends_no_sentence() -> None:
    text = "M. Dupont a rencontré J. Smith le 3 mai. L'art. 4 n'a pas été évoqué."
    spans = sentences(text, 0, len(text), "fr")
    assert [text[a:b] for a, b in spans] == [
        "M. Dupont a rencontré J. Smith le 3 mai.",
        "L'art. 4 n'a pas été évoqué.",
    ]


def test_a_raised_note_mark_belongs_to_the_sentence_it_follows() -> None:
    text = "Le conflit dure.⁽²⁾ Personne ne cède."
    assert [text[a:b] for a, b in sentences(text, 0, len(text), "fr")] == [
        "Le conflit dure.⁽²⁾",
        "Personne ne cède.",
    ]


@given(st.text(alphabet="aZé .\n()1-*«»:\t\r", max_size=200))
def test_segments_of_any_text_ascend_apart_and_leave_out_only_blanks(text: str) -> None:
    parts = segments(text, "fr")
    reached = 0
    for part in parts:
        assert reached <= part.start < part.end <= len(text)
        assert not text[reached : part.start].strip()
        reached = part.end
    assert not text[reached:].strip()
