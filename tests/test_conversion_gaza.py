"""Gaza’s figures in the shipped tables: each awkward case of the dossier, as it was decided."""

from __future__ import annotations

import pytest
from shipped import DATA, SAME, citation, citations, keyed, observation, of_crisis, printed, table

from tracker import checks
from tracker.store import Store

CRISIS = "gaza-2023"
WAR = "2023-10-07"


def test_the_count_taken_up_again_is_a_change_of_method() -> None:
    recount = observation("moh-202311-recount-13000")
    assert (recount["revises"], recount["change"]) == ("moh-20231110-killed", "method_change")
    assert observation("moh-20231231-media-based")["indicator_id"] == "people_killed_media_based"


def test_reviews_add_and_remove_names_without_being_deaths_of_a_day() -> None:
    values = {
        key: observation(f"moh-{key}")["value"] for key in ("20250323-added", "20250427-added", "lists-readded-474")
    }
    assert set(values.values()) == {"233", "697", "474"}
    for key in ("20250323", "20250427"):
        assert "not the deaths of one day" in observation(f"moh-{key}-killed")["note"]
    removed = [row for row in of_crisis("observations", CRISIS) if row["indicator_id"] == "deaths_removed_by_review"]
    assert {row["value"] for row in removed} == {"3000", "1852", "1441", "3400", "1000"}


def test_those_still_to_be_identified_are_a_level_that_may_fall() -> None:
    keys = ("moh-list-20231026-unidentified", "moh-20240424-unidentified", "moh-list-20240831-unidentified")
    assert [observation(key)["value"] for key in keys] == ["281", "10000", "6000"]
    assert {observation(key)["measure"] for key in keys} == {"stock"}


@pytest.mark.parametrize(
    ("key", "start", "measure"),
    [
        ("moh-since-20250318-killed", "2025-03-18", "cumulative"),
        ("moh-since-20250318-12622", "2025-03-18", "cumulative"),
        ("unicef-202505-1309", "2025-03-18", "cumulative"),
        ("unicef-202601-100", "2025-10-10", "cumulative"),
        ("gmo-2025-children", "2025-01-01", "flow"),
        ("un-verified-2023-children-2141", "2023-01-01", "flow"),
    ],
)
def test_a_count_from_another_day_says_so_and_replaces_nothing(key: str, start: str, measure: str) -> None:
    claim = observation(key)
    assert (claim["period_start"], claim["measure"], claim["revises"]) == (start, measure, "")
    assert start != WAR


def test_two_gaza_authorities_differ_on_one_day_and_are_one_origin() -> None:
    ministry, office = observation("moh-20240229-killed"), observation("gmo-20240229-killed")
    assert (ministry["value"], office["value"]) == ("30035", "30139")
    assert ministry["period_end"] == office["period_end"] == "2024-02-29"
    assert {keyed("organisations")[row["claimant_id"]]["parent_id"] for row in (ministry, office)} == {
        "gaza-government"
    }
    assert observation("moh-ramallah-8260")["claimant_id"] == "moh-ramallah"


def test_estimates_stand_apart_from_counts() -> None:
    assert printed(observation("lancet-range")) == ("", "55298", "78525", "between")
    assert printed(observation("lancet-64260")) == ("64260", "", "", "exact")
    for key in ("lancet-64260", "lancet-range", "survey-202501-75200"):
        assert (observation(key)["indicator_id"], observation(key)["basis"]) == ("deaths_violent", "estimated")
    for key in ("lancet-letter-186k", "rapporteur-680000"):
        assert (observation(key)["indicator_id"], observation(key)["basis"]) == ("deaths_due_to_war", "estimated")


def test_what_fighters_are_counted_is_said() -> None:
    assert observation("idf-20240716-fighters-14000")["population"] == "fighters killed or captured"
    assert observation("idf-db-202505-8900")["basis"] == "identified"
    assert printed(observation("isr-claimed-20000")) == ("20000", "", "20000", "at_most")


def test_trucks_are_counted_in_different_ways() -> None:
    populations = {observation(key)["population"] for key in ("trucks-un-3553", "trucks-cogat-9200")}
    assert populations == {"trucks, UN dashboard", "trucks, all channels"}
    assert observation("trucks-202412-ocha")["indicator_id"] == "aid_trucks_collected"
    assert [printed(row)[0] for row in citations("trucks-20250120")] == ["", "925"]


def test_the_hospital_blast_keeps_first_later_and_rival_numbers() -> None:
    first, later, rival = (observation(f"ahli-20231017--{part}") for part in ("gaza-moh-first", "gaza-moh", "us"))
    assert (first["value"], later["value"], printed(rival)) == ("500", "471", ("", "100", "300", "between"))
    assert (later["revises"], later["change"]) == (first["observation_id"], "revision")
    assert {row["scope_note"] for row in (first, later, rival)} == {"In the blast at Al-Ahli hospital."}


def test_case_1_digits_lost_or_swapped_stay_as_printed_and_never_become_the_claim() -> None:
    assert printed(observation("unicef-202404-children-13800")) == ("13800", "13800", "", "more_than")
    assert [printed(row)[0] for row in citations("unicef-202404-children-13800")] == ["", "7", "14"]
    assert printed(citation("unicef-202505-1309-at-webangah")) == ("309", "309", "", "at_least")
    assert printed(citation("unicef-20240317-children-at-yemen-extra"))[0] == "13000"
    assert observation("cpj-2025-journalists")["value"] == "197"


def test_case_2_an_invented_sum_is_the_agencys_own_and_deprecated() -> None:
    invented = observation("ocha-20231030-children--petra-sum")
    assert (invented["value"], invented["claimant_id"], invented["rank"]) == ("4830", "petra", "deprecated")
    for key in ("gmo-202311-killed-missing-13500", "gmo-20241210-killed-missing"):
        assert observation(key)["indicator_id"] == "people_killed_or_missing"
    assert "dead and missing" in observation("gmo-20240503-children")["note"]
    for key in ("gmo-20231119-casualties", "gmo-20231122-injured"):
        assert observation(key)["indicator_id"] == "casualties_unclear"


def test_case_3_a_fresh_total_beside_a_stale_part() -> None:
    part = observation("ocha-children--20250324-identified")
    assert (part["claimant_id"], part["period_end"], "not updated since" in part["note"]) == (
        "gaza-moh",
        "2025-03-24",
        True,
    )
    assert "newer total" in citation("moh-20250729-children-at-views-bangladesh")["note"]
    assert [observation(f"unrwa-{key}")["value"] for key in ("202410-205", "20241016-231")] == ["205", "231"]


def test_case_4_bounds_that_flip_and_people_that_become_civilians() -> None:
    hedges = [printed(row)[3] for row in citations("stc-20240624-missing-21000")]
    assert hedges == ["", "at_least", "more_than", "about"]  # as many as 21,000 at first
    assert printed(citation("unrwa-202312-displaced-1.9m-at-giornale-di-brescia"))[3] == "at_most"
    assert printed(citation("who-202510-hospitals-14-at-news-by")) == ("14", "", "14", "less_than")
    assert observation("who-202510-hospitals-0-fully")["indicator_id"] == "hospitals_fully_functional"
    assert citation("moh-202505-53000-at-al-ahed")["population"] == "civilians"
    assert citation("moh-202310-8300-at-schwarzwaelder-bote")["population"] == "civilians"


def test_case_5_the_same_number_of_other_things_and_misprinted_years() -> None:
    counted = {
        "moh-202409-doctors": "doctors_killed",
        "moh-202409-health-unverified": "health_workers_killed",
        "civdef-20240430-missing": "people_missing",
        "moh-20240424-unidentified": "people_killed_unidentified",
    }
    assert {key: observation(key)["indicator_id"] for key in counted} == counted
    assert observation("moh-20240430-killed")["period_end"] == "2024-05-03"
    assert citation("moh-20240430-killed-at-haaretz")["period_end"] == "2024-04-30"
    assert observation("ohchr-2025-journalists")["period_start"] == ""
    assert citation("moh-lists-removed-1441-at-link4din")["period_start"] == "2023-08-01"


def test_case_6_a_figure_quoted_to_deny_is_a_denial() -> None:
    assert citation("moh-lists-removed-3400-at-thedroth-rocks")["role"] == "denial"


def test_half_of_the_hospitals_and_none_working_fully_say_how_they_were_printed() -> None:
    assert printed(observation("who-202501-hospitals-half")) == ("18", "", "", "about")
    assert "printed in words" in observation("who-202501-hospitals-half")["note"]
    assert printed(observation("who-202510-hospitals-0-fully"))[0] == "0"


def test_what_is_dated_to_a_month_says_so() -> None:
    for key in (
        "ocha-202406-journalists",
        "idf-202408-fighters-17000",
        "survey-202501-75200",
        "who-202403-hospitals-12",
    ):
        assert observation(key)["date_precision"] == "month"
    assert printed(citation("unicef-202505-50000-at-unicef-usa")) == SAME


def test_the_only_fall_the_checks_find_is_one_that_was_printed() -> None:
    falls = [finding for finding in checks.run(Store(DATA)) if finding.code == "total-falls"]
    rows = [row["observation_id"] for row in of_crisis("observations", CRISIS)]
    assert [key for key in rows if any(key in str(finding) for finding in falls)] == [
        "moh-20231031-children",
        "ocha-20231030-children",
    ]
    assert "no document says why" in observation("moh-20231031-children")["note"]


def test_warring_sides_are_marked() -> None:
    sides = ("gaza-gmo", "gaza-moh", "israeli-military", "cogat")
    assert {keyed("organisations")[side]["is_conflict_party"] for side in sides} == {"true"}
    assert {row["claimant_id"] for row in table("caveats") if row["crisis_id"] == CRISIS} >= {"gaza-moh", "gaza-gmo"}
