"""What a figure in a report is to the claims that are known: an echo, a revision, a rival, or new."""

from __future__ import annotations

import csv
import datetime as dt
import shutil
from pathlib import Path

import pytest
from factories import citation, document, observation

from tracker.catalogue import Catalogue
from tracker.claims import telling
from tracker.claims.printed import Printed
from tracker.figure import Figure
from tracker.languages import available, language
from tracker.matching import Kind, Match, Matcher, Proposed, known, known_document, reasons
from tracker.period import Period, day
from tracker.reading import extract
from tracker.store import Store

DATA = Path(__file__).parents[1] / "data"
SEED = Path(__file__).parents[2] / "shared/seed/media-line-aleppo.txt"
DOCUMENT = "media-line-20160929-tensions-us-russia-growing"
DAY = dt.date(2016, 9, 29)
needs_seed = pytest.mark.skipif(not SEED.is_file(), reason=f"the seed article is not there: put it at {SEED}")


def proposed(**cells: object) -> Proposed:
    """UNICEF's 96 as a report of the next day would carry it."""
    usual: dict[str, object] = {
        "indicator_id": "children_killed",
        "place_id": "eastern-aleppo",
        "claimant_id": "unicef",
        "period": Period.parse("2016-09-23/2016-09-28"),
        "figure": Figure(96),
        "published_on": DAY,
        "publisher_id": "media-line",
    }
    return Proposed(**(usual | cells))  # type: ignore[arg-type]


def first(catalogue: Catalogue, **cells: object) -> Match:
    return Matcher(catalogue).matches(proposed(**cells))[0]


def kinds(match: Match) -> list[str]:
    return [found.kind for found in match.distortions]


@pytest.fixture
def one(catalogue_of):
    return catalogue_of(observations=[observation()], citations=[citation()])


def test_the_same_claim_is_an_echo_and_not_a_second_claim(one):
    found = first(one)
    assert (found.kind, found.observation_id, kinds(found)) == (Kind.ECHO, "unicef-20160928-children-killed", [])


@pytest.mark.parametrize(
    ("cells", "changed"),
    [
        ({"period": Period.parse("2016-09-22/2016-09-29")}, "period_widened"),
        ({"figure": Figure.claimed("nearly", 100)}, "rounded"),
        ({"place_id": "aleppo"}, "place_widened"),
        ({"claimant_id": ""}, "attribution_dropped"),
    ],
)
def test_what_a_report_changed_in_a_claim_is_named(catalogue_of, cells, changed):
    places = [{"place_id": "eastern-aleppo", "name": "Eastern Aleppo", "kind": "part_of_city", "parent_id": "aleppo"}]
    catalogue = catalogue_of(observations=[observation()], citations=[citation()], places=places)
    found = first(catalogue, **cells)
    assert (found.kind, changed in kinds(found)) == (Kind.ECHO, True)


def test_another_number_for_the_same_days_is_a_revision_and_one_for_later_days_is_not(one):
    assert (first(one, figure=Figure(106)).kind, first(one, figure=Figure(106)).change) == (Kind.REVISION, "revision")
    assert first(one, figure=Figure(106), period=Period.parse("2016-10-23/2016-10-28")).kind is Kind.NEW


def test_a_newer_level_of_the_same_source_is_an_update(catalogue_of):
    level = observation(measure="stock", period_start="2016-09-01", period_end="2016-09-01", value=35)
    day = Period.parse("2016-09-28")
    found = first(catalogue_of(observations=[level]), measure="stock", period=day, figure=Figure(30))
    assert (found.kind, found.change) == (Kind.REVISION, "update")


def test_another_claimant_s_figure_is_a_rival_that_says_whether_both_can_be_true(one):
    found = first(one, claimant_id="sohr", figure=Figure(20))
    assert [why.code for why in found.because] == [reasons.Code.NOT_BOTH]
    assert found.kind is Kind.RIVAL


def test_a_figure_that_names_nobody_is_no_echo_for_its_number_alone(catalogue_of):
    six = observation(value=6, period_start="2016-09-01", period_end="2016-09-01")
    found = first(catalogue_of(observations=[six]), claimant_id="", figure=Figure(6), place_id="", period=Period())
    assert found.kind is Kind.NEW


def test_a_claim_made_later_than_the_report_is_not_echoed_by_it(catalogue_of):
    later = catalogue_of(observations=[observation(said_on="2016-11-28")])
    assert first(later).kind is not Kind.ECHO


def test_the_document_that_carries_the_claim_already_is_named(one):
    assert first(one, document_id="unicef-20160928").citation_id == "unicef-20160928-children-killed-at-unicef"


def test_a_figure_without_an_indicator_waits_for_one(one):
    assert [why.code for why in first(one, indicator_id="").because] == [reasons.Code.NO_INDICATOR]


@pytest.mark.parametrize(
    "about",
    [
        {"url": "http://www.example.org/unicef-20160928/"},
        {"title": "Children of Aleppo: trapped in a living nightmare!", "publisher_id": "unicef"},
    ],
)
def test_a_document_is_known_by_its_address_or_title(catalogue_of, about):
    assert known_document(catalogue_of(documents=[document()]), **about) is not None


@pytest.mark.parametrize("about", [{"url": "https://example.org/"}, {"title": ""}, {"title": "Children of Aleppo"}])
def test_the_address_of_a_site_and_half_a_title_make_no_document_known(catalogue_of, about):
    assert known_document(catalogue_of(documents=[document()]), **about) is None


def test_every_reason_is_said_in_every_language(one):
    claim = next(one.rows("claims").itertuples(index=False))
    for code in reasons.Code:
        for spoken in map(language, available()):
            assert "{" not in reasons.sentence(reasons.Because(code, claim, ("bread",)), spoken)


def seed_catalogue(folder: Path, *, is_entered: bool) -> Catalogue:
    """The shipped tables, with the seed article or as they would be had nobody entered it."""
    for path in DATA.glob("*.csv"):
        shutil.copy(path, folder)
    if not is_entered:
        _without(folder, "documents", lambda row: row["document_id"] == DOCUMENT)
        kept = _without(folder, "citations", lambda row: row["document_id"] == DOCUMENT)
        carried = {row["observation_id"] for row in kept}
        _without(folder, "observations", lambda row: row["observation_id"] not in carried)
    return Catalogue.of(Store(folder))


def _without(folder, table, is_left_out):
    path = folder / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if not is_left_out(row)]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return rows


def seed_matches(catalogue: Catalogue, document_id: str) -> dict[str, Match]:
    text, matcher = SEED.read_text(encoding="utf-8"), Matcher(catalogue)
    found = extract(text, DAY, "en", known=known(catalogue))
    return {
        one.wording: matcher.matches(
            Proposed(
                matcher.subjects.indicator_of(one),
                one.place_id,
                one.claimant_id,
                one.measure,
                one.period,
                Figure(one.value, one.low, one.high, one.qualifier),
                wording=one.wording,
                sentence=text[slice(*one.sentence)],
                published_on=DAY,
                publisher_id="media-line",
                document_id=document_id,
            )
        )[0]
        for one in found
    }


@needs_seed
@pytest.mark.parametrize("is_entered", [True, False])
def test_the_first_article_comes_out_as_the_echoes_it_is(tmp_path, is_entered):
    found = seed_matches(seed_catalogue(tmp_path, is_entered=is_entered), DOCUMENT if is_entered else "")
    named = {words: (match.observation_id, kinds(match)) for words, match in found.items()}
    assert named["96"] == ("unicef-20160928-children-killed", ["period_widened"])
    assert named["223"] == ("unicef-20160928-children-injured", ["period_widened"])
    assert named["30"] == ("unicef-20160928-doctors", ["hedge_dropped"])
    assert named["250,000"] == ("circ-250k-east-2016", [])
    assert named["six"] == ("sohr-20160928-bakery-6", ["bound_dropped", "attribution_dropped"])
    state, toll = found["its last remaining bakery out of service"], found["hundreds of thousands"]
    if is_entered:
        assert (state.observation_id, toll.observation_id) == (
            "sohr-20160929-anadan-bakery",
            "mansour-201609-syria-killed",
        )
        assert all(match.citation_id for match in found.values())
    else:
        assert (state.kind, toll.kind) == (Kind.NEW, Kind.NEW)
        assert not any(match.citation_id for match in found.values())


@needs_seed
def test_the_changes_of_the_first_article_can_be_read(tmp_path):
    found = seed_matches(seed_catalogue(tmp_path, is_entered=True), DOCUMENT)["96"]
    said = telling.sentence(found.distortions[0], language("en"))
    assert said == "Widened the period: 23–28 Sep 2016 became 22–29 Sep 2016."


def test_most_citations_of_the_record_find_the_claim_they_are_filed_under():
    """Every fortieth citation that names its claimant, taken as it was printed, as though it were just read."""
    catalogue = Catalogue.of(Store(DATA))
    matcher = Matcher(catalogue)
    named = catalogue.rows("citations").query("attribution == 'claimant'").iloc[::40]
    found = [matcher.matches(as_printed(row, matcher))[0].observation_id for row in named.itertuples(index=False)]
    right = sum(name == wanted for name, wanted in zip(found, named.observation_id, strict=True))
    assert right / len(found) > 0.9


def as_printed(row, matcher: Matcher) -> Proposed:
    claim = matcher.rows[row.observation_id]
    printed = Printed.of_citation(row, Printed.of_claim(claim, matcher.labels), matcher.labels)
    return Proposed(
        printed.indicator_id,
        printed.place_id,
        claim.claimant_id,
        printed.measure,
        printed.period,
        printed.figure,
        printed.population,
        wording=printed.wording,
        sentence=printed.wording,
        published_on=day(row.published_on),
        publisher_id=row.publisher_id,
    )
