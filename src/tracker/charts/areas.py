"""Where drawings stand on a sheet: one area, or as many as there are panels, in rows."""

from __future__ import annotations

import math
from dataclasses import dataclass

_BETWEEN = 24.0  # pixels of white between two areas, across and down


@dataclass(frozen=True)
class Area:
    """A part of the sheet, in pixels from its top left corner."""

    left: float
    top: float
    right: float
    bottom: float

    def below(self, height: float) -> Area:
        """The same area without so much of its top."""
        return Area(self.left, self.top + height, self.right, self.bottom)

    def cells(self, number: int, columns: int, *, is_rtl: bool) -> list[Area]:
        """So many areas of one size, row by row from where reading starts."""
        columns = min(columns, number)
        wide = (self.right - self.left + _BETWEEN) / columns
        tall = (self.bottom - self.top + _BETWEEN) / math.ceil(number / columns)
        cells = []
        for row, column in (divmod(n, columns) for n in range(number)):
            left = self.left + wide * (columns - 1 - column if is_rtl else column)
            top = self.top + tall * row
            cells.append(Area(left, top, left + wide - _BETWEEN, top + tall - _BETWEEN))
        return cells
