"""What draws chosen claims as a whole image, split as their page splits them: for addresses and commands alike."""

from __future__ import annotations

from .. import series
from ..catalogue import Catalogue, Filter
from ..languages import Language
from .groups import fitting, split
from .picture import picture
from .sizes import Draw


def drawer(catalogue: Catalogue, chosen: Filter, *, language: Language, theme: str = "light", by: str = "") -> Draw:
    """A function that draws them in a width and at least a height; `by` blank is the way to split that fits them."""
    found, happened = series.select(catalogue, chosen), catalogue.rows("events", chosen)
    way = by or fitting(found, catalogue, language)
    groups = split(found, way, catalogue=catalogue, language=language)

    def draw(width: float, height: float) -> str:
        return picture(
            found,
            language=language,
            theme=theme,
            events=happened,
            width=width,
            height=height,
            groups=groups,
            by=way,
        )

    return draw
