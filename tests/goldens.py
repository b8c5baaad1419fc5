"""Drawings that somebody looked at and accepted, kept as files."""

from __future__ import annotations

import os
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"


def matches_golden(name: str, svg: str) -> bool:
    """Compares with the file that was accepted. UPDATE_GOLDEN=1 writes it anew: look at it before you commit."""
    path = GOLDEN / f"{name}.svg"
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(svg, encoding="utf-8")
    return svg == path.read_text(encoding="utf-8")
