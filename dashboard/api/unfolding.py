"""How the record of an indicator grew: each day on which something became known, for a chart that is played by day."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import Response

from tracker import charts
from tracker.catalogue import Live

from .answers import answers
from .choices import ChartChoices
from .fresh import fresh

EXAMPLE = {
    "days": [{"day": "2016-09-28", "appeared": ["unicef-20160928-children-killed"], "superseded": []}],
    "undated": [],
}


def router(live: Live) -> APIRouter:
    """The address of the days."""
    routes = APIRouter(tags=["data"])

    @routes.get(
        "/api/v1/unfolding/{indicator_id}.json",
        summary="How the record of an indicator grew",
        **answers("The days", {"application/json": {"example": EXAMPLE}}, missing="indicator"),
    )
    def as_json(request: Request, indicator_id: str, choices: Annotated[ChartChoices, Query()]) -> Response:
        """On each day, the claims that became known and those that are no longer right from then on."""
        catalogue = live.catalogue()
        if catalogue.get("indicators", indicator_id) is None:
            raise HTTPException(404, f"There is no indicator {indicator_id!r}.")
        wanted = choices.filter(catalogue, indicator=indicator_id)
        return fresh(
            request,
            live,
            catalogue,
            ("unfolding", wanted),
            lambda: {"indicator_id": indicator_id, **charts.unfolding(catalogue, wanted).as_json()},
        )

    return routes
