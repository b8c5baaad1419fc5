"""Text as tokens: words, numbers and marks, each with its place in the text. One pass, in linear time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

WORD, NUMBER, MARK, CODE = "word", "number", "mark", "code"
BREAK, GAP = "\n", "\n\n"  # the keys of a line's end and of an empty line
_LETTER = r"[^\W\d_][\u0300-\u036f\u064b-\u0652\u0670]*"
_PATTERN = re.compile(
    rf"""
    (?P<code>
        https?://\S+                                                     # an address
      | (?:US|AU|HK|C|A|R)?[$€£₹¥]\ ?\d+(?:[.,]\d+)*                     # a sum of money
      | (?:[A-Za-z]{{1,12}}|[A-Z]{{1,12}}-)\d+(?:[.,/-]?\w)*             # Rs50,000, COVID-19, M10
    )
  | (?P<number> \d+(?:[.,٫٬]\d+)* )
  | (?P<word>
        (?:[^\W\d_]\.){{2,}}                                            # U.N.
      | (?:[ldnsmtcjLDNSMTCJ]|[Qq]u|[Jj]usqu|[Ll]orsqu)['’]              # what French writes onto a vowel
      | (?:{_LETTER})+(?:['’](?!s\b)(?:{_LETTER})+)*
    )
  | (?P<mark> \n(?:[^\S\n]*\n)+ | \n | ['’]s\b | \.{{2,}} | --+ | \S )
    """,
    re.VERBOSE,
)
_FOLDED = str.maketrans(
    {
        "’": "'",
        "ʼ": "'",
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ى": "ي",
        "ـ": None,
        "ٰ": None,
        **{chr(code): None for code in range(0x064B, 0x0653)},
    }
)


@dataclass(slots=True)
class Token:
    """One token. `keys` is how packs know it: lower case, folded, and without the particles written onto it.

    `key` is the first of them, the word as a pack writes it.
    """

    text: str
    keys: tuple[str, ...]
    start: int
    end: int
    kind: str
    is_glued: bool  # nothing stands between it and the token before
    is_hyphened: bool  # a hyphen ties it to the token before
    key: str = field(init=False)

    def __post_init__(self) -> None:
        self.key = self.keys[0]

    @property
    def is_capital(self) -> bool:
        """Whether it begins with an upper-case letter."""
        return self.kind == WORD and self.text[0].isupper()


def tokenise(text: str, *, prefixes: Sequence[str] = ()) -> list[Token]:
    """The tokens of a text in order. `prefixes` are particles that a language writes onto the next word."""
    found: list[Token] = []
    end, hyphen = 0, False
    for match in _PATTERN.finditer(text):
        start, kind, word = match.start(), match.lastgroup or MARK, match.group()
        if word in "-‑‐" and _ties(text, match, found):
            end, hyphen = match.end(), True
            continue
        key = fold(word) if kind != MARK else _mark(word)
        keys = _keys(key, prefixes) if prefixes and kind == WORD else (key,)
        found.append(Token(word, keys, start, match.end(), kind, bool(found) and start == end, hyphen))
        end, hyphen = match.end(), False
    return found


def fold(word: str) -> str:
    """A word as packs write it: lower case, one kind of apostrophe, no dots in initials, no vowel marks."""
    key = word.lower().translate(_FOLDED)
    return key.replace(".", "") if key.endswith(".") else key


def _ties(text: str, match: re.Match[str], found: list[Token]) -> bool:
    """Whether a hyphen ties two words, or a number to a word ("34-year-old"), rather than standing for "to"."""
    after = text[match.end() : match.end() + 1]
    if not found or found[-1].end != match.start() or not after.isalnum():
        return False
    return found[-1].kind in {WORD, NUMBER} and not (found[-1].kind == NUMBER and after.isdigit())


def _mark(text: str) -> str:
    if text[0] == "\n":
        return BREAK if len(text) == 1 else GAP
    return {"’s": "'s", "–": "-", "—": "-", "‑": "-", "‐": "-", "--": "-", "…": "..", "،": ",", "؛": ";", "؟": "?"}.get(
        text, ".." if text.startswith("..") else text
    )


def _keys(key: str, prefixes: Sequence[str]) -> tuple[str, ...]:
    """The key, then what is left of it under each particle that may have been written onto it."""
    bare = [key[len(prefix) :] for prefix in prefixes if key.startswith(prefix) and len(key) - len(prefix) >= 2]
    return (key, *dict.fromkeys(bare))
