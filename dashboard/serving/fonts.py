"""The typefaces of the pages, under addresses that change when the fonts do."""

from __future__ import annotations

import re
import threading
from pathlib import Path

from fastapi import APIRouter, HTTPException
from fastapi.responses import FileResponse, Response

from tracker.charts import fonts
from tracker.errors import TrackerError

from .bundles import FOREVER, REVALIDATE

_VERSIONED = re.compile(r"\.v\d+\.woff2$")


def router(folder: Path) -> APIRouter:
    """The addresses of the fonts in a folder, where those that the build has not made are made on first use."""
    routes, making = APIRouter(include_in_schema=False), threading.Lock()
    made: dict[str, Path] = {}

    @routes.get("/fonts/fonts.css")
    def rules() -> Response:
        return Response(fonts.css("/fonts"), media_type="text/css", headers={"Cache-Control": REVALIDATE})

    @routes.get("/fonts/{name}")
    def font(name: str) -> FileResponse:
        with making:
            if not made:
                made.update(_made(folder))
        if name not in made:
            raise HTTPException(404, f"There is no font {name!r}.")
        kept = FOREVER if _VERSIONED.search(name) else REVALIDATE
        return FileResponse(made[name], media_type="font/woff2", headers={"Cache-Control": kept})

    return routes


def _made(folder: Path) -> dict[str, Path]:
    """By name; none where they cannot be made, so that pages fall back on the reader's own fonts."""
    try:
        return {path.name: path for path in fonts.build(folder)}
    except (OSError, TrackerError):
        return {}
