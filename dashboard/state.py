"""What a reader has chosen, and the query string that says it: any view is an address that another person can open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import parse_qs, quote, urlencode

from tracker.catalogue import Filter
from tracker.choices import DAYS, LISTS, WORDS, day
from tracker.languages import Language, available, language

THEMES = ("light", "dark", "screen")
Query = Mapping[str, str | Sequence[str] | None]


@dataclass(frozen=True)
class View:
    """One state of the dashboard: the chosen claims, the language, and what else a page keeps in its address."""

    chosen: Filter = field(default_factory=Filter)
    lang: str = "en"
    more: tuple[tuple[str, str], ...] = ()
    theme: str = (
        "light"  # of charts: `light`, `dark`, or `screen` for drawings that follow the page. Not in the address.
    )
    is_narrow: bool = False  # charts are laid out for a phone. Not in the address either.

    @property
    def language(self) -> Language:
        """The language to speak."""
        return language(self.lang)

    def get(self, key: str, otherwise: str = "") -> str:
        """One of the page's own choices, such as a headline rule or a page number."""
        return dict(self.more).get(key, otherwise)

    def choosing(self, **changes: object) -> View:
        """The same view with other claims chosen."""
        return replace(self, chosen=replace(self.chosen, **changes))  # type: ignore[arg-type]

    def having(self, **more: str) -> View:
        """The same view with other choices of the page; a blank one is left out."""
        merged = dict(self.more) | more
        return replace(self, more=tuple(sorted((key, value) for key, value in merged.items() if value)))

    def themed(self, theme: object) -> View:
        """The same view for charts of another theme; what is no theme of ours is light."""
        return replace(self, theme=str(theme) if theme in THEMES else "light")

    def narrowed(self, is_narrow: object) -> View:
        """The same view for a narrow screen, or for a wide one."""
        return replace(self, is_narrow=bool(is_narrow))

    def address(self, path: str) -> str:
        """The address of a page in this view."""
        text = encoded(self)
        return f"{path}?{text}" if text else path

    def plain(self, path: str) -> str:
        """The address of another page that keeps the language and the day, and nothing else that was chosen."""
        return View(Filter(as_of=self.chosen.as_of), self.lang).address(path)


def view(query: Query) -> View:
    """The view that a query string asks for. Unknown languages become English; a day that is none is refused."""
    lang = _first(query.get("lang"))
    own = {*LISTS, *DAYS, WORDS, "lang"}
    more = tuple(sorted((key, _first(value)) for key, value in query.items() if key not in own and _first(value)))
    return View(chosen(query), lang if lang in available() else "en", more)


def seen(search: str) -> View:
    """The view that the end of an address asks for: `?claimant=unicef`."""
    return view(parse_qs(search.removeprefix("?")))


def chosen(query: Query) -> Filter:
    """The filter of a query. Lists are given as `claimant=unicef,sohr` or by repeating the key."""
    lists = {key: _items(query.get(key)) for key in LISTS}
    days = {key: day(key, text) if (text := _first(query.get(key))) else None for key in DAYS}
    return Filter(**lists, **days, text=_first(query.get(WORDS)))  # type: ignore[arg-type]


def encoded(state: View) -> str:
    """The query string of a view, in one order, so that one view has one address."""
    pairs = [(key, ",".join(getattr(state.chosen, key))) for key in LISTS]
    pairs += [(key, str(getattr(state.chosen, key) or "")) for key in DAYS]
    pairs += [(WORDS, state.chosen.text), *state.more]
    if state.lang != "en":
        pairs.append(("lang", state.lang))
    return urlencode([(key, value) for key, value in pairs if value], safe=",", quote_via=quote)


def _items(value: str | Sequence[str] | None) -> tuple[str, ...]:
    given = [value] if isinstance(value, str) else value or []
    return tuple(dict.fromkeys(item for text in given for item in text.split(",") if item))


def _first(value: str | Sequence[str] | None) -> str:
    if isinstance(value, str) or value is None:
        return value or ""
    return value[0] if value else ""
