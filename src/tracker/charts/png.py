"""A chart image as PNG, drawn from its SVG without a browser, the same pixels on every machine."""

from __future__ import annotations

from functools import cache

from . import fonts


def render(svg: str, *, width: int | None = None) -> bytes:
    """The picture as PNG; `width` in pixels, or as wide as the SVG says. The height follows."""
    import resvg_py

    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            width=width,
            skip_system_fonts=True,
            font_files=_font_files(),
            sans_serif_family="Public Sans",
            serif_family="Source Serif 4",
        )
    )


@cache
def _font_files() -> list[str]:
    return [str(path) for path in fonts.files()]
