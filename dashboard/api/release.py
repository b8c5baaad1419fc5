"""All tables with all that describes them, as one archive."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response, StreamingResponse

from tracker.catalogue import Live
from tracker.exports import package

from ..serving import files
from ..serving.freshness import freshness

CONTENT = {"application/zip": {"schema": {"type": "string", "format": "binary"}}}


def router(live: Live) -> APIRouter:
    """The address of the archive."""
    routes = APIRouter(tags=["data"])

    @routes.get(
        "/api/v1/datapackage.zip",
        response_class=Response,
        summary="Everything as a Data Package",
        responses={
            200: {"description": "The archive", "content": CONTENT},
            304: {"description": "You hold it already"},
        },
    )
    def archive(request: Request) -> Response:
        """Every table as CSV, with descriptor, codebook, licence, citation and the hash of every file."""
        catalogue = live.catalogue()
        fresh = freshness(live.store, catalogue, "datapackage")
        if fresh.is_held(request.headers):
            return Response(status_code=304, headers=fresh.headers())
        named = {"Content-Disposition": 'attachment; filename="humanitarian-figures.zip"'}
        sent = files.made(lambda path: package.write(path, catalogue))
        return StreamingResponse(sent, media_type="application/zip", headers={**fresh.headers(), **named})

    return routes
