"""The server's entry: `granian --interface wsgi samverk.portal.site.wsgi:application`."""

import logging
import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samverk.portal.site.settings")
application = get_wsgi_application()
if settings.DEMO:
    logging.getLogger(__name__).warning("DEMONSTRATION: everybody who reaches this portal can be anybody")
