"""Small multiples: one figure for each part of a series, all of the same days and, where all can be read, one scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from ..languages import Language
from ..series import Series
from .groups import Group, is_uneven
from .plot import Plot
from .timeline import Extent, extent, timeline

_HEIGHT, _SMALL = 280.0, 240.0


@dataclass(frozen=True)
class Panel:
    """One part: its name, its claims and its figure."""

    name: str
    series: Series
    figure: Plot


@dataclass(frozen=True)
class Panels:
    """The parts side by side. `whole` is the figure of them all, whose legend and events are everybody's."""

    by: str
    panels: tuple[Panel, ...]
    whole: Plot
    is_shared: bool  # one scale of numbers for all

    @property
    def is_split(self) -> bool:
        """Whether there is more than one; else the whole says all."""
        return len(self.panels) > 1

    @property
    def is_wide(self) -> bool:
        """Few panels that are read down one axis of time, rather than many side by side."""
        return self.by == "reach"


@dataclass(frozen=True)
class _Look:
    """What all figures of a chart are drawn with."""

    language: Language
    theme: str
    events: pd.DataFrame | None
    is_compact: bool

    def timeline(self, series: Series, *, height: float | None = None, shown: Extent | None = None) -> Plot:
        """The figure of one part."""
        return timeline(
            series,
            language=self.language,
            theme=self.theme,
            events=self.events,
            height=height,
            compact=self.is_compact,
            shown=shown,
        )


def panels(
    series: Series,
    groups: Sequence[Group],
    by: str,
    *,
    language: Language,
    theme: str = "light",
    events: pd.DataFrame | None = None,
    compact: bool = False,
) -> Panels:
    """The figures of the parts. By reach each is as wide as the page; others are small, without room for events."""
    is_wide = by == "reach" or len(groups) < 2
    happened = events if is_wide else None
    look = _Look(language, theme, happened, compact or not is_wide)
    whole = look.timeline(series)
    is_shared = not is_uneven(groups)
    drawn = [whole] if len(groups) == 1 else _drawn(groups, extent(series, whole), is_shared, look)
    parts = (Panel(group.name, group.series, figure) for group, figure in zip(groups, drawn, strict=True))
    return Panels(by, tuple(parts), whole, is_shared)


def _drawn(groups: Sequence[Group], shown: Extent, is_shared: bool, look: _Look) -> list[Plot]:
    common = shown if is_shared else replace(shown, numbers=None)
    figures = [
        look.timeline(group.series, height=_SMALL if look.is_compact else _HEIGHT, shown=common) for group in groups
    ]
    _align(figures)
    return figures


def _align(figures: Sequence[Plot]) -> None:
    """The same margins for all, so that one day stands below another."""
    for side in ("l", "r"):
        widest = max((figure["layout"]["margin"][side] for figure in figures), default=0.0)
        for figure in figures:
            figure["layout"]["margin"][side] = widest


def told(made: Panels, language: Language) -> str:
    """How the chart is split and which scales it has, in words to stand above it."""
    say = language.say
    split = {
        "reach": say("Split by how far each figure reaches, from the place of the crisis outwards."),
        "place": say("One panel for each place."),
        "claimant": say("One panel for each claimant."),
    }
    scale = (
        say("All panels show the same days on the same scale.")
        if made.is_shared
        else say(
            "All panels show the same days, but each has its own scale, since one scale would flatten some: compare "
            "heights within a panel only."
        )
    )
    return f"{split.get(made.by, '')} {scale}".strip()
