"""Bytes of a text file to characters: the encoding is proven or refused, never guessed."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from foedus.sources.extraction.extracted import Unextractable

__all__ = ["decoded"]

SAMPLE: Final = 200_000
"""Bytes looked at to tell an old encoding; the whole file must still decode in it."""
SURE: Final = 0.92
"""Share of the characters beyond ASCII that must be usual ones of the encoding's language."""
APART: Final = 0.05
"""How much better than any rival an encoding must do."""

_SAVE: Final = "Save it as UTF-8"
_MARKS: Final = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_PUNCTUATION: Final = "’‘“”«»„–—…•°§€£©®№·\u00a0、。，；：？！「」『』（）《》・％　ー"


@dataclass(frozen=True, slots=True)
class _Candidate:
    """An encoding from before UTF-8, and what a text in it is made of.

    Nearly all characters beyond ASCII are among `usual`, at least one in ten among `needed`, and
    `odd` is what reading another encoding as this one leaves.
    """

    encoding: str
    usual: frozenset[str]
    odd: re.Pattern[str]
    needed: frozenset[str] = frozenset()


def _rows(encoding: str, first: int, last: int) -> str:
    """Return the characters of rows of a two-byte character set, by the first of their bytes."""
    pairs = (bytes((lead, trail)) for lead in range(first, last + 1) for trail in range(0x40, 0xFF))
    return "".join(pair.decode(encoding, "ignore") for pair in pairs)


@cache
def _candidates() -> tuple[tuple[_Candidate, ...], ...]:
    """Return the candidates in groups: the first group in which one fits decides.

    Korean goes before Chinese, as every Korean syllable of KS X 1001 is also a common character of
    GB 2312, and seldom the reverse. The usual characters of two-byte sets are the first level of
    their standards (KS X 1001, JIS X 0208, GB 2312, Big5), which are ordered by use.
    """
    nothing = re.compile(r"(?!)")
    kana = frozenset(map(chr, (*range(0x3041, 0x3094), *range(0x30A1, 0x30F7))))
    kanji = kana | frozenset(_rows("euc_jp", 0xB0, 0xCF))
    cyrillic = frozenset("ЁёІіЇїЄєҐґ") | frozenset(map(chr, range(0x410, 0x450)))
    mixed = re.compile("[A-Za-z][Ѐ-ӿ]|[Ѐ-ӿ][A-Za-z]|[а-яёіїєґ][А-ЯЁІЇЄҐ]|(?<![А-Я])[А-Я]{3,}[а-я]")
    return (
        (_Candidate("cp949", frozenset(_rows("euc_kr", 0xB0, 0xC8)), nothing),),
        (
            _Candidate("euc_jp", kanji, nothing, kana),
            _Candidate("cp932", kanji, nothing, kana),
        ),
        (
            _Candidate("gb18030", frozenset(_rows("gb2312", 0xB0, 0xD7)), nothing),
            _Candidate("big5", frozenset(_rows("big5", 0xA4, 0xC6)), nothing),
            _Candidate("cp1251", cyrillic, mixed),
            _Candidate("koi8-u", cyrillic, mixed),
            _Candidate(
                "cp1252",
                frozenset("àâäçéèêëîïôöùûüœæßñáíóúãõåøÀÂÇÉÈÊÎÔÙÛÜÖÄŒÁÍÓÚÑÅØ"),
                # Three such letters in a row, or one alone that is no word, are no language's.
                re.compile(
                    r"[^\W\d_a-zA-Z]{3}|(?<![^\W\d_])(?![àÀéÉèÈóÓáÁåÅöÖ])[^\W\d_a-zA-Z](?![^\W\d_])"
                ),
            ),
        ),
    )


def decoded(data: bytes, declared: str | None = None) -> tuple[str, str, int]:
    """Return the characters, the encoding they were in, and how many bytes its mark takes.

    A byte order mark decides; then `declared` (by a page of itself); then UTF-8 where it fits; then
    an old encoding, if the text looks right in one of them and wrong in all others. Raises
    Unextractable otherwise.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding), encoding, len(mark)
    for likely in filter(None, (declared, "utf-8")):
        try:
            return data.decode(likely), likely, 0
        except (LookupError, UnicodeError):
            continue
    if b"\x00" in data:
        raise Unextractable("is binary", "Save it as .txt, .html, .pdf or .docx")
    encoding = _old_encoding(data)
    return _strictly(data, encoding), encoding, 0


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unextractable(
            f"is not {encoding.upper()} from byte {error.start} on: it is damaged",
            _SAVE,
        ) from None


def _old_encoding(data: bytes) -> str:
    sample = data[:SAMPLE]
    for group in _candidates():
        scores = sorted(((_likeness(sample, one), one.encoding) for one in group), reverse=True)
        best, encoding = scores[0]
        if best < SURE:
            continue
        rivals = [name for score, name in scores if score > best - APART]
        if len(rivals) == 1:
            return encoding
        raise Unextractable(f"may be in {' or '.join(rivals)}: nothing tells which", _SAVE)
    raise Unextractable(
        f"is neither UTF-8 (see byte {_first_fault(data)}) nor text in a usual old encoding", _SAVE
    )


def _first_fault(data: bytes) -> int:
    try:
        data.decode()
    except UnicodeDecodeError as error:
        return error.start
    return len(data)


def _likeness(sample: bytes, candidate: _Candidate) -> float:
    """Return how much a text looks like one in the candidate's encoding: at most 1, or below 0."""
    try:
        text = sample.decode(candidate.encoding)
    except UnicodeDecodeError as error:
        # A sample may end inside a character; a whole file may not.
        if error.start < len(sample) - 3 or len(sample) < SAMPLE:
            return -1.0
        text = sample[: error.start].decode(candidate.encoding)
    foreign = [character for character in text if character >= "\x80"]
    letters = [character for character in foreign if character not in _PUNCTUATION]
    usual = sum(character in candidate.usual for character in letters)
    needed = sum(character in candidate.needed for character in letters)
    if not letters or (candidate.needed and needed < len(letters) / 10):
        return -1.0
    return (usual + len(foreign) - len(letters) - len(candidate.odd.findall(text))) / len(foreign)
