"""When a printed number is another one rounded, and not another number. The rule is in docs/method/distortions.md."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

# A hedge says on which side of the true number the rounded one lies: "nearly 100" is rounded up, "over 90" down.
DIRECTIONS = {
    "exact": (ROUND_HALF_UP,),
    "about": (ROUND_FLOOR, ROUND_CEILING),
    "nearly": (ROUND_CEILING,),
    "at_most": (ROUND_CEILING,),
    "less_than": (ROUND_CEILING,),
    "at_least": (ROUND_FLOOR,),
    "more_than": (ROUND_FLOOR,),
}


def is_rounding(number: float, printed: float, qualifier: str) -> bool:
    """Whether `printed`, under its hedge, is `number` rounded to fewer significant digits."""
    exact, other = Decimal(repr(number)), Decimal(repr(printed))
    if exact == other or not exact.is_finite():
        return False
    return any(
        _rounded(exact, digits, direction) == other
        for digits in range(1, len(exact.normalize().as_tuple().digits))
        for direction in DIRECTIONS.get(qualifier, ())
    )


def _rounded(number: Decimal, digits: int, direction: str) -> Decimal:
    return number.quantize(Decimal(1).scaleb(number.adjusted() - digits + 1), rounding=direction)
