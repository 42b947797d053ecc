"""Agency copy is one origin, whoever prints it and however it is cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.evidence import Speaker
from foedus.ledger.dispatches import credited_agency, dispatches
from tests.ledger.papers import Papers, only

WIRE = (
    "Les ministres de la défense de la Pologne et de la Roumanie ont signé mardi un accord qui "
    "prévoit des exercices communs chaque année, des dépôts de munitions et un état-major partagé "
    "près de la frontière. Le texte doit encore être approuvé par les deux parlements, où la "
    "majorité lui est acquise, selon des diplomates des deux pays présents à la cérémonie."
)
OTHER = (
    "La Finlande a ouvert vendredi un centre de commandement dans le nord du pays, où des "
    "officiers suédois et norvégiens prendront leur service dès le mois prochain, a dit son "
    "président. Le "
    "centre coordonnera la surveillance de l'espace aérien."
)


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("VARSOVIE (AFP) – Les ministres ont signé.", "AFP"),
        ("WARSAW, June 19 (Reuters) - Ministers signed.", "Reuters"),
        ("(서울=연합뉴스) 국방부는 19일 밝혔다.", "Yonhap"),
        ("新华社北京6月19日电 外交部发言人表示，中方反对。", "Xinhua"),
        ("【東京共同】防衛省は19日、発表した。", "Kyodo"),
        ("МОСКВА, 19 июня. /ТАСС/. Министры подписали договор.", "TASS"),
        ("Les ministres ont signé.\n\nAvec Reuters", "Reuters"),
        ("Les ministres ont signé, a écrit l'AFP dans une dépêche.", None),
        ("Les ministres ont signé.", None),
        ("(AFP) Un accord. (Reuters)", None),
        ("", None),
    ],
)
def test_a_wire_is_credited_at_the_head_or_the_foot(text: str, agency: str | None) -> None:
    assert credited_agency(text) == agency


def test_copies_of_a_wire_are_its_own_and_others_are_not() -> None:
    cut = " ".join(WIRE.split()[:45])
    found = dispatches(
        [
            ("d-1", f"PARIS (AFP) – {WIRE}"),
            ("d-2", WIRE),
            ("d-3", f"{cut} (rédaction)"),
            ("d-4", OTHER),
        ]
    )
    assert found == {"d-1": "AFP", "d-2": "AFP", "d-3": "AFP"}


def test_copies_without_a_credit_are_one_origin_all_the_same() -> None:
    assert dispatches([("d-2", WIRE), ("d-1", f"{WIRE} Fin."), ("d-3", OTHER)]) == {
        "d-1": "d-1",
        "d-2": "d-1",
    }


@given(st.permutations([("d-1", WIRE), ("d-2", WIRE + " Fin."), ("d-3", OTHER), ("d-4", OTHER)]))
def test_the_order_of_the_documents_changes_nothing(documents: list[tuple[str, str]]) -> None:
    assert dispatches(documents) == {"d-1": "d-1", "d-2": "d-1", "d-3": "d-3", "d-4": "d-3"}


def test_two_papers_that_print_one_wire_are_one_origin() -> None:
    papers = Papers()
    for name, publisher, words in (
        ("le-monde.txt", "Le Monde", "(AFP) Paris arme Erevan, disent des diplomates."),
        ("figaro.txt", "Le Figaro", "(AFP) La France livre des canons à l'Arménie."),
    ):
        papers.document(name, publisher=publisher, published="2024-06-20")
        papers.says(name, "AID", "FRA", "ARM", "2024-06-19", words=words)
    assert only(papers.events())["origins"] == 1


def test_one_president_is_one_origin_in_every_script() -> None:
    papers = Papers()
    for number, name in enumerate(("Volodymyr Zelensky", "Владимир Зеленский")):
        papers.says(
            f"P{number}", "MOBILIZE", "PRK", "UKR", "2024-10-17",
            modality="reported", by=Speaker(name, None, "UKR"),
        )  # fmt: skip
    assert only(papers.events())["origins"] == 1
