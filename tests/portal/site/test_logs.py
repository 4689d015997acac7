"""What is written to the log holds no secret that opens a door."""

import logging

import pytest

from samverk.portal.site.logs import WithoutSecrets

ADDRESSES = {
    "/sv/alliances/invitation/aBc-123/": "/sv/alliances/invitation/…/",
    "/en/alliances/mandate/aBc-123/": "/en/alliances/mandate/…/",
    "/en/account/password/reset/key/3-abc/": "/en/account/password/reset/key/…/",
    "/en/account/confirm-email/MTI:x:y/": "/en/account/confirm-email/…/",
    "/en/alliances/0191/": "/en/alliances/0191/",
}


@pytest.mark.parametrize(("address", "written"), ADDRESSES.items(), ids=ADDRESSES.values())
def test_addresses_lose_their_secret(address: str, written: str) -> None:
    record = logging.LogRecord("django.request", logging.WARNING, "", 0, "%s: %s", ("Not Found", address), None)
    assert WithoutSecrets().filter(record)
    assert record.getMessage() == f"Not Found: {written}"


@pytest.mark.django_db
def test_a_dead_link_is_logged_without_its_secret(client, capfd, settings) -> None:
    root = logging.getLogger()
    handler = logging.StreamHandler()
    handler.addFilter(WithoutSecrets())
    root.addHandler(handler)
    try:
        client.get("/en/alliances/invitation/very-secret/")
    finally:
        root.removeHandler(handler)
    assert "very-secret" not in capfd.readouterr().err


def test_the_handler_that_writes_has_the_filter(settings) -> None:
    assert settings.LOGGING["handlers"]["stderr"]["filters"] == ["secrets"]
