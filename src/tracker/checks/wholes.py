"""Parts stay inside wholes: no more children than people, of the same claimant, place and period."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from .. import words
from ..finding import WARNING, Finding
from ..languages import language
from .registry import check
from .sheets import Book, figure, standing

# Two figures are of one count when all of these agree; a blank basis agrees with a blank one only.
SAME = ["claimant_id", "crisis_id", "place_id", "period_start", "period_end", "basis"]


@check("part-above-whole", "A part is not above its whole", severity=WARNING)
def part_above_whole(book: Book) -> Iterator[Finding]:
    """Only what the words make certain: "at least 96" children are not above "at least 90" people."""
    pairs = _pairs(standing(book["observations"].rows), book["indicators"].rows)
    for row in book["observations"].each(pairs[_suspect(pairs)]):
        part, whole = figure(row), figure(row, "_whole")
        if part.lowest > whole.highest:
            said = words.figure(part, language("en"))
            message = f"{said} is above {words.figure(whole, language('en'))} in {row.observation_id_whole}, "
            yield Finding.at(row, "value", message + f"of which {row.indicator_id} is a part: check both")


def _pairs(claims: pd.DataFrame, indicators: pd.DataFrame) -> pd.DataFrame:
    named = claims[["claimant_id", "period_start", "period_end"]].notna().all(axis=1)
    claims = claims[named].assign(basis=claims["basis"].fillna(""))
    wider = pd.DataFrame(list(_wider(indicators)), columns=["indicator_id", "whole_id"], dtype=object)
    parts = claims.merge(wider, on="indicator_id")
    pairs = parts.merge(claims, left_on=["whole_id", *SAME], right_on=["indicator_id", *SAME], suffixes=("", "_whole"))
    for column in ("population", "scope_note"):  # a whole that is itself narrowed holds only parts narrowed alike
        pairs = pairs[pairs[f"{column}_whole"].isna() | (pairs[f"{column}_whole"] == pairs[column])]
    return pairs.drop_duplicates(["observation_id", "observation_id_whole"])


def _wider(indicators: pd.DataFrame) -> Iterator[tuple[str, str]]:
    """Each indicator with every one it is a part of, near or far."""
    linked = indicators[indicators["part_of"].notna()]
    up = dict(zip(linked["indicator_id"], linked["part_of"], strict=True))
    for part in up:
        seen, whole = {part}, up[part]
        while whole not in seen:
            yield part, whole
            seen.add(whole)
            whole = up.get(whole, whole)


def _suspect(pairs: pd.DataFrame) -> pd.Series[bool]:
    """A quick look that lets through every certain breach, and some that are none."""
    most = pairs[["value", "value_low"]].max(axis=1)
    least = pairs[["value_whole", "value_high_whole"]].min(axis=1)
    return most > least
