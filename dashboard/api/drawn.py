"""The claims of an indicator as its chart draws them, for who wants to draw it otherwise."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import Response

import tracker
from tracker import charts, series
from tracker.catalogue import Catalogue, Live
from tracker.exports import between, drawn, json
from tracker.series import Series

from ..components.forms import Forms
from ..serving.etags import etag
from ..serving.freshness import Freshness, last_change
from ..state import View
from .answers import answers
from .choices import ChartChoices
from .data import FORMS

KINDS = {"json": "application/json", "csv": FORMS["csv"][0]}
ROW = {
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

    def answer(request: Request, indicator_id: str, choices: ChartChoices, form: str) -> Response:
        catalogue, language = live.catalogue(), choices.language
        if catalogue.get("indicators", indicator_id) is None:
            raise HTTPException(404, f"There is no indicator {indicator_id!r}.")
        wanted = choices.filter(catalogue, indicator=indicator_id)
        forms = Forms(View(wanted, language.code), indicator_id, str(request.base_url))
        asked = etag(tracker.__version__, catalogue.version, wanted, language.code, form, forms.page)
        fresh = Freshness(asked, last_change(live.store))
        if fresh.is_held(request.headers):
            return Response(status_code=304, headers=fresh.headers())
        text = _text(catalogue, forms, form)
        return Response(text, headers={**fresh.headers(), "Content-Type": KINDS[form]})

    @routes.get(
        "/api/v1/series/{indicator_id}.json", summary="A series as its chart draws it, as JSON", **_said("json")
    )
    def as_json(request: Request, indicator_id: str, choices: Annotated[ChartChoices, Query()]) -> Response:
        """Each claim in words and numbers, drawn or not, under the chart's own words.

        `steps` say what running totals rose or fell by, `breaks` where a count begins anew and why, `gaps` for how long
        no figure was given.
        """
        return answer(request, indicator_id, choices, "json")

    @routes.get("/api/v1/series/{indicator_id}.csv", summary="A series as its chart draws it, as CSV", **_said("csv"))
    def as_csv(request: Request, indicator_id: str, choices: Annotated[ChartChoices, Query()]) -> Response:
        """The rows of the same, without the words around them."""
        return answer(request, indicator_id, choices, "csv")

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


def _said(form: str) -> dict[str, Any]:
    shown = {"json": {"title": "Children killed, Eastern Aleppo, 23–28 Sep 2016", "data": [ROW]}}
    shown |= {"csv": "\r\n".join([",".join(ROW), ",".join(map(str, ROW.values()))])}  # type: ignore[dict-item]
    content = {KINDS[form].partition(";")[0]: {"example": shown[form]}}
    return answers("The rows", content, missing="indicator")
