"""A page of the review as it is sent: our style and one small script, nothing from elsewhere, kept by no cache."""

from __future__ import annotations

import base64
import hashlib
from html import escape
from pathlib import Path

from dash.development.base_component import Component
from fastapi.responses import HTMLResponse

from .. import shell
from ..document import styles
from ..first_paint import html_of
from ..state import View

ASSETS = Path(__file__).parents[1] / "assets"
OWN = ("review.css", "review-figure.css")  # after all others
SCRIPTS = ("early.js", "review.js")


def sent(content: Component, view: View, path: str, *, title: str, status: int = 200) -> HTMLResponse:
    """The page with its headers."""
    reader = view.language
    name = escape(f"{title} · {shell.name(reader)}")
    kept = {"lang": view.lang} if view.lang != "en" else {}
    page = (
        f'<!DOCTYPE html><html lang="{reader.code}" dir="{reader.direction}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">'
        f'<link rel="icon" href="/_favicon.ico"><title>{name}</title>{"".join(map(_script, SCRIPTS))}'
        f"<style>{styles()}</style>{''.join(map(_style, _styles()))}"
        f"</head><body>{html_of(shell.page(content, view, path), kept)}</body></html>"
    )
    return HTMLResponse(page, status, headers=headers())


def headers() -> dict[str, str]:
    """What keeps the page to itself."""
    return {
        "Content-Security-Policy": policy(),
        "Cache-Control": "no-store",
        "Referrer-Policy": "same-origin",
        "X-Frame-Options": "DENY",
    }


def policy() -> str:
    """What these pages may load: less than those that draw charts."""
    inline = base64.b64encode(hashlib.sha256(styles().encode()).digest()).decode()
    return "; ".join(
        [
            "default-src 'none'",
            "script-src 'self'",
            f"style-src 'self' 'sha256-{inline}'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        ]
    )


def _styles() -> list[str]:
    """Those of all pages in their order, since the shell around the page is the same, and then our own."""
    return [*sorted(path.name for path in ASSETS.glob("*.css") if path.name not in OWN), *OWN]


def _script(name: str) -> str:
    return f'<script src="{_address(name)}"{"" if name == "early.js" else " defer"}></script>'


def _style(name: str) -> str:
    return f'<link rel="stylesheet" href="{_address(name)}">'


def _address(name: str) -> str:
    """With the time of its last change, so that browsers may keep it."""
    return f"/assets/{name}?m={(ASSETS / name).stat().st_mtime:.0f}"
