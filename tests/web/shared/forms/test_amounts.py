"""Money and months as people write them."""

from decimal import Decimal

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from samverk.portal.web.shared.forms.amounts import NotAnAmount, euros, shown, whole


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("700000", "700000"),
        ("700 000", "700000"),
        ("700\N{NO-BREAK SPACE}000", "700000"),
        ("700,000", "700000"),
        ("700.000", "700000"),
        ("1.000.000", "1000000"),
        ("€ 700 000", "700000"),
        ("700 000 euro", "700000"),
        ("EUR 1,000,000", "1000000"),
        ("999 138,80", "999138.80"),
        ("999,138.80", "999138.80"),
        ("999138.8", "999138.8"),
        ("0", "0"),
    ],
)
def test_an_amount(text, amount):
    assert euros(text) == Decimal(amount)


@pytest.mark.parametrize(
    "text", ["", "abc", "-5", "1.2.3", "12,3456", "7e5", "NaN", "700 000 dollars", "9" * 14, "1,00,000"]
)
def test_not_an_amount(text):
    with pytest.raises(NotAnAmount):
        euros(text)


@pytest.mark.parametrize("lang", ["sv", "en"])
@given(amount=st.decimals(0, 10**12, places=2))
def test_a_field_reads_back_what_it_shows(lang, amount):
    with override(lang):
        assert euros(shown(amount)) == amount


@pytest.mark.parametrize(("lang", "text"), [("sv", "999\N{NO-BREAK SPACE}138,80"), ("en", "999,138.80")])
def test_cents_as_the_language_writes_them(lang, text):
    with override(lang):
        assert shown(Decimal("999138.8")) == text


@pytest.mark.parametrize(("text", "months"), [("24", 24), (" 36 months", 36), ("24 mån.", 24), ("0", 0), ("600", 600)])
def test_a_whole_number(text, months):
    assert whole(text) == months


@pytest.mark.parametrize("text", ["", "two", "24.5", "601", "-1", "2 4"])
def test_not_a_whole_number(text):
    with pytest.raises(NotAnAmount):
        whole(text)
