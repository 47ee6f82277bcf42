"""How an installation is set up."""

from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from dieuhanh.config.databases import database
from dieuhanh.config.env import VARIABLES, Environment, read_environment
from dieuhanh.config.secret import KEY_FILE, secret_key
from dieuhanh.errors import ConfigurationError

HERE = ("localhost", "127.0.0.1", "[::1]")
UNSET = Environment(
    home=Path.home() / ".local/share/dieuhanh",
    database_url=None,
    hosts=HERE,
    url=None,
    proxy=None,
    https=False,
    smtp_url=None,
    smtp_from="dieuhanh@localhost",
    debug=False,
)
README = Path(__file__).resolve().parents[2] / "README.md"


@pytest.mark.parametrize(
    ("variables", "environment"),
    [
        pytest.param({}, UNSET, id="nothing is set"),
        pytest.param(
            {
                "DIEUHANH_HOME": "/srv/dieuhanh",
                "DATABASE_URL": "postgresql://h/d",
                "DIEUHANH_HOSTS": "dieuhanh.example.vn, 10.0.0.5,",
                "DIEUHANH_URL": "https://dieuhanh.example.vn",
                "DIEUHANH_PROXY": "::0001",
                "DIEUHANH_HTTPS": "1",
                "SMTP_URL": "smtps://h",
                "SMTP_FROM": "Điều Hành <dh@example.vn>",
                "DIEUHANH_DEBUG": "1",
            },
            Environment(
                home=Path("/srv/dieuhanh"),
                database_url="postgresql://h/d",
                hosts=("dieuhanh.example.vn", "10.0.0.5"),
                url="https://dieuhanh.example.vn",
                proxy="::1",
                https=True,
                smtp_url="smtps://h",
                smtp_from="Điều Hành <dh@example.vn>",
                debug=True,
            ),
            id="everything is set",
        ),
        pytest.param({"DATABASE_URL": "", "DIEUHANH_DEBUG": "0"}, UNSET, id="empty is unset"),
    ],
)
def test_environment(variables: dict[str, str], environment: Environment) -> None:
    assert read_environment(variables) == environment


@pytest.mark.parametrize("proxy", ["nginx", "10.0.0.0/8", "*"])
def test_a_proxy_is_one_address(proxy: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        read_environment({"DIEUHANH_PROXY": proxy})
    assert caught.value.variable == "DIEUHANH_PROXY"


@pytest.mark.parametrize("variable", VARIABLES)
def test_every_variable_is_documented(variable: str) -> None:
    assert f"`{variable}`" in README.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("url", "parts"),
    [
        pytest.param(
            "postgresql://office:m%40t%2Fkh%E1%BA%A9u@db.langson.gov.vn:5433/register?sslmode=require",
            {
                "USER": "office",
                "PASSWORD": "m@t/khẩu",
                "HOST": "db.langson.gov.vn",
                "PORT": "5433",
                "NAME": "register",
                "OPTIONS": {"sslmode": "require"},
            },
            id="every part, with escapes",
        ),
        pytest.param(
            "postgres://localhost/register",
            {"USER": "", "PASSWORD": "", "HOST": "localhost", "PORT": "", "NAME": "register"},
            id="few parts",
        ),
        pytest.param("postgresql://[::1]:5432/register", {"HOST": "::1", "PORT": "5432"}, id="IPv6"),
    ],
)
def test_a_server_by_its_address(url: str, parts: dict[str, Any]) -> None:
    made = database(url, Path("/srv"))
    assert made["ENGINE"].endswith("postgresql")
    assert {name: made[name] for name in parts} == parts


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("mysql://localhost/register", id="another product"),
        pytest.param("postgresql://localhost", id="no name of a database"),
        pytest.param("postgresql://localhost:port/register", id="a port that is none"),
        pytest.param("register.sqlite3", id="no address"),
    ],
)
def test_an_address_of_no_server_is_refused_and_not_repeated(url: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        database(url, Path("/srv"))
    assert caught.value.variable == "DATABASE_URL"
    assert url not in str(caught.value)


def test_without_an_address_it_is_a_file_at_home() -> None:
    made = database(None, Path("/srv/dieuhanh"))
    assert (made["ENGINE"], made["NAME"]) == ("django.db.backends.sqlite3", "/srv/dieuhanh/register.sqlite3")
    assert made["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_the_secret_key_is_made_once_and_for_its_owner_alone(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as threads:
        keys = set(threads.map(lambda _: secret_key(tmp_path / "home"), range(8)))
    assert len(keys) == 1
    assert len(keys.pop()) >= 50
    assert [file.name for file in (tmp_path / "home").iterdir()] == [KEY_FILE]
    assert stat.S_IMODE((tmp_path / "home" / KEY_FILE).stat().st_mode) == 0o600
