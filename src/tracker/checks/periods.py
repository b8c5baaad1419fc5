"""Days in the right order: periods end after they start, and nothing is said or published before it happened."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from ..finding import WARNING, Finding, as_printed
from .registry import check
from .sheets import Book


@check("period-order", "A period ends on or after the day it starts")
def period_order(book: Book) -> Iterator[Finding]:
    """Kept, with a note, where it was printed so."""
    for sheet in book.having("period_start", "period_end"):
        rows = sheet.rows
        for row in sheet.each(rows[rows["period_end"] < rows["period_start"]]):
            message = f"ends on {_day(row.period_end)}, before it starts on {_day(row.period_start)}: "
            message += "correct it, or say in note that it was printed so"
            yield Finding.at(row, "period_end", message, severity=as_printed(row))


@check("crisis-order", "A crisis ends on or after the day it starts")
def crisis_order(book: Book) -> Iterator[Finding]:
    """These days are ours, so a wrong one is an error."""
    sheet, rows = book["crises"], book["crises"].rows
    for row in sheet.each(rows[rows["end"] < rows["start"]]):
        yield Finding.at(row, "end", f"is before it starts on {_day(row.start)}: correct one of them")


@check("level-over-days", "A level holds on one day")
def level_over_days(book: Book) -> Iterator[Finding]:
    """Thirty doctors were left on a day; a source that dates it to a week or month has that as its precision."""
    sheet, rows = book["observations"], book["observations"].rows
    by_day = rows["date_precision"].isna() | (rows["date_precision"] == "day")
    both = rows["period_start"].notna() & rows["period_end"].notna() & (rows["period_start"] != rows["period_end"])
    for row in sheet.each(rows[(rows["measure"] == "stock") & both & by_day]):
        message = (
            "differs from period_start though a stock holds on one day: use that day for both, or set date_precision"
        )
        yield Finding.at(row, "period_end", message, severity=as_printed(row))


@check("period-missing", "A figure says when", severity=WARNING)
def period_missing(book: Book) -> Iterator[Finding]:
    """Without a day it is listed and drawn on no chart."""
    sheet, rows = book["observations"], book["observations"].rows
    undated = rows["period_start"].isna() & rows["period_end"].isna()
    for row in sheet.each(rows[undated & (rows["change"] != "retraction")]):
        yield Finding.at(row, "period_end", "no day is known, so no chart can draw it: look for one in its documents")


@check("start-missing", "A running total says since when", severity=WARNING)
def start_missing(book: Book) -> Iterator[Finding]:
    """Without a start it cannot be told apart from another count, nor differenced."""
    sheet, rows = book["observations"], book["observations"].rows
    dated = rows["period_end"].notna() & rows["period_start"].isna()
    for row in sheet.each(rows[(rows["measure"] == "cumulative") & dated]):
        yield Finding.at(row, "period_start", "is blank for a running total: look for its start in its documents")


@check("said-too-early", "A figure is said after the days it counts", severity=WARNING)
def said_too_early(book: Book) -> Iterator[Finding]:
    """Forecasts apart, a day is wrong somewhere: in the source, or here."""
    sheet, rows = book["observations"], book["observations"].rows
    early = (rows["said_on"] < _certainly_over(rows)) & (rows["basis"] != "projected")
    for row in sheet.each(rows[early]):
        message = f"{_day(row.said_on)} is before the period ends on {_day(row.period_end)}: check both days"
        yield Finding.at(row, "said_on", message)


@check("published-too-early", "A document is published after the days it reports", severity=WARNING)
def published_too_early(book: Book) -> Iterator[Finding]:
    """A document older than its figure is a wrong date on a page, a forecast, or the wrong claim."""
    sheet = book["citations"]
    rows = _with_days(book)
    early = (rows["published_on"] < _certainly_over(rows)) & (rows["basis"] != "projected")
    for row in sheet.each(rows[early]):
        message = f"{row.document_id} is dated {_day(row.published_on)}, before the period ends on "
        message += f"{_day(row.period_end)}: check both days, or whether it carries this claim"
        yield Finding.at(row, "document_id", message)


def _certainly_over(rows: pd.DataFrame) -> pd.Series:
    """The first day on which the period can have been over; a month is dated by its last day, and named before it."""
    rough = rows["date_precision"].isin(["week", "month", "year"])
    return rows["period_end"].mask(rough, rows["period_start"])


def _with_days(book: Book) -> pd.DataFrame:
    """Citations with their document's day and, where they print no period, their claim's."""
    claims = book["observations"].rows.drop_duplicates("observation_id")
    claims = claims[["observation_id", "period_start", "period_end", "date_precision", "basis"]]
    documents = book["documents"].rows.drop_duplicates("document_id")[["document_id", "published_on"]]
    rows = book["citations"].rows.merge(claims, how="left", on="observation_id", suffixes=("", "_claimed"))
    rows = rows.merge(documents, how="left", on="document_id")
    own = rows["period_start"].notna() | rows["period_end"].notna()
    return rows.assign(
        period_start=rows["period_start"].where(own, rows["period_start_claimed"]),
        period_end=rows["period_end"].where(own, rows["period_end_claimed"]),
        date_precision=rows["date_precision"].mask(own),
    )


def _day(cell: object) -> str:
    return f"{cell:%Y-%m-%d}" if isinstance(cell, pd.Timestamp) else str(cell)
