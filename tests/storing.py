"""How tests look into the files of a store."""

from __future__ import annotations

from collections.abc import Callable

from tracker.store import Store
from tracker.tables import TABLES

MakeStore = Callable[..., Store]


def contents(store: Store) -> dict[str, bytes]:
    return {name: store.path(name).read_bytes() for name in TABLES}


def rows(store: Store, table: str = "observations") -> list[dict[str, str]]:
    return [row for _, row in store.raw(table)]


def end_with(store: Store, table: str, text: str) -> None:
    with store.path(table).open("a", encoding="utf-8", newline="") as file:
        file.write(text)
