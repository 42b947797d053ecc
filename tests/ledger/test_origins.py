"""Ten papers repeating one agency are one origin."""

import pytest

from foedus.evidence import Speaker
from tests.ledger.papers import AUSTIN, ZELENSKY, Papers, only

DAY = "2024-10-17"


@pytest.fixture
def papers():
    return Papers()


@pytest.fixture
def event(papers):
    return lambda: only(papers.events())


def test_ten_papers_that_quote_one_president_are_one_origin(papers, event):
    for number in range(10):
        papers.says(f"P{number}", "MOBILIZE", "PRK", "UKR", DAY, modality="reported", by=ZELENSKY)
    assert event()["origins"] == 1


def test_ten_papers_that_cite_one_agency_are_one_origin(papers, event):
    for number in range(10):
        note = papers.cited(f"P{number}", 1, "Yonhap News")
        papers.says(f"P{number}", "CONSULT", "KOR JPN", "", DAY, cites=note)
    assert event()["origins"] == 1


def test_the_agency_itself_is_the_origin_others_cite(papers, event):
    note = papers.cited("Ferreira", 4, "YONHAP news")
    papers.says("Ferreira", "CONSULT", "KOR JPN", "", DAY, cites=note)
    papers.says("Yonhap News", "CONSULT", "KOR JPN", "", DAY)
    assert event()["origins"] == 1


def test_two_publishers_are_two_origins(papers, event):
    papers.says("Le Monde", "CONSULT", "KOR JPN", "", DAY)
    papers.says("Asahi", "CONSULT", "KOR JPN", "", DAY)
    assert event()["origins"] == 2


def test_two_documents_of_one_publisher_are_one_origin(papers, event):
    papers.document("one", publisher="38 North")
    papers.document("two", publisher="38 North")
    papers.says("one", "CONSULT", "KOR JPN", "", DAY)
    papers.says("two", "CONSULT", "KOR JPN", "", DAY)
    assert event()["origins"] == 1


def test_without_a_publisher_the_author_is_the_origin(papers, event):
    papers.document("one", author="Inès Ferreira")
    papers.document("two", author="Ines FERREIRA")
    papers.document("three")
    for name in ("one", "two", "three"):
        papers.says(name, "CONSULT", "KOR JPN", "", DAY)
    assert event()["origins"] == 2


def test_the_same_words_in_two_papers_are_one_dispatch(papers, event):
    words = "Les ministres de la Défense des deux pays se sont rencontrés à Tokyo"
    papers.says("A", "CONSULT", "KOR JPN", "", DAY, words=words)
    papers.says("B", "CONSULT", "KOR JPN", "", DAY, words=words.upper() + " !")
    assert event()["origins"] == 1


def test_the_same_words_of_two_speakers_are_two_statements(papers, event):
    words = "several thousand North Korean soldiers are being mobilised"
    for paper, speaker in (("A", ZELENSKY), ("B", AUSTIN)):
        papers.says(
            paper, "MOBILIZE", "PRK", "UKR", DAY, words=words, modality="reported", by=speaker
        )
    assert event()["origins"] == 2


def test_a_paper_that_prints_a_speaker_s_words_as_its_own_is_no_second_origin(papers, event):
    words = "several thousand North Korean soldiers are being mobilised"
    papers.says("A", "MOBILIZE", "PRK", "UKR", DAY, words=words, modality="reported", by=ZELENSKY)
    papers.says("B", "MOBILIZE", "PRK", "UKR", DAY, words=words)
    assert event()["origins"] == 1


def test_nearly_the_same_words_are_one_dispatch(papers, event):
    words = "Les ministres de la Défense des deux pays se sont rencontrés hier à Tokyo"
    papers.says("A", "CONSULT", "KOR JPN", "", DAY, words=words)
    papers.says("B", "CONSULT", "KOR JPN", "", DAY, words=words.replace("hier ", ""))
    assert event()["origins"] == 1


def test_three_words_everybody_writes_are_no_dispatch(papers, event):
    papers.says("A", "CONSULT", "KOR JPN", "", DAY, words="la rencontre ministérielle")
    papers.says("B", "CONSULT", "KOR JPN", "", DAY, words="la rencontre ministérielle")
    assert event()["origins"] == 2


def test_a_name_and_the_full_name_are_one_person(papers, event):
    for paper, speaker in (
        ("A", Speaker("Zelensky", None, "UKR")),
        ("B", Speaker("Volodymyr Zelensky", "président", "UKR")),
        ("C", Speaker(None, "ukrainian officials", "UKR")),
        ("D", Speaker("Zelensky")),
    ):
        papers.says(paper, "MOBILIZE", "PRK", "UKR", DAY, modality="reported", by=speaker)
    assert event()["origins"] == 1


def test_kyiv_and_seoul_are_two_origins(papers, event):
    for paper, speaker in (("A", ZELENSKY), ("B", Speaker(None, "intelligence service", "KOR"))):
        papers.says(paper, "MOBILIZE", "PRK", "UKR", DAY, modality="reported", by=speaker)
    assert event()["origins"] == 2


def test_two_ministers_of_one_government_are_two_origins(papers, event):
    for paper, name in (("A", "Lloyd Austin"), ("B", "Antony Blinken")):
        papers.says(
            paper, "MOBILIZE", "PRK", "UKR", DAY, modality="reported", by=Speaker(name, None, "USA")
        )
    assert event()["origins"] == 2


def test_sources_of_whom_only_the_office_is_told_speak_through_their_paper(papers, event):
    officials = Speaker(None, "officials who asked not to be named", None)
    for number in range(2):
        papers.says("A", "AID", "PRK", "UKR", DAY, words=f"{number}", by=officials)
    told = event()
    assert (told["origins"], told["standing"]) == (1, "possible")


def test_korean_passages_are_compared_word_by_word(papers, event):
    words = "북한 군인 수천 명이 러시아 극동 지역에 배치되어 훈련을 받고 있다"
    papers.says("A", "MOBILIZE", "PRK", "RUS", DAY, words=words)
    papers.says("B", "MOBILIZE", "PRK", "RUS", DAY, words=f"{words}.")
    assert event()["origins"] == 1


def test_chinese_passages_are_compared_character_by_character(papers, event):
    papers.says("A", "MOBILIZE", "PRK", "RUS", DAY, words="数千名朝鲜士兵被部署到俄罗斯远东地区")
    papers.says("B", "MOBILIZE", "PRK", "RUS", DAY, words="数千名朝鲜士兵被部署到俄罗斯远东")
    assert event()["origins"] == 1
