"""The report: what came in, what went out, and every decision with its reason."""

from __future__ import annotations

from .conversion import Conversion


def report(made: Conversion, crisis: str) -> str:
    """The report as Markdown."""
    return f"# {crisis}: {len(made.rows)} rows\n"
