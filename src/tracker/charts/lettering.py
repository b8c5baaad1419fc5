"""Text in an SVG: how wide it is about, where its lines break, and Arabic that every renderer sets from the right."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import Literal

from .bidi import isolated
from .palette import ARABIC, SANS

# Advance widths in ems, measured on our fonts and rounded up: a line a little short is better than one cut off.
_NARROW, _WIDE = "iljtf.,:;|!'’‘()- \u200f", "mwMW—%@"
_WIDTHS = {"Lu": 0.69, "Ll": 0.55, "Lo": 0.62, "Nd": 0.62, "Mn": 0.0, "Cf": 0.0}
_BOLDER = 1.04
_ABOUT, _LATIN = "≈", "Public Sans"
Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True)
class Hand:
    """How a text is set."""

    size: float
    color: str
    weight: int = 400
    family: str = SANS
    is_rtl: bool = False

    def width(self, text: str) -> float:
        """About how many pixels a line takes, rather too many than too few."""
        return self.size * _ems(text) * (_BOLDER if self.weight > 500 else 1.0)

    def wrap(self, text: str, room: float, *, most: int | None = None) -> list[str]:
        """The text in lines that fit; where there may not be more, the last ends in an ellipsis."""
        lines: list[str] = []
        used, space = 0.0, self.width(" ")
        for word in (part for whole in text.split() for part in self._parts(whole, room)):
            wide = self.width(word)
            if lines and used + space + wide <= room:
                lines[-1] = f"{lines[-1]} {word}"
                used += space + wide
            else:
                lines.append(word)
                used = wide
        if most is None or len(lines) <= most:
            return lines
        return [*lines[: most - 1], self._cut(lines[most - 1], room)]

    def balance(self, text: str, room: float, *, most: int) -> list[str]:
        """The same number of lines, of about one length: no title ends in a line of one word."""
        lines = self.wrap(text, room, most=most)
        while len(closer := self.wrap(text, room * 0.97, most=most)) == len(lines) > 1 and closer[-1][-1:] != "…":
            lines, room = closer, room * 0.97
        return lines

    def text(self, x: float, y: float, content: str, anchor: Anchor = "start") -> str:
        """One line as an element. `start` and `end` are left and right, whatever the language."""
        family = f' font-family="{escape(self.family)}"' if self.family not in {SANS, ARABIC} else ""
        weight = f' font-weight="{self.weight}"' if self.weight != 400 else ""
        at = f' text-anchor="{anchor}"' if anchor != "start" else ""
        written = escape(isolated(content, is_rtl=self.is_rtl), quote=False)
        if self.is_rtl:  # the Arabic typeface lacks it, and within a line from the right no other is tried
            written = written.replace(_ABOUT, f'<tspan font-family="{_LATIN}">{_ABOUT}</tspan>')
        return (
            f'<text x="{x:.1f}" y="{y:.1f}" font-size="{self.size:g}"{weight}{family} fill="{self.color}"{at}>'
            f"{written}</text>"
        )

    def _parts(self, word: str, room: float) -> list[str]:
        """A word, cut where it alone is wider than the line."""
        if self.width(word) <= room:
            return [word]
        parts = [""]
        for letter in word:
            if parts[-1] and self.width(parts[-1] + letter) > room:
                parts.append("")
            parts[-1] += letter
        return parts

    def _cut(self, line: str, room: float) -> str:
        while line and self.width(f"{line}…") > room:
            line = line[:-1]
        return f"{line.rstrip()}…"


@lru_cache(maxsize=4096)
def _ems(text: str) -> float:
    return sum(map(_em, text))


def _em(letter: str) -> float:
    if letter in _NARROW:
        return 0.32
    return 0.95 if letter in _WIDE else _WIDTHS.get(unicodedata.category(letter), 0.6)
