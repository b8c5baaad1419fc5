"""Reading reports in the browser: figures found in a text, decided on by a person, written by `tracker.review`."""

from __future__ import annotations

from .routes import install

__all__ = ["install"]
