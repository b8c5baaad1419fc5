"""What a query string may say of a table beside the claims to choose: its columns, their order, and which page."""

from __future__ import annotations

from pydantic import Field

from tracker.catalogue import Catalogue
from tracker.exports.selection import Selection

from .choices import MOST, ClaimChoices, Several

PAGE, LARGEST_PAGE = 500, 5000
LONGEST_CURSOR = 4000  # characters


def _names(meaning: str, example: str) -> Several:
    given: Several = Field([], max_length=MOST, description=meaning, examples=[[example]])
    return given


class Shape(ClaimChoices):
    """Chosen claims or what they refer to, in which columns and order."""

    columns: Several = _names(
        "Columns to give, in this order, separated by commas; all where none is named.",
        "observation_id,value,qualifier",
    )
    sort: Several = _names("Columns to sort by, separated by commas; -value begins with the greatest.", "-known_on")

    def selection(self, catalogue: Catalogue, table: str) -> Selection:
        """The rows to give. Raises UnknownError for an id that nothing has."""
        return Selection(table, self.filter(catalogue), _split(self.columns), _split(self.sort))


class Tagged(Shape):
    """A table that may carry hashtags."""

    hxl: bool = Field(False, description="1 puts the row of HXL hashtags under the header.")


class Paged(Shape):
    """One page of a table."""

    limit: int = Field(PAGE, ge=1, le=LARGEST_PAGE, description="How many rows a page has at most.")
    cursor: str = Field("", max_length=LONGEST_CURSOR, description="`next_cursor` of the page before.")


def _split(given: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.strip() for text in given for name in text.split(",") if name.strip()))
