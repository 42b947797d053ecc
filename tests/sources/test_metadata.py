"""What a document states of itself, and nothing it does not."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.errors import FaultyInput
from foedus.sources.documents import snapshot_of
from foedus.sources.language import language_of
from foedus.sources.names import is_person
from foedus.sources.snapshot import Metadata, Stated
from foedus.sources.stated import stated_in
from foedus.sources.written_days import written_days, written_month

BODY = (
    "\n\nThe two sides met on 3 May 2024 in Moscow and agreed. It was long.\n\nMore follows here."
)


def _values(metadata: Metadata) -> tuple[str | None, list[str], str | None, str | None]:
    def value(stated: Stated | None) -> str | None:
        return stated.value if stated else None

    authors = [author.value for author in metadata.authors]
    return value(metadata.title), authors, value(metadata.publisher), value(metadata.published)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "Partners announce a pathway\nBy Jane Roe and John Q. Smith\nMarch 13, 2023" + BODY,
            "en",
            ("Partners announce a pathway", ["Jane Roe", "John Q. Smith"], None, "2023-03-13"),
        ),
        (
            "Un pacte de plus\n\nPublié le 3 mai 2023 à 14h30 | Par Marie d'Arcy et Jean van Houten"
            + BODY,
            "fr",
            ("Un pacte de plus", ["Marie d'Arcy", "Jean van Houten"], None, "2023-05-03"),
        ),
        (
            "Le pacte\n\nPar Jean Dupont, le 3 mai 2023" + BODY,
            "fr",
            ("Le pacte", ["Jean Dupont"], None, "2023-05-03"),
        ),
        (
            "Communiqué de presse\n\nParis, le 3 mai 2023\n\nLa France salue l'accord" + BODY,
            "fr",
            ("La France salue l'accord", [], None, "2023-05-03"),
        ),
        (
            "A message on the treaty\n\nI ask for your advice on it.\n\nMARY R. ROE JR.\n\n"
            "THE WHITE HOUSE, July 11, 2022.",
            "en",
            ("A message on the treaty", ["MARY R. ROE JR."], "THE WHITE HOUSE", "2022-07-11"),
        ),
        (
            "Un retour en force\n\nLe texte est long. Il dit tout.\n\n"
            "* Ana LOPES est doctorante en droit.\n\ndate créée\n\n25/11/2024",
            "fr",
            ("Un retour en force", ["Ana LOPES"], None, "2024-11-25"),
        ),
        (
            "Troops leave\n\nBy Kim Soo-yeon\n\nSEOUL, Oct. 18 (Yonhap) -- The agency said so."
            + BODY,
            "en",
            ("Troops leave", ["Kim Soo-yeon"], "Yonhap", None),
        ),
        (
            "Президент прибыл\n\nМОСКВА, 19 июня - РИА Новости. Президент прибыл.\n\nЕщё текст.",
            "ru",
            ("Президент прибыл", [], "РИА Новости", None),
        ),
        (
            "Президент прибув\n\n19 червня 2024 р.\n\nАвтор: Олена Коваль\n\nТекст іде далі.",
            "uk",
            ("Президент прибув", ["Олена Коваль"], None, "2024-06-19"),
        ),
        (
            "북한, 병력 파견\n\n(서울=연합뉴스) 홍길동 기자 = 국정원은 18일 밝혔다.\n\n"
            "2024.10.18 14:05",
            "ko",
            ("북한, 병력 파견", ["홍길동"], "연합뉴스", "2024-10-18"),
        ),
        (
            "外交部：立场没有变化\n2024年10月30日 15:30 来源：新华网\n"
            "新华社北京10月30日电（记者张三、李四）发言人表示。\n\n更多内容。",
            "zh",
            ("外交部：立场没有变化", ["张三", "李四"], "新华社", "2024-10-30"),
        ),
        (
            "外相「重大な懸念」\n令和6年10月30日\n\n"
            "【ワシントン＝山田太郎】米国務長官は会見した。\n\n続く。",
            "ja",
            ("外相「重大な懸念」", ["山田太郎"], None, "2024-10-30"),
        ),
    ],
)
def test_the_usual_forms_are_read_in_the_seven_languages(
    text: str, language: str, expected: tuple[object, ...]
) -> None:
    assert _values(stated_in(text, language)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "North Korea fired a missile on Monday.\n\nMore text follows it.",
        "By land and by sea they came, one after the other, all day long.\n\nMore text.",
        "One line alone",
        "SEOUL, Oct. 30 (Yonhap) -- South Korea said on Wednesday that it fired.\n\nMore.",
    ],
)
def test_a_first_line_that_is_a_sentence_is_no_title(text: str) -> None:
    assert stated_in(text, "en").title is None


def test_a_date_inside_the_argument_is_not_the_day_of_publication() -> None:
    assert stated_in("The pact" + BODY, "en").published is None


@pytest.mark.parametrize(
    "title", ["Joint statement of 19 June 2024", "Treaty of Friendship, 19 June 2024"]
)
def test_a_date_in_the_title_is_part_of_it(title: str) -> None:
    metadata = stated_in(title + BODY, "en")
    assert _values(metadata) == (title, [], None, None)


def test_a_treaty_signed_on_a_day_is_not_published_on_it() -> None:
    text = "TREATY\n\nThe Parties,\n\nHave agreed.\n\nDone at Washington on 19 January 1960."
    assert stated_in(text, "en").published is None


def test_yesterday_names_no_day() -> None:
    assert (
        stated_in("Визит\n\nВстреча прошла вчера, 7 марта. Потом ещё.\n\nКонец.", "ru").published
        is None
    )


@pytest.mark.parametrize(
    ("words", "language", "edtf"),
    [
        ("25/11/2024", "fr", "2024-11-25"),
        ("11/12/2024", "fr", "2024-12-11"),
        ("11/12/2024", "en", None),
        ("11/25/2024", "en", "2024-11-25"),
        ("25/11/2024", "en", "2024-11-25"),
        ("1er mars 2020", "fr", "2020-03-01"),
        ("1^{er} mars 2020", "fr", "2020-03-01"),
        ("Oct. 30, 2024", "en", "2024-10-30"),
        ("30 октября 2024 г.", "ru", "2024-10-30"),
        ("2024. 10. 30.", "ko", "2024-10-30"),
        ("2024년 10월 30일", "ko", "2024-10-30"),
        ("令和元年5月1日", "ja", "2019-05-01"),
        ("2024-06-20T10:00:00+02:00", "en", "2024-06-20"),
        ("31/02/2024", "fr", None),
    ],
)
def test_days_are_read_as_each_language_writes_them(
    words: str, language: str, edtf: str | None
) -> None:
    assert [day.edtf for _, _, day in written_days(words, language)] == ([edtf] if edtf else [])


def test_a_month_alone_is_a_month() -> None:
    assert str(written_month("octobre 2024")) == "2024-10"
    assert written_month("in October 2024") is None


@pytest.mark.parametrize(
    "name", ["Inès FERREIRA", "Jean-Paul van Houten", "R. W. Roe", "김철수", "张三"]
)
def test_a_full_name_is_a_person(name: str) -> None:
    assert is_person(name)


@pytest.mark.parametrize(
    "words", ["Reuters Staff", "Agence France", "land and sea", "Roe", "3 May 2023"]
)
def test_an_agency_or_a_phrase_is_no_person(words: str) -> None:
    assert not is_person(words)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Les députés européens saluent la décision de l'Arménie de geler ses activités.", "fr"),
        ("The Parties agree that an armed attack against one of them is an attack on all.", "en"),
        ("Президент России Владимир Путин прибыл в Пхеньян с официальным визитом.", "ru"),
        ("Президент України прибув до Києва, щоб підписати угоду про безпеку.", "uk"),
        ("러시아와 북한은 평양에서 조약을 체결했다.", "ko"),
        ("外交部发言人主持例行记者会。", "zh"),
        ("外務大臣は記者会見で懸念を表明した。", "ja"),
        ("Der russische Präsident ist in Nordkorea eingetroffen, um zu unterzeichnen.", "de"),
        ("Oui.", None),
        ("2024 2023 2022 12 % 14 %", None),
    ],
)
def test_a_language_is_recognised_where_there_is_enough_of_it(
    text: str, language: str | None
) -> None:
    assert language_of(text) == language


@given(st.text(max_size=600))
def test_whatever_is_stated_stands_where_it_is_said_to(text: str) -> None:
    metadata = stated_in(text, "fr")
    for stated in (metadata.title, metadata.publisher, metadata.url, *metadata.authors):
        if stated is not None:
            assert " ".join(text[stated.start : stated.end].split()) == stated.value


def test_the_word_of_the_analyst_outranks_the_document(tmp_path: Path) -> None:
    document = tmp_path / "brief.txt"
    document.write_text("A title\n\nBy Jane Roe\n\nMarch 13, 2023" + BODY)
    document.with_suffix(".toml").write_text(
        'title = "Another title"\nauthors = ["John Doe"]\npublished = "2024-11"\nlanguage = "en"\n'
    )
    metadata = snapshot_of(document).metadata
    assert _values(metadata) == ("Another title", ["John Doe"], None, "2024-11")
    assert metadata.title is not None
    assert metadata.title.found == "beside"
    assert metadata.day is not None
    assert metadata.day.precision == "month"


def test_all_faults_of_the_file_beside_are_told_with_their_lines(tmp_path: Path) -> None:
    document = tmp_path / "brief.txt"
    document.write_text("A title" + BODY)
    document.with_suffix(".toml").write_text(
        'title = ""\nauthors = "Jane Roe"\npublished = "juin 2024"\n'
        'langage = "fr"\nurl = "example"\n'
    )
    with pytest.raises(FaultyInput) as faulty:
        snapshot_of(document)
    assert [(fault.line, fault.field) for fault in faulty.value.faults] == [
        (1, "title"),
        (2, "authors"),
        (3, "published"),
        (4, "langage"),
        (5, "url"),
    ]
    assert "did you mean language?" in str(faulty.value)


def test_the_reference_texts_state_what_their_annotators_read(shared: Path) -> None:
    import importlib.util
    import json

    spec = importlib.util.spec_from_file_location("score", shared / "eval" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    pairs = [(path, path.with_suffix(".gold.json")) for path in (shared / "texts").glob("*.txt")]
    pairs.append((shared / "seed" / "article.fr.txt", shared / "seed" / "gold.json"))
    for text, gold_file in pairs:
        gold = json.loads(gold_file.read_text(encoding="utf-8"))
        metadata = snapshot_of(text).metadata
        title, authors, publisher, published = _values(metadata)
        system = {
            "title": title,
            "author": ", ".join(authors) or None,
            "publisher": publisher,
            "publication_date": published,
            "language": metadata.language and metadata.language.value,
        }
        figures = score.score_metadata(gold, {"metadata": system})
        # The annotator took one day from the archive: the text says only "yesterday, 7 March".
        inferred = "inferred" in " ".join(gold["metadata"].get("remarks", []))
        assert figures["p"] == 1.0, (text.name, system)
        assert figures["tp"] == figures["gold"] - inferred, (text.name, system)
