"""A text cut into sentences, with hard caps so that no input, however hostile, costs more than its length."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .packs import Pack
from .tokens import BREAK, GAP, NUMBER, WORD, Token

LONGEST = 160  # tokens: a longer run is cut at a semicolon or comma
ENDS = frozenset({".", "!", "?", ".."})
BULLETS = frozenset({"•", "●", "▪", "◦", "■", "►", "‣", "·", "*", "|"})
CLOSERS = frozenset({'"', "”", "’", "'", ")", "»", "]"})


def sentences(tokens: Sequence[Token], pack: Pack) -> Iterator[list[Token]]:
    """The sentences in order, without the marks that only separate them."""
    start = 0
    for place, token in enumerate(tokens):
        if token.kind == WORD or token.kind == NUMBER or place < start:
            continue
        if _ends(tokens, place, pack):
            last = place + 1
            while last < len(tokens) and tokens[last].key in CLOSERS and tokens[last].is_glued:
                last += 1
            yield from _pieces(_clean(tokens[start:last]))
            start = last
    yield from _pieces(_clean(tokens[start:]))


def _clean(tokens: Sequence[Token]) -> list[Token]:
    return [token for token in tokens if token.key not in {BREAK, GAP} and token.key not in BULLETS]


def _ends(tokens: Sequence[Token], place: int, pack: Pack) -> bool:
    key = tokens[place].key
    if key == GAP or key in BULLETS:
        return True
    if key == BREAK:
        return _line_ends(tokens, place)
    return key in ENDS and not _is_inside(tokens, place, pack)


def _line_ends(tokens: Sequence[Token], place: int) -> bool:
    """Whether a line's end is a sentence's: not where the next line goes on in lower case, or after a comma."""
    if place == 0 or place + 1 >= len(tokens):
        return True
    before, after = tokens[place - 1], tokens[place + 1]
    goes_on = after.kind == WORD and after.text[0].islower()
    return not (goes_on or before.key == ",")


def _is_inside(tokens: Sequence[Token], place: int, pack: Pack) -> bool:
    """Whether a full stop belongs to an abbreviation or an initial, or ties two words as in an address."""
    if place == 0 or place + 1 >= len(tokens):
        return False
    before, after = tokens[place - 1], tokens[place + 1]
    if after.is_glued and after.kind == WORD and after.text[0].islower():
        return True
    if not tokens[place].is_glued or tokens[place].key != ".":
        return tokens[place].key == ".." and (after.key == ")" or (after.kind == WORD and after.text[0].islower()))
    is_initial = len(before.text) == 1 and before.is_capital
    if pack.has("abbreviations", before.key) and not (before.is_glued and tokens[place - 2].kind == NUMBER):
        return True
    return is_initial and after.is_capital


def _pieces(tokens: list[Token]) -> Iterator[list[Token]]:
    start = 0
    while len(tokens) - start > LONGEST:
        end = start + LONGEST
        cut = next((place for place in range(end, start + 40, -1) if tokens[place].key in {";", ","}), end)
        yield tokens[start:cut]
        start = cut
    if start < len(tokens):
        yield tokens[start:]
