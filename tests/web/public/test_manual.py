"""The pages about a scheme and its rules."""

import pytest

from samverk.portal.web.shared import picture
from samverk.scheme.book import open_book, schemes

BOOKS = [(scheme, call) for scheme, calls in schemes().items() for call in calls]


@pytest.mark.parametrize("lang", ["en", "sv"])
@pytest.mark.parametrize(("scheme", "call"), BOOKS)
def test_every_book_has_both_pages(client, lang, scheme, call):
    book = open_book(scheme, call)
    guide = client.get(f"/{lang}/guide/{scheme}/{call}/")
    rules = client.get(f"/{lang}/rules/{scheme}/{call}/")
    assert f"<h1>{book.texts[lang].name}</h1>" in guide.text
    assert all(f'id="{rule}"' in rules.text for rule in book.rules)


@pytest.mark.parametrize(
    ("lang", "when"),
    [("en", "26 February 2020 at 17:00, Brussels time"), ("sv", "26 februari 2020 klockan 17:00, Brysseltid")],
)
def test_the_deadline_says_whose_clock(client, lang, when):
    assert when in client.get(f"/{lang}/guide/knowledge-alliances/2020/").text


def test_what_is_not_sure_says_so(client):
    assert "Not confirmed" in client.get("/en/guide/knowledge-alliances/2014/").text
    assert "No source that we have says" in client.get("/en/guide/knowledge-alliances/2014/").text


@pytest.mark.parametrize("page", ["guide", "rules"])
def test_the_short_address_leads_to_the_newest_call(client, page):
    assert client.get(f"/en/{page}/")["Location"] == f"/en/{page}/knowledge-alliances/2020/"


@pytest.mark.parametrize("page", ["guide/nonsense/2020", "guide/knowledge-alliances/1999", "rules/nonsense/2020"])
def test_there_is_no_such_book(client, page):
    assert client.get(f"/en/{page}/").status_code == 404


def test_the_map_is_kept_by_browsers(client):
    response = client.get(f"/en/europe-{picture.edition()}.svg")
    assert "immutable" in response["Cache-Control"]
    assert '<path id="SE"' in response.text
    assert client.get("/en/europe-000000000000.svg").status_code == 404
