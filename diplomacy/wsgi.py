"""The WSGI application that an application server runs."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "diplomacy.settings")
# A page that takes longer has already failed its reader; commands such as `migrate` may need longer and have no limit.
os.environ.setdefault("STATEMENT_TIMEOUT", "5000")

application = get_wsgi_application()
