"""The figures of Aleppo 2016 that travelled most, as the shipped tables hold them."""

from pathlib import Path

import pytest

from tracker.catalogue import Catalogue, Filter
from tracker.claims import telling
from tracker.claims.changes import changes
from tracker.claims.distortion import DISTORTION
from tracker.claims.journey import journey, journeys
from tracker.claims.rivals import current
from tracker.claims.standing import Status, standing, standings
from tracker.languages import available, language
from tracker.period import Period
from tracker.store import Store

DATA = Path(__file__).parents[1] / "data"
SEED = "media-line"  # the article this record began with, which the dossier's counts leave out


@pytest.fixture(scope="module")
def record():
    return Catalogue.of(Store(DATA))


@pytest.fixture(scope="module")
def every(record):
    return list(journeys(record, Filter()))


def publishers(found):
    return {step.publisher_id for step in found.steps} - {SEED}


def at(found, publisher):
    """The kinds of distortion in a publisher's documents."""
    return {kind for step in found.steps if step.publisher_id == publisher for kind in step.kinds}


@pytest.mark.parametrize(("name", "count"), [("children-killed", 22), ("children-injured", 20), ("doctors", 18)])
def test_unicefs_three_figures_reached_as_many_publishers_as_the_dossier_counts(record, name, count):
    assert len(publishers(journey(record, f"unicef-20160928-{name}"))) == count


def test_unicefs_96_sets_out_in_english_from_its_own_release(record):
    start = journey(record, "unicef-20160928-children-killed").steps[0]
    assert (start.publisher_id, start.language, start.role, start.distortions) == ("unicef-usa", "en", "origin", ())


@pytest.mark.parametrize(("kind", "rows"), [("bound_dropped", 8), ("rounded", 3), ("place_widened", 10)])
def test_what_became_of_unicefs_96_is_what_the_dossier_found(record, kind, rows):
    assert len(journey(record, "unicef-20160928-children-killed").carrying(kind)) == rows


def test_the_seed_article_widened_since_friday_to_the_past_week(record):
    found = journey(record, "unicef-20160928-children-killed")
    (step,) = [step for step in found.steps if step.publisher_id == SEED]
    assert "period_widened" in step.kinds
    assert "bound_dropped" not in step.kinds


def test_the_bound_moved_from_the_killed_to_the_injured(record):
    found = journey(record, "unicef-20160928-children-injured")
    assert "bound_added" in at(found, "radio-nacional-venezuela")
    assert {"bound_added", "rounded"} <= at(found, "ahwal-misr")


def test_only_one_document_turned_the_doctors_who_stayed_into_doctors_who_left(record):
    found = journey(record, "unicef-20160928-doctors")
    assert [step.publisher_id for step in found.carrying("meaning_inverted")] == ["un-news"]
    assert "attribution_dropped" in at(found, "lasexta")


def test_obriens_up_to_16000_became_about_nearly_and_exactly_and_people_civilians(record):
    found = journey(record, "obrien-20161129-16k")
    assert len(publishers(found)) == 12
    assert {step.printed.figure.qualifier for step in found.steps} == {"at_most", "about", "nearly", "exact"}
    assert found.start.figure.qualifier == "at_most"
    assert "population_changed" in at(found, "europe-1")
    assert all("number_changed" not in step.kinds for step in found.steps)


def test_de_misturas_50000_lost_its_source_and_its_hedge(record):
    found = journey(record, "demistura-20161215-50k")
    assert "attribution_changed" in at(found, "periodismo-com")
    assert "bound_changed" in at(found, "dw") | at(found, "deutsche-welle")
    assert "hedge_dropped" in at(found, "sputnik")


def test_whos_338_lives_on_uncorrected_rounded_and_in_wire_copies(record):
    found = journey(record, "who-20160930-killed")
    uncorrected = {step.publisher_id for step in found.carrying("period_widened")}
    assert uncorrected == {"street-papers", "tgme", "adwaa-al-watan"}
    assert {"rounded", "hedge_added"} <= at(found, "kelnews")
    assert {getattr(step.text_from, "organisation_id", "") for step in found.steps} >= {"reuters"}


def test_the_six_of_the_bakery_are_cited_by_three_documents_that_name_nobody(record):
    found = journey(record, "sohr-20160928-bakery-6")
    assert found.unattributed == 3
    assert {"bound_dropped", "attribution_dropped"} <= at(found, "sams")


def test_fifteen_signatories_became_the_last_fifteen_doctors(record):
    found = journey(record, "letter-20160811-15-doctors")
    assert {step.publisher_id for step in found.carrying("number_changed")} == {"new-arab"}
    assert {step.publisher_id for step in found.carrying("outcome_changed")} == {"ida", "newser", "scoop-philippines"}


def test_a_figure_quoted_to_be_denied_is_marked(every):
    denied = [step for found in every for step in found.carrying("denied")]
    assert "anti-empire" in {step.publisher_id for step in denied}


def test_every_citation_is_one_step_of_one_journey(record, every):
    steps = [step.citation_id for found in every for step in found.steps]
    assert len(steps) == len(set(steps)) == len(record.citations)


def test_of_circulating_figures_only_what_people_recorded_is_a_distortion_and_they_are_no_source(record, every):
    circulating = [found for found in every if found.is_circulating]
    assert circulating
    kinds = {kind for found in circulating for step in found.steps for kind in step.kinds}
    assert kinds <= {"denied", "meaning_inverted"}
    assert {standing(record, found.observation_id).sources for found in circulating} == {0}


def test_every_distortion_can_be_read_in_every_language(every):
    for found in every:
        for step in found.steps:
            for distortion in step.distortions:
                assert distortion.kind in DISTORTION
                assert all(telling.sentence(distortion, language(code)) for code in available())


def test_dated_steps_stand_in_time_order_with_the_undated_last(every):
    for found in every:
        days = [step.published_on for step in found.steps if not step.is_start]
        known = [day for day in days if day]
        assert days == sorted(known) + [None] * (len(days) - len(known))


def test_the_agencies_that_counted_doctors_in_late_september_disagree(record):
    found = standing(record, "who-20160927-35-doctors")
    assert found.status is Status.DISPUTED
    assert "unicef-20160928-doctors" in {rival.claim.observation_id for rival in found.contradicting}


def test_unnamed_activists_corroborate_nothing(record):
    found = standings(record, Filter())
    unnamed = {name for name, each in found.items() if each.claim.claimant_id.startswith("unnamed-")}
    assert unnamed
    assert not {name for name in unnamed if found[name].status is Status.CORROBORATED}


def test_two_sources_saw_no_hospital_left(record):
    assert standing(record, "dh-20161118-no-hospitals").status is Status.CORROBORATED


def test_disagreement_is_mutual(record):
    """Of claims that both count as a source's word."""
    found = standings(record, Filter())
    pairs = {(name, rival.claim.observation_id) for name, each in found.items() for rival in each.contradicting}
    sources = {claim.observation_id for claim in current(record.rows("claims"))}
    assert all((other, name) in pairs or name not in sources for name, other in pairs)


def test_the_week_of_unicefs_96_tells_what_became_known(record):
    week = Period.parse("2016-09-28/2016-10-05")
    found = changes(record, week.start, week.end)
    assert {"unicef-20160928-children-killed", "who-20160930-killed"} <= {row.observation_id for row in found.new}


def test_sohrs_same_day_revision_is_told_with_what_it_replaced(record):
    month = Period.parse("2016-12-01/2016-12-31")
    told = changes(record, month.start, month.end).of_kind("revision")
    assert (1134.0, 1073.0) in {(each.row.value, each.replaced.value) for each in told if each.replaced}
