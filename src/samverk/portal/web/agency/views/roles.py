"""Who is what at the agency, and giving somebody a role."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_safe

from samverk.portal.foundation.decision import Refusal
from samverk.portal.foundation.paging import BadMark
from samverk.portal.foundation.reasons import words_for
from samverk.portal.people.actions.grant_role import CannotGrantRole, grant_role
from samverk.portal.people.models import Role, RoleKind
from samverk.portal.people.queries import roles_ended, roles_now
from samverk.portal.web.agency.addresses import see_other
from samverk.portal.web.agency.screen import asked, shown_to
from samverk.portal.web.agency.screen import roles as roles_of_reader
from samverk.portal.web.agency.wording import ROLES
from samverk.portal.web.shared.deeds import do

CONCERNS = {"no_such_role": "kind"}
"""Which field a refusal is about, where it is not the address."""


class Line(NamedTuple):
    """`id` of the role; who, with which address, as what, from when until when."""

    id: int
    who: str
    email: str
    kind: str | Promise
    since: datetime
    ended_at: datetime | None


@require_http_methods(["GET", "HEAD", "POST"])
@shown_to()
def roles(request: HttpRequest) -> HttpResponse:
    """GET: of one `kind` or of all, from the mark `after` on. POST: the role `kind` to who signs in with `email`."""
    if request.method != "POST":
        return _shown(request)
    typed = {"email": request.POST.get("email", ""), "kind": request.POST.get("kind", "")}
    try:
        made = do(request, grant_role, about="roles", **typed)
    except CannotGrantRole as refusal:
        return _shown(request, typed, refusal)
    messages.success(request, f"{made.person}: {ROLES[made.kind]}")
    return see_other("agency:roles")


@require_safe
@shown_to()
def ended(request: HttpRequest) -> HttpResponse:
    """Who was what, from the mark `after` on."""
    try:
        page = roles_ended(request.GET.get("after", ""))
    except BadMark:
        raise Http404 from None
    return render(request, "agency/roles_ended.html", {"lines": _lines(page.rows), "after": page.after})


def _shown(request: HttpRequest, typed: dict[str, str] | None = None, refusal: Refusal | None = None) -> HttpResponse:
    kind = asked(request, "kind")["kind"]
    try:
        page = roles_now(kind=kind, after=request.GET.get("after", ""))
    except BadMark:
        raise Http404 from None
    mistake = {"field": CONCERNS.get(refusal.reason, "email"), "words": words_for(refusal.reason)} if refusal else None
    shown = {
        "lines": _lines(page.rows),
        "next": page.after and urlencode({"kind": kind, "after": page.after}),
        "kind": kind,
        "kinds": ROLES.items(),
        "typed": typed or {},
        "mistake": mistake,
        "may_grant": RoleKind.CALL_MANAGER in roles_of_reader(request),
    }
    return render(request, "agency/roles.html", shown, status=422 if refusal else 200)


def _lines(rows: Iterable[Role]) -> list[Line]:
    return [
        Line(row.pk, str(row.person), row.person.email or "", ROLES[row.kind], row.since, row.ended_at) for row in rows
    ]
