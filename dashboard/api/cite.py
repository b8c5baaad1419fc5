"""How to cite a claim, as text, BibTeX or CSL-JSON: the same words as its page, for reference managers to fetch."""

from __future__ import annotations

import datetime as dt
from typing import Annotated
from urllib.parse import quote, urljoin

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict, Field

import tracker
from tracker.catalogue import Catalogue, Live
from tracker.citing import Citing

from ..serving.etags import etag, holds
from ..state import View
from .choices import ChartChoices

KINDS = {
    "txt": "text/plain; charset=utf-8",
    "bib": "application/x-bibtex; charset=utf-8",
    "json": "application/vnd.citationstyles.csl+json; charset=utf-8",
}


class CiteChoices(BaseModel):
    """In which language, and as of which day."""

    model_config = ConfigDict(extra="forbid")

    as_of: str = Field("", description="Cited as known on this day; today if not said.")
    lang: str = Field("en", description="The language of words that are ours. The data stay as they are.")

    def chart(self) -> ChartChoices:
        """The same as choices of claims, which know what day and language can be meant."""
        return ChartChoices.model_validate({"as_of": self.as_of, "lang": self.lang})


def router(live: Live) -> APIRouter:
    """The addresses of citations."""
    routes = APIRouter(tags=["citing"])

    def cited(request: Request, observation_id: str, choices: CiteChoices, form: str) -> Response:
        found = _found(live.catalogue(), observation_id, choices.chart(), str(request.base_url))
        text = _text(found, form)
        headers = {"ETag": etag(tracker.__version__, text, form), "Cache-Control": "public, no-cache"}
        if holds(request.headers.get("if-none-match", ""), headers["ETag"]):
            return Response(status_code=304, headers=headers)
        return Response(f"{text}\n", media_type=KINDS[form], headers=headers)

    @routes.get("/cite/{observation_id}.txt", response_class=Response, summary="How to cite a claim, as text")
    def plain(request: Request, observation_id: str, choices: Annotated[CiteChoices, Query()]) -> Response:
        """A sentence to quote, and below it a line for a list of references."""
        return cited(request, observation_id, choices, "txt")

    @routes.get("/cite/{observation_id}.bib", response_class=Response, summary="How to cite a claim, as BibTeX")
    def bibtex(request: Request, observation_id: str, choices: Annotated[CiteChoices, Query()]) -> Response:
        """An entry of the type `misc`."""
        return cited(request, observation_id, choices, "bib")

    @routes.get("/cite/{observation_id}.json", response_class=Response, summary="How to cite a claim, as CSL-JSON")
    def csl_json(request: Request, observation_id: str, choices: Annotated[CiteChoices, Query()]) -> Response:
        """A list with one item, as Zotero and others import it."""
        return cited(request, observation_id, choices, "json")

    return routes


def _found(catalogue: Catalogue, observation_id: str, choices: ChartChoices, root: str) -> Citing:
    language = choices.language
    if catalogue.get("observations", observation_id) is None:
        raise HTTPException(404, f"There is no claim {observation_id!r}.")
    wanted = choices.filter(catalogue, observation=observation_id)
    row = next(catalogue.rows("claims", wanted).itertuples(index=False), None)
    if row is None:
        raise HTTPException(404, f"The claim {observation_id!r} was not known on {wanted.as_of}.")
    path = View(wanted, language.code).plain(f"/observation/{quote(observation_id)}")
    return Citing(row, urljoin(root, path), wanted.as_of or dt.datetime.now(dt.UTC).date(), language)


def _text(found: Citing, form: str) -> str:
    if form == "txt":
        return f"{found.sentence()}\n\n{found.plain()}"
    return found.bibtex() if form == "bib" else found.csl_json()
