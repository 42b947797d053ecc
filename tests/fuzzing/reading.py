"""Look for a text that makes the reader raise, or lose its place. Needs `pip install atheris`.

    python -m tests.fuzzing.reading -max_total_time=600 -len_control=0 -max_len=200

Bytes become a text of characters that readers trip over: letters of seven languages, particles,
figures, marks of all scripts, halves of surrogate pairs, and whatever else Unicode has.
"""

import sys

import atheris

with atheris.instrument_imports(include=["foedus.reading", "foedus.sources"]):
    from foedus.reading.languages import READ
    from foedus.reading.many import read
    from tests.fuzzing.spans import lost_places

LANGUAGES = (None, *READ)
PIECES = (
    *" \n\t.,;:!?()[]«»“”'’\"-–—…/%$€№·・、。「」『』【】（）《》〈〉",
    *"0123456789٣零一二三百千万億兆",
    *("\ud800", "\udfff", "\u202e", "\u0301", "\ufeff", "\x00", "\u200b", "\xa0", "\u3000"),
    *(
        "Russia",
        "Россия",
        "Росія",
        "한국",
        "북한은",
        "日本",
        "日本は",
        "中国",
        "中国对",
        "Paris",
        "Киев",
    ),
    *("attacked", "a attaqué", "атаковала", "атакувала", "공격했다", "攻撃した", "攻击了"),
    *("said that", "a dit que", "заявил, что", "заявив, що", "밝혔다", "と述べた", "表示"),
    *("19 June", "le 19 juin", "19 июня", "19 червня", "6월 19일", "6月19日", "去年", "last year"),
    *(
        "12,000 soldiers",
        "12 000 soldats",
        "20 тыс. солдат",
        "2만 명",
        "2万人",
        "article 4",
        "第4条",
    ),
    *("and", "et", "и", "та", "와", "と", "和", "not", "ne pas", "не", "않", "ない", "不"),
)


def text_from(data: bytes) -> tuple[str, str | None]:
    """Return the text and the language that some bytes stand for."""
    given = atheris.FuzzedDataProvider(data)
    language = LANGUAGES[given.ConsumeIntInRange(0, len(LANGUAGES) - 1)]
    pieces = []
    while given.remaining_bytes():
        choice = given.ConsumeIntInRange(0, len(PIECES) + 4)
        if choice < len(PIECES):
            pieces.append(PIECES[choice])
        else:
            pieces.append(given.ConsumeUnicode(6))
    return "".join(pieces), language


def one(data: bytes) -> None:
    """Read one text; raise where the reader raises, or where a quotation is not in its place."""
    text, language = text_from(data)
    lost = lost_places(text, read(text, language, "2024-11-25").as_dict())
    assert not lost, f"{language}: {text!r} loses {lost[0]}"


if __name__ == "__main__":
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()
