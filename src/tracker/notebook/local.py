"""A data folder as a source: its tables as they are now, followed as they change."""

from __future__ import annotations

import pandas as pd

from .. import choices
from ..catalogue import Catalogue, Filter, Live
from ..catalogue.known import require
from ..errors import UnknownError
from ..exports.selection import Selection
from ..languages import available, language
from ..store import Store
from .asked import Asked

THEMES = ("light", "dark")


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
    days = {name: choices.day(name, text) for name, text in asked.days}
    return require(known, Filter(**dict(asked.lists), **days, text=asked.text))  # type: ignore[arg-type]


def _require(name: str, choices: tuple[str, ...], what: str) -> None:
    if name not in choices:
        raise UnknownError(f"there is no {what} {name!r}: choose {', '.join(choices)}")
