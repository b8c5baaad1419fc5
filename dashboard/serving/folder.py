"""Where the web build keeps what it made: fonts, plotly's smaller bundle, compressed copies."""

from __future__ import annotations

import os
from pathlib import Path

PROJECT = Path(__file__).parents[2]


def build_folder() -> Path:
    """`TRACKER_BUILD` where that is set, `.build/web` in a checkout, and the user's cache when installed elsewhere."""
    if told := os.environ.get("TRACKER_BUILD"):
        return Path(told)
    if (PROJECT / "pyproject.toml").is_file():
        return PROJECT / ".build" / "web"
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return cache / "humanitarian-figures-tracker" / "web"
