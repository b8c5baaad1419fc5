"""How news is written: clauses about other things, days of other events, and those who only speak or are only found."""

import datetime as dt

import pytest

from tracker.reading import extract

DAY = dt.date(2016, 9, 28)  # a Wednesday

FIGURES = {
    # what nobody in the sentence says happened
    "The court sentenced 183 people to death.": [],
    "The mob beat 30 men to death.": ["30: killed"],
    "None of the 30 passengers was hurt.": [],
    "Not one of the 30 miners died.": [],
    "The man, 30, was killed.": [],
    "Some 1,200 volunteers helped the injured.": [],
    "About 200 relatives of the missing gathered outside.": [],
    "Relatives of 12 missing people gathered outside.": ["12: missing"],
    "Activists demanded the release of 30 prisoners.": [],
    "The UN called for the evacuation of 300 wounded.": [],
    "The UN called for an investigation into the killing of 30 people.": ["30: killed"],
    "Forty bandits abducted the bishop.": [],
    "A gang of 40 bandits kidnapped the bishop and two priests.": ["two: abducted"],
    "Forty soldiers arrested Khan.": [],
    "Five people killed by the rebels were buried.": ["Five: killed"],
    "The ministry denied that 30 people had been killed.": [],
    "The army denied killing 30 civilians.": [],
    "The army denied responsibility for the raid that killed 30 civilians.": ["30: killed"],
    "They could not confirm whether 30 people had died.": [],
    "There is no evidence that 30 people were killed, but 12 are missing.": ["12: missing"],
    "Fears that 30 people had drowned proved unfounded.": [],
    "At least 100 people were likely killed by the earthquake.": ["100: killed"],
    "Hundreds of rescue workers used shovels on Friday.": [],
    "Scores of students abducted by gunmen a week ago have finally regained freedom.": ["Scores: rescued"],
    "Hundreds of thousands of people need food, water and shelter.": ["Hundreds of thousands: in_need"],
    "UNHCR is rushing to help the 20,000 refugees who have fled the violence.": ["20,000: displaced"],
    "The Red Cross said 32 remained missing, while the coast guard said 22.": ["32: missing", "22: missing"],
    "More than 700 ferry passengers remained unaccounted for Monday.": ["700: missing"],
    "On average, a child is killed and 2 are injured every 10 minutes.": [],
    "The toll was updated from an initial 23 to 25.": ["23: killed", "25: killed"],
    "That raises the statewide death total from 29 to 31.": ["29: killed", "31: killed"],
    "They estimate that from 20 to 30 people died.": ["20 to 30: killed"],
    "Some 6,500 Palestinians are currently in Israeli prisons, including 62 women.": [
        "6,500: detained",
        "62: detained",
    ],
    "Only 11 of the Palestinian territory's 36 hospitals are still functional.": ["11: remaining"],
    "The death toll of 426 was expected to rise.": ["426: killed"],
    "Four people had died and 100 were reported injured.": ["Four: killed", "100: injured"],
    "About 20 people including students and two staff of the school were kidnapped.": ["20: abducted", "two: abducted"],
    "Six had minor injuries but one was seriously hurt.": ["Six: injured", "one: injured"],
    "The quake caused 5,175 houses to collapse and damaged thousands more.": ["5,175: destroyed", "thousands: damaged"],
    "A Red Cross official confirmed the death toll of 13 and five injured.": ["13: killed", "five: injured"],
    "The ministry confirmed six deaths of children in the town.": ["six: killed"],
    "The fighting has forced 60,000 more to cross into Congo.": ["60,000: displaced"],
    "The student body numbers more than 700.": [],
    "The vast majority of the strip's 2.4 million people have been displaced.": [],
    # parts, wholes and lists
    "It says 10,328 people were killed, of whom 4,237 were children.": ["10,328: killed", "4,237: killed"],
    "Of the 150 cases, 119 are confirmed and 31 are probable.": ["150: sick", "119: sick", "31: sick"],
    "The ship rescued 367 migrants. The 367, including 342 men, reached the port.": ["367: rescued", "342: rescued"],
    "Cholera deaths were recorded in Kano (16), Jigawa (8) and Zamfara (four).": [
        "16: killed",
        "8: killed",
        "four: killed",
    ],
    "Six states have recorded deaths. They are Kano (16); Ebonyi (8); Zamfara (four).": [
        "16: killed",
        "8: killed",
        "four: killed",
    ],
    "The number of those killed and injured is 6,890 and 12,801 respectively.": ["6,890: killed", "12,801: injured"],
    "At least 12 and 30 people were killed and injured, respectively.": ["12: killed", "30: injured"],
    "Shelling damaged 34 houses. Two schools, a clinic and the library were damaged too.": [
        "34: damaged",
        "Two: damaged",
    ],
    "The floods affected 636 localities in 18 provinces and 1 million people.": ["1: affected"],
    "Bandits have abducted a teacher, his wife and six other people.": ["six: abducted"],
    "Attackers raped, beat and robbed more than 100 women.": ["100: sexual_violence"],
    "One child was killed and another one injured.": ["One: killed", "one: injured"],
    "The bodies of six women and three children were recovered.": ["six: killed", "three: killed"],
    "The death toll is 41. Rights groups say the true number is more than 75.": ["41: killed", "75: killed"],
    "Deaths so far this year are 2,809, compared with 1,838 in 2015.": ["2,809: killed", "1,838: killed"],
    "Boats saved 650 lives.": ["650: rescued"],
    "Rescuers pulled 46 bodies from the rubble.": ["46: killed"],
    "Armed youth killed 32 people and stole 16,000 cattle.": ["32: killed"],
    # what is none
    "A quarter of the town's 2.3 million people face hunger.": [],
    "The daily number of new cases fell to around 3,000.": [],
    "They were trapped in homes under 4m of mud.": [],
    "Children aged 12 and 15 were among the dead.": [],
    "Officials had predicted some 1,000 people were buried.": [],
    "The army said a boy of six was among three people killed.": ["three: killed"],
    # a clause that only says who is meant
    "Sixty pupils abducted in May by rebels have been freed.": ["Sixty: rescued"],
    "Some 9,000 people living in 40 overcrowded shelters are suffering from cholera.": ["9,000: sick"],
    "Some 90 trucks carrying flour are stuck at the crossing.": [],
    # who speaks, between commas, keeps nothing apart
    "Some 4,000 people, aid agencies say, are facing hunger.": ["4,000: food_insecure"],
    "Some 4,000 people, according to the council, are trapped in the valley.": ["4,000: trapped"],
    "Two thirds of the town - 18,000 people - need assistance.": ["18,000: in_need"],
    # shares and speakers are no figures
    "One child in three is malnourished.": [],
    "One of every four people has been displaced.": [],
    "Twelve people were freed. One lawyer said all of them were arrested in March.": ["Twelve: rescued"],
    "Some 40 houses were destroyed, according to one legislator.": ["40: destroyed"],
    "Reported: one medic was killed, and one more person was hurt.": ["one: killed", "one: injured"],
    "The team met with some 300 IDPs.": [],
    "The police issued warrants against 200 people.": [],
    "The evacuation of another 75 planned for Friday was put off.": [],
    "Hunger is threatening the lives of 80,000 people.": [],
    "The fires threaten to destroy tens of thousands of houses.": [],
    "The ministry has released NPR 500 million for relief.": [],
    "The army killed ALL 30 people there.": ["30: killed"],
    # totals that do not say again of what
    "The ministry reported 108 deaths in the province, bringing the total to 1,016.": ["108: killed", "1,016: killed"],
    "Some 30 girls are missing. The commissioner gave the number as 41.": ["30: missing", "41: missing"],
    "The council puts deaths since 8 August at 231.": ["231: killed"],
    "The strike takes to 260 the number killed in the town.": ["260: killed"],
    "The tally of people affected rose to 40,000.": ["40,000: affected"],
    "The reported deaths are placed at 27, of which only four are confirmed.": ["27: killed", "four: killed"],
    "The number of hungry people has risen from 9 to 16 million.": ["9: food_insecure", "16: food_insecure"],
    "A total of 133 people were killed, 5 of them children, and 319 people were wounded.": [
        "133: killed",
        "5: killed",
        "319: injured",
    ],
    "Of late, 25 medics were killed, along with two nurses, and 94 people were injured.": [
        "25: killed",
        "two: killed",
        "94: injured",
    ],
    # what was done says more than what they were before
    "The junta released a total of 2,296 people arrested in March.": ["2,296: rescued"],
    "Some 300 people were taken to shelters.": ["300: displaced"],
    "Some 300 people were taken to hospital.": ["300: injured"],
    "Of the 497 towns of the state, 37 were affected by the flood.": [],
    "The bulletin released on Monday morning (13) says 127 people are missing.": ["127: missing"],
    "Ardal has reported 719 cases of cholera, while Benmark has reported 97.": ["719: sick", "97: sick"],
    "In all 5,791 people were killed, including 360 children, 292 women, 95 elderly, and 162 were injured.": [
        "5,791: killed",
        "360: killed",
        "292: killed",
        "95: killed",
        "162: injured",
    ],
    "The water swept away houses, of which 119 were destroyed.": ["119: destroyed"],
    "Some 950 people displaced from their homes in northern and central Mali have received food.": ["950: reached"],
    "Twin blasts that killed 15 people were a reminder of the daily violence.": ["15: killed"],
    "The death toll due to heavy rains since 27 April has risen to 147.": ["147: killed"],
    "This brings the number of refugees in the province to more than 20,000.": ["20,000: displaced"],
    "Some 20,000 people crossed the border into the plains.": ["20,000: displaced"],
    "Some 20 trucks crossed the border into the plains.": ["20: aid_delivered"],
    "The country hosts 41,200 refugees.": ["41,200: displaced"],
    "The office raised to 112 the number of dead.": ["112: killed"],
    "Every day this month at least two children were killed.": [],
}

PERIODS = {
    "The toll of the quake that hit the valley on Sunday has risen to 534, officials said.": "2016-09-25/2016-09-25",
    "Early on Monday the minister Idris Sahin said the quake killed 100 people.": "/",
    "At least 45 people died in the worst shipwreck this year.": "/",
    "Searches went on Tuesday in the valley, where nine people have died.": "/",
    "Sixty pupils abducted three years ago by rebels have been freed.": "/",
    "The mayor told a Sunday press conference that 30 people had been killed.": "/",
    "According to yesterday's report, 30 people had been killed.": "/",
    "In the 10 days that followed, 390 people were killed.": "/",
    "In the first two months of the year, 807 people were killed.": "2016-01-01/2016-02-29",
    "Some 14 people were killed in clashes which started on 18 April.": "2016-04-18/2016-09-28",
    "Some 14 people were killed since the fighting resumed two months ago.": "2016-07-28/2016-09-28",
}

CLAIMANTS = {
    "Some 120 people were killed (Ministry of Health).": "Ministry of Health",
    "The minister Ali Demir, speaking at a briefing in the capital, said 39 people were killed.": "minister Ali Demir",
    "Divers found 12 bodies in the lake.": "",
    "The Red Cross survey found that 12 people were killed.": "Red Cross survey",
    "Over 100 UNRWA colleagues confirmed killed in one month.": "",
    "Some 30 people were killed, said the Observatory in a statement.": "Observatory",
    "The ministry said that 30 people were killed, while another 40 people were hurt.": "ministry",
    "The council's estimate of 2,000 people trapped in the town was questioned.": "council",
    "Turkey's toll rose to 31 dead, the agency said.": "agency",
}


def found(text: str) -> list:
    return [candidate for candidate in extract(text, DAY) if candidate.measure != "status"]


@pytest.mark.parametrize("text", FIGURES)
def test_a_number_is_read_for_what_its_sentence_says_of_it(text: str) -> None:
    expected = [(told.split(": ")[0].split()[0], told.split(": ")[1]) for told in FIGURES[text]]
    assert [(one.wording.split()[0], one.outcome) for one in found(text)] == expected


@pytest.mark.parametrize("text", PERIODS)
def test_a_figure_has_no_time_of_something_else(text: str) -> None:
    period = found(text)[-1].period
    assert f"{period.start or ''}/{period.end or ''}" == PERIODS[text]


@pytest.mark.parametrize("text", CLAIMANTS)
def test_a_figure_is_claimed_by_whoever_says_so(text: str) -> None:
    assert found(text)[-1].claimant == CLAIMANTS[text]


def test_a_scale_is_shared_by_the_numbers_of_a_rise() -> None:
    assert [one.value for one in found("Deaths rose from 3 to 4 million.")] == [3_000_000, 4_000_000]
