"""Footnotes as records, and their calls in the body."""

from hypothesis import given
from hypothesis import strategies as st

from foedus.evidence import Day
from foedus.reading.notes import note_marks
from foedus.reading.passages import segments
from tests.reading.annotating import cited

HEAD = "Un titre\n\nLe traité inquiète⁽¹⁾. Les échanges ont repris⁽²⁾.\n\nNotes :\n\n"


def _only(note: str, language: str = "fr"):  # type: ignore[no-untyped-def]
    (work,) = cited(HEAD + note, language)
    return work


def test_the_usual_french_note() -> None:
    work = _only(
        "(1) Anne Roux, Paul Vidal, « [Le retour des pactes](#) », *La Revue*, 20 juin 2024."
    )
    assert work.number == 1
    assert work.id == "d-1-n1"
    assert work.authors == ("Anne Roux", "Paul Vidal")
    assert (work.title, work.title_translated) == ("Le retour des pactes", None)
    assert work.publisher == "La Revue"
    assert work.issued == Day("2024-06-20")
    assert work.language == "fr"
    assert work.url is None


def test_a_lost_title_leaves_its_translation() -> None:
    work = _only(
        "(1) (Min Park, Jae Kim), « [_____](#) » (La paix est-elle 'possible' ? Un débat), "
        "*Hankyoreh*, 3 mai 2024."
    )
    assert work.authors == ("Min Park", "Jae Kim")
    assert work.title is None
    assert work.title_translated == "La paix est-elle 'possible' ? Un débat"
    assert (work.publisher, work.language) == ("Hankyoreh", "ko")


def test_a_bracket_left_open_closes_with_the_quotation() -> None:
    work = _only(
        "(1) (Min Park), « [___](#) » (Faut-il agir ? Le choix », *Hankyoreh*), 3 mai 2024."
    )
    assert (work.title_translated, work.publisher) == ("Faut-il agir ? Le choix", "Hankyoreh")


def test_an_english_note_with_square_brackets_and_an_address() -> None:
    text = (
        "A title\n\nThe pact worries many.[1]\n\nNotes\n\n"
        '[1] Jane Smith and Tom Jones, "The Pact and the Region", Security Today, 12 May 2023, '
        "https://example.org/pact."
    )
    (work,) = cited(text, "en")
    assert work.authors == ("Jane Smith", "Tom Jones")
    assert work.title == "The Pact and the Region"
    assert work.publisher == "Security Today"
    assert work.issued == Day("2023-05-12")
    assert work.language == "en"
    assert work.url == "https://example.org/pact"


def test_a_link_with_an_address_is_the_title_and_the_address() -> None:
    work = _only(
        "1. Anne Roux, [Les pactes et la mer](https://example.org/mer), *La Revue*, juin 2024."
    )
    assert (work.title, work.url) == ("Les pactes et la mer", "https://example.org/mer")
    assert work.issued == Day("2024-06")


def test_the_day_a_page_was_consulted_is_not_its_date() -> None:
    work = _only("(1) Anne Roux, « Le pacte », *La Revue*, 3 mai 2023, consulté le 5 juin 2024.")
    assert work.issued == Day("2023-05-03")


def test_a_date_inside_the_title_is_not_the_works_date() -> None:
    work = _only("(1) Anne Roux, « Le traité du 6 juillet 1961 », *La Revue*.")
    assert work.issued is None


def test_what_a_note_does_not_give_stays_none() -> None:
    work = _only("(1) « Zebra », *La Revue*.")
    assert (work.authors, work.issued, work.url, work.language) == ((), None, None, None)


def test_calls_are_found_in_every_usual_style() -> None:
    body = "Un⁽¹⁾ deux² trois[3] quatre (4). Cinq[^5] fois."
    notes = "\n".join(f"({n}) Anne Roux, « Titre {n} », *La Revue*." for n in range(1, 6))
    text = f"Un titre\n\n{body}\n\nNotes :\n\n{notes}"
    marks = note_marks(text, cited(text))
    assert [mark.number for mark in marks] == [1, 2, 3, 5]


def test_a_number_in_brackets_behind_a_word_is_a_call_when_a_note_has_it() -> None:
    text = (
        "Un titre\n\nLe pacte inquiète(1), dit-on(7).\n\nNotes :\n\n"
        "(1) Anne Roux, « Titre », *La Revue*."
    )
    (mark,) = note_marks(text, cited(text))
    assert text[mark.start : mark.end] == "(1)"


def test_nothing_inside_the_notes_calls_a_note() -> None:
    text = HEAD + "(1) Anne Roux, « Titre⁽²⁾ », *La Revue*.\n(2) Paul Roy, « Autre », *La Revue*."
    assert [mark.number for mark in note_marks(text, cited(text))] == [1, 2]


@given(st.text(alphabet="a« »[](#)*_,(1)2024 ", max_size=120))
def test_any_note_can_be_read_and_its_passage_stands_in_the_text(words: str) -> None:
    text = HEAD + "(1) " + words
    for work in cited(text):
        assert work.passage is not None
        assert work.passage.stands_in(text)
    segments(text, "fr")


ENTRIES = "Un titre\n\nLe traité inquiète.\n\nBibliographie\n\n"


def _entry(words: str):  # type: ignore[no-untyped-def]
    (work,) = cited(ENTRIES + words)
    return work.authors, work.title, work.publisher, work.issued and work.issued.edtf


def test_entries_of_a_bibliography_in_the_style_of_apa() -> None:
    assert _entry(
        "Roux, A., & Vidal, P. (2024). Le retour des pactes. *La Revue*, 12(3), 45–67."
    ) == (("A. Roux", "P. Vidal"), "Le retour des pactes", "La Revue", "2024")
    assert _entry("Roux, A. (2019). *Les alliances et la mer*. Le Quai.") == (
        ("A. Roux",),
        "Les alliances et la mer",
        "Le Quai",
        "2019",
    )


def test_entries_in_the_styles_of_chicago_and_mla() -> None:
    assert _entry("Roux, Anne, and Paul Vidal. *The Alliance Trap*. Paris: Le Quai, 2019.") == (
        ("Anne Roux", "Paul Vidal"),
        "The Alliance Trap",
        "Le Quai",
        "2019",
    )
    assert _entry("Roux, Anne. 1997. Alliance Politics. Lyon: Le Quai.") == (
        ("Anne Roux",),
        "Alliance Politics",
        "Le Quai",
        "1997",
    )
    assert _entry('Roux, Anne. "The Pact." *Security Today*, vol. 12, no. 3, 2023, pp. 4-9.') == (
        ("Anne Roux",),
        "The Pact",
        "Security Today",
        "2023",
    )


def test_entries_as_french_libraries_write_them() -> None:
    expected = (("Anne Roux", "Paul Vidal"), "Le retour des pactes", "La Revue", "2024")
    words = "ROUX, Anne et VIDAL, Paul. Le retour des pactes. *La Revue*, 2024, vol. 12, p. 45."
    assert _entry(words) == expected
    assert _entry("ROUX Anne, « Le traité de 1961 », *La Revue*, 2024.") == (
        ("Anne Roux",),
        "Le traité de 1961",
        "La Revue",
        "2024",
    )


def test_a_numbered_note_may_be_written_like_an_entry() -> None:
    work = _only("[1] Roux, A. (2024). Le retour des pactes. *La Revue*, 12(3), 45–67.")
    assert (work.number, work.authors) == (1, ("A. Roux",))
    assert work.issued == Day("2024")


def test_prose_below_a_bibliography_is_no_entry() -> None:
    text = ENTRIES + "Le 3 mai 2023, la France et le Gabon ont signé un accord à Libreville."
    assert [part.kind for part in segments(text, "fr")][-1] == "paragraph"
