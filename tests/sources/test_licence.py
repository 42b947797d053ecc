"""What may be passed on, and what is refused."""

import pytest

from foedus.errors import NotToBePassedOn, UnknownDataset
from foedus.sources.licence import Terms, refusals, require_may_pass_on
from foedus.sources.registry import all_datasets


def test_academic_sets_may_stand_in_a_panel_of_ones_own() -> None:
    require_may_pass_on(["atop", "mid", "nmc", "ucdp-acd", "sipri-milex"])


def test_only_bring_your_own_and_no_redistribution_are_refused() -> None:
    refused = {one.dataset for one in refusals(one.name for one in all_datasets())}
    assert refused == {"cow-alliances", "acled", "gsdb"}


def test_a_refusal_names_every_dataset_its_terms_and_what_to_do() -> None:
    with pytest.raises(NotToBePassedOn) as told:
        require_may_pass_on(["atop", "acled", "gsdb", "acled"])
    said = str(told.value)
    assert told.value.exit_code == 8
    assert said.count("acled (") == 1
    assert "bring-your-own" in said
    assert "no-redistribution" in said
    assert "globalsanctionsdatabase" in said
    assert "atop" not in said


def test_a_permission_opens_the_door_for_that_dataset_alone() -> None:
    require_may_pass_on(["acled"], allowed=["acled"])
    (one,) = refusals(["acled", "gsdb"], allowed=["acled"])
    assert (one.dataset, one.terms) == ("gsdb", Terms.NO_REDISTRIBUTION)


def test_a_permission_for_a_dataset_that_does_not_exist_is_told() -> None:
    with pytest.raises(UnknownDataset):
        require_may_pass_on(["atop"], allowed=["acledd"])
