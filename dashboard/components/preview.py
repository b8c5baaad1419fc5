"""What stands for a page where its address is pasted: the chart of what it is about; and the feed that follows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import quote

from tracker.catalogue import Catalogue, Filter
from tracker.charts.compare import COMPARED
from tracker.claims.printed import text
from tracker.facets import choices

from ..state import View
from .forms import Forms
from .multiples import KEY

# What an address names, and the choice of claims that it stands for. Publishers carry claims of others, too.
_CHOICE = {
    "observation_id": "observation",
    "organisation_id": "claimant",
    "place_id": "place",
    "document_id": "document",
    "crisis_id": "crisis",
}
_FOLLOWED = ("indicator", "claimant", "place", "crisis")  # a feed of one claim or document would hardly ever tell more


@dataclass(frozen=True)
class Preview:
    """`chart` is None where there is nothing to draw. `followed` are the claims of the page's own feed, if it has one.

    `embedded` is the address under which the page can be embedded, blank where it cannot.
    """

    chart: Forms | None
    followed: View | None
    embedded: str = ""


def preview(catalogue: Catalogue, view: View, names: Mapping[str, str]) -> Preview:
    """What stands for a page; `names` are those in its address, such as {"indicator_id": "children_killed"}."""
    if indicator := names.get("indicator_id"):
        # Rows side by side would be too small to read; the same claims in time are not.
        shown = view.having(**{KEY: ""}) if view.get(KEY) == COMPARED else view
        own = Forms(view, indicator).page
        return Preview(Forms(shown, indicator), _followed(view.choosing(indicator=(indicator,))), own)
    chosen = {choice: (names[name],) for name, choice in _CHOICE.items() if name in names}
    kept = Filter(crisis=view.chosen.crisis, as_of=view.chosen.as_of)
    about = View(replace(kept, **chosen), view.lang)  # type: ignore[arg-type]
    chart = _charted(catalogue, about)
    return Preview(chart, _followed(about), _page(kept, view.lang, names) if chart else "")


def _charted(catalogue: Catalogue, about: View) -> Forms | None:
    """The chart of what is counted most among the claims."""
    if about.chosen.observation:
        row = catalogue.get("observations", about.chosen.observation[0])
        return Forms(about, text(row, "indicator_id")) if row is not None else None
    counted = choices(catalogue, about.chosen, "indicator", about.language)
    return Forms(about, counted[0].key) if counted else None


def _page(kept: Filter, lang: str, names: Mapping[str, str]) -> str:
    """Of one claim, or of what an organisation claims."""
    for kind in ("observation", "organisation"):
        if name := names.get(f"{kind}_id"):
            return View(kept, lang).address(f"/{kind}/{quote(name)}")
    return ""


def _followed(view: View) -> View | None:
    chosen = Filter(**{name: getattr(view.chosen, name) for name in _FOLLOWED})
    return View(chosen, view.lang) if chosen != Filter() else None
