"""What is wrong with one field, in the reader's language: few and general sentences by the kind of mistake."""

from django.utils.translation import gettext_lazy as _

MISSING, UNKNOWN = _("This is missing. Send it along."), _("The description has no such field. Leave it out.")
LENGTH, SIZE = _("This is too long or too short."), _("This is too large or too small.")
CHOICE, SHAPE = _("This is none of those to choose from."), _("This is not written as the description says.")
OTHER = _("This does not fit. The description says what does.")
TOLD = (
    ("missing", MISSING),
    ("extra_forbidden", UNKNOWN),
    ("too_long", LENGTH),
    ("too_short", LENGTH),
    ("greater_than", SIZE),
    ("less_than", SIZE),
    ("literal_error", CHOICE),
    ("enum", CHOICE),
    ("pattern", SHAPE),
    ("_parsing", SHAPE),
    ("_type", SHAPE),
)
"""Parts of the names that pydantic gives its kinds of mistakes; the first that is there counts."""


def mistake(kind: str) -> str:
    """The sentence for a kind of mistake, as `string_too_long`."""
    return str(next((words for part, words in TOLD if part in kind), OTHER))
