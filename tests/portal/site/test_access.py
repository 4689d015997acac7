"""Every address is in exactly one list, and the lists are kept."""

from collections.abc import Iterator

import pytest
from django.http import Http404, HttpResponse
from django.test import Client, RequestFactory
from django.urls import URLPattern, URLResolver, get_resolver, resolve
from django.utils.translation import override

from samverk.portal.people.models import Person
from samverk.portal.site.access import ACCOUNT, KEY, PUBLIC, SIGNED_IN, by_list, list_of


def _named(patterns: list[URLPattern | URLResolver], space: str = "") -> Iterator[tuple[str, str]]:
    """Name and module of each address."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _named(pattern.url_patterns, f"{space}{pattern.namespace}:" if pattern.namespace else space)
        elif pattern.name:  # allauth keeps its old addresses without a name; the middleware answers them with 404
            yield f"{space}{pattern.name}", pattern.callback.__module__


with override("en"):
    ADDRESSES = sorted(_named(get_resolver().url_patterns))
OURS = {name for name, module in ADDRESSES if module.partition(".")[0] != ACCOUNT}


@pytest.mark.parametrize(("name", "module"), ADDRESSES, ids=[name for name, _ in ADDRESSES])
def test_every_address_is_in_a_list(name: str, module: str) -> None:
    assert list_of(name, module)


def test_no_address_is_in_two_lists_and_no_list_names_what_is_not_there():
    lists = [*PUBLIC, *SIGNED_IN, *KEY]
    assert len(lists) == len(set(lists))
    assert set(lists) == OURS


def test_an_address_that_is_in_no_list_answers_to_nobody(rf: RequestFactory) -> None:
    def forgotten(_request: object) -> HttpResponse:
        return HttpResponse("told")

    request = rf.get("/healthz")
    request.resolver_match = resolve("/healthz")
    request.resolver_match.view_name = "forgotten"
    with pytest.raises(Http404):
        by_list(forgotten).process_view(request, forgotten)


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(SIGNED_IN))
def test_a_stranger_is_asked_to_sign_in(client: Client, name: str) -> None:
    address = _some_address(name)
    answer = client.get(address)
    assert (answer.status_code, answer["Location"].partition("?")[0]) == (302, "/en/account/login/")
    assert client.post(address).status_code == 302


def _some_address(name: str) -> str:
    """An address of that name, with made-up parts."""
    with override("en"):
        for parts, pattern in _patterns_of(name):
            return f"/en/{pattern % {part: _MADE_UP.get(part, '1') for part in parts}}"
    raise AssertionError(name)


_UUID = "01930000-0000-7000-8000-000000000000"
_IDS = ("identifier", "alliance", "participant", "comment", "document", "letter", "question", "mandate", "token")
_MADE_UP = dict.fromkeys(_IDS, _UUID)


def _patterns_of(name: str) -> Iterator[tuple[list[str], str]]:
    space, _colon, own = name.rpartition(":")
    resolver, before = get_resolver(), ""
    for part in filter(None, space.split(":")):
        prefix, resolver = resolver.namespace_dict.get(part, ("", resolver))
        before += prefix.removeprefix("en/").replace("\\-", "-")  # the prefix is an expression, its dashes escaped
    for possibility in resolver.reverse_dict.getlist(own):
        for pattern, parts in possibility[0]:
            yield parts, before + pattern.removeprefix("en/")


@pytest.mark.django_db
def test_a_fragment_leads_the_whole_page_to_sign_in(rf: RequestFactory) -> None:
    request = rf.get("/en/account/", headers={"HX-Request": "true"})
    request.resolver_match = resolve("/healthz")
    request.resolver_match.view_name = min(SIGNED_IN)
    request.user = type("Stranger", (), {"is_authenticated": False})()
    answer = by_list(lambda _request: HttpResponse()).process_view(
        request, test_a_fragment_leads_the_whole_page_to_sign_in
    )
    assert (answer.status_code, answer["HX-Redirect"]) == (204, "/en/account/login/?next=/en/account/")


@pytest.mark.django_db
def test_who_is_signed_in_gets_through(rf: RequestFactory) -> None:
    request = rf.get("/healthz")
    request.resolver_match = resolve("/healthz")
    request.resolver_match.view_name = min(SIGNED_IN)
    request.user = Person.objects.create_user("anna@example.org")
    assert by_list(lambda _request: HttpResponse()).process_view(request, test_who_is_signed_in_gets_through) is None
