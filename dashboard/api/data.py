"""Every table in every form at an address of its own; texts are sent while they are made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response, StreamingResponse

from tracker.catalogue import Catalogue, Filter, Live
from tracker.exports import json, written
from tracker.exports.selection import Selection
from tracker.tables import TABLES

from ..serving import files
from ..serving.freshness import freshness
from .answers import answers
from .examples import examples
from .shapes import Paged, Shape, Tagged

LONGEST_NAME = 100  # characters; some systems take no longer names of files
FORMS: dict[str, tuple[str, type[Shape]]] = {  # each with its media type and its parameters
    "csv": ("text/csv; charset=utf-8; header=present", Tagged),
    "json": ("application/json", Paged),
    "jsonl": ("application/jsonl; charset=utf-8", Shape),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Tagged),
    "parquet": ("application/vnd.apache.parquet", Shape),
}
TITLES = {
    "csv": "as CSV (RFC 4180)",
    "json": "as JSON, page by page",
    "jsonl": "as JSON Lines",
    "xlsx": "as a workbook with a codebook",
    "parquet": "as Parquet, typed",
}


def router(live: Live) -> APIRouter:
    """The addresses of the open data."""
    routes = APIRouter(tags=["data"])
    for table in TABLES:
        for form in FORMS:
            _add(routes, live, table, form)
    return routes


def _add(routes: APIRouter, live: Live, table: str, form: str) -> None:
    media_type, parameters = FORMS[form]

    def answer(request: Request, choices: Shape) -> Response:
        catalogue = live.catalogue()
        wanted = choices.selection(catalogue, table)
        fresh = freshness(live.store, catalogue, wanted, choices.model_dump(exclude={"lang"}), form)
        if fresh.is_held(request.headers):
            return Response(status_code=304, headers=fresh.headers())
        headers = {**fresh.headers(), "Content-Type": media_type}
        if isinstance(choices, Paged):
            return _page(request, catalogue, wanted, choices, headers)
        headers["Content-Disposition"] = f'attachment; filename="{filename(wanted, form)}"'
        return StreamingResponse(_body(catalogue, wanted, choices, form), headers=headers)

    # Said here, as the parameters are another set for each form.
    answer.__annotations__["choices"] = Annotated[parameters, Query()]
    routes.add_api_route(
        f"/api/v1/{table}.{form}",
        answer,
        name=f"{table}_{form}",
        summary=f"{table.capitalize()} {TITLES[form]}",
        description=TABLES[table].meaning,
        **_answers(table, form),
    )


def _body(catalogue: Catalogue, wanted: Selection, choices: Shape, form: str) -> Iterator[str] | Iterator[bytes]:
    tagged = isinstance(choices, Tagged) and choices.hxl
    if form in written.STREAMED:
        return written.pieces(wanted.blocks(catalogue), wanted.table, form, tagged=tagged)
    return files.made(lambda path: written.write(path, catalogue, wanted, form, tagged=tagged))


def _page(
    request: Request, catalogue: Catalogue, wanted: Selection, choices: Paged, headers: dict[str, str]
) -> Response:
    rows, following = wanted.page(catalogue, choices.cursor, choices.limit)
    if following:
        address = request.url.include_query_params(cursor=following)
        headers["Link"] = f'<{address.path}?{address.query}>; rel="next"'
    body = {"data": list(json.records(rows)), "next_cursor": following or None}
    return Response(json.text(body), headers=headers)


def _answers(table: str, form: str) -> dict[str, Any]:
    near = "there is no column 'valeu': there are observation_id, revision, crisis_id, …"
    return answers("The rows", {FORMS[form][0].partition(";")[0]: _content(table, form)}, near=near)


def _content(table: str, form: str) -> dict[str, Any]:
    if form in written.STREAMED:
        return {"example": examples(table, form)}
    return {"schema": {"type": "string", "format": "binary"}}


def filename(wanted: Selection, form: str) -> str:
    """A name that says what the file holds: children_killed-unicef-since-2016-09-01.csv."""
    parts = _parts(wanted.chosen)
    if wanted.table != "observations" or not parts:
        parts = [wanted.table, *parts]
    safe = re.sub(r"[^a-z0-9_-]+", "-", "-".join(parts).lower())
    return f"{safe[:LONGEST_NAME].strip('-') or wanted.table}.{form}"


def _parts(chosen: Filter) -> list[str]:
    names = [*chosen.indicator, *chosen.claimant, *chosen.place, *chosen.publisher, *chosen.crisis]
    days = (("since", chosen.since), ("until", chosen.until), ("as-of", chosen.as_of))
    return [*names, *(f"{word}-{day}" for word, day in days if day is not None)]
