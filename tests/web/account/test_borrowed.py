"""What the package for accounts says in Swedish: with our words where its own are poor."""

import pytest

from samverk.portal.people.models import Person

pytestmark = pytest.mark.django_db


def test_the_addresses_of_an_account_in_swedish(client):
    client.force_login(Person.objects.create_user("ada@example.org", name="Ada"))
    shown = client.get("/sv/account/email/").text
    assert ("E-postadresser" in shown, "Epost" in shown) == (True, False)


@pytest.mark.parametrize(("language", "said"), [("en", "Show that it is you"), ("sv", "Visa att det är du")])
def test_before_a_serious_deed_the_page_says_why_it_asks(client, language, said):
    client.force_login(Person.objects.create_user("ada@example.org", "harbour lantern 41 kite", name="Ada"))
    assert said in client.get(f"/{language}/account/erase/", follow=True).text


def test_the_code_for_the_phone_stands_on_light_ground_in_the_dark_too(client):
    client.force_login(Person.objects.create_user("ada@example.org", "harbour lantern 41 kite", name="Ada"))
    client.post("/en/account/reauthenticate/", {"password": "harbour lantern 41 kite"})
    shown = client.get("/en/account/2fa/totp/activate/").text
    assert shown.count('data-color-scheme="light"') == 1
