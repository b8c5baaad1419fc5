"""The laws of honest time, each tried on a thousand records or more: what nothing here may ever do to a figure."""

import csv as reader
import datetime as dt
import functools
import io
import itertools
import json
import math

import numpy as np
import pandas as pd
import pytest
import record
from conftest import write
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker import charts, words
from tracker.agreement import agreement
from tracker.catalogue import Catalogue, Filter
from tracker.citing import Citing
from tracker.exports import csv
from tracker.figure import Figure
from tracker.increments import Increment, difference, increments
from tracker.languages import available, language
from tracker.period import Period
from tracker.series import SAME_COUNT, Series, arrange, superseded
from tracker.store import Store
from tracker.totals import AGREE, Refusal, Total, greatest_lower_bound, largest_disjoint, total

LAW = settings.get_profile("law")
FIRST = record.FIRST
PARENTS = {"al-shaar": "eastern-aleppo", "eastern-aleppo": "aleppo"}
NUMBERS = ("value", "value_low", "value_high")
BOUNDS = {"at_least": "low", "more_than": "low", "at_most": "high", "less_than": "high"}
HEDGES = ["exact", "at_least", "more_than", "at_most", "less_than", "about", "nearly", "between", "vague"]
USUAL = {
    "crisis_id": "aleppo-2016",
    "indicator_id": "children_killed",
    "claimant_id": "sohr",
    "place_id": "eastern-aleppo",
    "basis": "reported",
    "population": None,
    "scope_note": None,
    "measure": "flow",
    "date_precision": "day",
    "change": None,
    "superseded_by": None,
    "superseded_change": None,
    "rank": "normal",
    "wording": None,
    "indicator_label": "Children killed",
    "indicator_unit": "people",
    "place_name": "Eastern Aleppo",
    "claimant_short": "SOHR",
}
OTHERS = {
    "indicator_id": "people_killed",
    "claimant_id": "unicef",
    "place_id": "aleppo",
    "basis": "verified",
    "population": "girls",
    "scope_note": "air strikes only",
}


def figure(qualifier, number, more=0):
    return (
        Figure.claimed(qualifier, number, number + more)
        if qualifier == "between"
        else Figure.claimed(qualifier, number)
    )


FIGURES = st.builds(figure, st.sampled_from(HEDGES), st.integers(0, 60).map(float), st.integers(0, 9).map(float))
# (first day, further days, figure, what is unusual about the claim)
SPANS = st.tuples(st.integers(0, 40), st.integers(0, 9), FIGURES)
ODD = st.sampled_from([None, None, None, *OTHERS, "stock", "cumulative", "superseded_by", "undated"])


def row(number, first, days, claimed, **cells):
    start = FIRST + dt.timedelta(days=first)
    figures = {"value": claimed.value, "value_low": claimed.low, "value_high": claimed.high}
    dates = {"period_start": start, "period_end": start + dt.timedelta(days=days)}
    return {**USUAL, "observation_id": f"c{number}", **dates, **figures, "qualifier": claimed.qualifier, **cells}


def odd(number, span, oddity):
    if oddity in OTHERS:
        return row(number, *span, **{oddity: OTHERS[oddity]})
    if oddity == "undated":
        return row(number, *span, period_start=None)
    if oddity == "superseded_by":
        return row(number, *span, superseded_by="later", superseded_change="correction")
    return row(number, *span, **({"measure": oddity} if oddity else {}))


def frame(rows):
    """The types that a catalogue gives, made as fast as a law needs it."""
    columns = {name: [one[name] for one in rows] for name in rows[0]}
    for name in NUMBERS:
        columns[name] = np.array([np.nan if cell is None else cell for cell in columns[name]])
    for name in ("period_start", "period_end"):
        columns[name] = np.array([cell or "NaT" for cell in columns[name]], dtype="datetime64[us]")
    for name in ("change", "superseded_by", "superseded_change", "population", "scope_note", "claimant_id", "wording"):
        columns[name] = pd.array(columns[name], dtype="str")
    return pd.DataFrame(columns).assign(known_on=columns["period_end"])


def records(least=1, most=5):
    spans = st.lists(st.tuples(SPANS, ODD), min_size=least, max_size=most)
    return spans.map(lambda drawn: frame([odd(n, span, oddity) for n, (span, oddity) in enumerate(drawn)]))


def sums(claims):
    """Every number that adding gives: the total, or what a refusal offers in its place."""
    answer = total(claims, parents=PARENTS)
    found = (answer.at_least, answer.largest_disjoint) if isinstance(answer, Refusal) else (answer,)
    return [(one, claims[claims.observation_id.isin(one.observation_ids)]) for one in found if one]


@given(records())
def test_what_a_refusal_offers_can_be_asked_for_by_itself(claims):
    answer = total(claims)
    if isinstance(answer, Refusal):
        assert (greatest_lower_bound(claims), largest_disjoint(claims)) == (answer.at_least, answer.largest_disjoint)


@LAW
@given(records())
def test_only_events_of_one_count_and_place_that_share_no_day_are_ever_added(claims):
    """Levels and running totals never, overlapping periods never, claimants, places and ways of counting never."""
    for _, added in sums(claims):
        assert added.measure.eq("flow").all()
        spans = [Period.of(one) for one in added.itertuples()]
        assert not any(one.overlaps(other) in {True, None} for one, other in itertools.combinations(spans, 2))
        assert all(added[column].fillna("").nunique() == 1 for column in AGREE)
        assert added.superseded_by.isna().all()


@LAW
@given(st.lists(st.sampled_from(["al-shaar", "eastern-aleppo", "aleppo", "idlib"]), min_size=2, max_size=4))
def test_a_part_and_its_whole_are_never_added_and_the_refusal_says_so(places):
    claims = frame([row(n, 2 * n, 1, Figure(5.0), place_id=where) for n, where in enumerate(places)])
    answer = total(claims, parents=PARENTS)
    assert isinstance(answer, Total) == (len(set(places)) == 1)
    nests = len(set(places) - {"idlib"}) > 1
    assert nests == (isinstance(answer, Refusal) and "places-nest" in {found.code for found in answer.conflicts})


def hedged(truth, qualifier, slack):
    """A figure whose words allow the truth."""
    if qualifier == "between":
        return Figure.claimed("between", truth - slack, truth + slack)
    if qualifier in BOUNDS:
        strict = qualifier in {"more_than", "less_than"}
        away = slack + (1 if strict else 0)
        return Figure.claimed(qualifier, truth - away if BOUNDS[qualifier] == "low" else truth + away)
    return Figure(float(truth))


TRUTHS = st.tuples(st.integers(0, 99), st.sampled_from(["exact", "between", *BOUNDS]), st.integers(0, 9))


def allows(claimed, truth):
    strict = {"more_than", "less_than"}
    inside = claimed.lowest <= truth <= claimed.highest
    return inside and not (claimed.qualifier in strict and truth in {claimed.low, claimed.high})


@LAW
@given(st.lists(TRUTHS, min_size=1, max_size=5))
def test_a_sum_says_no_more_than_its_claims_do(truths):
    claims = frame([row(n, 3 * n, 1, hedged(*truth)) for n, truth in enumerate(truths)])
    answer = total(claims)
    if isinstance(answer, Total):
        assert allows(answer.figure, sum(truth for truth, _, _ in truths))
        is_plain = all(Figure.of(one).lowest == Figure.of(one).highest for one in claims.itertuples())
        assert (answer.figure.lowest == answer.figure.highest) == is_plain  # no hedge is lost on the way
    elif answer.at_least:
        assert answer.at_least.figure.low <= sum(truth for truth, _, _ in truths)


@LAW
@given(TRUTHS, TRUTHS)
def test_a_difference_says_no_more_than_its_two_totals_do(later, earlier):
    found = difference(hedged(*later), hedged(*earlier))
    if found is not None:
        assert allows(found, later[0] - earlier[0])


COUNTS = st.lists(
    st.tuples(
        st.integers(0, 100),
        FIGURES,
        st.sampled_from(
            [None, None, None, None, *SAME_COUNT[3:], "place_id", "claimant_id", "start", "measure", "change"]
        ),
        st.sampled_from(["cumulative", "cumulative", "stock"]),
    ),
    min_size=2,
    max_size=6,
)


TOGETHER = (
    4  # records that are arranged and drawn at once, each of an indicator of its own: it costs little more than one
)


def counted(records):
    rows = []
    for number, drawn in enumerate(records):
        for day, claimed, oddity, measure in drawn:
            cells = {
                "measure": measure,
                "period_start": FIRST - dt.timedelta(days=30),
                "indicator_id": f"count-{number}",
            }
            cells |= {oddity: OTHERS[oddity]} if oddity in OTHERS else {}
            cells |= {"start": {"period_start": FIRST}, "change": {"change": "basis_change"}}.get(oddity, {})
            cells |= {"measure": "flow"} if oddity == "measure" else {}
            rows.append(row(len(rows), day, 0, claimed, **cells))
    return frame(rows)


@settings(LAW, max_examples=LAW.max_examples // TOGETHER)
@given(st.lists(COUNTS, min_size=TOGETHER, max_size=TOGETHER).map(counted))
def test_no_line_and_no_difference_crosses_from_one_count_to_another(claims):
    rows = arrange(claims)
    known = {one.observation_id: one for one in rows.itertuples()}
    series = Series(object(), rows, ("sohr", "unicef"))
    for trace in charts.timeline(series, language=language("en"))["data"]:
        if trace["meta"]["role"] in {"line", "hold"}:
            assert_within_counts(trace, known)
        assert_claimed(trace, known)
    steps = increments(rows)
    for step in steps:
        one, other = (known[name] for name in step.observation_ids)
        assert one.segment == other.segment and {one.measure, other.measure} == {"cumulative"}
        assert one.period_start == other.period_start and step.period.end == other.period_end.date()
        if isinstance(step, Increment) and one.value == one.value and other.value == other.value:
            assert step.is_fall <= (other.value <= one.value)  # nor is a fall made where none was said
    stepped = {name for step in steps for name in step.observation_ids}
    assert set(rows[rows.is_fall].observation_id) <= stepped


def assert_within_counts(trace, known):
    points = zip(trace["customdata"], trace["y"], strict=True)
    for ((one,), y), ((other,), after) in itertools.pairwise(points):
        if y is not None and after is not None and one != other:
            first, second = known[one], known[other]
            assert first.segment == second.segment and not second.break_before
            assert first.joins and second.joins
            assert all(one_of(first, column) == one_of(second, column) for column in SAME_COUNT)


def one_of(claim, column):
    cell = getattr(claim, column)
    return cell if isinstance(cell, str) else ""


def assert_claimed(trace, known):
    """Nothing stands at a number that its claim does not have."""
    for (name,), y in zip(trace["customdata"], trace["y"], strict=True):
        if y is not None:
            assert y in {getattr(known[name], column) for column in NUMBERS}


@LAW
@given(st.lists(st.tuples(FIGURES, st.integers(0, 9)), min_size=1, max_size=4))
def test_blank_never_becomes_zero_nor_zero_blank(figures):
    claims = frame([row(n, n, 0, Figure(0.0) if zero == 0 else claimed) for n, (claimed, zero) in enumerate(figures)])
    for given_row, cells in zip(claims.itertuples(), reader.DictReader(io.StringIO(csv.text(claims), "")), strict=True):
        for column in NUMBERS:
            number = getattr(given_row, column)
            assert cells[column] == ("" if math.isnan(number) else f"{number:g}")
        claimed = Figure.of(given_row)
        says_nought = words.figure(claimed, language("en")) == "0"
        assert says_nought == (claimed == Figure(0.0))
    if claims[list(NUMBERS)].isna().all(axis=None):
        assert not sums(claims)


@LAW
@given(FIGURES, st.sampled_from(available()))
def test_no_words_no_citation_and_no_table_loses_a_hedge(claimed, code):
    reads = language(code)
    claims = frame([row(0, 0, 5, claimed, wording="dozens" if claimed.qualifier == "vague" else None)])
    (one,) = claims.itertuples()
    said = words.figure(claimed, reads, wording="dozens", unit="people")
    assert claimed.qualifier == "exact" or said != reads.number(claimed.value or 0)
    citing = Citing(one, "https://tracker.example/a", FIRST, reads)
    for text in (citing.sentence(), citing.plain(), citing.bibtex(), citing.csl_json(), words.sentence(one, reads)):
        assert said in text or json.dumps(said, ensure_ascii=False)[1:-1] in text
    (cells,) = reader.DictReader(io.StringIO(csv.text(claims), newline=""))
    numbers = {column: float(cells[column]) if cells[column] else None for column in NUMBERS}
    assert Figure(*numbers.values(), cells["qualifier"]) == claimed


DAYS = st.dates(FIRST, FIRST + dt.timedelta(days=60))


@LAW
@given(st.none() | DAYS, st.none() | DAYS)
def test_a_period_reads_back_as_it_was_written(start, end):
    assert Period.parse(str(Period(start, end))) == Period(start, end)


@pytest.fixture(scope="module")
def catalogues(tmp_path_factory):
    """The same rows twice, entered in another order."""
    rows = record.rows()
    backwards = {name: given_rows[::-1] for name, given_rows in rows.items()}
    folder = tmp_path_factory.mktemp("laws")
    stores = [Store(write(folder / name, **given_rows)) for name, given_rows in (("a", rows), ("b", backwards))]
    return [Catalogue.of(one) for one in stores]


@pytest.fixture(scope="module")
def known(catalogues):
    """The claims as of a day."""

    @functools.cache
    def ask(day):
        claims = catalogues[0].rows("claims", Filter(as_of=day))
        return claims.assign(is_wrong=superseded(claims)).set_index("observation_id")

    return ask


@LAW
@given(DAYS, DAYS)
def test_as_time_passes_rows_only_appear_or_become_superseded(known, one, other):
    before, after = known(min(one, other)), known(max(one, other))
    assert set(before.index) <= set(after.index)
    said = [*NUMBERS, "qualifier", "period_start", "period_end", "claimant_id", "known_on"]
    assert before[said].equals(after.loc[before.index, said])
    assert after.superseded_by[before.index][before.superseded_by.notna()].notna().all()
    assert set(before.index[before.is_wrong]) <= set(after.index[after.is_wrong])  # and never right again


@pytest.fixture(scope="module")
def written(catalogues):
    return functools.cache(lambda number, day: csv.text(catalogues[number].rows("claims", Filter(as_of=day))))


@LAW
@given(DAYS)
def test_one_day_over_the_same_rows_gives_the_same_bytes(written, day):
    assert written(0, day) == written(1, day)


@pytest.fixture(scope="module")
def agreed(catalogues):
    @functools.cache
    def ask(first, length):
        start = FIRST + dt.timedelta(days=first)
        period = Period(start, start + dt.timedelta(days=length))
        return agreement(catalogues[0], "people_killed", "eastern-aleppo", period=period)

    return ask


@LAW
@given(st.integers(0, 19), st.integers(0, 3))
def test_claimants_are_never_averaged_every_number_is_somebody_s(agreed, first, length):
    answer = agreed(first, length)
    claims = {claim for own in answer.claims.values() for claim in own}
    for spread in answer.spreads:
        together = [claim.figure.value for claim in claims if claim.period == spread.lowest[0].period]
        assert {*spread.lowest, *spread.highest} <= claims
        assert {claim.figure.value for claim in spread.lowest} == {min(together)}
        assert {claim.figure.value for claim in spread.highest} == {max(together)}
        assert len(spread.claimants) == len(together) > 1
