"""A long list of codes as a form shows it: in groups that fold, those with something chosen open."""

from collections.abc import Sequence
from typing import NamedTuple

from django.forms import BoundField
from django.forms.boundfield import BoundWidget


class Group(NamedTuple):
    """`chosen`: how many of its options are. The first option is the whole group."""

    label: str
    options: Sequence[BoundWidget]
    chosen: int


def grouped(field: BoundField) -> tuple[Group, ...]:
    """The options of a list of check boxes. Codes as short as the first one begin a group: broad fields, sections."""
    groups: list[list[BoundWidget]] = []
    for box in field:
        if not groups or len(_code(box)) == len(_code(groups[0][0])):
            groups.append([])
        groups[-1].append(box)
    return tuple(Group(group[0].choice_label, group, sum(box.data["selected"] for box in group)) for group in groups)


def _code(box: BoundWidget) -> str:
    return str(box.data["value"])
