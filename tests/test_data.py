"""The data we ship hold together. Warnings about what sources printed may stand; errors of ours may not."""

from pathlib import Path

from tracker import checks
from tracker.store import Store

DATA = Path(__file__).parents[1] / "data"


def test_the_shipped_data_have_no_errors():
    errors = [str(finding) for finding in checks.run(Store(DATA)) if finding.is_error]
    assert not errors, "\n".join(errors)


def test_nothing_had_to_be_repaired():
    assert Store(DATA).repaired == ()
