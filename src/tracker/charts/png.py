"""A chart image as PNG, drawn from its SVG without a browser, the same pixels on every machine."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from . import fonts


def render(svg: str) -> bytes:
    """The picture as PNG, as large as the SVG says."""
    return _renderer()(svg)


@cache
def _renderer() -> Callable[[str], bytes]:
    """The quicker of two builds of resvg: it takes a third of the time and lets other threads run meanwhile.

    It is not made for every machine. The other one is, and gives the same bytes.
    """
    try:
        return _quick()
    except ImportError:
        return _anywhere


def _quick() -> Callable[[str], bytes]:
    import svg2png_py

    known = svg2png_py.FontDatabase()
    for path in fonts.files():
        known.load_font_file(str(path))
    return lambda svg: bytes(svg2png_py.svg_to_png(svg, known))


def _anywhere(svg: str) -> bytes:
    import resvg_py

    return bytes(resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=_font_files()))


@cache
def _font_files() -> list[str]:
    return [str(path) for path in fonts.files()]
