"""Each kind of mistake has its sentence."""

import pytest

from samverk.portal.api.v1.mistakes import CHOICE, LENGTH, MISSING, OTHER, SHAPE, SIZE, UNKNOWN, mistake


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("missing", MISSING),
        ("extra_forbidden", UNKNOWN),
        ("string_too_long", LENGTH),
        ("too_short", LENGTH),
        ("greater_than_equal", SIZE),
        ("less_than", SIZE),
        ("literal_error", CHOICE),
        ("enum", CHOICE),
        ("string_pattern_mismatch", SHAPE),
        ("uuid_parsing", SHAPE),
        ("model_attributes_type", SHAPE),
        ("value_error", OTHER),
        ("one_of_tomorrow", OTHER),
    ],
)
def test_the_sentence_of_a_kind(kind, words):
    assert mistake(kind) == str(words)
