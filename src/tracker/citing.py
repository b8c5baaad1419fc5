"""How to cite a claim: plain, BibTeX, CSL-JSON, and a sentence ready to quote that keeps hedge, claimant and period."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import dataclass

from . import caveats, words
from .figure import Figure
from .languages import Language
from .period import Period, day

TRACKER = "Humanitarian Figures Tracker"
LICENCE = "CC BY 4.0"
_SHORT = 240  # letters of a caveat that a sentence still carries; a longer one stands on the page it leads to


@dataclass(frozen=True)
class Citing:
    """One claim as another text cites it: where the tracker shows it, and the day it is seen as of."""

    row: object  # a row of the query `claims`
    url: str
    as_of: dt.date
    language: Language

    def sentence(self) -> str:
        """Ready to quote: who said how much of what, where and when, and where to check it; with a short caveat."""
        said = words.sentence(self.row, self.language)
        caution = caveats.of(self.row, self.language)
        return self.language.say(
            "{claim} Recorded by the {tracker} as of {day}: {url}",
            claim=f"{said} {caution}" if 0 < len(caution) <= _SHORT else said,
            tracker=TRACKER,
            day=self.language.date(self.as_of, style="long"),
            url=self.url,
        )

    def plain(self) -> str:
        """A line for a list of references."""
        return self.language.say(
            "{claimant}. {title}. In: {tracker} ({licence}), as of {day}. {url}",
            claimant=words.claimant(self.row, self.language),
            title=self.title(),
            tracker=TRACKER,
            licence=LICENCE,
            day=self.language.date(self.as_of, style="long"),
            url=self.url,
        )

    def title(self) -> str:
        """The figure with its hedge, what it counts, where and for when: it stands alone without saying more."""
        row, language = self.row, self.language
        unit, wording = getattr(row, "indicator_unit", ""), getattr(row, "wording", "")
        return language.say(
            "{figure}: {indicator}, {place}, {period}",
            figure=words.figure(Figure.of(row), language, wording=_text(wording), unit=_text(unit)),
            indicator=words.counted(row, language),
            place=language.label(row, "place_name"),
            period=words.period(Period.of(row), _text(getattr(row, "measure", "")), language),
        )

    def bibtex(self) -> str:
        """An entry of the type `misc`. Braces keep names and capitals as they are."""
        said = day(getattr(self.row, "known_on", None))
        fields = {
            "author": _braced(words.claimant(self.row, self.language)),
            "title": _braced(self.title()),
            "year": str(said.year) if said else "",
            "howpublished": _braced(f"{TRACKER}, {LICENCE}"),
            "url": self.url,
            "urldate": self.as_of.isoformat(),
        }
        lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
        return "\n".join([f"@misc{{{_text(getattr(self.row, 'observation_id', ''))},", *lines, "}"])

    def csl_json(self) -> str:
        """A list with one item for citation managers (CSL 1.0.2). A day nobody knows is left out."""
        said = day(getattr(self.row, "known_on", None))
        item = {
            "id": _text(getattr(self.row, "observation_id", "")),
            "type": "dataset",
            "title": self.title(),
            "author": [{"literal": words.claimant(self.row, self.language)}],
            "container-title": TRACKER,
            "URL": self.url,
            "accessed": {"date-parts": [_parts(self.as_of)]},
            "language": self.language.code,
        }
        if said:
            item["issued"] = {"date-parts": [_parts(said)]}
        return json.dumps([item], ensure_ascii=False, indent=2)


def _parts(date: dt.date) -> list[int]:
    return [date.year, date.month, date.day]


def _braced(text: str) -> str:
    """Text that TeX prints as it is, kept in one piece."""
    return "{" + re.sub(r"([\\{}$&#%_^~])", lambda found: rf"\{found[1]}", text) + "}"


def _text(cell: object) -> str:
    return cell if isinstance(cell, str) else ""
