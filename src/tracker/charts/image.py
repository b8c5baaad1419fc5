"""Chosen claims as a whole image in any form, split as their page splits them: for servers, commands and notebooks."""

from __future__ import annotations

from dataclasses import dataclass

from .. import series
from ..catalogue import Catalogue, Filter
from ..errors import UnknownError
from ..languages import Language
from ..period import day
from ..series import Series
from ..triangle import triangle
from . import pdf, png, restated
from .compare import COMPARED, is_comparable
from .embedded import embedded
from .groups import fitting, split
from .picture import compared
from .picture import drawer as of_claims
from .sizes import SIZES, Draw, scale, sized
from .triangle import RESTATED

FORMS = {"svg": "image/svg+xml", "png": "image/png", "pdf": "application/pdf"}  # with their media types
WIDTH, LEAST_HEIGHT = 1200, 675  # pixels; on a phone most of it is words
_READABLE = 0.55  # of the size that words are laid out in


@dataclass(frozen=True)
class Look:
    """How an image is asked for. `by` blank is the way to split that fits; `size` is a name of SIZES.

    Without a size, it is so wide and at least so high, in pixels. `has_fonts` puts the typefaces into an SVG; the other
    forms need none. `address` is where its page is, and stands on the image.
    """

    language: Language
    theme: str = "light"
    by: str = ""
    size: str = ""
    width: int = WIDTH
    height: int = 0
    has_fonts: bool = False
    address: str = ""


def image(catalogue: Catalogue, chosen: Filter, form: str, look: Look) -> bytes:
    """The image as svg, png or pdf. Raises UnknownError where the claims cannot be shown in the way asked for."""
    drawn = _sized(drawer(catalogue, chosen, look), look)
    if form == "png":
        return png.render(drawn)
    if form == "pdf":
        return pdf.render(drawn)
    return (embedded(drawn) if look.has_fonts else drawn).encode()


def _sized(draw: Draw, look: Look) -> str:
    if not look.size:
        return draw(look.width, look.height or max(LEAST_HEIGHT, look.width * 9 / 16))
    drawn = sized(draw, SIZES[look.size])
    if look.by == COMPARED and SIZES[look.size].is_fixed and scale(drawn) < _READABLE:
        raise UnknownError(f"so many rows cannot be read in size={look.size}: choose fewer claims, or no size")
    return drawn


def drawer(catalogue: Catalogue, chosen: Filter, look: Look) -> Draw:
    """A function that draws the claims as SVG in a width and at least a height."""
    language, theme = look.language, look.theme
    found, happened = series.select(catalogue, chosen), catalogue.rows("events", chosen)
    seen = _seen(catalogue, found, language)
    if look.by == COMPARED:
        _require_comparable(found, chosen)
        return compared(found, language=language, theme=theme, seen=seen, address=look.address)
    if look.by == RESTATED:
        _require_restated(found)
        return restated.drawer(found, language=language, theme=theme, seen=seen, address=look.address)
    way = look.by or fitting(found, catalogue, language)
    groups = split(found, way, catalogue=catalogue, language=language)
    is_abreast = bool(look.size) and SIZES[look.size].is_abreast
    return of_claims(
        found,
        language=language,
        theme=theme,
        events=happened,
        groups=groups,
        by=way,
        abreast=is_abreast,
        seen=seen,
        address=look.address,
    )


def _seen(catalogue: Catalogue, found: Series, language: Language) -> str:
    """The day the record is seen as of; that of its newest entry where none was chosen, so that no clock is asked."""
    if found.until is not None:
        return language.say("As known on {day}.", day=language.date(found.until.date(), style="long"))
    newest = day(catalogue.rows("newest_entry").day.iloc[0])
    return language.say("The record of {day}.", day=language.date(newest, style="long")) if newest else ""


def _require_comparable(found: Series, chosen: Filter) -> None:
    if not is_comparable(found, chosen):
        raise UnknownError(
            f"these claims cannot stand side by side: by={COMPARED} takes from 2 to 40 figures with a number and a "
            "date, of one place or of places that were chosen"
        )


def _require_restated(found: Series) -> None:
    if not triangle(found.claims):
        raise UnknownError(
            f"none of these figures was restated: by={RESTATED} takes claims of one period said on two days"
        )
