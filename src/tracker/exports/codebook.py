"""The codebook that goes with a table: each column in a row, with what it holds, its meaning and its codes."""

from __future__ import annotations

from collections.abc import Iterable

from ..schema import Column
from .columns import column
from .dictionary import KINDS

HEADER = ("table", "column", "holds", "meaning", "unit", "hxl", "codes")


def rows(table: str, names: Iterable[str]) -> list[dict[str, str]]:
    """One row a column, in order."""
    return [dict(zip(HEADER, _row(table, column(table, name)), strict=True)) for name in names]


def _row(table: str, one: Column) -> tuple[str, ...]:
    codes = "; ".join(f"{code}: {meaning}" for code, meaning in one.vocabulary.terms.items()) if one.vocabulary else ""
    return table, one.name, _holds(one), one.meaning, one.unit, one.hxl, codes


def _holds(one: Column) -> str:
    if one.references:
        return f"id in {one.references}"
    return "code" if one.vocabulary else KINDS[one.type]
