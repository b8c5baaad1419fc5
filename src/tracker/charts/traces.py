"""One claimant's shapes: bars over periods, held levels, running totals, whiskers, markers, arrows and the sign ≈."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from .holds import Hold
from .marks import Mark, runs
from .pen import CLEAR, FAINT, Pen, Point
from .plot import Marker, Trace

_BAR, _THIN_BAR = 7.0, 3.0
_MARKER, _AROUND, _RINGS = 9.0, 6.0, 2  # of more claims on one spot than can ring it, the last ring stands for all
_CROWDS = ((300, 4.0), (100, 6.0))  # a claimant with more figures than this has smaller markers, and no rings
_SIGNED = 60  # a claimant with more figures under one sign has it on about so many of them

ABOUT, BREAK = "≈", "//"
_BESIDE = "\u00a0\u00a0"  # as wide as half a marker, which plotly knows nothing of where it writes
_DASHES = "3px,3px"
# Turned to point back at the marker: plotly only moves a marker away from where it points, never towards it.
_TURN = {"up": 180.0, "right": 270.0, "down": 0.0, "left": 90.0}
_SHAFT, _HEAD = 12.0, 20.0  # pixels from the marker to the middle of an arrow's shaft, and of its head
_SEATS = (0.0, 0.25, 0.5, 0.75, 1.0)  # plotly answers the pointer only where a line has points
_FEW_SEATS, _SHORT = (0.0, 0.5, 1.0), 60  # more bars than this are too short to need them all


LAYERS = ("bar", "hold", "line", "whisker", "cap", "marker", "arrow", "about", "break")  # the widest shapes lie lowest


def draw(pen: Pen, marks: Sequence[Mark], holds: Sequence[Hold]) -> list[Trace]:
    """Everything of one claimant."""
    wide = [*_bars(pen, marks), *_holds(pen, holds), *_lines(pen, marks), *_whiskers(pen, marks)]
    narrow = [*_caps(pen, marks), *_markers(pen, marks), *_arrows(pen, marks)]
    return [*wide, *narrow, *_signs(pen, marks)]


def layer(trace: Trace) -> int:
    """How high a trace lies, over all claimants: no bar hides another's marker."""
    return LAYERS.index(trace["meta"]["role"])


def _bars(pen: Pen, marks: Sequence[Mark]) -> Iterator[Trace]:
    barred = sorted((mark for mark in marks if mark.bar), key=_bar_look)
    seats = _FEW_SEATS if len(barred) > _SHORT else _SEATS
    for (is_thin, is_faint, is_projected), group in groupby(barred, _bar_look):
        trace = pen.path("bar", [piece for mark in group for piece in _bar(mark, seats)])
        trace["line"] = {"color": pen.style.color, "width": _THIN_BAR if is_thin else _BAR}
        if is_projected:
            trace["line"]["dash"] = _DASHES
        trace["opacity"] = FAINT if is_faint else 0.92
        yield trace


def _bar_look(mark: Mark) -> tuple[bool, bool, bool]:
    return mark.is_covered or mark.is_range or mark.is_rough, mark.is_faint, mark.is_projected


def _bar(mark: Mark, seats: Sequence[float]) -> Iterator[list[tuple[Mark, Point]]]:
    """One line over the period at the number; for a range, one at either end."""
    assert mark.bar is not None
    start, end = mark.bar
    for y in mark.stands:
        yield [(mark, (start + (end - start) * seat, y)) for seat in seats]


def _holds(pen: Pen, holds: Sequence[Hold]) -> Iterator[Trace]:
    by_dash = sorted(holds, key=lambda hold: hold.dash)
    for dash, group in groupby(by_dash, lambda hold: hold.dash):
        pieces = [[(hold.mark, (hold.start, hold.y)), (hold.mark, (hold.end, hold.y))] for hold in group]
        trace = pen.path("hold", pieces, is_quiet=True)
        trace["line"] = {"color": pen.style.color, "width": 1.4, "dash": dash}
        yield trace


def _lines(pen: Pen, marks: Sequence[Mark]) -> Iterator[Trace]:
    """Straight lines between running totals of one segment; none across a gap or past a range."""
    pieces = [piece for run in runs(marks, "cumulative") for piece in _unbroken(run)]
    if pieces:
        trace = pen.path("line", pieces, is_quiet=True)
        trace["line"] = {"color": pen.style.color, "width": 2.0}
        yield trace


def _unbroken(run: list[Mark]) -> Iterator[list[tuple[Mark, Point]]]:
    """The stretches in which each figure has a number and follows the one before without a gap.

    A line reaches one that is dated to a month at its first day and leaves it at its last: no day between is its own.
    """
    stretches: list[list[tuple[Mark, Point]]] = [[]]
    for mark in run:
        if mark.y is None or mark.break_before:
            stretches.append([])
        if mark.y is not None:
            stretches[-1].append((mark, (mark.bar[0] if mark.bar else mark.at, mark.y)))
            if mark.bar:
                stretches.append([(mark, (mark.bar[1], mark.y))])
    return (stretch for stretch in stretches if len(stretch) > 1)


def _whiskers(pen: Pen, marks: Sequence[Mark]) -> Iterator[Trace]:
    for is_faint in (True, False):
        ends = [(mark, mark.low, mark.high) for mark in marks if mark.is_faint == is_faint]
        pieces = [
            [(mark, (mark.at, low)), (mark, (mark.at, high))]
            for mark, low, high in ends
            if low is not None and high is not None
        ]
        if pieces:
            trace = pen.path("whisker", pieces, is_quiet=True)
            trace["line"] = {"color": pen.style.color, "width": 1.6}
            trace["opacity"] = FAINT if is_faint else 1.0
            yield trace


def _caps(pen: Pen, marks: Sequence[Mark]) -> Iterator[Trace]:
    """The ends of a whisker, which answer the pointer as its marker would: a range has none."""
    ends = [(mark, end) for mark in marks for end in (mark.low, mark.high) if end is not None]
    if ends:
        yield pen.points(
            "cap", ends, {"symbol": "line-ew", "size": 11.0, "line": {"color": pen.style.color, "width": 1.6}}
        )


def _markers(pen: Pen, marks: Sequence[Mark]) -> Iterator[Trace]:
    stands = [(mark, mark.y) for mark in marks if mark.y is not None]
    if not stands:
        return
    color, paper = pen.style.color, pen.colours.paper
    size = next((size for crowd, size in _CROWDS if len(stands) > crowd), _MARKER)
    is_crowd = size != _MARKER
    edge = 0.0 if is_crowd else 1.0  # the white around one marker would hide its neighbours
    depths = [0 if is_crowd else min(mark.depth, _RINGS) for mark, _ in stands]
    yield pen.points(
        "marker",
        stands,
        {
            "symbol": pen.style.symbol,
            "size": [pen.style.size(size + _AROUND * depth) for depth in depths],
            "color": [
                CLEAR if depth else paper if mark.is_hollow else color
                for depth, (mark, _) in zip(depths, stands, strict=True)
            ],
            "line": {
                "color": [
                    color if depth or mark.is_hollow else paper for depth, (mark, _) in zip(depths, stands, strict=True)
                ],
                "width": [
                    1.5 if depth or mark.is_hollow else edge for depth, (mark, _) in zip(depths, stands, strict=True)
                ],
            },
        },
    )


def _arrows(pen: Pen, marks: Sequence[Mark]) -> Iterator[Trace]:
    """Shaft and head beside the marker, of one length in pixels: how much more or less, nobody said."""
    told = signed(marks, lambda mark: mark.points)
    ways = [(mark, y, way) for mark in told for way in mark.points for y in mark.stands]
    if not ways:
        return
    at = [(mark, y) for mark, y, _ in ways]
    turns = [_TURN[way] for _, _, way in ways]
    color = pen.style.color
    shaft: Marker = {"symbol": "line-ns", "size": 12.0, "standoff": _SHAFT, "line": {"color": color, "width": 1.8}}
    head: Marker = {"symbol": "triangle-down", "size": 8.0, "standoff": _HEAD, "color": color, "line": {"width": 0.0}}
    for part in (shaft, head):
        part["angle"] = turns
        yield pen.points("arrow", at, part, is_quiet=True)


def _signs(pen: Pen, marks: Sequence[Mark]) -> Iterator[Trace]:
    """≈ above a number that is about right, and two strokes before one that no line may reach."""
    near = [(mark, mark.y) for mark in signed(marks, lambda mark: mark.is_about) if mark.y is not None]
    broken = [(mark, mark.stands[0]) for mark in marks if mark.break_before]
    if near:
        yield _written(pen, "about", near, ABOUT, "top center", 17.0)
    if broken:
        yield _written(pen, "break", broken, BREAK + _BESIDE, "middle left", 13.0)


def signed(marks: Sequence[Mark], sign: Callable[[Mark], object]) -> list[Mark]:
    """Those that show their sign: all, or of very many the first and the last of each run alike, and some between.

    In a band of signs side by side nobody could see the figures; it would look like another line.
    """
    having = [mark for mark in marks if sign(mark)]
    if len(having) <= _SIGNED:
        return having
    every = -(-len(having) // _SIGNED)
    runs = [list(run) for _, run in groupby(sorted(marks, key=lambda mark: mark.at), sign)]
    told = (mark for run in runs for n, mark in enumerate(run) if n % every == 0 or n == len(run) - 1)
    return [mark for mark in told if sign(mark)]


def has_few_signs(marks: Sequence[Mark]) -> bool:
    """Whether some source has more figures under one sign than show it."""
    hedged = Counter((mark.claimant_id, sign) for mark in marks for sign in (mark.is_about, mark.points) if sign)
    return any(n > _SIGNED for n in hedged.values())


def _written(pen: Pen, role: str, at: Sequence[tuple[Mark, float]], sign: str, position: str, size: float) -> Trace:
    trace = pen.points(role, at, {}, is_quiet=True)
    del trace["marker"]
    trace["mode"], trace["text"] = "text", [sign] * len(at)
    trace["textposition"] = position
    trace["textfont"] = {"size": size, "color": pen.style.color}
    return trace
