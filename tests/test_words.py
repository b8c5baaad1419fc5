import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker import words
from tracker.figure import Figure
from tracker.languages import available, language
from tracker.period import Period
from tracker.vocabularies import MEASURE, QUALIFIER

ENGLISH, ARABIC = language("en"), language("ar")
DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2030, 12, 31))
HEDGED = sorted(set(QUALIFIER) - {"exact", "vague"})


@pytest.mark.parametrize(
    ("claimed", "said"),
    [
        (Figure.claimed("at_least", 96), "at least 96"),
        (Figure.claimed("more_than", 1200), "more than 1,200"),
        (Figure.claimed("nearly", 100), "nearly 100"),
        (Figure.claimed("less_than", 100), "fewer than 100"),
        (Figure.claimed("between", 250_000, 275_000), "between 250,000 and 275,000"),
        (Figure.claimed("exact", 43.5), "43.5"),
        (Figure(low=30, qualifier="at_least"), "at least 30"),
        (Figure(357, 356, 368), "357 (356 to 368)"),
        (Figure(357, 356), "357 (at least 356)"),
        (Figure(96, 96, 120, "at_least"), "at least 96 (at most 120)"),
    ],
)
def test_a_figure_is_written_with_its_hedge(claimed, said):
    assert words.figure(claimed, ENGLISH) == said


def test_a_card_shows_the_bounds_beside_a_number():
    assert words.big(Figure(357, 356, 368), ENGLISH) == "357 (356 to 368)"
    assert words.big(Figure.claimed("at_least", 96), ENGLISH) == "96"


def test_a_share_is_written_with_its_unit():
    assert words.figure(Figure.claimed("about", 43), ENGLISH, unit="per cent") == "about 43%"


def test_words_of_quantity_are_quoted_and_never_become_a_number():
    assert words.figure(Figure.claimed("vague"), ENGLISH, wording="hundreds of thousands") == "“hundreds of thousands”"
    assert words.big(Figure.claimed("vague"), ENGLISH) == "no number given"


def read_back(text):
    """The figure that an English text says: the inverse of `words.figure`, and no more."""
    hedges = {words.hedge(Figure(1.0, qualifier=kind), ENGLISH): kind for kind in HEDGED}
    bounds = re.fullmatch(r"(.+) \((.+) to (.+)\)", text)
    if bounds:
        claimed = read_back(bounds[1])
        return Figure(claimed.value, number(bounds[2]), number(bounds[3]), claimed.qualifier)
    spread = re.fullmatch(r"between (.+) and (.+)", text)
    if spread:
        return Figure.claimed("between", number(spread[1]), number(spread[2]))
    hedge, _, rest = text.rpartition(" ")
    return Figure.claimed(hedges[hedge] if hedge else "exact", number(rest))


def number(text):
    return float(text.replace(",", ""))


NUMBERS = st.integers(0, 10**9).map(float) | st.integers(0, 10**6).map(lambda n: n / 8)


@given(st.sampled_from([*HEDGED, "exact"]), NUMBERS, NUMBERS)
def test_a_figure_reads_back_as_it_was_written(qualifier, a, b):
    claimed = Figure.claimed(qualifier, *((min(a, b), max(a, b)) if qualifier == "between" else (a,)))
    assert read_back(words.figure(claimed, ENGLISH)) == claimed


@given(NUMBERS, st.integers(1, 99), st.integers(1, 99), st.sampled_from(["exact", "about"]))
def test_a_best_figure_reads_back_with_its_bounds(value, below, above, qualifier):
    claimed = Figure(value, value - below, value + above, qualifier)
    assert read_back(words.figure(claimed, ENGLISH)) == claimed


def test_zero_is_a_number():
    assert words.figure(Figure.claimed("exact", 0), ENGLISH) == "0"


@given(st.sampled_from(HEDGED), st.integers(0, 10**9), st.sampled_from(available()))
def test_a_hedged_figure_never_appears_as_a_bare_number(qualifier, number, code):
    claimed, reader = Figure.claimed(qualifier, number, number + 1), language(code)
    assert words.figure(claimed, reader) != reader.number(number)
    assert words.hedge(claimed, reader)


@pytest.mark.parametrize(
    ("span", "measure", "said"),
    [
        ("2016-09-23/2016-09-28", "flow", "23–28 Sep 2016"),
        ("2016-09-27", "flow", "27 Sep 2016"),
        ("2016-09-28", "stock", "as of 28 Sep 2016"),
        ("2016-07-31/2016-09-08", "cumulative", "31 Jul – 8 Sep 2016"),
        ("2015-12-31/2016-01-02", "flow", "31 Dec 2015 – 2 Jan 2016"),
        ("../2016-12-12", "flow", "to 12 Dec 2016, start not stated"),
        ("2016-11-15/..", "cumulative", "from 15 Nov 2016, end not stated"),
        ("..", "flow", "period not stated"),
        ("..", "stock", "date not stated"),
    ],
)
def test_a_period_says_what_was_stated_and_what_was_not(span, measure, said):
    assert words.period(Period.parse(span), measure, ENGLISH) == said


def test_a_month_is_not_written_as_its_first_day():
    july = Period(dt.date(2016, 7, 1), dt.date(2016, 7, 31), "month")
    assert words.period(july, "flow", ENGLISH) == "Jul 2016"
    assert words.period(july, "flow", ARABIC, style="long") == "تموز/يوليو 2016"


@pytest.mark.parametrize(
    ("start", "end", "precision", "measure", "said"),
    [
        ((2016, 7, 1), (2016, 10, 7), "month", "cumulative", "Jul – Oct 2016"),
        ((2011, 3, 1), (2015, 10, 31), "month", "cumulative", "Mar 2011 – Oct 2015"),
        ((2016, 11, 1), (2016, 11, 30), "month", "stock", "as of Nov 2016"),
        ((2016, 11, 30), (2016, 11, 30), "month", "stock", "as of Nov 2016"),
        ((2011, 1, 1), (2015, 12, 31), "year", "flow", "2011 – 2015"),
        ((2016, 1, 1), (2016, 12, 31), "year", "stock", "as of 2016"),
        (None, (2016, 12, 31), "month", "flow", "to Dec 2016, start not stated"),
        ((2016, 10, 1), (2016, 10, 7), "week", "flow", "1–7 Oct 2016"),
    ],
)
def test_no_day_is_named_that_its_source_did_not_name(start, end, precision, measure, said):
    span = Period(start and dt.date(*start), end and dt.date(*end), precision)
    assert words.period(span, measure, ENGLISH) == said


@given(st.builds(Period, st.none() | DAYS, st.none() | DAYS), st.sampled_from(sorted(MEASURE)))
def test_every_period_has_words(span, measure):
    assert words.period(span, measure, ENGLISH)
    assert words.period(span, measure, ARABIC)


def test_one_claim_reads_as_one_sentence():
    class Claim:
        claimant_short, indicator_label, place_name, measure = "UNICEF", "Children killed", "Eastern Aleppo", "flow"
        value, value_low, qualifier = 96.0, 96.0, "at_least"
        period_start, period_end = dt.date(2016, 9, 23), dt.date(2016, 9, 28)

    assert words.sentence(Claim, ENGLISH) == "UNICEF: at least 96. Children killed, Eastern Aleppo, 23–28 Sep 2016."


def test_a_claim_of_nobody_is_said_to_be_unattributed():
    assert words.claimant(object(), ENGLISH) == "unattributed"
