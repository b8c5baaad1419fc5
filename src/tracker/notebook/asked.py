"""What a notebook asks for: choices as they are typed there, and as the query string that says the same."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import quote, urlencode

import pandas as pd

from ..choices import DAYS, LISTS, WORDS
from ..errors import UnknownError

Given = str | Iterable[str] | dt.date


@dataclass(frozen=True)
class Asked:
    """Choices by name: `lists` of ids and codes, `days` as they were written, and the words of a text."""

    lists: tuple[tuple[str, tuple[str, ...]], ...] = ()
    days: tuple[tuple[str, str], ...] = ()
    text: str = ""

    def query(self, **more: str) -> str:
        """The query string for the server."""
        pairs = [(name, ",".join(values)) for name, values in self.lists]
        pairs += [*self.days, (WORDS, self.text), *more.items()]
        return urlencode([(name, value) for name, value in pairs if value], safe=",", quote_via=quote)


class Source(Protocol):
    """Where tables and charts come from."""

    def frame(self, table: str, asked: Asked, columns: tuple[str, ...], sort: tuple[str, ...]) -> pd.DataFrame:
        """The rows of a table."""

    def image(self, indicator: str, form: str, asked: Asked, look: dict[str, str]) -> bytes:
        """The chart of an indicator as svg, png or pdf."""


def asked(choices: dict[str, Given | None]) -> Asked:
    """The choices of a call. Raises UnknownError for a name that is no choice."""
    known = (*LISTS, *DAYS, "text")
    for name in choices:
        if name not in known:
            raise UnknownError(f"there is no choice {name!r}: choose by {', '.join(known)}")
    lists = tuple((name, names(choices.get(name))) for name in LISTS if choices.get(name))
    days = tuple((name, str(choices[name])) for name in DAYS if choices.get(name))
    return Asked(lists, days, str(choices.get("text") or ""))


def names(given: Given | None) -> tuple[str, ...]:
    """One name, several in a list, or several with commas between them."""
    texts = [given] if isinstance(given, str) else [] if given is None or isinstance(given, dt.date) else given
    return tuple(dict.fromkeys(name.strip() for text in texts for name in text.split(",") if name.strip()))
