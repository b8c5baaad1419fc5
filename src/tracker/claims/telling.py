"""Distortions in the reader's words: what a document did to the figure, from what to what, with every hedge."""

from __future__ import annotations

from collections.abc import Callable

from .. import words
from ..languages import Language
from .distortion import Distortion
from .printed import Printed

Half = Callable[[Printed, Language], str]


def name(kind: str, language: Language) -> str:
    """The short name of a kind of distortion, as a mark or a heading shows it."""
    say = language.say
    names = {
        "bound_dropped": say("bound dropped"),
        "bound_added": say("bound added"),
        "bound_changed": say("bound changed"),
        "hedge_dropped": say("hedge dropped"),
        "hedge_added": say("hedge added"),
        "hedge_changed": say("hedge changed"),
        "rounded": say("rounded"),
        "number_changed": say("number changed"),
        "period_widened": say("period widened"),
        "period_narrowed": say("period narrowed"),
        "period_moved": say("period moved"),
        "period_reworded": say("period reworded"),
        "period_not_given": say("period not given"),
        "place_widened": say("place widened"),
        "place_narrowed": say("place narrowed"),
        "place_changed": say("place changed"),
        "population_changed": say("population changed"),
        "outcome_changed": say("outcome changed"),
        "indicator_changed": say("indicator changed"),
        "measure_changed": say("measure changed"),
        "flow_turned_stock": say("flow turned stock"),
        "attribution_dropped": say("attribution dropped"),
        "attribution_changed": say("attribution changed"),
        "meaning_inverted": say("meaning inverted"),
        "denied": say("denied"),
    }
    return names[kind]


def sentence(distortion: Distortion, language: Language) -> str:
    """What the document did: "Left out the bound: “at least 96” became “96”." """
    kind = distortion.kind
    half = _HALVES.get(kind)
    if kind == "population_changed" and distortion.before.indicator_id == distortion.after.indicator_id:
        half = _counted
    before, after = (half(form, language) for form in (distortion.before, distortion.after)) if half else ("", "")
    if distortion.words or (half and before == after):
        return _by_hand(distortion, language)
    if kind == "period_moved" and distortion.after.measure == "stock":
        return language.say("Moved the day: {before} became {after}.", before=before, after=after)
    return _change(kind, before, after, language) or _deed(distortion, language)


def _change(kind: str, before: str, after: str, language: Language) -> str:
    """The sentences that set two forms side by side; empty for the other kinds."""
    say, halves = language.say, {"before": before, "after": after}
    sentences = {
        "bound_dropped": say("Left out the bound: “{before}” became “{after}”.", **halves),
        "bound_added": say("Added a bound: “{before}” became “{after}”.", **halves),
        "bound_changed": say("Changed the bound: “{before}” became “{after}”.", **halves),
        "hedge_dropped": say("Left out the hedge: “{before}” became “{after}”.", **halves),
        "hedge_added": say("Added a hedge: “{before}” became “{after}”.", **halves),
        "hedge_changed": say("Changed the hedge: “{before}” became “{after}”.", **halves),
        "rounded": say("Rounded the number: “{before}” became “{after}”.", **halves),
        "number_changed": say("Printed another number: “{before}” became “{after}”.", **halves),
        "period_widened": say("Widened the period: {before} became {after}.", **halves),
        "period_narrowed": say("Narrowed the period: {before} became {after}.", **halves),
        "period_moved": say("Moved the period: {before} became {after}.", **halves),
        "place_widened": say("Widened the place: {before} became {after}.", **halves),
        "place_narrowed": say("Narrowed the place: {before} became {after}.", **halves),
        "place_changed": say("Changed the place: {before} became {after}.", **halves),
        "population_changed": say("Changed who is counted: {before} became {after}.", **halves),
        "outcome_changed": say("Changed what happened: {before} became {after}.", **halves),
        "indicator_changed": say("Changed what is counted: {before} became {after}.", **halves),
        "measure_changed": say("Changed how it counts: {before} became {after}.", **halves),
    }
    return sentences.get(kind, "")


def _deed(distortion: Distortion, language: Language) -> str:
    """The sentences of one side only."""
    say = language.say
    if distortion.kind == "attribution_changed":
        source = language.label(distortion.named, "short_name") or language.label(distortion.named, "name")
        return say("Named another source: {source}.", source=source) if source else say("Named another source.")
    deeds = {
        "flow_turned_stock": say("Turned events over time into a level on a day."),
        "attribution_dropped": say("Named no source for the figure."),
        "period_reworded": say("Gave the time in other words."),
        "period_not_given": say("Did not say over which time."),
        "meaning_inverted": say("Said the opposite of the claim."),
        "denied": say("Quoted the figure in order to deny it."),
    }
    return deeds.get(distortion.kind, name(distortion.kind, language))


def _by_hand(distortion: Distortion, language: Language) -> str:
    """A note written by hand in its own words, under the name of the kind."""
    label = name(distortion.kind, language)
    label = label[:1].upper() + label[1:]
    return language.say("{label}: {words}", label=label, words=distortion.words) if distortion.words else f"{label}."


def _figure(form: Printed, language: Language) -> str:
    return words.figure(form.figure, language, wording=form.wording, unit=form.unit)


def _period(form: Printed, language: Language) -> str:
    return words.period(form.period, form.measure, language)


def _place(form: Printed, language: Language) -> str:
    return language.label(form.place, "name") or form.place_id


def _indicator(form: Printed, language: Language) -> str:
    return language.label(form.indicator, "label") or form.indicator_id


def _counted(form: Printed, language: Language) -> str:
    """Populations narrower than an indicator are kept in the words of the source only."""
    return form.counted


def _measure(form: Printed, language: Language) -> str:
    say = language.say
    measures = {
        "stock": say("a level on a day"),
        "flow": say("events in a period"),
        "cumulative": say("a running total"),
        "status": say("a state"),
    }
    return measures.get(form.measure, form.measure)


_HALVES: dict[str, Half] = {
    **dict.fromkeys(
        ("bound_dropped", "bound_added", "bound_changed", "hedge_dropped", "hedge_added", "hedge_changed"), _figure
    ),
    **dict.fromkeys(("rounded", "number_changed"), _figure),
    **dict.fromkeys(("period_widened", "period_narrowed", "period_moved"), _period),
    **dict.fromkeys(("place_widened", "place_narrowed", "place_changed"), _place),
    **dict.fromkeys(("population_changed", "outcome_changed", "indicator_changed"), _indicator),
    "measure_changed": _measure,
}
