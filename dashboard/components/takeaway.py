"""What each kind of page shares: the claims it shows, the chart they stand in, and how it is cited."""

from __future__ import annotations

import datetime as dt

from dash.development.base_component import Component

from tracker.catalogue import Catalogue, Filter
from tracker.citing import Reference
from tracker.claims.printed import text
from tracker.facets import choices

from ..state import View
from . import references
from .forms import Forms
from .multiples import KEY
from .share import Shared, root, share


def of_indicator(catalogue: Catalogue, view: View, indicator_id: str) -> Component:
    """The claims of one indicator as filtered, in the way that the view shows them."""
    claims = View(view.choosing(indicator=(indicator_id,)).chosen)
    reference = references.chart(catalogue, view, indicator_id, root(), _today())
    cited = View(view.choosing(indicator=()).chosen, view.lang).having(**{KEY: view.get(KEY)})
    return share(Shared(claims, reference, indicator_id, cited, Forms(view, indicator_id)), view)


def of_claim(claim: object, view: View, reference: Reference) -> Component:
    """One claim, alone in its chart."""
    name, as_of = text(claim, "observation_id"), view.chosen.as_of
    alone = View(Filter(observation=(name,), as_of=as_of))
    chart = Forms(View(alone.chosen, view.lang), text(claim, "indicator_id"))
    return share(Shared(alone, reference, name, View(Filter(as_of=as_of), view.lang), chart, is_told=True), view)


def of_organisation(catalogue: Catalogue, view: View, organisation_id: str) -> Component:
    """What one organisation claimed, with the chart of what it counts most."""
    claims = View(Filter(crisis=view.chosen.crisis, claimant=(organisation_id,), as_of=view.chosen.as_of))
    reference = references.organisation(catalogue, view, organisation_id, root(), _today())
    counted = choices(catalogue, claims.chosen, "indicator", view.language)
    chart = Forms(View(claims.chosen, view.lang), counted[0].key) if counted else None
    cited = View(Filter(as_of=view.chosen.as_of), view.lang)
    return share(Shared(claims, reference, organisation_id, cited, chart), view)


def _today() -> dt.date:
    return dt.datetime.now(dt.UTC).date()
