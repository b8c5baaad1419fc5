"""The choices of a list: each by name, with how many claims it would leave."""

from factories import observation, organisation, place

from tracker.catalogue import Filter
from tracker.facets import UNATTRIBUTED, choices
from tracker.languages import language

ENGLISH, ARABIC = language("en"), language("ar")
OBSERVATIONS = [
    observation("a"),
    observation("b", value=97),
    observation("c", claimant_id="sohr", place_id="aleppo"),
    observation("d", claimant_id=None),
]
PLACES = [place("aleppo", name="Aleppo", name_ar="حلب"), place("eastern-aleppo", parent_id="aleppo")]
SOHR = organisation("sohr", name="Syrian Observatory for Human Rights", short_name="SOHR", short_name_ar="المرصد")


def counts(catalogue, facet, chosen=None, reader=ENGLISH):
    return {choice.name: choice.n for choice in choices(catalogue, chosen or Filter(), facet, reader)}


def test_claimants_are_counted_under_their_short_names(catalogue_of):
    catalogue = catalogue_of(observations=OBSERVATIONS, organisations=[SOHR], places=PLACES)
    assert counts(catalogue, "claimant") == {"UNICEF": 2, "SOHR": 1, "unattributed": 1}


def test_names_are_in_the_readers_language_where_there_is_one(catalogue_of):
    catalogue = catalogue_of(observations=OBSERVATIONS, organisations=[SOHR], places=PLACES)
    assert {"المرصد", "UNICEF"} <= counts(catalogue, "claimant", reader=ARABIC).keys()


def test_a_place_counts_the_claims_of_the_places_in_it(catalogue_of):
    catalogue = catalogue_of(observations=OBSERVATIONS, organisations=[SOHR], places=PLACES)
    assert counts(catalogue, "place")["Aleppo"] == len(OBSERVATIONS)


def test_a_list_still_offers_what_it_was_not_narrowed_to(catalogue_of):
    catalogue = catalogue_of(observations=OBSERVATIONS, organisations=[SOHR], places=PLACES)
    assert counts(catalogue, "claimant", Filter(claimant=("sohr",))) == counts(catalogue, "claimant")


def test_every_choice_leaves_as_many_claims_as_it_says(catalogue_of):
    catalogue = catalogue_of(observations=OBSERVATIONS, organisations=[SOHR], places=PLACES)
    for facet in ("claimant", "place", "indicator", "measure", "qualifier"):
        for choice in choices(catalogue, Filter(), facet, ENGLISH):
            assert len(catalogue.rows("claims", Filter(**{facet: (choice.key,)}))) == choice.n


def test_claims_that_name_nobody_can_be_chosen(catalogue_of):
    catalogue = catalogue_of(observations=OBSERVATIONS)
    assert UNATTRIBUTED in {choice.key for choice in choices(catalogue, Filter(), "claimant", ENGLISH)}
