"""A text's treaties are linked to the register; what it denies them stands beside their coding."""

from pathlib import Path

import pytest

from foedus.evidence import Day
from foedus.reading.reader import reading_of
from foedus.reading.reading import ArticleReference, Reading, TreatyReference
from foedus.sources.documents import snapshot_of
from foedus.sources.snapshot import Metadata
from foedus.treaties.references import contradictions, linked_instrument


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
        reference("Treaty", "FRA DEU", "1963-01-22"),
        reference("Protocols to the North Atlantic Treaty of 1949", "FIN SWE NATO", "2022-07-05"),
        reference("North Atlantic Treaty", "RUS"),
        reference("Déclaration d'Alma-Ata"),
    ],
)
def test_what_is_ambiguous_unknown_or_impossible_stays_unlinked(named: TreatyReference) -> None:
    assert linked_instrument(named) is None


SENTENCE = "Unlike the treaty of 1961, the accord of 2024 has in its article 4 a mutual defence."


def reading(text: str, relation: str | None, article: str) -> Reading:
    old, new = text.index("treaty"), text.index("accord")
    return Reading(
        document="d-1",
        name="made.txt",
        text=text,
        language="en",
        metadata=Metadata(),
        treaties=(
            reference("Treaty", "SUN PRK", "1961", mentions=((old, old + 6),), relation=relation),
            reference(
                "Accord",
                "RUS PRK",
                "2024-06-19",
                mentions=((new, new + 6),),
                articles=(ArticleReference(article),),
            ),
        ),
    )


def test_a_text_that_denies_a_treaty_a_clause_it_has_is_contradicted() -> None:
    text = f"A first sentence. {SENTENCE} A last one."
    (found,) = contradictions(reading(text, "contrasted", "4"))
    assert text[found.start : found.end] + "." == SENTENCE
    assert (found.kind, found.denied, found.article) == ("defence", "sun-prk-1961", "1")
    assert (found.contrasted, found.contrasted_article) == ("rus-prk-2024", "4")
    assert "ATOP" in found.source


def test_a_mere_comparison_contradicts_nothing() -> None:
    assert contradictions(reading(SENTENCE, "compared", "4")) == ()
    assert contradictions(reading(SENTENCE, None, "4")) == ()


def test_a_clause_only_the_new_treaty_has_contradicts_nothing() -> None:
    text = SENTENCE.replace("article 4 a mutual defence", "article 8 joint measures")
    assert contradictions(reading(text, "contrasted", "8")) == ()


def test_the_founding_text_errs_about_the_treaty_of_1961(shared: Path) -> None:
    read = reading_of(snapshot_of(shared / "seed/article.fr.txt"))
    assert {linked_instrument(one) for one in read.treaties} >= {
        *("rus-prk-2024", "sun-prk-1961", "un-charter-1945", "nato-1949", "chn-prk-1961")
    }
    (found,) = contradictions(read)
    assert (found.denied, found.kind) == ("sun-prk-1961", "defence")
    assert found.quote.startswith("À la différence du premier traité")
