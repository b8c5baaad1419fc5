"""What draws one claimant's marks: points and paths as plotly traces that carry each observation's id and words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .marks import Mark
from .palette import Style, Theme
from .plot import Marker, Trace

FAINT = 0.35  # how strongly a figure that was since replaced is drawn
CLEAR = "rgba(0,0,0,0)"  # nothing inside a marker that is drawn around another
Point = tuple[dt.datetime, float]


@dataclass(frozen=True)
class Pen:
    """One claimant's name, style and words."""

    claimant_id: str
    name: str
    style: Style
    colours: Theme
    hover: Mapping[str, str]  # by observation; plotly's HTML

    def points(self, role: str, marks: Sequence[tuple[Mark, float]], look: Marker, *, is_quiet: bool = False) -> Trace:
        """One marker each, at these heights. A quiet trace does not answer the pointer."""
        trace = self._trace(role, "markers", [(mark, (mark.at, y)) for mark, y in marks], is_quiet)
        trace["marker"] = look
        # Always said: plotly makes markers of several sizes faint where it is not.
        look["opacity"] = [FAINT if mark.is_faint else 1.0 for mark, _ in marks]
        return trace

    def path(self, role: str, pieces: Iterable[Sequence[tuple[Mark, Point]]], *, is_quiet: bool = False) -> Trace:
        """Separate lines, the pen lifted between them."""
        points: list[tuple[Mark, Point | None]] = []
        for piece in pieces:
            points += [*piece, (piece[-1][0], None)]
        trace = self._trace(role, "lines", points[:-1], is_quiet)
        trace["connectgaps"] = False
        return trace

    def _trace(self, role: str, mode: str, points: Sequence[tuple[Mark, Point | None]], is_quiet: bool) -> Trace:
        trace: Trace = {
            "type": "scatter",
            "mode": mode,
            "name": self.name,
            "legendgroup": self.claimant_id,
            "showlegend": False,
            "x": [point[0].isoformat(timespec="minutes") if point else None for _, point in points],
            "y": [point[1] if point else None for _, point in points],
            "customdata": [[mark.observation_id] for mark, _ in points],
            "cliponaxis": False,
            "meta": {"role": role, "claimant_id": self.claimant_id},
            "hoverinfo": "skip" if is_quiet else "text",
        }
        if not is_quiet:
            trace["hovertext"] = [self.hover[mark.observation_id] for mark, _ in points]
        return trace
