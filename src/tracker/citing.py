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


class Reference:
    """What another text cites, in four forms. Each kind says of what, by whom, and since when."""

    url: str
    as_of: dt.date
    language: Language

    @property
    def key(self) -> str:
        """What reference managers call it."""
        raise NotImplementedError

    @property
    def author(self) -> str:
        """Who answers for what is cited."""
        raise NotImplementedError

    @property
    def issued(self) -> dt.date | None:
        """Since when it is known; None where nobody knows."""
        raise NotImplementedError

    def title(self) -> str:
        """What is cited, in words that stand alone without saying more than it does."""
        raise NotImplementedError

    def claim(self) -> str:
        """What it says, in sentences."""
        raise NotImplementedError

    def sentence(self) -> str:
        """Ready to quote: who said how much of what, where and when, and where to check it."""
        return self.language.say(
            "{claim} Recorded by the {tracker} as of {day}: {url}",
            claim=self.claim(),
            tracker=TRACKER,
            day=self.language.date(self.as_of, style="long"),
            url=self.url,
        )

    def plain(self) -> str:
        """A line for a list of references."""
        return self.language.say(
            "{claimant}. {title}. In: {tracker} ({licence}), as of {day}. {url}",
            claimant=self.author,
            title=self.title(),
            tracker=TRACKER,
            licence=LICENCE,
            day=self.language.date(self.as_of, style="long"),
            url=self.url,
        )

    def bibtex(self) -> str:
        """An entry of the type `misc`. Braces keep names and capitals as they are."""
        fields = {
            "author": _braced(self.author),
            "title": _braced(self.title()),
            "year": str(self.issued.year) if self.issued else "",
            "howpublished": _braced(f"{TRACKER}, {LICENCE}"),
            "url": self.url,
            "urldate": self.as_of.isoformat(),
        }
        lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
        return "\n".join([f"@misc{{{self.key},", *lines, "}"])

    def csl_json(self) -> str:
        """A list with one item for citation managers (CSL 1.0.2). A day nobody knows is left out."""
        item = {
            "id": self.key,
            "type": "dataset",
            "title": self.title(),
            "author": [{"literal": self.author}],
            "container-title": TRACKER,
            "URL": self.url,
            "accessed": {"date-parts": [_parts(self.as_of)]},
            "language": self.language.code,
        }
        if self.issued:
            item["issued"] = {"date-parts": [_parts(self.issued)]}
        return json.dumps([item], ensure_ascii=False, indent=2)


@dataclass(frozen=True)
class Citing(Reference):
    """One claim as another text cites it: where the tracker shows it, and the day it is seen as of."""

    row: object  # a row of the query `claims`
    url: str
    as_of: dt.date
    language: Language

    @property
    def key(self) -> str:
        """The claim's id."""
        return _text(getattr(self.row, "observation_id", ""))

    @property
    def author(self) -> str:
        """Who claims it."""
        return words.claimant(self.row, self.language)

    @property
    def issued(self) -> dt.date | None:
        """The first day the public could know it."""
        return day(getattr(self.row, "known_on", None))

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

    def claim(self) -> str:
        """The claim in a sentence, with its caveat where that is short."""
        said, caution = words.sentence(self.row, self.language), caveats.of(self.row, self.language)
        return f"{said} {caution}" if 0 < len(caution) <= _SHORT else said


@dataclass(frozen=True)
class Compiled(Reference):
    """Claims of several sources on one page, such as a chart: compiled by the tracker, which is not who claims them.

    `heading` is its title and `said` what it says in sentences, with the claimant of each figure in them. `entered` is
    the day of the record's newest entry.
    """

    name: str
    heading: str
    said: str
    url: str
    as_of: dt.date
    language: Language
    entered: dt.date | None = None

    @property
    def key(self) -> str:
        """The id of what the page is about."""
        return self.name

    @property
    def issued(self) -> dt.date | None:
        """The day of the record's newest entry."""
        return self.entered

    @property
    def author(self) -> str:
        """The tracker, for having put them together."""
        return TRACKER

    def title(self) -> str:
        """The title of the page's chart or table."""
        return self.heading

    def claim(self) -> str:
        """Its words."""
        return self.said


def _parts(date: dt.date) -> list[int]:
    return [date.year, date.month, date.day]


def _braced(text: str) -> str:
    """Text that TeX prints as it is, kept in one piece."""
    return "{" + re.sub(r"([\\{}$&#%_^~])", lambda found: rf"\{found[1]}", text) + "}"


def _text(cell: object) -> str:
    return cell if isinstance(cell, str) else ""
