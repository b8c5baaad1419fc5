"""Long lists by the page: where the reader is, out of how many, and the links to the other pages."""

from __future__ import annotations

from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from tracker.languages import Language

from ..state import View

SIZE = 50


@dataclass(frozen=True)
class Paging:
    """One page of a list of `total` things. Pages count from 1."""

    total: int
    page: int

    @classmethod
    def asked(cls, view: View, total: int) -> Paging:
        """The page of the address; what is no page of the list becomes the nearest that is."""
        given = view.get("page")
        page = int(given) if given.isascii() and given.isdigit() and len(given) < 9 else 1
        return cls(total, min(max(page, 1), _pages(total)))

    @property
    def offset(self) -> int:
        """How many things stand on the pages before."""
        return (self.page - 1) * SIZE

    def said(self, language: Language) -> str:
        """1–50 of 608."""
        first, last = self.offset + 1, min(self.offset + SIZE, self.total)
        number = language.number
        return language.say(
            "{first}–{last} of {total}", first=number(first), last=number(last), total=number(self.total)
        )

    def links(self, view: View, path: str) -> Component | None:
        """The way to the other pages; None where there is one page."""
        last = _pages(self.total)
        if last == 1:
            return None
        say = view.language.say
        near = sorted({1, last, *range(max(1, self.page - 1), min(last, self.page + 1) + 1)})
        steps = [
            _link(say("Previous"), self.page - 1, view, path, rel="prev") if self.page > 1 else None,
            *[_number(page, self.page, view, path, is_gap=page - 1 not in {0, *near}) for page in near],
            _link(say("Next"), self.page + 1, view, path, rel="next") if self.page < last else None,
        ]
        return html.Nav(
            html.Ul([html.Li(step) for step in steps if step]), className="paging", **{"aria-label": say("Pages")}
        )


def _pages(total: int) -> int:
    return max(1, -(-total // SIZE))


def _number(page: int, current: int, view: View, path: str, *, is_gap: bool) -> list[Component | str]:
    gap = [html.Span("…", className="gap")] if is_gap else []
    name = view.language.number(page)
    if page == current:
        return [*gap, html.Span(name, className="here", **{"aria-current": "page"})]
    return [*gap, _link(name, page, view, path, label=view.language.say("Page {n}", n=name))]


def _link(name: str, page: int, view: View, path: str, *, rel: str = "", label: str = "") -> Component:
    address = view.having(page=str(page) if page > 1 else "").address(path)
    more = ({"rel": rel} if rel else {}) | ({"aria-label": label} if label else {})
    return html.A(name, href=address, **more)
