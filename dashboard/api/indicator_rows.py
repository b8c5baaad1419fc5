"""The rows of one indicator, in JSON and CSV: asked for in one way, and held by whoever had them before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fastapi import Request
from fastapi.responses import Response

from tracker.catalogue import Catalogue, Live

from ..components.forms import Forms
from ..serving.freshness import freshness
from ..state import View
from .answers import answers
from .choices import ChartChoices
from .data import FORMS
from .subjects import subject

KINDS = {"json": "application/json", "csv": FORMS["csv"][0]}
Answer = Callable[[Request, str, ChartChoices, str], Response]


def answering(live: Live, written: Callable[[Catalogue, Forms, str], str], **page: str) -> Answer:
    """Answers with what is `written` of a catalogue in one form; `page` is what the page of the same rows has chosen.

    An id that nothing has is a 404. Whoever holds the rows already is told so with a 304.
    """

    def answer(request: Request, name: str, choices: ChartChoices, form: str) -> Response:
        catalogue, language = live.catalogue(), choices.language
        indicator_id, wanted = subject(catalogue, name, choices)
        forms = Forms(View(wanted, language.code).having(**page), indicator_id, str(request.base_url))
        fresh = freshness(live.store, catalogue, wanted, language.code, form, forms.page, *page.values())
        if fresh.is_held(request.headers):
            return Response(status_code=304, headers=fresh.headers())
        return Response(written(catalogue, forms, form), headers={**fresh.headers(), "Content-Type": KINDS[form]})

    return answer


def example(form: str, title: str, row: dict[str, object]) -> dict[str, Any]:
    """What the description of the API says of such an address, with one row of it."""
    shown: dict[str, Any] = {"json": {"title": title, "data": [row]}}
    shown |= {"csv": "\r\n".join([",".join(row), ",".join(map(str, row.values()))])}
    return answers("The rows", {KINDS[form].partition(";")[0]: {"example": shown[form]}}, missing="indicator")
