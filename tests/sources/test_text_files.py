"""A text file is kept exactly as stored; an old encoding is told for sure or refused."""

from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from foedus.errors import UnreadableDocument
from foedus.sources.documents import snapshot_of
from foedus.sources.extraction.extracted import Unextractable
from foedus.sources.extraction.text import text_file

FRENCH = "Les députés européens « saluent » la décision de l’Arménie, déjà évoquée à Bruxelles."
RUSSIAN = "Президент России Владимир Путин прибыл в Пхеньян с официальным визитом."
UKRAINIAN = "Президент України прибув до Києва, щоб підписати її угоду."
KOREAN = "러시아와 북한은 평양에서 조약을 체결했다고 발표했다."
CHINESE = "北京时间十月三十日，外交部发言人主持例行记者会，回答有关问题。"
JAPANESE = "外務大臣は記者会見で、重大な懸念を表明した。"


def _written(folder: Path, data: bytes, name: str = "document.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_the_text_of_a_utf8_file_is_the_decoded_file_to_the_last_blank(tmp_path: Path) -> None:
    text = "\n  Titre \r\n\r\nLigne à espace insécable\u00a0: fin.\t\n\n"
    snapshot = snapshot_of(_written(tmp_path, text.encode()))
    assert snapshot.text == text


@given(st.text(min_size=1))
def test_any_text_comes_back_character_by_character(text: str) -> None:
    assume(text.strip() and "\x00" not in text and text[0] != "\ufeff")
    assume(sum(character < " " or "\x7f" <= character < "\xa0" for character in text) <= 8)
    assert text_file(text.encode()).text == text


@given(st.lists(st.sampled_from(["é" * 90, "да" * 60, "a" * 150, "", "한국" * 80]), max_size=40))
def test_a_mark_of_the_origin_map_gives_the_byte_where_its_character_stands(
    lines: list[str],
) -> None:
    text = "x" + "\n".join(lines)
    extracted = text_file(text.encode())
    offsets = [offset for offset, _ in extracted.origin_of]
    assert offsets[0] == 0
    assert offsets == sorted(set(offsets))
    for offset, place in extracted.origin_of:
        assert place == f"byte {len(text[:offset].encode())}"


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    snapshot = snapshot_of(_written(tmp_path, b"\xef\xbb\xbf" + FRENCH.encode()))
    assert snapshot.text == FRENCH
    assert snapshot.origin_of[0] == (0, "byte 3")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_text_with_a_wide_byte_order_mark_is_read(tmp_path: Path, encoding: str) -> None:
    assert snapshot_of(_written(tmp_path, RUSSIAN.encode(encoding))).text == RUSSIAN


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "cp1252"),
        ("Der russische Präsident übergab Äpfel.", "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (UKRAINIAN, "cp1251"),
        (KOREAN, "cp949"),
        (CHINESE, "gb18030"),
        ("外交部發言人主持例行記者會，回答有關問題。", "big5"),
        (JAPANESE, "cp932"),
        (JAPANESE, "euc_jp"),
    ],
)
def test_an_old_encoding_is_told_by_what_it_says(tmp_path: Path, text: str, encoding: str) -> None:
    assert snapshot_of(_written(tmp_path, text.encode(encoding))).text == text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b" \r\n\t ", "is empty"),
        (b"\x00\xff\x01\xfe" * 50, "is binary"),
        (b"abc \xed\xa0\x80 def", "neither UTF-8 .see byte 4. nor"),
        (b"\xff\xfea", "is not UTF-16-LE from byte"),
        (b"\xff\xfe\x00\xd8", "is not UTF-16-LE from byte"),
        (b"a text with\x00a hole", "NUL"),
        (b"\x1b\x01\x02" * 40, "control characters"),
    ],
)
def test_what_is_no_text_is_refused_in_one_clear_line(
    tmp_path: Path, data: bytes, words: str
) -> None:
    path = _written(tmp_path, data)
    with pytest.raises(UnreadableDocument, match=words) as refusal:
        snapshot_of(path)
    assert str(refusal.value).startswith(f"{path}: ")
    assert "\n" not in str(refusal.value)


def test_bytes_that_fit_two_old_encodings_alike_are_refused() -> None:
    with pytest.raises(Unextractable, match="Save it as UTF-8"):
        text_file(b"\xe9 \xe8")


def test_a_few_control_characters_stay_and_are_reported(tmp_path: Path) -> None:
    text = "Article premier.\f\nLes Parties \x07s'engagent."
    snapshot = snapshot_of(_written(tmp_path, text.encode()))
    assert snapshot.text == text
    assert [damage.kind for damage in snapshot.damages] == ["control_character"]


def test_one_document_under_two_names_is_one_document(tmp_path: Path) -> None:
    first = snapshot_of(_written(tmp_path, FRENCH.encode(), "a.txt"))
    second = snapshot_of(_written(tmp_path, FRENCH.encode(), "b.md"))
    assert first.id == second.id
    assert first.id == f"d-{first.checksum[:12]}"
    assert (first.name, second.name) == ("a.txt", "b.md")


def test_a_table_is_a_text_that_states_nothing_of_itself(tmp_path: Path) -> None:
    path = _written(tmp_path, b"day,event_type\n2024-06-19,AGREE\nRUS,PRK\n", "chronicle.csv")
    snapshot = snapshot_of(path)
    assert snapshot.media_type == "text/csv"
    assert snapshot.metadata.title is None
    assert snapshot.damages == ()
