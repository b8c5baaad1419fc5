"""Who stands behind a claim: its status and the reason, those who agree or disagree, and copies that are no sources."""

from __future__ import annotations

from collections.abc import Iterable

from dash import html
from dash.development.base_component import Component

from tracker import words
from tracker.catalogue import Catalogue
from tracker.claims import verdicts
from tracker.claims.rivals import Rival
from tracker.claims.standing import Standing

from ..state import View
from .links import organisation_name

SHOWN = 12  # rivals of one kind, before the rest is folded away


def brief(found: Standing, view: View) -> Component:
    """The status and the counts in one line, leading to the reasons."""
    language = view.language
    status = html.A(verdicts.status(found.status, language), href="#standing")
    return html.P([html.Strong(status), " · ", verdicts.counts(found, language)], className="standing-brief")


def standing(found: Standing, catalogue: Catalogue, view: View) -> Component:
    """The status, why, and every claim that was weighed against it."""
    language = view.language
    return html.Section(
        [
            html.H2(language.say("Who stands behind it")),
            html.P(verdicts.sentence(found, language)),
            html.P(_caution(found, view), className="reading"),
            *_rivals(found.contradicting, language.say("Figures that cannot be true as well"), view),
            *_rivals(found.confirming, language.say("Figures that agree"), view),
            _copies(found, catalogue, view),
        ],
        id="standing",
    )


def _caution(found: Standing, view: View) -> str:
    """What the number of citations does not mean."""
    language = view.language
    lines = [language.say("Documents that repeat a figure do not confirm it: only other sources can.")]
    if found.unattributed:
        lines.append(
            language.say_many(
                "{n} of the citations names no source and stands here by our judgement.",
                "{n} of the citations name no source and stand here by our judgement.",
                found.unattributed,
            )
        )
    return " ".join(lines)


def _rivals(rivals: tuple[Rival, ...], heading: str, view: View) -> list[Component]:
    if not rivals:
        return []
    shown, rest = rivals[:SHOWN], rivals[SHOWN:]
    return [html.H3(heading), _list(shown, view), *([_folded(rest, view)] if rest else [])]


def _folded(rest: tuple[Rival, ...], view: View) -> Component:
    summary = view.language.say_many("{n} more claim", "{n} more claims", len(rest))
    return html.Details([html.Summary(summary), _list(rest, view)])


def _list(rivals: Iterable[Rival], view: View) -> Component:
    return html.Ul([html.Li(rival(one, view)) for one in rivals], className="rivals")


def rival(found: Rival, view: View) -> list[Component]:
    """The other claim as a link, and the rule that set it against ours."""
    address = view.plain(f"/observation/{found.claim.observation_id}")
    return [
        html.A(words.sentence(found.claim.row, view.language), href=address),
        html.Small(verdicts.reason(found.verdict.reason, view.language)),
    ]


def _copies(found: Standing, catalogue: Catalogue, view: View) -> Component | None:
    """Whose text is carried how often. A copy names its origin here, so that it is never taken for a source."""
    if not found.copies:
        return None
    language = view.language
    names = [
        _times(_name(catalogue, source, view), n, view)
        for source, n in sorted(found.copies.items(), key=lambda pair: (-pair[1], pair[0]))
    ]
    told = language.say_many(
        "{n} document carries the text of another outlet: {names}.",
        "{n} documents carry the text of other outlets: {names}.",
        sum(found.copies.values()),
        names=language.together(names),
    )
    return html.P(told, className="reading")


def _times(name: str, n: int, view: View) -> str:
    return view.language.say("{name} ({n})", name=name, n=view.language.number(n)) if n > 1 else name


def _name(catalogue: Catalogue, organisation_id: str, view: View) -> str:
    row = catalogue.get("organisations", organisation_id)
    return organisation_name(row, view.language) or organisation_id
