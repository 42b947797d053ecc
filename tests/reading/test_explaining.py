"""For every item of a reading: the rule, the entry, and the words that led to it."""

from foedus.reading.explaining import assertion_path, explanations
from foedus.reading.many import read
from foedus.reading.paths import path_of  # noqa: F401 -- the other half of what is tested here

TEXT = "France will deliver twelve howitzers to Armenia on 3 October, the ministry said."


def test_an_assertion_is_led_back_to_the_lexicon_and_to_its_words() -> None:
    reading = read(TEXT, "en", "2023-10-01")
    told = next(one for one in explanations(reading) if one.item == "assertion")
    path = dict(told.path)
    assert path["rule"].endswith("by verb deliver")
    assert path["entry"].startswith("lexicon/en.toml aid/")
    assert path["initiator"] == "subject ‘France’"
    assert path["target"] == "to ‘Armenia’"
    assert path["said as"].startswith("will")
    assert path["day"] == "‘3 October’"
    assert path["said by"].startswith("‘said’")


def test_who_is_not_named_in_the_clause_was_taken_up_from_before() -> None:
    text = "France and Italy signed a pact. The two countries attacked Libya."
    attack = [one for one in read(text, "en").assertions if one.event_type == "ASSAULT"]
    assert dict(assertion_path(attack[0].rule, "en"))["initiator"] == "taken up from before"


def test_every_mention_day_and_treaty_says_where_it_comes_from() -> None:
    text = "On 4 April 1949 France signed the North Atlantic Treaty with 2,000 soldiers watching."
    found = {one.item: one for one in explanations(read(text, "en"))}
    assert found["mention"].path[0][1].startswith("actors/names/en.csv")
    assert dict(found["time"].path)["rule"] == "date by day"
    assert found["treaty"].value == "North Atlantic Treaty"
    assert found["quantity"].value.startswith("2000")


def test_a_rule_that_is_no_rule_of_the_lexicon_is_given_as_it_is() -> None:
    assert list(assertion_path("chronicle", "en")) == [("rule", "chronicle")]
