"""Every table in every form, where to get them and how to read them: for people, and as JSON-LD for search engines."""

from __future__ import annotations

from collections.abc import Iterable

import flask
from dash import Dash, html
from dash.development.base_component import Component

from tracker.catalogue import Catalogue, Live
from tracker.exports.written import FORMS
from tracker.tables import TABLES

from ..components.copying import copied
from ..state import View

PATH = "/data"
NAMES = {"csv": "CSV", "json": "JSON", "jsonl": "JSON Lines", "xlsx": "Excel", "parquet": "Parquet"}


def title(catalogue: Catalogue, view: View) -> str:
    """What the browser calls the page."""
    return view.language.say("All data, to take away")


def layout(catalogue: Catalogue, view: View) -> Component:
    """The whole first, then each table, then how to read one from where analysts work."""
    say = view.language.say
    return html.Div(
        [
            html.Div(
                [
                    html.H1(title(catalogue, view)),
                    html.P(
                        say(
                            "Every claim with its hedge, every document that carries it, and all they refer to: in "
                            "open forms, without a key, under CC BY 4.0."
                        ),
                        className="dek",
                    ),
                    html.P(_extent(catalogue, view)),
                ],
                className="hero",
            ),
            html.Section([html.H2(say("Everything at once")), *_whole(view)], className="prose"),
            html.Section([html.H2(say("Each table")), html.P(_narrowed(view)), _tables(view)]),
            html.Section([html.H2(say("From where you work")), *_lines(view)], className="share"),
        ]
    )


def register(app: Dash, live: Live) -> None:
    """Links only."""


def _extent(catalogue: Catalogue, view: View) -> str:
    found, language = catalogue.rows("extent").iloc[0], view.language
    claims = language.say_many("{n} claim", "{n} claims", int(found.n))
    documents = language.say_many("{n} document", "{n} documents", int(found.n_documents))
    return language.say("{claims} that {documents} carry.", claims=claims, documents=documents)


def _whole(view: View) -> list[Component]:
    say = view.language.say
    return [
        html.P(
            [
                html.A(
                    say("Data Package (ZIP)"), href="/api/v1/datapackage.zip", download=True, className="button primary"
                ),
            ]
        ),
        html.P(
            say(
                "All tables as CSV, with a codebook, descriptors (Data Package and CSV on the Web), the licence, how "
                "to cite, and the hash of every file. The same data give the same archive, byte for byte."
            )
        ),
        html.P([html.A(say("Description of all addresses"), href="/api/docs"), " · ", _openapi(view)]),
    ]


def _openapi(view: View) -> Component:
    return html.A("OpenAPI", href="/api/openapi.json")


def _narrowed(view: View) -> str:
    return view.language.say(
        "These links give whole tables. Pages of indicators, claims and organisations offer the same forms of the "
        "claims that they show."
    )


def _tables(view: View) -> Component:
    say = view.language.say
    head = html.Tr([html.Th(name, scope="col") for name in (say("Table"), say("What a row is"), say("Forms"))])
    rows = [
        html.Tr(
            [
                html.Th(html.Code(table.name), scope="row"),
                html.Td(table.meaning, lang="en", dir="ltr"),
                html.Td(_forms(table.name)),
            ]
        )
        for table in TABLES.values()
    ]
    table = html.Table([html.Thead(head), html.Tbody(rows)], className="data")
    return html.Div(table, className="scroll", tabIndex=0, role="region", **{"aria-label": say("Each table")})


def _forms(table: str) -> Component:
    links = [(NAMES[form], f"/api/v1/{table}.{form}") for form in FORMS]
    return html.Ul([html.Li(html.A(name, href=address)) for name, address in links], className="forms")


def _lines(view: View) -> list[Component]:
    root = flask.request.url_root if flask.has_request_context() else "/"
    return [part for name, heading, text in _examples(root) for part in copied(name, heading, text, view, is_code=True)]


def _examples(root: str) -> Iterable[tuple[str, str, str]]:
    rows = f"{root}api/v1/observations"
    yield "line-tracker", "Python (tracker)", f'import tracker; tracker.open("{root.rstrip("/")}").observations()'
    yield "line-pandas", "Python (pandas)", f'import pandas as pd; pd.read_json("{rows}.jsonl", lines=True)'
    yield "line-r", "R (readr)", f'readr::read_csv("{rows}.csv")'
    yield "line-excel", "Excel (Power Query)", f'= Csv.Document(Web.Contents("{rows}.csv"), [Encoding = 65001])'
    yield "line-duckdb", "DuckDB", f"from '{rows}.parquet'"
