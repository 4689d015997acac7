"""How long there is left, in words."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.http import HttpRequest
from django.utils.translation import gettext, ngettext

BRUSSELS = ZoneInfo("Europe/Brussels")
"""Deadlines are set there."""

HOUR = 3600
DAY = 24 * HOUR


def left(until: datetime, at: datetime) -> str:
    """`59 days left`; hours in the last two days. Of what has passed: nothing."""
    seconds = int((until - at).total_seconds())
    if seconds < 0:
        return ""
    if seconds < HOUR:
        return gettext("Less than an hour left")
    if seconds < 2 * DAY:
        return ngettext("%(n)s hour left", "%(n)s hours left", seconds // HOUR) % {"n": seconds // HOUR}
    return ngettext("%(n)s day left", "%(n)s days left", seconds // DAY) % {"n": seconds // DAY}


def own_zone(request: HttpRequest) -> str:
    """The zone of somebody who is signed in, if it is another than that of the deadline."""
    zone = request.user.time_zone if request.user.is_authenticated else ""
    return "" if zone == BRUSSELS.key else zone
