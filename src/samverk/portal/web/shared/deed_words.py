"""What each deed of the ledger is called when it is told. `who` did it; `what` it was done to, or belongs to."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ALLIANCES: dict[str, str | Promise] = {
    "alliances.accept": _("%(who)s joined for %(what)s."),
    "alliances.add_participant": _("%(who)s added %(what)s."),
    "alliances.answer_call": _("%(who)s chose which call %(alliance)s answers."),
    "alliances.ask_mandate": _("%(who)s asked for the mandate of %(what)s."),
    "alliances.decline": _("%(who)s declined for %(what)s."),
    "alliances.decline_lead": _("%(who)s declined the coordination for %(what)s."),
    "alliances.decline_mandate": _("%(who)s declined to sign the mandate of %(what)s."),
    "alliances.declare_control": _("%(who)s said who controls whom."),
    "alliances.describe": _("%(who)s changed the description of %(alliance)s."),
    "alliances.describe_participant": _("%(who)s changed the description of %(what)s."),
    "alliances.dissolve": _("%(who)s dissolved %(alliance)s."),
    "alliances.invite": _("%(who)s invited %(what)s."),
    "alliances.keep": _("%(who)s began %(alliance)s."),
    "alliances.leave": _("%(who)s left with %(what)s."),
    "alliances.offer_lead": _("%(who)s offered the coordination to %(what)s."),
    "alliances.remind": _("%(who)s reminded %(what)s of what is still to be done."),
    "alliances.remove": _("%(who)s took %(what)s out."),
    "alliances.retract_control": _("%(who)s took back that one organisation controls another."),
    "alliances.say": _("%(who)s wrote in the discussion."),
    "alliances.sign_mandate": _("%(who)s signed the mandate of %(what)s."),
    "alliances.take_back": _("%(who)s took back something said in the discussion."),
    "alliances.take_lead": _("%(who)s took the coordination for %(what)s."),
    "alliances.typeset_mandate": _("The mandate of %(what)s was set as a paper."),
    "alliances.typeset_signed_mandate": _("The signed mandate of %(what)s was set as a paper."),
    "alliances.upload_mandate": _("%(who)s handed in the signed mandate of %(what)s."),
    "alliances.withdraw_invitation": _("%(who)s took the invitation to %(what)s back."),
    "alliances.withdraw_mandate": _("%(who)s took back the request for the mandate of %(what)s."),
    "alliances.withdraw_offer": _("%(who)s took back the offer of the coordination to %(what)s."),
}
CALLS: dict[str, str | Promise] = {
    "calls.add_call_document": _("%(who)s added a document to %(what)s."),
    "calls.amend_call": _("%(who)s changed %(what)s."),
    "calls.answer_question": _("%(who)s answered a question about %(what)s."),
    "calls.ask_question": _("%(who)s asked about %(what)s."),
    "calls.change_draft": _("%(who)s changed the draft of %(what)s."),
    "calls.load_demo_call": _("A call to try things out with was loaded."),
    "calls.prepare_call": _("%(who)s began the draft of %(what)s."),
    "calls.publish_call": _("%(who)s published %(what)s."),
    "calls.publish_question": _("%(who)s published an answer about %(what)s."),
    "calls.remove_call_document": _("%(who)s took a document away from %(what)s."),
    "calls.withdraw_call": _("%(who)s withdrew %(what)s."),
    "calls.withdraw_question": _("%(who)s took back a question about %(what)s."),
}
ORGANISATIONS: dict[str, str | Promise] = {
    "organisations.answer_membership": _("%(who)s answered a request to act for %(what)s."),
    "organisations.end_membership": _("%(who)s ended that somebody acts for %(what)s."),
    "organisations.request_membership": _("%(who)s asked to act for %(what)s."),
    "organisations.withdraw_request": _("%(who)s took back the request to act for %(what)s."),
}
PEOPLE: dict[str, str | Promise] = {
    "people.change_profile": _("%(who)s changed the own profile."),
    "people.end_role": _("%(who)s ended a role at the agency."),
    "people.erase": _("%(who)s erased the own account."),
    "people.grant_role": _("%(who)s gave somebody a role at the agency."),
    "people.issue_token": _("%(who)s made a key for a program."),
    "people.load_demo": _("People to try things out with were loaded."),
    "people.send_again": _("%(who)s had a letter sent again."),
    "people.revoke_token": _("%(who)s revoked a key for a program."),
}
DEEDS = ALLIANCES | CALLS | ORGANISATIONS | PEOPLE
