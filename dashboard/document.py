"""The HTML document around a page: its head, the page as first sent, and Dash's scripts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from html import escape
from urllib.parse import quote, urljoin

from tracker.charts import fonts, palette
from tracker.charts.sizes import SIZES
from tracker.languages import available

from .components.forms import Forms
from .state import View


@dataclass(frozen=True)
class Document:
    """One document. `parts` are what Dash wants in it: styles, scripts, configuration, renderer."""

    title: str
    view: View
    path: str
    page: str
    parts: Mapping[str, str]
    root: str = ""
    indicator_id: str = ""  # where the page is about one, its chart stands for the page in messages

    def text(self) -> str:
        """The page stands before the place where Dash draws, and is taken away when the live page is there."""
        reader, parts = self.view.language, self.parts
        name = escape(self.title)
        return (
            f'<!DOCTYPE html><html lang="{reader.code}" dir="{reader.direction}"><head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            f"<title>{name}</title>{self._described(name)}{self._previewed(name)}{self._alternates()}"
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
        if not self.indicator_id:
            address = escape(urljoin(self.root, self.view.address(quote(self.path))))
            return f'<meta property="og:url" content="{address}"><meta name="twitter:card" content="summary">'
        forms, size = Forms(self.view, self.indicator_id, self.root), SIZES["social"]
        image = escape(forms.image("png", size="social"))
        return (
            f'<meta property="og:url" content="{escape(forms.page)}"><meta property="og:image" content="{image}">'
            f'<meta property="og:image:width" content="{size.width}">'
            f'<meta property="og:image:height" content="{size.height}"><meta property="og:image:alt" content="{name}">'
            f'<meta name="twitter:card" content="summary_large_image"><meta name="twitter:title" content="{name}">'
            f'<meta name="twitter:image" content="{image}">'
            f'<link rel="alternate" type="application/json+oembed" href="{escape(forms.oembed)}" title="{name}">'
        )

    def _alternates(self) -> str:
        """The same view in every language."""
        return "".join(
            f'<link rel="alternate" hreflang="{code}" href="{escape(View(self.view.chosen, code).address(self.path))}">'
            for code in available()
        )


@cache
def styles() -> str:
    """The typefaces, and the colours of drawings in both themes: both are declared by the library, not typed again."""
    light, dark = palette.css(palette.LIGHT), palette.css(palette.DARK)
    return (
        f"{fonts.css('/fonts')} :root {{ {light} }} [data-theme=dark] {{ {dark} }} "
        f"@media (prefers-color-scheme: dark) {{ :root:not([data-theme]) {{ {dark} }} }}"
    )
