"""Blank stays blank, zero stays zero, no hedge is lost, and a period reads back: each law on a thousand records."""

import csv as reader
import io
import json
import math

from hypothesis import given
from hypothesis import strategies as st
from laws.claims import DAYS, FIGURES, FIRST, LAW, NUMBERS, frame, row, sums

from tracker import words
from tracker.citing import Citing
from tracker.exports import csv
from tracker.figure import Figure
from tracker.languages import available, language
from tracker.period import Period


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


@LAW
@given(st.none() | DAYS, st.none() | DAYS)
def test_a_period_reads_back_as_it_was_written(start, end):
    assert Period.parse(str(Period(start, end))) == Period(start, end)
