"""Labelled fields of plain forms, as any browser sends them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dash import dcc, html
from dash.development.base_component import Component

Options = Iterable[tuple[str, str]]


def field(name: str, label: str, value: str, *, kind: str = "text", hint: str = "", **more: str) -> Component:
    """A field of one line. `more` are further attributes of the input."""
    box = dcc.Input(id=f"f-{name}", name=name, type=kind, value=value, autoComplete="off", **more)
    return _labelled(name, label, box, hint, kind)


def words(name: str, label: str, value: str, *, rows: int = 2, hint: str = "", **more: object) -> Component:
    """A field of several lines."""
    box = html.Textarea(value, id=f"f-{name}", name=name, rows=rows, **more)
    return _labelled(name, label, box, hint, "words")


def choice(
    name: str, label: str, options: Options, chosen: str, *, blank: str | None = None, hint: str = ""
) -> Component:
    """A list to choose from. What is chosen and not among the options stays, under its own name."""
    shown = [*([("", blank)] if blank is not None else []), *options]
    if chosen not in {value for value, _ in shown}:
        shown.append((chosen, chosen))
    box = html.Select(
        [html.Option(text, value=value, selected=value == chosen) for value, text in shown], id=f"f-{name}", name=name
    )
    return _labelled(name, label, box, hint, "choice")


def problem(told: str) -> list[Component]:
    """Why something was refused, read out at once; nothing where nothing was."""
    return [html.P(told, className="problem", role="alert", dir="auto")] if told else []


def hidden(values: Mapping[str, str]) -> list[Component]:
    """What a form sends along unseen."""
    return [dcc.Input(type="hidden", name=name, value=value) for name, value in values.items()]


def button(text: str, *, does: str = "", is_primary: bool = False, key: str = "") -> Component:
    """A button that sends its form; `does` says what for, and `key` is the key that presses it."""
    shown = [text, " ", html.Kbd(key, **{"aria-hidden": "true"})] if key else text
    more = {"data-key": key, "aria-keyshortcuts": key} if key else {}
    name = {"name": "do", "value": does} if does else {}
    return html.Button(shown, type="submit", className=f"button{' primary' if is_primary else ''}", **name, **more)


def onward(text: str, href: str, *, key: str, is_primary: bool = False) -> Component:
    """A link that looks like a button, and the key that follows it."""
    shown = [text, " ", html.Kbd(key, **{"aria-hidden": "true"})]
    more = {"data-key": key, "aria-keyshortcuts": key}
    return html.A(shown, href=href, className=f"button{' primary' if is_primary else ''}", **more)


def form(content: list[object], action: str, secret: str, *, has_file: bool = False, **more: str) -> Component:
    """A form that is sent with the secret of its session."""
    kind = {"encType": "multipart/form-data"} if has_file else {}
    return html.Form([*hidden({"secret": secret}), *content], method="post", action=action, **kind, **more)


def _labelled(name: str, label: str, box: Component, hint: str, kind: str) -> Component:
    text = html.Label(label, htmlFor=f"f-{name}")
    said = html.Small(hint, id=f"h-{name}") if hint else None
    return html.Div([text, box, said], className=f"filter as-{kind} is-{name.replace('_', '-')}")
