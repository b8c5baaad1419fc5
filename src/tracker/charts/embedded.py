"""The typefaces of an SVG put into it, cut down to its letters, so that it looks the same wherever it is opened."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable, Iterator
from pathlib import Path

from . import fonts
from .fonts import CUTS, Cut

FORMS = ("linked", "embedded")  # fonts named and left to the reader's machine, or put into the file


def embedded(svg: str) -> str:
    """The SVG with the letters it uses. Its texts stay texts, which can be searched, read aloud and edited."""
    start = svg.index(">", svg.index("<svg")) + 1
    rules = "".join(_rule(cut, path, svg) for cut, path in _used(svg))
    return f"{svg[:start]}\n<style>{rules}</style>{svg[start:]}"


def _used(svg: str) -> Iterator[tuple[Cut, Path]]:
    for cut, path in zip(CUTS, fonts.files(), strict=True):
        is_set = cut.weight == 400 or f'font-weight="{cut.weight}"' in svg
        if is_set and cut.family in svg:
            yield cut, path


def _rule(cut: Cut, path: Path, svg: str) -> str:
    data = base64.b64encode(_subset(path, set(map(ord, svg)))).decode()
    return (
        f'@font-face {{ font-family: "{cut.family}"; font-weight: {cut.weight}; '
        f'src: url("data:font/woff2;base64,{data}") format("woff2"); }}'
    )


def _subset(path: Path, characters: Iterable[int]) -> bytes:
    """The font with these characters, and the forms that they take beside each other."""
    from fontTools import subset
    from fontTools.ttLib import TTFont

    font = TTFont(path, recalcTimestamp=False)
    keep = subset.Subsetter(subset.Options(notdef_outline=True))
    keep.populate(unicodes=characters)
    keep.subset(font)
    font.flavor = "woff2"
    file = io.BytesIO()
    font.save(file)
    return file.getvalue()
