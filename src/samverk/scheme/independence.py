"""Which organisations are independent of each other, by declared control (S7).

Nothing in the scheme's papers defines it. The reading taken: neither controls the other, directly or
indirectly, and no third party controls both. A declared link makes one group of its organisations.
"""

from collections.abc import Sequence

from samverk.scheme.facts import Link


def groups_of(ids: Sequence[str], links: Sequence[Link]) -> list[int]:
    """The group of each id, numbered from 0 in order of first appearance. Links work transitively.

    An outside organisation that only *is controlled* (a joint venture, say) makes nobody dependent.
    """
    leader = {key: key for key in ids}
    for link in _binding(set(ids), links):
        a, b = (_root(leader, leader.setdefault(end, end)) for end in (link.controller, link.controlled))
        leader[b] = a
    numbers: dict[str, int] = {}
    return [numbers.setdefault(_root(leader, key), len(numbers)) for key in ids]


def _binding(inside: set[str], links: Sequence[Link]) -> Sequence[Link]:
    """The links that lead, directly or through other links, down to a participant."""
    kept = list(links)
    while True:
        reaching = inside | {link.controller for link in kept}
        fewer = [link for link in kept if link.controlled in reaching]
        if len(fewer) == len(kept):
            return kept
        kept = fewer


def _root(leader: dict[str, str], key: str) -> str:
    while leader[key] != key:
        leader[key] = key = leader[leader[key]]
    return key
