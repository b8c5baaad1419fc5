"""Figures that their source said again, by the day on which it said them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from tracker import charts, series
from tracker.catalogue import Catalogue, Live
from tracker.charts.triangle import RESTATED
from tracker.exports import json, restated

from ..components.forms import Forms
from ..components.multiples import KEY
from .choices import ChartChoices
from .indicator_rows import answering, example

TITLE = "Civilians killed, Ukraine: restated figures"
ROW: dict[str, object] = {
    "observation_id": "ohchr-202203-killed-v20230305",
    "claimant": "OHCHR",
    "figure": "at least 3,951",
    "period": "Mar 2022",
    "known_on": "2023-03-05",
    "restated": "higher",
    "value": 3951,
    "qualifier": "at_least",
}


def router(live: Live) -> APIRouter:
    """The addresses of the restated figures."""
    routes = APIRouter(tags=["data"])

    answer = answering(live, _text, **{KEY: RESTATED})

    @routes.get(
        "/api/v1/revisions/{name}.json",
        summary="Restated figures by day, as JSON",
        **example("json", TITLE, ROW),
    )
    def as_json(request: Request, name: str, choices: Annotated[ChartChoices, Query()]) -> Response:
        """Each figure of a period that its source gave on two days or more, with what it did since the one before.

        `restated` is `first`, `same`, `higher`, `lower`, `hedged` (the same number in other words), `withdrawn`, `open`
        where the words leave it open, or `undated` where no day is known.
        """
        return answer(request, name, choices, "json")

    @routes.get("/api/v1/revisions/{name}.csv", summary="Restated figures by day, as CSV", **example("csv", TITLE, ROW))
    def as_csv(request: Request, name: str, choices: Annotated[ChartChoices, Query()]) -> Response:
        """The rows of the same, without the words around them."""
        return answer(request, name, choices, "csv")

    return routes


def _text(catalogue: Catalogue, forms: Forms, form: str) -> str:
    found, language = series.select(catalogue, forms.view.chosen), forms.view.language
    if form == "csv":
        return restated.text(found, language)
    around: dict[str, object] = {"page": forms.page}
    if made := charts.triangle(found, language=language):
        said = charts.telling(found, made, language)
        around |= {"title": said.title, "reading": said.subtitle, "source": said.source, "alt": said.alt}
        around |= {"notes": list(said.notes), "image": forms.image("svg")}
    return json.text(restated.document(found, language, around))
