"""A day and a time as each language writes them."""

from datetime import UTC, datetime

import pytest
from django.utils import translation
from django.utils.formats import date_format


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["13 November 2026", "13 November 2026, 05:37", "13 Nov 2026, 05:37"]),
        ("sv", ["13 november 2026", "13 november 2026, 05:37", "13 nov 2026, 05:37"]),
    ],
    ids=["en", "sv"],
)
def test_a_day_is_written_with_the_name_of_its_month(language, said):
    at = datetime(2026, 11, 13, 5, 37, tzinfo=UTC)
    with translation.override(language):
        assert [date_format(at, f) for f in ("DATE_FORMAT", "DATETIME_FORMAT", "SHORT_DATETIME_FORMAT")] == said
