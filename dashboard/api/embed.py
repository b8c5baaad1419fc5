"""A chart for frames of other sites: a page that runs without scripts, and tells its frame how tall it is if it may."""

from __future__ import annotations

import base64
import hashlib
from html import escape
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response
from pydantic import Field

from tracker import charts, series
from tracker.catalogue import Catalogue, Live

from ..components.forms import MESSAGE, Forms
from ..components.multiples import KEY
from ..serving.freshness import freshness
from ..state import View
from .answers import answers
from .charts import By
from .choices import ChartChoices
from .subjects import subject

_TELL = (
    "const f=document.querySelector('figure');"
    f"const tell=()=>parent.postMessage({{type:'{MESSAGE}',height:Math.ceil(f.getBoundingClientRect().height)}},'*');"
    "new ResizeObserver(tell).observe(f);addEventListener('load',tell)"
)
_STYLE = (
    "body,figure{margin:0}img{display:block;width:100%;height:auto}"
    "figcaption{padding:4px 16px 12px;font:14px/1.5 system-ui,sans-serif}a{color:#0b5a8a}"
    "[data-theme=dark]{background:#14191f}[data-theme=dark] a{color:#9ecbea}"
    "@media(prefers-color-scheme:dark){[data-theme=auto]{background:#14191f}[data-theme=auto] a{color:#9ecbea}}"
)
PAGE = {"text/html": {"schema": {"type": "string"}, "example": '<!DOCTYPE html><html lang="en" …'}}
_NARROW, _WIDE = 360, 1000  # pixels that the drawing is laid out for
_IS_WIDE, _DARK = "(min-width:700px)", "(prefers-color-scheme:dark)"


class EmbedChoices(ChartChoices):
    """The filters of a chart, and how it looks in a frame."""

    theme: Literal["auto", "light", "dark"] = Field("auto", description="Its colours; `auto` are those of the reader.")
    by: By | None = Field(
        None,
        description="How it is split into panels; as on the page if not said. `compare` is a row for each claim, "
        "`revision` a panel for each period whose figure was restated.",
    )

    def forms(self, catalogue: Catalogue, name: str, root: str) -> Forms:
        """The forms of the view that is chosen. Raises HTTPException for an id that nothing has."""
        indicator_id, wanted = subject(catalogue, name, self)
        return Forms(View(wanted, self.language.code).having(**{KEY: self.by or ""}), indicator_id, root)


def router(live: Live) -> APIRouter:
    """The addresses of the embeds."""
    routes = APIRouter(tags=["embedding"])

    said = answers("The page", PAGE, missing="indicator")

    @routes.get("/embed/{name}", summary="A chart to embed in a page", **said)
    def embed(request: Request, name: str, choices: Annotated[EmbedChoices, Query()]) -> Response:
        """The chart with its title, claimants and sources, and a link to its page. Any site may frame it."""
        catalogue = live.catalogue()
        page = _page(catalogue, choices.forms(catalogue, name, str(request.base_url)), choices.theme)
        fresh = freshness(live.store, catalogue, page)
        headers = {**fresh.headers(), "Content-Security-Policy": policy()}
        if fresh.is_held(request.headers):
            return Response(status_code=304, headers=headers)
        return HTMLResponse(page, headers=headers)

    return routes


def policy() -> str:
    """What this page may load, which is less than others, and who may frame it, which is everybody."""
    return "; ".join(
        [
            "default-src 'none'",
            "img-src 'self'",
            f"style-src '{_hash(_STYLE)}'",
            f"script-src '{_hash(_TELL)}'",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'none'",
            "frame-ancestors *",
        ]
    )


def _page(catalogue: Catalogue, forms: Forms, theme: str) -> str:
    reader = forms.view.language
    said = charts.describe(series.select(catalogue, forms.view.chosen), reader)
    link = reader.say("Open the interactive chart and its sources")
    return (
        f'<!DOCTYPE html><html lang="{reader.code}" dir="{reader.direction}" data-theme="{theme}">'
        '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>{escape(said.title)}</title><link rel="canonical" href="{escape(forms.page)}"><style>{_STYLE}</style>'
        f"</head><body><figure>{_picture(forms, theme, said.alt)}"
        f'<figcaption><a href="{escape(forms.page)}" target="_blank" rel="noopener">{escape(link)}</a></figcaption>'
        f"</figure><script>{_TELL}</script></body></html>"
    )


def _picture(forms: Forms, theme: str, alt: str) -> str:
    """The image laid out for the width of the frame, in the reader's colours where none are asked for."""
    plain = "light" if theme == "auto" else theme
    sources = [(f"{_DARK} and {_IS_WIDE}", "dark", _WIDE), (_DARK, "dark", _NARROW)] if theme == "auto" else []
    sources.append((_IS_WIDE, plain, _WIDE))
    written = "".join(
        f'<source media="{media}" srcset="{escape(_image(forms, colours, width))}">'
        for media, colours, width in sources
    )
    return f'<picture>{written}<img src="{escape(_image(forms, plain, _NARROW))}" alt="{escape(alt)}"></picture>'


def _image(forms: Forms, theme: str, width: int) -> str:
    """With its fonts inside, as an image in a page cannot use those of the page."""
    return forms.image("svg", theme=theme, width=str(width), fonts="embedded")


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
