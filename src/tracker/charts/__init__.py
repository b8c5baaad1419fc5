"""Charts of claims, made once for pages, images and embeds alike: a plotly figure, its SVG, its PNG and its words."""

from . import fonts, palette, png, svg
from .compare import alternative, compare, reading
from .describe import Description, Undrawn, describe, reasons
from .groups import WAYS, Group, fitting, split, ways
from .panels import Panel, Panels, panels, told
from .picture import drawer, picture
from .remarks import breaks
from .restated import telling
from .strip import strip
from .timeline import legend, timeline
from .triangle import Restatements, triangle
from .unfolding import Moment, Unfolding, unfolding

__all__ = [
    "WAYS",
    "Description",
    "Group",
    "Moment",
    "Panel",
    "Panels",
    "Restatements",
    "Undrawn",
    "Unfolding",
    "alternative",
    "breaks",
    "compare",
    "describe",
    "drawer",
    "fitting",
    "fonts",
    "legend",
    "palette",
    "panels",
    "picture",
    "png",
    "reading",
    "reasons",
    "split",
    "strip",
    "svg",
    "telling",
    "timeline",
    "told",
    "triangle",
    "unfolding",
    "ways",
]
