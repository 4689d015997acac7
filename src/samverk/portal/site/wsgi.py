"""The server's entry: `granian --interface wsgi samverk.portal.site.wsgi:application`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samverk.portal.site.settings")
application = get_wsgi_application()
