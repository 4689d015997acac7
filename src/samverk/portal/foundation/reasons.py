"""What to tell a person whose deed was refused, by the reason's code: what is so, and the way out."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

REASONS: dict[str, str | Promise] = {
    "already_asked": _("You act for this organisation already, or have asked to. Look at your organisations."),
    "already_in": _("This organisation or person is already in the alliance."),
    "bad_name": _("The file has no name that can be kept. Rename it and choose it again."),
    "call_closed": _("This call has closed. What it says can no longer be changed."),
    "changed_meanwhile": _(
        "Somebody else saved this while you were writing. Both texts are shown: keep what is right."
    ),
    "closes_before_it_opens": _("The call would close before it opens. Choose a later closing time."),
    "closes_past": _("That closing time has passed already. Choose a later one."),
    "coordinates": _("The coordinator cannot go like this. Hand the coordination on first."),
    "dissolved": _("This alliance has been dissolved. It can only be read."),
    "empty": _("There is nothing here yet. Write something first."),
    "empty_file": _("The file is empty. Choose another."),
    "full": _("There is no room for one more organisation."),
    "infected": _("The scan for harmful contents stopped this file. Ask for a clean copy."),
    "has_role": _("You hold a role at the agency. Ask a call manager to end it first."),
    "itself": _("An organisation cannot control itself. Choose two different ones."),
    "negative": _("An amount or a number cannot be less than nothing. Write it without a minus sign."),
    "no_name": _("Write your name, so that others know who you are."),
    "no_reason": _("Say why the call is changed. Everybody can read it."),
    "no_scope": _("Choose at least one thing that the key opens."),
    "no_such_kind": _("Choose whether to be an editor or a legal representative."),
    "nobody_here": _("At least one of the two has to be in the alliance."),
    "no_such_call": _("There is no such call. Choose another."),
    "not_a_fact": _("One of the fields holds something that the rules cannot read. Look at the marked field."),
    "not_call_manager": _("Only a call manager can do this. Ask one at the agency."),
    "not_declared": _("This link has been taken away already."),
    "not_in_it": _("That organisation is not in the alliance. Choose another."),
    "not_leader": _("Only the one who leads the alliance can do this. Ask the coordinator."),
    "not_member": _("Only somebody who acts for the organisation, or the agency, can do this. Ask one of them."),
    "not_yours": _("Only the one concerned can do this."),
    "nothing_changed": _("Everything is as it was. Change something first, or leave the page."),
    "own_request": _("Nobody answers their own request. Ask somebody else who acts for the organisation."),
    "real_people": _(
        "There are real accounts here, and everybody knows the passwords of the demonstration. Choose another folder."
    ),
    "replaced": _("Another organisation has taken this place already."),
    "token_lasts": _("A key lasts from one day to a year. Choose a number of days between 1 and 365."),
    "token_without_name": _("Name the key after the program that will use it, so that you know later which one it is."),
    "too_large": _("The file is larger than 10 MB. Make it smaller and choose it again."),
    "too_long": _("The text is too long. Shorten it."),
    "too_many_tokens": _("You have 50 keys that open. Revoke one that nothing uses any more."),
    "unknown_language": _("Samverk does not speak that language. Choose one from the list."),
    "unknown_time_zone": _("There is no time zone of that name. Choose one from the list."),
    "wrong_state": _("This cannot be done now; somebody may have been faster. Look at the page as it is now."),
    "wrong_type": _("The file is not a PDF, PNG or JPEG, or its name does not say so. Save it as one of these."),
}


def words_for(reason: str) -> str:
    """The sentence for a code. Raises KeyError: a code without words is a bug."""
    return str(REASONS[reason])
