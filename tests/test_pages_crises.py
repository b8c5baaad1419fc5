"""Several crises in one tracker: the first page, the page of each, and one of them chosen on every other page."""

import re

import pytest
from factories import citation, crisis, headline, observation, organisation, place
from test_pages_observation import told

from dashboard.app import Answer
from dashboard.components import crises
from dashboard.first_paint import html_of
from dashboard.pages import browse, feeds, home, indicator, indicators, match, organisations, places, search
from dashboard.pages import organisation as organisation_page
from dashboard.pages import place as place_page
from dashboard.state import View, seen
from tracker.errors import UnknownError

GAZA, ALEPPO, SUDAN = "gaza-2023", "aleppo-2016", "sudan-2023"
LATE = {"period_start": "2023-10-07", "period_end": "2024-01-05", "said_on": "2024-01-06"}
EARLY = {"said_on": "2016-09-28"}
ROWS = {
    "crises": [
        crisis(ALEPPO, title="Aleppo, 2016", start="2016-07-01", end="2017-03-31", place_id="aleppo"),
        crisis(GAZA, title="Gaza, 2023", start="2023-10-07", place_id="gaza"),
        crisis(SUDAN, title="Sudan, 2023", start="2023-04-15", place_id="sudan"),
    ],
    "places": [place("aleppo"), place("eastern-aleppo", parent_id="aleppo"), place("gaza"), place("sudan")],
    "organisations": [organisation("unicef")],
    "observations": [
        observation("a", value=96, value_low=96, qualifier="at_least", **EARLY),
        observation("a2", value=30, indicator_id="doctors_remaining", measure="stock", **EARLY),
        observation("g", value=40, crisis_id=GAZA, place_id="gaza", **LATE),
        observation("s", value=7, crisis_id=SUDAN, place_id="sudan", basis="verified", **LATE),
    ],
    "citations": [
        *(citation(f"{name}-own", observation_id=name, document_id=f"{name}-doc", wording="") for name in "ags"),
        citation("a2-own", observation_id="a2", document_id="a-doc", wording=""),
    ],
    "headlines": [
        headline("doctors_remaining", position=1),
        headline("children_killed", position=2),
        headline("children_killed", crisis_id=GAZA),
        headline("children_killed", crisis_id=SUDAN),
    ],
}


@pytest.fixture
def catalogue(catalogue_of):
    return catalogue_of(**ROWS)


def shown(catalogue, page, query="", **names):
    view = seen(query)
    return html_of(page.layout(catalogue, view, **names), {})


def sections(text):
    return [told(part) for part in re.findall(r'<section[^>]* class="crisis".*?</section>', text, re.S)]


def test_the_first_page_has_every_crisis_those_that_go_on_first_and_the_newest_of_them(catalogue):
    titles = re.findall(r'<h2><a href="/crisis/([\w-]+)">', shown(catalogue, home))
    assert titles == [GAZA, SUDAN, ALEPPO]


def test_each_crisis_shows_its_figures_with_hedge_claimant_period_and_the_rule_that_chose_them(catalogue):
    gaza, _, aleppo = sections(shown(catalogue, home))
    assert "40 Children killed, Gaza UNICEF · 7 Oct 2023 – 5 Jan 2024" in gaza
    assert "at least 96 Children killed, Eastern Aleppo UNICEF · 23–28 Sep 2016" in aleppo
    assert "Each shows the latest figure of the series that our editors follow" in gaza
    assert "Each shows the figure carried by the most publishers." in aleppo


def test_each_crisis_says_what_became_known_last_and_leads_to_what_else_changed(catalogue):
    text = shown(catalogue, home)
    assert "Last change, 6 Jan 2024: UNICEF: 40. Children killed, Gaza" in sections(text)[0]
    assert 'href="/changes?crisis=gaza-2023"' in text


def test_a_figure_that_replaces_another_says_so_where_it_is_the_last_change(catalogue_of):
    later = observation("g2", value=41, crisis_id=GAZA, place_id="gaza", revises="g", change="revision", **LATE)
    rows = {**ROWS, "observations": [*ROWS["observations"], {**later, "said_on": "2024-02-01"}]}
    text = sections(shown(catalogue_of(**rows), home))[0]
    assert "Last change, 1 Feb 2024: UNICEF: 41." in text and "Before: 40" in text


def test_a_day_hides_what_was_not_yet_known_and_the_links_keep_it(catalogue):
    text = shown(catalogue, home, "?as_of=2016-12-01")
    gaza, _, aleppo = sections(text)
    assert "Nothing was known yet on this day." in gaza and "40" not in gaza.replace("2016", "")
    assert "at least 96" in aleppo
    assert 'href="/crisis/gaza-2023?as_of=2016-12-01"' in text


def test_the_only_crisis_stands_on_the_first_page_itself(catalogue_of):
    alone = catalogue_of(
        observations=[observation("a")], headlines=[headline()], citations=[citation(observation_id="a")]
    )
    text = shown(alone, home)
    assert sections(text) == [] and "Children killed, Eastern Aleppo" in told(text)
    assert 'action="/"' in text and 'href="/?rule=' in text
    assert home.title(alone, View()) == "Aleppo 2016"


def test_without_any_crisis_the_first_page_says_so(catalogue_of):
    text = told(shown(catalogue_of(), home))
    assert "No crisis is entered yet." in text


def test_a_crisis_has_a_page_that_leads_back_to_all_of_them(catalogue):
    page, names = match("/crisis/gaza-2023")
    text = shown(catalogue, page, **names)
    assert page.title(catalogue, View(), **names) == "Gaza, 2023"
    assert 'href="/">Crises</a>' in text
    assert "96" not in told(text)
    assert 'href="/indicator?crisis=gaza-2023"' in text and 'href="/browse?crisis=gaza-2023"' in text


def test_a_crisis_that_is_not_kept_is_refused(catalogue):
    page, names = match("/crisis/atlantis")
    with pytest.raises(UnknownError, match="atlantis"):
        page.layout(catalogue, View(), **names)


def test_the_live_page_knows_its_crisis_by_its_address(catalogue):
    assert crises.at(catalogue, "/crisis/sudan-2023").crisis_id == SUDAN
    assert crises.at(catalogue, "/") is None


def test_indicators_stand_by_crisis_what_it_is_known_by_first(catalogue):
    text = shown(catalogue, indicators)
    assert re.findall(r'href="(/indicator/[^"]*)"', text) == [
        "/indicator/children_killed?crisis=gaza-2023",
        "/indicator/children_killed?crisis=sudan-2023",
        "/indicator/doctors_remaining?crisis=aleppo-2016",
        "/indicator/children_killed?crisis=aleppo-2016",
    ]
    assert "gaza-2023" not in "".join(re.findall(r"<h2>.*?</h2>", shown(catalogue, indicators, "?crisis=aleppo-2016")))


def test_the_tail_of_a_long_list_of_indicators_is_one_step_away(catalogue_of):
    many = [observation(f"o{n}", indicator_id=f"thing{n:02}_counted") for n in range(40)]
    text = shown(catalogue_of(observations=many), indicators)
    assert text.count("<li><a") == 40 and "<summary>16 more</summary>" in text


def test_an_indicator_of_several_crises_has_a_panel_of_each_and_the_way_to_each(catalogue):
    text = shown(catalogue, indicator, indicator_id="children_killed")
    assert set(re.findall(r"<figcaption>([^<]*)</figcaption>", text)) == {"Aleppo, 2016", "Gaza, 2023", "Sudan, 2023"}
    assert 'href="/indicator/children_killed?crisis=gaza-2023"' in text
    assert '<th scope="col">Crisis</th>' in text


def test_a_chosen_crisis_is_all_that_the_page_of_an_indicator_shows(catalogue):
    text = shown(catalogue, indicator, "?crisis=gaza-2023", indicator_id="children_killed")
    assert "<figcaption>" not in text and '<th scope="col">Crisis</th>' not in text
    assert 'href="/crisis/gaza-2023">Gaza, 2023</a>' in text
    assert 'id="across"' not in text


def test_figures_of_several_crises_are_compared_only_where_the_rule_allows_it(catalogue):
    every = told(shown(catalogue, indicator, indicator_id="children_killed"))
    assert "These figures cannot be compared: they have different bases" in every
    assert "Those of Gaza, 2023 and Aleppo, 2016 can." in every
    two = shown(catalogue, indicator, "?crisis=aleppo-2016,gaza-2023", indicator_id="children_killed")
    assert "may be read side by side" in told(two)
    assert "Compare with care" in told(two)


def test_the_form_of_a_page_without_scripts_keeps_the_crisis_and_the_way_to_show_it(catalogue):
    view = seen("?crisis=gaza-2023&by=claimant&lang=ar")
    content = indicator.layout(catalogue, view, "children_killed")
    form = Answer("/indicator/children_killed", view, "", content, 200).html.partition('<form method="get"')[2]
    for name, value in (("crisis", "gaza-2023"), ("by", "claimant"), ("lang", "ar")):
        assert f'<input type="hidden" name="{name}" value="{value}">' in form.partition("</form>")[0]


def test_a_crisis_whose_figures_no_card_would_show_is_not_left_out(catalogue_of):
    vague = observation("s", value=None, qualifier="vague", crisis_id=SUDAN, place_id="sudan", **LATE)
    rows = [*(row for row in ROWS["observations"] if row["observation_id"] != "s"), vague]
    text = shown(catalogue_of(**{**ROWS, "observations": rows}), indicator, indicator_id="children_killed")
    across = told(text.partition('id="across"')[2].partition("</section>")[0])
    assert "Sudan, 2023 It has figures, but none that the rule of its cards would choose." in across


def test_another_crisis_lets_a_chosen_place_go(catalogue):
    text = shown(catalogue, indicator, "?crisis=aleppo-2016&place=aleppo", indicator_id="children_killed")
    assert 'href="/indicator/children_killed?crisis=gaza-2023"' in text


def test_the_pages_of_places_and_organisations_are_grouped_by_crisis(catalogue):
    text = shown(catalogue, organisation_page, organisation_id="unicef")
    headings = re.findall(r'<h3><a href="/crisis/([\w-]+)">', text)
    assert headings == [GAZA, SUDAN, ALEPPO]
    assert 'href="/indicator/children_killed?crisis=sudan-2023&amp;claimant=unicef"' in text
    one = shown(catalogue, organisation_page, "?crisis=gaza-2023", organisation_id="unicef")
    assert "at least 96" not in told(one) and not re.findall("<h3><a", one)
    east = shown(catalogue, place_page, place_id="aleppo")
    assert 'href="/indicator/children_killed?crisis=aleppo-2016&amp;place=aleppo"' in east


def test_lists_of_places_and_organisations_can_be_of_one_crisis(catalogue):
    assert "Gaza" not in told(shown(catalogue, places, "?crisis=aleppo-2016").partition("</nav>")[2])
    assert 'aria-current="true">Gaza, 2023' in shown(catalogue, organisations, "?crisis=gaza-2023")


def test_a_search_can_be_of_one_crisis(catalogue):
    text = shown(catalogue, search, "?q=children&crisis=gaza-2023")
    assert 'href="/observation/g"' in text and 'href="/observation/a"' not in text
    assert 'href="/indicator/children_killed?crisis=gaza-2023"' in text
    every = shown(catalogue, search, "?q=children")
    assert 'href="/indicator/children_killed"' in every
    assert 'href="/crisis/sudan-2023">Sudan, 2023</a>' in every


def test_what_a_crisis_is_known_by_comes_first_where_claims_are_narrowed_to_it(catalogue_of):
    many = [observation(f"o{n}", indicator_id="people_killed", **EARLY) for n in range(3)]
    made = catalogue_of(**{**ROWS, "observations": [*ROWS["observations"], *many]})
    text = shown(made, browse, "?crisis=aleppo-2016").partition("<h3>Indicator</h3>")[2]
    listed = re.findall(r'href="/browse\?crisis=aleppo-2016&amp;indicator=(\w+)"', text)
    assert listed == ["doctors_remaining", "children_killed", "people_killed"]


def test_feeds_are_offered_of_each_crisis_and_of_all(catalogue):
    text = shown(catalogue, feeds)
    assert 'href="/api/v1/feed.atom?crisis=gaza-2023"' in text and 'href="/api/v1/feed.json"' in text
    one = shown(catalogue, feeds, "?crisis=sudan-2023&lang=ar")
    assert 'href="/api/v1/feed.atom?crisis=sudan-2023&amp;lang=ar"' in one and "gaza-2023" not in one
