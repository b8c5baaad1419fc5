"""How to cite a claim or a chart, as text, BibTeX or CSL-JSON: the words of its page, for reference managers."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import Response
from pydantic import Field

from tracker.catalogue import Catalogue, Live
from tracker.citing import Reference
from tracker.errors import TrackerError

from ..components import references
from ..components.multiples import KEY
from ..serving.freshness import freshness, today
from ..state import View
from .answers import answers
from .charts import By
from .choices import ChartChoices

KINDS = {
    "txt": "text/plain; charset=utf-8",
    "bib": "application/x-bibtex; charset=utf-8",
    "json": "application/vnd.citationstyles.csl+json; charset=utf-8",
}


class CiteChoices(ChartChoices):
    """In which language, and as of which day; a chart also takes its filters, and how it is split."""

    by: By | None = Field(None, description="How the chart is split into panels, as its page has it.")


def router(live: Live) -> APIRouter:
    """The addresses of citations."""
    routes = APIRouter(tags=["citing"])

    def answer(request: Request, name: str, choices: CiteChoices, form: str) -> Response:
        catalogue = live.catalogue()
        found = cited(catalogue, name, choices, str(request.base_url))
        text = _text(found, form)
        fresh = freshness(live.store, catalogue, text, form, is_daily=True)
        if fresh.is_held(request.headers):
            return Response(status_code=304, headers=fresh.headers())
        return Response(f"{text}\n", media_type=KINDS[form], headers=fresh.headers())

    @routes.get("/cite/{name}.txt", summary="How to cite a claim or a chart, as text", **_said("txt"))
    def plain(request: Request, name: str, choices: Annotated[CiteChoices, Query()]) -> Response:
        """A sentence to quote, and below it a line for a list of references.

        The name is the id of a claim; or that of an indicator or an organisation, with the filters of its page.
        """
        return answer(request, name, choices, "txt")

    @routes.get("/cite/{name}.bib", summary="How to cite a claim or a chart, as BibTeX", **_said("bib"))
    def bibtex(request: Request, name: str, choices: Annotated[CiteChoices, Query()]) -> Response:
        """An entry of the type `misc`."""
        return answer(request, name, choices, "bib")

    @routes.get("/cite/{name}.json", summary="How to cite a claim or a chart, as CSL-JSON", **_said("json"))
    def csl_json(request: Request, name: str, choices: Annotated[CiteChoices, Query()]) -> Response:
        """A list with one item, as Zotero and others import it."""
        return answer(request, name, choices, "json")

    return routes


def cited(catalogue: Catalogue, name: str, choices: CiteChoices, root: str) -> Reference:
    """What a name and choices are cited as. Raises HTTPException for a name that nothing has."""
    wanted, day = choices.filter(catalogue), today()
    shown = View(wanted, choices.language.code).having(**{KEY: choices.by or ""})
    if catalogue.get("observations", name) is not None:
        return _claim(catalogue, name, choices, root)
    if catalogue.get("indicators", name) is not None:
        return references.chart(catalogue, shown, name, root, day)
    if catalogue.get("organisations", name) is not None:
        return references.organisation(catalogue, shown, name, root, day)
    raise HTTPException(404, f"There is no claim, indicator or organisation {name!r}.")


def _claim(catalogue: Catalogue, name: str, choices: CiteChoices, root: str) -> Reference:
    given = choices.model_fields_set - {"as_of", "lang"}
    if given:
        raise TrackerError(
            f"a claim is cited as it is: {', '.join(sorted(given))} cannot be chosen, only as_of and lang"
        )
    wanted = choices.filter(catalogue, observation=name)
    found = references.claim(catalogue, View(wanted, choices.language.code), name, root)
    if found is None:
        raise HTTPException(404, f"The claim {name!r} was not known on {wanted.as_of}.")
    return found


def _text(found: Reference, form: str) -> str:
    if form == "txt":
        return f"{found.sentence()}\n\n{found.plain()}"
    return found.bibtex() if form == "bib" else found.csl_json()


def _said(form: str) -> dict[str, Any]:
    shown = {
        "txt": "UNICEF: at least 96. Children killed, Eastern Aleppo, 23–28 Sep 2016. Recorded by the …",
        "bib": "@misc{unicef-20160928-children-killed,\n  author = {{UNICEF}},\n …",
        "json": [
            {"id": "unicef-20160928-children-killed", "type": "dataset", "title": "at least 96: Children killed, …"}
        ],
    }
    return answers("The citation", {KINDS[form].partition(";")[0]: {"example": shown[form]}}, missing="claim")
