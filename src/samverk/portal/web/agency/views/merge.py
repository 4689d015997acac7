"""Make one of two rows that are of the same organisation, after both were seen side by side."""

from typing import NamedTuple

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_http_methods

from samverk.portal.foundation.decision import Refusal
from samverk.portal.foundation.reasons import words_for
from samverk.portal.organisations import queries
from samverk.portal.organisations.actions.merge_organisations import merge_organisations
from samverk.portal.organisations.models import Organisation
from samverk.portal.organisations.queries import ANSWERING
from samverk.portal.web.agency.addresses import see_other
from samverk.portal.web.agency.screen import shown_to
from samverk.portal.web.agency.views.organisation import known
from samverk.portal.web.shared.books import language, newest
from samverk.portal.web.shared.deeds import do
from samverk.scheme.words import words

FACTS: dict[str, str | Promise] = {
    "name": gettext_lazy("Name"),
    "country": gettext_lazy("Country"),
    "city": gettext_lazy("City"),
    "website": gettext_lazy("Website"),
    "pic": "PIC",
    "oid": "OID",
    "ror": "ROR",
    "erasmus_code": gettext_lazy("Erasmus code"),
}


class Line(NamedTuple):
    """What both rows have of one thing; `same`: they say the same."""

    label: str | Promise
    kept: object
    merged: object

    @property
    def same(self) -> bool:
        return self.kept == self.merged


@require_http_methods(["GET", "HEAD", "POST"])
@shown_to(*ANSWERING)
def merge(request: HttpRequest, kept: int, merged: int) -> HttpResponse:
    """GET: both side by side, and what follows. POST: do it."""
    stays, goes = known(kept), known(merged)
    if (stays.pk, goes.pk) != (kept, merged) or stays.pk == goes.pk:
        raise Http404
    if request.method != "POST":
        return _shown(request, stays, goes)
    try:
        do(request, merge_organisations, about=stays.about, kept_id=kept, merged_id=merged)
    except Refusal as refusal:
        return _shown(request, stays, goes, refusal)
    messages.success(request, gettext("The two are one now. Whoever asks for the other gets this one."))
    return see_other("agency:organisation", stays.pk)


def _shown(
    request: HttpRequest, stays: Organisation, goes: Organisation, refusal: Refusal | None = None
) -> HttpResponse:
    facts = [Line(label, _told(stays, name), _told(goes, name)) for name, label in FACTS.items()]
    numbers = [Line(label, ours, theirs) for (label, ours), (_, theirs) in zip(_held(stays), _held(goes), strict=True)]
    shown = {
        "kept": stays,
        "merged": goes,
        "lines": facts + numbers,
        "mistake": words_for(refusal.reason) if refusal else "",
    }
    return render(request, "agency/merge.html", shown, status=422 if refusal else 200)


def _told(row: Organisation, name: str) -> str:
    value = getattr(row, name) or ""
    return words(language()).country(value, newest()) if name == "country" and value else value


def _held(row: Organisation) -> list[tuple[str, int]]:
    """How much stands with it."""
    return [
        (gettext("Other names"), len(row.names.all())),
        (gettext("Charters"), len(row.charters.all())),
        (gettext("Members"), len(queries.members(row))),
        (gettext("Offers and wishes"), len(queries.offers(row, timezone.now()))),
        (gettext("Links of control"), len(queries.controls_of(row))),
    ]
