"""What a reader can take away of a view: images, tables, code to embed it, how to cite it, and a feed to follow it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import flask
from dash import html
from dash.development.base_component import Component

from tracker.citing import Reference
from tracker.exports.written import FORMS as TABLE_FORMS

from ..state import View
from .copying import button, copied
from .forms import Forms

SIZES = ("2x", "social", "square", "tall")


@dataclass(frozen=True)
class Shared:
    """What stands on a page: its claims, how they are cited and under which name, and the chart they are drawn in."""

    claims: View
    reference: Reference
    name: str  # what /cite/ knows it by
    cited: View  # the choices that belong to the citation
    chart: Forms | None = None
    is_told: bool = False  # the page says elsewhere how it is cited


def root() -> str:
    """The address that the reader's browser has of us; without a request there are only paths."""
    return flask.request.url_root if flask.has_request_context() else ""


def share(shared: Shared, view: View) -> Component:
    """Every form of exactly the claims that the view shows. Without JavaScript, texts are there to be selected."""
    say = view.language.say
    parts = [
        *(_images(shared.chart, view) if shared.chart else []),
        *_tables(shared, view),
        *(_embedding(replace(shared.chart, root=root()), shared.reference.title(), view) if shared.chart else []),
        *_citing(shared, view),
        *_feeds(shared, view),
    ]
    return html.Section(
        [
            html.H2(say("Take it away")),
            html.Div(_first(shared, view), className="actions"),
            html.Details([html.Summary(say("All sizes and forms, embed, cite, follow")), html.Div(parts)]),
        ],
        className="share",
        **{"aria-label": say("Take it away")},
    )


def _first(shared: Shared, view: View) -> list[Component]:
    """What most come for."""
    say, chart = view.language.say, shared.chart
    images = [] if chart is None else [(say("Download PNG"), _image(chart, "png", view), "button primary")]
    images += [] if chart is None else [(say("Download SVG"), _image(chart, "svg", view, fonts="embedded"), "button")]
    images += [] if chart is None else [(say("Download PDF"), _image(chart, "pdf", view), "button")]
    rows = (say("Download CSV"), shared.claims.address("/api/v1/observations.csv"), "button")
    links = [html.A(name, href=address, className=look, download=True) for name, address, look in [*images, rows]]
    return [*links, *button(say("Copy link"), view)]


def _images(chart: Forms, view: View) -> list[Component]:
    say = view.language.say
    sizes = {
        "2x": say("PNG, twice as sharp"),
        "social": say("PNG for a post, 1200 × 630"),
        "square": say("PNG, square, 1080 × 1080"),
        "tall": say("PNG, tall, 1080 × 1350"),
    }
    links = [(name, _image(chart, "png", view, size=size)) for size, name in sizes.items()]
    links.append((say("SVG with its fonts inside"), _image(chart, "svg", view, fonts="embedded")))
    links.append((say("PDF to print"), _image(chart, "pdf", view)))
    return [html.H3(say("Images")), _links(links)]


def _tables(shared: Shared, view: View) -> list[Component]:
    say, names = view.language.say, {"xlsx": "Excel", "jsonl": "JSON Lines", "parquet": "Parquet"}
    rows = [(names.get(form, form.upper()), form) for form in TABLE_FORMS]
    claims = [(name, shared.claims.address(f"/api/v1/observations.{form}")) for name, form in rows]
    tagged = shared.claims.having(hxl="1").address("/api/v1/observations.csv")
    found = [html.H3(say("Tables of the claims")), _links([*claims, (say("CSV with HXL tags"), tagged)])]
    carried = [(name, shared.claims.address(f"/api/v1/citations.{form}")) for name, form in rows]
    found += [html.H3(say("Tables of their citations")), _links(carried)]
    if shared.chart is not None:
        drawn = [(form.upper(), shared.chart.series(form)) for form in ("json", "csv")]
        found += [html.H3(say("The series as drawn")), _links(drawn)]
    return found


def _embedding(chart: Forms, title: str, view: View) -> list[Component]:
    return copied("share-embed", view.language.say("Code to embed it"), chart.frame(title), view, is_code=True)


def _citing(shared: Shared, view: View) -> list[Component]:
    say, found = view.language.say, shared.reference
    forms = [("TXT", "txt"), ("BibTeX", "bib"), ("CSL-JSON", "json")]
    links = [(name, shared.cited.address(f"/cite/{shared.name}.{form}")) for name, form in forms]
    told = [html.H3(say("How to cite it"))]
    if not shared.is_told:
        told = copied("share-quote", say("A sentence to quote"), found.sentence(), view)
        told += copied("share-reference", say("For a list of references"), found.plain(), view)
    return [*told, _links(links)]


def _feeds(shared: Shared, view: View) -> list[Component]:
    say, followed = view.language.say, replace(shared.claims, lang=view.lang)
    links = [(name, followed.address(f"/api/v1/feed.{form}")) for name, form in (("Atom", "atom"), ("JSON", "json"))]
    return [html.H3(say("Follow new and revised figures")), _links(links, is_saved=False)]


def _image(chart: Forms, kind: str, view: View, **look: str) -> str:
    """In the colours that the reader sees."""
    return chart.image(kind, **look, **({"theme": "dark"} if view.theme == "dark" else {}))


def _links(links: Iterable[tuple[str, str]], *, is_saved: bool = True) -> Component:
    saved = {"download": True} if is_saved else {}
    return html.Ul([html.Li(html.A(name, href=address, **saved)) for name, address in links], className="forms")
