"""The chosen claims as CSV, sent while it is made."""

from __future__ import annotations

import re
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response, StreamingResponse

import tracker
from tracker.catalogue import Filter, Live
from tracker.exports import csv

from ..serving.etags import etag, holds
from .choices import ClaimChoices

LONGEST_NAME = 100  # characters; some systems take no longer names of files


def router(live: Live) -> APIRouter:
    """The address of the open data."""
    routes = APIRouter(tags=["data"])

    @routes.get("/api/v1/observations.csv", response_class=StreamingResponse, summary="Claims as CSV (RFC 4180)")
    def observations(request: Request, choices: Annotated[ClaimChoices, Query()]) -> Response:
        """Every column of the claims table, then the names of what it refers to and how often it was cited."""
        catalogue = live.catalogue()
        wanted = choices.filter(catalogue)
        headers = {
            "ETag": etag(tracker.__version__, catalogue.version, wanted),
            "Cache-Control": "public, no-cache",
            "Content-Disposition": f'attachment; filename="{filename(wanted)}"',
        }
        if holds(request.headers.get("if-none-match", ""), headers["ETag"]):
            return Response(status_code=304, headers=headers)
        blocks = csv.blocks(catalogue.rows("claims", wanted))
        return StreamingResponse(blocks, media_type="text/csv; charset=utf-8; header=present", headers=headers)

    return routes


def filename(wanted: Filter) -> str:
    """A name that says what the file holds: children_killed-unicef-since-2016-09-01.csv."""
    names = [*wanted.indicator, *wanted.claimant, *wanted.place, *wanted.publisher, *wanted.crisis]
    days = [
        f"{word}-{day}"
        for word, day in (("since", wanted.since), ("until", wanted.until), ("as-of", wanted.as_of))
        if day is not None
    ]
    safe = re.sub(r"[^a-z0-9_-]+", "-", "-".join(names + days).lower())
    return f"{safe[:LONGEST_NAME].strip('-') or 'observations'}.csv"
