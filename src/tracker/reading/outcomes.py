"""The closed lists of what figures say: outcomes, whom or what they can befall, and which are levels on a day."""

from __future__ import annotations

from dataclasses import dataclass

PERSONS = frozenset(
    {
        "people",
        "children",
        "boys",
        "girls",
        "women",
        "men",
        "adults",
        "civilians",
        "elderly",
        "doctors",
        "health_workers",
        "aid_workers",
        "teachers",
        "students",
        "police",
        "soldiers",
        "fighters",
        "refugees",
        "idps",
        "migrants",
        "patients",
        "families",
    }
)
SERVICES = frozenset({"schools", "hospitals", "health_facilities", "bakeries"})
BUILT = SERVICES | {"houses", "buildings", "bridges"}
CARRIED = frozenset({"trucks", "tonnes"})
STAFF = frozenset({"doctors", "health_workers", "aid_workers", "teachers", "police"})
POPULATIONS = PERSONS | BUILT | CARRIED | {"livestock", "vehicles"}


@dataclass(frozen=True)
class Outcome:
    """What became of those counted. `befalls` are the populations it can be said of; `is_level` that it is a stock."""

    befalls: frozenset[str]
    is_level: bool = False


OUTCOMES = {
    "killed": Outcome(PERSONS | {"livestock"}),
    "injured": Outcome(PERSONS | {"livestock"}),
    "casualties": Outcome(PERSONS),
    "dead_or_missing": Outcome(PERSONS),
    "missing": Outcome(PERSONS, is_level=True),
    "trapped": Outcome(PERSONS, is_level=True),
    "displaced": Outcome(PERSONS, is_level=True),
    "evacuated": Outcome(PERSONS | {"livestock", "hospitals", "houses"}),
    "rescued": Outcome(PERSONS | {"livestock"}),
    "detained": Outcome(PERSONS),
    "abducted": Outcome(PERSONS),
    "sexual_violence": Outcome(PERSONS),
    "in_need": Outcome(PERSONS, is_level=True),
    "affected": Outcome(PERSONS | BUILT | {"livestock"}),
    "food_insecure": Outcome(PERSONS, is_level=True),
    "malnourished": Outcome(PERSONS, is_level=True),
    "sick": Outcome(PERSONS | {"livestock"}),
    "lacking_access": Outcome(PERSONS | {"houses"}, is_level=True),
    "reached": Outcome(PERSONS),
    "aid_delivered": Outcome(CARRIED),
    "destroyed": Outcome(BUILT | CARRIED | {"vehicles"}),
    "damaged": Outcome(BUILT | CARRIED | {"vehicles"}),
    "closed": Outcome(BUILT | {"vehicles"}, is_level=True),
    "remaining": Outcome(BUILT | STAFF | {"vehicles"}, is_level=True),
    "attacked": Outcome(SERVICES | STAFF | CARRIED | {"vehicles"}),
    "out_of_school": Outcome(PERSONS, is_level=True),
}
