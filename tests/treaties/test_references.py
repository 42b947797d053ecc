"""A text's treaties are linked to the register."""

from pathlib import Path

import pytest

from foedus.evidence import Day
from foedus.reading.reader import reading_of
from foedus.reading.reading import TreatyReference
from foedus.sources.documents import snapshot_of
from foedus.treaties.references import is_same_state, linked_instrument


def reference(
    title: str, parties: str = "", signed: str | None = None, **others: object
) -> TreatyReference:
    return TreatyReference(
        title=title,
        parties=tuple(parties.split()),
        signed=Day(signed) if signed else None,
        **others,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("named", "found"),
    [
        (reference("North Atlantic Treaty"), "nato-1949"),
        (reference("Traité de l'Atlantique Nord (OTAN)", "NATO"), "nato-1949"),
        (reference("Charte des Nations unies", "UN"), "un-charter-1945"),
        (reference("traité d'amitié", "SUN PRK", "1961"), "sun-prk-1961"),
        (reference("traité d'amitié", "CHN PRK", "1961"), "chn-prk-1961"),
        (reference("Treaty", "RUS PRK", "2024-06"), "rus-prk-2024"),
        (reference("Treaty of Friendship", "RUS PRK", "2000-02-09"), "rus-prk-2000"),
        (reference("Traité de partenariat stratégique global", "RUS PRK"), "rus-prk-2024"),
        (reference("traité de sécurité collective"), "cst-1992"),
        (reference("Mutual Defense Treaty", "USA KOR", "1953"), "usa-kor-1953"),
        (reference("日米安全保障条約"), "usa-jpn-1960"),
    ],
)
def test_a_treaty_is_linked(named: TreatyReference, found: str) -> None:
    assert linked_instrument(named) == found


@pytest.mark.parametrize(
    "named",
    [
        reference("treaty of friendship, co-operation and mutual assistance"),
        reference("Договор о дружбе, сотрудничестве и взаимной помощи"),
        reference("Treaty of Friendship, Good-Neighbourliness and Cooperation"),
        reference("Treaty", "RUS PRK"),
        reference("Treaty", "RUS PRK", "1999"),
        reference("Treaty", "FRA ESP", "1963-01-22"),
        reference("Protocols to the North Atlantic Treaty of 1949", "FIN SWE NATO", "2022-07-05"),
        reference("North Atlantic Treaty", "RUS"),
        reference("Déclaration d'Alma-Ata"),
    ],
)
def test_what_is_ambiguous_unknown_or_impossible_stays_unlinked(named: TreatyReference) -> None:
    assert linked_instrument(named) is None


def test_the_treaties_of_the_founding_text_are_linked(shared: Path) -> None:
    read = reading_of(snapshot_of(shared / "seed/article.fr.txt"))
    assert {linked_instrument(one) for one in read.treaties} >= {
        *("rus-prk-2024", "sun-prk-1961", "un-charter-1945", "nato-1949", "chn-prk-1961")
    }


def test_a_party_may_be_named_as_the_state_it_became() -> None:
    named = reference("pacte germano-soviétique", "DEU SUN")
    assert linked_instrument(named) == "gmy-sun-1939"
    assert is_same_state("SUN", "RUS")
    assert not is_same_state("KOR", "PRK")
