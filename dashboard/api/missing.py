"""Addresses beside ours that do not exist: said in JSON, where the pages would answer a program with a page."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException

from tracker.catalogue import Live

METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]


def router(live: Live) -> APIRouter:
    """What answers when nothing else did."""
    routes = APIRouter(include_in_schema=False)

    @routes.api_route("/api/{rest:path}", methods=METHODS)
    def no_data(rest: str) -> None:
        raise HTTPException(404, f"There is no /api/{rest}; /api/openapi.json lists the addresses there are.")

    @routes.api_route("/charts/{rest:path}", methods=METHODS)
    def no_chart(rest: str) -> None:
        raise HTTPException(404, f"There is no /charts/{rest}; images are /charts/<id>.svg, .png and .pdf.")

    @routes.api_route("/cite/{rest:path}", methods=METHODS)
    def no_citation(rest: str) -> None:
        raise HTTPException(404, f"There is no /cite/{rest}; citations are /cite/<observation_id>.txt, .bib and .json.")

    @routes.api_route("/embed/{rest:path}", methods=METHODS)
    def no_embed(rest: str) -> None:
        raise HTTPException(404, f"There is no /embed/{rest}; charts to embed are /embed/<id>.")

    return routes
