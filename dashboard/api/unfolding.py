"""How the record of an indicator grew: each day on which something became known, for a chart that is played by day."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import Response

from tracker.catalogue import Catalogue, Filter, Live
from tracker.charts.unfolding import told, unfolding
from tracker.languages import Language

from .answers import answers
from .choices import ChartChoices
from .fresh import fresh

EXAMPLE = {
    "days": [{"day": "2016-09-28", "appeared": ["unicef-20160928-children-killed"], "superseded": []}],
    "undated": [],
    "said": ["28 Sep 2016: 1 of 67 figures known"],
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
        asked = ("unfolding", wanted, choices.language.code)
        return fresh(request, live, catalogue, asked, lambda: _document(catalogue, wanted, choices.language))

    return routes


def _document(catalogue: Catalogue, wanted: Filter, reader: Language) -> dict[str, object]:
    """The days as the library has them, each also in words."""
    found = unfolding(catalogue, wanted)
    return {
        "indicator_id": wanted.indicator[0],
        "language": reader.code,
        **found.as_json(),
        "said": told(found, reader),
    }
