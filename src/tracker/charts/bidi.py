"""Text that runs from the right, said in the text itself, since no two renderers agree on `direction`."""

from __future__ import annotations

_START, _END = "\u2067", "\u2069"  # RIGHT-TO-LEFT ISOLATE and its end


def isolated(text: str, *, is_rtl: bool) -> str:
    """The text, set as one run from the right; unchanged where the language runs from the left."""
    if not is_rtl or not text or text.startswith(_START):
        return text
    return f"{_START}{text}{_END}"
