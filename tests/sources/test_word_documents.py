"""Word documents: paragraphs, tables and notes in order; packages made to do harm are refused."""

import io
import struct
import zipfile
from pathlib import Path

import pytest

from foedus.errors import UnreadableDocument
from foedus.sources.documents import snapshot_of
from foedus.sources.snapshot import Snapshot
from tests.sources.written_documents import docx_of, docx_with

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _snapshot(folder: Path, data: bytes, name: str = "document.docx") -> Snapshot:
    path = folder / name
    path.write_bytes(data)
    return snapshot_of(path)


def _part(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


def _with_body(body: str, more: dict[str, bytes] | None = None) -> bytes:
    data = docx_of(["x"])
    old = _part(data, "word/document.xml")
    begin, end = old.index(b"<w:body>") + 8, old.index(b"<w:sectPr")
    return docx_with(
        data, {"word/document.xml": old[:begin] + body.encode() + old[end:], **(more or {})}
    )


def test_paragraphs_and_tables_come_in_order_with_their_places(tmp_path: Path) -> None:
    snapshot = _snapshot(
        tmp_path, docx_of(["First words.", "", "Second words."], [["RUS", "PRK"], ["a", "b"]])
    )
    assert snapshot.text == "First words.\n\nSecond words.\n\nRUS\tPRK\n\na\tb"
    assert snapshot.origin_of == (
        (0, "paragraph 1"),
        (14, "paragraph 3"),
        (29, "table 1, row 1"),
        (38, "table 1, row 2"),
    )


def test_core_properties_are_metadata(tmp_path: Path) -> None:
    metadata = _snapshot(
        tmp_path, docx_of(["Words."], title="Le pacte", author="A. Roe; B. Doe")
    ).metadata
    assert metadata.title is not None
    assert metadata.title.value == "Le pacte"
    assert [author.value for author in metadata.authors] == ["A. Roe", "B. Doe"]
    assert metadata.published is None, "the day a file was made is not the day it was published"


def test_a_footnote_keeps_its_mark_and_stands_after_the_body(tmp_path: Path) -> None:
    notes = (
        f'<w:footnotes {WORD}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        '<w:footnote w:id="7"><w:p><w:r><w:t>BBC, 20 juin 2024.</w:t></w:r></w:p></w:footnote>'
        "</w:footnotes>"
    )
    body = (
        "<w:p><w:r><w:t>coopération</w:t></w:r>"
        '<w:r><w:footnoteReference w:id="7"/></w:r><w:r><w:t>.</w:t></w:r></w:p>'
    )
    relations = _part(docx_of(["x"]), "word/_rels/document.xml.rels").replace(
        b"</Relationships>",
        f'<Relationship Id="rId99" Type="{RELATIONS}/footnotes" Target="footnotes.xml"/>'
        "</Relationships>".encode(),
    )
    types = _part(docx_of(["x"]), "[Content_Types].xml").replace(
        b"</Types>",
        b'<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-'
        b'officedocument.wordprocessingml.footnotes+xml"/></Types>',
    )
    snapshot = _snapshot(
        tmp_path,
        _with_body(
            body,
            {
                "word/footnotes.xml": notes.encode(),
                "word/_rels/document.xml.rels": relations,
                "[Content_Types].xml": types,
            },
        ),
    )
    assert snapshot.text == "coopération⁽¹⁾.\n\n(1) BBC, 20 juin 2024."
    assert snapshot.origin_of[-1][1] == "footnote 1"
    assert snapshot.damages == ()


def test_tracked_changes_read_as_the_author_left_them(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>The Parties </w:t></w:r>"
        "<w:del><w:r><w:delText>may</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>shall</w:t></w:r></w:ins><w:r><w:t> consult.</w:t></w:r></w:p>"
    )
    assert _snapshot(tmp_path, _with_body(body)).text == "The Parties shall consult."


def test_a_document_cut_off_is_refused(tmp_path: Path) -> None:
    data = docx_of(["Words."])
    with pytest.raises(UnreadableDocument, match="damaged or was cut off"):
        _snapshot(tmp_path, data[: len(data) // 2])


def test_a_damaged_member_is_found_by_its_checksum(tmp_path: Path) -> None:
    data = bytearray(docx_with(docx_of(["Words."]), {"word/document.xml": b"<w:document/>" * 9}))
    data[data.index(b"<w:document/>") + 3] ^= 1
    with pytest.raises(UnreadableDocument, match="damaged"):
        _snapshot(tmp_path, bytes(data))


def _bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b" " * 30_000_000)
    return out.getvalue()


def _lying_bomb() -> bytes:
    """Return a bomb whose table of contents declares a hundred bytes for thirty million."""
    data = bytearray(_bomb())
    for mark, place in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = data.rindex(mark)
        data[at + place : at + place + 4] = struct.pack("<I", 100)
    return bytes(data)


@pytest.mark.parametrize("bomb", [_bomb(), _lying_bomb()])
def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path, bomb: bytes) -> None:
    with pytest.raises(UnreadableDocument, match=r"zip bomb|damaged"):
        _snapshot(tmp_path, bomb)


@pytest.mark.parametrize("name", ["../../evil.txt", "/etc/evil", "..\\evil", "C:\\evil"])
def test_a_package_whose_names_lead_outside_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableDocument, match="lead outside"):
        _snapshot(tmp_path, docx_with(docx_of(["Words."]), {name: b"x"}))


def test_a_package_that_declares_entities_is_refused(tmp_path: Path) -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 9))
    part = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">{laughs}]><x>&l8;</x>'
    with pytest.raises(UnreadableDocument, match="declares entities"):
        _snapshot(tmp_path, docx_with(docx_of(["Words."]), {"word/document.xml": part.encode()}))


def test_a_word_document_under_a_password_is_named_as_such(tmp_path: Path) -> None:
    container = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(UnreadableDocument, match="protected by a password"):
        _snapshot(tmp_path, container)


def test_other_packages_are_told_apart(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("notes.txt", "words")
    with pytest.raises(UnreadableDocument, match="zip archive"):
        _snapshot(tmp_path, out.getvalue(), "notes.txt")
    with pytest.raises(UnreadableDocument, match="no Word document"):
        _snapshot(tmp_path, docx_with(out.getvalue(), {"[Content_Types].xml": b"<Types/>"}))


def test_a_document_without_words_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match="holds no text"):
        _snapshot(tmp_path, docx_of([""]))
