"""A figure hangs together: number, bounds and qualifier say the same thing."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from ..figure import LOWER_BOUNDS, UPPER_BOUNDS
from ..finding import WARNING, Finding, as_printed
from .registry import check
from .sheets import NUMBERS, Book

POINTS = ("exact", "about", "nearly")


@check("figure-half-filled", "A citation prints a whole figure or none")
def figure_half_filled(book: Book) -> Iterator[Finding]:
    """A number without its qualifier would borrow the claim's, and say more than the document did."""
    sheet, rows = book["citations"], book["citations"].rows
    for row in sheet.each(rows[rows[NUMBERS].notna().any(axis=1) & rows["qualifier"].isna()]):
        yield Finding.at(row, "qualifier", "is blank beside a number: fill in the hedge the document printed, or exact")


@check("number-missing", "A figure has a number unless its words have none")
def number_missing(book: Book) -> Iterator[Finding]:
    """States, withdrawn figures and words of quantity have none."""
    for sheet, rows in book.figures:
        numberless = (rows["qualifier"] == "vague") | (rows["measure"] == "status") | (rows["change"] == "retraction")
        blank = rows[NUMBERS].isna().all(axis=1)
        for row in sheet.each(rows[blank & ~numberless & rows["qualifier"].notna()]):
            message = f"is blank though the qualifier is {row.qualifier}: fill in the number, or use vague or status"
            yield Finding.at(row, "value", message)


@check("number-invented", "Words without a number get none")
def number_invented(book: Book) -> Iterator[Finding]:
    """No 24 for "dozens", no 0 for "out of service"."""
    for sheet, rows in book.figures:
        wordy = (rows["qualifier"] == "vague") | (rows["measure"] == "status")
        for row in sheet.each(rows[wordy & rows[NUMBERS].notna().any(axis=1)]):
            kind = "vague" if row.qualifier == "vague" else "a status"
            yield Finding.at(row, "value", f"there is a number though the figure is {kind}: blank value and bounds")


@check("range-with-value", "A range has no best value")
def range_with_value(book: Book) -> Iterator[Finding]:
    """The middle of a range is nobody's claim; a best estimate with an interval is `about`."""
    for sheet, rows in book.figures:
        for row in sheet.each(rows[(rows["qualifier"] == "between") & rows["value"].notna()]):
            yield Finding.at(row, "value", "a range has no best value: blank it, or use about if the source gave one")


@check("qualifier-bounds", "The bounds are those that the qualifier means")
def qualifier_bounds(book: Book) -> Iterator[Finding]:
    """At least 96 has the low bound 96 and no high one; a range has both."""
    for sheet, rows in book.figures:
        for row in sheet.each(rows[_floors_wrong(rows) | _ceilings_wrong(rows) | _pairs_wrong(rows)]):
            yield Finding.at(row, "qualifier", f"{row.qualifier} {_MEANS[str(row.qualifier)]}")


_MEANS = {
    **dict.fromkeys(LOWER_BOUNDS, "means value_low is the number and value_high is blank: correct them"),
    **dict.fromkeys(UPPER_BOUNDS, "means value_high is the number and value_low is blank: correct them"),
    **dict.fromkeys(POINTS, "stands with one bound: give both, or use the qualifier that bound means"),
    "between": "means both bounds: fill in the other, or use at_least or at_most",
}


def _floors_wrong(rows: pd.DataFrame) -> pd.Series[bool]:
    value, low, high = (rows[name] for name in NUMBERS)
    wrong = high.notna() | (value.notna() & (low.isna() | (low != value)))
    return rows["qualifier"].isin(LOWER_BOUNDS) & wrong


def _ceilings_wrong(rows: pd.DataFrame) -> pd.Series[bool]:
    value, low, high = (rows[name] for name in NUMBERS)
    wrong = low.notna() | (value.notna() & (high.isna() | (high != value)))
    return rows["qualifier"].isin(UPPER_BOUNDS) & wrong


def _pairs_wrong(rows: pd.DataFrame) -> pd.Series[bool]:
    half = rows["value_low"].isna() != rows["value_high"].isna()
    return rows["qualifier"].isin([*POINTS, "between"]) & half


@check("bound-without-value", "A bound stands beside the number it bounds", severity=WARNING)
def bound_without_value(book: Book) -> Iterator[Finding]:
    """Kept where it was printed so: no best value is made from a bound."""
    for sheet, rows in book.figures:
        bounded = rows[["value_low", "value_high"]].notna().any(axis=1) & rows["value"].isna()
        for row in sheet.each(rows[bounded & ~rows["qualifier"].isin(["between", "vague"])]):
            yield Finding.at(row, "value", "is blank beside a bound: fill it in if the source printed a number")


@check("low-above-high", "The low bound is not above the high one")
def low_above_high(book: Book) -> Iterator[Finding]:
    """Printed so at times: "3-500" in an address. Kept, with a note, and never swapped."""
    for sheet, rows in book.figures:
        for row in sheet.each(rows[rows["value_low"] > rows["value_high"]]):
            message = f"{_number(row.value_low)} is above value_high {_number(row.value_high)}: {_CORRECT}"
            yield Finding.at(row, "value_low", message, severity=as_printed(row))


@check("value-outside-bounds", "The value lies within its bounds")
def value_outside_bounds(book: Book) -> Iterator[Finding]:
    """A best estimate outside its own interval is a slip, of ours or of the source."""
    for sheet, rows in book.figures:
        outside = (rows["value"] < rows["value_low"]) | (rows["value"] > rows["value_high"])
        for row in sheet.each(rows[outside & rows["qualifier"].isin(POINTS)]):
            message = f"{_number(row.value)} is outside its bounds: {_CORRECT}"
            yield Finding.at(row, "value", message, severity=as_printed(row))


@check("number-negative", "A count is never below zero")
def number_negative(book: Book) -> Iterator[Finding]:
    """A fall is two claims, not a negative one."""
    for sheet, rows in book.figures:
        for row in sheet.each(rows[(rows[NUMBERS] < 0).any(axis=1)]):
            yield Finding.at(row, "value", "there is a number below zero: nothing we count can be")


@check("percent-over-100", "A share is at most 100 per cent", severity=WARNING)
def percent_over_100(book: Book) -> Iterator[Finding]:
    """Sources do print more: beds filled twice over. Kept, and worth a second look."""
    indicators = book["indicators"].rows
    shares = indicators.loc[indicators["unit"] == "per cent", "indicator_id"]
    for sheet, rows in book.figures:
        for row in sheet.each(rows[rows["indicator_id"].isin(shares) & (rows[NUMBERS] > 100).any(axis=1)]):
            yield Finding.at(row, "value", "is over 100 per cent: check it against the document")


_CORRECT = "correct it, or say in note that it was printed so"


def _number(cell: object) -> str:
    return f"{cell:.15g}" if isinstance(cell, float) else str(cell)
