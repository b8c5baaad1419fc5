"""The shipped Aleppo tables say what the dossier says, and no more."""

from __future__ import annotations

import pytest
from shipped import SAME, citation, citations, keyed, observation, of_crisis, printed, table

from tracker.tables import TABLES

ALEPPO = "aleppo-2016"


def test_the_tables_hold_every_row_of_the_dossier_and_the_seven_entered_by_hand() -> None:
    assert len(of_crisis("citations", ALEPPO)) == 1101 + 7
    assert len(of_crisis("observations", ALEPPO)) == 606 + 2


@pytest.mark.parametrize("name", sorted(TABLES))
def test_every_reference_resolves_and_every_key_is_unique(name: str) -> None:
    rows = table(name)
    keys = [tuple(row[column] for column in TABLES[name].key) for row in rows]
    assert len(set(keys)) == len(keys)
    for column in TABLES[name].references():
        missing = {row[column.name] for row in rows} - {""} - set(keyed(column.references))
        assert not missing, (column.name, missing)


def test_no_wording_is_longer_than_25_words() -> None:
    assert [row["citation_id"] for row in table("citations") if len(row["wording"].split()) > 25] == []


def test_the_children_killed_keep_their_bound_their_period_and_their_22_publishers() -> None:
    claim = observation("unicef-20160928-children-killed")
    assert printed(claim) == ("96", "96", "", "at_least")
    assert (claim["period_start"], claim["period_end"], claim["said_on"]) == ("2016-09-23", "2016-09-28", "2016-09-28")
    publishers = {keyed("documents")[row["document_id"]]["publisher_id"] for row in citations(claim["observation_id"])}
    assert len(publishers - {"media-line"}) == 22


@pytest.mark.parametrize(("claim", "publishers"), [("children-injured", 20), ("doctors", 18)])
def test_the_other_two_most_echoed_claims_keep_their_publishers(claim: str, publishers: int) -> None:
    rows = citations(f"unicef-20160928-{claim}")
    found = {keyed("documents")[row["document_id"]]["publisher_id"] for row in rows} - {"media-line"}
    assert len(found) == publishers


def test_the_seed_article_is_entered_with_its_own_words() -> None:
    rows = {row["observation_id"]: row for row in table("citations") if row["citation_id"].endswith("-at-media-line")}
    document = keyed("documents")[next(iter(rows.values()))["document_id"]]
    assert (document["published_on"], document["published_on_basis"]) == ("2016-09-29", "inferred")
    killed = rows["unicef-20160928-children-killed"]
    assert printed(killed) == SAME  # at least 96, as UNICEF said
    assert (killed["period_start"], killed["period_end"]) == ("2016-09-23", "2016-09-29")  # but in the past week
    assert printed(rows["unicef-20160928-doctors"]) == ("30", "", "", "exact")  # some 30 became only 30
    assert rows["circ-250k-east-2016"]["attribution"] == "none"
    assert printed(rows["sohr-20160928-bakery-6"]) == ("6", "", "", "exact")


def test_a_bakery_out_of_service_is_a_state_without_a_number() -> None:
    claim = observation("sohr-20160929-anadan-bakery")
    assert (claim["measure"], printed(claim)) == ("status", ("", "", "", "exact"))


def test_hundreds_of_thousands_stays_in_words() -> None:
    claim = observation("mansour-201609-syria-killed")
    assert (printed(claim), claim["period_start"], claim["period_end"]) == (("", "", "", "vague"), "", "")


def test_circulating_figures_have_no_claimant_and_no_origin() -> None:
    circulating = [row for row in table("observations") if row["is_circulating"] == "true"]
    assert {row["observation_id"] for row in circulating if row["crisis_id"] == ALEPPO} == {
        "circ-250k-east-2016",
        "circ-275k-east-2016",
        "circ-300k-east-2016",
        "circ-100k-children-east-2016",
        "circ-1.2m-west-2016",
    }
    for claim in circulating:
        assert claim["claimant_id"] == ""
        assert {row["role"] for row in citations(claim["observation_id"])} == {"echo"}


def test_documents_without_a_source_are_marked_and_name_nobody() -> None:
    silent = [row for row in table("citations") if row["attribution"] == "none"]
    assert len(silent) > 60
    assert {row["attributed_to"] for row in silent} == {""}
    assert citation("unicef-20160928-doctors-at-lasexta") in silent  # the README's doubtful row 589
    doubtful = observation("egeland-20161110-275k")
    assert doubtful["claimant_id"] == ""  # and row 148


def test_another_named_source_is_kept_beside_the_claimant() -> None:
    row = citation("unicef-20160928-children-killed-at-iiwfs")
    assert (row["attribution"], row["attributed_to"]) == ("other", "al-jazeera")
    for other in (row for row in table("citations") if row["attribution"] == "other"):
        assert other["attributed_to"]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("rumod-20161214-5992", "5992"),  # 5.992 civis
        ("icrc-20161219-15k-day", "15000"),  # 15.000 Menschen
        ("who-201612-area", "2.6"),  # 2.6 kilómetros cuadrados
        ("unicef-20160924-water", "1750000"),
        ("icrc-20161208-118", "118"),  # Száztizennyolc
    ],
)
def test_number_formats_were_read_right(key: str, value: str) -> None:
    assert observation(key)["value"] == value


def test_headline_and_body_of_one_page_are_two_citations() -> None:
    rows = citations("obrien-20161129-16k")
    hngn = [printed(row) for row in rows if row["citation_id"].startswith("obrien-20161129-16k-at-hngn")]
    assert hngn == [SAME, ("16000", "", "", "nearly")]


def test_wire_copies_name_the_agency() -> None:
    document = keyed("documents")[citation("who-20160930-killed-at-boursorama")["document_id"]]
    assert (document["publisher_id"], document["text_from_id"]) == ("boursorama", "reuters")


def test_nothing_names_a_day_that_no_page_shows() -> None:
    for row in table("documents"):
        assert bool(row["published_on"]) == bool(row["published_on_basis"]), row["document_id"]


def test_no_place_is_located_more_finely_than_a_district() -> None:
    for place in table("places"):
        assert place["kind"] != "site" or not place["latitude"], place["place_id"]
        assert all(len(place[axis].partition(".")[2]) <= 2 for axis in ("latitude", "longitude"))


def test_places_reach_syria_through_the_governorate_and_the_city() -> None:
    chain, place = [], "maadi"
    while place:
        chain.append(place)
        place = keyed("places")[place]["parent_id"]
    assert chain == ["maadi", "eastern-aleppo", "aleppo-city", "aleppo", "aleppo-governorate", "syria"]


def test_every_indicator_is_labelled_in_both_languages_and_used() -> None:
    used = {row["indicator_id"] for name in ("observations", "citations") for row in table(name)} - {""}
    for indicator in table("indicators"):
        assert indicator["label"]
        assert indicator["label_ar"]
        assert indicator["definition"].endswith(".")
        assert indicator["hxl"].startswith("#")
    assert used == set(keyed("indicators"))


def test_later_figures_replace_earlier_ones_only_of_one_claimant_or_say_why_its_sister_does() -> None:
    for row in table("observations"):
        if row["revises"]:
            assert row["change"]
            earlier = observation(row["revises"])
            claimants = {earlier["claimant_id"], row["claimant_id"]}
            assert len({_topmost(claimant) for claimant in claimants}) == 1, row["observation_id"]
            assert len(claimants) == 1 or row["note"], row["observation_id"]


def test_charts_can_name_every_event_of_the_timeline() -> None:
    days = [event["date"] for event in table("events")]
    wanted = ["2016-09-12", "2016-09-19", "2016-09-22", "2016-10-20", "2016-11-04", "2016-11-15", "2016-12-15"]
    assert days[: len(wanted)] == wanted
    assert all(event["label_ar"] for event in table("events"))


def test_every_organisation_and_place_is_used_by_some_row() -> None:
    rows = [row for name in TABLES for row in table(name)]
    for name in ("organisations", "places"):
        columns = [
            column.name for other in TABLES.values() for column in other.references() if column.references == name
        ]
        used = {row[column] for row in rows for column in columns if column in row}
        assert set(keyed(name)) <= used, set(keyed(name)) - used


def _topmost(organisation: str) -> str:
    while parent := keyed("organisations")[organisation]["parent_id"]:
        organisation = parent
    return organisation
