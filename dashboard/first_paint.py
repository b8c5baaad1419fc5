"""A page as HTML text, from the same components that the browser draws: readable at once, and without JavaScript."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from typing import cast

from dash.development.base_component import Component

from tracker.charts import svg
from tracker.charts.plot import Plot

from .ids import Chosen

VOID = frozenset({"Br", "Hr", "Img", "Input", "Link", "Meta", "Source", "Wbr"})
ATTRIBUTES = {
    "className": "class",
    "htmlFor": "for",
    "tabIndex": "tabindex",
    "colSpan": "colspan",
    "rowSpan": "rowspan",
}
ATTRIBUTES |= {"dateTime": "datetime", "hrefLang": "hreflang"}
FIELD = frozenset({"id", "type", "value", "placeholder", "className"})
FIELD |= {"autoComplete", "inputMode", "list", "max", "maxLength", "min", "required", "step"}
LEFT_OUT = frozenset({"children", "style", "key", "n_clicks", "disable_n_clicks"})
NARROW = 360
WIDTHS = ((1040, "wide"), (NARROW, "narrow"))  # one drawing for pages, one laid out for phones
Names = Mapping[str, str]  # what a form sends along without showing it


def html_of(node: object, kept: Names) -> str:
    """The HTML of a component, of text, or of a list of both. All text and every attribute is escaped."""
    if node is None:
        return ""
    if isinstance(node, list | tuple):
        return "".join(html_of(child, kept) for child in node)
    if not isinstance(node, Component):
        return escape(str(node), quote=False)
    if node._namespace == "dash_html_components":
        return _element(node, kept)
    drawn = DRAWN.get(node._type)
    return drawn(node, kept) if drawn else _children(node, kept)


def _element(node: Component, kept: Names) -> str:
    if getattr(node, "data-form", None):
        return _form(node, kept)
    tag = node._type.lower()
    opening = f"<{tag}{_attributes(_props(node))}>"
    return opening if node._type in VOID else f"{opening}{_children(node, kept)}</{tag}>"


def _children(node: Component, kept: Names) -> str:
    return html_of(getattr(node, "children", None), kept)


def _props(node: Component) -> dict[str, object]:
    return cast(dict[str, object], node.to_plotly_json()["props"])


def _attributes(props: Mapping[str, object]) -> str:
    found = [(ATTRIBUTES.get(name, name), value) for name, value in props.items() if name not in LEFT_OUT]
    style = props.get("style")
    if isinstance(style, dict):
        found.append(("style", ";".join(f"{_dashed(name)}:{value}" for name, value in style.items())))
    return "".join(_attribute(name, value) for name, value in found)


def _attribute(name: str, value: object) -> str:
    if value is None or value is False:
        return ""
    return f" {name}" if value is True else f' {name}="{escape(str(value))}"'


def _dashed(name: str) -> str:
    return "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in name)


def _form(node: Component, kept: Names) -> str:
    """The controls as a form that any browser can send. Its button is the one thing the live page does not have."""
    hidden = "".join(f'<input type="hidden"{_attributes({"name": k, "value": v})}>' for k, v in kept.items())
    button = f'<button type="submit" class="button">{escape(str(getattr(node, "data-form", "")))}</button>'
    attributes = {name: value for name, value in _props(node).items() if name != "data-form"}
    return f'<form method="get"{_attributes(attributes)}>{_children(node, kept)}{hidden}{button}</form>'


def _graph(node: Component, kept: Names) -> str:
    """The drawing of the same figure, once for wide screens and once for narrow ones; a small one serves both."""
    figure = cast(Plot, getattr(node, "figure", None))
    height = figure["layout"]["height"]
    if figure["layout"]["meta"]["is_compact"]:
        return f'<div class="drawing">{svg.render(figure, width=NARROW, height=height, framed=False)}</div>'
    return "".join(
        f'<div class="drawing {name}">{svg.render(figure, width=width, height=height, framed=False)}</div>'
        for width, name in WIDTHS
    )


def _select(node: Component, kept: Names) -> str:
    props = _props(node)
    chosen = props.get("value") or []
    values = chosen if isinstance(chosen, list) else [chosen]
    is_multiple = node._type == "MultiSelect"
    name = _key(str(props["id"]))
    options = cast(list[dict[str, str]], props.get("data") or [])
    shown = [] if is_multiple else [{"value": "", "label": str(props.get("placeholder") or "")}]
    inside = "".join(_option(option, option["value"] in values) for option in [*shown, *options])
    attributes = {"id": props["id"], "name": name, "multiple": is_multiple, "size": 3 if is_multiple else None}
    label = f'<label for="{escape(str(props["id"]))}">{escape(str(props.get("label", "")))}</label>'
    box = f"<select{_attributes(attributes)}>{inside}</select>"
    return f"<div{_attributes({'className': props.get('className')})}>{label}{box}</div>"


def _option(option: Mapping[str, str], is_chosen: bool) -> str:
    attributes = {"value": option["value"], "selected": is_chosen}
    return f"<option{_attributes(attributes)}>{escape(option['label'])}</option>"


def _input(node: Component, kept: Names) -> str:
    props = _props(node)
    name = props.get("name") or _key(str(props.get("id", "")))
    attributes = {key: value for key, value in props.items() if key in FIELD}
    return f"<input{_attributes(attributes | {'name': name})}>"


def _field(node: Component, kept: Names) -> str:
    """A text field with its label."""
    props = _props(node)
    name = str(props["id"])
    own = cast(dict[str, dict[str, object]], props.get("attributes") or {}).get("input", {})
    label = f'<label for="{escape(name)}">{escape(str(props.get("label", "")))}</label>'
    field = _attributes({"id": name, "name": props.get("name") or _key(name), "value": props.get("value"), **own})
    return f"<div{_attributes({'className': props.get('className')})}>{label}<input{field}></div>"


def _key(name: str) -> str:
    """The query key of a control."""
    return Chosen(name).key if name in set(Chosen) else name


def _nothing(node: Component, kept: Names) -> str:
    return ""


DRAWN: dict[str, Callable[[Component, Names], str]] = {
    "Graph": _graph,
    "Select": _select,
    "MultiSelect": _select,
    "Input": _input,
    "TextInput": _field,
    "Store": _nothing,
    "Location": _nothing,
}
