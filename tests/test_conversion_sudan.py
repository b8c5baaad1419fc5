"""Sudan’s figures in the shipped tables: each awkward case of the dossier, as it was decided."""

from __future__ import annotations

from shipped import SAME, citation, citations, keyed, observation, printed, table

CRISIS = "sudan-2023"


def test_inside_abroad_and_both_are_three_indicators() -> None:
    counted = {
        "iom-202406-idp-10m": "people_internally_displaced",
        "iom-202406-7260k": "people_internally_displaced_since_war",
        "iom-202407-10m": "people_displaced_inside_and_abroad",
        "iom-202407-2200k-abroad": "refugees_fled",
        "who-20230616-2200k": "people_displaced_inside_and_abroad",
        "iom-202307-2200k": "people_internally_displaced_since_war",
        "iom-20251107-81k": "people_displaced",
        "gcdpr-20251108-16200": "people_arrived",
    }
    assert {key: observation(key)["indicator_id"] for key in counted} == counted


def test_people_displaced_before_the_war_never_stand_in_a_count_of_the_war() -> None:
    for key, value in (("iom-202406-2830k-prewar", "2830000"), ("idp-prewar-3700k", "3700000")):
        claim = observation(key)
        assert (claim["indicator_id"], claim["value"]) == ("people_internally_displaced", value)
        assert (claim["period_end"], claim["scope_note"]) == ("2023-04-14", "Displaced before the war.")


def test_totals_of_the_displaced_do_not_replace_one_another() -> None:
    for key in ("iom-202409-13m", "un-202411-11m", "un-202412-12m"):
        assert observation(key)["revises"] == ""
    assert "not make one series" in observation("iom-202409-13m")["note"]


def test_returns_of_people_are_kept_from_movements() -> None:
    people, movements = observation("iom-202503-returns"), observation("iom-202510-2600k-returns")
    assert (people["indicator_id"], movements["indicator_id"]) == ("returnees", "return_movements")
    assert keyed("indicators")["return_movements"]["unit"] == "movements"
    populations = {key: observation(key)["population"] for key in ("iom-202503-returns", "un-202507-1300k-returns")}
    assert populations == {
        "iom-202503-returns": "internally displaced people",
        "un-202507-1300k-returns": "internally displaced people and refugees",
    }


def test_a_hunger_projection_is_no_classification() -> None:
    projected, found = observation("ipc-202406-25600k"), observation("ipc-202511-21200k")
    assert (projected["indicator_id"], projected["basis"], projected["obs_status"]) == (
        "people_acute_food_insecurity_projected",
        "projected",
        "F",
    )
    assert printed(projected) == ("25600000", "", "", "about")  # some 25.6 million
    assert (projected["period_start"], projected["period_end"]) == ("2024-06-01", "2024-09-30")
    assert (found["indicator_id"], found["date_precision"]) == ("people_acute_food_insecurity", "month")
    echo = citation("ipc-202406-25600k-at-prensa-latina")  # printed as the present state
    assert (echo["indicator_id"], printed(echo)) == ("people_acute_food_insecurity", ("26000000", "", "", "about"))
    assert "projection" in echo["note"]
    assert observation("ipc-202412-5more")["basis"] == "projected"


def test_outbreaks_and_starts_of_cholera_stay_apart() -> None:
    starts = {
        "unicef-20250827-cholera-cases": "2024-07-01",
        "moh-20241006-deaths": "2024-07-22",
        "moh-202409-deaths-328": "2024-08-12",
        "moh-20250826-cases": "2024-08-01",
        "moh-202410-cases-24604": "",
    }
    assert {key: observation(key)["period_start"] for key in starts} == starts
    assert citation("moh-20250826-cases-at-one-news-page")["period_start"] == "2024-07-01"
    assert "before the one that began in 2024" in observation("who-202312-cholera")["scope_note"]
    assert observation("moh-20250826-cases-week")["measure"] == "flow"


def test_tolls_on_different_bases_are_different_indicators() -> None:
    counted = {
        "ccsd-20230501-436": "civilians_killed",
        "moh-20230501-528": "people_killed",
        "acled-202406-20178": "deaths_violent",
        "lshtm-202411-26k": "deaths_violent",
        "lshtm-202411-61k": "deaths_all_causes",
        "conversation-2024-43500": "deaths_indirect",
        "conversation-2024-62k": "deaths_due_to_war",
    }
    assert {key: observation(key)["indicator_id"] for key in counted} == counted
    assert {observation(key)["basis"] for key in ("lshtm-202411-61k", "conversation-2024-62k", "envoy-150k")} == {
        "estimated"
    }


def test_the_jump_of_may_2023_is_an_update_that_says_what_is_not_known() -> None:
    jump = observation("sds-20230516-822")
    assert (jump["revises"], jump["change"]) == ("sds-20230514-530", "update")
    assert "is not printed" in jump["note"]


def test_the_shelter_attack_keeps_its_rivals_on_one_scope_and_period() -> None:
    keys = ("dararqam-20251011-children--14", "unicef-202510-dararqam-17")
    fourteen, seventeen = (observation(key) for key in keys)
    assert (fourteen["value"], seventeen["value"]) == ("14", "17")
    assert {(row["scope_note"], row["period_start"], row["period_end"]) for row in (fourteen, seventeen)} == {
        ("In the attack on the Dar al-Arqam shelter.", "2025-10-10", "2025-10-11")
    }
    assert printed(observation("dararqam-20251011-killed--60")) == ("60", "", "60", "at_most")


def test_zamzam_was_revised_upward_by_the_united_nations_and_the_rival_counts_stay() -> None:
    first, later, last = (observation(f"zamzam-202504--{part}") for part in ("un100", "un300", "ohchr1013"))
    assert [row["value"] for row in (first, later, last)] == ["100", "300", "1013"]
    assert (later["revises"], last["revises"]) == (first["observation_id"], later["observation_id"])
    assert printed(observation("zamzam-202504--un300-400")) == ("", "300", "400", "between")
    staff = {observation(f"zamzam-202504-ngo--{count}")["claimant_id"] for count in (9, 10)}
    assert staff == {"ocha", "relief-international"}


def test_arrivals_in_tawila_differ_by_claimant() -> None:
    assert printed(observation("irc-20251029-5000")) == ("5000", "", "5000", "less_than")
    assert (observation("msf-20251126-10k")["claimant_id"], observation("msf-20251126-10k")["basis"]) == (
        "nrc",
        "registered",
    )
    assert observation("gcdpr-20251108-16200")["place_id"] == "tawila"


def test_warring_sides_are_marked() -> None:
    for key in ("joint-20251028-2000", "rsf-commander-7000", "minister-202511-300women"):
        assert keyed("organisations")[observation(key)["claimant_id"]]["is_conflict_party"] == "true"


def test_case_1_died_becomes_killed_and_khartoum_becomes_sudan() -> None:
    killed, widened = (citation(f"lshtm-202411-61k-at-{name}") for name in ("african-initiative", "mestios"))
    assert (killed["indicator_id"], widened["indicator_id"]) == ("people_killed", "people_killed")
    assert (killed["place_id"], widened["place_id"]) == ("", "sudan")


def test_case_2_a_rounded_title_beside_the_exact_count() -> None:
    assert printed(citation("moh-20250826-deaths-at-one-news-page")) == ("2500", "", "", "about")
    assert observation("moh-20250826-deaths")["value"] == "2561"


def test_case_3_arabic_half_words_are_read_whole() -> None:
    assert observation("iom-20230815-1017449")["value"] == "1017449"
    assert observation("iom-20230815-3433025")["value"] == "3433025"
    assert observation("sds-20230520-3394")["value"] == "3394"


def test_cases_4_and_6_a_headline_that_rounds_or_widens_is_noted() -> None:
    assert "25,000" in citation("acled-20241004-24850-at-moatinoon")["note"]
    assert observation("acled-20241004-24850")["value"] == "24850"
    claim = observation("who-202310-70pct")
    assert claim["place_id"] == "sudan-conflict-areas"
    assert "hospitals" in citation("who-202310-70pct-at-sudan-events")["note"]


def test_case_5_a_caption_and_its_body_are_two_claims() -> None:
    values = [observation(key)["value"] for key in ("ocha-20231012-5500k", "ocha-20231012-6m-caption")]
    assert values == ["5500000", "6000000"]


def test_case_7_civilians_people_and_residents_of_one_claim() -> None:
    claim = observation("unicef-20250827-260k")
    assert (claim["indicator_id"], printed(claim), claim["basis"]) == (
        "civilians_trapped",
        ("260000", "", "", "about"),
        "estimated",
    )
    assert citation("unicef-20250827-260k-at-britcan-news")["indicator_id"] == "residents"
    hedges = [printed(row)[3] for row in citations("unicef-20250827-6000-sam")]
    assert hedges == ["", "nearly", ""]  # an estimated, nearly, around


def test_cases_8_and_9_mixed_counts_say_so() -> None:
    assert observation("unicef-20250827-killed-maimed")["indicator_id"] == "children_casualties"
    assert observation("ccsd-20230416-595")["scope_note"] == "Soldiers included."


def test_case_10_cholera_deaths_are_among_the_cases() -> None:
    assert observation("moh-20250826-cases-week")["value"] == "1210"
    assert "among the new cases" in citation("moh-20250826-deaths-week-at-trt-global")["note"]
    assert keyed("indicators")["cholera_deaths"]["part_of"] == "cholera_cases"


def test_case_11_those_inside_are_not_those_in_all() -> None:
    assert observation("circ-12m-displaced")["indicator_id"] == "people_displaced_inside_and_abroad"
    assert citation("circ-12m-displaced-at-europe-1")["indicator_id"] == "people_internally_displaced"


def test_case_12_hosts_or_origin_is_left_open() -> None:
    assert "says both" in observation("iom-202510-khartoum-idp")["scope_note"]


def test_cases_13_and_17_a_wrong_address_and_a_stray_date_are_not_believed() -> None:
    assert "100000 ribu" in citation("circ-40k-killed-2025-at-carapandang")["note"]
    (row,) = citations("zamzam-202504-children-23")
    assert "2 January 2024" in row["note"]
    assert keyed("documents")[row["document_id"]]["published_on"] == "2025-04-15"


def test_case_14_about_before_an_exact_number_is_kept() -> None:
    assert printed(observation("iom-202503-idp")) == ("11301340", "", "", "about")
    assert printed(citation("iom-20251029-62263-at-dailymotion")) == ("62263", "", "", "about")
    assert printed(citation("iom-202503-returns-at-europe-1")) == ("396738", "", "", "about")


def test_case_15_seven_children_twice_are_two_attacks() -> None:
    seven = [observation(key) for key in ("sdn-202508-7children", "unicef-20250827-abushouk-7")]
    assert [(row["value"], row["claimant_id"]) for row in seven] == [("7", "sudan-doctors-network"), ("7", "unicef")]


def test_case_16_a_projection_ends_after_its_document() -> None:
    document = keyed("documents")[citation("ipc-202406-25600k-at-broadcast-united")["document_id"]]
    assert document["published_on"] < observation("ipc-202406-25600k")["period_end"]


def test_what_was_entered_too_narrowly_was_entered_again_beside_it() -> None:
    rows = [row for row in table("observations") if row["observation_id"] == "iom-2023-6300k"]
    assert [(row["revision"], row["period_end"], row["date_precision"]) for row in rows] == [
        ("1", "", "day"),
        ("2", "2023-12-31", "year"),
    ]


def test_one_statement_with_two_numbers_keeps_both() -> None:
    assert observation("who-20251029-saudi-460")["value"] == "460"
    assert printed(citation("who-20251029-saudi-460-at-bioethics-com")) == ("450", "450", "", "more_than")
    assert printed(citation("who-20251029-saudi-460-at-upday-uk")) == SAME
    assert observation("saudi-202501--68")["period_end"] == "2025-01-31"


def test_a_page_that_names_nobody_credits_nobody() -> None:
    for key in ("acled-202308-3900", "un-202510-33k-tawila", "un-202412-12m", "unicef-20250827-hunger-63"):
        assert observation(key)["claimant_id"] == ""
    assert citation("joint-20251028-2000-at-pahami-id")["attribution"] == "none"
