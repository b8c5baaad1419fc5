"""What the claimants say of one place and time, side by side: who agrees, who cannot, and how far apart they lie."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict, Field

from tracker.agreement import agreement
from tracker.catalogue import Catalogue, Filter, Live
from tracker.errors import TrackerError, UnknownError
from tracker.exports import agreed
from tracker.languages import Language, available, language
from tracker.period import Period

from ..state import chosen
from .answers import answers
from .fresh import fresh

EXAMPLE = {
    "indicator_id": "doctors_remaining",
    "place_id": "eastern-aleppo",
    "period_start": "2016-09-28",
    "period_end": "2016-09-28",
    "claimants": [{"claimant_id": "unicef", "claims": [{"observation_id": "unicef-20160928-doctors", "value": 30}]}],
    "pairs": [{"one": "unicef-20160928-doctors", "other": "who-20160927-35-doctors", "result": "incompatible"}],
    "n_sources": 1,
}


class AgreementChoices(BaseModel):
    """One place, and a day or a period."""

    model_config = ConfigDict(extra="forbid")

    place: str = Field(description="The place's id; claims about places within it are claims about other places.")
    since: str = Field(description="The day, or the first day of the period, such as 2016-09-28.")
    until: str = Field("", description="The last day of the period; the same day if not said.")
    as_of: str = Field("", description="Only what was known on this day.")
    lang: str = Field("en", description="The language of words that are ours.")

    @property
    def days(self) -> Filter:
        """The days as a filter has them. Raises TrackerError for one that is none."""
        return chosen({"since": self.since, "until": self.until or self.since, "as_of": self.as_of})

    @property
    def language(self) -> Language:
        """The language to speak."""
        if self.lang not in available():
            raise UnknownError(f"there is no language {self.lang!r}: choose {', '.join(available())}")
        return language(self.lang)


def router(live: Live) -> APIRouter:
    """The address of agreement."""
    routes = APIRouter(tags=["data"])

    @routes.get(
        "/api/v1/agreement/{indicator_id}.json",
        summary="What claimants say of one place and time",
        **answers("The claims, compared", {"application/json": {"example": EXAMPLE}}, missing="indicator"),
    )
    def as_json(request: Request, indicator_id: str, choices: Annotated[AgreementChoices, Query()]) -> Response:
        """Each claim by its claimant, which of them can both be true, and the figures furthest apart: none is made."""
        catalogue, days, reader = live.catalogue(), choices.days, choices.language
        _require(catalogue, indicator_id, choices.place, days)
        asked = ("agreement", indicator_id, choices.place, days, reader.code)
        return fresh(request, live, catalogue, asked, lambda: _document(catalogue, indicator_id, choices))

    return routes


def _require(catalogue: Catalogue, indicator_id: str, place: str, days: Filter) -> None:
    if catalogue.get("indicators", indicator_id) is None:
        raise HTTPException(404, f"There is no indicator {indicator_id!r}.")
    if catalogue.get("places", place) is None:
        raise UnknownError(f"there is no place {place!r}")
    if days.since is None:
        raise TrackerError("agreement is about a day or a period: name one with since, and until")


def _document(catalogue: Catalogue, indicator_id: str, choices: AgreementChoices) -> dict[str, object]:
    days = choices.days
    found = agreement(catalogue, indicator_id, choices.place, period=Period(days.since, days.until), as_of=days.as_of)
    return {
        "indicator_id": indicator_id,
        "place_id": choices.place,
        "period_start": str(days.since),
        "period_end": str(days.until),
        "as_of": str(days.as_of) if days.as_of else None,
        "language": choices.lang,
        **agreed.document(found, choices.language),
    }
