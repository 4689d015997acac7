"""What runs regularly, and how often. The worker beside the server sees to it."""

from datetime import timedelta

from samverk.portal.foundation.jobs import Job
from samverk.portal.notices.jobs import send_digests

REGULAR: dict[Job, timedelta] = {
    send_digests: timedelta(minutes=5),  # each to its reader at seven in the morning there
}
