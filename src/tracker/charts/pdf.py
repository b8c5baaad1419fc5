"""A chart image as PDF, set from its SVG: lines stay lines, letters stay letters, and the typefaces are in the file."""

from __future__ import annotations

import re
import tempfile
from functools import cache
from html import unescape
from pathlib import Path

from . import fonts

_POINTS = 0.75  # in a pixel
_NAME = "page.typ"
# No date: the same picture gives the same bytes. The words for readers who cannot see it go along with it.
_PAGE = """\
#set document(title: sys.inputs.title, date: none)
#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg", alt: sys.inputs.alt, width: float(sys.inputs.width) * 1pt)
"""


def render(svg: str) -> bytes:
    """The framed picture as a PDF of one page, as large as the picture at 96 pixels to the inch."""
    import typst

    said = {
        "svg": svg,
        "title": _said(svg, "title"),
        "alt": _said(svg, "desc") or _said(svg, "title"),
        "width": str(_width(svg) * _POINTS),
    }
    folder = _folder().name
    page = typst.compile(f"{folder}/{_NAME}", font_paths=[folder], ignore_system_fonts=True, sys_inputs=said)
    return bytes(page)


def _said(svg: str, element: str) -> str:
    found = re.search(rf"<{element}>(.*?)</{element}>", svg, re.S)
    return unescape(found[1]) if found else ""


def _width(svg: str) -> float:
    found = re.search(r'<svg[^>]* width="([\d.]+)"', svg)
    assert found is not None, "a framed picture says its size"
    return float(found[1])


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    """A folder with the page and our typefaces of today alone: the cache may still hold those of another version."""
    folder = tempfile.TemporaryDirectory(prefix="fonts-")
    (Path(folder.name) / _NAME).write_text(_PAGE, encoding="utf-8")
    for path in fonts.files():
        (Path(folder.name) / path.name).symlink_to(path)
    return folder
