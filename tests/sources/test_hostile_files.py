"""Whatever lies in a folder, it gives a snapshot or one clear line, in bounded time."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from foedus.errors import UnreadableDocument
from foedus.sources.documents import snapshot_of
from foedus.sources.extraction import apart
from foedus.sources.extraction.extracted import Unextractable
from foedus.sources.extraction.formats import Format
from foedus.sources.snapshot import Snapshot
from tests.sources.written_documents import docx_of, pdf_of

WHOLE = (
    pdf_of([["The Parties shall consult."], ["And again."]]),
    docx_of(["The Parties shall consult."]),
    b"<!doctype html><html><body><p>The Parties shall consult.</p></body></html>",
    "Les Parties se consultent dès à présent.".encode(),
)


@st.composite
def _damaged(draw: st.DrawFn) -> bytes:
    data = bytearray(draw(st.sampled_from(WHOLE)))
    for _ in range(draw(st.integers(1, 8))):
        data[draw(st.integers(0, len(data) - 1))] = draw(st.integers(0, 255))
    return bytes(data[: draw(st.integers(1, len(data)))] if draw(st.booleans()) else data)


def _check(snapshot: Snapshot) -> None:
    offsets = [offset for offset, _ in snapshot.origin_of]
    assert offsets[0] == 0
    assert offsets == sorted(set(offsets))
    assert offsets[-1] < len(snapshot.text)
    snapshot.text.encode()
    stated = (snapshot.metadata.title, snapshot.metadata.publisher, *snapshot.metadata.authors)
    for one in stated:
        if one is not None and one.found == "text":
            assert " ".join(snapshot.text[one.start : one.end].split()) == one.value
    for damage in snapshot.damages:
        assert snapshot.text[damage.start : damage.end] == damage.quote
        assert damage.quote


def _snapshot_or_refusal(path: Path) -> Snapshot | UnreadableDocument:
    try:
        return snapshot_of(path)
    except UnreadableDocument as refusal:
        return refusal


@settings(
    deadline=None, max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    data=st.one_of(st.binary(max_size=400), st.text(max_size=200).map(str.encode), _damaged()),
    name=st.sampled_from(["a.txt", "a.html", "a.pdf", "a.docx", "a.csv", "a"]),
)
def test_any_bytes_give_a_snapshot_or_a_clear_refusal(
    tmp_path: Path, data: bytes, name: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    snapshot = _snapshot_or_refusal(path)
    if isinstance(snapshot, Snapshot):
        _check(snapshot)
    else:
        assert str(snapshot).startswith(f"{path}: ")
        assert "\n" not in str(snapshot)


def test_a_file_of_200_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    with pytest.raises(UnreadableDocument, match="has 200 MB, more than the 50 MB"):
        snapshot_of(path)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match="is a folder"):
        snapshot_of(tmp_path)


def test_the_current_folder_is_a_folder_too() -> None:
    with pytest.raises(UnreadableDocument, match="is a folder"):
        snapshot_of(Path())


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match="does not exist"):
        snapshot_of(tmp_path / "nothing.txt")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(UnreadableDocument, match="device or a pipe"):
        snapshot_of(tmp_path / "pipe.txt")


def test_a_link_may_lead_inside_its_folder_but_not_outside(tmp_path: Path) -> None:
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "a.txt").write_text("Some words here.")
    (tmp_path / "secret.txt").write_text("Not meant for anyone.")
    (folder / "inside.txt").symlink_to("a.txt")
    (folder / "outside.txt").symlink_to("../secret.txt")
    (folder / "loop.txt").symlink_to("loop.txt")
    assert snapshot_of(folder / "inside.txt").text == "Some words here."
    with pytest.raises(UnreadableDocument, match="leads outside its folder"):
        snapshot_of(folder / "outside.txt")
    with pytest.raises(UnreadableDocument):
        snapshot_of(folder / "loop.txt")


def test_a_file_without_permission_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "closed.txt"
    path.write_text("words")

    def closed(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    # The superuser, as whom tests may run, is refused nothing: the refusal is staged.
    monkeypatch.setattr(Path, "open", closed)
    with pytest.raises(UnreadableDocument, match="may not be read"):
        snapshot_of(path)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\x89PNG\r\n\x1a\n", "picture.*OCR"),
        (b"{\\rtf1 words}", "RTF"),
        (b"\x1f\x8b\x08\x00", "archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old office program"),
        (b"\x7fELF\x02\x01", "program"),
        (b'<?xml version="1.0"?><rss><channel/></rss>', "XML, and no web page"),
    ],
)
def test_what_only_looks_like_a_text_is_named_for_what_it_is(
    tmp_path: Path, data: bytes, words: str
) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(data)
    with pytest.raises(UnreadableDocument, match=words):
        snapshot_of(path)


def test_a_name_that_is_no_unicode_does_not_break_the_snapshot(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    try:
        path.write_text("Some words here.")
    except OSError:
        pytest.skip("this file system takes Unicode names only")
    assert snapshot_of(path).name == "caf\ufffd.txt"


def test_a_document_that_takes_too_long_is_given_up_and_the_next_is_read() -> None:
    page = WHOLE[2]
    long = b"<html><body>" + b"<p>The Parties shall consult on it.</p>" * 40_000
    with pytest.raises(Unextractable, match="takes longer than 0 seconds, or breaks down"):
        apart.extracted_apart(long, Format.HTML, limit=0.1)
    assert apart.extracted_apart(page, Format.HTML).text == "The Parties shall consult."


def test_a_worker_that_died_is_replaced() -> None:
    apart.extracted_apart(WHOLE[0], Format.PDF)
    process = apart._WORKER.process
    assert process is not None
    process.kill()
    process.wait()
    assert "consult" in apart.extracted_apart(WHOLE[0], Format.PDF).text
    assert apart._WORKER.process is not process


def test_a_library_of_the_same_name_in_the_current_folder_is_not_run(tmp_path: Path) -> None:
    for name in ("docx", "lxml", "pypdfium2", "json", "foedus"):
        (tmp_path / f"{name}.py").write_text("open('run', 'w').close()\n")
    (tmp_path / "a.pdf").write_bytes(WHOLE[0])
    script = (
        "from pathlib import Path; from foedus.sources.documents import snapshot_of; "
        "print(snapshot_of(Path('a.pdf')).media_type)"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", script], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.stdout == "application/pdf\n", done.stderr
    assert not (tmp_path / "run").exists()
