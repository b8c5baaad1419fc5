"""A data folder as a source: its tables as they are now, followed as they change."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Mapping

import pandas as pd

from ..catalogue import Catalogue, Filter, Live
from ..catalogue.filter import UNATTRIBUTED
from ..errors import TrackerError, UnknownError
from ..exports.selection import Selection
from ..languages import available, language
from ..store import Store
from ..vocabularies import BASIS, MEASURE, QUALIFIER
from .asked import Asked

THEMES = ("light", "dark")
_TABLES = {
    "crisis": "crises",
    "indicator": "indicators",
    "claimant": "organisations",
    "place": "places",
    "publisher": "organisations",
    "observation": "observations",
    "document": "documents",
}
_CODES = {"measure": MEASURE, "qualifier": QUALIFIER, "basis": BASIS}


class Folder:
    """The tables of a folder."""

    def __init__(self, folder: str) -> None:
        """Raises TrackerError where the folder is missing or holds no observations.csv."""
        self._folder, self._live = folder, Live(Store(folder))

    def __str__(self) -> str:
        return self._folder

    def frame(self, table: str, asked: Asked, columns: tuple[str, ...], sort: tuple[str, ...]) -> pd.DataFrame:
        """The rows of a table."""
        known = self._live.catalogue()
        return Selection(table, chosen(known, asked), columns, sort).frame(known)

    def image(self, indicator: str, form: str, asked: Asked, look: dict[str, str]) -> bytes:
        """The chart of an indicator as svg, png or pdf, the same that a server draws."""
        from ..charts.compare import COMPARED
        from ..charts.groups import WAYS
        from ..charts.image import WIDTH, Look, image
        from ..charts.sizes import SIZES
        from ..charts.triangle import RESTATED

        known = self._live.catalogue()
        _require(look["theme"], THEMES, "theme")
        _require(look["lang"], available(), "language")
        wanted = chosen(known, Asked((*asked.lists, ("indicator", (indicator,))), asked.days, asked.text))
        _require(look.get("by") or WAYS[0], (*WAYS, COMPARED, RESTATED), "way to split a chart")
        _require(look.get("size") or "standard", tuple(SIZES), "size")
        asked_for = Look(
            language(look["lang"]),
            look["theme"],
            look.get("by", ""),
            size=look.get("size", ""),
            width=int(look.get("width") or WIDTH),
        )
        return image(known, wanted, form, asked_for)


def chosen(known: Catalogue, asked: Asked) -> Filter:
    """The filter asked for. An id that nothing has is an error, so that a slip never reads as "none"."""
    lists: Mapping[str, tuple[str, ...]] = dict(asked.lists)
    for choice, names in lists.items():
        for name in names:
            _require_known(known, choice, name)
    days = {name: _day(name, text) for name, text in asked.days}
    return Filter(**lists, **days, text=asked.text)  # type: ignore[arg-type]


def _require_known(known: Catalogue, choice: str, name: str) -> None:
    if choice in _CODES:
        _require(name, tuple(_CODES[choice]), choice)
    elif not (choice == "claimant" and name == UNATTRIBUTED) and known.get(_TABLES[choice], name) is None:
        near = difflib.get_close_matches(name, list(getattr(known, _TABLES[choice]).iloc[:, 0]), n=1)
        raise UnknownError(f"there is no {choice} {name!r}{f': did you mean {near[0]!r}?' if near else ''}")


def _require(name: str, choices: tuple[str, ...], what: str) -> None:
    if name not in choices:
        raise UnknownError(f"there is no {what} {name!r}: choose {', '.join(choices)}")


def _day(name: str, text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise TrackerError(f"{name} is {text!r}, which is not a day: write it as 2016-09-28") from None
