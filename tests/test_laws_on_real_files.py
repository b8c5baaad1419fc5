"""The laws on real public files: falls, resets, restatements and carried-forward values are taken for what they are."""

import datetime as dt

import datasets
import pandas as pd
import pytest
from datasets import table

from tracker import words
from tracker.claims.compatibility import Claim, Result, verdict
from tracker.figure import Figure
from tracker.gaps import gaps
from tracker.increments import Increment, Withheld, increments
from tracker.languages import language
from tracker.series import arrange
from tracker.totals import Refusal, Total, total

pytestmark = datasets.needed


def arranged(rows):
    return arrange(table(rows))


def falls(rows):
    fallen = rows[rows.is_fall]
    return list(zip(fallen.period_end.dt.strftime("%Y-%m-%d"), fallen.value, strict=True))


@pytest.fixture(scope="module")
def gaza():
    return arranged(datasets.gaza_totals("killed_cum"))


def test_gaza_the_last_running_total_is_as_reported(gaza):
    assert gaza.value.iloc[gaza.day.argmax()] == 73_419
    assert len(gaza) == 1_033 and not gaza.is_fall.any()


def test_gaza_steps_lead_from_the_ministry_s_first_figure_to_its_last(gaza):
    own = gaza[gaza.claimant_id.eq("gaza-health-ministry")]
    steps = increments(own)
    assert sum(step.figure.value for step in steps) == own.value.iloc[-1] - own.value.iloc[0] == 73_419 - 232
    assert sum(step.period.days for step in steps) == (own.day.iloc[-1] - own.day.iloc[0]).days


def test_gaza_reports_of_hours_are_not_added_though_each_is_printed_every_day():
    rows = table(datasets.gaza_by_hours())
    answer = total(rows[rows.claimant_id.eq("gaza-health-ministry")])
    assert {conflict.code for conflict in answer.conflicts} == {"periods-overlap"}
    assert answer.largest_disjoint.figure.value < 73_419


def test_gaza_a_day_s_report_differs_from_the_rise_of_the_total_on_seven_days():
    merged = arranged(datasets.gaza_totals("killed_cum", claimant_id="either-office"))
    rises = {str(step.period): step.figure.value for step in increments(merged)}
    printed = {row["period_end"]: row["value"] for row in datasets.gaza_by_hours()}
    differ = [day for day, value in printed.items() if day in rises and rises[day] != value]
    assert differ == [
        "2023-12-05",
        "2023-12-08",
        "2023-12-09",
        "2024-01-12",
        "2024-01-16",
        "2024-08-27",
        "2024-08-28",
    ]


def test_gaza_days_without_a_total_stay_empty():
    merged = arranged(datasets.gaza_totals("killed_cum", claimant_id="either-office"))
    assert sum(gap.period.days for gap in gaps(merged, silent_days=1)) == 18


@pytest.mark.parametrize(
    ("column", "fallen"),
    [
        ("killed_women_cum", [("2023-10-19", 1000), ("2023-10-21", 967)]),
        ("famine_cum", [("2025-07-22", 101)]),
        ("killed_cum", []),
    ],
)
def test_gaza_falls_are_flagged_where_they_are_and_kept(column, fallen):
    rows = arranged(datasets.gaza_totals(column, claimant_id="either-office"))
    assert falls(rows) == fallen
    below = [step for step in increments(rows) if step.is_fall]
    assert len(below) == len(fallen) and all(step.figure.value < 0 for step in below)


def test_gaza_what_the_compiler_filled_in_joins_no_line_and_its_fall_is_still_seen():
    rows = arranged(datasets.gaza_filled("ext_press_killed_cum"))
    assert falls(rows) == [("2023-12-24", 97)]
    assert not rows.joins.any() and increments(rows) == ()


def test_gaza_the_compiler_s_days_add_up_to_its_total():
    answer = total(table(datasets.gaza_daily_filled()))
    assert isinstance(answer, Total)
    assert answer.figure == Figure(73_419.0)
    assert answer.days == answer.period.days == 1_051


def test_gaza_reported_and_filled_in_are_never_added():
    answer = total(table([*datasets.gaza_daily_filled()[:1], *datasets.gaza_by_hours()[5:6]]))
    assert {conflict.code for conflict in answer.conflicts} >= {"claimant-differs", "basis-differs"}


def test_gaza_a_restated_past_keeps_both_figures_and_is_no_fall():
    rows = arranged(datasets.gaza_twice())
    restated = rows[rows.is_superseded]
    assert len(restated) == 23
    assert rows.set_index("observation_id").value[["killed_cum-2023-10-07-2024-02-04"]].tolist() == [198]
    assert not restated.joins.any() and not rows.is_fall.any()
    revised = rows[rows.change.eq("revision")]
    assert len(revised) == 23
    first = ~rows[rows.joins].duplicated("segment")  # nothing leads to the first figure of a count
    assert set(revised[revised.joins & ~first.reindex(revised.index, fill_value=False)].step) == {"revision"}


def test_gaza_gaps_that_were_filled_later_revise_nothing():
    rows = table(datasets.gaza_twice())
    late = rows[rows.period_end.le("2024-02-04") & rows.known_on.gt("2024-02-04") & rows.change.isna()]
    assert late.period_end.dt.strftime("%Y-%m-%d").tolist() == ["2023-10-13", "2023-10-28"]


@pytest.fixture(scope="module")
def west_bank():
    return arranged(datasets.west_bank("killed_cum"))


def test_west_bank_verified_and_flash_counts_are_two_counts(west_bank):
    joined = west_bank[west_bank.joins]
    assert joined.groupby("segment").basis.unique().map(list).tolist() == [["reported"], ["verified"]]
    assert joined.groupby("basis").size().to_dict() == {"reported": 256, "verified": 402}


def test_west_bank_what_was_carried_forward_is_never_drawn_as_fresh(west_bank):
    carried = west_bank[west_bank.basis.eq("imputed")]
    assert len(carried) == 795 and not carried.joins.any()
    steps = increments(west_bank)
    assert not {name for step in steps for name in step.observation_ids} & set(carried.observation_id)


def test_west_bank_the_two_counts_disagree_on_392_of_402_days():
    rows = [{**row, "basis": row["basis"].replace("imputed", "reported")} for row in datasets.west_bank("killed_cum")]
    claims = table(rows).assign(kind=lambda found: found.observation_id.str.split("-").str[0])
    of_day = {(claim.row.kind, claim.period.end): claim for claim in map(Claim.of, claims.itertuples())}
    pairs = [(claim, of_day["flash", day]) for (kind, day), claim in of_day.items() if kind == "verified"]
    results = [verdict(one, other).result for one, other in pairs]
    assert (len(results), results.count(Result.INCOMPATIBLE)) == (402, 392)


def test_west_bank_a_child_less_in_a_running_total_is_shown():
    rows = arranged(datasets.west_bank("injured_children_cum"))
    assert ("2026-07-20", 1902) in falls(rows)


def test_lebanon_a_counter_set_anew_is_a_new_count_and_no_fall():
    rows = arranged(datasets.lebanon())
    assert not rows.is_fall.any()
    broken = rows[rows.break_before.ne("")]
    assert broken.break_before.tolist() == broken.step.tolist()
    (reset,) = broken[broken.break_before.eq("start")].itertuples()
    assert (reset.value, str(reset.day.date()), str(reset.period_start.date())) == (123, "2026-03-05", "2026-03-01")
    assert rows.segment.nunique() == 2


def test_lebanon_nothing_is_subtracted_across_the_reset():
    rows = arranged(datasets.lebanon())
    steps = increments(rows)
    assert len(steps) == len(rows) - 2
    assert sum(step.figure.value for step in steps) == (4047 - 77) + (rows.value.iloc[-1] - 123)
    before, after = dt.date(2024, 12, 4), dt.date(2026, 3, 5)
    assert not [step for step in steps if step.period.start <= after and step.period.end > before]


def test_lebanon_without_a_start_of_its_own_the_reset_is_a_fall_that_is_shown():
    rows = arranged(datasets.lebanon(is_one_count=True))
    assert falls(rows) == [("2026-03-05", 123)]
    (fall,) = [step for step in increments(rows) if step.is_fall]
    assert fall.figure == Figure(123.0 - 4047.0)


@pytest.fixture(scope="module")
def syria():
    return table(datasets.syria())


def test_syria_is_read_as_published(syria):
    assert len(syria) == 6_170
    assert syria[["value_low", "value", "value_high"]].sum().tolist() == [43_538, 48_710, 49_642]
    assert syria.note.astype(int).sum() == 10_203


def test_syria_bounds_that_contradict_their_best_figure_stay_as_published(syria):
    """A least above the best figure in six events, a most below it in nine: kept, and never put right."""
    below, above = syria[syria.value_low > syria.value], syria[syria.value_high < syria.value]
    assert (len(below), len(above)) == (6, 9)
    for row in pd.concat([below, above]).itertuples():
        assert Figure.of(row) == Figure(row.value, row.value_low, row.value_high)


def test_syria_events_that_share_days_and_places_are_not_added_whatever_their_sum(syria):
    answer = total(syria)
    assert isinstance(answer, Refusal)
    assert {"place-differs", "periods-overlap"} <= {conflict.code for conflict in answer.conflicts}
    assert answer.at_least is None and answer.largest_disjoint is None


def test_syria_events_of_one_place_on_days_of_their_own_add_up_with_their_bounds(syria):
    aleppo = syria[syria.place_id.str.startswith("Aleppo Governorate")]
    week = aleppo[aleppo.period_start.ge("2016-09-21") & aleppo.period_end.le("2016-09-28")]
    assert len(aleppo) == 1_975
    assert (len(week), week.value_low.sum(), week.value.sum(), week.value_high.sum()) == (46, 356, 357, 368)
    assert week.note.astype(int).sum() == 260
    answers = {place: total(of_place) for place, of_place in week.groupby("place_id")}
    added = {place: answer for place, answer in answers.items() if isinstance(answer, Total)}
    refused = {
        conflict.code for answer in answers.values() if isinstance(answer, Refusal) for conflict in answer.conflicts
    }
    assert len(added) > 5 and refused == {"periods-overlap"}
    for place, answer in added.items():
        own = week[week.place_id.eq(place)]
        said = answer.figure.value, answer.figure.lowest, answer.figure.highest
        assert said == (own.value.sum(), own.value_low.sum(), own.value_high.sum())


def test_ukraine_every_total_keeps_its_own_hedge():
    rows = arranged(datasets.ukraine())
    said = {words.figure(Figure.of(row), language("en")).rsplit(" ", 1)[0] for row in rows.itertuples()}
    assert said == {"about", "more than"}
    assert rows.qualifier.value_counts().to_dict() == {"about": 1620, "more_than": 6}


def test_ukraine_floors_that_stay_are_not_days_without_losses():
    steps = increments(arranged(datasets.ukraine()))
    assert len(steps) == 1_625
    assert all(isinstance(step, Withheld) and step.code == "hedges-open" for step in steps)
    assert not [step for step in steps if isinstance(step, Increment)]


def test_ukraine_floors_and_estimates_are_no_falls():
    assert falls(arranged(datasets.ukraine())) == []


def test_every_file_keeps_each_of_its_claims_as_it_was():
    given = table(datasets.west_bank("killed_cum"))
    kept = arrange(given)[given.columns].sort_values("observation_id", ignore_index=True)
    pd.testing.assert_frame_equal(kept, given.sort_values("observation_id", ignore_index=True))
