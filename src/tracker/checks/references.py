"""References lead to a row, and parents never lead back to their child."""

from __future__ import annotations

from collections.abc import Iterator

from ..finding import Finding
from ..schema import Column
from .registry import check
from .sheets import Book, Sheet


@check("reference-unknown", "Every reference leads to a row")
def reference_unknown(book: Book) -> Iterator[Finding]:
    """A figure whose claimant or place is not in its table cannot be shown with it."""
    for sheet in book:
        for column in sheet.table.references():
            yield from _unknown(book, sheet, column)


def _unknown(book: Book, sheet: Sheet, column: Column) -> Iterator[Finding]:
    target = book[column.references]
    cells = sheet.in_force[column.name]
    for row in sheet.each(sheet.in_force[(cells != "") & ~cells.isin(target.text[target.table.id])]):
        cell = getattr(row, column.name)
        message = f"{cell!r} is not in {column.references}.csv: correct it, or add it there first"
        yield Finding.at(row, column.name, message)


@check("circle", "Nothing is its own parent, part or predecessor")
def circle(book: Book) -> Iterator[Finding]:
    """Places within places, organisations, indicators, and claims that revise claims."""
    for sheet in book:
        for column in sheet.table.references():
            if column.references == sheet.table.name:
                yield from _circles(sheet, column)


def _circles(sheet: Sheet, column: Column) -> Iterator[Finding]:
    frame = sheet.in_force
    linked = frame[frame[column.name] != ""]
    up = dict(zip(linked[sheet.table.id], linked[column.name], strict=True))
    for names in _loops(up):
        row = next(sheet.each(frame[frame[sheet.table.id] == names[0]]))
        path = " > ".join([*names, names[0]])
        yield Finding.at(row, column.name, f"leads back to itself ({path}): blank or correct one of these")


def _loops(up: dict[str, str]) -> Iterator[list[str]]:
    done: set[str] = set()
    for start in up:
        path: dict[str, None] = {}
        name = start
        while name in up and name not in done and name not in path:
            path[name] = None
            name = up[name]
        if name in path:
            names = list(path)
            yield names[names.index(name) :]
        done.update(path)


@check("revision-mismatch", "A claim replaces one of the same claimant and indicator")
def revision_mismatch(book: Book) -> Iterator[Finding]:
    """Another claimant's figure disagrees; it does not replace. A note may explain an exception."""
    sheet, rows = book["observations"], book["observations"].rows
    pairs = rows.merge(rows, left_on="revises", right_on="observation_id", suffixes=("", "_before"))
    for column in ("claimant_id", "indicator_id", "crisis_id"):
        now, before = pairs[column].fillna(""), pairs[f"{column}_before"].fillna("")
        for row in sheet.each(pairs[(now != before) & pairs["note"].isna()]):
            was = _name(getattr(row, f"{column}_before"))
            message = f"replaces {row.revises}, whose {column} is {was}: blank revises, or say why in note"
            yield Finding.at(row, "revises", message)


@check("change-missing", "A claim that replaces another says why, and only such a claim does")
def change_missing(book: Book) -> Iterator[Finding]:
    """An update, a correction and a retraction are told apart on every chart."""
    sheet, rows = book["observations"], book["observations"].rows
    for row in sheet.each(rows[rows["revises"].notna() & rows["change"].isna()]):
        yield Finding.at(row, "change", f"is blank though the claim replaces {row.revises}: say why it does")
    for row in sheet.each(rows[rows["revises"].isna() & rows["change"].notna()]):
        yield Finding.at(row, "revises", f"is blank though change says {row.change}: name the claim it replaces")


@check("handover-unclear", "An event that ends one count for another names both, and whose they are")
def handover_unclear(book: Book) -> Iterator[Finding]:
    """Else no chart could say what does not continue what."""
    sheet = book["events"]
    events = sheet.in_force
    is_handover = events["next_indicator_id"] != ""
    for column in ("claimant_id", "indicator_id"):
        for row in sheet.each(events[is_handover & (events[column] == "")]):
            message = f"is blank though next_indicator_id says {row.next_indicator_id}: name it, or blank that"
            yield Finding.at(row, column, message)
    for row in sheet.each(events[is_handover & (events["next_indicator_id"] == events["indicator_id"])]):
        yield Finding.at(row, "next_indicator_id", "is the indicator itself: blank it, or name the one that follows")


def _name(cell: object) -> str:
    return cell if isinstance(cell, str) else "blank"
