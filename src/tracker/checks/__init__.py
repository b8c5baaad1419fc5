"""What should hold of the data. A new check is a function under `@check` in the file of its subject here."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from pathlib import Path

from ..finding import Finding
from ..store import Store
from . import acceptances, cells, citations, cumulatives, figures, keys, periods, places, references, wholes  # noqa: F401  (each registers its own)
from .registry import CHECKS, Check
from .sheets import Book, Rows

__all__ = ["CHECKS", "Check", "brought_by", "run"]

Watch = Callable[[Iterable[Check]], Iterable[Check]]


def run(store: Store, *, watch: Watch = iter) -> list[Finding]:
    """Everything that is wrong or worth a second look, sorted. Bad data never raises: it is a finding.

    `watch` passes each check on as it is run, so that a caller can show progress.
    """
    return _findings(Book.read(store), watch)


def brought_by(rows: Rows, store: Store) -> list[Finding]:
    """What these rows, as text by table, would bring if they were appended; what is found already is left out."""
    before = _standing(store.folder, store.version())
    return [finding for finding in _findings(Book.read(store, rows), iter) if finding not in before]


@functools.lru_cache(maxsize=2)  # a review asks for every figure of a document, and the tables change seldom
def _standing(folder: Path, version: str) -> frozenset[Finding]:
    """What is found in a folder as it stands in one version."""
    return frozenset(run(Store(folder)))


def _findings(book: Book, watch: Watch) -> list[Finding]:
    wanted = [check for check in CHECKS.values() if not (check.across and book.broken)]
    return sorted((found for check in watch(wanted) for found in check.findings(book)), key=lambda found: found.order)
