"""A mandate, read by the one whom it is asked of, and signed."""

from allauth.account.adapter import get_adapter
from allauth.account.decorators import reauthentication_required
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from samverk.portal.alliances import queries
from samverk.portal.alliances.actions.sign_mandate import sign_mandate
from samverk.portal.alliances.models import Mandate
from samverk.portal.foundation.decision import NotFound, Refusal
from samverk.portal.foundation.reasons import words_for
from samverk.portal.web.alliance.addresses import see_other
from samverk.portal.web.alliance.forms.mandate import DeclineForm, SignForm
from samverk.portal.web.alliance.mandates import BECAUSE
from samverk.portal.web.alliance.views.page import status_of
from samverk.portal.web.shared.deeds import do, person


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def mandate(request: HttpRequest, token: str) -> HttpResponse:
    """GET: what is asked, and the whole text; who has answered sees what they did. POST: sign."""
    found = of_link(token)
    if found is None:
        return nothing(request)
    if answered_by(request, found):
        return see_other("alliance:mandate", token) if request.method == "POST" else _answered(request, found)
    if not found.can_be_answered(timezone.now()):
        return nothing(request)
    if request.method != "POST":
        return shown(request, found, token)
    return _sign(request, found, token) if request.user.is_authenticated else redirect_to_login(request.path)


def of_link(token: str) -> Mandate | None:
    """The mandate of a link, whatever has become of it."""
    try:
        return queries.mandate_of(token)
    except NotFound:
        return None


def answered_by(request: HttpRequest, found: Mandate) -> bool:
    """Whether the reader has signed it or declined."""
    return request.user.is_authenticated and found.answered_by_id == person(request).pk


def nothing(request: HttpRequest) -> HttpResponse:
    """What a link says that opens nothing now."""
    return render(request, "alliance/no_mandate.html", status=404)


def _sign(request: HttpRequest, found: Mandate, token: str) -> HttpResponse:
    form = SignForm(request.POST)
    if not form.is_valid() or not _ways(request):
        return shown(request, found, token, form, status=422)
    return _confirmed(request, found, token, form)


@reauthentication_required
def _confirmed(request: HttpRequest, found: Mandate, token: str, form: SignForm) -> HttpResponse:
    """Who has just said anew who they are signs. Others are asked to, and what they sent waits for them meanwhile."""
    try:
        do(request, sign_mandate, about=found.about, token=token, **form.given)
    except Http404:
        return nothing(request)
    except Refusal as refusal:
        form.add_error(None, words_for(refusal.reason))
        return shown(request, queries.mandate_of(token), token, form, status=status_of(refusal))
    return see_other("alliance:mandate", token)


def shown(
    request: HttpRequest, found: Mandate, token: str, form: SignForm | DeclineForm | None = None, *, status: int = 200
) -> HttpResponse:
    """What is asked; the text and the forms for the one whom it is asked of, and for nobody else."""
    told = {
        "mandate": found,
        "token": token,
        "path": reverse("alliance:mandate", args=[token]),
        "alliance": found.participant.alliance,
        "yours": request.user.is_authenticated and found.is_asked_of(person(request)),
        "ways": _ways(request),
        "sign": form if isinstance(form, SignForm) else SignForm(initial={"name": getattr(request.user, "name", "")}),
        "decline": form if isinstance(form, DeclineForm) else DeclineForm(),
    }
    return render(request, "alliance/mandate.html", told, status=status)


def _ways(request: HttpRequest) -> list[dict[str, str]]:
    """How the reader can confirm who they are: by password, code or passkey."""
    return get_adapter().get_reauthentication_methods(request.user)


def _answered(request: HttpRequest, found: Mandate) -> HttpResponse:
    told = {"mandate": found, "alliance": found.participant.alliance, "because": BECAUSE.get(found.void_because, "")}
    return render(request, "alliance/mandate_answered.html", told)
