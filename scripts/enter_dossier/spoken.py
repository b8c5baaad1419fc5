"""The day a claimant said a figure, where a page or the dossier lets us know it. No day is guessed."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from .dossier import Row

MONTHS = [calendar.month_name[number] for number in range(1, 13)]
_TEXT_DAY = re.compile(
    r"(?:text says (?:until )?(?:today )?(?:the morning of )?|text names |statement dated |report itself dated "
    r"|the briefing is dated )"
    rf"(?:the )?(?:\w+day )?(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({'|'.join(MONTHS)})(?: (\d{{4}}))?"
)
_KEY_DAY = re.compile(r"-(\d{4})(\d{2})(\d{2})(?:-|$)")
_KEY_VINTAGE = re.compile(r"--v(\d{4})(\d{2})(\d{2})$")  # the day of the report that restated a period
_KEY_YEAR = re.compile(r"-(\d{4})")


def said_on(key: str, deciding: Row, *, is_own: bool, attributed: list[Row]) -> tuple[str, str]:
    """The day, and the rule that gave it; two blanks where it is not known.

    `attributed` are the rows of the claim that name the claimant or are its own pages.
    """
    if day := _text_day(key, deciding):
        return day, "the text names its day"
    if vintage := _KEY_VINTAGE.search(key):
        return "-".join(vintage.groups()), "the dossier names the day of the report"
    day = _key_day(key)
    if day and any(row.published_on == day for row in attributed):
        return day, "a document of that very day carries it"
    if is_own and deciding.published_on and not day:
        return deciding.published_on, "the claimant's own document is of that day"
    return "", ""


def _text_day(key: str, row: Row) -> str:
    found = _TEXT_DAY.search(row.note)
    if not found:
        return ""
    day, month, year = found.groups()
    known_year = year or row.period_end[:4] or row.published_on[:4] or _key_year(key)
    return dt.date(int(known_year), MONTHS.index(month) + 1, int(day)).isoformat() if known_year else ""


def _key_day(key: str) -> str:
    found = _KEY_DAY.search(key)
    return "-".join(found.groups()) if found else ""


def _key_year(key: str) -> str:
    found = _KEY_YEAR.search(key)
    return found[1] if found else ""
