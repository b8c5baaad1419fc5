"""Every selection of rows: a Filter, a named query, and a snapshot of the data that answers it."""

from .catalogue import Catalogue, Live
from .filter import Filter
from .slices import Slice

__all__ = ["Catalogue", "Filter", "Live", "Slice"]
