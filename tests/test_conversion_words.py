"""The printed words decide the hedge, the estimate, the day and the name; nothing is read into them."""

from __future__ import annotations

import pytest

from scripts.enter_dossier import figures
from scripts.enter_dossier.claims import precision
from scripts.enter_dossier.documents import is_about_page
from scripts.enter_dossier.dossier import Row
from scripts.enter_dossier.spoken import said_on
from tracker.errors import DataError
from tracker.figure import Figure


def row(**changed: str) -> Row:
    cells = dict.fromkeys((name for name in Row.__dataclass_fields__ if name != "number"), "")
    cells |= {"language": "en", "qualifier": "exact", "value": "96", "claim_key": "who-20160930-killed"}
    return Row(0, **(cells | changed))


@pytest.mark.parametrize(
    ("language", "wording", "printed", "expected"),
    [
        ("en", "at least 96 children", "at_least", "at_least"),
        ("en", "no less than 300,000 people", "at_least", "at_least"),
        ("en", "More Than 500,000 Children", "at_least", "more_than"),
        ("en", "just over 20%", "at_least", "more_than"),
        ("en", "more that 2 million people", "at_least", "more_than"),
        ("en", "no more than 200", "at_most", "at_most"),
        ("en", "perhaps below 100", "at_most", "less_than"),
        ("en", "Almost 100 children", "about", "nearly"),
        ("en", "some 30 doctors left", "about", "about"),
        ("fr", "au moins 96 enfants", "at_least", "at_least"),
        ("fr", "plus de 340 morts", "at_least", "more_than"),
        ("fr", "près de 100 enfants", "about", "nearly"),
        ("de", "mindestens 96 Kinder", "at_least", "at_least"),
        ("de", "mehr als 974 000 Menschen", "at_least", "more_than"),
        ("de", "fast-270-000-tote", "about", "nearly"),
        ("it", "oltre 2.700 i bambini", "at_least", "more_than"),
        ("es", "Casi 300 niños han resultado heridos", "about", "nearly"),
        ("fi", "yli 3 000 ihmistä", "at_least", "more_than"),
        ("tr", "7 binden fazla kişi", "at_least", "more_than"),
        ("tr", "100'den fazlası çocuk", "at_least", "more_than"),
        ("id", "hampir 40.000 orang", "about", "nearly"),
        ("ar", "أكثر من 250 ألف مدني", "at_least", "more_than"),
        ("ar", "على الأقل 96", "at_least", "at_least"),
        ("ar", "قرابة 400 ألف", "about", "nearly"),
        ("ar", "نحو 250 ألف نسمة", "about", "about"),
        ("en", "Over half (18,000)", "exact", "exact"),  # the words hedge the half, not the number
    ],
)
def test_the_words_tell_strict_from_loose(language: str, wording: str, printed: str, expected: str) -> None:
    assert figures.hedge(row(language=language, wording=wording, qualifier=printed)) == expected


def test_a_bound_keeps_its_number_on_its_side() -> None:
    assert figures.figure(row(qualifier="at_least", wording="at least 96")) == Figure(96, 96, None, "at_least")
    assert figures.figure(row(qualifier="at_most", wording="up to 96")) == Figure(96, None, 96, "at_most")


def test_a_range_has_no_best_value() -> None:
    printed = row(qualifier="range", value="", value_low="250000", value_high="275000")
    assert figures.figure(printed) == Figure(None, 250000, 275000, "between")


def test_a_range_that_lacks_an_end_is_refused() -> None:
    with pytest.raises(DataError, match="lacks one of its ends"):
        figures.figure(row(qualifier="range", value="", value_low="250000"))


@pytest.mark.parametrize(("qualifier", "low"), [("about", ""), ("at_least", "1")])
def test_words_without_a_number_stay_words(qualifier: str, low: str) -> None:
    assert figures.figure(row(qualifier=qualifier, value="", value_low=low)) == Figure(qualifier="vague")


@pytest.mark.parametrize(
    ("language", "wording", "expected"),
    [
        ("en", "an estimated 250,000 civilians", "estimated"),
        ("de", "geschätzten 1,2 Millionen Menschen", "estimated"),
        ("fr", "On estime que 250 000 personnes", "estimated"),
        ("en", "96 children have been killed", "reported"),
    ],
)
def test_only_the_words_make_an_estimate(language: str, wording: str, expected: str) -> None:
    assert figures.basis(row(language=language, wording=wording)) == expected


@pytest.mark.parametrize(
    ("note", "day"),
    [
        ("no publication date; text says until today the 12th of December 2016", "2016-12-12"),
        ("text says until the morning of 22 November 2016", "2016-11-22"),
        ("text names Friday 23 September 2016", "2016-09-23"),
        ("statement dated 20 November", "2016-11-20"),
        ("text says Friday 14 October without a year", "2016-10-14"),
        ("text says yesterday, Tuesday 29 November 2016", ""),
        ("text says Wednesday", ""),
        ("no date, only Thursday", ""),
    ],
)
def test_a_day_of_saying_is_read_only_where_the_text_names_it(note: str, day: str) -> None:
    printed = row(note=note, claim_key="x-2016-killed")
    assert said_on(printed.claim_key, printed, is_own=False, attributed=[])[0] == day


def test_the_day_in_a_key_counts_only_when_a_document_of_that_day_carries_the_claim() -> None:
    same_day, later = row(published_on="2016-09-30"), row(published_on="2016-10-03")
    assert said_on("who-20160930-killed", later, is_own=False, attributed=[later])[0] == ""
    assert said_on("who-20160930-killed", later, is_own=False, attributed=[later, same_day])[0] == "2016-09-30"


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2016-09-23", "2016-09-28", "day"),
        ("2016-09-01", "2016-09-30", "month"),
        ("2016-07-01", "2016-12-31", "month"),
        ("2016-01-01", "2016-12-31", "year"),
        ("", "2016-09-28", "day"),
        ("", "", ""),
    ],
)
def test_whole_months_and_years_are_not_taken_for_days(start: str, end: str, expected: str) -> None:
    assert precision(start, end) == expected


@pytest.mark.parametrize(
    ("remark", "about_page"),
    [
        ("page shows no date", True),
        ("address shows only 2016/12", True),
        ("no date, only Thursday", True),
        ("bound dropped", False),
        ("headline rounds 96 up", False),
    ],
)
def test_remarks_about_the_page_go_to_the_document(remark: str, about_page: bool) -> None:
    assert is_about_page(remark) is about_page
