"""Text that runs from the right, said in the text itself, since no two renderers agree on `direction`."""

from __future__ import annotations

_START, _ANY, _END = "\u2067", "\u2068", "\u2069"  # RIGHT-TO-LEFT ISOLATE, FIRST STRONG ISOLATE and their end


def isolated(text: str, *, is_rtl: bool) -> str:
    """The text, set as one run from the right; unchanged where the language runs from the left."""
    if not is_rtl or not text or text.startswith(_START):
        return text
    return f"{_START}{text}{_END}"


def apart(name: str, *, is_rtl: bool) -> str:
    """A name within a line that runs from the right: a Latin one keeps its own direction and draws nothing along."""
    return f"{_ANY}{name}{_END}" if is_rtl and name else name
