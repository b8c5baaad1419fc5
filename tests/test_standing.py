"""Sources are claimants with independent origins; citations are documents. Echoes confirm nothing."""

import datetime as dt

import pytest
from factories import citation, document, observation, organisation

from tracker.catalogue import Filter
from tracker.claims import standing as module
from tracker.claims import verdicts
from tracker.claims.standing import Status, standing, standings
from tracker.errors import UnknownError
from tracker.languages import language

ENGLISH = language("en")


def claim(name, claimant, value=96, **cells):
    return observation(name, claimant_id=claimant, value=value, said_on="2016-09-28", **cells)


def test_another_claimant_with_a_figure_that_fits_corroborates(catalogue_of):
    found = standing(catalogue_of(observations=[claim("a", "unicef"), claim("b", "sohr")]), "a")
    assert found.status is Status.CORROBORATED and found.sources == 2
    assert verdicts.sentence(found, ENGLISH) == "Corroborated: Sohr gave a figure that agrees."


def test_a_claimant_with_a_figure_that_cannot_be_true_as_well_disputes(catalogue_of):
    rows = catalogue_of(observations=[claim("a", "unicef"), claim("b", "sohr"), claim("c", "aleppo-24", 57)])
    found = standing(rows, "a")
    assert found.status is Status.DISPUTED
    assert [rival.claim.observation_id for rival in found.contradicting] == ["c"]
    assert [rival.claim.observation_id for rival in found.confirming] == ["b"]
    assert verdicts.rival(found.contradicting[0], ENGLISH) == (
        "Aleppo 24: 57. Children killed, Eastern Aleppo, 23–28 Sep 2016. No number fits the words of both."
    )


def test_echoes_confirm_nothing(catalogue_of):
    echoes = [citation(f"echo-{n}", document_id=f"page-{n}", role="echo") for n in range(10)]
    pages = [document(f"page-{n}", publisher_id=f"outlet-{n}") for n in range(10)]
    rows = catalogue_of(observations=[observation()], citations=[citation(), *echoes], documents=pages)
    found = standing(rows, "unicef-20160928-children-killed")
    assert found.status is Status.SINGLE
    assert (found.sources, found.citations, found.publishers) == (1, 11, 11)
    assert verdicts.counts(found, ENGLISH) == "1 source, 11 citations by 11 publishers"


def test_documents_that_name_nobody_are_counted_apart(catalogue_of):
    guess = citation("guess", document_id="guess", role="echo", attribution="none")
    rows = catalogue_of(observations=[observation()], citations=[citation(), guess])
    assert standing(rows, "unicef-20160928-children-killed").unattributed == 1


def test_agencies_of_one_family_are_one_origin_but_may_disagree(catalogue_of):
    family = [organisation("who", parent_id="un"), organisation("unicef", parent_id="un")]
    agree = catalogue_of(observations=[claim("a", "unicef"), claim("b", "who")], organisations=family)
    differ = catalogue_of(observations=[claim("a", "unicef"), claim("b", "who", 106)], organisations=family)
    assert standing(agree, "a").status is Status.SINGLE
    assert standing(differ, "a").status is Status.DISPUTED


def test_an_unnamed_group_may_contradict_but_cannot_corroborate(catalogue_of):
    unnamed = [organisation("activists", kind="unnamed")]
    agree = catalogue_of(observations=[claim("a", "unicef"), claim("b", "activists")], organisations=unnamed)
    differ = catalogue_of(observations=[claim("a", "unicef"), claim("b", "activists", 12)], organisations=unnamed)
    assert standing(agree, "a").status is standing(agree, "b").status is Status.SINGLE
    assert standing(differ, "a").status is Status.DISPUTED


def test_a_branch_neither_confirms_nor_disputes_its_own_organisation(catalogue_of):
    rows = catalogue_of(
        observations=[claim("a", "unicef"), claim("b", "unicef-france", 106), claim("c", "unicef", 106)],
        organisations=[organisation("unicef-france", parent_id="unicef")],
    )
    assert standing(rows, "a").status is Status.SINGLE


def test_a_figure_attributed_to_nobody_is_no_source_and_supports_none(catalogue_of):
    rows = catalogue_of(observations=[claim("a", "unicef"), claim("b", None), claim("c", "sohr", is_circulating=True)])
    assert standing(rows, "a").status is Status.SINGLE
    assert standing(rows, "b").status is Status.UNATTRIBUTED
    assert standing(rows, "c").sources == 0
    assert "nobody can show" in verdicts.sentence(standing(rows, "c"), ENGLISH)


@pytest.mark.parametrize(("change", "status"), [("correction", Status.SINGLE), ("update", Status.DISPUTED)])
def test_a_corrected_figure_no_longer_disputes_but_an_updated_one_was_true_on_its_day(catalogue_of, change, status):
    newer = claim("c", "sohr", 96, indicator_id="other", revises="b", change=change)
    rows = catalogue_of(observations=[claim("a", "unicef"), claim("b", "sohr", 57), newer])
    assert standing(rows, "a").status is status


def test_a_deprecated_figure_disputes_nothing(catalogue_of):
    rows = catalogue_of(observations=[claim("a", "unicef"), claim("b", "sohr", 57, rank="deprecated")])
    assert standing(rows, "a").status is Status.SINGLE


def test_a_rival_is_unknown_before_it_was_said(catalogue_of):
    later = claim("b", "sohr", 57) | {"said_on": "2016-10-05"}
    rows = catalogue_of(observations=[claim("a", "unicef"), later])
    assert standing(rows, "a", as_of=dt.date(2016, 10, 4)).status is Status.SINGLE
    assert standing(rows, "a", as_of=dt.date(2016, 10, 5)).status is Status.DISPUTED


def test_rivals_are_found_outside_the_chosen_claims(catalogue_of):
    rows = catalogue_of(observations=[claim("a", "unicef"), claim("b", "sohr", 57)])
    found = standings(rows, Filter(claimant=("unicef",)))
    assert list(found) == ["a"] and found["a"].status is Status.DISPUTED


def test_copies_of_an_agencys_text_are_counted_by_agency(catalogue_of):
    pages = [document(f"page-{n}", publisher_id=f"outlet-{n}", text_from_id="afp") for n in range(3)]
    echoes = [citation(f"echo-{n}", document_id=f"page-{n}", role="echo") for n in range(3)]
    rows = catalogue_of(observations=[observation()], citations=[citation(), *echoes], documents=pages)
    assert standing(rows, "unicef-20160928-children-killed").copies == {"afp": 3}


def test_nothing_chosen_by_an_empty_record_is_no_error(catalogue_of):
    assert standings(catalogue_of(observations=[observation()]), Filter(indicator=("none",))) == {}
    with pytest.raises(UnknownError, match="no observation"):
        standing(catalogue_of(observations=[observation()]), "none")


def test_no_consensus_number_is_offered_anywhere():
    words = {"mean", "median", "average", "midpoint", "consensus"}
    names = {name for item in (module, verdicts, module.Standing) for name in dir(item)}
    assert not {name for name in names if words & set(name.lower().split("_"))}
