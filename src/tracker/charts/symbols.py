"""The outlines of markers, in plotly's proportions, around the point (0, 0)."""

from __future__ import annotations

import math
from functools import cache


@cache
def outline(symbol: str, size: float) -> str:
    """The path of a symbol of a size in pixels."""
    r = size / 2
    wide, side = 1.3 * r, 2 / math.sqrt(3) * r
    shapes = {
        "circle": f"M{r:g},0A{r:g},{r:g} 0 1,1 {-r:g},0A{r:g},{r:g} 0 1,1 {r:g},0Z",
        "square": _through([(r, r), (r, -r), (-r, -r), (-r, r)]),
        "diamond": _through([(wide, 0), (0, -wide), (-wide, 0), (0, wide)]),
        "triangle-up": _through([(-side, r / 2), (side, r / 2), (0, -r)]),
        "triangle-down": _through([(-side, -r / 2), (side, -r / 2), (0, r)]),
        "cross": _through(_plus(0.4 * r, 1.2 * r)),
        "x": _through([_turned(x, y) for x, y in _plus(0.4 * r, 1.2 * r)]),
        "star": _through(_star(1.4 * r)),
        "line-ew": f"M{-r:g},0H{r:g}",
        "line-ns": f"M0,{-r:g}V{r:g}",
    }
    return shapes[symbol]


def _through(points: list[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{round(x, 2):g},{round(y, 2):g}" for x, y in points) + "Z"


def _plus(arm: float, reach: float) -> list[tuple[float, float]]:
    corner = [(reach, -arm), (reach, arm), (arm, arm), (arm, reach), (-arm, reach), (-arm, arm)]
    return corner + [(-x, -y) for x, y in corner]


def _turned(x: float, y: float) -> tuple[float, float]:
    return (x - y) / math.sqrt(2), (x + y) / math.sqrt(2)


def _star(reach: float) -> list[tuple[float, float]]:
    turns = [math.pi * step / 5 for step in range(10)]
    radii = [reach * (1 if step % 2 == 0 else 0.382) for step in range(10)]
    return [(radius * math.sin(turn), -radius * math.cos(turn)) for radius, turn in zip(radii, turns, strict=True)]
