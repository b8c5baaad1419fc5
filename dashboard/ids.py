"""Every component id, written once. Those of controls carry the query key they stand for in the URL."""

from enum import StrEnum


class Page(StrEnum):
    """What stands around every page."""

    MANTINE = "mantine"
    THEME = "theme"
    NARROW = "narrow-screen"
    ADDRESS = "address"
    THEME_BUTTON = "theme-button"
    CONTENT = "content"
    LOCATION = "_pages_location"  # Dash's own, which knows the address


class Overview(StrEnum):
    """The first page."""

    CHARTS = "overview-charts"


class Chosen(StrEnum):
    """The controls of a selection of claims."""

    CLAIMANT = "chosen-claimant"
    PLACE = "chosen-place"
    SINCE = "chosen-since"
    UNTIL = "chosen-until"
    AS_OF = "chosen-as_of"

    @property
    def key(self) -> str:
        """The query key that this control sets."""
        return self.value.removeprefix("chosen-")


class Indicator(StrEnum):
    """The page of one indicator."""

    NAME = "indicator-name"
    PANEL = "indicator-panel"
    GRAPH = "indicator-graph"
