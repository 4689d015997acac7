"""One organisation, for those who act for it, and the agency."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from samverk.portal.foundation.paging import BadMark
from samverk.portal.organisations import queries
from samverk.portal.organisations.models import Organisation
from samverk.portal.organisations.permissions import may_describe
from samverk.portal.people.models import Person
from samverk.portal.web.organisation.screen import own
from samverk.portal.web.organisation.wording import PURPOSES
from samverk.portal.web.shared.books import language
from samverk.portal.web.shared.deeds import person
from samverk.portal.web.shared.profile import profile, standing
from samverk.scheme.words import capital, words


@require_safe
def organisation(request: HttpRequest, organisation: int) -> HttpResponse:
    """What it says of itself, its members and the requests to it, from the mark `after` on."""
    row, whose = own(request, organisation), person(request)
    try:
        requests = queries.requests_for(whose, organisation_id=row.pk, after=request.GET.get("after", ""))
    except BadMark:
        raise Http404 from None
    told = _said(row) | _kept(row, whose) | {"requests": requests, "members": queries.members(row)}
    return render(request, "organisation/page.html", told)


def _said(row: Organisation) -> dict[str, object]:
    """What everybody can read of it."""
    lang = language()
    return {
        "organisation": row,
        "profile": profile(row, lang),
        "kind": capital(words(lang).say(f"category.{row.kind}.one")) if row.kind else "",
        "offers": standing(queries.offers(row, timezone.now()), lang),
        "controls": queries.controls_of(row),
        "names": queries.name_history(row),
        "verified": queries.verification(row),
    }


def _kept(row: Organisation, whose: Person) -> dict[str, object]:
    """What only those who act for it and the agency see. `acts`: whether the person does, and not for the agency."""
    files = [(one, PURPOSES[one.purpose]) for one in queries.evidence(row, whose)]
    return {"evidence": files, "acts": bool(may_describe(whose, row))}
