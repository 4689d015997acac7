"""Lists, a page at a time."""

from collections.abc import Callable
from typing import Annotated, Any, Generic, TypeVar

from django.http import HttpRequest
from ninja import Field, Query, Schema

from samverk.portal.foundation.paging import Page

Item = TypeVar("Item")
After = Annotated[str, Query(description="The mark of a page, as `next` has it.", max_length=1000)]


class Listed(Schema, Generic[Item]):
    """`next` is the address of the page after this one, which the header Link tells too."""

    items: list[Item]
    next: str | None = Field(None, description="A path of this portal; null on the last page.")


def listed(request: HttpRequest, page: Page[Any], shown: Callable[[Any], Any]) -> dict[str, Any]:
    """A page as it is told."""
    asked = request.GET.copy()
    asked["after"] = page.after
    following = f"{request.path}?{asked.urlencode()}" if page.after else None
    return {"items": [shown(row) for row in page.rows], "next": following}
