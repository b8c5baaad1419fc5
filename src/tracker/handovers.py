"""Where a claimant stopped counting one thing and went on with another: two counts that do not continue each other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field

import pandas as pd

from .catalogue import Catalogue
from .languages import Language
from .period import day


@dataclass(frozen=True)
class Handover:
    """The day and the event, who it was, and the rows of the indicators before and after."""

    event: object = field(repr=False)
    day: dt.date
    claimant: object = field(repr=False)
    before: object = field(repr=False)
    after: object = field(repr=False)

    def other(self, indicator_id: str) -> object:
        """The one that is not this."""
        return self.after if getattr(self.before, "indicator_id", "") == indicator_id else self.before

    def told(self, language: Language) -> str:
        """That one count ends and another begins."""
        return language.say(
            "{claimant} counted “{before}” before {day} and “{after}” from then on: neither continues the other.",
            claimant=language.label(self.claimant, "short_name") or language.label(self.claimant, "name"),
            before=language.label(self.before, "label"),
            after=language.label(self.after, "label"),
            day=language.date(self.day),
        )


def handovers(catalogue: Catalogue, events: pd.DataFrame, claims: pd.DataFrame) -> tuple[Handover, ...]:
    """Those among rows of the query `events` that concern the indicators and claimants of the claims."""
    counted, whose = set(claims.indicator_id), set(claims.claimant_id.dropna())
    changes = events[events.next_indicator_id.notna() & events.claimant_id.isin(whose)]
    concerned = changes[changes.indicator_id.isin(counted) | changes.next_indicator_id.isin(counted)]
    return tuple(_found(catalogue, concerned))


def _found(catalogue: Catalogue, events: pd.DataFrame) -> Iterator[Handover]:
    """An event that names what nobody keeps is a finding of the checks, and no handover."""
    for event in events.itertuples(index=False):
        when, claimant = day(event.date), catalogue.get("organisations", str(event.claimant_id))
        before = catalogue.get("indicators", str(event.indicator_id))
        after = catalogue.get("indicators", str(event.next_indicator_id))
        if when and claimant and before and after:
            yield Handover(event, when, claimant, before, after)
