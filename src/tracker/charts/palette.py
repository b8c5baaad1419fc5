"""Colours and symbols. A claimant keeps both, whatever is chosen; unattributed figures share a grey of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..errors import UnknownError

SANS = "Public Sans, Noto Sans Arabic, system-ui, sans-serif"
SERIF = "'Source Serif 4', 'Noto Sans Arabic', Georgia, serif"  # a name with a digit must stand in quotes
ARABIC = "Noto Sans Arabic, Public Sans, system-ui, sans-serif"  # for text from the right, in any weight

SYMBOLS = ("circle", "square", "diamond", "triangle-up", "cross", "star")
NOBODY_SYMBOL = "x"
_LARGER = {"triangle-up": 1.15, "cross": 1.2, "star": 1.35, "x": 1.15}  # so that all look of one size


@dataclass(frozen=True)
class Theme:
    """The colours of one chart. `series` keeps apart under three kinds of colour blindness."""

    name: str
    paper: str
    ink: str
    muted: str
    grid: str
    event: str
    nobody: str
    series: tuple[str, ...]


@dataclass(frozen=True)
class Style:
    """How one claimant's marks look."""

    color: str
    symbol: str

    def size(self, wanted: float) -> float:
        """The size to ask for, so that every symbol looks as large."""
        return wanted * _LARGER.get(self.symbol, 1.0)


LIGHT = Theme(
    "light",
    paper="#FFFFFF",
    ink="#16202A",
    muted="#5B6773",
    grid="#E3E7EB",
    event="#8A94A0",
    nobody="#6F7882",
    series=("#323F4B", "#AB1209", "#08775A", "#D07594", "#979435", "#618DFF"),
)
DARK = Theme(
    "dark",
    paper="#14191F",
    ink="#EEF2F5",
    muted="#A3AEB9",
    grid="#2B343D",
    event="#7D8894",
    nobody="#97A1AB",
    series=("#F6351A", "#DBE6FD", "#A986FB", "#4CCC9D", "#9B6987", "#EBEA33"),
)
# For drawings inside a page: the page's own colours, so that one drawing serves both themes.
SCREEN = replace(
    LIGHT,
    name="screen",
    **{
        name: f"var(--chart-{name}, {getattr(LIGHT, name)})"
        for name in ("paper", "ink", "muted", "grid", "event", "nobody")
    },
    series=tuple(f"var(--series-{number}, {color})" for number, color in enumerate(LIGHT.series, start=1)),
)
_THEMES = {theme.name: theme for theme in (LIGHT, DARK, SCREEN)}


def theme(name: str) -> Theme:
    """The theme called `light`, `dark` or `screen`."""
    if name not in _THEMES:
        raise UnknownError(f"there is no theme {name!r}: choose {', '.join(_THEMES)}")
    return _THEMES[name]


def style(claimant: str, claimants: Sequence[str], colours: Theme) -> Style:
    """A claimant's colour and symbol. Thirty-six pairs differ; a blank claimant has the grey and symbol of nobody."""
    if claimant not in claimants:
        return Style(colours.nobody, NOBODY_SYMBOL)
    turn, colour = divmod(claimants.index(claimant), len(colours.series))
    return Style(colours.series[colour], SYMBOLS[(colour + turn) % len(SYMBOLS)])


def css(colours: Theme) -> str:
    """The declarations that a page sets for drawings of the theme `screen`."""
    names = ("paper", "ink", "muted", "grid", "event", "nobody")
    lines = [f"--chart-{name}: {getattr(colours, name)};" for name in names]
    return "\n".join(lines + [f"--series-{number}: {color};" for number, color in enumerate(colours.series, start=1)])
