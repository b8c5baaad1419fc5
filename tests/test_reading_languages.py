"""Turns that other languages than English have of their own: each sentence with what is read in it."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.reading import extract

DAY = dt.date(2016, 9, 28)  # a Wednesday

# language, sentence, then each figure: value (or floor, or bounds), outcome, population
SENTENCES = [
    ("ar", "مقتل شخصين وإصابة 3 آخرين.", ["2 killed people", "3 injured people"]),
    ("ar", "استشهد 12 شخصا بينهم طفلان وامرأتان.", ["12 killed people", "2 killed children", "2 killed women"]),
    ("ar", "قتل 12 شخصا بينهم أربعة أطفال وثلاث نساء.", ["12 killed people", "4 killed children", "3 killed women"]),
    ("ar", "ارتفعت حصيلة القتلى إلى 120 يوم الثلاثاء.", ["120 killed people"]),
    ("ar", "أفرج الخاطفون عن 40 رهينة.", ["40 rescued people"]),
    ("ar", "حرم 1200 شخص من مياه الشرب.", ["1200 lacking_access people"]),
    ("es", "El instituto elevó hoy a 112 la cifra de víctimas mortales.", ["112 killed people"]),
    ("es", "Asciende a 150 el número de desaparecidos.", ["150 missing people"]),
    ("es", "Fueron plagiados 9 mil 758 migrantes.", ["9758 abducted migrants"]),
    ("es", "Más de un millón 700 mil vecinos fueron evacuados.", ["1700000 evacuated people"]),
    ("es", "Tres personas murieron y una decena resultaron heridas.", ["3 killed people", "10 injured people"]),
    ("es", "Hay 30 viviendas con derrumbe total.", ["30 destroyed houses"]),
    ("fr", "Ils parlent de 200 à 300 tués.", ["200-300 killed people"]),
    ("fr", "Le bilan est passé de 200 à 300 tués.", ["200 killed people", "300 killed people"]),
    ("fr", "Le gang réclame 17 millions de dollars : il a enlevé 12 personnes.", ["12 abducted people"]),
    ("fr", "Trois personnes ont été tuées, une dizaine blessées.", ["3 killed people", "10 injured people"]),
    ("fr", "Le pays accueille 45 000 réfugiés.", ["45000 displaced refugees"]),
    ("fr", "Deux millions et demi de personnes ont fui.", ["2500000 displaced people"]),
    ("es", "Dos millones y medio de personas huyeron.", ["2500000 displaced people"]),
    ("es", "Medio millón de personas huyeron.", ["500000 displaced people"]),
    ("en", "Two and a half million people fled.", ["2500000 displaced people"]),
    ("ar", "نزح مليون ونصف شخص.", ["1500000 displaced people"]),
    ("es", "El tribunal condenó a muerte a 30 personas.", []),
    ("fr", "Le tribunal a condamné à mort 30 personnes.", []),
    ("es", "El ejército negó que 30 personas hubieran muerto.", []),
    ("fr", "L'armée a démenti que 30 personnes aient été tuées.", []),
    ("ar", "نفى الجيش أن 30 شخصا قتلوا.", []),
    ("es", "Exigen la liberación de 30 presos.", []),
    ("fr", "Ils exigent la libération de 30 prisonniers.", []),
    ("ar", "طالبوا بالإفراج عن 30 سجينا.", []),
    ("es", "Cuarenta bandidos secuestraron al obispo.", []),
    ("fr", "Quarante bandits ont enlevé l'évêque.", []),
    ("fr", "Aucun des 30 passagers n'a été blessé.", []),
    ("es", "Ninguno de los 30 pasajeros resultó herido.", []),
    ("fr", "Une trentaine de blessés ont été évacués.", ["30 evacuated people"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), SENTENCES, ids=range(len(SENTENCES)))
def test_a_turn_of_another_language_is_read(language: str, text: str, expected: list[str]) -> None:
    found = [one for one in extract(text, DAY, language) if one.measure != "status"]
    assert [f"{_number(one)} {one.outcome} {one.population}" for one in found] == expected


def test_the_day_before_yesterday_is_two_days_ago() -> None:
    for language, text in (
        ("en", "The day before yesterday 12 people were killed."),
        ("ar", "قُتل 12 شخصاً أول أمس."),
        ("fr", "Avant-hier, douze personnes ont été tuées."),
        ("es", "Anteayer murieron doce personas."),
    ):
        (one,) = extract(text, DAY, language)
        assert one.period.end == dt.date(2016, 9, 26), text


def test_a_day_in_words_is_a_day_of_the_month() -> None:
    (one,) = extract("قتل 12 شخصا منذ السابع من سبتمبر.", DAY, "ar")
    assert (one.period.start, one.period.end) == (dt.date(2016, 9, 7), DAY)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("قتل 12 شخصا منذ يومين.", "2016-09-26/2016-09-28"),
        ("قتل 12 شخصا قبل يومين.", "2016-09-26"),
        ("خلال اليومين الماضيين قتل 12 شخصا.", "2016-09-26/2016-09-28"),
        ("توفي 12 شخصا حسبما أعلن وزير الصحة حمد حسن الثلاثاء.", "../.."),
        ("سجلت الوزارة أمس 12 وفاة.", "2016-09-27"),
        ("12 مهاجرا وصلوا إلى الجزيرة الثلاثاء.", "2016-09-27"),
        ("قتل 12 شخصا حتى الآن.", "../.."),
    ],
)
def test_times_that_arabic_tells_in_its_own_way(text: str, period: str) -> None:
    assert str(extract(text, DAY, "ar")[0].period) == period


@pytest.mark.parametrize(
    ("language", "text", "claimant"),
    [
        ("fr", "Quelque 237 habitants ont besoin d'aide, évalue l'OCHA.", "OCHA"),
        ("fr", "Le pays hébergeait 274 réfugiés, relève un rapport du Haut-commissariat.", "Haut-commissariat"),
        (
            "fr",
            "Une trentaine de blessés ont été admis, a rapporté lundi Médecins sans frontières.",
            "Médecins sans frontières",
        ),
        ("es", "Unas 33 personas resultaron afectadas, revela un informe de Copeco.", "Copeco"),
        ("es", "Murieron 30 personas, alerta un informe de la Defensoría del Pueblo.", "Defensoría del Pueblo"),
        ("ar", "طبقا لحاكم الإقليم قتل 12 شخصا.", "حاكم الإقليم"),
        ("ar", "أدت السيول إلى وفاة 52 شخصا، حسبما صرح السبت الناطق باسم المجلس.", "الناطق باسم المجلس"),
    ],
)
def test_whoever_speaks_behind_the_figure_is_its_claimant(language: str, text: str, claimant: str) -> None:
    assert claimant in extract(text, DAY, language)[0].claimant


def _number(candidate) -> str:
    if candidate.value is not None:
        return f"{candidate.value:g}" if candidate.value < 1e6 else f"{candidate.value:.0f}"
    return f"{candidate.low:g}-{candidate.high:g}"
