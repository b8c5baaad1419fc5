"""The hashtag row of the Humanitarian Exchange Language (hxlstandard.org), which says to machines what columns hold."""

from __future__ import annotations

from collections.abc import Iterable

from .columns import column


def tags(table: str, names: Iterable[str]) -> list[str]:
    """The hashtag of each column of a table as we export it."""
    return [column(table, name).hxl for name in names]
