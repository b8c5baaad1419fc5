"""Free text over crises, claims, indicators, organisations, places and documents, in every language they are in."""

from .find import Found, Hit, find
from .indexing import KINDS
from .marking import marked

__all__ = ["KINDS", "Found", "Hit", "find", "marked"]
