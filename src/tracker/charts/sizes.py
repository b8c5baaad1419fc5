"""Sizes that images are asked for by name: where words need more room than there is, all is drawn smaller."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

_STEP = 1.06  # each further try has so much more room, so that letters stay as large as they can
_SAID = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)" width="[\d.]+" height="[\d.]+"')
Draw = Callable[[float, float], str]


@dataclass(frozen=True)
class Size:
    """Pixels of an image. `scale` enlarges what is laid out; one that is not `is_fixed` grows down with its words.

    `is_abreast` puts panels side by side rather than below each other.
    """

    width: int
    height: int
    scale: float = 1.0
    is_fixed: bool = False
    is_abreast: bool = False


SIZES = {
    "standard": Size(1200, 675),
    "2x": Size(1200, 675, scale=2.0),
    "social": Size(1200, 630, is_fixed=True, is_abreast=True),
    "square": Size(1080, 1080, is_fixed=True),
    "tall": Size(1080, 1350, is_fixed=True),
}


def sized(draw: Draw, size: Size) -> str:
    """The picture at a size. `draw` makes a framed SVG of a width and at least a height; nothing of it is cut off."""
    if not size.is_fixed:
        svg = draw(size.width, size.height)
        width, height = _laid_out(svg)
        return _shown(svg, round(width * size.scale), round(height * size.scale))
    room = 1.0
    while (needed := _laid_out(svg := draw(size.width * room, size.height * room))[1]) > round(size.height * room) + 1:
        # The root of what is missing comes close in few tries: both sides grow by it, and wider lines wrap less.
        room *= max(_STEP, (needed / (size.height * room)) ** 0.5)
    return _shown(svg, size.width, size.height, exactly=(size.width * room, size.height * room))


def scale(svg: str) -> float:
    """How large a sized picture shows what was laid out: 0.5 is half."""
    found = re.search(r'viewBox="0 0 ([\d.]+) [\d.]+" width="([\d.]+)"', svg)
    assert found is not None, "a framed picture says its size"
    return float(found[2]) / float(found[1])


def _laid_out(svg: str) -> tuple[float, float]:
    found = _SAID.search(svg)
    assert found is not None, "a framed picture says its size"
    return float(found[1]), float(found[2])


def _shown(svg: str, width: int, height: int, exactly: tuple[float, float] | None = None) -> str:
    """The same picture in so many pixels."""
    across, down = exactly or _laid_out(svg)
    said = f'viewBox="0 0 {across:g} {down:g}" width="{width}" height="{height}"'
    return _SAID.sub(said, svg, count=1)
