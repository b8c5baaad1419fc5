"""The chart of an indicator as an image to publish, drawn once for each choice and version of the data."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Annotated, Literal

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import Response
from pydantic import Field

import tracker
from tracker import charts
from tracker.catalogue import Catalogue, Filter, Live
from tracker.charts.embedded import embedded
from tracker.charts.image import drawer
from tracker.charts.sizes import SIZES, sized
from tracker.errors import TrackerError

from ..serving.etags import etag, holds
from .choices import ChartChoices

IMAGES = 256  # kept; about 30 MB of PNG
USUAL_WIDTH, LEAST_HEIGHT = 1200, 675  # pixels; on a phone most of it is words
KINDS = {"svg": "image/svg+xml", "png": "image/png"}


class ImageChoices(ChartChoices):
    """The filters of a chart, and how it looks."""

    theme: Literal["light", "dark"] = Field("light", description="Its colours.")
    width: int | None = Field(
        None,
        ge=320,
        le=2400,
        description="Its width in pixels, 1200 if not said; below 700 it is laid out for a phone.",
    )
    size: Literal["standard", "2x", "social", "square", "tall"] | None = Field(
        None, description="Instead of a width: 1200 wide, twice that, 1200 x 630, 1080 x 1080, or 1080 x 1350 pixels."
    )
    by: Literal["together", "reach", "place", "claimant"] | None = Field(
        None, description="How it is split into panels; as the page does if not said."
    )


class DrawingChoices(ImageChoices):
    """The same, for an image whose letters are text."""

    fonts: Literal["linked", "embedded"] = Field(
        "linked", description="`embedded` puts the typefaces into the file, so that it looks the same anywhere."
    )


class Images:
    """Images by what was asked, of one version of the data. Safe for threads."""

    def __init__(self, most: int = IMAGES) -> None:
        self._most, self._version = most, ""
        self._images: OrderedDict[Hashable, bytes] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, version: str, asked: Hashable, draw: Callable[[], bytes]) -> bytes:
        """The image, drawn if it was not asked for lately. Images of another version are let go."""
        with self._lock:
            if version != self._version:
                self._images.clear()
                self._version = version
            if asked in self._images:
                self._images.move_to_end(asked)
                return self._images[asked]
        image = draw()  # outside the lock: others may draw meanwhile, at worst the same
        with self._lock:
            if version == self._version:
                self._images[asked] = image
                while len(self._images) > self._most:
                    self._images.popitem(last=False)
        return image


def router(live: Live) -> APIRouter:
    """The addresses of the images."""
    routes, images = APIRouter(tags=["charts"]), Images()

    def image(request: Request, indicator_id: str, choices: ImageChoices, form: str) -> Response:
        catalogue = live.catalogue()
        if catalogue.get("indicators", indicator_id) is None:
            raise HTTPException(404, f"There is no indicator {indicator_id!r}.")
        if choices.size and choices.width:
            raise TrackerError("size and width cannot both be given: choose one")
        wanted = choices.filter(catalogue, indicator=indicator_id)
        asked = (wanted, choices.language.code, _look(choices), form)
        headers = {"ETag": etag(tracker.__version__, catalogue.version, asked), "Cache-Control": "public, no-cache"}
        if holds(request.headers.get("if-none-match", ""), headers["ETag"]):
            return Response(status_code=304, headers=headers)
        drawn = images.get(catalogue.version, asked, lambda: _drawn(catalogue, wanted, choices, form))
        return Response(drawn, media_type=KINDS[form], headers=headers)

    @routes.get("/charts/{indicator_id}.svg", response_class=Response, summary="A chart as SVG")
    def svg(request: Request, indicator_id: str, choices: Annotated[DrawingChoices, Query()]) -> Response:
        """The whole image: title, legend, hedges, claimants, source line and licence."""
        return image(request, indicator_id, choices, "svg")

    @routes.get("/charts/{indicator_id}.png", response_class=Response, summary="A chart as PNG")
    def png(request: Request, indicator_id: str, choices: Annotated[ImageChoices, Query()]) -> Response:
        """The same image in pixels."""
        return image(request, indicator_id, choices, "png")

    return routes


def _look(choices: ImageChoices) -> tuple[object, ...]:
    """What changes the image beside the claims."""
    fonts = choices.fonts if isinstance(choices, DrawingChoices) else "linked"
    return choices.theme, choices.size, choices.width or USUAL_WIDTH, choices.by, fonts


def _drawn(catalogue: Catalogue, wanted: Filter, choices: ImageChoices, form: str) -> bytes:
    draw = drawer(catalogue, wanted, language=choices.language, theme=choices.theme, by=choices.by or "")
    width = choices.width or USUAL_WIDTH
    picture = sized(draw, SIZES[choices.size]) if choices.size else draw(width, max(LEAST_HEIGHT, width * 9 / 16))
    if form == "png":
        return charts.png.render(picture)
    is_whole = isinstance(choices, DrawingChoices) and choices.fonts == "embedded"
    return (embedded(picture) if is_whole else picture).encode()
