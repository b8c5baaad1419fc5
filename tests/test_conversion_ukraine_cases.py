"""The awkward cases of the Ukraine dossier: rival tolls, drifting bounds, forecasts, slips, each on its real rows."""

from __future__ import annotations

import pytest
from shipped import SAME, citation, citations, keyed, observation, of_crisis, printed, table

CRISIS = "ukraine-2022"


@pytest.mark.parametrize(
    ("key", "indicator", "claimant", "basis", "figure"),
    [
        ("council-1582", "civilians_killed", "mariupol-city-council", "reported", ("1582", "1582", "", "at_least")),
        ("mayor-10k", "civilians_killed", "mariupol-city-council", "reported", ("10000", "10000", "", "more_than")),
        ("mayor-20k", "civilians_killed", "mariupol-city-council", "reported", ("20000", "20000", "", "more_than")),
        ("mayor-21k", "people_killed", "mariupol-city-council", "reported", ("21000", "", "", "about")),
        ("mayor-22k", "people_killed", "mariupol-city-council", "reported", ("22000", "22000", "", "at_least")),
        ("officials-25k", "civilians_killed", "ukrainian-government", "estimated", ("25000", "25000", "", "at_least")),
        ("pgo-11k", "people_killed", "prosecutor-general-ukraine", "reported", ("11000", "11000", "", "more_than")),
        ("hrw-8k", "excess_deaths", "hrw", "estimated", ("8000", "8000", "", "at_least")),
        ("ohchr-2000", "civilians_killed", "ohchr", "verified", ("2000", "", "", "nearly")),
    ],
)
def test_the_rival_tolls_of_mariupol_stand_side_by_side(
    key: str, indicator: str, claimant: str, basis: str, figure: tuple[str, ...]
) -> None:
    toll = observation(f"mariupol-killed--{key}")
    assert (toll["indicator_id"], toll["claimant_id"], toll["basis"]) == (indicator, claimant, basis)
    assert printed(toll) == figure
    assert toll["revises"] == ""
    assert toll["note"] or toll["scope_note"]


def test_excess_deaths_that_an_agency_made_people_killed_in_the_siege() -> None:
    assert observation("mariupol-killed--hrw-8k")["period_end"] == "2023-02-28"
    drifted = citation("mariupol-killed--hrw-8k-at-deccan-herald")
    assert (drifted["indicator_id"], drifted["period_end"]) == ("people_killed", "2022-05-31")


def test_people_trapped_in_mariupol_did_not_fall_steadily() -> None:
    keys = ("council-350k", "ukraine-100k", "mayor-100k")
    claims = [observation(f"mariupol-trapped--{key}") for key in keys]
    assert [claim["period_end"] for claim in claims] == ["2022-03-17", "2022-03-25", "2022-04-21"]
    remaining = observation("mariupol-remaining--mayor-120k")
    assert (remaining["indicator_id"], remaining["period_end"]) == ("residents", "2022-04-11")
    assert citation("mariupol-remaining--mayor-120k-at-citrix-news")["indicator_id"] == "people_in_need"


def test_the_theatre_has_three_tolls_on_two_bases_and_a_bound_that_drifts() -> None:
    tolls = {key: observation(f"theatre-20220316-killed--{key}") for key in ("city300", "ap600", "amnesty12")}
    assert {key: (toll["value"], toll["basis"]) for key, toll in tolls.items()} == {
        "city300": ("300", "estimated"),
        "ap600": ("600", "estimated"),
        "amnesty12": ("12", "identified"),
    }
    drift = {row["citation_id"].partition("-at-")[2]: row for row in citations("theatre-20220316-killed--ap600")}
    assert drift["ap"]["role"] == "origin"
    assert (drift["rmf24"]["qualifier"], drift["err-estonia"]["qualifier"]) == ("at_most", "nearly")
    assert drift["rfe-rl"]["indicator_id"] == "civilians_killed"


def test_a_forecast_is_no_count() -> None:
    forecast = observation("mariupol-forecast--mayor-20k")
    assert (forecast["indicator_id"], forecast["basis"], forecast["obs_status"]) == (
        "civilians_killed_forecast",
        "projected",
        "F",
    )
    projected = [row for row in of_crisis("observations", CRISIS) if row["basis"] == "projected"]
    assert projected == [forecast]


def test_a_sum_printed_as_a_part_and_wrong_totals_stand_and_are_marked() -> None:
    for key, value in (
        ("hrmmu-202405-injured--864", "864"),
        ("hrmmu-2025-injured--globalgov", "12250"),
        ("hrmmu-202601-total-killed--18500", "18500"),
        ("ukraine-soldiers--vdl-100k", "100000"),
    ):
        claim = observation(key)
        assert (claim["value"], claim["rank"], bool(claim["note"])) == (value, "deprecated", True)
    assert [observation(f"hrmmu-202405-{what}")["value"] for what in ("killed", "injured")] == ["174", "690"]


def test_a_count_of_boys_and_girls_leaves_out_children_of_unknown_sex() -> None:
    assert observation("ohchr-202303-children-463")["value"] == "463"
    assert "31 children of unknown sex" in citation("ohchr-202303-children-463-at-ukrinform")["note"]
    assert "infants" in citation("ohchr-20220309-killed-at-ult-kz")["note"]


def test_headline_and_body_that_contradict_each_other_are_two_citations() -> None:
    mirror = [row for row in citations("ohchr-20221106-killed") if "unknown-russian-mirror" in row["citation_id"]]
    assert [printed(row) for row in mirror] == [SAME, ("7000", "7000", "", "at_least")]
    madhyamam = [printed(row) for row in citations("iom-20220623-idp")]
    assert madhyamam == [SAME, ("6275000", "", "", "exact")]


def test_casualties_are_never_the_dead() -> None:
    assert observation("ohchr-202212-18000")["indicator_id"] == "civilian_casualties"
    assert observation("ternopil-20251119--38")["indicator_id"] == "civilian_casualties"
    assert observation("ternopil-20251119--36")["indicator_id"] == "civilians_killed"


def test_a_share_says_against_what_it_rose() -> None:
    scopes = {key: observation(f"hrmmu-{key}")["scope_note"] for key in ("2025-change-2024", "2025-change-2023")}
    assert scopes == {"2025-change-2024": "Against 2024.", "2025-change-2023": "Against 2023."}
    assert observation("hrmmu-202402-casualties")["value"] == "502"  # printed as 24 per cent below 641
    assert observation("hrmmu-202401-casualties")["value"] == "641"


@pytest.mark.parametrize(
    ("key", "figure"),
    [
        ("ohchr-202209-14059-casualties", ("14059", "", "", "about")),
        ("unhcr-202203-2808792", ("2808792", "", "", "exact")),  # Persian digits
        ("ohchr-20220417-casualties", ("4890", "", "", "exact")),  # 4 тис. 890
        ("ohchr-20221030-killed", ("6430", "", "", "exact")),  # (6430)
        ("iom-202504-3700k", ("3700000", "", "", "nearly")),  # 3,7 мільйона
        ("hrmmu-20231121-10000", ("10000", "10000", "", "at_least")),
    ],
)
def test_number_formats_were_read_right(key: str, figure: tuple[str, ...]) -> None:
    assert printed(observation(key)) == figure


def test_a_bound_that_became_about_is_kept_as_printed() -> None:
    assert printed(citation("mariupol-killed--hrw-8k-at-zn-ua")) == ("8000", "", "", "about")


def test_a_day_of_posting_is_not_the_day_of_an_attack() -> None:
    rivals = {key: observation(f"who-20220307-attacks--{key}") for key in ("confirmed7", "ssa9", "16")}
    assert [claim["value"] for claim in rivals.values()] == ["7", "9", "16"]
    assert len({claim["scope_note"] for claim in rivals.values()}) == 3
    assert (rivals["16"]["period_end"], rivals["16"]["said_on"]) == ("2022-03-03", "2022-03-07")


def test_national_counts_and_those_of_the_un_are_rivals() -> None:
    unicef, prosecutor = observation("unicef-20230403-501"), observation("pgo-20230403-children-killed")
    assert (unicef["value"], prosecutor["value"]) == ("501", "467")
    assert (observation("ohchr-20220228-killed")["value"], observation("ukraine-20220228-200")["value"]) == (
        "102",
        "200",
    )
    organisations = keyed("organisations")
    assert organisations["prosecutor-general-ukraine"]["is_conflict_party"] == "true"
    assert organisations["prosecutor-general-ukraine"]["parent_id"] == "ukrainian-government"


def test_soldiers_are_told_apart_by_their_side() -> None:
    claims = [row for row in of_crisis("observations", CRISIS) if row["indicator_id"] == "soldiers_killed"]
    assert {row["population"] for row in claims} == {"Ukrainian soldiers", "Russian soldiers"}
    assert observation("argia-409820-russian")["population"] == "Russian soldiers"


def test_what_people_ask_first_is_named_for_the_crisis() -> None:
    headlines = [row["indicator_id"] for row in table("headlines") if row["crisis_id"] == CRISIS]
    assert headlines[:2] == ["civilians_killed", "children_killed"]
    assert len(headlines) == 7
    used = {row["indicator_id"] for row in of_crisis("observations", CRISIS)}
    assert set(headlines) <= used
