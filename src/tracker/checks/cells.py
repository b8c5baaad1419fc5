"""Each cell by itself: it fits its column's type, its vocabulary, and is there where it must be."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from ..finding import Finding
from ..schema import Column, Type
from ..store.cells import fault
from .registry import check
from .sheets import Book, Sheet

PLAIN = {Type.NUMBER, Type.INTEGER, Type.DATE, Type.TIMESTAMP, Type.FLAG}


@check("file-unreadable", "Every file can be read as declared", across=False)
def file_unreadable(book: Book) -> Iterator[Finding]:
    """What the store could not read; the rows below it were not looked at."""
    for problem in book.broken:
        remedy = f". {problem.remedy}" if problem.remedy else ""
        yield Finding("", "", problem.table, problem.row or 0, problem.column, f"{problem.problem}{remedy}")


@check("cell-type", "Every cell fits its column's type", across=False)
def cell_type(book: Book) -> Iterator[Finding]:
    """Also in rows that a later revision replaces: the tables cannot be read with them."""
    for sheet, column in _columns(book):
        if column.type in PLAIN:
            yield from _faults(sheet, sheet.text, column)


@check("id-form", "An id is a readable slug", across=False)
def id_form(book: Book) -> Iterator[Finding]:
    """Ids stand in addresses and file names."""
    for sheet, column in _columns(book):
        if column.type is Type.ID:
            yield from _faults(sheet, sheet.text, column)


@check("url-not-web", "An address is one that a browser opens: http or https", across=False)
def url_not_web(book: Book) -> Iterator[Finding]:
    """Nothing else is ever linked to: `javascript:` and `file:` addresses harm readers."""
    for sheet, column in _columns(book):
        if column.type is Type.URL:
            yield from _faults(sheet, sheet.in_force, column)


@check("code-unknown", "A code is one of its vocabulary", across=False)
def code_unknown(book: Book) -> Iterator[Finding]:
    """The vocabularies are in `vocabularies.py` and in the data dictionary."""
    for sheet, column in _columns(book):
        if column.type is Type.CODE:
            yield from _faults(sheet, sheet.in_force, column)


@check("cell-missing", "Every required cell is filled", across=False)
def cell_missing(book: Book) -> Iterator[Finding]:
    """A blank cell means unknown; a required one cannot be."""
    for sheet, column in _columns(book):
        if column.is_required:
            cells = sheet.in_force[column.name]
            for row in sheet.each(sheet.in_force[cells.isin([cell for cell in cells.unique() if not cell.strip()])]):
                meaning = column.meaning[:1].lower() + column.meaning[1:]
                yield Finding.at(row, column.name, f"is blank and required: fill in {meaning}")


@check("wording-long", "A wording is at most 25 words", across=False)
def wording_long(book: Book) -> Iterator[Finding]:
    """We keep the few words that carry the figure, not the text around them."""
    sheet = book["citations"]
    count = sheet.in_force["wording"].str.count(r"\S+")
    for row in sheet.each(sheet.in_force[count > 25]):
        words = len(str(row.wording).split())
        yield Finding.at(row, "wording", f"has {words} words: keep only the few that carry the figure, at most 25")


def _columns(book: Book) -> Iterator[tuple[Sheet, Column]]:
    return ((sheet, column) for sheet in book for column in sheet.table.columns)


def _faults(sheet: Sheet, frame: pd.DataFrame, column: Column) -> Iterator[Finding]:
    cells = frame[column.name]
    wrong = {cell: found for cell in cells.unique() if cell.strip() and (found := fault(column, cell))}
    if wrong:  # each different cell is judged once: most columns hold few
        for row in sheet.each(frame[cells.isin(list(wrong))]):
            yield Finding.at(row, column.name, str(wrong[str(getattr(row, column.name))]))
