"""The sixteen awkward cases of the Aleppo dossier, each on its real rows in the shipped tables."""

from __future__ import annotations

from shipped import SAME, citation, citations, keyed, observation, printed, table


def test_case_1_one_page_prints_two_values_for_one_claim() -> None:
    assert printed(citation("who-20161004-killed-at-un-radio")) == SAME  # 342
    assert printed(citation("who-20161004-killed-at-un-radio-2")) == ("340", "340", "", "more_than")
    airwars = [printed(row) for row in citations("airwars-201611-1005")]
    assert airwars == [SAME, ("1005", "", "", "exact"), ("1000", "1000", "", "more_than")]
    assert printed(observation("airwars-201611-1005")) == ("1005", "", "1005", "at_most")


def test_case_2_a_running_total_that_falls_because_its_start_and_place_changed() -> None:
    before, after = observation("sohr-trucefall-civ-20161106"), observation("sohr-operation-civ-20161122")
    assert (before["value"], after["value"]) == ("908", "834")
    assert (before["period_start"], after["period_start"]) == ("2016-09-19", "2016-09-22")
    assert (before["place_id"], after["place_id"]) == ("aleppo-city-and-countryside", "aleppo-city")
    assert (after["revises"], after["change"]) == (before["observation_id"], "basis_change")


def test_case_3_a_total_is_updated_and_its_part_is_stale() -> None:
    assert [observation(f"who-{day}-children-killed")["value"] for day in ("20160930", "20161004")] == ["106", "106"]
    assert [observation(f"who-{day}-killed")["value"] for day in ("20160930", "20161004")] == ["338", "342"]
    assert observation("sohr-20161120-children-east")["value"] == "18"
    assert observation("sohr-20161122-children-east--18")["value"] == "18"


def test_case_4_the_same_number_of_unrelated_claims_stays_two_claims() -> None:
    unicef, sohr = (
        observation("unicef-20160928-children-killed"),
        observation("sohr-operation-eastair-children-20161122"),
    )
    assert unicef["value"] == sohr["value"] == "96"
    assert (unicef["claimant_id"], sohr["claimant_id"]) == ("unicef", "sohr")
    assert {observation(key)["claimant_id"] for key in ("stc-201610-month-deaths", "msf-201610-136-children")} == {
        "save-the-children",
        "msf",
    }


def test_case_5_ranges_keep_both_ends_and_no_middle() -> None:
    assert printed(observation("estimates-201612-50-100k")) == ("", "50000", "100000", "between")
    assert printed(observation("pin-201608-families")) == ("", "30000", "33000", "between")
    assert printed(observation("un-syria-250-300k")) == ("", "250000", "300000", "between")
    assert printed(observation("reuters-20161014-jfs-200")) == ("200", "", "200", "at_most")
    assert printed(observation("reuters-20161014-jfs-100")) == ("100", "", "100", "less_than")


def test_case_6_a_bound_or_about_before_an_exact_number_is_kept() -> None:
    assert printed(observation("evacuated-people-final--who-36086")) == ("36086", "36086", "", "more_than")
    assert printed(observation("sana-20161216-8079")) == ("8079", "8079", "", "at_least")
    assert printed(observation("sohr-201608-province-109")) == ("109", "", "", "about")
    assert printed(observation("rumod-20161210-militants--1324")) == ("1324", "", "", "about")


def test_case_7_zero_is_a_claim_and_a_dispute_of_it_has_no_number() -> None:
    assert printed(observation("dh-20161118-no-hospitals")) == ("0", "", "", "exact")
    assert printed(observation("sohr-20161118-some-hospitals")) == ("", "", "", "vague")
    assert printed(observation("sohr-201610-corridor-0")) == ("0", "", "", "exact")
    assert printed(observation("coi-2017-hundreds")) == ("", "", "", "vague")


def test_case_8_perpetrators_both_sides_and_mixed_populations_are_said() -> None:
    assert observation("snhr-201607-gov-71")["scope_note"] == "By government forces."
    assert observation("snhr-201607-rus-28")["scope_note"] == "By Russian forces."
    assert "Both sides" in observation("sohr-20160822-civ")["scope_note"]
    assert observation("sohr-20160923-women-children")["indicator_id"] == "women_and_children_killed"
    assert observation("un-201610-2700-casualties")["indicator_id"] == "people_casualties"


def test_case_9_parts_that_do_not_add_up_are_kept_as_printed() -> None:
    assert observation("sohr-20160923-72")["value"] == "72"
    parts = ("ocha-20161212-shelters", "ocha-20161212-houses", "ocha-20161212-unknown")
    assert sum(int(observation(key)["value"]) for key in parts) == 37120
    assert observation("ocha-20161212-37k")["value"] == "37000"
    assert printed(observation("sohr-20161208-civ-total")) == ("500", "500", "", "more_than")


def test_case_10_a_claimant_that_reposts_a_newspaper_quoting_it_is_no_origin() -> None:
    row = citation("sohr-201607-west-children-at-sohr")
    assert (row["role"], keyed("documents")[row["document_id"]]["text_from_id"]) == ("echo", "new-york-times")
    july, running = observation("sohr-201607-west-children"), observation("sohr-201608-west-children")
    assert july["value"] == running["value"] == "49"
    assert (july["period_start"], running["period_start"]) == ("2016-07-01", "2016-07-31")


def test_case_11_a_day_that_drifts_between_two_pages_of_one_claimant() -> None:
    assert observation("stc-20160925-43pct")["period_end"] == "2016-09-24"
    assert citation("stc-20160925-43pct-at-save-the-children-canada")["period_end"] == "2016-09-25"


def test_case_12_one_address_with_two_days_is_two_documents() -> None:
    days = {row["published_on"] for row in table("documents") if row["publisher_id"] == "msf-ireland"}
    assert days == {"2016-09-23", "2016-09-28"}
    weekly = next(row for row in table("documents") if row["publisher_id"] == "arab-weekly")
    assert (weekly["published_on"], "cannot be right" in weekly["note"]) == ("", True)


def test_case_13_ambiguous_dates_are_read_with_a_note() -> None:
    ynet = keyed("documents")[citation("msf-201610-23-hits-at-ynetnews")["document_id"]]
    assert (ynet["published_on"], "10.07.16" in ynet["note"]) == ("2016-10-07", True)
    assert observation("sohr-20160908-civ")["period_end"] == "2016-09-08"
    hindi = citation("icrc-20161222-34k-at-newstrack-india")
    assert (hindi["period_start"], hindi["period_end"]) == ("", "2016-12-15")


def test_case_14_an_inverted_meaning_is_kept_and_named() -> None:
    inverted = citation("unicef-20160928-doctors-at-un-news")
    assert (inverted["indicator_id"], inverted["measure"]) == ("doctors_left_the_area", "flow")
    assert inverted["note"].startswith("Meaning inverted")
    assert citation("circ-300k-east-2016-at-bx1")["note"].startswith("Meaning inverted")
    assert citation("demistura-20161006-injured-1266-at-la-tercera")["measure"] == "stock"
    assert citation("wfp-201612-nutrition-1000-at-cinque-colonne")["population"] == "people"


def test_case_15_narrower_populations_stand_beside_their_indicator() -> None:
    populations = {
        "sams-20160718-40-doctors": "doctors and dentists",
        "sams-20160927-obstetrician": "obstetricians",
        "msf-201610-7-surgeons": "war surgeons",
        "msf-20160928-two-surgical": "surgical hospitals",
        "demistura-20161006-jfs": "Fatah al-Sham fighters",
        "unicef-20160928-doctors": "",
    }
    assert {key: observation(key)["population"] for key in populations} == populations


def test_case_15_a_forecast_is_no_count() -> None:
    forecast = observation("expected-70k-201612")
    assert (forecast["basis"], forecast["obs_status"]) == ("projected", "F")


def test_case_16_quoted_in_order_to_deny() -> None:
    row = citation("ocha-201609-250-275k-at-anti-empire")
    assert row["role"] == "denial"


def test_case_16_a_withdrawn_claim_stays_and_is_marked() -> None:
    withdrawn, later = observation("demistura-20160925-half-nusra"), observation("demistura-20161006-jfs")
    assert withdrawn["rank"] == "deprecated"
    assert (later["revises"], later["change"]) == (withdrawn["observation_id"], "retraction")


def test_case_16_a_corrected_place_and_the_uncorrected_one_both_stand() -> None:
    corrected = citation("who-20161216-194-at-reuters")
    assert corrected["place_id"] == "opposition-rural-west-idlib-turkey"
    assert printed(corrected) == SAME
    assert citation("who-20161216-194-at-debka")["place_id"] == "government-rural-west-idlib-turkey"
