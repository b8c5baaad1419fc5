"""The chart of an indicator as an image to publish, drawn once for each choice and version of the data."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import Field

from tracker.catalogue import Live
from tracker.charts.image import FORMS, WIDTH, Look, image
from tracker.errors import TrackerError

from ..components.forms import Forms
from ..components.multiples import KEY
from ..serving.freshness import freshness
from ..state import View
from .answers import answers
from .choices import ChartChoices
from .subjects import subject

IMAGES = 256  # kept; about 30 MB of PNG
By = Literal["together", "crisis", "reach", "place", "claimant", "compare", "revision"]


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
    by: By | None = Field(
        None,
        description="How it is split into panels; as on the page if not said. `compare` is a row for each claim, "
        "`revision` a panel for each period whose figure was restated.",
    )

    def look(self, address: str) -> Look:
        """What changes the image beside the claims."""
        return Look(
            self.language,
            self.theme,
            self.by or "",
            size=self.size or "",
            width=self.width or WIDTH,
            has_fonts=isinstance(self, DrawingChoices) and self.fonts == "embedded",
            address=address,
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

    def answer(request: Request, name: str, choices: ImageChoices, form: str) -> Response:
        catalogue = live.catalogue()
        if choices.size and choices.width:
            raise TrackerError("size and width cannot both be given: choose one")
        indicator_id, wanted = subject(catalogue, name, choices)
        shown = View(wanted, choices.language.code).having(**{KEY: choices.by or ""})
        look = choices.look(Forms(shown, indicator_id, str(request.base_url)).page)
        asked = (wanted, form, {**vars(look), "language": look.language.code})
        fresh = freshness(live.store, catalogue, asked)
        if fresh.is_held(request.headers):
            return Response(status_code=304, headers=fresh.headers())
        drawn = images.get(catalogue.version, fresh.tag, lambda: image(catalogue, wanted, form, look))
        return Response(drawn, media_type=FORMS[form], headers=fresh.headers())

    @routes.get("/charts/{name}.svg", summary="A chart as SVG", **_said("svg"))
    def svg(request: Request, name: str, choices: Annotated[DrawingChoices, Query()]) -> Response:
        """The whole image: title, legend, hedges, claimants, source line and licence.

        The name is the id of an indicator; of a claim, which is drawn alone; or of an organisation, drawn with what it
        claims most of.
        """
        return answer(request, name, choices, "svg")

    @routes.get("/charts/{name}.png", summary="A chart as PNG", **_said("png"))
    def png(request: Request, name: str, choices: Annotated[ImageChoices, Query()]) -> Response:
        """The same image in pixels."""
        return answer(request, name, choices, "png")

    @routes.get("/charts/{name}.pdf", summary="A chart as PDF", **_said("pdf"))
    def pdf(request: Request, name: str, choices: Annotated[ImageChoices, Query()]) -> Response:
        """The same image to print: lines and letters, with the typefaces in the file."""
        return answer(request, name, choices, "pdf")

    return routes


def _said(form: str) -> dict[str, Any]:
    """What the description of the addresses says of an answer."""
    return answers("The image", {FORMS[form]: {"schema": {"type": "string", "format": "binary"}}}, missing="indicator")
