"""Ukraine’s figures in the shipped tables: each awkward case of the dossier, as it was decided."""

from __future__ import annotations

import pytest
from shipped import citation, keyed, observation, of_crisis, printed, table

CRISIS = "ukraine-2022"
MARCH_2022 = [  # what OHCHR has said, from report to report, of the civilians killed in March 2022
    ("2022-11-06", ("3298", "3298", "", "at_least")),
    ("2022-11-20", ("3333", "", "", "exact")),
    ("2023-02-05", ("3378", "3378", "", "at_least")),
    ("2023-03-05", ("3951", "3951", "", "at_least")),
    ("2023-05-01", ("4094", "4094", "", "at_least")),
    ("2023-07-16", ("4154", "4154", "", "at_least")),
    ("", ("4289", "", "", "exact")),  # February 2024, the day is not shown
]


def chain(last: str) -> list[dict[str, str]]:
    """A claim and those it replaces, the first one first."""
    found = [observation(last)]
    while found[0]["revises"]:
        found.insert(0, observation(found[0]["revises"]))
    return found


def test_march_2022_is_one_claim_for_each_report_that_restated_it() -> None:
    vintages = chain("hrmmu-202203-killed--v202402")
    assert [(claim["said_on"], printed(claim)) for claim in vintages] == MARCH_2022
    assert {(claim["period_start"], claim["period_end"]) for claim in vintages} == {("2022-03-01", "2022-03-31")}
    assert [claim["change"] for claim in vintages] == ["", *["revision"] * 6]


def test_a_month_restated_downwards_is_a_revision_too() -> None:
    vintages = chain("hrmmu-202202-killed--v20230716")
    assert [claim["value"] for claim in vintages] == ["353", "362", "358", "362", "374"]
    assert [claim["change"] for claim in vintages] == ["", *["revision"] * 4]
    fall = observation("hrmmu-202202-killed--v20230305")
    assert (fall["said_on"], "downwards" in fall["note"]) == ("2023-03-05", True)


@pytest.mark.parametrize(
    ("month", "last", "values"),
    [
        ("202204-killed", "202402", ["696", "702", "714", "760", "798", "817", "840"]),
        ("202205-killed", "202402", ["473", "473", "476", "509", "534", "544", "586"]),
        ("202211-killed", "20230501", ["164", "184", "186"]),
        ("202302-killed", "20230716", ["138", "141", "143"]),
        ("202304-killed", "20230716", ["169", "180"]),
        ("202302-injured", "20230501", ["451", "458"]),
    ],
)
def test_every_month_keeps_all_that_was_said_of_it(month: str, last: str, values: list[str]) -> None:
    assert [claim["value"] for claim in chain(f"hrmmu-{month}--v{last}")] == values


def test_every_restatement_names_the_report_before_it_and_its_day() -> None:
    vintages = [row for row in of_crisis("observations", CRISIS) if "--v2" in row["observation_id"]]
    assert len(vintages) > 80
    for row in vintages:
        key, _, day = row["observation_id"].partition("--v")
        assert row["said_on"].replace("-", "") == (day if len(day) == 8 else "")
        assert not row["revises"] or row["revises"].startswith(f"{key}--v")
    assert len([row for row in vintages if not row["revises"]]) == len(
        {row["observation_id"].partition("--v")[0] for row in vintages}
    )


def test_some_and_at_least_before_a_restated_number_are_kept() -> None:
    assert printed(observation("hrmmu-202202-killed--v20230205")) == ("362", "", "", "about")
    assert printed(observation("ohchr-202401-killed-10200")) == ("10200", "10200", "", "more_than")
    assert printed(citation("ohchr-20230630-casualties-at-interfax-ukraine")) == ("25170", "", "", "about")


def test_what_ohchr_verified_says_so_and_its_caveat_stands_once() -> None:
    toll = [row for row in of_crisis("observations", CRISIS) if row["claimant_id"] == "ohchr"]
    other = {"arbitrary_detentions_documented", "attacks_on_education", "attacks_on_health_care"}
    for row in toll:
        assert row["basis"] == ("reported" if row["indicator_id"] in other else "verified"), row["observation_id"]
    caveats = [row for row in table("caveats") if (row["claimant_id"], row["crisis_id"]) == ("ohchr", CRISIS)]
    assert [row["basis"] for row in caveats] == ["verified"]
    assert "considerably higher" in caveats[0]["text"]
    assert caveats[0]["text_ar"]
    assert not [row["observation_id"] for row in toll if "considerably higher" in row["note"]]


def test_people_who_left_crossings_and_recorded_refugees_are_never_one_count() -> None:
    counted = {
        "unhcr-20220330-fled": "refugees_fled",
        "unhcr-202206-8m": "refugees_fled",
        "unhcr-20220607-out": "border_crossings_from_ukraine",
        "unhcr-20220607-in": "border_crossings_to_ukraine",
        "unhcr-20220607-refugees": "refugees_recorded",
        "unhcr-20220607-tp": "refugees_registered_temporary_protection",
    }
    assert {key: observation(key)["indicator_id"] for key in counted} == counted
    assert observation("unhcr-20220330-fled")["value"] == "4000000"
    assert observation("unhcr-20220607-out")["value"] == "7300000"


def test_the_change_of_method_of_june_2022_is_typed_dated_and_explained() -> None:
    change = observation("unhcr-20220607-refugees")
    assert (change["change"], change["revises"], change["said_on"]) == (
        "method_change",
        "unhcr-20220330-fled",
        "2022-06-09",
    )
    assert printed(change) == ("4800000", "4800000", "", "at_least")
    assert "do not continue each other" in change["note"]
    event = keyed("events")["ukraine-2022-unhcr-method"]
    assert event["date"] == "2022-06-09"
    assert keyed("documents")[event["document_id"]]["publisher_id"] == "unhcr"


def test_refugees_in_europe_in_the_world_and_beyond_europe_are_three_places() -> None:
    places = {key: observation(f"unhcr-20250219-{key}")["place_id"] for key in ("europe", "beyond", "global")}
    assert places == {"europe": "europe", "beyond": "beyond-europe", "global": "world"}
    assert observation("unhcr-20250219-beyond")["period_end"] == "2025-02-17"


def test_a_batch_of_late_verifications_is_explained_where_the_total_jumps() -> None:
    before, after = observation("ohchr-20230205-killed"), observation("ohchr-20230222-killed")
    assert (before["value"], after["value"]) == ("7155", "8101")
    assert "verified late" in after["note"]
    assert keyed("events")["ukraine-2022-late-verifications"]["date"] == after["period_end"]


def test_two_cut_offs_of_one_day_follow_each_other() -> None:
    later = observation("ohchr-20220301-killed--midnight")
    assert (later["value"], later["revises"], later["change"]) == ("227", "ohchr-20220301-killed--morning", "update")


@pytest.mark.parametrize(
    ("key", "value", "end"),
    [
        ("hrmmu-20231121-10000", "10000", "2023-11-30"),
        ("hrmmu-202402-10582-killed", "10582", "2024-02-29"),
        ("hrmmu-202502-12654-killed", "12654", "2025-02-28"),
        ("iom-202208-6975k", "6975000", "2022-08-31"),
    ],
)
def test_a_total_that_is_known_by_its_month_is_dated_to_the_month(key: str, value: str, end: str) -> None:
    first, *_, entered = (row for row in table("observations") if row["observation_id"] == key)
    assert (first["period_end"], first["revision"]) == ("", "1")
    assert (entered["value"], entered["period_end"], entered["date_precision"]) == (value, end, "month")


def test_internally_displaced_people_are_not_called_displaced_in_all() -> None:
    survey = observation("iom-20220401-idp")  # whether it holds people displaced before 2022, no document says
    assert (survey["indicator_id"], survey["population"]) == ("people_displaced", "internally displaced people")
    assert (survey["basis"], printed(survey)) == ("estimated", ("7138715", "", "", "exact"))
    assert observation("iom-202402-14m")["indicator_id"] == "people_displaced_inside_and_abroad"


def test_a_total_that_an_outlet_dated_wrongly_is_marked() -> None:
    claim = observation("ohchr-20220613-killed--economist")
    assert (claim["value"], claim["rank"]) == ("4395", "deprecated")
    assert observation("ohchr-20220613-killed--day")["value"] == "4432"
