"""Why a finding is as it is: who is left out, what is missing, who counts as one."""

from collections.abc import Iterator

from samverk.scheme.columns import Columns, Set
from samverk.scheme.rules import Where
from samverk.scheme.verdict import LeftOut, Missing


def left_out(where: Where, columns: Columns) -> tuple[LeftOut, ...]:
    """Who fails which test, for certain."""
    return tuple(
        [
            LeftOut(field, wanted, columns.names(outside))
            for field, wanted in where.items()
            if (outside := columns.outside(field, wanted))
        ]
    )


def open_facts(where: Where, columns: Columns, members: Set) -> Iterator[Missing]:
    """The facts that the condition asks of these participants and that are not known."""
    for field in where:
        if unknown := members & columns.without(field):
            yield Missing("country" if field == "country_status" else field, columns.names(unknown))


def linked(columns: Columns, members: Set) -> tuple[tuple[str, ...], ...]:
    """Groups of two or more of the participants: each counts once."""
    if not columns.case.links:
        return ()
    together: dict[int, Set] = {}
    groups = columns.column("independent_group")
    while members:
        bit = members & -members
        group = groups[bit.bit_length() - 1]
        together[group] = together.get(group, 0) | bit
        members ^= bit
    return tuple(columns.names(m) for m in together.values() if m & (m - 1))
