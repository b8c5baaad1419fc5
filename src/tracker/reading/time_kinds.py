"""The kinds of time that packs name in their patterns, by what they have in common."""

from __future__ import annotations

# They hold a date: "on Monday", "in May", "since Friday", "in the week to 4 May".
DATED = frozenset({"on", "in", "event", "named", "as_of", "since", "since_part", "range", "same_of", "following"})
DATED |= {"week_from", "week_to", "span_to", "year_to"}

# Another time gives them a meaning: "over the same period", "a day earlier", "in the previous 24 hours".
POINTING_BACK = frozenset({"same", "that_year", "since_then", "earlier", "later", "unit_before", "unit_after"})
POINTING_BACK |= {"up_to_then", "after_event"}
STEPS = frozenset({"earlier", "later", "unit_before", "unit_after", "following"})  # they stand so far from it
CLOSED = frozenset({"earlier", "later"})  # "a day before", but not "a day before the attack"
AFTER = "after_event"  # "on Monday, five days after a quake that killed 90"

# The day on which a level stood at it.
AS_OF = frozenset({"as_of", "as_of_today", "as_of_yesterday", "as_of_week", "as_of_new_year"})
AS_OF |= {"as_of_last_year", "as_of_last_month", "as_of_last_week"}

# A day or two on which something happened, or was said.
DAYS = frozenset({"on", "ago", "today", "yesterday", "weekend", "overnight", "day_of_month"})
LATELY = frozenset({"this_week", "this_month", "last_week", "last_month"})  # it may have been said then

# A stretch of time that ends with publication, or with the day said beside it.
ONGOING = frozenset({"since", "this_year", "this_month", "this_week"})
PAST = frozenset({"past", "past_couple", "past_perfect"})  # so many days until publication
STRETCHES = ONGOING | PAST | {"range", "up_to_then", "year_to", "span_to", "same_of"}
SO_FAR = frozenset({"since", "this_year", "in"})  # a day "as of" which somebody speaks may end them
