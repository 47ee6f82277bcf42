"""Django's settings; what differs between installations comes from env.py."""

from __future__ import annotations

from dieuhanh.config.databases import database
from dieuhanh.config.env import read_environment
from dieuhanh.config.secret import secret_key

ENVIRONMENT = read_environment()

HOME = ENVIRONMENT.home
DEBUG = ENVIRONMENT.debug
SECRET_KEY = secret_key(HOME)
ALLOWED_HOSTS = list(ENVIRONMENT.hosts)
TRUSTED_PROXY = ENVIRONMENT.proxy  # waitress believes it and clears what anybody else forwards

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "dieuhanh.apps.audit",
    "dieuhanh.apps.accounts",
    "dieuhanh.apps.agencies",
    "dieuhanh.apps.corrections",
    "dieuhanh.apps.documents",
    "dieuhanh.web",
    "dieuhanh.portal",
]
MIDDLEWARE = [
    "dieuhanh.web.policy.ContentSecurityPolicy",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "dieuhanh.web.varying.VaryOnComfort",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "dieuhanh.web.comfort.comfort",
            ],
        },
    }
]
ROOT_URLCONF = "dieuhanh.config.urls"
WSGI_APPLICATION = "dieuhanh.config.wsgi.application"

DATABASES = {"default": database(ENVIRONMENT.database_url, HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
SEARCH_FOLDER = HOME / "search"  # derived from the database; each machine has its own

AUTH_USER_MODEL = "accounts.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator", "NumericPasswordValidator")
]

LANGUAGE_CODE = "vi"
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True

STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True  # the files lie in the package, there is no step that collects them
WHITENOISE_AUTOREFRESH = False

X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = ENVIRONMENT.https
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if ENVIRONMENT.https else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = ENVIRONMENT.https
SILENCED_SYSTEM_CHECKS = ["security.W021"]  # the list of browsers cannot be left again: whoever owns the domain enters it there

# Where nobody debugs, Django shows errors to nobody but by mail; a service manager keeps what we say on stderr.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler"}},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        "django.request": {"level": "ERROR"},  # a page that is not there is the visitor's matter
        "django.security.DisallowedHost": {"level": "CRITICAL"},  # so is a name that is not ours: it was answered by 400
    },
}
