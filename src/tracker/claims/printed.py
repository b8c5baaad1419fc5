"""What one document printed of a claim: the figure, the period, the place and who is counted, side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..figure import Figure
from ..period import Period, day


@dataclass(frozen=True)
class Labels:
    """The rows behind the ids a citation may change, so that its words can be written in any language.

    `texts_from` has the organisation whose text a document carries, for the documents that say so.
    """

    places: Mapping[str, object] = field(default_factory=dict)
    indicators: Mapping[str, object] = field(default_factory=dict)
    organisations: Mapping[str, object] = field(default_factory=dict)
    texts_from: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Printed:
    """One figure as one document has it. A citation's blank cells mean: as the observation."""

    figure: Figure
    period: Period
    measure: str
    place_id: str
    indicator_id: str
    population: str = ""
    wording: str = field(default="", compare=False)
    place: object = field(default=None, compare=False, repr=False)
    indicator: object = field(default=None, compare=False, repr=False)

    @classmethod
    def of_claim(cls, claim: object, labels: Labels) -> Printed:
        """The figure as the observation holds it."""
        place, indicator = text(claim, "place_id"), text(claim, "indicator_id")
        return cls(
            figure=Figure.of(claim),
            period=Period.of(claim),
            measure=text(claim, "measure"),
            place_id=place,
            indicator_id=indicator,
            population=text(claim, "population"),
            wording=text(claim, "wording"),
            place=labels.places.get(place),
            indicator=labels.indicators.get(indicator),
        )

    @classmethod
    def of_citation(cls, citation: object, claim: Printed, labels: Labels) -> Printed:
        """The figure as the citation's document has it, where `claim` is its observation's."""
        place = text(citation, "place_id") or claim.place_id
        indicator = text(citation, "indicator_id") or claim.indicator_id
        return cls(
            figure=_figure(citation, claim.figure),
            period=_period(citation, claim.period),
            measure=text(citation, "measure") or claim.measure,
            place_id=place,
            indicator_id=indicator,
            population=text(citation, "population") or claim.population,
            wording=text(citation, "wording"),
            place=labels.places.get(place, claim.place if place == claim.place_id else None),
            indicator=labels.indicators.get(indicator, claim.indicator if indicator == claim.indicator_id else None),
        )

    @property
    def unit(self) -> str:
        """What one is, as words need it beside the number."""
        return text(self.indicator, "unit")

    @property
    def counted(self) -> str:
        """Whom the figure counts: the claim's own narrower population, else the indicator's."""
        return self.population or text(self.indicator, "population")

    @property
    def outcome(self) -> str:
        """What happened to them."""
        return text(self.indicator, "outcome")


def text(row: object, column: str) -> str:
    """A text cell of a row; empty where it is blank."""
    cell = getattr(row, column, None)
    return cell if isinstance(cell, str) else ""


def _figure(citation: object, claimed: Figure) -> Figure:
    """Value, bounds and qualifier change together: one of them printed means all of them are this document's."""
    own = Figure.of(citation)
    return own if own.has_number or text(citation, "qualifier") else claimed


def _period(citation: object, claimed: Period) -> Period:
    start, end = day(getattr(citation, "period_start", None)), day(getattr(citation, "period_end", None))
    if start is None and end is None:
        return claimed
    return Period(start or claimed.start, end or claimed.end)
