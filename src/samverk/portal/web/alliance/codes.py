"""A long list of codes as a form shows it: in groups that fold, those with something chosen open."""

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from django.forms import BoundField


class Group(NamedTuple):
    """`chosen`: how many of its options are."""

    label: str
    options: Sequence[object]
    chosen: int


def grouped(field: BoundField) -> tuple[Group, ...]:
    """The options of a list of check boxes by the first sign of their codes; the first of a group is its heading."""
    boxes = list(field)
    groups = (list(boxes) for _sign, boxes in groupby(boxes, key=lambda box: str(box.data["value"])[:LENGTH]))
    return tuple(Group(group[0].choice_label, group, sum(box.data["selected"] for box in group)) for group in groups)


LENGTH = 2
