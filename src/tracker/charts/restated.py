"""The words of the triangle of revisions, and its whole image: what was said again, and what became lower."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from .. import caveats, words
from ..languages import Language
from ..series import Series
from ..triangle import Vintage
from . import svg
from .sizes import Draw
from .triangle import Restatements, figure, name, triangle

_MOST = 3  # falls told before the rest are only counted


@dataclass(frozen=True)
class Telling:
    """The words around the panels. `notes` stand under them."""

    title: str
    subtitle: str
    source: str
    alt: str
    notes: tuple[str, ...]


def telling(series: Series, made: Restatements, language: Language) -> Telling:
    """What stands around the panels, and says all that the marks alone would leave open."""
    title = _title(series, made, language)
    names = _claimants(made, language)
    source = language.say_many("Source: {names}.", "Sources: {names}.", len(names), names=language.together(names))
    spoken = [_ends(panel.name, panel.line.vintages, language) for panel in made.panels]
    notes = tuple(_notes(made, language))
    return Telling(title, _reading(made, language), source, " ".join([f"{title}.", *spoken, *notes]), notes)


def drawer(series: Series, *, language: Language, theme: str = "light", seen: str = "", address: str = "") -> Draw:
    """What draws the framed SVG of a series whose figures were restated, in a width and at least a height.

    It raises ValueError where none was.
    """

    @cache
    def made(*, is_compact: bool) -> tuple[Restatements, Telling]:
        found = triangle(series, language=language, theme=theme, compact=is_compact)
        if found is None:
            raise ValueError("no figure of the series was restated")
        return found, telling(series, found, language)

    def draw(width: float, height: float) -> str:
        found, said = made(is_compact=width < svg.WIDE)
        return svg.render(
            found.whole,
            title=said.title,
            subtitle=said.subtitle,
            source=said.source,
            alt=said.alt,
            notes=said.notes,
            seen=seen,
            address=address,
            width=width,
            height=height,
            panels=[(panel.name, panel.figure) for panel in found.panels] if len(found.panels) > 1 else (),
        )

    return draw


def _title(series: Series, made: Restatements, language: Language) -> str:
    indicator = language.label(series.indicator, "label")
    places = {language.label(line.vintages[0].row, "place_name") for line in made.lines}
    if len(places) == 1:
        return language.say("{indicator}, {place}: restated figures", indicator=indicator, place=places.pop())
    return language.say("{indicator}: restated figures", indicator=indicator)


def _claimants(made: Restatements, language: Language) -> list[str]:
    return list(dict.fromkeys(words.claimant(line.vintages[0].row, language) for line in made.lines))


def _reading(made: Restatements, language: Language) -> str:
    """How to read the marks that are there."""
    say = language.say
    present = set(made.whole["layout"]["meta"]["kinds"])
    lines = {
        "up": say("Arrow up: at least, or more than."),
        "down": say("Arrow down: at most, or fewer than."),
        "about": say("≈: about, or nearly."),
        "range": say("Whisker: a range."),
    }
    first = say(
        "Each panel is one period. A mark stands on the day on which its source gave the figure for that period; a "
        "dashed line holds it until the source gave another."
    )
    scale = say("Each panel has its own scale: compare heights within a panel only.") if len(made.panels) > 1 else ""
    return " ".join(filter(None, [first, scale, *(line for kind, line in lines.items() if kind in present)]))


def _ends(period: str, vintages: Sequence[Vintage], language: Language) -> str:
    """The first and the last that was said."""
    first, last = vintages[0], vintages[-1]
    return language.say(
        "{period}: {first} on {day}, {last} on {later}.",
        period=period,
        first=figure(first, language),
        day=language.date(first.said),
        last=figure(last, language),
        later=language.date(last.said),
    )


def _notes(made: Restatements, language: Language) -> Iterator[str]:
    falls = [(line, before, after) for line in made.lines for before, after in line.lowered]
    for line, before, after in falls[:_MOST]:
        yield language.say(
            "{claimant} gave a lower figure for {period} on {day}: {after}, after {before}.",
            claimant=words.claimant(after.row, language),
            period=name(line, language),
            day=language.date(after.said),
            after=figure(after, language),
            before=figure(before, language),
        )
    if len(falls) > _MOST:
        yield language.say_many("{n} more lower figure.", "{n} more lower figures.", len(falls) - _MOST)
    if undated := sum(len(line.undated) for line in made.lines):
        yield language.say_many(
            "{n} figure for these periods has no known day and is not drawn.",
            "{n} figures for these periods have no known day and are not drawn.",
            undated,
        )
    if left_out := len(made.lines) - len(made.panels):
        yield language.say_many(
            "{n} more period was restated and is not drawn.",
            "{n} more periods were restated and are not drawn.",
            left_out,
        )
    yield from caveats.told((vintage.row for line in made.lines for vintage in line.vintages), language)
