"""Matching: what a figure found in a text is to the claims that are known. Nothing here writes or decides."""

from __future__ import annotations

from .citing import citation_cells
from .documents import known_document
from .gazetteer import known
from .matcher import Kind, Match, Matcher
from .proposed import Proposed
from .subjects import Subjects

__all__ = ["Kind", "Match", "Matcher", "Proposed", "Subjects", "citation_cells", "known", "known_document"]
