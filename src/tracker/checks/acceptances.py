"""What a reviewer accepted: a row that was changed afterwards, in whatever way, waits for review again."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from ..finding import WARNING, Finding
from .registry import check
from .sheets import Book


@check("accepted-changed", "A row changed after a reviewer accepted it is accepted again", severity=WARNING)
def accepted_changed(book: Book) -> Iterator[Finding]:
    """A claim was accepted with a citation where that names a reviewer and the very moment the claim was recorded."""
    citations, claims = book["citations"], book["observations"]
    accepted = citations.text[citations.text["reviewed_by"] != ""]
    if accepted.empty:
        return
    rows = citations.in_force
    again = rows["citation_id"].isin(accepted["citation_id"]) & (rows["reviewed_by"] == "")
    for row in citations.each(rows[again]):
        yield Finding.at(row, "reviewed_by", "is blank, and an earlier revision was accepted: review the change")
    for row in claims.each(_changed(claims.text, claims.in_force, accepted)):
        message = "was changed after a reviewer accepted it: review it, and say so in the next revision of its citation"
        yield Finding.at(row, "revision", message)


def _changed(all_rows: pd.DataFrame, in_force: pd.DataFrame, accepted: pd.DataFrame) -> pd.DataFrame:
    """The claims that were accepted with one of these citations, and have a revision later than its last review."""
    moments = all_rows[["observation_id", "recorded_on"]].rename(columns={"recorded_on": "reviewed_on"})
    with_claim = accepted.merge(moments, on=["observation_id", "reviewed_on"])["citation_id"]
    own = accepted[accepted["citation_id"].isin(with_claim)]
    last = own.groupby("observation_id")["reviewed_on"].max().to_dict()
    pairs = zip(in_force["observation_id"], in_force["recorded_on"], strict=True)
    is_later = [moment > last.get(name, "~") for name, moment in pairs]
    return in_force[is_later]
