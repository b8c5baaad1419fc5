"""A page to read about the addresses and try them, with every file of it from here: it works without a network."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import metadata
from pathlib import Path

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response

from tracker.catalogue import Live
from tracker.errors import TrackerError

from ..serving.bundles import FOREVER

PACKAGE = "fastapi-offline"  # carries Swagger UI, which FastAPI's own page would load from another host
VERSION = metadata.version(PACKAGE)
KINDS = {"swagger-ui-bundle.js": "text/javascript", "swagger-ui.css": "text/css"}
# The validator is a site of somebody else's, which would be told of every reader.
START = (
    "SwaggerUIBundle({url: '/api/openapi.json', dom_id: '#reference', deepLinking: true, validatorUrl: null, "
    "defaultModelsExpandDepth: -1})"
)
PAGE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Data and images over HTTP</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/api/docs/{VERSION}/swagger-ui.css"></head><body><main id="reference"></main>
<noscript><p>This page needs scripts. <a href="/api/openapi.json">The same for programs</a> and
<a href="/data">all downloads</a> need none.</p></noscript>
<script src="/api/docs/{VERSION}/swagger-ui-bundle.js"></script><script src="/api/docs/{VERSION}/start.js"></script>
</body></html>"""


def router(live: Live) -> APIRouter:
    """The page and its files."""
    routes = APIRouter(include_in_schema=False)

    @routes.get("/api/docs")
    def page() -> Response:
        return HTMLResponse(PAGE, headers={"Cache-Control": "public, no-cache"})

    @routes.get(f"/api/docs/{VERSION}/start.js")
    def start() -> Response:
        return Response(START, media_type="text/javascript", headers={"Cache-Control": FOREVER})

    for name, kind in KINDS.items():
        routes.add_api_route(f"/api/docs/{VERSION}/{name}", _sender(name, kind), name=name)
    return routes


def _sender(name: str, kind: str) -> Callable[[], Response]:
    def send() -> Response:
        return Response(_file(name), media_type=kind, headers={"Cache-Control": FOREVER})

    return send


@cache
def _file(name: str) -> bytes:
    found = next((one for one in metadata.files(PACKAGE) or () if one.name == name), None)
    if found is None:
        raise TrackerError(f"{PACKAGE} {VERSION} does not carry {name}: install it anew")
    return Path(str(found.locate())).read_bytes()
