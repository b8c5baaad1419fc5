"""The checks there are: each a function under `@check(code, title)` that yields what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from ..finding import ERROR, Finding
from .sheets import Book

Finder = Callable[[Book], Iterator[Finding]]


@dataclass(frozen=True)
class Check:
    """One thing that should hold, said as a sentence in `title`.

    `across` is true where it looks across rows or tables, and so says nothing true while a file cannot be read.
    """

    code: str
    title: str
    severity: str
    across: bool
    find: Finder

    def findings(self, book: Book) -> Iterator[Finding]:
        """What it finds, with its code, and its severity where the finding has none of its own."""
        for found in self.find(book):
            yield replace(found, code=self.code, severity=found.severity or self.severity)


CHECKS: dict[str, Check] = {}


def check(code: str, title: str, *, severity: str = ERROR, across: bool = True) -> Callable[[Finder], Finder]:
    """Register a check under its code, which never changes once published."""

    def register(find: Finder) -> Finder:
        if code in CHECKS:
            raise ValueError(f"two checks have the code {code}")
        CHECKS[code] = Check(code, title, severity, across, find)
        return find

    return register
