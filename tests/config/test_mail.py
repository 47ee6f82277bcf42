"""How the mail server of an installation is named."""

from __future__ import annotations

import pytest

from dieuhanh.config.mail import Mail, mail, public_url, sender
from dieuhanh.errors import ConfigurationError

SMTP = "django.core.mail.backends.smtp.EmailBackend"


@pytest.mark.parametrize(
    ("url", "made"),
    [
        pytest.param(None, Mail(), id="nothing is set: letters are printed"),
        pytest.param("smtps://thu.langson.gov.vn", Mail(SMTP, "thu.langson.gov.vn", 465, tls_at_once=True), id="TLS at once"),
        pytest.param(
            "smtp+starttls://dieu%40hanh:m%3At@thu.langson.gov.vn:2525",
            Mail(SMTP, "thu.langson.gov.vn", 2525, "dieu@hanh", "m:t", tls_by_starttls=True),
            id="STARTTLS, with a name and escapes",
        ),
        pytest.param("smtp://127.0.0.1/", Mail(SMTP, "127.0.0.1", 25), id="no TLS"),
    ],
)
def test_a_mail_server_by_its_address(url: str | None, made: Mail) -> None:
    assert mail(url) == made


@pytest.mark.parametrize("url", ["http://thu.gov.vn", "smtp://", "smtp://thu.gov.vn:cong", "smtp://thu.gov.vn/hop-thu", "thu.gov.vn"])
def test_what_is_no_mail_server_is_refused_and_not_repeated(url: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        mail(url)
    assert (caught.value.variable, url in str(caught.value)) == ("SMTP_URL", False)


def test_the_password_is_in_no_representation() -> None:
    assert "kin" not in repr(mail("smtps://lan:kin@thu.gov.vn"))


@pytest.mark.parametrize("written", ["dieuhanh@localhost", "Điều Hành <dieuhanh@langson.gov.vn>"])
def test_a_sender(written: str) -> None:
    assert sender(written) == written


@pytest.mark.parametrize("written", ["ai đó", "a@b.vn\nBcc: x@y.vn", "<>", "@langson.gov.vn"])
def test_what_is_no_sender_is_refused(written: str) -> None:
    with pytest.raises(ConfigurationError):
        sender(written)


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        pytest.param(None, "", id="nothing is set"),
        pytest.param("https://dieuhanh.langson.gov.vn/", "https://dieuhanh.langson.gov.vn", id="without the last slash"),
        pytest.param("http://10.0.0.5:8000/dh", "http://10.0.0.5:8000/dh", id="below a path"),
    ],
)
def test_where_people_open_the_pages(url: str | None, kept: str) -> None:
    assert public_url(url) == kept


@pytest.mark.parametrize("url", ["dieuhanh.gov.vn", "ftp://dieuhanh.gov.vn", "https://dieuhanh.gov.vn/?a=1", "https://"])
def test_what_is_no_address_of_pages_is_refused(url: str) -> None:
    with pytest.raises(ConfigurationError):
        public_url(url)
