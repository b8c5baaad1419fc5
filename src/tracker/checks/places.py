"""Coordinates are on the globe, and come in pairs."""

from __future__ import annotations

from collections.abc import Iterator

from ..finding import Finding
from .registry import check
from .sheets import Book

LIMITS = {"latitude": 90, "longitude": 180}


@check("coordinate-range", "Coordinates are on the globe")
def coordinate_range(book: Book) -> Iterator[Finding]:
    """A latitude is within 90 degrees of the equator, a longitude within 180 of Greenwich."""
    sheet, rows = book["places"], book["places"].rows
    for column, limit in LIMITS.items():
        for row in sheet.each(rows[rows[column].abs() > limit]):
            yield Finding.at(row, column, f"is not between -{limit} and {limit}: correct it; are the two swapped?")


@check("coordinate-half", "A place has both coordinates or none")
def coordinate_half(book: Book) -> Iterator[Finding]:
    """One alone would be drawn at zero."""
    sheet, rows = book["places"], book["places"].rows
    for row in sheet.each(rows[rows["latitude"].isna() != rows["longitude"].isna()]):
        column = "longitude" if isinstance(row.longitude, float) and row.longitude != row.longitude else "latitude"
        yield Finding.at(row, column, "is blank beside the other coordinate: fill it in, or blank both")
