"""Figures cited in reporting on crises, kept as sourced, dated claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import os

    from .notebook import Tables

__version__ = "0.1.0"


def open(where: str | os.PathLike[str] = "data") -> Tables:  # noqa: A001  (read as tracker.open)
    """The tables of a folder, or of a running tracker at an http or https address, as pandas frames and charts."""
    from .notebook import opened  # pandas and DuckDB take a second to load, which `import tracker` should not

    return opened(where)
