"""The screen reading: the verdicts of `check`, for a million applications at once.

A book's rules are compiled to tables over the values that the input's columns hold; then each application costs a
few fetches and bit operations a row. `source` says what the input looks like; the result has a row an application:

| column | Arrow type | what |
|---|---|---|
| application | as in the input | |
| met, unknown, not_applicable | unsigned integer | bit i speaks of the book's i-th rule; not met: its bit is in none |
| outcome | dictionary of strings | of all blocking rules together: met, not_met or unknown |

The schema's metadata names the scheme, the call and the rules in order.
"""

from samverk.scheme.screen.cases import from_cases
from samverk.scheme.screen.screening import Screening, outcomes_of, screen
from samverk.scheme.screen.stream import screen_parquet

__all__ = ["Screening", "from_cases", "outcomes_of", "screen", "screen_parquet"]
