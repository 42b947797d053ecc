"""Texts read as they are given, one by one or in a stream on several cores."""

import datetime as dt
import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import foedus
from foedus.errors import MissingLanguage
from foedus.evidence import Day
from tests.fuzzing.spans import lost_places

TALE = "La France a livré douze canons à l'Arménie le 3 octobre, a annoncé le ministère."


def test_a_text_is_read_with_what_its_reader_knows_of_it() -> None:
    for published in ("2023-10-05", dt.date(2023, 10, 5), Day("2023-10-05")):
        told = foedus.read(TALE, "fr", published).assertions[0]
        assert (told.initiator, told.target, told.day) == (("FRA",), ("ARM",), Day("2023-10-03"))


def test_a_reading_gives_the_form_of_the_export() -> None:
    found = foedus.read(TALE, published="2023-10-05").as_dict()
    assert found["language"] == "fr"
    assert found["assertions"][0]["event"]["plover"] == "AID"
    for item in (*found["assertions"], *found["times"]):
        assert TALE[item["start"] : item["end"]] == item["quote"]


def test_a_language_nobody_could_tell_leaves_a_text_unread_and_says_so() -> None:
    unread = foedus.read("Hm.")
    assert (unread.language, unread.assertions) == ("und", ())
    assert "could not be told" in unread.notices[0]
    latin = foedus.read(
        "Gallia est omnis divisa in partes tres, quarum unam incolunt Belgae, aliam"
    )
    assert not latin.assertions
    assert latin.notices


def test_a_language_that_is_asked_for_and_not_read_is_refused() -> None:
    with pytest.raises(MissingLanguage, match="'la'"):
        foedus.read("Foedus aequum est.", "la")
    with pytest.raises(ValueError, match="sometime"):
        foedus.read(TALE, "fr", "sometime")


def test_a_stream_is_read_in_its_order_on_several_cores() -> None:
    tales = [foedus.Text(f"{TALE} N° {n}.", "fr", "2023-10-05", f"t{n}") for n in range(12)]
    readings = list(foedus.read_many(tales, processes=2))
    assert [reading.name for reading in readings] == [f"t{n}" for n in range(12)]
    assert readings[5] == foedus.read(tales[5].text, "fr", "2023-10-05", "t5")
    assert list(foedus.read_many(tales, processes=1)) == readings


def test_a_stream_takes_no_more_texts_than_it_needs() -> None:
    taken = itertools.count()

    def endless():  # type: ignore[no-untyped-def]
        while True:
            next(taken)
            yield foedus.Text(TALE, "fr")

    stream = foedus.read_many(endless(), processes=2)
    next(stream)
    stream.close()  # type: ignore[attr-defined]
    assert next(taken) < 40


def test_what_reading_raises_is_raised_in_the_place_of_its_text() -> None:
    stream = foedus.read_many([foedus.Text(TALE, "fr"), foedus.Text("x", "la")], processes=2)
    assert next(stream).language == "fr"
    with pytest.raises(MissingLanguage):
        next(stream)


BROKEN = st.text(
    st.sampled_from(
        "ab é\n\t.,:;!?«»“”'’()[]12^_*"
        "\ud800\udfff\u202e\u0301\ufeff\x00\u200b"
        "Россия Київ 한국은북한 日本は中国を 中国对美国 年月日"
    ),
    max_size=120,
)


@given(BROKEN, st.sampled_from([None, "en", "fr", "ja", "ko", "ru", "uk", "zh"]))
@settings(deadline=None, max_examples=120)
def test_no_text_however_broken_raises_or_loses_its_place(text: str, language: str | None) -> None:
    found = foedus.read(text, language, "2024-11-25").as_dict()
    assert not lost_places(text, found)
