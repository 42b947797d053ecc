"""Damage is found by its traces, and a sound text has none."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.sources.damage import MOST, damages_in
from foedus.sources.documents import snapshot_of


def _found(text: str) -> list[tuple[str, str]]:
    return [(damage.kind, damage.quote) for damage in damages_in(text)]


def test_the_founding_text_has_lost_four_kinds_of_things_and_no_other(shared: Path) -> None:
    damages = snapshot_of(shared / "seed" / "article.fr.txt").damages
    assert [(damage.kind, damage.quote) for damage in damages] == [
        ("formula_notation", "1^{er}"),
        ("broken_sentence", "zones\n\noù"),
        ("empty_link", "[_____](#)"),
        ("note_without_mark", "(3)"),
        ("empty_link", "[_____](#)"),
    ]


def test_sound_texts_have_no_damage_and_lost_blanks_are_found(shared: Path) -> None:
    found = {
        path.name[:2]: [damage.quote for damage in snapshot_of(path).damages]
        for path in (shared / "texts").glob("*.txt")
    }
    assert found["en"] == []
    assert found["fr"] == []
    assert found["ru"] == [
        "марта.Кроме",
        "кибератаками,передаётjurnal.md",
        "Молдове,передаётReuters",
    ]


PROSE = "Le traité prévoit une aide mutuelle. Les troupes seraient envoyées dans des zones"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Titre\n\n{PROSE}\n\noù tout va mal.", [("broken_sentence", "zones\n\noù")]),
        (f"Titre\n\n{PROSE}\foù tout va mal.", [("broken_sentence", "zones\foù")]),
        ("Le prÃ©sident a dit.", [("wrong_decoding", "Ã©")]),
        ("ÐŸÑƒÑ‚Ð¸Ð½ сказал.", [("wrong_decoding", "ÐŸÑƒÑ‚Ð¸Ð½")]),
        ("Une coopé\u00adration.", [("soft_hyphen", "coopé\u00adration")]),
        ("Une coopéra-\ntion utile.", [("divided_word", "coopéra-\ntion")]),
        ("Le pr\ufffdsident.", [("replacement_character", "\ufffd")]),
        ("Il est à Moscou.Puis il part.", [("missing_blank", "Moscou.Puis")]),
        ("Il dit&nbsp;: oui.", [("markup_residue", "&nbsp;")]),
        ("Voir « [](https://example.org) ».", [("empty_link", "[](https://example.org)")]),
        ("Le 1^{er} mai.", [("formula_notation", "1^{er}")]),
        (
            "Une aide⁽¹⁾ et un appui⁽³⁾.\n\nNotes :\n\n(1) BBC.\n\n(2) AFP.",
            [("mark_without_note", "⁽³⁾"), ("note_without_mark", "(2)")],
        ),
        (
            "Une aide.[1] Un appui.[2]\n\nReferences\n\n[1] BBC.\n[3] AFP.",
            [("mark_without_note", "[2]"), ("note_without_mark", "[3]")],
        ),
    ],
)
def test_each_kind_of_damage_is_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert _found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Un titre assez long pour en être un\n\npar Jean Dupont\n\nLe texte commence.",
        "The Parties,\n\nconvinced that peace matters,\n\nhave agreed as follows:",
        "Chapitre premier\n\nl'aide mutuelle est une obligation.",
        f"Titre\n\n{PROSE}\n\na) premier point ;\n\nb) second point.",
        "Écrire à jean.Dupont@example.org ou sur www.Example.Org, voir https://a.bc/Le.Monde,Oui",
        "Kremlin.ru et 38north.org le disent.",
        "Une superficie de 120 km² et un indice de 10⁶.",
        "![](image.png)",
        "« LIBERTÉ » dit-il, “ÉGALITÉ” aussi, et l’ÉTAT.",
        "Le T-90М et le COVID-19 ; 1,5 million ; 25.11.2024 ; 北京,上海。",
        "(1) The Parties shall consult.\n\n(2) They shall agree.",
        "Twitterа и iPhoneы.",
    ],
)
def test_a_sound_text_raises_no_alarm(text: str) -> None:
    assert _found(text) == []


def test_damage_without_end_is_summed_up() -> None:
    damages = damages_in("&amp; " * (MOST + 50))
    assert len(damages) == MOST
    assert "and 50 more like it" in damages[-1].explanation


@given(st.text(alphabet="ab.Éé,(1)[]⁽¹⁾\u00ad\n-^{}&;Ã©", max_size=200))
def test_every_damage_quotes_what_stands_there(text: str) -> None:
    for damage in damages_in(text):
        assert damage.quote
        assert text[damage.start : damage.end] == damage.quote
