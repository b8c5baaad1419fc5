"""Feeds of new and revised figures, of all claims or of those chosen, for feed readers to follow."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from tracker.catalogue import Live
from tracker.exports import feeds
from tracker.exports.entries import Feed, feed

from ..serving.freshness import freshness
from .answers import answers
from .choices import ClaimChoices

ATOM, JSON = "application/atom+xml; charset=utf-8", "application/feed+json; charset=utf-8"

_EXAMPLE = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "New and revised figures",
    "items": [{"title": "…"}],
}


def _said(kind: str, example: object) -> dict[str, Any]:
    return answers("The feed", {kind.partition(";")[0]: {"example": example}})


def router(live: Live) -> APIRouter:
    """The addresses of the feeds."""
    routes = APIRouter(tags=["feeds"])

    def answer(request: Request, choices: ClaimChoices, write: Callable[[Feed], str], kind: str) -> Response:
        catalogue, site = live.catalogue(), str(request.base_url)
        wanted, language = choices.filter(catalogue), choices.language
        asked = (wanted, language.code, kind, str(request.url))
        fresh = freshness(live.store, catalogue, asked)
        if fresh.is_held(request.headers):
            return Response(status_code=304, headers=fresh.headers())
        text = write(feed(catalogue, wanted, language, site=site, address=str(request.url)))
        return Response(text, media_type=kind, headers=fresh.headers())

    @routes.get("/api/v1/feed.atom", summary="New and revised figures as Atom", **_said(ATOM, "<feed xmlns=…"))
    def atom(request: Request, choices: Annotated[ClaimChoices, Query()]) -> Response:
        """The hundred figures entered last, each in a sentence with its hedge, claimant and period."""
        return answer(request, choices, feeds.atom, ATOM)

    @routes.get("/api/v1/feed.json", summary="New and revised figures as JSON Feed", **_said(JSON, _EXAMPLE))
    def json_feed(request: Request, choices: Annotated[ClaimChoices, Query()]) -> Response:
        """The same entries as the Atom feed."""
        return answer(request, choices, feeds.json_feed, JSON)

    return routes
