"""Figures, periods and claimants in the reader's words. Every number a reader sees is written here, with its hedge."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from .figure import Figure
from .languages import Language
from .period import Period

PERCENT = "per cent"


def figure(claimed: Figure, language: Language, *, wording: str = "", unit: str = "") -> str:
    """The whole figure: "at least 96", "between 250,000 and 275,000"; where no number was given, the words quoted.

    Bounds beside a number stand behind it: "357 (356 to 368)".
    """
    if not claimed.has_number:
        return _quoted(wording, language)
    number = _writer(language, unit)
    if claimed.qualifier == "between" or claimed.value is None:
        return _range(claimed, language, number)
    template = _TEMPLATES.get(claimed.qualifier)
    said = template(language, number(claimed.value)) if template else number(claimed.value)
    return _bounded(said, claimed, language, number)


def hedge(claimed: Figure, language: Language) -> str:
    """The words that limit the number: "at least"; empty where none were printed."""
    say = language.say
    words = {
        "at_least": say("at least"),
        "more_than": say("more than"),
        "about": say("about"),
        "nearly": say("nearly"),
        "at_most": say("at most"),
        "less_than": say("fewer than"),
        "between": say("a range"),
        "vague": say("in words only"),
    }
    return words.get(claimed.qualifier, "" if claimed.has_number else say("in words only"))


def big(claimed: Figure, language: Language, *, wording: str = "", unit: str = "") -> str:
    """The number alone, for a card that shows `hedge()` beside it: "96", "250,000–275,000", or the words quoted."""
    if not claimed.has_number:
        return _quoted(wording, language)
    number = _writer(language, unit)
    if claimed.value is not None and claimed.qualifier != "between":
        return _bounded(number(claimed.value), claimed, language, number)
    if claimed.low is not None and claimed.high is not None:
        return f"{number(claimed.low)}–{number(claimed.high)}"
    return _range(claimed, language, number)


def period(span: Period, measure: str, language: Language, *, style: str = "short") -> str:
    """The time a figure speaks of, with what was not stated said so: "23–28 Sep 2016", "as of 28 Sep 2016"."""
    say, is_level = language.say, measure in {"stock", "status"}
    if span.start is None and span.end is None:
        return say("date not stated") if is_level else say("period not stated")
    if span.start is not None and span.end is not None and not (is_level and _is_one(span)):
        return _span(span, language, style)
    known = span.end or span.start
    assert known is not None
    day = _known(known, span.precision, language, style)
    if is_level:
        return say("as of {day}", day=day)
    return (
        say("to {day}, start not stated", day=day) if span.start is None else say("from {day}, end not stated", day=day)
    )


def stretch(first: tuple[dt.date, str], last: tuple[dt.date, str], language: Language) -> str:
    """From one day to another, each with its precision: "15 Apr 2023 – 2025"."""
    (start, fine), (end, coarse) = first, last
    if fine == coarse or "week" in {fine, coarse} <= {"week", "day"}:
        return period(Period(start, end, fine), "flow", language)
    return f"{_known(start, fine, language, 'short')} – {_known(end, coarse, language, 'short')}"


def claimant(row: object, language: Language) -> str:
    """Who made the figure, as a chart shows it; "unattributed" where the reports name nobody."""
    return _organisation(row, "claimant", language) or language.say("unattributed")


def counted(row: object, language: Language) -> str:
    """What a claim counts: the indicator and, where it is narrower, whom: "Doctors remaining (obstetricians)"."""
    label, whom = language.label(row, "indicator_label"), _cell(row, "population")
    return language.say("{indicator} ({population})", indicator=label, population=whom) if whom else label


def basis(code: str, language: Language) -> str:
    """How it was counted: "verified case by case"; blank for a code that is none."""
    return bases(language).get(code, "")


def bases(language: Language) -> dict[str, str]:
    """What each basis of counting is, in words."""
    say = language.say
    return {
        "reported": say("reported"),
        "verified": say("verified case by case"),
        "registered": say("registered"),
        "identified": say("identified by name or body"),
        "estimated": say("estimated"),
        "imputed": say("filled in by a compiler"),
        "projected": say("forecast"),
    }


def measures(language: Language) -> dict[str, str]:
    """What each measure is, in words."""
    say = language.say
    return {
        "stock": say("a level on a day"),
        "flow": say("events in a period"),
        "cumulative": say("a running total"),
        "status": say("a state"),
    }


def publisher(row: object, language: Language) -> str:
    """Who put the document out."""
    return _organisation(row, "publisher", language)


def sentence(row: object, language: Language) -> str:
    """One claim in one sentence: "UNICEF: at least 96. Children killed, Eastern Aleppo, 23–28 Sep 2016." """
    return language.say(
        "{claimant}: {figure}. {indicator}, {place}, {period}.",
        claimant=claimant(row, language),
        figure=figure(Figure.of(row), language, wording=_cell(row, "wording"), unit=_cell(row, "indicator_unit")),
        indicator=counted(row, language),
        place=language.label(row, "place_name"),
        period=period(Period.of(row), _cell(row, "measure"), language),
    )


def _span(span: Period, language: Language, style: str) -> str:
    """From one day to another, or from one month or year to another where no day was named."""
    start, end = span.start, span.end
    assert start is not None
    assert end is not None
    first, last = (_known(one, span.precision, language, style) for one in (start, end))
    if first == last:
        return last
    if start.year != end.year or span.precision == "year":
        return f"{first} – {last}"
    month = language.month(start, short=style != "long")
    if span.precision == "month":
        return f"{month} – {last}"
    if start.month == end.month:
        return f"{start.day}–{last}"
    return f"{start.day} {month} – {last}"


def _is_one(span: Period) -> bool:
    """Whether it is one day, or one month or year."""
    start, end = span.start, span.end
    assert start is not None
    assert end is not None
    same_year = start.year == end.year
    whole = {"year": same_year, "month": same_year and start.month == end.month}
    return whole.get(span.precision, start == end)


def _known(known: dt.date, precision: str, language: Language, style: str) -> str:
    """A day as finely as its source named it; of a week that is known by its last day, that day."""
    if precision == "year":
        return str(known.year)
    if precision == "month":
        return f"{language.month(known, short=style != 'long')} {known.year}"
    return language.date(known, style=style)


def _range(claimed: Figure, language: Language, number: Callable[[float], str]) -> str:
    if claimed.low is not None and claimed.high is not None:
        return language.say("between {low} and {high}", low=number(claimed.low), high=number(claimed.high))
    if claimed.low is not None:
        return _TEMPLATES["at_least"](language, number(claimed.low))
    if claimed.high is not None:
        return _TEMPLATES["at_most"](language, number(claimed.high))
    return language.say("a range around {number}", number=number(claimed.value or 0.0))  # as printed, and flagged


def _bounded(said: str, claimed: Figure, language: Language, number: Callable[[float], str]) -> str:
    """A number with the bounds printed beside it, where they say more than its own words."""
    low, high = (None if end == claimed.value else end for end in (claimed.low, claimed.high))
    if low is None and high is None:
        return said
    if low is not None and high is not None:
        bounds = language.say("{low} to {high}", low=number(low), high=number(high))
    else:
        bounds = _range(Figure(low=low, high=high), language, number)
    return language.say("{figure} ({bounds})", figure=said, bounds=bounds)


def _quoted(wording: str, language: Language) -> str:
    return language.say("“{wording}”", wording=wording) if wording else language.say("no number given")


def _writer(language: Language, unit: str) -> Callable[[float], str]:
    return (lambda value: f"{language.number(value)}%") if unit == PERCENT else language.number


def _organisation(row: object, role: str, language: Language) -> str:
    return language.label(row, f"{role}_short") or language.label(row, f"{role}_name")


def _cell(row: object, column: str) -> str:
    cell = getattr(row, column, None)
    return cell if isinstance(cell, str) else ""


_TEMPLATES: dict[str, Callable[[Language, str], str]] = {
    "at_least": lambda language, number: language.say("at least {number}", number=number),
    "more_than": lambda language, number: language.say("more than {number}", number=number),
    "about": lambda language, number: language.say("about {number}", number=number),
    "nearly": lambda language, number: language.say("nearly {number}", number=number),
    "at_most": lambda language, number: language.say("at most {number}", number=number),
    "less_than": lambda language, number: language.say("fewer than {number}", number=number),
}
