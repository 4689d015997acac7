"""Who may knock where. Every address is in exactly one list; one that is in none answers to nobody.

The lists only say whether somebody has to be signed in. What a person may see and do there is decided by the queries
and permissions of the stage, and what is not a person's own looks as if it were not there.
"""

from collections.abc import Callable

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import resolve

PUBLIC = {
    "account:view-as",
    "alliance:invitation",
    "alliance:mandate",
    "api-docs",
    "api:check",
    "api:nothing",
    "api:openapi",
    "healthz",
    "public:book",
    "public:call",
    "public:call-calendar",
    "public:call-document",
    "public:call-questions",
    "public:calls",
    "public:calls-feed",
    "public:case-file",
    "public:front-door",
    "public:guide",
    "public:organisation",
    "public:organisations",
    "public:outlines",
    "public:paper",
    "public:repair",
    "public:rules",
    "public:scheme",
    "public:suggest",
}
"""Open to everybody, without an account."""

SIGNED_IN = {
    "account:erase",
    "account:export",
    "account:home",
    "account:inbox",
    "account:message",
    "account:notices",
    "account:profile",
    "account:read-all",
    "account:token-revoke",
    "account:tokens",
    "agency:call",
    "agency:call-amend",
    "agency:call-change",
    "agency:call-document",
    "agency:call-document-add",
    "agency:call-document-remove",
    "agency:call-new",
    "agency:call-publish",
    "agency:call-withdraw",
    "agency:calls",
    "agency:end-role",
    "agency:home",
    "agency:ledger",
    "agency:ledger-download",
    "agency:ledger-verify",
    "agency:letter",
    "agency:organisation",
    "agency:organisation-merge",
    "agency:organisation-unverify",
    "agency:organisation-verify",
    "agency:organisations",
    "agency:outbox",
    "agency:question",
    "agency:question-publish",
    "agency:questions",
    "agency:request-answer",
    "agency:roles",
    "agency:roles-ended",
    "agency:who-may",
    "alliance:about",
    "alliance:activity",
    "alliance:add",
    "alliance:ask-mandate",
    "alliance:call",
    "alliance:controls",
    "alliance:decline-mandate",
    "alliance:describe",
    "alliance:dissolve",
    "alliance:invite",
    "alliance:keep",
    "alliance:lead",
    "alliance:list",
    "alliance:mandate-paper",
    "alliance:page",
    "alliance:participant",
    "alliance:pulse",
    "alliance:repair",
    "alliance:say",
    "alliance:take-back",
    "alliance:upload-mandate",
    "alliance:withdraw-mandate",
    "organisation:answer",
    "organisation:ask",
    "organisation:control",
    "organisation:control-retract",
    "organisation:edit",
    "organisation:end",
    "organisation:evidence",
    "organisation:evidence-new",
    "organisation:evidence-remove",
    "organisation:list",
    "organisation:new",
    "organisation:offer-end",
    "organisation:offer-new",
    "organisation:page",
    "organisation:rename",
    "organisation:withdraw",
    "public:call-ask",
    "public:call-follow",
    "public:call-take-back",
    "public:scheme-follow",
}
"""Asks for an account first."""

KEY = {
    "api:alliances",
    "api:alliances-one",
    "api:alliances-one-activity",
    "api:alliances-one-call",
    "api:alliances-one-case",
    "api:alliances-one-comments",
    "api:alliances-one-controls",
    "api:alliances-one-controls-retract",
    "api:alliances-one-dissolve",
    "api:alliances-one-mandates",
    "api:alliances-one-offer",
    "api:alliances-one-offer-accept",
    "api:alliances-one-offer-decline",
    "api:alliances-one-owed",
    "api:alliances-one-participants",
    "api:alliances-one-participants-one",
    "api:alliances-one-participants-one-invitation",
    "api:alliances-one-participants-one-leave",
    "api:alliances-one-participants-one-mandate",
    "api:alliances-one-participants-one-mandate-scan",
    "api:alliances-one-participants-one-remind",
    "api:alliances-one-verdict",
    "api:calls",
    "api:calls-one",
    "api:calls-one-amendments",
    "api:calls-one-questions",
    "api:calls-one-questions-own",
    "api:calls-one-subscription",
    "api:comments-one",
    "api:invitations-accept",
    "api:invitations-decline",
    "api:mandates-one-paper",
    "api:mandates-one-signed",
    "api:me",
    "api:me-memberships",
    "api:me-organisations",
    "api:memberships",
    "api:memberships-one-answer",
    "api:memberships-one-end",
    "api:memberships-one-withdraw",
    "api:notices",
    "api:notices-one-read",
    "api:notices-preferences",
    "api:notices-preferences-one",
    "api:organisations",
    "api:organisations-one",
    "api:organisations-one-controls",
    "api:organisations-one-controls-retract",
    "api:organisations-one-members",
    "api:organisations-one-memberships",
    "api:organisations-one-offers",
    "api:organisations-one-offers-one",
    "api:organisations-one-profile",
    "api:organisations-one-rename",
    "api:organisations-search",
    "api:questions-one",
}
"""Programs: the view itself reads the key or the session, and answers with problem details."""

ACCOUNT = "allauth"
"""Addresses of this package ask for what they need themselves."""


def list_of(name: str, module: str) -> str:
    """`public`, `signed_in`, `key`, `account`; empty for an address that is in no list."""
    if module.partition(".")[0] == ACCOUNT:
        return "account"
    lists = {"public": PUBLIC, "signed_in": SIGNED_IN, "key": KEY}
    return next((kind for kind, names in lists.items() if name in names), "")


def by_list(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: asks for an account where the lists say so."""

    def middleware(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    def process_view(request: HttpRequest, view: Callable, *_given: object) -> HttpResponse | None:
        match = request.resolver_match or resolve(request.path_info)
        kind = list_of(match.view_name, view.__module__)
        if not kind:
            raise Http404
        if kind == "signed_in" and not request.user.is_authenticated:
            return _to_sign_in(request)
        return None

    middleware.process_view = process_view  # type: ignore[attr-defined]
    return middleware


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    """A fragment is no place for a form to sign in with: the whole page goes there."""
    answer = redirect_to_login(request.get_full_path())
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204, headers={"HX-Redirect": answer["Location"]})
    return answer
