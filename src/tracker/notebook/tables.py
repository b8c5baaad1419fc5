"""Tables and charts to ask for by name: `t.observations(indicator="children_killed", as_of="2016-10-01")`."""

from __future__ import annotations

import pandas as pd

from ..errors import TrackerError
from .asked import Asked, Given, Source, asked, names
from .chart import Chart


class Tables:
    """Every table as a frame: texts `str`, numbers `float64`, whole numbers `Int64`, days `datetime64`, missing is NA.

    Choices are those of the filters: a name or several, days as 2016-09-28. `columns` and `sort` shape the frame.
    """

    def __init__(self, source: Source) -> None:
        self._source = source

    def __repr__(self) -> str:
        return f"tracker.open({str(self._source)!r})"

    def observations(self, *, columns: Given = (), sort: Given = (), **choices: Given | None) -> pd.DataFrame:
        """Claims, each with the names of what it refers to. Quote a number with its qualifier."""
        return self._frame("observations", columns, sort, choices)

    def citations(self, *, columns: Given = (), sort: Given = (), **choices: Given | None) -> pd.DataFrame:
        """The citations of the chosen claims, each with its document."""
        return self._frame("citations", columns, sort, choices)

    def documents(self, *, columns: Given = (), sort: Given = (), **choices: Given | None) -> pd.DataFrame:
        """The documents that carry the chosen claims; all where nothing is chosen."""
        return self._frame("documents", columns, sort, choices)

    def events(self, *, columns: Given = (), sort: Given = (), **choices: Given | None) -> pd.DataFrame:
        """What charts of the chosen claims annotate; all where nothing is chosen."""
        return self._frame("events", columns, sort, choices)

    def organisations(self, *, columns: Given = (), sort: Given = (), **choices: Given | None) -> pd.DataFrame:
        """Claimants and publishers; those of the chosen claims, or all."""
        return self._frame("organisations", columns, sort, choices)

    def indicators(self, *, columns: Given = (), sort: Given = (), **choices: Given | None) -> pd.DataFrame:
        """What is counted; those of the chosen claims, or all."""
        return self._frame("indicators", columns, sort, choices)

    def places(self, *, columns: Given = (), sort: Given = (), **choices: Given | None) -> pd.DataFrame:
        """Where figures hold, with the places around them; those of the chosen claims, or all."""
        return self._frame("places", columns, sort, choices)

    def crises(self, *, columns: Given = (), sort: Given = (), **choices: Given | None) -> pd.DataFrame:
        """The crises that figures belong to; those of the chosen claims, or all."""
        return self._frame("crises", columns, sort, choices)

    def headlines(self, *, columns: Given = (), sort: Given = (), **choices: Given | None) -> pd.DataFrame:
        """Which indicators a crisis is known by; those of the chosen claims, or all."""
        return self._frame("headlines", columns, sort, choices)

    def caveats(self, *, columns: Given = (), sort: Given = (), **choices: Given | None) -> pd.DataFrame:
        """What claimants say of all their figures; those of the chosen claims, or all."""
        return self._frame("caveats", columns, sort, choices)

    def chart(
        self,
        indicator: str,
        *,
        lang: str = "en",
        theme: str = "light",
        width: int | None = None,
        size: str = "",
        by: str = "",
        **choices: Given | None,
    ) -> Chart:
        """The chart of an indicator, which a notebook shows when it is the last line of a cell.

        `size` is standard, 2x, social, square or tall, else `width` in pixels; `by` is how it is split into panels.
        """
        if size and width:
            raise TrackerError("size and width cannot both be given: choose one")
        chosen = asked(choices)
        look = {"lang": lang, "theme": theme, "width": str(width or ""), "size": size, "by": by}
        return Chart(lambda form: self._source.image(indicator, form, chosen, look))

    def _frame(self, table: str, columns: Given, sort: Given, choices: dict[str, Given | None]) -> pd.DataFrame:
        return self._source.frame(table, asked(choices) if choices else Asked(), names(columns), names(sort))
