"""Questions about calls: what waits, one question, its answer, and both for everybody."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from samverk.portal.calls import queries
from samverk.portal.calls.actions.answer_question import answer_question
from samverk.portal.calls.actions.publish_question import publish_question
from samverk.portal.calls.facts import title
from samverk.portal.calls.permissions import ANSWERING
from samverk.portal.calls.states import QUESTION, QuestionEvent, QuestionState
from samverk.portal.foundation.decision import NotFound, Refusal
from samverk.portal.foundation.paging import BadMark
from samverk.portal.web.agency.forms.question import CODES, AnswerForm, PublishForm
from samverk.portal.web.agency.screen import roles, shown_to
from samverk.portal.web.agency.typed import Outcome, fields, not_valid, refused
from samverk.portal.web.agency.views.call import seen
from samverk.portal.web.shared.books import language
from samverk.portal.web.shared.deeds import do, person


@require_safe
@shown_to()
def questions(request: HttpRequest) -> HttpResponse:
    """`call`: of that one only. `all`: also those that do not wait; without it the longest waiting in front."""
    one = _call(request)
    everything = "all" in request.GET
    try:
        found = queries.questions(
            person(request), call=one, only_waiting=not everything, after=request.GET.get("after", "")
        )
    except BadMark:
        raise Http404 from None
    rows = [(row, _named(row.call)) for row in found.rows]
    told = {"rows": rows, "after": found.after, "all": everything, "call": one, "title": one and _named(one)}
    return render(request, "agency/questions.html", told)


@require_http_methods(["GET", "HEAD", "POST"])
@shown_to()
def question(request: HttpRequest, identifier: UUID) -> HttpResponse:
    """GET: the question, its answer, and how to go on. POST: the answer, to the asker alone."""
    row = _seen(request, identifier)
    if request.method != "POST":
        form = AnswerForm(initial=_answer(row), needed=(row.language,))
        return _shown(request, "question", row, form, Outcome())
    _may_answer(request)
    form = AnswerForm(request.POST, needed=(row.language,))
    if not form.is_valid():
        return _shown(request, "question", row, form, not_valid(form))
    try:
        do(request, answer_question, about=row.about, **_about(row, form), answers=form.texts)
    except Refusal as refusal:
        row = _seen(request, identifier)
        return _shown(request, "question", row, form, refused(refusal, _answer(row)))
    messages.success(
        request, gettext("The answer is on its way to the asker. Nobody else sees it until you publish it.")
    )
    return _to("agency:question", row)


@require_http_methods(["GET", "HEAD", "POST"])
@shown_to(*ANSWERING)
def publish(request: HttpRequest, identifier: UUID) -> HttpResponse:
    """GET: the question in words that give nothing away, and the answer, as everybody will read them. POST: do it."""
    row = _seen(request, identifier)
    if request.method != "POST" and not QUESTION.allows(QuestionState(row.state), QuestionEvent.PUBLISH):
        raise Http404
    needed = tuple(code for code in CODES if getattr(row, f"answer_{code}"))
    asked = {"version": row.version, row.language: row.asked}
    form = PublishForm(request.POST if request.method == "POST" else None, initial=asked, needed=needed)
    if not form.is_valid():
        return _shown(request, "question_publish", row, form, not_valid(form))
    try:
        do(request, publish_question, about=row.about, **_about(row, form), wording=form.texts)
    except Refusal as refusal:
        row = _seen(request, identifier)
        return _shown(request, "question_publish", row, form, refused(refusal, {"version": row.version}))
    messages.success(request, gettext("Question and answer are published."))
    return _to("agency:question", row)


def _about(row: Any, form: forms.Form) -> dict[str, Any]:
    return {"question": row.pk, "version": form.cleaned_data["version"]}


def _answer(row: Any) -> dict[str, Any]:
    return {"version": row.version, "sv": row.answer_sv, "en": row.answer_en}


def _shown(request: HttpRequest, screen: str, row: Any, form: forms.Form, met: Outcome) -> HttpResponse:
    answering, state = not ANSWERING.isdisjoint(roles(request)), QuestionState(row.state)
    told = {
        "question": row,
        "title": _named(row.call),
        "form": form,
        "fields": fields(form, met.now),
        "mistake": met.mistake,
        "may_answer": answering and QUESTION.allows(state, QuestionEvent.ANSWER),
        "may_publish": answering and QUESTION.allows(state, QuestionEvent.PUBLISH),
        "answers": [(code, getattr(row, f"answer_{code}")) for code in CODES if getattr(row, f"answer_{code}")],
    }
    return render(request, f"agency/{screen}.html", told, status=met.status)


def _may_answer(request: HttpRequest) -> None:
    if ANSWERING.isdisjoint(roles(request)):
        raise Http404


def _seen(request: HttpRequest, identifier: UUID) -> Any:
    try:
        return queries.question(identifier, person(request))
    except NotFound:
        raise Http404 from None


def _call(request: HttpRequest) -> Any:
    given = request.GET.get("call", "")
    try:
        return seen(request, UUID(given)) if given else None
    except ValueError:
        raise Http404 from None


def _named(call: Any) -> str:
    return f"{title(call, language())} {call.edition}"


def _to(name: str, row: Any) -> HttpResponse:
    return HttpResponse(status=303, headers={"Location": reverse(name, args=[row.pk])})
