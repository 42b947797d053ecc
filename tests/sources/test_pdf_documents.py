"""PDF files become paragraphs, each led back to its page."""

from pathlib import Path

import pytest

from foedus.errors import UnreadableDocument
from foedus.sources.documents import snapshot_of
from foedus.sources.snapshot import Snapshot
from tests.sources.written_documents import pdf_of


def _snapshot(folder: Path, data: bytes) -> Snapshot:
    path = folder / "document.pdf"
    path.write_bytes(data)
    return snapshot_of(path)


def _place(snapshot: Snapshot, words: str) -> str:
    at = snapshot.text.index(words)
    return next(place for offset, place in reversed(snapshot.origin_of) if offset <= at)


def test_lines_on_paper_are_joined_and_paragraphs_kept_apart(tmp_path: Path) -> None:
    snapshot = _snapshot(
        tmp_path,
        pdf_of(
            [
                [
                    "Le traité et ses suites",
                    "",
                    "La Russie et la Corée du Nord ont signé un traité le 19 juin",
                    "2024 à Pyongyang.",
                    "",
                    "Le texte prévoit une assistance mutuelle en cas d'agression.",
                ]
            ]
        ),
    )
    assert snapshot.text.split("\n\n") == [
        "Le traité et ses suites",
        "La Russie et la Corée du Nord ont signé un traité le 19 juin 2024 à Pyongyang.",
        "Le texte prévoit une assistance mutuelle en cas d'agression.",
    ]


def test_a_sentence_goes_on_over_the_page_and_each_half_keeps_its_page(tmp_path: Path) -> None:
    pages = [["The Parties shall consult on every matter that", "1"], ["concerns them both.", "2"]]
    snapshot = _snapshot(tmp_path, pdf_of(pages))
    assert snapshot.text == "The Parties shall consult on every matter that concerns them both."
    assert _place(snapshot, "The Parties") == "page 1"
    assert _place(snapshot, "concerns") == "page 2"


def test_a_word_divided_at_the_end_of_a_line_is_made_whole(tmp_path: Path) -> None:
    lines = [
        "Le dialogue nord-coréen reprend, et chacun y voit une assis-",
        "tance mutuelle ; le dirigeant nord-",
        "coréen s'est tu.",
    ]
    text = _snapshot(tmp_path, pdf_of([lines])).text
    assert "une assistance mutuelle" in text
    assert "dirigeant nord-coréen s'est tu" in text


def test_running_heads_and_page_numbers_are_left_out(tmp_path: Path) -> None:
    pages = [
        [
            "Policy brief 12 of 2024",
            "",
            f"Paragraph {word} of the brief ends here.",
            "",
            str(number),
        ]
        for number, word in enumerate(["one", "two", "three", "four"], 1)
    ]
    text = _snapshot(tmp_path, pdf_of(pages)).text
    assert text.split("\n\n") == [
        f"Paragraph {word} of the brief ends here." for word in ("one", "two", "three", "four")
    ]


def test_items_of_a_list_are_paragraphs(tmp_path: Path) -> None:
    lines = ["The Parties agree:", "(1) to consult each other;", "(2) to keep the peace."]
    assert _snapshot(tmp_path, pdf_of([lines])).text.count("\n\n") == 2


def test_properties_of_the_file_are_metadata_but_not_those_a_program_fills_in(
    tmp_path: Path,
) -> None:
    stated = _snapshot(
        tmp_path, pdf_of([["Text of it."]], {"Title": "The pact", "Author": "Jane Roe"})
    )
    assert stated.metadata.title is not None
    assert (stated.metadata.title.value, stated.metadata.title.found) == ("The pact", "properties")
    assert [author.value for author in stated.metadata.authors] == ["Jane Roe"]
    filled = _snapshot(
        tmp_path,
        pdf_of([["Text of it."]], {"Title": "Microsoft Word - pact.doc", "Author": "admin"}),
    )
    assert filled.metadata.title is None
    assert filled.metadata.authors == ()


def test_a_page_without_text_among_others_is_reported(tmp_path: Path) -> None:
    snapshot = _snapshot(tmp_path, pdf_of([["First page."], [], ["Third page."]]))
    (damage,) = snapshot.damages
    assert damage.kind == "page_without_text"
    assert "page 2" in damage.explanation
    assert snapshot.text[damage.start : damage.end] == damage.quote == "page."


def test_a_pdf_is_known_by_its_content_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(pdf_of([["Text in a PDF."]]))
    assert snapshot_of(path).media_type == "application/pdf"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (pdf_of([["secret"]], password="swordfish"), "protected by a password"),
        (pdf_of([["hello"] * 30])[:700], "damaged or was cut off"),
        (pdf_of([[], []]), "no text layer.*OCR"),
        (b"%PDF-1.7\n", "damaged"),
        (pdf_of([["x"]] * 3001), "has 3001 pages"),
    ],
)
def test_a_pdf_that_gives_no_text_is_refused(tmp_path: Path, data: bytes, words: str) -> None:
    with pytest.raises(UnreadableDocument, match=words):
        _snapshot(tmp_path, data)


def test_a_pdf_that_opens_without_a_password_is_read_though_it_is_encrypted(
    tmp_path: Path,
) -> None:
    assert _snapshot(tmp_path, pdf_of([["open to all"]], password="")).text == "open to all"
