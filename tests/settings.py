"""Django's settings under test: our own, with a home and a database that are thrown away."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile

os.environ["DIEUHANH_HOME"] = tempfile.mkdtemp(prefix="dieuhanh-tests-")

from dieuhanh.config.settings import *  # noqa: F403  the home is set before the settings read it
from dieuhanh.config.settings import DATABASES
from tests.databases import new_name

atexit.register(shutil.rmtree, os.environ["DIEUHANH_HOME"], ignore_errors=True)

DATABASES["default"]["TEST"] = {"NAME": new_name()} if os.environ.get("DATABASE_URL") else {}
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.MD5PasswordHasher"
]  # a table of people in a second; the product's own takes half a second each
STATES_HOLD = 1e-9  # a test writes and reads within less than the product's
