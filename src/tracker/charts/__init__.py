"""Charts of claims, made once for pages, images and embeds alike: a plotly figure, its SVG, its PNG and its words."""

from . import fonts, palette, png, svg
from .describe import Description, Undrawn, breaks, describe, reasons
from .picture import picture
from .timeline import legend, timeline

__all__ = [
    "Description",
    "Undrawn",
    "breaks",
    "describe",
    "fonts",
    "legend",
    "palette",
    "picture",
    "png",
    "reasons",
    "svg",
    "timeline",
]
