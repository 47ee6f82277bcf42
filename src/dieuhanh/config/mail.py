"""The mail server of this installation, by SMTP_URL; where none is set letters are printed instead of sent."""

from __future__ import annotations

from email.utils import parseaddr
from urllib.parse import SplitResult, unquote, urlsplit

import msgspec
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from dieuhanh.errors import ConfigurationError

PORTS = {"smtps": 465, "smtp+starttls": 587, "smtp": 25}
SECONDS = 20  # for each word and answer; a letter needs about eight of them


class Mail(msgspec.Struct, frozen=True):
    """What Django's settings of mail are made of."""

    backend: str = "django.core.mail.backends.console.EmailBackend"
    host: str = "localhost"
    port: int = 25
    user: str = ""
    password: str = ""
    tls_at_once: bool = False
    tls_by_starttls: bool = False
    timeout: int = SECONDS

    def __repr__(self) -> str:
        return f"Mail({self.backend!r}, {self.host!r}, {self.port})"  # a traceback never shows the password


def mail(url: str | None) -> Mail:
    """Raises ConfigurationError where `url` names no mail server."""
    if url is None:
        return Mail()
    parts, port = _split(url, "SMTP_URL")
    if parts.scheme not in PORTS or parts.path not in ("", "/"):
        raise ConfigurationError("SMTP_URL")
    return Mail(
        backend="django.core.mail.backends.smtp.EmailBackend",
        host=parts.hostname or "",
        port=port or PORTS[parts.scheme],
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        tls_at_once=parts.scheme == "smtps",
        tls_by_starttls=parts.scheme == "smtp+starttls",
    )


def sender(written: str) -> str:
    """The sender as it was written. Raises ConfigurationError where it is no single address, with a name or without."""
    address = parseaddr(written)[1]
    try:
        validate_email(address.replace("@localhost", "@localhost.localdomain"))
    except ValidationError as error:
        raise ConfigurationError("SMTP_FROM") from error
    if not written.isprintable():
        raise ConfigurationError("SMTP_FROM")
    return written


def public_url(url: str | None) -> str:
    """Where people open our pages, without the last slash; "" where nothing is said. Raises ConfigurationError."""
    if url is None:
        return ""
    parts, _ = _split(url, "DIEUHANH_URL")
    if parts.scheme not in ("http", "https") or parts.query or parts.fragment or not url.isprintable():
        raise ConfigurationError("DIEUHANH_URL")
    return url.rstrip("/")


def _split(url: str, variable: str) -> tuple[SplitResult, int | None]:
    """The parts of an address with a host, and its port. Raises ConfigurationError."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise ConfigurationError(variable) from error
    if not parts.hostname:
        raise ConfigurationError(variable)
    return parts, port
