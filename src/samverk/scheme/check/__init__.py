"""The check reading: is this alliance eligible, rule by rule, and why?

Missing facts make an interval of what is counted. A rule is met or not met only if it is so over the whole
interval: whatever is learnt later can change an `unknown` finding and no other.
"""

from samverk.scheme.book.model import Book
from samverk.scheme.check.participants import check_participants
from samverk.scheme.check.project import check_project
from samverk.scheme.check.selection import check_selection
from samverk.scheme.columns import Columns
from samverk.scheme.facts import Case
from samverk.scheme.rules import Measure
from samverk.scheme.verdict import Finding, Verdict


def check(case: Case, book: Book) -> Verdict:
    """The findings of every rule of `book` on `case`, in the book's order."""
    columns = Columns(case, book)
    findings: dict[str, Finding] = {}
    for rule in book.rules.values():
        if rule.measure is Measure.SELECTION:
            findings[rule.id] = check_selection(rule, columns, findings)
        elif rule.measure is Measure.VALUE:
            findings[rule.id] = check_project(rule, case)
        else:
            findings[rule.id] = check_participants(rule, columns)
    return Verdict(book.scheme, book.call, tuple(findings.values()))
