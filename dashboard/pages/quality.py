"""What is wrong with the record, what is doubtful in it, and what it cannot say: in plain words, with examples."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import flask
from dash import Dash, html
from dash.development.base_component import Component

from tracker import checks
from tracker.catalogue import Catalogue, Filter, Live
from tracker.finding import Finding
from tracker.store import Store

from ..components.check_words import told
from ..components.example_list import MOST, Item, folded, of_claim, of_finding
from ..state import View

PATH = "/quality"
STORE = "tracker-store"


def title(catalogue: Catalogue, view: View) -> str:
    """What the browser calls the page."""
    return view.language.say("Quality of the record")


def layout(catalogue: Catalogue, view: View) -> Component:
    """The findings of the data as they are now."""
    return page(catalogue, _findings(flask.current_app.extensions[STORE], catalogue.version), view)


def register(app: Dash, live: Live) -> None:
    """The checks read the files themselves: an app keeps whose."""
    app.server.extensions[STORE] = live.store


def page(catalogue: Catalogue, found: Iterable[Finding], view: View) -> Component:
    """Errors, then warnings, then what is not known. It speaks of the whole record, so no day follows its links."""
    findings, whole = list(found), View(lang=view.lang)
    errors = [finding for finding in findings if finding.is_error]
    warnings = [finding for finding in findings if not finding.is_error]
    return html.Div(
        [
            _hero(catalogue, view, len(errors), len(warnings)),
            _errors(catalogue, errors, whole),
            _warnings(catalogue, warnings, whole),
            _unknown(catalogue, whole),
            _held(findings, whole),
        ],
        className="quality",
    )


@lru_cache(maxsize=4)
def _findings(store: Store, version: str) -> tuple[Finding, ...]:
    """Checked once for each version of the data."""
    return tuple(checks.run(store))


def _hero(catalogue: Catalogue, view: View, errors: int, warnings: int) -> Component:
    say, many = view.language.say, view.language.say_many
    told_all = say(
        "{checks} look at every row whenever the tables change. They found {errors} and {warnings}.",
        checks=many("{n} check", "{n} checks", len(checks.CHECKS)),
        errors=many("{n} error", "{n} errors", errors),
        warnings=many("{n} warning", "{n} warnings", warnings),
    )
    meant = say(
        "An error is a mistake in our tables. A warning is something that a source printed or left out, or that we "
        "have not found: we keep the figure as it is and say so here."
    )
    whole = say("This page is about the whole record, whatever day is chosen.") if view.chosen.as_of else None
    return html.Div(
        [
            html.H1(title(catalogue, view)),
            html.P(told_all, className="dek"),
            html.P(meant),
            html.P(whole) if whole else None,
        ],
        className="hero",
    )


def _errors(catalogue: Catalogue, errors: list[Finding], view: View) -> Component:
    say = view.language.say
    none = html.P(say("None: no check found a mistake in the tables."))
    groups = _groups(catalogue, errors, view)
    return html.Section([html.H2(say("Errors")), *(groups or [none])], id="errors")


def _warnings(catalogue: Catalogue, warnings: list[Finding], view: View) -> Component:
    say = view.language.say
    groups = _groups(catalogue, warnings, view)
    return html.Section([html.H2(say("Warnings")), *(groups or [html.P(say("None."))])], id="warnings")


def _groups(catalogue: Catalogue, findings: list[Finding], view: View) -> list[Component]:
    """The findings of each check together, most first."""
    by_code: dict[str, list[Finding]] = {}
    for finding in findings:
        by_code.setdefault(finding.code, []).append(finding)
    ordered = sorted(by_code.items(), key=lambda group: (-len(group[1]), group[0]))
    return [_group(catalogue, code, found, view) for code, found in ordered]


def _group(catalogue: Catalogue, code: str, found: list[Finding], view: View) -> Component:
    words, shown = told(code, view.language), found[:MOST]
    carried = _carried(catalogue, shown)
    claims = _claims(catalogue, [carried.get(finding.id, finding.id) for finding in shown])
    items = [of_finding(finding, claims, carried, view) for finding in shown]
    return _block(code, words.title, words.meaning, len(found), folded(items, len(found), view), view)


def _block(name: str, heading: str, meaning: str, n: int, examples: Component, view: View) -> Component:
    count = html.Span(view.language.number(n), className="count")
    return html.Section(
        [
            html.H3([heading, " ", count]),
            html.P(meaning, className="reading"),
            examples,
        ],
        className="group",
        id=name,
    )


def _carried(catalogue: Catalogue, findings: list[Finding]) -> dict[str, str]:
    """The claim that each citation of the findings carries."""
    found = {one.id: catalogue.get("citations", one.id) for one in findings if one.table == "citations" and one.id}
    return {name: str(getattr(row, "observation_id", "")) for name, row in found.items() if row}


def _claims(catalogue: Catalogue, names: list[str]) -> dict[str, object]:
    wanted = tuple(dict.fromkeys(name for name in names if name))
    if not wanted:
        return {}
    rows = catalogue.rows("claims", Filter(observation=wanted)).itertuples(index=False)
    return {str(row.observation_id): row for row in rows}


def _unknown(catalogue: Catalogue, view: View) -> Component:
    say = view.language.say
    words = {
        "day": (
            say("Claims without a known day"),
            say("Nobody can say since when the public knew them. They are left out of every view of a past day."),
        ),
        "attribution": (
            say("Documents that name no source"),
            say("They print the same figure without saying whose it is. We filed them under a claim by judgement."),
        ),
        "claimant": (
            say("Claims attributed to nobody"),
            say("No document says who counted. They confirm nothing that others say."),
        ),
        "circulating": (
            say("Circulating figures"),
            say("Round figures that many repeat; nobody can show who said them first."),
        ),
    }
    concerned = _concerned(catalogue)
    groups = [
        _gap(catalogue, key, heading, meaning, concerned.get(key, {}), view)
        for key, (heading, meaning) in words.items()
    ]
    return html.Section([html.H2(say("What we know we do not know")), *filter(None, groups)], id="unknown")


def _concerned(catalogue: Catalogue) -> dict[str, dict[str, int]]:
    """For each thing that is not known the claims concerned, those with most documents first, and how many."""
    rows, found = catalogue.rows("unknowns"), dict[str, dict[str, int]]()
    for key, name, n in zip(rows.unknown.tolist(), rows.observation_id.tolist(), rows.n.tolist(), strict=True):
        found.setdefault(key, {})[name] = n
    return found


def _gap(
    catalogue: Catalogue, key: str, heading: str, meaning: str, concerned: dict[str, int], view: View
) -> Component | None:
    """One thing that is not known, with examples; None where all is known."""
    if not concerned:
        return None
    shown = list(concerned)[:MOST]
    claims = _claims(catalogue, shown)
    items: list[Item] = [[of_claim(claims[name], view)] for name in shown]
    examples = folded(items, len(concerned), view)
    return _block(f"unknown-{key}", heading, meaning, sum(concerned.values()), examples, view)


def _held(findings: list[Finding], view: View) -> Component:
    """The checks that found nothing, by the rule that each holds the tables to."""
    failed, many = {finding.code for finding in findings}, view.language.say_many
    rules = [check.title for check in checks.CHECKS.values() if check.code not in failed]
    summary = many("{n} check found nothing", "{n} checks found nothing", len(rules))
    items = [html.Li(rule, lang="en", dir="ltr") for rule in rules]
    return html.Details([html.Summary(summary), html.Ul(items)], className="held")
