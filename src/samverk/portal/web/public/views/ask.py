"""Ask the agency about a call, and see what has become of one's own questions."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from samverk.portal.calls.actions.ask_question import ask_question
from samverk.portal.calls.actions.withdraw_question import withdraw_question
from samverk.portal.calls.facts import title
from samverk.portal.calls.queries import own_questions
from samverk.portal.foundation.decision import Refusal
from samverk.portal.foundation.reasons import words_for
from samverk.portal.web.public.forms.ask import AskForm
from samverk.portal.web.public.views.call import shown_or_404
from samverk.portal.web.shared.books import language
from samverk.portal.web.shared.deeds import do, person


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, identifier: UUID) -> HttpResponse:
    """GET: the form, and the reader's own questions. POST: ask."""
    row = shown_or_404(identifier)
    if request.method != "POST":
        return _shown(request, row, AskForm(initial={"language": language()}))
    form = AskForm(request.POST)
    if not form.is_valid():
        return _shown(request, row, form, status=422)
    try:
        do(request, ask_question, about=row.story, call=row.pk, **form.cleaned_data)
    except Refusal as refusal:
        return _shown(request, row, form, status=422, mistake=words_for(refusal.reason))
    messages.success(request, gettext("Your question is with the agency. You are told when it is answered."))
    return _back(row.pk)


@require_POST
def take_back(request: HttpRequest, identifier: UUID, question: UUID) -> HttpResponse:
    """Before it is answered."""
    row = shown_or_404(identifier)
    try:
        do(request, withdraw_question, about=f"question:{question}", question=question)
    except Refusal as refusal:
        form = AskForm(initial={"language": language()})
        return _shown(request, row, form, status=422, mistake=words_for(refusal.reason))
    messages.success(request, gettext("The question is taken back."))
    return _back(row.pk)


def _shown(request: HttpRequest, row: Any, form: AskForm, *, status: int = 200, mistake: str = "") -> HttpResponse:
    lang = language()
    mine = [(each, each.shown_in(lang), each.answer(lang)) for each in own_questions(row, person(request))]
    told = {
        "call": row,
        "title": f"{title(row, lang)} {row.edition}",
        "takes": row.takes_questions(timezone.now()),
        "form": form,
        "mistake": mistake,
        "mine": mine,
    }
    return render(request, "public/ask.html", told, status=status)


def _back(call: UUID) -> HttpResponse:
    return HttpResponse(status=303, headers={"Location": reverse("public:call-ask", args=[call])})
