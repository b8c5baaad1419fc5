"""Input made to hang a reader costs no more than its length."""

import datetime as dt
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.reading import extract

SIZE = 100_000
SECONDS = 2.0  # of this process, for half of the size that has to be read in this time
DAY = dt.date(2016, 9, 28)
UNITS = {
    "news": "At least 96 children were killed and 223 injured in Aleppo since Friday, according to UNICEF. ",
    "one sentence": "at least 96 children were killed and 223 injured in Aleppo since Friday according to UNICEF and ",
    "names": "Aaaa Bbbb said ",
    "offices": "Ministry of Health of ",
    "figures": "5 killed, ",
    "separators": "1,",
    "digits": "1",
    "letters": "a",
    "spaces": "\n ",
    "brackets": "(",
    "open brackets": "(5 killed ",
    "quotations": '" said " said ',
    "ranges of dates": "between 3 March and 4 April ",
    "unfinished ranges": "from 4 am on ",
    "number words": "one hundred and twenty ",
    "asides": ", including 5 children",
    "dashes": "- 5 - ",
    "initials": "u.",
    "elisions": "l'",
    "accents": "a\u0301\u0301",
    "statements": "the last hospital ",
}


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_no_text_takes_longer_than_its_length(unit):
    text = (unit * (SIZE // len(unit) + 1))[:SIZE]
    extract("Five people died.", DAY)
    began = time.process_time()
    extract(text, DAY)
    assert time.process_time() - began < SECONDS


WORDS = ["at least", "96", "1,500", "dozens", "children", "people", "killed", "injured", "were", "said", "UNICEF"]
GLUE = ["on Friday", "since", "in 2005", "of", "and", "of them", "including", ",", ".", "(", ")", " - ", "'s", '"']


TIMES = re.split(
    "; ",
    "9999999 days later; 999999999999 hours later; 5000 decades ago; 2000 decades ago; 1999 years ago; a month later; "
    "the previous week; the previous year; the previous month; a year earlier; 1999 years earlier; that year; "
    "in the same period of 2015; over the same period; as of 3 May; this year; two days after; since then; "
    "in epidemiological week 99; the 31st of this month; 29 February 2016; 1999 decades later",
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(WORDS + GLUE + TIMES), max_size=40).map(" ".join) | st.text(max_size=200))
def test_no_text_breaks_the_reader_and_every_span_is_in_it(text):
    for found in extract(text, DAY):
        start, end = found.span
        assert 0 <= start < end <= len(text)
        assert text[start:end] == found.wording
        assert found.sentence[0] <= start < end <= found.sentence[1]
        assert found.period.is_ordered
