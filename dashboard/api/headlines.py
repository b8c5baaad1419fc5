"""The figures that cards show, the same as on the pages, for any rule, crisis and day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Annotated, Literal

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import Response
from pydantic import Field

from tracker import headlines
from tracker.catalogue import Catalogue, Filter, Live
from tracker.exports import headline
from tracker.headlines import Headline
from tracker.languages import Language

from ..serving.freshness import today
from .answers import answers
from .choices import ChartChoices, Several, several
from .fresh import fresh

EXAMPLE = {
    "crisis_id": "aleppo-2016",
    "rules": {"latest-origin": "the latest figure from the claimant’s own document"},
    "data": [
        {
            "indicator_id": "children_killed",
            "rule": "most-carried",
            "rule_version": 1,
            "observation_id": "unicef-20160928-children-killed",
            "value": 96,
            "qualifier": "at_least",
            "said": "at least 96",
            "n_sources": 1,
            "n_citations": 26,
            "is_disputed": False,
        }
    ],
}


class HeadlineChoices(ChartChoices):
    """The filters of the claims to choose from, which indicators, and the rule."""

    indicator: Several = several("An indicator's id, in place of those that the crisis is known by.")
    rule: Literal["latest-origin", "latest-any", "preferred", "most-carried"] | None = Field(
        None, description="Which rule chooses; where none is named, the one that the page of the crisis uses."
    )


def router(live: Live) -> APIRouter:
    """The address of the headlines."""
    routes = APIRouter(tags=["data"])

    @routes.get(
        "/api/v1/headlines/{crisis_id}.json",
        summary="The figures that the cards of a crisis show",
        **answers("A figure for each indicator", {"application/json": {"example": EXAMPLE}}, missing="crisis"),
    )
    def as_json(request: Request, crisis_id: str, choices: Annotated[HeadlineChoices, Query()]) -> Response:
        """Of each indicator that the crisis is known by, or that was chosen: one figure, and why this one."""
        catalogue, day = live.catalogue(), today()
        row = catalogue.get("crises", crisis_id)
        if row is None:
            raise HTTPException(404, f"There is no crisis {crisis_id!r}.")
        wanted, rule = choices.filter(catalogue, crisis=crisis_id), choices.rule or headlines.rule_for(row)
        asked = ("headlines", wanted, rule, choices.language.code, wanted.as_of or day)
        made = partial(_document, catalogue, wanted, rule, choices.language, day)
        return fresh(request, live, catalogue, asked, made, is_daily=wanted.as_of is None)

    return routes


def _document(catalogue: Catalogue, wanted: Filter, rule: str, reader: Language, day: dt.date) -> dict[str, object]:
    found = list(_chosen(catalogue, wanted, rule))
    return {
        "crisis_id": wanted.crisis[0],
        "as_of": str(wanted.as_of) if wanted.as_of else None,
        "language": reader.code,
        "rules": {name: headlines.described(name, reader) for name in headlines.RULES},
        "data": [
            headline.document(one, standing, reader, today=wanted.as_of or day)
            for one, standing in zip(found, headlines.behind(catalogue, found), strict=True)
        ],
    }


def _chosen(catalogue: Catalogue, wanted: Filter, rule: str) -> Iterator[Headline]:
    """The figure of each indicator; those of which none was known are left out."""
    known_by = catalogue.rows("headline_indicators", crisis_id=wanted.crisis[0]).indicator_id
    for indicator in wanted.indicator or tuple(known_by):
        found = headlines.headline(catalogue, replace(wanted, indicator=(indicator,)), rule)
        if found:
            yield found
