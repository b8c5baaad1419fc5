"""The HTML document around a page: its head, the page as first sent, and Dash's scripts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from html import escape
from urllib.parse import quote, urljoin

from tracker.charts import fonts, palette
from tracker.charts.sizes import SIZES
from tracker.languages import available

from .components.preview import Preview
from .state import View

FEEDS = {"atom": "application/atom+xml", "json": "application/feed+json"}


@dataclass(frozen=True)
class Document:
    """One document. `parts` are what Dash wants in it: styles, scripts, configuration, renderer."""

    title: str
    view: View
    path: str
    page: str
    parts: Mapping[str, str]
    root: str = ""
    preview: Preview | None = None  # what stands for the page in messages

    def text(self, dataset: str = "") -> str:
        """The page stands before the place where Dash draws, and is taken away when the live page is there.

        `dataset` is JSON-LD for search engines.
        """
        reader, parts = self.view.language, self.parts
        name = escape(self.title)
        return (
            f'<!DOCTYPE html><html lang="{reader.code}" dir="{reader.direction}"><head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            f"<title>{name}</title>{self._described(name)}{self._previewed(name)}{self._alternates()}{self._feeds()}"
            f"{_linked(dataset)}"
            '<script src="/assets/early.js"></script>'
            f"<style>{styles()}</style>{parts['favicon']}{parts['css']}</head><body>"
            f'<div id="first-paint">{self.page}</div><div id="react-entry-point"></div>'
            f"<div hidden>{parts['config']}{parts['scripts']}{parts['renderer']}</div></body></html>"
        )

    def _described(self, name: str) -> str:
        described = escape(
            self.view.language.say(
                "Sourced, dated figures cited in reporting: who said what, when, and with which hedge."
            )
        )
        return (
            f'<meta name="description" content="{described}"><meta property="og:title" content="{name}">'
            f'<meta property="og:description" content="{described}"><meta property="og:type" content="website">'
        )

    def _previewed(self, name: str) -> str:
        """What a message that holds the address shows of it."""
        chart = self.preview.chart if self.preview else None
        if chart is None or self.preview is None:
            return f'{self._here()}<meta name="twitter:card" content="summary">'
        forms, size = replace(chart, root=self.root), SIZES["social"]
        image = escape(forms.image("png", size="social"))
        return (
            f'{self._here()}<meta property="og:image" content="{image}">'
            f'<meta property="og:image:type" content="image/png">'
            f'<meta property="og:image:width" content="{size.width}">'
            f'<meta property="og:image:height" content="{size.height}"><meta property="og:image:alt" content="{name}">'
            f'<meta name="twitter:card" content="summary_large_image"><meta name="twitter:title" content="{name}">'
            f'<meta name="twitter:image" content="{image}"><meta name="twitter:image:alt" content="{name}">'
            f"{self._embedded(name)}"
        )

    def _here(self) -> str:
        """The view's own address, the same whatever else a message put into it."""
        own = self.preview.embedded if self.preview else ""
        address = urljoin(self.root, own or self.view.address(quote(self.path)))
        return f'<meta property="og:url" content="{escape(address)}">'

    def _embedded(self, name: str) -> str:
        """Where editors ask how to embed the page."""
        if not self.preview or not self.preview.embedded:
            return ""
        asked = urljoin(self.root, f"/oembed?url={quote(urljoin(self.root, self.preview.embedded), safe='')}")
        return f'<link rel="alternate" type="application/json+oembed" href="{escape(asked)}" title="{name}">'

    def _feeds(self) -> str:
        """What feed readers find: the page's own feed first, then that of the whole record."""
        say, own = self.view.language.say, self.preview.followed if self.preview else None
        views = [(own, self.title)] if own else []
        views.append((View(lang=self.view.lang), say("New and revised figures")))
        return "".join(
            f'<link rel="alternate" type="{kind}" href="{escape(followed.address(f"/api/v1/feed.{form}"))}" '
            f'title="{escape(title)}">'
            for followed, title in views
            for form, kind in FEEDS.items()
        )

    def _alternates(self) -> str:
        """The same view in every language."""
        return "".join(
            f'<link rel="alternate" hreflang="{code}" href="{escape(View(self.view.chosen, code).address(self.path))}">'
            for code in available()
        )


def _linked(dataset: str) -> str:
    return f'<script type="application/ld+json">{dataset}</script>' if dataset else ""


@cache
def styles() -> str:
    """The typefaces, and the colours of drawings in both themes: both are declared by the library, not typed again."""
    light, dark = palette.css(palette.LIGHT), palette.css(palette.DARK)
    return (
        f"{fonts.css('/fonts')} :root {{ {light} }} [data-theme=dark] {{ {dark} }} "
        f"@media (prefers-color-scheme: dark) {{ :root:not([data-theme]) {{ {dark} }} }}"
    )
