"""Reading: texts to candidates. Nothing here writes, and nothing it finds is certain."""

from __future__ import annotations

from .candidates import Candidate
from .known import Known, Named
from .reader import extract

__all__ = ["Candidate", "Known", "Named", "extract"]
