"""Every text of the interface is translated in every message file, with the same {names} in it."""

import importlib.util
import string
from pathlib import Path

import pytest

from tracker.languages import available, language

ROOT = Path(__file__).parents[1]


def _script():
    spec = importlib.util.spec_from_file_location("update_messages", ROOT / "scripts/update_messages.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SCRIPT = _script()
FILES = sorted(SCRIPT.MESSAGES.glob("*.po"))
each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


def names(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@each_file
def test_every_text_in_the_code_is_translated(path):
    assert SCRIPT.missing(SCRIPT.updated(path)) == [], "run `make messages`, then fill in what it lists"


@each_file
def test_a_translation_fills_the_same_names_as_the_text(path):
    for message in SCRIPT.updated(path):
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        allowed = set().union(*map(names, ids))
        for text in strings:
            assert names(text) <= allowed, f"{message.id}: {text}"
        if message.id and not message.pluralizable:
            assert names(message.string) == allowed, f"{message.id}: {message.string}"


def test_a_language_we_do_not_speak_falls_back_to_english():
    assert language("tlh").code == "en"
    assert language(None).code == "en"


def test_arabic_reads_right_to_left_with_both_month_names():
    import datetime as dt

    arabic = language("ar")
    assert arabic.direction == "rtl"
    assert arabic.date(dt.date(2016, 9, 28), style="long") == "28 أيلول/سبتمبر 2016"
    assert arabic.number(250000) == "250,000"


def test_every_language_names_may_differently_from_march():
    import datetime as dt

    for code in available():
        months = {language(code).month(dt.date(2016, month, 1)) for month in range(1, 13)}
        assert len(months) == 12, code
