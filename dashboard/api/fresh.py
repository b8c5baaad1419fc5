"""An answer in JSON that is made only for who does not hold it already."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import Request
from fastapi.responses import Response

from tracker.catalogue import Catalogue, Live
from tracker.exports import json

from ..serving.freshness import freshness


def fresh(
    request: Request,
    live: Live,
    catalogue: Catalogue,
    asked: object,
    made: Callable[[], dict[str, object]],
    *,
    is_daily: bool = False,
) -> Response:
    """The document, or 304. `asked` is all that determines it beside the data and our code."""
    found = freshness(live.store, catalogue, asked, is_daily=is_daily)
    if found.is_held(request.headers):
        return Response(status_code=304, headers=found.headers())
    return Response(json.text(made()), media_type="application/json", headers=found.headers())
