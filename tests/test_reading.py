"""What the reader of texts finds in a sentence, and what it leaves alone."""

import datetime as dt

import pytest

from tracker.reading import Candidate, Known, Named, extract

WEDNESDAY = dt.date(2016, 9, 28)
KNOWN = Known(
    places=(
        Named("syria", ("Syria",)),
        Named("aleppo", ("Aleppo",), parent="syria"),
        Named("eastern-aleppo", ("eastern Aleppo", "East Aleppo"), parent="aleppo"),
    ),
    organisations=(
        Named("unicef", ("UNICEF", "United Nations Children's Fund")),
        Named("sohr", ("Syrian Observatory for Human Rights", "SOHR")),
    ),
)


def read(text: str, published_on: dt.date = WEDNESDAY) -> list[Candidate]:
    return extract(text, published_on, "en", known=KNOWN)


def one(text: str, published_on: dt.date = WEDNESDAY) -> Candidate:
    found = read(text, published_on)
    assert len(found) == 1, found
    return found[0]


def test_a_candidate_carries_the_words_it_came_from():
    text = "In Aleppo at least 96 children have been killed since Friday, UNICEF said."
    found = one(text)
    assert (found.value, found.low, found.high, found.qualifier) == (96, 96, None, "at_least")
    assert (found.population, found.outcome, found.indicator) == ("children", "killed", "children_killed")
    assert text[slice(*found.span)] == found.wording == "96"
    assert text[slice(*found.sentence)] == text
    assert (found.place_id, found.claimant_id, found.measure) == ("aleppo", "unicef", "cumulative")
    assert str(found.period) == "2016-09-23/2016-09-28"
    assert found.tier == "high"


@pytest.mark.parametrize(
    ("text", "value", "low", "high", "qualifier"),
    [
        ("Between 300 and 400 people were killed.", None, 300, 400, "between"),
        ("From 300 to 400 people were killed.", None, 300, 400, "between"),
        ("20-25 people were killed.", None, 20, 25, "between"),
        ("3 to 4 million people were displaced.", None, 3e6, 4e6, "between"),
        ("Dozens of people were killed.", None, None, None, "vague"),
        ("Nearly 1.4 million people were displaced.", 1.4e6, None, None, "nearly"),
        ("Up to an estimated 5,000 people were displaced.", 5000, None, 5000, "at_most"),
        ("More than two dozen people were killed.", 24, 24, None, "more_than"),
        ("Over 1.5 lakh people were displaced.", 150_000, 150_000, None, "more_than"),
        ("One hundred and twenty-five people were killed.", 125, None, None, "exact"),
        ("Half a million people were displaced.", 500_000, None, None, "exact"),
        ("A hundred people were killed.", 100, None, None, "exact"),
        ("85 000 people were displaced.", 85_000, None, None, "exact"),
        ("Some 1.2m people were displaced.", 1.2e6, None, None, "about"),
    ],
)
def test_numbers_keep_what_was_printed(text, value, low, high, qualifier):
    found = one(text)
    assert (found.value, found.low, found.high, found.qualifier) == (value, low, high, qualifier)


@pytest.mark.parametrize(
    "text",
    [
        "A 34-year-old man said people were killed.",
        "Shafiur Rahman, 24, said people were killed.",
        "On 12 May 2016 people were killed.",
        "The raid at 4:30 pm killed people.",
        "They paid $200 for people who were killed.",
        "The quake of magnitude 6.2 killed people 30 km away.",
        "Some 40 per cent of people were displaced.",
        "Two thirds of the people were displaced.",
        "One in five children is malnourished.",
        "The council adopted resolution 2692 after people were killed.",
        "Call 1-888-407-4747 if people are missing.",
        "Some 30 people a day are killed.",
        "The war could displace 500,000 people.",
        "Some 20,000 people are expected to be displaced.",
        "The camp hosts 22,500 people.",
        "The city of 40,000 people was attacked.",
        "The army carried out 12 air strikes.",
        "Some 14 villages were attacked.",
        "These four people were killed.",
        "No one was killed.",
        "About 430 personnel have been deployed.",
        "Some 300 people were screened.",
    ],
)
def test_numbers_that_are_no_figures_are_left_alone(text):
    assert read(text) == []


def test_the_second_number_of_a_share_is_not_a_figure():
    found = one("Only 11 of Gaza's 36 hospitals are functional.")
    assert (found.value, found.population, found.outcome) == (11, "hospitals", "remaining")


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("96 children were killed and 223 injured.", [("children", "killed"), ("children", "injured")]),
        ("Twenty children and two teachers were killed.", [("children", "killed"), ("teachers", "killed")]),
        (
            "A raid killed six paramedics and wounded four others.",
            [("health_workers", "killed"), ("people", "injured")],
        ),
        ("Some 90 people, including 20 girls, were abducted.", [("people", "abducted"), ("girls", "abducted")]),
        ("Some 50 houses were destroyed and 70 damaged.", [("houses", "destroyed"), ("houses", "damaged")]),
        ("12 people died in Sofala and 5 in Tete.", [("people", "killed"), ("people", "killed")]),
        ("Dead: 12; injured: 30; missing: 4.", [("people", "killed"), ("people", "injured"), ("people", "missing")]),
        ("The death toll rose to 40, with 12 missing.", [("people", "killed"), ("people", "missing")]),
        ("Among the dead, 12 were women.", [("women", "killed")]),
        ("The number of houses destroyed reached 87,000.", [("houses", "destroyed")]),
        ("Some 30 wounded soldiers died.", [("soldiers", "killed")]),
        ("Drought affected areas where 30 people died.", [("people", "killed")]),
    ],
)
def test_words_left_out_are_taken_from_the_figure_before(text, figures):
    assert [(found.population, found.outcome) for found in read(text)] == figures


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("Some 90 people, including 20 girls, were killed.", [(), ("part",)]),
        ("The toll rose by 21 to 468.", [("delta",), ()]),
        ("The toll rose from 21 to 468.", [("previous",), ()]),
        ("In 2005 a quake killed 73,000 people.", [("historical",)]),
        ("The agency reported 35 more deaths.", [("delta",)]),
    ],
)
def test_figures_that_do_not_stand_alone_are_flagged(text, flags):
    assert [found.flags for found in read(text)] == flags


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Six people were killed on Wednesday.", "2016-09-28"),
        ("Six people were killed on Thursday.", "2016-09-22"),
        ("Six people were killed since Wednesday.", "2016-09-21/2016-09-28"),
        ("Six people were killed in the past week.", "2016-09-21/2016-09-28"),
        ("Six people were killed in the last 24 hours.", "2016-09-27/2016-09-28"),
        ("Six people were killed between 3 and 9 July.", "2016-07-03/2016-07-09"),
        ("Six people were killed from Dec. 28 to Jan. 3.", "2015-12-28/2016-01-03"),
        ("Six people were killed since last November.", "2015-11-01/2016-09-28"),
        ("Six people were killed in early April.", "2016-04-01/2016-04-30"),
        ("Six people were killed this year.", "2016-01-01/2016-09-28"),
        ("As of 26 September the death toll stood at 12.", "../2016-09-26"),
        ("The death toll rose to 12 on Monday.", "../2016-09-26"),
        ("Some 300 people are missing as of Monday.", "../2016-09-26"),
        ("Some 300 people were trapped on Monday.", "../2016-09-26"),
        ("Police said on Monday that six people were killed.", "../.."),
        ("Six people were killed, police said on Monday.", "../.."),
        ("Since 2005, when a tremor killed 800 people, none was felt.", "2005-01-01/2005-12-31"),
        ("The office recorded 119 kidnappings in the first half of August.", "2016-08-01/2016-08-15"),
        ("Nine people were killed in the second half of August.", "2016-08-16/2016-08-31"),
        ("The number of people who have fled since 25 August stands at 429,000.", "2016-08-25/2016-09-28"),
        ("On 7 May, a leak at the plant of a company in R. R. Puram, near the port, India, killed 11.", "2016-05-07"),
    ],
)
def test_times_are_resolved_against_the_day_of_publication(text, period):
    assert str(read(text)[0].period) == period


def test_a_level_does_not_take_its_neighbours_time():
    killed, trapped = read("Some 96 people were killed since Friday and 250,000 people are trapped.")
    assert str(killed.period) == "2016-09-23/2016-09-28"
    assert (str(trapped.period), trapped.measure) == ("../..", "stock")


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("According to UNICEF, 96 children were killed.", "UNICEF"),
        ("96 children were killed, said Justin Forsyth of UNICEF.", "Justin Forsyth of UNICEF"),
        ("Police spokesman Ali Khan told reporters six people were killed.", "Police spokesman Ali Khan"),
        ("Ali Khan, a district head, said six people were killed.", "Ali Khan, a district head"),
        ("Six people were killed, according to data from the health ministry.", "health ministry"),
        ("Six people were killed.", ""),
        ("The floods claimed 30 lives.", ""),
        ("NDRF: 30 people were rescued.", "NDRF"),
        ("Medical staff paid the price: 30 dead.", ""),
        ("The government's own figure is 56 dead.", "government"),
        ("Monday's toll was 56 dead.", ""),
        ("QUETTA: Five miners were killed on Thursday.", ""),
        ("QUETTA: Five miners were killed on Thursday, Levies officials said.", "Levies officials"),
    ],
)
def test_the_claimant_is_whoever_is_said_to_say_so(text, claimant):
    assert read(text)[0].claimant == claimant


def test_a_pronoun_is_its_claimants():
    found = read(
        "Justin Forsyth of UNICEF spoke on Tuesday. UNICEF said 96 children died. It added that 30 are missing."
    )
    assert [candidate.claimant_id for candidate in found] == ["unicef", "unicef"]


def test_a_place_is_matched_under_its_longest_name():
    found = one("Some 96 children were killed in eastern Aleppo.")
    assert found.place_id == "eastern-aleppo"
    assert KNOWN.ancestors(found.place_id) == ["aleppo", "syria"]


def test_a_statement_without_a_number_is_a_status():
    found = one("Air strikes hit the town and put its last remaining bakery out of service.")
    assert (found.measure, found.value, found.outcome, found.population) == ("status", None, "closed", "bakeries")
    assert "bakery" in found.wording


def test_an_empty_text_has_no_figures():
    assert read("") == []
    assert read("\n \n.\n") == []
