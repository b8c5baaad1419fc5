"""The reader's language: messages from one catalogue, numbers and dates by Babel. Adding one is adding a .po file."""

from __future__ import annotations

import datetime as dt
import functools
import gettext
import io
from pathlib import Path

from babel import Locale, UnknownLocaleError, dates, lists, numbers
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from .errors import TrackerError

MESSAGES = Path(__file__).parent / "messages"
# Names of months come from the region the crises are in; digits stay Western, as its reports print them.
LOCALES = {"ar": "ar_SY"}
# United Nations documents in Arabic print both month names, since readers from Iraq to Sudan use different ones.
SECOND_MONTH_NAMES = {"ar": "ar"}


class Language:
    """One language of the interface. Get it with `language("ar")`."""

    def __init__(self, code: str) -> None:
        self.code = code
        self.locale = Locale.parse(LOCALES.get(code, code))
        self._translations = _translations(code)

    def __repr__(self) -> str:
        return f"language({self.code!r})"

    @functools.cached_property
    def direction(self) -> str:
        """`rtl` or `ltr`."""
        return str(self.locale.text_direction)

    @property
    def name(self) -> str:
        """The language's name in itself."""
        return str(Locale.parse(self.code).get_display_name(self.code)).capitalize()

    def say(self, message: str, /, **values: object) -> str:
        """An interface text, in English in the code, with its `{names}` filled in."""
        text = self._translations.gettext(message)
        return text.format(**values) if values else text

    def say_many(self, one: str, many: str, n: int, **values: object) -> str:
        """An interface text that depends on a count, which fills `{n}`."""
        return self._translations.ngettext(one, many, n).format(n=self.number(n), **values)

    def told(self, problem: TrackerError) -> str:
        """What went wrong, in this language where its text is an interface text, else in English."""
        return self.say(problem.text, **problem.values)

    def number(self, value: float) -> str:
        """250,000; decimals only where the figure has them."""
        return _number(self.locale, value)

    def date(self, day: dt.date, *, style: str = "short") -> str:
        """A day: `short` is 28 Sep 2016, `long` is 28 September 2016, `day` leaves the year out."""
        month = self.month(day, short=style != "long")
        return f"{day.day} {month}" if style == "day" else f"{day.day} {month} {day.year}"

    def month(self, day: dt.date, *, short: bool = True) -> str:
        """The month's name; the long form has both names where a language has two."""
        name = _month(self.locale, day.month, short)
        second = SECOND_MONTH_NAMES.get(self.code)
        if short or not second:
            return name
        other = _month(Locale.parse(second), day.month, False)
        return name if other == name else f"{name}/{other}"

    def together(self, names: list[str]) -> str:
        """UNICEF, SOHR and WHO."""
        return str(lists.format_list(names, locale=self.locale)) if names else ""

    def label(self, row: object, column: str) -> str:
        """A name from the data in this language, else in English: `label(indicator, "label")`."""
        for name in (f"{column}_{self.code}", column):
            text = getattr(row, name, None)
            if isinstance(text, str) and text:
                return text
        return ""


@functools.cache
def language(code: str | None) -> Language:
    """The language of a code; English where the code is not one we speak."""
    return Language(code if code in available() else "en")


@functools.cache
def available() -> tuple[str, ...]:
    """English first, then every language that has a message file."""
    return ("en", *sorted(path.stem for path in MESSAGES.glob("*.po")))


@functools.lru_cache(maxsize=65_536)  # a chart of a thousand figures writes few different numbers, many times
def _number(locale: Locale, value: float) -> str:
    return str(numbers.format_decimal(value, "#,##0.###", locale=locale, numbering_system="latn"))


@functools.cache
def _month(locale: Locale, month: int, short: bool) -> str:
    return str(dates.get_month_names("abbreviated" if short else "wide", locale=locale)[month])


def _translations(code: str) -> gettext.NullTranslations:
    path = MESSAGES / f"{code}.po"
    if not path.exists():
        return gettext.NullTranslations()
    compiled = io.BytesIO()
    with path.open(encoding="utf-8") as file:
        write_mo(compiled, read_po(file, locale=code))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def from_right(code: str) -> bool:
    """Whether texts in the language of an ISO 639-1 code run from right to left; False for a code nobody knows."""
    try:
        return str(Locale.parse(code).text_direction) == "rtl"
    except (UnknownLocaleError, ValueError):
        return False
