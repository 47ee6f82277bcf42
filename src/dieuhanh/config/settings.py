"""Django's settings; what differs between installations comes from env.py."""

from __future__ import annotations

from dieuhanh.config.databases import database
from dieuhanh.config.env import read_environment
from dieuhanh.config.mail import mail, public_url, sender
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
    "django_tasks",
    "django_tasks_db",
    "dieuhanh.apps.audit",
    "dieuhanh.apps.accounts",
    "dieuhanh.apps.webhooks",
    "dieuhanh.apps.agencies",
    "dieuhanh.apps.corrections",
    "dieuhanh.apps.documents",
    "dieuhanh.apps.tasks",
    "dieuhanh.apps.notices",
    "dieuhanh.apps.jobs",
    "dieuhanh.apps.digests",
    "dieuhanh.apps.followers",
    "dieuhanh.web",
    "dieuhanh.visitors",
    "dieuhanh.portal",
    "dieuhanh.api",
    "dieuhanh.desk",  # before allauth: its pages stand in our templates
    "allauth",
    "allauth.account",
    "allauth.mfa",
]
MIDDLEWARE = [
    "dieuhanh.web.kept.KeptPages",  # before all others, whose headers are kept with the page
    "dieuhanh.web.policy.ContentSecurityPolicy",
    "dieuhanh.api.guard.ApiAnswers",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "dieuhanh.web.varying.VaryOnComfort",
    "dieuhanh.web.secure_cookies.SecureCookies",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
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
                "dieuhanh.desk.people.who_is_here",
            ],
        },
    }
]
ROOT_URLCONF = "dieuhanh.config.urls"
WSGI_APPLICATION = "dieuhanh.config.wsgi.application"

DATABASES = {"default": database(ENVIRONMENT.database_url, HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
OPEN_DATA_FOLDER = HOME / "open-data"  # what /du-lieu-mo/ gives out; derived from the database
SEARCH_FOLDER = HOME / "search"  # derived from the database; each machine has its own

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}  # what `dieuhanh worker` runs

MAIL = mail(ENVIRONMENT.smtp_url)
EMAIL_BACKEND, EMAIL_TIMEOUT = MAIL.backend, MAIL.timeout
EMAIL_HOST, EMAIL_PORT, EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = MAIL.host, MAIL.port, MAIL.user, MAIL.password
EMAIL_USE_SSL, EMAIL_USE_TLS = MAIL.tls_at_once, MAIL.tls_by_starttls
DEFAULT_FROM_EMAIL = sender(ENVIRONMENT.smtp_from)
PUBLIC_URL = public_url(ENVIRONMENT.url)  # "" where none is set, without the last slash

AUTH_USER_MODEL = "accounts.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator", "NumericPasswordValidator")
]

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk:home"
LOGOUT_REDIRECT_URL = "portal:home"
ACCOUNT_ADAPTER = "dieuhanh.desk.sign_in.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False  # the cookie goes when the browser is closed: office machines have several users
ACCOUNT_RATE_LIMITS = {"login": "30/m/ip", "login_failed": "20/m/ip,5/5m/key"}  # a whole office may share one address
ACCOUNT_FORMS = {
    "login": "dieuhanh.desk.sign_in.forms.SignInForm",
    "change_password": "dieuhanh.desk.sign_in.forms.NewPasswordForm",
    "reauthenticate": "dieuhanh.desk.sign_in.forms.PasswordAgainForm",
}
ACCOUNT_REAUTHENTICATION_METHODS = ("password", "mfa")
MFA_ADAPTER = "dieuhanh.desk.sign_in.adapters.MFAAdapter"
MFA_TOTP_ISSUER = "Điều Hành"
MFA_TOTP_TOLERANCE = 1  # steps of 30 seconds: clocks of telephones and office servers differ
MFA_FORMS = {
    "authenticate": "dieuhanh.desk.sign_in.forms.CodeForm",
    "reauthenticate": "dieuhanh.desk.sign_in.forms.CodeAgainForm",
    "activate_totp": "dieuhanh.desk.sign_in.forms.FirstCodeForm",
}

# The desk locks itself where nobody has worked for half an hour: long enough to read the longest digest, short enough for a machine
# that was left alone over lunch in an office that citizens enter. Counted from the last page of the desk (desk/guard.py).
SESSION_COOKIE_AGE = 30 * 60
SESSION_COOKIE_NAME = "phien"
CACHES = {
    # Limits against guessing are counted here, so the count must be one for all processes and machines: in the database.
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "accounts_attempt",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

STATES_HOLD = 0.1  # seconds: web/states.py

LANGUAGE_CODE = "vi"
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True

# What the desk takes in at once, in bytes; the largest digests have some 200 KB. An upload stays in memory: a text that turns out
# to be a State secret must not lie in a temporary file either.
DATA_UPLOAD_MAX_MEMORY_SIZE = FILE_UPLOAD_MAX_MEMORY_SIZE = 16 * 1024 * 1024

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
