"""Which treaties a text names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.evidence import Day
from foedus.reading.mentions import mentions
from foedus.reading.reading import TreatyReference
from foedus.reading.references import treaty_references
from foedus.reading.times import expressions
from tests.reading.annotating import treaties

STORY = """Un pacte de plus

Le 3 mai dernier, la Finlande et l'Ukraine ont signé un traité de coopération militaire. Dans son
article 4, le Traité prévoit une assistance mutuelle en cas d'agression. À la différence du traité
d'amitié conclu en 1992 entre la Finlande et la Russie, l'accord entre Helsinki et Kiev va loin.

L'article 4 inquiète Moscou, qui le compare à l'article 5 de l'OTAN."""


def _words(text: str, found: TreatyReference) -> list[str]:
    return [text[start:end] for start, end in found.mentions]


def test_a_new_treaty_is_followed_through_the_text() -> None:
    new, old, atlantic = treaties(STORY)
    assert new.title == "Traité de coopération militaire"
    assert new.parties == ("FIN", "UKR")
    assert len(new.mentions) == 5
    assert [article.number for article in new.articles] == ["4"]
    assert new.articles[0].kind == "mutual_defence"
    assert old.parties == ("FIN", "RUS")
    assert old.signed == Day("1992")
    assert old.relation == "contrasted"
    assert atlantic.parties == ("NATO",)
    assert [article.number for article in atlantic.articles] == ["5"]


@pytest.mark.parametrize(
    ("text", "language", "title", "parties"),
    [
        (
            "Le pacte de Varsovie n'est plus ; la Charte des Nations unies, si.",
            "fr",
            "Charte des Nations unies",
            ("UN",),
        ),
        (
            "Selon l'article 5 de l'OTAN, tous agissent.",
            "fr",
            "Traité de l'Atlantique Nord",
            ("NATO",),
        ),
        ("NATO's Article 5 was invoked.", "en", "North Atlantic Treaty", ("NATO",)),
        (
            "Article 51 of the UN Charter was invoked.",
            "en",
            "Charter of the United Nations",
            ("UN",),
        ),
        (
            "L'UE met fin au mémorandum de coopération énergétique avec l'Azerbaïdjan.",
            "fr",
            "Mémorandum de coopération énergétique avec l'Azerbaïdjan",
            ("EU", "AZE"),
        ),
        (
            "Au regard des traités signés entre la Chine et la Corée du Nord, rien ne change.",
            "fr",
            "Traités signés entre la Chine et la Corée du Nord",
            ("CHN", "PRK"),
        ),
        (
            "The 1953 Mutual Defense Treaty between the United States and the Republic of Korea "
            "stands.",
            "en",
            "1953 Mutual Defense Treaty between the United States and the Republic of Korea",
            ("USA", "KOR"),
        ),
        (
            "Saudi Arabia and Pakistan signed a Strategic Mutual Defence Agreement.",
            "en",
            "Strategic Mutual Defence Agreement",
            ("SAU", "PAK"),
        ),
        ("La Déclaration d'Alma-Ata fut signée.", "fr", "Déclaration d'Alma-Ata", ()),
        ("Le traité russo-nord-coréen inquiète.", "fr", "Traité russo-nord-coréen", ("RUS", "PRK")),
    ],
)
def test_one_treaty_is_named(
    text: str, language: str, title: str, parties: tuple[str, ...]
) -> None:
    (found,) = treaties(text, language)
    assert (found.title, found.parties) == (title, parties)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ils sont d'accord, et agissent en accord avec la loi.", "fr"),
        ("Sans l'accord de Moscou, rien ne se fait.", "fr"),
        ("Les traités internationaux se multiplient.", "fr"),
        ("L'article 9 de la Constitution et l'article 3 de la loi.", "fr"),
        ("Le ministre a fait une déclaration à Paris.", "fr"),
        ("Un partenariat avec le Japon renaît.", "fr"),
        ("Le Traité est là.", "fr"),
        ("There was no agreement that day.", "en"),
        ("The charter flight left for Japan.", "en"),
        ("The North Atlantic Treaty Organization met.", "en"),
        ("Article 9 of the Japanese Constitution renounces war.", "en"),
    ],
)
def test_no_treaty_is_named(text: str, language: str) -> None:
    assert treaties(text, language) == ()


def test_accession_protocols_are_not_the_treaty_they_join() -> None:
    text = (
        "The Protocols to the North Atlantic Treaty of 1949 on the Accession of Finland and Sweden "
        "were signed in Brussels on July 5, 2022. Article 10 of the North Atlantic Treaty outlines "
        "NATO's Open Door policy. The Protocols await ratification."
    )
    protocols, treaty = treaties(text, "en", "2022-07-11")
    assert protocols.parties == ("FIN", "SWE", "NATO")
    assert protocols.signed == Day("2022-07-05")
    assert [text[a:b] for a, b in protocols.mentions][-1] == "The Protocols"
    assert treaty.parties == ("NATO",)
    assert [(a.number, a.kind) for a in treaty.articles] == [("10", "accession")]


def test_a_short_name_in_brackets_is_learned() -> None:
    text = (
        "China cited the Treaty on the Non-Proliferation of Nuclear Weapons (NPT). "
        "Under Article III of the NPT, states accept safeguards."
    )
    (found,) = treaties(text, "en")
    assert [article.number for article in found.articles] == ["III"]


def test_who_signs_with_whom_are_the_parties() -> None:
    (found,) = treaties("Varsovie a signé avec Londres un traité de défense.")
    assert found.parties == ("POL", "GBR")
    (found,) = treaties("L'accord de défense signé le 1er mars 2024 avec la Moldavie tient.")
    assert (found.parties, found.signed) == (("MDA",), Day("2024-03-01"))


def test_its_article_is_that_of_the_treaty_the_sentence_before_is_about() -> None:
    text = (
        "Le traité d'Aix-la-Chapelle complète le traité de l'Élysée de 1963. Son article 4 prévoit "
        "une assistance mutuelle."
    )
    first, second = treaties(text)
    assert [article.number for article in first.articles] == ["4"]
    assert second.articles == ()


def test_what_a_treaty_provides_without_a_number_is_kept() -> None:
    text = (
        "Le traité entre la Russie et la Corée du Nord appelle à une coopération dans les "
        "technologies militaires."
    )
    (found,) = treaties(text)
    assert [(a.number, a.kind) for a in found.articles] == [(None, "technology")]


@given(st.text(alphabet="aé ,\n’-X", max_size=60))
def test_a_paragraph_before_shifts_treaties_and_changes_nothing_else(words: str) -> None:
    before = words + ".\n\n"

    def spans(text: str) -> list[tuple[str, tuple[str, ...], list[tuple[int, int]]]]:
        day = Day("2024-11-25")
        named = mentions(text, "fr", day.earliest)
        found = treaty_references(text, named, expressions(text, "fr", day), (), "fr")
        return [(one.title, one.parties, list(one.mentions)) for one in found]

    shift = len(before)
    assert [
        (title, parties, [(a - shift, b - shift) for a, b in places])
        for title, parties, places in spans(before + STORY)
    ] == spans(STORY)
