"""Each form of an issue is valid, says all of it, and lets nothing of the text become markup."""

from __future__ import annotations

import datetime as dt
import email
import io
import json
from email import policy
from xml.etree import ElementTree as ET

import docx
import msgspec
import pytest

from dieuhanh import letters
from dieuhanh.apps.digests.actions import correct_issue
from dieuhanh.apps.digests.models import Entry, Issue
from dieuhanh.apps.digests.renderings.edition import Block, blocks_of
from dieuhanh.apps.digests.renderings.feeds import Channel, to_atom, to_rss
from dieuhanh.apps.digests.renderings.html import to_html
from dieuhanh.apps.digests.renderings.letters import Envelope, confirmation_letter, issue_letter
from dieuhanh.apps.digests.renderings.office_document import Office, to_letter
from dieuhanh.apps.digests.renderings.plain_text import to_text
from dieuhanh.apps.digests.renderings.schema_org import to_schema_org
from dieuhanh.apps.digests.renderings.sitemap import NAMESPACE, to_sitemap
from dieuhanh.apps.digests.voices import Voice
from tests.apps.digests.renderings.editions import AT, TABLE, URL, edition, edition_of
from tests.apps.digests.weeks import published, with_body
from tests.apps.pages import NOW, TESTER

ATOM = "{http://www.w3.org/2005/Atom}"
CHANNEL = Channel("Bản tin <tuần>", "Chỉ đạo & điều hành", "https://dieuhanh.example/", "https://dieuhanh.example/atom.xml", AT)
ENVELOPE = Envelope("Điều Hành <ban-tin@dieuhanh.example>", "mai@example.org", AT)
UNSUBSCRIBE = "https://dieuhanh.example/thoi-theo-doi/abc/"
OFFICE = Office(
    letters.Issuer("VĂN PHÒNG", "UBND TỈNH LẠNG SƠN"), "TB-VP", "Lạng Sơn", letters.Signature(("CHÁNH VĂN PHÒNG",)), ("Như trên",), "VT"
)


def test_blocks_put_the_rows_of_a_table_together() -> None:
    assert blocks_of(f"a\n{TABLE}\nb") == (
        Block("a"),
        Block(rows=(("Cơ quan", "Việc"), ("Sở Tài chính", "rà soát kinh phí"), ("Sở Y tế", "tiêm chủng"))),
        Block("b"),
    )


def test_plain_text() -> None:
    lines = to_text(edition()).splitlines()
    assert lines[:5] == [
        "UBND tỉnh Lạng Sơn",
        edition().title,
        "Đính chính ngày 14/5/2024: Sửa ngày ở mục 1.",
        "",
        "Chỉ đạo nạo vét <mương> & máng; Kế hoạch trồng rừng.",
    ]
    assert lines[6:12] == ["Chỉ đạo nạo vét <mương> & máng", "Đoạn đầu.", *TABLE.split("\n"), "Đoạn cuối."]
    assert lines[-1] == f"Nguồn: {URL}"


def test_html_has_headings_sections_and_tables_and_escapes() -> None:
    page = to_html(edition())
    root = ET.fromstring(page)  # noqa: S314  our own page
    assert [element.text for element in root.iter("h1")] == [edition().title]
    assert [element.text for element in root.iter("h2")] == ["Chỉ đạo nạo vét <mương> & máng", "Kế hoạch trồng rừng"]
    assert [element.text for element in root.iter("th")] == ["Cơ quan", "Việc"]
    assert len(list(root.iter("td"))) == 4
    ids = [element.attrib["id"] for element in root.iter() if "id" in element.attrib]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("hostile", ["</script><script>alert(1)</script>", "]]>", '" onload="x', "{{ 7 }}{% now 'Y' %}"])
def test_nothing_of_the_text_is_markup(hostile: str) -> None:
    one = edition(headline=hostile, body=hostile)
    root = ET.fromstring(to_html(one))  # noqa: S314
    assert next(element.text for element in root.iter("h2")) == hostile
    assert list(root.iter("script")) == []
    assert "</script" not in to_schema_org(one)
    assert json.loads(to_schema_org(one))["hasPart"][0]["headline"] == hostile
    for feed in (to_atom, to_rss):
        ET.fromstring(feed(CHANNEL, [one]))  # noqa: S314


def test_atom() -> None:
    root = ET.fromstring(to_atom(CHANNEL, [edition()]))  # noqa: S314
    entry = root.find(f"{ATOM}entry")
    assert entry is not None
    assert (root.findtext(f"{ATOM}title"), root.findtext(f"{ATOM}updated")) == ("Bản tin <tuần>", "2024-05-14T01:00:00+00:00")
    assert [entry.findtext(f"{ATOM}{name}") for name in ("title", "id", "published", "updated")] == [
        edition().title,
        URL,
        "2024-05-13T01:00:00+00:00",
        "2024-05-14T01:00:00+00:00",
    ]
    assert f'<a href="{URL}#muc-2">Kế hoạch trồng rừng</a>' in (entry.findtext(f"{ATOM}summary") or "")


def test_rss() -> None:
    channel = ET.fromstring(to_rss(CHANNEL, [edition()])).find("channel")  # noqa: S314
    assert channel is not None
    assert (channel.findtext("language"), channel.findtext("item/link"), channel.findtext("item/guid")) == ("vi", URL, URL)


def test_a_feed_without_issues_asks_no_clock() -> None:
    assert to_atom(CHANNEL, []) == to_atom(CHANNEL, [])
    assert ET.fromstring(to_atom(CHANNEL, [])).findtext(f"{ATOM}updated") == "2024-05-13T01:00:00+00:00"  # noqa: S314


def test_sitemap() -> None:
    root = ET.fromstring(to_sitemap([(URL, edition().updated_at)]))  # noqa: S314
    names = {"s": NAMESPACE}
    assert [(url.findtext("s:loc", "", names), url.findtext("s:lastmod", "", names)) for url in root] == [
        (URL, "2024-05-14T01:00:00+00:00")
    ]


def test_schema_org_tells_stars_only_where_there_are_some() -> None:
    silent, rated = (json.loads(to_schema_org(edition(), voice)) for voice in (None, Voice(4.25, 12, 0, 0)))
    assert "aggregateRating" not in silent
    assert (rated["aggregateRating"]["ratingValue"], rated["aggregateRating"]["ratingCount"]) == (4.2, 12)
    assert rated["temporalCoverage"] == "2024-05-06/2024-05-12"
    assert rated["correction"][0]["text"] == "Sửa ngày ở mục 1."


def test_the_e_mail_edition_is_multipart_with_text_and_one_click_to_end_it() -> None:
    sent = issue_letter(edition(), ENVELOPE, UNSUBSCRIBE, "lĩnh vực Y tế", len(edition().entries))
    assert sent == issue_letter(edition(), ENVELOPE, UNSUBSCRIBE, "lĩnh vực Y tế", len(edition().entries))
    message = email.message_from_bytes(sent, policy=policy.default)
    text, page = message.iter_parts()
    assert (message.get_content_type(), text.get_content_type(), page.get_content_type()) == (
        "multipart/alternative",
        "text/plain",
        "text/html",
    )
    assert (message["Subject"], message["To"]) == (edition().title, "mai@example.org")
    assert (message["List-Unsubscribe"], message["List-Unsubscribe-Post"]) == (f"<{UNSUBSCRIBE}>", "List-Unsubscribe=One-Click")
    assert "Kế hoạch trồng rừng" in text.get_content()
    assert UNSUBSCRIBE in text.get_content()
    assert all("vì theo dõi: lĩnh vực Y tế" in part.get_content() for part in (text, page))
    assert "&lt;mương&gt; &amp; máng" in page.get_content()
    assert "trong" not in text.get_content().partition("UBND")[0]
    assert max(map(len, sent.splitlines())) <= 998


def test_a_letter_with_some_entries_says_of_how_many() -> None:
    some = msgspec.structs.replace(edition(), entries=edition().entries[:1])
    message = email.message_from_bytes(issue_letter(some, ENVELOPE, UNSUBSCRIBE, "lĩnh vực Y tế", 14), policy=policy.default)
    said = "Thư này có 1 trong 14 mục của kỳ, là những mục liên quan đến: lĩnh vực Y tế."
    assert all(said in part.get_content() for part in message.iter_parts())


def test_a_letter_asks_before_it_writes() -> None:
    message = email.message_from_bytes(confirmation_letter("lĩnh vực\nY tế", ENVELOPE, f"{URL}xac-nhan/x/"), policy=policy.default)
    text, page = message.iter_parts()
    assert message["Subject"] == "Xác nhận theo dõi: lĩnh vực Y tế"
    assert f"{URL}xac-nhan/x/" in text.get_content()
    assert all(
        f"{URL.split('/')[2]}" in part.get_content().partition("xac-nhan")[0] for part in (text, page)
    )  # of whom they should say yes to
    assert f'href="{URL}xac-nhan/x/"' in page.get_content()


def test_the_office_document() -> None:
    file = docx.Document(io.BytesIO(letters.to_docx(to_letter(edition(), OFFICE))))
    words = "\n".join(paragraph.text for paragraph in file.paragraphs)
    assert "1. Chỉ đạo nạo vét <mương> & máng" in words
    assert "Đính chính ngày 14/5/2024" in words
    assert letters.to_pdf(to_letter(edition(), OFFICE)).startswith(b"%PDF-")
    assert any(cell.text == "tiêm chủng" for table in file.tables for row in table.rows for cell in row.cells)


@pytest.mark.django_db
def test_control_characters_of_a_source_reach_no_file() -> None:
    issue = published()
    Entry.objects.update(headline="Tin\x0b có\x1f ký tự\ufffe lạ", body="Đoạn\x08 một.\nĐoạn \x7fhai.\u202e")
    one = edition_of(Issue.objects.get())
    assert one.entries[0].headline.isprintable()
    for xml in (to_atom(CHANNEL, [one]), to_rss(CHANNEL, [one]), to_sitemap([(one.url, one.updated_at)]), to_html(one).encode()):
        ET.fromstring(xml)  # noqa: S314
    letters.to_docx(to_letter(one, OFFICE))
    assert issue.entries.count() == 2


@pytest.mark.django_db
def test_an_edition_tells_what_was_corrected() -> None:
    issue = published()
    later = NOW + dt.timedelta(days=1)
    correct_issue(issue.pk, 1, with_body(issue, 0, "rà soát kinh phí, ", ""), "Bỏ một vế thừa.", actor=TESTER, at=later)
    one = edition_of(Issue.objects.get())
    assert (one.publisher, one.updated_at, [notice.statement for notice in one.notices]) == (
        "UBND tỉnh Lạng Sơn",
        later,
        ["Bỏ một vế thừa."],
    )
