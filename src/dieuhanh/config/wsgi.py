"""The application for a WSGI server; `dieuhanh serve` is one."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

from dieuhanh.config.startup import SETTINGS

os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
application = get_wsgi_application()
