"""Django's settings; what differs between installations comes from env.py."""

from __future__ import annotations

from dieuhanh.config.databases import database
from dieuhanh.config.env import read_environment
from dieuhanh.config.secret import secret_key

ENVIRONMENT = read_environment()

DEBUG = ENVIRONMENT.debug
SECRET_KEY = secret_key(ENVIRONMENT.home)

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "dieuhanh.apps.audit",
    "dieuhanh.apps.accounts",
    "dieuhanh.apps.agencies",
    "dieuhanh.apps.corrections",
    "dieuhanh.apps.documents",
]
DATABASES = {"default": database(ENVIRONMENT.database_url, ENVIRONMENT.home)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
SEARCH_FOLDER = ENVIRONMENT.home / "search"  # derived from the database; each machine has its own

AUTH_USER_MODEL = "accounts.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator", "NumericPasswordValidator")
]

LANGUAGE_CODE = "vi"
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
