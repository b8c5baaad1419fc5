"""The claims of an indicator as its chart draws them, for who wants to draw it otherwise."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from tracker import charts, series
from tracker.catalogue import Catalogue, Live
from tracker.exports import between, drawn, json
from tracker.series import Series

from ..components.forms import Forms
from .choices import ChartChoices
from .indicator_rows import answering, example

TITLE = "Children killed, Eastern Aleppo, 23–28 Sep 2016"
ROW: dict[str, object] = {
    "observation_id": "unicef-20160928-children-killed",
    "claimant": "UNICEF",
    "figure": "at least 96",
    "period": "23–28 Sep 2016",
    "value": 96,
    "qualifier": "at_least",
    "undrawn": "",
    "segment": 4,
}


def router(live: Live) -> APIRouter:
    """The addresses of the series."""
    routes = APIRouter(tags=["data"])

    answer = answering(live, _text)

    @routes.get(
        "/api/v1/series/{name}.json",
        summary="A series as its chart draws it, as JSON",
        **example("json", TITLE, ROW),
    )
    def as_json(request: Request, name: str, choices: Annotated[ChartChoices, Query()]) -> Response:
        """Each claim in words and numbers, drawn or not, under the chart's own words.

        `steps` say what running totals rose or fell by, `breaks` where a count begins anew and why, `gaps` for how long
        no figure was given.
        """
        return answer(request, name, choices, "json")

    @routes.get(
        "/api/v1/series/{name}.csv",
        summary="A series as its chart draws it, as CSV",
        **example("csv", TITLE, ROW),
    )
    def as_csv(request: Request, name: str, choices: Annotated[ChartChoices, Query()]) -> Response:
        """The rows of the same, without the words around them."""
        return answer(request, name, choices, "csv")

    return routes


def _text(catalogue: Catalogue, forms: Forms, form: str) -> str:
    found, language = series.select(catalogue, forms.view.chosen), forms.view.language
    if form == "csv":
        return drawn.text(found, language)
    around = {**_around(found, forms), **between.document(found, language)}
    return json.text(drawn.document(found, language, around))


def _around(found: Series, forms: Forms) -> dict[str, object]:
    said = charts.describe(found, forms.view.language)
    return {
        "title": said.title,
        "reading": said.subtitle,
        "source": said.source,
        "alt": said.alt,
        "notes": said.notes,
        "page": forms.page,
        "image": forms.image("svg"),
    }
