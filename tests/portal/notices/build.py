"""People who are written to."""

from datetime import UTC, datetime

from samverk.portal.people.models import Person

AT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
FACTS: dict[str, str | int] = {
    "organisation": "Lund University",
    "alliance": "Rural 3.0",
    "person": "Ida",
    "accepted": 1,
}


def somebody(name: str, language: str = "en") -> Person:
    return Person.objects.create_user(f"{name.lower()}@samverk.example", name=name, language=language)
