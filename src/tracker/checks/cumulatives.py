"""A running total does not fall while its claimant, start, place and way of counting stay the same."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from .. import words
from ..figure import Figure
from ..finding import WARNING, Finding
from ..languages import language
from ..series import SAME_COUNT
from .registry import check
from .sheets import Book, figure, standing

SEGMENT = ["crisis_id", "indicator_id", "period_start", *SAME_COUNT]
NUMBERS = ["value", "value_low", "value_high", "qualifier", "observation_id"]


@check("total-falls", "A running total does not fall", severity=WARNING)
def total_falls(book: Book) -> Iterator[Finding]:
    """Shown as it is: a fall is a correction nobody announced, or a count that changed."""
    sheet = book["observations"]
    rows = _followed(_totals(standing(sheet.rows)))
    for row in sheet.each(rows[_printed(rows) < _printed(rows, "_before")]):
        now, before = figure(row), figure(row, "_before")
        if _falls(now, before):
            fell = f"{words.figure(now, language('en'))} comes after {words.figure(before, language('en'))}"
            message = f"{fell} in {row.observation_id_before}: check both, or mark a new start, basis or correction"
            yield Finding.at(row, "value", message)


def _falls(now: Figure, before: Figure) -> bool:
    """Certainly below, or less under the same hedge; "about 100" and then 98 is neither."""
    return now.highest < before.lowest or now.qualifier == before.qualifier


def _totals(claims: pd.DataFrame) -> pd.DataFrame:
    """The running totals that can be followed: their claimant, start and end are known."""
    known = claims[["claimant_id", "period_start", "period_end"]].notna().all(axis=1)
    totals = claims[(claims["measure"] == "cumulative") & known]
    blanks = {column: totals[column].fillna("") for column in SAME_COUNT}
    return totals.assign(**blanks).dropna(subset=["value", "value_low"], how="all")


def _followed(totals: pd.DataFrame) -> pd.DataFrame:
    """Each total beside the last one of its segment that ends on an earlier day."""
    order = totals.sort_values([*SEGMENT, "period_end", "observation_id"], kind="stable")
    days = order.drop_duplicates([*SEGMENT, "period_end"], keep="last")
    before = days.groupby(SEGMENT, sort=False)[NUMBERS].shift().add_suffix("_before")
    linked = pd.concat([days[[*SEGMENT, "period_end"]], before], axis=1).dropna(subset="observation_id_before")
    return order.merge(linked, on=[*SEGMENT, "period_end"])


def _printed(rows: pd.DataFrame, suffix: str = "") -> pd.Series[float]:
    return rows[f"value{suffix}"].fillna(rows[f"value_low{suffix}"])
