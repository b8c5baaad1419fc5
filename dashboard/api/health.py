"""Whether the server is well: its data can be read, and how much there is. Also what robots may visit."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import JSONResponse, PlainTextResponse, Response

import tracker
from tracker.catalogue import Live
from tracker.errors import TrackerError

COUNTED = ("observations", "citations", "documents", "organisations", "indicators", "places")
NEVER_KEPT = {"Cache-Control": "no-store"}


def router(live: Live) -> APIRouter:
    """The addresses for machines that look after the server or index it."""
    routes = APIRouter(tags=["server"])

    @routes.get("/healthz", summary="Whether the data can be read, and how many rows there are")
    def health() -> JSONResponse:
        """Status 200 and `ok`, or 503 and what is wrong with the data."""
        try:
            catalogue = live.catalogue()
        except TrackerError as error:
            return JSONResponse({"status": "error", "detail": str(error)}, 503, headers=NEVER_KEPT)
        counts = {table: len(getattr(catalogue, table)) for table in COUNTED}
        return JSONResponse(
            {"status": "ok", "version": tracker.__version__, "data_version": catalogue.version, "counts": counts},
            headers=NEVER_KEPT,
        )

    @routes.get("/robots.txt", include_in_schema=False)
    def robots() -> Response:
        return PlainTextResponse("User-agent: *\nAllow: /\nDisallow: /_dash\n")

    return routes
