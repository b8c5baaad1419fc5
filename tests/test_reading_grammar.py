"""Which of the words of a sentence says what happened, and what the sentence before leaves said."""

import datetime as dt

import pytest

from tracker.reading import extract

DAY = dt.date(2016, 9, 28)

SENTENCES = {
    # what was done to people says more than what they are called
    "The army rescued 27 hostages.": [("27", "people", "rescued")],
    "Gunmen are holding 27 hostages.": [("27", "people", "abducted")],
    "Some 300 detainees were freed.": [("300", "people", "rescued")],
    "Helicopters airlifted 12 of the wounded to the capital.": [("12", "people", "evacuated")],
    "Twelve of the 40 wounded later died.": [("Twelve", "people", "killed")],
    # "remain" only leads up to what is said
    "600 schools remain shuttered, leaving 210,000 pupils without classes.": [
        ("600", "schools", "closed"),
        ("210,000", "students", "out_of_school"),
    ],
    "Only 12 schools remain in the city.": [("12", "schools", "remaining")],
    # the whole of which only a part is told
    "Of the 86 health facilities, only 23 are functioning.": [("23", "health_facilities", "remaining")],
    "3 of 12 ambulances are operational.": [("3", "vehicles", "remaining")],
    "Fewer than 45 per cent of the country's 3,500 clinics are fully functional.": [],
    "Of the 90 injured, 12 later died.": [("90", "people", "injured"), ("12", "people", "killed")],
    # a phrase with a gap reaches around no number
    "They took three students hostage.": [("three", "students", "abducted")],
    # asides
    "640,000 people, or 90 per cent of the population, have been displaced.": [("640,000", "people", "displaced")],
    "There were 41 civilian deaths, including 16 children.": [
        ("41", "civilians", "killed"),
        ("16", "children", "killed"),
    ],
    "The raid killed 85, including 13 soldiers, and injured 160 villagers.": [
        ("85", "people", "killed"),
        ("13", "soldiers", "killed"),
        ("160", "people", "injured"),
    ],
    # need and movement
    "Some 15,000 people still need to be rescued.": [],
    "Almost 125,000 people poured across the border.": [("125,000", "people", "displaced")],
    "An additional 190,000 crossed into neighbouring countries.": [("190,000", "people", "displaced")],
    "Doctors treated 870 children for severe malaria.": [("870", "children", "sick")],
    "The strike brought to 203 the number of aid workers killed.": [("203", "aid_workers", "killed")],
    # the sentence before
    "Some 18,000 people were displaced. Of these, 10,000 were children.": [
        ("18,000", "people", "displaced"),
        ("10,000", "children", "displaced"),
    ],
    "At least 214 clinics were closed. A further 96 are only partly functional.": [
        ("214", "health_facilities", "closed"),
        ("96", "health_facilities", "remaining"),
    ],
    "Only three hospitals are running; four others have ceased operations.": [
        ("three", "hospitals", "remaining"),
        ("four", "hospitals", "closed"),
    ],
    # who did it says what was done
    "Gunmen seized 25 pupils.": [("25", "students", "abducted")],
    "Police seized 25 protesters.": [("25", "people", "detained")],
    "The rebels still hold 12 soldiers.": [("12", "soldiers", "abducted")],
    "The authorities still hold 12 soldiers.": [("12", "soldiers", "detained")],
    "Dozens of villagers were seized when gunmen raided a market.": [("Dozens", "people", "abducted")],
    "Some 12 bandits were captured.": [("12", "fighters", "detained")],
    "Floodwater hit 80 houses.": [("80", "houses", "damaged")],
    "Jets hit four hospitals.": [("four", "hospitals", "attacked")],
    "Cholera struck 9,000 people.": [("9,000", "people", "sick")],
    # what stands behind the object closes the sense of its verb
    "Buses took 38 patients out of the city.": [("38", "patients", "evacuated")],
    "Doctors treated 38 people for gunshot wounds.": [("38", "people", "injured")],
    "The kidnappers let 14 hostages go.": [("14", "people", "rescued")],
    "The crash cost 24 passengers their lives.": [("24", "people", "killed")],
    "The strike kept 2,000 pupils at home.": [("2,000", "students", "out_of_school")],
    # the main verb, not that of a clause in between
    "Seventeen men who had gone missing after a gunbattle were found dead.": [("Seventeen", "men", "killed")],
    # a disease makes patients sick, and not injured
    "Dengue is spreading. Some 1,755 patients were hospitalised on Monday.": [("1,755", "patients", "sick")],
    # what a number is not
    "A pastor, 31, was shot dead.": [],
    "The strike killed a boy of 15.": [],
    "The monitor Docket 21, which keeps count, says 40 people were killed.": [("40", "people", "killed")],
    "A hall housing five factories caved in.": [],
    "More than 1,400 people stream into the wide and dusty camps of northern Kenya every day.": [],
    # those that a whole named first is about
    "Of the buildings surveyed, 112 were damaged and 60 were destroyed.": [
        ("112", "buildings", "damaged"),
        ("60", "buildings", "destroyed"),
    ],
    "Rebels abducted 90 girls. Fifty of them escaped.": [("90", "girls", "abducted"), ("Fifty", "girls", "rescued")],
}


def read(text: str) -> list[tuple[str, str, str]]:
    return [(found.wording, found.population, found.outcome) for found in extract(text, DAY)]


@pytest.mark.parametrize(("text", "expected"), SENTENCES.items())
def test_the_word_that_governs_the_number_says_what_happened(text, expected):
    assert read(text) == expected


def test_some_thirty_is_no_exact_count():
    found = extract("Une trentaine de personnes ont été tuées.", DAY, "fr")
    assert [(one.value, one.qualifier) for one in found] == [(30, "about")]


def test_a_source_that_has_finished_does_not_speak_for_what_follows():
    text = "At least 84 bodies were found, prosecutors said; 14 miners were stuck underground."
    assert [found.claimant for found in extract(text, DAY)] == ["prosecutors", ""]


def test_a_fire_says_nothing_but_a_fire_department_does():
    text = "The blast left 16 people dead, the fire department said."
    assert [found.claimant for found in extract(text, DAY)] == ["fire department"]


def test_a_day_before_the_speaker_is_the_day_of_the_event():
    found = extract("Au moins 37 civils ont péri lundi, ont indiqué les autorités.", DAY, "fr")
    assert [str(one.period) for one in found] == ["2016-09-26"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a time that opens another clause is not the figure's before it
        ("Some 2,000 people died, and in August the raids killed 40.", ["", "2016-08-01/2016-08-31"]),
        # nor is one that the figure is only compared with
        ("The office counted 12 deaths, a drop on August.", [""]),
        # what is told with a toll is told as of its day
        ("The toll stood at 52 on Monday, with 17 people missing.", ["../2016-09-26", "../2016-09-26"]),
    ],
)
def test_a_time_belongs_to_the_clause_that_it_stands_in(text, expected):
    periods = [one.period for one in extract(text, DAY)]
    assert [str(one) if one.start or one.end else "" for one in periods] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The outcry grows over the 264 girls taken from the school.", "exact"),
        ("The toll went up to 264.", "exact"),
        ("Up to 264 girls were taken from the school.", "at_most"),
    ],
)
def test_a_preposition_is_no_hedge(text, expected):
    assert [one.qualifier for one in extract(text, DAY)] == [expected]


def test_whoever_speaks_behind_a_semicolon_does_not_speak_for_what_stands_before_it():
    text = "Some 38 schools were shut; officials estimate that 200 pupils dropped out."
    assert [found.claimant for found in extract(text, DAY)] == ["", "officials"]


@pytest.mark.parametrize("who", ["Police", "Health officials", "Doctors", "Teachers"])
def test_who_gives_a_count_is_not_whom_it_counts(who):
    assert read(f"{who} put the number of dead at 62.") == [("62", "people", "killed")]
    assert read(f"{who} said the death toll had risen to 62.") == [("62", "people", "killed")]


def test_a_figure_of_which_two_things_are_said_is_not_of_the_high_tier():
    assert [found.tier for found in extract("Twenty people were killed on Friday.", DAY)] == ["high"]
    assert [found.tier for found in extract("Twenty hostages were freed on Friday.", DAY)] == ["medium"]


def test_a_part_is_no_surer_than_its_whole():
    sure, doubtful = (
        "Ten people, including three children, were killed.",
        "Ten hostages, including three girls, were freed.",
    )
    assert [found.tier for found in extract(sure, DAY)] == ["high", "high"]
    assert "high" not in {found.tier for found in extract(doubtful, DAY)}
