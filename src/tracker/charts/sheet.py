"""Blocks of words around a drawing: paragraphs and rows of labelled signs, set from the reader's side of the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .lettering import Anchor, Hand

_LEADING = 1.32
_AFTER_SIGN, _BETWEEN = 8.0, 20.0


@dataclass(frozen=True)
class Block:
    """Elements drawn down from y = 0, and how much height they take."""

    parts: tuple[str, ...] = ()
    height: float = 0.0

    def at(self, y: float) -> str:
        """The elements, moved down."""
        return f'<g transform="translate(0 {y:.1f})">{"".join(self.parts)}</g>' if self.parts else ""


@dataclass(frozen=True)
class Sheet:
    """The paper: its width, the margin on either side, and the side that reading starts from."""

    width: float
    margin: float
    is_rtl: bool

    @property
    def room(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.margin

    @property
    def anchor(self) -> Anchor:
        """Text hangs from the side that reading starts from."""
        return "end" if self.is_rtl else "start"

    def across(self, far: float) -> float:
        """The x that lies so far from where reading starts."""
        return self.width - self.margin - far if self.is_rtl else self.margin + far

    def heading(self, text: str, hand: Hand, *, most: int) -> Block:
        """A title in lines of about one length."""
        return self._lines(hand.balance(text, self.room, most=most), hand)

    def paragraph(self, text: str, hand: Hand) -> Block:
        """The text, wrapped between the margins; as tall as its lines."""
        return self._lines(hand.wrap(text, self.room), hand)

    def _lines(self, lines: list[str], hand: Hand) -> Block:
        step = hand.size * _LEADING
        parts = [hand.text(self.across(0), hand.size + step * n, line, self.anchor) for n, line in enumerate(lines)]
        return Block(tuple(parts), step * len(lines))

    def rows(self, items: Iterable[tuple[str, float, str]], hand: Hand) -> Block:
        """Signs, each with its width and its words, side by side and on as many rows as they need."""
        parts: list[str] = []
        step, far, row = hand.size * 1.55, 0.0, 0
        for sign, wide, words in items:
            room = self.room - wide - _AFTER_SIGN
            line = hand.wrap(words, room, most=1)[0] if words.split() else ""
            length = wide + _AFTER_SIGN + hand.width(line)
            if far and far + length > self.room:
                far, row = 0.0, row + 1
            y = hand.size + step * row
            parts.append(
                f'<g transform="translate({self.across(far + wide / 2):.1f} {y - hand.size * 0.35:.1f})">{sign}</g>'
            )
            parts.append(hand.text(self.across(far + wide + _AFTER_SIGN), y, line, self.anchor))
            far += length + _BETWEEN
        return Block(tuple(parts), step * (row + 1) if parts else 0.0)


def stack(blocks: Sequence[tuple[Block, float]]) -> Block:
    """Blocks one below the other, each with the white that follows it; empty ones take no room."""
    parts: list[str] = []
    y = 0.0
    for block, after in blocks:
        if block.parts:
            parts.append(block.at(y))
            y += block.height + after
    return Block(tuple(parts), y)
