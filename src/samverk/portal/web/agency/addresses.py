"""Where a deed leads."""

from django.http import HttpResponse
from django.shortcuts import redirect


def see_other(name: str, *parts: object) -> HttpResponse:
    """To the screen where the result is seen."""
    answer = redirect(name, *parts)
    answer.status_code = 303
    return answer
