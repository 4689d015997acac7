"""What the buttons of the front door do to what is typed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from django.http import QueryDict
from django.utils.translation import gettext as _

from samverk.portal.web.public.forms.front_door import Mistake, Row, Typed, new_row
from samverk.scheme.facts import MOST_PARTICIPANTS

Picked = Mapping[str, str]
"""Fields of an organisation that the registry knows."""


@dataclass(frozen=True)
class Draft:
    """The organisation that is about to be added."""

    name: str = ""
    country: str = ""
    category: str = ""

    @property
    def begun(self) -> bool:
        """Something has been typed or chosen."""
        return bool(self.name or self.country or self.category)


NO_DRAFT = Draft()


@dataclass(frozen=True)
class Done:
    """What a deed leads to. `focus`: the id of where to go on from, empty if no button was pressed.

    `draft`: what then stands in the fields for a new organisation. `before`: what there was, to offer the way back.
    `searched`: look the draft's name up in the registry.
    """

    typed: Typed
    focus: str = ""
    mistakes: tuple[Mistake, ...] = ()
    draft: Draft = NO_DRAFT
    before: Typed | None = None
    searched: bool = False


def do(post: QueryDict, typed: Typed, found: Callable[[str], Picked | None]) -> Done:
    """The deed of the button that was pressed, if one was."""
    verb, _sep, about = post.get("do", "").partition(":")
    draft = Draft(*(post.get(f"add-{field}", "").strip() for field in ("name", "country", "category")))
    if verb == "add" or (verb == "check" and draft.begun):
        return _add(typed, draft)
    if verb == "pick":
        return _pick(typed, found(about), draft)
    return replace(_other(verb, about, typed, post), draft=draft)


def _other(verb: str, about: str, typed: Typed, post: QueryDict) -> Done:
    """A deed that leaves the fields for a new organisation alone."""
    if verb == "search":
        return Done(typed, "add-name", searched=True)
    if verb == "remove":
        return Done(typed.having(tuple(row for row in typed.rows if row.key != about)), "notice", before=typed)
    if verb == "link":
        return _link(typed, post)
    if verb == "unlink":
        kept = tuple(pair for number, pair in enumerate(typed.links) if str(number) != about)
        return Done(replace(typed, links=kept), "links-title")
    return Done(typed)


def _add(typed: Typed, draft: Draft) -> Done:
    """One more organisation; a country and a category are enough."""
    if not draft.begun:
        message = _("Write a name, or choose a country and what the organisation takes part as.")
        return Done(typed, "add-name", (Mistake("add-name", message),))
    return _joined(typed, new_row(typed, draft.name, draft.country, draft.category), draft)


def _pick(typed: Typed, found: Picked | None, draft: Draft) -> Done:
    """One more organisation, from the registry."""
    if found is None:
        return Done(typed, "add-name", (Mistake("add-name", _("Choose an organisation in the list.")),), draft)
    if any(found[field] == row.text[field] for row in typed.rows for field in ("id", "name")):
        message = _("%(name)s is already in the alliance.") % {"name": found["name"]}
        return Done(typed, "add-name", (Mistake("add-name", message),), draft)
    return _joined(typed, new_row(typed, found["name"], found["country"], found["category"], found), draft)


def _joined(typed: Typed, row: Row, draft: Draft) -> Done:
    if len(typed.rows) < MOST_PARTICIPANTS:
        return Done(typed.having((*typed.rows, row)), "add-name")
    message = _("An alliance can have %(most)s organisations here. Remove one to add another.")
    return Done(typed, "add-name", (Mistake("add-name", message % {"most": MOST_PARTICIPANTS}),), draft)


def _link(typed: Typed, post: QueryDict) -> Done:
    """One more control link; an owner from outside the alliance is told by name."""
    owner, controlled = post.get("new-owner", "").strip()[:120], post.get("new-controlled", "")
    named = {row.text["name"]: row.text["id"] for row in typed.rows if row.text["name"]}
    controller = named.get(owner, owner) or post.get("new-controller", "")
    if not controller or not controlled or controller == controlled:
        message = _("Say who controls and who is controlled: two different organisations.")
        return Done(typed, "new-controller", (Mistake("new-controller", message),))
    pairs = dict.fromkeys((*typed.links, (controller, controlled)))
    return Done(replace(typed, links=tuple(pairs)), "new-controller")
