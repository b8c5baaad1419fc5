"""A citation keeps the qualifier, the claimant, the period, and the tracker's address with its as-of day."""

import datetime as dt
import json

import pytest

from tracker.citing import Citing
from tracker.languages import language


class Claim:
    observation_id = "unicef-20160928-children-killed"
    claimant_short, indicator_label, place_name, measure = "UNICEF", "Children killed", "Eastern Aleppo", "flow"
    value, value_low, qualifier = 96.0, 96.0, "at_least"
    period_start, period_end, known_on = dt.date(2016, 9, 23), dt.date(2016, 9, 28), dt.date(2016, 9, 28)


URL = "https://tracker.example/observation/unicef-20160928-children-killed?as_of=2016-10-01"
CITING = Citing(Claim, URL, dt.date(2016, 10, 1), language("en"))


@pytest.mark.parametrize("style", [CITING.sentence, CITING.plain, CITING.bibtex, CITING.csl_json])
def test_every_style_keeps_hedge_claimant_period_and_address(style):
    text = style()
    for part in ("at least 96", "UNICEF", "23–28 Sep 2016", "Eastern Aleppo", URL):
        assert part in text


def test_the_sentence_is_ready_to_quote():
    assert CITING.sentence() == (
        "UNICEF: at least 96. Children killed, Eastern Aleppo, 23–28 Sep 2016. "
        f"Recorded by the Humanitarian Figures Tracker as of 1 October 2016: {URL}"
    )


def test_csl_is_json_with_the_day_it_became_known():
    (item,) = json.loads(CITING.csl_json())
    assert item["issued"] == {"date-parts": [[2016, 9, 28]]}
    assert item["accessed"] == {"date-parts": [[2016, 10, 1]]}


def test_bibtex_escapes_what_tex_would_read_as_commands():
    class Odd(Claim):
        claimant_short = "Health & Rights_{x}"

    assert r"Health \& Rights\_\{x\}" in Citing(Odd, URL, dt.date(2016, 10, 1), language("en")).bibtex()


def test_a_claim_of_unknown_day_is_cited_without_one():
    class Undated(Claim):
        known_on = None

    citing = Citing(Undated, URL, dt.date(2016, 10, 1), language("en"))
    assert "issued" not in json.loads(citing.csl_json())[0]
    assert "year" not in citing.bibtex()
