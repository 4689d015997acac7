"""What to tell a person whose deed was refused, by the reason's code: what is so, and the way out."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

REASONS: dict[str, str | Promise] = {
    "address_unknown": _("No address is known for this organisation. Invite it again, and hand the link over."),
    "already_asked": _("You act for this organisation already, or have asked to. Look at your organisations."),
    "already_declared": _("That one controls the other is on record already."),
    "already_in": _("This organisation or person is already in the alliance."),
    "already_merged": _("One of the two is part of another organisation already. Choose the one that it is part of."),
    "already_verified": _("The agency has confirmed this organisation already."),
    "bad_address": _("That is no e-mail address. Write it as name@example.org."),
    "bad_mark": _("There is no such page of this list. Begin at the first."),
    "bad_name": _("The file has no name that can be kept. Rename it and choose it again."),
    "bad_oid": _("An OID is the letter E and eight digits, as E10000001. Look at it again, or leave it out."),
    "bad_pic": _("A PIC is nine digits. Look at it again, or leave it out."),
    "call_closed": _("This call has closed. What it says can no longer be changed."),
    "changed_meanwhile": _(
        "Somebody else saved this while you were writing. Both texts are shown: keep what is right."
    ),
    "closes_before_it_opens": _("The call would close before it opens. Choose a later closing time."),
    "closes_past": _("That closing time has passed already. Choose a later one."),
    "coordinates": _("The coordinator cannot go like this. Hand the coordination on first."),
    "day_over": _("That day is over already. Choose a later one."),
    "dissolved": _("This alliance has been dissolved. It can only be read."),
    "empowers_itself": _("The coordinator needs no mandate: it does not empower itself."),
    "empty": _("There is nothing here yet. Write something first."),
    "empty_file": _("The file is empty. Choose another."),
    "full": _("There is no room for one more organisation."),
    "infected": _("The scan for harmful contents stopped this file. Ask for a clean copy."),
    "half_a_language": _("In each language write both the question and the answer, or neither of the two."),
    "has_this_role": _("That person has this role already."),
    "has_role": _("You hold a role at the agency. Ask a call manager to end it first."),
    "last_manager": _("This is the only call manager. Give the role to somebody else first."),
    "itself": _("An organisation cannot control itself. Choose two different ones."),
    "likely_twin": _(
        "This organisation may be here already. Look at those that are like it; if it is none of them, say so."
    ),
    "link_forgotten": _(
        "The link in this letter was secret, and is forgotten. Ask the one who had it sent to do so anew."
    ),
    "leads_alliance": _("You lead an alliance. Hand the coordination on, or dissolve the alliance, and come back."),
    "named_later": _("The organisation took its present name on that day or later. Choose a later day."),
    "no_such_category": _("There is no such kind of organisation. Choose one from the list, or none."),
    "no_such_purpose": _("Say what the file shows. Choose from the list."),
    "no_such_reason": _("Say why. Choose a reason from the list."),
    "not_officer": _("Only an officer or a call manager at the agency can do this. Ask one of them."),
    "not_verified": _("The agency has not confirmed this organisation, so there is nothing to take back."),
    "not_yet": _("That day has not come yet. Write the new name when it is in use."),
    "number_taken": _("An organisation with this PIC is here already. Look it up by the number and ask to act for it."),
    "offer_or_wish": _("Choose whether it is an offer or a wish."),
    "own_organisation": _("You act for this organisation yourself. Ask somebody else at the agency."),
    "same_one": _("These two are the same row. Choose two different ones."),
    "speaks_in_alliance": _(
        "You speak for an organisation in an alliance. Leave it, or have somebody else speak for it, and come back."
    ),
    "negative": _("An amount or a number cannot be less than nothing. Write it without a minus sign."),
    "no_capacity": _("Write in which capacity you sign, as rector or managing director."),
    "no_coordinator": _("No coordinator has joined yet, so there is nobody to empower. Ask when one has."),
    "no_address": _("The account is erased, so there is no address to send to."),
    "no_name": _("Write your name, so that others know who you are."),
    "no_titles": _("Give the file a title in Swedish and one in English."),
    "no_reason": _("Say why, in Swedish and in English. Everybody can read it."),
    "no_scope": _("Choose at least one thing that the key opens."),
    "no_such_kind": _("Choose whether to be an editor or a legal representative."),
    "no_such_person": _("Nobody here signs in with that address. Ask the person to create an account first."),
    "no_such_role": _("There is no such role. Choose one from the list."),
    "nobody_here": _("At least one of the two has to be in the alliance."),
    "no_such_call": _("There is no such call. Choose another."),
    "not_a_fact": _("One of the fields holds something that the rules cannot read. Look at the marked field."),
    "not_addressee": _(
        "This was asked of another e-mail address. Sign in with that one, or have the letter sent to yours."
    ),
    "not_answerable": _("No call of this scheme with that name is open or to come. Choose one from the list."),
    "not_answering": _("Only a call manager or an officer can answer questions. Ask one at the agency."),
    "not_asked": _(
        "There is no paper to sign yet. Ask for the mandate first; then print it, have it signed and hand in the scan."
    ),
    "not_call_manager": _("Only a call manager can do this. Ask one at the agency."),
    "not_declared": _("This link has been taken away already."),
    "not_in_it": _("That organisation is not in the alliance. Choose another."),
    "not_leader": _("Only the one who leads the alliance can do this. Ask the coordinator."),
    "not_member": _("Only somebody who acts for the organisation, or the agency, can do this. Ask one of them."),
    "not_representative": _(
        "Only a legal representative of the organisation, or the agency, can answer this. Ask one of them."
    ),
    "not_ready": _("The paper is still being made. Wait a moment, read it and then sign."),
    "not_sender": _("Only a call manager or a programme officer can send a letter again. Ask one of them."),
    "not_yours": _("Only the one concerned can do this."),
    "nothing_changed": _("Everything is as it was. Change something first, or leave the page."),
    "nothing_owed": _("This organisation owes nothing now. There is nothing to remind it of."),
    "other_paper": _("The paper is not the one that you read. Read it as it is now, and then sign."),
    "own_part": _("This is your own part of the alliance. Do it on the page of your organisation."),
    "own_request": _("Nobody answers their own request. Ask somebody else who acts for the organisation."),
    "real_people": _(
        "There are real accounts here, and everybody knows the passwords of the demonstration. Choose another folder."
    ),
    "reminded": _("A reminder went out less than a day ago. Wait until tomorrow."),
    "questions_after_closing": _("Questions could be asked when the call has closed already. Choose an earlier time."),
    "questions_over": _("The time for questions about this call is over. Look at what has been answered."),
    "replaced": _("Another organisation has taken this place already."),
    "token_lasts": _("A key lasts from one day to a year. Choose a number of days between 1 and 365."),
    "token_without_name": _("Name the key after the program that will use it, so that you know later which one it is."),
    "too_large": _("The file is larger than 10 MB. Make it smaller and choose it again."),
    "too_many": _("Many of your questions wait for an answer already. Wait for some of them, or take one back."),
    "too_long": _("The text is too long. Shorten it."),
    "too_many_files": _("There are 50 files of evidence already. Take one away that is needed no more."),
    "too_many_offers": _("There are 50 offers and wishes already. End one that holds no more."),
    "too_many_tokens": _("You have 50 keys that open. Revoke one that nothing uses any more."),
    "unknown_country": _("Choose the country from the list."),
    "unknown_language": _("Samverk does not speak that language. Choose one from the list."),
    "unknown_time_zone": _("There is no time zone of that name. Choose one from the list."),
    "unnamed": _(
        "A mandate names the alliance, the coordinator and the partner. Write the title or name that is missing first."
    ),
    "withdrawn": _("This call has been withdrawn. It can only be read."),
    "wrong_state": _("This cannot be done now; somebody may have been faster. Look at the page as it is now."),
    "wrong_type": _("The file is not a PDF, PNG or JPEG, or its name does not say so. Save it as one of these."),
}


def words_for(reason: str) -> str:
    """The sentence for a code. Raises KeyError: a code without words is a bug."""
    return str(REASONS[reason])
