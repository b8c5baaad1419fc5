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
from tracker import charts, series
from tracker.catalogue import Catalogue, Filter, Live

from ..serving.etags import etag, holds
from .choices import ChartChoices

IMAGES = 256  # kept; about 30 MB of PNG
LEAST_HEIGHT = 675  # pixels; on a phone most of it is words
KINDS = {"svg": "image/svg+xml", "png": "image/png"}


class ImageChoices(ChartChoices):
    """The filters of a chart, and how it looks."""

    theme: Literal["light", "dark"] = Field("light", description="Its colours.")
    width: int = Field(1200, ge=320, le=2400, description="Its width in pixels; below 700 it is laid out for a phone.")


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
        wanted = choices.filter(catalogue, indicator=indicator_id)
        asked = (wanted, choices.language.code, choices.theme, choices.width, form)
        headers = {"ETag": etag(tracker.__version__, catalogue.version, asked), "Cache-Control": "public, no-cache"}
        if holds(request.headers.get("if-none-match", ""), headers["ETag"]):
            return Response(status_code=304, headers=headers)
        drawn = images.get(catalogue.version, asked, lambda: _drawn(catalogue, wanted, choices, form))
        return Response(drawn, media_type=KINDS[form], headers=headers)

    @routes.get("/charts/{indicator_id}.svg", response_class=Response, summary="A chart as SVG")
    def svg(request: Request, indicator_id: str, choices: Annotated[ImageChoices, Query()]) -> Response:
        """The whole image: title, legend, hedges, claimants, source line and licence."""
        return image(request, indicator_id, choices, "svg")

    @routes.get("/charts/{indicator_id}.png", response_class=Response, summary="A chart as PNG")
    def png(request: Request, indicator_id: str, choices: Annotated[ImageChoices, Query()]) -> Response:
        """The same image in pixels."""
        return image(request, indicator_id, choices, "png")

    return routes


def _drawn(catalogue: Catalogue, wanted: Filter, choices: ImageChoices, form: str) -> bytes:
    picture = charts.picture(
        series.select(catalogue, wanted),
        language=choices.language,
        theme=choices.theme,
        events=catalogue.rows("events", wanted),
        width=choices.width,
        height=max(LEAST_HEIGHT, choices.width * 9 / 16),
    )
    return charts.png.render(picture) if form == "png" else picture.encode()
