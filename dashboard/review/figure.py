"""One figure under review: its sentence, what it is to the known claims, the findings, and every field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from tracker import words
from tracker.accounts import Action
from tracker.catalogue import Catalogue
from tracker.claims import telling
from tracker.finding import Finding
from tracker.languages import Language
from tracker.matching import Kind, Match, reasons
from tracker.review import FILED, Item, Review, filing, of_match

from ..components import check_words
from ..state import View
from . import controls
from .fields import fields
from .marked import address, spoken, state_name
from .start import PATH


@dataclass(frozen=True)
class Shown:
    """What a page shows of one figure. `problem` is why the last deed was refused."""

    item: Item
    matches: Sequence[Match]
    findings: Sequence[Finding]
    problem: str = ""
    said: str = ""
    rights: frozenset[Action] = frozenset(Action)  # of whoever looks


def panel(shown: Shown, review: Review, catalogue: Catalogue, view: View, secret: str) -> Component:
    """The figure with all that can be done to it."""
    item, say = shown.item, view.language.say
    number = review.items.index(next(one for one in review.items if one.key == item.key)) + 1
    head = say("Figure {n} of {total}", n=number, total=len(review.items))
    content = [
        html.Div(
            [html.H2(head), html.Span(state_name(item, view), className=f"state {item.state}")], className="figure-head"
        ),
        html.P(shown.said, className="said", role="status") if shown.said else None,
        *controls.problem(shown.problem),
        _sentence(review, item),
        html.P(_origin(item, view.language), className="origin"),
        *[html.P(why, className="waiting") for why in _waiting(item, view.language)],
    ]
    if not item.is_open:
        decide = _decided(shown, review, view, secret)
    elif Action.PROPOSE in shown.rights:
        decide = _open(shown, review, catalogue, view, secret)
    else:
        decide = _only_shown(shown, review, view)
    return html.Section([*content, *decide], id="figure", className="figure-panel", tabIndex=-1, **{"aria-label": head})


def _state(item: Item, view: View) -> Component:
    return html.Span(state_name(item, view), className=f"state {item.state}")


def _sentence(review: Review, item: Item) -> Component:
    """The words it came from, always in sight."""
    start, end = item.sentence
    first, last = item.span
    parts = [review.text[start:first], html.Mark(review.text[first:last]), review.text[last:end]]
    return html.Blockquote(html.P(parts, **spoken(review)), className="source-sentence")


def _origin(item: Item, language: Language) -> str:
    say = language.say
    tiers = {"high": say("likely right"), "medium": say("look twice"), "low": say("doubtful")}
    kinds = {
        "part": say("a part of another figure"),
        "delta": say("a change, and no total"),
        "previous": say("an older value, repeated"),
        "historical": say("of another, older event"),
    }
    how = (
        say("added by hand")
        if item.origin == "hand"
        else say("found by the reader: {trust}", trust=tiers.get(item.tier, ""))
    )
    return " · ".join([how, *(kinds.get(flag, flag) for flag in item.flags)])


def _open(shown: Shown, review: Review, catalogue: Catalogue, view: View, secret: str) -> list[Component]:
    say, item = view.language.say, shown.item
    ready = (
        controls.button(say("Accept"), does="accept", is_primary=True, key="a")
        if Action.ACCEPT in shown.rights
        else controls.button(say("Propose"), does="propose", is_primary=True, key="a")
    )
    deeds = [
        controls.button(say("Save and check"), does="save", key="s"),
        ready,
        _following(item, review, view, is_primary=False),
    ]
    turned_down = html.Div(
        [
            controls.field(
                "reason",
                say("Reason, if the change is turned down") if item.stands else say("Reason, if it is rejected"),
                "",
            ),
            controls.button(say("Turn down the change") if item.stands else say("Reject"), does="reject", key="r"),
        ],
        className="reject",
    )
    form = controls.form(
        [
            *controls.hidden({"version": str(item.version)}),
            _filed(shown, view),
            _findings(shown.findings, view),
            html.Div(deeds, className="deeds"),
            turned_down,
            html.Fieldset(
                [
                    html.Legend([say("Fields"), " ", html.Kbd("e", **{"aria-hidden": "true"})]),
                    html.Div(fields(item, catalogue, view.language), className="fields"),
                    html.Div(controls.button(say("Save and check"), does="save"), className="deeds"),
                ]
            ),
        ],
        view.having(item="").address(f"{PATH}/{review.id}/{item.key}"),
        secret,
        id="decide",
    )
    return [form]


def _filed(shown: Shown, view: View) -> Component:
    """What it is to the claims that are known, and where it will go."""
    say, language = view.language.say, view.language
    options = [
        (of_match(match).code, _option(match, language))
        for match in shown.matches
        if match.kind in {Kind.ECHO, Kind.REVISION}
    ]
    pick = controls.choice(
        FILED,
        say("What it is"),
        [*options, ("new", say("a claim of its own"))],
        filing(shown.item.fields, shown.matches).code,
    )
    return html.Div([None if shown.item.stands else pick, _matches(shown, view)], className="filed")


def _matches(shown: Shown, view: View) -> Component:
    told = [_match(match, view) for match in shown.matches if match.because or match.distortions]
    return html.Ul(told, className="matches")


def _option(match: Match, language: Language) -> str:
    sentence = words.sentence(match.claim, language)
    if match.kind is Kind.ECHO:
        return language.say("repeats: {claim}", claim=sentence)
    return language.say("replaces: {claim}", claim=sentence)


def _match(match: Match, view: View) -> Component:
    """A claim beside it, with the reasons in words and what the report changed."""
    say, language = view.language.say, view.language
    if match.claim is None or match.kind is Kind.RIVAL:
        return html.Li([reasons.sentence(why, language) for why in match.because], className=match.kind)
    names = {Kind.ECHO: say("Repeats a known claim"), Kind.REVISION: say("Replaces a known claim")}
    link = html.A(
        words.sentence(match.claim, language), href=view.plain(f"/observation/{match.observation_id}"), target="_blank"
    )
    changes = [
        html.Li([html.Strong(telling.name(found.kind, language)), " ", telling.sentence(found, language)])
        for found in match.distortions
    ]
    why = " ".join(reasons.sentence(one, language) for one in match.because)
    carried = say("Nothing will be written again: this document carries it as {citation}.", citation=match.citation_id)
    return html.Li(
        [
            html.P([html.Strong(names[match.kind]), ": ", link]),
            html.Ul(changes, className="distortions") if changes else None,
            html.P(why, className="why"),
            html.P(carried, className="carried") if match.citation_id else None,
        ],
        className=match.kind,
    )


def _findings(findings: Sequence[Finding], view: View) -> Component | None:
    say = view.language.say
    if not findings:
        return html.P(say("The checks find nothing wrong with it."), className="findings none")
    told = [
        html.Li(
            [
                html.Strong(say("error") if found.is_error else say("warning")),
                " ",
                check_words.told(found.code, view.language).title,
                " ",
                html.Small(found.message, lang="en", dir="ltr"),
            ],
            className="error" if found.is_error else "warning",
        )
        for found in findings
    ]
    return html.Div([html.P(say("What the checks find")), html.Ul(told)], className="findings")


def _waiting(item: Item, reader: Language) -> list[str]:
    """Why a reviewer has to look at it."""
    say, why = reader.say, []
    if item.stands:
        why.append(
            say(
                "It was accepted before, and stands in the tables as it was. What is changed here waits for a reviewer."
            )
        )
    if item.is_open and item.proposed_by:
        why.append(say("Proposed by {name}. It waits for a reviewer.", name=item.proposed_by))
    return why


def _only_shown(shown: Shown, review: Review, view: View) -> list[Component]:
    """What a reader sees of a figure that is open."""
    say = view.language.say
    return [
        _matches(shown, view),
        _findings(shown.findings, view),
        html.P(say("You may look, and change nothing: your account is that of a reader.")),
        html.Div(_following(shown.item, review, view), className="deeds"),
    ]


def _following(item: Item, review: Review, view: View, *, is_primary: bool = True) -> Component:
    return html.A(
        [view.language.say("Next"), " ", html.Kbd("n", **{"aria-hidden": "true"})],
        href=next_address(review, item, view),
        className=f"button{' primary' if is_primary else ''}",
        **{"data-key": "n"},
    )


def _decided(shown: Shown, review: Review, view: View, secret: str) -> list[Component]:
    say, item = view.language.say, shown.item
    told = {
        "accepted": say("Accepted by {name} at {time}.", name=item.by, time=item.at),
        "rejected": say("Rejected by {name} at {time}: {reason}", name=item.by, time=item.at, reason=item.reason),
    }[item.state]
    text = say("Open again") if item.state == "rejected" else say("Change it")
    again = (
        controls.form(
            [*controls.hidden({"version": str(item.version)}), controls.button(text, does="reopen")],
            view.having(item="").address(f"{PATH}/{review.id}/{item.key}"),
            secret,
        )
        if Action.PROPOSE in shown.rights
        else None
    )
    return [html.P(told), _written(item, view), html.Div([_following(item, review, view), again], className="deeds")]


def _written(item: Item, view: View) -> Component | None:
    """Where the rows went."""
    say, cited = view.language.say, item.rows.get("citations", [])
    if item.state != "accepted":
        return None
    if not cited:
        return html.P(say("Nothing was written: the document carried the claim already."))
    row = cited[0]
    return html.Ul(
        [
            html.Li(html.A(say("The claim in the tables"), href=view.plain(f"/observation/{row['observation_id']}"))),
            html.Li(html.A(say("The document in the tables"), href=view.plain(f"/document/{row['document_id']}"))),
        ],
        className="written",
    )


def next_address(review: Review, item: Item, view: View) -> str:
    """The page of the next open figure after this one, from the start again at the end; else the next of all."""
    keys = [one.key for one in review.items]
    place = keys.index(item.key)
    after = [*review.items[place + 1 :], *review.items[:place]]
    following = next((one for one in after if one.is_open), after[0] if after else item)
    return f"{address(review, following, view)}#figure"
