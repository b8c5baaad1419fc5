"""Where the words asked for stand in a text, so that a page can show why it was found."""

from __future__ import annotations

import re

from .folding import fold

_PART = re.compile(r"(\s+)")


def marked(text: str, asked: str) -> list[tuple[str, bool]]:
    """The text in pieces, each with whether it holds a word asked for; together they are the text."""
    wanted = fold(asked)
    pieces: list[tuple[str, bool]] = []
    for part in filter(None, _PART.split(text)):
        is_found = any(word.startswith(start) for word in fold(part) for start in wanted)
        if pieces and pieces[-1][1] == is_found and not is_found:
            pieces[-1] = (pieces[-1][0] + part, False)
        else:
            pieces.append((part, is_found))
    return pieces
