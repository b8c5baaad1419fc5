"""Review: what was read in a document, what people made of each figure, and the one way accepted ones are written."""

from __future__ import annotations

from .accepting import accept, propose, refuse_errors, rows_of
from .amending import others
from .deciding import ABOUT, add_by_hand, change, confirm, reading_languages, reject, reopen
from .filing import FIELD as FILED
from .filing import Filing, filing, of_match
from .folder import Reviews, folder_for
from .newcomers import FIELDS as NEWCOMERS
from .quoting import quotation
from .reading import begin, proposed, read, reader_version
from .session import ACCEPTED, NEW, OPEN, REJECTED, Changed, ChangedError, Item, Review, Who

__all__ = [
    "ABOUT",
    "ACCEPTED",
    "FILED",
    "NEW",
    "NEWCOMERS",
    "OPEN",
    "REJECTED",
    "Changed",
    "ChangedError",
    "Filing",
    "Item",
    "Review",
    "Reviews",
    "Who",
    "accept",
    "add_by_hand",
    "begin",
    "change",
    "confirm",
    "filing",
    "folder_for",
    "of_match",
    "others",
    "propose",
    "proposed",
    "quotation",
    "read",
    "reader_version",
    "reading_languages",
    "refuse_errors",
    "reject",
    "reopen",
    "rows_of",
]
