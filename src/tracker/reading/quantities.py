"""Numbers as texts write them: 1,136 · 85 000 · 1.4 million · two dozen · 1.5 lakh · tens of thousands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .packs import Pack
from .tokens import NUMBER, WORD, Token

HIGHEST = 100  # metres: "4m of mud" is no four million
LONGEST = 24  # characters of a number in digits


@dataclass(slots=True)
class Quantity:
    """A number expression: tokens `first` up to `last`. A range has `low` and `high`; "dozens" only a `floor`."""

    first: int
    last: int
    value: float | None = None
    low: float | None = None
    high: float | None = None
    floor: float | None = None
    is_digits: bool = False
    is_word: bool = False  # "the last", "no": stands where a number would

    def bounds(self, qualifier: str) -> tuple[float | None, float | None, float | None]:
        """Value, low and high as a qualifier makes them: "at least 96" has 96 as its value and its low."""
        if self.is_range:
            return None, self.low, self.high
        low = self.value if qualifier in {"at_least", "more_than"} else None
        return self.value, low, self.value if qualifier in {"at_most", "less_than"} else None

    @property
    def is_range(self) -> bool:
        """Whether two numbers were printed as one figure."""
        return self.low is not None


def quantities(tokens: Sequence[Token], pack: Pack, taken: Sequence[bool]) -> list[Quantity]:
    """The number expressions of a sentence, left to right; tokens that are `taken` belong to dates."""
    found: list[Quantity] = []
    place = 0
    while place < len(tokens):
        quantity = (
            None if taken[place] else _halved(_mixed(_at(tokens, place, pack, taken), tokens, pack), tokens, pack)
        )
        if quantity:
            found.append(quantity)
        place = quantity.last if quantity else place + 1
    return found


def _mixed(quantity: Quantity | None, tokens: Sequence[Token], pack: Pack) -> Quantity | None:
    """A number whose thousands are told by a word and whose rest by digits: "9 mil 758", "un millón 700 mil"."""
    if quantity is None or quantity.value is None or quantity.last >= len(tokens):
        return quantity
    is_open = pack.has("mixed_magnitudes", tokens[quantity.last - 1].key) and quantity.value % 1000 == 0
    rest = _digits(tokens, quantity.last, pack, ()) if is_open and tokens[quantity.last].kind == NUMBER else None
    if rest is None or rest.value is None or rest.value >= (1000 if quantity.value < 1e6 else 1e6):
        return quantity
    return Quantity(quantity.first, rest.last, quantity.value + rest.value, is_digits=quantity.is_digits)


def _halved(quantity: Quantity | None, tokens: Sequence[Token], pack: Pack) -> Quantity | None:
    """A number with a half of its magnitude: "two and a half million", "dos millones y medio"."""
    if quantity is None or quantity.value is None or quantity.last >= len(tokens):
        return quantity
    half = _half_at(tokens, quantity.last, pack)
    if not half:
        return quantity
    behind = pack.magnitudes.at(tokens, half, bare=True) if half < len(tokens) else None
    before = pack.magnitudes.at(tokens[: quantity.last], quantity.last - 1, bare=True)
    if before and before.carried >= 1000:
        last = behind.last if behind and behind.carried == before.carried else half
        return Quantity(quantity.first, last, quantity.value + before.carried / 2, is_digits=quantity.is_digits)
    if behind and quantity.value < 1000:
        return Quantity(
            quantity.first, behind.last, (quantity.value + 0.5) * behind.carried, is_digits=quantity.is_digits
        )
    return quantity


def _half_at(tokens: Sequence[Token], place: int, pack: Pack) -> int:
    """Where "and a half" ends, if it begins here; else 0."""
    for phrase in pack.words.get("halves", ()):
        words = phrase.split()
        ahead = tokens[place : place + len(words)]
        if len(ahead) == len(words) and all(word in token.keys for word, token in zip(words, ahead, strict=True)):
            return place + len(words)
    return 0


def number_at(tokens: Sequence[Token], place: int, pack: Pack) -> Quantity | None:
    """The number that begins at a token, wherever it stands."""
    return _at(tokens, place, pack, ())


def _at(tokens: Sequence[Token], place: int, pack: Pack, taken: Sequence[bool]) -> Quantity | None:
    token = tokens[place]
    if token.kind == NUMBER:
        return _digits(tokens, place, pack, taken)
    if token.kind != WORD:
        return None
    vague = pack.vague.at(tokens, place)
    if vague:
        return Quantity(place, vague.last, floor=vague.carried)
    if pack.duals and any(key in pack.duals for key in token.keys):
        return Quantity(place, place + 1, 2.0)
    opens = pack.has("articles", token.key) and place + 1 < len(tokens) and pack.magnitudes.at(tokens, place + 1)
    return _words(tokens, place + 1 if opens else place, pack, place)


def _digits(tokens: Sequence[Token], place: int, pack: Pack, taken: Sequence[bool]) -> Quantity | None:
    last, text = place + 1, tokens[place].text
    while _continues(tokens, place, last, text) and not (taken and taken[last]):
        text, last = text + tokens[last].text, last + 1
    value = _parsed(text, pack.decimal) if len(text) <= LONGEST else None
    if value is None:
        return None
    behind = [token.key for token in tokens[last + 1 : last + 3]]
    is_length = bool(behind) and pack.has("metric_after", behind[0]) and not pack.has("determiners", behind[-1])
    is_short = last < len(tokens) and tokens[last].is_glued and tokens[last].key in pack.suffixes and value < 10_000
    if is_short and is_length and value < HIGHEST:
        return None
    if is_short:
        return Quantity(place, last + 1, round(value * pack.suffixes[tokens[last].key], 3), is_digits=True)
    last, value = _magnified(tokens, last, value, pack)
    return Quantity(place, last, value, is_digits=True)


def _continues(tokens: Sequence[Token], first: int, place: int, text: str) -> bool:
    """Whether a group of three digits after a space goes on with the number before it: 85 000."""
    if place >= len(tokens) or tokens[place].kind != NUMBER or len(tokens[place].text) != 3:
        return False
    gap = tokens[place].start - tokens[place - 1].end
    return gap == 1 and len(tokens[first].text) <= 3 and tokens[first].text[0] != "0" and text.isdigit()


def _parsed(text: str, decimal: str) -> float | None:
    """The value of digits with separators, of which the pack says which one is the decimal."""
    for mark in ".,٫٬":
        text = text.replace(mark, {"٫": decimal, "٬": _other(decimal)}.get(mark, mark))
    groups = text.split(_other(decimal))
    head, point, tail = groups[-1].partition(decimal)
    if len(groups) == 2 and len(groups[1]) < 3:  # 1.5 where the pack writes 1,5
        return float(".".join(groups)) if all(group.isdigit() for group in groups) else None
    if len(groups) > 1:
        if any(len(group) < 2 or not group.isdigit() for group in [*groups[1:-1], head]):
            return None
        return float("".join(groups[:-1]) + head + (f".{tail}" if point and tail.isdigit() else ""))
    parts = text.split(decimal)
    if len(parts) > 2 or (len(parts) == 2 and len(parts[1]) == 3 and decimal == ","):
        return float("".join(parts)) if all(len(part) == 3 for part in parts[1:]) else None
    return float(text.replace(decimal, "."))


def _other(decimal: str) -> str:
    return "," if decimal == "." else "."


def _magnified(tokens: Sequence[Token], last: int, value: float, pack: Pack) -> tuple[int, float]:
    while match := pack.magnitudes.at(tokens, last, bare=True) if last < len(tokens) else None:
        last, value = match.last, round(value * match.carried, 3)
    return last, value


def _words(tokens: Sequence[Token], place: int, pack: Pack, first: int) -> Quantity | None:
    """A number in words: units and tens are added, a magnitude multiplies what was counted up so far."""
    total, current, last = 0.0, 0.0, place
    while last < len(tokens):
        joined = last > place and current % 10 == 0 and pack.has("number_joiners", tokens[last].key)
        at = last + 1 if joined else last
        number, magnitude = pack.numbers.at(tokens, at), pack.magnitudes.at(tokens, at, bare=True)
        if number and _adds(total, current, number.carried, pack, tokens[number.first]):
            current, last = current + number.carried, number.last
        elif magnitude and not joined and (last > first or pack.has("bare_magnitudes", tokens[last].key)):
            total, current = _multiplied(total, current or 1.0, magnitude.carried)
            last = magnitude.last
        else:
            break
    return Quantity(first, last, total + current) if last > place and total + current >= 1 else None


def _adds(total: float, current: float, value: float, pack: Pack, token: Token) -> bool:
    """Whether a number word goes on with the number so far: twenty + five, one hundred + twenty, never five + six."""
    if current == 0:
        return value >= 1 or total == 0
    step = next(step for step in (1, 10, 100, 1000) if current % (step * 10) or step == 1000)
    if value < step:
        return True
    units_first = bool(pack.prefixes) and len(token.keys) > 1
    return units_first and current < 10 <= value < 100


def _multiplied(total: float, current: float, magnitude: float) -> tuple[float, float]:
    if magnitude < 1000:
        return total, current * magnitude
    return total + current * magnitude, 0.0
