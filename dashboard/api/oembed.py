"""How to embed the page at an address, as other sites' editors ask it (oEmbed 1.0)."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import parse_qs, unquote, urlsplit

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from tracker import charts, series
from tracker.catalogue import Live
from tracker.charts.sizes import SIZES
from tracker.choices import LISTS

from ..components.forms import HEIGHT
from ..serving.freshness import freshness
from .answers import answers
from .embed import EmbedChoices

PATHS = ("/indicator/", "/observation/", "/organisation/", "/embed/")
WIDTH, LEAST = 800, 200  # pixels
NAME = "Humanitarian Figures Tracker"
_EXAMPLE = {"version": "1.0", "type": "rich", "title": "Children killed, …", "html": "<iframe src=…", "width": 800}
_ANSWERS = answers("The frame", {"application/json": {"example": _EXAMPLE}}, missing="page")


class Asked(BaseModel):
    """What an editor asks."""

    model_config = ConfigDict(extra="forbid")

    url: str = Field(
        max_length=8000,
        description="The address of an indicator's page in any view, or of a claim's or an organisation's.",
    )
    maxwidth: int = Field(WIDTH, ge=LEAST, description="Pixels there are across.")
    maxheight: int = Field(HEIGHT, ge=LEAST, description="Pixels there are down.")
    format: str = Field("json", description="Only `json`.")


def router(live: Live) -> APIRouter:
    """The address that editors ask."""
    routes = APIRouter(tags=["embedding"])

    @routes.get("/oembed", summary="How to embed a page", **_ANSWERS)
    def oembed(request: Request, asked: Annotated[Asked, Query()]) -> Response:
        """A frame for the view at the address, and an image to show until it is there."""
        if asked.format != "json":
            raise HTTPException(501, f"There is no format {asked.format!r}; the answer is JSON.")
        catalogue, root = live.catalogue(), str(request.base_url)
        name, choices = _view(asked.url, request.url.netloc)
        forms = choices.forms(catalogue, name, root)
        title = charts.describe(series.select(catalogue, forms.view.chosen), forms.view.language).title
        width, height = min(WIDTH, asked.maxwidth), min(HEIGHT, asked.maxheight)
        said = {
            "version": "1.0",
            "type": "rich",
            "title": title,
            "provider_name": NAME,
            "provider_url": root,
            "html": forms.frame(title, width=str(width), height=height),
            "width": width,
            "height": height,
            "thumbnail_url": forms.image("png", size="social"),
            "thumbnail_width": SIZES["social"].width,
            "thumbnail_height": SIZES["social"].height,
        }
        fresh = freshness(live.store, catalogue, said)
        if fresh.is_held(request.headers):
            return Response(status_code=304, headers=fresh.headers())
        return JSONResponse(said, headers=fresh.headers())

    return routes


def _view(url: str, host: str) -> tuple[str, EmbedChoices]:
    """What a page's address names, and its choices. Raises HTTPException for an address that is no such page."""
    try:
        parts = urlsplit(url)
    except ValueError:
        raise HTTPException(422, f"url is {url[:100]!r}, which is no address") from None
    path = unquote(parts.path)
    start = next((start for start in PATHS if path.startswith(start) and path != start), None)
    if parts.netloc != host or start is None:
        raise HTTPException(404, f"{url[:200]!r} is no page here that has a chart.")
    given = parse_qs(parts.query)
    try:
        choices = EmbedChoices.model_validate({key: all_ if key in LISTS else all_[0] for key, all_ in given.items()})
    except ValidationError as error:
        raise RequestValidationError(error.errors()) from None
    return path.removeprefix(start), choices
