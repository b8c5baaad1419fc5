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
_WIDE = ("reach", "crisis")
_OWN_DAYS = ("crisis",)  # a war of 2016 and one of 2023 share no axis of time, and no events


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
    is_simultaneous: bool  # the same days in all

    @property
    def is_split(self) -> bool:
        """Whether there is more than one; else the whole says all."""
        return len(self.panels) > 1

    @property
    def is_wide(self) -> bool:
        """Few panels that are read down one axis of time, rather than many side by side."""
        return self.by in _WIDE


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
    """The figures of the parts. Those as wide as the page have events, unless each has days of its own."""
    is_wide, is_simultaneous = by in _WIDE or len(groups) < 2, by not in _OWN_DAYS or len(groups) < 2
    happened = events if is_wide and is_simultaneous else None
    look = _Look(language, theme, happened, compact or not is_wide)
    whole = look.timeline(series)
    is_shared = is_simultaneous and not is_uneven(groups)
    days = extent(series, whole) if is_simultaneous else None
    drawn = [whole] if len(groups) == 1 else _drawn(groups, days, is_shared, look)
    parts = (Panel(group.name, group.series, figure) for group, figure in zip(groups, drawn, strict=True))
    return Panels(by, tuple(parts), whole, is_shared, is_simultaneous)


def _drawn(groups: Sequence[Group], shown: Extent | None, is_shared: bool, look: _Look) -> list[Plot]:
    common = shown if is_shared or shown is None else replace(shown, numbers=None)
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
        "crisis": say("One panel for each crisis."),
        "reach": say("Split by how far each figure reaches, from the place of the crisis outwards."),
        "place": say("One panel for each place."),
        "claimant": say("One panel for each claimant."),
    }
    return f"{split.get(made.by, '')} {_scale(made, language)}".strip()


def _scale(made: Panels, language: Language) -> str:
    if not made.is_simultaneous:
        return language.say("Each has its own days and its own scale: compare heights within a panel only.")
    if made.is_shared:
        return language.say("All panels show the same days on the same scale.")
    return language.say(
        "All panels show the same days, but each has its own scale, since one scale would flatten some: compare "
        "heights within a panel only."
    )
