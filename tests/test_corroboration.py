"""One event told in several languages is one event, on as many origins as there really are.

The papers and what they tell are invented.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from foedus.evidence import Day
from foedus.ledger.append import assertion_rows, document_rows, judgement_rows, work_rows
from foedus.reading.reader import reading_of
from foedus.sources.documents import snapshot_of_text
from foedus.sources.snapshot import Snapshot, Stated
from tests.ledger.papers import only, settled_rows

DELIVERY = {
    "fr": "Le 19 juin 2024, la Pologne a livré vingt chars à l'Ukraine.",
    "en": "On 19 June 2024 Poland delivered twenty tanks to Ukraine.",
    "ko": "폴란드는 2024년 6월 19일 우크라이나에 전차 20대를 인도했다.",
    "ru": "Польша 19 июня 2024 года поставила Украине двадцать танков.",
    "uk": "Польща 19 червня 2024 року передала Україні двадцять танків.",
    "zh": "波兰2024年6月19日向乌克兰交付了20辆坦克。",
    "ja": "ポーランドは2024年6月19日、ウクライナに戦車20両を引き渡した。",
}


def _paper(text: str, language: str, publisher: str) -> Snapshot:
    told = snapshot_of_text(text, f"{publisher}.txt").told(Day("2024-06-20"), language)
    return replace(told, metadata=replace(told.metadata, publisher=Stated(publisher, "beside")))


def _events(papers: Sequence[Snapshot]) -> list[dict[str, Any]]:
    assertions = [one for paper in papers for one in reading_of(paper).assertions]
    return settled_rows(
        {
            "documents": document_rows(papers, {}),
            "works": work_rows(()),
            "assertions": assertion_rows(assertions),
            "judgements": judgement_rows(()),
        }
    )


def test_a_french_a_korean_and_a_russian_paper_tell_of_one_event() -> None:
    papers = [
        _paper(DELIVERY[spoken], spoken, f"paper in {spoken}") for spoken in ("fr", "ko", "ru")
    ]
    event = only(_events(papers))
    assert (event["event_type"], event["initiator"], event["target"], event["day"]) == (
        "AID",
        ["POL"],
        ["UKR"],
        "2024-06-19",
    )
    assert len(event["assertions"]) == 3
    assert (event["origins"], event["standing"]) == (3, "certain")


def test_seven_languages_settle_to_one_event() -> None:
    papers = [_paper(text, spoken, f"paper in {spoken}") for spoken, text in DELIVERY.items()]
    event = only(_events(papers))
    assert (len(event["assertions"]), event["origins"]) == (7, 7)


def test_papers_that_print_one_agency_are_one_origin_in_every_language() -> None:
    papers = [
        _paper(f"VARSOVIE (AFP) – {DELIVERY['fr']}", "fr", "Le Soir"),
        _paper(f"【東京共同】{DELIVERY['ja']}", "ja", "Nishinippon Shimbun"),
        _paper(f"[AFP] {DELIVERY['ko']}", "ko", "Chosun Ilbo"),
        _paper(DELIVERY["ru"], "ru", "Kommersant"),
    ]
    event = only(_events(papers))
    # AFP twice, Kyodo, and a paper of its own.
    assert (len(event["assertions"]), event["origins"]) == (4, 3)


@pytest.mark.parametrize(
    ("language", "other"),
    [
        ("en", "On 19 June 2024 Romania delivered twenty tanks to Ukraine."),
        ("fr", "Le 21 mai 2024, la Pologne a livré vingt chars à l'Ukraine."),
    ],
)
def test_another_giver_or_another_day_is_another_event(language: str, other: str) -> None:
    papers = [_paper(DELIVERY["ko"], "ko", "one"), _paper(other, language, "two")]
    assert len(_events(papers)) == 2


def test_one_president_quoted_in_three_scripts_is_one_origin() -> None:
    papers = [
        _paper(
            "Le 17 octobre 2024, Volodymyr Zelensky a affirmé que la Corée du Nord avait envoyé "
            "des soldats en Russie.",
            "fr",
            "un",
        ),
        _paper(
            "17 октября 2024 года Владимир Зеленский заявил, что Северная Корея отправила солдат "
            "в Россию.",
            "ru",
            "два",
        ),
        _paper(
            "On 17 October 2024 Volodymyr Zelensky said that North Korea had sent soldiers to "
            "Russia.",
            "en",
            "three",
        ),
    ]
    event = only([one for one in _events(papers) if one["event_type"] == "MOBILIZE"])
    assert (len(event["assertions"]), event["origins"], event["standing"]) == (3, 1, "possible")
