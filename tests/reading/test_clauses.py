"""Both languages come out of their parsers in the same terms."""

import pytest

from foedus.reading.clause import Clause
from foedus.reading.languages import language_of
from foedus.reading.predication import clauses
from foedus.reading.tree import Tree, join_names

NOUNS = frozenset({"visite", "invasion", "coopération", "cooperation"})


def _tree(text: str, language: str) -> Tree:
    (tree,) = language_of(language).trees(text)
    return tree


def _clauses(text: str, language: str) -> list[Clause]:
    tree = _tree(text, language)
    tree.grow()
    return clauses(tree, language_of(language).grammar, NOUNS)


def _one(text: str, language: str, lemma: str) -> Clause:
    return next(clause for clause in _clauses(text, language) if clause.lemma == lemma)


def _said(text: str, clause: Clause, *markers: str) -> str | None:
    phrase = clause.argument(*markers)
    return text[phrase.start : phrase.end] if phrase else None


@pytest.mark.parametrize(
    ("text", "language", "lemma", "agent"),
    [
        ("L'Ukraine a été attaquée par la Russie.", "fr", "attaquer", "la Russie"),
        ("Ukraine was attacked by Russia.", "en", "attack", "Russia"),
    ],
)
def test_the_subject_of_a_passive_is_its_object(
    text: str, language: str, lemma: str, agent: str
) -> None:
    clause = _one(text, language, lemma)
    assert clause.passive
    assert _said(text, clause, "object") in ("L'Ukraine", "Ukraine")
    assert _said(text, clause, "agent") == agent


@pytest.mark.parametrize(
    ("text", "language", "lemma", "chain"),
    [
        ("Paris pourrait chercher à aider Kiev.", "fr", "aider", ("pouvoir", "chercher")),
        ("Paris est prêt à aider Kiev.", "fr", "aider", ("être", "prêt")),
        ("Paris may seek to help Kyiv.", "en", "help", ("may", "seek")),
        ("Paris stands ready to help Kyiv.", "en", "help", ("stand", "ready")),
    ],
)
def test_verbs_that_only_colour_another_are_folded_into_it(
    text: str, language: str, lemma: str, chain: tuple[str, ...]
) -> None:
    clause = _one(text, language, lemma)
    assert clause.chain == chain
    assert _said(text, clause, "subject") == "Paris"


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Moscou n'a pas attaqué Kiev.", True),
        ("Moscou n'attaque plus Kiev.", True),
        ("Moscou n'attaque que Kiev.", False),
        ("Moscou n'a cessé d'attaquer Kiev.", True),
    ],
)
def test_ne_alone_does_not_deny(text: str, negated: bool) -> None:
    assert _one(text, "fr", "attaquer").negated is negated


def test_a_relative_pronoun_gives_way_to_what_it_stands_for() -> None:
    text = "La Chine, qui soutient Moscou, se tait."
    assert _said(text, _one(text, "fr", "soutenir"), "subject") == "La Chine, qui soutient Moscou"
    text = "China, which supports Moscow, keeps silent."
    assert (_said(text, _one(text, "en", "support"), "subject") or "").startswith("China")


def test_long_prepositions_are_read_by_their_noun() -> None:
    text = "Tokyo prend des mesures à l'encontre de Pyongyang."
    markers = {
        argument.marker
        for clause in _clauses(text, "fr")
        for one in clause.arguments
        for argument in (one, *one.phrase.parts)
    }
    assert "against" in markers


def test_the_minimal_clause_leaves_out_what_only_hangs_on_it() -> None:
    text = "En mai, Paris a aidé Kiev, ce qui a irrité Moscou."
    clause = _one(text, "fr", "aider")
    assert text[clause.start : clause.end].startswith("Paris a aidé Kiev")
    text = "In May, as expected, France helped Kyiv, angering Moscow."
    clause = _one(text, "en", "help")
    assert text[clause.start : clause.end] == "France helped Kyiv"


def test_lists_of_names_the_parser_lost_are_joined() -> None:
    text = "Paris et Berlin ont signé un accord."
    tree = _tree(text, "fr")
    join_names(tree, [[(0, 0), (2, 2)]])
    tree.grow()
    clause = next(
        one for one in clauses(tree, language_of("fr").grammar, NOUNS) if one.lemma == "signer"
    )
    subject = clause.argument("subject")
    assert subject is not None
    assert [phrase.lemma for phrase in (subject, *subject.conjuncts)] == ["paris", "berlin"]


def test_an_event_noun_is_a_clause_with_its_complements() -> None:
    text = "L'invasion de l'Ukraine par la Russie choque."
    clause = next(one for one in _clauses(text, "fr") if one.nominal)
    assert {argument.marker for argument in clause.arguments} == {"of", "agent"}
