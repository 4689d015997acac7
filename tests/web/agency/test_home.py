"""What waits for the agency."""

import pytest
from django.test import Client

from .people import people

pytestmark = pytest.mark.django_db
HOME = "/en/agency/"


@pytest.mark.parametrize(
    ("who", "status"),
    [("manager", 200), ("officer", 200), ("finance", 200), ("auditor", 200), ("expert", 404), ("stranger", 404)],
)
def test_who_comes_in(client: Client, who: str, status: int) -> None:
    client.force_login(people()[who])
    assert client.get(HOME).status_code == status
