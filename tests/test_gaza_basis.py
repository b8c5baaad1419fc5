"""May 2024, when OCHA's table turned from all reported dead to the identified: never fewer people killed."""

from __future__ import annotations

import datetime as dt
from functools import cache

import pytest
from shipped import DATA, citation, citations, keyed, observation, printed

from tracker import series
from tracker.catalogue import Catalogue, Filter
from tracker.store import Store

CRISIS = "gaza-2023"


@cache
def catalogue() -> Catalogue:
    return Catalogue.of(Store(DATA))


def lines(indicator: str, claimant: str) -> dict[str, object]:
    """What a chart may join of one claimant's figures, by observation."""
    claims = series.select(catalogue(), Filter(crisis=(CRISIS,), indicator=(indicator,))).claims
    chosen = claims[claims.claimant_id.eq(claimant) & claims.joins]
    return {row.observation_id: row for row in chosen.itertuples(index=False)}


def test_the_figures_of_6_may_are_the_media_offices_and_those_of_8_may_the_ministrys() -> None:
    for who, before, after in (("children", "14500", "7797"), ("women", "9500", "4959")):
        old, new = observation(f"ocha-{who}--20240506-gmo"), observation(f"ocha-{who}--20240508-identified")
        assert (old["value"], old["claimant_id"], old["basis"]) == (before, "gaza-gmo", "reported")
        assert (new["value"], new["claimant_id"], new["basis"]) == (after, "gaza-moh", "identified")
        assert (old["said_on"], new["said_on"]) == ("2024-05-06", "2024-05-08")


def test_the_change_of_may_2024_is_a_change_of_basis_within_the_ministrys_own_count() -> None:
    for who in ("children", "women"):
        claim = observation(f"ocha-{who}--20240508-identified")
        assert (claim["revises"], claim["change"]) == (f"moh-20240106-{who}", "basis_change")
        assert claim["population"] == f"{who}, identified dead only"
        assert claim["note"].startswith("Another basis, not fewer killed")
        assert "34,735 to 34,844" in claim["note"]


@pytest.mark.parametrize("who", ["children", "women"])
def test_no_line_leads_from_all_reported_dead_to_the_identified(who: str) -> None:
    ministry, office = lines(f"{who}_killed", "gaza-moh"), lines(f"{who}_killed", "gaza-gmo")
    identified, before = ministry[f"ocha-{who}--20240508-identified"], ministry[f"moh-20240106-{who}"]
    assert identified.break_before == "basis"
    assert identified.segment != before.segment
    assert not any(row.is_fall for row in (*office.values(), identified))
    assert office[f"ocha-{who}--20240506-gmo"].segment != office[f"gmo-20240503-{who}"].segment
    assert office[f"gmo-20240503-{who}"].segment == office[f"gmo-20240513-{who}"].segment


def test_the_total_of_the_dead_never_falls_around_may_2024() -> None:
    keys = ("20240506-total", "20240508-total", "20240510-total", "20240513-total")
    totals = [observation(f"ocha-killed--{key}") for key in keys]
    assert [row["value"] for row in totals] == ["34735", "34844", "34904", "35000"]
    assert [row["claimant_id"] for row in totals] == ["gaza-gmo", "gaza-moh", "gaza-moh", "gaza-moh"]
    for claimant in ("gaza-gmo", "gaza-moh"):
        assert not any(row.is_fall for row in lines("people_killed", claimant).values())


def test_the_identified_are_a_part_of_the_dead_and_replace_no_total() -> None:
    identified = observation("ocha-killed--20240508-identified")
    assert (identified["basis"], identified["revises"]) == ("identified", "")
    parts = [
        observation(f"ocha-{part}--20240508-identified")["value"] for part in ("children", "women", "elderly", "men")
    ]
    assert sum(int(part) for part in parts) == 24686 == int(identified["value"])
    assert "not all the dead" in identified["note"]


def test_the_ministrys_own_tables_differ_by_a_few_and_stand_beside() -> None:
    values = [
        observation(f"ocha-{part}--20240508-identified-list")["value"] for part in ("children", "women", "killed")
    ]
    assert values == ["7796", "4960", "24682"]
    assert observation("ocha-killed--20240508-identified-list")["scope_note"] == "As in the ministry’s own tables."


def test_a_page_that_drops_identified_counts_other_people() -> None:
    for key in ("children--20240508-identified-at-newsworthy-news", "killed--20240508-identified-at-united-headlines"):
        assert citation(f"ocha-{key}")["population"] in {"children", "people"}
    assert citation("ocha-children--20240508-identified-at-newsworthy-news")["period_end"] == "2024-05-08"
    assert citation("ocha-children--20240508-identified-at-ynetnews")["period_end"] == "2024-05-10"


def test_the_source_a_page_names_wrongly_is_kept_as_named() -> None:
    drifted = citation("ocha-children--20240506-gmo-at-newsworthy-news")
    assert (drifted["attribution"], drifted["attributed_to"]) == ("other", "gaza-moh")
    lost = citation("ocha-children--20240506-gmo-at-world-magazine")
    assert (printed(lost), lost["attributed_to"]) == (("13000", "", "", "about"), "gaza-moh")
    for key in ("gmo-202408-children-16314", "gmo-202411-17492-children"):
        assert observation(key)["claimant_id"] == "gaza-gmo"
        assert citations(key)[0]["attribution"] == "other"


def test_shares_on_three_bases_are_not_compared() -> None:
    found = {
        "ocha-women-children-share--20240430": "identified",
        "who-women-children-share--56-60": "estimated",
        "gmo-20240503-share": "reported",
        "ohchr-women-children-share": "verified",
    }
    assert {key: observation(key)["basis"] for key in found} == found
    assert printed(observation("who-women-children-share--56-60")) == ("", "56", "60", "between")


def test_a_gap_between_two_bases_is_no_number_of_people() -> None:
    gap = observation("ocha-women-children-gap")
    assert (gap["indicator_id"], gap["claimant_id"]) == ("women_children_killed_gap", "democratie-nouvelle")
    assert "not a number of people" in keyed("indicators")["women_children_killed_gap"]["definition"]
    assert observation("ocha-revision-share-50")["claimant_id"] == "israeli-foreign-ministry"


def test_a_window_that_leaves_out_the_figure_before_still_tells_of_the_change() -> None:
    spring = Filter(crisis=(CRISIS,), indicator=("children_killed",), since=dt.date(2024, 4, 1))
    claims = series.select(catalogue(), spring).claims.set_index("observation_id")
    assert "moh-20240106-children" not in claims.index
    assert claims.break_before["ocha-children--20240508-identified"] == "basis"
