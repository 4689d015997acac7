"""In the demonstration everybody can be anybody of it: one press, no password."""

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.http import require_POST

from samverk.portal.people.permissions import is_agency
from samverk.portal.people.queries import demonstrators


@require_POST
def view_as(request: HttpRequest) -> HttpResponse:
    """Become one of the demonstration's people, and stand where that person would begin. Elsewhere there is no such
    address, and nobody else's account can be entered like this."""
    people = {str(person.pk): person for person in demonstrators().values()} if settings.DEMO else {}
    person = people.get(request.POST.get("person", ""))
    if person is None:
        raise Http404
    login(request, person, backend=settings.AUTHENTICATION_BACKENDS[0])
    with override(person.language):
        start = reverse("agency:home" if is_agency(person) else "alliance:list")
    return HttpResponse(status=303, headers={"Location": start})
