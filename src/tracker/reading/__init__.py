"""Reading: texts to candidates. Nothing here writes, and nothing it finds is certain."""

from __future__ import annotations

from .article import Article, read_article
from .candidates import Candidate
from .known import Known, Named
from .marked import figure_in, sentence_around
from .reader import extract

__all__ = ["Article", "Candidate", "Known", "Named", "extract", "figure_in", "read_article", "sentence_around"]
