"""What a page is cited as: a claim as its claimant's, a chart or the record of an organisation as compiled here."""

from __future__ import annotations

import datetime as dt
from urllib.parse import quote, urljoin

from tracker import charts, series
from tracker.catalogue import Catalogue
from tracker.citing import Citing, Compiled, Reference
from tracker.period import day

from ..state import View
from .forms import Forms


def claim(catalogue: Catalogue, view: View, observation_id: str, root: str) -> Reference | None:
    """One claim; None where it was not known on the day of the view."""
    wanted = view.choosing(observation=(observation_id,)).chosen
    row = next(catalogue.rows("claims", wanted).itertuples(index=False), None)
    if row is None:
        return None
    url = urljoin(root, view.plain(f"/observation/{quote(observation_id)}"))
    return Citing(row, url, wanted.as_of or dt.datetime.now(dt.UTC).date(), view.language)


def chart(catalogue: Catalogue, view: View, indicator_id: str, root: str, today: dt.date) -> Reference:
    """The chart of an indicator as chosen, in the words of its image."""
    chosen = view.choosing(indicator=(indicator_id,)).chosen
    said = charts.describe(series.select(catalogue, chosen), view.language)
    page = Forms(view, indicator_id, root).page
    return Compiled(indicator_id, said.title, said.alt, page, chosen.as_of or today, view.language, _entered(catalogue))


def organisation(catalogue: Catalogue, view: View, organisation_id: str, root: str, today: dt.date) -> Reference:
    """What an organisation claimed."""
    say, row = view.language.say, catalogue.get("organisations", organisation_id)
    title = say("Figures claimed by {name}", name=view.language.label(row, "name"))
    url = urljoin(root, view.plain(f"/organisation/{quote(organisation_id)}"))
    as_of = view.chosen.as_of or today
    return Compiled(organisation_id, title, f"{title}.", url, as_of, view.language, _entered(catalogue))


def _entered(catalogue: Catalogue) -> dt.date | None:
    """The day of the record's newest entry."""
    return day(catalogue.rows("newest_entry").day.iloc[0])
