"""How each type of cell is written as text, and what is wrong with a text that is not of its type."""

from __future__ import annotations

import datetime as dt
import math
import re
from dataclasses import dataclass
from decimal import Decimal

from ..schema import Column, Type

SEPARATOR = " | "  # between the items of a list
# Types not named here hold any text. DuckDB reads "infinity" as a day in 1900 and "1_000" as a number, so these
# patterns, and not its casts, say what a cell may be. They are plain enough to mean the same there and here.
SHAPES = {
    Type.ID: r"[A-Za-z0-9][A-Za-z0-9._-]*",
    Type.REFERENCE: r"[A-Za-z0-9][A-Za-z0-9._-]*",
    Type.NUMBER: r"-?[0-9]+([.][0-9]+)?",
    Type.INTEGER: r"-?[0-9]{1,15}",
    Type.DATE: r"[0-9]{4}-[0-9]{2}-[0-9]{2}",
    Type.TIMESTAMP: r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z",
    Type.FLAG: r"true|false",
    Type.URL: r"https?://[^\s]+",
}
_REMEDIES = {
    Type.ID: ("an id", "Use letters, digits, dots and hyphens: unicef-20160928-children-killed"),
    Type.REFERENCE: ("an id", "Use letters, digits, dots and hyphens: unicef-20160928-children-killed"),
    Type.NUMBER: ("a number", "Write digits with a point for decimals and no separators: 250000 or 12.5"),
    Type.INTEGER: ("a whole number", "Write digits only: 2"),
    Type.DATE: ("a day", "Write it as 2016-09-28"),
    Type.TIMESTAMP: ("a time in UTC", "Write it as 2016-09-28T14:30:00Z"),
    Type.FLAG: ("a yes or no", "Write true or false, or leave it blank"),
    Type.URL: ("a web address", "It must begin with http:// or https:// and hold no space"),
}
_BLANKS = {"nan", "NaT", "<NA>"}  # how frames say that a cell is missing
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True)
class Fault:
    """What is wrong with one cell, and what to do about it."""

    problem: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.problem}. {self.remedy}"


def fault(column: Column, text: str) -> Fault | None:
    """What is wrong with a cell as it stands in a file; None when it is right. Blank is right unless required."""
    if not text.strip():
        return Fault("is blank", "Every row needs it") if column.is_required else None
    if column.vocabulary is not None:
        return None if text in column.vocabulary else Fault(f"{text!r} is not in its vocabulary", _terms(column))
    shape = SHAPES.get(column.type)
    if shape and not (re.fullmatch(shape, text) and _exists(column.type, text)):
        kind, remedy = _REMEDIES[column.type]
        return Fault(f"{text!r} is not {kind}", remedy)
    return None


def unwritable(text: str) -> Fault | None:
    """What keeps a text out of a table: a line break would tear its row apart in most programs that read CSV."""
    if "\n" in text or "\r" in text:
        return Fault(f"{text!r} holds a line break", "Put the text on one line")
    if _CONTROL.search(text):
        return Fault(f"{text!r} holds a character that cannot be printed", "Take it out")
    return None


def written(column: Column, value: object) -> str:
    """A value as a cell: 96.0 is `96`, a day is ISO 8601, None and NaN are blank, a list is joined with ` | `."""
    if value is None or (not isinstance(value, str) and str(value) in _BLANKS):
        return ""
    text = _as_text(column, value)
    return canonical(column, text) if text.strip() else ""


def canonical(column: Column, text: str) -> str:
    """The one way a right cell is written, so that 96 and 96.0 are the same content."""
    if column.type is Type.NUMBER and re.fullmatch(SHAPES[Type.NUMBER], text) and "." in text:
        return text.rstrip("0").rstrip(".")
    return text


def _as_text(column: Column, value: object) -> str:
    if isinstance(value, dt.datetime):
        return _instant(column, value)
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, list | tuple):
        return SEPARATOR.join(str(item) for item in value)
    if column.type is Type.FLAG:
        return str(value).lower() if not isinstance(value, str) else value
    return str(value)


def _number(value: float) -> str:
    """Every digit that the float holds, and no exponent."""
    if math.isinf(value):
        return str(value)
    text = format(Decimal(repr(float(value))), "f")
    return text.removesuffix(".0")


def _instant(column: Column, value: dt.datetime) -> str:
    """Frames hold a day as its midnight, and times in UTC without saying so."""
    if column.type is Type.DATE and value.time() == dt.time():
        return value.date().isoformat()
    utc = value.astimezone(dt.UTC) if value.tzinfo else value
    return utc.strftime("%Y-%m-%dT%H:%M:%SZ")


def _exists(kind: Type, text: str) -> bool:
    """False for 30 February and for 25 o'clock."""
    if kind not in {Type.DATE, Type.TIMESTAMP}:
        return True
    try:
        dt.datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _terms(column: Column) -> str:
    assert column.vocabulary is not None
    return f"Use one of: {', '.join(column.vocabulary)}"
