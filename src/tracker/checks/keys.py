"""Keys name one row each, and the revisions of a ledger's row follow each other."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from ..finding import Finding
from .registry import check
from .sheets import Book


@check("key-twice", "A key names one row", across=False)
def key_twice(book: Book) -> Iterator[Finding]:
    """Merging two people's work keeps both edits of a row: here they meet."""
    for sheet in book:
        key, frame = list(sheet.table.key), sheet.text
        first = frame.drop_duplicates(key).set_index(key)["row"]
        for row in sheet.each(frame[frame.duplicated(key) & (frame[key[0]] != "")]):
            name = tuple(getattr(row, column) for column in key)
            earlier = first.loc[name if len(key) > 1 else name[0]]
            remedy = "the next revision" if sheet.table.is_ledger else "another id"
            message = f"{' and '.join(key)} already name row {earlier}: delete one of them, or give this one {remedy}"
            yield Finding.at(row, sheet.table.id, message)


@check("revision-gap", "The revisions of a row count from 1 without a gap", across=False)
def revision_gap(book: Book) -> Iterator[Finding]:
    """A gap means that a row of the ledger was taken out, and ledgers only grow."""
    for sheet in book.having("revision"):
        revision = pd.to_numeric(sheet.text["revision"], errors="coerce")
        later = sheet.text.loc[revision != 1, sheet.table.id]
        frame = sheet.text[sheet.text[sheet.table.id].isin(later) & revision.notna()]
        frame = frame.assign(number=revision.loc[frame.index]).drop_duplicates(list(sheet.table.key))
        frame = frame.sort_values([sheet.table.id, "number"], kind="stable")
        frame = frame.assign(expected=frame.groupby(sheet.table.id).cumcount() + 1)
        gaps = frame[frame["number"] != frame["expected"]].drop_duplicates(sheet.table.id)
        for row in sheet.each(gaps):
            message = (
                f"is {row.revision} where {row.expected} comes next: put back the missing row, or number this one so"
            )
            yield Finding.at(row, "revision", message)
