"""What a chart is of, by the id in its address: an indicator, one claim, or what an organisation claims most of."""

from __future__ import annotations

from dataclasses import replace

from fastapi import HTTPException

from tracker import facets
from tracker.catalogue import Catalogue, Filter
from tracker.errors import TrackerError

from .choices import ChartChoices


def subject(catalogue: Catalogue, name: str, choices: ChartChoices) -> tuple[str, Filter]:
    """The indicator that is drawn, and which of its claims: those of the page of that name, as filtered.

    Raises HTTPException for an id that nothing has, TrackerError where the choices speak of something else.
    """
    if catalogue.get("indicators", name) is not None:
        return name, choices.filter(catalogue, indicator=name)
    claim = catalogue.get("observations", name)
    if claim is not None:
        indicator = str(claim.indicator_id)  # type: ignore[attr-defined]
        return indicator, _alone(choices.filter(catalogue, indicator=indicator), "observation", name)
    if catalogue.get("organisations", name) is None:
        raise HTTPException(404, f"There is no indicator, claim or organisation {name!r}.")
    own = _alone(choices.filter(catalogue), "claimant", name)
    counted = facets.choices(catalogue, own, "indicator", choices.language)
    if not counted:
        raise HTTPException(404, f"{name!r} claims nothing that these choices keep.")
    return counted[0].key, replace(own, indicator=(counted[0].key,))


def _alone(wanted: Filter, choice: str, name: str) -> Filter:
    if getattr(wanted, choice) not in {(), (name,)}:
        raise TrackerError(f"the address names {name!r}: choose no other {choice}")
    return replace(wanted, **{choice: (name,)})  # type: ignore[arg-type]
