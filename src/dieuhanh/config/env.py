"""Every environment variable that we read, with its type, its default and what it is for.

| variable | default | what it is |
|---|---|---|
| DIEUHANH_HOME | `~/.local/share/dieuhanh` | folder of the register: the SQLite file, the search index, the open data and the secret key |
| DATABASE_URL | the SQLite file in DIEUHANH_HOME | `postgresql://user:password@host:port/name` for a server |
| DIEUHANH_HOSTS | `localhost,127.0.0.1,[::1]` | names that the web server answers to, with commas between |
| DIEUHANH_URL | none: letters carry no links, nobody follows by e-mail | where people open the pages, `https://dieuhanh.langson.gov.vn` |
| SMTP_URL | none: letters are printed by the worker | `smtps://user:password@host:465`, `smtp+starttls://…:587`, `smtp://…:25` |
| SMTP_FROM | `dieuhanh@localhost` | the sender of letters, an address or `Name <address>` |
| DIEUHANH_PROXY | none | address (IP) of the web server in front of us, which alone is believed what it forwards of visitors |
| DIEUHANH_HTTPS | off | `1` where visitors come by HTTPS alone: cookies, redirects and HSTS follow |
| DIEUHANH_DEBUG | off | `1` shows Django's own error pages; never where others can reach it |
"""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Mapping
from pathlib import Path

import msgspec

from dieuhanh.errors import ConfigurationError

VARIABLES = (
    "DIEUHANH_HOME",
    "DATABASE_URL",
    "DIEUHANH_HOSTS",
    "DIEUHANH_URL",
    "DIEUHANH_PROXY",
    "DIEUHANH_HTTPS",
    "SMTP_URL",
    "SMTP_FROM",
    "DIEUHANH_DEBUG",
)
SENDER = "dieuhanh@localhost"
HERE = "localhost,127.0.0.1,[::1]"


class Environment(msgspec.Struct, frozen=True):
    """The variables, read once."""

    home: Path
    database_url: str | None
    hosts: tuple[str, ...]
    url: str | None
    proxy: str | None
    https: bool
    smtp_url: str | None
    smtp_from: str
    debug: bool


def read_environment(variables: Mapping[str, str] = os.environ) -> Environment:
    """The environment with its defaults; an empty variable counts as none. Raises ConfigurationError."""
    home = variables.get("DIEUHANH_HOME") or "~/.local/share/dieuhanh"
    return Environment(
        home=Path(home).expanduser().absolute(),
        database_url=variables.get("DATABASE_URL") or None,
        hosts=tuple(filter(None, (host.strip() for host in (variables.get("DIEUHANH_HOSTS") or HERE).split(",")))),
        url=variables.get("DIEUHANH_URL") or None,
        proxy=_ip_address("DIEUHANH_PROXY", variables.get("DIEUHANH_PROXY", "")),
        https=variables.get("DIEUHANH_HTTPS") == "1",
        smtp_url=variables.get("SMTP_URL") or None,
        smtp_from=variables.get("SMTP_FROM") or SENDER,
        debug=variables.get("DIEUHANH_DEBUG") == "1",
    )


def _ip_address(variable: str, text: str) -> str | None:
    """As a peer's address is written, for it is compared as text."""
    try:
        return str(ipaddress.ip_address(text)) if text else None
    except ValueError as error:
        raise ConfigurationError(variable) from error
