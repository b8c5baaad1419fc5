"""When a printed number is another one rounded, and not another number. The rule is in docs/method/distortions.md."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_UP, Decimal

# A hedge says on which side of the true number the rounded one lies: "nearly 100" is rounded up, "over 90" down.
NEAREST = (ROUND_HALF_UP, ROUND_HALF_DOWN)
DIRECTIONS = {
    "exact": NEAREST,
    "about": NEAREST,
    "nearly": (ROUND_CEILING,),
    "at_most": (ROUND_CEILING,),
    "less_than": (ROUND_CEILING,),
    "at_least": (ROUND_FLOOR,),
    "more_than": (ROUND_FLOOR,),
}


def is_rounding(number: float, printed: float, qualifier: str) -> bool:
    """Whether `printed` is `number` rounded to fewer digits; under a hedge, to fifties and the like as well."""
    exact, other = Decimal(repr(number)), Decimal(repr(printed))
    if exact == other or not exact.is_finite():
        return False
    return any(
        _rounded(exact, step, direction) == other
        for step in _steps(exact, is_hedged=qualifier != "exact")
        for direction in DIRECTIONS.get(qualifier, ())
    )


def _steps(number: Decimal, *, is_hedged: bool) -> Iterator[Decimal]:
    """What a number may be rounded to: tens, hundreds and so on up to its first digit; halves of them under a hedge."""
    for digits in range(1, len(number.normalize().as_tuple().digits)):
        step = Decimal(1).scaleb(number.adjusted() - digits + 1)
        yield step
        if is_hedged:
            yield step / 2


def _rounded(number: Decimal, step: Decimal, direction: str) -> Decimal:
    return (number / step).quantize(Decimal(1), rounding=direction) * step
